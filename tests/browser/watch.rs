//! What must hold at the end of every visit: nothing sent, nothing kept, nothing said.

use super::browser::Browser;
use super::harness::Visit;
use serde_json::Value;
use std::sync::atomic::Ordering;

/// Storage of every kind, the address, the title and the history. `clean` in all of them means empty.
const KEPT: &str = r"
    const done = arguments[arguments.length - 1];
    (async () => {
      const kept = [];
      if (localStorage.length) kept.push('localStorage');
      if (sessionStorage.length) kept.push('sessionStorage');
      if ((await indexedDB.databases?.() ?? []).length) kept.push('IndexedDB');
      if ('caches' in window && (await caches.keys()).length) kept.push('caches');
      if (document.cookie) kept.push('cookies');
      if ((await navigator.serviceWorker?.getRegistrations() ?? []).length) kept.push('service worker');
      if (history.state !== null && !Number.isInteger(history.state)) kept.push('history state');
      if (window.name) kept.push('window name');
      // The pages about the criteria and those of the desk, in a language: they say nothing of a case.
      if (location.search || !/^(#(about|edit|reply|self-test|open|keys|drill)(\/(en|cy))?)?$/.test(location.hash)) kept.push('address');
      return kept;
    })().then(done, (error) => done([String(error)]));
";

/// Checks what holds after every visit.
pub(crate) async fn nothing_left(visit: &Visit) {
    if visit.driver.current_url().await.is_ok_and(|url| url.as_str().starts_with(&visit.origin)) {
        nothing_kept(visit).await;
    }
    if visit.browser == Browser::Chromium {
        nothing_said(visit).await;
    }
    nothing_sent(visit).await;
}

/// Nothing in any storage, the address, the title or the history.
pub(crate) async fn nothing_kept(visit: &Visit) {
    let kept = visit.driver.execute_async(KEPT, Vec::new()).await.expect("the page can be asked");
    let mut kept: Vec<String> = serde_json::from_value(kept.json().clone()).unwrap();
    // What these hold is a test of its own.
    kept.retain(|kind| !visit.offline || !["caches", "service worker"].contains(&kind.as_str()));
    assert!(kept.is_empty(), "kept: {kept:?}");
    let cookies = visit.driver.get_all_cookies().await.expect("cookies can be read");
    assert!(cookies.is_empty(), "cookies: {cookies:?}");
}

/// Nothing on the console: no error, warning or text of a case.
async fn nothing_said(visit: &Visit) {
    let mut said = visit.driver.get_log("browser").await.expect("the console can be read");
    // Where the page cannot start, the browser may remark that what it fetched early was not used.
    said.retain(|line| {
        !(visit.broken && line.message.contains("was preloaded using link preload but not used"))
    });
    assert!(said.is_empty(), "on the console: {said:#?}");
}

/// No request but those of a start, none to anywhere else, and no report of the policy.
async fn nothing_sent(visit: &Visit) {
    let loads = visit.loads.load(Ordering::Relaxed);
    let log = std::fs::read_to_string(visit.temp.join("requests.log")).expect("the server writes its log");
    let requests: Vec<Value> =
        log.lines().map(|line| serde_json::from_str(line).expect("a JSON line")).collect();
    let mut paths: Vec<&str> = Vec::new();
    for request in &requests {
        let path = request["path"].as_str().unwrap_or_default();
        assert_eq!(request["method"], "GET", "{request}");
        // A server that refuses a site's settings.
        let refused = visit.broken && path == "/site.json" && request["status"] == 404;
        let unchanged = visit.nginx && request["status"] == 304;
        assert!(
            (request["status"] == 200 || refused || unchanged)
                && !path.contains(['?', '#'])
                && request.get("received").is_none(),
            "{request}"
        );
        paths.push(path);
    }
    paths.sort_unstable();
    for path in &paths {
        let times = paths.iter().filter(|other| other == &path).count();
        // WebKit does not take the program of the page from what it fetched early.
        let again = visit.browser == Browser::WebKit && path.ends_with("_bg.wasm");
        // It is run in the page, and stands behind each program in its worker.
        let again = again || path.ends_with("/programs.js");
        // What is kept is fetched for that once more.
        let again = usize::from(again) + usize::from(visit.offline);
        assert!(times <= loads * (1 + again), "{path} was asked for {times} times in {loads} loads");
    }
    if visit.browser != Browser::Chromium {
        return;
    }
    // `chrome:` is the browser's own first tab, which may still be drawing when the test begins.
    for url in asked_for(visit).await.into_iter().filter(|url| !url.starts_with("chrome:")) {
        let elsewhere = visit.elsewhere.get().unwrap_or(&visit.origin).clone();
        // Programs are started from the memory of a page.
        let address = url.trim_start_matches("blob:");
        let here = [visit.origin.as_str(), elsewhere.as_str(), "data:"];
        assert!(here.iter().any(|start| address.starts_with(start)), "a request elsewhere: {url}");
    }
}

/// How many requests the server has seen.
pub(crate) fn requests(visit: &Visit) -> usize {
    std::fs::read_to_string(visit.temp.join("requests.log")).map_or(0, |log| log.lines().count())
}

/// Every address the page asked for since the last call, by the browser's own account.
pub(crate) async fn asked_for(visit: &Visit) -> Vec<String> {
    let events = visit.driver.get_log("performance").await.expect("the network log can be read");
    let urls = events.iter().filter_map(|event| {
        let event: Value = serde_json::from_str(&event.message).ok()?;
        let message = &event["message"];
        let asked = match message["method"].as_str()? {
            "Network.requestWillBeSent" => &message["params"]["request"]["url"],
            "Network.webSocketCreated" | "Network.webTransportCreated" => &message["params"]["url"],
            _ => return None,
        };
        Some(asked.as_str().unwrap_or_default().to_owned())
    });
    urls.collect()
}
