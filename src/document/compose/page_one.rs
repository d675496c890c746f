//! Page one of Part A: what everybody at the panel has to have seen, on one side of paper, whatever was written.
//!
//! A panel has some twelve minutes for a case. So this page gives way where there is too much: it is composed more and more
//! briefly until it fits, says what it leaves out, and the pages after it hold all of it.

use super::bilingual;
use super::context::{Context, is_of_marker};
use super::page_one_lengths::{LENGTHS, Length};
use super::paper;
use super::record::{ItemContent, Panel, PartRecord, RecordItem};
use super::sections;
use crate::block::{Action, Block, Line, Row};
use crate::composed::Stamp;
use crate::explain::panel_reasons::PanelReasons;
use crate::words;
use drive_screening_core::answers::{Answer, Value};
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::Part;
use drive_screening_core::pack::well_known::{IDVA, PLAN_URGENT, PLAN_WHY_NOW};
use drive_screening_core::screening::{Act, acts};

/// A piece of page one.
#[derive(Clone, Debug)]
pub(crate) enum Piece {
    Block(Block),
    /// Rows that are closely set.
    Rows(Vec<FactRow>),
}

impl Piece {
    /// It as it stands in a document: without the rows in which nothing stands.
    fn into_block(self) -> Block {
        match self {
            Self::Block(block) => block,
            Self::Rows(rows) => {
                let rows = rows.into_iter().map(|row| row.row).filter(|row| !row.value.is_empty());
                Block::Summary(rows.collect())
            }
        }
    }
}

/// A row of page one with the questions whose answers stand in it, or would.
#[derive(Clone, Debug)]
pub(crate) struct FactRow {
    pub(crate) facts: Vec<String>,
    /// Those whose account may stand in Part B: alike whether there is one or not.
    pub(crate) kept: Vec<String>,
    /// Of no value where nothing is known yet.
    pub(crate) row: Row,
}

impl FactRow {
    pub(super) fn new(facts: &[&str], row: Row) -> Self {
        Self { facts: facts.iter().map(|fact| (*fact).to_owned()).collect(), kept: Vec::new(), row }
    }

    /// Of no question.
    pub(super) fn plain(row: Row) -> Self {
        Self::new(&[], row)
    }
}

/// What page one leaves for the pages after it to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remaining {
    /// What to do about markers.
    MarkerActs,
    /// What else there is to do.
    Acts,
    /// Why it is to be done, where what is stands whole.
    WhyActs,
    /// The reasons that decided, with all their figures.
    Reasons,
    /// What is asked of the panel in every case.
    Asked,
}

/// Page one as it stands in the document, what the pages after it have to say of it, and the questions whose answers stand on it
/// whole, in its order: their sections need not say them again.
pub(super) fn blocks(
    context: &Context<'_>,
    record: &PartRecord<'_, Panel>,
    reasons: &PanelReasons<'_>,
) -> (Vec<Block>, Vec<Remaining>, Vec<String>) {
    let (pieces, remaining) = pieces(context, record, reasons);
    let whole = whole(&pieces, record, context.stamp.language);
    (into_blocks(pieces), remaining, whole)
}

fn whole(pieces: &[Piece], record: &PartRecord<'_, Panel>, language: Language) -> Vec<String> {
    let rows = pieces.iter().flat_map(|piece| match piece {
        Piece::Rows(rows) => &rows[..],
        Piece::Block(_) => &[],
    });
    let mut whole = Vec::new();
    for row in rows {
        let text: String = row.row.value.iter().map(Line::text).collect();
        let is_whole = |fact: &&String| {
            let item = record.item(fact.as_str()).filter(|item| item.evidence.is_none());
            item.is_some_and(|item| says_whole(&text, item, language))
        };
        whole.extend(row.facts.iter().filter(is_whole).cloned());
    }
    whole
}

/// Whether a row with this text has the whole of an answer.
fn says_whole(text: &str, item: &RecordItem<'_>, language: Language) -> bool {
    match item.content {
        ItemContent::Answer(Answer::Known(Value::Set(chosen))) => {
            let mut chosen =
                item.question.kind.choices().iter().filter(|choice| chosen.contains(&choice.value));
            chosen.all(|choice| text.contains(choice.label.say(language)))
        }
        ItemContent::Answer(_) | ItemContent::NotHere => {
            text.contains(&sections::cell(item, language).text())
        }
        _ => false,
    }
}

fn into_blocks(pieces: Vec<Piece>) -> Vec<Block> {
    pieces.into_iter().map(Piece::into_block).collect()
}

/// Page one in pieces, and what the pages after it have to say of it.
pub(super) fn pieces(
    context: &Context<'_>,
    record: &PartRecord<'_, Panel>,
    reasons: &PanelReasons<'_>,
) -> (Vec<Piece>, Vec<Remaining>) {
    let language = context.stamp.language;
    let in_language = |language: Language, length| {
        let stamp = Stamp { language, ..context.stamp.clone() };
        PageOne { context: &Context { stamp: &stamp, ..*context }, record, reasons, length }.pieces()
    };
    let fits = |length| {
        let first = into_blocks(in_language(language, length));
        if !context.pack.document.bilingual {
            return paper::fits(&first, 1.0);
        }
        // Side by side they take twice the room: one side for each language.
        let other = language.other();
        paper::fits(&bilingual::both(other, first, into_blocks(in_language(other, length))), 2.0)
    };
    // Each is briefer than the one before it.
    let first = LENGTHS.partition_point(|length| !fits(*length));
    let page = PageOne { context, record, reasons, length: LENGTHS[first.min(LENGTHS.len() - 1)] };
    (page.pieces(), page.remaining())
}

/// Page one in a language, at a length.
pub(super) struct PageOne<'c, 'a> {
    pub(super) context: &'c Context<'c>,
    pub(super) record: &'c PartRecord<'a, Panel>,
    pub(super) reasons: &'c PanelReasons<'c>,
    pub(super) length: Length,
}

impl PageOne<'_, '_> {
    fn pieces(&self) -> Vec<Piece> {
        let Self { context, record, .. } = *self;
        let acts = acts(context.pack, record.flags());
        let (urgent, others): (Vec<&Act<'_>>, Vec<&Act<'_>>) =
            acts.iter().filter(|act| !act.flag.first).partition(|act| act.flag.urgent);
        let (of_markers, others): (Vec<&Act<'_>>, Vec<&Act<'_>>) =
            others.into_iter().partition(|act| is_of_marker(act));
        let mut pieces: Vec<Piece> = context.head(Part::Panel).into_iter().map(Piece::Block).collect();
        pieces.push(Piece::Rows(self.who()));
        let mut blocks = self.verdict();
        blocks.extend(context.first(record.flags()));
        if !urgent.is_empty() {
            blocks
                .push(Block::Actions(urgent.iter().map(|act| context.action(act)).collect::<Vec<Action>>()));
        }
        pieces.extend(blocks.into_iter().map(Piece::Block));
        let mut rows = Vec::new();
        rows.extend(self.row(PLAN_WHY_NOW, self.length.text));
        rows.extend(self.because().map(FactRow::plain));
        rows.extend(self.markers(&of_markers));
        rows.extend(self.others(&others, urgent.is_empty() && of_markers.is_empty()).map(FactRow::plain));
        rows.extend(self.staff());
        rows.extend(self.children());
        rows.extend(self.row(IDVA, self.length.name));
        rows.extend(self.row(PLAN_URGENT, self.length.text));
        rows.push(self.asked());
        rows.push(FactRow::plain(self.still_open()));
        rows.push(self.to_ring());
        for row in &mut rows {
            let is_kept = |fact: &&String| {
                let item = record.item(fact.as_str());
                item.is_some_and(|item| matches!(item.content, ItemContent::NotHere))
            };
            row.kept = row.facts.iter().filter(is_kept).cloned().collect();
        }
        pieces.push(Piece::Rows(rows));
        pieces
    }

    /// What it leaves for the pages after it, once its length is settled.
    fn remaining(&self) -> Vec<Remaining> {
        let Length { marker_acts, acts: most_acts, why, asked_always, reasons, figures, text, .. } =
            self.length;
        let acts = acts(self.context.pack, self.record.flags());
        let later = || acts.iter().filter(|act| !act.flag.first && !act.flag.urgent);
        let of_markers = later().filter(|act| is_of_marker(act)).count();
        let others = later().count() - of_markers;
        let deciding = self.reasons.weighed(self.record, self.context.screened_on, self.language()).deciding;
        let is_cut = |line: &Line| self.shortened(line.clone(), text) != *line;
        let is_whole = |row: &Row| row.value.len() <= figures && !row.value.iter().any(is_cut);
        let remaining = [
            (Remaining::MarkerActs, of_markers > marker_acts),
            (Remaining::Acts, others > most_acts),
            (Remaining::WhyActs, others <= most_acts && !why),
            (Remaining::Reasons, deciding.len() > reasons || !deciding.iter().all(is_whole)),
            (Remaining::Asked, !asked_always),
        ];
        remaining.into_iter().filter(|(_, remains)| *remains).map(|(what, _)| what).collect()
    }

    fn verdict(&self) -> Vec<Block> {
        let language = self.language();
        let outcome = self.reasons.pack.outcome_text(self.reasons.name);
        let mut meaning = outcome.meaning.say(language).to_owned();
        if !self.reasons.settled {
            let sentence = |name: &&str| self.reasons.pack.outcome_text(name).sentence.say(language);
            let possible: Vec<&str> = self.reasons.possible.iter().map(sentence).collect();
            meaning = format!("{meaning} {} {}.", words::COULD_BE.say(language), possible.join("; "));
        }
        if self.record.own.despite {
            meaning = format!("{meaning} {}", words::DESPITE.say(language));
        }
        vec![
            Block::Verdict(Line::words(outcome.sentence.say(language))),
            Block::Paragraph(Line::words(meaning)),
        ]
    }
}
