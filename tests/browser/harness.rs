//! A browser, its driver and the server, started for one test and ended with it.

use super::browser::{Browser, Running};
use super::page::Look;
use super::watch;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, OnceLock};
use std::time::{Duration, Instant};
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;

/// Browsers at once: more are slower on two cores, and their waits would run out.
const AT_ONCE: usize = 2;
/// How long a page may take to come: far longer than it does, so that a busy machine fails no test.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a page that is being replaced may answer with an error.
const REPLACED: Duration = Duration::from_secs(10);
static RUNNING: (Mutex<usize>, Condvar) = (Mutex::new(0), Condvar::new());

/// What a test asks of the server and the browser.
#[derive(Clone, Default)]
pub(crate) struct Setup {
    /// Which browser.
    pub(crate) browser: Browser,
    /// Arguments for the server.
    pub(crate) server: Vec<String>,
    /// A script that runs before the page's own, to make the browser a lesser one. Chromium only.
    pub(crate) before: Option<&'static str>,
    /// The folder to serve, where it is not the build.
    pub(crate) folder: Option<PathBuf>,
    /// The page of another that this one stands in, in that folder.
    pub(crate) path: &'static str,
    /// The page does not start: no wait for its first heading.
    pub(crate) broken: bool,
    /// Whoever visits knows the keys: each choice by its digit.
    pub(crate) quick: bool,
    /// The browser is let keep the files of the page.
    pub(crate) offline: bool,
    /// nginx serves, and not the server of the tests.
    pub(crate) nginx: bool,
    /// A folder that the test keeps, to look at what the browser wrote: all that it writes is in its folder `profile`.
    pub(crate) kept: Option<PathBuf>,
    /// The browser ends as in a crash.
    pub(crate) crashes: bool,
    /// The browser brings back the tabs that it had in that folder the last time: the page is not loaded.
    pub(crate) restores: bool,
}

/// A visit to the page.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) driver: WebDriver,
    pub(crate) browser: Browser,
    pub(crate) origin: String,
    /// The page of another that this one stands in.
    pub(crate) path: &'static str,
    /// Where the build is served from, where that is another origin.
    pub(crate) elsewhere: Arc<OnceLock<String>>,
    pub(crate) temp: PathBuf,
    /// How often the page was loaded.
    pub(crate) loads: Arc<AtomicUsize>,
    /// How many keys were pressed but for characters typed into text.
    pub(crate) presses: Arc<AtomicUsize>,
    /// The page was not meant to start.
    pub(crate) broken: bool,
    /// Whoever visits knows the keys.
    pub(crate) quick: bool,
    /// The browser is let keep the files of the page.
    pub(crate) offline: bool,
    /// nginx serves: the link `current` in `temp` says what.
    pub(crate) nginx: bool,
    /// The server, until it is stopped.
    pub(crate) server: Arc<Mutex<Option<Running>>>,
}

/// Runs a test in a fresh browser, and then checks what holds after every visit.
pub(crate) fn visit<F, Fut>(setup: Setup, test: F)
where
    F: FnOnce(Visit) -> Fut + Send + 'static,
    Fut: Future<Output = ()> + Send + 'static,
{
    let _turn = Turn::take();
    let own = setup.kept.is_none().then(Temp::new);
    let temp = setup.kept.clone().or(own.as_ref().map(|own| own.0.clone())).expect("one of the two");
    let folder = setup.folder.clone().unwrap_or_else(dist);
    let mut serve =
        vec!["--dir".to_owned(), folder.display().to_string(), "--report".to_owned(), "--quick".to_owned()];
    serve.extend(["--log".to_owned(), temp.join("requests.log").display().to_string()]);
    if !setup.offline {
        serve.push("--online".to_owned());
    }
    serve.extend(setup.server.iter().cloned());
    let server = if setup.nginx { Running::nginx(&folder, &temp) } else { Running::server(&serve) };
    let driver = setup.browser.driver(setup.kept.as_ref().map(|kept| kept.join("profile")).as_deref());
    let origin = format!("http://127.0.0.1:{}/", server.port);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let capabilities = setup.browser.capabilities(&temp, setup.restores);
        let browser = WebDriver::new(&driver.address, capabilities).await.expect("the browser starts");
        let visit = Visit {
            driver: browser.clone(),
            browser: setup.browser,
            origin,
            path: setup.path,
            elsewhere: Arc::default(),
            temp: temp.clone(),
            loads: Arc::default(),
            presses: Arc::default(),
            broken: setup.broken,
            quick: setup.quick,
            offline: setup.offline,
            nginx: setup.nginx,
            server: Arc::new(Mutex::new(Some(server))),
        };
        // In a task of its own, so that the browser is ended when the test panics.
        let outcome = tokio::spawn(async move {
            if let Some(script) = setup.before {
                visit.devtools("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await;
            }
            if !setup.restores {
                visit.open(!setup.broken).await;
            }
            test(visit.clone()).await;
            watch::nothing_left(&visit).await;
        });
        let outcome = outcome.await;
        if setup.crashes {
            driver.crash();
        }
        let ended = browser.quit().await;
        assert!(setup.crashes || ended.is_ok(), "the browser ends: {ended:?}");
        if let Err(failed) = outcome {
            std::panic::resume_unwind(failed.into_panic());
        }
    });
}

impl Visit {
    /// Loads the page and waits until it has started and shut its network.
    pub(crate) async fn open(&self, starts: bool) {
        self.loads.fetch_add(1, Ordering::Relaxed);
        self.driver.goto(self.address()).await.expect("the page loads");
        if starts {
            self.started().await;
        }
    }

    /// The address that is loaded.
    pub(crate) fn address(&self) -> String {
        [&self.origin, self.path].concat()
    }

    /// The server ends: nothing answers at the page's address.
    pub(crate) fn stop_server(&self) {
        drop(self.server.lock().unwrap().take());
    }

    /// Waits until the page has started.
    pub(crate) async fn started(&self) {
        // What is not its own it cannot shut.
        let says = if self.path.is_empty() { "Network closed" } else { "This page sends nothing by itself" };
        let started = |look: &Look| look.heading == START && look.bar.contains(says);
        self.until("the page starts and shuts its network", started).await;
    }

    /// Polls the page until `wanted` holds.
    pub(crate) async fn until(&self, what: &str, wanted: impl Fn(&Look) -> bool) -> Look {
        let mut last = String::new();
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            let look = self.look().await;
            if wanted(&look) {
                return look;
            }
            last = format!("{} | focus {:?} | {:?}", look.heading, look.focus, look.errors);
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("waited in vain for: {what}; at: {last}");
    }

    /// Runs a script that only looks, with the looking functions of `page.js`. One that meets a page which is just being replaced is
    /// ended by the browser, with an error, and has to be asked of the page that comes.
    pub(crate) async fn ask(&self, script: &str) -> Value {
        let started = Instant::now();
        loop {
            match self.run(script).await {
                Ok(answer) => return answer,
                Err(error) if started.elapsed() > REPLACED => panic!("{error}: {script}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
    }

    /// Whether a condition of the page comes to hold.
    pub(crate) async fn comes_to(&self, condition: &str) -> bool {
        let (script, started) = (format!("return !!({condition});"), Instant::now());
        while started.elapsed() < PATIENCE {
            if self.ask(&script).await == true {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        false
    }

    /// Lets one frame pass. A page that is being replaced has none, and a script that waits in it is ended.
    pub(crate) async fn frame(&self) {
        let script =
            "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => setTimeout(done));";
        let _ = self.driver.execute_async(script, Vec::new()).await;
    }

    /// Runs a script that presses or changes something, with the same functions: once, as it may have been done though no answer came.
    pub(crate) async fn act(&self, script: &str) -> Value {
        self.run(script).await.unwrap_or_else(|error| panic!("{error}: {script}"))
    }

    async fn run(&self, script: &str) -> WebDriverResult<Value> {
        let whole = format!("{}\n{script}", include_str!("page.js"));
        Ok(self.driver.execute(whole, Vec::new()).await?.json().clone())
    }

    /// Sends a command of Chromium's own protocol.
    pub(crate) async fn devtools(&self, method: &str, parameters: Value) -> Value {
        self.driver
            .cdp()
            .send_raw(method, parameters)
            .await
            .unwrap_or_else(|error| panic!("{method}: {error}"))
    }
}

/// The heading of the first page.
pub(crate) const START: &str = "Screen a case for the Drive panel";

/// The folder of the build.
pub(crate) fn dist() -> PathBuf {
    std::env::var_os("DRIVE_DIST")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from)
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let target: PathBuf = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A folder of its own, removed when dropped.
pub(crate) struct Temp(pub(crate) PathBuf);

impl Temp {
    pub(crate) fn new() -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let name = format!("drive-browser-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(path.join("downloads")).expect("a temporary folder");
        Self(path)
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// One of the few places for a browser.
struct Turn;

impl Turn {
    fn take() -> Self {
        let (count, freed) = &RUNNING;
        let mut count = freed.wait_while(count.lock().unwrap(), |count| *count >= AT_ONCE).unwrap();
        *count += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let (count, freed) = &RUNNING;
        *count.lock().unwrap_or_else(std::sync::PoisonError::into_inner) -= 1;
        freed.notify_one();
    }
}
