//! Questions of an entry that an answer takes away: an order without an end has no day to ask for, nor has a child not yet born.

use crate::support::minimal::{question, smallest, text};
use crate::support::packs;
use drive_screening::answers::Answers;
use drive_screening::check;
use drive_screening::date::Date;
use drive_screening::document::{Format, Stamp, compose, write_text};
use drive_screening::interview::{Form, Interview, asked_in_item};
use drive_screening::pack::{Kind, Pack, Part, Stage};
use drive_screening::screening::screen;
use drive_screening::words::Language;
use serde_json::{Value, json};

fn read(answers: Value) -> Answers {
    let sheet =
        json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers});
    packs::answers(packs::named("default"), &sheet)
}

fn orders(order: Value) -> Answers {
    read(json!({"orders_in_force": "yes", "orders_list": [order]}))
}

fn children(child: Value) -> Answers {
    read(json!({"children": "yes", "children_list": [child]}))
}

/// Whether a fact, of an entry or asked once, is among what a referral still lacks.
fn is_gap(answers: &Answers, fact: &str) -> bool {
    let pack = packs::named("default");
    let (form, outcome) = (Form::from_answers(answers), screen(pack, answers));
    let interview = Interview { pack, form: &form, answers, outcome: &outcome, stage: Stage::Referral };
    interview.gaps().iter().any(|gap| format!("{:?}", gap.field).contains(fact))
}

fn written(answers: &Answers, part: Part, language: Language) -> String {
    let pack = packs::named("default");
    let stamp =
        Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: Date::parse("2026-11-21").unwrap(), language };
    let document = compose(pack, answers, &screen(pack, answers), part, &stamp);
    let text = write_text(&document, Format::Text).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An order that runs until a court ends it is asked for no day; the document says that it has none.
#[test]
fn an_order_without_an_end_is_asked_for_no_day() {
    let open = orders(json!({"order_type": "restraining", "order_open_ended": "yes"}));
    assert!(!is_gap(&open, "order_expires_on"));
    for order in [
        json!({"order_type": "restraining"}),
        json!({"order_type": "restraining", "order_open_ended": "no"}),
        json!({"order_type": "restraining", "order_open_ended": "not_known"}),
    ] {
        assert!(is_gap(&orders(order.clone()), "order_expires_on"), "{order}");
    }
    for (language, says, ends) in [
        (Language::En, "Open-ended: Yes", "Date it ends"),
        (Language::Cy, "Penagored: ", "Dyddiad dod i ben"),
    ] {
        let part_a = written(&open, Part::Panel, language);
        assert!(part_a.contains(says), "{part_a}");
        assert!(!part_a.contains(ends), "{part_a}");
    }
    // A day that was given before does not stand beside it.
    let both = orders(
        json!({"order_type": "restraining", "order_open_ended": "yes", "order_expires_on": "2027-05-01"}),
    );
    assert!(!written(&both, Part::Panel, Language::En).contains("1 May 2027"));
    let dated = orders(
        json!({"order_type": "restraining", "order_open_ended": "no", "order_expires_on": "2027-05-01"}),
    );
    assert!(written(&dated, Part::Panel, Language::En).contains("1 May 2027"));
}

/// A child not yet born is asked for no date of birth; Part B gives the due date, and Part A does not tell of it.
#[test]
fn a_child_not_yet_born_is_asked_for_no_date_of_birth() {
    let unborn = children(json!({"child_name": "Not named yet", "child_due_on": "2027-01-15"}));
    assert!(!is_gap(&unborn, "child_date_of_birth"));
    for child in [
        json!({"child_name": "Sample Child"}),
        // Due so long ago that the child is born.
        json!({"child_name": "Sample Child", "child_due_on": "2026-10-20"}),
    ] {
        assert!(is_gap(&children(child.clone()), "child_date_of_birth"), "{child}");
    }
    for (language, says, born) in [
        (Language::En, ["Not yet born: due date", "15 January 2027"], "Date of birth"),
        (Language::Cy, ["Heb ei eni eto: dyddiad geni disgwyliedig", "15 Ionawr 2027"], "Dyddiad geni:"),
    ] {
        let part_b = written(&unborn, Part::Restricted, language);
        for says in says {
            assert!(part_b.contains(says), "{part_b}");
        }
        assert!(!part_b.contains(born), "{part_b}");
        let part_a = written(&unborn, Part::Panel, language);
        assert!(!part_a.contains(says[0]) && !part_a.contains("2027"), "{part_a}");
    }
    // As of a child whose date nobody knows.
    let not_known = children(json!({"child_name": "Not named yet", "child_date_of_birth": "not_known"}));
    assert_eq!(written(&unborn, Part::Panel, Language::En), written(&not_known, Part::Panel, Language::En));
}

/// A "not known" to a question that is no longer asked wants no reason.
#[test]
fn what_is_no_longer_asked_wants_no_reason() {
    let reason = "children_details_not_known_reason";
    let child = |due: Option<&str>| {
        let mut child = json!({"child_date_of_birth": "not_known"});
        if let Some(due) = due {
            child["child_due_on"] = json!(due);
        }
        children(child)
    };
    assert!(is_gap(&child(None), reason));
    assert!(!is_gap(&child(Some("2027-01-15")), reason));
}

/// A pack with a group of two questions, the second of which the first may take away.
fn with_group(change: impl Fn(&mut Value)) -> Value {
    let mut pack = smallest();
    let mut ends = question("ends", "date");
    ends["asked_unless"] = json!({"is_yes": "open"});
    let mut group = question("list", "group");
    group["item"] = text("Entry");
    group["questions"] = json!([question("open", "yes_no"), ends]);
    change(&mut group);
    let page = json!({"id": "listed", "title": text("Listed"), "questions": [group]});
    pack["sections"][0]["pages"].as_array_mut().unwrap().push(page);
    pack
}

/// Only a yes takes the question away: not a no, and not while it is not known.
#[test]
fn only_a_yes_takes_a_question_away() {
    let pack = Pack::load(&with_group(|_| ()).to_string()).unwrap();
    let Kind::Group(group) = &pack.question("list").unwrap().kind else { panic!("no group") };
    for (answer, asked) in [("yes", false), ("no", true), ("not_known", true)] {
        let sheet = json!({"format": "answers/1", "pack": pack.id.as_str(), "screened_on": "2026-11-21",
            "answers": {"list": [{"open": answer}]}});
        let answers = packs::answers(&pack, &sheet);
        let Some(drive_screening::answers::Value::Group(records)) = answers.known("list") else {
            panic!("{answer}")
        };
        let entry = Answers { facts: records[0].clone(), ..Answers::none(answers.screened_on) };
        assert_eq!(asked_in_item(&pack, &entry, &group.questions[1]), asked, "{answer}");
    }
}

/// What takes a question away is asked before it, in the same entry; a question that is asked once is never taken away, as what
/// decides may hang on it.
#[test]
fn a_question_is_taken_away_by_what_is_asked_before_it_in_its_entry() {
    let at = "sections/all/listed/list/ends/asked_unless";
    let refused = |pack: &Value| {
        let problems = Pack::load(&pack.to_string()).unwrap_err();
        packs::assert_said_well(&problems);
        packs::places(&problems)
    };
    let unless = |rule: Value| with_group(move |group| group["questions"][1]["asked_unless"] = rule.clone());
    assert_eq!(refused(&unless(json!({"is_yes": "opne"})))[0], ("pack-unknown-name", at.to_owned()));
    let later = with_group(|group| group["questions"].as_array_mut().unwrap().reverse());
    assert_eq!(refused(&later), [("pack-misplaced", at.to_owned())]);
    let kept = with_group(|group| {
        group["questions"][0]["part"] = json!("restricted");
    });
    assert_eq!(refused(&kept), [("pack-condition-part", at.to_owned())]);
    let mut once = smallest();
    let mut asked = question("once", "yes_no");
    asked["asked_unless"] = json!({"is_yes": "asked"});
    once["sections"][0]["pages"][0]["questions"].as_array_mut().unwrap().push(asked);
    assert_eq!(refused(&once), [("pack-misplaced", "sections/all/page/once/asked_unless".to_owned())]);
}

/// A question that its own condition rules out is found.
#[test]
fn a_question_that_is_always_taken_away_is_found() {
    let day = Date::parse("2026-11-21").unwrap();
    let found = |pack: &Value| {
        let (_, report) = check::check(&pack.to_string(), day).unwrap();
        report.findings.iter().any(|finding| finding.problem.code == "question-never-asked")
    };
    assert!(!found(&with_group(|_| ())));
    assert!(found(&with_group(|group| group["questions"][1]["asked_when"] = json!({"is_yes": "open"}))));
}
