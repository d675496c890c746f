//! Which answers a reader may see.

use crate::explain::provenance::Provenance;
use drive_screening_core::answers::{Answers, Value};
use drive_screening_core::pack::{FactId, Pack, Part, Question};

/// The answers that a reader may see. The record of each part gives its own, so an explanation for that part cannot tell
/// of any other.
pub(crate) trait KnownFacts<'a> {
    /// The question and the value of a fact, where the value is known and may be seen.
    fn known(&self, fact: &str) -> Option<(&'a Question, &'a Value)>;

    /// Where such an answer comes from.
    fn provenance(&self, fact: &str) -> Option<Provenance>;
}

/// Every answer, for the referrer's own eyes.
pub(crate) struct EveryAnswer<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) answers: &'a Answers,
}

impl<'a> KnownFacts<'a> for EveryAnswer<'a> {
    fn known(&self, fact: &str) -> Option<(&'a Question, &'a Value)> {
        Some((self.pack.question(fact)?, self.answers.known(fact)?))
    }

    fn provenance(&self, fact: &str) -> Option<Provenance> {
        self.answers.known(fact)?;
        Provenance::of(self.pack, self.answers, &FactId::parse(fact)?, Part::Handling)
    }
}
