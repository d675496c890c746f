//! The words for a page that cannot be submitted.

use crate::base::words::Phrase;

/// After the label of a question with choices that was left blank.
pub(super) const PICK: Phrase =
    Phrase::of("choose an answer, or not known", "dewiswch ateb, neu ddim yn hysbys");
/// After the label of any other.
pub(super) const FILL: Phrase =
    Phrase::of("enter an answer, or tick not known", "rhowch ateb, neu ticiwch ddim yn hysbys");
/// A referral against the result without reasons.
pub(super) const DISAGREE_MISSING: Phrase =
    Phrase::of("Write your reasons before you go on", "Ysgrifennwch eich rhesymau cyn parhau");
