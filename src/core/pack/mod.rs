//! The criteria pack: questions, rules, and the words for both.
//!
//! A [`Pack`] that exists is sound: every question a rule names is there, of the right kind, and every text is
//! in English and Welsh. So evaluation has no errors. [`Pack::load`] reports every problem at once.

pub mod builtin;
mod check;
pub mod compiled;
mod criterion;
mod criterion_index;
pub mod digest;
mod document;
pub mod evidence;
mod expected;
mod filled_from;
mod flag;
mod id;
mod instrument;
mod load;
mod merge;
pub mod order;
mod place;
mod question;
mod read_questions;
mod read_rules;
pub(crate) mod reader;
mod role;
mod rule;
mod setting;
mod setting_text;
pub mod terms;
mod verdict;
pub mod well_known;
pub mod wire;

pub use criterion::{Criterion, Level, Test};
pub use criterion_index::CriterionIndex;
pub use document::{DocumentWords, PartWords, Route, TimelineLane};
pub use evidence::Origin;
pub use expected::{Bound, BoundDay, Expected, Impossible, Usual, WrittenAs};
pub use filled_from::FilledFrom;
pub use flag::{Flag, FlagWhen};
pub use id::{CriterionId, FactId, FlagId, PackId, PageId, SectionId, SettingId, SourceId, VerdictId};
pub use instrument::{FormItems, Instrument};
pub use load::MAX_BYTES;
pub use load::{NATIONS, in_nation, no_such_pack, parse, resolve_extends};
pub use merge::RULES;
pub(crate) use merge::merge;
pub(crate) use place::Places;
pub use place::{FactPlace, PageRef};
pub use question::{
    Choice, Group, Identifies, InPanel, Kind, Need, Part, Question, QuestionPage, Retired, Section, Speed,
    Stage, YesNoWords,
};
pub use role::Role;
pub use rule::{Formula, Rule, facts_of};
pub use setting::{Setting, SettingValue, Source};
pub use verdict::{OutcomeText, Refined, Verdict};

use crate::base::json::Json;
use crate::base::words::Localized;
use compiled::Diagram;
use digest::Original;

/// A sound criteria pack.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its name.
    pub id: PackId,
    /// Its version, as its owner writes it.
    pub version: String,
    /// What it is called.
    pub title: Localized,
    /// What it is for, in a sentence or two.
    pub about: Localized,
    /// The figures and switches a site may change.
    pub settings: Vec<Setting>,
    /// Where rules and figures come from.
    pub sources: Vec<Source>,
    /// Everything that is asked, in order.
    pub sections: Vec<Section>,
    /// Counted instruments, such as DASH.
    pub instruments: Vec<Instrument>,
    /// The criteria, in order.
    pub criteria: Vec<Criterion>,
    /// The verdicts in order of precedence; the last has no condition.
    pub verdicts: Vec<Verdict>,
    /// The words for when several verdicts are possible.
    pub undecided: OutcomeText,
    /// What stands beside a verdict.
    pub flags: Vec<Flag>,
    /// Where to turn.
    pub routes: Vec<Route>,
    /// The words of the documents.
    pub document: DocumentWords,
    /// What may be asked beside an answer that takes evidence: where it comes from, of which day, and a note.
    pub evidence: Group,
    /// The decision diagram of the verdicts.
    pub diagram: Diagram,
    /// Where each fact is asked.
    pub places: Places,
    pub(crate) original: Original,
}

impl Pack {
    /// SHA-256 of the whole pack in canonical form, 64 hexadecimal digits.
    pub fn digest(&self) -> &str {
        self.original.digest()
    }

    /// The pack as JSON that [`Pack::load`] reads, complete: what it extended is laid under it. Same digest.
    pub fn to_json(&self) -> String {
        crate::base::json::write(self.original.json())
    }
}

impl Pack {
    /// The question that asks for a fact, also inside a group.
    pub fn question(&self, fact: &str) -> Option<&Question> {
        let place = self.places.get(fact)?;
        let question = &self.page(place.page).questions[place.question];
        match (place.in_group, &question.kind) {
            (Some(index), Kind::Group(group)) => group.questions.get(index),
            _ => Some(question),
        }
    }

    /// The group whose entries ask for a fact.
    pub fn group_of(&self, fact: &str) -> Option<&Question> {
        let place = self.places.get(fact).filter(|place| place.in_group.is_some())?;
        self.page(place.page).questions.get(place.question)
    }

    /// Where a fact is asked.
    pub fn place(&self, fact: &str) -> Option<FactPlace> {
        self.places.get(fact)
    }

    /// The section of a page.
    pub fn section(&self, page: PageRef) -> &Section {
        &self.sections[page.section]
    }

    /// A page.
    pub fn page(&self, page: PageRef) -> &QuestionPage {
        &self.section(page).pages[page.page]
    }

    /// Every question outside groups, in order, with its place.
    pub fn questions(&self) -> impl Iterator<Item = (FactPlace, &Question)> {
        // Listed first: chained iterators would be compiled anew wherever this is called.
        let mut questions = Vec::new();
        for (section, s) in self.sections.iter().enumerate() {
            for (page, p) in s.pages.iter().enumerate() {
                let page = PageRef { section, page };
                for (question, q) in p.questions.iter().enumerate() {
                    questions.push((FactPlace { page, question, in_group: None }, q));
                }
            }
        }
        questions.into_iter()
    }

    /// Every question, those of an entry after their group.
    pub fn every_question(&self) -> Vec<&Question> {
        let mut all = Vec::new();
        for (_, question) in self.questions() {
            all.push(question);
            if let Kind::Group(group) = &question.kind {
                all.extend(&group.questions);
            }
        }
        all
    }

    /// Whether a question belongs to the referral alone: no criterion reads its answer, so that its dates go by the day on
    /// which the referral is written, which may be after the day of screening.
    pub fn is_of_referral(&self, fact: &FactId) -> bool {
        let section = self.place(fact.as_str()).map(|place| self.section(place.page));
        section.is_some_and(|section| section.stage == Stage::Referral)
            && !self.criteria.iter().any(|criterion| criterion.reads(&self.instruments).contains(fact))
    }

    /// Notes which criteria any verdict depends on.
    pub(crate) fn mark_used(&mut self) {
        for index in self.diagram.variables() {
            self.criteria[index].used = true;
        }
    }

    /// Which criterion has this id.
    pub fn criterion(&self, id: &str) -> Option<CriterionIndex> {
        self.criteria.iter().position(|criterion| criterion.id.as_str() == id).map(CriterionIndex::new)
    }

    /// The criteria in order, each with its index.
    pub fn indexed_criteria(&self) -> impl Iterator<Item = (CriterionIndex, &Criterion)> {
        self.criteria.iter().enumerate().map(|(place, criterion)| (CriterionIndex::new(place), criterion))
    }

    /// The words of an outcome: a verdict, a finer one, or `need_information`.
    pub fn outcome_text(&self, outcome: &str) -> &OutcomeText {
        for verdict in &self.verdicts {
            if verdict.id.as_str() == outcome {
                return &verdict.words;
            }
            if let Some(refined) = verdict.refined.as_ref().filter(|refined| refined.id.as_str() == outcome) {
                return &refined.words;
            }
        }
        &self.undecided
    }

    /// Whether a criterion is a fact that can be found to be otherwise: not judgement, and not read from a set of
    /// markers.
    pub fn is_changeable(&self, criterion: &Criterion) -> bool {
        let marks = |flag: &Flag| match &flag.when {
            FlagWhen::Each(fact) => criterion.reads(&self.instruments).contains(fact),
            FlagWhen::Rule { .. } => false,
        };
        !criterion.judgement && !self.flags.iter().any(marks)
    }

    /// Whether a flag is of Part B and hangs on nothing but the entries of groups of Part B. What it tells of somebody stands
    /// there, and no record of the screening needs it: no verdict and no other part hangs on it.
    pub fn is_of_annex_alone(&self, flag: &Flag) -> bool {
        let of_annex = |fact: &FactId| {
            self.question(fact.as_str()).is_some_and(|question| {
                question.part == Part::Restricted && matches!(question.kind, Kind::Group(_))
            })
        };
        flag.part == Part::Restricted && flag.facts(&self.instruments).iter().all(of_annex)
    }

    /// The choice that a flag for each value was raised for.
    pub fn flag_value(&self, flag: usize, value: Option<&str>) -> Option<&Choice> {
        let FlagWhen::Each(fact) = &self.flags[flag].when else { return None };
        let choices = self.question(fact.as_str())?.kind.choices();
        choices.iter().find(|choice| Some(choice.value.as_str()) == value)
    }

    /// Whether the words of every question are here: a page begins with those of the screening.
    pub fn is_whole(&self) -> bool {
        let has_words = |section: &Section| {
            let first = section.pages.first().and_then(|page| page.questions.first());
            first.is_none_or(|question| !question.label.en.is_empty())
        };
        self.sections.iter().all(has_words)
    }

    /// The words of a part.
    pub fn part_words(&self, part: Part) -> &PartWords {
        &self.document.parts[part as usize]
    }

    /// A pack that asks these questions and decides nothing; none if a name is no name.
    pub fn form_only(id: &str, title: Localized, about: Localized, sections: Vec<Section>) -> Option<Self> {
        let mut places = Places::default();
        for (section, s) in sections.iter().enumerate() {
            for (page, p) in s.pages.iter().enumerate() {
                let page = PageRef { section, page };
                for (question, q) in p.questions.iter().enumerate() {
                    let place = FactPlace { page, question, in_group: None };
                    places.add(&q.id, place);
                    if let Kind::Group(group) = &q.kind {
                        for (inner, q) in group.questions.iter().enumerate() {
                            places.add(&q.id, FactPlace { in_group: Some(inner), ..place });
                        }
                    }
                }
            }
        }
        let verdicts = vec![Verdict {
            id: VerdictId::parse("none")?,
            when: None,
            words: OutcomeText::default(),
            refined: None,
        }];
        Some(Self {
            id: PackId::parse(id)?,
            version: String::new(),
            title,
            about,
            settings: Vec::new(),
            sources: Vec::new(),
            sections,
            instruments: Vec::new(),
            criteria: Vec::new(),
            diagram: Diagram::compile(&[], &verdicts).ok()?,
            verdicts,
            undecided: OutcomeText::default(),
            flags: Vec::new(),
            routes: Vec::new(),
            document: DocumentWords::default(),
            evidence: evidence::questions()?,
            places,
            original: Original::new(Json::Null),
        })
    }

    /// A source by name.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }
}

/// How to write a pack, with a worked example.
#[cfg(doc)]
#[doc = include_str!("guide.md")]
pub mod guide {}

#[cfg(test)]
mod tests {
    use super::evidence::plain;
    use super::*;

    /// A form that decides nothing finds its questions like a pack, those of an entry in their group.
    #[test]
    fn the_questions_of_a_form_are_found_by_name() {
        let asked = |name: &str, kind| plain(FactId::parse(name).unwrap(), kind, Localized::default());
        let questions = vec![asked("first", Kind::Text), asked("second", Kind::YesNo(YesNoWords::default()))];
        let group = Group { item: Localized::default(), questions, name_by: Vec::new(), at_least: 0 };
        let page = |id: &str, questions| QuestionPage {
            id: PageId::parse(id).unwrap(),
            title: Localized::default(),
            questions,
        };
        let section = Section {
            id: SectionId::parse("all").unwrap(),
            stage: Stage::Screening,
            title: Localized::default(),
            purpose: Localized::default(),
            not_known_reason: None,
            pages: vec![
                page("one", vec![asked("name", Kind::Text)]),
                page("two", vec![asked("day", Kind::Text), asked("list", Kind::Group(group))]),
            ],
        };
        let form =
            Pack::form_only("form", Localized::default(), Localized::default(), vec![section]).unwrap();
        for (name, page, question, in_group) in [
            ("name", 0, 0, None),
            ("day", 1, 0, None),
            ("list", 1, 1, None),
            ("first", 1, 1, Some(0)),
            ("second", 1, 1, Some(1)),
        ] {
            let place = FactPlace { page: PageRef { section: 0, page }, question, in_group };
            assert_eq!(form.place(name), Some(place), "{name}");
            assert_eq!(form.question(name).map(|question| question.id.as_str()), Some(name));
            let group = form.group_of(name).map(|group| group.id.as_str());
            assert_eq!(group, in_group.map(|_| "list"), "{name}");
        }
        assert_eq!(form.place("third"), None);
        let all: Vec<&str> = form.every_question().into_iter().map(|question| question.id.as_str()).collect();
        assert_eq!(all, ["name", "day", "list", "first", "second"], "those of an entry after their group");
        assert!(Pack::form_only("No name", Localized::default(), Localized::default(), Vec::new()).is_none());
    }
}
