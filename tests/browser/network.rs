//! The network is shut once the page has started: whatever script tries, nothing gets out.

use super::harness::{Setup, visit};
use super::watch;
use serde_json::json;

/// Every way a script can open a connection. Each names itself if it was let through.
const TRY: &str = r"
    const done = arguments[arguments.length - 1];
    const refused = (name, attempt) => new Promise((end) => {
      try {
        attempt(() => end([]), () => end([name]));
      } catch {
        end([]);
      }
    });
    Promise.all([
      refused('fetch', (no, yes) => fetch('./?canary').then(yes, no)),
      refused('xhr', (no, yes) => {
        const request = new XMLHttpRequest();
        request.onerror = no;
        request.onload = yes;
        request.open('GET', './?canary');
        request.send();
      }),
      refused('socket', (no, yes) => {
        const socket = new WebSocket('ws://' + location.host + '/?canary');
        socket.onerror = no;
        socket.onopen = yes;
      }),
      refused('events', (no, yes) => {
        const events = new EventSource('./?canary');
        events.onerror = no;
        events.onopen = yes;
      }),
      refused('beacon', (no) => {
        navigator.sendBeacon('./?canary', 'canary');
        no();
      }),
    ]).then((all) => done(all.flat()), (error) => done([String(error)]));
";

#[test]
fn nothing_gets_out() {
    visit(Setup::default(), async |visit| {
        let bar = visit.text_of(".ds-bar").await;
        assert!(bar.contains("Network shut: nothing you type is sent"), "{bar}");
        let before = watch::requests(&visit);
        let let_through = visit.driver.execute_async(TRY, Vec::new()).await.expect("the page can be asked");
        assert_eq!(let_through.json(), &json!([]));
        assert_eq!(watch::requests(&visit), before, "the server saw nothing");
        // What the browser says of these attempts is this test's own doing.
        let said = visit.driver.get_log("browser").await.expect("the console can be read");
        assert!(
            said.iter()
                .all(|line| line.message.contains("connect-src 'none'") || line.message.contains("violates")),
            "{said:#?}"
        );
        watch::asked_for(&visit).await;
    });
}
