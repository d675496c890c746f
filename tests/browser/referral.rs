//! A referral written through the page: what belongs in Part B stays there, and every answer can be changed.

use super::cases::Case;
use super::data::{CANARY, answers, victim};
use super::harness::{Setup, Visit, visit};
use super::keys::{CHECK, ENTER};
use super::page::Look;
use super::walker::{AtStop, RESULT, TASKS};
use serde_json::json;

#[test]
fn a_referral_of_an_ex_partner() {
    visit(Setup::default(), async |visit| visit.refer("V01", false).await);
}

#[test]
fn a_referral_on_judgement() {
    visit(Setup::default(), async |visit| visit.refer("V03", true).await);
}

#[test]
fn a_changed_result_says_so() {
    visit(Setup::default(), async |visit| {
        let case = Case::new("V01", visit.today().await);
        visit.open_case(&case).await;
        visit.go("See the result").await;
        visit.go("Write the referral").await;
        visit.go("The perpetrator").await;
        // The referral's date of birth makes the person sixteen; the screening said 34.
        let born = case.today - chrono::Months::new(12 * 16 + 1);
        let sheet = answers(
            json!({"perpetrator_name": "Alex Example", "perpetrator_date_of_birth": born.to_string()}),
        );
        visit.answer_page(&sheet).await;
        visit.submit().await;
        visit.go("All sections").await;
        let look = visit.check_answers().await;
        assert!(look.text.contains("The result has changed"), "{}", look.text);
        let words = |outcome: &str| case.pack.outcome_text(outcome).sentence.en.clone();
        assert!(
            look.text.contains(&words("refer")) && look.text.contains(&words("not_eligible")),
            "{}",
            look.text
        );
        let look = visit.go("Go to the documents").await;
        assert!(look.text.contains("The result has changed"), "{}", look.text);
        let parts = visit.read_parts().await;
        assert!(parts[0].contains(&words("not_eligible")), "{}", parts[0]);
    });
}

impl Visit {
    /// From the screening to the three parts, with an entry for the victim-survivor.
    async fn refer(&self, id: &str, withheld: bool) {
        let case = Case::new(id, self.today().await);
        self.reach_result(&case, AtStop::SeeResult).await;
        assert_eq!(self.go("Write the referral").await.heading, TASKS);

        // What was not answered is missing; a line of the list leads to its field, and sending that on leads back.
        let look = self.check_answers().await;
        assert!(look.text.contains("Still missing"), "{}", look.text);
        let named = self.follow_gap("Perpetrator's full name").await;
        self.fill(&named, "Alex Example").await;
        assert_eq!(self.submit().await.heading, CHECK);
        let look = self.answers_drawn().await;
        assert!(look.text.contains("Alex Example"), "{}", look.text);
        let changed = self.go("Change Perpetrator's full name").await;
        assert_eq!(self.ask(&format!("return PAGE.getElementById({named:?}).value;")).await, "Alex Example");
        self.fill(&named, "Alex Exemplar").await;
        let look = self.submit().await;
        assert_eq!(look.heading, CHECK, "after {}", changed.heading);
        let on_row = |look: &Look| look.focus.as_ref().is_some_and(|focus| focus.id.starts_with("row-"));
        self.until("focus on the row that was changed", on_row).await;
        let look = self.answers_drawn().await;
        assert!(look.text.contains("Alex Exemplar") && !look.text.contains("Alex Example"), "{}", look.text);

        // An entry is added, changed, kept and removed.
        self.go("Back").await;
        self.back_to_tasks().await;
        self.go("Victim-survivors").await;
        self.add_victim("Robin Example", withheld).await;
        let look = self.add_victim("Someone Else", withheld).await;
        assert!(look.text.contains("Someone Else"), "{}", look.text);
        let second = self.ask("return stops().map((stop) => describe(stop).text).filter((text) => text.startsWith('Remove'))[1];").await;
        let second = second.as_str().expect("a second entry to remove");
        // One press removes it, and focus is on what puts it back.
        self.push(&json!({"starts": second})).await;
        let puts_back = |look: &Look| look.text.contains("Put back: Victim-survivor 2");
        let list = self.until("what puts the entry back", puts_back).await;
        assert!(
            self.comes_to("focused()?.innerText.startsWith('Put back')").await,
            "{:?}",
            self.look().await.focus
        );
        assert!(!list.text.contains("Someone Else") && list.text.contains("Robin Example"), "{}", list.text);
        self.push(&json!({"starts": "Put back"})).await;
        let is_back = |look: &Look| look.text.contains("Someone Else") && !look.text.contains("Put back");
        self.until("the entry that was put back", is_back).await;
        self.push(&json!({"starts": second})).await;
        self.until("the entry removed again", puts_back).await;
        self.go("Change").await;
        // Page by page, as it is.
        let mut look = self.submit().await;
        while !self.is_list().await {
            look = self.submit().await;
        }
        assert_eq!(look.heading, list.heading, "a changed entry comes back to its list");

        self.back_to_tasks().await;
        let look = self.check_answers().await;
        assert!(look.text.contains("Robin Example"), "{}", look.text);
        self.go("Go to the documents").await;
        let [panel, restricted, handling] = self.read_parts().await;
        assert!(restricted.contains("Robin Example"), "Part B holds the entry:\n{restricted}");
        assert_eq!(
            restricted.contains(CANARY),
            !withheld,
            "Part B holds the address unless it is withheld:\n{restricted}"
        );
        for (part, text) in [("Part A", &panel), ("Part C", &handling)] {
            for word in [CANARY, "Robin Example", "new flat", "01632 960001"] {
                assert!(!text.contains(word), "{part} says \"{word}\":\n{text}");
            }
        }
        assert!(panel.contains("Alex Exemplar"), "{panel}");
        println!(
            "{id}: referral written, the canary is in {}",
            if withheld { "no part" } else { "Part B only" }
        );
        self.clear_everything().await;
    }

    /// Follows the first line of what is missing that starts so; focus is on its field. Returns the field's id.
    async fn follow_gap(&self, text: &str) -> String {
        let before = self.look().await;
        self.to(&json!({"starts": text, "tag": "button"})).await;
        self.press(&ENTER.to_string()).await;
        let in_field = |look: &Look| look.focus.as_ref().is_some_and(|focus| focus.tag == "input");
        let look = self
            .until("focus on the field that is missing", |look| look.state != before.state && in_field(look))
            .await;
        look.focus.map(|focus| focus.id).unwrap_or_default()
    }

    /// From a list of entries: adds one and comes back to the list.
    async fn add_victim(&self, name: &str, withheld: bool) -> Look {
        // The first was begun from what the screening knows.
        let is_first = !self.look().await.text.contains("Example");
        self.go(if is_first { "Change" } else { "Add" }).await;
        let mut sheet = victim(withheld);
        sheet.insert("victim_name".to_owned(), json!(name));
        self.answer_entry(&sheet).await;
        self.look().await
    }

    async fn back_to_tasks(&self) {
        for _ in 0..40 {
            let look = self.look().await;
            if look.heading == TASKS {
                return;
            }
            assert_ne!(look.heading, RESULT, "the task list comes before the result");
            self.back().await;
            self.next(&look).await;
        }
        panic!("no way back to the task list");
    }
}
