//! How much a page could settle.

use super::Interview;
use crate::pack::compiled::ValueSet;
use crate::pack::{FactId, Pack, QuestionPage};

/// What a page weighs while it is unanswered. The greater comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// The verdicts that the answers to its weightiest question could rule out, counted over the ways in which one open
    /// criterion could turn out.
    RulesOut(u32),
    /// An answer may tell of what must be acted on before everything else.
    Urgent,
}

impl Interview<'_> {
    /// What a page weighs by its questions that are asked and not answered.
    pub fn priority(self, page: &QuestionPage) -> Priority {
        let mut weight = Priority::RulesOut(0);
        for question in &page.questions {
            if self.answers.get(question.id.as_str()).is_none() && self.is_asked(question) {
                if is_urgent(self.pack, &question.id) {
                    return Priority::Urgent;
                }
                weight = weight.max(Priority::RulesOut(self.rules_out(&question.id)));
            }
        }
        weight
    }

    /// The verdicts that an open criterion reading the fact could rule out, over its values; of the weightiest such.
    fn rules_out(self, fact: &FactId) -> u32 {
        let Self { pack, outcome, .. } = self;
        let possible = u32::try_from(outcome.possible.len()).unwrap_or(0);
        let mut criteria = outcome.criteria.clone();
        let mut scratch = Vec::new();
        let mut most = 0;
        for index in &outcome.open {
            let criterion = &pack.criteria[*index];
            if !criterion.reads(&pack.instruments).contains(fact) {
                continue;
            }
            let mut out = 0;
            for value in criterion.test.can_be().iter() {
                criteria[*index] = ValueSet::only(value);
                let reached = pack.diagram.verdicts(&criteria, &mut scratch).len();
                out += possible.saturating_sub(reached);
            }
            criteria[*index] = outcome.criteria[*index];
            most = most.max(out);
        }
        most
    }
}

/// Whether a flag that comes before everything else hangs on the fact.
fn is_urgent(pack: &Pack, fact: &FactId) -> bool {
    pack.flags.iter().any(|flag| flag.urgent && flag.reads(fact, &pack.instruments))
}
