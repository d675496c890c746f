//! What is to be looked at before a document is made, as the page is given it.

use drive_screening::answers::AnswerSheet;
use drive_screening::date::Date;
use drive_screening::document::{Criteria, Format, JobResult, Stamp, compose, run_job, write_text};
use drive_screening::pack::{Pack, Part};
use drive_screening::protocol::{Finding, Job, JobRequest, Reply};
use drive_screening::screening::screen;
use drive_screening::site::Site;
use drive_screening::words::Language;
use serde_json::{Value, json};

fn day() -> Date {
    Date::parse("2026-11-21").unwrap()
}

fn sheet(answers: Value) -> Value {
    json!({
        "format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "reference": "K7Q2-M9XD",
        "answers": answers,
    })
}

fn findings(answers: Value, language: Language) -> Vec<Finding> {
    let site = Site::default();
    let pack = Pack::builtin("default").unwrap();
    let criteria = Criteria { site, pack, source: String::new() };
    let job = Job::Review { sheet: sheet(answers).into() };
    match run_job(JobRequest { number: 1, made_on: day(), language, job }, &criteria).unwrap() {
        JobResult::Reply(Reply::Review(review)) => review.findings,
        other => panic!("{other:?}"),
    }
}

fn part(answers: Value, part: Part) -> String {
    let pack = Pack::builtin("default").unwrap();
    let answers = AnswerSheet::from_json(sheet(answers)).unwrap().read(&pack).unwrap();
    let stamp = Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: day(), language: Language::En };
    let document = compose(&pack, &answers, &screen(&pack, &answers), part, &stamp);
    write_text(&document, Format::Text).unwrap()
}

/// Where somebody close to the person may see a part, it is said who must not receive one before any is made.
#[test]
fn who_must_not_receive_a_part_is_looked_at_before_there_is_one() {
    let insider = |not_to: Option<&str>| {
        let mut answers = json!({"insider": "yes"});
        if let Some(not_to) = not_to {
            answers["handling_not_to"] = json!(not_to);
        }
        answers
    };
    for (language, names, asks) in [
        (Language::En, "Check every address", "Say first who"),
        (Language::Cy, "Gwiriwch bob cyfeiriad", "Dywedwch yn gyntaf"),
    ] {
        let [named] = &findings(insider(Some("Housing: the whole team")), language)[..] else { panic!() };
        assert_eq!(
            (named.fact.as_str(), named.found.as_str()),
            ("handling_not_to", "Housing: the whole team")
        );
        assert!(named.says.starts_with(names), "{}", named.says);
        assert_eq!(named.piece, None, "it stands where it belongs");
        for nobody in [None, Some("  ")] {
            let [unsaid] = &findings(insider(nobody), language)[..] else { panic!() };
            assert_eq!((unsaid.fact.as_str(), unsaid.found.as_str()), ("handling_not_to", ""));
            assert!(unsaid.says.contains(asks), "{}", unsaid.says);
        }
    }
    for insider in
        [json!({"insider": "no", "handling_not_to": "Housing"}), json!({"insider": "not_known"}), json!({})]
    {
        assert_eq!(findings(insider, Language::En), []);
    }
    let answers = insider(Some("Housing: the whole team"));
    let cover = part(answers.clone(), Part::Handling);
    let (front, _) = cover.split_once("Act now").unwrap();
    assert!(front.contains("Must not receive any part: Housing: the whole team"), "{front}");
    for other in [Part::Panel, Part::Restricted] {
        assert!(!part(answers.clone(), other).contains("Housing"), "{other:?}");
    }
}

/// What protects somebody is asked about wherever it is written for Part A, and can be taken to Part B whole.
#[test]
fn a_measure_of_safety_written_for_part_a_is_asked_about() {
    let written = "Bail with conditions. Alarm fitted and locks changed.";
    let answers = json!({"plan_in_place": written, "plan_usable": ["in_place"]});
    let found = findings(answers, Language::En);
    let said: Vec<(&str, &str)> = found.iter().map(|one| (one.fact.as_str(), one.found.as_str())).collect();
    assert_eq!(said, [("plan_in_place", "Alarm fitted"), ("plan_in_place", "locks changed")]);
    for one in &found {
        assert_eq!(&written[one.piece.clone().unwrap()], "Alarm fitted and locks changed.");
        assert!(one.says.contains("kept safe"), "{}", one.says);
    }
    // What stays in Part B may say so.
    assert_eq!(findings(json!({"plan_in_place": written, "plan_usable": []}), Language::En), []);
}

#[test]
fn every_marker_has_its_act() {
    let pack = Pack::builtin("default").unwrap();
    let flag = pack.flags.iter().find(|flag| flag.id.as_str() == "marker").unwrap();
    for choice in pack.question("markers").unwrap().kind.choices() {
        let act =
            flag.act_for(Some(&choice.value)).unwrap_or_else(|| panic!("{} asks for nothing", choice.value));
        assert!(!act.en.is_empty() && !act.cy.is_empty() && act.en != act.cy, "{}", choice.value);
    }
    let said = |value: &str| flag.act_for(Some(value)).unwrap().en.clone();
    assert!(said("honour_based").contains("no relatives") && said("strangulation").contains("no mark"));
    assert!(said("technology").contains("before any device"));
}

/// What endangers her, and only Part B may say.
#[test]
fn each_danger_to_her_has_its_act() {
    for (answers, act) in [
        (
            json!({"family_proceedings": "running"}),
            "a solicitor before anything of this referral goes to the court",
        ),
        (json!({"family_proceedings": "expected"}), "Ask for safe arrangements at court"),
        (
            json!({"incidents_list": [{"incident_police_recorded": "no"}]}),
            "knows that the police record a crime",
        ),
        (json!({"victim_survivors_list": [{"victim_suicide": "yes"}]}), "Samaritans, 116 123"),
    ] {
        assert!(part(answers.clone(), Part::Restricted).contains(act), "{answers}");
        for other in [Part::Panel, Part::Handling] {
            let told = part(answers.clone(), other);
            assert!(!told.contains(act), "{answers} in {}", other.name());
        }
    }
    for answers in [
        json!({"family_proceedings": "no"}),
        json!({"incidents_list": [{"incident_police_recorded": "yes"}]}),
    ] {
        let told = part(answers.clone(), Part::Restricted);
        assert!(!told.contains("solicitor") && !told.contains("record a crime"), "{answers}");
    }
}

#[test]
fn nothing_promises_safety() {
    let pack = Pack::builtin("default").unwrap();
    let care = &pack.part_words(Part::Restricted).care;
    assert!(
        care.en.contains("No work can promise safety")
            && care.cy.contains("Ni all unrhyw waith addo diogelwch")
    );
}

/// An account of the plan that nobody wrote is missing, and said to be where it would stand.
#[test]
fn an_account_that_is_missing_is_missed_in_part_b() {
    let answers = json!({"plan_in_place": "Bail.", "plan_usable": ["in_place", "urgent"]});
    let told = part(answers.clone(), Part::Restricted);
    let missed = told.lines().find(|line| line.contains("Why Drive now")).unwrap_or_default();
    assert!(missed.starts_with("Not answered: ") && missed.contains("Urgent steps today"), "{told}");
    assert!(!missed.contains("In place already"), "it stands in Part A");
    assert!(!part(answers, Part::Panel).contains("Not answered: Urgent"), "Part A does not tell");
}
