//! Problems with input: where, what, and the next step.

use crate::base::json::{Json, object};
use crate::base::words::{Language, Localized, Phrase};

/// The next step when something is nearly right; `{1}` is what it nearly is, [`quoted`](crate::base::text::quoted).
pub(crate) const DID_YOU_MEAN: Phrase = Phrase::of("did you mean {1}?", "ai {1} oeddech yn ei feddwl?");

/// One thing that is wrong. Callers collect every problem before they report any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// A stable public name, such as `sheet-unknown-fact`.
    pub code: &'static str,
    /// Where: a fact id (`perpetrator_age`), or a place in a pack (`criteria/dash/rule`). Empty for the whole input.
    pub at: String,
    /// What is wrong, a sentence without a line break.
    pub message: Localized,
    /// What to do about it.
    pub next_step: Localized,
}

impl Problem {
    /// A problem with its words in English and Welsh.
    pub fn new(code: &'static str, at: impl Into<String>, message: Localized, next_step: Localized) -> Self {
        Self { code, at: at.into(), message, next_step }
    }

    /// Problems in one line, in both languages, for where the language may change while they are shown.
    pub fn in_both(problems: &[Self]) -> Localized {
        Localized::each(|language| Self::in_words(problems, language))
    }

    /// Problems in one line, in a language: a sentence for each, with what it is and what to do next.
    pub fn in_words(problems: &[Self], language: Language) -> String {
        let mut words = String::new();
        for problem in problems {
            let mut message = problem.message.say(language).chars();
            words.extend(message.next().into_iter().flat_map(char::to_uppercase));
            words.extend([message.as_str(), ": ", problem.next_step.say(language), ". "]);
        }
        words.trim_end().to_owned()
    }

    /// A problem whose words have `{0}`, `{1}`, .. where the arguments belong.
    pub fn filled(
        code: &'static str,
        at: &str,
        message: Phrase,
        next_step: Phrase,
        arguments: &[&str],
    ) -> Self {
        Self {
            code,
            at: at.to_owned(),
            message: message.fill(arguments),
            next_step: next_step.fill(arguments),
        }
    }

    /// The problem as JSON: `code`, `at`, `message`, `next_step`.
    pub fn to_json(&self, language: Language) -> Json {
        object([
            ("code", self.code.into()),
            ("at", self.at.as_str().into()),
            ("message", self.message.say(language).into()),
            ("next_step", self.next_step.say(language).into()),
        ])
    }
}

/// Most problems of one input that are reported; who gives more sees these, mends them and comes again.
pub const MOST_PROBLEMS: usize = 200;

/// Keeps a problem with those found so far, or the problem `more` after the first [`MOST_PROBLEMS`], or nothing.
pub(crate) fn keep(problems: &mut Vec<Problem>, problem: Problem, more: &'static str) {
    match problems.len() {
        count if count < MOST_PROBLEMS => problems.push(problem),
        MOST_PROBLEMS => problems.push(and_more(more)),
        _ => {}
    }
}

/// The last problem of an input with more than [`MOST_PROBLEMS`].
fn and_more(code: &'static str) -> Problem {
    Problem::filled(
        code,
        "",
        Phrase::of("there are more problems than these", "mae mwy o broblemau na'r rhain"),
        Phrase::of("mend these, then check again", "trwsiwch y rhain, yna gwiriwch eto"),
        &[],
    )
}

/// The candidate nearest to a mistyped word, if one is near enough to suggest.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_of(word, &mut candidates.into_iter())
}

/// [`nearest`], compiled once for all lists.
pub(crate) fn nearest_of<'a>(word: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > 64 {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates.filter(|candidate| candidate.len() <= 64) {
        let found = (edits(word, candidate), candidate);
        if found.0 <= 1 + candidate.len() / 5 && best.is_none_or(|best| found < best) {
            best = Some(found);
        }
    }
    best.map(|(_, candidate)| candidate)
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
    use serde_json::{Value, json};

    #[test]
    fn a_near_miss_is_suggested_and_a_far_one_is_not() {
        let facts = ["dash_yes", "dash_not_known", "custody"];
        assert_eq!(nearest("dash_yess", facts), Some("dash_yes"));
        assert_eq!(nearest("favourite_colour", facts), None);
        // One slip in four letters, two in five to nine, three in ten.
        for (word, candidate, near) in [
            ("area", "arex", true),
            ("area", "arxx", false),
            ("areas", "arexx", true),
            ("areas", "arxxx", false),
            ("custodies!", "custodxxx!", true),
            ("custodies!", "custoxxxx!", false),
        ] {
            assert_eq!(nearest(word, [candidate]).is_some(), near, "{word} {candidate}");
        }
        // The nearest, wherever it stands; of those as near, the first in the alphabet.
        assert_eq!(nearest("dash", ["dasx", "dash", "dxsh"]), Some("dash"));
        assert_eq!(nearest("dash", ["dosh", "dish", "dush"]), Some("dish"));
        assert_eq!(nearest(&"d".repeat(64), [&*"d".repeat(64)]), Some(&*"d".repeat(64)));
        assert_eq!(nearest(&"d".repeat(65), [&*"d".repeat(65)]), None);
        assert_eq!(nearest(&"d".repeat(60), [&*"d".repeat(65)]), None);
    }

    #[test]
    fn slips_are_counted() {
        for (one, other, count) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("flaw", "lawn", 2),
            ("abcdef", "azced", 3),
            ("sunday", "saturday", 3),
            ("ab", "ba", 2),
        ] {
            assert_eq!(edits(one, other), count, "{one} {other}");
            assert_eq!(edits(other, one), count, "{other} {one}");
        }
    }

    #[test]
    fn of_many_problems_the_first_are_kept_and_that_there_are_more_is_said_once() {
        let numbered = |number: usize| {
            Problem::new(
                "one",
                number.to_string(),
                Localized::new("wrong", "anghywir"),
                Localized::new("mend it", "trwsiwch"),
            )
        };
        let mut kept = Vec::new();
        for number in 0..=MOST_PROBLEMS + 5 {
            keep(&mut kept, numbered(number), "more");
        }
        assert_eq!(kept.len(), MOST_PROBLEMS + 1);
        assert_eq!((kept[MOST_PROBLEMS - 1].code, kept[MOST_PROBLEMS].code), ("one", "more"));
        assert_eq!(Problem::in_words(&kept[..2], Language::En), "Wrong: mend it. Wrong: mend it.");
        assert_eq!(
            Value::from(kept[0].to_json(Language::Cy)),
            json!({"code": "one", "at": "0", "message": "anghywir", "next_step": "trwsiwch"})
        );
    }
}
