//! Where people are, as it is looked for: addresses, houses and schools of Part B, whole and by the words that tell one
//! from another.

use super::address;
use super::found::IdentifierKind;
use super::pattern::{Pattern, When};
use super::token::{Token, tokens};
use super::words::{Common, names_nobody};

/// Words for kinds of places, which tell none by themselves.
const KINDS: [&str; 92] = [
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "ln",
    "crescent",
    "cres",
    "terrace",
    "drive",
    "dr",
    "close",
    "gardens",
    "grove",
    "place",
    "square",
    "way",
    "walk",
    "row",
    "hill",
    "mews",
    "park",
    "parade",
    "rise",
    "view",
    "court",
    "house",
    "green",
    "fields",
    "flat",
    "flats",
    "apartment",
    "apartments",
    "cottage",
    "cottages",
    "farm",
    "lodge",
    "hall",
    "manor",
    "villa",
    "villas",
    "barn",
    "bungalow",
    "refuge",
    "hostel",
    "hotel",
    "caravan",
    "site",
    "estate",
    "room",
    "unit",
    "block",
    "tower",
    "school",
    "primary",
    "nursery",
    "academy",
    "college",
    "infants",
    "infant",
    "junior",
    "high",
    "secondary",
    "community",
    "stryd",
    "heol",
    "ffordd",
    "lon",
    "rhodfa",
    "clos",
    "maes",
    "cilgant",
    "teras",
    "rhes",
    "stad",
    "parc",
    "bryn",
    "ty",
    "tyddyn",
    "fferm",
    "bwthyn",
    "plas",
    "neuadd",
    "lloches",
    "fflat",
    "ysgol",
    "gynradd",
    "uwchradd",
    "meithrin",
    "coleg",
];
/// How Welsh changes the first letters of a word after another one.
const CHANGED: [(&str, &[&str]); 9] = [
    ("p", &["b", "mh", "ph"]),
    ("t", &["d", "nh", "th"]),
    ("c", &["g", "ngh", "ch"]),
    ("b", &["f", "m"]),
    ("d", &["dd", "n"]),
    ("g", &["", "ng"]),
    ("m", &["f"]),
    ("ll", &["l"]),
    ("rh", &["r"]),
];
/// Most words of a place that are taken together.
const MOST_TOGETHER: usize = 6;

fn is_kind(word: &str) -> bool {
    KINDS.contains(&word)
}

/// What is looked for of an address, a house or a school.
pub(super) fn of_place(text: &str, common: &Common, into: &mut Vec<Pattern>) {
    let tokens = tokens(text);
    for (index, segment) in tokens.split(|token| token.is(",") || token.is("*")).enumerate() {
        let mut lines = Vec::new();
        let mut start = 0;
        for (at, token) in segment.iter().enumerate() {
            if at > start && token.new_line {
                lines.push(&segment[start..at]);
                start = at;
            }
        }
        lines.push(&segment[start..]);
        for (line, words) in lines.into_iter().enumerate() {
            let words: Vec<&Token<'_>> = words.iter().filter(|token| !token.is_sign()).collect();
            // After the first come a town and a county, which tell no house.
            let tells = |token: &&&Token<'_>| token.is_digits() || is_kind(&token.folded);
            if (index == 0 && line == 0) || words.iter().any(|token| tells(&token)) {
                of_words(&words, common, into);
            }
        }
    }
}

/// What is looked for of the places in a text of other words: capitals around a word for a kind of place.
pub(super) fn of_places_among(text: &str, common: &Common, into: &mut Vec<Pattern>) {
    let tokens = tokens(text);
    let is_of_place = |token: &Token<'_>| {
        (token.is_letters() && (!token.is_plain() || is_kind(&token.folded)))
            || (token.is_digits() && token.folded.len() <= 4)
            || ((token.is("'") || token.is("-")) && token.joined)
    };
    for run in tokens.split(|token| !is_of_place(token)) {
        let words: Vec<&Token<'_>> = run.iter().filter(|token| !token.is_sign()).collect();
        if words.iter().any(|token| is_kind(&token.folded)) {
            of_words(&words, common, into);
        }
    }
}

/// Every few words together that tell one place from another.
fn of_words(words: &[&Token<'_>], common: &Common, into: &mut Vec<Pattern>) {
    // A postcode is looked for as one.
    let plain: Vec<&str> = words.iter().map(|token| &*token.folded).collect();
    let any_capital = words.iter().any(|token| token.is_letters() && !token.is_plain());
    let tells: Vec<bool> = words
        .iter()
        .map(|token| {
            token.is_letters()
                && token.folded.chars().count() > 2
                && !is_kind(&token.folded)
                && !names_nobody(&token.folded)
                && (!token.is_plain() || (!any_capital && !common.is_common(&token.folded)))
        })
        .collect();
    let mut add = |squeezed: String, when: When| {
        for (plain, changed) in CHANGED {
            // "Bryn Awel", "ym Mryn Awel"
            if let Some(rest) = squeezed.strip_prefix(plain).filter(|rest| !rest.starts_with('h'))
                && squeezed.starts_with(|c: char| c.is_ascii_lowercase())
            {
                for begins in changed {
                    into.push(Pattern {
                        squeezed: [begins, rest].concat(),
                        kind: IdentifierKind::Place,
                        when,
                    });
                }
            }
        }
        into.push(Pattern { squeezed, kind: IdentifierKind::Place, when });
    };
    if words.len() == 1 && tells[0] {
        add(plain[0].to_owned(), When::Capital);
    }
    for start in 0..words.len() {
        for end in start + 2..=words.len().min(start + MOST_TOGETHER) {
            if (start..end).any(|at| tells[at]) {
                add(plain[start..end].concat(), When::Whole(end - start));
            }
        }
    }
    for at in (0..words.len()).filter(|at| tells[*at]) {
        // "Ysgol Gynradd Ddychmygol", called "Ysgol Ddychmygol"
        for (kind, word) in plain.iter().enumerate().filter(|(_, word)| is_kind(word)) {
            let pair = if kind < at { [word, plain[at]] } else { [plain[at], word] };
            add(pair.concat(), When::Whole(2));
        }
        // "Elm Road", called "Elm Rd"; "Elm Street" is near enough to be asked about.
        if plain.get(at + 1).is_some_and(|next| is_kind(next)) {
            for kind in ["rd", "st", "ave", "ln", "cres", "school", "street", "road"] {
                add([plain[at], kind].concat(), When::Whole(2));
            }
        }
    }
}

/// The postcodes, numbers and addresses by shape in any text: each as what is looked for, or as the digits of a number.
pub(super) fn of_shapes(text: &str, into: &mut Vec<Pattern>, phones: &mut Vec<String>) {
    let tokens = tokens(text);
    let mut at = 0;
    let squeezed = |range: std::ops::Range<usize>| -> String {
        tokens[range].iter().filter(|token| !token.is_sign()).map(|token| &*token.folded).collect()
    };
    while at < tokens.len() {
        let rest = &tokens[at..];
        if let Some(count) = address::email(rest) {
            let when = When::Whole(1);
            into.push(Pattern { squeezed: squeezed(at..at + count), kind: IdentifierKind::Email, when });
            at += count;
        } else if let Some(count) = address::postcode(rest) {
            let when = When::Whole(1);
            into.push(Pattern { squeezed: squeezed(at..at + count), kind: IdentifierKind::Postcode, when });
            at += count;
        } else if let Some((count, digits)) = address::digits(rest) {
            // Shorter ones are house numbers, days and years.
            if digits.len() >= 6 {
                phones.push(national(&digits).to_owned());
            }
            at += count;
        } else {
            at += 1;
        }
    }
}

/// A number without what is dialled before it from one place or another.
pub(super) fn national(digits: &str) -> &str {
    let digits = digits.strip_prefix("00").unwrap_or(digits);
    let digits = digits.strip_prefix("44").filter(|rest| rest.len() >= 9).unwrap_or(digits);
    digits.trim_start_matches('0')
}
