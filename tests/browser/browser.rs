//! The three browsers, and how each is started and driven.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::Capabilities;

/// A browser that the page is tested in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Chromium, by its own driver.
    #[default]
    Chromium,
    /// Firefox ESR, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by its own driver, on a screen that nobody sees.
    WebKit,
}

/// A driver that listens, with whatever it needs.
pub(crate) struct Driver {
    pub(crate) address: String,
    _running: Vec<Running>,
}

impl Browser {
    /// Whether it is installed: `DRIVE_BROWSERS=chromium,firefox` names those that are, where that is not all three.
    pub(crate) fn is_there(self) -> bool {
        let there = std::env::var("DRIVE_BROWSERS").unwrap_or_else(|_| "chromium,firefox,webkit".to_owned());
        let name = format!("{self:?}").to_lowercase();
        there.split(',').any(|there| there == name)
    }

    /// Starts its driver.
    pub(crate) fn driver(self) -> Driver {
        match self {
            Self::Chromium => {
                let driver =
                    Running::start("chromedriver", &["--port=0".to_owned()], "successfully on port ");
                Driver { address: format!("http://127.0.0.1:{}", driver.port), _running: vec![driver] }
            }
            Self::Firefox => {
                let driver = Running::listening(|port| {
                    let mut driver = Command::new("geckodriver");
                    driver.arg(format!("--port={port}"));
                    driver
                });
                Driver { address: format!("http://127.0.0.1:{}", driver.port), _running: vec![driver] }
            }
            Self::WebKit => {
                let screen = ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
                let screen = Running::start("Xvfb", &screen.map(str::to_owned), "");
                let driver = Running::listening(|port| {
                    let mut driver = Command::new("WebKitWebDriver");
                    driver.args(["--host=127.0.0.1", &format!("--port={port}")]);
                    driver.env("DISPLAY", format!(":{}", screen.port));
                    driver
                });
                // The screen goes last.
                Driver {
                    address: format!("http://127.0.0.1:{}", driver.port),
                    _running: vec![driver, screen],
                }
            }
        }
    }

    /// What is asked of the browser. Files go to the folder `downloads` of `temp` where the browser can be told.
    pub(crate) fn capabilities(self, temp: &Path) -> Capabilities {
        let mut capabilities = Capabilities::new();
        let mut set = |name: &str, value: Value| capabilities.set(name, value).expect("a capability");
        match self {
            Self::Chromium => {
                let profile = format!("--user-data-dir={}", temp.join("profile").display());
                let arguments = [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--force-prefers-reduced-motion",
                    "--window-size=1280,900",
                    "--lang=en-GB",
                    // Nothing but the test's own servers can be reached.
                    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                    &profile,
                ];
                let downloads = temp.join("downloads");
                set(
                    "goog:chromeOptions",
                    json!({"args": arguments, "prefs": {"download.default_directory": downloads}}),
                );
                set("goog:loggingPrefs", json!({"browser": "ALL", "performance": "ALL"}));
            }
            Self::Firefox => {
                let binary = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];
                let binary = binary.iter().find(|path| Path::new(path).exists());
                let preferences = json!({
                    "browser.download.folderList": 2,
                    "browser.download.dir": temp.join("downloads"),
                    "browser.download.open_pdf_attachments_inline": false,
                    "pdfjs.disabled": true,
                    "intl.accept_languages": "en-GB",
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                });
                let mut options = json!({"args": ["-headless"], "prefs": preferences});
                if let Some(binary) = binary {
                    options["binary"] = json!(binary);
                }
                set("moz:firefoxOptions", options);
            }
            Self::WebKit => {
                let folder = std::fs::read_dir("/usr/lib").expect("a folder of libraries");
                let browsers = folder.flatten().flat_map(|folder| {
                    ["webkit2gtk-4.1", "webkit2gtk-4.0"]
                        .map(|kind| folder.path().join(kind).join("MiniBrowser"))
                });
                let binary =
                    browsers.into_iter().find(|path| path.exists()).expect("MiniBrowser is installed");
                set("webkitgtk:browserOptions", json!({"binary": binary, "args": ["--automation"]}));
            }
        }
        set("unhandledPromptBehavior", json!("ignore"));
        capabilities
    }
}

/// A port that nothing listens on.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a free port").port()
}

/// How often a program is started that ends at once: between its choice of a port and its use another program may take that.
const ATTEMPTS: usize = 5;

/// A child process, ended when dropped.
pub(crate) struct Running {
    child: Child,
    pub(crate) port: u16,
}

impl Running {
    /// The strict server.
    pub(crate) fn server(arguments: &[String]) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/serve/serve.mjs").to_owned();
        let arguments: Vec<String> = std::iter::once(script).chain(arguments.iter().cloned()).collect();
        Self::start("node", &arguments, "http://127.0.0.1:")
    }

    /// Starts a program and waits until it says which number it has, after `before`.
    fn start(program: &str, arguments: &[String], before: &str) -> Self {
        let started = (0..ATTEMPTS).find_map(|_| {
            let mut child = Command::new(program)
                .args(arguments)
                .stdout(Stdio::piped())
                .stderr(if before.is_empty() { Stdio::null() } else { Stdio::inherit() })
                .spawn()
                .unwrap_or_else(|error| panic!("{program} does not start: {error}"));
            let mut lines = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
            let port = lines.by_ref().find_map(|line| {
                let line = line.expect("its output is text");
                let digits = |rest: &str| rest.chars().take_while(char::is_ascii_digit).collect::<String>();
                line.split_once(before).and_then(|(_, rest)| digits(rest).parse().ok())
            });
            let running = Self { child, port: port? };
            // Goes on reading, so that the program never waits for a full pipe.
            std::thread::spawn(move || lines.for_each(drop));
            Some(running)
        });
        started.unwrap_or_else(|| panic!("{program} ended, {ATTEMPTS} times"))
    }

    /// Starts a program that says nothing at a port, and waits until it listens there.
    fn listening(at: impl Fn(u16) -> Command) -> Self {
        let started = (0..ATTEMPTS).find_map(|_| {
            let port = free_port();
            let mut command = at(port);
            let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
            let child = child.unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
            let (mut running, started) = (Self { child, port }, Instant::now());
            loop {
                let listens = TcpStream::connect(("127.0.0.1", port)).is_ok();
                // Another program may have taken the port, and listen in its place.
                if running.child.try_wait().expect("it can be asked").is_some() {
                    return None;
                }
                if listens {
                    return Some(running);
                }
                assert!(started.elapsed() < Duration::from_secs(30), "{command:?} does not listen");
                std::thread::sleep(Duration::from_millis(25));
            }
        });
        started.unwrap_or_else(|| panic!("a driver ended, {ATTEMPTS} times"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
