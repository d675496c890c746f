//! The bodies of messages that hold values, in the form of `crate::packed`: the criteria of a copy with its settings, a form to
//! change a pack in, a form to go on with.

use crate::answers::Answers;
use crate::interview::{Draft, Entry, Field, Typed};
use crate::pack::Pack;
use crate::pack::packed::shown;
use crate::packed::{In, Out, Packed, from_one_piece, in_one_piece, packed};
use crate::site::{Recipient, Site};

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
    let mut out = Out::default();
    site.put(&mut out);
    shown(pack).put(&mut out);
    answers.put(&mut out);
    in_one_piece(out)
}

/// Reads what [`write_setup`] wrote.
pub fn read_setup(bytes: &[u8]) -> (Site, Pack, Option<Answers>) {
    from_one_piece(bytes, |from| (Site::take(from), Pack::take(from), Packed::take(from)))
}

/// Writes a form that asks and decides nothing, with the answers it begins with, in one piece.
pub fn write_form(form: &Pack, answers: &Answers) -> Vec<u8> {
    let mut out = Out::default();
    form.put(&mut out);
    answers.put(&mut out);
    in_one_piece(out)
}

/// Reads what [`write_form`] wrote.
pub fn read_form(bytes: &[u8]) -> (Pack, Answers) {
    from_one_piece(bytes, |from| (Pack::take(from), Answers::take(from)))
}

/// Writes a form to go on with, in one piece.
pub fn write_draft(draft: &Draft) -> Vec<u8> {
    let mut out = Out::default();
    draft.put(&mut out);
    in_one_piece(out)
}

/// Reads what [`write_draft`] wrote.
pub fn read_draft(bytes: &[u8]) -> Draft {
    from_one_piece(bytes, Draft::take)
}

packed! {
    struct Draft { reference, stage, answers, typed }
    struct Field { item, fact }
    struct Entry { not_known, typed }
    struct Recipient { name, key }
}

packed! {
    enum Typed { 0 Choice(value), 1 Set(values), 2 NoneOfThese, 3 Text(text), 4 Date(parts), else 5 Nothing }
}
