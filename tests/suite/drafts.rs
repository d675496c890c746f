//! A form that is saved and gone on with is the form as it was typed.

use crate::support::packs;
use drive_screening::answers::AnswerSheet;
use drive_screening::date::Date;
use drive_screening::interview::{Draft, Field, FieldInput, Form, RawValue, left_out};
use drive_screening::json::Json;
use drive_screening::pack::{FactId, Kind, Pack, Question, Stage};
use drive_screening::protocol::{read_draft, write_draft};
use drive_screening::words::Language;
use proptest::prelude::*;
use serde_json::{Value, json};

fn day() -> Date {
    Date::parse("2026-11-21").unwrap()
}

fn later() -> Date {
    Date::parse("2026-12-05").unwrap()
}

fn id(fact: &str) -> FactId {
    FactId::parse(fact).unwrap()
}

/// What people type in a field of this kind: what can be read, what cannot, and what is read as something written otherwise.
fn typed(question: &Question) -> BoxedStrategy<RawValue> {
    let text = |texts: &'static [&'static str]| {
        proptest::sample::select(texts).prop_map(|text| RawValue::Text(text.to_owned())).boxed()
    };
    let date = |day: &str, month: &str, year: &str| RawValue::Date([day, month, year].map(str::to_owned));
    match &question.kind {
        Kind::YesNo(_) => proptest::sample::select(vec!["yes", "no"])
            .prop_map(|value| RawValue::Choice(value.to_owned()))
            .boxed(),
        Kind::Choice(choices) => {
            let values: Vec<String> = choices.iter().map(|choice| choice.value.clone()).collect();
            proptest::sample::select(values).prop_map(RawValue::Choice).boxed()
        }
        Kind::Set(choices) => {
            let values: Vec<String> = choices.iter().map(|choice| choice.value.clone()).collect();
            let some = proptest::sample::subsequence(values.clone(), 0..=values.len());
            prop_oneof![
                1 => Just(RawValue::NoneOfThese),
                3 => some.prop_map(|values| RawValue::Set(values.iter().map(String::as_str).collect())),
            ]
            .boxed()
        }
        Kind::Count(..) => text(&["0", "7", " 12 ", "007", "about nine", "999999999999", "-1", ""]),
        Kind::Date { .. } => proptest::sample::select(vec![
            date("14", "2", "1985"),
            date("14", "Feb", "1985"),
            date("45", "9", "2018"),
            date("today", "", ""),
            date("", "ddoe", ""),
            date("14/02/1985", "", ""),
            date("1", "1", "85"),
            date(" ", "", "2026"),
            date("0001", "01", "01"),
        ])
        .boxed(),
        Kind::Text | Kind::LongText => prop_oneof![
            text(&[
                "referral/1",
                "draft/1",
                "  two  spaces ",
                "one\r\ntwo\u{7}",
                "\u{200b}Zoe\u{301}",
                "{\"a\":\"\\\"\"}"
            ]),
            (0..12_000_usize).prop_map(|length| RawValue::Text("wŷ ".repeat(length / 3))),
        ]
        .boxed(),
        Kind::Group(_) => Just(RawValue::Nothing).boxed(),
    }
}

fn entry(question: &Question) -> BoxedStrategy<FieldInput> {
    prop_oneof![
        4 => Just(FieldInput::default()),
        4 => typed(question).prop_map(FieldInput::typed),
        1 => typed(question).prop_map(|typed| FieldInput { not_known: true, typed }),
        1 => Just(FieldInput { not_known: true, typed: RawValue::Nothing }),
    ]
    .boxed()
}

/// A whole form, with entries of groups that came and went.
fn form(pack: &'static Pack) -> BoxedStrategy<Form> {
    let plain: Vec<_> = pack
        .questions()
        .filter(|(_, question)| !matches!(question.kind, Kind::Group(_)))
        .map(|(_, question)| entry(question).prop_map(move |entry| (Field::of(&question.id), entry)))
        .collect();
    let beside: Vec<_> = pack
        .questions()
        .filter(|(_, question)| question.takes_evidence())
        .flat_map(|(_, question)| pack.evidence.questions.iter().map(move |inner| (question, inner)))
        .map(|(of, inner)| entry(inner).prop_map(move |entry| (Field::evidence(&of.id, &inner.id), entry)))
        .collect();
    let groups: Vec<_> = pack
        .questions()
        .filter_map(|(_, question)| match &question.kind {
            Kind::Group(group) => Some((question, group)),
            _ => None,
        })
        .map(|(of, group)| {
            let one: Vec<_> = group
                .questions
                .iter()
                .map(|inner| entry(inner).prop_map(move |entry| (inner.id.clone(), entry)))
                .collect();
            let items = proptest::collection::vec((one, any::<bool>()), 0..4);
            let instead = prop_oneof![
                Just(FieldInput::default()),
                Just(FieldInput { not_known: true, typed: RawValue::Nothing }),
                Just(FieldInput::typed(RawValue::NoneOfThese)),
            ];
            (Just(of.id.clone()), items, instead)
        })
        .collect();
    (plain, beside, groups)
        .prop_map(|(plain, beside, groups)| {
            let mut form = Form::new(day());
            for (field, entry) in plain.into_iter().chain(beside) {
                form.put(&field, entry);
            }
            for (of, items, instead) in groups {
                form.put(&Field::of(&of), instead);
                for (entries, stays) in items {
                    let key = form.add_item(&of);
                    for (fact, entry) in entries {
                        form.put(&Field { item: Some((of.clone(), key)), fact }, entry);
                    }
                    if !stays {
                        form.remove_item(&of, key);
                    }
                }
            }
            form
        })
        .boxed()
}

/// Everything typed, with entries of groups by their numbers: keys are of one visit.
fn everything(pack: &Pack, form: &Form) -> Vec<(String, FieldInput)> {
    let mut all = Vec::new();
    let mut add = |name: String, field: &Field| {
        let entry = form.get(field);
        if entry != FieldInput::default() {
            all.push((name, entry));
        }
    };
    for (_, question) in pack.questions() {
        add(question.id.to_string(), &Field::of(&question.id));
        for inner in &pack.evidence.questions {
            add(format!("{} beside {}", inner.id, question.id), &Field::evidence(&question.id, &inner.id));
        }
        if let Kind::Group(group) = &question.kind {
            for item in form.items(question.id.as_str()) {
                for inner in &group.questions {
                    let field = Field { item: Some((question.id.clone(), item.key)), fact: inner.id.clone() };
                    add(format!("{} {} {}", question.id, item.number, inner.id), &field);
                }
            }
        }
    }
    all
}

/// As the page saves it, as the file is opened, and as the page is given it.
fn saved_and_opened(pack: &Pack, form: &Form, stage: Stage, today: Date) -> Draft {
    let draft = Draft::to_json(pack, form, stage, "K7Q2-M9XD");
    let text = Value::from(draft).to_string();
    let json: Json = serde_json::from_str::<Value>(&text).unwrap().into();
    assert!(Draft::is_draft(&json));
    read_draft(&write_draft(&Draft::read(pack, json, today).unwrap()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_draft_is_the_form_as_it_was_typed(form in form(packs::named("default")), refers in any::<bool>()) {
        let pack = packs::named("default");
        let stage = if refers { Stage::Referral } else { Stage::Screening };
        for today in [day(), later()] {
            let draft = saved_and_opened(pack, &form, stage, today);
            prop_assert_eq!(draft.reference.as_deref(), Some("K7Q2-M9XD"));
            prop_assert_eq!(draft.stage, stage);
            let again = draft.form();
            prop_assert_eq!(everything(pack, &again), everything(pack, &form));
            prop_assert_eq!(again.answers(pack), form.answers(pack));
            prop_assert_eq!(left_out(pack, &again).len(), left_out(pack, &form).len());
        }
    }

    /// Whoever reads the file finds what is wrong beside what was typed.
    #[test]
    fn what_is_wrong_stands_beside_it(form in form(packs::named("default"))) {
        let pack = packs::named("default");
        let draft = Value::from(Draft::to_json(pack, &form, Stage::Referral, "K7Q2-M9XD"));
        let wrongs = draft["typed"].as_array().unwrap().iter().filter(|field| field["wrong"]["cy"].is_string()).count();
        prop_assert_eq!(wrongs, left_out(pack, &form).len());
    }
}

#[test]
fn today_stays_the_day_it_meant() {
    let pack = packs::named("default");
    let mut form = Form::new(day());
    let field = Field::of(&id("marac_heard_on"));
    form.put(&field, FieldInput::typed(RawValue::Date(["today", "", ""].map(str::to_owned))));
    let mut again = saved_and_opened(pack, &form, Stage::Screening, later()).form();
    again.day_is(later());
    let answers = Value::from(AnswerSheet::to_json(pack, &again.answers(pack), None));
    assert_eq!(answers["answers"]["marac_heard_on"], "2026-11-21");
    assert_eq!(answers["screened_on"], "2026-12-05");
}

/// That there is nobody to list is an answer, in a sheet as well as in a draft.
#[test]
fn a_list_with_nobody_in_it_is_an_answer() {
    let pack = packs::named("default");
    let sheet = json!({
        "format": "answers/1", "pack": "default", "screened_on": "2026-11-21",
        "answers": {"children_list": []},
    });
    let answers = AnswerSheet::from_json(sheet).unwrap().read(pack).unwrap();
    let form = Form::from_answers(&answers);
    assert_eq!(form.answers(pack), answers);
    assert_eq!(saved_and_opened(pack, &form, Stage::Referral, day()).form(), form);
}

/// What another system gave stays its own until the person confirms it, whatever else was typed.
#[test]
fn what_is_not_confirmed_stays_so() {
    let pack = packs::named("default");
    let sheet = json!({
        "format": "answers/1", "pack": "default", "screened_on": "2026-11-21",
        "answers": {"perpetrator_age": 34, "in_area": "yes"},
        "not_confirmed": {"system": "Example case system", "facts": ["perpetrator_age"]},
    });
    let answers = AnswerSheet::from_json(sheet).unwrap().read(pack).unwrap();
    let mut form = Form::from_answers(&answers);
    form.put(&Field::of(&id("dash_yes")), FieldInput::typed(RawValue::Text("about nine".to_owned())));
    let again = saved_and_opened(pack, &form, Stage::Screening, day()).form();
    assert_eq!(again.claimed_by("perpetrator_age", Language::En), Some("Example case system"));
    assert_eq!(again, form);
}

#[test]
fn a_draft_that_is_not_as_it_was_saved_is_refused_with_every_place() {
    let pack = packs::named("default");
    let mut form = Form::new(day());
    form.add_item(&id("victim_survivors_list"));
    let good = Value::from(Draft::to_json(pack, &form, Stage::Screening, "K7Q2-M9XD"));
    let read = |edits: &[(&str, Value)]| {
        let mut draft = good.clone();
        for (pointer, value) in edits {
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            draft.pointer_mut(parent).unwrap()[name] = value.clone();
        }
        Draft::read(pack, draft.into(), day())
            .err()
            .unwrap_or_default()
            .iter()
            .map(|problem| (problem.code, problem.at.clone()))
            .collect::<Vec<_>>()
    };
    let one = |code: &'static str, at: &str| vec![(code, at.to_owned())];
    assert_eq!(read(&[]), []);
    for (field, stands) in [
        (json!({"fact": "perpetrator_age", "text": "old"}), true),
        (json!({"fact": "perpetrator_age", "text": "old", "wrong": {"en": "?", "cy": "?"}}), true),
        (json!({"fact": "perpetrator_age", "text": "34", "not_known": true}), true),
        (json!({"fact": "perpetrator_age"}), true),
        (json!({"beside": "marac_heard", "fact": "on", "date": ["1", "", ""]}), true),
        (json!({"group": "victim_survivors_list", "entry": 1, "fact": "victim_name", "text": "x"}), true),
        (json!({"group": "victim_survivors_list", "entry": 2, "fact": "victim_name", "text": "x"}), false),
        (json!({"group": "victim_survivors_list", "entry": 0, "fact": "victim_name", "text": "x"}), false),
        (
            json!({"group": "victim_survivors_list", "entry": 1, "fact": "perpetrator_age", "text": "x"}),
            false,
        ),
        (json!({"group": "perpetrator_age", "entry": 1, "fact": "victim_name", "text": "x"}), false),
        (json!({"group": "victim_survivors_list", "fact": "victim_name", "text": "x"}), false),
        (json!({"fact": "victim_name", "text": "x"}), false),
        (json!({"fact": "no_such_fact", "text": "x"}), false),
        (json!({"text": "x"}), false),
        (json!({"fact": "perpetrator_age", "text": 34}), false),
        (json!({"fact": "perpetrator_age", "choice": "34"}), false),
        (json!({"fact": "perpetrator_age", "text": "3", "choice": "4"}), false),
        (json!({"fact": "perpetrator_age", "text": "3", "other": true}), false),
        (json!({"fact": "perpetrator_age", "not_known": "yes"}), false),
        (json!({"fact": "in_area", "choice": "perhaps"}), false),
        (json!({"fact": "custody", "choice": "remand"}), true),
        (json!({"fact": "custody", "choice": "bail"}), false),
        (json!({"fact": "markers", "set": ["stalking", "weapon"]}), true),
        (json!({"fact": "markers", "set": ["stalking", "weapons"]}), false),
        (json!({"fact": "marac_heard_on", "date": ["1", "2"]}), false),
        (json!({"fact": "marac_heard_on", "date": [1, 2, 2026]}), false),
        (json!({"beside": "perpetrator_name", "fact": "on", "text": "x"}), false),
        (json!("perpetrator_age"), false),
    ] {
        let found = read(&[("/typed", json!([field]))]);
        let expected = if stands { vec![] } else { one("draft-wrong-value", "typed/1") };
        assert_eq!(found, expected, "{field}");
    }
    assert_eq!(read(&[("/stage", json!("later"))]), one("draft-wrong-value", "stage"));
    assert_eq!(read(&[("/typed", json!({}))]), one("draft-wrong-value", "typed"));
    assert_eq!(read(&[("/format", json!("draft/2"))]), one("draft-format", "format"));
    assert_eq!(read(&[("/sheet/pack", json!("other"))]), one("sheet-other-pack", "pack"));
    assert_eq!(read(&[("/sheet/screened_on", json!("2026-11-22"))]), one("sheet-day-ahead", "screened_on"));
    // All of it at once.
    let found = read(&[
        ("/sheet/answers/perpetrator_age", json!("old")),
        ("/stage", json!(1)),
        ("/typed", json!([1, {"fact": "perpetrator_age"}, 3])),
    ]);
    assert_eq!(
        found,
        [
            ("sheet-wrong-value", "perpetrator_age"),
            ("draft-wrong-value", "stage"),
            ("draft-wrong-value", "typed/1"),
            ("draft-wrong-value", "typed/3"),
        ]
        .map(|(code, at)| (code, at.to_owned()))
    );
}

/// Entries are looked for once every field is one of the pack, so that each place is that of the file.
#[test]
fn a_field_of_no_pack_is_said_before_one_of_no_entry() {
    let pack = packs::named("default");
    let of_no_entry =
        json!({"group": "victim_survivors_list", "entry": 2, "fact": "victim_name", "text": "x"});
    for (typed, places) in [
        (json!([of_no_entry]), vec!["typed/1"]),
        (json!([1, of_no_entry]), vec!["typed/1"]),
        (json!([of_no_entry, {"fact": "custody"}, of_no_entry]), vec!["typed/1", "typed/3"]),
    ] {
        let draft = json!({
            "format": "draft/1", "stage": "referral", "typed": typed,
            "sheet": {
                "format": "answers/1", "pack": "default", "screened_on": "2026-11-21",
                "answers": {"victim_survivors_list": [{}]},
            },
        });
        let problems = Draft::read(pack, draft.into(), day()).unwrap_err();
        let found: Vec<&str> = problems.iter().map(|problem| problem.at.as_str()).collect();
        assert_eq!(found, places, "{typed}");
    }
}

#[test]
fn a_draft_is_told_from_other_files() {
    for (file, is) in [
        (json!({"format": "draft/1"}), true),
        (json!({"format": "draft/2"}), true),
        (json!({"format": "answers/1"}), false),
        (json!({"format": 1}), false),
        (json!({}), false),
        (json!("draft/1"), false),
    ] {
        assert_eq!(Draft::is_draft(&file.clone().into()), is, "{file}");
    }
}

/// A draft holds beside its sheet what the sheet cannot say, and nothing that it says.
#[test]
fn what_a_sheet_says_is_not_saved_twice() {
    let pack = packs::named("default");
    let group = id("victim_survivors_list");
    let mut form = Form::new(day());
    let keys = [(); 3].map(|()| form.add_item(&group));
    let inside = |key: u32, fact: &str| Field { item: Some((group.clone(), key)), fact: id(fact) };
    let text = |text: &str| FieldInput::typed(RawValue::Text(text.to_owned()));
    form.put(&inside(keys[1], "victim_name"), text("Second"));
    form.put(&inside(keys[2], "victim_name"), text("Third"));
    form.put(&Field::of(&id("marac_heard")), FieldInput::typed(RawValue::Choice("yes".to_owned())));
    form.put(&Field::evidence(&id("marac_heard"), &id("note")), text("By telephone"));
    // The others are the first and the second now, whatever their keys.
    form.remove_item(&group, keys[0]);
    let typed =
        |form: &Form| Value::from(Draft::to_json(pack, form, Stage::Referral, "K7Q2-M9XD"))["typed"].clone();
    assert_eq!(typed(&form), json!([]));
    // A day that is none stands beside the sheet, in the entry where it was typed.
    let day = FieldInput::typed(RawValue::Date(["31", "2", "2020"].map(str::to_owned)));
    form.put(&inside(keys[2], "victim_date_of_birth"), day);
    let saved = typed(&form);
    assert_eq!(saved.as_array().unwrap().len(), 1, "{saved}");
    let place = ["group", "entry", "fact"].map(|key| saved[0][key].clone());
    assert_eq!(place, [json!("victim_survivors_list"), json!(2), json!("victim_date_of_birth")]);
}

/// However much is typed, what is saved is opened again: a group takes as many entries as a sheet may have.
#[test]
fn a_group_takes_as_many_entries_as_a_draft() {
    let pack = packs::named("default");
    let group = id("victim_survivors_list");
    let mut form = Form::new(day());
    while form.has_room(group.as_str()) {
        form.add_item(&group);
    }
    assert_eq!(form.items(group.as_str()).count(), Kind::ENTRIES_MAX);
    let again = saved_and_opened(pack, &form, Stage::Referral, day()).form();
    assert_eq!(again.items(group.as_str()).count(), Kind::ENTRIES_MAX);
}
