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
    visit(Setup::default(), async |visit| {
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

/// Every way in which a page can ask a server for something without leaving, each by a name that the server's log shows.
const EVERY_WAY: &str = r"
    const done = arguments[arguments.length - 1];
    const at = (name) => new URL('/canary-' + name, location.href).href;
    const put = (tag, attributes) => document.body.append(Object.assign(document.createElement(tag), attributes));
    const link = (name, attributes) => put('link', { href: at(name), ...attributes });
    const ways = {
      fetch: (name) => void fetch(at(name)).catch(() => {}),
      xhr: (name) => { const request = new XMLHttpRequest(); request.open('GET', at(name)); request.send(); },
      beacon: (name) => navigator.sendBeacon(at(name), 'x'),
      socket: (name) => new WebSocket(at(name).replace('http', 'ws')),
      events: (name) => new EventSource(at(name)),
      image: (name) => { new Image().src = at(name); },
      style: (name) => link(name, { rel: 'stylesheet' }),
      module: (name) => void import(at(name)).catch(() => {}),
      script: (name) => put('script', { src: at(name) }),
      font: (name) => void new FontFace('canary', `url(${at(name)})`).load().catch(() => {}),
      prefetch: (name) => link(name, { rel: 'prefetch' }),
      preload: (name) => link(name, { rel: 'preload', as: 'image' }),
      modulepreload: (name) => link(name, { rel: 'modulepreload' }),
      manifest: (name) => link(name, { rel: 'manifest' }),
      audio: (name) => put('audio', { src: at(name), preload: 'auto' }),
      frame: (name) => put('iframe', { src: at(name) }),
      object: (name) => put('object', { data: at(name) }),
      worker: (name) => void new Worker(at(name)),
      worker_of_modules: (name) => void new Worker(at(name), { type: 'module' }),
      worker_inside: (name) => {
        const script = `fetch('${at(name)}').catch(() => {}); try { importScripts('${at(name)}'); } catch {}`;
        new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
      },
      shared_worker: (name) => void new SharedWorker(at(name)),
      service_worker: (name) => void navigator.serviceWorker.register(at(name)).catch(() => {}),
      worklet: (name) => void new AudioContext().audioWorklet.addModule(at(name)).catch(() => {}),
      poster: (name) => put('video', { poster: at(name) }),
      background: (name) => { document.body.style.backgroundImage = `url(${at(name)})`; },
      drawing: (name) => {
        const use = document.createElementNS('http://www.w3.org/2000/svg', 'image');
        use.setAttribute('href', at(name));
        document.body.append(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
        document.body.lastChild.append(use);
      },
      form: (name) => {
        put('iframe', { name: 'into' });
        const form = Object.assign(document.createElement('form'), { action: at(name), target: 'into', method: 'post' });
        document.body.append(form);
        form.submit();
      },
    };
    for (const [name, way] of Object.entries(ways)) {
      try { way(name); } catch { /* stopped */ }
    }
    setTimeout(() => done(Object.keys(ways)), 2000);
";

impl Visit {
    /// Tries every way, and gives their names and those of them that the server saw.
    async fn every_way(&self) -> (Vec<String>, Vec<String>) {
        let tried = self.driver.execute_async(EVERY_WAY, Vec::new()).await.expect("the page can be asked");
        let tried: Vec<String> = serde_json::from_value(tried.json().clone()).unwrap();
        let log = std::fs::read_to_string(self.temp.join("requests.log")).unwrap();
        let arrived = tried.iter().filter(|way| log.contains(&format!("/canary-{way}\""))).cloned().collect();
        (tried, arrived)
    }
}

/// The page's own policy alone, without that of the headers.
fn no_way_out(browser: Browser) {
    if !browser.is_there() {
        return;
    }
    let setup = Setup { server: vec!["--bare".to_owned()], browser, ..Setup::default() };
    visit(setup, async move |visit| {
        let (tried, arrived) = visit.every_way().await;
        assert_eq!(arrived, Vec::<String>::new(), "of {tried:?}");
        // From a page of the same server that is not shut, they do arrive.
        visit.loads.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        visit.driver.goto([&visit.origin, "fonts/OFL.txt"].concat()).await.unwrap();
        let (tried, arrived) = visit.every_way().await;
        let missing: Vec<&String> = tried.iter().filter(|way| !arrived.contains(way)).collect();
        // Which of its hints a browser follows, and which kinds of worker it has, is its own affair.
        let hints = [
            "prefetch",
            "preload",
            "modulepreload",
            "manifest",
            "audio",
            "poster",
            "shared_worker",
            "service_worker",
            "worklet",
        ];
        assert!(missing.iter().all(|way| hints.contains(&way.as_str())), "not seen at all: {missing:?}");
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
