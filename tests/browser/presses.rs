//! How many keys a known case takes: whoever has the facts on paper, and knows the keys.
//!
//! `cargo test --features browser-tests --test browser -- presses --nocapture` prints the figures.

use super::cases::{Case, golden};
use super::harness::{Setup, Visit, visit};
use super::keys::ENTER;
use super::page::Look;
use super::walker::{ACT, RESULT, STOP, TASKS};
use serde_json::{Map, Value, json};
use std::sync::atomic::Ordering;

/// The most keys that each may take, and what each took when it was first counted.
const SCREENING: Counted = Counted { name: "screening", presses: 80, pages: 17, first: (119, 17) };
// The 16 pages of the core, a page for each entry of a list, and three more for a victim-survivor, whose entry is four short ones.
const CORE: Counted = Counted { name: "core of the referral", presses: 300, pages: 24, first: (996, 68) };

/// The letters in the fields of a page.
const LETTERS: &str = "
    const fields = PAGE.querySelectorAll('main input:not([type=radio], [type=checkbox], [type=file]), main textarea');
    return [...fields].reduce((letters, field) => letters + field.value.length, 0);";

struct Counted {
    name: &'static str,
    presses: usize,
    pages: usize,
    first: (usize, usize),
}

/// What was met on the way.
#[derive(Default)]
struct Way {
    pages: usize,
    questions: usize,
    /// How many letters of text were typed.
    letters: usize,
    /// How high the pages are together, in screens.
    screens: f64,
    /// The lists that have an entry.
    lists: Vec<String>,
}

#[test]
fn a_known_case_takes_few_keys() {
    visit(Setup { quick: true, ..Setup::default() }, async |visit| {
        let today = visit.today().await;
        let answers = golden(today);
        visit.quick_screening(&answers, &SCREENING).await;
        visit.go("Write the referral").await;
        let mut way = Way::default();
        let mut look = visit.go("Continue").await;
        while look.heading != TASKS {
            look = visit.quick_page(&look, &answers, &mut way).await;
        }
        visit.is_within(&CORE, &way);
    });
}

#[test]
fn the_first_vignette_takes_few_keys() {
    visit(Setup { quick: true, ..Setup::default() }, async |visit| {
        let case = Case::new("V01", visit.today().await);
        visit.quick_screening(&case.answers, &SCREENING).await;
    });
}

impl Visit {
    /// From the first page to the result.
    async fn quick_screening(&self, answers: &Map<String, Value>, most: &Counted) {
        // The skip link is the short way past the bar.
        self.push(&json!({"starts": "Skip"})).await;
        self.go("Start screening").await;
        let mut way = Way::default();
        let mut look = self.go("Continue").await;
        while look.heading != RESULT {
            look = self.quick_page(&look, answers, &mut way).await;
        }
        self.is_within(most, &way);
    }

    /// Answers what a page asks, or what an entry of its list does, and sends it on.
    async fn quick_page(&self, look: &Look, answers: &Map<String, Value>, way: &mut Way) -> Look {
        if look.heading == ACT {
            return self.go("I have read this").await;
        }
        if look.heading == STOP {
            return self.go("See the result").await;
        }
        if self.is_list().await && !way.lists.contains(&look.heading) {
            way.lists.push(look.heading.clone());
            // One may have been begun from what the screening knows.
            self.go(if look.text.contains("Change") { "Change" } else { "Add" }).await;
            loop {
                self.measure(answers, way).await;
                let look = self.quick_submit().await;
                if self.is_list().await {
                    return look;
                }
            }
        }
        self.measure(answers, way).await;
        self.quick_submit().await
    }

    async fn measure(&self, answers: &Map<String, Value>, way: &mut Way) {
        way.questions += self.answer_page(answers).await.len();
        way.pages += 1;
        let letters = self.ask(LETTERS).await.as_u64().unwrap();
        way.letters += usize::try_from(letters).unwrap();
        let height = "return document.documentElement.scrollHeight / window.innerHeight;";
        way.screens += self.ask(height).await.as_f64().unwrap();
    }

    /// Enter in a field sends the page on; in a text of many lines it ends the line.
    async fn quick_submit(&self) -> Look {
        if self.ask("return document.activeElement.matches('input') || focused()?.matches('input');").await
            != true
        {
            return self.submit().await;
        }
        let before = self.look().await;
        self.press(&ENTER.to_string()).await;
        self.next(&before).await
    }

    /// Prints what was counted so far and holds it to the most that is allowed; the next count begins.
    fn is_within(&self, counted: &Counted, way: &Way) {
        let presses = self.presses.swap(0, Ordering::Relaxed);
        // The keystroke-level model of Card, Moran and Newell (1980): a key of somebody who types 40 words a minute, and the thought
        // before each question.
        let keys = u32::try_from(presses + way.letters).unwrap();
        let minutes =
            (0.28 * f64::from(keys) + 1.35 * f64::from(u32::try_from(way.questions).unwrap())) / 60.0;
        println!(
            "{}: {presses} keys ({} allowed, {} at first), {} pages ({} at first), {} questions, {:.1} screens, {} letters; \
             {minutes:.1} minutes by the keystroke-level model",
            counted.name,
            counted.presses,
            counted.first.0,
            way.pages,
            counted.first.1,
            way.questions,
            way.screens,
            way.letters,
        );
        assert!(
            presses <= counted.presses && way.pages <= counted.pages,
            "{presses} keys, {} pages",
            way.pages
        );
    }
}
