//! The surroundings that every part is composed in, and the blocks that are alike in all of them.

use crate::block::{Action, Block, Line, Row};
use crate::composed::Stamp;
use crate::words;
use drive_screening_core::base::date::Date;
use drive_screening_core::pack::{FlagWhen, Pack, Part};
use drive_screening_core::screening::RaisedFlag;

/// The pack, the day and the stamp of a part: no answers, as those are in the record of the part.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) pack: &'a Pack,
    pub(super) screened_on: Date,
    pub(super) stamp: &'a Stamp,
}

impl<'a> Context<'a> {
    /// How every part begins: its marking, its title and contents, its readers and what they must not do with it, and
    /// which case it is of.
    pub(super) fn front(&self, part: Part, case: Vec<Row>) -> Vec<Block> {
        let stamp = self.stamp;
        let language = stamp.language;
        let part = self.pack.part_words(part);
        let readers = format!("{} {}", words::READERS.say(language), part.readers.say(language));
        let made = format!(
            "{}, {} {}",
            stamp.reference,
            words::MADE_ON.say(language),
            stamp.made_on.in_words(language)
        );
        let mut rows = vec![Row::new(words::REFERENCE.say(language), Line::words(made))];
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

    /// The actions of the raised flags, urgent first, under their heading; no blocks where there are none.
    pub(super) fn act_now(&self, raised: &[&RaisedFlag]) -> Vec<Block> {
        let actions = self.actions(raised);
        if actions.is_empty() {
            return Vec::new();
        }
        let title = Line::words(words::ACT_NOW.say(self.stamp.language));
        vec![Block::Heading(2, title), Block::Actions(actions)]
    }

    fn actions(&self, raised: &[&RaisedFlag]) -> Vec<Action> {
        let language = self.stamp.language;
        let action = |raised: &&RaisedFlag| {
            let flag = &self.pack.flags[raised.flag];
            let act = Line::words(flag.act_for(raised.value.as_deref())?.say(language));
            let text = flag.text.say(language);
            let why = self.flag_value(raised).map_or(text.to_owned(), |value| [text, ": ", value].concat());
            Some(Action { urgent: flag.urgent, act, why: Line::words(why) })
        };
        let (mut actions, later): (Vec<Action>, Vec<Action>) =
            raised.iter().filter_map(action).partition(|action| action.urgent);
        actions.extend(later);
        actions
    }

    /// The label of the value a flag was raised for.
    pub(super) fn flag_value(&self, raised: &RaisedFlag) -> Option<&'a str> {
        let FlagWhen::Each(fact) = &self.pack.flags[raised.flag].when else {
            return None;
        };
        let value = raised.value.as_ref()?;
        let question = self.pack.question(fact.as_str())?;
        let choice = question.kind.choices().iter().find(|choice| choice.value == *value)?;
        Some(choice.label.say(self.stamp.language))
    }
}
