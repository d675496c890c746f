//! Worked cases: answer sheets whose outcome the pack's owner wrote down, run against the pack.
//!
//! A pack carries them as `cases`, each `{"id", "title", "screened_on", "answers", "expect"}`. What is expected is an
//! `outcome`, and if the owner wishes the exact `possible`, `open` and `flags`, as results name them. The cases of the
//! built-in packs stand in files of their own, so that the page does not carry them.

use super::findings::{Check, Findings};
use super::findings::{Finding, Severity};
use super::subject::Subject;
use crate::answer_space::budget::GaveUp;
use drive_screening_core::answers::{AnswerSheet, Answers};
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::sorted::sort_by_key;
use drive_screening_core::base::text::{one_line, quoted};
use drive_screening_core::base::words::{Localized, Phrase};
use drive_screening_core::pack::{Pack, builtin, resolve_extends};
use drive_screening_core::screening::{result_json, screen};
use serde_json::{Value, json};
use std::collections::HashSet;

/// How much longer it takes to screen a worked case, with its reasons, than to judge its answers.
const CASE: usize = 16;

/// What a worked case came to.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseOutcome {
    /// The name of the case.
    pub id: String,
    /// What it is about.
    pub title: Localized,
    /// What is not as expected: a problem of the case itself, or a result that differs. Empty if all is.
    pub findings: Vec<Finding>,
}

/// A case that can be run.
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) title: Localized,
    pub(crate) answers: Answers,
    pub(super) expect: Value,
}

/// Runs the worked cases of a pack: those it carries, and those beside it if it is built in.
///
/// # Errors
/// Every problem that keeps the pack from loading.
///
/// # Examples
/// ```
/// use drive_screening_core::pack::builtin;
/// use drive_screening_authoring::check::run_cases;
///
/// let cases = run_cases(builtin::source("min16").unwrap_or_default())?;
/// assert!(!cases.is_empty() && cases.iter().all(|case| case.findings.is_empty()));
/// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
/// ```
pub fn run_cases(source: &str) -> Result<Vec<CaseOutcome>, Vec<Problem>> {
    let pack = Pack::load(source)?;
    let whole = resolve_extends(source)?.into();
    Ok(read(&pack, &whole).into_iter().map(|(at, case)| ran(&pack, &at, case)).collect())
}

pub(super) fn find(subject: &Subject<'_>, findings: &mut Findings) -> usize {
    let share = subject.budget.share();
    let cases = read(subject.pack, subject.whole);
    if cases.is_empty() {
        findings.push(Finding::new(
            Severity::Note,
            "no-cases",
            "cases",
            Phrase::of("the pack has no worked cases", "nid oes gan y pecyn achosion enghreifftiol"),
            Phrase::of(
                "add a few fictitious cases with the outcome you expect, so that a later change shows",
                "ychwanegwch ychydig o achosion dychmygol gyda'r canlyniad a ddisgwyliwch, fel y gwelir newid diweddarach",
            ),
            &[],
        ));
    }
    let mut run = 0;
    for (at, read) in cases {
        // To say why a screening came out so takes about as long again for each criterion.
        if let Err(GaveUp) = share.spend(CASE * subject.judging) {
            findings.gave_up(&at, Check::Cases);
            break;
        }
        run += 1;
        findings.extend(ran(subject.pack, &at, read).findings);
    }
    run
}

fn ran(pack: &Pack, at: &str, read: Result<Case, Vec<Finding>>) -> CaseOutcome {
    match read {
        Ok(case) => {
            let findings = compare(pack, &case, at);
            CaseOutcome { id: case.id, title: case.title, findings }
        }
        Err(findings) => CaseOutcome { id: at.to_owned(), title: Localized::default(), findings },
    }
}

/// The cases of a pack, each with its place, as far as they can be run.
pub(crate) fn read(pack: &Pack, whole: &Value) -> Vec<(String, Result<Case, Vec<Finding>>)> {
    let mut cases = Vec::new();
    match whole.get("cases") {
        None => {}
        Some(Value::Array(list)) => cases.extend(list.iter().cloned()),
        Some(_) => return vec![("cases".to_owned(), Err(vec![unreadable("cases")]))],
    }
    if decides_as_built_in(pack, whole) {
        let beside = builtin::cases(pack.id.as_str()).map(serde_json::from_str::<Vec<Value>>);
        cases.extend(beside.and_then(Result::ok).unwrap_or_default());
    }
    let mut seen = HashSet::new();
    let mut read = Vec::new();
    for (index, json) in cases.iter().enumerate() {
        let id = json["id"].as_str().filter(|id| id.len() <= 64).map(str::to_owned);
        let at = format!("cases/{}", id.as_deref().map_or(index.to_string(), |id| one_line(id, 64)));
        let mut case = case(pack, json, &at);
        if id.is_some_and(|id| !seen.insert(id)) {
            case = Err(vec![unreadable(&at)]);
        }
        read.push((at, case));
    }
    read
}

/// Whether this is a built-in pack, whose cases stand beside it; also one in which a site changed its own words.
fn decides_as_built_in(pack: &Pack, whole: &Value) -> bool {
    let Some(own) = builtin::source(pack.id.as_str())
        .and_then(|source| super::resolve_extends(source).ok())
        .map(Value::from)
    else {
        return false;
    };
    let rules = |pack: &Value| {
        let mut pack = pack.clone();
        for key in ["version", "routes", "document"] {
            pack[key].take();
        }
        pack
    };
    rules(&own) == rules(whole)
}

fn case(pack: &Pack, json: &Value, at: &str) -> Result<Case, Vec<Finding>> {
    const KEYS: [&str; 5] = ["id", "title", "screened_on", "answers", "expect"];
    const EXPECT: [&str; 4] = ["outcome", "possible", "open", "flags"];
    let unknown = |json: &Value, known: &[&str]| {
        json.as_object().is_none_or(|map| map.keys().any(|key| !known.contains(&key.as_str())))
    };
    let text = |key: &str| json["title"][key].as_str().filter(|text| !text.trim().is_empty());
    let (Some(id), Some(en), Some(cy)) = (json["id"].as_str(), text("en"), text("cy")) else {
        return Err(vec![unreadable(at)]);
    };
    let outcome = json["expect"]["outcome"].as_str();
    if unknown(json, &KEYS)
        || unknown(&json["title"], &["en", "cy"])
        || unknown(&json["expect"], &EXPECT)
        || outcome.is_none()
    {
        return Err(vec![unreadable(at)]);
    }
    let sheet = json!({
        "format": "answers/1", "pack": pack.id.as_str(), "screened_on": json["screened_on"], "answers": json["answers"],
    });
    let answers = AnswerSheet::from_json(sheet).and_then(|sheet| sheet.read(pack)).map_err(|problems| {
        let place = |problem: Problem| Finding {
            severity: Severity::Problem,
            problem: Problem { at: format!("{at}/{}", problem.at), ..problem },
            examples: Vec::new(),
        };
        problems.into_iter().map(place).collect::<Vec<_>>()
    })?;
    Ok(Case { id: id.to_owned(), title: Localized::new(en, cy), answers, expect: json["expect"].clone() })
}

fn unreadable(at: &str) -> Finding {
    Finding::new(
        Severity::Problem,
        "case-unreadable",
        at,
        Phrase::of("this is not a worked case", "nid achos enghreifftiol yw hwn"),
        Phrase::of(
            "write {\"id\":.., \"title\":{\"en\":..,\"cy\":..}, \"screened_on\":.., \"answers\":{..}, \"expect\":{\"outcome\":..}}, each id once",
            "ysgrifennwch {\"id\":.., \"title\":{\"en\":..,\"cy\":..}, \"screened_on\":.., \"answers\":{..}, \"expect\":{\"outcome\":..}}, pob id unwaith",
        ),
        &[],
    )
}

/// Everything expected that the result does not say.
fn compare(pack: &Pack, case: &Case, at: &str) -> Vec<Finding> {
    let result = Value::from(result_json(pack, &screen(pack, &case.answers)));
    let mut findings = Vec::new();
    for (key, expected) in case.expect.as_object().into_iter().flatten() {
        let expected = in_order(expected);
        if result[key] == expected {
            continue;
        }
        findings.push(
            Finding::new(
                Severity::Problem,
                "case-fails",
                &format!("{at}/expect/{key}"),
                Phrase::of("expected {0}, and it comes to {1}", "disgwyliwyd {0}, a daw i {1}"),
                Phrase::of(
                    "mend the rules, or the case if the change is meant",
                    "trwsiwch y rheolau, neu'r achos os bwriedir y newid",
                ),
                &[&quoted(&expected.to_string()), &quoted(&result[key].to_string())],
            )
            .with(vec![AnswerSheet::write(pack, &case.answers, None)]),
        );
    }
    findings
}

/// Lists are sets: their order does not count.
fn in_order(value: &Value) -> Value {
    let Value::Array(values) = value else { return value.clone() };
    let mut values = values.clone();
    sort_by_key(&mut values, Value::to_string);
    Value::Array(values)
}
