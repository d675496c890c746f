//! What the programs of one build give one another, in the form of `crate::packed`: the criteria of a copy with its settings,
//! a form to change a pack in, a form to go on with.

use crate::answers::Answers;
use crate::interview::{Draft, Entry, Field, Typed};
use crate::pack::Pack;
use crate::pack::packed::shown;
use crate::packed::{In, Out, Packed, from_one_piece, in_one_piece, packed, read_at, written};
use crate::site::{Recipient, Site};

/// Writes a pack with what a site says besides, as [`pack::packed::write`](crate::pack::packed::write) does.
pub fn write_copy(site: &Site, pack: &Pack, answers: &Option<Answers>) -> (Vec<u8>, String) {
    let mut out = Out::default();
    site.put(&mut out);
    shown(pack).put(&mut out);
    answers.put(&mut out);
    written(&[out])
}

/// Reads what [`write_copy`] wrote.
pub fn read_copy(numbers: &[u8], words: &str) -> (Site, Pack, Option<Answers>) {
    read_at(0, numbers, words, |from| (Site::take(from), Pack::take(from), Packed::take(from)))
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
