//! A text as words, numbers and signs, each as it is compared.

use super::letters::{is_foreign, plain};
use std::borrow::Cow;

/// A run of letters, a run of digits, or one sign.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    /// In small plain letters, in digits, or the plain sign.
    pub(super) folded: Cow<'a, str>,
    /// In bytes of the whole text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Nothing stands between it and the one before.
    pub(super) joined: bool,
    /// Nor is the one before a sign: letters and digits run on.
    pub(super) glued: bool,
    kind: Kind,
    /// Its first letter is a capital.
    capital: bool,
    /// It has a small letter.
    small: bool,
    /// A letter of it is of a script that is spelled in several ways in ours.
    pub(super) foreign: bool,
    /// A line ends before it.
    pub(super) new_line: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Space,
    Letter,
    /// One that stands for a word, or a part of one, by itself.
    Ideograph,
    Digit,
    Sign,
    /// A mark on the letter before, or something that is not to be seen.
    Unseen,
}

fn kind(c: char) -> (Kind, Option<&'static str>) {
    if c.is_ascii() {
        let kind = match c {
            'a'..='z' | 'A'..='Z' => Kind::Letter,
            '0'..='9' => Kind::Digit,
            c if c.is_ascii_whitespace() => Kind::Space,
            c if c.is_ascii_control() => Kind::Unseen,
            _ => Kind::Sign,
        };
        return (kind, None);
    }
    if c.is_whitespace() {
        return (Kind::Space, None);
    }
    let plain = plain(c);
    let kind = match plain {
        None if c.is_alphanumeric() => Kind::Ideograph,
        None => Kind::Sign,
        Some("") if c.is_alphabetic() => Kind::Letter,
        Some("") => Kind::Unseen,
        Some(plain) if plain.bytes().all(|byte| byte.is_ascii_digit()) => Kind::Digit,
        Some(_) if c.is_alphanumeric() => Kind::Letter,
        Some(_) => Kind::Sign,
    };
    (kind, plain)
}

/// The text in pieces.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(text.len() / 5);
    let mut last = Kind::Space;
    let mut new_line = false;
    for (start, c) in text.char_indices() {
        let (now, plain) = kind(c);
        let end = start + c.len_utf8();
        match now {
            Kind::Space => new_line |= c == '\n',
            Kind::Unseen => {
                // It belongs to what it stands on, and parts nothing.
                if let Some(token) = tokens.last_mut().filter(|_| last != Kind::Space) {
                    token.end = end;
                }
                continue;
            }
            _ => {
                let goes_on = now == last && matches!(now, Kind::Letter | Kind::Digit);
                if !goes_on {
                    tokens.push(Token {
                        folded: Cow::Borrowed(""),
                        start,
                        end: start,
                        joined: last != Kind::Space,
                        glued: matches!(last, Kind::Letter | Kind::Digit | Kind::Ideograph),
                        kind: now,
                        capital: c.is_uppercase(),
                        small: false,
                        foreign: false,
                        new_line: std::mem::take(&mut new_line),
                    });
                }
                if let Some(token) = tokens.last_mut() {
                    token.take(text, c, plain, end);
                }
            }
        }
        last = now;
    }
    tokens
}

impl<'a> Token<'a> {
    /// Takes in a character that belongs to it.
    fn take(&mut self, text: &'a str, c: char, plain: Option<&str>, end: usize) {
        self.small |= c.is_lowercase();
        self.foreign |= !c.is_ascii() && is_foreign(c);
        let as_typed = c.is_ascii() && !c.is_ascii_uppercase();
        match &mut self.folded {
            // What is small and plain already is not copied.
            Cow::Borrowed(folded) if as_typed && folded.len() == self.end - self.start => {
                *folded = text.get(self.start..end).unwrap_or_default();
            }
            folded => {
                let folded = folded.to_mut();
                match plain {
                    _ if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
                    Some(plain) => folded.push_str(plain),
                    None => folded.extend(c.to_lowercase()),
                }
            }
        }
        self.end = end;
    }

    pub(super) fn is_letters(&self) -> bool {
        matches!(self.kind, Kind::Letter | Kind::Ideograph)
    }

    pub(super) fn is_digits(&self) -> bool {
        self.kind == Kind::Digit
    }

    pub(super) fn is_sign(&self) -> bool {
        self.kind == Kind::Sign
    }

    pub(super) fn is(&self, sign: &str) -> bool {
        self.folded == sign
    }

    /// Begins with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.capital
    }

    /// Written in capitals alone, two at least.
    pub(super) fn is_all_capitals(&self) -> bool {
        self.capital && !self.small && self.folded.len() > 1
    }

    /// Has no capital where it could have one: it may be a common word.
    pub(super) fn is_plain(&self) -> bool {
        !self.capital && self.small
    }

    /// Has letters, and of our own alphabet: not a dash, not a syllable sign.
    pub(super) fn is_short(&self) -> bool {
        self.folded.len() == 1
    }

    /// The same word, whatever the case of its letters.
    pub(super) fn says(&self, words: &[&str]) -> bool {
        words.contains(&&*self.folded)
    }
}
