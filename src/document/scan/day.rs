//! Days of the calendar as people write them, in English and Welsh, to be compared with a date of birth.

use super::token::Token;
use drive_screening_core::base::date::Date;

/// The months by how their names begin, in small plain letters: in English, in Welsh, and as Welsh changes them after
/// other words.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ionawr", "ion"],
    &["feb", "chwefror", "chwef", "gwefror"],
    &["mar", "mawrth", "fawrth"],
    &["apr", "ebrill", "ebr"],
    &["may", "mai", "fai"],
    &["jun", "mehefin", "meh", "fehefin"],
    &["jul", "gorffennaf", "gorff", "orffennaf"],
    &["aug", "awst"],
    &["sep", "medi", "fedi"],
    &["oct", "hydref", "hyd"],
    &["nov", "tachwedd", "tach", "dachwedd", "thachwedd", "nhachwedd"],
    &["dec", "rhagfyr", "rhag", "ragfyr"],
];
/// The English names in full, so that "Marlow" is no March.
const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// What follows the number of a day.
const ORDINALS: [&str; 14] =
    ["st", "nd", "rd", "th", "af", "ail", "il", "ydd", "ed", "fed", "eg", "ain", "edd", "tydd"];
/// What may stand between a day and its month.
const OF: [&str; 7] = ["of", "o", "mis", "the", "y", "day", "dydd"];
/// Words that make a day without a year a birthday.
const BIRTH: [&str; 13] = [
    "birthday",
    "birthdate",
    "birth",
    "born",
    "dob",
    "bday",
    "pen",
    "penblwydd",
    "blwydd",
    "geni",
    "ganwyd",
    "ganed",
    "anwyd",
];

/// Numbers of a day, a month and a year; without a year where none is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Written {
    day: u32,
    month: u32,
    year: Option<u32>,
}

/// The month of a word.
pub(super) fn month(word: &str) -> Option<u32> {
    let named = |(index, names): (usize, &&[&str])| {
        let english = ENGLISH[index];
        let is = names.contains(&word) || word == english || (word == "sept" && index == 8);
        is.then_some(index)
    };
    MONTHS.iter().enumerate().find_map(named).and_then(|index| u32::try_from(index + 1).ok())
}

/// How many tokens from the first write one of the dates.
pub(super) fn birth(tokens: &[Token<'_>], at: usize, births: &[Date]) -> Option<usize> {
    let rest = tokens.get(at..)?;
    if births.is_empty() || !(rest[0].is_digits() || month(&rest[0].folded).is_some()) || rest[0].glued {
        return None;
    }
    let is = |written: Written, (count, whole): (usize, bool)| {
        let same = |date: &Date| {
            let (year, month, day) = date.ymd();
            let (day_month, year) = ((day, month), u32::try_from(year).unwrap_or(0));
            let turned = (written.month, written.day) == day_month && !whole;
            ((written.day, written.month) == day_month || turned)
                && match written.year {
                    Some(written) => written == year || (written < 100 && written == year % 100),
                    None => is_about_birth(tokens, at, count),
                }
        };
        births.iter().any(same).then_some(count)
    };
    // The longest first: "12 March" begins "12 March 1991".
    [numbers(rest), day_first(rest), month_first(rest), in_one(rest)]
        .into_iter()
        .flatten()
        .filter_map(|(written, count, named)| is(written, (count, named)))
        .max()
}

/// `12/03/1991`, `12.3.91`, `12 03 1991`, `1991-03-12`; the last says whether a month is named, so that day and month
/// cannot be the other way round.
fn numbers(tokens: &[Token<'_>]) -> Option<(Written, usize, bool)> {
    let mut values = [0; 3];
    let mut at = 0;
    for (index, value) in values.iter_mut().enumerate() {
        if index > 0 && tokens.get(at).is_some_and(super::token::Token::is_sign) {
            tokens.get(at).filter(|token| ["/", ".", "-", "*"].iter().any(|sign| token.is(sign)))?;
            at += 1;
        }
        let token = tokens.get(at).filter(|token| token.is_digits() && token.folded.len() <= 4)?;
        *value = token.folded.parse().ok()?;
        at += 1;
    }
    if tokens.get(at).is_some_and(|token| token.joined && (token.is_digits() || token.is_letters())) {
        return None;
    }
    let [first, second, third] = values;
    Some(if tokens[0].folded.len() == 4 {
        (Written { day: third, month: second, year: Some(first) }, at, true)
    } else {
        (Written { day: first, month: second, year: Some(third) }, at, false)
    })
}

/// `19910312` and `12031991`.
fn in_one(tokens: &[Token<'_>]) -> Option<(Written, usize, bool)> {
    let number = tokens[0].folded.as_ref();
    if number.len() != 8 || tokens.get(1).is_some_and(|next| next.joined && next.is_letters()) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| number.get(range)?.parse().ok();
    let year_first = number.starts_with("19") || number.starts_with("20");
    let (day, month, year) = if year_first && part(4..6).is_some_and(|month: u32| month <= 12) {
        (part(6..8)?, part(4..6)?, part(0..4)?)
    } else {
        (part(0..2)?, part(2..4)?, part(4..8)?)
    };
    Some((Written { day, month, year: Some(year) }, 1, year_first))
}

/// `12 March 1991`, `12th of March, 1991`, `12fed o Fawrth 1991`, `12-Mar-91`, `12 Mawrth`.
fn day_first(tokens: &[Token<'_>]) -> Option<(Written, usize, bool)> {
    let day = day(&tokens[0])?;
    let mut at = 1;
    if tokens.get(at).is_some_and(|token| token.joined && token.says(&ORDINALS)) {
        at += 1;
    }
    while tokens
        .get(at)
        .is_some_and(|token| token.says(&OF) || ["-", "/", ".", ","].iter().any(|sign| token.is(sign)))
    {
        at += 1;
    }
    let month = tokens.get(at).and_then(|token| month(&token.folded))?;
    let (year, count) = year(tokens, at + 1);
    Some((Written { day, month, year }, count, true))
}

/// `March 12, 1991`, `Mawrth 12fed`.
fn month_first(tokens: &[Token<'_>]) -> Option<(Written, usize, bool)> {
    let month = month(&tokens[0].folded)?;
    let mut at = 1;
    while tokens
        .get(at)
        .is_some_and(|token| token.says(&OF) || [".", "-", "/"].iter().any(|sign| token.is(sign)))
    {
        at += 1;
    }
    let day = tokens.get(at).and_then(day)?;
    at += 1;
    if tokens.get(at).is_some_and(|token| token.joined && token.says(&ORDINALS)) {
        at += 1;
    }
    let (year, count) = year(tokens, at);
    Some((Written { day, month, year }, count, true))
}

fn day(token: &Token<'_>) -> Option<u32> {
    if !token.is_digits() || token.folded.len() > 2 {
        return None;
    }
    token.folded.parse().ok().filter(|day| (1..=31).contains(day))
}

/// The year that follows, if one does, and how many tokens there are up to then.
fn year(tokens: &[Token<'_>], at: usize) -> (Option<u32>, usize) {
    let mut next = at;
    while tokens
        .get(next)
        .is_some_and(|token| [",", "-", "/", ".", "'"].iter().any(|sign| token.is(sign)) && next < at + 2)
    {
        next += 1;
    }
    let digits = tokens.get(next).filter(|token| token.is_digits() && matches!(token.folded.len(), 2 | 4));
    match digits.and_then(|token| token.folded.parse().ok()) {
        Some(year) => (Some(year), next + 1),
        None => (None, at),
    }
}

/// Whether a word near says that it is the day of a birth.
fn is_about_birth(tokens: &[Token<'_>], at: usize, count: usize) -> bool {
    let near = at.saturating_sub(10)..(at + count + 8).min(tokens.len());
    tokens[near].iter().any(|token| token.says(&BIRTH))
}
