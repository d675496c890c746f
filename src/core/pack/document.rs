//! The words of documents besides answers: routes to other services, the timeline, and the words of each part.

use super::id::FactId;
use super::rule::Rule;
use crate::base::date::Date;
use crate::base::words::Localized;

/// Somewhere to turn.
#[derive(Clone, Debug)]
pub struct Route {
    /// What it is called.
    pub title: Localized,
    /// The number or address, if it is national.
    pub contact: Option<String>,
    /// What it does, and for whom.
    pub text: Localized,
    /// Opening hours.
    pub hours: Option<Localized>,
    /// When somebody last checked it.
    pub checked: Date,
    /// When somebody should check it again.
    pub review: Date,
    /// The outcomes it is shown with; `urgent` for urgent help.
    pub for_outcomes: Vec<String>,
    /// Only where this is yes, if given.
    pub when: Option<Rule>,
    /// Not where this is yes, if given: no help for people who use abuse for somebody found to be its victim.
    pub unless: Option<Rule>,
}

impl Route {
    /// Whether it is shown with an outcome, or with `urgent`, where `holds` judges its rules.
    pub fn is_for(&self, outcome: &str, holds: impl Fn(&Rule) -> bool) -> bool {
        self.for_outcomes.iter().any(|name| name == outcome)
            && self.when.as_ref().is_none_or(&holds)
            && !self.unless.as_ref().is_some_and(&holds)
    }
}

/// The words of the documents.
#[derive(Clone, Debug, Default)]
pub struct DocumentWords {
    /// The protective marking.
    pub marking: Localized,
    /// What the panel is called.
    pub panel: Localized,
    /// What the panel is asked to do.
    pub asked: Localized,
    /// Every document is in both languages, side by side.
    pub bilingual: bool,
    /// The lanes of the timeline of Part A, from above.
    pub timeline: Vec<TimelineLane>,
    /// For each part: title, who it is for, what must not be done with it.
    pub parts: [PartWords; 3],
}

/// A lane of the timeline: the dates of one kind of event.
#[derive(Clone, Debug, Default)]
pub struct TimelineLane {
    /// What these events are.
    pub label: Localized,
    /// The dates that are such an event, outside groups or one in each entry. Those that the panel does not see are left out.
    pub dates: Vec<FactId>,
}

/// The words of one part.
#[derive(Clone, Debug, Default)]
pub struct PartWords {
    /// Its title.
    pub title: Localized,
    /// What is in it.
    pub holds: Localized,
    /// Who it is for.
    pub readers: Localized,
    /// What must not be done with it.
    pub care: Localized,
}
