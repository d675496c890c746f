//! What a victim-survivor's own danger and needs ask to be done: the acts stand in Part B, and nothing of them in Part A.

use crate::support::packs;
use drive_screening::answers::Answers;
use drive_screening::date::Date;
use drive_screening::document::{Format, Stamp, compose, write_text};
use drive_screening::pack::Part;
use drive_screening::screening::screen;
use drive_screening::words::Language;
use serde_json::{Value, json};

/// Each flag, an entry that raises it, and entries of the same group that do not.
fn cases() -> Vec<(&'static str, &'static str, Value, Vec<Value>)> {
    let told = |fact: &str, value: &str| json!([{"victim_told": "told", fact: value}]);
    let people = "victim_survivors_list";
    let yes_no = |fact: &str| {
        vec![told(fact, "no"), told(fact, "not_known"), json!([]), json!([{"victim_told": "told"}])]
    };
    vec![
        ("victim_suicide_risk", people, told("victim_suicide", "yes"), yes_no("victim_suicide")),
        (
            "victim_own_view",
            people,
            told("victim_danger_view", "They say it will end badly."),
            vec![told("victim_danger_view", "not_known"), json!([]), json!([{"victim_told": "told"}])],
        ),
        ("victim_pregnancy", people, told("victim_pregnant", "yes"), yes_no("victim_pregnant")),
        (
            "victim_pregnancy",
            "children_list",
            json!([{"child_due_on": "2027-01-15"}]),
            // Born long since, by that day.
            vec![json!([{"child_due_on": "2026-09-01"}]), json!([{"child_date_of_birth": "2026-01-15"}])],
        ),
        ("victim_adult_safeguarding", people, told("victim_care_needs", "yes"), yes_no("victim_care_needs")),
    ]
}

fn read(group: &str, entries: &Value) -> Answers {
    let answers = json!({"in_area": "yes", "children": "yes", group: entries});
    let sheet =
        json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers});
    packs::answers(packs::named("default"), &sheet)
}

fn written(answers: &Answers, part: Part) -> String {
    let pack = packs::named("default");
    let outcome = screen(pack, answers);
    let mut all = String::new();
    for language in [Language::En, Language::Cy] {
        let stamp = Stamp {
            reference: "K7Q2-M9XD".to_owned(),
            made_on: Date::parse("2026-11-21").unwrap(),
            language,
        };
        let document = compose(pack, answers, &outcome, part, &stamp);
        all.push_str(&write_text(&document, Format::Text).unwrap());
    }
    // Lines are broken to a width.
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An entry that says so raises the flag; one that says no, that nobody knows or that says nothing does not. The act is in Part B
/// in both languages, in Part A are neither its words nor a change, and no verdict changes.
#[test]
fn what_an_entry_tells_of_her_danger_has_an_act_in_part_b_alone() {
    let pack = packs::named("default");
    for (name, group, raising, others) in cases() {
        let flag = pack.flags.iter().find(|flag| flag.id.as_str() == name).unwrap();
        assert_eq!(flag.part, Part::Restricted, "{name}");
        let act = flag.act.as_ref().unwrap();
        let raised = |answers: &Answers| screen(pack, answers).flags.iter().any(|flag| flag.name == name);
        let with = read(group, &raising);
        assert!(raised(&with), "{name}: {raising}");
        let part_b = written(&with, Part::Restricted);
        for words in [&act.en, &act.cy, &flag.text.en, &flag.text.cy] {
            assert!(part_b.contains(words.as_str()), "{name}: {words}\n{part_b}");
        }
        let part_a = written(&with, Part::Panel);
        for words in [&act.en, &act.cy, &flag.text.en, &flag.text.cy] {
            assert!(!part_a.contains(words.as_str()), "{name}: {words}");
        }
        for other in others {
            let without = read(group, &other);
            assert!(!raised(&without), "{name}: {other}");
            assert!(!written(&without, Part::Restricted).contains(&act.en), "{name}: {other}");
            let (one, two) = (screen(pack, &with), screen(pack, &without));
            assert_eq!((one.name, one.open), (two.name, two.open), "{name}: {other}");
        }
    }
}

/// Whether somebody has spoken of suicide, is pregnant or needs care changes no byte of Part A, nor of Part C.
#[test]
fn parts_a_and_c_are_the_same_whatever_she_told_of_herself() {
    let entry = |value: &str| {
        json!([{
            "victim_told": "told", "victim_suicide": value, "victim_pregnant": value, "victim_care_needs": value,
            "victim_no_public_funds": value,
        }])
    };
    for part in [Part::Panel, Part::Handling] {
        let said = |value: &str| written(&read("victim_survivors_list", &entry(value)), part);
        assert_eq!(said("yes"), said("no"), "{part:?}");
    }
}

/// What a victim-survivor says of suicide is acted on before the form goes on.
#[test]
fn suicide_comes_before_all_else_in_part_b() {
    let pack = packs::named("default");
    let urgent = |name: &str| pack.flags.iter().find(|flag| flag.id.as_str() == name).unwrap().urgent;
    assert!(urgent("victim_suicide_risk"));
    let entries = json!([{"victim_told": "told", "victim_suicide": "yes", "victim_care_needs": "yes"}]);
    let part_b = written(&read("victim_survivors_list", &entries), Part::Restricted);
    let at = |name: &str| {
        let flag = pack.flags.iter().find(|flag| flag.id.as_str() == name).unwrap();
        part_b.find(flag.act.as_ref().unwrap().en.as_str()).unwrap()
    };
    assert!(at("victim_suicide_risk") < at("victim_adult_safeguarding"));
}
