//! What a copy and whoever embeds it say to each other, and answers that come from another system.

use crate::support::packs;
use drive_screening::answers::{AnswerSheet, Answers, Claims, Misnamed, SYSTEM_MAX};
use drive_screening::date::Date;
use drive_screening::document::{Format, Stamp, compose, write_text};
use drive_screening::embed::{Message, NOT_READ, prefilled};
use drive_screening::interview::{Field, FieldInput, Form, Interview, RawValue};
use drive_screening::pack::{Part, Stage};
use drive_screening::screening::screen;
use drive_screening::words::Language;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const SYSTEM: &str = "Example case system";

fn today() -> Date {
    Date::parse("2026-11-28").unwrap()
}

fn sheet() -> Value {
    let mut sheet: Value = serde_json::from_str(include_str!("../golden/refer.sheet.json")).unwrap();
    // An empty list, which a form knows as no answer.
    sheet["answers"].as_object_mut().unwrap().remove("risk_tools").unwrap();
    sheet
}

fn taken() -> Answers {
    prefilled(packs::named("default"), SYSTEM, &sheet().to_string(), today()).unwrap().0
}

/// The interview that a form comes to.
fn interview<T>(form: &Form, check: impl FnOnce(Interview<'_>) -> T) -> T {
    let pack = packs::named("default");
    let answers = form.answers(pack);
    let outcome = screen(pack, &answers);
    check(Interview { pack, form, answers: &answers, outcome: &outcome, stage: Stage::Screening })
}

#[test]
fn what_another_system_answers_is_taken_as_not_confirmed() {
    let answers = taken();
    let claims = &answers.claims[0];
    assert_eq!(claims.system, SYSTEM);
    assert_eq!(claims.facts.len(), answers.facts.len());
    // What the referrer thinks is asked of the referrer.
    for fact in ["judgement_high", "judgement_reasons"] {
        assert!(answers.get(fact).is_none() && answers.evidence(fact).is_none(), "{fact}");
    }
    assert!(answers.is_claimed("in_area"));
    // It decides as if a person had answered it.
    let (pack, mut plain) = (packs::named("default"), packs::answers(packs::named("default"), &sheet()));
    plain.facts = answers.facts.clone();
    assert_eq!(screen(pack, &answers), screen(pack, &plain));
}

/// How to contact somebody safely is asked afresh, and whoever gave it learns so.
#[test]
fn safe_contact_is_never_taken() {
    let pack = packs::named("default");
    let mut given = sheet();
    let person = given["answers"]["victim_survivors_list"][0].as_object_mut().unwrap();
    let safe = json!({
        "victim_safe_phone": "01632 960001", "victim_safe_contact": ["call"], "victim_code_word": "Sample",
        "victim_safe_people": "Nobody", "victim_unsafe_people": "Everybody",
    });
    person.extend(safe.as_object().unwrap().clone());
    let (answers, left_out) = prefilled(pack, SYSTEM, &given.to_string(), today()).unwrap();
    packs::assert_said_well(&left_out);
    let mut places: Vec<&str> = left_out.iter().map(|problem| problem.at.as_str()).collect();
    places.retain(|at| at.starts_with("answers/victim_survivors_list/0/"));
    assert_eq!(places.len(), 5, "{places:?}");
    assert!(left_out.iter().all(|problem| problem.code == "embed-never-prefilled"));
    let kept = AnswerSheet::to_text(&AnswerSheet::to_json(pack, &answers, None));
    for fact in safe.as_object().unwrap().keys() {
        assert!(!kept.contains(fact.as_str()), "{fact}");
    }
    assert!(kept.contains("victim_name"));
}

#[test]
fn what_cannot_be_taken_says_why() {
    let pack = packs::named("default");
    let with = |key: &str, value: Value| {
        let mut sheet = sheet();
        sheet[key] = value;
        sheet.to_string()
    };
    for (system, sheet, code) in [
        (SYSTEM, with("pack", json!("min16")), "sheet-other-pack"),
        (" \n", sheet().to_string(), "embed-no-system"),
        (&"x".repeat(81), sheet().to_string(), "embed-no-system"),
        (SYSTEM, with("answers", json!({"no_such_fact": "yes"})), "sheet-unknown-fact"),
        (SYSTEM, "{".to_owned(), "sheet-not-json"),
    ] {
        let problems = prefilled(pack, system, &sheet, today()).unwrap_err();
        packs::assert_said_well(&problems);
        assert_eq!(problems[0].code, code);
    }
}

/// A person looks at each answer before there is a result; going on from its page confirms it, and so does typing.
#[test]
fn a_person_confirms_before_a_result() {
    let pack = packs::named("default");
    let answers = taken();
    let mut form = Form::from_answers(&answers);
    interview(&form, |at| {
        assert!(at.outcome.is_settled());
        assert!(at.owed_before_result().is_some());
        assert!(!at.can_see_result());
    });
    assert_eq!(form.claimed_by("in_area", Language::En), Some(SYSTEM));
    assert_eq!(form.answers(pack), answers);
    // What nobody but the person can answer.
    let mut answer = |fact: &str, typed: RawValue| {
        form.put(&Field::of(&pack.question(fact).unwrap().id), FieldInput::typed(typed));
    };
    answer("judgement_high", RawValue::Choice("yes".to_owned()));
    answer("judgement_reasons", RawValue::Text("Fictitious.".to_owned()));
    let before = form.answers(pack).facts;
    let mut turns = 0;
    let stands = |form: &Form| interview(form, |at| (at.owed_before_result(), at.can_see_result()));
    while let (Some(owed), _) = stands(&form) {
        let seen: Vec<_> = pack.page(owed).questions.iter().map(|one| one.id.clone()).collect();
        form.confirm(&|fact| seen.contains(fact));
        turns += 1;
        assert!(turns < 100, "it ends");
    }
    let now = form.answers(pack);
    assert!(turns > 3);
    assert!(stands(&form).1);
    assert_eq!(now.facts, before, "nothing was changed by it");
    // What is of the referral is still not confirmed.
    assert!(now.is_claimed("victim_survivors_list") && !now.is_claimed("in_area"));
}

#[test]
fn part_c_lists_what_nobody_confirmed() {
    let pack = packs::named("default");
    let mut answers = taken();
    let stamp =
        |language| Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: answers.screened_on, language };
    let (english, welsh) = (stamp(Language::En), stamp(Language::Cy));
    let said = |answers: &Answers, part, stamp: &Stamp| {
        let document = compose(pack, answers, &screen(pack, answers), part, stamp);
        write_text(&document, Format::Text).unwrap()
    };
    let claims = &mut answers.claims[0];
    claims.facts.retain(|fact| fact.as_str() == "in_area");
    let listed = said(&answers, Part::Handling, &english);
    assert!(listed.contains("filled in from Example case system"));
    assert!(said(&answers, Part::Handling, &welsh).contains("Llenwyd yr atebion hyn o Example case system"));
    assert!(!said(&answers, Part::Panel, &english).contains("Example case system"));
    answers.claims.clear();
    assert!(!said(&answers, Part::Handling, &english).contains("filled in from"));
}

/// A sheet that was saved keeps what is not confirmed.
#[test]
fn a_saved_sheet_keeps_what_is_not_confirmed() {
    let pack = packs::named("default");
    let answers = taken();
    let saved = AnswerSheet::to_json(pack, &answers, None);
    let again = AnswerSheet::parse(&AnswerSheet::to_text(&saved)).unwrap().read(pack).unwrap();
    assert_eq!(again, answers);
    for (claims, at) in [
        (json!("x"), "not_confirmed"),
        (json!({"system": "", "facts": ["in_area"]}), "not_confirmed/system"),
        (json!({"system": "x", "facts": ["victim_view", "no_such"]}), "not_confirmed/facts"),
        (json!({"system": "x", "facts": ["victim_view"], "more": 1}), "not_confirmed/more"),
    ] {
        let mut sheet = sheet();
        sheet["not_confirmed"] = claims.clone();
        let read = AnswerSheet::from_json(sheet).and_then(|sheet| sheet.read(pack));
        let Err(problems) = read else { panic!("{claims} is taken") };
        packs::assert_said_well(&problems);
        assert_eq!(problems[0].at, at, "{claims}");
    }
    let long = "x".repeat(SYSTEM_MAX);
    assert_eq!(Claims::of("\u{202e} ", &answers.facts), Err(Misnamed::Missing));
    assert_eq!(Claims::of(&format!(" {long}\n"), &answers.facts).unwrap().system, long);
    assert_eq!(Claims::of(&format!("{long}x"), &answers.facts), Err(Misnamed::TooLong));
    // What is wrong with a name is said, and how long it may be.
    for (name, says) in [
        (json!(null), "the name of the system is not text"),
        (json!(7), "the name of the system is not text"),
        (json!(" "), "the name of the system is missing"),
        (json!(format!("{long}x")), "the name of the system is longer than 80 characters"),
    ] {
        let mut sheet = sheet();
        sheet["not_confirmed"] = json!({"system": name, "facts": ["victim_view"]});
        let problems = AnswerSheet::from_json(sheet).and_then(|sheet| sheet.read(pack)).unwrap_err();
        assert_eq!((&*problems[0].message.en, problems.len()), (says, 1));
        assert!(problems[0].next_step.en.contains("80 characters"), "{problems:?}");
        packs::assert_said_well(&problems);
    }
    let day = Date::parse("2026-11-21").unwrap();
    let problems = prefilled(pack, &format!("{long}x"), &sheet().to_string(), day).unwrap_err();
    assert_eq!(problems[0].message.en, "the name of the system is longer than 80 characters");
    packs::assert_said_well(&problems);
}

/// Before the person has agreed nothing but these is said; what is said then tells states and names, never an answer.
#[test]
fn messages_say_what_they_are_for_and_no_more() {
    let pack = packs::named("default");
    let answers = taken();
    let outcome = screen(pack, &answers);
    let said = |message: Message<'_>| Value::from(message.to_json());
    let ready = said(Message::Ready(pack, &[Language::Cy, Language::En]));
    assert_eq!(ready["pack"], json!({"id": "default", "version": pack.version}));
    assert_eq!((&ready["type"], &ready["languages"]), (&json!("ready"), &json!(["cy", "en"])));
    assert_eq!(said(Message::Closed(None)), json!({"type": "closed", "exit": null}));
    assert_eq!(said(Message::Closed(Some("https://a.example/")))["exit"], "https://a.example/");
    let progress = interview(&Form::from_answers(&answers), |at| said(Message::Progress(at)));
    let sections = progress["sections"].as_array().unwrap();
    assert_eq!(sections.len(), pack.sections.iter().filter(|one| one.stage == Stage::Screening).count());
    for section in sections {
        assert_eq!(section.as_object().unwrap().len(), 2);
        let states = ["not_started", "in_progress", "done", "not_needed"];
        assert!(states.contains(&section["state"].as_str().unwrap()), "{section}");
    }
    let told = said(Message::Outcome(pack, &outcome));
    assert_eq!(told["outcome"], outcome.name.as_str());
    assert_eq!(told.as_object().unwrap().len(), 5);
    let document = said(Message::Document(Part::Panel, "a.pdf", "application/pdf"));
    assert_eq!(
        document,
        json!({"type": "document", "part": "panel", "name": "a.pdf", "kind": "application/pdf"})
    );
    let problems = prefilled(pack, "", "{", today()).unwrap_err();
    let refused = said(Message::NotPrefilled(&problems));
    assert_eq!(refused["problems"][0]["code"], "sheet-not-json");
    assert_eq!(said(Message::Prefilled(&[])), json!({"type": "prefill", "left_out": []}));
    // What the page says where the program that reads cannot is of the same shape.
    let not_read: Value = serde_json::from_str(NOT_READ).unwrap();
    let keys =
        |value: &Value| value["problems"][0].as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(not_read["type"], refused["type"]);
    assert_eq!(keys(&not_read), keys(&refused), "the same keys");
}

/// A host may give answers of an earlier day, and none of a day to come.
#[test]
fn a_day_to_come_is_refused() {
    let mut given = sheet();
    given["screened_on"] = json!("2026-11-29");
    let problems = prefilled(packs::named("default"), SYSTEM, &given.to_string(), today()).unwrap_err();
    assert_eq!(problems[0].code, "sheet-day-ahead");
    given["screened_on"] = json!("2026-11-28");
    assert!(prefilled(packs::named("default"), SYSTEM, &given.to_string(), today()).is_ok());
}
