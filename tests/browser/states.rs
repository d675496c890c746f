//! Every page state, looked at by axe in both languages and for sideways scroll.

use super::axe::{Found, How};
use super::cases::Case;
use super::data::victim;
use super::harness::{Setup, Visit, visit};
use super::keys::CHECK;
use super::page::Look;
use super::walker::{ACT, RESULT, STOP, TASKS, careful};
use serde_json::json;

#[test]
fn screening_pages() {
    visit(Setup::default(), async |visit| {
        let mut found = Found::default();
        found.inspect(&visit, "start", How::AlsoNarrowDarkForced).await;
        visit.go("Words used here").await;
        found.inspect(&visit, "glossary", How::Plain).await;
        visit.back().await;
        visit.until("the first page", |look| look.heading == super::harness::START).await;
        visit.go("Privacy").await;
        found.inspect(&visit, "privacy", How::Plain).await;
        visit.go("Accessibility").await;
        found.inspect(&visit, "accessibility", How::Plain).await;
        visit.go("Something is wrong with this page").await;
        found.inspect(&visit, "report", How::Plain).await;
        visit.go("Clear everything").await;
        found.inspect(&visit, "clear", How::Plain).await;
        let before = visit.look().await;
        visit.back().await;
        visit.next(&before).await;
        for _ in 0..3 {
            visit.back().await;
        }
        visit.until("the first page", |look| look.heading == super::harness::START).await;
        visit.go("Start screening").await;
        found.inspect(&visit, "tasks", How::AlsoNarrowDarkForced).await;
        let case = Case::new("V25", visit.today().await);
        let mut look = visit.go("Continue").await;
        while look.heading != RESULT {
            if look.heading == ACT {
                look = visit.go("I have read this").await;
                continue;
            }
            visit.submit_in_vain().await;
            let how = if look.names().len() > 2 { How::AlsoNarrowDarkForced } else { How::Plain };
            found.inspect(&visit, &format!("{}, refused", look.heading), how).await;
            visit.answer_page(&case.answers).await;
            found.run(&visit, &format!("{}, answered", look.heading)).await;
            look = visit.submit().await;
        }
        found.inspect(&visit, "result: need_information", How::AlsoNarrowDarkForced).await;
        visit.go("I disagree").await;
        visit.submit_in_vain().await;
        found.inspect(&visit, "disagree, refused", How::AlsoNarrowDarkForced).await;
        visit.clear_everything().await;
        found.inspect(&visit, "ended", How::AlsoNarrowDarkForced).await;
        found.settle("screening");
    });
}

#[test]
fn early_stop() {
    visit(Setup::default(), async |visit| {
        let mut found = Found::default();
        let case = Case::new("V15", visit.today().await);
        visit.go("Start screening").await;
        let mut look = visit.go("Continue").await;
        while look.heading != STOP {
            if look.heading == ACT {
                look = visit.go("I have read this").await;
                continue;
            }
            visit.answer_page(&case.answers).await;
            look = visit.submit().await;
        }
        found.inspect(&visit, "early stop", How::AlsoNarrowDarkForced).await;
        visit.go("See the result").await;
        found.settle("early stop");
    });
}

#[test]
fn results() {
    visit(Setup::default(), async |visit| {
        let mut found = Found::default();
        for id in ["V01", "V03", "V15", "V30", "V34", "V33", "V35"] {
            let case = Case::new(id, visit.today().await);
            visit.open_case(&case).await;
            found.inspect(&visit, &format!("{id} tasks, answered"), How::Plain).await;
            assert_eq!(visit.go("See the result").await.heading, RESULT);
            found.inspect(&visit, &format!("result: {}", case.outcome), How::AlsoNarrowDarkForced).await;
            visit.result_on_paper(&case).await;
            visit.clear_everything().await;
            visit.go("Start again").await;
        }
        found.settle("results");
    });
}

impl Visit {
    /// The result prints whole: verdict, actions and reasons, not its reasons alone; and nothing to press.
    async fn result_on_paper(&self, case: &Case) {
        self.until("the reasons", |look| look.text.contains("Every figure, date and source")).await;
        let screen = self.look().await.text;
        assert_ne!(self.ask(FOLDED).await, json!([]), "some of it is folded away on the screen");
        let paper = self.on_paper().await;
        assert_eq!(paper.heading, RESULT, "{}", paper.text);
        assert!(paper.text.contains(&case.pack.outcome_text(&case.outcome).sentence.en), "{}", paper.text);
        for heading in ["Do first", "Because", "Markers", "Where to go now"] {
            assert_eq!(paper.text.contains(heading), screen.contains(heading), "{heading}: {}", paper.text);
        }
        for to_press in ["Go back to the questions", "I disagree", "Ask someone"] {
            assert!(!paper.text.contains(to_press), "{to_press}: {}", paper.text);
        }
    }

    /// The page as it is printed: with its marking and reference, which are not on the screen.
    async fn on_paper(&self) -> Look {
        const MARKED: &str = "OFFICIAL-SENSITIVE \u{b7} ";
        let screen = self.look().await.text;
        assert!(!screen.contains(MARKED), "{screen}");
        self.devtools("Emulation.setEmulatedMedia", json!({"media": "print"})).await;
        let paper = self.look().await;
        let folded = self.ask(FOLDED).await;
        self.devtools("Emulation.setEmulatedMedia", json!({"media": ""})).await;
        assert_eq!(folded, json!([]), "nothing is folded away on paper");
        assert!(paper.text.contains(MARKED), "{}", paper.text);
        paper
    }
}

/// The folds whose contents cannot be seen.
const FOLDED: &str = "
    const folds = [...PAGE.querySelectorAll('main details')].filter(shown);
    return folds.filter((fold) => !fold.lastElementChild.checkVisibility()).map((fold) => fold.innerText);";

#[test]
fn referral_pages() {
    visit(Setup::default(), async |visit| {
        let mut found = Found::default();
        let mut case = Case::new("V17", visit.today().await);
        case.answers.insert("children".to_owned(), json!("yes"));
        visit.open_case(&case).await;
        visit.go("See the result").await;
        visit.go("Write the referral").await;
        found.inspect(&visit, "tasks of the referral", How::AlsoNarrowDarkForced).await;
        let mut look = visit.go("Continue").await;
        while look.heading != TASKS {
            visit.look_at_referral_page(&mut found, "core", &look).await;
            look = visit.submit().await;
        }
        visit.go(CHECK).await;
        let mut been = Vec::new();
        while let Some(look) = visit.next_addition(&mut been).await {
            // Focus is on its answer: what stands above may be under the bar.
            visit.ask("scrollTo(0, 0); return null;").await;
            visit.look_at_referral_page(&mut found, "beyond", &look).await;
            visit.submit().await;
        }
        assert!(been.len() > 15, "{been:?}");
        found.inspect(&visit, "check", How::AlsoNarrowDarkForced).await;
        visit.until("the answers", |look| look.text.contains("Still missing")).await;
        visit.on_paper().await;
        visit.go("Go to the documents").await;
        found.inspect(&visit, "documents", How::AlsoNarrowDarkForced).await;
        for (index, part) in super::vignettes::PARTS.iter().enumerate() {
            visit.open_part(index).await;
            found.inspect(&visit, &format!("preview of {part}"), How::AlsoNarrowDarkForced).await;
            visit.go("Your documents").await;
        }
        found.settle("referral");
    });
}

impl Visit {
    async fn look_at_referral_page(&self, found: &mut Found, section: &str, look: &Look) {
        let state = format!("{section}: {}", look.heading);
        let how = if self.is_list().await || look.heading == "Name and date of birth" {
            How::AlsoNarrowDarkForced
        } else {
            How::Plain
        };
        for name in look.names() {
            careful(look, &name);
        }
        found.inspect(self, &state, how).await;
        if look.heading == "Victim-survivors" {
            self.go("Add").await;
            for page in 1.. {
                self.answer_page(&victim(false)).await;
                found.inspect(self, &format!("page {page} of an entry"), How::AlsoNarrowDarkForced).await;
                self.submit().await;
                if self.is_list().await {
                    break;
                }
            }
            found.inspect(self, "a list with an entry", How::AlsoNarrowDarkForced).await;
            self.push(&json!({"starts": "Remove"})).await;
            self.until("what puts the entry back", |look| look.text.contains("Put back")).await;
            found.inspect(self, "an entry removed", How::AlsoNarrowDarkForced).await;
            self.push(&json!({"starts": "Put back"})).await;
            self.until("the entry", |look| !look.text.contains("Put back")).await;
        }
    }
}

/// Nothing holds the page but itself: what the browser collects does not take it away.
#[test]
fn it_stays() {
    visit(Setup::default(), async |visit| {
        for _ in 0..3 {
            visit.devtools("HeapProfiler.collectGarbage", serde_json::json!({})).await;
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        assert_eq!(visit.look().await.heading, super::harness::START);
    });
}

/// An urgent answer stops at once, with what to do and whom to call, and goes on or back; once for each time it is given.
#[test]
fn an_urgent_answer_stops_at_once() {
    visit(Setup::default(), async |visit| {
        let mut found = Found::default();
        visit.go("Start screening").await;
        let first = visit.go("Continue").await.heading;
        visit.answer_page(json!({"immediate_danger": "yes"}).as_object().unwrap()).await;
        let look = visit.submit().await;
        assert_eq!(look.heading, ACT);
        for said in ["Call 999 now", "press 55", "0808 2000 247"] {
            assert!(look.text.contains(said), "{said}: {}", look.text);
        }
        found.inspect(&visit, "urgent", How::AlsoNarrowDarkForced).await;
        assert_eq!(visit.go("Change my answer").await.heading, first);
        let shown = visit.submit().await;
        assert_ne!(shown.heading, ACT, "it was read");
        visit.back().await;
        visit.until("the first question", |look| look.heading == first).await;
        visit.press("2").await;
        visit.submit().await;
        visit.back().await;
        visit.until("the first question", |look| look.heading == first).await;
        visit.press("1").await;
        assert_eq!(visit.submit().await.heading, ACT, "given anew, it is shown anew");
        found.settle("urgent");
    });
}

/// Where nobody but others can help, what to do, what came out, three places to turn and the record are one screen of a common
/// size, in both languages.
#[test]
fn what_does_not_meet_is_one_screen() {
    visit(Setup::default(), async |visit| {
        visit.driver.set_window_rect(0, 0, 1320, 1000).await.expect("a window of another size");
        for id in ["V06", "V27"] {
            let case = Case::new(id, visit.today().await);
            visit.open_case(&case).await;
            visit.go("See the result").await;
            for lang in ["cy", "en"] {
                visit.speak(lang).await;
                assert!(visit.comes_to("PAGE.querySelector('[data-act=\"documents\"]')").await, "{id}");
                let found = visit.ask(ONE_SCREEN).await;
                let at = |name: &str| found[name].as_f64().unwrap();
                assert!(at("wide") >= 1200.0, "{found}");
                assert_eq!(found["places"], 3, "{id}: {found}");
                assert!(
                    at("acts") <= 900.0 && at("record") <= 900.0 && at("turn") <= 900.0,
                    "{id} in {lang}: {found}"
                );
            }
            visit.clear_everything().await;
            visit.open(true).await;
        }
    });
}

/// Where the acts, the places to turn and the record end, below the top of the page, and how wide that is.
const ONE_SCREEN: &str = "
    const end = (one) => Math.round(one.getBoundingClientRect().bottom + scrollY);
    const places = [...PAGE.querySelectorAll('.ds-route')].filter((place) => place.checkVisibility());
    return {
        wide: innerWidth,
        places: places.length,
        acts: end(PAGE.querySelector('.ds-verdict')),
        turn: Math.max(...places.map(end)),
        record: end(PAGE.querySelector('[data-act=\"documents\"]')),
    };";
