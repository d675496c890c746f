//! What is new in Part A since the last one of the same case.
//!
//! Of that only digests of its answers are known, and both sides of the comparison are records of Part A: so it tells nothing of
//! any other part, and of a change in Part A no more than which question it is in. Of an account that may stand in Part B it tells
//! nothing once it is not in Part A, as Part A does not tell then whether there is one.

use super::context::Context;
use super::record::{ItemContent, Panel, PartRecord, RecordItem, Since};
use crate::block::{Block, Line, Row};
use crate::words;
use drive_screening_core::answers::{answer_digest, answer_to_json};
use drive_screening_core::base::json;
use drive_screening_core::base::words::Language;
use drive_screening_core::interview::Referral;
use drive_screening_core::pack::well_known::CHILDREN;
use drive_screening_core::pack::{Origin, Pack, Part};

impl Since {
    /// Compares the record with what the panel was given last. The reference is that of both.
    pub(super) fn new(pack: &Pack, record: &PartRecord<'_, Panel>, reference: &str, last: &Referral) -> Self {
        let now = digests(record, reference);
        let mut facts: [Vec<String>; 3] = Default::default();
        for (_, question) in pack.questions() {
            let fact = question.id.as_str();
            // What is not there now is named only if Part A always tells whether it is.
            let is_told = question.part == Part::Panel && question.in_panel.is_none();
            let kind = match (Referral::digest(&last.panel, fact), Referral::digest(&now, fact)) {
                (None, Some(_)) => 0,
                (Some(last), Some(now)) if last != now => 1,
                (Some(_), None) if is_told => 2,
                _ => continue,
            };
            facts[kind].push(fact.to_owned());
        }
        Self { on: last.on, facts }
    }

    /// The line of page one.
    pub(super) fn line(&self, language: Language) -> Line {
        let (on, count) = (self.on.in_words(language), self.facts.iter().map(Vec::len).sum::<usize>());
        let line = match count {
            0 => words::NOTHING_NEW.fill(&[&on]),
            count => words::NEW_FURTHER_ON.fill(&[&on, &count.to_string()]),
        };
        Line::words(line.say(language))
    }

    /// The section that says what it is; nothing where nothing is new.
    pub(super) fn blocks(&self, context: &Context<'_>) -> Vec<Block> {
        let language = context.stamp.language;
        let mut rows = Vec::new();
        for (words, facts) in words::NEW_KINDS.iter().zip(&self.facts) {
            let labels = facts.iter().filter_map(|fact| context.pack.question(fact));
            let labels: Vec<&str> = labels.map(|question| question.label.say(language)).collect();
            if !labels.is_empty() {
                rows.push(Row::new(words.say(language), Line::words(labels.join("; "))));
            }
        }
        if rows.is_empty() {
            return Vec::new();
        }
        let title = words::NEW_SINCE.fill(&[&self.on.in_words(language)]);
        vec![Block::Heading(2, Line::words(title.say(language))), Block::Rows(rows)]
    }
}

/// The digests of the answers that Part A shows, by question, in whatever language.
pub(super) fn digests(record: &PartRecord<'_, Panel>, reference: &str) -> Vec<(String, String)> {
    let mut digests = Vec::new();
    for item in record.sections().iter().flat_map(|section| &section.items) {
        let (fact, mut shown) = (item.question.id.as_str(), String::new());
        if !show(&mut shown, item) {
            continue;
        }
        // Their ages stand with it. An age is another one after a birthday, so that only how many there are counts.
        if let (CHILDREN, Some(ages)) = (fact, &record.own.ages) {
            shown.extend(["\n", &ages.len().to_string()]);
        }
        digests.push((fact.to_owned(), answer_digest(reference, fact, &shown)));
    }
    digests
}

/// Adds what Part A shows of an answer, and of where it comes from; false where it shows that there is none. A line break stands in
/// no answer as it is written here, so that no two are alike.
fn show(shown: &mut String, item: &RecordItem<'_>) -> bool {
    match &item.content {
        ItemContent::Answer(answer) => shown.push_str(&json::write(&answer_to_json(answer))),
        ItemContent::Withheld => shown.push('-'),
        ItemContent::Entries(_, entries) => {
            for entry in entries {
                shown.push_str("\n+");
                for item in &entry.items {
                    let before = shown.len();
                    shown.extend(["\n", item.question.id.as_str(), "="]);
                    if !show(shown, item) {
                        shown.truncate(before);
                    }
                }
            }
        }
        ItemContent::NotAsked | ItemContent::NotAnswered | ItemContent::LeftOut | ItemContent::NotHere => {
            return false;
        }
    }
    if let Some(evidence) = item.evidence {
        let from = evidence.provenance.from.map_or("", Origin::name);
        let on = evidence.provenance.on.map_or_else(String::new, |on| on.to_string());
        let note = json::write(&evidence.note.into());
        shown.extend(["\n", from, " ", &on, " ", &note]);
    }
    true
}
