//! What packs of 2.0.0 add for every pack: older names of facts and values, sets that must be apart, rules over the entries of a
//! group, levels without a date, routes by the facts.

use crate::support::packs;
use drive_screening::answers::AnswerSheet;
use drive_screening::date::Date;
use drive_screening::interview::{Draft, Field, FieldInput, Form, Interview, RawValue, left_out};
use drive_screening::pack::{FactId, Pack, Stage};
use drive_screening::screening::{RaisedFlag, acts, open_acts, result_json, screen, with_renewed};
use drive_screening::words::Language;
use serde_json::{Value, json};

fn day() -> Date {
    Date::parse("2026-11-21").unwrap()
}

fn sheet(answers: Value) -> Value {
    json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers})
}

/// The question of a fact in a part of a pack.
fn find<'a>(value: &'a mut Value, fact: &str) -> Option<&'a mut Value> {
    if value["id"] == fact && value.get("kind").is_some() {
        return Some(value);
    }
    match value {
        Value::Object(map) => map.values_mut().find_map(|value| find(value, fact)),
        Value::Array(list) => list.iter_mut().find_map(|value| find(value, fact)),
        _ => None,
    }
}

/// The default pack with one question changed.
fn with_question(fact: &str, change: impl Fn(&mut Value)) -> Pack {
    let mut pack = packs::whole("default");
    change(find(&mut pack["sections"], fact).unwrap());
    Pack::load(&pack.to_string()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn read(pack: &Pack, answers: Value) -> (Value, Vec<(String, String)>) {
    let sheet = AnswerSheet::from_json(sheet(answers)).unwrap();
    let renewed =
        sheet.renewed(pack).into_iter().map(|renewed| (renewed.fact.to_string(), renewed.from)).collect();
    let answers = sheet.read(pack).unwrap_or_else(|problems| panic!("{problems:#?}"));
    (AnswerSheet::write(pack, &answers, None)["answers"].clone(), renewed)
}

/// What meant recent or planned separation is left out and asked; the rest of the set stays.
#[test]
fn what_an_old_value_cannot_decide_is_left_out_and_asked() {
    let pack = packs::named("default");
    let (answers, renewed) = read(pack, json!({"markers": ["stalking", "separation", "weapon"]}));
    assert_eq!(answers, json!({"markers": ["stalking", "weapon"]}));
    assert_eq!(renewed, [("markers".to_owned(), "separation".to_owned())]);
    let note =
        &AnswerSheet::from_json(sheet(json!({"markers": ["separation"]}))).unwrap().renewed(pack)[0].says;
    assert!(note.en.starts_with("Markers: ") && note.en.contains("Part B"), "{note:?}");
    assert!(note.cy.contains("Rhan B"), "{note:?}");
    // Nothing of today is renewed, and what was never there is refused as before.
    assert_eq!(read(pack, json!({"markers": ["separated"], "custody": "remand"})).1, []);
    let wrong =
        AnswerSheet::from_json(sheet(json!({"markers": ["separations"]}))).unwrap().read(pack).unwrap_err();
    assert_eq!(packs::places(&wrong), [("sheet-wrong-value", "markers".to_owned())]);
}

#[test]
fn older_names_are_read_under_those_of_today() {
    let pack = with_question("custody", |question| {
        question["was"] = json!(["held"]);
        question["choices"][3]["was"] = json!(["returned"]);
    });
    let (answers, renewed) = read(&pack, json!({"held": "returned"}));
    assert_eq!(answers, json!({"custody": "recall"}));
    assert_eq!(
        renewed,
        [("custody".to_owned(), "held".to_owned()), ("custody".to_owned(), "returned".to_owned())]
    );
    // In an entry of a group, too.
    let pack = with_question("victim_told", |question| {
        question["was"] = json!(["told"]);
        question["choices"][1]["was"] = json!(["unsafe"]);
    });
    let (answers, renewed) =
        read(&pack, json!({"victim_survivors_list": [{"victim_told": "told"}, {"told": "unsafe"}]}));
    assert_eq!(
        answers,
        json!({"victim_survivors_list": [{"victim_told": "told"}, {"victim_told": "not_safe"}]})
    );
    assert_eq!(renewed.len(), 2, "{renewed:?}");
    // An answer under the name of today is not put aside for an older one.
    let pack = with_question("in_area", |question| question["was"] = json!(["lives_here"]));
    let both = AnswerSheet::from_json(sheet(json!({"in_area": "yes", "lives_here": "no"}))).unwrap();
    assert_eq!(
        packs::places(&both.read(&pack).unwrap_err()),
        [("sheet-unknown-fact", "lives_here".to_owned())]
    );
}

/// What stands beside the answers under an older name of their question, too.
#[test]
fn evidence_and_claims_are_read_under_the_names_of_today() {
    let pack = with_question("dash_done", |question| question["was"] = json!(["dash_ticks"]));
    let mut of_sheet = sheet(json!({"dash_ticks": "yes", "in_area": "yes"}));
    of_sheet["evidence"] = json!({"dash_ticks": {"from": "police_record"}});
    of_sheet["not_confirmed"] = json!({"system": "Records", "facts": ["dash_ticks"]});
    let read = AnswerSheet::from_json(of_sheet.clone()).unwrap().read(&pack);
    let written = AnswerSheet::write(&pack, &read.unwrap_or_else(|wrong| panic!("{wrong:#?}")), None);
    assert_eq!(written["answers"], json!({"dash_done": "yes", "in_area": "yes"}));
    assert_eq!(written["evidence"], json!({"dash_done": {"from": "police_record"}}));
    assert_eq!(written["not_confirmed"]["facts"], json!(["dash_done"]));
    // What the sheet says under the name of today is not put aside for an older one.
    of_sheet["evidence"]["dash_done"] = json!({"from": "police_record"});
    let both = AnswerSheet::from_json(of_sheet).unwrap().read(&pack).unwrap_err();
    assert_eq!(packs::places(&both), [("sheet-unknown-fact", "evidence/dash_ticks".to_owned())]);
}

/// A program that screens an older sheet is told, in its result.
#[test]
fn a_result_says_what_its_sheet_calls_otherwise() {
    let pack = packs::named("default");
    let result = |answers: Value| {
        let sheet = AnswerSheet::from_json(sheet(answers)).unwrap();
        let outcome = screen(pack, &sheet.read(pack).unwrap());
        Value::from(with_renewed(result_json(pack, &outcome), &sheet.renewed(pack), Language::Cy))
    };
    let renewed = result(json!({"markers": ["separation"]}))["renewed"].clone();
    assert_eq!((&renewed[0]["code"], &renewed[0]["at"]), (&json!("sheet-renewed"), &json!("markers")));
    assert!(renewed[0]["message"].as_str().unwrap().contains("Rhan B"), "{renewed}");
    assert_eq!(renewed.as_array().unwrap().len(), 1);
    assert_eq!(result(json!({"markers": ["separated"]})).get("renewed"), None);
}

/// A draft holds what was typed, under the names of the day it was saved.
#[test]
fn a_draft_of_an_earlier_version_opens_and_says_what_it_called_otherwise() {
    let pack = with_question("custody", |question| question["was"] = json!(["held"]));
    let draft = json!({
        "format": "draft/1", "stage": "screening",
        "sheet": sheet(json!({"markers": ["stalking", "separation"]})),
        "typed": [
            {"fact": "held", "choice": "none", "not_known": true},
            {"fact": "markers", "set": ["separation"], "not_known": true},
        ],
    });
    let draft = Draft::read(&pack, draft.into(), day()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let said: Vec<&str> = draft.renewed.iter().map(|renewed| renewed.fact.as_str()).collect();
    assert_eq!(said, ["markers"], "once, though the sheet and what was typed have it: {:?}", draft.renewed);
    let form = draft.form();
    let typed = form.get(&Field::of(&FactId::parse("custody").unwrap()));
    assert_eq!(typed.typed, RawValue::Choice("none".to_owned()));
}

/// A retired value of a choice leaves the question open, and each says what it asks itself.
#[test]
fn a_retired_choice_is_asked_again() {
    let ask = |value: &str| json!({"value": value, "ask": {"en": format!("{value}?"), "cy": format!("{value}, ie?")}});
    let pack = with_question("custody", |question| question["retired"] = json!([ask("bail"), ask("tag")]));
    for (value, says) in [("bail", "Custody: bail?"), ("tag", "Custody: tag?")] {
        let given = json!({"custody": value, "in_area": "yes"});
        let (answers, renewed) = read(&pack, given.clone());
        assert_eq!(answers, json!({"in_area": "yes"}));
        assert_eq!(renewed, [("custody".to_owned(), value.to_owned())]);
        let notes = AnswerSheet::from_json(sheet(given)).unwrap().renewed(&pack);
        assert_eq!(notes[0].says.en, says);
    }
}

/// What was typed in an entry of a group, or beside an answer, names its field as the pack of that day did.
#[test]
fn a_draft_names_its_fields_as_the_pack_of_its_day_did() {
    let fact = |name: &str| FactId::parse(name).unwrap();
    let typed = |pack: &Pack, answers: Value, field: Value| {
        let draft =
            json!({"format": "draft/1", "stage": "referral", "sheet": sheet(answers), "typed": [field]});
        let draft = Draft::read(pack, draft.into(), day()).map_err(|problems| packs::places(&problems));
        draft.map(|draft| draft.typed.into_iter().map(|(field, _)| field).collect::<Vec<_>>())
    };
    let refused = Err(vec![("draft-wrong-value", "typed/1".to_owned())]);
    let pack = with_question("children_list", |group| {
        group["was"] = json!(["children_known"]);
        group["questions"][0]["was"] = json!(["full_name"]);
    });
    let name = Field { item: Some((fact("children_list"), 1)), fact: fact("child_name") };
    for (group, inner, found) in [
        ("children_list", "child_name", Ok(vec![name.clone()])),
        ("children_known", "full_name", Ok(vec![name.clone()])),
        ("children_list", "full_name", Ok(vec![name])),
        ("children_list", "name", refused.clone()),
        ("children", "child_name", refused.clone()),
    ] {
        let field = json!({"group": group, "entry": 1, "fact": inner, "text": "x"});
        assert_eq!(typed(&pack, json!({"children_known": [{}]}), field), found, "{group} {inner}");
    }
    let pack =
        with_question("marac_heard", |question| question["was"] = json!(["heard_at_marac", "at_marac"]));
    let beside = Ok(vec![Field::evidence(&fact("marac_heard"), &fact("note"))]);
    for (of, found) in [
        ("marac_heard", beside.clone()),
        ("heard_at_marac", beside.clone()),
        ("at_marac", beside),
        ("perpetrator_name", refused.clone()),
        ("marac", refused),
    ] {
        let field = json!({"beside": of, "fact": "note", "text": "x"});
        assert_eq!(typed(&pack, json!({}), field), found, "{of}");
    }
}

#[test]
fn a_name_that_has_a_meaning_today_is_no_older_one() {
    for (fact, change) in [
        ("custody", json!({"was": ["idva"]})),
        ("custody", json!({"retired": [{"value": "remand", "ask": {"en": "A", "cy": "B"}}]})),
    ] {
        let mut pack = packs::whole("default");
        let key = change.as_object().unwrap().iter().next().unwrap();
        for section in pack["sections"].as_array_mut().unwrap() {
            for page in section["pages"].as_array_mut().unwrap() {
                for question in page["questions"].as_array_mut().unwrap() {
                    if question["id"] == fact {
                        question[key.0.as_str()] = key.1.clone();
                    }
                }
            }
        }
        let problems = Pack::load(&pack.to_string()).unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert_eq!(problems[0].code, "pack-misplaced");
        packs::assert_said_well(&problems);
    }
}

/// A marker is present or not checked, never both: in a sheet a problem, on a page an error, and never an answer.
#[test]
fn what_is_present_is_not_also_unchecked() {
    let pack = packs::named("default");
    let both = json!({"markers": ["stalking", "weapon"], "markers_not_checked": ["economic", "weapon"]});
    let problems = AnswerSheet::from_json(sheet(both)).unwrap().read(pack).unwrap_err();
    assert_eq!(packs::places(&problems), [("sheet-in-both", "markers_not_checked".to_owned())]);
    packs::assert_said_well(&problems);
    let mut form = Form::new(day());
    let set = |values: &[&str]| FieldInput::typed(RawValue::Set(values.iter().copied().collect()));
    let field = |fact: &str| Field::of(&FactId::parse(fact).unwrap());
    form.put(&field("markers"), set(&["weapon"]));
    form.put(&field("markers_not_checked"), set(&["economic", "weapon"]));
    let answers = form.answers(pack);
    assert!(answers.known("markers").is_some() && answers.known("markers_not_checked").is_none());
    let asked = [pack.question("markers").unwrap(), pack.question("markers_not_checked").unwrap()];
    let errors = form.errors(pack, asked, None);
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].field, field("markers_not_checked"));
    assert!(errors[0].message.en.contains("Use of a weapon"), "{:?}", errors[0].message);
    assert!(left_out(pack, &form).iter().any(|gap| gap.field == field("markers_not_checked")));
    form.put(&field("markers_not_checked"), set(&["economic"]));
    assert_eq!(form.errors(pack, asked, None), []);
}

/// What contradicts a choice is another choice of its set; what a set is apart from is another set, asked once as it is.
#[test]
fn what_a_set_is_held_against_is_another_of_its_kind() {
    let found = |fact: &str, change: &dyn Fn(&mut Value)| {
        let mut pack = packs::whole("default");
        change(find(&mut pack["sections"], fact).unwrap());
        let problems = Pack::load(&pack.to_string()).err().unwrap_or_default();
        packs::assert_said_well(&problems);
        packs::places(&problems)
    };
    for (fact, other, stands) in [
        ("markers_not_checked", "markers", true),
        ("markers_not_checked", "plan_barriers", true),
        ("markers_not_checked", "markers_not_checked", false),
        ("markers_not_checked", "custody", false),
        ("markers_not_checked", "victim_survivors_list", false),
        // In the entries of a group.
        ("victim_safe_contact", "markers", false),
    ] {
        let found = found(fact, &|question| question["apart_from"] = json!(other));
        assert_eq!(found.len(), usize::from(!stands), "{fact} apart from {other}: {found:?}");
        let at = format!("{fact}/apart_from");
        assert!(
            found.iter().all(|(code, place)| *code == "pack-misplaced" && place.ends_with(&at)),
            "{found:?}"
        );
    }
    for (fact, other, stands) in [
        ("markers", "weapon", true),
        ("markers", "stalking", false),
        ("markers", "no_such", false),
        // Of a choice one is picked anyway.
        ("custody", "remand", false),
    ] {
        let found = found(fact, &|question| {
            let choices = question["choices"].as_array_mut().unwrap();
            let name = if fact == "markers" { "stalking" } else { "none" };
            let choice = choices.iter_mut().find(|choice| choice["value"] == name).unwrap();
            choice["excludes"] = json!([other]);
        });
        assert_eq!(found.len(), usize::from(!stands), "{fact} excludes {other}: {found:?}");
        assert!(
            found.iter().all(|(code, place)| *code == "pack-misplaced" && place.ends_with("/excludes")),
            "{found:?}"
        );
    }
}

/// The flag is raised, or not, by what is known of each entry.
#[test]
fn a_rule_over_entries_goes_by_each_of_them() {
    let clear = json!({
        "idva_advises_pause": "no", "operational_hold": "no", "pending_matters": "no", "contact_red_line": "no",
        "lives_with_victim_or_child": "no",
    });
    let told = |values: &[&str]| -> Value {
        values
            .iter()
            .map(|value| if value.is_empty() { json!({}) } else { json!({"victim_told": value}) })
            .collect()
    };
    for (entries, raised) in [
        (told(&["told"]), None),
        (told(&["told", "not_reached"]), None),
        (told(&[]), Some("approach_not_confirmed")),
        (told(&[""]), Some("approach_not_confirmed")),
        (told(&["told", "not_known"]), Some("approach_not_confirmed")),
        (json!("not_known"), Some("approach_not_confirmed")),
        (told(&["told", "not_safe"]), Some("no_approach_before_asking")),
        (told(&["", "not_safe"]), Some("no_approach_before_asking")),
    ] {
        let mut answers = clear.clone();
        answers["victim_survivors_list"] = entries.clone();
        let result = packs::result(packs::named("default"), &sheet(answers));
        let flags: Vec<&str> =
            result["flags"].as_array().unwrap().iter().map(|flag| flag.as_str().unwrap()).collect();
        let found = flags.iter().copied().find(|flag| flag.contains("approach"));
        assert_eq!(found, raised, "{entries}");
    }
}

/// Entries come with the referral, and no verdict hangs on them; a rule over them reads the questions of their group alone.
#[test]
fn a_rule_over_entries_stands_beside_verdicts_alone() {
    let over = |group: &str, fact: &str| json!({"some_entry": {"group": group, "rule": {"is_one_of": {"fact": fact, "values": ["told"]}}}});
    let flag = |when: Value| {
        let mut pack = packs::whole("default");
        let flag = json!({"id": "ours", "when": when, "text": {"en": "A", "cy": "B"}, "part": "panel"});
        pack["flags"].as_array_mut().unwrap().push(flag);
        Pack::load(&pack.to_string()).map(|_| ()).map_err(|problems| packs::places(&problems))
    };
    assert_eq!(flag(over("victim_survivors_list", "victim_told")), Ok(()));
    let refused = |at: &str| Err(vec![("pack-misplaced", at.to_owned())]);
    // Not of this group; no group; not looked for outside its group.
    assert_eq!(
        flag(
            json!({"some_entry": {"group": "children_list", "rule": {"is_one_of": {"fact": "victim_told", "values": ["told"]}}}})
        ),
        refused("flags/ours")
    );
    assert!(flag(over("idva", "victim_told")).is_err());
    assert_eq!(
        flag(json!({"is_one_of": {"fact": "victim_told", "values": ["told"]}})),
        refused("flags/ours")
    );
    let mut pack = packs::whole("default");
    pack["criteria"][0]["rule"] = over("victim_survivors_list", "victim_told");
    let problems = Pack::load(&pack.to_string()).unwrap_err();
    assert!(
        problems.iter().any(|problem| problem.code == "pack-misplaced" && problem.at == "criteria/age"),
        "{problems:#?}"
    );
    packs::assert_said_well(&problems);
}

/// Help for people who use abuse is not offered for somebody found to be its victim, dead or a child.
#[test]
fn routes_go_by_the_facts_of_the_case() {
    let pack = packs::named("default");
    let shown = |answers: Value| -> Vec<String> {
        let answers = packs::answers(pack, &sheet(answers));
        let (form, outcome) = (Form::from_answers(&answers), screen(pack, &answers));
        let interview =
            Interview { pack, form: &form, answers: &answers, outcome: &outcome, stage: Stage::Screening };
        let routes = interview.routes("not_eligible");
        routes.into_iter().map(|index| pack.routes[index].title.en.clone()).collect()
    };
    let has = |routes: &[String], name: &str| routes.iter().any(|route| route.contains(name));
    let usual = shown(json!({"in_area": "no", "perpetrator_alive": "yes", "perpetrator_age": 40}));
    assert!(has(&usual, "Respect Phoneline"), "{usual:?}");
    for answers in [
        json!({"counter_allegation": "yes", "primary_perpetrator": "no"}),
        json!({"perpetrator_alive": "no"}),
        json!({"perpetrator_age": 17}),
    ] {
        let routes = shown(answers.clone());
        assert!(!has(&routes, "Respect Phoneline"), "{answers}: {routes:?}");
        assert!(has(&routes, "Police"), "{answers}: {routes:?}");
    }
    assert!(!has(&shown(json!({})), "Karma Nirvana"));
    // What only this case calls for is read first.
    assert_eq!(shown(json!({"markers": ["honour_based"]}))[0], "Karma Nirvana");
}

/// Somebody in a hurry reads a few of what there is to do: whatever is urgent or before all else is among them.
#[test]
fn few_acts_stand_open_and_none_that_is_urgent_is_folded_away() {
    let pack = packs::named("default");
    let golden: Value = serde_json::from_str(include_str!("../golden/refer.sheet.json")).unwrap();
    let raised = |answers: Value| screen(pack, &packs::answers(pack, &sheet(answers))).flags;
    // More is urgent or before all else than stands open otherwise.
    let every = pack.flags.iter().enumerate();
    let every = every.map(|(flag, one)| RaisedFlag { name: one.id.to_string(), flag, value: None });
    for (raised, all_of) in [
        (raised(golden["answers"].clone()), false),
        (raised(json!({"immediate_danger": "yes", "markers": ["stalking"]})), true),
        (raised(json!({})), true),
        (every.collect(), false),
    ] {
        let raised: Vec<&RaisedFlag> = raised.iter().collect();
        let acts = acts(pack, &raised);
        let (open, folded) = acts.split_at(open_acts(&acts));
        assert_eq!(folded.is_empty(), all_of, "{} of {}", open.len(), acts.len());
        assert!(folded.len() != 1, "one alone is not folded away");
        assert!(folded.iter().all(|act| !act.flag.urgent && !act.flag.first));
        let needed = open.iter().filter(|act| act.flag.urgent || act.flag.first).count();
        assert!(all_of || open.len() == needed.max(4), "{} of {}", open.len(), acts.len());
    }
}
