//! The reasons of the screening, for Part A: what decided, with the facts that Part A may show.

use super::block::{Line, Row};
use super::evidence::{Evidence, is_typed};
use super::explained::{LeadsSaid, leads};
use super::provenance::{self, Provenance};
use super::record::{Panel, PartRecord};
use super::words;
use crate::date::Date;
use crate::pack::{Criterion, FactId, Pack, Part, Question};
use crate::screening::Implied;
use crate::words::Language;

/// Most changes in a set that page one names.
const MAX_SHORT: usize = 3;

/// What the screening came to, without its flags: those belong to parts, and the record holds them.
pub(super) struct Findings<'a> {
    pub(super) pack: &'a Pack,
    pub(super) name: &'a str,
    pub(super) possible: Vec<&'a str>,
    pub(super) settled: bool,
    pub(super) open: Vec<&'a Criterion>,
    /// What may be told follows from what may be told, so that there is nothing to point to elsewhere.
    pub(super) follows: bool,
    implied: &'a Implied,
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
    /// Of these, what rests on weak evidence alone, each answer with what is weak about it.
    pub(super) weak: Vec<String>,
    /// The other conditions that are met and were needed.
    pub(super) met: Vec<Settled<'a>>,
    /// What was needed not to stand in the way and does not.
    pub(super) clear: Vec<Settled<'a>>,
    /// What points the same way and was not needed, with its facts.
    pub(super) besides: Vec<String>,
}

impl<'a> Findings<'a> {
    pub(super) fn new(pack: &'a Pack, implied: &'a Implied) -> Self {
        let outcome = &implied.outcome;
        Self {
            pack,
            name: &outcome.name,
            possible: outcome.possible.iter().map(crate::pack::VerdictId::as_str).collect(),
            settled: outcome.is_settled(),
            open: outcome.open.iter().map(|index| &pack.criteria[*index]).collect(),
            follows: implied.follows,
            implied,
        }
    }

    pub(super) fn reasons(
        &self,
        record: &PartRecord<'a, Panel>,
        screened_on: Date,
        language: Language,
    ) -> Reasons<'a> {
        let mut reasons = Reasons {
            deciding: Vec::new(),
            weak: Vec::new(),
            met: Vec::new(),
            clear: Vec::new(),
            besides: Vec::new(),
        };
        let pack = self.pack;
        let mut deciding = Vec::new();
        for (index, criterion) in pack.criteria.iter().enumerate() {
            let Some(value) =
                self.implied.outcome.criteria[index].settled().filter(|_| !self.implied.hidden[index])
            else {
                continue;
            };
            let says = criterion.says[usize::from(value)].say(language);
            let needed = self.implied.outcome.because.contains(&index);
            match weight(criterion, value) {
                Weight::Decides if needed => {
                    reasons.deciding.push(self.reason(record, index, says, screened_on, language));
                    deciding.push(criterion);
                }
                Weight::Met if needed => reasons.met.push(Settled { criterion, says }),
                Weight::Clear if needed => reasons.clear.push(Settled { criterion, says }),
                // Not needed, so nothing that hangs on another part's facts is told here.
                Weight::Decides if value > 0 && self.is_open_to(Part::Panel, criterion) => {
                    if self.settled || !criterion.used {
                        reasons.besides.push(self.besides(record, criterion, says, screened_on, language));
                    } else {
                        reasons.deciding.push(self.reason(record, index, says, screened_on, language));
                        deciding.push(criterion);
                    }
                }
                _ => {}
            }
        }
        for criterion in deciding {
            reasons.weak.extend(self.weak(record, criterion, language));
        }
        reasons
    }

    /// What a criterion rests on, if something is said of where it comes from and all of that is weak.
    fn weak(&self, record: &PartRecord<'a, Panel>, criterion: &Criterion, language: Language) -> Vec<String> {
        let behind = self.behind(record, criterion);
        let said = |(question, provenance): &(&Question, Provenance)| provenance.weak(question, language);
        // One that is strong is enough.
        behind.iter().map(said).collect::<Option<_>>().unwrap_or_default()
    }

    fn behind(
        &self,
        record: &PartRecord<'a, Panel>,
        criterion: &Criterion,
    ) -> Vec<(&'a Question, Provenance)> {
        provenance::behind(self.pack, criterion, &|fact| record.provenance(fact))
    }

    /// What would lead to other outcomes, few changes at a time.
    pub(super) fn leads(&self, language: Language) -> Vec<LeadsSaid> {
        let mut all = self.implied.would_change(self.pack);
        for leads in &mut all {
            let before = leads.sets.len();
            leads.sets.retain(|set| set.len() <= MAX_SHORT);
            leads.more |= leads.sets.len() < before;
        }
        all.retain(|leads| !leads.sets.is_empty());
        leads(self.pack, &all, language)
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
        value.extend(provenance::lines(&self.behind(record, criterion), language));
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

    /// The facts behind a criterion that Part A holds.
    fn evidence(
        &self,
        record: &PartRecord<'a, Panel>,
        criterion: &Criterion,
        screened_on: Date,
        language: Language,
    ) -> Vec<Line> {
        let known = |fact: &str| record.known(fact);
        let evidence = Evidence { pack: self.pack, known: &known, screened_on, language };
        evidence.lines(criterion, &criterion.reads(&self.pack.instruments))
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
