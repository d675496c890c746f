//! What the interview asks next, on the vignettes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test program: a failed expectation should stop it")]

use drive_screening::answers::AnswerSheet;
use drive_screening::interview::{
    Pages, can_see_result, next_page, owed_before_result, page_to_settle, stage_of,
};
use drive_screening::pack::{Pack, Stage};
use drive_screening::screening::screen;
use serde_json::{Value, json};

fn vignette(id: &str) -> Value {
    let cases: Vec<Value> = serde_json::from_str(include_str!("vignettes.json")).unwrap();
    cases.into_iter().find(|case| case["id"] == id).unwrap()["sheet"].clone()
}

fn with<T>(sheet: &Value, check: impl FnOnce(&Pack, Pages<'_>) -> T) -> T {
    let sheet = AnswerSheet::from_json(sheet.clone()).unwrap();
    let pack = Pack::builtin(&sheet.pack).unwrap();
    let answers = sheet.read(&pack).unwrap();
    let outcome = screen(&pack, &answers);
    let at = Pages { pack: &pack, answers: &answers, outcome: &outcome, stage: stage_of(&pack, &answers) };
    check(&pack, at)
}

#[test]
fn every_open_criterion_leads_to_the_page_that_could_settle_it() {
    for (id, page) in [("V29", "person_area"), ("V05", "risk_dash"), ("V25", "connection_who")] {
        with(&vignette(id), |pack, at| {
            let [open] = at.outcome.open[..] else { panic!("{id} has one open criterion") };
            let (section, at_page) = page_to_settle(at, open).unwrap();
            assert_eq!(pack.sections[section].pages[at_page].id.as_str(), page, "{id}");
        });
    }
}

#[test]
fn a_settled_verdict_still_owes_judgement_before_the_result() {
    let mut sheet = vignette("V28");
    sheet["answers"].as_object_mut().unwrap().remove("judgement_high");
    with(&sheet, |pack, at| {
        assert!(at.outcome.is_settled());
        assert!(!can_see_result(at));
        let owed = owed_before_result(at).unwrap();
        assert_eq!(pack.sections[owed.0].pages[owed.1].id.as_str(), "judgement_view");
        assert_eq!(next_page(at, Stage::Screening, None, true), Some(owed));
    });
    with(&vignette("V28"), |_, at| assert!(can_see_result(at)));
}

#[test]
fn a_sheet_with_anything_of_the_referral_goes_on_as_a_referral() {
    with(&vignette("V01"), |_, at| assert_eq!(at.stage, Stage::Screening));
    let mut sheet = vignette("V01");
    sheet["answers"]["referrer_name"] = json!("Sample Referrer");
    with(&sheet, |_, at| assert_eq!(at.stage, Stage::Referral));
}
