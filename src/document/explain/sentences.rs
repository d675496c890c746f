//! An explanation of the core put into sentences.

use crate::explain::blocks::would_change_title;
use crate::explain::criterion_facts::{CriterionFacts, provenance_behind};
use crate::explain::known_facts::KnownFacts;
use crate::explain::provenance;
use crate::explain::text::{ExplanationText, PathText, ReasonText, UnknownText};
use crate::words;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::{Criterion, Pack};
use drive_screening_core::screening::{
    Counterfactual, CriterionChange, Explanation, OpenCriterion, Reason, UnknownCause,
};

/// Puts explanations into words, with the answers that the reader may see.
pub(super) struct Verbalizer<'a, 'k> {
    pub(super) pack: &'a Pack,
    pub(super) facts: &'k dyn KnownFacts<'a>,
    pub(super) screened_on: Date,
    pub(super) language: Language,
}

impl Verbalizer<'_, '_> {
    /// The explanation in words.
    pub(super) fn explain(&self, explanation: &Explanation) -> ExplanationText {
        let mut text = ExplanationText {
            because: explanation.because.iter().map(|reason| self.reason(reason)).collect(),
            not_asked: Vec::new(),
            not_known: Vec::new(),
            would_change_title: would_change_title(explanation.settled, self.language),
            would_change: paths(self.pack, &explanation.would_change, self.language),
        };
        for open in &explanation.open {
            let group = match open.missing {
                UnknownCause::NotAsked => &mut text.not_asked,
                UnknownCause::NotKnown => &mut text.not_known,
            };
            group.push(self.unknown(open));
        }
        text
    }

    fn reason(&self, reason: &Reason) -> ReasonText {
        let Self { pack, facts: known, screened_on, language } = *self;
        let criterion = &pack.criteria[reason.criterion];
        let mut facts = CriterionFacts { pack, known, screened_on, language }.lines(criterion, &reason.facts);
        facts.extend(provenance::lines(&provenance_behind(pack, criterion, known), language));
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
        ReasonText {
            criterion: reason.criterion,
            label: criterion.label.say(language).to_owned(),
            says: criterion.says[usize::from(reason.value)].say(language).to_owned(),
            facts,
            sources,
        }
    }

    fn unknown(&self, open: &OpenCriterion) -> UnknownText {
        let Self { pack, language, .. } = *self;
        let criterion = &pack.criteria[open.criterion];
        let mut settles = Vec::new();
        for (value, then) in &open.settles {
            if let [only] = &then[..] {
                let change = CriterionChange { criterion: open.criterion, value: *value, learned: true };
                let sentence = pack.outcome_text(only).sentence.say(language);
                settles.push([&conditional(pack, &[change], language), ": ", sentence].concat());
            }
        }
        if settles.is_empty() && !open.settles.is_empty() {
            settles.push(words::NOT_ALONE.say(language).to_owned());
        }
        UnknownText {
            criterion: open.criterion,
            label: criterion.label.say(language).to_owned(),
            says: criterion.unknown.say(language).to_owned(),
            who: criterion.who.say(language).to_owned(),
            settles,
        }
    }
}

/// The ways to other outcomes, in words. They tell no answer.
pub(super) fn paths(pack: &Pack, all: &[Counterfactual], language: Language) -> Vec<PathText> {
    let path = |leads: &Counterfactual| PathText {
        outcome: leads.outcome.clone(),
        sentence: pack.outcome_text(&leads.outcome).sentence.say(language).to_owned(),
        ifs: leads.sets.iter().map(|set| [&conditional(pack, set, language), "."].concat()).collect(),
        more: leads.more,
    };
    all.iter().map(path).collect()
}

/// "If it were found after all that .., and it were learned that .., and also that ..". What is known now and would have
/// to be wrong comes first.
fn conditional(pack: &Pack, set: &[CriterionChange], language: Language) -> String {
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
            text.push_str(clause(&pack.criteria[change.criterion], change.value, language));
        }
    }
    text
}

/// What a value of a criterion is after "if it were found that".
fn clause(criterion: &Criterion, value: u8, language: Language) -> &str {
    criterion.conditional.get(usize::from(value)).map_or("", |were| were.say(language))
}
