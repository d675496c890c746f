//! Saving sealed and coming back, the page under lock, and a visit that is interrupted in every way there is.

use super::browser::Browser;
use super::cases::Case;
use super::harness::{Setup, Visit, visit};
use super::keys::CONTROL;
use super::page::Look;
use super::walker::TASKS;
use drive_screening::date::Date;
use drive_screening::interview::{Draft, Field, FieldInput, Form, RawValue};
use drive_screening::pack::{FactId, Stage};
use drive_screening::seal;
use drive_screening::secret::Secret;
use serde_json::{Value, json};
use std::sync::atomic::Ordering;

pub(super) const PASSPHRASE: &str = "kettle orbit thirteen";

/// The clock of the page stands at nine in the morning, and goes on by so many minutes when a test says so.
const CLOCK: &str = "
    window.late = 0;
    const Real = Date;
    const started = Real.now();
    const nine = new Real().setHours(9, 0, 0, 0);
    window.Date = class extends Real {
        static now() { return nine + (Real.now() - started) + window.late * 60000; }
        constructor(...parts) { parts.length ? super(...parts) : super(Date.now()); }
    };";

impl Visit {
    /// Goes to where what was typed is saved, by the keys that save everywhere.
    pub(super) async fn to_save(&self) -> Look {
        let before = self.look().await;
        self.press_with(CONTROL, "s").await;
        self.next(&before).await
    }

    /// Saves with a passphrase, and gives the sealed file.
    async fn save_sealed(&self) -> Vec<u8> {
        self.to_save().await;
        self.fill("passphrase", PASSPHRASE).await;
        self.until("how hard it is to guess", |look| look.text.contains("Very hard to guess")).await;
        self.push(&json!({"starts": "Save the file"})).await;
        self.until("the file", |look| look.text.contains("-draft.age")).await;
        self.saved_bytes("-draft.age").await
    }

    /// From a page that is not about a case: opens a sealed file.
    async fn open_sealed(&self, file: &[u8]) -> Look {
        let path = self.temp.join("saved.age");
        std::fs::write(&path, file).unwrap();
        self.go("Open a file").await;
        self.choose(&path).await;
        self.until("that it is locked", |look| look.text.contains("This file is locked")).await;
        self.fill("passphrase", PASSPHRASE).await;
        self.push(&json!({"starts": "Open it"})).await;
        self.until("the case", |look| look.heading == TASKS).await
    }

    /// A draft with an age that cannot be read.
    async fn draft(&self) -> String {
        let today = self.today().await;
        let mut form = Form::new(Date::parse(&today.to_string()).unwrap());
        let age = FieldInput::typed(RawValue::Text("thirty-odd".to_owned()));
        form.put(&Field::of(&FactId::parse("perpetrator_age").unwrap()), age);
        let pack = Case::new("V01", today).pack;
        drive_screening::json::write(&Draft::to_json(&pack, &form, Stage::Screening, "K7Q2-M9XD"))
    }

    /// What stands in the field for the age.
    async fn age(&self) -> String {
        self.go("The person").await;
        let look = self.look().await;
        look.of("perpetrator_age").next().map(|control| control.value.clone()).unwrap_or_default()
    }

    /// From the first page: types an age that cannot be read.
    pub(super) async fn type_age(&self) {
        self.go("Start screening").await;
        self.go("The person").await;
        self.fill("perpetrator_age", "thirty-odd").await;
    }

    /// Lets minutes pass without a sign of anybody.
    async fn wait_minutes(&self, minutes: u32) {
        self.act(&format!("window.late += {minutes}; return null;")).await;
    }
}

/// Saved by the keys that save everywhere, opened again in a page that was loaded anew, as it was typed.
fn comes_back(browser: Browser) {
    if !browser.is_there() {
        return;
    }
    visit(Setup { browser, ..Setup::default() }, async move |visit| {
        let sealed = if browser == Browser::Chromium {
            visit.type_age().await;
            let file = visit.save_sealed().await;
            let opened = seal::open(&file, &Secret::from(PASSPHRASE.to_owned())).unwrap();
            let draft: Value = serde_json::from_slice(opened.bytes()).unwrap();
            assert_eq!(draft["typed"][0]["text"], "thirty-odd");
            assert!(!file.windows(8).any(|window| window == b"thirty-o"));
            file
        } else {
            // Where a driver saves no files, one that was made elsewhere is opened.
            seal::seal(visit.draft().await.as_bytes(), &Secret::from(PASSPHRASE.to_owned())).unwrap()
        };
        visit.loads.fetch_add(1, Ordering::Relaxed);
        visit.driver.refresh().await.unwrap();
        visit.started().await;
        visit.open_sealed(&sealed).await;
        assert_eq!(visit.age().await, "thirty-odd");
    });
}

#[test]
fn a_sealed_draft_comes_back_in_chromium() {
    comes_back(Browser::Chromium);
}

#[test]
fn a_sealed_draft_comes_back_in_firefox() {
    comes_back(Browser::Firefox);
}

#[test]
fn a_sealed_draft_comes_back_in_webkit() {
    comes_back(Browser::WebKit);
}

/// Each fault is said in its own words, beside what was typed, which stays.
#[test]
fn what_is_wrong_with_a_sealed_file_is_said() {
    visit(Setup::default(), async |visit| {
        visit.type_age().await;
        visit.go("Back").await;
        visit.go("Back").await;
        let sealed = seal::seal(b"{}", &Secret::from(PASSPHRASE.to_owned())).unwrap();
        let mut changed = sealed.clone();
        let last = changed.len() - 60;
        changed[last] = if changed[last] == b'A' { b'B' } else { b'A' };
        let work = b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 22\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n0123456789abcdef";
        let draft = visit.draft().await;
        let of_another = |part: &str, other: &str| {
            let changed = draft.replace(part, other);
            assert_ne!(changed, draft);
            seal::seal(changed.as_bytes(), &Secret::from(PASSPHRASE.to_owned())).unwrap()
        };
        let newer = of_another("\"draft/1\"", "\"draft/2\"");
        let other_pack = of_another("\"pack\":\"default\"", "\"pack\":\"harbour\"");
        let cases: [(&[u8], &str, &str); 8] = [
            (&sealed, "not this", "This is not the passphrase of this file"),
            (&sealed, "", "There is no passphrase"),
            (&newer, PASSPHRASE, "open it in a newer copy"),
            (&other_pack, PASSPHRASE, "this copy does not screen by `harbour`"),
            (&sealed[..sealed.len() / 2], PASSPHRASE, "The end of this file is missing"),
            (&changed, PASSPHRASE, "This file is not as it was saved"),
            (work, PASSPHRASE, "more memory and time"),
            // A file of ours that holds something else is opened, and what is wrong with that is said.
            (&sealed, PASSPHRASE, "This is not an answer sheet or a referral document"),
        ];
        visit.go("Open a file").await;
        for (file, passphrase, says) in cases {
            let path = visit.temp.join("wrong.age");
            std::fs::write(&path, file).unwrap();
            visit.choose(&path).await;
            visit.until("that it is locked", |look| look.text.contains("This file is locked")).await;
            visit.fill("passphrase", passphrase).await;
            visit.push(&json!({"starts": "Open it"})).await;
            let says = says.to_lowercase();
            visit.until(&says, |look| look.text.to_lowercase().contains(&says) && look.on_summary()).await;
            // What was typed is there to be mended, while the file still waits to be opened.
            let field = "return document.getElementById('passphrase')?.value ?? null;";
            let kept = visit.ask(field).await;
            assert!(kept.is_null() || kept == passphrase, "{kept} {says}");
        }
        visit.go("Back").await;
        visit.go("Start screening").await;
        assert_eq!(visit.age().await, "thirty-odd", "nothing typed is lost");
    });
}

/// A case that is interrupted six times goes on each time, with what is left of it.
#[test]
fn a_case_that_is_interrupted_goes_on() {
    visit(Setup { before: Some(CLOCK), ..Setup::default() }, async |visit| {
        visit.type_age().await;
        // Covered, as nobody set a passphrase; one press, and it is as it was.
        visit.wait_minutes(11).await;
        let look = visit.until("a covered page", |look| look.heading == "Locked").await;
        assert!(
            look.text.contains("is forgotten in 4") && !look.text.contains("thirty-odd"),
            "{}",
            look.text
        );
        assert!(look.controls.is_empty());
        visit.push(&json!({"starts": "Continue"})).await;
        visit.until("the page it was on", |look| look.heading != "Locked" && look.on_heading()).await;
        assert_eq!(visit.look().await.of("perpetrator_age").next().unwrap().value, "thirty-odd");

        // Locked with a passphrase.
        let file = visit.save_sealed().await;
        visit.go("Back").await;
        visit.wait_minutes(11).await;
        visit.until("a locked page", |look| look.heading == "Locked").await;
        visit.fill("passphrase", "not this").await;
        visit.push(&json!({"starts": "Unlock"})).await;
        visit.until("that it is not this", |look| look.text.contains("not the passphrase")).await;
        let everywhere = visit.ask("return document.documentElement.outerHTML.includes('thirty-odd');").await;
        assert_eq!(everywhere, json!(false));
        visit.fill("passphrase", PASSPHRASE).await;
        visit.push(&json!({"starts": "Unlock"})).await;
        visit.until("the page it was on", |look| look.heading == "Who they are").await;
        assert_eq!(visit.look().await.of("perpetrator_age").next().unwrap().value, "thirty-odd");

        // Midnight: the case goes on, of the new day.
        let day = visit.today().await;
        visit.wait_minutes(24 * 60).await;
        assert_eq!(visit.today().await, day.succ_opt().unwrap());
        visit.until("a locked page", |look| look.heading == "Locked").await;
        visit.fill("passphrase", PASSPHRASE).await;
        visit.push(&json!({"starts": "Unlock"})).await;
        visit.until("the page it was on", |look| look.heading == "Who they are").await;

        // A reload, as after a crash: nothing is here, and the file brings it back.
        visit.loads.fetch_add(1, Ordering::Relaxed);
        visit.driver.refresh().await.unwrap();
        visit.started().await;
        visit.open_sealed(&file).await;
        assert_eq!(visit.age().await, "thirty-odd");

        // Cleared, and again from the file.
        visit.clear_everything().await;
        visit.go("Start again").await;
        visit.open_sealed(&file).await;
        assert_eq!(visit.age().await, "thirty-odd");

        // A tab that dies.
        let other = visit.driver.new_tab().await.unwrap();
        let _ = visit.driver.goto("chrome://crash").await;
        // The driver may tell of the crash once more.
        if visit.driver.switch_to_window(other.clone()).await.is_err() {
            visit.driver.switch_to_window(other).await.unwrap();
        }
        visit.open(true).await;
        visit.open_sealed(&file).await;
        assert_eq!(visit.age().await, "thirty-odd");
    });
}

/// Without a passphrase what was typed is forgotten in the end, and the page says so.
#[test]
fn what_is_only_covered_is_forgotten_in_the_end() {
    visit(Setup { before: Some(CLOCK), ..Setup::default() }, async |visit| {
        visit.type_age().await;
        visit.wait_minutes(61).await;
        let look = visit.until("the end", |look| look.heading == "Everything is cleared").await;
        assert!(look.text.contains("Nobody came back in time"), "{}", look.text);
    });
}

/// On a slow line nobody answers before the network is closed, and nobody waits for more than ten seconds.
#[test]
fn a_slow_line_is_said_and_ends() {
    for file in ["exporter_bg.wasm", "composer_bg.wasm"] {
        let server = vec!["--stall".to_owned(), file.to_owned()];
        visit(Setup { server, broken: true, ..Setup::default() }, async move |visit| {
            visit.until("the first page", |look| look.heading == super::harness::START).await;
            let started = std::time::Instant::now();
            let look = visit.go("Start screening").await;
            assert_eq!(look.heading, "Closing the network first");
            assert!(look.text.contains("what makes PDF and Word files"), "{}", look.text);
            let look = visit.until("the tasks", |look| look.heading == TASKS).await;
            assert!(started.elapsed().as_secs() < 14, "{:?}", started.elapsed());
            assert!(look.bar.contains("Network closed"), "{}", look.bar);
            visit.type_age_here().await;
        });
    }
}

impl Visit {
    /// From the task list: what is answered stays, whatever did not come.
    async fn type_age_here(&self) {
        self.go("The person").await;
        self.fill("perpetrator_age", "34").await;
        assert_eq!(self.look().await.of("perpetrator_age").next().unwrap().value, "34");
    }
}

/// A whole case goes through a sealed file, with the sheet that it was.
#[test]
fn a_whole_case_goes_through_a_sealed_file() {
    visit(Setup::default(), async |visit| {
        let case = Case::new("V17", visit.today().await);
        visit.open_case(&case).await;
        let file = visit.save_sealed().await;
        let opened = seal::open(&file, &Secret::from(PASSPHRASE.to_owned())).unwrap();
        let draft: Value = serde_json::from_slice(opened.bytes()).unwrap();
        let mut written = super::opening::sheet(&case);
        written["reference"] = draft["sheet"]["reference"].clone();
        assert_eq!(draft["sheet"], written);
        visit.clear_everything().await;
        visit.go("Start again").await;
        visit.open_sealed(&file).await;
        visit.go("See the result").await;
    });
}

impl Visit {
    /// From the documents, or from any page: saves the answers as a plain file.
    pub(crate) async fn save_plain(&self) -> String {
        self.to_save().await;
        let drawn = |look: &Look| look.text.contains("A file without a passphrase");
        let look = self
            .until("the form, or that there is none", |look| drawn(look) || look.text.contains("has stopped"))
            .await;
        if drawn(&look) {
            self.push(&json!({"starts": "A file without a passphrase"})).await;
        }
        self.push(&json!({"starts": "Save the answers"})).await;
        self.until("that it was saved", |look| look.text.contains("Given to your browser as ")).await;
        self.saved("-draft.json").await
    }
}
