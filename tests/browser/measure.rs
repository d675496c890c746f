//! How long documents take in the browser, and how much memory: figures, no judgement.
//!
//! `make measure` prints them. Times are from the press of the button to the file, by the page's own clock.

use super::browser::Browser;
use super::cases::Case;
use super::harness::{Setup, Visit, copy, dist, visit};
use super::opening::sheet;
use super::saving::PASSPHRASE;
use super::vignettes::FOLDED;
use serde_json::json;
use std::path::PathBuf;

/// The buttons of Part A: as PDF, and as Word.
const PDF: &str = "document.querySelector('[data-act=\"panel/pdf\"]')";
const WORD: &str = "document.querySelector('[data-act=\"panel/docx\"]')";

/// The button that seals with a passphrase.
const SEAL: &str = "document.querySelector('form[data-act=save] button[type=submit]')";

/// From the press of the button to what comes of the file: here, that it is no file of this page.
const OPENED: &str = "
    const [done, pressed] = [arguments[0], performance.now()];
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.govuk-error-summary')) return;
      observer.disconnect();
      done(performance.now() - pressed);
    }).observe(document.body, { subtree: true, childList: true });
    document.querySelector('form[data-act=open] button[type=submit]').click();
";

/// The most memory that any program has told of.
const KEEP: &str = "
    window.memory = 0;
    new BroadcastChannel('memory').onmessage = ({ data }) => { window.memory = Math.max(window.memory, data); };
";

#[test]
#[ignore = "prints figures"]
fn measured() {
    let folder = telling();
    println!("{:<44}{:>14}{:>12}", "Part A, Chromium", "measured", "budget");
    visit(Setup { folder: Some(folder.clone()), before: Some(KEEP), ..Setup::default() }, async |visit| {
        let case = Case::new("V01", visit.today().await);
        visit.take_what_is_saved().await;
        visit.open_in_any_browser(&sheet(&case)).await;
        visit.until("the documents", |look| look.text.contains(FOLDED)).await;
        let (bytes, first) = visit.made_in(PDF).await;
        line("first PDF, the program compiled", first, "150 ms");
        let mut warm = Vec::new();
        for _ in 0..15 {
            warm.push(visit.made_in(PDF).await.1);
        }
        warm.sort_by(f64::total_cmp);
        line("warm PDF, median of 15", warm[7], "60 ms");
        line("warm PDF, slowest of 15", warm[14], "");
        line("Word, warm", visit.made_in(WORD).await.1, "");
        println!("{:<44}{:>11} KB", "size of the PDF", bytes.len() / 1000);
        println!("{:<44}{:>11.1} MB{:>12}", "memory of the program after it", visit.memory().await, "");
        visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 4})).await;
        line("PDF, the page at 4x slow-down", visit.made_in(PDF).await.1, "600 ms");
    });
    visit(Setup { folder: Some(folder.clone()), before: Some(KEEP), ..Setup::default() }, async |visit| {
        visit.take_what_is_saved().await;
        visit.open_longest().await;
        visit.ask("window.memory = 0; return true;").await;
        // A program that has taken much is started afresh.
        visit.loads.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let (bytes, took) = visit.made_in(PDF).await;
        let pages =
            bytes.windows(11).filter(|window| window == b"/Type/Page/" || window == b"/Type /Page").count();
        line(&format!("PDF of {pages} pages"), took, "");
        println!("{:<44}{:>11} KB", "size of it", bytes.len() / 1000);
        println!(
            "{:<44}{:>11.1} MB{:>12}",
            "memory of the program for it, at most",
            visit.memory().await,
            "64 MB"
        );
        line("Word after it", visit.made_in(WORD).await.1, "");
    });
    visit(Setup { folder: Some(folder.clone()), before: Some(KEEP), ..Setup::default() }, async |visit| {
        visit.take_what_is_saved().await;
        visit.type_age().await;
        for rate in [1, 4] {
            visit.to_save().await;
            visit.fill("passphrase", PASSPHRASE).await;
            visit.until("how hard it is to guess", |look| look.text.contains("Very hard to guess")).await;
            visit.ask("window.memory = 0; return true;").await;
            visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": rate})).await;
            let took = visit.made_in(SEAL).await.1;
            visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 1})).await;
            line(&format!("saved: three turns of the passphrase, {rate}x slower"), took, "");
            println!(
                "{:<44}{:>11.1} MB{:>12}",
                "memory of the sealer, at most",
                visit.memory().await,
                "128 MB"
            );
            visit.until("that it was given", |look| look.text.contains("-draft.age")).await;
            visit.go("Back").await;
        }
        let file = visit.temp.join("sealed.age");
        let sealed = drive_screening::seal::seal(b"[]", &PASSPHRASE.to_owned().into()).unwrap();
        std::fs::write(&file, sealed).unwrap();
        visit.go("Back").await;
        visit.go("Back").await;
        visit.go("Open a file").await;
        visit.choose(&file).await;
        visit.until("that it is locked", |look| look.text.contains("This file is locked")).await;
        visit.fill("passphrase", PASSPHRASE).await;
        let took = visit.driver.execute_async(OPENED, Vec::new()).await.expect("the page can be asked");
        line("opened: one turn of the passphrase", took.json().as_f64().expect("a time"), "1000 ms");
    });
    std::fs::remove_dir_all(folder).unwrap();
}

fn line(what: &str, milliseconds: f64, budget: &str) {
    println!("{what:<44}{milliseconds:>11.0} ms{budget:>12}");
}

/// A build whose programs tell their memory with whatever they say.
fn telling() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("drive-browser-measure-{}", std::process::id()));
    copy(&dist(), &folder);
    let path = folder.join("programs.js");
    let script = std::fs::read_to_string(&path).unwrap();
    let told = script.replacen(
        "await __wbg_init({ module_or_path: data.module });",
        "const told = await __wbg_init({ module_or_path: data.module });
         const [post, tell] = [postMessage, new BroadcastChannel('memory')];
         globalThis.postMessage = (...message) => {
           tell.postMessage(told.memory.buffer.byteLength);
           post(...message);
         };",
        1,
    );
    assert_ne!(told, script);
    std::fs::write(path, told).unwrap();
    folder
}

impl Visit {
    /// The memory of a program, at most, in millions of bytes.
    async fn memory(&self) -> f64 {
        assert_eq!(self.browser, Browser::Chromium);
        self.ask("return window.memory;").await.as_f64().expect("a size") / 1e6
    }
}
