//! A record that comes back, as the page shows it: whole or not, run again, and read.

use crate::support::files::fonts;
use drive_screening::answers::{AnswerSheet, MAX_BYTES};
use drive_screening::date::Date;
use drive_screening::document::{Criteria, Document, Format, JobResult, Stamp, compose, run_job};
use drive_screening::export::write;
use drive_screening::interview::{Draft, Field, FieldInput, Form, RawValue};
use drive_screening::pack::{FactId, Kind, Pack, Part, Stage};
use drive_screening::protocol::{Job, JobRequest, OPENED_MAX_BYTES, Reply, Request};
use drive_screening::screening::screen;
use drive_screening::site::Site;
use drive_screening::words::Language;
use serde_json::{Value, json};

const LANGUAGES: [Language; 2] = [Language::En, Language::Cy];

fn undecided() -> Value {
    serde_json::from_str(include_str!("../golden/undecided.sheet.json")).unwrap()
}

fn refer() -> Value {
    serde_json::from_str(include_str!("../golden/refer.sheet.json")).unwrap()
}

fn document(sheet: &Value, part: Part, language: Language) -> Document {
    let sheet = AnswerSheet::from_json(sheet.clone()).unwrap();
    let pack = Pack::builtin(&sheet.pack).unwrap();
    let answers = sheet.read(&pack).unwrap();
    let stamp =
        Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: Date::parse("2026-11-21").unwrap(), language };
    compose(&pack, &answers, &screen(&pack, &answers), part, &stamp)
}

fn json_of(document: &Document) -> String {
    String::from_utf8(write(document, Format::Json, fonts()).unwrap()).unwrap()
}

/// A PDF as a browser reads it when it is asked for text.
fn pdf_of(document: &Document) -> String {
    String::from_utf8_lossy(&write(document, Format::Pdf, fonts()).unwrap()).into_owned()
}

/// What the page is given, through the text of the request, in a copy with these criteria.
fn opened(site: &Value, file: &str, language: Language) -> String {
    match reply(site, file, language) {
        Reply::Panel(html) => html,
        Reply::NotOpened(html) => html.say(language).to_owned(),
        other => panic!("nothing to show: {other:?}"),
    }
}

/// The draft that a file holds.
fn draft(site: &Value, file: &str, language: Language) -> Draft {
    match reply(site, file, language) {
        Reply::Draft(draft) => *draft,
        other => panic!("{file}: {other:?}"),
    }
}

fn reply(site: &Value, file: &str, language: Language) -> Reply {
    let site = Site::read(Ok(&site.to_string()));
    let (pack, source) = (site.pack(Err(0)).unwrap(), site.source(Err(0)).unwrap().to_owned());
    let criteria = Criteria { site, pack, source };
    let made_on = Date::parse("2026-11-21").unwrap();
    let job = Job::Open { file: file.to_owned() };
    let request = Request::Run(JobRequest { number: 1, made_on, minute: 870, language, job });
    let Ok(Request::Run(request)) = Request::read(&request.write()) else { panic!("no request") };
    match run_job(request, &criteria).unwrap() {
        JobResult::Reply(reply) => reply,
        other => panic!("a file: {other:?}"),
    }
}

fn plain() -> Value {
    json!({"format": "site/1"})
}

fn assert_says(html: &str, text: &str) {
    let text = text.replace('&', "&amp;").replace('"', "&quot;").replace('\'', "&#39;");
    assert!(html.contains(&text), "missing: {text}\n{html}");
}

#[test]
fn a_record_as_made_is_whole_and_comes_out_the_same() {
    for language in LANGUAGES {
        let handling = document(&refer(), Part::Handling, language);
        for file in [json_of(&handling), pdf_of(&handling)] {
            let html = opened(&plain(), &file, Language::En);
            assert_says(&html, "This record is whole and unaltered");
            assert_says(
                &html,
                "It was run with the very criteria that the record names: default, version 2.0.0.",
            );
            assert_says(&html, "Every line comes out as the record says.");
            assert_eq!(html.contains("The pages of the PDF were not compared"), file.starts_with("%PDF-"));
            let welsh = opened(&plain(), &file, Language::Cy);
            assert_says(&welsh, "Mae'r cofnod hwn yn gyflawn a heb ei newid");
            // What was recorded stays in the language it was recorded in.
            for html in [&html, &welsh] {
                assert!(html.contains(&format!("<div lang=\"{}\">", language.tag())));
            }
        }
    }
}

#[test]
fn parts_a_and_b_are_shown_and_send_to_part_c() {
    for part in [Part::Panel, Part::Restricted] {
        let document = document(&refer(), part, Language::En);
        let html = opened(&plain(), &pdf_of(&document), Language::En);
        assert_says(&html, "This record is whole and unaltered");
        assert_says(&html, "Open Part C to run it again.");
        assert_says(&html, &document.title);
    }
}

/// Every answer of a record can be read, whatever the part.
#[test]
fn everything_recorded_is_shown() {
    fn said(value: &Value, out: &mut Vec<String>) {
        match value {
            Value::Array(list) => list.iter().for_each(|value| said(value, out)),
            Value::Object(object) => {
                out.extend(object.get("said").and_then(Value::as_str).map(str::to_owned));
                object.values().for_each(|value| said(value, out));
            }
            _ => {}
        }
    }
    for part in Part::ALL {
        let document = document(&refer(), part, Language::En);
        let html = opened(&plain(), &json_of(&document), Language::En);
        let mut all = Vec::new();
        said(&document.data["sections"], &mut all);
        said(&document.data["trace"]["criteria"], &mut all);
        said(&document.data["trace"]["answers"], &mut all);
        assert!(all.len() > 5, "{} answers", all.len());
        for text in all.iter().flat_map(|text| text.lines()) {
            assert_says(&html, text);
        }
    }
}

#[test]
fn a_changed_record_says_so_and_shows_what_comes_out_otherwise() {
    let handling = document(&refer(), Part::Handling, Language::En);
    let mut data = handling.data.clone();
    data["result"]["outcome"] = json!("not_eligible");
    data["result"]["criteria"]["dash"] = json!("no");
    let html = opened(&plain(), &data.to_string(), Language::En);
    assert_says(&html, "This record was changed or damaged after it was made");
    assert_says(&html, "Digest of the data as they are now");
    assert_says(&html, "Lines that come out otherwise: 2.");
    let pack = Pack::builtin("default").unwrap();
    for outcome in ["not_eligible", handling.data["result"]["outcome"].as_str().unwrap()] {
        assert_says(&html, &pack.outcome_text(outcome).sentence.en);
    }
    assert_says(&html, &pack.criteria[pack.criterion("dash").unwrap()].label.en);
    assert!(!html.contains("not_eligible"), "names of the program are said in words");
}

/// A record goes by its own days: those of the referral up to the day it was made, those of the screening up to the day of
/// screening, whatever day it is opened on.
#[test]
fn a_record_goes_by_its_own_days() {
    for (screened_on, made_on, completed_on, dash_on, outcome) in [
        ("2026-11-21", "2026-11-21", "2026-11-20", "2026-11-11", "Every line comes out as the record says."),
        ("2026-11-21", "2026-11-25", "2026-11-25", "2026-11-11", "Every line comes out as the record says."),
        (
            "2026-11-21",
            "2026-11-25",
            "2026-11-26",
            "2026-11-11",
            "2026-11-26 is after 2026-11-25, the day of the referral",
        ),
        (
            "2026-11-21",
            "2026-11-25",
            "2026-11-25",
            "2026-11-24",
            "2026-11-24 is after the day of screening, 2026-11-21",
        ),
        (
            "2026-11-26",
            "2026-11-25",
            "2026-11-25",
            "2026-11-11",
            "the day of screening, 2026-11-26, is after today, 2026-11-25",
        ),
    ] {
        let mut data = document(&refer(), Part::Handling, Language::En).data;
        (data["screened_on"], data["made_on"]) = (json!(screened_on), json!(made_on));
        let answers = data["trace"]["answers"].as_array_mut().unwrap();
        for (fact, on) in [("referral_completed_on", completed_on), ("dash_assessed_on", dash_on)] {
            answers.retain(|answer| answer["fact"] != fact);
            answers.push(json!({"fact": fact, "answer": on}));
        }
        let html = opened(&plain(), &data.to_string(), Language::En);
        assert_says(&html, outcome);
    }
}

#[test]
fn other_criteria_are_named() {
    let handling = document(&refer(), Part::Handling, Language::En);
    // This site's marking makes its criteria others of the same name; the built-in ones are still here.
    let marked = json!({"format": "site/1", "marking": {"en": "OFFICIAL", "cy": "SWYDDOGOL"}});
    assert_says(&opened(&marked, &json_of(&handling), Language::En), "the very criteria");
    let mut data = handling.data.clone();
    data["pack"]["digest"] = json!("0".repeat(64));
    let html = opened(&plain(), &data.to_string(), Language::En);
    assert_says(&html, "This copy does not have the very criteria that the record names");
    assert_says(&html, "Every line comes out as the record says.");
    data["pack"]["id"] = json!("somewhere_else");
    let html = opened(&plain(), &data.to_string(), Language::En);
    assert_says(&html, "This copy does not have the criteria that the record names: somewhere_else");
    assert!(!html.contains("comes out"), "{html}");
}

#[test]
fn what_a_record_says_cannot_act() {
    let mut data = document(&refer(), Part::Handling, Language::En).data;
    fn spoil(value: &mut Value) {
        match value {
            Value::String(text) => text.push_str("<img src=x onerror=alert(1)>\u{202e}"),
            Value::Array(list) => list.iter_mut().for_each(spoil),
            Value::Object(object) => {
                object
                    .iter_mut()
                    .filter(|(key, _)| !["format", "part"].contains(&key.as_str()))
                    .for_each(|(_, value)| spoil(value));
            }
            _ => {}
        }
    }
    spoil(&mut data);
    for file in
        [data.to_string(), "%PDF-1.7".to_owned(), "{\"format\":\"referral/1\",\"part\":\"panel\"}".to_owned()]
    {
        for language in LANGUAGES {
            let html = opened(&plain(), &file, language);
            assert!(!html.contains("<img"), "{html}");
        }
    }
    assert_says(&opened(&plain(), "%PDF-1.7", Language::En), "The file cannot be opened");
}

#[test]
fn an_answer_sheet_is_no_record_and_its_answers_arrive_as_they_are() {
    for mut sheet in [refer(), undecided()] {
        sheet["answers"]["plan_why_now"] = json!("\"referral/1\"");
        sheet["reference"] = json!("K7Q2-M9XD");
        let draft =
            draft(&json!({"format": "site/1", "pack": sheet["pack"]}), &sheet.to_string(), Language::En);
        let pack = Pack::builtin(sheet["pack"].as_str().unwrap()).unwrap();
        assert_eq!(draft.answers, AnswerSheet::from_json(sheet).unwrap().read(&pack).unwrap());
        assert_eq!(draft.reference.as_deref(), Some("K7Q2-M9XD"));
    }
}

/// What a file is, it says in one place. No text that was typed anywhere else makes it another kind of file.
#[test]
fn no_typed_text_decides_what_a_file_is() {
    let texts = [
        "referral/1",
        "\"referral/1\"",
        "\"format\":\"referral/1\"",
        "%PDF-1.7",
        "/EmbeddedFile/ stream\n{}\nendstream",
        "{\"format\":\"answers/1\"}",
        "answers/1",
    ];
    for text in texts {
        let mut sheet = refer();
        fill(&mut sheet["answers"], text);
        sheet["reference"] = json!("K7Q2-M9XD");
        let again =
            draft(&json!({"format": "site/1", "pack": sheet["pack"]}), &sheet.to_string(), Language::En);
        let pack = Pack::builtin(sheet["pack"].as_str().unwrap()).unwrap();
        let answers = AnswerSheet::from_json(sheet.clone()).unwrap().read(&pack).unwrap();
        assert_eq!(again.answers, answers, "{text}");
        let mut form = Form::from_answers(&answers);
        let field = Field::of(&FactId::parse("dash_yes").unwrap());
        form.put(&field, FieldInput::typed(RawValue::Text(text.to_owned())));
        let saved = Value::from(Draft::to_json(&pack, &form, Stage::Referral, "K7Q2-M9XD")).to_string();
        let again = draft(&json!({"format": "site/1", "pack": sheet["pack"]}), &saved, Language::En);
        assert_eq!(again.form(), form, "{text}");
        for part in Part::ALL {
            let document = document(&sheet, part, Language::En);
            for file in [json_of(&document), pdf_of(&document)] {
                assert_says(&opened(&plain(), &file, Language::En), "This record is whole and unaltered");
            }
        }
    }
    let draft = r#"{"format":"answers/1","pack":"default","screened_on":"2026-11-21","answers":{
        "reference_numbers":[{"reference_type":"other","reference_number":"referral/1"}]}}"#;
    assert!(matches!(reply(&plain(), draft, Language::En), Reply::Draft(_)));
}

/// Puts a text in place of every typed text of a sheet's answers.
fn fill(answers: &mut Value, text: &str) {
    let pack = Pack::builtin("default").unwrap();
    let free = |fact: &str| {
        let kind =
            pack.questions().find(|(_, question)| question.id.as_str() == fact).map(|(_, one)| &one.kind);
        matches!(kind, Some(Kind::Text | Kind::LongText))
    };
    for (fact, answer) in answers.as_object_mut().unwrap() {
        match answer {
            Value::String(_) if free(fact) => *answer = text.into(),
            _ => {}
        }
    }
}

#[test]
fn a_record_of_another_version_says_so() {
    for format in ["referral/2", "referral/10"] {
        let file = json!({"format": format, "sections": []}).to_string();
        let html = opened(&plain(), &file, Language::En);
        assert_says(&html, &format!("this copy does not read the format `{format}`"));
        assert_says(&opened(&plain(), &file, Language::Cy), "nid yw'r copi hwn yn darllen y fformat");
    }
    let html = opened(&plain(), r#"{"format":"referral/1"}"#, Language::En);
    assert_says(&html, "this file holds no record of this program");
}

/// The command line has a smaller limit than the page has for what the page itself may have made.
#[test]
fn a_sheet_and_its_record_open_in_the_page_whatever_their_size() {
    let mut sheet = refer();
    let long = "\u{5f35}".repeat(50_000);
    let entries: Vec<Value> = (0..40).map(|_| json!({"previous_abuse": long})).collect();
    sheet["answers"]["previous_victims_list"] = entries.into();
    let text = sheet.to_string();
    assert!(text.len() > MAX_BYTES && text.len() < OPENED_MAX_BYTES);
    assert_eq!(AnswerSheet::parse(&text).unwrap_err()[0].code, "sheet-too-large");
    assert!(matches!(reply(&plain(), &text, Language::En), Reply::Draft(_)));
    let record = json_of(&document(&sheet, Part::Restricted, Language::En));
    assert!(record.len() > MAX_BYTES);
    assert_says(&opened(&plain(), &record, Language::En), "This record is whole and unaltered");
}

#[test]
fn what_is_wrong_with_a_sheet_is_said_and_a_file_of_another_kind_is_told_apart() {
    for (file, says, folded) in [
        ("{", "This is not an answer sheet or a referral document", true),
        ("[]", "This is not an answer sheet or a referral document", true),
        (
            r#"{"format":"answers/1","pack":"min16","screened_on":"2026-11-21","answers":{}}"#,
            "this copy does not screen by `min16`; open it in a copy that does",
            false,
        ),
        (
            r#"{"format":"answers/1","pack":"default","screened_on":"2026-11-21","answers":{"in_area":"maybe"}}"#,
            "in_area",
            false,
        ),
    ] {
        let Reply::NotOpened(html) = reply(&plain(), file, Language::En) else { panic!("{file}") };
        assert_says(&html.en, says);
        assert_eq!(html.en.contains("<details"), folded, "{html:?}");
    }
}
