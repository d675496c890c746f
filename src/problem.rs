//! What is wrong with something that was given to the program: where, what, and what to do next.

use crate::words::{Language, Text};
use serde_json::json;

/// One thing that is wrong. Callers collect every problem before they report any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A stable public name, such as `sheet-unknown-fact`.
    pub code: &'static str,
    /// Where: a fact id (`perpetrator_age`), or a place in a pack (`criteria/dash/rule`). Empty for the whole input.
    pub at: String,
    /// What is wrong, a sentence without a line break.
    pub message: Text,
    /// What to do about it.
    pub next_step: Text,
}

impl Problem {
    /// A problem with its words in English and Welsh.
    pub fn new(code: &'static str, at: impl Into<String>, message: Text, next_step: Text) -> Self {
        Self { code, at: at.into(), message, next_step }
    }

    /// The problem as one line of JSON: `code`, `at`, `message`, `next_step`.
    pub fn to_json(&self, language: Language) -> String {
        json!({
            "code": self.code,
            "at": self.at,
            "message": self.message.say(language),
            "next_step": self.next_step.say(language),
        })
        .to_string()
    }
}

/// Most problems of one input that are reported; who gives more sees these, mends them and comes again.
pub const MOST_PROBLEMS: usize = 200;

/// The last problem of an input with more than [`MOST_PROBLEMS`].
pub(crate) fn and_more(code: &'static str) -> Problem {
    Problem::new(
        code,
        "",
        Text::new(
            "there are more problems than these",
            "mae mwy o broblemau na'r rhain",
        ),
        Text::new(
            "mend these, then check again",
            "trwsiwch y rhain, yna gwiriwch eto",
        ),
    )
}

/// What the person gave, fit to repeat in a message: one line, at most 60 characters, no control characters.
pub fn quoted(text: &str) -> String {
    let mut short: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(60).collect();
    if text.chars().nth(60).is_some() {
        short.push('…');
    }
    format!("`{short}`")
}

/// The candidate nearest to a mistyped word, if one is near enough to suggest.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > 64 {
        return None;
    }
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= 64)
        .map(|candidate| (edits(word, candidate), candidate))
        .filter(|(edits, candidate)| *edits <= 1 + candidate.len() / 5)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Levenshtein distance in bytes.
fn edits(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.bytes().enumerate() {
            let replace = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replace.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_miss_is_suggested_and_a_far_one_is_not() {
        let facts = ["dash_yes", "dash_not_known", "custody"];
        assert_eq!(nearest("dash_yess", facts), Some("dash_yes"));
        assert_eq!(nearest("favourite_colour", facts), None);
    }

    #[test]
    fn what_is_repeated_is_one_short_line() {
        assert_eq!(quoted("a\nb"), "`a b`");
        assert_eq!(quoted(&"x".repeat(100_000)).chars().count(), 63);
    }
}
