//! The screening trace of Part C: every answer the screening could read, so that it can be judged again later.

use crate::answer_line::answer_line;
use crate::block::Line;
use crate::explain::known_facts::KnownFacts;
use crate::explain::provenance::Provenance;
use crate::explain::sentences::Verbalizer;
use crate::explain::text::ExplanationText;
use crate::words;
use drive_screening_core::answers::{Answer, Answers, Claims, Record, Value};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::{FactId, Flag, Group, Kind, Pack, Part, Question, Stage};
use drive_screening_core::screening::{Explanation, Outcome, RaisedFlag, explanation};

/// How the screening came out, and from what.
#[derive(Clone, Debug)]
pub(crate) struct Trace<'a> {
    pub(crate) screened_on: Date,
    pub(crate) outcome: &'a Outcome,
    /// What stands beside it, but for what Part B alone tells.
    pub(crate) flags: Vec<&'a RaisedFlag>,
    /// Why it came out so, and what would change it.
    pub(crate) explanation: Explanation,
    /// Every screening question, and every other fact a criterion or a flag reads, in pack order.
    pub(crate) answers: Vec<Traced<'a>>,
    /// The system whose answers nobody has confirmed, and the questions they are to, in pack order.
    pub(crate) claimed: Vec<(&'a Claims, Vec<&'a Question>)>,
}

/// A question of the screening and its answer.
#[derive(Clone, Debug)]
pub(crate) struct Traced<'a> {
    pub(crate) question: &'a Question,
    pub(crate) answer: TracedAnswer<'a>,
    /// Where it comes from, which is closed too.
    pub(crate) provenance: Option<Provenance>,
}

impl Traced<'_> {
    /// Whether it was asked and is known.
    pub(crate) fn is_known(&self) -> bool {
        !matches!(self.answer, TracedAnswer::NotAsked | TracedAnswer::Closed(Answer::NotKnown))
    }
}

/// An answer in the trace. A verdict cannot be audited without the answers it came from, so closed answers (yes or
/// no, a choice, a count, a date) stand here whatever part they belong to: none of them locates, names or quotes
/// anyone. Text that somebody wrote is in one part only, and the trace names the part; no variant here can hold it.
#[derive(Clone, Debug)]
pub(crate) enum TracedAnswer<'a> {
    NotAsked,
    /// Nothing was written where something could be.
    Blank,
    /// A closed answer, or "not known".
    Closed(&'a Answer),
    /// Of each entry of a group the closed answers that a flag reads, and no others.
    Entries(&'a Group, Vec<Record>),
    /// Text was written, and it is in this part.
    Written(Part),
}

/// The entries in words, one after the other.
pub(crate) fn entries_line(group: &Group, entries: &[Record], language: Language) -> Line {
    let mut line = Line::words(if entries.is_empty() { words::NONE_LISTED.say(language) } else { "" });
    for (number, entry) in (1..).zip(entries) {
        let mut of_entry = Line::words(format!("{number}: "));
        for question in &group.questions {
            if let Some(answer) = entry.get(question.id.as_str()) {
                of_entry = of_entry.then([question.label.say(language), ": "].concat());
                of_entry = of_entry.join(answer_line(question, answer, language)).then("; ");
            }
        }
        line = line.join(of_entry);
    }
    line
}

/// The answers of an entry that a flag reads, but for text.
fn closed(group: &Group, entry: &Record, read: &[FactId]) -> Record {
    let mut closed = Record::new();
    for question in group.questions.iter().filter(|question| read.contains(&question.id)) {
        if let Some(answer) = entry.get(question.id.as_str())
            && !matches!(question.kind, Kind::Text | Kind::LongText)
        {
            closed.insert(question.id.clone(), answer.clone());
        }
    }
    closed
}

impl<'a> Trace<'a> {
    pub(crate) fn new(pack: &'a Pack, answers: &'a Answers, outcome: &'a Outcome) -> Self {
        let mut read: Vec<FactId> =
            pack.criteria.iter().flat_map(|criterion| criterion.reads(&pack.instruments)).collect();
        let flags: Vec<&Flag> = pack.flags.iter().filter(|flag| !pack.is_of_annex_alone(flag)).collect();
        read.extend(flags.iter().flat_map(|flag| flag.facts(&pack.instruments)));
        let traced = pack.questions().filter(|(place, question)| {
            pack.section(place.page).stage == Stage::Screening || read.contains(&question.id)
        });
        let answer = |question: &'a Question| match (&question.kind, answers.get(question.id.as_str())) {
            (_, None) => TracedAnswer::NotAsked,
            (_, Some(Answer::Known(Value::Text(text)))) if text.trim().is_empty() => TracedAnswer::Blank,
            (Kind::Group(group), Some(Answer::Known(Value::Group(entries)))) => {
                let read: Vec<FactId> = flags
                    .iter()
                    .flat_map(|flag| flag.facts_of_entries(&question.id, &pack.instruments))
                    .collect();
                TracedAnswer::Entries(
                    group,
                    entries.iter().map(|entry| closed(group, entry, &read)).collect(),
                )
            }
            (Kind::Text | Kind::LongText, Some(Answer::Known(_))) => TracedAnswer::Written(question.part),
            (_, Some(answer)) => TracedAnswer::Closed(answer),
        };
        let answers_traced = traced
            .map(|(_, question)| Traced {
                question,
                answer: answer(question),
                provenance: Provenance::of(pack, answers, &question.id, Part::Handling),
            })
            .collect();
        let explanation = explanation(pack, answers, outcome);
        let claimed = answers.claims.iter().map(|claims| {
            let mut questions = Vec::new();
            for (_, question) in pack.questions() {
                let inner = if let Kind::Group(group) = &question.kind { &group.questions[..] } else { &[] };
                let all = [question].into_iter().chain(inner);
                questions.extend(all.filter(|question| claims.hold(question.id.as_str())));
            }
            (claims, questions)
        });
        let raised = outcome.flags.iter().filter(|raised| !pack.is_of_annex_alone(&pack.flags[raised.flag]));
        Self {
            screened_on: answers.screened_on,
            outcome,
            flags: raised.collect(),
            explanation,
            answers: answers_traced,
            claimed: claimed.collect(),
        }
    }

    /// The explanation in words, with the closed answers: text that somebody wrote cannot be told from here, only which
    /// part it is in.
    pub(crate) fn explain(&self, pack: &'a Pack, language: Language) -> ExplanationText {
        let facts = &TracedFacts(&self.answers);
        let verbalizer = Verbalizer { pack, facts, screened_on: self.screened_on, language };
        let mut text = verbalizer.explain(&self.explanation);
        for (reason, in_words) in self.explanation.because.iter().zip(&mut text.because) {
            for fact in &reason.facts {
                if let Some(Traced { answer: TracedAnswer::Written(part), .. }) = facts.find(fact.as_str()) {
                    in_words.facts.push(Line::words(words::WRITTEN_IN[*part as usize].say(language)));
                }
            }
        }
        text
    }
}

/// The closed answers of a trace, which Part C may show.
struct TracedFacts<'t, 'a>(&'t [Traced<'a>]);

impl<'t, 'a> TracedFacts<'t, 'a> {
    fn find(&self, fact: &str) -> Option<&'t Traced<'a>> {
        self.0.iter().find(|traced| traced.question.id.as_str() == fact)
    }
}

impl<'a> KnownFacts<'a> for TracedFacts<'_, 'a> {
    fn known(&self, fact: &str) -> Option<(&'a Question, &'a Value)> {
        match self.find(fact)? {
            Traced { question, answer: TracedAnswer::Closed(Answer::Known(value)), .. } => {
                Some((*question, value))
            }
            _ => None,
        }
    }

    fn provenance(&self, fact: &str) -> Option<Provenance> {
        self.find(fact).filter(|traced| traced.is_known())?.provenance
    }
}
