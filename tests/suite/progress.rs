//! How far an interview has come: where a section opens, what counts as answered, and what was answered, in lines.

use crate::support::packs;
use drive_screening::answers::Claims;
use drive_screening::interview::{Form, Interview, SectionState};
use drive_screening::pack::{Kind, Pack, QuestionPage, Section, Speed, Stage};
use drive_screening::screening::screen;
use drive_screening::words::Language;
use serde_json::{Value, json};

/// What these answers come to in a stage; those named in `claimed` came from another system.
fn at_stage<T>(answers: &Value, claimed: &[&str], stage: Stage, check: impl FnOnce(Interview<'_>) -> T) -> T {
    let pack = packs::named("default");
    let mut sheet = json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21"});
    sheet["answers"] = answers.clone();
    let mut answers = packs::answers(pack, &sheet);
    if !claimed.is_empty() {
        let mut claims = Claims::of("Example case system", &answers.facts).unwrap();
        claims.facts.retain(|fact| claimed.contains(&fact.as_str()));
        answers.claims = vec![claims];
    }
    let (form, outcome) = (Form::from_answers(&answers), screen(pack, &answers));
    check(Interview { pack, form: &form, answers: &answers, outcome: &outcome, stage })
}

fn section(id: &str) -> &'static Section {
    let pack: &'static Pack = packs::named("default");
    pack.sections.iter().find(|section| section.id.as_str() == id).unwrap()
}

/// The answers of the section about safety, page by page.
fn safety(pages: usize) -> Value {
    let all = [
        json!({"immediate_danger": "no"}),
        json!({"idva": "none", "idva_advises_pause": "no", "victim_view": "not_known"}),
        json!({"children": "no", "insider": "no"}),
    ];
    let mut answers = json!({});
    for page in &all[..pages] {
        answers.as_object_mut().unwrap().extend(page.as_object().unwrap().clone());
    }
    answers
}

/// A section opens at its first page with something to answer, else at its first that is asked, if one is.
#[test]
fn where_a_section_opens() {
    let (screening, referral) = (Stage::Screening, Stage::Referral);
    let settled = json!({"in_area": "no"});
    let no_dash = |more: Value| {
        let mut answers = json!({"dash_done": "no", "judgement_high": "no", "marac_heard": "no"});
        answers.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        answers
    };
    let (core, full) = (Speed::Core, Speed::Full);
    for (id, answers, stage, speed, page, state) in [
        ("safety", safety(0), screening, core, Some("safety_now"), SectionState::NotStarted),
        ("safety", safety(1), screening, core, Some("safety_support"), SectionState::InProgress),
        ("safety", safety(2), screening, core, Some("safety_people"), SectionState::InProgress),
        ("safety", safety(3), screening, core, Some("safety_now"), SectionState::Done),
        // Pages that are not asked are passed over, those that are answered only while another is not.
        ("person", settled.clone(), screening, core, Some("person_area"), SectionState::Done),
        ("connection", settled.clone(), screening, core, None, SectionState::NotNeeded),
        // What may be added has a list of its own, which goes through all of it.
        ("risk_evidence", no_dash(json!({})), referral, core, None, SectionState::NotNeeded),
        ("risk_evidence", no_dash(json!({})), referral, full, Some("tools_page"), SectionState::NotStarted),
        (
            "risk_evidence",
            no_dash(json!({"risk_tools": []})),
            referral,
            full,
            Some("markers_not_checked_page"),
            SectionState::InProgress,
        ),
        ("children_details", json!({"children": "no"}), referral, core, None, SectionState::NotNeeded),
        (
            "children_details",
            json!({"children": "yes"}),
            referral,
            core,
            Some("children_page"),
            SectionState::NotStarted,
        ),
        // "Not known" to what is asked if known wants a reason, on the last page.
        (
            "children_details",
            json!({"children": "yes", "children_list": "not_known"}),
            referral,
            core,
            Some("children_details_gaps"),
            SectionState::InProgress,
        ),
    ] {
        at_stage(&answers, &[], stage, |at| {
            let section = section(id);
            let found = at.first_page(section, speed).map(|page| section.pages[page].id.as_str());
            assert_eq!((found, at.section_state(section, speed)), (page, state), "{id}: {answers}");
        });
    }
}

/// The core of the default pack stays within ten minutes: with one victim-survivor, one incident and no child, at most so many
/// questions, pages and long texts. A matrix counts as one, and so does an entry, which has a page of its own.
#[test]
fn the_core_is_short() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
    let mut answers = cases.iter().find(|case| case["id"] == "V01").unwrap()["sheet"]["answers"].clone();
    answers["children"] = json!("no");
    at_stage(&answers, &[], Stage::Referral, |at| {
        let referral = at.pack.sections.iter().filter(|section| section.stage == Stage::Referral);
        let pages: Vec<_> =
            referral.flat_map(|section| at.asked_pages(section, Speed::Core)).map(|(_, page)| page).collect();
        let asked = |page: &QuestionPage| {
            page.questions.iter().filter(|question| at.is_asked(question)).cloned().collect::<Vec<_>>()
        };
        let lists =
            pages.iter().flat_map(|page| asked(page)).filter(|one| matches!(one.kind, Kind::Group(_)));
        let lists = lists.count();
        let matrix = pages.iter().find(|page| page.id.as_str() == "baseline_page").unwrap();
        let questions: usize = pages.iter().map(|page| asked(page).len()).sum();
        let questions = questions - (asked(matrix).len() - 1);
        let texts =
            pages.iter().flat_map(|page| asked(page)).filter(|one| matches!(one.kind, Kind::LongText));
        let (pages, texts) = (pages.len() + lists, texts.count());
        println!("core: {questions} questions, {pages} pages, {texts} long texts");
        assert_eq!(lists, 2);
        assert!(
            questions <= 38 && pages <= 16 && texts <= 8,
            "{questions} questions, {pages} pages, {texts} texts"
        );
    });
}

/// In a referral "not known" is no answer where it must be known, nor are fewer entries than it takes, nor entries that lack
/// what they need; while screening, and where nobody has confirmed it, other rules hold.
#[test]
fn what_counts_as_answered() {
    let contact = |email: &str| {
        json!({
            "referrer_name": "Sample Referrer", "referrer_role": "Officer", "referrer_agency": "police",
            "referrer_email": email, "referrer_phone": "01632 960000",
        })
    };
    let incident = json!({
        "incident_on": "2026-10-01", "incident_type": "Assault", "incident_reported_to": "Police",
        "incident_injury": "not_known", "incident_result": "not_known", "incident_police_recorded": "not_known",
    });
    let mut lacks = incident.clone();
    lacks.as_object_mut().unwrap().remove("incident_injury");
    let (screening, referral) = (Stage::Screening, Stage::Referral);
    for (fact, answers, claimed, stage, answered) in [
        ("referrer_email", contact("pc@police.example"), &[][..], referral, true),
        ("referrer_email", contact("not_known"), &[], referral, false),
        ("referrer_email", contact("not_known"), &[], screening, true),
        ("referrer_email", contact("pc@police.example"), &["referrer_phone"], referral, false),
        ("referrer_email", contact("pc@police.example"), &["referrer_phone"], screening, false),
        ("in_area", json!({"in_area": "not_known"}), &[], screening, true),
        ("in_area", json!({"in_area": "not_known"}), &["in_area"], screening, false),
        ("in_area", json!({}), &[], screening, false),
        // At least one victim-survivor.
        ("victim_survivors_list", json!({}), &[], referral, false),
        ("victim_survivors_list", json!({"victim_survivors_list": []}), &[], referral, false),
        ("victim_survivors_list", json!({"victim_survivors_list": "not_known"}), &[], referral, false),
        ("victim_survivors_list", json!({"victim_survivors_list": [{}]}), &[], referral, false),
        // Incidents may be none, or none known.
        ("incidents_list", json!({}), &[], referral, false),
        ("incidents_list", json!({"incidents_list": []}), &[], referral, true),
        ("incidents_list", json!({"incidents_list": "not_known"}), &[], referral, true),
        ("incidents_list", json!({"incidents_list": [incident]}), &[], referral, true),
        ("incidents_list", json!({"incidents_list": [{}]}), &[], referral, false),
        ("incidents_list", json!({"incidents_list": [incident, lacks]}), &[], referral, false),
        ("incidents_list", json!({"incidents_list": [lacks]}), &[], screening, true),
        // What may be added is answered once all of it is.
        ("whereabouts_phone", json!({}), &[], referral, false),
        ("whereabouts_phone", json!({"whereabouts_phone": "not_known"}), &[], referral, false),
        (
            "whereabouts_phone",
            json!({"whereabouts_phone": "not_known", "whereabouts_vehicle": "not_known", "whereabouts_workplace": "not_known"}),
            &[],
            referral,
            true,
        ),
    ] {
        at_stage(&answers, claimed, stage, |at| {
            let page = at.pack.page(at.pack.place(fact).unwrap().page);
            assert_eq!(
                at.page_is_answered(page),
                answered,
                "{fact} at {stage:?}: {answers}, of others: {claimed:?}"
            );
        });
    }
}

/// What another system answered is owed a look before any result, if it is asked.
#[test]
fn what_another_system_answered_is_owed_before_a_result() {
    let answers = json!({"in_area": "no", "judgement_high": "no"});
    for (claimed, owed) in [
        (&[][..], None),
        (&["in_area"], Some("person_area")),
        (&["judgement_high"], Some("judgement_view")),
        (&["in_area", "judgement_high"], Some("person_area")),
    ] {
        at_stage(&answers, claimed, Stage::Screening, |at| {
            let found = at.owed_before_result().map(|page| at.pack.page(page).id.as_str());
            assert_eq!((found, at.can_see_result()), (owed, owed.is_none()), "{claimed:?}");
        });
    }
}

/// Each entry of a group has a line, which numbers it from 1; what is not answered says whether it may be left out.
#[test]
fn answers_are_said_in_lines() {
    let numbers = json!([{"reference_type": "pnc", "reference_number": "12/345"}, {}]);
    for (fact, answers, en, cy) in [
        ("in_area", json!({"in_area": "yes"}), vec!["Yes"], vec!["Ydy"]),
        ("in_area", json!({"in_area": "no"}), vec!["No"], vec!["Nac ydy"]),
        ("in_area", json!({"in_area": "not_known"}), vec!["Not known"], vec!["Ddim yn hysbys"]),
        ("in_area", json!({}), vec!["Not answered"], vec!["Heb ei ateb"]),
        ("whereabouts_phone", json!({}), vec!["Not answered (optional)"], vec!["Heb ei ateb (dewisol)"]),
        // The reason for what is not known is never left out where it is asked.
        ("children_details_not_known_reason", json!({}), vec!["Not answered"], vec!["Heb ei ateb"]),
        ("markers", json!({"markers": []}), vec!["None of these"], vec!["Dim un o'r rhain"]),
        ("perpetrator_age", json!({"perpetrator_age": 34}), vec!["34"], vec!["34"]),
        ("release_date", json!({"release_date": "2027-05-01"}), vec!["1 May 2027"], vec!["1 Mai 2027"]),
        ("reference_numbers", json!({"reference_numbers": []}), vec!["None"], vec!["Dim"]),
        (
            "reference_numbers",
            json!({"reference_numbers": "not_known"}),
            vec!["Not known"],
            vec!["Ddim yn hysbys"],
        ),
        (
            "reference_numbers",
            json!({"reference_numbers": numbers}),
            vec!["Reference number 1: PNC ID, 12/345", "Reference number 2"],
            vec!["Cyfeirnod 1: Rhif PNC, 12/345", "Cyfeirnod 2"],
        ),
    ] {
        at_stage(&answers, &[], Stage::Referral, |at| {
            let question = at.pack.question(fact).unwrap();
            assert_eq!(at.answer_lines(question, Language::En), en, "{answers}");
            assert_eq!(at.answer_lines(question, Language::Cy), cy, "{answers}");
        });
    }
}

/// Where an answer comes from has the last line, whether there is an answer or not.
#[test]
fn where_an_answer_comes_from_is_the_last_line() {
    let pack = packs::named("default");
    let beside = "Where this comes from: Police record; 1 October 2026";
    for (answers, first) in [(json!({"marac_heard": "yes"}), "Yes"), (json!({}), "Not answered")] {
        let sheet = json!({
            "format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers,
            "evidence": {"marac_heard": {"from": "police_record", "on": "2026-10-01"}},
        });
        let answers = packs::answers(pack, &sheet);
        let (form, outcome) = (Form::from_answers(&answers), screen(pack, &answers));
        let at =
            Interview { pack, form: &form, answers: &answers, outcome: &outcome, stage: Stage::Screening };
        let lines = at.answer_lines(pack.question("marac_heard").unwrap(), Language::En);
        assert_eq!(lines, [first, beside]);
    }
}
