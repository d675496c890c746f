//! Lists whose length a file, a pack or a host controls, cut to what a person can take in, with the count of the rest.
//!
//! Whatever draws, prints or passes on such a list goes through here, so that none can stop a page and none is cut in
//! silence.

use crate::base::words::{Localized, Phrase};

/// Most of what is wrong, or came out otherwise, that is shown at once: who reads these mends them and comes again.
pub const MOST_SHOWN: usize = 20;

/// Most of what to do that stands open at once: the rest is folded away below it, so that somebody in a hurry reads the first. What
/// is urgent is never folded away.
pub const FEW: usize = 4;

/// Most places to turn that stand open at once.
const PLACES: usize = 3;

/// Most rows of one list that a person goes through on purpose, such as the answers of a record. No honest file has as
/// many.
pub const MOST_ROWS: usize = 500;

/// The start of a list, and how many more there are.
pub fn shown<T>(list: &[T], most: usize) -> (&[T], usize) {
    list.split_at_checked(most).map_or((list, 0), |(shown, rest)| (shown, rest.len()))
}

/// The places to turn that stand open, and the rest, which is folded away: nothing where that would be one alone.
pub fn few<T>(list: &[T]) -> (&[T], &[T]) {
    if list.len() <= PLACES + 1 { (list, &[]) } else { list.split_at(PLACES) }
}

/// "and 99,980 more", if there are any.
pub fn more(count: usize) -> Option<Localized> {
    (count > 0).then(|| Phrase::of("and {0} more", "{0} arall heb eu dangos").fill(&[&in_thousands(count)]))
}

/// A count with its thousands set apart.
fn in_thousands(count: usize) -> String {
    let digits = count.to_string();
    let mut said = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_cut_and_the_rest_is_counted() {
        let list: Vec<usize> = (0..100_000).collect();
        for (length, most, kept, rest) in [
            (0, 20, 0, 0),
            (1, 20, 1, 0),
            (20, 20, 20, 0),
            (21, 20, 20, 1),
            (100_000, 20, 20, 99_980),
            (3, 0, 0, 3),
        ] {
            let (start, more) = shown(&list[..length], most);
            assert_eq!((start, more), (&list[..kept], rest));
        }
    }

    #[test]
    fn one_alone_is_not_folded_away() {
        let list: Vec<usize> = (0..20).collect();
        for (length, open) in [(0, 0), (1, 1), (3, 3), (4, 4), (5, 3), (20, 3)] {
            assert_eq!(few(&list[..length]), list[..length].split_at(open), "{length}");
        }
    }

    #[test]
    fn the_count_is_said_in_both_languages() {
        for (count, en, cy) in [
            (1, "and 1 more", "1 arall heb eu dangos"),
            (999, "and 999 more", "999 arall heb eu dangos"),
            (1_000, "and 1,000 more", "1,000 arall heb eu dangos"),
            (99_980, "and 99,980 more", "99,980 arall heb eu dangos"),
            (1_234_567, "and 1,234,567 more", "1,234,567 arall heb eu dangos"),
        ] {
            assert_eq!(more(count), Some(Localized::new(en, cy)));
        }
        assert_eq!(more(0), None);
    }
}
