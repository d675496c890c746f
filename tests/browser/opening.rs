//! Opening a file: a good answer sheet goes on where it stopped, a bad one names every problem and changes nothing, and a
//! record is shown beside what was typed.

use super::axe::{Found, How};
use super::cases::Case;
use super::harness::{START, Setup, Visit, visit};
use super::page::Look;
use super::vignettes::FOLDED;
use super::walker::{RESULT, TASKS};
use serde_json::{Value, json};
use std::fs::File;
use std::path::PathBuf;
use thirtyfour::By;

#[test]
fn bad_sheets() {
    visit(Setup::default(), async |visit| {
        // Something typed, to be kept.
        visit.go("Start screening").await;
        visit.go("The person").await;
        visit.answer(&visit.look().await, "perpetrator_age", &json!(57)).await;
        let typed = visit.look().await;
        visit.back().await;
        let tasks = visit.next(&typed).await;
        visit.back().await;
        visit.next(&tasks).await;
        assert_eq!(visit.go("Open a file").await.heading, "Open a file");

        let mut found = Found::default();
        found.inspect(&visit, "open", How::Plain).await;

        let case = Case::new("V01", visit.today().await);
        let whole = sheet(&case).to_string();
        let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
        let many = json!({
            "format": "answers/2", "pack": 7, "screened_on": "2026-02-31", "answers": [], "extra": 1,
        });
        let wrong = json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {
            "perpetrator_agee": 34, "in_area": "maybe", "dash_yes": -1, "dash_assessed_on": "2026-02-31", "markers": ["unheard_of"],
        }});
        let other =
            json!({"format": "answers/1", "pack": "min16", "screened_on": "2026-11-21", "answers": {}});
        let huge = visit.temp.join("huge.json");
        File::create(&huge).unwrap().set_len(100 * 1024 * 1024).unwrap();
        let file = |name: &str, content: &str| {
            let path = visit.temp.join(name);
            std::fs::write(&path, content).unwrap();
            path
        };
        let files: [(PathBuf, &[&str]); 9] = [
            (file("broken.json", "{\"format\": answers}"), &["line 1"]),
            (file("truncated.json", &whole[..whole.len() / 2]), &["line 1"]),
            (file("empty.json", ""), &["line 1"]),
            (file("deep.json", &deep), &["line 1"]),
            (huge, &["64 MB"]),
            (file("many.json", &many.to_string()), &["format", "pack", "screened_on", "answers", "extra"]),
            (
                file("wrong.json", &wrong.to_string()),
                &["perpetrator_agee", "in_area", "dash_yes", "dash_assessed_on", "markers"],
            ),
            (file("other.json", &other.to_string()), &["min16"]),
            (file("not-text.json", "\u{0}\u{1}binary"), &["line 1"]),
        ];
        for (path, problems) in &files {
            visit.choose(path).await;
            let named = |look: &Look| {
                problems.iter().all(|name| look.errors.iter().any(|error| error.contains(name)))
            };
            let what = format!("every problem of {}", path.display());
            let look = visit.until(&what, |look| named(look) && look.on_summary()).await;
            assert_eq!(look.errors.len(), problems.len(), "{}: {:?}", path.display(), look.errors);
            assert!(look.text.contains("Nothing you typed was changed."));
            // What is wrong with a file that is no sheet is folded away, for whoever made it.
            let no_sheet = problems == &["line 1"] || problems.contains(&"screened_on");
            assert_eq!(
                look.text.contains("This is not an answer sheet or a referral document"),
                no_sheet,
                "{}",
                look.text
            );
        }
        found.inspect(&visit, "open, with problems", How::AlsoNarrowDarkForced).await;
        // What is wrong is said in the language of the page, whichever it was when it was found.
        let welsh = visit.speak("cy").await;
        assert!(welsh.text.contains("Nid taflen atebion na dogfen atgyfeirio yw hon"), "{}", welsh.text);
        visit.speak("en").await;
        found.settle("open");

        // What was typed is still there.
        let before = visit.look().await;
        visit.back().await;
        visit.next(&before).await;
        visit.go("Start screening").await;
        visit.go("The person").await;
        let age = visit.look().await.of("perpetrator_age").next().map(|control| control.value.clone());
        assert_eq!(age.as_deref(), Some("57"));
    });
}

#[test]
fn a_saved_sheet_goes_on() {
    visit(Setup::default(), async |visit| {
        let case = Case::new("V17", visit.today().await);
        visit.open_case(&case).await;
        visit.go("See the result").await;
        visit.go("Write the referral").await;
        visit.check_answers().await;
        visit.go("Go to the documents").await;
        let saved = visit.save_plain().await;
        let mut read: Value = serde_json::from_str(&saved).unwrap();
        // Beside what was answered there is what was filled in when the referral began, which says so.
        let filled = read["sheet"].as_object_mut().unwrap().remove("not_confirmed").unwrap();
        for claims in filled.as_array().unwrap() {
            for fact in claims["facts"].as_array().unwrap() {
                let fact = case
                    .pack
                    .group_of(fact.as_str().unwrap())
                    .map_or(fact.as_str().unwrap(), |group| group.id.as_str());
                read["sheet"]["answers"].as_object_mut().unwrap().remove(fact);
            }
        }
        let mut written = sheet(&case);
        written["reference"] = read["sheet"]["reference"].clone();
        assert_eq!(read["sheet"], written);
        let path = visit.temp.join("again.json");
        std::fs::write(&path, &saved).unwrap();
        visit.clear_everything().await;
        visit.go("Start again").await;
        visit.open_sheet(&path).await;
        assert_eq!(visit.go("See the result").await.heading, RESULT);
        visit.go("Write the referral").await;
        visit.check_answers().await;
        visit.go("Go to the documents").await;
        let reference = read["sheet"]["reference"].as_str().unwrap();
        visit.until("the reference that the referral had", |look| look.text.contains(reference)).await;
    });
}

/// A document that comes back: shown beside what was typed, which stays; in the other language too; and said to be changed
/// where it was.
#[test]
fn a_record_is_shown() {
    visit(Setup::default(), async |visit| {
        let mut found = Found::default();
        let case = Case::new("V01", visit.today().await);
        visit.open_case(&case).await;
        visit.go("See the result").await;
        visit.go("Write the referral").await;
        visit.check_answers().await;
        visit.go("Go to the documents").await;
        visit.until("the documents", |look| look.text.contains(FOLDED)).await;
        visit.push(&json!({"starts": "Save Part C as PDF"})).await;
        let pdf = visit.saved_bytes("-handling.pdf").await;
        let path = visit.temp.join("handling.pdf");
        std::fs::write(&path, &pdf).unwrap();
        let (before, requests) = (visit.look().await, super::watch::requests(&visit));

        visit.clear_everything().await;
        visit.go("Start again").await;
        visit.go("Open a file").await;
        visit.choose(&path).await;
        let whole = "This record is whole and unaltered";
        let look = visit.until("that it is whole", |look| look.text.contains(whole)).await;
        for said in [
            "The pages of the PDF were not compared",
            "It was run with the very criteria that the record names: default",
            "Every line comes out as the record says.",
            &case.pack.outcome_text("refer").sentence.en,
        ] {
            assert!(look.text.contains(said), "{said}: {}", look.text);
        }
        visit
            .until("focus on its heading", |look| look.focus.as_ref().is_some_and(|at| at.tag == "h2"))
            .await;
        found.run(&visit, "a record").await;
        visit.speak("cy").await;
        visit
            .until("that it is whole, in Welsh", |look| look.text.contains("yn gyflawn a heb ei newid"))
            .await;
        found.run(&visit, "a record, in Welsh").await;
        visit.speak("en").await;
        visit.until("that it is whole", |look| look.text.contains(whole)).await;

        let changed =
            String::from_utf8_lossy(&pdf).replace("\"outcome\": \"refer\"", "\"outcome\": \"no_fit\"");
        let path = visit.temp.join("changed.pdf");
        std::fs::write(&path, changed).unwrap();
        visit.choose(&path).await;
        let look =
            visit.until("that it was changed", |look| look.text.contains("was changed or damaged")).await;
        assert!(look.text.contains("Lines that come out otherwise: 1."), "{}", look.text);
        found.run(&visit, "a changed record").await;

        std::fs::write(visit.temp.join("other.pdf"), "%PDF-1.7 of somebody else").unwrap();
        visit.choose(&visit.temp.join("other.pdf")).await;
        visit.until("that it is none", |look| look.text.contains("The file cannot be opened")).await;
        std::fs::write(visit.temp.join("broken.json"), "{").unwrap();
        visit.choose(&visit.temp.join("broken.json")).await;
        let look = visit.refused().await;
        assert!(!look.text.contains("The file cannot be opened"), "{}", look.text);
        assert_eq!(super::watch::requests(&visit), requests, "all of it is read here: {}", before.heading);
        found.settle("a record that comes back");
    });
}

/// The answer sheet of a case.
pub(crate) fn sheet(case: &Case) -> Value {
    json!({
        "format": "answers/1", "pack": case.pack.id.as_str(), "screened_on": case.today.to_string(), "answers": case.answers,
    })
}

impl Visit {
    /// Chooses a file. A file dialogue is the one thing a driver cannot work by keys.
    pub(crate) async fn choose(&self, path: &std::path::Path) {
        let input = self.driver.find(By::Id("answer-sheet")).await.expect("a file field");
        input.send_keys(path.display().to_string()).await.expect("a file can be chosen");
    }

    /// From the first page: opens an answer sheet and waits for the task list.
    pub(crate) async fn open_sheet(&self, path: &std::path::Path) {
        assert_eq!(self.look().await.heading, START);
        let before = self.go("Open a file").await;
        self.choose(path).await;
        assert_eq!(self.next(&before).await.heading, TASKS);
    }

    /// From the first page: opens a case.
    pub(crate) async fn open_case(&self, case: &Case) {
        let path = self.temp.join(format!("{}.json", case.id));
        std::fs::write(&path, sheet(case).to_string()).unwrap();
        self.open_sheet(&path).await;
    }

    /// A saved file, by the end of its name.
    pub(crate) async fn saved(&self, ending: &str) -> String {
        String::from_utf8(self.saved_bytes(ending).await).expect("a file of text")
    }

    /// The bytes of a saved file, by the end of its name.
    pub(crate) async fn saved_bytes(&self, ending: &str) -> Vec<u8> {
        let started = std::time::Instant::now();
        while started.elapsed() < std::time::Duration::from_secs(60) {
            for entry in std::fs::read_dir(self.temp.join("downloads")).unwrap().flatten() {
                if entry.file_name().to_string_lossy().ends_with(ending) {
                    let bytes = std::fs::read(entry.path()).unwrap();
                    // The browser makes the file before it writes it.
                    if !bytes.is_empty() {
                        return bytes;
                    }
                }
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        let names: Vec<_> = std::fs::read_dir(self.temp.join("downloads"))
            .unwrap()
            .flatten()
            .map(|entry| entry.file_name())
            .collect();
        panic!("no file {ending} was saved, but {names:?}");
    }
}
