//! Vignettes done through the page by keyboard alone, to the verdict and all three parts.

use super::cases::Case;
use super::harness::{Setup, Visit, visit};
use super::page::Look;
use super::walker::{AtStop, JUDGEMENT, TASKS, Walk};
use super::watch;
use chrono::NaiveDate;
use drive_screening::words::Language;

/// What each vignette does at the early stop.
const CASES: [(&str, AtStop); 10] = [
    ("V01", AtStop::GoOn),
    ("V03", AtStop::GoOn),
    ("V05", AtStop::SeeResult),
    ("V06", AtStop::GoOn),
    ("V15", AtStop::SeeResult),
    ("V17", AtStop::SeeResult),
    ("V25", AtStop::GoOn),
    ("V30", AtStop::SeeResult),
    ("V34", AtStop::GoOn),
    ("V09", AtStop::SeeResult),
];

/// The three parts, as their previews are headed.
/// What is folded at each document, once documents can be made.
pub(crate) const FOLDED: &str = "or save it another way";
/// What each part is called by.
const LETTERS: [&str; 3] = ["A", "B", "C"];
pub(crate) const PARTS: [&str; 3] = ["Part A", "Part B", "Part C"];

#[test]
fn first_half() {
    run(&CASES[..5], Setup::default());
}

#[test]
fn second_half() {
    run(&CASES[5..9], Setup::default());
}

#[test]
fn another_pack() {
    let server = vec!["--pack".to_owned(), "repeat_or_serial".to_owned()];
    run(&CASES[9..], Setup { server, ..Setup::default() });
}

fn run(cases: &'static [(&'static str, AtStop)], setup: Setup) {
    visit(setup, async move |visit| {
        let before = watch::requests(&visit);
        for (id, at_stop) in cases {
            let started = std::time::Instant::now();
            let case = Case::new(id, visit.today().await);
            let walk = visit.vignette(&case, *at_stop).await;
            let seconds = started.elapsed().as_secs_f32();
            println!("{id}: {} in {} pages, {seconds:.1} s", case.outcome, walk.pages.len());
            visit.clear_everything().await;
            assert_eq!(visit.go("Start again").await.heading, super::harness::START);
        }
        assert_eq!(watch::requests(&visit), before, "no request after start-up");
    });
}

impl Visit {
    /// The day by the browser's clock.
    pub(crate) async fn today(&self) -> NaiveDate {
        let today =
            self.ask("const d = new Date(); return [d.getFullYear(), d.getMonth() + 1, d.getDate()];").await;
        let part = |index: usize| today[index].as_u64().unwrap() as u32;
        NaiveDate::from_ymd_opt(part(0) as i32, part(1), part(2)).unwrap()
    }

    /// From the first page to the result, with the verdict read and compared.
    pub(crate) async fn reach_result(&self, case: &Case, at_stop: AtStop) -> Walk {
        assert_eq!(self.go("Start screening").await.heading, TASKS);
        let walk = self.screen(&case.answers, at_stop).await;
        let judged = walk.pages.iter().position(|page| page == JUDGEMENT);
        assert!(judged.is_some(), "{}: judgement comes before any result: {:?}", case.id, walk.pages);
        let sentence = &case.pack.outcome_text(&case.outcome).sentence;
        assert_eq!(self.text_of(".ds-verdict").await, sentence.en, "{}", case.id);
        self.speak("cy").await;
        assert_eq!(self.text_of(".ds-verdict").await, sentence.cy, "{}", case.id);
        self.speak("en").await;
        walk
    }

    /// A whole vignette: the verdict, then the documents by whichever way the result offers, and all three parts.
    pub(crate) async fn vignette(&self, case: &Case, at_stop: AtStop) -> Walk {
        let walk = self.reach_result(case, at_stop).await;
        let words = case.pack.outcome_text(&case.outcome);
        if words.refers {
            assert_eq!(self.go("Write the referral").await.heading, TASKS);
            self.check_answers().await;
            self.go("Go to the documents").await;
        } else if case.outcome == "need_information" {
            assert_eq!(self.go("I disagree").await.heading, "Disagree and refer anyway");
            self.fill("override_reasons", "The panel should look at this case.").await;
            assert_eq!(self.submit().await.heading, TASKS);
            self.check_answers().await;
            self.go("Go to the documents").await;
        } else {
            self.go("Make a record").await;
        }
        let parts = self.read_parts().await;
        for (part, text) in PARTS.iter().zip(&parts) {
            assert!(text.contains(part), "{}: {part} says which part it is:\n{text}", case.id);
        }
        let sentence = words.sentence.say(Language::En);
        assert!(parts[0].contains(sentence), "{}: Part A gives the verdict:\n{}", case.id, parts[0]);
        walk
    }

    /// From the documents: opens each part on screen, reads it and comes back.
    pub(crate) async fn read_parts(&self) -> [String; 3] {
        let mut parts = [String::new(), String::new(), String::new()];
        for (index, text) in parts.iter_mut().enumerate() {
            *text = self.open_part(index).await.text;
            // The panel decides; a document never says that it has, nor predicts.
            for word in ["is eligible", "not eligible", "been accepted", "is high risk"] {
                assert!(!text.contains(word), "{} says \"{word}\"", PARTS[index]);
            }
            self.go("Your documents").await;
        }
        parts
    }

    /// From the documents: opens a part on screen.
    pub(crate) async fn open_part(&self, index: usize) -> Look {
        let ready = |look: &Look| look.heading == "Your documents" && look.text.contains(FOLDED);
        self.until("the documents", ready).await;
        while self.look().await.text.contains("This is right") {
            self.push(&serde_json::json!({"starts": "This is right"})).await;
        }
        let before = self.until("the documents", |look| look.text.matches(FOLDED).count() == 3).await;
        self.unfold_ways(index).await;
        self.to(&serde_json::json!({"starts": format!("Look at Part {}", LETTERS[index]), "tag": "button"}))
            .await;
        self.press(&super::keys::ENTER.to_string()).await;
        let look =
            self.until("a part on screen", |look| look.state != before.state && look.on_heading()).await;
        // The page around would be printed with it.
        let printed = look.text.contains("Print");
        assert_eq!(printed, self.path.is_empty(), "{} can be printed, but not in another page", PARTS[index]);
        look
    }

    /// From the documents: opens what else can be done with a part, where it is folded.
    pub(crate) async fn unfold_ways(&self, index: usize) {
        let starts = format!("Look at Part {}, or", LETTERS[index]);
        let folds = "return [...PAGE.querySelectorAll('main details:not([open]) > summary')].map((fold) => fold.innerText);";
        let folds = self.ask(folds).await;
        if folds.as_array().unwrap().iter().any(|fold| fold.as_str().unwrap().trim().starts_with(&starts)) {
            self.push(&serde_json::json!({"starts": starts, "tag": "summary"})).await;
        }
    }

    /// "Clear everything" from the foot of the page, with its question, to the end page.
    pub(crate) async fn clear_everything(&self) {
        assert_eq!(self.go("Clear everything").await.heading, "Clear everything?");
        self.to(&serde_json::json!({"starts": "Yes, clear everything"})).await;
        self.press(&super::keys::ENTER.to_string()).await;
        self.until("the end page", |look| look.heading == "Everything is cleared" && look.on_heading()).await;
    }

    /// Moves to one of several buttons of the same words. The page may be drawn anew meanwhile, so it is tried again.
    pub(crate) async fn to_nth(&self, text: &str, index: usize) {
        let find = format!("stops().filter((stop) => describe(stop).text.startsWith({text:?}))[{index}]");
        for _ in 0..3 {
            let distance = self
                .ask(&format!("return distance({find});"))
                .await
                .as_i64()
                .unwrap_or_else(|| panic!("no {text} {index}"));
            let tabs = super::keys::TAB.to_string().repeat(usize::try_from(distance.abs()).unwrap());
            if distance < 0 {
                self.press_with(super::keys::SHIFT, &tabs).await;
            } else {
                self.press(&tabs).await;
            }
            if self.ask(&format!("return focused() === {find};")).await == true {
                return;
            }
        }
        panic!("Tab does not reach {text} {index}");
    }
}
