//! What is wrong with a page: said at its top, linked to the field, with everything typed still there.

use super::axe::{Found, How};
use super::harness::{Setup, Visit, visit};
use super::keys::ENTER;
use serde_json::json;

#[test]
fn a_refused_page() {
    visit(Setup::default(), async |visit| {
        visit.go("Start screening").await;
        let look = visit.go("Risk").await;
        assert_eq!(look.names(), ["dash_done"]);
        let look = visit.submit_in_vain().await;
        assert_eq!(look.errors.len(), 1, "{:?}", look.errors);
        visit.follow_error(0, "dash_done").await;

        // The questions that hang on the answer come up; what is wrong in them is named, each in its place.
        visit.press("1").await;
        for (id, text) in [("dash_yes", "twenty"), ("dash_not_known", "3")] {
            visit.fill(id, text).await;
        }
        visit.fill_date("dash_assessed_on", ["31", "2", "2026"]).await;
        let look = visit.submit_in_vain().await;
        assert_eq!(look.errors.len(), 3, "form, count and date: {:?}", look.errors);
        assert!(
            look.errors.iter().any(|error| error.contains("31 2 2026") && error.contains("not a real date")),
            "{:?}",
            look.errors
        );
        visit.follow_error(0, "dash_form").await;
        visit.follow_error(1, "dash_yes").await;
        visit.follow_error(2, "dash_assessed_on").await;
        visit.holds("dash_assessed_on", "31").await;
        visit.holds("dash_assessed_on-month", "2").await;
        visit.holds("dash_assessed_on-year", "2026").await;
        visit.holds("dash_yes", "twenty").await;

        // "Not known" answers beside what was typed, which stays and comes back.
        visit.tick("dash_assessed_on", "not_known").await;
        visit.holds("dash_assessed_on", "31").await;
        visit.fill("dash_yes", "22").await;
        let look = visit.look().await;
        visit.answer(&look, "dash_form", &json!("safelives_24")).await;
        let look = visit.submit_in_vain().await;
        assert_eq!(look.errors.len(), 1, "{:?}", look.errors);
        assert!(
            look.errors[0].contains("25") && look.errors[0].contains("24"),
            "22 + 3 of 24: {:?}",
            look.errors
        );
        visit.follow_error(0, "dash_yes").await;
        visit.press_with(super::keys::CONTROL, "a").await;
        visit.press("14").await;
        assert_eq!(visit.submit().await.heading, "Risk grade");
        let before = visit.look().await;
        visit.back().await;
        visit.next(&before).await;
        visit.holds("dash_assessed_on-month", "2").await;
        visit.holds("dash_yes", "14").await;
    });
}

/// An answer that may not be right counts, is asked about where it is typed as soon as it is, and again before documents.
#[test]
fn what_contradicts_is_asked_about_at_both_places() {
    visit(Setup::default(), async |visit| {
        let mut found = Found::default();
        let case = super::cases::Case::new("V01", visit.today().await);
        let mut sheet = super::opening::sheet(&case);
        sheet["answers"]["custody"] = json!("recall");
        sheet["answers"]["release_date"] = json!("2020-01-31");
        let path = visit.temp.join("passed.json");
        std::fs::write(&path, sheet.to_string()).unwrap();
        visit.open_sheet(&path).await;
        visit.go("See the result").await;
        visit.go("Write the referral").await;
        let look = visit.check_answers().await;
        let asked = "31 January 2020 has passed; check the date. The answer to \u{201c}Custody\u{201d} is";
        for text in ["Check these answers", "If one is right, leave it.", asked] {
            assert!(look.text.contains(text), "{text}: {}", look.text);
        }
        // What a moment mends comes before the long list.
        assert!(look.text.find("Check these answers") < look.text.find("Still missing"), "{}", look.text);
        found.inspect(&visit, "check, with an answer that may not be right", How::Plain).await;
        visit.push(&json!({"starts": "Earliest release: 31 January 2020 has passed"})).await;
        visit
            .until("focus on the field", |look| {
                look.focus.as_ref().is_some_and(|focus| focus.id == "release_date")
            })
            .await;
        assert!(visit.look().await.text.contains(asked));
        let status =
            "return [...PAGE.querySelectorAll('[role=status] .ds-claim')].map((one) => one.innerText);";
        // The two questions of which one answer cannot stand with the other.
        assert_eq!(visit.ask(status).await.as_array().map(Vec::len), Some(2));
        visit.fill_date("release_date", ["31", "1", "2999"]).await;
        visit.until("nothing more to ask", |look| !look.text.contains("has passed")).await;
        visit.fill_date("release_date", ["31", "1", "2020"]).await;
        visit.until("the same again", |look| look.text.contains(asked)).await;
        assert_ne!(visit.submit().await.heading, "Custody", "it is no hindrance to going on");
        found.settle("an answer that may not be right");
    });
}

#[test]
fn an_early_stop_says_so() {
    visit(Setup::default(), async |visit| {
        let mut case = super::cases::Case::new("V15", visit.today().await);
        case.answers.insert("judgement_high".to_owned(), json!("no"));
        visit.go("Start screening").await;
        let walk = visit.screen(&case.answers, super::walker::AtStop::GoOn).await;
        assert!(walk.stopped, "seventeen settles it: {:?}", walk.pages);
        let judged = walk.pages.iter().position(|page| page == super::walker::JUDGEMENT);
        let stopped = walk.pages.iter().position(|page| page == super::walker::STOP);
        assert!(judged < stopped, "judgement is asked before the stop: {:?}", walk.pages);
        assert!(
            !walk.asked.iter().any(|name| name == "dash_yes"),
            "the DASH can no longer matter: {:?}",
            walk.asked
        );
        // The task list says which sections cannot matter any more.
        visit.go("Go back to the questions").await;
        let text = visit.look().await.text;
        assert!(text.contains("No answer here can change the result"), "{text}");
    });
}

impl Visit {
    /// Follows a line of the error summary, which moves focus to its field and nothing else.
    async fn follow_error(&self, index: usize, name: &str) {
        let before = self.look().await;
        let find = format!("PAGE.querySelectorAll('.govuk-error-summary a')[{index}]");
        let distance =
            self.ask(&format!("return distance({find});")).await.as_i64().expect("an error is a link");
        let tabs = super::keys::TAB.to_string().repeat(usize::try_from(distance.abs()).unwrap());
        if distance < 0 {
            self.press_with(super::keys::SHIFT, &tabs).await;
        } else {
            self.press(&tabs).await;
        }
        self.press(&ENTER.to_string()).await;
        let here = |look: &super::page::Look| {
            look.focus.as_ref().is_some_and(|focus| focus.name == name && focus.tag == "input")
        };
        let look = self.until(&format!("focus on {name}"), here).await;
        assert_eq!((look.url, look.state), (before.url, before.state), "an error link changes no address");
        let described = "const by = (e) => (e.getAttribute('aria-describedby') ?? '').split(' ');\
            const here = focused();\
            return [...by(here), ...by(here.closest('fieldset') ?? here)].some((id) => id.endsWith('-error') && PAGE.getElementById(id));";
        assert_eq!(self.ask(described).await, true, "{name} is described by its error");
    }

    async fn holds(&self, id: &str, value: &str) {
        assert_eq!(self.ask(&format!("return PAGE.getElementById({id:?}).value;")).await, value, "{id}");
    }
}
