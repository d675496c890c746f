//! The split of the answers by part: the record that a document of one part is composed from.
//!
//! Part A is composed from a [`PanelView`]: the answers to its own questions, and of the outcome what these and its name
//! imply. So while the outcome stays what it is, no other answer changes a byte of Part A, and nothing can be told from it
//! of what those answers are, but through four facts, each chosen because it names, locates and quotes nobody:
//!
//! | derived | from | tells |
//! |---|---|---|
//! | `ages` | the children's dates of birth | whole years, sorted |
//! | `despite` | that the referrer wrote reasons to go against the screening | that they did, not why |
//! | flags of Part A | the rules of the pack | the action to take, in words that do not say why |
//! | which accounts stand in it | `panel_when` and `panel_unless` of the pack | what may be told; of any other, not even whether there is one |
//!
//! `tests/suite/non_interference.rs` changes every other answer and compares.

use crate::explain::known_facts::KnownFacts;
use crate::explain::provenance::Provenance;
use crate::explain::trace::Trace;
use drive_screening_core::answers::{Answer, Answers, Record, Value, known};
use drive_screening_core::base::date::Date;
use drive_screening_core::interview::{goes_against, needs_reason, stage_of};
use drive_screening_core::pack::order::sorted;
use drive_screening_core::pack::well_known::{CHILD_DATE_OF_BIRTH, OVERRIDE_REASONS, WITHHOLD};
use drive_screening_core::pack::{
    FactId, Group, InPanel, Kind, Need, Pack, Part, Question, Rule, Section, Speed, Stage, facts_of,
};
use drive_screening_core::screening::{Evaluator, Implied, Outcome, RaisedFlag, Truth, implied};

/// The answers and the outcome that Part A is composed from.
#[derive(Clone, Debug)]
pub(crate) struct PanelView {
    /// The answers to questions of Part A alone.
    answers: Answers,
    /// The part of the outcome that these and its name imply.
    pub(crate) implied: Implied,
    derived: Panel,
}

impl PanelView {
    pub(crate) fn new(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Self {
        let is_told =
            |fact: &FactId| pack.question(fact.as_str()).is_none_or(|question| question.part == Part::Panel);
        let mut own = answers.clone();
        own.facts.retain(|fact, _| is_told(fact));
        keep_from_panel(pack, answers, &mut own.facts);
        own.evidence.retain(|(fact, _)| is_told(fact));
        let implied = implied(pack, &own, &is_told, outcome);
        Self { answers: own, implied, derived: Panel::derive(pack, answers, outcome) }
    }

    /// Everything, for the referrer's own eyes.
    pub(crate) fn whole(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Self {
        let derived = Panel::derive(pack, answers, outcome);
        Self { answers: answers.clone(), implied: Implied::whole(pack, outcome), derived }
    }
}

/// Part A, and the derived facts that it may know: nothing that names, locates or quotes.
#[derive(Clone, Debug)]
pub(crate) struct Panel {
    /// The children's ages, oldest first, those not known last. `None` without a list of children.
    pub(crate) ages: Option<Vec<Option<u32>>>,
    /// The referrer wrote reasons to go against the screening. The reasons are in Part C.
    pub(crate) despite: bool,
    /// What is new since the last referral, where there was one: derived from the record itself.
    pub(crate) since: Option<Since>,
}

impl Panel {
    fn derive(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Self {
        let written =
            matches!(answers.known(OVERRIDE_REASONS), Some(Value::Text(text)) if !text.trim().is_empty());
        // Reasons that were written before the result changed go against nothing.
        let despite = written && goes_against(pack, outcome);
        Self { ages: ages(pack, answers), despite, since: None }
    }
}

/// What is new in Part A since the last referral.
#[derive(Clone, Debug)]
pub(crate) struct Since {
    /// The day that one was made.
    pub(crate) on: Date,
    /// The questions of which an answer is new, changed and taken out, in the order of the pack.
    pub(crate) facts: [Vec<String>; 3],
}

/// Part B, which may know nothing else.
#[derive(Clone, Debug)]
pub(crate) struct Restricted;

/// Part C, and how the screening came out.
#[derive(Clone, Debug)]
pub(crate) struct Handling<'a> {
    pub(crate) trace: Trace<'a>,
}

/// The questions and answers of one part. Made only by the functions below.
#[derive(Clone, Debug)]
pub(crate) struct PartRecord<'a, P> {
    sections: Vec<SectionRecord<'a>>,
    flags: Vec<&'a RaisedFlag>,
    /// The further facts that only this part may know.
    pub(crate) own: P,
}

/// A section of the pack with the part's questions, those with nothing to show left out.
#[derive(Clone, Debug)]
pub(crate) struct SectionRecord<'a> {
    pub(crate) section: &'a Section,
    pub(crate) items: Vec<RecordItem<'a>>,
}

/// A question and the content that the part has for it.
#[derive(Clone, Debug)]
pub(crate) struct RecordItem<'a> {
    pub(crate) question: &'a Question,
    pub(crate) content: ItemContent<'a>,
    /// Where the answer comes from, where it is shown.
    pub(crate) evidence: Option<ItemEvidence<'a>>,
}

/// Where an answer comes from and the note on it, in the part of the answer alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ItemEvidence<'a> {
    pub(crate) provenance: Provenance,
    pub(crate) note: &'a str,
}

/// The content that a part has for a question.
#[derive(Clone, Debug)]
pub(crate) enum ItemContent<'a> {
    /// A screening question that was not asked, as it no longer mattered.
    NotAsked,
    /// Needed, and not answered.
    NotAnswered,
    /// Not answered, and not of the core of a referral: nobody takes it for a "no".
    LeftOut,
    /// Of an account that may stand in Part B: nobody can tell from Part A whether it does, or whether there is one.
    NotHere,
    /// Left out of every document because the referrer says so.
    Withheld,
    /// An answer; never a group.
    Answer(&'a Answer),
    /// The entries of a group.
    Entries(&'a Group, Vec<Entry<'a>>),
}

/// An entry of a group, with the part's questions only.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    /// Its number in every part, from 1: those in Part A come first, so that no gap tells of one that is not.
    pub(crate) number: usize,
    /// Its place in the list of answers, from 0.
    pub(crate) index: usize,
    pub(crate) items: Vec<RecordItem<'a>>,
}

impl<'a, P> PartRecord<'a, P> {
    fn new(pack: &'a Pack, answers: &'a Answers, outcome: &'a Outcome, part: Part, own: P) -> Self {
        let splitter = Splitter { pack, answers, part, stage: stage_of(pack, answers) };
        let flags = outcome.flags.iter().filter(|raised| pack.flags[raised.flag].part == part).collect();
        Self { sections: splitter.sections(), flags, own }
    }

    /// The sections that have something to show, in pack order.
    pub(crate) fn sections(&self) -> &[SectionRecord<'a>] {
        &self.sections
    }

    /// The flags of this part that are raised, by name.
    pub(crate) fn flags(&self) -> &[&'a RaisedFlag] {
        &self.flags
    }

    /// The item of a question outside groups.
    pub(crate) fn item(&self, fact: &str) -> Option<&RecordItem<'a>> {
        self.sections.iter().flat_map(|section| &section.items).find(|item| item.question.id.as_str() == fact)
    }

    /// How many answers of this part a referral needs and does not have.
    pub(crate) fn missing(&self) -> usize {
        let missing = |item: &RecordItem<'_>| usize::from(matches!(item.content, ItemContent::NotAnswered));
        let count = |item: &RecordItem<'_>| match &item.content {
            ItemContent::Entries(_, entries) => {
                entries.iter().flat_map(|entry| &entry.items).map(missing).sum()
            }
            _ => missing(item),
        };
        self.sections.iter().flat_map(|section| &section.items).map(count).sum()
    }
}

/// The answers of this part to questions outside groups.
impl<'a, P> KnownFacts<'a> for PartRecord<'a, P> {
    fn known(&self, fact: &str) -> Option<(&'a Question, &'a Value)> {
        let item = self.item(fact)?;
        match item.content {
            ItemContent::Answer(Answer::Known(value)) => Some((item.question, value)),
            _ => None,
        }
    }

    fn provenance(&self, fact: &str) -> Option<Provenance> {
        self.known(fact)?;
        Some(self.item(fact)?.evidence?.provenance)
    }
}

/// The record of Part A.
pub(crate) fn panel<'a>(pack: &'a Pack, view: &'a PanelView, outcome: &'a Outcome) -> PartRecord<'a, Panel> {
    PartRecord::new(pack, &view.answers, outcome, Part::Panel, view.derived.clone())
}

/// The record of Part B.
pub(crate) fn restricted<'a>(
    pack: &'a Pack,
    answers: &'a Answers,
    outcome: &'a Outcome,
) -> PartRecord<'a, Restricted> {
    PartRecord::new(pack, answers, outcome, Part::Restricted, Restricted)
}

/// The record of Part C.
pub(crate) fn handling<'a>(
    pack: &'a Pack,
    answers: &'a Answers,
    outcome: &'a Outcome,
) -> PartRecord<'a, Handling<'a>> {
    let own = Handling { trace: Trace::new(pack, answers, outcome) };
    PartRecord::new(pack, answers, outcome, Part::Handling, own)
}

/// The children's ages in whole years on the day of screening.
fn ages(pack: &Pack, answers: &Answers) -> Option<Vec<Option<u32>>> {
    let place = pack.place(CHILD_DATE_OF_BIRTH)?;
    let group = &pack.page(place.page).questions[place.question];
    if !is_asked(pack, answers, None, group) {
        return None;
    }
    let Some(Value::Group(children)) = answers.known(group.id.as_str()) else {
        return None;
    };
    // A child not yet born has no date: no age is known, as of one whose date nobody knows. The panel does not learn of a pregnancy.
    let age = |child: &Record| match known(child, CHILD_DATE_OF_BIRTH) {
        Some(Value::Date(born)) => born.whole_years_until(answers.screened_on),
        _ => None,
    };
    // Not in the order of Part B, so that an age cannot be laid beside a name.
    let mut ages = sorted(children.iter().map(age).collect());
    ages.reverse();
    Some(ages)
}

/// Whether the condition of a question holds. An answer is in a document only while its question is asked: the
/// address asked for when the perpetrator lives alone is another person's address once that answer changes.
pub(crate) fn is_asked(pack: &Pack, answers: &Answers, entry: Option<&Record>, question: &Question) -> bool {
    let is_yes = |rule: &Rule| holds_of(pack, answers, entry, rule);
    question.asked_when.as_ref().is_none_or(is_yes) && !question.asked_unless.as_ref().is_some_and(is_yes)
}

/// Whether the panel sees an answer to a question of Part A, or an entry of its list.
fn goes_to_panel(pack: &Pack, answers: &Answers, entry: Option<&Record>, question: &Question) -> bool {
    question.in_panel.as_ref().is_none_or(|InPanel { when, unless }| {
        let holds = |rule: &Rule| holds_of(pack, answers, entry, rule);
        holds(when) && !unless.as_ref().is_some_and(holds)
    })
}

/// Takes out of the answers of Part A what does not go there: texts whole; entries become empty, so that the others keep their
/// places.
fn keep_from_panel(pack: &Pack, answers: &Answers, own: &mut Record) {
    for (_, question) in pack.questions().filter(|(_, question)| question.in_panel.is_some()) {
        match own.get_mut(&question.id) {
            Some(Answer::Known(Value::Group(entries))) => {
                for entry in entries {
                    if !goes_to_panel(pack, answers, Some(entry), question) {
                        *entry = Record::new();
                    }
                }
            }
            Some(_) if !goes_to_panel(pack, answers, None, question) => {
                own.remove(&question.id);
            }
            _ => {}
        }
    }
}

/// Whether a rule is yes, of an entry if one is given.
fn holds_of(pack: &Pack, answers: &Answers, entry: Option<&Record>, rule: &Rule) -> bool {
    let Some(entry) = entry else {
        return holds(pack, answers, rule);
    };
    // Only what the rule reads, so that a long list does not copy the whole record for each entry.
    // Put in one by one: a collected map brings a sort of its own.
    let mut facts = Record::new();
    for fact in facts_of(rule, &pack.instruments) {
        if let Some(answer) = entry.get(&fact).or_else(|| answers.facts.get(&fact)) {
            facts.insert(fact, answer.clone());
        }
    }
    holds(pack, &Answers { facts, ..Answers::none(answers.screened_on) }, rule)
}

fn holds(pack: &Pack, answers: &Answers, rule: &Rule) -> bool {
    Evaluator::new(pack, answers, &[]).truth(rule) == Truth::Yes
}

struct Splitter<'a> {
    pack: &'a Pack,
    answers: &'a Answers,
    part: Part,
    /// How far the case has come: with a referral, the questions of the screening are asked to the end.
    stage: Stage,
}

impl<'a> Splitter<'a> {
    fn sections(&self) -> Vec<SectionRecord<'a>> {
        let sections = &self.pack.sections;
        let mut split: Vec<SectionRecord<'a>> =
            sections.iter().map(|section| SectionRecord { section, items: Vec::new() }).collect();
        for (index, section) in sections.iter().enumerate() {
            for question in section.pages.iter().flat_map(|page| &page.questions) {
                let under =
                    question.with.as_ref().and_then(|with| sections.iter().position(|s| s.id == *with));
                split[under.unwrap_or(index)].items.extend(self.item(section, question));
            }
        }
        split.retain(|section| !section.items.is_empty());
        split
    }

    fn item(&self, section: &'a Section, question: &'a Question) -> Option<RecordItem<'a>> {
        let answer = self.answers.get(question.id.as_str());
        if let (Kind::Group(group), Some(Answer::Known(Value::Group(records)))) = (&question.kind, answer) {
            return self.entries(question, group, records);
        }
        let kept = self.is_kept_from_panel(question, answer);
        if (question.part != self.part && !kept) || !is_asked(self.pack, self.answers, None, question) {
            return None;
        }
        let is_reason = section.not_known_reason.as_ref() == Some(&question.id);
        if is_reason && is_blank(answer) && !needs_reason(self.pack, section, self.answers) {
            return None;
        }
        let content = match self.content(question, &self.answers.facts, section.stage)? {
            ItemContent::NotAnswered | ItemContent::LeftOut
                if self.part == Part::Panel && question.in_panel.is_some() =>
            {
                ItemContent::NotHere
            }
            content => content,
        };
        let evidence = match content {
            ItemContent::Answer(_) => self.evidence(question),
            _ => None,
        };
        Some(RecordItem { question, content, evidence })
    }

    fn entries(
        &self,
        question: &'a Question,
        group: &'a Group,
        records: &'a [Record],
    ) -> Option<RecordItem<'a>> {
        if !is_asked(self.pack, self.answers, None, question) {
            return None;
        }
        let entry = |(number, (index, kept, record)): (usize, (usize, bool, &'a Record))| {
            let inner = group.questions.iter().filter(|inner| {
                let is_here = inner.part == self.part || (kept && inner.part == question.part);
                is_here && is_asked(self.pack, self.answers, Some(record), inner)
            });
            let items = inner.filter_map(|inner| {
                let content = self.content(inner, record, Stage::Referral)?;
                Some(RecordItem { question: inner, content, evidence: None })
            });
            Entry { number: number + 1, index, items: items.collect() }
        };
        let own = question.part == self.part;
        // Those that the panel sees come first, and have the same numbers in every part.
        let is_seen = |record: &Record| goes_to_panel(self.pack, self.answers, Some(record), question);
        let (seen, kept): (Vec<_>, Vec<_>) =
            records.iter().enumerate().partition(|(_, record)| is_seen(record));
        let is_annex = self.part == Part::Restricted;
        let mut all: Vec<(usize, bool, &Record)> =
            seen.into_iter().map(|(index, record)| (index, false, record)).collect();
        if self.part != Part::Panel {
            all.extend(kept.into_iter().map(|(index, record)| (index, is_annex, record)));
        }
        let entries: Vec<Entry<'a>> =
            all.into_iter().enumerate().map(entry).filter(|entry| own || !entry.items.is_empty()).collect();
        if entries.is_empty() && self.part == Part::Panel && question.in_panel.is_some() {
            return Some(RecordItem { question, content: ItemContent::NotHere, evidence: None });
        }
        let shown = own || !entries.is_empty();
        shown.then_some(RecordItem {
            question,
            content: ItemContent::Entries(group, entries),
            evidence: None,
        })
    }

    /// Whether this is Part B, and it has what the panel would see otherwise: also that nobody wrote it, which Part A does not tell.
    fn is_kept_from_panel(&self, question: &Question, answer: Option<&Answer>) -> bool {
        self.part == Part::Restricted
            && question.part == Part::Panel
            && question.in_panel.is_some()
            && (is_blank(answer) || !goes_to_panel(self.pack, self.answers, None, question))
    }

    fn evidence(&self, question: &Question) -> Option<ItemEvidence<'a>> {
        let evidence = self.answers.evidence(question.id.as_str())?;
        let provenance = Provenance::of(self.pack, self.answers, &question.id, self.part)?;
        Some(ItemEvidence { provenance, note: &evidence.note })
    }

    fn content(&self, question: &Question, record: &'a Record, stage: Stage) -> Option<ItemContent<'a>> {
        let answer = record.get(&question.id);
        Some(match answer.filter(|answer| !is_blank(Some(answer))) {
            Some(Answer::Known(_)) if self.is_withheld(question, record) => ItemContent::Withheld,
            Some(answer) => ItemContent::Answer(answer),
            None if question.need == Need::Optional => return None,
            None if stage == Stage::Screening && self.stage == stage => ItemContent::NotAsked,
            None if question.speed == Speed::Full => ItemContent::LeftOut,
            None => ItemContent::NotAnswered,
        })
    }

    /// Shown only on a plain "no": an open switch keeps an address back. A home that is shared is kept back while any
    /// entry's own address is.
    fn is_withheld(&self, question: &Question, record: &Record) -> bool {
        // Whether a switch is set is kept from the panel, so an answer that hangs on one is as well.
        if self.part == Part::Panel && question.withheld_with.is_some() {
            return true;
        }
        let plain_no = |record: &Record, switch: &str| known(record, switch) == Some(&Value::YesNo(false));
        if let Some(switch) = &question.withheld_with
            && let Some(group) = self.pack.group_of(switch.as_str())
            && let Some(Value::Group(entries)) = self.answers.known(group.id.as_str())
            && !entries.iter().all(|entry| plain_no(entry, switch.as_str()))
        {
            return true;
        }
        let switch = format!("{}{WITHHOLD}", question.id);
        self.pack.question(&switch).is_some() && !plain_no(record, &switch)
    }
}

/// Nothing, or a text with nothing in it.
fn is_blank(answer: Option<&Answer>) -> bool {
    match answer {
        None => true,
        Some(Answer::Known(Value::Text(text))) => text.trim().is_empty(),
        Some(_) => false,
    }
}
