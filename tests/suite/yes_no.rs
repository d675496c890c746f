//! What "yes" and "no" are called: in Welsh an answer takes up the verb of its question.

use crate::support::{minimal, packs};
use drive_screening::answers::AnswerSheet;
use drive_screening::document::{Format, Stamp, compose, write_text};
use drive_screening::interview::{Form, Interview};
use drive_screening::pack::{Kind, Pack, Part, Question, Stage};
use drive_screening::screening::screen;
use drive_screening::words::Language;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// How a question begins, and its two answers. The first row that fits counts, so that a plural stands before the singular.
const VERBS: [(&str, &str, &str); 28] = [
    ("A oes ", "Oes", "Nac oes"),
    ("Yn eich barn broffesiynol, a oes ", "Oes", "Nac oes"),
    ("A yw'r dioddefwyr ", "Ydyn", "Nac ydyn"),
    ("A yw'r ", "Ydy", "Nac ydy"),
    ("A yw'n ", "Ydy", "Nac ydy"),
    ("A yw ", "Ydy", "Nac ydy"),
    ("A ydyn nhw ", "Ydyn", "Nac ydyn"),
    ("A ydynt ", "Ydynt", "Nac ydynt"),
    ("A ydych ", "Ydw", "Nac ydw"),
    ("A oedd ", "Oedd", "Nac oedd"),
    ("A fydd ", "Bydd", "Na fydd"),
    ("A fyddwch ", "Byddaf", "Na fyddaf"),
    ("A all ", "Gall", "Na all"),
    ("A allwch ", "Gallaf", "Na allaf"),
    ("A ellir ", "Gellir", "Na ellir"),
    ("A ddylai ", "Dylai", "Na ddylai"),
    ("A ddylid ", "Dylid", "Na ddylid"),
    ("A wnaeth ", "Do", "Naddo"),
    ("A wnaethoch ", "Do", "Naddo"),
    ("A wnaed ", "Do", "Naddo"),
    ("A gafodd ", "Do", "Naddo"),
    ("A gafwyd ", "Do", "Naddo"),
    ("A fu ", "Do", "Naddo"),
    ("A ddigwyddodd ", "Do", "Naddo"),
    ("A ddywedwyd ", "Do", "Naddo"),
    ("A gwblhawyd ", "Do", "Naddo"),
    ("A gofnododd ", "Do", "Naddo"),
    ("Ai ", "Ie", "Nage"),
];

/// Every pack that ships: those built in, and the examples of the guide.
fn shipped() -> Vec<Pack> {
    let examples = [
        include_str!("../../src/core/pack/guide/local_flag.json"),
        include_str!("../../src/core/pack/guide/gang_link.json"),
    ];
    packs::all().iter().cloned().chain(examples.map(|source| Pack::load(source).unwrap())).collect()
}

/// Every question of a pack, those of entries too.
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

fn verb(ask: &str) -> Option<(&'static str, &'static str)> {
    let row = VERBS.iter().find(|(begins, ..)| ask.starts_with(begins));
    row.map(|(_, yes, no)| (*yes, *no))
}

fn called(question: &Question, language: Language) -> [&str; 2] {
    [true, false].map(|yes| question.kind.say_yes_no(yes, language))
}

#[test]
fn every_answer_takes_up_the_verb_of_its_question() {
    let mut wrong = Vec::new();
    for pack in shipped() {
        for question in
            questions(&pack).into_iter().filter(|question| matches!(question.kind, Kind::YesNo(_)))
        {
            let Some((yes, no)) = verb(&question.ask.cy) else {
                wrong.push(format!("{}: which answers does it take? {}", question.id, question.ask.cy));
                continue;
            };
            if called(question, Language::Cy) != [yes, no] {
                wrong.push(format!("{}: {yes} / {no} is the answer to {}", question.id, question.ask.cy));
            }
            assert_eq!(called(question, Language::En), ["Yes", "No"], "{}", question.id);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// So do choices that begin with "Yes" or "No".
#[test]
fn a_choice_that_says_yes_or_no_takes_up_the_verb() {
    let mut seen = 0;
    for pack in shipped() {
        for question in questions(&pack) {
            for choice in question.kind.choices() {
                let word = choice.label.en.split(',').next().unwrap();
                let Some(yes) = ["No", "Yes"].iter().position(|known| *known == word) else { continue };
                let (of_yes, of_no) = verb(&question.ask.cy).unwrap_or_else(|| panic!("{}", question.ask.cy));
                let first = choice.label.cy.split(',').next().unwrap();
                assert_eq!(first, [of_no, of_yes][yes], "{}: {}", question.id, choice.value);
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

/// An answer to a question: yes or no where it takes them, and something where it does not.
fn answer(question: &Question, yes: bool) -> Option<Value> {
    Some(match &question.kind {
        Kind::YesNo(_) => json!(if yes { "yes" } else { "no" }),
        Kind::Choice(choices) => json!(choices[choices.len() - 1].value),
        Kind::Group(group) => {
            let entry: Map<String, Value> = group
                .questions
                .iter()
                .filter_map(|inner| Some((inner.id.as_str().to_owned(), answer(inner, yes)?)))
                .collect();
            json!([entry])
        }
        _ => return None,
    })
}

/// What a document says of each yes and no, by the fact.
fn said(json: &Value, out: &mut Vec<(String, bool, String)>) {
    match json {
        Value::Object(map) => {
            if let (Some(fact), Some(answer @ ("yes" | "no")), Some(said)) =
                (map.get("fact"), map.get("answer").and_then(Value::as_str), map.get("said"))
            {
                out.push((
                    fact.as_str().unwrap().to_owned(),
                    answer == "yes",
                    said.as_str().unwrap().to_owned(),
                ));
            }
            map.values().for_each(|json| said(json, out));
        }
        Value::Array(values) => values.iter().for_each(|json| said(json, out)),
        _ => {}
    }
}

#[test]
fn documents_and_the_list_of_answers_call_them_as_the_question_does() {
    let pack = packs::named("default");
    let mut seen = BTreeSet::new();
    for yes in [true, false] {
        let facts: Map<String, Value> = pack
            .questions()
            .filter_map(|(_, question)| Some((question.id.as_str().to_owned(), answer(question, yes)?)))
            .collect();
        let sheet =
            json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": facts});
        let answers = AnswerSheet::from_json(sheet).unwrap().read(pack).unwrap();
        let (outcome, form) = (screen(pack, &answers), Form::from_answers(&answers));
        for language in [Language::En, Language::Cy] {
            let list =
                Interview { pack, form: &form, answers: &answers, outcome: &outcome, stage: Stage::Referral };
            for (_, question) in
                pack.questions().filter(|(_, question)| matches!(question.kind, Kind::YesNo(_)))
            {
                let line = list.answer_lines(question, language).remove(0);
                assert_eq!(line, question.kind.say_yes_no(yes, language), "{}", question.id);
            }
            for part in Part::ALL {
                let stamp =
                    Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: answers.screened_on, language };
                let document = compose(pack, &answers, &outcome, part, &stamp);
                let text = write_text(&document, Format::Text).unwrap();
                let mut found = Vec::new();
                said(
                    &serde_json::from_str(&write_text(&document, Format::Json).unwrap()).unwrap(),
                    &mut found,
                );
                for (fact, yes, words) in found {
                    let kind = &pack.question(&fact).unwrap().kind;
                    // A choice may have a value of that name.
                    if !matches!(kind, Kind::YesNo(_)) {
                        continue;
                    }
                    assert_eq!(words, kind.say_yes_no(yes, language), "{fact}");
                    assert!(text.contains(&words), "{fact}: {words}");
                    seen.insert(fact);
                }
            }
        }
    }
    let unseen: Vec<&str> = questions(pack)
        .into_iter()
        .filter(|question| matches!(question.kind, Kind::YesNo(_)) && !seen.contains(question.id.as_str()))
        .map(|question| question.id.as_str())
        .collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}

fn small(keys: Value) -> Value {
    let mut pack = minimal::smallest();
    let question = &mut pack["sections"][0]["pages"][0]["questions"][0];
    question.as_object_mut().unwrap().extend(keys.as_object().unwrap().clone());
    pack
}

fn first(pack: &Pack) -> Question {
    pack.questions().next().unwrap().1.clone()
}

#[test]
fn a_pack_that_names_none_says_yes_and_no_and_one_alone_is_refused() {
    let plain = first(&Pack::load(&small(json!({})).to_string()).unwrap());
    assert_eq!(called(&plain, Language::En), ["Yes", "No"]);
    assert_eq!(called(&plain, Language::Cy), ["Ie", "Na"]);
    let (yes, no) = (json!({"en": "Yes", "cy": "Oes"}), json!({"en": "No", "cy": "Nac oes"}));
    let both = first(&Pack::load(&small(json!({"yes": yes, "no": no})).to_string()).unwrap());
    assert_eq!(called(&both, Language::Cy), ["Oes", "Nac oes"]);
    for (given, missing) in [(json!({"yes": yes}), "no"), (json!({"no": no}), "yes")] {
        let problems = Pack::load(&small(given).to_string()).unwrap_err();
        let [(code, at)] = &packs::places(&problems)[..] else { panic!("{problems:?}") };
        assert_eq!(*code, "pack-missing");
        assert!(at.ends_with(&format!("/{missing}")), "{at}");
    }
    // Of other kinds they are keys that nobody knows.
    let mut pack = small(json!({"yes": yes, "no": no}));
    pack["sections"][0]["pages"][0]["questions"]
        .as_array_mut()
        .unwrap()
        .push(minimal::question("line", "text"));
    pack["sections"][0]["pages"][0]["questions"][1]["yes"] = yes.clone();
    assert_eq!(Pack::load(&pack.to_string()).unwrap_err().len(), 1);
}

/// A site may call them otherwise, one language or one answer at a time.
#[test]
fn a_pack_that_extends_another_changes_them() {
    let (section, page, question) = ("safety", "safety_now", "immediate_danger");
    let over = json!({
        "format": "pack/1", "extends": "default", "id": "ours", "version": "1",
        "sections": [{"id": section, "pages": [{"id": page, "questions": [{"id": question, "yes": {"cy": "Oes, mae"}}]}]}],
    });
    let pack = Pack::load(&over.to_string()).unwrap();
    let asked = pack.question(question).unwrap();
    assert_eq!(called(asked, Language::Cy), ["Oes, mae", "Nac oes"]);
    assert_eq!(called(asked, Language::En), ["Yes", "No"]);
}
