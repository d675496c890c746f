//! The laws of the engine as properties: five sentences anyone can argue with, checked on random sheets.

use crate::support::reference::{Day, FACTS, FLAG_FACTS, PACKS};
use crate::support::sheets::{self, Known};
use crate::support::{minimal, packs};
use drive_screening::answers::{AnswerSheet, Answers};
use drive_screening::interview::Form;
use drive_screening::pack::{Kind, Origin, Pack, Part, Question, builtin, wire};
use drive_screening::problem::Problem;
use drive_screening::screening::{result_json, screen};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::sync::OnceLock;

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn result(sheet: &Value) -> Value {
    packs::result(packs::named(sheet["pack"].as_str().unwrap()), sheet)
}

fn names(value: &Value) -> BTreeSet<String> {
    value.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

/// The result without what stands beside the verdict.
fn without_flags(mut result: Value) -> Value {
    result["flags"] = Value::Null;
    result
}

fn known(sheet: &Value, fact: &str) -> bool {
    sheet["answers"].get(fact).is_some_and(|value| value != "not_known")
}

/// A sheet and, for one fact of the table, a valid value to learn.
fn sheet_and_fact(wanted: fn(&str) -> bool) -> BoxedStrategy<(Value, &'static str, Value)> {
    sheets::any_sheet()
        .prop_flat_map(move |sheet| {
            let on = Day::read(sheet["screened_on"].as_str().unwrap());
            let each = sheets::facts(on).into_iter().filter(|(fact, ..)| wanted(fact)).map(
                |(fact, usual, values)| {
                    prop_oneof![Just(usual), values].prop_map(move |value| (fact, value)).boxed()
                },
            );
            (Just(sheet), proptest::strategy::Union::new(each))
        })
        .prop_map(|(sheet, (fact, value))| (sheet, fact, value))
        .boxed()
}

fn without(sheet: &Value, fact: &str) -> Value {
    let mut sheet = sheet.clone();
    sheet["answers"].as_object_mut().unwrap().remove(fact);
    sheet
}

fn with(sheet: &Value, fact: &str, value: Value) -> Value {
    let mut sheet = sheet.clone();
    sheet["answers"][fact] = value;
    sheet
}

/// A random value of any kind of question, as a sheet writes it.
fn value_of(question: &Question, on: Day) -> BoxedStrategy<Value> {
    let choices: Vec<Value> = question.kind.choices().iter().map(|choice| json!(choice.value)).collect();
    match &question.kind {
        Kind::YesNo(_) => proptest::sample::select(vec![json!("yes"), json!("no")]).boxed(),
        Kind::Choice(_) => proptest::sample::select(choices).boxed(),
        Kind::Set(_) => {
            proptest::sample::subsequence(choices.clone(), 0..=choices.len()).prop_map(|v| json!(v)).boxed()
        }
        Kind::Count(min, max) => (*min..=*max).prop_map(|count| json!(count)).boxed(),
        Kind::Date { .. } => (-4000_i64..=0).prop_map(move |days| json!(on.step(days).write())).boxed(),
        Kind::Text | Kind::LongText => proptest::collection::vec(any::<char>(), 0..40)
            .prop_map(|text| json!(text.into_iter().collect::<String>()))
            .boxed(),
        Kind::Group(group) => {
            let entry: Vec<BoxedStrategy<(String, Value)>> = group
                .questions
                .iter()
                .map(|inner| {
                    let id = inner.id.as_str().to_owned();
                    prop_oneof![Just(json!("not_known")), value_of(inner, on)]
                        .prop_map(move |value| (id.clone(), value))
                        .boxed()
                })
                .collect();
            let entry = (entry, any::<u64>()).prop_map(|(facts, kept)| {
                let kept = facts.into_iter().enumerate().filter(|(index, _)| kept >> (index % 64) & 1 == 1);
                Value::Object(kept.map(|(_, fact)| fact).collect::<Map<_, _>>())
            });
            proptest::collection::vec(entry, 0..3).prop_map(|entries| json!(entries)).boxed()
        }
    }
}

/// What the referral's own answers raise, beside the flags of the exact table: each is of Part B.
const DOCUMENT_FLAGS: [&str; 6] = [
    "crime_would_be_recorded",
    "family_court",
    "victim_adult_safeguarding",
    "victim_own_view",
    "victim_pregnancy",
    "victim_suicide_risk",
];

fn without_document_flags(mut result: Value) -> Value {
    let of_document = |flag: &Value| DOCUMENT_FLAGS.iter().any(|name| flag == name);
    result["flags"].as_array_mut().unwrap().retain(|flag| !of_document(flag));
    result
}

#[test]
fn flags_of_the_referral_are_of_part_b() {
    let flags = &packs::named("default").flags;
    for name in DOCUMENT_FLAGS {
        assert!(flags.iter().any(|flag| flag.id.as_str() == name && flag.part == Part::Restricted), "{name}");
    }
}

/// Every fact of the form that the table in section 1 does not list.
fn document_facts() -> Vec<&'static Question> {
    let table: BTreeSet<&str> =
        FACTS.iter().flat_map(|(_, facts)| *facts).chain(&FLAG_FACTS).copied().collect();
    packs::named("default")
        .questions()
        .map(|(_, question)| question)
        .filter(|q| !table.contains(q.id.as_str()))
        .collect()
}

proptest! {
    #![proptest_config(cases(48))]

    /// The same pack, answers and day come to the same result, always, also with the pack loaded anew.
    #[test]
    fn deciding_is_deterministic(sheet in sheets::any_sheet()) {
        static AGAIN: OnceLock<Vec<Pack>> = OnceLock::new();
        let again = AGAIN.get_or_init(|| builtin::names().map(|name| Pack::builtin(name).unwrap()).collect());
        let pack = again.iter().find(|pack| pack.id.as_str() == sheet["pack"]).unwrap();
        prop_assert_eq!(result(&sheet).to_string(), result(&sheet).to_string());
        prop_assert_eq!(result(&sheet).to_string(), packs::result(pack, &sheet).to_string());
    }
}

proptest! {
    #![proptest_config(cases(300))]

    /// Learning more never contradicts. Answering a fact that was unknown leaves every settled criterion as it was, so
    /// the possible verdicts and the open criteria can only become fewer, and a settled verdict stays. The one
    /// exception the specification makes is a date of birth, which corrects an age that was given.
    #[test]
    fn learning_more_never_contradicts((sheet, fact, value) in sheet_and_fact(|_| true)) {
        let sheet = if fact == "perpetrator_date_of_birth" { without(&sheet, "perpetrator_age") } else { sheet };
        let mut more = with(&sheet, fact, value);
        sheets::fit_form(more["answers"].as_object_mut().unwrap());
        let sheet = without(&more, fact);
        let (before, after) = (result(&sheet), result(&more));
        for (criterion, value) in before["criteria"].as_object().unwrap() {
            if value != "unknown" {
                prop_assert_eq!(&after["criteria"][criterion], value, "{} after {}: {}", criterion, fact, more);
            }
        }
        prop_assert!(names(&after["possible"]).is_subset(&names(&before["possible"])), "{fact} {more}");
        prop_assert!(names(&after["open"]).is_subset(&names(&before["open"])), "{fact} {more}");
        prop_assert!(!names(&after["possible"]).is_empty());
        if before["outcome"] != "need_information" {
            prop_assert_eq!(&after["possible"], &before["possible"]);
        }
    }

    /// "Not known" and "not asked" are the same to the rules: only the wording and the next step differ.
    #[test]
    fn not_known_decides_as_not_asked((sheet, fact, _) in sheet_and_fact(|_| true)) {
        let asked = with(&sheet, fact, json!("not_known"));
        prop_assert_eq!(result(&asked), result(&without(&sheet, fact)));
    }

    /// `because` suffices and nothing in it is idle: with only its criteria known the verdict is settled; with any one
    /// of them unknown another verdict becomes possible.
    #[test]
    fn because_is_sufficient_and_minimal(sheet in sheets::any_sheet()) {
        let before = result(&sheet);
        let because = names(&before["because"]);
        if before["outcome"] == "need_information" {
            prop_assert!(because.is_empty());
            return Ok(());
        }
        let only = |kept: &BTreeSet<String>| {
            let mut only = sheet.clone();
            only["answers"].as_object_mut().unwrap().retain(|fact, _| {
                sheets::criterion_of(fact).is_some_and(|criterion| kept.contains(criterion))
            });
            result(&only)
        };
        prop_assert_eq!(&only(&because)["possible"], &before["possible"], "sufficient: {}", sheet);
        for dropped in &because {
            let mut fewer = because.clone();
            fewer.remove(dropped);
            let possible = names(&only(&fewer)["possible"]);
            prop_assert!(possible.len() > 1, "{} is idle in {:?}: {}", dropped, because, sheet);
        }
        for criterion in &because {
            prop_assert!(before["criteria"][criterion] != "unknown");
        }
    }

    /// Needing information always says what would help, and being settled leaves nothing open.
    #[test]
    fn need_information_names_what_is_open(sheet in sheets::any_sheet()) {
        let result = result(&sheet);
        let undecided = result["outcome"] == "need_information";
        prop_assert_eq!(undecided, !names(&result["open"]).is_empty());
        prop_assert_eq!(undecided, names(&result["possible"]).len() > 1);
        for criterion in names(&result["open"]) {
            prop_assert_eq!(&result["criteria"][criterion], "unknown");
        }
    }

    /// What only flags look at changes flags and nothing else.
    #[test]
    fn flags_never_change_the_verdict((sheet, fact, value) in sheet_and_fact(|fact| FLAG_FACTS.contains(&fact))) {
        let changed = with(&sheet, fact, value);
        prop_assert_eq!(without_flags(result(&changed)), without_flags(result(&sheet)));
    }
}

proptest! {
    #![proptest_config(cases(100))]

    /// With every question usefully answered, more information is never needed.
    #[test]
    fn everything_answered_is_decided(sheets in PACKS.map(|pack| sheets::sheet(pack, Known::Everything)).to_vec()) {
        for sheet in sheets {
            let result = result(&sheet);
            prop_assert!(result["outcome"] != "need_information", "{sheet}");
            prop_assert!(result["criteria"].as_object().unwrap().values().all(|value| value != "unknown"), "{sheet}");
        }
    }

    /// Equality facts and everything else that only the document needs change nothing at all, but for flags of Part B.
    #[test]
    fn document_facts_never_touch_the_result(
        (sheet, facts) in sheets::any_sheet().prop_flat_map(|sheet| {
            let on = Day::read(sheet["screened_on"].as_str().unwrap());
            let facts = document_facts().into_iter().map(|question| {
                let id = question.id.as_str();
                prop_oneof![Just(json!("not_known")), value_of(question, on)].prop_map(move |value| (id, value)).boxed()
            });
            (Just(sheet), facts.collect::<Vec<_>>())
        })
    ) {
        let before = result(&sheet);
        let mut all = sheet.clone();
        for (fact, value) in &facts {
            all["answers"][*fact] = value.clone();
        }
        prop_assert_eq!(without_document_flags(result(&all)), before);
        round_trip(&all);
    }

    /// The engine carries packs without their words, and refuses and decides alike.
    #[test]
    fn packs_without_words_screen_alike(
        sheet in sheets::any_sheet(),
        at in any::<Index>(),
        odd in select(vec![json!("maybe"), json!("9am"), json!("1926-01-01"), json!("9999-01-01"), json!(-1), json!(3.5), json!({}), json!(["x"])]),
    ) {
        let pack = packs::named(sheet["pack"].as_str().unwrap());
        let wordless = wire::screened(pack);
        let questions: Vec<_> = pack.questions().collect();
        let mut wrong = sheet.clone();
        wrong["answers"][at.get(&questions).1.id.as_str()] = odd;
        for sheet in [&sheet, &wrong] {
            let result = |pack: &Pack| {
                let answers = AnswerSheet::from_json(sheet.clone())?.read(pack)?;
                Ok::<_, Vec<Problem>>(Value::from(result_json(pack, &screen(pack, &answers))))
            };
            prop_assert_eq!(result(&wordless), result(pack));
        }
    }

    #[test]
    fn sheets_are_written_as_they_were_read(sheet in sheets::any_sheet()) {
        round_trip(&sheet);
    }
}

fn round_trip(sheet: &Value) {
    let pack = packs::named(sheet["pack"].as_str().unwrap());
    let answers: Answers = packs::answers(pack, sheet);
    let written = AnswerSheet::write(pack, &answers, None);
    let again = AnswerSheet::parse(&written.to_string()).unwrap();
    assert_eq!(again.pack, pack.id.as_str());
    assert_eq!(again.read(pack).unwrap(), answers, "{sheet}");
    assert_eq!(AnswerSheet::write(pack, &answers, None), written);
    assert_eq!(Value::from(result_json(pack, &screen(pack, &answers))), packs::result(pack, &written));
}

#[test]
fn every_pack_has_many_document_facts_and_every_fact_of_the_table() {
    assert!(document_facts().len() > 80);
    for pack in packs::all() {
        for fact in FACTS.iter().flat_map(|(_, facts)| *facts).chain(&FLAG_FACTS) {
            assert!(pack.question(fact).is_some(), "{fact}");
        }
    }
}

/// The default pack as JSON with every list that has an order shuffled: criteria, sections, pages, questions.
fn shuffled(variant: &str, criteria: bool, mut next: impl FnMut(usize) -> usize) -> Value {
    fn shuffle(list: &mut Value, next: &mut impl FnMut(usize) -> usize) {
        let list = list.as_array_mut().unwrap();
        for index in (1..list.len()).rev() {
            list.swap(index, next(index + 1));
        }
    }
    let mut pack = packs::whole(variant);
    if criteria {
        shuffle(&mut pack["criteria"], &mut next);
    }
    // When a question is asked depends on the order; what the answers come to does not.
    for section in pack["sections"].as_array_mut().unwrap() {
        for page in section["pages"].as_array_mut().unwrap() {
            for question in page["questions"].as_array_mut().unwrap() {
                let question = question.as_object_mut().unwrap();
                question.remove("asked_when");
                for inner in question.get_mut("questions").and_then(Value::as_array_mut).into_iter().flatten()
                {
                    let inner = inner.as_object_mut().unwrap();
                    inner.remove("asked_when");
                    inner.remove("asked_unless");
                }
            }
            shuffle(&mut page["questions"], &mut next);
        }
        shuffle(&mut section["pages"], &mut next);
    }
    shuffle(&mut pack["sections"], &mut next);
    shuffle(&mut pack["flags"], &mut next);
    pack
}

proptest! {
    #![proptest_config(cases(16))]

    /// The order of criteria, sections, pages, questions and flags changes nothing. Where several smallest sets of
    /// criteria would settle a verdict, the order of criteria says which is named, and likewise for what would change it, so these are
    /// compared only when the criteria keep theirs.
    #[test]
    fn order_changes_nothing(
        variant in proptest::sample::select(PACKS.to_vec()),
        criteria in any::<bool>(),
        mut rng in any::<u64>(),
        sheets in proptest::collection::vec(sheets::any_sheet(), 12),
    ) {
        let next = |below: usize| {
            rng = rng.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (rng >> 33) as usize % below
        };
        let pack = Pack::load(&shuffled(variant, criteria, next).to_string()).unwrap();
        for sheet in sheets {
            let mut before = packs::result(packs::named(variant), &sheet);
            let mut after = packs::result(&pack, &sheet);
            for result in [&mut before, &mut after] {
                result["pack"] = Value::Null;
                if criteria {
                    result["because"] = Value::Null;
                    result["would_change"] = Value::Null;
                }
            }
            prop_assert_eq!(after, before);
        }
    }

    /// The same laws hold for packs nobody has written yet.
    #[test]
    fn learning_more_never_contradicts_in_small_packs(case in minimal::case()) {
        let pack = Pack::load(&case.pack.to_string()).unwrap();
        for pair in case.answers.windows(2) {
            let sheet = |answers: &Map<String, Value>| json!({"format": "answers/1", "pack": "small", "screened_on": "2026-11-21", "answers": answers});
            let mut more = pair[0].clone();
            for (fact, value) in &pair[1] {
                if !known(&sheet(&pair[0]), fact) {
                    more.insert(fact.clone(), value.clone());
                }
            }
            let (before, after) = (packs::result(&pack, &sheet(&pair[0])), packs::result(&pack, &sheet(&more)));
            prop_assert!(names(&after["possible"]).is_subset(&names(&before["possible"])));
            prop_assert!(names(&after["open"]).is_subset(&names(&before["open"])));
        }
    }
}

/// What may be said of where answers come from, for a sheet of a built-in pack.
fn evidence(sheet: &Value) -> BoxedStrategy<Value> {
    let on = Day::read(sheet["screened_on"].as_str().unwrap());
    let pack = packs::named(sheet["pack"].as_str().unwrap());
    let facts: Vec<&'static str> = pack
        .questions()
        .filter(|(_, question)| question.takes_evidence())
        .map(|(_, question)| question.id.as_str())
        .collect();
    assert!(facts.len() > 5);
    let origin = prop::sample::select(Origin::ALL.map(|origin| json!(origin.name())).to_vec());
    let day = prop::sample::select(vec![0_i64, 1, 40, 365, 366, 367, 5000]);
    let one = (prop::option::of(origin), prop::option::of(day), prop::option::of("[a-z ]{1,8}x"))
        .prop_map(move |(from, days, note)| {
            let mut said = Map::new();
            said.extend(from.map(|from| ("from".to_owned(), from)));
            said.extend(days.map(|days| ("on".to_owned(), json!(on.step(-days).write()))));
            said.extend(note.map(|note| ("note".to_owned(), json!(note.trim()))));
            Value::Object(said)
        })
        .prop_filter("says something", |said| *said != json!({}));
    prop::collection::btree_map(prop::sample::select(facts), one, 0..9)
        .prop_map(|said| json!(said.into_iter().collect::<std::collections::BTreeMap<_, _>>()))
        .boxed()
}

fn sheet_with_evidence() -> BoxedStrategy<(Value, Value)> {
    sheets::any_sheet()
        .prop_flat_map(|sheet| {
            let evidence = evidence(&sheet);
            (Just(sheet), evidence)
        })
        .prop_map(|(sheet, evidence)| {
            let mut with = sheet.clone();
            if evidence != json!({}) {
                with["evidence"] = evidence;
            }
            (sheet, with)
        })
        .boxed()
}

proptest! {
    #![proptest_config(cases(200))]

    /// Where answers come from decides nothing: the result is the same in all but which of the sets of reasons that
    /// would do equally well is named, and that one is as small.
    #[test]
    fn where_answers_come_from_decides_nothing((sheet, with) in sheet_with_evidence()) {
        let (mut without, mut with) = (result(&sheet), result(&with));
        let (one, other) = (names(&without["because"].take()), names(&with["because"].take()));
        prop_assert_eq!(without, with);
        prop_assert_eq!(one.len(), other.len());
    }

    /// What was said comes back from a saved sheet, and from the form that gives it.
    #[test]
    fn where_answers_come_from_is_kept((_, sheet) in sheet_with_evidence()) {
        let pack = packs::named(sheet["pack"].as_str().unwrap());
        let answers = packs::answers(pack, &sheet);
        let written = AnswerSheet::write(pack, &answers, None);
        prop_assert_eq!(written.get("evidence"), sheet.get("evidence"));
        prop_assert_eq!(&Form::from_answers(&answers).answers(pack).evidence, &answers.evidence);
    }
}
