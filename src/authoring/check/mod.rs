//! The check of a pack: a report for its owner, and its worked cases.
//!
//! Loading refuses a pack that does not hang together. A pack that loads may still decide in ways nobody meant: a
//! verdict that nothing reaches, a line that no count can pass, a question that never matters. [`check`] finds these
//! and gives a smallest answer sheet for each where there is one. It is exact, and pure: what day it is comes from the
//! caller.
//!
//! **Sheets.** "No answer sheet" means: no sheet screened on the given day that answers only what is asked, that is,
//! no question whose `asked_when` is not yes.
//!
//! **Bounds.** A pack may come from anywhere, so a check takes at most so many steps and so much memory, however large
//! the pack. What cannot be concluded within that is said of each criterion, question, flag and verdict, with what could,
//! and no finding is made from it.

pub(crate) mod cases;
mod criteria;
mod direction;
mod figures;
mod findings;
mod left_out;
pub(crate) mod pairs;
mod parts;
mod questions;
mod ranges;
mod subject;
mod verdicts;
mod wording;

pub use cases::{CaseOutcome, run_cases};
pub use findings::{Finding, Severity};

use crate::answer_space::budget::Budget;
use crate::answer_space::components::Space;
use crate::answer_space::read;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::sorted::gathered;
use drive_screening_core::pack::{Kind, NATIONS, Pack, in_nation, resolve_extends};
use findings::Findings;
use serde_json::{Map, Value, json};
use subject::Subject;

/// A smallest sheet that comes to a verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Reached {
    /// The verdict, or a finer outcome of one.
    pub outcome: String,
    /// The sheet, `answers/1`. Leaving out any answer leaves the verdict open or changes it.
    pub sheet: Value,
}

/// What the check of a pack found.
#[derive(Clone, Debug)]
pub struct Report {
    /// Problems first, then notes; each in the order of the pack.
    pub findings: Vec<Finding>,
    /// For every outcome that some sheet comes to, a smallest such sheet.
    pub reached: Vec<Reached>,
    /// How many worked cases were run.
    pub cases: usize,
}

impl Report {
    /// Whether no finding is a problem.
    pub fn passes(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity == Severity::Note)
    }

    /// What the pack is and holds, how many problems and notes there are, and a smallest sheet for every outcome.
    pub fn summary(&self, pack: &Pack) -> Value {
        let questions: usize = pack
            .questions()
            .map(|(_, question)| match &question.kind {
                Kind::Group(group) => 1 + group.questions.len(),
                _ => 1,
            })
            .sum();
        let reached: Map<String, Value> =
            gathered(self.reached.iter().map(|reached| (reached.outcome.clone(), reached.sheet.clone())));
        json!({
            "pack": { "id": pack.id.as_str(), "version": pack.version, "digest": pack.digest() },
            "verdict": if self.passes() { "sound" } else { "fails its check" },
            "questions": questions,
            "criteria": pack.criteria.len(),
            "decide": pack.criteria.iter().filter(|criterion| criterion.used).count(),
            "verdicts": pack.verdicts.len(),
            "flags": pack.flags.len(),
            "settings": pack.settings.len(),
            "cases": self.cases,
            "problems": self.findings.iter().filter(|f| f.severity == Severity::Problem).count(),
            "notes": self.findings.iter().filter(|f| f.severity == Severity::Note).count(),
            "reached": reached,
        })
    }
}

/// Loads a pack and checks it, as of a day.
///
/// # Errors
/// Every problem that keeps it from loading, as it is and as it is for a site in each nation.
///
/// # Examples
/// ```
/// use drive_screening_core::base::date::Date;
/// use drive_screening_authoring::check::check;
///
/// let day = Date::parse("2026-11-21").unwrap_or(Date::EARLIEST);
/// let (pack, report) = check(r#"{"extends": "default"}"#, day)?;
/// assert_eq!(pack.id.as_str(), "default");
/// assert!(report.passes());
/// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
/// ```
pub fn check(source: &str, day: Date) -> Result<(Pack, Report), Vec<Problem>> {
    let pack = Pack::load(source)?;
    loads_in_each_nation(source)?;
    let whole = resolve_extends(source)?.into();
    let budget = Budget::new();
    let space = Space::new(&pack, day, &budget);
    let choice = space.choose(&budget, &|_, _| true);
    let judging = pack.criteria.iter().map(|criterion| read::size(criterion.test.rule())).sum::<usize>()
        + pairs::steps(&[&pack.diagram]);
    let subject =
        Subject { pack: &pack, whole: &whole, space: &space, choice, budget: &budget, judging, day };
    let mut findings = Findings::default();
    let reached = verdicts::find(&subject, &mut findings);
    let matters = criteria::find(&subject, &mut findings);
    parts::find(&subject, &mut findings);
    ranges::find(&subject, &mut findings);
    direction::find(&subject, &mut findings);
    questions::find(&subject, &matters, &mut findings);
    left_out::find(&subject, &mut findings);
    figures::find(&subject, &mut findings);
    wording::find(&subject, &mut findings);
    let cases = cases::find(&subject, &mut findings);
    Ok((pack, Report { findings: findings.into_vec(), reached, cases }))
}

/// What a pack says of a nation is laid over it only where a site lies there: whether it fits shows then, or here.
fn loads_in_each_nation(source: &str) -> Result<(), Vec<Problem>> {
    let whole = resolve_extends(source)?;
    let mut problems = Vec::new();
    for nation in NATIONS.iter().filter(|_| whole.get("nations").is_some()) {
        let mut there = whole.clone();
        in_nation(&mut there, nation);
        for problem in Pack::from_json(there).err().unwrap_or_default() {
            let at = ["nations/", nation, "/", &problem.at].concat();
            problems.push(Problem { at, ..problem });
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}
