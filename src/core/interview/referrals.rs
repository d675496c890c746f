//! What the panel was given of a case before: of each Part A its day, and of each of its answers a short digest, by which a later
//! Part A says what is new.
//!
//! A draft carries each as a line, `2026-11-20 custody=K7Q2M9XD area=M9XDK7Q2`, which the page keeps and does not read. The newest
//! is of the day the draft was saved, or of an earlier one; that before it stays too, as what is made in one day is all compared
//! with what was made before that day.

use crate::answers::{fact_of_today, is_answer_digest};
use crate::base::date::Date;
use crate::base::json::Json;
use crate::pack::Pack;

/// How many are kept.
const MOST: usize = 2;
/// Bytes of the longest line that is read.
const LONGEST: usize = 50_000;

/// A Part A that was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Referral {
    /// The day it was made.
    pub on: Date,
    /// The digests of its answers, by question.
    pub panel: Vec<(String, String)>,
}

impl Referral {
    /// Reads a list that was written today or before, without the questions that the pack does not have. None if it is no such list.
    pub fn read_all(pack: &Pack, json: &Json, today: Date) -> Option<Vec<Self>> {
        let list = json.as_array().filter(|list| list.len() <= MOST)?;
        let mut all: Vec<Self> = Vec::new();
        for line in list {
            let read = Self::read(pack, line.as_str().filter(|line| line.len() <= LONGEST)?)?;
            if read.on > today || all.last().is_some_and(|last| last.on >= read.on) {
                return None;
            }
            all.push(read);
        }
        Some(all)
    }

    fn read(pack: &Pack, line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let on = Date::parse(words.next()?)?;
        let mut panel = Vec::new();
        for word in words {
            let (fact, digest) = word.split_once('=').filter(|(_, digest)| is_answer_digest(digest))?;
            let fact = fact_of_today(pack, fact);
            if pack.question(fact).is_some() {
                panel.push((fact.to_owned(), digest.to_owned()));
            }
        }
        Some(Self { on, panel })
    }

    /// It as a line.
    pub fn write(&self) -> String {
        let mut line = self.on.to_string();
        for (fact, digest) in &self.panel {
            line.extend([" ", fact, "=", digest]);
        }
        line
    }

    /// The digest of the answer to a question among these.
    pub fn digest<'a>(panel: &'a [(String, String)], fact: &str) -> Option<&'a str> {
        panel.iter().find(|(of, _)| of == fact).map(|(_, digest)| digest.as_str())
    }

    /// The one that what is made on a day is compared with: the newest of an earlier day.
    pub fn last(all: &[Self], made_on: Date) -> Option<&Self> {
        all.iter().rfind(|referral| referral.on < made_on)
    }

    /// The list once this one is made too, in the place of one of the same day: it, after that which it is compared with.
    #[must_use]
    pub fn added(self, all: &[Self]) -> Vec<Self> {
        let mut added = Vec::new();
        added.extend(Self::last(all, self.on).cloned());
        added.push(self);
        added
    }
}
