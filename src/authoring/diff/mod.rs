//! Which situations two packs decide differently.
//!
//! A **situation** is one combination of values of the criteria that decide in either pack. Criteria are matched by id:
//! one with the same rule in both is one criterion; one whose rule changed takes those pairs of an old and a new value
//! that some answer sheet gives it. Every combination counts the same, whether or not other criteria share its facts,
//! so a share says how much of the table of criteria changed, not how many people it would touch.

mod changes;
mod count;
mod product;

pub use changes::{Change, changes};

use crate::answer_space::budget::Budget;
use crate::answer_space::components::{Choice, Found, Judged, Space};
use crate::answer_space::read::size;
use crate::answer_space::sheet;
use crate::check::cases;
use crate::check::pairs::{some, steps};
use drive_screening_core::answers::Answers;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::{Language, Localized};
use drive_screening_core::pack::Pack;
use drive_screening_core::pack::compiled::VerdictSet;
use drive_screening_core::screening::{criteria, screen};
use product::{Joint, TooComplex};
use serde_json::{Value, json};

/// How two packs differ.
#[derive(Clone, Debug)]
pub struct Difference {
    /// All situations, if the number has at most 38 digits.
    pub situations: Option<u128>,
    /// The share of situations decided differently, 0 to 1.
    pub share: f64,
    /// What changed to what, in order of the old pack's verdicts and then the new one's.
    pub groups: Vec<Group>,
    /// The worked cases of either pack that the other decides differently.
    pub cases: Vec<CaseEffect>,
}

/// The situations that one pack decides so and the other so.
#[derive(Clone, Debug)]
pub struct Group {
    /// The old pack's outcome, as its public name.
    pub from: String,
    /// The new pack's.
    pub to: String,
    /// Both in words.
    pub sentences: [Localized; 2],
    /// How many situations, if the number has at most 38 digits.
    pub number: Option<u128>,
    /// The share of all situations, 0 to 1.
    pub share: f64,
    /// A smallest answer sheet, to be read with a pack that asks the questions of both.
    pub example: Example,
}

/// A sheet that shows a group.
#[derive(Clone, Debug, PartialEq)]
pub enum Example {
    /// The sheet, `answers/1`.
    Sheet(Value),
    /// No sheet is settled so by both packs, but this one is by one of them, and the other leaves it open.
    Open(Value),
    /// No answer sheet comes near these situations: what its criteria read rules them out.
    NoSheet,
    /// The search took too long.
    NotFound,
}

/// A worked case that the other pack decides differently.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseEffect {
    /// The pack that carries it.
    pub pack: String,
    /// Its name.
    pub id: String,
    /// What it is about.
    pub title: Localized,
    /// What the old pack makes of it.
    pub from: String,
    /// What the new pack makes of it.
    pub to: String,
}

/// Compares two packs, given as their sources, as of a day.
///
/// # Errors
/// The problems that keep one from loading, the old pack's first; or one that says that they are too complex.
///
/// # Examples
/// ```
/// use drive_screening_core::base::date::Date;
/// use drive_screening_core::pack::builtin;
/// use drive_screening_authoring::diff::diff;
///
/// let day = Date::parse("2026-11-21").unwrap_or(Date::EARLIEST);
/// let [old, new] = ["default", "min16"].map(|name| builtin::source(name).unwrap_or_default());
/// let difference = diff(old, new, day)?;
/// assert!(difference.share > 0.0);
/// assert!(difference.cases.iter().any(|case| (case.from.as_str(), case.to.as_str()) == ("not_eligible", "refer")));
/// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
/// ```
pub fn diff(old: &str, new: &str, day: Date) -> Result<Difference, Vec<Problem>> {
    let packs = [Pack::load(old)?, Pack::load(new)?];
    let difference = compare(&packs[0], &packs[1], day).map_err(|TooComplex| {
        vec![Problem::new(
            "diff-too-complex",
            "",
            Localized::new(
                "the two packs are too tangled to compare in full",
                "mae'r ddau becyn yn rhy ddyrys i'w cymharu'n fanwl",
            ),
            Localized::new(
                "compare them with a pack in between that changes less",
                "cymharwch hwy â phecyn rhyngddynt sy'n newid llai",
            ),
        )]
    })?;
    Ok(Difference { cases: effects([old, new], &packs)?, ..difference })
}

fn compare(old: &Pack, new: &Pack, day: Date) -> Result<Difference, TooComplex> {
    let budget = Budget::new();
    let joint = Joint::new(old, new, day, &budget)?;
    let space = Space::new(&joint.pack, day, &budget);
    let choice = space.choose(&budget, &|_, _| true);
    let (mut groups, mut share) = (Vec::new(), 0.0);
    for ((from, to), count) in joint.counts()? {
        let names = [&joint.sides[0].outcomes[from], &joint.sides[1].outcomes[to]];
        if names[0] == names[1] {
            continue;
        }
        share += count.share;
        groups.push(Group {
            from: names[0].clone(),
            to: names[1].clone(),
            sentences: [
                old.outcome_text(names[0]).sentence.clone(),
                new.outcome_text(names[1]).sentence.clone(),
            ],
            number: count.number,
            share: count.share,
            example: example(&joint, &choice, [from, to], day, &budget),
        });
    }
    Ok(Difference { situations: joint.combinations(), share, groups, cases: Vec::new() })
}

fn example(joint: &Joint, choice: &Choice<'_>, verdicts: [usize; 2], day: Date, budget: &Budget) -> Example {
    let wanted = verdicts.map(VerdictSet::only);
    let settled = |reached: [VerdictSet; 2]| reached == wanted;
    let open = |reached: [VerdictSet; 2]| {
        (reached[0] == wanted[0] && !reached[1].is_apart_from(wanted[1]))
            || (reached[1] == wanted[1] && !reached[0].is_apart_from(wanted[0]))
    };
    match smallest_sheet(joint, choice, verdicts, &settled, day, budget) {
        Ok(Some(sheet)) => return Example::Sheet(sheet),
        Ok(None) => {}
        Err(()) => return Example::NotFound,
    }
    match smallest_sheet(joint, choice, verdicts, &open, day, budget) {
        Ok(Some(sheet)) => Example::Open(sheet),
        Ok(None) => Example::NoSheet,
        Err(()) => Example::NotFound,
    }
}

/// A smallest sheet whose possible verdicts by both packs are as wanted.
fn smallest_sheet(
    joint: &Joint,
    choice: &Choice<'_>,
    verdicts: [usize; 2],
    wanted: &dyn Fn([VerdictSet; 2]) -> bool,
    day: Date,
    budget: &Budget,
) -> Result<Option<Value>, ()> {
    let diagrams = [&joint.sides[0].diagram, &joint.sides[1].diagram];
    let mut scratch = Vec::new();
    let share = budget.share();
    let found = choice.find(None, &share, steps(&diagrams), &mut |bounds, last| {
        let reached = diagrams.map(|diagram| diagram.verdicts(bounds, &mut scratch));
        if reached == verdicts.map(VerdictSet::only) || (last && wanted(reached)) {
            Judged::Always
        } else if last || !some(diagrams, [bounds; 2], &|old, new| [old, new] == verdicts) {
            Judged::Never
        } else {
            Judged::Perhaps
        }
    });
    let record = match found {
        Found::Sheet(record) => record,
        Found::None => return Ok(None),
        Found::GaveUp => return Err(()),
    };
    let comes = |sheets: &[Answers]| {
        let possible = criteria(&joint.pack, &sheets[0]);
        let mut scratch = Vec::new();
        wanted(diagrams.map(|diagram| diagram.verdicts(&possible, &mut scratch)))
    };
    let judging: usize = joint.pack.criteria.iter().map(|one| size(one.test.rule())).sum();
    let steps = sheet::Steps { share: &share, each: judging + steps(&diagrams) };
    let found = sheet::smallest(&joint.pack, day, vec![record], steps, &comes);
    found.and_then(|found| sheet::to_json(&joint.pack, &found.sheets).pop()).map(Some).ok_or(())
}

/// The worked cases of either pack that the packs decide differently. A case that both carry is told once.
fn effects(sources: [&str; 2], packs: &[Pack; 2]) -> Result<Vec<CaseEffect>, Vec<Problem>> {
    let mut effects: Vec<CaseEffect> = Vec::new();
    for (source, pack) in sources.into_iter().zip(packs) {
        let whole = drive_screening_core::pack::resolve_extends(source)?.into();
        for (_, case) in cases::read(pack, &whole) {
            let Ok(case) = case else { continue };
            let [from, to] = [&packs[0], &packs[1]].map(|pack| screen(pack, &case.answers).name);
            if from == to || effects.iter().any(|other| other.id == case.id && other.title == case.title) {
                continue;
            }
            let pack = pack.id.as_str().to_owned();
            effects.push(CaseEffect { pack, id: case.id, title: case.title, from, to });
        }
    }
    Ok(effects)
}

impl Group {
    /// The group as JSON, with the sentences and what stands for the example in words.
    pub fn to_json(&self, language: Language) -> Value {
        let mut group = json!({
            "from": self.from,
            "to": self.to,
            "says": self.sentences.each_ref().map(|sentence| sentence.say(language)),
            "situations": self.number.map(|number| number.to_string()),
            "share": self.share,
        });
        match &self.example {
            Example::Sheet(sheet) => group["example"] = sheet.clone(),
            Example::Open(sheet) => group["left_open"] = sheet.clone(),
            Example::NoSheet => group["no_sheet"] = true.into(),
            Example::NotFound => {}
        }
        group
    }
}
