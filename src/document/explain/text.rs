//! An explanation in words, as data.

use crate::block::Line;
use drive_screening_core::pack::{CriterionIndex, Pack};
use serde_json::{Value as Json, json};

/// All there is to say about an outcome, ready to be shown, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExplanationText {
    /// The reasons that settled it, in pack order; empty while several verdicts are possible.
    pub because: Vec<ReasonText>,
    /// The unknowns that still matter and were not asked yet.
    pub not_asked: Vec<UnknownText>,
    /// The unknowns that still matter although they were asked.
    pub not_known: Vec<UnknownText>,
    /// The heading of [`would_change`](Self::would_change).
    pub would_change_title: &'static str,
    /// The ways to another outcome, or to settling this one; the nearest first.
    pub would_change: Vec<PathText>,
}

/// A reason in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonText {
    /// The criterion.
    pub criterion: CriterionIndex,
    /// Its short name.
    pub label: String,
    /// The sentence for the value it came to.
    pub says: String,
    /// The facts behind it, each value with the line or window that it is measured by, and every date; then where they
    /// come from, as far as that was said.
    pub facts: Vec<Line>,
    /// The source of the criterion, then those of its figures.
    pub sources: Vec<String>,
}

/// Something unknown in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownText {
    /// The criterion.
    pub criterion: CriterionIndex,
    /// Its short name.
    pub label: String,
    /// The sentence that says it is not known.
    pub says: String,
    /// The person or agency that could tell.
    pub who: String,
    /// Each way it could turn out that alone would settle the outcome, and how; or that none would. Empty for
    /// judgement, which is not for anybody to turn out.
    pub settles: Vec<String>,
}

/// The ways to another outcome in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathText {
    /// The public name of the outcome.
    pub outcome: String,
    /// Its sentence.
    pub sentence: String,
    /// The conditions, each a sentence; any one of them would do.
    pub ifs: Vec<String>,
    /// There are further ways to it.
    pub more: bool,
}

/// The explanation as JSON, with the words in it.
pub fn explanation_json(pack: &Pack, text: &ExplanationText) -> Json {
    let id = |index: CriterionIndex| pack.criteria[index].id.as_str();
    let reason = |reason: &ReasonText| {
        json!({
            "criterion": id(reason.criterion),
            "label": reason.label,
            "says": reason.says,
            "facts": reason.facts.iter().map(Line::text).collect::<Vec<_>>(),
            "sources": reason.sources,
        })
    };
    let unknown = |unknown: &UnknownText| {
        json!({
            "criterion": id(unknown.criterion),
            "label": unknown.label,
            "says": unknown.says,
            "who": unknown.who,
            "settles": unknown.settles,
        })
    };
    let path = |path: &PathText| json!({ "outcome": path.outcome, "sentence": path.sentence, "ifs": path.ifs, "more": path.more });
    json!({
        "because": text.because.iter().map(reason).collect::<Vec<_>>(),
        "not_asked": text.not_asked.iter().map(unknown).collect::<Vec<_>>(),
        "not_known": text.not_known.iter().map(unknown).collect::<Vec<_>>(),
        "would_change": text.would_change.iter().map(path).collect::<Vec<_>>(),
    })
}
