//! What is looked for, letter by letter: names, places and code words, each squeezed into one word, so that spaces,
//! hyphens and apostrophes that come and go make no difference.

use super::found::IdentifierKind;
use super::token::Token;
use drive_screening_core::base::sorted::sort;

/// Most words of a text that are read as one of these.
const MOST_WORDS: usize = 16;

/// Something that is looked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pattern {
    /// Its letters and digits, in small plain ones.
    pub(super) squeezed: String,
    pub(super) kind: IdentifierKind,
    pub(super) when: When,
}

/// When a run of words that has its letters is what is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum When {
    /// Of so many words. However it is written; run together into fewer words only if it is long.
    Whole(usize),
    /// The same, where every word of it is common: the first needs a capital.
    WholeOfCommon(usize),
    /// One word, however it is written.
    Word,
    /// One word that has lost the apostrophe before its last "s": with a capital.
    Genitive,
    /// A common word: with a capital only, and not among words that are all in capitals.
    Capital,
    /// A common word of two letters: the same, and not where a sentence begins.
    CapitalInside,
    /// The name of a month or a day too: not in a date.
    NotDate,
    /// A first name that is one of the perpetrator's names too: not beside one of these.
    NotPerpetrator,
    /// Initials, each with a capital and a full stop.
    Initials,
    /// An initial and a surname that the perpetrator shares.
    Initial,
}

/// What may stand between two words that are one.
#[derive(Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each sign may stand there or not")]
struct Gaps {
    space: bool,
    dot: bool,
    comma: bool,
    other: bool,
}

/// What is looked for, sorted.
#[derive(Clone, Debug, Default)]
pub(super) struct Patterns {
    sorted: Vec<Pattern>,
    /// The perpetrator's own names, sorted.
    pub(super) perpetrator: Vec<String>,
}

impl Patterns {
    pub(super) fn new(mut patterns: Vec<Pattern>, perpetrator: Vec<String>) -> Self {
        patterns.retain(|pattern| !pattern.squeezed.is_empty());
        sort(&mut patterns);
        patterns.dedup();
        Self { sorted: patterns, perpetrator }
    }

    /// The longest that begins with a token: what it is, and how many tokens it has.
    pub(super) fn longest(&self, tokens: &[Token<'_>], at: usize) -> Option<(IdentifierKind, usize)> {
        let mut longest = None;
        // Those that begin as what was read so far does: they stand side by side.
        let mut left = self.sorted.as_slice();
        let mut read = 0;
        let mut words = 0;
        let mut gaps = Gaps::default();
        for (index, token) in tokens.iter().enumerate().skip(at) {
            if token.is_sign() {
                match &*token.folded {
                    _ if words == 0 => return None,
                    "'" | "-" => {}
                    "." => gaps.dot = true,
                    "," => gaps.comma = true,
                    "/" | "@" | "_" | "+" | ":" | "(" | ")" => gaps.other = true,
                    _ => break,
                }
                continue;
            }
            if index > at && !token.joined {
                gaps.space = true;
                // A paragraph of its own.
                gaps.other |= token.new_line;
            }
            words += 1;
            let next = token.folded.as_bytes();
            let begins = |pattern: &Pattern| {
                let rest = pattern.squeezed.as_bytes().get(read..).unwrap_or_default();
                rest.get(..next.len().min(rest.len())).unwrap_or_default().cmp(next)
            };
            let first = left.partition_point(|pattern| begins(pattern).is_lt());
            left = &left[first..];
            left = &left[..left.partition_point(|pattern| begins(pattern).is_eq())];
            read += next.len();
            if left.is_empty() || words > MOST_WORDS {
                break;
            }
            for pattern in left.iter().take_while(|pattern| pattern.squeezed.len() == read) {
                if self.is(pattern, tokens, at..index + 1, words, gaps) {
                    longest = Some((pattern.kind, index + 1 - at));
                }
            }
        }
        longest
    }

    fn is(
        &self,
        pattern: &Pattern,
        tokens: &[Token<'_>],
        range: std::ops::Range<usize>,
        words: usize,
        gaps: Gaps,
    ) -> bool {
        let run = &tokens[range.clone()];
        let first = &run[0];
        // "Mc Donald" is one name; "on a" is no "Ona".
        let one = words == 1
            || (!gaps.dot
                && !gaps.comma
                && !gaps.other
                && (!gaps.space || run.iter().all(|token| token.is_capital() || !token.is_letters())));
        let capital = first.is_capital() && !is_shouted(tokens, range.start);
        match pattern.when {
            When::Whole(wanted) => words >= wanted || pattern.squeezed.len() >= 6,
            When::WholeOfCommon(wanted) => {
                first.is_capital() && (words >= wanted || pattern.squeezed.len() >= 6)
            }
            When::Word => one,
            When::Genitive => words == 1 && capital,
            When::Capital => one && capital,
            When::CapitalInside => one && capital && !begins_sentence(tokens, range.start),
            When::NotDate => one && capital && !is_dated(tokens, range),
            When::NotPerpetrator => one && capital && !self.is_beside_perpetrator(tokens, range),
            When::Initials => {
                gaps.dot
                    && run.iter().all(|token| token.is_sign() || (token.is_short() && token.is_capital()))
                    && tokens.get(range.end).is_some_and(|next| next.is(".") && next.joined)
            }
            When::Initial => {
                let initial = run.iter().any(|token| token.is_short() && token.is_capital());
                words == 2 && !gaps.other && initial
            }
        }
    }

    /// Whether one of the perpetrator's names, or a title, stands beside it.
    fn is_beside_perpetrator(&self, tokens: &[Token<'_>], range: std::ops::Range<usize>) -> bool {
        let before = range.start.checked_sub(1).and_then(|before| tokens.get(before));
        let after = tokens.get(range.end);
        let this: String = tokens[range].iter().map(|token| &*token.folded).collect();
        let perpetrator = |token: &Token<'_>| {
            token.is_capital()
                && *token.folded != this
                && self.perpetrator.iter().any(|name| *name == token.folded)
        };
        before.is_some_and(|before| before.is("mr") || perpetrator(before)) || after.is_some_and(perpetrator)
    }
}

/// Whether the words around it are in capitals too, so that its own says nothing.
fn is_shouted(tokens: &[Token<'_>], at: usize) -> bool {
    let shouts = |index: Option<usize>| {
        index
            .and_then(|index| tokens.get(index))
            .is_some_and(|token| token.is_letters() && token.is_all_capitals())
    };
    shouts(Some(at)) && (shouts(at.checked_sub(1)) || shouts(Some(at + 1)))
}

fn begins_sentence(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    tokens[at].new_line
        || before.is_none_or(|before| [".", "!", "?", ":", "*"].iter().any(|sign| before.is(sign)))
}

/// Words before the name of a month.
const BEFORE_MONTH: [&str; 27] = [
    "in", "since", "last", "next", "until", "till", "by", "of", "from", "mid", "early", "late", "during",
    "before", "after", "this", "every", "mis", "ym", "yn", "ers", "tan", "erbyn", "o", "canol", "dechrau",
    "diwedd",
];

/// Whether a month stands in a date, or after a word that stands before months.
fn is_dated(tokens: &[Token<'_>], range: std::ops::Range<usize>) -> bool {
    let before = range.start.checked_sub(1).and_then(|before| tokens.get(before));
    let after = tokens.get(range.end);
    before.is_some_and(|before| before.is_digits() || before.glued || before.says(&BEFORE_MONTH))
        || after.is_some_and(Token::is_digits)
}
