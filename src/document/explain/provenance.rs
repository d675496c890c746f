//! The source of an answer and how fresh it is, in words; and its weaknesses.
//!
//! A [`Provenance`] holds no note: text that somebody wrote beside an answer stays in the part of that answer.

use crate::block::Line;
use crate::words;
use drive_screening_core::answers::{Answers, Evidence, is_recent};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::{FactId, Origin, Pack, Part, Question};
use drive_screening_core::screening::sufficient_set::is_dated;

/// The closed half of [`Evidence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Provenance {
    /// The source.
    pub(crate) from: Option<Origin>,
    /// Its day.
    pub(crate) on: Option<Date>,
    /// A criterion that reads the answer measures how old it is, by a date that is known.
    pub(crate) dated: bool,
    /// The day it is measured by.
    pub(crate) screened_on: Date,
    /// The part it is told in.
    pub(crate) told_in: Part,
}

impl Provenance {
    /// The provenance of the answer to a question, if it was asked and one was given.
    pub(crate) fn of(pack: &Pack, answers: &Answers, fact: &FactId, told_in: Part) -> Option<Self> {
        answers.get(fact.as_str())?;
        let Evidence { from, on, .. } = answers.evidence(fact.as_str())?;
        let dated = pack.criteria.iter().any(|criterion| {
            is_dated(criterion, answers) && criterion.reads(&pack.instruments).contains(fact)
        });
        Some(Self { from: *from, on: *on, dated, screened_on: answers.screened_on, told_in })
    }

    /// "Comes from: Police record, ..", or "Not checked, ..". None where only a note was made.
    pub(crate) fn line(self, language: Language) -> Option<String> {
        let said = self.said(language);
        match (self.from, self.on) {
            (None, None) => None,
            (None | Some(Origin::NotChecked), _) => Some(said),
            _ => Some([words::COMES_FROM.say(language), ": ", &said].concat()),
        }
    }

    /// "Police record, 1 October 2026 (7 weeks before the screening)". Part A does not tell that it was the
    /// victim-survivor who spoke to the specialist.
    pub(crate) fn said(self, language: Language) -> String {
        let from = match self.from {
            Some(Origin::Specialist) if self.told_in == Part::Panel => words::SPECIALIST,
            Some(origin) => origin.label(),
            None => words::SOURCE_NOT_GIVEN,
        };
        let mut said = from.say(language).to_owned();
        said.push_str(", ");
        match self.on {
            Some(on) => {
                said.push_str(&on.in_words(language));
                said.push_str(" (");
                said.push_str(&freshness(on, self.screened_on, language));
                said.push(')');
            }
            None => said.push_str(words::NO_DATE.say(language)),
        }
        said
    }

    /// Its weaknesses, in words; none where it is [strong](Evidence::is_strong).
    pub(crate) fn weaknesses(self) -> Vec<Phrase> {
        let mut weak = Vec::new();
        match self.from {
            None => weak.push(words::WEAK_NO_SOURCE),
            Some(Origin::NotChecked) => weak.push(words::WEAK_NOT_CHECKED),
            Some(Origin::ProfessionalView) => weak.push(words::WEAK_VIEW),
            Some(Origin::PoliceRecord | Origin::PartnerAgency | Origin::Specialist) => {}
        }
        match self.on {
            None if !self.dated => weak.push(words::NO_DATE),
            Some(on) if !is_recent(on, self.screened_on) => weak.push(words::OLD),
            _ => {}
        }
        weak
    }

    /// "Heard at MARAC (not checked, no date)", where it has weaknesses.
    pub(crate) fn weak(self, question: &Question, language: Language) -> Option<String> {
        let weak = self.weaknesses();
        let weak: Vec<&str> = weak.iter().map(|words| words.say(language)).collect();
        let label = question.label.say(language);
        (!weak.is_empty()).then(|| [label, " (", &weak.join(", "), ")"].concat())
    }
}

/// Where the answers behind a criterion come from, one a line; each is named where there are several.
pub(crate) fn lines(behind: &[(&Question, Provenance)], language: Language) -> Vec<Line> {
    let mut lines = Vec::new();
    for (question, provenance) in behind {
        let Some(line) = provenance.line(language) else { continue };
        lines.push(Line::words(match behind.len() {
            1 => line,
            _ => [question.label.say(language), ": ", &line].concat(),
        }));
    }
    lines
}

/// How long before the screening a day was, in words: days, then weeks, then whole calendar months, to a year. A day
/// after it is taken for the day itself; no sheet holds one.
pub fn freshness(on: Date, screened_on: Date, language: Language) -> String {
    let days = on.days_until(screened_on).max(0);
    let months = (0..12).take_while(|months| on.plus_months(months + 1) <= screened_on).count();
    let say = |words: Phrase, count: &str| words.fill(&[count]).say(language).to_owned();
    match (days, months) {
        _ if !is_recent(on, screened_on) => say(words::OLD, ""),
        (0, _) => say(words::THE_DAY, ""),
        (1, _) => say(words::DAY_BEFORE, ""),
        (2, _) => say(words::TWO_DAYS_BEFORE, ""),
        (..14, _) => say(words::DAYS_BEFORE, &days.to_string()),
        (_, ..2) => say(words::WEEKS_BEFORE, &(days / 7).to_string()),
        (_, 2) => say(words::TWO_MONTHS_BEFORE, ""),
        _ => say(words::MONTHS_BEFORE, &months.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn freshness_is_in_words_people_use() {
        for (on, en, cy) in [
            ("2026-11-21", "on the day of the screening", "ar ddiwrnod y sgrinio"),
            ("2026-11-20", "the day before the screening", "y diwrnod cyn y sgrinio"),
            ("2026-11-19", "2 days before the screening", "2 ddiwrnod cyn y sgrinio"),
            ("2026-11-08", "13 days before the screening", "13 diwrnod cyn y sgrinio"),
            ("2026-11-07", "2 weeks before the screening", "2 wythnos cyn y sgrinio"),
            ("2026-10-31", "3 weeks before the screening", "3 wythnos cyn y sgrinio"),
            ("2026-09-22", "8 weeks before the screening", "8 wythnos cyn y sgrinio"),
            ("2026-09-21", "2 months before the screening", "2 fis cyn y sgrinio"),
            ("2026-08-21", "3 months before the screening", "3 mis cyn y sgrinio"),
            ("2025-11-22", "11 months before the screening", "11 mis cyn y sgrinio"),
            ("2025-11-21", "12 months before the screening", "12 mis cyn y sgrinio"),
            ("2025-11-20", "older than a year", "yn hŷn na blwyddyn"),
            ("2026-12-01", "on the day of the screening", "ar ddiwrnod y sgrinio"),
        ] {
            let screened_on = day("2026-11-21");
            assert_eq!(freshness(day(on), screened_on, Language::En), en, "{on}");
            assert_eq!(freshness(day(on), screened_on, Language::Cy), cy, "{on}");
        }
    }

    #[test]
    fn what_is_weak_is_what_is_not_strong() {
        let screened_on = day("2026-11-21");
        for from in std::iter::once(None).chain(Origin::ALL.map(Some)) {
            for on in [None, Some(day("2025-11-20")), Some(day("2025-11-21")), Some(screened_on)] {
                for dated in [false, true] {
                    let strong = Evidence { from, on, note: String::new() }.is_strong(dated, screened_on);
                    let weak = Provenance { from, on, dated, screened_on, told_in: Part::Panel }.weaknesses();
                    assert_eq!(strong, weak.is_empty(), "{from:?} {on:?} {dated}");
                }
            }
        }
    }
}
