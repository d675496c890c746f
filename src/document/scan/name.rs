//! Names of people at risk, whole or in part.

use super::token::{Token, fold, tokens};

/// The shortest part of a name that is looked for alone, in letters.
const SHORTEST: usize = 3;
/// What stands in names and names nobody.
const NOBODY: [&str; 28] = [
    "the", "and", "von", "van", "der", "bin", "ibn", "abu", "mrs", "miss", "doctor", "child", "baby",
    "unborn", "known", "unknown", "not", "none", "nee", "aka", "born", "also", "first", "second", "dim",
    "anhysbys", "plentyn", "babi",
];

/// A name as it stands in Part B.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its words, folded.
    words: Vec<String>,
    /// For each word, whether it is looked for alone.
    alone: Vec<bool>,
}

impl Name {
    /// The names in what was typed, parted by commas and the like. What stands in a `shared` name as well is not looked
    /// for alone: a perpetrator's surname is on every page.
    pub fn new(typed: &str, shared: &[&str]) -> Vec<Self> {
        let mut taken = Vec::new();
        for text in shared {
            for token in tokens(text) {
                taken.push(fold(token.text));
            }
        }
        let mut names = Vec::new();
        let mut name = Self { words: Vec::new(), alone: Vec::new() };
        for token in tokens(typed) {
            if token.is_letters() {
                let word = fold(token.text);
                let alone = word.chars().count() >= SHORTEST
                    && !taken.contains(&word)
                    && !NOBODY.contains(&word.as_str());
                name.words.push(word);
                name.alone.push(alone);
            } else if !matches!(token.text, "'" | "\u{2019}" | "-" | ".") {
                names.push(std::mem::replace(&mut name, Self { words: Vec::new(), alone: Vec::new() }));
            }
        }
        names.push(name);
        names.retain(|name| name.alone.contains(&true));
        names
    }
}

/// How many tokens from the first are a name: all of one, or a part of it that begins with a capital, as no common word
/// within a sentence does.
pub(super) fn name(tokens: &[Token<'_>], names: &[Name]) -> Option<usize> {
    if names.is_empty() || !tokens[0].is_letters() {
        return None;
    }
    let mut longest = None;
    for name in names {
        let count = whole(tokens, name);
        if count > longest.unwrap_or(0) {
            longest = Some(count);
        }
    }
    if longest.is_some() || !tokens[0].is_capital() && has_case(tokens[0].text) {
        return longest;
    }
    let word = fold(tokens[0].text);
    for name in names {
        for (part, alone) in name.words.iter().zip(&name.alone) {
            if *alone && *part == word {
                return Some(1);
            }
        }
    }
    None
}

/// How many tokens from the first say all words of a name of several words; 0 if they do not.
fn whole(tokens: &[Token<'_>], name: &Name) -> usize {
    if name.words.len() < 2 {
        return 0;
    }
    let mut said = 0;
    for (index, token) in tokens.iter().enumerate() {
        if token.is_letters() {
            if name.words[said] != fold(token.text) {
                return 0;
            }
            said += 1;
            if said == name.words.len() {
                return index + 1;
            }
        } else if !matches!(token.text, "'" | "\u{2019}" | "-" | ".") {
            return 0;
        }
    }
    0
}

/// Scripts without capitals have no other sign of a name.
fn has_case(text: &str) -> bool {
    text.chars().any(|c| c.is_lowercase() || c.is_uppercase())
}
