//! The three browsers, and how each is started and driven.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
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
    /// The driver first.
    running: Vec<Running>,
}

impl Driver {
    /// Ends the browser as a crash would: nothing is asked of it, and nothing is put away. Its driver, which would wait for it,
    /// ends too.
    pub(crate) fn crash(&self) {
        let mut command = Command::new("kill");
        command.arg("-KILL").args(family(self.running[0].child.id()).iter().map(u32::to_string));
        // What has ended by itself in the meantime is no failure.
        let _ = command.stderr(Stdio::null()).status().expect("processes can be ended");
    }
}

/// A process and every one that comes of it, as Linux lists them.
fn family(ancestor: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .expect("a list of processes")
        .flatten()
        .filter_map(|entry| {
            let process = entry.file_name().to_str()?.parse().ok()?;
            let status = std::fs::read_to_string(entry.path().join("stat")).ok()?;
            // After its name, which may hold anything, come its state and its parent.
            let parent = status.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((process, parent))
        })
        .collect();
    let mut found = vec![ancestor];
    let mut seen = 0;
    while let Some(&parent) = found.get(seen) {
        found.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(process, _)| *process));
        seen += 1;
    }
    found
}

/// The variables by which a program is told where to write: everything that it writes is then in one folder.
fn at_home(command: &mut Command, home: &Path) {
    std::fs::create_dir_all(home.join("tmp")).expect("a folder of its own");
    command.env("HOME", home).env("TMPDIR", home.join("tmp"));
    for (name, folder) in [
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_CACHE_HOME", ".cache"),
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
    ] {
        command.env(name, home.join(folder));
    }
}

impl Browser {
    /// Whether it is installed: `DRIVE_BROWSERS=chromium,firefox` names those that are, where that is not all three.
    pub(crate) fn is_there(self) -> bool {
        let there = std::env::var("DRIVE_BROWSERS").unwrap_or_else(|_| "chromium,firefox,webkit".to_owned());
        let name = format!("{self:?}").to_lowercase();
        there.split(',').any(|there| there == name)
    }

    /// Starts its driver, whose browser writes into `home` alone, if that is given.
    pub(crate) fn driver(self, home: Option<&Path>) -> Driver {
        let listening = |mut driver: Command| {
            if let Some(home) = home {
                at_home(&mut driver, home);
            }
            driver
        };
        match self {
            Self::Chromium => {
                let mut driver = Command::new("chromedriver");
                driver.arg("--port=0");
                let driver = Running::saying(&mut listening(driver), "successfully on port ");
                Driver { address: format!("http://127.0.0.1:{}", driver.port), running: vec![driver] }
            }
            Self::Firefox => {
                let driver = Running::listening(|port| {
                    let mut driver = Command::new("geckodriver");
                    driver.arg(format!("--port={port}"));
                    listening(driver)
                });
                Driver { address: format!("http://127.0.0.1:{}", driver.port), running: vec![driver] }
            }
            Self::WebKit => {
                let screen = Running::screen();
                let driver = Running::listening(|port| {
                    let mut driver = Command::new("WebKitWebDriver");
                    driver.args(["--host=127.0.0.1", &format!("--port={port}")]);
                    driver.env("DISPLAY", format!(":{}", screen.port));
                    listening(driver)
                });
                // The screen goes last.
                Driver { address: format!("http://127.0.0.1:{}", driver.port), running: vec![driver, screen] }
            }
        }
    }

    /// What is asked of the browser. Files go to the folder `downloads` of `temp` where the browser can be told. If
    /// `restores`, it brings back the tabs of the last time.
    pub(crate) fn capabilities(self, temp: &Path, restores: bool) -> Capabilities {
        let mut capabilities = Capabilities::new();
        let mut set = |name: &str, value: Value| capabilities.set(name, value).expect("a capability");
        match self {
            Self::Chromium => {
                let profile = format!("--user-data-dir={}", temp.join("profile").display());
                let mut arguments = vec![
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
                if restores {
                    arguments.push("--restore-last-session");
                }
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
                let profile = temp.join("profile");
                std::fs::create_dir_all(&profile).expect("a folder for the profile");
                let mut preferences = json!({
                    "browser.download.folderList": 2,
                    "browser.download.dir": temp.join("downloads"),
                    "browser.download.open_pdf_attachments_inline": false,
                    // It would take the keys.
                    "browser.download.alwaysOpenPanel": false,
                    "pdfjs.disabled": true,
                    "intl.accept_languages": "en-GB",
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                    // What it would restore after a crash it writes each second, and not each fifteenth; no less often once
                    // nobody has touched a real keyboard for three minutes, as here nobody ever does.
                    "browser.sessionstore.interval": 1000,
                    "browser.sessionstore.interval.idle": 1000,
                });
                if restores {
                    preferences["browser.startup.page"] = json!(3);
                    preferences["browser.sessionstore.resume_from_crash"] = json!(true);
                }
                let mut options = json!({"args": ["-headless", "-profile", profile], "prefs": preferences});
                if let Some(binary) = binary {
                    options["binary"] = json!(binary);
                }
                set("moz:firefoxOptions", options);
            }
            Self::WebKit => {
                set("webkitgtk:browserOptions", json!({"binary": mini_browser(), "args": ["--automation"]}));
            }
        }
        set("unhandledPromptBehavior", json!("ignore"));
        capabilities
    }
}

/// WebKitGTK's browser at an address, that no driver drives: one that is driven writes nothing at all. Ended when dropped.
pub(crate) fn undriven_webkit(address: &str, home: &Path) -> [Running; 2] {
    let screen = Running::screen();
    let mut browser = Command::new(mini_browser());
    at_home(&mut browser, home);
    browser.arg(address).env("DISPLAY", format!(":{}", screen.port));
    let child = browser.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("MiniBrowser starts");
    // The screen goes last.
    [Running { child, port: 0 }, screen]
}

fn mini_browser() -> PathBuf {
    let folder = std::fs::read_dir("/usr/lib").expect("a folder of libraries");
    let browsers = folder.flatten().flat_map(|folder| {
        ["webkit2gtk-4.1", "webkit2gtk-4.0"].map(|kind| folder.path().join(kind).join("MiniBrowser"))
    });
    browsers.into_iter().find(|path| path.exists()).expect("MiniBrowser is installed")
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
        let mut server = Command::new("node");
        server.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/serve/serve.mjs")).args(arguments);
        Self::saying(&mut server, "http://127.0.0.1:")
    }

    /// nginx, as a host would set it up by the README: what it serves is the link `current` in `temp`, which a new version replaces.
    pub(crate) fn nginx(folder: &Path, temp: &Path) -> Self {
        std::os::unix::fs::symlink(folder, temp.join("current")).expect("a link");
        let headers = include_str!("../serve/headers.json");
        let headers: Value = serde_json::from_str(headers).expect("the headers");
        let sent: Vec<String> = headers["all"]
            .as_object()
            .expect("headers")
            .iter()
            .map(|(name, value)| format!("add_header {name} \"{}\" always;", value.as_str().expect("a text")))
            .collect();
        let [html, hashed, other] =
            ["html", "hashed", "other"].map(|kind| headers[kind]["Cache-Control"].as_str().expect("a text"));
        let at = temp.display();
        Self::listening(|port| {
            let settings = format!(
                r#"daemon off; master_process off; pid {at}/nginx.pid; error_log {at}/nginx.log;
                events {{}}
                http {{
                    types {{ text/html html; text/css css; text/javascript js; application/json json; application/wasm wasm;
                        image/svg+xml svg; font/ttf ttf; text/plain txt; }}
                    default_type application/octet-stream;
                    client_body_temp_path {at}/nginx-body; proxy_temp_path {at}/nginx-proxy; fastcgi_temp_path {at}/nginx-fastcgi;
                    uwsgi_temp_path {at}/nginx-uwsgi; scgi_temp_path {at}/nginx-scgi;
                    log_format lines escape=json '{{"method":"$request_method","path":"$request_uri","status":$status,"bytes":$body_bytes_sent}}';
                    access_log {at}/requests.log lines;
                    gzip on; gzip_types text/css text/javascript application/json application/wasm;
                    map $uri $kept {{ default "{other}"; ~(/|\.html)$ "{html}"; "~-[0-9a-f]{{12,16}}(_bg)?\.[a-z0-9]+$" "{hashed}"; }}
                    server {{ listen 127.0.0.1:{port}; root {at}/current; {} add_header Cache-Control $kept always; }}
                }}"#,
                sent.join(" ")
            );
            let file = temp.join("nginx.conf");
            std::fs::write(&file, settings).expect("settings");
            let mut nginx = Command::new("nginx");
            nginx.arg("-c").arg(&file).arg("-e").arg(temp.join("nginx.log"));
            nginx
        })
    }

    /// A screen that nobody sees. Its number is its port.
    fn screen() -> Self {
        let mut screen = Command::new("Xvfb");
        screen.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        Self::saying(screen.stderr(Stdio::null()), "")
    }

    /// Starts a program and waits until it says which number it has, after `before`.
    fn saying(command: &mut Command, before: &str) -> Self {
        let started = (0..ATTEMPTS).find_map(|_| {
            let child = command.stdout(Stdio::piped()).spawn();
            let mut child = child.unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
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
        started.unwrap_or_else(|| panic!("{command:?} ended, {ATTEMPTS} times"))
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
