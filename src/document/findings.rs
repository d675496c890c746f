//! The reasons of the screening, for Part A: what decided, with the facts that Part A may show.

use super::block::{Line, Row, Run};
use super::record::{Panel, PartRecord};
use super::sections::said;
use super::words;
use crate::answers::Value;
use crate::date::Date;
use crate::pack::{Criterion, FactId, Instrument, Pack, Part, Rule, Test};
use crate::screening::{Outcome, Possible};
use crate::words::Language;

/// How much of a written reason stands on page one, in characters.
const REASON_MAX: usize = 320;

/// What the screening came to, without its flags: those belong to parts, and the record holds them.
pub(super) struct Findings<'a> {
    pub(super) pack: &'a Pack,
    pub(super) name: &'a str,
    pub(super) possible: Vec<&'a str>,
    pub(super) settled: bool,
    pub(super) open: Vec<&'a Criterion>,
    criteria: &'a [Possible],
    because: &'a [usize],
}

/// A criterion that is settled, and the sentence that says so.
pub(super) struct Settled<'a> {
    pub(super) criterion: &'a Criterion,
    pub(super) says: &'a str,
}

/// The reasons, the weightiest first.
pub(super) struct Reasons<'a> {
    /// What opened the door, failed or excluded, each with its facts.
    pub(super) deciding: Vec<Row>,
    /// The other conditions that are met and were needed.
    pub(super) met: Vec<Settled<'a>>,
    /// What was needed not to stand in the way and does not.
    pub(super) clear: Vec<Settled<'a>>,
    /// What points the same way and was not needed, with its facts.
    pub(super) besides: Vec<String>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(pack: &'a Pack, outcome: &'a Outcome) -> Self {
        Self {
            pack,
            name: &outcome.name,
            possible: outcome.possible.iter().map(crate::pack::VerdictId::as_str).collect(),
            settled: outcome.is_settled(),
            open: outcome.open.iter().map(|index| &pack.criteria[*index]).collect(),
            criteria: &outcome.criteria,
            because: &outcome.because,
        }
    }

    pub(super) fn reasons(
        &self,
        record: &PartRecord<'a, Panel>,
        screened_on: Date,
        language: Language,
    ) -> Reasons<'a> {
        let mut reasons =
            Reasons { deciding: Vec::new(), met: Vec::new(), clear: Vec::new(), besides: Vec::new() };
        let pack = self.pack;
        for (index, criterion) in pack.criteria.iter().enumerate() {
            let Some(value) = settled(self.criteria[index]) else {
                continue;
            };
            let says = criterion.says[usize::from(value)].say(language);
            let needed = self.because.contains(&index);
            match weight(criterion, value) {
                Weight::Decides if needed => {
                    reasons.deciding.push(self.reason(record, index, says, screened_on, language));
                }
                Weight::Met if needed => reasons.met.push(Settled { criterion, says }),
                Weight::Clear if needed => reasons.clear.push(Settled { criterion, says }),
                // Not needed, so nothing that hangs on another part's facts is told here.
                Weight::Decides if value > 0 && self.is_open_to(Part::Panel, criterion) => {
                    if self.settled || !criterion.used {
                        reasons.besides.push(self.besides(record, criterion, says, screened_on, language));
                    } else {
                        reasons.deciding.push(self.reason(record, index, says, screened_on, language));
                    }
                }
                _ => {}
            }
        }
        reasons
    }

    fn is_open_to(&self, part: Part, criterion: &Criterion) -> bool {
        let shown =
            |fact: &FactId| self.pack.question(fact.as_str()).is_none_or(|question| question.part == part);
        criterion.reads(&self.pack.instruments).iter().all(shown)
    }

    fn reason(
        &self,
        record: &PartRecord<'a, Panel>,
        index: usize,
        says: &str,
        on: Date,
        language: Language,
    ) -> Row {
        let criterion = &self.pack.criteria[index];
        let facts = self.evidence(record, criterion, on, language);
        // Facts on one line, and what somebody wrote on its own.
        let (typed, plain): (Vec<Line>, Vec<Line>) = facts.into_iter().partition(is_typed);
        let plain: Vec<String> = plain.iter().map(Line::text).collect();
        let mut value = typed;
        if !plain.is_empty() {
            value.insert(0, Line::words(plain.join("; ")));
        }
        if value.is_empty() {
            let place = |fact: &FactId| self.pack.question(fact.as_str()).map(|question| question.part);
            let elsewhere = criterion
                .reads(&self.pack.instruments)
                .iter()
                .filter_map(place)
                .find(|part| *part != Part::Panel);
            value.push(Line::words(match elsewhere {
                Some(part) => words::FACTS_IN[part as usize].say(language),
                None => criterion.label.say(language),
            }));
        }
        Row { label: Line::words(says), value }
    }

    /// A sentence with its facts, but for what somebody wrote: that is further on.
    fn besides(
        &self,
        record: &PartRecord<'a, Panel>,
        criterion: &Criterion,
        says: &str,
        on: Date,
        language: Language,
    ) -> String {
        let facts = self.evidence(record, criterion, on, language);
        let facts: Vec<String> = facts.iter().filter(|line| !is_typed(line)).map(Line::text).collect();
        if facts.is_empty() { says.to_owned() } else { format!("{says} ({})", facts.join("; ")) }
    }

    /// The facts behind a criterion that Part A holds, one a line. Yes and no say no more than the criterion does.
    fn evidence(
        &self,
        record: &PartRecord<'a, Panel>,
        criterion: &Criterion,
        on: Date,
        language: Language,
    ) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut rest = criterion.reads(&self.pack.instruments);
        if let Some((date_of_birth, age)) = age_facts(&criterion.test) {
            let years = match record.known(date_of_birth.as_str()) {
                Some((_, Value::Date(born))) => born.whole_years_until(on),
                _ => match record.known(age.as_str()) {
                    Some((_, Value::Count(years))) => Some(*years),
                    _ => None,
                },
            };
            lines.extend(years.map(|years| Line::words(format!("{years} {}", words::YEARS.say(language)))));
            rest.retain(|fact| *fact != date_of_birth && *fact != age);
        }
        for instrument in &self.pack.instruments {
            if !rest.contains(&instrument.yes) {
                continue;
            }
            lines.extend(counted(record, instrument, language));
            rest.retain(|fact| ![&instrument.yes, &instrument.not_known, &instrument.form].contains(&fact));
        }
        for (question, value) in rest.iter().filter_map(|fact| record.known(fact.as_str())) {
            match value {
                Value::YesNo(_) => {}
                Value::Text(text) => lines.push(cut(text, language)),
                _ => {
                    let label = Line::words(format!("{}: ", question.label.say(language)));
                    lines.push(label.join(said(
                        question,
                        &crate::answers::Answer::Known(value.clone()),
                        language,
                    )));
                }
            }
        }
        lines
    }
}

fn is_typed(line: &Line) -> bool {
    line.0.iter().any(|run| matches!(run, Run::Typed(_)))
}

enum Weight {
    /// A way in, a pattern, or something that fails or excludes.
    Decides,
    /// A condition that is met.
    Met,
    /// An exclusion that does not apply.
    Clear,
}

/// What a value of a criterion weighs, by the roles of the pack. A role that is not known here counts as deciding,
/// so that nothing is hidden.
fn weight(criterion: &Criterion, value: u8) -> Weight {
    match (criterion.role.as_str(), value) {
        ("necessary" | "support", 1) => Weight::Met,
        ("exclusion" | "hard_exclusion" | "soft_exclusion" | "pause", 0) => Weight::Clear,
        _ => Weight::Decides,
    }
}

pub(super) fn settled(possible: Possible) -> Option<u8> {
    possible.is_power_of_two().then(|| u8::try_from(possible.trailing_zeros()).unwrap_or(0))
}

fn age_facts(test: &Test) -> Option<(FactId, FactId)> {
    let Test::Rule(rule) = test else { return None };
    let mut found = None;
    rule.walk(&mut |part| {
        if let Rule::AgeAtLeast { date_of_birth, age, .. } = part {
            found = Some((date_of_birth.clone(), age.clone()));
        }
    });
    found
}

/// "17 of 24 items answered yes", then how many are not known.
fn counted(record: &PartRecord<'_, Panel>, instrument: &Instrument, language: Language) -> Vec<Line> {
    let Some((_, Value::Count(yes))) = record.known(instrument.yes.as_str()) else {
        return Vec::new();
    };
    let items = match record.known(instrument.form.as_str()) {
        Some((_, Value::Choice(form))) => instrument.items.get(form).copied().unwrap_or(instrument.otherwise),
        _ => instrument.otherwise,
    };
    let (of, answered) = (words::OUT_OF.say(language), words::ITEMS_YES.say(language));
    let mut lines = vec![Line::words(format!("{yes} {of} {items} {answered}"))];
    if let Some((question, Value::Count(not_known @ 1..))) = record.known(instrument.not_known.as_str()) {
        lines.push(Line::words(format!("{}: {not_known}", question.label.say(language))));
    }
    lines
}

/// The start of a long text, cut between words.
fn cut(text: &str, language: Language) -> Line {
    let Some((end, _)) = text.char_indices().nth(REASON_MAX) else {
        return Line::typed(text);
    };
    let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    Line::typed(format!("{}…", text[..end].trim_end())).then(format!(" {}", words::CUT.say(language)))
}
