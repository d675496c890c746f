//! The page's own files are kept in the browser: it starts and does everything without a network; another version is offered
//! and never forced; no page is put together from two; and nothing of a case is among what is kept.

use super::browser::Browser;
use super::cases::Case;
use super::harness::{START, Setup, Temp, Visit, copy, dist, visit};
use super::site::{own_pack, own_site};
use super::watch;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

const OFFER: &str = "A new version of this page is ready.";
const USE: &str = "Use the new version";

/// What a page runs, each of which says in `VERSIONS` of a version which it is of once that happens, and where it begins.
const LABELLED: [(&str, &str); 3] = [
    ("boot.js", "async function start() {"),
    ("programs.js", "export function programs(name, trusted = (address) => address) {"),
    ("offline.js", "export function offline(site, offers) {"),
];
/// Everything else that has code: programs say it from their workers.
const CHANGED: [&str; 8] = [
    "framed.js",
    "composer.js",
    "sealer.js",
    "exporter.js",
    "author.js",
    "criteria.js",
    "desk.js",
    "self_test.js",
];

/// A build that says which version it is: every script and program in it has other bytes than in another version.
fn version(temp: &Path, label: &str) -> PathBuf {
    let folder = temp.join(label);
    copy(&dist(), &folder);
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let write = |name: &str, text: String| std::fs::write(folder.join(name), text).unwrap();
    let says = format!("\n(globalThis.VERSIONS ??= []).push('{label}');\n");
    for (name, begins) in LABELLED {
        assert_eq!(read(name).matches(begins).count(), 1, "{name}");
        write(name, read(name).replace(begins, &[begins, says.as_str()].concat()));
    }
    let listens = "new BroadcastChannel('versions').onmessage = ({ data }) => VERSIONS.push(data);\n";
    write("boot.js", [listens, read("boot.js").as_str()].concat());
    // In the worker of each program, before what it could say so with is taken away.
    let tells =
        format!("\nglobalThis.document ?? new BroadcastChannel('versions').postMessage('{label}');\n");
    for name in CHANGED {
        write(name, [read(name), tells.clone()].concat());
    }
    let names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    for name in names.iter().filter(|name| name.ends_with(".wasm")) {
        let mut program = std::fs::read(folder.join(name)).unwrap();
        // A section that only tools look at.
        program.extend([0, 2, 1, label.as_bytes()[0]]);
        std::fs::write(folder.join(name), program).unwrap();
    }
    // What is named by its content has another name.
    let mut page =
        read("index.html").replace("<title>", &format!("<meta name=version content={label}><title>"));
    for name in names.iter().filter(|name| name.starts_with("page-")) {
        let ending = if name.ends_with(".js") { ".js" } else { "_bg.wasm" };
        let other = format!("page-{}{ending}", label.repeat(16));
        if ending == ".js" {
            write(name, [read(name), says.clone()].concat());
        }
        std::fs::rename(folder.join(name), folder.join(&other)).unwrap();
        page = page.replace(name, &other);
    }
    write("index.html", page);
    relisted(&folder);
    // Of the same time and often of the same size, as what a build without times of its own leaves.
    let one_time = std::time::UNIX_EPOCH + Duration::from_secs(1);
    for name in listed(&folder).as_object().unwrap().keys() {
        std::fs::File::options().write(true).open(folder.join(name)).unwrap().set_modified(one_time).unwrap();
    }
    folder
}

/// The last step of a build, again.
pub(crate) fn relisted(folder: &Path) {
    let mut node = Command::new("node");
    node.current_dir(env!("CARGO_MANIFEST_DIR")).arg("src/web/js/kept.mjs").arg(folder);
    assert!(node.status().unwrap().success(), "the list of files");
}

/// Everything in every cache of this origin, `name: SHA-256`, and how many caches there are.
const CACHES: &str = r"
    const done = arguments[arguments.length - 1];
    (async () => {
      const found = {};
      const names = await caches.keys();
      for (const name of names) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const bytes = await (await cache.match(request, { ignoreVary: true })).arrayBuffer();
          const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))];
          found[request.url.slice(location.origin.length + 1)] = hash.map((byte) => byte.toString(16).padStart(2, '0')).join('');
        }
      }
      return { caches: names.length, found };
    })().then(done, (error) => done(String(error)));
";

/// What state the workers of this page are in.
const WORKERS: &str = r"
    const done = arguments[arguments.length - 1];
    navigator.serviceWorker.getRegistrations().then(([one]) => done(
      { registered: !!one, installing: !!one?.installing, waiting: !!one?.waiting, active: one?.active?.state === 'activated', controls: !!navigator.serviceWorker.controller }
    ), (error) => done({ error: String(error) }));
";

impl Visit {
    async fn told(&self, script: &str) -> Value {
        self.driver.execute_async(script, Vec::new()).await.expect("the page can be asked").json().clone()
    }

    /// Waits until the workers are in a state.
    async fn workers(&self, what: &str, wanted: impl Fn(&Value) -> bool) {
        let started = Instant::now();
        let mut last = Value::Null;
        while started.elapsed() < Duration::from_secs(60) {
            last = self.told(WORKERS).await;
            if wanted(&last) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("waited in vain for: {what}; {last}");
    }

    /// One visit, after which everything is kept, and another, which is given what is kept.
    pub(crate) async fn visited(&self) {
        self.workers("everything is kept", |now| now["active"] == true).await;
        self.open(true).await;
        self.workers("the page is given what is kept", |now| now["controls"] == true).await;
    }

    /// The server puts up the other version after so many requests.
    fn next_version(&self, after: usize) {
        let address = self.origin.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        write!(stream, "GET /next-version/{after} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.contains(" 200 "), "{answer}");
        self.loads.fetch_add(1, Ordering::Relaxed);
    }

    /// The versions of everything that made this page.
    async fn versions(&self) -> Vec<String> {
        let script =
            "return [document.querySelector('meta[name=version]').content, ...(globalThis.VERSIONS ?? [])];";
        let mut versions: Vec<String> = serde_json::from_value(self.ask(script).await).unwrap();
        versions.sort_unstable();
        versions.dedup();
        versions
    }

    /// Part A of a whole case as PDF.
    async fn part_a(&self) -> Vec<u8> {
        let case = Case::new("V01", self.today().await);
        self.open_case(&case).await;
        self.go("See the result").await;
        self.go("Write the referral").await;
        self.check_answers().await;
        self.go("Go to the documents").await;
        self.push(&json!({"starts": "Save Part A as PDF"})).await;
        self.saved_bytes(".pdf").await
    }

    /// What the browser says of a server that is gone, or of a file that is not there, is the test's own doing.
    async fn hush(&self) {
        if self.browser == Browser::Chromium {
            let _ = self.driver.get_log("browser").await;
        }
    }
}

/// What the build lists, with `site.json`, and without the worker itself and the list.
fn listed(folder: &Path) -> Value {
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let mut list: Value = serde_json::from_str(&read("files.json")).unwrap();
    let list = list["sha256"].as_object_mut().unwrap();
    list.remove("service_worker.js").expect("the worker is listed");
    assert!(list.len() > 25 && !list.contains_key("site.json"), "{list:?}");
    json!(list)
}

fn starts_without_a_server(browser: Browser) {
    if !browser.is_there() {
        return;
    }
    visit(Setup { browser, offline: true, ..Setup::default() }, async move |visit| {
        visit.workers("everything is kept", |now| now["active"] == true).await;
        visit.stop_server();
        let requests = watch::requests(&visit);
        visit.open(true).await;
        assert_eq!(watch::requests(&visit), requests, "there is no server");
        // WebKit's driver cannot say where files go, so the page's own word is taken there.
        if browser == Browser::WebKit {
            visit.go("Start screening").await;
        } else {
            let pdf = visit.part_a().await;
            assert!(pdf.starts_with(b"%PDF-"), "a PDF");
        }
        visit.hush().await;
    });
}

#[test]
fn starts_without_a_server_in_chromium() {
    starts_without_a_server(Browser::Chromium);
}

#[test]
fn starts_without_a_server_in_firefox() {
    starts_without_a_server(Browser::Firefox);
}

#[test]
fn starts_without_a_server_in_webkit() {
    starts_without_a_server(Browser::WebKit);
}

/// After a whole case what is kept is what the build has, to the byte, and nothing more.
fn keeps_the_build_and_nothing_else(browser: Browser) {
    if !browser.is_there() {
        return;
    }
    visit(Setup { browser, offline: true, ..Setup::default() }, async move |visit| {
        visit.visited().await;
        if browser == Browser::WebKit {
            visit.go("Start screening").await;
        } else {
            visit.part_a().await;
        }
        let mut kept = visit.told(CACHES).await;
        assert_eq!(kept["caches"], 1, "{kept}");
        let site = kept["found"].as_object_mut().unwrap().remove("site.json");
        assert!(site.is_some(), "site.json is kept: {kept}");
        assert_eq!(kept["found"], listed(&dist()));
    });
}

#[test]
fn keeps_the_build_and_nothing_else_in_chromium() {
    keeps_the_build_and_nothing_else(Browser::Chromium);
}

#[test]
fn keeps_the_build_and_nothing_else_in_firefox() {
    keeps_the_build_and_nothing_else(Browser::Firefox);
}

#[test]
fn keeps_the_build_and_nothing_else_in_webkit() {
    keeps_the_build_and_nothing_else(Browser::WebKit);
}

fn offers_another_version(browser: Browser, nginx: bool) {
    if !browser.is_there() {
        return;
    }
    let temp = Temp::new();
    let [one, two] = ["a", "b"].map(|label| version(&temp.0, label));
    let setup = Setup {
        browser,
        offline: true,
        nginx,
        folder: Some(one),
        server: vec!["--then".to_owned(), two.display().to_string()],
        ..Setup::default()
    };
    visit(setup, async move |visit| {
        visit.visited().await;
        assert_eq!(visit.versions().await, ["a"]);
        if nginx {
            let next = visit.temp.join("next");
            std::os::unix::fs::symlink(&two, &next).unwrap();
            std::fs::rename(next, visit.temp.join("current")).unwrap();
        } else {
            visit.next_version(0);
        }
        // A case is begun at once: it goes on with what it began with, and is offered nothing when the other version is here.
        visit.open(true).await;
        visit.go("Start screening").await;
        visit.workers("the other version waits", |now| now["waiting"] == true).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert!(!visit.look().await.text.contains(OFFER));
        visit.back().await;
        let look = visit.until("the start page", |look| look.heading == START).await;
        assert!(!look.text.contains(OFFER), "not where something may have been typed: {}", look.text);
        assert_eq!(visit.versions().await, ["a"]);
        let kept = visit.told(CACHES).await;
        assert_eq!(kept["caches"], 2, "both are whole: {kept}");

        // Loaded anew it is still the one, until somebody presses.
        visit.open(true).await;
        assert!(
            visit.comes_to(&format!("document.body.innerText.includes('{OFFER}')")).await,
            "it is offered"
        );
        assert_eq!(visit.versions().await, ["a"]);
        visit.speak("cy").await;
        assert!(visit.comes_to("document.body.innerText.includes('fersiwn newydd')").await, "in Welsh");
        visit.speak("en").await;
        assert!(visit.comes_to(&format!("document.body.innerText.includes('{OFFER}')")).await, "in English");

        // Not while the page is open elsewhere.
        let own = visit.driver.window().await.unwrap();
        let other = visit.driver.new_tab().await.unwrap();
        visit.driver.switch_to_window(other).await.unwrap();
        visit.open(true).await;
        visit.driver.switch_to_window(own.clone()).await.unwrap();
        visit.push(&json!({"starts": USE})).await;
        assert!(
            visit.comes_to("document.body.innerText.includes('Close them first')").await,
            "others are open"
        );
        assert_eq!(visit.versions().await, ["a"]);
        visit
            .driver
            .switch_to_window(
                visit.driver.windows().await.unwrap().into_iter().find(|window| *window != own).unwrap(),
            )
            .await
            .unwrap();
        visit.driver.close_window().await.unwrap();
        visit.driver.switch_to_window(own).await.unwrap();
        visit.loads.fetch_add(1, Ordering::Relaxed);
        visit.push(&json!({"starts": USE})).await;
        assert!(
            visit.comes_to("document.querySelector('meta[name=version]')?.content === 'b'").await,
            "it is taken"
        );
        visit.started().await;
        assert_eq!(visit.versions().await, ["b"]);
        assert!(!visit.look().await.text.contains(OFFER));
        visit
            .workers("the other version is in use", |now| now["active"] == true && now["waiting"] == false)
            .await;
        let mut kept = visit.told(CACHES).await;
        assert_eq!(kept["caches"], 1, "{kept}");
        kept["found"].as_object_mut().unwrap().remove("site.json");
        assert_eq!(kept["found"], listed(&two));
        visit.hush().await;
    });
}

#[test]
fn offers_another_version_in_chromium() {
    offers_another_version(Browser::Chromium, false);
}

#[test]
fn offers_another_version_in_firefox() {
    offers_another_version(Browser::Firefox, false);
}

#[test]
fn offers_another_version_in_webkit() {
    offers_another_version(Browser::WebKit, false);
}

/// The same with nginx, whose validators are the size and the time of a file: as in a build whose times are all alike.
#[test]
#[ignore = "it needs nginx: make verify-privacy"]
fn behind_nginx() {
    for browser in [Browser::Chromium, Browser::Firefox, Browser::WebKit] {
        offers_another_version(browser, true);
    }
}

/// A new version is put up after each request of a first load: the page is of one version or has not started.
fn no_mixture(browser: Browser, switches: &'static [usize]) {
    if !browser.is_there() {
        return;
    }
    let temp = Temp::new();
    let [one, two] = ["a", "b"].map(|label| version(&temp.0, label));
    let setup = Setup {
        browser,
        folder: Some(one),
        server: vec!["--then".to_owned(), two.display().to_string()],
        broken: true,
        ..Setup::default()
    };
    visit(setup, async move |visit| {
        visit.started().await;
        let mut seen: Vec<&str> = Vec::new();
        for after in switches {
            visit.next_version(*after);
            visit.open(false).await;
            let started = "document.querySelector('.ds-bar')";
            let failed = "document.querySelector('#fallback')?.open && !document.querySelector('#loading:not([hidden])')";
            assert!(visit.comes_to(&format!("{started} || ({failed})")).await, "after {after}: it ends");
            let does = visit.ask(&format!("return !!{started};")).await == true;
            if does {
                // Until the programs beside it came, or were refused.
                visit.started().await;
                tokio::time::sleep(Duration::from_millis(200)).await;
                let versions = visit.versions().await;
                assert_eq!(versions.len(), 1, "after {after}: {versions:?}");
                let missing = visit.ask("return document.querySelector('.ds-bar__more').textContent;").await;
                let whole = !missing.as_str().unwrap().contains("Not loaded");
                seen.push(if whole { "whole" } else { "without a program" });
            } else {
                seen.push("not started");
            }
        }
        println!("{browser:?}: {seen:?}");
        assert!(seen.contains(&"whole") && (switches.len() < 4 || seen.contains(&"not started")), "{seen:?}");
        visit.hush().await;
        std::fs::write(visit.temp.join("requests.log"), "").unwrap();
    });
}

#[test]
fn no_mixture_in_chromium() {
    const EACH: [usize; 24] = {
        let mut each = [0; 24];
        let mut at = 0;
        while at < 24 {
            each[at] = at;
            at += 1;
        }
        each
    };
    no_mixture(Browser::Chromium, &EACH);
}

#[test]
fn no_mixture_in_firefox() {
    no_mixture(Browser::Firefox, &[1, 3, 5, 8, 30]);
}

#[test]
fn no_mixture_in_webkit() {
    no_mixture(Browser::WebKit, &[1, 3, 5, 8, 30]);
}

/// Where the site says no, nothing is kept; and what was kept before is removed.
fn turned_off(browser: Browser) {
    if !browser.is_there() {
        return;
    }
    let temp = Temp::new();
    let folder = temp.0.join("site");
    copy(&dist(), &folder);
    let setup = Setup { browser, offline: true, folder: Some(folder.clone()), ..Setup::default() };
    visit(setup, async move |visit| {
        visit.visited().await;
        let site = json!({"format": "site/1", "pack": "default", "offline": false});
        std::fs::write(folder.join("site.json"), site.to_string()).unwrap();
        visit.open(true).await;
        // The registration goes once no page has it.
        let started = Instant::now();
        while visit.told(CACHES).await["caches"] != 0 {
            assert!(started.elapsed() < Duration::from_secs(20), "what was kept is removed");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        visit.open(true).await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        visit.workers("no registration", |now| now["registered"] == false).await;
        assert_eq!(visit.told(CACHES).await["caches"], 0);
    });
}

#[test]
fn turned_off_in_chromium() {
    turned_off(Browser::Chromium);
}

#[test]
fn turned_off_in_firefox() {
    turned_off(Browser::Firefox);
}

#[test]
fn turned_off_in_webkit() {
    turned_off(Browser::WebKit);
}

/// One bit that is not as it was built: nothing is kept, and the page does its work with the server.
fn a_flipped_bit(browser: Browser) {
    if !browser.is_there() {
        return;
    }
    let temp = Temp::new();
    let folder = temp.0.join("site");
    copy(&dist(), &folder);
    let mut licence = std::fs::read(folder.join("licences/LICENSE-MIT")).unwrap();
    licence[0] ^= 1;
    std::fs::write(folder.join("licences/LICENSE-MIT"), licence).unwrap();
    let setup = Setup { browser, offline: true, folder: Some(folder), ..Setup::default() };
    visit(setup, async move |visit| {
        let started = Instant::now();
        while !std::fs::read_to_string(visit.temp.join("requests.log")).unwrap().contains("LICENSE-MIT") {
            assert!(started.elapsed() < Duration::from_secs(30), "the files are asked for");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        visit.workers("nothing is installed", |now| now["registered"] == false).await;
        assert_eq!(visit.told(CACHES).await["caches"], 0);
        visit.open(true).await;
        visit.go("Start screening").await;
        visit.hush().await;
    });
}

#[test]
fn a_flipped_bit_in_chromium() {
    a_flipped_bit(Browser::Chromium);
}

#[test]
fn a_flipped_bit_in_firefox() {
    a_flipped_bit(Browser::Firefox);
}

#[test]
fn a_flipped_bit_in_webkit() {
    a_flipped_bit(Browser::WebKit);
}

/// What an attempt to keep a build leaves behind, forgotten.
const FORGET: &str = r"
    const done = arguments[arguments.length - 1];
    (async () => {
      for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
      for (const name of await caches.keys()) await caches.delete(name);
    })().then(() => done(true), (error) => done(String(error)));
";

/// A new version is put up while the first is being kept: what is kept is all of one, or nothing.
fn kept_whole_or_not_at_all(browser: Browser) {
    if !browser.is_there() {
        return;
    }
    let temp = Temp::new();
    let [one, two] = ["a", "b"].map(|label| version(&temp.0, label));
    let setup = Setup {
        browser,
        offline: true,
        folder: Some(one.clone()),
        server: vec!["--then".to_owned(), two.display().to_string()],
        ..Setup::default()
    };
    visit(setup, async move |visit| {
        visit.workers("everything is kept", |now| now["active"] == true).await;
        let mut seen = Vec::new();
        for after in [20, 22, 24, 28, 34, 42, 200] {
            assert_eq!(visit.told(FORGET).await, true);
            // A page of the server, on which no registration is left.
            visit.next_version(1);
            visit.driver.goto([&visit.origin, "fonts/OFL.txt"].concat()).await.unwrap();
            visit.next_version(after);
            visit.open(true).await;
            let settled = |now: &Value| {
                now["installing"] == false && (now["registered"] == false || now["active"] == true)
            };
            visit
                .workers("it is registered", |now| now["registered"] == true || now["installing"] == false)
                .await;
            visit.workers("it is kept, or not", settled).await;
            let mut kept = visit.told(CACHES).await;
            kept["found"].as_object_mut().unwrap().remove("site.json");
            let found = &kept["found"];
            let is = if *found == json!({}) {
                "nothing"
            } else if *found == listed(&one) {
                "the one"
            } else {
                assert_eq!(*found, listed(&two), "after {after}");
                "the other"
            };
            seen.push(is);
        }
        println!("{browser:?}: {seen:?}");
        assert!(seen.contains(&"nothing") && seen.ends_with(&["the one"]), "{seen:?}");
        visit.hush().await;
        std::fs::write(visit.temp.join("requests.log"), "").unwrap();
    });
}

#[test]
fn kept_whole_or_not_at_all_in_chromium() {
    kept_whole_or_not_at_all(Browser::Chromium);
}

#[test]
fn kept_whole_or_not_at_all_in_firefox() {
    kept_whole_or_not_at_all(Browser::Firefox);
}

/// A site's own criteria are those of the server where there is one, and else the last.
#[test]
fn a_sites_own_criteria_are_kept() {
    let temp = Temp::new();
    let folder = temp.0.join("site");
    copy(&dist(), &folder);
    let write = |name: &str, value: &Value| std::fs::write(folder.join(name), value.to_string()).unwrap();
    let mut pack = own_pack();
    write("site.json", &own_site());
    write("pack.json", &pack);
    let setup = Setup { offline: true, folder: Some(folder.clone()), ..Setup::default() };
    visit(setup, async move |visit| {
        visit.loads.fetch_add(4, Ordering::Relaxed);
        visit.visited().await;
        let mut kept = visit.told(CACHES).await;
        let found = kept["found"].as_object_mut().unwrap();
        assert!(found.remove("site.json").is_some() && found.remove("pack.json").is_some(), "{found:?}");
        assert_eq!(kept["found"], listed(&folder));
        pack["version"] = json!("2027.5");
        std::fs::write(folder.join("pack.json"), pack.to_string()).unwrap();
        visit.open(true).await;
        assert!(visit.text_of(".ds-foot").await.contains("ourtown 2027.5+site"), "the server's");
        visit.stop_server();
        visit.open(true).await;
        assert!(visit.text_of(".ds-foot").await.contains("ourtown 2027.5+site"), "the last");
        visit.hush().await;
    });
}
