//! The self-test of a copy, held against the server and a STUN server beside it: what it calls stopped did not arrive, and what
//! it calls not stopped did.

use super::axe::{Found, How};
use super::browser::Browser;
use super::harness::{Setup, Visit, copy, dist, visit};
use super::watch;
use drive_screening::about_criteria::WAYS;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::net::UdpSocket;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

const HEADING: [&str; 2] = ["Self-test and evidence sheet", "Hunanbrawf a thaflen dystiolaeth"];
const LOOKED: &str = "Every file was looked at.";
const DONE: &str = "Done. What came of it is on the sheet below.";

/// What every browser has, and tells a page of when a policy stops it.
const STOPPED_EVERYWHERE: [&str; 24] = [
    "fetch",
    "xhr",
    "beacon",
    "socket",
    "events",
    "image",
    "drawing",
    "background",
    "style",
    "style_import",
    "constructed_style",
    "font",
    "script",
    "module",
    "audio",
    "video",
    "poster",
    "track",
    "frame",
    "object",
    "embed",
    "form",
    "worker",
    "service_worker",
];

/// What no policy of a page stops, and the page can see.
const ARRIVES_EVERYWHERE: [&str; 3] = ["window_open", "post_message", "navigation"];

/// A STUN server, which answers that it sees an address of a range that is for examples.
struct Stun(Arc<AtomicUsize>);

impl Stun {
    /// At the port of the page's own server, where the self-test asks.
    fn start(port: u16) -> Self {
        let socket = UdpSocket::bind(("127.0.0.1", port)).expect("a port for packets");
        socket.set_read_timeout(Some(Duration::from_secs(120))).expect("a limit");
        let count = Arc::new(AtomicUsize::new(0));
        let heard = Arc::clone(&count);
        std::thread::spawn(move || {
            let mut packet = [0; 2048];
            while let Ok((length, from)) = socket.recv_from(&mut packet) {
                if length < 20 || packet[..2] != [0, 1] {
                    continue;
                }
                heard.fetch_add(1, Ordering::Relaxed);
                // A success with one attribute, XOR-MAPPED-ADDRESS: 192.0.2.1, port 9.
                let mut answer = vec![1, 1, 0, 12];
                answer.extend_from_slice(&packet[4..20]);
                answer.extend_from_slice(&[0, 0x20, 0, 8, 0, 1, 0x21, 0x12 ^ 9]);
                answer.extend_from_slice(&[192 ^ 0x21, 0x12, 2 ^ 0xa4, 1 ^ 0x42]);
                let _ = socket.send_to(&answer, from);
            }
        });
        Self(count)
    }

    fn heard(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

/// The ways as the sheet on the page groups them, each with its names.
const GROUPS: &str = r"
    const groups = {};
    for (const title of document.querySelectorAll('article h3')) {
      const names = [];
      for (let next = title.nextElementSibling; next && !/^H/.test(next.tagName); next = next.nextElementSibling) {
        if (next.tagName === 'UL') names.push(...[...next.children].map((item) => item.textContent));
        if (next.classList.contains('ds-doc__reasons')) names.push(...[...next.querySelectorAll('dt')].map((name) => name.textContent));
        else if (next.tagName === 'DL') names.push(...[...next.querySelectorAll('dd')].flatMap((all) => all.textContent.split('; ')));
      }
      groups[title.textContent.split(':')[0]] = names;
    }
    return groups;
";

/// How each way came out, by the sheet.
#[derive(Debug)]
struct Sheet {
    stopped: Vec<&'static str>,
    arrived: Vec<&'static str>,
    unseen: Vec<&'static str>,
}

impl Visit {
    /// Goes to the self-test, which fetches every file once more, and waits until it has.
    async fn self_test(&self, language: &str) {
        self.loads.fetch_add(2, Ordering::Relaxed);
        let address = format!("{}criteria.html#self-test/{language}", self.origin);
        self.driver.goto(address).await.expect("the page loads");
        self.until("the page of the self-test", |look| HEADING.contains(&look.heading.as_str())).await;
    }

    async fn looked(&self) {
        self.until("the files, and a shut network", |look| {
            look.text.contains(LOOKED)
                && look.text.contains("The self-test has not been run.")
                && look.bar.contains("Network closed")
        })
        .await;
    }

    /// Runs both parts.
    async fn run_self_test(&self) {
        self.push(&json!({"starts": "Run the self-test"})).await;
        self.until("what was stopped", |look| look.text.contains(DONE) && look.text.contains("Stopped: "))
            .await;
        self.push(&json!({"starts": "Try the ways that need a window"})).await;
        self.until("what no policy stops", |look| {
            look.text.contains(DONE) && look.text.contains("opening a window")
        })
        .await;
    }

    async fn sheet(&self) -> Sheet {
        let groups: BTreeMap<String, Vec<String>> = serde_json::from_value(self.ask(GROUPS).await).unwrap();
        let of = |title: &str| -> Vec<&'static str> {
            let names = groups.get(title).cloned().unwrap_or_default();
            let way = |name: &String| {
                let known = WAYS.iter().find(|(_, words)| words.en == *name);
                known.unwrap_or_else(|| panic!("no way: {name}")).0
            };
            names.iter().map(way).collect()
        };
        let sheet = Sheet {
            stopped: of("Stopped"),
            arrived: of("Not stopped, and seen to arrive"),
            unseen: of("Cannot be seen from here"),
        };
        let mut all = [&sheet.stopped[..], &sheet.arrived, &sheet.unseen].concat();
        let mut known: Vec<&str> = WAYS.iter().map(|(way, _)| *way).collect();
        all.sort_unstable();
        known.sort_unstable();
        assert_eq!(all, known, "each way is on the sheet, once: {groups:?}");
        sheet
    }

    /// Which ways the server's log shows; then takes them out of it, with what a browser does besides:
    /// the headers' policy has it report.
    fn at_the_server(&self) -> Vec<&'static str> {
        let path = self.temp.join("requests.log");
        let log = std::fs::read_to_string(&path).unwrap();
        let asked = |line: &str| {
            let request: Value = serde_json::from_str(line).unwrap();
            request["path"].as_str().unwrap_or_default().to_owned()
        };
        let arrived =
            |way: &str| log.lines().any(|line| asked(line).ends_with(&format!("self-test-arrived-{way}")));
        let ways = WAYS.iter().map(|(way, _)| *way).filter(|way| arrived(way)).collect();
        // A browser asks for an icon for the window too.
        let is_own = |line: &&str| {
            let path = asked(line);
            !path.contains("self-test-arrived") && !["/csp-report", "/favicon.ico"].contains(&path.as_str())
        };
        let rest: String = log.lines().filter(is_own).map(|line| [line, "\n"].concat()).collect();
        std::fs::write(path, rest).unwrap();
        ways
    }
}

fn tells_the_truth(browser: Browser, bare: bool) {
    if !browser.is_there() {
        return;
    }
    let server = if bare { vec!["--bare".to_owned()] } else { Vec::new() };
    visit(Setup { browser, server, ..Setup::default() }, async move |visit| {
        let port = visit.origin.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        let stun = Stun::start(port);
        visit.self_test("en").await;
        visit.looked().await;
        visit.run_self_test().await;
        let sheet = visit.sheet().await;
        let arrived = visit.at_the_server();
        println!("{browser:?}, bare {bare}: {sheet:?}; at the server: {arrived:?}; STUN: {}", stun.heard());
        for way in STOPPED_EVERYWHERE {
            assert!(sheet.stopped.contains(&way), "{way}: {sheet:?}");
        }
        for way in ARRIVES_EVERYWHERE {
            assert!(sheet.arrived.contains(&way), "{way}: {sheet:?}");
        }
        // Nothing else arrived: nothing that is called stopped, nor what cannot be seen from the page.
        assert_eq!(arrived, ["window_open", "navigation"]);
        match sheet.arrived.contains(&"webrtc") {
            true => assert!(stun.heard() > 0, "called not stopped, and nothing was heard"),
            false => assert!(
                sheet.unseen.contains(&"webrtc") || stun.heard() == 0,
                "called stopped, and heard all the same"
            ),
        }
        if browser == Browser::Chromium {
            assert!(sheet.arrived.contains(&"webrtc"), "{sheet:?}");
        }
        assert_eq!(sheet.arrived.len(), 3 + usize::from(sheet.arrived.contains(&"webrtc")), "{sheet:?}");
        assert_eq!(visit.driver.windows().await.unwrap().len(), 1, "what was opened is closed");
        // What the browser says of all that is this test's own doing.
        if browser == Browser::Chromium {
            let _ = visit.driver.get_log("browser").await;
            watch::asked_for(&visit).await;
        }
        // The page goes on: in the other language, and to a file.
        visit.speak("cy").await;
        visit.until("the sheet in Welsh", |look| look.text.contains("Wedi'u rhwystro: ")).await;
        visit.speak("en").await;
        visit.until("the sheet in English", |look| look.text.contains("Stopped: ")).await;
        // After the first file Firefox opens its list of them, which takes the next press of a key.
        let pdf = ("Save as PDF", "-evidence.pdf");
        let page = (browser == Browser::Chromium).then_some(("Save as a web page", "-evidence.html"));
        for (button, name) in page.into_iter().chain([pdf]) {
            visit.push(&json!({"starts": button})).await;
            let given = |text: &str| text.contains("Given to your browser as ") && text.contains(name);
            visit.until(name, |look| given(&look.text)).await;
        }
        if browser == Browser::Chromium {
            let saved = visit.saved("-evidence.html").await;
            assert!(saved.contains("By the page&#39;s own policy alone"), "{saved}");
            assert!(visit.saved_bytes("-evidence.pdf").await.starts_with(b"%PDF"));
        }
    });
}

#[test]
fn tells_the_truth_in_chromium() {
    tells_the_truth(Browser::Chromium, false);
}

#[test]
fn tells_the_truth_in_chromium_without_headers() {
    tells_the_truth(Browser::Chromium, true);
}

#[test]
fn tells_the_truth_in_firefox() {
    tells_the_truth(Browser::Firefox, false);
}

#[test]
fn tells_the_truth_in_firefox_without_headers() {
    tells_the_truth(Browser::Firefox, true);
}

#[test]
fn tells_the_truth_in_webkit() {
    tells_the_truth(Browser::WebKit, false);
}

#[test]
fn tells_the_truth_in_webkit_without_headers() {
    tells_the_truth(Browser::WebKit, true);
}

/// A browser that takes no policy of the page: the test says that everything went, and warns.
#[test]
fn what_is_not_stopped_is_told() {
    const OPEN: &str = r"
        const append = Element.prototype.append;
        Element.prototype.append = function (...all) {
          if (all[0]?.httpEquiv !== 'Content-Security-Policy') append.apply(this, all);
        };
    ";
    let setup =
        Setup { before: Some(OPEN), server: vec!["--bare".to_owned()], broken: true, ..Setup::default() };
    visit(setup, async |visit| {
        visit.self_test("en").await;
        visit
            .until("the files, and an open network", |look| {
                look.text.contains(LOOKED) && look.text.contains("its network is open")
            })
            .await;
        visit.push(&json!({"starts": "Run the self-test"})).await;
        visit
            .until("what went", |look| look.text.contains(DONE) && look.text.contains("seen to arrive"))
            .await;
        visit.push(&json!({"starts": "Try the ways that need a window"})).await;
        visit
            .until("the rest", |look| look.text.contains(DONE) && look.text.contains("opening a window"))
            .await;
        let (sheet, arrived) = (visit.sheet().await, visit.at_the_server());
        for way in ["fetch", "xhr", "beacon", "image", "style", "font", "script", "frame", "worker_fetch"] {
            assert!(sheet.arrived.contains(&way) && arrived.contains(&way), "{way}: {sheet:?}");
        }
        let wrong: Vec<_> = sheet.stopped.iter().filter(|way| arrived.contains(way)).collect();
        assert!(wrong.is_empty(), "called stopped, and arrived: {wrong:?}");
        assert!(visit.look().await.text.contains("Enter no real case in this copy"));
        let _ = visit.driver.get_log("browser").await;
        watch::asked_for(&visit).await;
    });
}

/// A file that is not as it was built, one that is not there, and one that never comes.
#[test]
fn files_that_are_not_as_built_are_named() {
    let folder = std::env::temp_dir().join(format!("drive-self-test-{}", std::process::id()));
    copy(&dist(), &folder);
    std::fs::write(folder.join("frame.js"), "// changed\n").unwrap();
    std::fs::remove_file(folder.join("theme.js")).unwrap();
    let setup = Setup {
        folder: Some(folder.clone()),
        server: ["--stall", "error.js"].map(str::to_owned).into(),
        ..Setup::default()
    };
    visit(setup, async |visit| {
        visit.self_test("en").await;
        // As long as a file may take.
        tokio::time::sleep(Duration::from_secs(18)).await;
        visit.looked().await;
        let text = visit.look().await.text;
        for says in [
            "Not as they were built: 1",
            "Did not come: 2",
            "The server answered: 404.",
            "The server answered: nothing in time.",
        ] {
            assert!(text.contains(says), "{says}: {text}");
        }
        visit.leave_out("theme.js");
        let _ = visit.driver.get_log("browser").await;
    });
    std::fs::remove_dir_all(folder).unwrap();
}

impl Visit {
    /// Takes the requests for a file out of the log.
    fn leave_out(&self, file: &str) {
        let path = self.temp.join("requests.log");
        let log = std::fs::read_to_string(&path).unwrap();
        let rest: String =
            log.lines().filter(|line| !line.contains(file)).map(|line| [line, "\n"].concat()).collect();
        std::fs::write(path, rest).unwrap();
    }
}

#[test]
fn its_page_looks_well_and_is_reached_from_the_criteria() {
    visit(Setup::default(), async |visit| {
        let mut found = Found::default();
        visit.about("en").await;
        visit.until("the link", |look| look.text.contains(HEADING[0])).await;
        visit.loads.fetch_add(2, Ordering::Relaxed);
        visit.push(&json!({"starts": HEADING[0]})).await;
        visit.looked().await;
        assert_eq!(visit.ask("return location.hash;").await, json!("#self-test/en"));
        let text = visit.look().await.text;
        let files = std::fs::read_to_string(dist().join("files.json")).unwrap();
        let files: Value = serde_json::from_str(&files).unwrap();
        let files = files["sha256"].as_object().unwrap();
        assert!(files.len() > 25 && !files.contains_key("site.json"), "{files:?}");
        for (name, hash) in files {
            assert!(text.contains(name) && text.contains(hash.as_str().unwrap()), "{name}: {text}");
        }
        assert!(text.contains(&format!("Files: {0} of {0} are as they were built.", files.len())), "{text}");
        found.inspect(&visit, "the self-test", How::AlsoNarrowDarkForced).await;
        found.settle("the self-test");
    });
}
