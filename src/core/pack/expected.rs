//! What an answer can be: the days and the numbers between which it makes sense, and how a text is written. What cannot be
//! is refused; what contradicts another answer may be right, and is asked about. None of it decides a verdict.

use super::id::{FactId, SourceId};
use super::rule::Rule;
use crate::base::date::Date;

/// What is expected of the answer to a question.
#[derive(Clone, Debug, Default)]
pub struct Expected {
    /// The days that a date does not come before.
    pub not_before: Vec<Bound>,
    /// The days that a date does not come after.
    pub not_after: Vec<Bound>,
    /// The usual numbers of a count; of a date, the usual whole years from it to the day of screening.
    pub usual: Option<Usual>,
    /// What a text is, if it is no free text.
    pub written_as: Option<WrittenAs>,
}

/// A day that a date is held against.
#[derive(Clone, Debug)]
pub struct Bound {
    /// Which day.
    pub day: BoundDay,
    /// It counts only while this is yes.
    pub when: Option<Rule>,
    /// How that is known; only of a fixed day.
    pub source: Option<SourceId>,
}

/// The day of a bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoundDay {
    /// A day of the calendar. A date beyond it cannot be: there was no MARAC before the first.
    Fixed(Date),
    /// The day so many months before the screening; 0 is the day of screening.
    MonthsAgo(u32),
    /// The date of another answer.
    Fact(FactId),
}

/// The numbers that are usual.
#[derive(Clone, Debug)]
pub struct Usual {
    /// The least.
    pub min: Option<u32>,
    /// The most.
    pub max: Option<u32>,
    /// How that is known.
    pub source: Option<SourceId>,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrittenAs {
    /// A time of day.
    Time,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// Free text in which times of day may stand.
    WithTimes,
}

/// A day that a date cannot come before, or cannot come after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// There was nothing of the kind before this day.
    Before(Date),
    /// There was nothing of the kind after this day.
    After(Date),
}

impl Expected {
    /// The fixed day that a date is beyond.
    pub fn impossible(&self, date: Date) -> Option<Impossible> {
        let fixed = |bound: &Bound| match bound.day {
            BoundDay::Fixed(day) => Some(day),
            _ => None,
        };
        let before = self.not_before.iter().filter_map(fixed).find(|day| date < *day);
        let after = || self.not_after.iter().filter_map(fixed).find(|day| date > *day);
        before.map(Impossible::Before).or_else(|| after().map(Impossible::After))
    }

    /// Whether any answer may have to be asked about.
    pub(crate) fn may_be_doubted(&self) -> bool {
        self.bounds().next().is_some() || self.usual.is_some() || self.written_as.is_some()
    }

    /// Every bound, and whether it is one that a date does not come before.
    pub fn bounds(&self) -> impl Iterator<Item = (bool, &Bound)> {
        let before = self.not_before.iter().map(|bound| (true, bound));
        before.chain(self.not_after.iter().map(|bound| (false, bound)))
    }

    /// The sources that it names.
    pub fn sources(&self) -> impl Iterator<Item = &SourceId> {
        let usual = self.usual.iter().filter_map(|usual| usual.source.as_ref());
        self.bounds().filter_map(|(_, bound)| bound.source.as_ref()).chain(usual)
    }

    /// Leaves only what refuses an answer, and not what is only asked about.
    pub(crate) fn keep_what_cannot_be(&mut self) {
        let refuses = |bound: &Bound| matches!(bound.day, BoundDay::Fixed(_));
        self.not_before.retain(refuses);
        self.not_after.retain(refuses);
        self.usual = None;
        // Only a time is written otherwise than it was typed.
        self.written_as = self.written_as.filter(|written_as| *written_as == WrittenAs::Time);
    }

    /// The same without its sources, which only the check of a pack looks at.
    pub(crate) fn without_sources(mut self) -> Self {
        for bound in self.not_before.iter_mut().chain(&mut self.not_after) {
            bound.source = None;
        }
        if let Some(usual) = &mut self.usual {
            usual.source = None;
        }
        self
    }
}
