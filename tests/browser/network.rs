//! The network is shut once the page has started: whatever script tries, nothing gets out.

use super::browser::Browser;
use super::harness::{Setup, Visit, visit};
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
    nothing_gets(Setup::default());
}

/// The same of a page that its own service worker gave.
#[test]
fn nothing_gets_out_of_a_page_that_is_kept() {
    nothing_gets(Setup { offline: true, ..Setup::default() });
}

fn nothing_gets(setup: Setup) {
    visit(setup, async |visit| {
        if visit.offline {
            visit.visited().await;
        }
        let bar = visit.text_of(".ds-bar").await;
        assert!(bar.contains("Network closed"), "{bar}");
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

/// Every way out of a page that the self-test knows, each by a name that the server's log shows.
const EVERY_WAY: &str = r"
    const done = arguments[arguments.length - 1];
    const told = { answered: () => {}, violated: () => {}, after: () => {} };
    for (const [name, way] of Object.entries(WAYS)) {
      try {
        Promise.resolve(way(new URL('/self-test-arrived-' + name, location.href).href, told)).catch(() => {});
      } catch {
        // Stopped.
      }
    }
    setTimeout(() => done(Object.keys(WAYS)), 2000);
";

impl Visit {
    /// Tries every way, and gives their names and those of them that the server saw.
    async fn every_way(&self) -> (Vec<String>, Vec<String>) {
        let ways = include_str!("../../src/web/js/self_test.js").replace("export ", "");
        let script = [&ways, EVERY_WAY].concat();
        let tried = self.driver.execute_async(script, Vec::new()).await.expect("the page can be asked");
        let tried: Vec<String> = serde_json::from_value(tried.json().clone()).unwrap();
        let log = std::fs::read_to_string(self.temp.join("requests.log")).unwrap();
        let arrived = tried
            .iter()
            .filter(|way| log.contains(&format!("/self-test-arrived-{way}\"")))
            .cloned()
            .collect();
        (tried, arrived)
    }
}

/// The page's own policy alone, without that of the headers.
fn no_way_out(browser: Browser) {
    if !browser.is_there() {
        return;
    }
    let setup = Setup { server: vec!["--bare".to_owned()], browser, offline: true, ..Setup::default() };
    visit(setup, async move |visit| {
        visit.visited().await;
        let (tried, arrived) = visit.every_way().await;
        assert_eq!(arrived, Vec::<String>::new(), "of {tried:?}");
        // From a page of the same server that is not shut, they do arrive.
        visit.loads.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        visit.driver.goto([&visit.origin, "fonts/OFL.txt"].concat()).await.unwrap();
        let (tried, arrived) = visit.every_way().await;
        let missing: Vec<&String> = tried.iter().filter(|way| !arrived.contains(way)).collect();
        // Which of its hints a browser follows, and which of these ways it has, is its own affair; and some never meet a web server.
        let hints = [
            "ping",
            "fetch_later",
            "socket_stream",
            "transport",
            "speculation",
            "audio",
            "video",
            "poster",
            "track",
            "prefetch",
            "preload",
            "modulepreload",
            "manifest",
            "preconnect",
            "dns_prefetch",
            "shared_worker",
            "service_worker",
            "worklet",
            "webrtc",
        ];
        assert!(missing.iter().all(|way| hints.contains(&way.as_str())), "not seen at all: {missing:?}");
        watch::nothing_kept(&visit).await;
        // What the browser would still say of these attempts it says of no other page.
        visit.driver.goto("about:blank").await.unwrap();
        std::fs::write(visit.temp.join("requests.log"), "").unwrap();
        if browser == Browser::Chromium {
            let _ = visit.driver.get_log("browser").await;
            watch::asked_for(&visit).await;
        }
    });
}

#[test]
fn no_way_out_in_chromium() {
    no_way_out(Browser::Chromium);
}

#[test]
fn no_way_out_in_firefox() {
    no_way_out(Browser::Firefox);
}

#[test]
fn no_way_out_in_webkit() {
    no_way_out(Browser::WebKit);
}
