//! Changing a pack in the page: by keyboard, with what it comes to beside what is typed, and the file that is saved.

use super::axe::Found;
use super::harness::{Setup, Visit, visit};
use super::keys::ENTER;
use super::page::Look;
use serde_json::{Value, json};
use std::sync::atomic::Ordering;
use thirtyfour::By;

const HEADING: &str = "Change these criteria";

#[test]
fn a_pack_is_changed_proved_and_saved() {
    visit(Setup::default(), async |visit| {
        let mut found = Found::default();
        visit.about("en").await;
        visit.until("the link", |look| look.text.contains(HEADING)).await;
        visit.edit().await;
        visit.until("what is missing", |look| look.text.contains("Not ready to save. Problems: 4.")).await;
        found.inspect(&visit, "the editor", super::axe::How::AlsoNarrowDarkForced).await;
        visit
            .until("it in English again", |look| look.text.contains("Not ready to save. Problems: 4."))
            .await;
        visit.push(&json!({"starts": "Save the pack"})).await;
        let look = visit.refused().await;
        assert_eq!(look.errors.len(), 4, "{:?}", look.errors);
        assert!(look.errors[0].starts_with("Short name: the pack has no short name"), "{:?}", look.errors);
        found.inspect(&visit, "the editor, not saved", super::axe::How::AlsoNarrowDarkForced).await;

        // A figure: what it comes to is told while it is typed.
        visit.open_page("Figures and switches", "Minimum age, in years").await;
        visit.fill("minimum_age", "sixteen").await;
        visit.push(&json!({"type": "submit"})).await;
        let look = visit.refused().await;
        assert_eq!(look.errors.len(), 1, "{:?}", look.errors);
        found.inspect(&visit, "a figure, refused", super::axe::How::AlsoNarrowDarkForced).await;
        visit.fill("minimum_age", "16").await;
        visit.push(&json!({"type": "submit"})).await;
        visit.hub().await;

        // Each problem leads to its field. They are said anew in English, which the look at the page in Welsh has put off.
        visit
            .until("them in English again", |look| {
                look.text.contains("Short name: the pack has no short name")
            })
            .await;
        visit.push(&json!({"starts": "Short name: the pack has no short name"})).await;
        visit.until("focus on the field", |look| look.focus.as_ref().is_some_and(|at| at.id == "id")).await;
        for (id, text) in
            [("id", "our_town"), ("version", "2026.1"), ("title_en", "Our Town"), ("title_cy", "Ein Tref")]
        {
            visit.fill(id, text).await;
        }
        let ready = |look: &Look| look.text.contains("Ready to save. Changes: 2.");
        let look = visit.until("that it is ready", ready).await;
        assert!(look.text.contains("Minimum age, in years: 18 becomes 16"), "{}", look.text);
        assert!(look.text.contains("Before: ") && look.text.contains("These criteria pass"), "{}", look.text);
        visit.push(&json!({"type": "submit"})).await;
        visit.hub().await;
        found.inspect(&visit, "the editor, ready", super::axe::How::Plain).await;

        // A contact of one's own.
        visit.open_page("Contacts", "Your own contacts").await;
        visit.push(&json!({"id": "own_contacts"})).await;
        visit.until("an entry", |look| look.heading == "Contact 1" && look.on_heading()).await;
        let look = visit.look().await;
        let number =
            look.controls.iter().find(|control| control.name == "contact_number").unwrap().id.clone();
        visit.fill(&number, "01632 960000").await;
        visit.until("what it lacks", |look| look.text.contains("Not ready to save")).await;
        found.inspect(&visit, "a contact", super::axe::How::Plain).await;
        visit.push(&json!({"type": "submit"})).await;
        visit.until("the list", |look| look.heading == "Your own contacts" && look.on_heading()).await;
        visit.push(&json!({"starts": "Remove"})).await;
        visit.until("what puts it back", |look| look.text.contains("Put back: Contact 1")).await;
        visit.push(&json!({"type": "submit"})).await;
        visit.hub().await;

        visit.until("that it is ready", ready).await;
        visit.push(&json!({"starts": "Save the pack"})).await;
        let saved = visit.saved("our_town.json").await;
        let pack: Value = serde_json::from_str(&saved).unwrap();
        assert_eq!(
            pack,
            json!({
                "format": "pack/1", "extends": "default", "id": "our_town", "version": "2026.1",
                "title": {"en": "Our Town", "cy": "Ein Tref"}, "settings": {"minimum_age": 16},
            })
        );
        visit
            .until("that it is saved", |look| look.text.contains("Given to your browser as our_town.json"))
            .await;

        // Broken, it is refused and what is here stays; whole, it is gone on with.
        let file = visit.temp.join("pack.json");
        std::fs::write(&file, "{}").unwrap();
        visit.choose_pack(&file).await;
        let look = visit.until("what is wrong", |look| look.text.contains("`format` is missing")).await;
        assert!(ready(&look), "{}", look.text);
        std::fs::write(&file, saved).unwrap();
        visit.choose_pack(&file).await;
        visit.until("the pack as saved", |look| look.text.contains("Nothing is changed.")).await;
        visit.open_page("Figures and switches", "Minimum age, in years").await;
        let look = visit.look().await;
        assert_eq!(look.of("minimum_age").next().unwrap().value, "16");
        visit.fill("minimum_age", "17").await;
        visit
            .until("what changes, and what is forgotten", |look| {
                look.text.contains("16 becomes 17") && look.text.contains("The version is still 2026.1")
            })
            .await;
        found.settle("the editor");
        visit.leave_the_editor().await;
    });
}

/// Both packs are chosen at once, and compared with one another.
#[test]
fn two_packs_are_compared_with_one_another() {
    visit(Setup::default(), async |visit| {
        visit.about("en").await;
        visit
            .until("the file field", |look| look.controls.iter().any(|control| control.id == "other-pack"))
            .await;
        let mut paths = Vec::new();
        for name in ["min16", "partners_only"] {
            let path = visit.temp.join(format!("{name}.json"));
            std::fs::write(&path, drive_screening::pack::builtin::source(name).unwrap()).unwrap();
            paths.push(path.display().to_string());
        }
        let input = visit.driver.find(By::Id("other-pack")).await.expect("a file field");
        input.send_keys(paths.join("\n")).await.expect("files can be chosen");
        let wanted = "Aged 16 and over (min16 2.0.0), compared with";
        let look = visit.until("the comparison", |look| look.text.contains(wanted)).await;
        assert!(
            look.text.contains("Before: ") && look.text.contains("Minimum age, in years: 16 becomes 18"),
            "{}",
            look.text
        );
    });
}

impl Visit {
    /// Follows the link to the editor, whose address loads the page anew, and waits for the form.
    async fn edit(&self) {
        self.loads.fetch_add(1, Ordering::Relaxed);
        self.push(&json!({"starts": HEADING})).await;
        self.until("the editor", |look| {
            look.heading == HEADING && look.text.contains("Figures and switches")
        })
        .await;
    }

    /// Waits for the list of everything that can be changed.
    async fn hub(&self) {
        self.until("the list", |look| look.heading == HEADING && look.on_heading()).await;
    }

    /// Opens a section of the list, and a page of it.
    async fn open_page(&self, section: &str, page: &str) {
        self.push(&json!({"starts": section, "tag": "summary"})).await;
        self.to(&json!({"starts": page, "tag": "a"})).await;
        self.press(&ENTER.to_string()).await;
        self.until("the page", |look| look.heading == page && look.on_heading()).await;
    }

    async fn choose_pack(&self, path: &std::path::Path) {
        let input = self.driver.find(By::Id("pack-file")).await.expect("a file field");
        input.send_keys(path.display().to_string()).await.expect("a file can be chosen");
    }

    /// Clears everything, so that leaving asks nothing.
    async fn leave_the_editor(&self) {
        self.push(&json!({"starts": "Clear everything"})).await;
        self.until("the question", |look| look.heading == "Clear everything?").await;
        self.push(&json!({"starts": "Yes, clear"})).await;
        self.until("the end", |look| look.heading == "Everything is cleared").await;
    }
}
