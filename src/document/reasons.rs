//! The reasons as the result page shows them: the same words as Part A.

use super::block::Row;
use super::findings::Findings;
use super::record;
use crate::answers::Answers;
use crate::pack::Pack;
use crate::screening::Outcome;
use crate::words::Language;

/// Why the screening came out as it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reasons {
    /// What opened the door, failed or excluded, each with the facts that the panel may see.
    pub deciding: Vec<Row>,
    /// The other conditions that were needed: those that are met, then those that do not stand in the way.
    pub met: Vec<String>,
    /// What points the same way and was not needed.
    pub besides: Vec<String>,
}

/// The reasons of an outcome. It must be that of the same pack and answers.
pub fn reasons(pack: &Pack, answers: &Answers, outcome: &Outcome, language: Language) -> Reasons {
    let record = record::panel(pack, answers, outcome);
    let found = Findings::new(pack, outcome).reasons(&record, answers.screened_on, language);
    let met = found.met.iter().chain(&found.clear).map(|settled| settled.says.to_owned()).collect();
    Reasons { deciding: found.deciding, met, besides: found.besides }
}
