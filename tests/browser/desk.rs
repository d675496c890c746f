//! The desk of those who receive referrals: a key is made there, what is sealed for it opens with its file and its passphrase, and a drill
//! proves all of it with a case about nobody.

use super::axe::{Found, How};
use super::browser::Browser;
use super::harness::{Setup, Visit, visit};
use super::page::Look;
use super::site::Copy;
use drive_screening::answers::Answers;
use drive_screening::date::Date;
use drive_screening::document::record_file::verify;
use drive_screening::document::{Format, Stamp, compose, write_text};
use drive_screening::pack::{Pack, Part};
use drive_screening::screening::screen;
use drive_screening::seal::{new_key, open, seal_to};
use drive_screening::words::Language;
use serde_json::{Value, json};
use std::sync::atomic::Ordering;
use thirtyfour::By;

const PASSPHRASE: &str = "kettle orbit lantern plum";

/// Part A of a case in which nothing was answered, as data.
fn record() -> Vec<u8> {
    let pack = Pack::builtin("default").unwrap();
    let day = Date::parse("2026-11-21").unwrap();
    let answers = Answers::none(day);
    let stamp = Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: day, language: Language::En };
    let document = compose(&pack, &answers, &screen(&pack, &answers), Part::Panel, &stamp);
    write_text(&document, Format::Json).unwrap().into_bytes()
}

impl Visit {
    /// Goes to an address of the desk, which loads its page anew.
    async fn desk(&self, at: &str, heading: &str) -> Look {
        self.loads.fetch_add(1, Ordering::Relaxed);
        self.driver.goto(format!("{}desk.html#{at}/en", self.origin)).await.expect("the page loads");
        // Another fragment of the same file is no other page to a browser: the page loads itself anew.
        self.until("the desk, and a shut network", |look| {
            look.heading == heading && look.bar.contains("Network closed")
        })
        .await
    }

    /// Looks with axe, in the browser that can be made narrow and dark.
    async fn inspected(&self, found: &mut Found, what: &'static str) {
        if self.browser == Browser::Chromium {
            found.inspect(self, what, How::AlsoNarrowDarkForced).await;
        }
    }

    async fn choose_for(&self, id: &str, name: &str, bytes: &[u8]) {
        let path = self.temp.join(name);
        std::fs::write(&path, bytes).unwrap();
        let input = self.driver.find(By::Id(id)).await.expect("a file field");
        input.send_keys(path.display().to_string()).await.expect("a file can be chosen");
        self.until("its name", |look| look.text.contains(&format!("Chosen: {name}"))).await;
    }
}

fn opens_what_is_sealed_for_it(browser: Browser) {
    if !browser.is_there() {
        return;
    }
    visit(Setup { browser, ..Setup::default() }, async move |visit| {
        visit.reads_twice();
        let mut found = Found::default();
        visit.desk("keys", "Keys of your team").await;
        visit.inspected(&mut found, "keys").await;
        visit.fill("passphrase", PASSPHRASE).await;
        visit.push(&json!({"starts": "Make the key"})).await;
        visit.until("the key", |look| look.text.contains("Key made on")).await;
        visit.inspected(&mut found, "a key that was made").await;
        if browser == Browser::Chromium {
            // On a sheet of A4 every line of the key is there.
            let sheet = json!({"width": 660, "height": 900, "deviceScaleFactor": 1, "mobile": false});
            visit.devtools("Emulation.setDeviceMetricsOverride", sheet).await;
            visit.devtools("Emulation.setEmulatedMedia", json!({"media": "print"})).await;
            let is_whole = "const field = PAGE.querySelector('#key-file');
                return field.value.trim().endsWith('-----END AGE ENCRYPTED FILE-----') && field.scrollHeight <= field.clientHeight && getComputedStyle(field).fontFamily === 'monospace';";
            assert_eq!(visit.ask(is_whole).await, true, "the whole key is on the sheet");
            visit.devtools("Emulation.setEmulatedMedia", json!({"media": ""})).await;
            visit.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await;
        }
        let key = visit.ask("return PAGE.querySelector('#key-file').value;").await;
        let key = key.as_str().unwrap().as_bytes().to_vec();
        // Elsewhere a driver saves no files.
        if browser == Browser::Chromium {
            assert_eq!(visit.saved_bytes(".age").await, key);
        }
        let line = visit.ask("return PAGE.querySelector('#key-line').value;").await;
        let line: Value = serde_json::from_str(line.as_str().unwrap()).unwrap();
        let public = line["key"].as_str().unwrap().to_owned();

        visit.desk("open", "Open a sealed referral").await;
        visit.inspected(&mut found, "opening").await;
        visit.push(&json!({"type": "submit"})).await;
        visit.until("what is missing", |look| look.text.contains("Choose the sealed file first")).await;
        let sealed = seal_to(&record(), &[public]).unwrap();
        visit.choose_for("sealed-file", "K7Q2-M9XD-panel.json.age", &sealed).await;
        visit.choose_for("key-files", "team-key.age", &key).await;
        visit.fill("passphrase", "not the one").await;
        visit.push(&json!({"type": "submit"})).await;
        visit.until("the refusal", |look| look.text.contains("There is a problem")).await;
        let focused = "focused()?.classList.contains('govuk-error-summary') === true";
        assert!(visit.comes_to(focused).await, "focus on what is wrong");
        visit.inspected(&mut found, "a wrong passphrase").await;
        visit.fill("passphrase", PASSPHRASE).await;
        visit.push(&json!({"type": "submit"})).await;
        let look = visit.until("the record", |look| look.text.contains("It opened with team-key.age")).await;
        assert!(!look.text.contains("There is a problem"), "{}", look.text);
        let look = visit.until("its check", |look| look.text.contains("K7Q2-M9XD")).await;
        assert!(look.text.contains("Send a receipt today"), "{}", look.text);
        visit.inspected(&mut found, "a referral that was opened").await;
        if browser == Browser::Chromium {
            visit.push(&json!({"starts": "Save K7Q2-M9XD-panel.json"})).await;
            assert_eq!(visit.saved_bytes("K7Q2-M9XD-panel.json").await, record());
        }
        super::watch::nothing_kept(&visit).await;
        visit.push(&json!({"starts": "Close it"})).await;
        let look = visit.until("an empty desk", |look| !look.text.contains("It opened with")).await;
        assert!(!look.text.contains("K7Q2"), "{}", look.text);
        found.settle("the desk");
    });
}

#[test]
fn a_key_of_a_team_opens_what_is_sealed_for_it_in_chromium() {
    opens_what_is_sealed_for_it(Browser::Chromium);
}

#[test]
fn a_key_of_a_team_opens_what_is_sealed_for_it_in_firefox() {
    opens_what_is_sealed_for_it(Browser::Firefox);
}

#[test]
fn a_key_of_a_team_opens_what_is_sealed_for_it_in_webkit() {
    opens_what_is_sealed_for_it(Browser::WebKit);
}

/// The referral of a drill says so on each page, and goes the way that a real one goes.
#[test]
fn a_drill_seals_a_test_for_those_whom_the_site_names() {
    let [team, safe] = [new_key(), new_key()];
    let site = json!({
        "format": "site/1",
        "recipients": [
            {"name": "Our Town panel", "key": team.public},
            {"name": "Our Town safe", "key": safe.public, "recovery": true},
        ],
    });
    let copy = Copy::with(&[("site.json", Some(site.to_string()))]);
    visit(copy.setup(), async move |visit| {
        let mut found = Found::default();
        visit.desk("drill", "Drill before you begin").await;
        visit.until("the form", |look| look.text.contains("Our Town panel")).await;
        found.inspect(&visit, "the drill", How::AlsoNarrowDarkForced).await;
        let message = visit.ask("return PAGE.querySelector('#message').value;").await;
        assert!(message.as_str().unwrap().contains("TEST-"), "its reference: {message}");
        visit.push(&json!({"starts": "Seal Part A"})).await;
        let file = visit.saved_bytes("-panel.pdf.age").await;
        for key in [&team, &safe] {
            let pdf = open(&file, &key.secret).unwrap();
            assert!(pdf.bytes().starts_with(b"%PDF-"));
            // As its record has it, which the page that opens it reads again.
            let record = verify(pdf.bytes()).unwrap();
            assert!(record.whole);
            let reference = record.data.get("reference").and_then(|text| text.as_str());
            assert!(reference.is_some_and(|text| text.starts_with("TEST-")), "{reference:?}");
            let marking = record.data.to_string().contains("TEST - NOT A CASE");
            assert!(marking, "each page says that it is a test");
        }
        found.settle("the drill");
    });
}
