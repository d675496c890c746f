//! What a referral may add beyond its core: Check your answers offers each page of it once, in both languages, and never as missing;
//! documents say in a line of its section that it was not given.

use crate::support::packs;
use drive_screening::answers::Answers;
use drive_screening::date::Date;
use drive_screening::document::panels::check_html;
use drive_screening::document::{Format, Stamp, compose, write_text};
use drive_screening::interview::{Draft, Form, Interview};
use drive_screening::pack::{FactId, Pack, PageRef, Part, Speed, Stage};
use drive_screening::screening::screen;
use drive_screening::state::Act;
use drive_screening::words::Language;
use serde_json::{Value, json};

fn day() -> Date {
    Date::parse("2026-11-21").unwrap()
}

fn read(pack: &Pack, answers: &Value) -> Answers {
    let sheet =
        json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers});
    packs::answers(pack, &sheet)
}

fn checked(pack: &Pack, form: &Form, language: Language) -> String {
    let draft = Draft::to_json(pack, form, Stage::Referral, "K7Q2-M9XD");
    check_html(pack, draft, day(), language).unwrap()
}

/// The pages that acts of a list lead to, in order, with the first of what was asked there.
fn offered(html: &str) -> Vec<(PageRef, FactId)> {
    let acts = html.split("data-act=\"").skip(1).filter_map(|rest| Act::from_name(rest.split('"').next()?));
    let fields = acts.filter_map(|act| match act {
        Act::Field(page, field) => Some((page, field.fact)),
        _ => None,
    });
    fields.collect()
}

#[test]
fn every_page_beyond_the_core_is_offered_once() {
    let pack = packs::named("default");
    for answers in [json!({}), json!({"custody": "remand", "children": "yes", "programme": "active"})] {
        let answers = read(pack, &answers);
        let (form, outcome) = (Form::from_answers(&answers), screen(pack, &answers));
        let at =
            Interview { pack, form: &form, answers: &answers, outcome: &outcome, stage: Stage::Referral };
        let mut expected = Vec::new();
        for (section, listed) in pack.sections.iter().enumerate() {
            for (page, shown) in at.asked_pages(listed, Speed::Full) {
                let first = shown.questions.iter().find(|question| at.is_asked(question)).unwrap();
                expected.push((PageRef { section, page }, first.id.clone()));
            }
        }
        assert!(expected.len() > 15);
        for (language, title, answers) in [
            (Language::En, "Add what the panel may ask next", "Your answers"),
            (Language::Cy, "r hyn y gall y panel ei ofyn nesaf", "Eich atebion"),
        ] {
            let html = checked(pack, &form, language);
            let (gaps, rest) = html.split_once(title).unwrap();
            let (additions, _) = rest.split_once(answers).unwrap();
            assert_eq!(offered(additions), expected);
            let missing = offered(gaps);
            assert!(!missing.is_empty());
            for (place, fact) in &missing {
                let question = pack.question(fact.as_str()).unwrap();
                assert_eq!(question.speed, Speed::Core, "{fact} on {place:?} is missing");
            }
        }
    }
}

/// A pack whose core holds everything offers nothing to add, and one whose core is empty misses nothing.
#[test]
fn a_core_may_hold_everything_or_nothing() {
    let with_speed = |speed: &str| {
        let mut pack: Value = packs::whole("default");
        for section in pack["sections"].as_array_mut().unwrap() {
            if section["stage"] != "referral" {
                continue;
            }
            for page in section["pages"].as_array_mut().unwrap() {
                for question in page["questions"].as_array_mut().unwrap() {
                    question["speed"] = json!(speed);
                }
            }
        }
        Pack::from_json(pack.into()).unwrap()
    };
    let title = "Add what the panel may ask next";
    let all = with_speed("core");
    let answers = read(&all, &json!({}));
    assert!(!checked(&all, &Form::from_answers(&answers), Language::En).contains(title));
    let none = with_speed("full");
    let answers = read(&none, &json!({}));
    let html = checked(&none, &Form::from_answers(&answers), Language::En);
    let (gaps, _) = html.split_once(title).unwrap();
    let of_referral = |fact: &FactId| {
        let place = none.place(fact.as_str()).unwrap();
        none.section(place.page).stage == Stage::Referral
    };
    assert!(offered(gaps).iter().all(|(_, fact)| !of_referral(fact)), "{gaps}");
}

/// A line of each section names what was not given, apart from what a referral needs; nobody reads it as a "no".
#[test]
fn documents_say_what_was_not_given() {
    let pack = packs::named("default");
    let answers = read(pack, &json!({"in_area": "yes", "perpetrator_name": "Alex Example"}));
    let outcome = screen(pack, &answers);
    for (language, missing, left_out, sex, birth) in [
        (
            Language::En,
            "Not answered",
            "Not given in this referral",
            "Ethnic group",
            "Perpetrator's date of birth",
        ),
        (
            Language::Cy,
            "Heb eu hateb",
            "Heb eu rhoi yn yr atgyfeiriad hwn",
            "Grŵp ethnig",
            "Dyddiad geni'r cyflawnwr",
        ),
    ] {
        let stamp = Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: day(), language };
        let document = compose(pack, &answers, &outcome, Part::Panel, &stamp);
        let text = write_text(&document, Format::Markdown).unwrap();
        let line =
            |label: &str, name: &str| text.lines().any(|line| line.contains(label) && line.contains(name));
        assert!(line(left_out, sex) && !line(missing, sex), "{text}");
        assert!(line(missing, birth) && !line(left_out, birth), "{text}");
    }
}
