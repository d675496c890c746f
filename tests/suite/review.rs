//! What is to be looked at before a document is made, as the page is given it.

use crate::support::packs;
use drive_screening::answers::AnswerSheet;
use drive_screening::date::Date;
use drive_screening::document::{
    Criteria, Format, JobResult, Stamp, compose, part_a_problems, run_job, write_text,
};
use drive_screening::interview::Form;
use drive_screening::pack::{Pack, Part};
use drive_screening::protocol::{Finding, Job, JobRequest, Reply, ReviewFindings};
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

fn review(sheet: Value, language: Language) -> ReviewFindings {
    let site = Site::default();
    let pack = Pack::builtin("default").unwrap();
    let criteria = Criteria { site, pack, source: String::new() };
    let draft = json!({"format": "draft/1", "stage": "referral", "typed": [], "sheet": sheet});
    let job = Job::Review { draft: draft.into(), host: String::new() };
    match run_job(JobRequest { number: 1, made_on: day(), minute: 870, language, job }, &criteria).unwrap() {
        JobResult::Reply(Reply::Review(review)) => review,
        other => panic!("{other:?}"),
    }
}

fn findings(answers: Value, language: Language) -> Vec<Finding> {
    review(sheet(answers), language).findings
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
    for (language, label, names, asks) in [
        (Language::En, "Must not receive any part", "Check every address", "Say first who"),
        (Language::Cy, "Ni chaiff dderbyn unrhyw ran", "Gwiriwch bob cyfeiriad", "Dywedwch yn gyntaf"),
    ] {
        let [named] = &findings(insider(Some("Housing: the whole team")), language)[..] else { panic!() };
        assert_eq!(
            (named.fact.as_str(), named.label.as_str(), named.found.as_str(), named.times),
            ("handling_not_to", label, "Housing: the whole team", 1)
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

/// What was found is shown as typed, once for each text, in its sentence and under its question. It can be taken out of a text
/// with its sentence, not out of a date, nor of what a referral cannot do without.
#[test]
fn what_is_found_is_shown_where_it_stands() {
    let here = |fact: &str, label: [&str; 2], [before, found, after]: [&str; 3]| {
        let [fact, before, found, after] = [fact, before, found, after].map(str::to_owned);
        let finding = Finding { fact, before, found, after, times: 1, ..Finding::default() };
        (finding, label.map(str::to_owned))
    };
    let phone = "07700 900123";
    let reasons = ["Reasons for the judgement", "Rhesymau dros y farn"];
    let happened = ["What happened", "Beth ddigwyddodd"];
    let twice = format!("{phone} or 07700 900124. Not {phone}.");
    for (answers, evidence, expected) in [
        (
            json!({"judgement_high": "yes", "judgement_reasons": format!("He left. Call {phone} today. And so on.")}),
            json!({}),
            vec![(here("judgement_reasons", reasons, ["Call ", phone, " today. "]), None, Some(9..34))],
        ),
        (
            json!({"judgement_high": "yes", "judgement_reasons": twice}),
            json!({}),
            vec![
                (
                    (
                        Finding {
                            times: 2,
                            ..here("judgement_reasons", reasons, ["", phone, " or 07700 900124. "]).0
                        },
                        reasons.map(str::to_owned),
                    ),
                    None,
                    Some(0..30),
                ),
                (
                    here("judgement_reasons", reasons, ["07700 900123 or ", "07700 900124", ". "]),
                    None,
                    Some(0..30),
                ),
            ],
        ),
        (
            json!({"incidents_list": [
                {"incident_type": format!("Rang {phone}"), "incident_usable": "yes"},
                {"incident_type": format!("{phone} again"), "incident_usable": "yes"},
            ]}),
            json!({}),
            vec![
                (here("incident_type", happened, ["Rang ", phone, ""]), Some(0), Some(0..17)),
                (here("incident_type", happened, ["", phone, " again"]), Some(1), Some(0..18)),
            ],
        ),
        (
            json!({"incidents_12m": 1}),
            json!({"incidents_12m": {"from": "police_record", "note": format!("From {phone}")}}),
            vec![(
                here(
                    "incidents_12m",
                    ["Incidents in 12 months", "Digwyddiadau mewn 12 mis"],
                    ["From ", phone, ""],
                ),
                None,
                Some(0..17),
            )],
        ),
        (
            json!({"records_checked_on": "1991-03-12", "victim_survivors_list": [{"victim_date_of_birth": "1991-03-12"}]}),
            json!({}),
            vec![(
                here(
                    "records_checked_on",
                    ["Records checked on", "Gwiriwyd y cofnodion ar"],
                    ["", "1991-03-12", ""],
                ),
                None,
                None,
            )],
        ),
        (
            json!({"referrer_name": "Zara Referrer", "victim_survivors_list": [{"victim_name": "Zara Sample"}]}),
            json!({}),
            vec![(
                here(
                    "referrer_name",
                    ["Referrer's full name", "Enw llawn yr atgyfeiriwr"],
                    ["", "Zara", " Referrer"],
                ),
                None,
                None,
            )],
        ),
    ] {
        let mut sheet = sheet(answers);
        let noted = evidence != json!({});
        sheet["evidence"] = evidence;
        for (which, language) in [Language::En, Language::Cy].into_iter().enumerate() {
            let expected = expected.clone().into_iter().map(|((finding, labels), index, piece)| Finding {
                label: labels[which].clone(),
                entry: index.map(|index| ("incidents_list".to_owned(), index)),
                noted,
                piece,
                ..finding
            });
            let mut found = review(sheet.clone(), language).findings;
            for one in &mut found {
                // What it says is said of each kind in `scan`.
                assert_ne!(std::mem::take(&mut one.says), "", "{one:?}");
            }
            assert_eq!(found, expected.collect::<Vec<_>>());
        }
    }
}

/// Of a long sentence only what stands next to it is repeated, and what is left out is marked.
#[test]
fn of_a_long_sentence_what_stands_near_is_repeated() {
    let [before, after] = ["before", "after"].map(|side| {
        let words: Vec<String> = (0..60).map(|number| format!("{side}{number}")).collect();
        words.join(" ")
    });
    let answers =
        json!({"judgement_high": "yes", "judgement_reasons": format!("{before} 07700 900123 {after}")});
    let [found] = &findings(answers, Language::En)[..] else { panic!() };
    let start = found.before.strip_prefix('\u{2026}').unwrap();
    let end = found.after.strip_suffix('\u{2026}').unwrap();
    assert!(format!("{before} ").ends_with(start) && format!(" {after}").starts_with(end), "{found:?}");
    for side in [start, end] {
        assert!((100..200).contains(&side.chars().count()), "{found:?}");
    }
}

/// It is only offered to keep a sentence in Part B where Part B has the room: then that is done.
#[test]
fn what_can_be_moved_to_part_b_has_room_there() {
    let pack = Pack::builtin("default").unwrap();
    let sentence = format!("{}07700 900123.", "He rang and rang ".repeat(10));
    for (kept, room) in [
        (0, Some(true)),
        (1_000, Some(true)),
        (45_000, Some(true)),
        (49_500, None),
        (49_700, None),
        (50_000, Some(false)),
    ] {
        let mut answers = json!({"judgement_high": "yes", "judgement_reasons": sentence});
        if kept > 0 {
            answers["kept_from_panel"] = json!("x".repeat(kept));
        }
        let [found] = &findings(answers.clone(), Language::En)[..] else { panic!() };
        if let Some(room) = room {
            assert_eq!(found.piece.is_some(), room, "{kept}");
        }
        if let Some(piece) = &found.piece {
            let mut form =
                Form::from_answers(&AnswerSheet::from_json(sheet(answers)).unwrap().read(&pack).unwrap());
            let field = found.field(&pack, &form).unwrap();
            assert!(form.keep_from_panel(&pack, &field, piece.clone(), &found.label), "{kept}");
        }
    }
}

/// Before a PDF is made it is said which part has none, and which characters the others cannot show, each once.
#[test]
fn what_a_pdf_cannot_show_is_said_before_one_is_made() {
    let note = |answers: &[(&str, Value)], language: Language| {
        let mut all = json!({"judgement_high": "yes"});
        for (fact, answer) in answers {
            all[fact] = answer.clone();
        }
        let [waiting, _] = review(sheet(all), language).documents;
        let (_, after) = waiting.split_once("</strong></p>").unwrap();
        let note =
            after.strip_prefix("<p class=\"govuk-inset-text\">").and_then(|note| note.split_once("</p>"));
        note.map_or(String::new(), |(note, _)| note.to_owned())
    };
    // A name has to be whole; an account is read without a sign, in Part A without a letter too.
    let name = [("victim_survivors_list", json!([{"victim_name": "漢"}]))];
    let accounts = [
        ("judgement_reasons", json!("He left. ☃ ☃")),
        ("kept_from_panel", json!("☃ again")),
        ("support_tried", json!("漢")),
    ];
    for (language, none, lacking) in [
        (Language::En, "No PDF of Part B", "A PDF cannot show these characters"),
        (Language::Cy, "Ni lunnir PDF ar gyfer Rhan B", "Ni all PDF ddangos y nodau hyn"),
    ] {
        assert_eq!(note(&[], language), "");
        let refused = note(&name, language);
        assert!(
            refused.starts_with(none) && refused.ends_with('.') && !refused.contains(lacking),
            "{refused}"
        );
        let lacks = note(&accounts, language);
        assert!(lacks.starts_with(lacking) && lacks.ends_with(": 漢 ☃"), "{lacks}");
        let both: Vec<_> = name.iter().chain(&accounts).cloned().collect();
        assert_eq!(note(&both, language), format!("{refused} {lacks}"));
    }
}

/// Whoever writes documents by the command is told of the same findings, as problems.
#[test]
fn each_finding_is_a_problem_for_whoever_has_no_page() {
    let pack = Pack::builtin("default").unwrap();
    let case = sheet(json!({
        "judgement_high": "yes", "judgement_reasons": "Zara knows. Call 07700 900123.",
        "incidents_list": [{"incident_type": "Locks changed", "incident_usable": "yes"}],
        "victim_survivors_list": [{"victim_name": "Zara Sample"}],
    }));
    let answers = AnswerSheet::from_json(case.clone()).unwrap().read(&pack).unwrap();
    let problems = part_a_problems(&pack, &answers, &screen(&pack, &answers));
    packs::assert_said_well(&problems);
    let at = |kind: &str, fact: &str| (format!("part-a-{kind}"), format!("answers/{fact}"));
    assert_eq!(
        problems.iter().map(|problem| (problem.code.to_owned(), problem.at.clone())).collect::<Vec<_>>(),
        [
            at("measure", "incidents_list/0/incident_type"),
            at("name", "judgement_reasons"),
            at("phone", "judgement_reasons"),
        ]
    );
    for language in [Language::En, Language::Cy] {
        let found = review(case.clone(), language).findings;
        assert_eq!(found.len(), problems.len());
        for (one, problem) in found.iter().zip(&problems) {
            let said = problem.message.say(language);
            let quoted = format!("{}[{}]{}", one.before, one.found, one.after);
            assert!(
                [&one.label, &one.says, &quoted].iter().all(|part| said.contains(part.as_str())),
                "{said}"
            );
            assert_eq!(one.at(), problem.at);
        }
    }
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
    assert!(said("honour_based").contains("no family") && said("strangulation").contains("no mark"));
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
        (json!({"family_proceedings": "expected"}), "Ask for ways to be safe at court"),
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
