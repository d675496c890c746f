//! How much a page could settle.

use super::asked::{Asked, asked};
use super::progress::Pages;
use crate::pack::compiled::ValueSet;
use crate::pack::{FactId, Pack, Page};

/// What a page weighs while it is unanswered. The greater comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The verdicts that the answers to its weightiest question could rule out, counted over the ways in which one open
    /// criterion could turn out.
    RulesOut(u32),
    /// An answer may tell of what must be acted on before everything else.
    Urgent,
}

/// What a page weighs by its questions that are asked and not answered.
pub fn weight(at: Pages<'_>, page: &Page) -> Weight {
    let mut weight = Weight::RulesOut(0);
    for question in &page.questions {
        if at.answers.get(question.id.as_str()).is_none()
            && asked(at.pack, at.answers, at.outcome, question, at.stage) == Asked::Yes
        {
            if is_urgent(at.pack, &question.id) {
                return Weight::Urgent;
            }
            weight = weight.max(Weight::RulesOut(rules_out(at, &question.id)));
        }
    }
    weight
}

/// Whether a flag that comes before everything else hangs on the fact.
fn is_urgent(pack: &Pack, fact: &FactId) -> bool {
    pack.flags.iter().any(|flag| flag.urgent && flag.reads(fact, &pack.instruments))
}

/// The verdicts that an open criterion reading the fact could rule out, over its values; of the weightiest such.
fn rules_out(at: Pages<'_>, fact: &FactId) -> u32 {
    let possible = at.outcome.possible.len();
    let mut criteria = at.outcome.criteria.clone();
    let mut scratch = Vec::new();
    let mut most = 0;
    for index in &at.outcome.open {
        let criterion = &at.pack.criteria[*index];
        if !criterion.reads(&at.pack.instruments).contains(fact) {
            continue;
        }
        let mut out = 0;
        for value in criterion.test.can_be().iter() {
            criteria[*index] = ValueSet::only(value);
            let reached = at.pack.diagram.verdicts(&criteria, &mut scratch).count_ones();
            out += u32::try_from(possible).unwrap_or(0).saturating_sub(reached);
        }
        criteria[*index] = at.outcome.criteria[*index];
        most = most.max(out);
    }
    most
}
