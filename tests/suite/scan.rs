//! What is found in texts for Part A, and how often that is wrong, on sentences in `scan.json`.

use drive_screening::answers::AnswerSheet;
use drive_screening::document::scan::{IdentifierKind, KnownIdentifiers, scan, scan_text};
use drive_screening::pack::{Identifies, Kind, Pack, Part, Question};
use drive_screening::screening::screen;
use drive_screening::words::Language;
use proptest::prelude::*;
use serde_json::{Value, json};

fn data() -> Value {
    serde_json::from_str(include_str!("../scan.json")).unwrap()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

/// The names of `scan.json` and what else is known in its sentences.
fn known(data: &Value) -> KnownIdentifiers {
    let names = texts(&data["names"]).into_iter().map(|name| (Identifies::Name, name));
    KnownIdentifiers::of(&texts(&data["perpetrator"]), &names.collect::<Vec<_>>())
}

/// What one text of Part B, under the fact it is answered for, makes known.
fn known_by(fact: &str, text: &str, perpetrator: &[&str]) -> KnownIdentifiers {
    let pack = Pack::builtin("default").unwrap();
    KnownIdentifiers::of(perpetrator, &[(pack.question(fact).unwrap().identifies().unwrap(), text)])
}

fn found(text: &str, known: &KnownIdentifiers) -> Value {
    scan_text(text, known).into_iter().map(|found| json!([found.kind.name(), text[found.range]])).collect()
}

#[test]
fn each_sentence_holds_what_is_written_beside_it() {
    let data = data();
    let known = known(&data);
    let mut wrong = Vec::new();
    for list in ["texts", "known_limits"] {
        for case in data[list].as_array().unwrap() {
            let found = found(case["text"].as_str().unwrap(), &known);
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
fn the_answers_of_part_a_are_looked_through_and_a_professional_s_own_number_may_stand() {
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
                {"incident_type": "Shouted in the street", "incident_usable": "yes"},
                {"incident_type": "Took the phone, 07700 900123, from Poppet", "incident_police_recorded": "yes"},
            ],
            "children": "yes",
            "victim_survivors_list": [{"victim_name": "Sample Survivor", "victim_other_names": "Siân Sample", "victim_fears": "He knows 01632 960009"}],
            "children_list": [{"child_name": "Poppet Sample"}],
        },
    });
    let answers = AnswerSheet::from_json(sheet).unwrap().read(&pack).unwrap();
    let hits = scan(&pack, &answers, &screen(&pack, &answers));
    let said: Vec<(&str, Option<usize>, IdentifierKind)> = hits
        .iter()
        .map(|hit| (hit.fact.as_str(), hit.entry.as_ref().map(|entry| entry.1), hit.found.kind))
        .collect();
    // The referrer's own name is hers too, and so is his surname her first name: whose they are, the referrer says.
    assert_eq!(
        said.iter().filter(|hit| **hit == ("judgement_reasons", None, IdentifierKind::Name)).count(),
        2,
        "{said:?}"
    );
    for expected in [
        ("referrer_name", None, IdentifierKind::Name),
        ("whereabouts_area", None, IdentifierKind::Name),
        ("judgement_reasons", None, IdentifierKind::Address),
        ("incident_type", Some(1), IdentifierKind::Phone),
        ("incident_type", Some(1), IdentifierKind::Name),
    ] {
        assert_eq!(said.iter().filter(|hit| **hit == expected).count(), 1, "{expected:?} in {said:?}");
    }
    assert_eq!(said.len(), 7, "{said:?}");
    for hit in &hits {
        for language in [Language::En, Language::Cy] {
            assert_ne!(hit.found.words().say(language), "");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_is_looked_through_and_what_is_found_is_in_it(text in "\\PC{0,80}|([A-Za-z0-9+@.,' ()-]{0,60})", name in "\\PC{0,20}") {
        let every = Pack::builtin("default").unwrap();
        let every = questions(&every).into_iter().filter_map(Question::identifies).map(|one| (one, name.as_str()));
        let known = KnownIdentifiers::of(&[], &every.collect::<Vec<_>>());
        let mut last = 0;
        for found in scan_text(&text, &known) {
            prop_assert!(found.range.start < found.range.end);
            prop_assert!(text.get(found.range.clone()).is_some());
            // Words that were said may hold a name.
            if found.kind != IdentifierKind::Words {
                prop_assert!(found.range.start >= last);
                last = found.range.end;
            }
        }
    }

    #[test]
    fn what_locates_is_found_wherever_it_stands(before in "[a-z]{0,8}[.,(]? ", after in "[.,)]?( [a-z]{1,8})?", which in 0_usize..6) {
        let (locates, looks) = [
            ("ZZ99 9ZZ", IdentifierKind::Postcode),
            ("01632 960002", IdentifierKind::Phone),
            ("07700 900123", IdentifierKind::Phone),
            ("x.y@nowhere.example", IdentifierKind::Email),
            ("12 Imaginary Street", IdentifierKind::Address),
            ("Zebedee", IdentifierKind::Name),
        ][which];
        let text = format!("{before}{locates}{after}");
        let found = scan_text(&text, &KnownIdentifiers::of(&[], &[(Identifies::Name, "Zebedee Nobody")]));
        let inside = found.iter().any(|found| found.kind == looks && text[found.range.clone()].contains(locates));
        prop_assert!(inside, "{text:?}: {found:?}");
    }
}

/// With the accents of its letters apart, as some systems keep them.
fn apart_form(text: &str) -> String {
    icu_normalizer::DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// However what is known is written: in any case, in either normal form, with marks that nobody sees, and with other
    /// signs between its words.
    #[test]
    fn what_is_known_is_found_however_it_is_written(
        which in 0_usize..10, shape in 0_u8..3, apart in any::<bool>(), unseen in 0_usize..5, sign in 0_usize..4,
        places in proptest::collection::vec(any::<bool>(), 60), before in "[a-z]{0,8}[.,(]? ", after in "[.,)]?( [a-z]{1,8})?",
    ) {
        let (fact, value, said) = [
            ("victim_name", "Siân O'Enghraifft-Wzór", "Siân O'Enghraifft-Wzór"),
            ("victim_name", "Łucja Nguyễn", "Łucja Nguyễn"),
            ("child_name", "Zebedée Dæmi", "Zebedée"),
            ("victim_safe_people", "Her aunt Petra Quillfeather", "Petra Quillfeather"),
            ("victim_address", "14 Quillfeather Road, Nowhere, ZZ99 9ZZ", "Quillfeather Road"),
            ("victim_address", "14 Quillfeather Road, Nowhere, ZZ99 9ZZ", "ZZ99 9ZZ"),
            ("victim_safe_phone", "07700 900123", "07700 900 123"),
            ("victim_code_word", "blue-bell", "blue-bell"),
            ("victim_date_of_birth", "1991-03-12", "12 Chwefror 1991"),
            ("child_school", "Ysgol Ddychmygol Bryn", "Ysgol Ddychmygol"),
        ][which];
        let value = if fact == "victim_date_of_birth" { "1991-02-12" } else { value };
        let unseen = ["", "\u{200b}", "\u{ad}", "\u{2060}", "\u{feff}"][unseen];
        let sign = [" ", "-", "\u{a0}", "\u{2011}"][sign];
        let mut written = String::new();
        for (index, c) in said.chars().enumerate() {
            let upper = shape == 1 || (shape == 2 && places[index % 60]);
            match c {
                ' ' => written.push_str(sign),
                '\'' if shape == 1 => written.push('\u{2019}'),
                _ if upper => written.extend(c.to_uppercase()),
                _ => written.push(c),
            }
            if !places[(index + 7) % 60] && c.is_alphanumeric() {
                written.push_str(unseen);
            }
        }
        let written: String = if apart { apart_form(&written) } else { written };
        let text = format!("{before}{written}{after}");
        let found = scan_text(&text, &known_by(fact, value, &[]));
        prop_assert!(found.iter().any(|found| found.known), "{text:?}: {found:?}");
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
        (hits[0].fact.as_str(), hits[0].noted, hits[0].found.kind),
        ("incidents_12m", true, IdentifierKind::Phone)
    );
}

/// Every question, those of entries too.
fn questions(pack: &Pack) -> Vec<&Question> {
    let mut all = Vec::new();
    for (_, question) in pack.questions() {
        all.push(question);
        if let Kind::Group(group) = &question.kind {
            all.extend(&group.questions);
        }
    }
    all
}

/// What Part B holds in one field, and what Part A says: `tests/scan.json` has the rows.
#[test]
fn what_part_b_holds_is_found_in_part_a_however_it_is_written() {
    let data = data();
    let rows = data["pairs"].as_array().unwrap();
    let mut wrong = Vec::new();
    for row in rows {
        let perpetrator = row.get("perpetrator").map_or(Vec::new(), texts);
        let (fact, value) = row["part_b"].as_object().unwrap().iter().next().unwrap();
        let known = known_by(fact, value.as_str().unwrap(), &perpetrator);
        let text = row["part_a"].as_str().unwrap();
        let hits: Vec<_> = scan_text(text, &known).into_iter().filter(|found| found.known).collect();
        let as_it_should = match &row["found"] {
            Value::Bool(any) => hits.is_empty() != *any,
            Value::String(one) => hits.iter().any(|found| text[found.range.clone()] == **one),
            _ => false,
        };
        if !as_it_should {
            let hits: Vec<_> = hits.into_iter().map(|found| (found.kind, &text[found.range])).collect();
            wrong.push(format!("{row}: {hits:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let clean = rows.iter().filter(|row| row["found"] == json!(false)).count();
    assert!(rows.len() >= 100 && clean >= 25, "{} rows, {clean} of them clean", rows.len());
}

/// Why some texts and dates of Part B are not looked for in Part A.
const NOT_COMPARED: [(&str, &str); 6] = [
    ("last_other_victim_on", "a day on which somebody was harmed names and locates nobody"),
    ("victim_separated_on", "a day of separation is told to the panel as a sign of risk"),
    ("victim_idva_referred_on", "a day of a referral names and locates nobody"),
    ("victim_relationship_dates", "years of a relationship name and locate nobody"),
    ("victim_interpreter", "a language is no name; it would be found in every text about the perpetrator's"),
    ("previous_relationship", "\"ex-partner\" is what Part A says itself"),
];

#[test]
fn every_text_and_date_of_part_b_is_compared_or_it_is_said_why_not() {
    let pack = Pack::builtin("default").unwrap();
    let comparable = |kind: &Kind| matches!(kind, Kind::Text | Kind::LongText | Kind::Date { .. });
    for question in questions(&pack) {
        let id = question.id.as_str();
        let excused = NOT_COMPARED.iter().any(|(fact, why)| *fact == id && !why.is_empty());
        match question.part {
            Part::Restricted if comparable(&question.kind) => {
                // Said in the pack, and not left to what any other pack gets.
                let identifies =
                    question.identifies.unwrap_or_else(|| panic!("{id}: what does it identify?"));
                assert_eq!(identifies == Identifies::Nobody, excused, "{id}");
                let date = matches!(question.kind, Kind::Date { .. });
                assert!(excused || date == (identifies == Identifies::Birth), "{id}");
            }
            _ => assert!(!excused, "{id} is no text or date of Part B"),
        }
        if question.identifies.is_some() {
            assert!(comparable(&question.kind) || question.part == Part::Panel, "{id}");
        }
    }
}

/// A canary in each field of Part B that is compared is found in every text of Part A, whatever else stands there.
#[test]
fn each_field_of_part_b_is_found_in_each_text_of_part_a() {
    let pack = Pack::builtin("default").unwrap();
    let all = questions(&pack);
    let canary = |identifies| match identifies {
        Identifies::Name => ("Zebedina Quillfeather", "Quillfeather"),
        Identifies::People => ("Her aunt Zebedina Quillfeather, who knows", "Zebedina"),
        Identifies::Place => ("14 Quillfeather Road, Nowhere", "Quillfeather Road"),
        Identifies::Contact => ("07700 900123", "07700900123"),
        Identifies::Birth => ("1991-03-12", "12 March 1991"),
        Identifies::CodeWord => ("quillfeather", "quillfeather"),
        Identifies::Words => {
            ("He always says that nobody would ever believe her.", "says that nobody would ever believe her")
        }
        Identifies::Perpetrator | Identifies::Nobody => ("", ""),
    };
    let mut pairs = 0;
    for restricted in all.iter().filter(|question| question.part == Part::Restricted) {
        let Some(identifies) = restricted.identifies().filter(|one| *one != Identifies::Nobody) else {
            continue;
        };
        let (typed, said) = canary(identifies);
        for panel in all.iter().filter(|question| question.part == Part::Panel) {
            if !matches!(panel.kind, Kind::Text | Kind::LongText) {
                continue;
            }
            // What is his name too is no other's.
            let his = panel.identifies == Some(Identifies::Perpetrator);
            if his && matches!(identifies, Identifies::Name | Identifies::People) {
                continue;
            }
            let mut answers = json!({});
            put(&pack, &mut answers, restricted, json!(typed));
            put(&pack, &mut answers, panel, json!(format!("Then {said}.")));
            let hits = scan_shown(&pack, answers, panel);
            // A question that this case does not ask stands in no document.
            let Some(hits) = hits else { continue };
            assert!(hits > 0, "{} in {}", restricted.id, panel.id);
            pairs += 1;
        }
    }
    assert!(pairs > 1_000, "{pairs}");
}

/// Puts an answer where its question belongs, in an entry of its list.
fn put(pack: &Pack, answers: &mut Value, question: &Question, answer: Value) {
    match pack.group_of(question.id.as_str()) {
        Some(group) if answers.get(group.id.as_str()).is_none() => {
            answers[group.id.as_str()] = json!([{ question.id.as_str(): answer }]);
        }
        Some(group) => answers[group.id.as_str()][0][question.id.as_str()] = answer,
        None => answers[question.id.as_str()] = answer,
    }
}

/// How much is found in one question of Part A; none where the case does not ask it.
fn scan_shown(pack: &Pack, mut answers: Value, panel: &Question) -> Option<usize> {
    // What makes most questions asked.
    let also = json!({
        "custody": "sentenced", "orders_in_force": "yes", "safety_weapons": "yes", "judgement_high": "yes",
        "dash_done": "yes", "marac_heard": "yes", "programme": "active", "probation_supervised": "yes",
        "lives_with_victim_or_child": "no", "whereabouts_status": "home",
        "plan_usable": ["in_place", "urgent", "why_now", "disrupt", "support", "barriers"],
    });
    if let Some(incidents) = answers.get_mut("incidents_list").and_then(Value::as_array_mut) {
        incidents.iter_mut().for_each(|incident| incident["incident_usable"] = json!("yes"));
    }
    for (fact, answer) in also.as_object().unwrap() {
        if answers.get(fact).is_none() && pack.question(fact).is_some() {
            answers[fact] = answer.clone();
        }
    }
    let sheet =
        json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers});
    let sheet = AnswerSheet::from_json(sheet).unwrap();
    let answers = sheet.read(pack).unwrap_or_else(|problems| panic!("{problems:?}"));
    let hits = scan(pack, &answers, &screen(pack, &answers));
    let asked = panel.asked_when.is_none() || !hits.is_empty();
    asked.then(|| hits.iter().filter(|hit| hit.fact == panel.id).count())
}
