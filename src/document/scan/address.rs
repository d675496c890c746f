//! How people can be reached or found: e-mail addresses, postcodes, phone numbers, streets. Each function says how many
//! tokens from the first are one.

use super::token::Token;

/// What ends the name of a street in English, with and without a number before it.
const STREETS: [&str; 8] = ["street", "road", "avenue", "lane", "crescent", "terrace", "rd", "ave"];
const STREETS_WITH_NUMBER: [&str; 20] = [
    "st", "drive", "close", "gardens", "grove", "place", "square", "way", "walk", "row", "hill", "mews",
    "park", "parade", "rise", "view", "court", "house", "green", "fields",
];
/// What begins it in Welsh.
const WELSH: [&str; 5] = ["stryd", "heol", "ffordd", "lon", "rhodfa"];
const WELSH_WITH_NUMBER: [&str; 8] = ["clos", "maes", "cilgant", "teras", "rhes", "stad", "parc", "bryn"];
const OF_THE: [&str; 6] = ["y", "yr", "r", "pen", "fawr", "newydd"];
/// A part of a house that has a number.
const DOORS: [&str; 4] = ["flat", "apartment", "apt", "fflat"];
/// Before the word for a street, these name none.
const NO_STREET: [&str; 14] =
    ["the", "a", "this", "that", "his", "her", "their", "main", "same", "next", "on", "in", "every", "one"];

/// After the word for a street, these make it a part of something else.
const OF_A_STREET: [&str; 5] = ["policing", "traffic", "safety", "rage", "closure"];

/// `somebody@example.org`.
pub(super) fn email(tokens: &[Token<'_>]) -> Option<usize> {
    if tokens[0].is("@") || !(tokens[0].is_letters() || tokens[0].is_digits()) {
        return None;
    }
    let (mut at, mut dot) = (None, None);
    for (index, token) in tokens.iter().enumerate() {
        if index > 0 && !token.joined {
            break;
        }
        let word = token.is_letters() || token.is_digits();
        match &*token.folded {
            "@" if at.is_none() => at = Some(index),
            "." | "-" | "_" | "+" => {}
            _ if !word => break,
            // A word after a full stop after the sign: the address may end here.
            _ if at.is_some_and(|at| index > at + 2) && tokens[index - 1].is(".") => dot = Some(index + 1),
            _ if dot == Some(index) => dot = Some(index + 1),
            _ => {}
        }
    }
    dot
}

/// `ZZ99 9ZZ`: one or two letters, a digit, perhaps one more sign; a digit and two letters. With or without the space,
/// in any case, but not "A4 2nd".
pub(super) fn postcode(tokens: &[Token<'_>]) -> Option<usize> {
    let area = &tokens[0];
    if !area.is_letters() || !area.folded.is_ascii() || area.folded.len() > 2 || area.glued {
        return None;
    }
    let district = tokens.get(1).filter(|token| token.joined && token.is_digits())?;
    let mut next = 2;
    let mut inward = "";
    match district.folded.len() {
        // `ZZ999ZZ` and `ZZ99ZZ`, written together.
        2 | 3 if tokens.get(2).is_some_and(|token| token.joined && is_two_letters(token)) => {
            inward = &tokens[2].folded;
            next = 3;
        }
        1 | 2 => {
            // `W1A 0ZZ`
            if tokens
                .get(2)
                .is_some_and(|token| token.joined && token.is_letters() && token.folded.len() == 1)
            {
                next = 3;
            }
            tokens.get(next).filter(|token| token.is_digits() && token.folded.len() == 1)?;
            let letters = tokens.get(next + 1).filter(|token| token.joined && is_two_letters(token))?;
            inward = &letters.folded;
            next += 2;
        }
        _ => {}
    }
    let ends =
        tokens.get(next).is_none_or(|token| !token.joined || !(token.is_letters() || token.is_digits()));
    (!inward.is_empty() && ends && !matches!(inward, "st" | "nd" | "rd" | "th" | "am" | "pm")).then_some(next)
}

fn is_two_letters(token: &Token<'_>) -> bool {
    token.is_letters() && token.folded.is_ascii() && token.folded.len() == 2
}

/// A number as it is dialled: from 0 or +, ten digits or more, in groups.
pub(super) fn phone(tokens: &[Token<'_>]) -> Option<usize> {
    if tokens[0].glued {
        return None;
    }
    let mut digits = String::new();
    let mut count = 0;
    let plus = tokens[0].is("+");
    for (index, token) in tokens.iter().enumerate() {
        if token.is_digits() {
            digits.push_str(&token.folded);
            count = index + 1;
        } else if !matches!(&*token.folded, "+" | "(" | ")" | "-" | "." | "/") || (token.is("+") && index > 0)
        {
            break;
        } else if token.is(".") && tokens.get(index + 1).is_none_or(|next| !next.joined) {
            // The end of a sentence.
            break;
        }
        if digits.is_empty() && index > 1 {
            break;
        }
    }
    let national = digits.strip_prefix("0044").or(if plus { digits.strip_prefix("44") } else { None });
    let subscriber = match national {
        Some(rest) => rest.strip_prefix('0').unwrap_or(rest),
        None if plus => return (9..=15).contains(&digits.len()).then_some(count),
        None => digits.strip_prefix('0')?,
    };
    let known = matches!(subscriber.as_bytes().first(), Some(b'1' | b'2' | b'3' | b'7' | b'8'));
    (known && matches!(subscriber.len(), 9 | 10)).then_some(count)
}

/// A run of digits however they are grouped: how many tokens, and the digits. It begins and ends with one.
pub(super) fn digits(tokens: &[Token<'_>]) -> Option<(usize, String)> {
    let mut digits = String::new();
    let mut count = 0;
    for (index, token) in tokens.iter().enumerate() {
        if token.is_digits() && !(index > 0 && token.new_line) {
            digits.push_str(&token.folded);
            count = index + 1;
        } else if index == 0
            || index > count + 2
            || !["+", "(", ")", "-", ".", "/"].iter().any(|sign| token.is(sign))
        {
            break;
        }
    }
    (count > 0).then_some((count, digits))
}

/// `12 High Street`, `Albert Road`, `Flat 3`, `5 Heol y Bont`, `Stryd Fawr`.
pub(super) fn street(tokens: &[Token<'_>]) -> Option<usize> {
    if tokens[0].says(&DOORS) && tokens.get(1).is_some_and(Token::is_digits) {
        let letter =
            tokens.get(2).is_some_and(|token| token.joined && token.folded.len() == 1 && token.is_letters());
        return Some(if letter { 3 } else { 2 });
    }
    let mut at = 0;
    let numbered = tokens[0].is_digits() && tokens[0].folded.len() <= 4 && !tokens[0].glued;
    if numbered {
        at = 1;
        if tokens.get(1).is_some_and(|token| token.joined && token.folded.len() == 1 && token.is_letters()) {
            at = 2;
        }
        if tokens.get(at).is_some_and(|token| token.is(",")) {
            at += 1;
        }
    }
    let first = tokens.get(at)?;
    welsh(&tokens[at..], numbered)
        .or_else(|| english(&tokens[at..], numbered))
        .filter(|_| first.is_letters())
        .map(|count| at + count)
}

fn welsh(tokens: &[Token<'_>], numbered: bool) -> Option<usize> {
    let kind = &tokens[0];
    let begins = kind.says(&WELSH) || (numbered && kind.says(&WELSH_WITH_NUMBER));
    if !begins || !(kind.is_capital() || numbered) {
        return None;
    }
    let mut count = 1;
    let mut named = false;
    while let Some(token) = tokens.get(count) {
        // "Pen-y-lan": what a sign joins needs no capital.
        if token.is_letters() && (token.is_capital() || token.joined || token.says(&OF_THE)) && count < 8 {
            named = named || token.is_capital() || token.says(&["fawr", "newydd"]);
            count += 1;
        } else if matches!(&*token.folded, "'" | "-") && token.joined {
            count += 1;
        } else {
            break;
        }
    }
    named.then_some(count)
}

fn english(tokens: &[Token<'_>], numbered: bool) -> Option<usize> {
    let mut words = 0;
    for (index, token) in tokens.iter().enumerate() {
        // "St John's Terrace"
        if token.joined && index > 0 && (matches!(&*token.folded, "'" | "-" | ".") || token.is_letters()) {
            continue;
        }
        if !token.is_letters() || words > 4 {
            return None;
        }
        let ends =
            token.says(&STREETS) || (numbered && token.is_capital() && token.says(&STREETS_WITH_NUMBER));
        let plain = !token.is_capital();
        let is_of = tokens.get(index + 1).is_some_and(|next| next.says(&OF_A_STREET));
        if ends && words > 0 && !is_of && (!plain || (numbered && words == 1)) {
            return Some(index + 1);
        }
        // Words of the name have capitals; after a number one may go without.
        if (plain && !(numbered && words == 0 && !token.says(&NO_STREET)))
            || (words == 0 && token.says(&NO_STREET))
        {
            return None;
        }
        words += 1;
    }
    None
}
