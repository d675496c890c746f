//! The page as an element of pages that behave badly: whole screenings in them, what they can notice, and what is left of an
//! element that was removed. The pages are in `tests/hosts`.

use super::browser::{Browser, Running};
use super::cases::Case;
use super::harness::{Setup, Visit, copy, dist, visit};
use super::walker::{AtStop, TASKS};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The pages of `tests/hosts` with the build in their folder `drive`, removed when the last of these is dropped: a page may
/// still ask for a file when its test has ended.
#[derive(Clone)]
pub(crate) struct Hosts(Arc<Folder>);

struct Folder(PathBuf);

impl Hosts {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder =
            std::env::temp_dir().join(format!("drive-browser-hosts-{}-{number}", std::process::id()));
        copy(&dist(), &folder.join("drive"));
        let engine = Path::new(env!("CARGO_MANIFEST_DIR")).join("engine");
        if engine.is_dir() {
            copy(&engine, &folder.join("drive"));
        }
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hosts");
        for entry in std::fs::read_dir(&pages).unwrap().flatten().filter(|entry| entry.path().is_file()) {
            std::fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
        }
        // Those that are built: `make hosts`.
        let built = pages.join("apps/built");
        if built.is_dir() {
            copy(&built, &folder.join("apps"));
        }
        Self(Arc::new(Folder(folder)))
    }

    /// A page of them, under no headers but its own.
    pub(crate) fn setup(&self, path: &'static str, browser: Browser) -> Setup {
        let server = vec!["--bare".to_owned()];
        Setup { folder: Some(self.0.0.clone()), path, browser, server, ..Setup::default() }
    }

    /// Replaces a text in a page.
    pub(crate) fn edit(&self, name: &str, from: &str, to: &str) {
        let path = self.0.0.join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        std::fs::write(path, text.replace(from, to)).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

macro_rules! hosts {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        mod $name {
            use super::{Browser, screened};

            #[test]
            fn chromium() {
                screened(concat!(stringify!($name), ".html"), Browser::Chromium);
            }

            #[test]
            fn firefox() {
                screened(concat!(stringify!($name), ".html"), Browser::Firefox);
            }

            #[test]
            fn webkit() {
                screened(concat!(stringify!($name), ".html"), Browser::WebKit);
            }
        }
    )*};
}

hosts! {
    plain;
    /// A policy that names the page's own files alone and asks for trusted types.
    strict;
    /// Styles that let nothing be, from right to left.
    hostile;
    /// Sizes in tenths, floats, a narrow column, dark.
    old;
    /// A dialog and a form of the page: Enter sends the page on, and never the form around.
    dialog;
    /// The package as it is installed, in React.
    react;
    /// And in Angular.
    angular;
}

/// Whatever the page around sets, what is drawn looks the same; and it takes what it is meant to take.
#[test]
fn nothing_of_the_page_around_comes_in() {
    let hosts = Hosts::new();
    let pages = hosts.clone();
    visit(hosts.setup("plain.html", Browser::Chromium), async move |visit| {
        visit.loads.fetch_add(5, Ordering::Relaxed);
        let drawn = async || {
            visit.until("the page", |look| look.heading == super::harness::START).await;
            // As wide everywhere.
            visit.ask("ELEMENT.style.setProperty('width', '420px', 'important'); return null;").await;
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            visit
                .ask(
                    "const of = ['fontSize', 'fontFamily', 'letterSpacing', 'textTransform', 'textAlign', 'direction', 'color', 'backgroundColor', 'visibility', 'display', 'lineHeight', 'width', 'height'];
                     return ['h1', '.govuk-body', '.govuk-button', '.ds-bar', '.ds-exit', 'li'].map((selector) => {
                       const style = getComputedStyle(PAGE.querySelector(selector));
                       return of.map((name) => `${selector} ${name} ${style[name]}`);
                     }).flat();",
                )
                .await
        };
        let plain = drawn().await;
        assert_eq!(plain.as_array().unwrap().len(), 78);
        for page in ["hostile.html", "old.html", "dialog.html", "strict.html"] {
            visit.driver.goto([&visit.origin, page].concat()).await.unwrap();
            assert_eq!(drawn().await, plain, "{page}");
        }
        // Colours that can be read, and a font, are taken.
        pages.edit(
            "plain.html",
            "<drive-screening ",
            "<drive-screening style=\"--drive-accent: rgb(90, 20, 120); --drive-font: monospace\" ",
        );
        visit.driver.goto(visit.address()).await.unwrap();
        visit.until("the page", |look| look.heading == super::harness::START).await;
        let took = visit
            .ask("const link = getComputedStyle(PAGE.querySelector('.ds-bar__lang')); return [link.color, getComputedStyle(PAGE.querySelector('h1')).fontFamily];")
            .await;
        assert_eq!(took, json!(["rgb(90, 20, 120)", "monospace"]));
    });
}

/// The engine in a page, by every vignette.
#[test]
fn engine_in_chromium() {
    engine(Browser::Chromium);
}

#[test]
fn engine_in_firefox() {
    engine(Browser::Firefox);
}

#[test]
fn engine_in_webkit() {
    engine(Browser::WebKit);
}

fn engine(browser: Browser) {
    if !browser.is_there() {
        return;
    }
    let hosts = Hosts::new();
    let setup = Setup { broken: true, ..hosts.setup("several.html", browser) };
    visit(setup, async move |visit| {
        visit.loads.fetch_add(1, Ordering::Relaxed);
        let cases: Value = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{
               const {{ DriveError, engine }} = await import('/drive/engine.js');
               const drive = await engine();
               const wrong = [];
               for (const {{ id, sheet, expect }} of {cases}) {{
                 const result = drive.screen(sheet);
                 for (const key of ['outcome', 'possible', 'open', 'flags']) {{
                   if (JSON.stringify(result[key]) !== JSON.stringify(expect[key])) wrong.push([id, key, result[key]]);
                 }}
               }}
               const {{ verdict }} = await drive.check({{ format: 'pack/1', id: 'x', version: '1', extends: 'default', title: {{ en: 'X', cy: 'X' }}, about: {{ en: 'X', cy: 'X' }} }});
               const refused = await drive.criteria({{}}).catch((error) => error instanceof DriveError);
               return [wrong, verdict, refused];
             }})().then(done, (error) => done(String(error)));"
        );
        let came = visit.driver.execute_async(&script, Vec::new()).await.unwrap();
        assert_eq!(*came.json(), json!([[], "sound", true]));
    });
}

/// What an integrator opens finds nothing to mend, of the same origin and of another.
#[test]
fn conformance() {
    let hosts = Hosts::new();
    let setup = Setup { broken: true, ..hosts.setup("several.html", Browser::Chromium) };
    visit(setup, async move |visit| {
        let (other, address) = visit.served_elsewhere();
        let results = async |page: String| {
            visit.driver.goto(&page).await.unwrap();
            for _ in 0..400 {
                let results = visit.ask("return window.conformance ?? null;").await;
                if let Value::Array(results) = results {
                    let wrong: Vec<&Value> = results.iter().filter(|result| result["ok"] != true).collect();
                    assert!(wrong.is_empty(), "{page}: {wrong:#?}");
                    return results.len();
                }
                tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            }
            panic!("{page} does not end");
        };
        visit.loads.fetch_add(20, Ordering::Relaxed);
        // As served under the strict headers.
        assert_eq!(results([&address, "conformance.html"].concat()).await, 18);
        // And put beside the page of somebody else.
        assert_eq!(results([&visit.origin, "drive/conformance.html#", &address].concat()).await, 14);
        visit.driver.goto([&visit.origin, "several.html"].concat()).await.unwrap();
        let _ = visit.driver.get_log("browser").await;
        drop(other);
    });
}

/// A whole screening by keyboard in both languages, each part on screen, and a PDF for the page around.
fn screened(path: &'static str, browser: Browser) {
    if !browser.is_there() {
        return;
    }
    let hosts = Hosts::new();
    visit(hosts.setup(path, browser), async move |visit| {
        visit.tells_nothing_before_consent().await;
        let case = Case::new("V05", visit.today().await);
        visit.vignette(&case, AtStop::SeeResult).await;
        assert_eq!(visit.noticed().await, json!([]), "the page around notices nothing of what a person does");
        assert_eq!(visit.ask("return window.submitted ?? 0;").await, 0, "no form of the page around is sent");
        let types = visit.types().await;
        assert_eq!(types, ["ready"], "before the person agrees");
        visit.until("the documents", |look| look.text.contains("Send Part A to Example case system")).await;
        // A part goes to the page around because the person presses the button that names it.
        visit.push(&json!({"starts": "Send Part A to Example case system"})).await;
        visit.until("the part was given", |look| look.text.contains("Sent to Example case system: ")).await;
        let given = visit.ask("const bytes = window.files[0]; return [new TextDecoder().decode(bytes.slice(0, 5)), bytes.length];").await;
        assert_eq!(given[0], "%PDF-");
        assert!(given[1].as_u64().unwrap() > 10_000, "{given}");
        assert_eq!(visit.types().await, ["ready", "document"]);
        visit.clear_everything().await;
        assert_eq!(visit.types().await, ["ready", "document", "closed"]);
    });
}

/// Once the person agrees, once and in words that name it, the page around hears states of sections and the result.
#[test]
fn what_is_told_after_consent() {
    let hosts = Hosts::new();
    visit(hosts.setup("plain.html", Browser::Chromium), async move |visit| {
        let case = Case::new("V05", visit.today().await);
        visit.push(&json!({"starts": "Yes, tell it"})).await;
        visit
            .until("it is told", |look| look.text.contains("Example case system is told which sections"))
            .await;
        assert_eq!(visit.go("Start screening").await.heading, TASKS);
        visit.screen(&case.answers, AtStop::SeeResult).await;
        let heard = visit.ask("return window.heard;").await;
        let heard = heard.as_array().unwrap();
        let outcome: Vec<&Value> = heard.iter().filter(|said| said["type"] == "outcome").collect();
        assert_eq!(outcome.len(), 1, "{heard:#?}");
        assert_eq!(outcome[0]["outcome"], case.outcome.as_str());
        let progress: Vec<&Value> = heard.iter().filter(|said| said["type"] == "progress").collect();
        assert!(progress.len() > 3, "{heard:#?}");
        for said in progress {
            for section in said["sections"].as_array().unwrap() {
                let keys: Vec<&String> = section.as_object().unwrap().keys().collect();
                assert_eq!(keys, ["id", "state"]);
            }
        }
        // Everything forgotten, it is asked anew.
        visit.clear_everything().await;
        assert!(visit.go("Start again").await.text.contains("May Example case system be told"));
    });
}

/// Answers of the page's own system are shown as such until the person has seen them.
#[test]
fn answers_of_the_system_around() {
    let hosts = Hosts::new();
    hosts.edit("plain.html", r#"<script type="module" src="/host.js"></script>"#, "");
    visit(hosts.setup("plain.html", Browser::Chromium), async move |visit| {
        // Another element, and the program that reads the answers for it.
        visit.loads.fetch_add(2, Ordering::Relaxed);
        let day = visit.today().await;
        let sheet = json!({
            "format": "answers/1", "pack": "default", "screened_on": day.to_string(),
            "answers": {"idva": "none", "victim_view": "objects", "judgement_high": "yes", "in_area": "yes"},
        });
        // Too late for an element that is drawn, whatever the person has done.
        let late = format!(
            "const done = arguments[arguments.length - 1];
             document.querySelector('drive-screening').prefill({sheet}, {{system: 'x'}}).then(done, (error) => done(error.code));"
        );
        let late = visit.driver.execute_async(&late, Vec::new()).await.unwrap();
        assert_eq!(late.json(), "embed-too-late");
        let script = format!(
            "const done = arguments[arguments.length - 1];
             const element = document.createElement('drive-screening');
             element.setAttribute('shadow', 'open');
             const bad = element.prefill('{{', {{system: 'Example case system'}}).catch((error) => error.code);
             const good = element.prefill({sheet}, {{system: 'Example case system'}});
             document.querySelector('drive-screening').replaceWith(element);
             Promise.all([bad, good, element.ready]).then(([bad, good]) => done([bad, good]), (error) => done(String(error)));"
        );
        let came = visit.driver.execute_async(&script, Vec::new()).await.unwrap();
        assert_eq!(came.json()[0], "embed-too-late", "the later one counts");
        assert_eq!(came.json()[1]["left_out"][0]["at"], "answers/judgement_high");
        visit.until("the new element", |look| look.heading == super::harness::START).await;
        assert_eq!(visit.go("Start screening").await.heading, TASKS);
        let mut look = visit.go("Continue").await;
        while look.names() != ["idva", "idva_advises_pause", "victim_view"] {
            visit.answer_page(&serde_json::Map::new()).await;
            look = visit.submit().await;
        }
        assert!(look.text.contains("From Example case system, not yet confirmed"), "{}", look.text);
        assert!(look.of("victim_view").any(|control| control.value == "objects" && control.checked));
        // It is read out with the question; what is typed anew is the person's own.
        let described = "return [...PAGE.querySelectorAll('fieldset')].map((set) => (set.getAttribute('aria-describedby') ?? '').split(' ').some((id) => PAGE.getElementById(id)?.textContent.startsWith('From Example')));";
        assert_eq!(visit.ask(described).await, json!([true, false, true]));
        visit.answer(&look, "idva_advises_pause", &json!("no")).await;
        visit.submit().await;
        let heading = look.heading.clone();
        visit.go("Back").await;
        let look = visit.look().await;
        assert_eq!(look.heading, heading);
        assert!(!look.text.contains("not yet confirmed"), "going on confirms it");
    });
}

/// Several at once, each with its own answers; one that is moved keeps them, one that is removed ends.
#[test]
fn elements_come_and_go() {
    let hosts = Hosts::new();
    let setup = Setup { broken: true, ..hosts.setup("several.html", Browser::Chromium) };
    visit(setup, async move |visit| {
        visit.has("hosts").await;
        visit.loads.fetch_add(9, Ordering::Relaxed);
        let run = async |script: &str| {
            let script = format!(
                "const done = arguments[arguments.length - 1];
                 const {{ here, there, element }} = window.hosts;
                 const inside = (host, selector) => [...host.shadowRoot.querySelectorAll(selector)];
                 const button = (host, text) => inside(host, 'button').find((one) => one.textContent.startsWith(text));
                 const turned = () => new Promise((turn) => setTimeout(turn, 100));
                 (async () => {{ {script} }})().then(done, (error) => done(String(error.stack ?? error)));"
            );
            visit.driver.execute_async(&script, Vec::new()).await.unwrap().json().clone()
        };
        // Two, in two languages, one of them where the first is drawn already.
        let both = run("const one = element(), other = element({ lang: 'cy' });
            here.append(one);
            await one.ready;
            there.append(other);
            await other.ready;
            button(one, 'Start').click();
            await turned();
            return [one, other].map((host) => inside(host, 'h1')[0].textContent);")
        .await;
        assert_eq!(both, json!(["Screening and referral", "Sgrinio achos ar gyfer panel Drive"]));
        // Moved, with its page; and its language follows its attribute.
        let moved = run("const one = here.firstElementChild;
            there.prepend(one);
            await turned();
            one.setAttribute('lang', 'cy');
            await turned();
            return [there.children.length, inside(one, 'h1')[0].textContent];")
        .await;
        assert_eq!(moved, json!([2, "Sgrinio ac atgyfeirio"]));
        // Removed, it is empty; put back, it begins afresh.
        let again = run("const one = there.firstElementChild;
            one.remove();
            await turned();
            const left = one.shadowRoot.textContent;
            here.append(one);
            await one.ready;
            return [left, inside(one, 'h1')[0].textContent];")
        .await;
        assert_eq!(again, json!(["", "Sgrinio achos ar gyfer panel Drive"]));
        // A root that nobody asked to open is closed; one removed while it starts says so.
        let closed = run("const one = element();
            one.removeAttribute('shadow');
            const ready = one.ready.catch((error) => error.code);
            here.append(one);
            await turned();
            const closed = one.shadowRoot;
            one.remove();
            const gone = element();
            const never = gone.ready.catch((error) => [error.code, error.next_step.length > 0]);
            here.append(gone);
            gone.remove();
            return [closed, await never, (await ready).type];")
        .await;
        assert_eq!(closed[0], Value::Null);
        assert_eq!(closed[1], json!(["embed-ended", true]));
        // Each by a site of its own.
        let sites = run("const one = element({ site: '/own-site.json' }), other = element();
            here.replaceChildren(one, other);
            const said = await Promise.all([one.ready, other.ready]);
            return said.map(({ pack, languages }) => [pack.id, languages[0]]);")
        .await;
        assert_eq!(sites, json!([["min16", "cy"], ["default", "en"]]));
        // Without criteria there is no screening, and nobody waits for it.
        let broken = run("const one = element({ site: '/broken-site.json' });
            const error = one.next('error');
            here.replaceChildren(one);
            const ready = await one.ready.catch((refused) => refused.code);
            return [ready, (await error).code, inside(one, 'h1')[0].textContent];")
        .await;
        assert_eq!(broken, json!(["embed-no-criteria", "embed-no-criteria", "The criteria cannot be used"]));
        let refused = run("const one = element();
            one.style.setProperty('--drive-accent', '#ffff00');
            const error = one.next('error');
            here.append(one);
            return [(await error).code, (await error).message];")
        .await;
        assert_eq!(refused[0], "embed-theme");
        assert!(refused[1].as_str().unwrap().contains("--drive-accent: #ffff00 is 1."), "{refused}");
    });
}

/// Fifty elements come and go, and what they took is given back.
#[test]
fn fifty_leave_nothing() {
    let hosts = Hosts::new();
    let setup = Setup { broken: true, ..hosts.setup("several.html", Browser::Chromium) };
    visit(setup, async move |visit| {
        visit.has("hosts").await;
        visit.loads.fetch_add(55, Ordering::Relaxed);
        let mount = |times: usize| {
            format!(
                "const done = arguments[arguments.length - 1];
                 (async () => {{
                   const {{ here, element }} = window.hosts;
                   for (let time = 0; time < {times}; time += 1) {{
                     const one = element();
                     here.append(one);
                     await one.ready;
                     one.remove();
                     await new Promise((turn) => setTimeout(turn, 20));
                   }}
                 }})().then(() => done(null), (error) => done(String(error)));"
            )
        };
        let run = async |times| {
            let ended = visit.driver.execute_async(mount(times), Vec::new()).await.unwrap();
            assert_eq!(*ended.json(), Value::Null);
            visit.devtools("HeapProfiler.collectGarbage", json!({})).await;
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            visit.devtools("HeapProfiler.collectGarbage", json!({})).await;
            let heap = visit.devtools("Runtime.getHeapUsage", json!({})).await;
            let counts = visit.devtools("Memory.getDOMCounters", json!({})).await;
            let number = |of: &Value, key: &str| of[key].as_f64().unwrap();
            [
                number(&heap, "usedSize") + number(&heap, "backingStorageSize"),
                number(&counts, "nodes"),
                number(&counts, "jsEventListeners"),
            ]
        };
        // What the page keeps of the programs, once, may still be on its way when the first elements are gone.
        let mut before = run(5).await;
        for _ in 0..20 {
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
            let now = run(0).await;
            if (now[0] - before[0]).abs() < 50_000.0 {
                break;
            }
            before = now;
        }
        let after = run(50).await;
        println!(
            "after 5 and 55 elements: heap {} and {} KB, nodes {} and {}, listeners {} and {}",
            before[0] as u64 / 1000,
            after[0] as u64 / 1000,
            before[1],
            after[1],
            before[2],
            after[2]
        );
        // The program is 2 MB of it; an element takes about 0.3 while it is there.
        assert!(after[0] - before[0] < 400_000.0, "the heap grows: {before:?}, {after:?}");
        assert!(
            after[1] - before[1] < 200.0 && after[2] - before[2] < 50.0,
            "nodes stay: {before:?}, {after:?}"
        );
    });
}

/// From another origin, by way of its headers and a script of the page's own.
#[test]
fn from_another_origin() {
    from_elsewhere("plain.html", "", "");
}

/// And under the strict policy, changed as the guide says.
#[test]
fn from_another_origin_under_a_policy() {
    let own = "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src blob:";
    from_elsewhere(
        "strict.html",
        own,
        "script-src 'self' 'wasm-unsafe-eval' COPY; connect-src 'self' COPY; worker-src blob:",
    );
}

/// A whole vignette in a page that takes the element from another origin, with this of its policy instead.
fn from_elsewhere(path: &'static str, policy: &'static str, instead: &'static str) {
    let hosts = Hosts::new();
    let pages = hosts.clone();
    let setup = Setup { broken: true, ..hosts.setup("several.html", Browser::Chromium) };
    visit(setup, async move |visit| {
        let (other, address) = visit.served_elsewhere();
        pages.edit(path, "/drive/", &address);
        if !policy.is_empty() {
            pages.edit(path, policy, &instead.replace("COPY", address.trim_end_matches('/')));
        }
        let visit = Visit { path, ..visit };
        visit.open(true).await;
        let case = Case::new("V17", visit.today().await);
        visit.vignette(&case, AtStop::SeeResult).await;
        // The exporter started as well.
        visit.until("the documents", |look| look.text.contains("Send Part A to Example case system")).await;
        visit.push(&json!({"starts": "Send Part A to Example case system"})).await;
        visit.until("the part was given", |look| look.text.contains("Sent to Example case system: ")).await;
        assert_eq!(visit.types().await, ["ready", "document"]);
        visit.clear_everything().await;
        drop(other);
    });
}

/// How long until a person can begin, by each door, and how long a call of the engine takes. A measurement.
#[test]
#[ignore = "a measurement"]
fn speed_of_doors() {
    let hosts = Hosts::new();
    let before = "globalThis.drawn = new Promise((drawn) => {
        const look = () => {
          const element = document.querySelector('drive-screening');
          if (element) element.addEventListener('ready', () => drawn(performance.now()));
          else if (document.querySelector('main h1')?.textContent.startsWith('Screen a case')) drawn(performance.now());
          else return requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });";
    let setup =
        Setup { broken: true, before: Some(before), ..hosts.setup("several.html", Browser::Chromium) };
    visit(setup, async move |visit| {
        for (name, page) in [("page", "drive/index.html"), ("element", "plain.html")] {
            for rate in [1, 4] {
                let mut times = Vec::new();
                for _ in 0..9 {
                    visit.loads.fetch_add(2, Ordering::Relaxed);
                    visit.devtools("Network.clearBrowserCache", json!({})).await;
                    visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": rate})).await;
                    visit.driver.goto([&visit.origin, page].concat()).await.unwrap();
                    let script = "const done = arguments[arguments.length - 1]; globalThis.drawn.then(done);";
                    let came = visit.driver.execute_async(script, Vec::new()).await.unwrap();
                    times.push(came.json().as_f64().unwrap());
                }
                times.sort_by(f64::total_cmp);
                println!(
                    "{name}, {rate}x slower: drawn after {:.0} ms ({:.0} to {:.0})",
                    times[4], times[0], times[8]
                );
            }
        }
        visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 1})).await;
        let sheet: Value = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{
               const {{ engine }} = await import('/drive/engine.js');
               const drive = await engine();
               const times = [];
               for (let round = 0; round < 40; round += 1) {{
                 const started = performance.now();
                 for (let call = 0; call < 25; call += 1) drive.screen({});
                 times.push((performance.now() - started) * 40);
               }}
               return times.sort((a, b) => a - b)[20];
             }})().then(done, (error) => done(String(error)));",
            sheet[0]["sheet"]
        );
        let took = visit.driver.execute_async(&script, Vec::new()).await.unwrap();
        println!("engine: a call takes {:.0} us of 200", took.json().as_f64().unwrap());
        let _ = visit.driver.get_log("browser").await;
    });
}

impl Visit {
    /// Waits until a script of the page around has set a name of its own.
    async fn has(&self, name: &str) {
        for _ in 0..1200 {
            if self.ask(&format!("return typeof window.{name} !== 'undefined';")).await == true {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        panic!("the page around has no {name}");
    }

    /// What the element said, by type.
    async fn types(&self) -> Vec<String> {
        let types = self.ask("return window.heard.map(({ type }) => type);").await;
        serde_json::from_value(types).unwrap()
    }

    /// What came up to the page around.
    async fn noticed(&self) -> Value {
        self.ask("return window.noticed;").await
    }

    /// A few keys and clicks inside, of which the page around hears nothing.
    async fn tells_nothing_before_consent(&self) {
        self.until("the page around hears that it is there", |look| look.heading == super::harness::START)
            .await;
        self.speak("cy").await;
        self.speak("en").await;
        assert_eq!(self.types().await, ["ready"]);
        assert_eq!(self.noticed().await, json!([]));
    }
}

/// In a frame of another origin: the page, sized by a small script, speaks to the page around through a channel of its own.
#[test]
fn framed() {
    framed_in(Browser::Chromium);
}

#[test]
fn framed_in_firefox() {
    framed_in(Browser::Firefox);
}

#[test]
fn framed_in_webkit() {
    framed_in(Browser::WebKit);
}

fn framed_in(browser: Browser) {
    if !browser.is_there() {
        return;
    }
    let hosts = Hosts::new();
    let pages = hosts.clone();
    let setup = Setup { broken: true, ..hosts.setup("several.html", browser) };
    visit(setup, async move |visit| {
        let (other, address) = visit.served_elsewhere();
        pages.edit("frame-host.js", "/drive/", &address);
        // Its own files come from where the frame does.
        visit.loads.fetch_add(1, Ordering::Relaxed);
        let page = [&visit.origin, "frame.html"].concat();
        visit.driver.goto(&page).await.unwrap();
        visit.has("drive").await;
        let day = visit.today().await;
        let sheet = json!({
            "format": "answers/1", "pack": "default", "screened_on": day.to_string(),
            "answers": {"idva": "none", "victim_safe_phone": "01632 960000"},
        });
        let refused = format!(
            "const done = arguments[arguments.length - 1];
             const framed = window.drive({{ lang: 'cy', prefill: {{ system: 'Example case system', sheet: {sheet} }} }});
             const settled = Promise.all([framed.ready, framed.prefilled.catch((error) => [error.code, error.problems.length])]);
             settled.then(done, (error) => done([error.code, error.next_step]));"
        );
        let ready = visit.driver.execute_async(&refused, Vec::new()).await.unwrap();
        assert_eq!(ready.json()[0]["languages"], json!(["en", "cy"]), "{}", ready.json());
        assert_eq!(ready.json()[1], json!(["sheet-unknown-fact", 1]), "a fact of a group is none of its own");
        visit.driver.enter_frame(0).await.unwrap();
        let inside = Visit { path: "index.html", ..visit.clone() };
        let shut = "Rhwydwaith ar gau";
        let look = inside.until("the page in Welsh, its network shut", |look| look.bar.contains(shut)).await;
        assert!(look.text.contains("A gaiff Example case system wybod"), "{}", look.text);
        // Before the person agreed nothing that could follow from an answer reaches the page around: neither how tall the
        // page inside is, nor how many pages were shown.
        visit.driver.enter_default_frame().await.unwrap();
        let told = "const { height } = document.querySelector('iframe').getBoundingClientRect(); return [height === innerHeight, history.length];";
        let before = visit.ask(told).await;
        assert_eq!(before[0], true, "{before}");
        // What nobody should send is dropped, and what the page around hears is of a person who agreed.
        let dropped = visit
            .driver
            .execute_async(
                "const done = arguments[arguments.length - 1];
                 const inside = document.querySelector('iframe').contentWindow;
                 for (const wrong of [null, 1, { drive: 1, type: 'hello' }, { drive: 2, type: 'hello', name: 'x' }, { type: 'prefill' }]) inside.postMessage(wrong, '*');
                 const { port2 } = new MessageChannel();
                 inside.postMessage({ drive: 1, type: 'hello', name: 'Another' }, '*', [port2]);
                 setTimeout(async () => done([window.heard.map(({ type }) => type), window.framed.dropped, await window.framed.droppedInside()]), 200);",
                Vec::new(),
            )
            .await
            .unwrap();
        assert_eq!(*dropped.json(), json!([["ready"], 0, 6]), "five that are wrong, and a second channel");
        // A whole screening in it, in both languages, and a PDF for the page around.
        visit.driver.enter_frame(0).await.unwrap();
        let inside = Visit { path: "", origin: address + "index.html", ..visit.clone() };
        inside.speak("en").await;
        let case = Case::new("V05", day);
        inside.vignette(&case, AtStop::SeeResult).await;
        inside.until("the documents", |look| look.text.contains("Send Part A to Example case system")).await;
        visit.driver.enter_default_frame().await.unwrap();
        assert_eq!(visit.ask(told).await, before, "after a whole screening");
        visit.driver.enter_frame(0).await.unwrap();
        inside.push(&json!({"starts": "Send Part A to Example case system"})).await;
        inside.until("the part was given", |look| look.text.contains("Sent to Example case system: ")).await;
        visit.driver.enter_default_frame().await.unwrap();
        // It says so once it has sent it; the page around hears of it when its turn comes.
        let heard = "const done = arguments[arguments.length - 1];
            const look = () => {
              if (!window.files.length) return setTimeout(look, 20);
              done([window.heard.map(({ type }) => type), new TextDecoder().decode(window.files[0].slice(0, 5))]);
            };
            look();";
        let heard = visit.driver.execute_async(heard, Vec::new()).await.expect("the part comes");
        assert_eq!(*heard.json(), json!([["ready", "document"], "%PDF-"]));
        visit.agreed_heights().await;
        // Gone, it says so.
        let gone = visit
            .driver
            .execute_async(
                "const done = arguments[arguments.length - 1];
                 const next = window.framed.next('outcome', { signal: AbortSignal.timeout(100) }).catch((error) => error.name);
                 next.then((name) => { window.framed.remove(); done([name, document.querySelectorAll('iframe').length]); });",
                Vec::new(),
            )
            .await
            .unwrap();
        assert_eq!(*gone.json(), json!(["TimeoutError", 0]));
        drop(other);
    });
}

/// A page that site.json does not name gets a page that speaks to nobody, whatever it sends.
#[test]
fn framed_by_nobody_it_knows() {
    let hosts = Hosts::new();
    let pages = hosts.clone();
    let setup = Setup { broken: true, ..hosts.setup("several.html", Browser::Chromium) };
    visit(setup, async move |visit| {
        // No policy keeps it from being framed here, and the origin it knows is another.
        pages.edit("drive/site.json", "\"pack\"", "\"embed\": [\"https://intranet.example\"], \"pack\"");
        visit.driver.goto([&visit.origin, "frame.html"].concat()).await.unwrap();
        visit.loads.fetch_add(1, Ordering::Relaxed);
        visit.has("drive").await;
        visit.act("window.drive({ lang: 'cy' }); return null;").await;
        let page = Visit { path: "", origin: [&visit.origin, "drive/index.html"].concat(), ..visit.clone() };
        tokio::time::sleep(std::time::Duration::from_millis(1000)).await;
        visit.act("const inside = document.querySelector('iframe').contentWindow; const { port2 } = new MessageChannel(); inside.postMessage({ drive: 1, type: 'hello', name: 'Somebody' }, '*', [port2]); return null;").await;
        visit.driver.enter_frame(0).await.unwrap();
        page.started().await;
        assert!(!page.look().await.text.contains("be told how this goes"));
        visit.driver.enter_default_frame().await.unwrap();
        assert_eq!(visit.ask("return window.heard;").await, json!([]));
        // Of one origin, as the browser remarks.
        let _ = visit.driver.get_log("browser").await;
    });
}

/// As SharePoint frames it: a sandbox, a fixed size, no script around. It works by itself, and asks nobody.
#[test]
fn framed_as_sharepoint_does() {
    let hosts = Hosts::new();
    let pages = hosts.clone();
    let setup = Setup { broken: true, ..hosts.setup("several.html", Browser::Chromium) };
    visit(setup, async move |visit| {
        let (other, address) = visit.served_elsewhere();
        pages.edit("sharepoint.html", "/drive/", &address);
        visit.driver.goto([&visit.origin, "sharepoint.html"].concat()).await.unwrap();
        let inside = Visit { path: "", origin: address + "index.html", ..visit.clone() };
        let mut look = inside.look().await;
        for _ in 0..200 {
            // What was there before the page came is another document.
            visit.driver.enter_default_frame().await.unwrap();
            visit.driver.enter_frame(0).await.unwrap();
            look = inside.look().await;
            if look.heading == super::harness::START {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        assert_eq!(look.heading, super::harness::START);
        inside.started().await;
        assert!(!look.text.contains("be told how this goes"), "{}", look.text);
        let case = Case::new("V17", inside.today().await);
        inside.reach_result(&case, AtStop::SeeResult).await;
        visit.driver.enter_default_frame().await.unwrap();
        drop(other);
    });
}

impl Visit {
    /// In a frame made anew: once the person agrees the page around follows the height of the page inside, and no longer when
    /// they take it back.
    async fn agreed_heights(&self) {
        self.loads.fetch_add(1, Ordering::Relaxed);
        let again = "const done = arguments[arguments.length - 1]; window.drive({ lang: 'en' }).ready.then(() => done(true), (error) => done(error.code));";
        let ready = self.driver.execute_async(again, Vec::new()).await.unwrap();
        assert_eq!(*ready.json(), json!(true));
        for (button, follows) in [("Yes, tell it", true), ("No, tell it nothing", false)] {
            self.driver.enter_frame(0).await.unwrap();
            let click = format!(
                "[...document.querySelectorAll('main button, main label')].find((one) => one.innerText.trim() === '{button}')?.click(); return Math.ceil(document.body.getBoundingClientRect().height);"
            );
            self.act(&click).await;
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            let tall = self.ask("return Math.ceil(document.body.getBoundingClientRect().height);").await;
            self.driver.enter_default_frame().await.unwrap();
            let is = self
                .ask("return [document.querySelector('iframe').getBoundingClientRect().height, innerHeight];")
                .await;
            let wanted = if follows { &tall } else { &is[1] };
            assert_eq!(is[0].as_f64(), wanted.as_f64(), "{button}: {is}, the page inside {tall}");
        }
    }

    /// The build, served from another origin to the page that this one is on.
    fn served_elsewhere(&self) -> (Running, String) {
        let origin = self.origin.trim_end_matches('/').to_owned();
        let serve =
            ["--dir", &dist().display().to_string(), "--quick", "--embed", &origin].map(str::to_owned);
        let other = Running::server(&serve);
        let address = format!("http://127.0.0.1:{}/", other.port);
        self.elsewhere.set(address.clone()).unwrap();
        (other, address)
    }
}
