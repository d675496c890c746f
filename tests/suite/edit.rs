//! Changing a pack in a form: what is not touched stays, what is changed is all that changes, a built-in pack is never
//! changed, and what is wrong comes with the field that mends it.

use drive_screening::about_criteria::draft_json;
use drive_screening::answers::AnswerSheet;
use drive_screening::check;
use drive_screening::date::Date;
use drive_screening::diff;
use drive_screening::edit::{Edited, Editor, Place};
use drive_screening::interview::Form;
use drive_screening::json::Json;
use drive_screening::pack::{Kind, Pack, Question, Speed, builtin};
use drive_screening::protocol::{read_form, write_form};
use drive_screening::words::Language;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const FLAG: &str = include_str!("../../src/core/pack/guide/local_flag.json");

fn day() -> Date {
    Date::parse("2026-11-21").unwrap()
}

fn open(source: &str) -> Editor {
    Editor::open(source).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn builtin_editor(id: &str) -> Editor {
    open(builtin::source(id).unwrap())
}

/// The answers that leave everything as it is, as the page sends them: read by the form and written again.
fn answers(editor: &Editor) -> Map<String, Value> {
    let form = editor.form().unwrap();
    let sheet = json!({
        "format": "answers/1", "pack": form.id.as_str(), "screened_on": "2026-11-21", "answers": Value::from(editor.answers()),
    });
    let read = AnswerSheet::from_json(sheet).unwrap().read(&form);
    let read = read.unwrap_or_else(|problems| panic!("{problems:#?}"));
    let typed = Form::from_answers(&read).answers(&form);
    AnswerSheet::write(&form, &typed, None)["answers"].as_object().unwrap().clone()
}

fn edited(editor: &Editor, answers: &Map<String, Value>) -> Edited {
    editor.edited(&Json::from(Value::Object(answers.clone())))
}

fn with(editor: &Editor, changes: &[(&str, Value)]) -> Edited {
    let mut answers = answers(editor);
    for (fact, value) in changes {
        if value.is_null() {
            answers.remove(*fact);
        } else {
            answers.insert((*fact).to_owned(), value.clone());
        }
    }
    edited(editor, &answers)
}

/// A name and a title, which whatever comes of a built-in pack needs.
fn named(changes: &[(&str, Value)]) -> Vec<(&'static str, Value)> {
    let mut all = vec![
        ("id", json!("our_town")),
        ("version", json!("1")),
        ("title_en", json!("Our Town")),
        ("title_cy", json!("Ein Tref")),
    ];
    for (fact, value) in changes {
        all.push((Box::leak((*fact).to_owned().into_boxed_str()), value.clone()));
    }
    all
}

fn questions(form: &Pack) -> Vec<&Question> {
    let mut all = Vec::new();
    for (_, question) in form.questions() {
        all.push(question);
        if let Kind::Group(group) = &question.kind {
            all.extend(&group.questions);
        }
    }
    all
}

#[test]
fn a_built_in_pack_becomes_a_small_file_that_extends_it() {
    for id in builtin::names() {
        let editor = builtin_editor(id);
        assert!(editor.is_builtin(), "{id}");
        let edited = with(&editor, &named(&[]));
        assert_eq!(edited.errors, [], "{id}");
        let file: Value = serde_json::from_str(&edited.source).unwrap();
        assert_eq!(
            file,
            json!({
                "format": "pack/1", "extends": id, "id": "our_town", "version": "1",
                "title": {"en": "Our Town", "cy": "Ein Tref"}, "settings": {},
            }),
            "{id}: nothing but what was written"
        );
        let difference = diff::diff(builtin::source(id).unwrap(), &edited.source, day()).unwrap();
        assert!(difference.groups.is_empty(), "{id}");
    }
}

#[test]
fn a_file_that_nobody_changes_stays_as_it_is() {
    let whole = {
        let mut whole: Value = serde_json::from_str(&Pack::builtin("default").unwrap().to_json()).unwrap();
        whole["id"] = json!("whole");
        whole.to_string()
    };
    let bare = r#"{"format":"pack/1","id":"bare","version":"1","extends":"min16","title":{"en":"B","cy":"Bb"},
        "settings":{"dash_line":10,"serial_window_years":null,"doors":["grade","dash"],"fresh_days":{"value":30,"proposed":false}},
        "routes":[{"id":"police","contact":"01632 960000"},{"id":"ours","title":{"en":"Ours","cy":"Ein un"},"contact":"1",
        "text":{"en":"T","cy":"T"},"checked":"2026-01-01","review":"2027-01-01","for":["urgent","refer"]}]}"#;
    // A list of which the form offers only a part.
    let more = r#"{"format":"pack/1","id":"more","version":"1","extends":"default","title":{"en":"M","cy":"Mm"},
        "settings":{"ours":{"label":{"en":"Ours","cy":"Ein rhai"},"value":["dash","hearsay"],"source":"project"}}}"#;
    for source in [FLAG, bare, more, &whole] {
        let editor = open(source);
        assert!(!editor.is_builtin());
        let edited = edited(&editor, &answers(&editor));
        assert_eq!(edited.errors, []);
        let [before, after] =
            [source, &edited.source].map(|text| serde_json::from_str::<Value>(text).unwrap());
        assert_eq!(before, after);
    }
}

#[test]
fn every_question_of_the_form_has_its_words_and_a_name_of_its_own() {
    for id in builtin::names() {
        let editor = builtin_editor(id);
        let form = editor.form().unwrap();
        let mut names = BTreeSet::new();
        for question in questions(&form) {
            assert!(names.insert(question.id.as_str()), "{} twice", question.id);
            for text in [&question.label, &question.ask] {
                assert!(!text.en.is_empty() && !text.cy.is_empty(), "{}", question.id);
            }
            // A key that nobody named would stand there as it is.
            assert!(
                question.label.en.starts_with(|c: char| !c.is_lowercase()),
                "{}: {}",
                question.id,
                question.label.en
            );
            assert!(!question.takes_not_known());
        }
        for section in &form.sections {
            for page in &section.pages {
                assert!(!page.title.en.is_empty() && !page.title.cy.is_empty(), "{id}: {}", page.id);
                assert!(!page.questions.is_empty(), "{id}: {}", page.id);
            }
        }
        // Every setting, and every wording that stands in no list of choices or levels.
        let pack = Pack::builtin(id).unwrap();
        for setting in &pack.settings {
            assert!(names.contains(setting.id.as_str()), "{}", setting.id);
        }
        for (_, question) in pack.questions() {
            assert!(names.contains(format!("question_{}_why_cy", question.id).as_str()), "{}", question.id);
        }
        for criterion in &pack.criteria {
            assert!(
                names.contains(format!("criterion_{}_who_en", criterion.id).as_str()),
                "{}",
                criterion.id
            );
        }
        let now = Value::from(editor.answers());
        for route in &pack.routes {
            let title = json!(route.title.en);
            assert!(
                now.as_object()
                    .unwrap()
                    .iter()
                    .any(|(fact, value)| fact.starts_with("route_") && *value == title)
            );
        }
    }
}

/// What is short, or a title, is asked for on one line; what may be long, and is, on many.
#[test]
fn each_wording_is_asked_for_by_its_name_and_in_its_length() {
    let form = builtin_editor("default").form().unwrap();
    for (fact, label, kind) in [
        ("title_cy", "Title, in Welsh", "Text"),
        ("about_en", "What it is for, in English", "LongText"),
        ("route_police_text_en", "What it says, in English", "LongText"),
        ("route_idva_route_text_en", "What it says, in English", "LongText"),
        ("route_home_area_text_en", "What it says, in English", "Text"),
        ("result_refer_on_judgement_sentence_en", "The result in one sentence, in English", "Text"),
        ("result_refer_on_judgement_meaning_cy", "What it means, in Welsh", "LongText"),
        ("result_refer_meaning_en", "What it means, in English", "Text"),
        ("panel_part_title_en", "Title, in English", "Text"),
        ("panel_part_care_en", "What must not be done with it, in English", "LongText"),
        ("flag_pause_for_safety_text_en", "What it says, in English", "LongText"),
        ("flag_pause_for_safety_act_cy", "What to do today, in Welsh", "LongText"),
        ("question_in_area_ask_en", "Question, in English", "LongText"),
        ("question_in_area_label_en", "Short name, in English", "Text"),
        ("question_incidents_list_item_cy", "What one entry is, in Welsh", "Text"),
        ("contact_text_cy", "What it says, in Welsh", "LongText"),
        ("contact_hours_en", "Hours, in English", "Text"),
        ("contact_checked", "Last checked", "Date { future: true }"),
        ("contact_review", "Check again by", "Date { future: true }"),
    ] {
        let asked = questions(&form).into_iter().find(|question| question.id.as_str() == fact);
        let asked = asked.unwrap_or_else(|| panic!("{fact}"));
        assert_eq!((asked.label.en.as_str(), format!("{:?}", asked.kind).as_str()), (label, kind), "{fact}");
    }
    for (en, cy, kind) in [(60, 60, "Text"), (61, 1, "LongText"), (1, 61, "LongText")] {
        let mut pack: Value = serde_json::from_str(FLAG).unwrap();
        pack["about"] = json!({"en": "e".repeat(en), "cy": "ŷ".repeat(cy)});
        let form = open(&pack.to_string()).form().unwrap();
        for fact in ["about_en", "about_cy"] {
            assert_eq!(format!("{:?}", form.question(fact).unwrap().kind), kind, "{fact} of {en} and {cy}");
        }
    }
}

fn offered(editor: &Editor, fact: &str) -> Vec<String> {
    let form = editor.form().unwrap();
    let choices = form.question(fact).unwrap_or_else(|| panic!("{fact}")).kind.choices();
    choices.iter().map(|choice| choice.value.clone()).collect()
}

/// A list offers what a rule compares it with, or the criteria of the role of those in it that are yes or no.
#[test]
fn a_list_offers_what_makes_sense_in_it() {
    let ways = ["dash", "grade", "marac", "incidents", "judgement", "probation", "priority_list"];
    let default = builtin_editor("default");
    assert_eq!(offered(&default, "doors"), ways);
    assert_eq!(offered(&default, "repeat_counts"), ["none", "any", "crime"]);
    assert_eq!(offered(&builtin_editor("marac_only"), "doors"), ways);
}

/// The form comes to the page as it was made, with its answers.
#[test]
fn a_form_is_given_over_as_it_was_made() {
    let editor = open(FLAG);
    let form = editor.form().unwrap();
    let sheet = json!({
        "format": "answers/1", "pack": form.id.as_str(), "screened_on": "2026-11-21", "answers": Value::from(editor.answers()),
    });
    let answers = AnswerSheet::from_json(sheet).unwrap().read(&form).unwrap();
    let (form_again, answers_again) = read_form(&write_form(&form, &answers));
    assert_eq!(answers_again, answers);
    assert_eq!(format!("{:?}", form_again.sections), format!("{:?}", form.sections));
}

#[test]
fn each_setting_alone_is_all_that_changes() {
    let editor = builtin_editor("default");
    let source = builtin::source("default").unwrap();
    for (setting, answer, written) in [
        ("minimum_age", json!(16), json!(16)),
        ("connections", json!(["partner"]), json!(["partner"])),
        ("doors", json!(["marac", "dash"]), json!(["dash", "marac"])),
        ("dash_line", json!(10), json!(10)),
        ("fresh_days", json!(30), json!(30)),
        ("incidents_line", json!(5), json!(5)),
        ("marac_months", json!(6), json!(6)),
        ("repeat_counts", json!(["crime"]), json!(["crime"])),
        ("repeat_counts", json!(["crime", "none"]), json!(["none", "crime"])),
        ("repeat_counts", json!(["crime", "any", "none"]), json!(["none", "any", "crime"])),
        ("pattern_required", json!("yes"), json!(true)),
        ("serial_window_years", json!(3), json!(3)),
        ("serial_unconnected", json!("yes"), json!(true)),
        ("custody_soft_months", json!(6), json!(6)),
        ("custody_hard_months", json!(36), json!(36)),
        ("idva_gate", json!("yes"), json!(true)),
    ] {
        let edited = with(&editor, &named(&[(setting, answer)]));
        assert_eq!(edited.errors, [], "{setting}");
        let file: Value = serde_json::from_str(&edited.source).unwrap();
        assert_eq!(file["settings"], json!({ setting: written }));
        let changes = diff::changes(source, &edited.source).unwrap();
        let places: Vec<&str> = changes.iter().map(|change| change.at.as_str()).collect();
        assert_eq!(places, [&format!("settings/{setting}"), "title"]);
    }
}

/// What a figure was is told in words: what a list names, by its label.
#[test]
fn what_a_figure_was_is_told_in_words() {
    let form = builtin_editor("default").form().unwrap();
    let hint = |setting: &str| form.question(setting).unwrap().hint.clone().unwrap();
    assert_eq!(hint("version").en, "Raise it with every change that is put to use.");
    assert_eq!(hint("minimum_age").en, "As opened: 18.");
    assert_eq!(hint("idva_gate").cy, "Fel y'i hagorwyd: i ffwrdd.");
    assert_eq!(hint("serial_window_years").en, "As opened: no limit. Leave it blank for no limit.");
    let pack = Pack::builtin("default").unwrap();
    let choices = pack.question("connection").unwrap().kind.choices();
    for value in ["partner", "ex_partner", "co_parent", "family"] {
        let label = &choices.iter().find(|choice| choice.value == value).unwrap().label;
        assert!(
            hint("connections").en.contains(&label.en) && hint("connections").cy.contains(&label.cy),
            "{value}"
        );
    }
    let dash = &pack.criteria[pack.criterion("dash").unwrap()].label;
    assert!(hint("doors").en.contains(&dash.en) && hint("doors").cy.contains(&dash.cy));
}

#[test]
fn no_limit_is_a_blank_where_it_makes_sense_and_nowhere_else() {
    let editor = builtin_editor("serial_3y");
    let edited = with(&editor, &named(&[("serial_window_years", Value::Null), ("minimum_age", Value::Null)]));
    assert_eq!(edited.errors, []);
    let file: Value = serde_json::from_str(&edited.source).unwrap();
    assert_eq!(file["settings"], json!({"serial_window_years": null}), "a blank age stays what it is");
}

#[test]
fn a_figure_is_signed_off_with_the_sites_own_protocol() {
    let editor = builtin_editor("default");
    let signed = named(&[
        ("minimum_age", json!(18)),
        ("minimum_age_source", json!("site_protocol")),
        ("minimum_age_proposed", json!("no")),
        ("site_protocol_en", json!("Our protocol, page 4")),
        ("site_protocol_cy", json!("Ein protocol, tudalen 4")),
        ("site_protocol_checked", json!("2026-11-01")),
        ("site_protocol_review", json!("2027-11-01")),
    ]);
    let edited = with(&editor, &signed);
    assert_eq!(edited.errors, []);
    let file: Value = serde_json::from_str(&edited.source).unwrap();
    assert_eq!(file["settings"], json!({"minimum_age": {"source": "site_protocol", "proposed": false}}));
    let (pack, report) = check::check(&edited.source, day()).unwrap();
    let setting = pack.settings.iter().find(|setting| setting.id.as_str() == "minimum_age").unwrap();
    assert!(!setting.proposed && setting.source.as_str() == "site_protocol");
    let unsigned = report.findings.iter().any(|finding| {
        finding.problem.code == "figure-not-signed-off" && finding.problem.at == "settings/minimum_age"
    });
    assert!(!unsigned);
    // Changed once more, from the file.
    let again = with(&open(&edited.source), &[("minimum_age", json!(17)), ("version", json!("2"))]);
    assert_eq!(again.errors, []);
    let file: Value = serde_json::from_str(&again.source).unwrap();
    assert_eq!(
        file["settings"],
        json!({"minimum_age": {"source": "site_protocol", "proposed": false, "value": 17}})
    );
    assert_eq!(file["extends"], "default");
    let sources = offered(&open(&edited.source), "minimum_age_source");
    assert_eq!(sources, offered(&editor, "minimum_age_source"), "the protocol once, and all the others");
    assert_eq!(sources[..3], ["site_protocol", "project", "drive"]);
    // A protocol that nobody wrote down is no source; of one half written down the rest is asked for.
    for (fact, value, wrong) in [
        ("minimum_age_source", json!("site_protocol"), ["minimum_age_source"].as_slice()),
        ("site_protocol_checked", json!("2026-11-01"), &["site_protocol_en", "site_protocol_review"]),
        (
            "site_protocol_en",
            json!("Page 4"),
            &["site_protocol_cy", "site_protocol_checked", "site_protocol_review"],
        ),
    ] {
        assert_eq!(facts(&with(&editor, &named(&[(fact, value)]))), wrong, "{fact}");
    }
}

fn facts(edited: &Edited) -> Vec<String> {
    edited
        .errors
        .iter()
        .map(|wrong| wrong.place.as_ref().map_or("?", |place| &place.fact).to_owned())
        .collect()
}

#[test]
fn wording_is_changed_in_the_language_it_is_changed_in() {
    let editor = builtin_editor("min16");
    let edited = with(
        &editor,
        &named(&[
            ("result_refer_sentence_en", json!("Meets our criteria")),
            ("panel_cy", json!("Ein Panel")),
            ("criterion_area_who_en", json!("Our town desk")),
            ("question_in_area_hint_en", json!("Our town, and the villages")),
            ("question_in_area_hint_cy", json!("Ein tref, a'r pentrefi")),
            ("route_police_contact", json!("01632 960000")),
        ]),
    );
    assert_eq!(edited.errors, []);
    let pack = Pack::load(&edited.source).unwrap();
    let before = Pack::builtin("min16").unwrap();
    assert_eq!(pack.outcome_text("refer").sentence.en, "Meets our criteria");
    assert_eq!(pack.outcome_text("refer").sentence.cy, before.outcome_text("refer").sentence.cy);
    assert_eq!(pack.document.panel.cy, "Ein Panel");
    assert_eq!(pack.document.panel.en, before.document.panel.en);
    let area = |pack: &Pack| pack.criteria[pack.criterion("area").unwrap()].who.clone();
    assert_eq!(area(&pack).en, "Our town desk");
    assert_eq!(area(&pack).cy, area(&before).cy);
    assert_eq!(pack.question("in_area").unwrap().hint.as_ref().unwrap().cy, "Ein tref, a'r pentrefi");
    assert!(pack.routes.iter().any(|route| route.contact.as_deref() == Some("01632 960000")));
    assert_eq!(pack.routes.len(), before.routes.len());
    // One language of a text that is new is not enough; the other's field says so.
    let half = with(&editor, &named(&[("question_counter_allegation_hint_en", json!("Only here"))]));
    let had = before.question("counter_allegation").unwrap().hint.is_some();
    assert_eq!(had, half.errors.is_empty());
    let new =
        before.questions().map(|(_, question)| question).find(|question| question.hint.is_none()).unwrap();
    let half = with(&editor, &named(&[(&format!("question_{}_hint_en", new.id), json!("Only in English"))]));
    assert_eq!(facts(&half), [format!("question_{}_hint_cy", new.id)]);
}

#[test]
fn own_contacts_come_change_and_go() {
    let contact = |title: &str, number: &str| {
        json!({
            "contact_title_en": title, "contact_title_cy": format!("{title} (cy)"), "contact_number": number,
            "contact_text_en": "Helps", "contact_text_cy": "Yn helpu", "contact_checked": "2026-11-01",
            "contact_review": "2027-05-01", "contact_for": ["refer", "urgent"],
        })
    };
    let default = builtin_editor("default");
    let two = named(&[("own_contacts", json!([contact("Desk", "1"), contact("Night desk", "2")]))]);
    let first = with(&default, &two);
    assert_eq!(first.errors, []);
    let ids = |source: &str| -> Vec<String> {
        let file: Value = serde_json::from_str(source).unwrap();
        let routes = file["routes"].as_array().unwrap();
        routes.iter().map(|route| route["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&first.source), ["own_1", "own_2"]);
    let pack = Pack::load(&first.source).unwrap();
    assert!(
        pack.routes.iter().any(|route| route.title.en == "Night desk" && route.title.cy == "Night desk (cy)")
    );
    let editor = open(&first.source);
    let mut kept = answers(&editor);
    let entries = kept["own_contacts"].as_array_mut().unwrap();
    assert_eq!(entries.len(), 2);
    entries.remove(0);
    entries.push(contact("Third", "3"));
    let second = edited(&editor, &kept);
    assert_eq!(ids(&second.source), ["own_2", "own_3"], "each keeps its name, and none is used again");
    // The form knows no order of what a contact is shown with: as long as that is the same, the file keeps its own.
    for (shown, written) in [
        (json!(["urgent"]), json!(["urgent"])),
        (json!(["urgent", "not_eligible"]), json!(["urgent", "not_eligible"])),
        (json!(["urgent", "not_eligible", "refer"]), json!(["urgent", "not_eligible", "refer"])),
        (json!(["urgent", "refer"]), json!(["refer", "urgent"])),
    ] {
        let mut changed = answers(&editor);
        changed["own_contacts"][1]["contact_for"] = shown;
        let file: Value = serde_json::from_str(&edited(&editor, &changed).source).unwrap();
        assert_eq!(file["routes"][1]["for"], written);
    }
    kept.remove("own_contacts");
    let none = edited(&editor, &kept);
    assert!(!none.source.contains("\"routes\""), "an empty list would take all contacts away");
    assert_eq!(Pack::load(&none.source).unwrap().routes.len(), default.pack().routes.len());

    // What a contact lacks is asked for by its field; of a wording that is not there at all, by the first of the two.
    for (lacking, wanted) in [
        (
            ["contact_text_cy", "contact_review"],
            [("contact_review", "Check again by"), ("contact_text_cy", "What it says, in Welsh")].as_slice(),
        ),
        (
            ["contact_title_en", "contact_checked"],
            &[("contact_checked", "Last checked"), ("contact_title_en", "Title, in English")],
        ),
        (["contact_text_en", "contact_text_cy"], &[("contact_text_en", "What it says, in English")]),
    ] {
        let mut half = contact("Half", "4");
        half.as_object_mut().unwrap().retain(|fact, _| !lacking.contains(&fact.as_str()));
        let wrong = with(&default, &named(&[("own_contacts", json!([contact("Desk", "1"), half]))]));
        let found: Vec<(Place, String)> =
            wrong.errors.into_iter().map(|wrong| (wrong.place.unwrap(), wrong.label.unwrap().en)).collect();
        let at = |fact: &str| Place { fact: fact.to_owned(), entry: Some(("own_contacts", 1)) };
        let wanted: Vec<(Place, String)> =
            wanted.iter().map(|(fact, label)| (at(fact), (*label).to_owned())).collect();
        assert_eq!(found, wanted, "{lacking:?}");
    }
}

#[test]
fn what_is_wrong_is_linked_to_the_field_that_mends_it_once() {
    let default = builtin_editor("default");
    let untouched = edited(&default, &answers(&default));
    assert_eq!(facts(&untouched), ["id", "title_en", "title_cy", "version"]);
    let labels: Vec<&str> =
        untouched.errors.iter().map(|wrong| wrong.label.as_ref().unwrap().en.as_str()).collect();
    assert_eq!(labels, ["Short name", "Title, in English", "Title, in Welsh", "Version"]);
    let wrong = |changes: &[(&str, Value)]| facts(&with(&default, &named(changes)));
    assert_eq!(wrong(&[("id", json!("min16"))]), ["id"], "a built-in pack's name");
    assert_eq!(wrong(&[("id", json!("Our Town"))]), ["id"], "no name");
    assert_eq!(wrong(&[("version", Value::Null)]), ["version"]);
    assert_eq!(wrong(&[("title_cy", Value::Null)]), ["title_cy"]);
    // The rule that says that a level begins after the one before stands in no field; its figures do.
    assert_eq!(wrong(&[("custody_soft_months", json!(30))]), ["custody_soft_months"]);
    for wrong in with(&default, &named(&[("custody_soft_months", json!(30))])).errors {
        assert!(!wrong.problem.message.cy.is_empty() && !wrong.problem.next_step.en.is_empty());
    }
}

#[test]
fn a_pack_that_does_not_load_is_not_opened() {
    for (source, at) in [("?", "line 1, column 1"), ("{}", "format"), (r#"{"extends":"none"}"#, "extends")] {
        let problems = Editor::open(source).map(|_| ()).unwrap_err();
        assert_eq!(problems[0].at, at);
    }
}

/// What comes of the changes is proved while they are typed: in words, in both languages, and safe.
#[test]
fn the_draft_says_what_the_changes_come_to() {
    let default = builtin_editor("default");
    let draft = |editor: &Editor, changes: &[(&str, Value)], language: Language| -> Value {
        let mut all = answers(editor);
        for (fact, value) in changes {
            all.insert((*fact).to_owned(), value.clone());
        }
        serde_json::from_str(&draft_json(editor, &Value::Object(all).into(), day(), language)).unwrap()
    };
    let untouched = draft(&default, &[], Language::En);
    assert_eq!(untouched["says"], "Not ready to save. Problems: 4.");
    assert_eq!(untouched["hits"][0]["fact"], "id");
    assert_eq!(untouched["html"], "");

    let changed = named(&[
        ("minimum_age", json!(16)),
        ("about_en", json!("<b>A & B</b>")),
        ("about_cy", json!("A a B")),
    ]);
    for (language, first, second) in [
        (Language::En, "Minimum age, in years: 18 becomes 16", "Before: "),
        (Language::Cy, "Isafswm oed, mewn blynyddoedd: 18 gynt, 16 bellach", "Gynt: "),
    ] {
        let ready = draft(&default, &changed, language);
        assert_eq!(ready["hits"], json!([]));
        let html = ready["html"].as_str().unwrap();
        assert!(html.contains(first) && html.contains(second), "{html}");
        assert!(!html.contains("<b>"), "{html}");
    }
    let says = draft(&default, &changed, Language::En)["says"].as_str().unwrap().to_owned();
    assert!(says.starts_with("Ready to save. Changes: 3. Situations decided differently: "), "{says}");
    assert!(says.ends_with("These criteria pass their check."), "{says}");

    let flag = open(FLAG);
    assert_eq!(draft(&flag, &[], Language::En)["says"], "Nothing is changed.");
    let same_version = draft(&flag, &[("minimum_age", json!(16))], Language::En);
    assert!(same_version["html"].as_str().unwrap().contains("The version is still 2026.1"), "{same_version}");
    // A worked case that fails shows at once.
    let never = draft(&flag, &[("minimum_age", json!(40))], Language::En);
    assert!(
        never["says"]
            .as_str()
            .unwrap()
            .ends_with("These criteria fail their check. Tell whoever answers for them.")
    );
    assert!(never["html"].as_str().unwrap().contains("expected"), "{never}");
}

/// A pack may name its things as it likes: the form finds other names where these are too long, or taken.
#[test]
fn names_that_are_too_long_or_taken() {
    let mut pack: Value = serde_json::from_str(FLAG).unwrap();
    let long = "a".repeat(64);
    pack["criteria"][0]["id"] = json!(long);
    pack["settings"] = json!({
        "id": {"label": {"en": "One", "cy": "Un"}, "value": 1, "source": "protocol"},
        "id_source": {"label": {"en": "Two", "cy": "Dau"}, "value": 2, "source": "protocol"},
        "title_en": {"label": {"en": "Three", "cy": "Tri"}, "value": true, "source": "protocol"},
        "own_contacts": {"label": {"en": "Four", "cy": "Pedwar"}, "value": 4, "source": "protocol"},
        "contact_number": {"label": {"en": "Five", "cy": "Pump"}, "value": 5, "source": "protocol"},
    });
    let source = pack.to_string();
    let editor = open(&source);
    let form = editor.form().unwrap();
    let mut names = BTreeSet::new();
    for question in questions(&form) {
        assert!(names.insert(question.id.as_str()), "{} twice", question.id);
    }
    let labelled = |label: &str| {
        let found = questions(&form).into_iter().find(|question| question.label.en == label);
        found.unwrap_or_else(|| panic!("{label}")).id.as_str().to_owned()
    };
    let mut all = answers(&editor);
    for (label, value) in [("One", json!(7)), ("Two", json!(8)), ("Three", json!("no"))] {
        all.insert(labelled(label), value);
    }
    let edited = edited(&editor, &all);
    assert_eq!(edited.errors, []);
    let file: Value = serde_json::from_str(&edited.source).unwrap();
    let values: Vec<&Value> =
        ["id", "id_source", "title_en"].iter().map(|id| &file["settings"][id]["value"]).collect();
    assert_eq!(values, [&json!(7), &json!(8), &json!(false)]);
    assert_eq!(file["id"], pack["id"], "the setting of that name is not the pack's");
    let said = questions(&form)
        .iter()
        .filter(|question| question.label.en.starts_with("Said when it is yes"))
        .count();
    let criteria = editor.pack().criteria.iter().filter(|one| one.says.len() == 2).count();
    let asked = questions(editor.pack()).iter().filter(|one| matches!(one.kind, Kind::YesNo(_))).count();
    assert_eq!(said, 2 * (criteria + asked));
}

/// What a yes/no question calls its answers can be changed, and given where a pack gives none.
#[test]
fn what_yes_and_no_are_called_is_asked_for() {
    let mut pack: Value = serde_json::from_str(FLAG).unwrap();
    let question = &mut pack["sections"][0]["pages"][0]["questions"][0];
    for key in ["yes", "no"] {
        question.as_object_mut().unwrap().remove(key);
    }
    let editor = open(&pack.to_string());
    let mut all = answers(&editor);
    assert!(!all.contains_key("question_local_flag_yes_cy"));
    for (fact, words) in [("yes_en", "Yes"), ("yes_cy", "Oes"), ("no_en", "No"), ("no_cy", "Nac oes")] {
        all.insert(format!("question_local_flag_{fact}"), json!(words));
    }
    let of_another = "question_immediate_danger_no_cy";
    assert_eq!(all.insert(of_another.to_owned(), json!("Nag oes")), Some(json!("Nac oes")));
    let edited = edited(&editor, &all);
    assert_eq!(edited.errors, []);
    let pack = Pack::load(&edited.source).unwrap();
    for (fact, cy) in [("local_flag", ["Oes", "Nac oes"]), ("immediate_danger", ["Oes", "Nag oes"])] {
        let kind = &pack.question(fact).unwrap().kind;
        assert_eq!([true, false].map(|yes| kind.say_yes_no(yes, Language::Cy)), cy, "{fact}");
    }
}

/// A value for any question of the form, of its kind, or none.
fn any_answer(kind: &Kind) -> BoxedStrategy<Option<Value>> {
    let known = match kind {
        Kind::YesNo(_) => prop_oneof![Just(json!("yes")), Just(json!("no"))].boxed(),
        Kind::Choice(choices) | Kind::Set(choices) => {
            let values: Vec<String> = choices.iter().map(|choice| choice.value.clone()).collect();
            let one = matches!(kind, Kind::Choice(_));
            proptest::sample::subsequence(
                values.clone(),
                usize::from(one)..=if one { 1 } else { values.len() },
            )
            .prop_map(move |chosen| if one { json!(chosen[0]) } else { json!(chosen) })
            .boxed()
        }
        Kind::Count(min, max) => (*min..=*max).prop_map(|count| json!(count)).boxed(),
        Kind::Date { .. } => {
            (2020..2030_i32, 1..=12_u32).prop_map(|(y, m)| json!(format!("{y}-{m:02}-05"))).boxed()
        }
        Kind::Text | Kind::LongText => "[a-zŵŷ<&\"{ ]{1,12}".prop_map(|text| json!(text)).boxed(),
        Kind::Group(_) => Just(json!([])).boxed(),
    };
    proptest::option::of(known).boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed: rules, conditions and the questions themselves stay; a file without problems loads; what
    /// came of it, opened and left alone, comes out the same; and every problem is of a field of the form.
    #[test]
    fn whatever_is_typed_only_that_changes(
        id in proptest::sample::select(vec!["default", "serial_3y", "idva_required", "flag"]),
        picks in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u64>()), 1..30),
    ) {
        let editor = if id == "flag" { open(FLAG) } else { builtin_editor(id) };
        let form = editor.form().unwrap();
        let asked: Vec<&Question> = form.questions().map(|(_, question)| question).collect();
        let mut all = answers(&editor);
        for (fact, value) in named(&[]) {
            all.insert(fact.to_owned(), value);
        }
        for (index, seed) in picks {
            let question = asked[index.index(asked.len())];
            let mut runner = proptest::test_runner::TestRunner::new_with_rng(
                ProptestConfig::default(),
                proptest::test_runner::TestRng::from_seed(
                    proptest::test_runner::RngAlgorithm::ChaCha,
                    &{ let mut bytes = [0; 32]; bytes[..8].copy_from_slice(&seed.to_le_bytes()); bytes },
                ),
            );
            match any_answer(&question.kind).new_tree(&mut runner).unwrap().current() {
                Some(value) => all.insert(question.id.as_str().to_owned(), value),
                None => all.remove(question.id.as_str()),
            };
        }
        let came = edited(&editor, &all);
        for wrong in &came.errors {
            let place = wrong.place.as_ref();
            prop_assert!(place.is_some_and(|place| form.question(&place.fact).is_some()), "{:?}", wrong);
        }
        if !came.errors.is_empty() {
            return Ok(());
        }
        let (old, new) = (editor.pack(), Pack::load(&came.source).unwrap());
        let shape = |pack: &Pack| {
            let json: Value = serde_json::from_str(&pack.to_json()).unwrap();
            without_what_can_be_changed(json)
        };
        prop_assert_eq!(shape(old), shape(&new));
        let again = open(&came.source);
        let same = edited(&again, &answers(&again));
        prop_assert_eq!(
            serde_json::from_str::<Value>(&came.source).unwrap(),
            serde_json::from_str::<Value>(&same.source).unwrap()
        );
    }
}

/// A pack without its texts, speeds, settings, contacts, sources and name.
fn without_what_can_be_changed(mut json: Value) -> Value {
    fn strip(json: &mut Value) {
        match json {
            Value::Object(map) => {
                map.retain(|key, value| {
                    key != "speed"
                        && !(value.is_object() && (value.get("en").is_some() || value.get("cy").is_some()))
                });
                map.values_mut().for_each(strip);
            }
            Value::Array(values) => values.iter_mut().for_each(strip),
            _ => {}
        }
    }
    for key in ["settings", "routes", "sources", "id", "version"] {
        json.as_object_mut().unwrap().remove(key);
    }
    strip(&mut json);
    json
}

/// A site moves a question out of the core, or into it, like any figure; of the screening there is no such choice.
#[test]
fn a_question_is_moved_out_of_the_core_and_into_it() {
    let speed = |pack: &Pack, fact: &str| pack.question(fact).unwrap().speed;
    let editor = builtin_editor("default");
    let form = editor.form().unwrap();
    assert!(form.question("question_in_area_speed").is_none(), "the screening asks what decides");
    let now = Value::from(editor.answers());
    assert_eq!(
        (&now["question_safety_weapons_speed"], &now["question_safety_dogs_speed"]),
        (&json!("core"), &json!("full"))
    );
    let moved = with(
        &editor,
        &named(&[
            ("question_safety_weapons_speed", json!("full")),
            ("question_safety_dogs_speed", json!("core")),
        ]),
    );
    assert_eq!(moved.errors.len(), 0, "{:?}", moved.errors);
    let pack = Pack::load(&moved.source).unwrap();
    assert_eq!((speed(&pack, "safety_weapons"), speed(&pack, "safety_dogs")), (Speed::Full, Speed::Core));
    let file: Value = serde_json::from_str(&moved.source).unwrap();
    let written = file.to_string();
    assert_eq!(written.matches("\"speed\"").count(), 2, "nothing else moves: {written}");
    // Of an entry too, and back to what it was nothing is left to say.
    let inner = "question_incident_injury_speed";
    assert!(form.question(inner).is_some());
    let back = with(&editor, &named(&[("question_safety_weapons_speed", json!("core"))]));
    assert!(!back.source.contains("\"speed\""), "{}", back.source);
}

/// What the form does not show of a question stays: where its words come from, and what takes it away.
#[test]
fn sources_and_conditions_stay_as_the_file_has_them() {
    let mut file: Value = serde_json::from_str(FLAG).unwrap();
    file["sections"][0]["pages"][0]["questions"][0]["sources"] = json!(["protocol", "da_act"]);
    let of = |source: &str| -> Value {
        let file: Value = serde_json::from_str(source).unwrap();
        file["sections"][0]["pages"][0]["questions"][0]["sources"].clone()
    };
    let editor = open(&file.to_string());
    let changed = with(&editor, &[("title_en", json!("Another title"))]);
    assert_eq!(changed.errors.len(), 0, "{:?}", changed.errors);
    assert!(changed.source.contains("Another title"));
    assert_eq!(of(&changed.source), json!(["protocol", "da_act"]));
}
