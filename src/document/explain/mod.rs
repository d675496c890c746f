//! The reasons of an outcome, and the ways to another one, in words.
//!
//! [`screening::explanation`](fn@drive_screening_core::screening::explanation) works out which criteria settled the outcome and which
//! would change it; here that becomes sentences. [`explain`] is the way in. The page, Part A, Part C and the command line
//! all take their words from here.
//!
//! | file | holds |
//! |---|---|
//! | `text` | the explanation as data: reasons, unknowns, paths to other outcomes; and as JSON |
//! | `known_facts` | which answers a reader may see, as each record gives them |
//! | `provenance` | the source of an answer, how fresh it is, and its weaknesses |
//! | `criterion_facts` | the facts behind a criterion, with the figures they are measured by |
//! | `sentences` | an explanation of the core put into words |
//! | `blocks` | these texts as blocks of a document |
//! | `panel_reasons` | the reasons in the order and at the length of Part A |
//! | `trace` | every answer the screening could read, for Part C |
//!
//! Words of fact throughout: what would have to turn out, never what to answer.

pub(crate) mod blocks;
mod criterion_facts;
pub(crate) mod known_facts;
pub(crate) mod panel_reasons;
pub(crate) mod provenance;
mod sentences;
mod text;
pub(crate) mod trace;

pub use provenance::freshness;
pub use text::{ExplanationText, PathText, ReasonText, UnknownText, explanation_json};

use drive_screening_core::answers::Answers;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::Pack;
use drive_screening_core::screening::{Outcome, explanation};
use known_facts::EveryAnswer;
use sentences::Verbalizer;

/// The outcome explained, for whoever may see every answer. It must be that of the same pack and answers.
///
/// # Examples
/// ```
/// # use drive_screening_core::answers::AnswerSheet;
/// use drive_screening_document::explain;
/// # use drive_screening_core::pack::Pack;
/// use drive_screening_core::screening::screen;
/// use drive_screening_core::base::words::Language;
///
/// # let pack = Pack::builtin("default")?;
/// # let sheet = AnswerSheet::parse(
/// #     r#"{"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {"in_area": "no"}}"#,
/// # )?;
/// # let answers = sheet.read(&pack)?;
/// let outcome = screen(&pack, &answers);
/// let explained = explain(&pack, &answers, &outcome, Language::En);
/// assert_eq!(explained.because[0].says, "The person lives outside the panel's area");
/// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
/// ```
pub fn explain(pack: &Pack, answers: &Answers, outcome: &Outcome, language: Language) -> ExplanationText {
    let facts = &EveryAnswer { pack, answers };
    Verbalizer { pack, facts, screened_on: answers.screened_on, language }
        .explain(&explanation(pack, answers, outcome))
}
