//! What a site wrote in `site.json`: its own criteria and words on the page and in the documents; or, where something is
//! wrong, every problem and nothing else.

use super::axe::{Found, How};
use super::cases::Case;
use super::harness::{Setup, Visit, copy, dist, visit};
use drive_screening::seal::{fingerprint, new_key, open};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The build with files of a site's own, removed when dropped.
pub(crate) struct Copy(PathBuf);

impl Copy {
    pub(crate) fn with(files: &[(&str, Option<String>)]) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("drive-browser-site-{}-{number}", std::process::id()));
        copy(&dist(), &folder);
        for (name, content) in files {
            match content {
                Some(content) => std::fs::write(folder.join(name), content).unwrap(),
                None => std::fs::remove_file(folder.join(name)).unwrap(),
            }
        }
        Self(folder)
    }

    pub(crate) fn setup(&self) -> Setup {
        Setup { folder: Some(self.0.clone()), ..Setup::default() }
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(super) fn own_site() -> Value {
    json!({
        "format": "site/1",
        "pack": "pack.json",
        "name": {"en": "Our Town", "cy": "Ein Tref"},
        "panel": {"en": "Our Town panel", "cy": "Panel Ein Tref"},
        "marking": {"en": "OUR MARKING", "cy": "EIN MARC"},
        "routes": [{"id": "police", "contact": "01632 960000"}],
    })
}

pub(super) fn own_pack() -> Value {
    json!({
        "format": "pack/1", "id": "ourtown", "version": "2026.1", "extends": "default",
        "title": {"en": "Our Town's criteria", "cy": "Meini prawf Ein Tref"},
        "about": {"en": "From the age of 16.", "cy": "O 16 oed."},
        "settings": {"minimum_age": 16},
    })
}

/// Where a site names who receives documents, the clear button of a part seals it for them, and a file in the clear takes a second
/// step.
#[test]
fn a_part_is_sealed_for_those_whom_the_site_names() {
    let [team, lead, safe] = [new_key(), new_key(), new_key()];
    let site = json!({
        "format": "site/1",
        "receipt_phone": "01632 960004",
        "recipients": [
            {"name": "Our Town panel", "key": team.public, "parts": ["panel", "handling"]},
            {"name": "Our Town chair", "key": lead.public, "parts": ["panel", "handling"]},
            {"name": "Our Town safe", "key": safe.public, "recovery": true},
        ],
    });
    let copy = Copy::with(&[("site.json", Some(site.to_string()))]);
    visit(copy.setup(), async move |visit| {
        visit.reads_twice();
        let mut found = Found::default();
        visit.open_documents(|_| {}).await;
        visit.until("the documents", |look| look.text.contains("Seal Part A for its readers")).await;
        visit.go("Seal Part A for its readers").await;
        let words = fingerprint(&team.public);
        let look = visit.until("the key in words", |look| look.text.contains(&words)).await;
        for says in ["Our Town chair", "Kept in a safe place", "01632 960004"] {
            assert!(look.text.contains(says), "{says}: {}", look.text);
        }
        found.inspect(&visit, "for whom a part is sealed", How::AlsoNarrowDarkForced).await;
        // Everybody is ticked: the chair is taken out, by the keyboard.
        visit.to(&json!({"id": "reader-0-1"})).await;
        visit.press(" ").await;
        visit.push(&json!({"starts": "Seal Part A and Part C"})).await;
        visit.until("the file", |look| look.text.contains("-panel-handling.zip.age")).await;
        let file = visit.saved_bytes("-panel-handling.zip.age").await;
        for key in [&team, &safe] {
            assert!(open(&file, &key.secret).unwrap().bytes().starts_with(b"PK"));
        }
        assert_eq!(open(&file, &lead.secret).unwrap_err().code, "sealed-key");
        found.settle("sealing");
    });
}

/// The button for a colleague seals for the site's keys, whatever stands in the field for a passphrase above it.
#[test]
fn a_draft_is_sealed_for_a_colleague_whom_the_site_names() {
    let colleague = new_key();
    let site = json!({
        "format": "site/1", "draft_recipients": [{"name": "Our Town referrers", "key": colleague.public}],
    });
    let copy = Copy::with(&[("site.json", Some(site.to_string()))]);
    visit(copy.setup(), async move |visit| {
        visit.go("Start screening").await;
        visit.go("The person").await;
        visit.fill("perpetrator_age", "thirty-odd").await;
        visit.go("Save").await;
        visit.until("the form", |look| look.text.contains("Our Town referrers")).await;
        visit.fill("passphrase", "kettle orbit lantern plum").await;
        visit.push(&json!({"type": "submit", "starts": "Save for Our Town"})).await;
        let file = visit.saved_bytes("-draft.age").await;
        let draft = open(&file, &colleague.secret).unwrap();
        assert!(draft.text().unwrap().contains("thirty-odd"));
    });
}

#[test]
fn a_site_with_its_own_criteria_and_words() {
    let copy = Copy::with(&[
        ("site.json", Some(own_site().to_string())),
        ("pack.json", Some(own_pack().to_string())),
    ]);
    visit(copy.setup(), async |visit| {
        visit.reads_twice();
        let look = visit.look().await;
        assert!(look.bar.contains("Drive screening: Our Town"), "{}", look.bar);
        let foot = visit.text_of(".ds-foot").await;
        assert!(foot.contains("Our Town's criteria, ourtown 2026.1+site"), "{foot}");
        assert!(visit.speak("cy").await.bar.contains("Ein Tref"));
        visit.speak("en").await;

        // Sixteen is old enough here, and the documents are the site's.
        let mut case = Case::new("V01", visit.today().await);
        case.answers.insert("perpetrator_age".to_owned(), json!(16));
        let sheet = json!({
            "format": "answers/1", "pack": "ourtown", "screened_on": case.today.to_string(), "answers": case.answers,
        });
        let path = visit.temp.join("sheet.json");
        std::fs::write(&path, sheet.to_string()).unwrap();
        visit.open_sheet(&path).await;
        let look = visit.go("See the result").await;
        assert!(look.text.contains(&case.pack.outcome_text(&case.outcome).sentence.en), "{}", look.text);
        visit.go("Write the referral").await;
        visit.check_answers().await;
        visit.go("Go to the documents").await;
        for part in visit.read_parts().await {
            assert!(part.contains("OUR MARKING"), "{part}");
        }
    });
}

#[test]
fn one_language_and_no_file() {
    let copy =
        Copy::with(&[("site.json", Some(json!({"format": "site/1", "languages": ["cy"]}).to_string()))]);
    visit(Setup { broken: true, ..copy.setup() }, async |visit| {
        visit.reads_twice();
        let look = visit.until("the page, in Welsh", |look| look.lang == "cy").await;
        assert!(!look.bar.contains("English"), "{}", look.bar);
    });
}

#[test]
fn what_is_wrong_is_all_there_is() {
    let mut site = own_site();
    site["exit"] = json!("nowhere");
    site["panel"] = json!({"en": "Ours"});
    site["telephone"] = json!(7);
    let mut pack = own_pack();
    pack["settings"] = json!({"dash_lime": 14});
    pack["title"] = json!("Our Town");
    let places = [
        "site.json/exit",
        "site.json/panel/cy",
        "site.json",
        "pack.json/title",
        "pack.json/settings/dash_lime",
    ];
    let broken = Copy::with(&[("site.json", Some(site.to_string())), ("pack.json", Some(pack.to_string()))]);
    visit(Setup { broken: true, ..broken.setup() }, async move |visit| visit.refuses(&places).await);
    let no_json = Copy::with(&[("site.json", Some("{".to_owned()))]);
    visit(Setup { broken: true, ..no_json.setup() }, async |visit| {
        visit.refuses(&["site.json/line 1, column 1"]).await;
    });
}

impl Visit {
    /// The program that reads a site's own settings is started for that, and again to write documents.
    pub(crate) fn reads_twice(&self) {
        self.loads.fetch_add(1, Ordering::Relaxed);
    }

    /// The page shows these problems in both languages, and nothing that screens.
    async fn refuses(&self, places: &[&str]) {
        self.until("why there are no criteria", |look| look.heading == "The criteria cannot be used").await;
        for language in ["en", "cy"] {
            let shown = self
                .ask(&format!("return [...PAGE.querySelectorAll('main [lang={language}] li code')].map((at) => at.innerText);"))
                .await;
            let mut shown: Vec<String> = serde_json::from_value(shown).unwrap();
            for place in places {
                assert!(shown.iter().any(|at| at == place), "{language}: {place} of {shown:?}");
            }
            shown.retain(|at| !places.contains(&at.as_str()));
            assert!(shown.is_empty(), "{language}: also {shown:?}");
        }
        let stops = self.ask("return stops().length;").await;
        assert_eq!(stops, 0, "there is nothing to operate");
        let mut found = Found::default();
        found.run(self, "no criteria").await;
        found.settle("no criteria");
    }
}

/// A server that refuses `.json` files says "not found": no criteria then, never those of somebody else.
#[test]
fn a_site_file_that_is_not_given_out_is_no_default() {
    let copy = Copy::with(&[("site.json", None)]);
    visit(Setup { broken: true, ..copy.setup() }, async |visit| {
        visit.refuses(&["site.json"]).await;
        assert_eq!(
            visit.look().await.title,
            "The criteria cannot be used / Ni ellir defnyddio'r meini prawf"
        );
        // The browser remarks that it was not found.
        let _ = visit.driver.get_log("browser").await;
    });
}
