//! The surroundings that every part is composed in, and the blocks that are alike in all of them.

use crate::block::{Action, Block, Line, Row};
use crate::composed::Stamp;
use crate::words;
use drive_screening_core::base::date::Date;
use drive_screening_core::interview::Referral;
use drive_screening_core::pack::{FlagWhen, Pack, Part};
use drive_screening_core::screening::{Act, RaisedFlag, acts};

/// The pack, the day and the stamp of a part: no answers, as those are in the record of the part.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) pack: &'a Pack,
    pub(super) screened_on: Date,
    pub(super) stamp: &'a Stamp,
    /// What the panel was given last, if anything.
    pub(super) last: Option<&'a Referral>,
}

impl<'a> Context<'a> {
    /// How every part begins: its marking, its title and contents, its readers and what they must not do with it, and
    /// which case it is of.
    pub(super) fn front(&self, part: Part, case: Vec<Row>) -> Vec<Block> {
        let language = self.stamp.language;
        let part = self.pack.part_words(part);
        let readers = format!("{} {}", words::READERS.say(language), part.readers.say(language));
        let mut rows = vec![self.reference()];
        rows.extend(case);
        vec![
            Block::Marking(self.pack.document.marking.say(language).to_owned()),
            Block::Heading(1, Line::words(part.title.say(language))),
            Block::Paragraph(Line::words(part.holds.say(language))),
            Block::Note(
                None,
                vec![
                    Block::Paragraph(Line::words(readers)),
                    Block::Paragraph(Line::words(part.care.say(language))),
                ],
            ),
            Block::Rows(rows),
        ]
    }

    /// How a part begins whose first page is full: what must not be done with it follows on the next.
    pub(super) fn head(&self, part: Part) -> Vec<Block> {
        let language = self.stamp.language;
        let part = self.pack.part_words(part);
        let readers = [
            words::READERS.say(language),
            part.readers.say(language),
            words::HANDLING_FURTHER_ON.say(language),
        ];
        vec![
            Block::Marking(self.pack.document.marking.say(language).to_owned()),
            Block::Heading(1, Line::words(part.title.say(language))),
            Block::Paragraph(Line::words(readers.join(" "))),
        ]
    }

    pub(super) fn reference(&self) -> Row {
        let Stamp { reference, made_on, language } = self.stamp;
        let made = format!("{reference}, {} {}", words::MADE_ON.say(*language), made_on.in_words(*language));
        Row::new(words::REFERENCE.say(*language), Line::words(made))
    }

    /// The actions of the raised flags that pass, urgent first, under their heading; no blocks where there are none.
    pub(super) fn act_now(&self, raised: &[&RaisedFlag], passes: impl Fn(&Act<'_>) -> bool) -> Vec<Block> {
        let acts = acts(self.pack, raised);
        let acts = acts.iter().filter(|act| !act.flag.first && passes(act));
        let actions: Vec<Action> = acts.map(|act| self.action(act)).collect();
        if actions.is_empty() {
            return Vec::new();
        }
        let title = Line::words(words::ACT_NOW.say(self.stamp.language));
        vec![Block::Heading(2, title), Block::Actions(actions)]
    }

    /// Why there is something to do beyond what is urgent and what markers ask for.
    pub(super) fn why_act(&self, raised: &[&RaisedFlag]) -> Vec<String> {
        let acts = acts(self.pack, raised);
        let others = acts.iter().filter(|act| !act.flag.first && !act.flag.urgent && !is_of_marker(act));
        others.map(|act| act.why(self.stamp.language)).collect()
    }

    pub(super) fn action(&self, act: &Act<'_>) -> Action {
        let language = self.stamp.language;
        Action {
            urgent: act.flag.urgent,
            act: Line::words(act.act.say(language)),
            why: Line::words(act.why(language)),
        }
    }

    /// What stands above all else: each with what to do, and no reason.
    pub(super) fn first(&self, raised: &[&RaisedFlag]) -> Vec<Block> {
        let language = self.stamp.language;
        let note = |act: &Act<'_>| {
            let title = Line::words(act.flag.text.say(language));
            Block::Note(
                Some(title),
                vec![Block::Paragraph(Line::words([act.act.say(language), "."].concat()))],
            )
        };
        acts(self.pack, raised).iter().filter(|act| act.flag.first).map(note).collect()
    }

    /// The label of the value a flag was raised for.
    pub(super) fn flag_value(&self, raised: &RaisedFlag) -> Option<&'a str> {
        let value = self.pack.flag_value(raised.flag, raised.value.as_deref())?;
        Some(value.label.say(self.stamp.language))
    }
}

/// An act by which a marker is raised.
pub(super) fn is_of_marker(act: &Act<'_>) -> bool {
    matches!(act.flag.when, FlagWhen::Each(_))
}
