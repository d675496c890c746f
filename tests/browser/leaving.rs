//! Leaving: at once and with nothing left, or otherwise with a warning; and browsers that cannot start the page.

use super::browser::Running;
use super::harness::{START, Setup, Visit, copy, dist, visit};
use super::keys::{SHIFT, TAB};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

#[derive(Clone, Copy)]
enum By {
    Button,
    Shifts,
}

#[test]
fn leave_quickly() {
    let elsewhere = Elsewhere::new();
    let address = elsewhere.address.clone();
    let server = vec!["--exit".to_owned(), address.clone()];
    visit(Setup { server, ..Setup::default() }, async move |visit| {
        for by in [By::Button, By::Shifts] {
            visit.type_canary().await;
            visit.leave(by).await;
            visit.until("the other website", |look| look.url == address && look.heading == "Elsewhere").await;
            visit.asks_elsewhere().await;
            // "Back" shows a page that has forgotten everything.
            visit.loads.fetch_add(1, Ordering::Relaxed);
            visit.back().await;
            visit.started().await;
            visit.go("Start screening").await;
            let look = visit.go("Your judgement").await;
            assert!(look.controls.iter().all(|control| !control.checked), "{:?}", look.controls);
            visit.open(true).await;
        }
    });
    drop(elsewhere);
}

#[test]
fn leaving_forgets_first() {
    // A website that answers "no content": the browser stays, and shows what is left of this page.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let server = vec!["--exit".to_owned(), format!("http://{}/", silent.local_addr().unwrap())];
    std::thread::spawn(move || {
        for mut stream in silent.incoming().flatten() {
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        }
    });
    visit(Setup { server, ..Setup::default() }, async |visit| {
        visit.type_canary().await;
        visit.leave(By::Shifts).await;
        visit.until("a blank page", |look| look.heading == START).await;
        let left = "return [document.querySelector('.ds-exit-overlay') !== null, document.documentElement.outerHTML.includes('canary')];";
        assert_eq!(
            visit.ask(left).await,
            json!([true, false]),
            "the page is covered, and nothing typed is left in it"
        );
        visit.asks_elsewhere().await;
    });
}

#[test]
fn leaving_with_answers_warns() {
    visit(Setup::default(), async |visit| {
        // Nothing answered: no warning.
        visit.go("Start screening").await;
        visit.loads.fetch_add(1, Ordering::Relaxed);
        visit.driver.refresh().await.unwrap();
        visit.started().await;
        assert_eq!(visit.warnings().await, 0);
        visit.type_canary().await;
        visit.loads.fetch_add(1, Ordering::Relaxed);
        visit.driver.refresh().await.unwrap();
        visit.started().await;
        assert_eq!(visit.warnings().await, 1, "the browser asks before answers are lost");
        visit.type_canary().await;
        visit.clear_everything().await;
        visit.loads.fetch_add(1, Ordering::Relaxed);
        visit.driver.refresh().await.unwrap();
        visit.started().await;
        assert_eq!(visit.warnings().await, 0, "once cleared there is nothing to lose");
    });
}

#[test]
fn no_webassembly() {
    let before = Some("delete globalThis.WebAssembly;");
    visit(Setup { before, broken: true, ..Setup::default() }, async |visit| visit.falls_back().await);
}

#[test]
fn a_damaged_build() {
    let folder = std::env::temp_dir().join(format!("drive-browser-damaged-{}", std::process::id()));
    copy(&dist(), &folder);
    for entry in std::fs::read_dir(&folder).unwrap().flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "wasm") {
            let bytes = std::fs::read(entry.path()).unwrap();
            std::fs::write(entry.path(), &bytes[..bytes.len() / 2]).unwrap();
        }
    }
    visit(Setup { folder: Some(folder.clone()), broken: true, ..Setup::default() }, async |visit| {
        visit.falls_back().await
    });
    std::fs::remove_dir_all(folder).unwrap();
}

impl Visit {
    async fn leave(&self, by: By) {
        match by {
            By::Button => self.push(&json!({"class": "ds-exit"})).await,
            By::Shifts => {
                // Shift held for Tab is no call for help.
                for _ in 0..4 {
                    self.press_with(SHIFT, &TAB.to_string()).await;
                }
                assert_eq!(self.look().await.heading, super::walker::JUDGEMENT);
                // A pointer or a wheel between two presses begins the count anew.
                for between in ["pointerdown", "wheel", "input", "focusin"] {
                    self.press(&SHIFT.to_string().repeat(2)).await;
                    self.until("a warning", |look| look.bar.contains("One more press of Shift leaves")).await;
                    let does = format!(
                        "document.querySelector('h1').dispatchEvent(new Event('{between}', {{bubbles: true}}));"
                    );
                    self.act(&does).await;
                    self.press(&SHIFT.to_string()).await;
                    self.act(&does).await;
                }
                assert_eq!(self.look().await.heading, super::walker::JUDGEMENT);
                self.press(&SHIFT.to_string().repeat(3)).await;
            }
        }
    }

    /// Takes note that the page asked for the other website, as it should.
    async fn asks_elsewhere(&self) {
        let asked = super::watch::asked_for(self).await;
        let elsewhere = asked.iter().filter(|url| url.starts_with("http") && !url.starts_with(&self.origin));
        assert_eq!(elsewhere.count(), 1, "{asked:?}");
    }

    /// How often the browser asked whether to leave, since the last call.
    async fn warnings(&self) -> usize {
        let events = self.driver.get_log("performance").await.unwrap();
        let asked = |message: &str| {
            let event: Value = serde_json::from_str(message).unwrap_or_default();
            event["message"]["method"] == "Page.javascriptDialogOpening"
                && event["message"]["params"]["type"] == "beforeunload"
        };
        events.iter().filter(|event| asked(&event.message)).count()
    }

    /// The page of a browser that cannot start the app: what to do instead, in both languages.
    async fn falls_back(&self) {
        let look = self.until("the fallback page", |look| look.on_heading()).await;
        assert_eq!(look.heading, "This page has not started");
        assert!(look.text.contains("call 999") && look.text.contains("ffoniwch 999"), "{}", look.text);
        assert!(!look.text.contains("Loading"), "{}", look.text);
        let mut found = super::axe::Found::default();
        found.run(self, "fallback").await;
        found.settle("fallback");
    }
}

/// Another website, on a port of its own.
struct Elsewhere {
    address: String,
    folder: PathBuf,
    _server: Running,
}

impl Elsewhere {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("drive-browser-elsewhere-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let page = "<!DOCTYPE html><html lang=en><title>Elsewhere</title><link rel=icon href=data:,><main><h1>Elsewhere</h1></main></html>";
        std::fs::write(folder.join("index.html"), page).unwrap();
        let server = Running::server(&["--dir".to_owned(), folder.display().to_string()]);
        Self { address: format!("http://127.0.0.1:{}/", server.port), folder, _server: server }
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
