//! While the outcome stays what it is, no answer that is kept from the panel changes a byte of Part A, but through what
//! `compose/record.rs` lists: the children's ages, that the referrer disagrees, and flags of Part A.

use crate::support::packs;
use drive_screening::answers::{Answer, AnswerSheet, Answers, Chosen, Evidence, Record, Value};
use drive_screening::date::Date;
use drive_screening::document::panels::page_one_html;
use drive_screening::document::{Format, Stamp, compose, compose_since, panel_digests, write_text};
use drive_screening::interview::{Draft, Form, Referral};
use drive_screening::pack::{FactId, Group, Kind, Origin, Pack, Part, Question, Stage, builtin};
use drive_screening::screening::{Outcome, screen};
use drive_screening::words::Language;
use std::collections::{BTreeMap, BTreeSet};

/// Facts that Part A derives something from, and what is derived is tested below.
const DERIVED_FROM: [&str; 5] =
    ["child_date_of_birth", "override_reasons", "incident_usable", "incident_police_recorded", "plan_usable"];

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// Part A in both languages: as a page with its data, and as text; and its first page as it stands beside the questions.
fn part_a(pack: &Pack, answers: &Answers, outcome: &Outcome) -> String {
    let ways = [(Language::En, &[Format::Html, Format::Json][..]), (Language::Cy, &[Format::Text])];
    let mut all = String::new();
    for (language, formats) in ways {
        let stamp = Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: day("2026-11-21"), language };
        let document = compose(pack, answers, outcome, Part::Panel, &stamp);
        for format in formats {
            all.push_str(&write_text(&document, *format).unwrap());
        }
    }
    let draft = Draft::to_json(pack, &Form::from_answers(answers), Stage::Referral, "K7Q2-M9XD");
    all.push_str(&page_one_html(pack, draft, day("2026-11-21"), Language::En).unwrap());
    all
}

/// What may differ: the outcome's name, the verdicts that are possible, and the flags of Part A.
fn told(pack: &Pack, outcome: &Outcome) -> (String, String, Vec<String>) {
    let flags = outcome.flags.iter().filter(|raised| pack.flags[raised.flag].part == Part::Panel);
    (
        outcome.name.clone(),
        format!("{:?}", outcome.possible),
        flags.map(|raised| raised.name.clone()).collect(),
    )
}

/// Answers of every kind to a question, those that are left out among them.
fn alternatives(question: &Question) -> Vec<Option<Answer>> {
    let known: Vec<Value> = match &question.kind {
        Kind::YesNo(_) => vec![Value::YesNo(true), Value::YesNo(false)],
        Kind::Choice(choices) => choices.iter().map(|choice| Value::Choice(choice.value.clone())).collect(),
        Kind::Set(choices) => vec![
            Value::Set(choices.iter().take(0).map(|choice| choice.value.as_str()).collect()),
            Value::Set(choices.iter().take(1).map(|choice| choice.value.as_str()).collect()),
            Value::Set(choices.iter().map(|choice| choice.value.as_str()).collect()),
        ],
        Kind::Count(min, max) => {
            vec![Value::Count(*min), Value::Count((*min + 1).min(*max)), Value::Count(*max)]
        }
        Kind::Date { .. } => vec![Value::Date(day("2025-03-04")), Value::Date(day("2010-01-02"))],
        Kind::Text | Kind::LongText => {
            vec![Value::Text("Something else".to_owned()), Value::Text(String::new())]
        }
        Kind::Group(group) => vec![
            Value::Group(Vec::new()),
            Value::Group(vec![entry(group, 0)]),
            Value::Group(vec![entry(group, 0), entry(group, 1)]),
        ],
    };
    let mut all = vec![None, Some(Answer::NotKnown)];
    all.extend(known.into_iter().map(|value| Some(Answer::Known(value))));
    all
}

fn entry(group: &Group, choice: usize) -> Record {
    let answer = |question: &Question| {
        let mut all: Vec<Answer> = alternatives(question)
            .into_iter()
            .flatten()
            .filter(|answer| *answer != Answer::NotKnown)
            .collect();
        all.swap_remove(choice % all.len())
    };
    let kept = group.questions.iter().filter(|inner| !DERIVED_FROM.contains(&inner.id.as_str()));
    kept.map(|inner| (inner.id.clone(), answer(inner))).collect()
}

/// Every question answered by one of its answers, the same of each kind.
fn full(pack: &Pack, choice: usize) -> Answers {
    let mut answers = Answers::none(day("2026-11-21"));
    for (_, question) in pack.questions() {
        let mut all: Vec<Answer> = alternatives(question).into_iter().flatten().collect();
        let answer = all.swap_remove((choice + 1) % all.len());
        answers.facts.insert(question.id.clone(), answer);
    }
    for (_, question) in pack.questions().filter(|(_, question)| question.takes_evidence()) {
        let evidence = Evidence {
            from: Some(Origin::ALL[choice % Origin::ALL.len()]),
            on: Some(day("2026-10-01")),
            note: "As noted".to_owned(),
        };
        answers.evidence.push((question.id.clone(), evidence));
    }
    answers
}

/// One thing changed that is kept from the panel: what, and the answers then.
fn changes(pack: &Pack, answers: &Answers) -> Vec<(String, Answers)> {
    let mut all = Vec::new();
    for (_, question) in pack.questions() {
        let id = &question.id;
        if let (Kind::Group(group), Some(Answer::Known(Value::Group(entries)))) =
            (&question.kind, answers.get(id.as_str()))
        {
            for (index, _) in entries.iter().enumerate() {
                for inner in group.questions.iter().filter(|inner| is_kept(inner)) {
                    for alternative in alternatives(inner) {
                        let mut entries = entries.clone();
                        put(&mut entries[index], &inner.id, alternative);
                        let mut changed = answers.clone();
                        changed.facts.insert(id.clone(), Answer::Known(Value::Group(entries)));
                        all.push((format!("{id}/{index}/{}", inner.id), changed));
                    }
                }
            }
        }
        if !is_kept(question) {
            continue;
        }
        let derives = matches!(&question.kind, Kind::Group(group)
            if group.questions.iter().any(|inner| DERIVED_FROM.contains(&inner.id.as_str())));
        for alternative in alternatives(question).into_iter().filter(|_| !derives) {
            let said = format!("{id} = {alternative:?}");
            let mut changed = answers.clone();
            put(&mut changed.facts, id, alternative);
            all.push((said, changed));
        }
        if question.takes_evidence() {
            let mut changed = answers.clone();
            changed.evidence.retain(|(fact, _)| fact != id);
            all.push((format!("{id}: no source"), changed.clone()));
            for from in Origin::ALL {
                let mut changed = changed.clone();
                let evidence = Evidence { from: Some(from), on: None, note: "Another note".to_owned() };
                changed.evidence.push((id.clone(), evidence));
                all.push((format!("{id}: from {}", from.name()), changed));
            }
        }
    }
    all
}

fn is_kept(question: &Question) -> bool {
    question.part != Part::Panel && !DERIVED_FROM.contains(&question.id.as_str())
}

fn put(record: &mut Record, fact: &FactId, answer: Option<Answer>) {
    match answer {
        Some(answer) => record.insert(fact.clone(), answer),
        None => record.remove(fact),
    };
}

/// Whole cases, sparse ones, and every question answered in several ways.
fn cases() -> Vec<(String, Pack, Answers)> {
    let mut cases = Vec::new();
    let mut read = |name: String, sheet: serde_json::Value| {
        let sheet = AnswerSheet::from_json(sheet).unwrap();
        let pack = Pack::builtin(&sheet.pack).unwrap();
        let answers = sheet.read(&pack).unwrap();
        cases.push((name, pack, answers));
    };
    for (name, text) in [
        ("refer", include_str!("../golden/refer.sheet.json")),
        ("undecided", include_str!("../golden/undecided.sheet.json")),
    ] {
        read(name.to_owned(), serde_json::from_str(text).unwrap());
    }
    let vignettes: Vec<serde_json::Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
    for vignette in vignettes {
        read(vignette["id"].to_string(), vignette["sheet"].clone());
    }
    for name in builtin::names() {
        for choice in 0..if name == "default" { 4 } else { 1 } {
            let pack = Pack::builtin(name).unwrap();
            let answers = full(&pack, choice);
            cases.push((format!("{name}, every question, {choice}"), pack, answers));
        }
    }
    // Documents in both languages at once.
    for choice in 0..2 {
        let mut pack = Pack::builtin(builtin::names().next().unwrap()).unwrap();
        pack.document.bilingual = true;
        let answers = full(&pack, choice);
        cases.push((format!("both languages, every question, {choice}"), pack, answers));
    }
    cases
}

/// An account that may not be used with the person is not in Part A, nor is it told there that there is one: Part A is what it
/// would be had nobody written it.
#[test]
fn of_an_account_that_stays_in_part_b_nothing_is_in_part_a() {
    let texts: [(&str, &str); 5] = [
        ("plan_in_place", "in_place"),
        ("plan_urgent", "urgent"),
        ("plan_why_now", "why_now"),
        ("plan_disrupt", "disrupt"),
        ("plan_support", "support"),
    ];
    let id = |fact: &str| FactId::parse(fact).unwrap();
    let some = ["refer", "undecided", "default, every question, 0", "both languages, every question, 0"];
    for (name, pack, answers) in cases().into_iter().filter(|(name, ..)| some.contains(&name.as_str())) {
        let part_a = |answers: &Answers| part_a(&pack, answers, &screen(&pack, answers));
        let mut written = answers.clone();
        for (fact, _) in texts {
            put(&mut written.facts, &id(fact), Some(Answer::Known(Value::Text("Zanzibar".to_owned()))));
        }
        for usable in [None, Some(Answer::NotKnown), Some(Answer::Known(Value::Set(Chosen::default())))] {
            let mut kept = written.clone();
            put(&mut kept.facts, &id("plan_usable"), usable.clone());
            let mut without = kept.clone();
            texts.iter().for_each(|(fact, _)| put(&mut without.facts, &id(fact), None));
            assert_eq!(part_a(&kept), part_a(&without), "{name}: {usable:?}");
        }
        for (fact, value) in texts {
            let mut one = written.clone();
            let usable = Value::Set([value].into_iter().collect());
            put(&mut one.facts, &id("plan_usable"), Some(Answer::Known(usable)));
            let mut without = one.clone();
            texts.iter().filter(|(other, _)| *other != fact).for_each(|(other, _)| {
                put(&mut without.facts, &id(other), None);
            });
            assert_eq!(part_a(&one), part_a(&without), "{name}: {value}");
            assert!(part_a(&one).contains("Zanzibar"), "{name}: {value}");
        }
        incidents_that_stay(&name, &answers, &part_a);
    }
}

/// Entries of a list, likewise: those that stay in Part B leave no gap.
fn incidents_that_stay(name: &str, answers: &Answers, part_a: &dyn Fn(&Answers) -> String) {
    let id = |fact: &str| FactId::parse(fact).unwrap();
    let incident = |what: &str, recorded: Option<bool>, usable: Option<bool>| -> Record {
        let yes_no = |yes: bool| Answer::Known(Value::YesNo(yes));
        let mut entry = Record::new();
        entry.insert(id("incident_type"), Answer::Known(Value::Text(what.to_owned())));
        put(&mut entry, &id("incident_police_recorded"), recorded.map(yes_no));
        put(&mut entry, &id("incident_usable"), usable.map(yes_no));
        entry
    };
    let with = |incidents: Vec<Record>| {
        let mut answers = answers.clone();
        answers.facts.insert(id("incidents_list"), Answer::Known(Value::Group(incidents)));
        part_a(&answers)
    };
    let seen = || [incident("Athens", Some(false), Some(true)), incident("Berlin", Some(true), None)];
    let kept = [(None, None), (Some(false), None), (Some(true), Some(false)), (None, Some(false))];
    let [athens, berlin] = seen();
    let mut all: Vec<Record> =
        kept.iter().map(|(recorded, usable)| incident("Zanzibar", *recorded, *usable)).collect();
    all.insert(1, athens);
    all.insert(3, berlin);
    let told = with(all);
    assert_eq!(told, with(seen().to_vec()), "{name}");
    assert!(told.contains("Athens") && told.contains("Berlin") && !told.contains("Zanzibar"), "{name}");
    assert_eq!(
        with(Vec::new()),
        with(vec![incident("Zanzibar", None, None)]),
        "{name}: none, and one that stays"
    );
}

#[test]
fn no_answer_that_is_kept_from_the_panel_changes_part_a() {
    let (mut compared, mut other_outcome, mut told_by) = (0, 0, BTreeMap::new());
    for (name, pack, answers) in cases() {
        let outcome = screen(&pack, &answers);
        let (before, said) = (told(&pack, &outcome), part_a(&pack, &answers, &outcome));
        for (change, changed) in changes(&pack, &answers) {
            let outcome = screen(&pack, &changed);
            if told(&pack, &outcome) != before {
                other_outcome += 1;
                continue;
            }
            compared += 1;
            let now = part_a(&pack, &changed, &outcome);
            if now != said {
                let line = now.lines().zip(said.lines()).find(|(now, before)| now != before);
                told_by.entry(change).or_insert_with(|| format!("{name}: {line:?}"));
            }
        }
    }
    println!("{compared} changes compared; {other_outcome} more came to another outcome or flag");
    assert!(compared >= 5_000, "{compared}");
    let some: Vec<_> = told_by.iter().take(10).collect();
    assert!(told_by.is_empty(), "{} changes can be told from Part A: {some:#?}", told_by.len());
}

/// Nor what is kept of it for the next one, nor what the next one says of what is new.
#[test]
fn nor_what_a_later_part_a_says_is_new() {
    let some = ["refer", "undecided", "default, every question, 0"];
    let mut compared = 0;
    for (name, pack, answers) in cases().into_iter().filter(|(name, ..)| some.contains(&name.as_str())) {
        // Some answers are new since, the others are changed or taken out.
        let earlier = pack.questions().skip(1).step_by(2);
        let panel = earlier.map(|(_, question)| (question.id.to_string(), "22222222".to_owned())).collect();
        let last = Referral { on: day("2026-11-20"), panel };
        let stamp =
            Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: day("2026-11-21"), language: Language::En };
        let said = |answers: &Answers, outcome: &Outcome| {
            let document = compose_since(&pack, answers, outcome, Part::Panel, &stamp, Some(&last));
            let kept = panel_digests(&pack, answers, outcome, &stamp.reference);
            (write_text(&document, Format::Text).unwrap(), kept)
        };
        let outcome = screen(&pack, &answers);
        let (before, first) = (told(&pack, &outcome), said(&answers, &outcome));
        assert!(first.0.contains("New since the referral of 20 November 2026"), "{name}");
        for (change, changed) in changes(&pack, &answers) {
            let outcome = screen(&pack, &changed);
            if told(&pack, &outcome) == before {
                compared += 1;
                assert!(said(&changed, &outcome) == first, "{name}: {change}");
            }
        }
    }
    assert!(compared >= 500, "{compared}");
}

/// Nor do several of them together.
#[test]
fn nor_do_several_answers_at_once() {
    // Steps of a fixed walk, so that what fails once fails always.
    let mut seed = 7_usize;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let mut compared = 0;
    for (name, pack, answers) in cases() {
        let outcome = screen(&pack, &answers);
        let (before, said) = (told(&pack, &outcome), part_a(&pack, &answers, &outcome));
        for _ in 0..3 {
            let (mut now, mut steps) = (answers.clone(), Vec::new());
            while steps.len() < 8 {
                let mut all = changes(&pack, &now);
                let (step, changed) = all.swap_remove(next(all.len()));
                let outcome = screen(&pack, &changed);
                steps.push(step);
                if told(&pack, &outcome) != before {
                    continue;
                }
                now = changed;
                compared += 1;
                assert!(part_a(&pack, &now, &outcome) == said, "{name}: {steps:#?}");
            }
        }
    }
    println!("{compared} walks compared");
    assert!(compared >= 300, "{compared}");
}

/// Of a child's date of birth Part A tells the age in whole years, and of several children no order.
#[test]
fn of_a_birth_date_only_the_age_is_told() {
    let sheet = include_str!("../golden/refer.sheet.json");
    let sheet = AnswerSheet::parse(sheet).unwrap();
    let pack = Pack::builtin(&sheet.pack).unwrap();
    let answers = sheet.read(&pack).unwrap();
    let said = |born: [&str; 2]| {
        let mut changed = answers.clone();
        let child = |born: &str| -> Record {
            let mut record = Record::new();
            record
                .insert(FactId::parse("child_date_of_birth").unwrap(), Answer::Known(Value::Date(day(born))));
            record
        };
        let children = born.map(child).to_vec();
        changed.facts.insert(FactId::parse("children_list").unwrap(), Answer::Known(Value::Group(children)));
        part_a(&pack, &changed, &screen(&pack, &changed))
    };
    let before = said(["2016-03-09", "2020-05-05"]);
    assert_eq!(said(["2016-11-21", "2020-11-20"]), before, "the same ages");
    assert_eq!(said(["2020-05-05", "2016-03-09"]), before, "another order");
    assert_ne!(said(["2016-11-22", "2020-11-20"]), before, "a year younger");
}

/// Of reasons to go against the screening Part A tells that there are some.
#[test]
fn of_a_disagreement_only_that_there_is_one_is_told() {
    let sheet = AnswerSheet::parse(include_str!("../golden/undecided.sheet.json")).unwrap();
    let pack = Pack::builtin(&sheet.pack).unwrap();
    let answers = sheet.read(&pack).unwrap();
    let said = |reasons: Option<&str>| {
        let mut changed = answers.clone();
        let reasons = reasons.map(|reasons| Answer::Known(Value::Text(reasons.to_owned())));
        put(&mut changed.facts, &FactId::parse("override_reasons").unwrap(), reasons);
        part_a(&pack, &changed, &screen(&pack, &changed))
    };
    assert_eq!(said(Some("One reason")), said(Some("Quite another reason")));
    assert_ne!(said(Some("One reason")), said(None));
}

/// The facts that are kept from the panel and hang together with flags of Part A. The words of these flags were read for what
/// they give away: those about an approach say whom to ask and never why, and are the same whichever of six answers raised them.
const TOLD_BY_FLAGS: [(&str, &[&str]); 3] = [
    ("approach_not_confirmed", APPROACH),
    ("child_safeguarding_check", &["victim_aged_16_or_17"]),
    ("no_approach_before_asking", APPROACH),
];
const APPROACH: &[&str] = &[
    "contact_red_line",
    "idva_advises_pause",
    "lives_with_victim_or_child",
    "operational_hold",
    "pending_matters",
    "victim_survivors_list",
];

/// A flag of Part A that hangs on what is kept from the panel tells something of it: one that comes is listed here once its words
/// have been read.
#[test]
fn flags_of_part_a_that_hang_on_what_is_kept_are_known() {
    let mut pairs = BTreeSet::new();
    let mut read = 0;
    for name in builtin::names() {
        let pack = Pack::builtin(name).unwrap();
        for flag in pack.flags.iter().filter(|flag| flag.part == Part::Panel) {
            for (_, question) in pack.questions() {
                let reads = flag.reads(&question.id, &pack.instruments);
                read += usize::from(reads);
                if reads && question.part != Part::Panel {
                    pairs.insert((flag.id.to_string(), question.id.to_string()));
                }
            }
        }
    }
    assert!(read > 100, "{read}: flags are looked through");
    let known = TOLD_BY_FLAGS.iter().flat_map(|(flag, facts)| facts.iter().map(move |fact| (flag, fact)));
    assert_eq!(pairs, known.map(|(flag, fact)| ((*flag).to_owned(), (*fact).to_owned())).collect());
}

/// No words of Part A that a flag raises hold the label or a value of what is kept from the panel and raised it.
#[test]
fn words_to_the_panel_hold_nothing_of_what_raised_them() {
    let mut compared = 0;
    for pack in packs::all() {
        for flag in pack.flags.iter().filter(|flag| flag.part == Part::Panel) {
            let said: Vec<String> = [Some(&flag.text), flag.act.as_ref()]
                .into_iter()
                .flatten()
                .flat_map(|words| [words.en.to_lowercase(), words.cy.to_lowercase()])
                .collect();
            let of_entries = pack.questions().flat_map(|(_, group)| match &group.kind {
                Kind::Group(inner) => {
                    let facts = flag.facts_of_entries(&group.id, &pack.instruments);
                    inner.questions.iter().filter(|question| facts.contains(&question.id)).collect()
                }
                _ => Vec::new(),
            });
            let own = pack.questions().map(|(_, question)| question);
            let own = own.filter(|question| flag.reads(&question.id, &pack.instruments));
            for question in own.chain(of_entries).filter(|question| question.part != Part::Panel) {
                let choices = question.kind.choices().iter().map(|choice| &choice.label);
                for kept in
                    choices.chain([&question.label, &question.ask]).flat_map(|words| [&words.en, &words.cy])
                {
                    // "Yes" and "no" are said of everything.
                    for said in said.iter().filter(|_| kept.chars().count() > 8) {
                        compared += 1;
                        assert!(!said.contains(&kept.to_lowercase()), "{}: {} says {kept}", pack.id, flag.id);
                    }
                }
            }
        }
    }
    assert!(compared > 500, "{compared}");
}

/// Where all that is open is kept from the panel, Part A does not say that nothing open matters.
#[test]
fn what_is_open_elsewhere_is_not_denied() {
    let sheet = serde_json::json!({
        "format": "answers/1", "pack": "repeat_or_serial", "screened_on": "2026-11-21",
        "answers": {
            "perpetrator_age": 34, "perpetrator_alive": "yes", "perpetrator_identified": "yes", "in_area": "yes",
            "connection": "partner", "victim_aged_16_or_over": "yes", "counter_allegation": "no",
            "marac_heard": "yes", "marac_heard_on": "2026-10-01", "abuse_since_marac": "none",
            "other_victims": "not_known", "open_to_drive": "no", "custody": "none", "programme": "none",
            "mappa_level": "none", "detained_in_hospital": "no", "leaving_uk": "no", "idva": "linked",
            "idva_advises_pause": "no",
        },
    });
    let sheet = AnswerSheet::from_json(sheet).unwrap();
    let pack = Pack::builtin(&sheet.pack).unwrap();
    let answers = sheet.read(&pack).unwrap();
    let outcome = screen(&pack, &answers);
    let open: Vec<&str> = outcome.open.iter().map(|index| pack.criteria[*index].id.as_str()).collect();
    assert_eq!(open, ["serial"]);
    let said = part_a(&pack, &answers, &outcome);
    assert!(said.contains("What is still not known is not for this part."), "{said}");
    assert!(!said.contains("Nothing that is still not known"), "{said}");
}

/// A question of Part A that hangs on a switch is withheld whatever that is, as the switch is kept from the panel.
#[test]
fn what_hangs_on_a_switch_is_withheld_from_the_panel() {
    let text = |words: &str| serde_json::json!({"en": words, "cy": words});
    let pack = serde_json::json!({
        "format": "pack/1", "id": "switched", "version": "1", "extends": "default",
        "title": text("Switched"), "about": text("About"),
        "sections": [{
            "id": "more", "stage": "referral", "title": text("More"), "purpose": text("Purpose"),
            "pages": [{"id": "more_page", "title": text("More"), "questions": [{
                "id": "switched_place", "kind": "text", "part": "panel", "need": "required",
                "ask": text("Where?"), "label": text("Where"), "withheld_with": "victim_address_withhold",
            }]}],
        }],
    });
    let pack = Pack::load(&pack.to_string()).unwrap();
    for withhold in ["yes", "no", "not_known"] {
        let sheet = serde_json::json!({
            "format": "answers/1", "pack": "switched", "screened_on": "2026-11-21",
            "answers": {
                "switched_place": "THE PLACE",
                "victim_survivors_list": [{"victim_address_withhold": withhold}],
            },
        });
        let answers = AnswerSheet::from_json(sheet).unwrap().read(&pack).unwrap();
        let said = part_a(&pack, &answers, &screen(&pack, &answers));
        assert!(!said.contains("THE PLACE"), "{withhold}");
    }
}
