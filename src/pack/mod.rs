//! The criteria pack: what is asked, what decides, and the words for both.
//!
//! A [`Pack`] that exists is sound: every question a rule names is there, of the right kind, and every text is
//! in English and Welsh. So evaluation has no errors. [`Pack::load`] reports every problem at once.

pub mod builtin;
mod check;
pub mod compiled;
pub(crate) mod digest;
pub(crate) mod evidence;
mod expected;
mod form;
mod id;
mod load;
mod logic;
mod merge;
pub(crate) mod order;
pub mod packed;
mod question;
pub(crate) mod reader;
mod rule;
mod said;
pub(crate) mod terms;

pub use evidence::Origin;
pub use expected::{Bound, BoundDay, Expected, Impossible, Usual, WrittenAs};
pub use id::{CriterionId, FactId, FlagId, PackId, PageId, SectionId, SettingId, SourceId, VerdictId};
pub use load::{MAX_BYTES, facts_of};
pub(crate) use load::{no_such_pack, parse, whole};
pub(crate) use merge::merge;
pub use question::{Choice, Group, Identifies, Kind, Need, Page, Part, Question, Section, Stage};
pub use rule::{Formula, Rule};

use crate::date::Date;
use crate::json::Json;
use crate::words::Text;
use compiled::{Diagram, ValueSet};
use digest::Original;

/// A sound criteria pack.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its name.
    pub id: PackId,
    /// Its version, as its owner writes it.
    pub version: String,
    /// What it is called.
    pub title: Text,
    /// What it is for, in a sentence or two.
    pub about: Text,
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
    pub undecided: Words,
    /// What stands beside a verdict.
    pub flags: Vec<Flag>,
    /// Where to turn.
    pub routes: Vec<Route>,
    /// The words of the documents.
    pub document: DocumentWords,
    /// What may be asked beside an answer that takes evidence: where it comes from, of which day, and a note.
    pub evidence: Group,
    pub(crate) diagram: Diagram,
    pub(crate) places: Places,
    pub(crate) original: Original,
}

impl Pack {
    /// SHA-256 of the whole pack in canonical form, 64 hexadecimal digits.
    pub fn digest(&self) -> &str {
        self.original.digest()
    }

    /// The pack as JSON that [`Pack::load`] reads, complete: what it extended is laid under it. Same digest.
    pub fn to_json(&self) -> String {
        crate::json::write(self.original.json())
    }
}

/// A page of the pack. Their order is that of the pack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageRef {
    /// Index of the section.
    pub section: usize,
    /// Index of the page in the section.
    pub page: usize,
}

/// Where a question stands in the pack. Their order is that of the pack, a group before its questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactPlace {
    /// The page.
    pub page: PageRef,
    /// Index of the question in the page.
    pub question: usize,
    /// Index of the question in the group, if it is inside one.
    pub in_group: Option<usize>,
}

/// Where each fact is asked, in order of the facts. A list that is searched, because a map of its own types costs code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places(Vec<(FactId, FactPlace)>);

impl Places {
    pub(crate) fn get(&self, fact: &str) -> Option<FactPlace> {
        Some(self.0[self.at(fact).ok()?].1)
    }

    /// Notes where a fact is asked; false if it was asked before, and then the later place counts.
    pub(crate) fn add(&mut self, fact: &FactId, place: FactPlace) -> bool {
        match self.at(fact.as_str()) {
            Ok(at) => {
                self.0[at].1 = place;
                false
            }
            Err(at) => {
                self.0.insert(at, (fact.clone(), place));
                true
            }
        }
    }

    pub(crate) fn facts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(fact, _)| fact.as_str())
    }

    fn at(&self, fact: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(fact))
    }
}

/// A figure or switch a site may change.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Its name.
    pub id: SettingId,
    /// What it sets.
    pub label: Text,
    /// Its value.
    pub value: SettingValue,
    /// Where it comes from.
    pub source: SourceId,
    /// A proposal without a published source that a site still has to sign off.
    pub proposed: bool,
}

/// The value of a setting.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingValue {
    /// A whole number; `None` is "no limit".
    Number(Option<u32>),
    /// On or off.
    Switch(bool),
    /// A list of values or criteria.
    List(Vec<String>),
}

/// Where rules and figures come from.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name.
    pub id: SourceId,
    /// What it is called.
    pub title: Text,
    /// When somebody last looked.
    pub checked: Date,
    /// When somebody should look again.
    pub review: Date,
}

/// An instrument whose items are counted.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// The choice that says which form was used.
    pub form: FactId,
    /// How many items each form has.
    pub items: FormItems,
    /// How many items when the form is not known.
    pub otherwise: u32,
    /// The count of items answered yes.
    pub yes: FactId,
    /// The count of items answered not known.
    pub not_known: FactId,
    /// The count of items answered no, which decides nothing, if it is asked.
    pub no: Option<FactId>,
}

/// How many items each form of an instrument has.
#[derive(Clone, Debug, Default)]
pub struct FormItems(pub(crate) Vec<(String, u32)>);

impl FormItems {
    /// The number of items of a form, if the pack names the form.
    pub fn get(&self, form: &str) -> Option<&u32> {
        self.0.iter().find(|(name, _)| name == form).map(|(_, items)| items)
    }
}

/// A test that is yes, no or unknown; or a grade.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Its name.
    pub id: CriterionId,
    /// What it tests, short: "In the area".
    pub label: Text,
    /// Its part in the verdict, for grouping reasons: `necessary`, `door`, ...
    pub role: String,
    /// The test.
    pub test: Test,
    /// The sentence for each value, in the order of [`Test`]: no, yes; or each level from none up.
    pub says: Vec<Text>,
    /// The sentence while it is unknown.
    pub unknown: Text,
    /// Who could tell.
    pub who: Text,
    /// What would have to turn out for each value, in the order of [`Test`], to follow "if it were found that" and
    /// "pe canfyddid". Empty if it is judgement.
    pub were: Vec<Text>,
    /// Somebody's judgement: the last choice among reasons that would do, and never named as something that would
    /// change a result.
    pub judgement: bool,
    /// Where it comes from.
    pub source: SourceId,
    /// The settings whose values it uses, indices.
    pub settings: Vec<usize>,
    /// The verdicts depend on it.
    pub used: bool,
}

impl Criterion {
    /// The facts it reads, each once, in the order its test names them.
    pub fn reads(&self, instruments: &[Instrument]) -> Vec<FactId> {
        let mut facts = match &self.test {
            Test::Rule(rule) => facts_of(rule, instruments),
            Test::Graded { applies, date, .. } => {
                let mut facts = facts_of(applies, instruments);
                facts.push(date.clone());
                facts
            }
        };
        let all = facts.clone();
        let mut seen = order::Seen::default();
        let mut fresh = all.iter().map(|fact| seen.add(fact.as_str()));
        facts.retain(|_| fresh.next() == Some(true));
        facts
    }
}

/// What a criterion tests.
#[derive(Clone, Debug)]
pub enum Test {
    /// Yes or no.
    Rule(Rule),
    /// How far ahead a date lies, once `applies` is yes. No: the first level. Unknown: any level.
    Graded {
        /// Whether there is anything to grade.
        applies: Rule,
        /// The date that is graded.
        date: FactId,
        /// The levels after the first: a date later than so many months is that level or a higher one.
        steps: Vec<(String, u32)>,
    },
}

impl Test {
    /// The rule that it tests, or by which there is something to grade.
    pub fn rule(&self) -> &Rule {
        match self {
            Self::Rule(rule) | Self::Graded { applies: rule, .. } => rule,
        }
    }

    /// How many values it can take, 2 to 4.
    pub fn arity(&self) -> u8 {
        match self {
            Self::Rule(_) => 2,
            Self::Graded { steps, .. } => 1 + u8::try_from(steps.len()).unwrap_or(3),
        }
    }

    /// The values that some answers give it.
    pub fn can_be(&self) -> ValueSet {
        match self {
            Self::Rule(rule) => rule.can_be(),
            Self::Graded { applies, .. } if !applies.can_be().contains(1) => ValueSet::NO,
            Self::Graded { .. } => ValueSet::every(self.arity()),
        }
    }

    /// The public name of a value: `no`, `yes`; `none` or a level.
    pub fn value_name(&self, value: u8) -> &str {
        match (self, value) {
            (Self::Rule(_), 0) => "no",
            (Self::Rule(_), _) => "yes",
            (Self::Graded { .. }, 0) => "none",
            (Self::Graded { steps, .. }, value) => {
                steps.get(usize::from(value) - 1).map_or("none", |(name, _)| name.as_str())
            }
        }
    }
}

/// A verdict and when it holds, if none before it does.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// Its name.
    pub id: VerdictId,
    /// Its condition, as the pack states it; the last verdict has none.
    pub when: Option<Formula>,
    /// Its words.
    pub words: Words,
    /// A finer outcome with its own words.
    pub refined: Option<Refined>,
}

/// A finer outcome of a verdict: when only one of some criteria is yes.
#[derive(Clone, Debug)]
pub struct Refined {
    /// Its name.
    pub id: VerdictId,
    /// The one criterion that may be yes, an index.
    pub only: usize,
    /// Among these, indices.
    pub among: Vec<usize>,
    /// Its words.
    pub words: Words,
}

/// How an outcome is said.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The one plain sentence.
    pub sentence: Text,
    /// What it means.
    pub meaning: Text,
    /// What to do next, a button or a line.
    pub next_step: Text,
    /// A referral is the usual next step.
    pub refers: bool,
}

/// Something that stands beside a verdict and never decides it.
#[derive(Clone, Debug)]
pub struct Flag {
    /// Its name; for a flag of each value, the start of the name.
    pub id: FlagId,
    /// When it is raised.
    pub when: FlagWhen,
    /// What it says.
    pub text: Text,
    /// What to do about it today, if anything.
    pub act: Option<Text>,
    /// It comes before everything else.
    pub urgent: bool,
    /// Which document it belongs to.
    pub part: Part,
}

impl Flag {
    /// Whether a fact can raise it, or keep it down.
    pub fn reads(&self, fact: &FactId, instruments: &[Instrument]) -> bool {
        match &self.when {
            FlagWhen::Each(each) => each == fact,
            FlagWhen::Rule { when, unless } => {
                [when, unless].into_iter().flatten().any(|rule| facts_of(rule, instruments).contains(fact))
            }
        }
    }
}

/// When a flag is raised.
#[derive(Clone, Debug)]
pub enum FlagWhen {
    /// When the first is yes (if given) and the second is not yes (if given).
    Rule {
        /// Must be yes.
        when: Option<Rule>,
        /// Must be no or unknown.
        unless: Option<Rule>,
    },
    /// One flag for each value of a set that is present, named `<flag id>_<value>`.
    Each(FactId),
}

/// Somewhere to turn.
#[derive(Clone, Debug)]
pub struct Route {
    /// What it is called.
    pub title: Text,
    /// The number or address, if it is national.
    pub contact: Option<String>,
    /// What it does, and for whom.
    pub text: Text,
    /// Opening hours.
    pub hours: Option<Text>,
    /// When somebody last checked it.
    pub checked: Date,
    /// When somebody should check it again.
    pub review: Date,
    /// The outcomes it is shown with; `urgent` for urgent help.
    pub for_outcomes: Vec<String>,
}

/// The words of the documents.
#[derive(Clone, Debug, Default)]
pub struct DocumentWords {
    /// The protective marking.
    pub marking: Text,
    /// What the panel is called.
    pub panel: Text,
    /// What the panel is asked to do.
    pub asked: Text,
    /// Every document is in both languages, side by side.
    pub bilingual: bool,
    /// For each part: title, who it is for, what must not be done with it.
    pub parts: [PartWords; 3],
}

/// The words of one part.
#[derive(Clone, Debug, Default)]
pub struct PartWords {
    /// Its title.
    pub title: Text,
    /// What is in it.
    pub holds: Text,
    /// Who it is for.
    pub readers: Text,
    /// What must not be done with it.
    pub care: Text,
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
    pub fn page(&self, page: PageRef) -> &Page {
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
    pub(crate) fn every_question(&self) -> Vec<&Question> {
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

    /// The index of a criterion.
    pub fn criterion(&self, id: &str) -> Option<usize> {
        self.criteria.iter().position(|criterion| criterion.id.as_str() == id)
    }

    /// The words of an outcome: a verdict, a finer one, or `need_information`.
    pub fn words(&self, outcome: &str) -> &Words {
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
    pub fn is_lever(&self, criterion: &Criterion) -> bool {
        let marks = |flag: &Flag| match &flag.when {
            FlagWhen::Each(fact) => criterion.reads(&self.instruments).contains(fact),
            FlagWhen::Rule { .. } => false,
        };
        !criterion.judgement && !self.flags.iter().any(marks)
    }

    /// The words of a part.
    pub fn part_words(&self, part: Part) -> &PartWords {
        &self.document.parts[part as usize]
    }

    /// A pack that asks these questions and decides nothing; none if a name is no name.
    pub(crate) fn that_asks(id: &str, title: Text, about: Text, sections: Vec<Section>) -> Option<Self> {
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
            words: Words::default(),
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
            undecided: Words::default(),
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
