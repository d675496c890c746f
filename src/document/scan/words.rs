//! Words that are common in English or Welsh, and so no sign of a person by themselves.

/// Common words of English (`common.licence.txt`) and of Welsh, sorted, in small plain letters.
static ENGLISH: &str = include_str!("common.en.txt");
static WELSH: &str = include_str!("common.cy.txt");

/// What stands in names and beside them, and names nobody.
const NOBODY: [&str; 79] = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "pc", "dc", "ds", "dci", "doctor", "the", "a",
    "and", "of", "or", "von", "van", "der", "den", "de", "del", "el", "al", "bin", "ibn", "bint", "abu",
    "umm", "ap", "ab", "ferch", "mac", "mc", "st", "child", "baby", "unborn", "bump", "mum", "mam", "known",
    "unknown", "not", "none", "nee", "neu", "aka", "as", "born", "formerly", "also", "full", "surname",
    "plentyn", "babi", "anhysbys", "dim", "mab", "merch", "gynt", "hefyd", "his", "her", "their", "ei", "eu",
    "jr", "snr", "junior", "senior", "yes", "no", "n", "na", "nk", "nil",
];
/// Numbers in words, which name nobody however they are written.
const NUMBERS: [&str; 66] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "dim",
    "un",
    "dau",
    "dwy",
    "tri",
    "tair",
    "pedwar",
    "pedair",
    "pump",
    "pum",
    "chwech",
    "chwe",
    "saith",
    "wyth",
    "naw",
    "deg",
    "ugain",
    "deugain",
    "trigain",
    "cant",
    "mil",
    "cyntaf",
    "ail",
    "trydydd",
    "trydedd",
    "pedwerydd",
    "pumed",
    "chweched",
    "once",
    "twice",
];
/// Words that part one name from the next.
const BETWEEN: [&str; 13] =
    ["and", "or", "also", "known", "as", "aka", "nee", "born", "formerly", "neu", "gynt", "hefyd", "called"];

/// The words, ready to be searched.
pub(super) struct Common {
    english: Vec<&'static str>,
    welsh: Vec<&'static str>,
}

impl Common {
    pub(super) fn new() -> Self {
        Self { english: ENGLISH.lines().collect(), welsh: WELSH.lines().collect() }
    }

    /// Whether it may stand in any sentence.
    pub(super) fn is_common(&self, word: &str) -> bool {
        self.english.binary_search(&word).is_ok() || self.welsh.binary_search(&word).is_ok()
    }
}

pub(super) fn names_nobody(word: &str) -> bool {
    NOBODY.contains(&word) || NUMBERS.contains(&word)
}

pub(super) fn parts_names(word: &str) -> bool {
    BETWEEN.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// They are searched by halves.
    #[test]
    fn the_words_are_sorted_and_plain() {
        for list in [ENGLISH, WELSH] {
            let words: Vec<&str> = list.lines().collect();
            assert!(words.is_sorted() && words.len() > 400);
            assert!(list.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'\n'));
        }
    }
}
