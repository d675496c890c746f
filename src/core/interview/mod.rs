//! The interview: the form as typed, the next question, and the gaps. Pure; the pages only show it.

mod as_of;
mod asked;
mod doubts;
mod draft;
mod entry;
mod fill;
mod form;
mod gaps;
mod kept;
mod pick;
mod priority;
mod progress;
mod referrals;
mod say;
mod typed_date;
mod why;

pub use as_of::as_of;
pub use asked::{Asked, asked_in_item, goes_against, may_be_left_out, needs_reason};
pub use doubts::Doubt;
pub use draft::Draft;
pub use entry::{Field, FieldError, FieldInput, RawValue};
pub use fill::{Now, fill};
pub use form::{Form, GroupEntry};
pub use gaps::{Gap, Missing, left_out};
pub use kept::kept_in;
pub use priority::Priority;
pub use progress::{SectionState, stage_of};
pub use referrals::Referral;
pub use say::{evidence_text, item_name, say};
pub use typed_date::{TypedDate, typed_date};
pub use why::why_asked;

use crate::answers::Answers;
use crate::pack::{Pack, Stage};
use crate::screening::{Evaluator, Outcome, Truth};

/// An interview as it stands: what is asked, what was typed, and what that comes to. It is all borrowed, so that it is
/// passed by value; its methods say what to ask next and what is still missing.
#[derive(Clone, Copy, Debug)]
pub struct Interview<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// Everything that was typed.
    pub form: &'a Form,
    /// The answers that can be read of the form. Their day is that of the screening.
    pub answers: &'a Answers,
    /// What the answers come to by the pack.
    pub outcome: &'a Outcome,
    /// How far the person is: screening, or writing the referral.
    pub stage: Stage,
}

impl Interview<'_> {
    /// The same with the person further on, or not so far.
    #[must_use]
    pub fn at_stage(self, stage: Stage) -> Self {
        Self { stage, ..self }
    }

    /// Where to turn with an outcome, or with `urgent`: indices into the pack's routes. Those that only some cases call for come
    /// first.
    pub fn routes(self, outcome: &str) -> Vec<usize> {
        let facts = Evaluator::new(self.pack, self.answers, &self.outcome.criteria);
        let routes = self.pack.routes.iter().enumerate();
        let shown = routes.filter(|(_, route)| route.is_for(outcome, |rule| facts.truth(rule) == Truth::Yes));
        let (own, general): (Vec<_>, Vec<_>) = shown.partition(|(_, route)| route.when.is_some());
        own.into_iter().chain(general).map(|(index, _)| index).collect()
    }
}
