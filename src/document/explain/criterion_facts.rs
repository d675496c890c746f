//! The facts behind a criterion in words: each value, and the line or the window that the pack measures it by.

use crate::answer_line::answer_line;
use crate::block::{Line, Run};
use crate::explain::known_facts::KnownFacts;
use crate::explain::provenance::Provenance;
use crate::words;
use drive_screening_core::answers::{Answer, Value};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::{Criterion, FactId, Instrument, Pack, Question, Rule, Test};

/// How much of a written reason is shown, in characters.
const REASON_MAX: usize = 320;

/// Puts the facts behind criteria into words: only those that the reader may see.
pub(super) struct CriterionFacts<'a, 'k> {
    pub(super) pack: &'a Pack,
    pub(super) known: &'k dyn KnownFacts<'a>,
    pub(super) screened_on: Date,
    pub(super) language: Language,
}

impl CriterionFacts<'_, '_> {
    /// Those of these facts of a criterion that are known, one a line. Yes and no say no more than the criterion does.
    pub(super) fn lines(&self, criterion: &Criterion, facts: &[FactId]) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut rest: Vec<&FactId> = facts.iter().collect();
        for (date_of_birth, age, line) in ages(&criterion.test) {
            if rest.contains(&date_of_birth) || rest.contains(&age) {
                let years = self.years(date_of_birth, age);
                lines.extend(years.map(|years| self.measured(years, words::YEARS, words::THE_LINE, line)));
            }
            rest.retain(|fact| *fact != date_of_birth && *fact != age);
        }
        for (index, instrument) in self.pack.instruments.iter().enumerate() {
            if rest.contains(&&instrument.yes) {
                lines.extend(self.counted(instrument, items_line(&criterion.test, index)));
                rest.retain(|fact| {
                    ![&instrument.yes, &instrument.not_known, &instrument.form].contains(fact)
                });
            }
        }
        for fact in rest {
            match self.known.known(fact.as_str()) {
                None | Some((_, Value::YesNo(_))) => {}
                Some((_, Value::Text(text))) => lines.push(self.cut(text)),
                Some((question, value)) => {
                    let label = Line::words([question.label.say(self.language), ": "].concat());
                    let answer = Answer::Known(value.clone());
                    let answer = answer_line(question, &answer, self.language);
                    lines.push(label.join(answer).then(self.limit(criterion, fact)));
                }
            }
        }
        lines
    }

    fn years(&self, date_of_birth: &FactId, age: &FactId) -> Option<u32> {
        match (self.known.known(date_of_birth.as_str()), self.known.known(age.as_str())) {
            (Some((_, Value::Date(born))), _) => born.whole_years_until(self.screened_on),
            (_, Some((_, Value::Count(years)))) => Some(*years),
            _ => None,
        }
    }

    /// "34 years, at least 18 needed".
    fn measured(&self, value: u32, unit: Phrase, by: Phrase, line: u32) -> Line {
        let unit = unit.say(self.language);
        Line::words(
            [&value.to_string(), " ", unit, by.fill(&[&line.to_string()]).say(self.language)].concat(),
        )
    }

    /// "17 of 24 items answered yes, at least 14 needed", then how many are not known.
    fn counted(&self, instrument: &Instrument, line: Option<u32>) -> Vec<Line> {
        let Some((_, Value::Count(yes))) = self.known.known(instrument.yes.as_str()) else {
            return Vec::new();
        };
        let items = match self.known.known(instrument.form.as_str()) {
            Some((_, Value::Choice(form))) => {
                instrument.items.get(form).copied().unwrap_or(instrument.otherwise)
            }
            _ => instrument.otherwise,
        };
        let counts = [yes, &items].map(u32::to_string);
        let mut text = words::ITEMS_YES.fill(&[&counts[0], &counts[1]]).say(self.language).to_owned();
        if let Some(line) = line {
            text.push_str(words::THE_LINE.fill(&[&line.to_string()]).say(self.language));
        }
        let mut lines = vec![Line::words(text)];
        if let Some((question, Value::Count(not_known @ 1..))) =
            self.known.known(instrument.not_known.as_str())
        {
            lines.push(Line::words(
                [question.label.say(self.language), ": ", &not_known.to_string()].concat(),
            ));
        }
        lines
    }

    /// What the criterion measures the fact by: ", at least 3 needed", ", counts for 12 months".
    fn limit(&self, criterion: &Criterion, fact: &FactId) -> String {
        let mut limit = String::new();
        let mut add = |by: Phrase, amount: &str| limit.push_str(by.fill(&[amount]).say(self.language));
        match &criterion.test {
            Test::Rule(rule) => rule.walk(&mut |part| match part {
                Rule::AtLeast(other, line) if other == fact => add(words::THE_LINE, &line.to_string()),
                Rule::WithinMonths(other, months) if other == fact => add(words::MONTHS, &months.to_string()),
                Rule::FreshWithinDays(other, days) if other == fact => add(words::DAYS, &days.to_string()),
                _ => {}
            }),
            Test::Graded { date, levels, .. } if date == fact => {
                let lines: Vec<String> = levels.iter().map(|level| level.after_months.to_string()).collect();
                add(words::MONTHS_AHEAD, &lines.join(", "));
            }
            Test::Graded { .. } => {}
        }
        limit
    }

    /// The start of a long text, cut between words.
    fn cut(&self, text: &str) -> Line {
        let Some((end, _)) = text.char_indices().nth(REASON_MAX) else {
            return Line::typed(text);
        };
        let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
        Line::typed(text[..end].trim_end()).then([" ", words::CUT.say(self.language)].concat())
    }
}

/// The questions behind a criterion that say where their answers come from, in the order the criterion reads them.
pub(super) fn provenance_behind<'a>(
    pack: &'a Pack,
    criterion: &Criterion,
    known: &dyn KnownFacts<'_>,
) -> Vec<(&'a Question, Provenance)> {
    let found = |fact: &FactId| Some((pack.question(fact.as_str())?, known.provenance(fact.as_str())?));
    criterion.reads(&pack.instruments).iter().filter_map(found).collect()
}

/// Whether a line holds text that somebody typed.
pub(super) fn is_typed(line: &Line) -> bool {
    line.0.iter().any(|run| matches!(run, Run::Typed(_)))
}

/// The date of birth, the age and the line of each age the test asks for.
fn ages(test: &Test) -> Vec<(&FactId, &FactId, u32)> {
    let mut found = Vec::new();
    if let Test::Rule(rule) = test {
        rule.walk(&mut |part| {
            if let Rule::AgeAtLeast { date_of_birth, age, years } = part {
                found.push((date_of_birth, age, *years));
            }
        });
    }
    found
}

/// The line that the test holds an instrument to.
fn items_line(test: &Test, index: usize) -> Option<u32> {
    let mut found = None;
    if let Test::Rule(rule) = test {
        rule.walk(&mut |part| match part {
            Rule::CountReaches { instrument, line } if *instrument == index => found = Some(*line),
            _ => {}
        });
    }
    found
}
