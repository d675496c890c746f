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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn bound(day: BoundDay) -> Bound {
        Bound { day, when: None, source: SourceId::parse("law") }
    }

    fn fixed(text: &str) -> Bound {
        bound(BoundDay::Fixed(day(text)))
    }

    fn usual() -> Usual {
        Usual { min: Some(1), max: None, source: SourceId::parse("study") }
    }

    /// A bound of each kind on each side, and what else there is.
    fn everything() -> Expected {
        let other = FactId::parse("born").unwrap();
        Expected {
            not_before: vec![
                fixed("2003-04-01"),
                bound(BoundDay::MonthsAgo(12)),
                bound(BoundDay::Fact(other)),
            ],
            not_after: vec![bound(BoundDay::MonthsAgo(0)), fixed("2030-12-31")],
            usual: Some(usual()),
            written_as: Some(WrittenAs::Time),
        }
    }

    /// The day of a bound is itself possible, and only fixed days make any other impossible.
    #[test]
    fn a_date_beyond_a_fixed_day_cannot_be() {
        let (first, last) = (day("2003-04-01"), day("2030-12-31"));
        for (date, expected) in [
            ("2003-03-30", Some(Impossible::Before(first))),
            ("2003-03-31", Some(Impossible::Before(first))),
            ("2003-04-01", None),
            ("2003-04-02", None),
            ("2030-12-30", None),
            ("2030-12-31", None),
            ("2031-01-01", Some(Impossible::After(last))),
            ("2031-01-02", Some(Impossible::After(last))),
        ] {
            assert_eq!(everything().impossible(day(date)), expected, "{date}");
        }
        let ahead = Expected { not_after: vec![bound(BoundDay::MonthsAgo(0))], ..Expected::default() };
        assert_eq!(ahead.impossible(day("9999-12-31")), None);
    }

    #[test]
    fn any_one_expectation_may_raise_a_doubt() {
        let nothing = Expected::default;
        assert!(!nothing().may_be_doubted());
        for expected in [
            Expected { not_before: vec![fixed("2003-04-01")], ..nothing() },
            Expected { not_after: vec![fixed("2003-04-01")], ..nothing() },
            Expected { usual: Some(usual()), ..nothing() },
            Expected { written_as: Some(WrittenAs::WithTimes), ..nothing() },
            everything(),
        ] {
            assert!(expected.may_be_doubted(), "{expected:?}");
        }
    }

    #[test]
    fn what_only_asks_goes_and_what_refuses_stays() {
        let mut expected = everything();
        expected.keep_what_cannot_be();
        let days = |bounds: &[Bound]| bounds.iter().map(|bound| bound.day.clone()).collect::<Vec<_>>();
        assert_eq!(days(&expected.not_before), [BoundDay::Fixed(day("2003-04-01"))]);
        assert_eq!(days(&expected.not_after), [BoundDay::Fixed(day("2030-12-31"))]);
        assert!(expected.usual.is_none());
        // A time is put on the 24-hour clock, so an answer is read by it; the others are only asked about.
        for (written_as, stays) in [
            (WrittenAs::Time, true),
            (WrittenAs::Email, false),
            (WrittenAs::Phone, false),
            (WrittenAs::WithTimes, false),
        ] {
            let mut expected = Expected { written_as: Some(written_as), ..Expected::default() };
            expected.keep_what_cannot_be();
            assert_eq!(expected.written_as, stays.then_some(written_as));
        }
    }

    #[test]
    fn every_source_is_named_until_they_are_left_out() {
        let expected = everything();
        let named: Vec<&str> = expected.sources().map(SourceId::as_str).collect();
        assert_eq!(named, ["law", "law", "law", "law", "law", "study"]);
        let sides: Vec<bool> = expected.bounds().map(|(before, _)| before).collect();
        assert_eq!(sides, [true, true, true, false, false]);
        let without = expected.without_sources();
        assert_eq!(without.sources().count(), 0);
        assert_eq!(without.bounds().count(), 5, "the bounds themselves stay");
        assert_eq!(without.usual.and_then(|usual| usual.min), Some(1));
        assert_eq!(without.written_as, Some(WrittenAs::Time));
    }
}
