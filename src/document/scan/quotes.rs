//! What somebody said, word for word: the same words in a row in Part B and in Part A.

use super::token::Token;
use std::collections::BTreeSet;
use std::ops::Range;

/// This many words in a row are no accident; one fewer are none either, if they are not all short ones.
const WORDS: usize = 7;
/// The length of a word that is not short, in letters, and how many of them there must be.
const LONG: usize = 5;
const LONG_WORDS: usize = 2;
/// A sentence with fewer words than that, but this many, is looked for whole.
const SHORTEST: usize = 4;

/// What was said, as numbers of the words in a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Quotes {
    /// By how many words: 4 to 7.
    rows: [BTreeSet<u64>; 1 + WORDS - SHORTEST],
    /// The same of whole short sentences.
    sentences: [BTreeSet<u64>; WORDS - SHORTEST],
}

/// A word of a text, with its token.
struct Word {
    number: u64,
    token: usize,
    long: bool,
    ends: bool,
}

fn words(tokens: &[Token<'_>]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(tokens.len());
    for (token, read) in tokens.iter().enumerate() {
        if read.is_sign() {
            if [".", "!", "?", ";"].iter().any(|sign| read.is(sign))
                && let Some(last) = words.last_mut()
            {
                last.ends = true;
            }
            continue;
        }
        if read.new_line
            && let Some(last) = words.last_mut()
        {
            last.ends = true;
        }
        // FNV-1a: short, and the same on every machine.
        let number = read.folded.bytes().fold(0xcbf2_9ce4_8422_2325, |number: u64, byte| {
            (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        words.push(Word { number, token, long: read.folded.len() >= LONG, ends: false });
    }
    words
}

fn row(words: &[Word]) -> u64 {
    words.iter().fold(0, |row: u64, word| row.rotate_left(9).wrapping_mul(0x0100_0000_01b3) ^ word.number)
}

impl Quotes {
    /// Takes in what was said.
    pub(super) fn take(&mut self, tokens: &[Token<'_>]) {
        let words = words(tokens);
        self.rows[WORDS - SHORTEST].extend(words.windows(WORDS).map(row));
        for window in words.windows(WORDS - 1) {
            if window.iter().filter(|word| word.long).count() >= LONG_WORDS {
                self.rows[WORDS - 1 - SHORTEST].insert(row(window));
            }
        }
        for sentence in words.split_inclusive(|word| word.ends) {
            if (SHORTEST..WORDS).contains(&sentence.len()) {
                self.sentences[sentence.len() - SHORTEST].insert(row(sentence));
            }
        }
    }

    /// Where a text has the same words, as tokens from one to another; what overlaps is one.
    pub(super) fn find(&self, tokens: &[Token<'_>]) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        if self.rows.iter().chain(&self.sentences).all(BTreeSet::is_empty) {
            return found;
        }
        let words = words(tokens);
        for start in 0..words.len() {
            let begins = start == 0 || words[start - 1].ends;
            let run =
                (SHORTEST..=WORDS).rev().filter_map(|count| words.get(start..start + count)).find(|run| {
                    let index = run.len() - SHORTEST;
                    let ends = start + run.len() == words.len() || run.last().is_some_and(|last| last.ends);
                    let sentences = self.sentences.get(index).filter(|_| begins && ends);
                    let holds = |rows: &BTreeSet<u64>| !rows.is_empty() && rows.contains(&row(run));
                    holds(&self.rows[index]) || sentences.is_some_and(holds)
                });
            let Some(run) = run else { continue };
            let range = run[0].token..run[run.len() - 1].token + 1;
            match found.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => found.push(range),
            }
        }
        found
    }
}
