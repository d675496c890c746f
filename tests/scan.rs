//! What is found in texts for Part A, and how often that is wrong, on sentences in `scan.json`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on stops")]

use drive_screening::answers::AnswerSheet;
use drive_screening::document::scan::{Looks, Name, scan, scan_text};
use drive_screening::pack::Pack;
use drive_screening::screening::screen;
use drive_screening::words::Language;
use proptest::prelude::*;
use serde_json::{Value, json};

fn data() -> Value {
    serde_json::from_str(include_str!("scan.json")).unwrap()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

fn names(data: &Value) -> Vec<Name> {
    let shared = texts(&data["perpetrator"]);
    texts(&data["names"]).into_iter().flat_map(|name| Name::new(name, &shared)).collect()
}

fn found(text: &str, names: &[Name]) -> Value {
    scan_text(text, names).into_iter().map(|found| json!([found.looks.name(), text[found.range]])).collect()
}

#[test]
fn each_sentence_holds_what_is_written_beside_it() {
    let data = data();
    let names = names(&data);
    let mut wrong = Vec::new();
    for list in ["texts", "known_limits"] {
        for case in data[list].as_array().unwrap() {
            let found = found(case["text"].as_str().unwrap(), &names);
            if found != case["found"] {
                wrong.push(format!("{}: {found}", case["text"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn false_alarms_are_few() {
    let data = data();
    let texts = data["texts"].as_array().unwrap();
    let clean = texts.iter().filter(|case| case["found"] == json!([])).count();
    let alarms = data["known_limits"].as_array().unwrap().len();
    assert!(clean >= 40 && alarms * 10 <= clean, "{alarms} false alarms to {clean} sentences without cause");
}

#[test]
fn the_answers_of_part_a_are_looked_through_and_those_that_name_a_professional_are_not() {
    let pack = Pack::builtin("default").unwrap();
    let sheet = json!({
        "format": "answers/1", "pack": "default", "screened_on": "2026-11-21",
        "answers": {
            "referrer_name": "Siân Referrer", "referrer_email": "a@nowhere.example", "referrer_phone": "01632 960000",
            "perpetrator_name": "Example Sample",
            "whereabouts_status": "home", "whereabouts_area": "The east side, with Survivor",
            "judgement_high": "yes", "judgement_reasons": "Sample frightens Siân. She is at 2 Imaginary Street.",
            "incidents_12m": 1,
            "incidents_list": [
                {"incident_type": "Shouted in the street"},
                {"incident_type": "Took the phone, 07700 900123, from Poppet"},
            ],
            "children": "yes",
            "victim_survivors_list": [{"victim_name": "Sample Survivor", "victim_other_names": "Siân Sample", "victim_fears": "He knows 01632 960009"}],
            "children_list": [{"child_name": "Poppet Sample"}],
        },
    });
    let answers = AnswerSheet::from_json(sheet).unwrap().read(&pack).unwrap();
    let hits = scan(&pack, &answers, &screen(&pack, &answers));
    let said: Vec<(&str, Option<usize>, Looks)> = hits
        .iter()
        .map(|hit| (hit.fact.as_str(), hit.entry.as_ref().map(|entry| entry.1), hit.found.looks))
        .collect();
    for expected in [
        ("whereabouts_area", None, Looks::Name),
        ("judgement_reasons", None, Looks::Name),
        ("judgement_reasons", None, Looks::Address),
        ("incident_type", Some(1), Looks::Phone),
        ("incident_type", Some(1), Looks::Name),
    ] {
        assert_eq!(said.iter().filter(|hit| **hit == expected).count(), 1, "{expected:?} in {said:?}");
    }
    assert_eq!(said.len(), 5, "{said:?}");
    for hit in &hits {
        for language in [Language::En, Language::Cy] {
            assert_ne!(hit.found.looks.words().say(language), "");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_is_looked_through_and_what_is_found_is_in_it(text in "\\PC{0,80}|([A-Za-z0-9+@.,' ()-]{0,60})", name in "\\PC{0,20}") {
        let names = Name::new(&name, &[]);
        let mut last = 0;
        for found in scan_text(&text, &names) {
            prop_assert!(found.range.start >= last && found.range.start < found.range.end);
            prop_assert!(text.get(found.range.clone()).is_some());
            last = found.range.end;
        }
    }

    #[test]
    fn what_locates_is_found_wherever_it_stands(before in "[a-z]{0,8}[.,(]? ", after in "[.,)]?( [a-z]{1,8})?", which in 0_usize..6) {
        let (locates, looks) = [
            ("ZZ99 9ZZ", Looks::Postcode),
            ("01632 960002", Looks::Phone),
            ("07700 900123", Looks::Phone),
            ("x.y@nowhere.example", Looks::Email),
            ("12 Imaginary Street", Looks::Address),
            ("Zebedee", Looks::Name),
        ][which];
        let text = format!("{before}{locates}{after}");
        let found = scan_text(&text, &Name::new("Zebedee Nobody", &[]));
        let inside = found.iter().any(|found| found.looks == looks && text[found.range.clone()].contains(locates));
        prop_assert!(inside, "{text:?}: {found:?}");
    }
}

/// The note on where an answer comes from stands where the answer does.
#[test]
fn a_note_of_part_a_is_looked_through() {
    let pack = Pack::builtin("default").unwrap();
    let sheet = json!({
        "format": "answers/1", "pack": "default", "screened_on": "2026-11-21",
        "evidence": {
            "incidents_12m": {"from": "police_record", "note": "Told to the desk from 07700 900123"},
            "other_victims": {"note": "07700 900124"},
        },
        "answers": {"incidents_12m": 1, "other_victims": 1},
    });
    let answers = AnswerSheet::from_json(sheet).unwrap().read(&pack).unwrap();
    let hits = scan(&pack, &answers, &screen(&pack, &answers));
    assert_eq!(hits.len(), 1, "{hits:?}");
    assert_eq!(
        (hits[0].fact.as_str(), hits[0].noted, hits[0].found.looks),
        ("incidents_12m", true, Looks::Phone)
    );
}
