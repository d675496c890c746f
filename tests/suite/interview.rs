//! What the interview asks next, on the vignettes.

use crate::support::reference::Day;
use crate::support::{packs, sheets};
use drive_screening::answers::{Answer, AnswerSheet, Answers, Value as Known};
use drive_screening::date::Date;
use drive_screening::interview::{
    Asked, Field, FieldInput, Form, Interview, Missing, Priority, RawValue, SectionState, as_of,
    evidence_text, goes_against, may_be_left_out, stage_of, why_asked,
};
use drive_screening::pack::well_known::OVERRIDE_REASONS;
use drive_screening::pack::{Kind, Origin, Pack, PageRef, Question, Stage};
use drive_screening::screening::screen;
use drive_screening::words::Language;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn vignette(id: &str) -> Value {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
    cases.into_iter().find(|case| case["id"] == id).unwrap()["sheet"].clone()
}

/// The interview that a form comes to in a stage.
fn interview<T>(pack: &Pack, form: &Form, stage: Stage, check: impl FnOnce(Interview<'_>) -> T) -> T {
    let answers = form.answers(pack);
    let outcome = screen(pack, &answers);
    check(Interview { pack, form, answers: &answers, outcome: &outcome, stage })
}

fn with<T>(sheet: &Value, check: impl FnOnce(&Pack, Interview<'_>) -> T) -> T {
    let sheet = AnswerSheet::from_json(sheet.clone()).unwrap();
    let pack = Pack::builtin(&sheet.pack).unwrap();
    let answers = sheet.read(&pack).unwrap();
    let (form, outcome) = (Form::from_answers(&answers), screen(&pack, &answers));
    let stage = stage_of(&pack, &answers);
    check(&pack, Interview { pack: &pack, form: &form, answers: &answers, outcome: &outcome, stage })
}

/// What these answers come to in a stage.
fn at_stage<T>(pack: &Pack, answers: Value, stage: Stage, check: impl FnOnce(Interview<'_>) -> T) -> T {
    let sheet =
        json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers});
    let answers = packs::answers(pack, &sheet);
    let (form, outcome) = (Form::from_answers(&answers), screen(pack, &answers));
    check(Interview { pack, form: &form, answers: &answers, outcome: &outcome, stage })
}

/// The default pack, changed.
fn changed(change: impl FnOnce(&mut Value)) -> Pack {
    let mut pack = packs::whole("default");
    change(&mut pack);
    Pack::load(&pack.to_string()).unwrap()
}

/// The page where a question of the default pack is asked.
fn page_of(fact: &str) -> PageRef {
    packs::named("default").place(fact).unwrap().page
}

#[test]
fn every_open_criterion_leads_to_the_page_that_could_settle_it() {
    for (id, page) in [("V29", "person_area"), ("V05", "risk_dash"), ("V25", "connection_who")] {
        with(&vignette(id), |pack, at| {
            let [open] = at.outcome.open[..] else { panic!("{id} has one open criterion") };
            assert_eq!(pack.page(at.page_to_settle(open).unwrap()).id.as_str(), page, "{id}");
        });
    }
    // A date of birth would settle the age, but is asked only with the referral.
    for (stage, fact) in
        [(Stage::Screening, "perpetrator_age"), (Stage::Referral, "perpetrator_date_of_birth")]
    {
        at_stage(packs::named("default"), json!({}), stage, |at| {
            assert_eq!(at.page_to_settle(at.pack.criterion("age").unwrap()), Some(page_of(fact)));
        });
    }
}

#[test]
fn a_settled_verdict_still_owes_judgement_before_the_result() {
    let mut sheet = vignette("V28");
    sheet["answers"].as_object_mut().unwrap().remove("judgement_high");
    with(&sheet, |pack, at| {
        assert!(at.outcome.is_settled());
        assert!(!at.can_see_result());
        let owed = at.owed_before_result().unwrap();
        assert_eq!(pack.page(owed).id.as_str(), "judgement_view");
        assert_eq!(at.next_page(Stage::Screening, None, true), Some(owed));
    });
    with(&vignette("V28"), |_, at| assert!(at.can_see_result()));
}

#[test]
fn a_sheet_with_anything_of_the_referral_goes_on_as_a_referral() {
    with(&vignette("V01"), |_, at| assert_eq!(at.stage, Stage::Screening));
    let mut sheet = vignette("V01");
    sheet["answers"]["referrer_name"] = json!("Sample Referrer");
    with(&sheet, |_, at| assert_eq!(at.stage, Stage::Referral));
}

/// How many verdicts an answer rules out.
fn ruled_out(pack: &Pack, answers: &Answers, question: &Question, yes: bool) -> u32 {
    let mut more = answers.clone();
    more.facts.insert(question.id.clone(), Answer::Known(Known::YesNo(yes)));
    (screen(pack, answers).possible.len() - screen(pack, &more).possible.len()) as u32
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// Sections keep their order. Within one, no unanswered page outweighs the next, and among equals the earlier is next.
    #[test]
    fn the_weightiest_page_of_the_first_open_section_is_next(sheet in sheets::any_sheet()) {
        let pack = packs::named(sheet["pack"].as_str().unwrap());
        let answers = packs::answers(pack, &sheet);
        let (form, outcome) = (Form::from_answers(&answers), screen(pack, &answers));
        let at = Interview { pack, form: &form, answers: &answers, outcome: &outcome, stage: Stage::Screening };
        if outcome.is_settled() {
            return Ok(());
        }
        let mut unanswered = Vec::new();
        for (s, section) in pack.sections.iter().enumerate().filter(|(_, section)| section.stage == Stage::Screening) {
            for (p, page) in section.pages.iter().enumerate() {
                if at.page_is_asked(page) && !at.page_is_answered(page) {
                    unanswered.push(PageRef { section: s, page: p });
                }
            }
        }
        let next = at.next_page(Stage::Screening, None, true);
        prop_assert_eq!(next.map(|next| next.section), unanswered.first().map(|first| first.section));
        let Some(next) = next else { return Ok(()) };
        let weigh = |page: PageRef| at.priority(pack.page(page));
        for other in unanswered.into_iter().filter(|other| other.section == next.section) {
            prop_assert!(weigh(other) <= weigh(next), "{:?} before {:?}", next, other);
            prop_assert!(other >= next || weigh(other) < weigh(next), "{:?} ties with {:?}", next, other);
        }
    }

    /// A page weighs what answering would rule out: checked by answering, where one yes or no is the whole criterion.
    #[test]
    fn a_page_weighs_what_answering_it_rules_out(sheet in sheets::any_sheet()) {
        let pack = packs::named(sheet["pack"].as_str().unwrap());
        let answers = packs::answers(pack, &sheet);
        let (form, outcome) = (Form::from_answers(&answers), screen(pack, &answers));
        let at = Interview { pack, form: &form, answers: &answers, outcome: &outcome, stage: Stage::Screening };
        for page in pack.sections.iter().flat_map(|section| &section.pages) {
            let [question] = &page.questions[..] else { continue };
            let alone = pack.criteria.iter().any(|criterion| criterion.reads(&pack.instruments) == [question.id.clone()]);
            let unasked = !at.is_asked(question);
            if !matches!(question.kind, Kind::YesNo(_)) || !alone || answers.get(question.id.as_str()).is_some() || unasked {
                continue;
            }
            let expected: u32 = [false, true].map(|yes| ruled_out(pack, &answers, question, yes)).iter().sum();
            let urgent = ["immediate_danger", "idva_advises_pause"].contains(&question.id.as_str());
            let expected = if urgent { Priority::Urgent } else { Priority::RulesOut(expected) };
            prop_assert_eq!(at.priority(page), expected, "{}", question.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// Stopping early loses nothing: no answer to a question that is no longer asked changes which verdicts are possible.
    #[test]
    fn what_is_no_longer_asked_settles_nothing(sheet in sheets::any_sheet()) {
        let pack = packs::named(sheet["pack"].as_str().unwrap());
        let answers = packs::answers(pack, &sheet);
        let (form, outcome) = (Form::from_answers(&answers), screen(pack, &answers));
        let at = Interview { pack, form: &form, answers: &answers, outcome: &outcome, stage: Stage::Screening };
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        for (fact, usual, values) in sheets::facts(Day::read(sheet["screened_on"].as_str().unwrap())) {
            let question = pack.question(fact).unwrap();
            if at.asked(question) != Asked::NoLonger {
                continue;
            }
            for value in [usual, values.new_tree(&mut runner).unwrap().current()] {
                let mut more = sheet.clone();
                more["answers"][fact] = value;
                sheets::fit_form(more["answers"].as_object_mut().unwrap());
                let after = screen(pack, &packs::answers(pack, &more));
                prop_assert_eq!(&after.possible, &outcome.possible, "{} {}", fact, more);
            }
        }
    }
}

#[test]
fn danger_is_asked_about_first_and_then_what_rules_out_most() {
    let next = |answers: Value| {
        let sheet = json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers});
        with(&sheet, |pack, at| {
            pack.page(at.next_page(Stage::Screening, None, true).unwrap()).id.as_str().to_owned()
        })
    };
    assert_eq!(next(json!({})), "safety_now");
    assert_eq!(
        next(json!({"immediate_danger": "no"})),
        "safety_support",
        "a specialist's advice to wait is urgent too"
    );
    let mut sheet = vignette("V01")["answers"].clone();
    sheet["victim_aged_16_or_17"] = json!("no");
    for fact in ["custody", "open_to_drive", "programme", "mappa_level", "detained_in_hospital", "leaving_uk"]
    {
        sheet.as_object_mut().unwrap().remove(fact);
    }
    assert_eq!(next(sheet.clone()), "in_place_custody", "custody can rule out most");
    sheet["custody"] = json!("none");
    assert_eq!(next(sheet.clone()), "in_place_drive");
    sheet["open_to_drive"] = json!("no");
    assert_eq!(next(sheet), "in_place_leads", "equals in the order of the pack");
}

#[test]
fn what_no_longer_matters_drops_out_and_comes_back_with_its_answer() {
    let pack = packs::named("default");
    let field = |fact: &str| Field::of(&pack.question(fact).unwrap().id);
    let choose = |value: &str| FieldInput::typed(RawValue::Choice(value.to_owned()));
    let mut form = Form::new(drive_screening::date::Date::parse("2026-11-21").unwrap());
    let state = |form: &Form, fact: &str| {
        interview(pack, form, Stage::Screening, |at| at.asked(pack.question(fact).unwrap()))
    };
    assert_eq!(state(&form, "dash_yes"), Asked::NotHere);
    form.put(&field("dash_done"), choose("yes"));
    form.put(&field("dash_yes"), FieldInput::typed(RawValue::Text("17".to_owned())));
    assert_eq!(state(&form, "dash_yes"), Asked::Yes);
    form.put(&field("dash_done"), choose("no"));
    assert_eq!(state(&form, "dash_yes"), Asked::NotHere);
    form.put(&field("dash_done"), choose("yes"));
    assert_eq!(state(&form, "dash_yes"), Asked::Yes);
    assert_eq!(form.answers(pack).known("dash_yes"), Some(&Known::Count(17)));

    assert_eq!(state(&form, "incidents_12m"), Asked::Yes);
    form.put(&field("in_area"), choose("no"));
    assert_eq!(state(&form, "incidents_12m"), Asked::NoLonger, "outside the area nothing else decides");
    assert_eq!(state(&form, "immediate_danger"), Asked::Yes, "danger always matters");
    assert_eq!(form.answers(pack).known("dash_yes"), Some(&Known::Count(17)));
    form.put(&field("in_area"), choose("yes"));
    assert_eq!(state(&form, "incidents_12m"), Asked::Yes);
}

#[test]
fn every_question_says_why_it_is_asked() {
    for pack in packs::all() {
        for (_, question) in pack.questions() {
            let inner: &[Question] = match &question.kind {
                Kind::Group(group) => &group.questions,
                _ => &[],
            };
            for question in inner.iter().chain([question]) {
                let why = why_asked(pack, question);
                assert!(why.en.ends_with('.') && why.cy.ends_with('.'), "{}: {why:?}", question.id);
                assert_ne!(why.en, why.cy, "{}", question.id);
            }
        }
    }
    let why =
        |fact: &str| why_asked(packs::named("default"), packs::named("default").question(fact).unwrap());
    assert_eq!(why("in_area").en, "The screening depends on it: Area.");
    assert_eq!(why("in_area").cy, "Mae'r sgrinio'n dibynnu arno: Ardal.");
    assert!(why("immediate_danger").en.starts_with("It decides nothing, but"));
    assert!(why("perpetrator_name").en.contains("with the referral"));
    assert!(why("idva").en.starts_with("Drive works only alongside"), "the pack's own words");
    // What a variant does not use decides nothing there.
    assert!(
        why_asked(packs::named("marac_only"), packs::named("marac_only").question("incidents_12m").unwrap())
            .en
            .starts_with("It decides nothing")
    );
}

/// What cannot be read beside an answer is kept as typed, stands in the way of sending the page on, and is a gap.
#[test]
fn what_is_wrong_beside_an_answer_is_kept_and_named() {
    let pack = Pack::builtin("default").unwrap();
    let question = pack.question("marac_heard").unwrap();
    let [from, on, note] =
        [0, 1, 2].map(|index| Field::evidence(&question.id, &pack.evidence.questions[index].id));
    let mut form = Form::new(Date::parse("2026-11-21").unwrap());
    form.put(&from, FieldInput::typed(RawValue::Choice("police_record".to_owned())));
    let parts = ["22", "11", "2026"].map(str::to_owned);
    form.put(&on, FieldInput::typed(RawValue::Date(parts.clone())));
    form.put(&note, FieldInput::typed(RawValue::Text("Minutes\u{202e}".to_owned())));
    assert_eq!(on.control(), "marac_heard-evidence-on");

    let wrongs = form.evidence_errors(&pack, question);
    assert_eq!(wrongs.iter().map(|wrong| &wrong.field).collect::<Vec<_>>(), [&on]);
    assert!(
        wrongs[0].message.en.starts_with("Heard at MARAC: Date of the source: "),
        "{:?}",
        wrongs[0].message
    );
    assert!(wrongs[0].message.cy.starts_with("Wedi'i drafod mewn MARAC: "), "{:?}", wrongs[0].message);
    let answers = form.answers(&pack);
    let said = answers.evidence("marac_heard").unwrap();
    assert_eq!((said.from, said.on, said.note.as_str()), (Some(Origin::PoliceRecord), None, "Minutes"));
    let found = interview(&pack, &form, Stage::Referral, |at| at.gaps());
    assert!(found.iter().any(|gap| gap.field == on && matches!(gap.missing, Missing::Mend(_))));
    assert_eq!(form.get(&on).typed, RawValue::Date(parts));

    form.put(&on, FieldInput::typed(RawValue::Date(["1", "10", "2026"].map(str::to_owned))));
    assert_eq!(form.evidence_errors(&pack, question), []);
    let said = evidence_text(&pack, form.answers(&pack).evidence("marac_heard").unwrap(), Language::En);
    assert_eq!(said, "Where this comes from: Police record; 1 October 2026; Minutes");
    assert!(form.evidence_errors(&pack, pack.question("in_area").unwrap()).is_empty());
}

/// A referral goes against the screening where its usual next step is none.
#[test]
fn what_goes_against_the_screening() {
    for (id, against) in [("V01", false), ("V15", true)] {
        with(&vignette(id), |pack, at| assert_eq!(goes_against(pack, at.outcome), against, "{id}"));
    }
}

/// What decides and is flagged besides drops out with what it decides; what is only flagged is always asked.
#[test]
fn a_flag_keeps_only_what_decides_nothing() {
    let sheet = json!({
        "format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {"in_area": "no"},
    });
    with(&sheet, |pack, at| {
        let told = |fact: &str| at.at_stage(Stage::Screening).asked(pack.question(fact).unwrap());
        assert!(at.outcome.is_settled());
        for fact in ["counter_allegation", "dash_done", "custody"] {
            assert_eq!(told(fact), Asked::NoLonger, "{fact}");
        }
        for fact in ["immediate_danger", "markers"] {
            assert_eq!(told(fact), Asked::Yes, "{fact}");
        }
    });
}

/// The key that a page goes to after adding an entry is that entry's; and as many entries as are needed are enough.
#[test]
fn entries_are_keyed_and_counted() {
    let pack = Pack::builtin("default").unwrap();
    let (_, list) = pack
        .questions()
        .find(|(_, question)| matches!(&question.kind, Kind::Group(group) if group.at_least > 0))
        .unwrap();
    let Kind::Group(group) = &list.kind else { panic!("a group") };
    let mut form = Form::new(Date::parse("2026-11-21").unwrap());
    for count in 0..=group.at_least + 1 {
        let few = interview(&pack, &form, Stage::Referral, |at| at.gaps())
            .iter()
            .any(|gap| gap.field.fact == list.id && gap.missing == Missing::Entries);
        assert_eq!(few, count < group.at_least, "{count}");
        let next = form.next_key();
        assert_eq!(form.add_item(&list.id), next);
    }
}

/// In an entry, too, only what is asked can be missing.
#[test]
fn an_entry_lacks_only_what_is_asked_in_it() {
    let lacks = |told: Value| {
        let sheet = json!({
            "format": "answers/1", "pack": "default", "screened_on": "2026-11-21",
            "answers": {"victim_survivors_list": [{"victim_told": told}]},
        });
        let pack = Pack::builtin("default").unwrap();
        let answers = AnswerSheet::from_json(sheet).unwrap().read(&pack).unwrap();
        let gaps = interview(&pack, &Form::from_answers(&answers), Stage::Referral, |at| at.gaps());
        gaps.iter()
            .any(|gap| gap.field.fact.as_str() == "victim_told_reason" && gap.missing == Missing::Answer)
    };
    assert!(lacks(json!("not_safe")));
    assert!(!lacks(json!("not_known")));
}

/// Two questions are asked only for a reason: why the screening is not followed, and why something is not known.
#[test]
fn reasons_are_asked_for_where_there_is_something_to_explain() {
    let of = |id: &str, more: Value| {
        let mut answers = vignette(id)["answers"].clone();
        answers.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        answers
    };
    let victims = "victim_survivors_not_known_reason";
    for (answers, fact, expected) in [
        (of("V15", json!({})), OVERRIDE_REASONS, Asked::Yes),
        (of("V01", json!({})), OVERRIDE_REASONS, Asked::NotHere),
        (of("V01", json!({(OVERRIDE_REASONS): "Written already"})), OVERRIDE_REASONS, Asked::Yes),
        (of("V01", json!({})), "referrer_name", Asked::Yes),
        (json!({"whereabouts_area": "not_known"}), "whereabouts_not_known_reason", Asked::Yes),
        // Nobody has to explain what nobody had to answer; an explanation that is there stays.
        (json!({"perpetrator_sex": "not_known"}), "perpetrator_not_known_reason", Asked::NotHere),
        (
            json!({"perpetrator_sex": "not_known", "perpetrator_not_known_reason": "Not asked yet"}),
            "perpetrator_not_known_reason",
            Asked::Yes,
        ),
        (
            json!({"perpetrator_not_known_reason": "Left over"}),
            "perpetrator_not_known_reason",
            Asked::NotHere,
        ),
        (json!({"whereabouts_status": "not_known"}), "whereabouts_not_known_reason", Asked::NotHere),
        (json!({"whereabouts_area": "Town"}), "whereabouts_not_known_reason", Asked::NotHere),
        (json!({}), "whereabouts_not_known_reason", Asked::NotHere),
        (json!({"victim_survivors_list": [{}, {"victim_name": "not_known"}]}), victims, Asked::Yes),
        (json!({"victim_survivors_list": [{"victim_told": "not_known"}]}), victims, Asked::NotHere),
    ] {
        at_stage(packs::named("default"), answers.clone(), Stage::Referral, |at| {
            let question = at.pack.question(fact).unwrap();
            let told = at.asked(question);
            assert_eq!(told, expected, "{fact} {answers}");
        });
    }
}

/// What may be left out is no gap, unless it is the reason why something is not known.
#[test]
fn a_referral_lacks_what_it_needs() {
    let pack = changed(|pack| {
        let sections = pack["sections"].as_array_mut().unwrap();
        let section = sections.iter_mut().find(|section| section["id"] == "whereabouts").unwrap();
        let page = section["pages"].as_array_mut().unwrap().last_mut().unwrap();
        assert_eq!(page["questions"][0]["id"], "whereabouts_not_known_reason");
        page["questions"][0]["need"] = json!("optional");
    });
    let not_known = |fact: &str| json!({(fact): "not_known"});
    for (answers, fact, missing) in [
        (json!({}), "referrer_name", Some(Missing::Answer)),
        (not_known("referrer_name"), "referrer_name", Some(Missing::Known)),
        (json!({"referrer_name": "Sample Referrer"}), "referrer_name", None),
        (json!({}), "perpetrator_name", Some(Missing::Answer)),
        (not_known("perpetrator_name"), "perpetrator_name", None),
        (json!({}), "whereabouts_area", Some(Missing::Answer)),
        (not_known("whereabouts_area"), "whereabouts_area", None),
        (not_known("whereabouts_area"), "whereabouts_not_known_reason", Some(Missing::Answer)),
        (json!({}), "whereabouts_not_known_reason", None),
        // What is not of the core is never missing, nor is a reason for not knowing it.
        (json!({}), "referrer_supervisor", None),
        (json!({}), "referral_completed_on", None),
        (not_known("referral_completed_on"), "referral_completed_on", None),
        (json!({}), "perpetrator_sex", None),
        (not_known("whereabouts_tenure"), "whereabouts_not_known_reason", None),
        (json!({}), "perpetrator_other_dates_of_birth", None),
        (json!({"victim_survivors_list": [{}]}), "victim_name", Some(Missing::Answer)),
        (json!({"victim_survivors_list": [{"victim_name": "Sample"}]}), "victim_fears", None),
        (json!({"risk_tools": [{}]}), "tool_name", Some(Missing::Answer)),
        (json!({"risk_tools": [{"tool_name": "sara"}]}), "tool_source", None),
    ] {
        at_stage(&pack, answers.clone(), Stage::Referral, |at| {
            let found: Vec<_> = at.gaps().into_iter().filter(|gap| gap.field.fact.as_str() == fact).collect();
            assert_eq!(
                found.iter().map(|gap| &gap.missing).collect::<Vec<_>>(),
                Vec::from_iter(&missing),
                "{fact} {answers}"
            );
        });
    }
}

/// Where the interview goes on, from the start or after a page, through all pages or only those still to answer.
#[test]
fn which_page_is_next() {
    let (screening, referral) = (Stage::Screening, Stage::Referral);
    let safe = json!({"immediate_danger": "no"});
    let outside = json!({"in_area": "no"});
    let owed = "judgement_high";
    for (answers, stage, after, unanswered, next) in [
        // All pages, in order.
        (&safe, screening, None, false, Some("immediate_danger")),
        (&safe, screening, Some("immediate_danger"), false, Some("idva")),
        (&safe, screening, Some("children"), false, Some("perpetrator_age")),
        (&safe, screening, Some("leaving_uk"), false, None),
        (&safe, referral, Some("referrer_name"), false, Some("perpetrator_name")),
        // What is still to answer: the weightiest of the section, or of a later one.
        (&safe, screening, None, true, Some("idva")),
        (&safe, screening, Some("children"), true, Some("idva")),
        (&safe, screening, Some("in_area"), true, Some("perpetrator_age")),
        // Once the verdict is settled, what is owed; the referral owes the screening nothing.
        (&outside, screening, None, true, Some(owed)),
        (&outside, screening, Some("children"), false, Some(owed)),
        (&outside, referral, None, true, Some("referrer_name")),
    ] {
        at_stage(packs::named("default"), answers.clone(), stage, |at| {
            let found = at.next_page(stage, after.map(page_of), unanswered);
            assert_eq!(found, next.map(page_of), "{answers} after {after:?}, unanswered only: {unanswered}");
        });
    }
}

/// Pages and sections are done when nothing they ask is left, and the result waits only for what is owed.
#[test]
fn what_is_left_to_answer() {
    let pack = packs::named("default");
    let outside = json!({"in_area": "no", "judgement_high": "no"});
    for (answers, stage, fact, is_asked, is_answered) in [
        (json!({}), Stage::Screening, "incidents_12m", true, false),
        (outside.clone(), Stage::Screening, "incidents_12m", false, true),
        (outside.clone(), Stage::Screening, "immediate_danger", true, false),
        (outside.clone(), Stage::Screening, "in_area", true, true),
        (json!({}), Stage::Referral, "referrer_name", true, false),
        (json!({}), Stage::Referral, "whereabouts_phone", true, false),
    ] {
        at_stage(pack, answers, stage, |at| {
            let page = pack.page(page_of(fact));
            assert_eq!(
                (at.page_is_asked(page), at.page_is_answered(page)),
                (is_asked, is_answered),
                "{fact}"
            );
        });
    }
    let mut not_known = Map::new();
    for (place, question) in pack.questions() {
        // Other victims decide nothing in this pack.
        if pack.section(place.page).stage == Stage::Screening && question.id.as_str() != "other_victims" {
            not_known.insert(question.id.to_string(), json!("not_known"));
        }
    }
    for (answers, screening, referral, settled, seen) in [
        // A referral has nine of its own, and asks for what the screening did not need as well.
        (json!({}), 6, 9 + 7, false, false),
        (json!({"in_area": "no"}), 2, 9 + 7, true, false),
        (outside, 2, 9 + 7, true, true),
        (not_known.into(), 0, 9 + 1, false, true),
    ] {
        at_stage(pack, answers.clone(), Stage::Screening, |at| {
            assert_eq!(at.sections_left(), screening, "{answers}");
            assert_eq!((at.outcome.is_settled(), at.can_see_result()), (settled, seen), "{answers}");
        });
        at_stage(pack, answers.clone(), Stage::Referral, |at| {
            assert_eq!(at.can_see_result(), seen, "writing the referral takes nothing away: {answers}");
            assert_eq!(at.sections_left(), referral, "{answers}");
            assert_eq!(at.first_open(), Some(page_of("referrer_name")));
        });
    }
}

/// Flags decide what is urgent and why it is asked, however they read a fact; what is answered is urgent no longer.
#[test]
fn flags_make_questions_urgent_and_explain_them() {
    let pack = changed(|pack| {
        let flags = pack["flags"].as_array_mut().unwrap();
        let marker = flags.iter_mut().find(|flag| flag["id"] == "marker").unwrap();
        marker["urgent"] = json!(true);
        let mut flag = flags.iter().find(|flag| flag["id"] == "urgent_first").unwrap().clone();
        flag["id"] = json!("staff_safety");
        flag["when"] = json!({"is_yes": "safety_weapons"});
        flag["unless"] = json!({"is_yes": "safety_dogs"});
        flags.push(flag);
    });
    let nothing = Priority::RulesOut(0);
    for (answers, fact, expected) in [
        (json!({}), "markers", Priority::Urgent),
        (json!({}), "immediate_danger", Priority::Urgent),
        (json!({"immediate_danger": "no"}), "immediate_danger", nothing),
        (json!({}), "idva_advises_pause", Priority::Urgent),
        (json!({"idva_advises_pause": "not_known"}), "idva_advises_pause", nothing),
        (json!({}), "children", nothing),
    ] {
        at_stage(&pack, answers.clone(), Stage::Screening, |at| {
            assert_eq!(at.priority(at.pack.page(page_of(fact))), expected, "{fact} {answers}");
        });
    }
    for (fact, beside_every_result) in
        [("safety_weapons", true), ("safety_dogs", true), ("safety_staff_risk", false)]
    {
        let why = why_asked(&pack, pack.question(fact).unwrap()).en;
        assert_eq!(why.ends_with("whatever the result."), beside_every_result, "{fact}: {why}");
        assert_eq!(why.ends_with("with the referral."), !beside_every_result, "{fact}: {why}");
    }
}

/// An entry that holds nothing, or not what it must, is not done; what is done leaves no gap. Every group.
#[test]
fn an_entry_that_holds_nothing_is_not_done() {
    let pack = packs::named("default");
    let mut groups = 0;
    for (place, question) in pack.questions() {
        let Kind::Group(_) = question.kind else { continue };
        groups += 1;
        at_stage(
            pack,
            json!({question.id.as_str(): [{}], "orders_in_force": "yes"}),
            Stage::Referral,
            |at| {
                let page = pack.page(place.page);
                assert!(!at.page_is_answered(page) || !at.page_is_asked(page), "{}", question.id);
                assert_ne!(
                    at.section_state(pack.section(place.page), question.speed),
                    SectionState::Done,
                    "{}",
                    question.id
                );
                let lacking = at.gaps();
                if at.page_is_asked(page) {
                    let within = |gap: &&drive_screening::interview::Gap| {
                        gap.field.item.as_ref().is_some_and(|(of, _)| *of == question.id)
                    };
                    assert!(lacking.iter().any(|gap| within(&gap)), "{}", question.id);
                }
            },
        );
    }
    assert!(groups >= 8, "{groups}");
}

/// What the page says is optional is what a referral may do without, question by question.
#[test]
fn optional_is_what_leaves_no_gap() {
    for pack in packs::all() {
        at_stage(pack, json!({}), Stage::Referral, |at| {
            let lacking = at.gaps();
            for (_, question) in pack.questions() {
                if at.is_asked(question) {
                    let lacks = lacking.iter().any(|gap| gap.field == Field::of(&question.id));
                    let at_least = matches!(&question.kind, Kind::Group(group) if group.at_least > 0);
                    assert_eq!(lacks, !may_be_left_out(pack, question) || at_least, "{}", question.id);
                }
            }
        });
    }
}

/// Every urgent flag of the pack is to be acted on as soon as the answer is given.
#[test]
fn urgent_flags_are_to_be_acted_on_at_once() {
    let pack = packs::named("default");
    for (answer, flags) in [
        (json!({}), vec![]),
        (json!({"immediate_danger": "no"}), vec![]),
        (json!({"immediate_danger": "yes"}), vec!["urgent_first"]),
        (
            json!({"idva_advises_pause": "yes", "immediate_danger": "yes"}),
            vec!["pause_for_safety", "urgent_first"],
        ),
    ] {
        at_stage(pack, answer, Stage::Screening, |at| assert_eq!(at.urgent_now(), flags));
    }
}

/// Answers of an earlier day are screened as of today, and what that changed is said.
#[test]
fn answers_of_an_earlier_day_are_screened_as_of_today() {
    let pack = Pack::builtin("default").unwrap();
    let sheet = serde_json::json!({
        "format": "answers/1", "pack": "default", "screened_on": "2026-08-30",
        "answers": {
            "perpetrator_age": 34, "perpetrator_alive": "yes", "perpetrator_identified": "yes", "in_area": "yes",
            "connection": "partner", "victim_aged_16_or_over": "yes", "counter_allegation": "no",
            "dash_done": "yes", "dash_form": "police_27", "dash_yes": 20, "dash_not_known": 0,
            "dash_assessed_on": "2026-08-20", "open_to_drive": "no", "custody": "none", "programme": "none",
            "mappa_level": "none", "detained_in_hospital": "no", "leaving_uk": "no", "idva": "linked",
            "idva_advises_pause": "no",
        },
    });
    let answers = AnswerSheet::from_json(sheet).unwrap().read(&pack).unwrap();
    assert_eq!(screen(&pack, &answers).name, "refer");
    let day = |text: &str| Date::parse(text).unwrap();
    let (same, line) = as_of(&pack, answers.clone(), day("2026-08-30"));
    assert!(same == answers && line.is_none());
    let (later, line) = as_of(&pack, answers.clone(), day("2026-09-01"));
    assert_eq!(later.screened_on, day("2026-09-01"));
    assert_eq!(
        line.unwrap().en,
        "These answers are of 30 August 2026. They are screened as of today, 1 September 2026. Nothing comes out otherwise."
    );
    let (stale, line) = as_of(&pack, answers, day("2026-12-05"));
    assert_eq!(screen(&pack, &stale).name, "need_information");
    let line = line.unwrap();
    assert!(line.en.contains("This has come out otherwise since: DASH"), "{}", line.en);
    assert!(line.en.contains("The result then:") && line.cy.contains("Y canlyniad bryd hynny:"));
}

/// A date is bounded by its own sense, on a sheet as in the page.
#[test]
fn dates_of_another_age_are_refused() {
    let pack = Pack::builtin("default").unwrap();
    for born in ["0001-01-01", "0085-02-14", "1816-05-05", "1906-11-20"] {
        let sheet = serde_json::json!({
            "format": "answers/1", "pack": "default", "screened_on": "2026-11-21",
            "answers": {"perpetrator_date_of_birth": born, "children_list": [{"child_date_of_birth": born}]},
        });
        let problems = AnswerSheet::from_json(sheet).unwrap().read(&pack).unwrap_err();
        let said: Vec<_> = problems.iter().map(|problem| (problem.code, problem.at.as_str())).collect();
        assert_eq!(
            said,
            [
                ("sheet-date-too-old", "children_list/1/child_date_of_birth"),
                ("sheet-date-too-old", "perpetrator_date_of_birth"),
            ]
        );
        let question = pack.question("perpetrator_date_of_birth").unwrap();
        let (year, month, day) = Date::parse(born).unwrap().ymd();
        let typed = RawValue::Date([day.to_string(), month.to_string(), format!("{year:04}")]);
        let wrong = FieldInput::typed(typed).read(question, Date::parse("2026-11-21").unwrap()).unwrap_err();
        assert!(wrong.en.ends_with("is more than 120 years ago; check the year"), "{}", wrong.en);
    }
}

/// Answers that contradict each other or are not usual count, and are asked about: at each of the questions, and once in the
/// list of what a referral lacks.
#[test]
fn what_may_not_be_right_is_asked_about() {
    let pack = Pack::builtin("default").unwrap();
    let born = "perpetrator_date_of_birth";
    for (answers, asked) in [
        // In custody, with a release date that has passed, on the day, and ahead.
        (
            json!({"custody": "sentenced", "release_date": "2026-11-20"}),
            vec![("ask-dates-disagree", "release_date", "custody")],
        ),
        (
            json!({"custody": "recall", "release_date": "2020-01-01"}),
            vec![("ask-dates-disagree", "release_date", "custody")],
        ),
        (json!({"custody": "sentenced", "release_date": "2026-11-21"}), vec![]),
        (json!({"custody": "sentenced", "release_date": "2027-01-21"}), vec![]),
        (json!({"custody": "none", "release_date": "2020-01-01"}), vec![]),
        (json!({"custody": "not_known", "release_date": "2020-01-01"}), vec![]),
        // What has ended while it is said to run.
        (
            json!({"probation_supervised": "yes", "probation_ends_on": "2026-10-01"}),
            vec![("ask-dates-disagree", "probation_ends_on", "probation_supervised")],
        ),
        (
            json!({"programme": "active", "programme_ends_on": "2026-10-01"}),
            vec![("ask-dates-disagree", "programme_ends_on", "programme")],
        ),
        (json!({"programme": "active", "programme_ends_on": "2027-10-01"}), vec![]),
        (
            json!({"orders_in_force": "yes", "orders_list": [{"order_expires_on": "2027-10-01"}, {"order_expires_on": "2026-10-01"}]}),
            vec![("ask-dates-disagree", "orders_list/2/order_expires_on", "orders_in_force")],
        ),
        (
            json!({"disruption_list": [{"disruption_by": "2026-10-01"}]}),
            vec![("ask-dates-disagree", "disruption_list/1/disruption_by", "")],
        ),
        // Before the person was born.
        (
            json!({"marac_heard": "yes", "marac_heard_on": "2004-05-05", born: "2005-01-01"}),
            vec![("ask-dates-disagree", "marac_heard_on", born)],
        ),
        (json!({"marac_heard": "no", "marac_heard_on": "2004-05-05", born: "2005-01-01"}), vec![]),
        (json!({"marac_heard": "yes", "marac_heard_on": "2004-05-05", born: "not_known"}), vec![]),
        (
            json!({"dash_done": "yes", "dash_assessed_on": "2010-01-01", born: "2010-01-02"}),
            vec![("ask-dates-disagree", "dash_assessed_on", born)],
        ),
        (
            json!({"other_victims": 1, "last_other_victim_on": "1979-01-01", born: "1980-01-01"}),
            vec![("ask-dates-disagree", "last_other_victim_on", born)],
        ),
        (
            json!({born: "1980-01-01", "risk_tools": [{"tool_completed_on": "1979-12-31"}]}),
            vec![("ask-dates-disagree", "risk_tools/1/tool_completed_on", born)],
        ),
        // Incidents of the last 12 months, and since a MARAC after which there was none.
        (
            json!({"incidents_list": [{"incident_on": "2025-11-21"}, {"incident_on": "2025-11-20"}]}),
            vec![("ask-dates-disagree", "incidents_list/2/incident_on", "")],
        ),
        (
            json!({"marac_heard": "yes", "marac_heard_on": "2026-06-01", "abuse_since_marac": "none", "incidents_list": [{"incident_on": "2026-06-02"}, {"incident_on": "2026-06-01"}]}),
            vec![("ask-dates-disagree", "incidents_list/1/incident_on", "abuse_since_marac")],
        ),
        (
            json!({"marac_heard": "yes", "marac_heard_on": "2026-06-01", "abuse_since_marac": "any", "incidents_list": [{"incident_on": "2026-06-02"}]}),
            vec![],
        ),
        // Numbers, and the ages that dates come to.
        (json!({"perpetrator_age": 3}), vec![("ask-not-usual", "perpetrator_age", "")]),
        (json!({"perpetrator_age": 16}), vec![]),
        (json!({born: "2023-11-21"}), vec![("ask-not-usual", born, "")]),
        (json!({born: "2010-11-21"}), vec![]),
        (
            json!({"children": "yes", "children_list": [{"child_date_of_birth": "2008-11-22"}, {"child_date_of_birth": "2008-11-21"}]}),
            vec![("ask-not-usual", "children_list/2/child_date_of_birth", "")],
        ),
        (
            json!({"victim_survivors_list": [{"victim_date_of_birth": "2016-01-01"}]}),
            vec![("ask-not-usual", "victim_survivors_list/1/victim_date_of_birth", "")],
        ),
        (
            json!({"perpetrator_age": 34, born: "1990-01-01"}),
            vec![("ask-ages-disagree", "perpetrator_age", born)],
        ),
        (json!({"perpetrator_age": 36, born: "1990-01-01"}), vec![]),
        (
            json!({"dash_done": "yes", "dash_form": "safelives_24", "dash_yes": 10, "dash_not_known": 2, "dash_no": 15}),
            vec![("ask-counts-disagree", "dash_no", "dash_yes")],
        ),
        (
            json!({"dash_done": "yes", "dash_form": "police_27", "dash_yes": 10, "dash_not_known": 2, "dash_no": 15}),
            vec![],
        ),
        (json!({"dash_done": "yes", "dash_yes": 10, "dash_not_known": 2, "dash_no": 9}), vec![]),
        // Times, by themselves and in text.
        (json!({"referral_completed_at": "99:99"}), vec![("ask-not-readable", "referral_completed_at", "")]),
        (
            json!({"referrer_email": "pc.sample", "referrer_phone": "12"}),
            vec![("ask-not-readable", "referrer_email", ""), ("ask-not-readable", "referrer_phone", "")],
        ),
        (json!({"referral_completed_at": "9am"}), vec![]),
        (
            json!({"victim_survivors_list": [{"victim_safe_phone": "01632 960002, 10:00 to 25:00"}]}),
            vec![("ask-no-such-time", "victim_survivors_list/1/victim_safe_phone", "")],
        ),
        (
            json!({"referral_completed_on": "2026-11-20", "records_checked_on": "2026-11-21"}),
            vec![("ask-dates-disagree", "records_checked_on", "referral_completed_on")],
        ),
    ] {
        let sheet = json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers});
        let answers = AnswerSheet::from_json(sheet.clone()).unwrap().read(&pack).unwrap();
        let (form, outcome) = (Form::from_answers(&answers), screen(&pack, &answers));
        let at = Interview {
            pack: &pack,
            form: &form,
            answers: &answers,
            outcome: &outcome,
            stage: Stage::Referral,
        };
        let doubts = at.doubts();
        let problems: Vec<_> = doubts.iter().map(|doubt| doubt.problem(&form)).collect();
        let said: Vec<_> = problems.iter().map(|problem| (problem.code, problem.at.as_str())).collect();
        let wanted: Vec<_> = asked.iter().map(|(code, at, _)| (*code, *at)).collect();
        assert_eq!(said, wanted, "{sheet}");
        let listed: Vec<_> = at
            .gaps()
            .into_iter()
            .filter_map(|gap| match gap.missing {
                Missing::Sure(message) => Some((gap.field, message)),
                _ => None,
            })
            .collect();
        let each: Vec<_> = doubts.iter().map(|doubt| (doubt.field.clone(), doubt.message.clone())).collect();
        assert_eq!(listed, each);
        for (doubt, (_, _, other)) in doubts.iter().zip(asked) {
            let message = &doubt.message;
            assert!(
                message.en != message.cy && !message.en.contains('{') && !message.cy.contains('{'),
                "{message:?}"
            );
            assert!(at.doubts_at(&doubt.field).contains(message));
            if !other.is_empty() {
                let field = Field::of(&pack.question(other).unwrap().id);
                assert!(at.doubts_at(&field).contains(message), "{other}: {sheet}");
            }
        }
    }
}

/// What is asked says what does not fit, and what it does not fit.
#[test]
fn what_is_asked_names_both_answers() {
    let pack = Pack::builtin("default").unwrap();
    for (answers, en, cy) in [
        (
            json!({"custody": "recall", "release_date": "2026-11-20"}),
            "Earliest release: 20 November 2026 has passed; check the date. The answer to \u{201c}Custody\u{201d} is \u{201c}Yes, recalled to prison\u{201d}: is that right?",
            "Rhyddhau cynharaf: mae 20 Tachwedd 2026 wedi mynd heibio; gwiriwch y dyddiad. Yr ateb i \u{201c}Dalfa\u{201d} yw \u{201c}Ydy, wedi'i alw'n ôl i'r carchar\u{201d}: a yw hynny'n gywir?",
        ),
        (
            json!({"perpetrator_date_of_birth": "1990-01-01", "risk_tools": [{"tool_completed_on": "1989-12-31"}]}),
            "Risk assessment 1, Date it was done: 31 December 1989 is before \u{201c}Perpetrator's date of birth\u{201d}, 1 January 1990; check both dates",
            "Asesiad risg 1, Dyddiad cwblhau: mae 31 Rhagfyr 1989 cyn \u{201c}Dyddiad geni'r cyflawnwr\u{201d}, 1 Ionawr 1990; gwiriwch y ddau ddyddiad",
        ),
        (
            json!({"perpetrator_age": 3}),
            "Age: 3 is less than 16, the least that is expected; check the number",
            "Oed: mae 3 yn llai na 16, y lleiaf a ddisgwylir; gwiriwch y rhif",
        ),
    ] {
        let sheet = json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers});
        let answers = AnswerSheet::from_json(sheet).unwrap().read(&pack).unwrap();
        let doubts = interview(&pack, &Form::from_answers(&answers), Stage::Referral, |at| at.doubts());
        assert_eq!((doubts[0].message.en.as_str(), doubts[0].message.cy.as_str()), (en, cy));
    }
}

/// A screening goes by its own day and a referral by the day on which it is written, whichever door a sheet comes through.
#[test]
fn dates_of_the_referral_go_by_the_day_it_is_written() {
    let pack = Pack::builtin("default").unwrap();
    for (fact, on, code) in [
        ("referral_completed_on", "2026-11-25", None),
        ("referral_completed_on", "2026-11-28", None),
        ("referral_completed_on", "2026-11-29", Some("sheet-future-date")),
        ("records_checked_on", "2026-11-25", None),
        ("whereabouts_checked_on", "2026-11-29", Some("sheet-future-date")),
        ("incidents_list", "2026-11-25", None),
        ("incidents_list", "2026-11-29", Some("sheet-future-date")),
        ("dash_assessed_on", "2026-11-22", Some("sheet-future-date")),
        ("marac_heard_on", "2026-11-25", Some("sheet-future-date")),
        ("marac_heard_on", "2003-03-31", Some("sheet-date-too-early")),
        ("dash_assessed_on", "1926-05-05", Some("sheet-date-too-early")),
        ("perpetrator_date_of_birth", "2026-11-25", Some("sheet-future-date")),
        ("release_date", "2030-11-25", None),
    ] {
        let value = if fact == "incidents_list" { json!([{"incident_on": on}]) } else { json!(on) };
        let sheet = json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {fact: value}});
        let read = AnswerSheet::from_json(sheet).unwrap().read_by(&pack, Date::parse("2026-11-28").unwrap());
        let said = read.err().map(|problems| problems[0].code);
        assert_eq!(said, code, "{fact} on {on}");
    }
}

/// A page that is open past midnight takes the new day, and what was typed as a word stays the day it meant.
#[test]
fn the_day_moves_and_what_was_typed_stays() {
    let pack = Pack::builtin("default").unwrap();
    let day = |text: &str| Date::parse(text).unwrap();
    let question = pack.question("risk_graded_on").unwrap();
    let field = Field::of(&question.id);
    for (typed, meant) in [
        (["today", "", ""], "2026-11-28"),
        (["", "Heddiw", ""], "2026-11-28"),
        (["", "", "yesterday"], "2026-11-27"),
        (["ddoe", "", ""], "2026-11-27"),
        (["14", "Feb", "2026"], "2026-02-14"),
        (["28", "11", "85"], "1985-11-28"),
    ] {
        let mut form = Form::new(day("2026-11-28"));
        form.put(&field, FieldInput::typed(RawValue::Date(typed.map(ToOwned::to_owned))));
        for today in ["2026-11-28", "2026-11-29", "2027-03-01"] {
            form.day_is(day(today));
            assert_eq!(form.screened_on, day(today));
            let read = form.read(question, &field).unwrap();
            assert_eq!(read, Some(Answer::Known(Known::Date(day(meant)))), "{typed:?} on {today}");
        }
    }
    // The new day's own date is refused before midnight and taken after it.
    let mut form = Form::new(day("2026-11-28"));
    form.put(&field, FieldInput::typed(RawValue::Date(["29", "11", "2026"].map(ToOwned::to_owned))));
    assert!(form.read(question, &field).is_err());
    form.day_is(day("2026-11-29"));
    assert!(form.read(question, &field).is_ok());
    // What cannot be read stays as typed.
    let typed = FieldInput::typed(RawValue::Date(["45", "9", "2018"].map(ToOwned::to_owned)));
    form.put(&field, typed.clone());
    form.day_is(day("2026-11-30"));
    assert_eq!(form.get(&field), typed);
}
