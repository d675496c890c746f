//! The bodies of messages that hold values, in the form of `crate::base::wire`: the criteria of a copy with its settings, a form to
//! change a pack in, a form to go on with.

use crate::answers::{Answers, Renewed};
use crate::base::wire::{Encoder, Wire, from_bytes, to_bytes, wire};
use crate::interview::{Draft, Field, FieldInput, RawValue};
use crate::pack::Pack;
use crate::pack::wire::shown;
use crate::site::{IdleLimits, Recipient, Site};

/// A copy as the composer read it.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Its settings, without what they change of the pack.
    pub site: Site,
    /// Its pack, with that laid over it and without the words that the page does not show.
    pub pack: Pack,
    /// What another system answers, if it was taken.
    pub answers: Option<Answers>,
    /// What to tell who embeds the page of those answers, as JSON.
    pub notice: Option<String>,
}

/// Writes a pack, as [`shown`] leaves it, with what a site says besides and what is answered already, in one piece.
pub fn write_setup(site: &Site, pack: &Pack, answers: &Option<Answers>) -> Vec<u8> {
    let mut out = Encoder::default();
    site.encode(&mut out);
    shown(pack).encode(&mut out);
    answers.encode(&mut out);
    to_bytes(out)
}

/// Reads what [`write_setup`] wrote.
pub fn read_setup(bytes: &[u8]) -> (Site, Pack, Option<Answers>) {
    from_bytes(bytes, |from| (Site::decode(from), Pack::decode(from), Wire::decode(from)))
}

/// Writes a form that asks and decides nothing, with the answers it begins with, in one piece.
pub fn write_form(form: &Pack, answers: &Answers) -> Vec<u8> {
    let mut out = Encoder::default();
    form.encode(&mut out);
    answers.encode(&mut out);
    to_bytes(out)
}

/// Reads what [`write_form`] wrote.
pub fn read_form(bytes: &[u8]) -> (Pack, Answers) {
    from_bytes(bytes, |from| (Pack::decode(from), Answers::decode(from)))
}

/// Writes a form to go on with, in one piece.
pub fn write_draft(draft: &Draft) -> Vec<u8> {
    let mut out = Encoder::default();
    draft.encode(&mut out);
    to_bytes(out)
}

/// Reads what [`write_draft`] wrote.
pub fn read_draft(bytes: &[u8]) -> Draft {
    from_bytes(bytes, Draft::decode)
}

wire! {
    struct Draft { is_details, reference, stage, answers, typed, renewed, referrals }
    struct Renewed { fact, from, says }
    struct Field { item, fact }
    struct FieldInput { not_known, typed }
    struct IdleLimits { lock_after, clear_after }
    struct Recipient { name, parts, is_recovery, key }
}

wire! {
    enum RawValue { 0 Choice(value), 1 Set(values), 2 NoneOfThese, 3 Text(text), 4 Date(parts), else 5 Nothing }
}
