//! The sentence in which something stands.

use std::ops::Range;

/// The sentences that hold a range of a text, with the space after them.
pub(crate) fn sentence(text: &str, found: &Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (0, text.len());
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().copied();
        let ends = match c {
            '\n' => true,
            // "St. John's", "e.g. the", "10.30": no sentence begins with a small letter, or without a space before it.
            '.' | '!' | '?' => {
                next.is_none_or(|(_, next)| next.is_whitespace())
                    && {
                        let mut rest = text.get(at + 1..).unwrap_or_default().chars();
                        rest.find(|c| !c.is_whitespace()).is_none_or(|next| !next.is_lowercase())
                    }
                    && !is_short_word(text.get(..at).unwrap_or_default())
            }
            _ => false,
        };
        if !ends {
            continue;
        }
        let mut after = at + c.len_utf8();
        while let Some((at, space)) = characters.next_if(|(_, next)| next.is_whitespace()) {
            after = at + space.len_utf8();
        }
        if after <= found.start {
            start = after;
        } else if at + c.len_utf8() >= found.end {
            end = after;
            break;
        }
    }
    start..end
}

/// Whether a full stop after it belongs to a word that is cut short: an initial, or a title.
fn is_short_word(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || matches!(word, "Mr" | "Mrs" | "Ms" | "Dr" | "St" | "Prof" | "No")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_where_the_next_one_begins() {
        let of = |text: &str, found: &str| {
            let start = text.find(found).unwrap();
            text[sentence(text, &(start..start + found.len()))].to_owned()
        };
        assert_eq!(of("He left. Jane rang. He came back.", "Jane"), "Jane rang. ");
        assert_eq!(
            of("Dr. J. Sample rang at 10.30 p.m. on a Monday. He left.", "Sample"),
            "Dr. J. Sample rang at 10.30 p.m. on a Monday. "
        );
        assert_eq!(of("One\nJane\nThree", "Jane"), "Jane\n");
        assert_eq!(of("Jane", "Jane"), "Jane");
        assert_eq!(of("He left. Jane\nrang", "Jane\nrang"), "Jane\nrang");
        assert_eq!(of("Gadawodd. Ffoniodd Siân! Beth nawr?", "Siân"), "Ffoniodd Siân! ");
    }
}
