//! The reasons of the screening at the length of Part A: the deciding ones, with the facts that Part A may show.

use crate::block::{Line, Row};
use crate::explain::criterion_facts::{CriterionFacts, is_typed, provenance_behind};
use crate::explain::known_facts::KnownFacts;
use crate::explain::provenance::{self, Provenance};
use crate::words;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::{Criterion, FactId, Pack, Part, Question, VerdictId};
use drive_screening_core::screening::Implied;

/// What the screening came to and why, as far as the answers of Part A imply it. Its flags are in the record of the part.
pub(crate) struct PanelReasons<'a> {
    pub(crate) pack: &'a Pack,
    /// The public name of the outcome.
    pub(crate) name: &'a str,
    pub(crate) possible: Vec<&'a str>,
    pub(crate) settled: bool,
    pub(crate) open: Vec<&'a Criterion>,
    /// The outcome follows from what may be told, so that there is nothing to point to elsewhere.
    pub(crate) follows: bool,
    implied: &'a Implied,
}

/// A criterion that is settled, and the sentence that says so.
pub(crate) struct Settled<'a> {
    pub(crate) criterion: &'a Criterion,
    pub(crate) says: &'a str,
}

/// A criterion that points the same way and was not needed.
pub(crate) struct Besides<'a> {
    pub(crate) says: &'a str,
    facts: Vec<String>,
}

impl Besides<'_> {
    /// The sentence with its facts, but for text that somebody wrote: that is further on.
    pub(crate) fn with_facts(&self) -> String {
        if self.facts.is_empty() {
            self.says.to_owned()
        } else {
            format!("{} ({})", self.says, self.facts.join("; "))
        }
    }
}

/// The reasons by what they weigh.
#[derive(Default)]
pub(crate) struct WeighedReasons<'a> {
    /// The criteria that opened the door, failed or excluded, each with its facts.
    pub(crate) deciding: Vec<Row>,
    /// The answers behind those of them that rest on weak evidence alone, each with its weaknesses.
    pub(crate) weak: Vec<String>,
    /// The other conditions that are met and were needed.
    pub(crate) met: Vec<Settled<'a>>,
    /// The exclusions that were needed not to apply and do not.
    pub(crate) clear: Vec<Settled<'a>>,
    /// The criteria that point the same way and were not needed.
    pub(crate) besides: Vec<Besides<'a>>,
}

impl<'a> PanelReasons<'a> {
    pub(crate) fn new(pack: &'a Pack, implied: &'a Implied) -> Self {
        let outcome = &implied.outcome;
        Self {
            pack,
            name: &outcome.name,
            possible: outcome.possible.iter().map(VerdictId::as_str).collect(),
            settled: outcome.is_settled(),
            open: outcome.open.iter().map(|index| &pack.criteria[*index]).collect(),
            follows: implied.follows,
            implied,
        }
    }

    /// The reasons, with the facts that the reader may see.
    pub(crate) fn weighed(
        &self,
        known: &dyn KnownFacts<'a>,
        screened_on: Date,
        language: Language,
    ) -> WeighedReasons<'a> {
        let writer = ReasonWriter { pack: self.pack, known, screened_on, language };
        let mut reasons = WeighedReasons::default();
        let mut deciding = Vec::new();
        for (index, criterion) in self.pack.indexed_criteria() {
            let Some(value) =
                self.implied.outcome.criteria[index].settled().filter(|_| !self.implied.hidden[index])
            else {
                continue;
            };
            let says = criterion.says[usize::from(value)].say(language);
            let needed = self.implied.outcome.sufficient_set.contains(&index);
            match weight(criterion, value) {
                Weight::Decides if needed => {
                    reasons.deciding.push(writer.reason(criterion, says));
                    deciding.push(criterion);
                }
                Weight::Met if needed => reasons.met.push(Settled { criterion, says }),
                Weight::Clear if needed => reasons.clear.push(Settled { criterion, says }),
                // Not needed, so nothing that hangs on another part's facts is told here.
                Weight::Decides if value > 0 && self.is_of_panel(criterion) => {
                    if self.settled || !criterion.used {
                        reasons.besides.push(writer.besides(criterion, says));
                    } else {
                        reasons.deciding.push(writer.reason(criterion, says));
                        deciding.push(criterion);
                    }
                }
                _ => {}
            }
        }
        reasons.weak = deciding.into_iter().flat_map(|criterion| writer.weak(criterion)).collect();
        reasons
    }

    /// Whether a criterion reads facts of Part A alone.
    fn is_of_panel(&self, criterion: &Criterion) -> bool {
        let of_panel = |fact: &FactId| {
            self.pack.question(fact.as_str()).is_none_or(|question| question.part == Part::Panel)
        };
        criterion.reads(&self.pack.instruments).iter().all(of_panel)
    }
}

/// Writes one reason, with the facts behind it.
struct ReasonWriter<'a, 'k> {
    pack: &'a Pack,
    known: &'k dyn KnownFacts<'a>,
    screened_on: Date,
    language: Language,
}

impl<'a> ReasonWriter<'a, '_> {
    /// A sentence, and the facts behind it; where none may be told, the part that they are in.
    fn reason(&self, criterion: &Criterion, says: &str) -> Row {
        // Facts on one line, and text that somebody wrote on its own.
        let (typed, plain): (Vec<Line>, Vec<Line>) = self.facts(criterion).into_iter().partition(is_typed);
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
                Some(part) => words::FACTS_IN[part as usize].say(self.language),
                None => criterion.label.say(self.language),
            }));
        }
        value.extend(provenance::lines(&self.behind(criterion), self.language));
        Row { label: Line::words(says), value }
    }

    fn besides<'s>(&self, criterion: &Criterion, says: &'s str) -> Besides<'s> {
        let facts = self.facts(criterion);
        Besides { says, facts: facts.iter().filter(|line| !is_typed(line)).map(Line::text).collect() }
    }

    /// The answers a criterion rests on, if it is said of some where they come from and all of that is weak.
    fn weak(&self, criterion: &Criterion) -> Vec<String> {
        let behind = self.behind(criterion);
        let weak =
            |(question, provenance): &(&Question, Provenance)| provenance.weak(question, self.language);
        // One that is strong is enough.
        behind.iter().map(weak).collect::<Option<_>>().unwrap_or_default()
    }

    fn behind(&self, criterion: &Criterion) -> Vec<(&'a Question, Provenance)> {
        provenance_behind(self.pack, criterion, self.known)
    }

    /// The facts behind a criterion that the reader may see.
    fn facts(&self, criterion: &Criterion) -> Vec<Line> {
        let Self { pack, known, screened_on, language } = *self;
        let facts = CriterionFacts { pack, known, screened_on, language };
        facts.lines(criterion, &criterion.reads(&pack.instruments))
    }
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
    match value {
        1 if criterion.role.is_condition() => Weight::Met,
        0 if criterion.role.is_exclusion() => Weight::Clear,
        _ => Weight::Decides,
    }
}
