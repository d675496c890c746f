//! What stands behind an outcome and what would change it, in words. The page, Part A, Part C and the command line all
//! take them from here.
//!
//! Words of fact throughout: what would have to turn out, never what to answer.

use super::block::{Line, Row};
use super::evidence::{Evidence, Known};
use super::provenance::{self, Provenance};
use super::words;
use crate::answers::Answers;
use crate::date::Date;
use crate::pack::{Criterion, FactId, Pack, Part};
use crate::screening::{Change, Explanation, Leads, Missing, Open, Outcome, Reason, explanation};
use crate::words::Language;
use serde_json::{Value as Json, json};

/// Everything there is to say about an outcome, ready to be shown, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// What settled it, in pack order; empty while several verdicts are possible.
    pub because: Vec<ReasonSaid>,
    /// What is unknown, still matters and was not asked yet.
    pub not_asked: Vec<OpenSaid>,
    /// What is unknown and still matters although it was asked.
    pub not_known: Vec<OpenSaid>,
    /// How [`would_change`](Self::would_change) is headed.
    pub would_change_title: &'static str,
    /// What would lead to another outcome, or would settle this one; the nearest first.
    pub would_change: Vec<LeadsSaid>,
}

/// A reason in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonSaid {
    /// The criterion, an index.
    pub criterion: usize,
    /// Its short name.
    pub label: String,
    /// The sentence for what it came to.
    pub says: String,
    /// The facts behind it, each value with the line or window that it is measured by, and every date; then where they
    /// come from, as far as that was said.
    pub facts: Vec<Line>,
    /// Where the criterion comes from, then where its figures do.
    pub sources: Vec<String>,
}

/// Something unknown in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenSaid {
    /// The criterion, an index.
    pub criterion: usize,
    /// Its short name.
    pub label: String,
    /// The sentence that says it is not known.
    pub says: String,
    /// Who could tell.
    pub who: String,
    /// Each way it could turn out that alone would settle the outcome, and how; or that none would. Empty for
    /// judgement, which is nobody's lever.
    pub settles: Vec<String>,
}

/// Another outcome in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadsSaid {
    /// Its public name.
    pub outcome: String,
    /// Its sentence.
    pub sentence: String,
    /// What would have to turn out, each a sentence; any one of them would do.
    pub ifs: Vec<String>,
    /// Other things would lead there as well.
    pub more: bool,
}

/// The outcome explained, for whoever may see every answer. It must be that of the same pack and answers.
///
/// # Examples
/// ```
/// # use drive_screening::answers::AnswerSheet;
/// use drive_screening::document::explained;
/// # use drive_screening::pack::Pack;
/// use drive_screening::screening::screen;
/// use drive_screening::words::Language;
///
/// # let pack = Pack::builtin("default")?;
/// # let sheet = AnswerSheet::parse(
/// #     r#"{"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {"in_area": "no"}}"#,
/// # )?;
/// # let answers = sheet.read(&pack)?;
/// let outcome = screen(&pack, &answers);
/// let explained = explained(&pack, &answers, &outcome, Language::En);
/// assert_eq!(explained.because[0].says, "The person lives outside the panel's area");
/// # Ok::<(), Vec<drive_screening::problem::Problem>>(())
/// ```
pub fn explained(pack: &Pack, answers: &Answers, outcome: &Outcome, language: Language) -> Explained {
    let known = |fact: &str| Some((pack.question(fact)?, answers.known(fact)?));
    let explanation = explanation(pack, answers, outcome);
    let comes_from = |fact: &str| {
        answers.known(fact)?;
        Provenance::of(pack, answers, &FactId::parse(fact)?, Part::Handling)
    };
    Teller { pack, known: &known, comes_from: &comes_from, screened_on: answers.screened_on, language }
        .tell(&explanation)
}

/// Puts explanations into words, with the answers that the reader may see.
pub(super) struct Teller<'a, 'k> {
    pub(super) pack: &'a Pack,
    pub(super) known: Known<'a, 'k>,
    /// Where known answers come from.
    pub(super) comes_from: &'k dyn Fn(&str) -> Option<Provenance>,
    pub(super) screened_on: Date,
    pub(super) language: Language,
}

impl Teller<'_, '_> {
    pub(super) fn tell(&self, explanation: &Explanation) -> Explained {
        let mut told = Explained {
            because: Vec::new(),
            not_asked: Vec::new(),
            not_known: Vec::new(),
            would_change_title: title(explanation.settled, self.language),
            would_change: leads(self.pack, &explanation.would_change, self.language),
        };
        for reason in &explanation.because {
            told.because.push(self.reason(reason));
        }
        for open in &explanation.open {
            let group = match open.missing {
                Missing::NotAsked => &mut told.not_asked,
                Missing::NotKnown => &mut told.not_known,
            };
            group.push(self.open(open));
        }
        told
    }

    fn reason(&self, reason: &Reason) -> ReasonSaid {
        let Self { pack, known, comes_from, screened_on, language } = *self;
        let criterion = &pack.criteria[reason.criterion];
        let mut facts = Evidence { pack, known, screened_on, language }.lines(criterion, &reason.facts);
        facts.extend(provenance::lines(&provenance::behind(pack, criterion, comes_from), language));
        let mut sources = Vec::new();
        if let Some(source) = pack.source(&criterion.source) {
            sources.push(source.title.say(language).to_owned());
        }
        for index in &criterion.settings {
            let setting = &pack.settings[*index];
            // Only figures need a source of their own here.
            if let (Some(source), true) = (pack.source(&setting.source), setting.source != criterion.source) {
                sources.push([setting.label.say(language), ": ", source.title.say(language)].concat());
            }
        }
        ReasonSaid {
            criterion: reason.criterion,
            label: criterion.label.say(language).to_owned(),
            says: criterion.says[usize::from(reason.value)].say(language).to_owned(),
            facts,
            sources,
        }
    }

    fn open(&self, open: &Open) -> OpenSaid {
        let Self { pack, language, .. } = *self;
        let criterion = &pack.criteria[open.criterion];
        let mut settles = Vec::new();
        for (value, then) in &open.settles {
            if let [only] = &then[..] {
                let change = Change { criterion: open.criterion, value: *value, learned: true };
                let sentence = pack.words(only).sentence.say(language);
                settles.push([&turned_out(pack, &[change], language), ": ", sentence].concat());
            }
        }
        if settles.is_empty() && !open.settles.is_empty() {
            settles.push(words::NOT_ALONE.say(language).to_owned());
        }
        OpenSaid {
            criterion: open.criterion,
            label: criterion.label.say(language).to_owned(),
            says: criterion.unknown.say(language).to_owned(),
            who: criterion.who.say(language).to_owned(),
            settles,
        }
    }
}

/// What would lead to other outcomes, in words. It tells no answer.
pub(super) fn leads(pack: &Pack, all: &[Leads], language: Language) -> Vec<LeadsSaid> {
    let mut said = Vec::new();
    for leads in all {
        let mut ifs = Vec::new();
        for set in &leads.sets {
            ifs.push([&turned_out(pack, set, language), "."].concat());
        }
        let sentence = pack.words(&leads.outcome).sentence.say(language).to_owned();
        said.push(LeadsSaid { outcome: leads.outcome.clone(), sentence, ifs, more: leads.more });
    }
    said
}

/// How what would change an outcome is headed.
pub(super) fn title(settled: bool, language: Language) -> &'static str {
    if settled { words::WOULD_CHANGE } else { words::WOULD_SETTLE }.say(language)
}

/// Outcomes, each with what would have to turn out for it.
pub(super) fn leads_rows(all: &[LeadsSaid], language: Language) -> Vec<Row> {
    let mut rows = Vec::new();
    for leads in all {
        let mut value: Vec<Line> = leads.ifs.iter().map(Line::words).collect();
        if leads.more {
            value.push(Line::words(words::AND_OTHERS.say(language)));
        }
        rows.push(Row { label: Line::words(&leads.sentence), value });
    }
    rows
}

/// "If it were found after all that .., and it were learned that .., and also that ..". What is known now and would have
/// to be wrong comes first.
fn turned_out(pack: &Pack, set: &[Change], language: Language) -> String {
    let mut text = String::new();
    for learned in [false, true] {
        let mut first = true;
        for change in set.iter().filter(|change| change.learned == learned) {
            let joint = match (first, text.is_empty(), learned) {
                (true, true, false) => words::IF_FOUND,
                (true, true, true) => words::IF_LEARNED,
                (true, false, _) => words::AND_LEARNED,
                (false, ..) => words::AND_ALSO,
            };
            first = false;
            text.push_str(joint.say(language));
            text.push_str(were(&pack.criteria[change.criterion], change.value, language));
        }
    }
    text
}

fn were(criterion: &Criterion, value: u8, language: Language) -> &str {
    criterion.were.get(usize::from(value)).map_or("", |were| were.say(language))
}

/// The explanation as data, with the words in it.
pub fn explained_json(pack: &Pack, explained: &Explained) -> Json {
    let id = |index: usize| pack.criteria[index].id.as_str();
    let reason = |reason: &ReasonSaid| {
        json!({
            "criterion": id(reason.criterion),
            "label": reason.label,
            "says": reason.says,
            "facts": reason.facts.iter().map(Line::text).collect::<Vec<_>>(),
            "sources": reason.sources,
        })
    };
    let open = |open: &OpenSaid| {
        json!({
            "criterion": id(open.criterion),
            "label": open.label,
            "says": open.says,
            "who": open.who,
            "settles": open.settles,
        })
    };
    let leads = |leads: &LeadsSaid| json!({ "outcome": leads.outcome, "sentence": leads.sentence, "ifs": leads.ifs, "more": leads.more });
    json!({
        "because": explained.because.iter().map(reason).collect::<Vec<_>>(),
        "not_asked": explained.not_asked.iter().map(open).collect::<Vec<_>>(),
        "not_known": explained.not_known.iter().map(open).collect::<Vec<_>>(),
        "would_change": explained.would_change.iter().map(leads).collect::<Vec<_>>(),
    })
}
