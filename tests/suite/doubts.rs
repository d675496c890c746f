//! Which answers are asked about, on either side of each bound, and at which fields.

use crate::support::packs;
use drive_screening::interview::{Doubt, Field, Form, Interview, Missing};
use drive_screening::pack::{FactId, Pack, Stage};
use drive_screening::screening::screen;
use drive_screening::words::Localized;
use serde_json::{Value, json};

fn id(fact: &str) -> FactId {
    FactId::parse(fact).unwrap()
}

/// The default pack with more keys of questions outside groups.
fn with(questions: &[(&str, Value)]) -> Pack {
    let mut pack = packs::whole("default");
    for section in pack["sections"].as_array_mut().unwrap() {
        for page in section["pages"].as_array_mut().unwrap() {
            for question in page["questions"].as_array_mut().unwrap() {
                let keys = questions.iter().find(|(fact, _)| question["id"] == *fact);
                if let Some((_, keys)) = keys {
                    question.as_object_mut().unwrap().extend(keys.as_object().unwrap().clone());
                }
            }
        }
    }
    Pack::load(&pack.to_string()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// What is asked about these answers in a referral.
fn doubts(pack: &Pack, answers: &Value) -> Vec<Doubt> {
    let mut sheet = json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21"});
    sheet["answers"] = answers.clone();
    let answers = packs::answers(pack, &sheet);
    let (form, outcome) = (Form::from_answers(&answers), screen(pack, &answers));
    Interview { pack, form: &form, answers: &answers, outcome: &outcome, stage: Stage::Referral }.doubts()
}

fn words(pack: &Pack, answers: &Value) -> Vec<String> {
    doubts(pack, answers).into_iter().map(|doubt| doubt.message.en).collect()
}

/// A date is asked about on the first day beyond its bound: another answer, the day of screening, or so many months before it.
#[test]
fn a_date_is_asked_about_beyond_its_bound() {
    let pack = with(&[
        ("dash_assessed_on", json!({"not_before": [{"months_ago": 3}]})),
        ("risk_graded_on", json!({"not_after": [{"months_ago": 6}]})),
        ("release_date", json!({"not_before": [], "not_after": [{"months_ago": 0}]})),
    ]);
    let dash = |on: &str| json!({"dash_done": "yes", "dash_assessed_on": on});
    let grade = |on: &str| json!({"risk_grade": "high", "risk_graded_on": on});
    let release = |on: &str| json!({"custody": "sentenced", "release_date": on});
    let hearing = |on: &str| json!({"custody": "remand", "next_hearing_on": on});
    let checked = |on: &str| json!({"referral_completed_on": "2026-11-20", "records_checked_on": on});
    let tool = |on: &str| json!({"perpetrator_date_of_birth": "1990-01-01", "risk_tools": [{"tool_completed_on": on}]});
    for (answers, says) in [
        // Moved on by the months, it is the day of screening, or the day before or after.
        (dash("2026-08-21"), None),
        (
            dash("2026-08-20"),
            Some("DASH completed on: 20 August 2026 is more than 3 months ago; check the date"),
        ),
        (grade("2026-05-21"), None),
        (grade("2026-05-20"), None),
        (grade("2026-05-22"), Some("22 May 2026 is less than 6 months ago; check the date")),
        (release("2026-11-21"), None),
        (release("2026-11-22"), Some("22 November 2026 has not come yet; check the date")),
        (hearing("2026-11-21"), None),
        (hearing("2026-11-20"), Some("20 November 2026 has passed; check the date")),
        // The day of the other answer is not beyond it.
        (checked("2026-11-19"), None),
        (checked("2026-11-20"), None),
        (
            checked("2026-11-21"),
            Some("is after \u{201c}Filled in on\u{201d}, 20 November 2026; check both dates"),
        ),
        (tool("1990-01-02"), None),
        (tool("1990-01-01"), None),
        (tool("1989-12-31"), Some("31 December 1989 is before")),
    ] {
        let said = words(&pack, &answers);
        assert_eq!(said.len(), usize::from(says.is_some()), "{answers}: {said:?}");
        assert!(said.iter().zip(says).all(|(said, says)| said.contains(says)), "{answers}: {said:?}");
    }
}

/// A bound by another answer holds only while that is asked, and one with a condition only while that is yes.
#[test]
fn a_bound_holds_while_what_it_goes_by_does() {
    let pack = with(&[("risk_graded_on", json!({"not_after": [{"fact": "marac_heard_on"}]}))]);
    let graded = |heard: &str| {
        json!({
            "risk_grade": "high", "risk_graded_on": "2026-11-01", "marac_heard": heard, "marac_heard_on": "2026-10-01",
        })
    };
    for (heard, asked) in [("yes", 1), ("no", 0), ("not_known", 0)] {
        let found = doubts(&pack, &graded(heard));
        assert_eq!(found.len(), asked, "{heard}: {found:?}");
        assert!(found.iter().all(|doubt| doubt.with == [id("marac_heard_on")]), "{found:?}");
    }
    let default = packs::named("default");
    for (custody, asked) in [("sentenced", 1), ("recall", 1), ("remand", 0), ("not_known", 0)] {
        let found = doubts(default, &json!({"custody": custody, "release_date": "2026-11-20"}));
        assert_eq!(found.len(), asked, "{custody}: {found:?}");
    }
}

/// A date is held against one of the same entry or one that is asked once, and never against itself.
#[test]
fn what_a_date_is_held_against_is_of_its_entry_or_asked_once() {
    fn find<'a>(value: &'a mut Value, fact: &str) -> Option<&'a mut Value> {
        match value {
            Value::Object(map) if map.get("id").is_some_and(|id| id == fact) && map.contains_key("kind") => {
                Some(value)
            }
            Value::Object(map) => map.values_mut().find_map(|value| find(value, fact)),
            Value::Array(list) => list.iter_mut().find_map(|value| find(value, fact)),
            _ => None,
        }
    }
    for (fact, other, stands) in [
        ("victim_separated_on", "victim_date_of_birth", true),
        ("victim_separated_on", "marac_heard_on", true),
        ("victim_separated_on", "child_date_of_birth", false),
        ("victim_separated_on", "victim_separated_on", false),
        ("marac_heard_on", "perpetrator_date_of_birth", true),
        ("marac_heard_on", "victim_date_of_birth", false),
        ("marac_heard_on", "marac_heard_on", false),
    ] {
        let mut pack = packs::whole("default");
        find(&mut pack["sections"], fact).unwrap()["not_before"] = json!([{"fact": other}]);
        let problems = Pack::load(&pack.to_string()).err().unwrap_or_default();
        packs::assert_said_well(&problems);
        let found = packs::places(&problems);
        assert_eq!(found.len(), usize::from(!stands), "{fact} not before {other}: {found:?}");
        assert!(
            found.iter().all(|(code, at)| *code == "pack-misplaced" && at.ends_with("not_before")),
            "{found:?}"
        );
    }
}

/// The least and the most that are usual are not asked about.
#[test]
fn a_number_is_asked_about_beyond_what_is_usual() {
    let usual = json!({"usual": {"min": 18, "max": 80, "source": "da_act"}});
    let pack = with(&[("perpetrator_age", usual.clone()), ("perpetrator_date_of_birth", usual)]);
    for (age, says) in [
        (17, Some("Age: 17 is less than 18, the least that is expected; check the number")),
        (18, None),
        (80, None),
        (81, Some("Age: 81 is more than 80, the most that is expected; check the number")),
    ] {
        let said = words(&pack, &json!({"perpetrator_age": age}));
        assert_eq!(said.iter().map(String::as_str).collect::<Vec<_>>(), says.into_iter().collect::<Vec<_>>());
    }
    for (born, says) in [
        ("2008-11-22", Some("gives 17, and at least 18 is expected; check the year")),
        ("2008-11-21", None),
        ("1945-11-22", None),
        ("1945-11-21", Some("gives 81, and at most 80 is expected; check the year")),
    ] {
        let said = words(&pack, &json!({"perpetrator_date_of_birth": born}));
        assert_eq!(said.len(), usize::from(says.is_some()), "{born}: {said:?}");
        assert!(said.iter().zip(says).all(|(said, says)| said.contains(says)), "{born}: {said:?}");
    }
}

/// In the list of what a referral lacks, a doubt stands at the page and with the label of its question, or of its group.
#[test]
fn a_doubt_is_listed_with_its_question() {
    let pack = packs::named("default");
    let mut sheet = json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21"});
    sheet["answers"] = json!({
        "perpetrator_age": 3, "custody": "sentenced", "release_date": "2026-11-20", "perpetrator_date_of_birth": "1990-01-01",
        "risk_tools": [{"tool_completed_on": "1989-12-31"}], "incidents_list": [{"incident_on": "2025-11-20"}],
        "referrer_phone": "12",
    });
    let answers = packs::answers(pack, &sheet);
    let (form, outcome) = (Form::from_answers(&answers), screen(pack, &answers));
    let at = Interview { pack, form: &form, answers: &answers, outcome: &outcome, stage: Stage::Referral };
    let gaps = at.gaps();
    let sure: Vec<_> = gaps.iter().filter(|gap| matches!(gap.missing, Missing::Sure(_))).collect();
    let listed: Vec<&str> = sure.iter().map(|gap| gap.field.fact.as_str()).collect();
    let in_order = [
        "perpetrator_age",
        "perpetrator_age",
        "release_date",
        "referrer_phone",
        "incident_on",
        "tool_completed_on",
    ];
    assert_eq!(listed, in_order, "in the order of the form");
    for gap in sure {
        let outer = gap.field.item.as_ref().map_or(&gap.field.fact, |(group, _)| group);
        let question = pack.question(outer.as_str()).unwrap();
        assert_eq!(Some(gap.page), pack.place(outer.as_str()).map(|place| place.page), "{outer}");
        assert_eq!(gap.label, question.label, "{outer}");
    }
    let pages: Vec<_> = gaps.iter().map(|gap| gap.page).collect();
    assert!(pages.is_sorted_by_key(|page| (page.section, page.page)), "with what else is missing there");
}

/// A doubt is shown at its own field, and at those it goes by: outside groups, or of the same entry.
#[test]
fn at_which_fields_a_doubt_is_shown() {
    let at = |key: Option<u32>, fact: &str| Field { item: key.map(|key| (id("list"), key)), fact: id(fact) };
    for (own, other, shown) in [
        (at(None, "one"), at(None, "one"), true),
        (at(None, "one"), at(None, "with"), true),
        (at(None, "one"), at(None, "else"), false),
        // A question of that name in an entry is another.
        (at(None, "one"), at(Some(1), "one"), false),
        (at(None, "one"), at(Some(1), "with"), false),
        (at(Some(1), "one"), at(Some(1), "one"), true),
        (at(Some(1), "one"), at(Some(2), "one"), false),
        (at(Some(1), "one"), at(None, "one"), false),
        (at(Some(1), "one"), at(Some(1), "with"), true),
        (at(Some(1), "one"), at(Some(2), "with"), false),
        (at(Some(1), "one"), at(None, "with"), true),
        (at(Some(1), "one"), at(Some(1), "else"), false),
    ] {
        let doubt = Doubt { field: own, with: vec![id("with")], code: "ask", message: Localized::default() };
        assert_eq!(doubt.is_about(&other), shown, "{:?} at {other:?}", doubt.field);
    }
}
