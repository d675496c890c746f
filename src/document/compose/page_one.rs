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
use crate::answer_line::answer_line;
use crate::block::{Action, Block, Line, Row, Run};
use crate::composed::Stamp;
use crate::explain::known_facts::KnownFacts;
use crate::explain::panel_reasons::{PanelReasons, WeighedReasons};
use crate::words;
use drive_screening_core::answers::{Answer, Value};
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::well_known::{
    CHILDREN, CUSTODY_PLACE, IDVA, PERPETRATOR_DATE_OF_BIRTH, PERPETRATOR_NAME, PERPETRATOR_OTHER_NAMES,
    PLAN_DISRUPT, PLAN_URGENT, PLAN_WHY_NOW, REFERRER_AGENCY, REFERRER_EMAIL, REFERRER_NAME, REFERRER_PHONE,
    REFERRER_ROLE, SAFETY_FIREARMS_LICENCE, SAFETY_LONE_VISIT, SAFETY_STAFF_RISK, SAFETY_WEAPONS,
    WHEREABOUTS_AREA, WHEREABOUTS_CHECKED_ON, WHEREABOUTS_STATUS,
};
use drive_screening_core::pack::{Choice, Criterion, FactId, FlagWhen, Part, Question};
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
    fn new(facts: &[&str], row: Row) -> Self {
        Self { facts: facts.iter().map(|fact| (*fact).to_owned()).collect(), kept: Vec::new(), row }
    }

    /// Of no question.
    fn plain(row: Row) -> Self {
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

struct PageOne<'c, 'a> {
    context: &'c Context<'c>,
    record: &'c PartRecord<'a, Panel>,
    reasons: &'c PanelReasons<'c>,
    length: Length,
}

impl<'a> PageOne<'_, 'a> {
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

    fn language(&self) -> Language {
        self.context.stamp.language
    }

    fn say(&self, phrase: &Phrase) -> Line {
        Line::words(phrase.say(self.language()))
    }

    /// The line shortened to what a text of many lines, or of one, may take here.
    fn shortened(&self, line: Line, most: usize) -> Line {
        match &line.0[..] {
            // What was cut before stays so, with the words that say it.
            [Run::Typed(text), ..] if paper::is_longer(text, most) => paper::cut(text, most, self.language()),
            _ => line,
        }
    }

    /// What stands in the place of a fact: its answer, or why there is none. `None` where it does not concern the case.
    fn fact(&self, fact: &str, most: usize) -> Option<(&'a Question, Line)> {
        let item = self.record.item(fact)?;
        if matches!(item.content, ItemContent::LeftOut | ItemContent::Entries(..)) {
            return None;
        }
        Some((item.question, self.shortened(sections::cell(item, self.language()), most)))
    }

    fn row(&self, fact: &str, most: usize) -> Option<FactRow> {
        let (question, line) = self.fact(fact, most)?;
        Some(FactRow::new(&[fact], Row::new(question.label.say(self.language()), line)))
    }

    /// A fact after its label.
    fn labelled(&self, fact: &str, most: usize) -> Option<Line> {
        let (question, line) = self.fact(fact, most)?;
        Some(Line::words([question.label.say(self.language()), ": "].concat()).join(line))
    }

    /// A fact that is known, as it was typed.
    fn typed(&self, fact: &str) -> Option<Line> {
        match self.record.known(fact) {
            Some((_, Value::Text(text))) => Some(paper::cut(text, self.length.name, self.language())),
            _ => None,
        }
    }

    /// Who the case is about and where, without an address.
    fn who(&self) -> Vec<FactRow> {
        let language = self.language();
        let mut person = None;
        if let Some(mut name) = self.typed(PERPETRATOR_NAME) {
            if let Some((_, Value::Date(born))) = self.record.known(PERPETRATOR_DATE_OF_BIRTH) {
                name = name.then(format!(", {} {}", words::BORN.say(language), born.in_words(language)));
            }
            if let Some(other) = self.typed(PERPETRATOR_OTHER_NAMES) {
                name = name.then(format!("; {} ", words::ALSO_CALLED.say(language))).join(other);
            }
            person = Some(name);
        }
        let mut place: Vec<Line> = Vec::new();
        for fact in [WHEREABOUTS_STATUS, CUSTODY_PLACE, WHEREABOUTS_AREA] {
            if self.record.known(fact).is_some() {
                place.extend(self.fact(fact, self.length.name).map(|(_, line)| line));
            }
        }
        if place.is_empty() {
            place.extend(self.fact(WHEREABOUTS_STATUS, self.length.name).map(|(_, line)| line));
        }
        if let Some((_, Value::Date(on))) = self.record.known(WHEREABOUTS_CHECKED_ON) {
            place.push(Line::words(words::CHECKED_ON.fill(&[&on.in_words(language)]).say(language)));
        }
        let place = (!place.is_empty()).then(|| joined(place, ", "));
        let row = |facts: &[&str], label: &Phrase, value: Option<Line>| {
            FactRow::new(facts, Row { label: self.say(label), value: value.into_iter().collect() })
        };
        let mut reference = self.context.reference();
        reference.value.extend(self.record.own.since.as_ref().map(|since| since.line(language)));
        vec![
            FactRow::plain(reference),
            row(
                &[PERPETRATOR_NAME, PERPETRATOR_DATE_OF_BIRTH, PERPETRATOR_OTHER_NAMES],
                &words::PERSON,
                person,
            ),
            row(
                &[WHEREABOUTS_STATUS, CUSTODY_PLACE, WHEREABOUTS_AREA, WHEREABOUTS_CHECKED_ON],
                &words::WHERE,
                place,
            ),
        ]
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

    fn because(&self) -> Option<Row> {
        let language = self.language();
        let WeighedReasons { deciding, weak, besides, .. } =
            self.reasons.weighed(self.record, self.context.screened_on, language);
        let mut value: Vec<Line> = Vec::new();
        let count = deciding.len();
        for Row { label, value: facts } in deciding.into_iter().take(self.length.reasons) {
            let facts = facts.into_iter().take(self.length.figures);
            let facts: Vec<Line> = facts.map(|line| self.shortened(line, self.length.text)).collect();
            let line = if facts.is_empty() { label } else { label.then(": ").join(joined(facts, ". ")) };
            value.push(line);
        }
        value.extend(self.more(count, self.length.reasons));
        if !weak.is_empty() && self.length.figures > 0 {
            value.push(Line::words(format!("{} {}.", words::RESTS_ON_WEAK.say(language), weak.join("; "))));
        }
        if !besides.is_empty() && self.length.besides {
            let says: Vec<&str> = besides.iter().map(|reason| reason.says).collect();
            value.push(Line::words(format!("{} {}.", words::BESIDES.say(language), says.join("; "))));
        }
        if !self.reasons.follows {
            value.push(self.say(&words::RESTS_ON_OTHER_PARTS));
        }
        let title = if self.reasons.settled { &words::BECAUSE } else { &words::SO_FAR };
        (!value.is_empty()).then(|| Row { label: self.say(title), value })
    }

    /// The sets of which each value is something to act on: each that is there with what to do, and what nobody could check.
    fn markers(&self, acts: &[&Act<'_>]) -> Vec<FactRow> {
        let pack = self.context.pack;
        let sets = pack.flags.iter().filter(|flag| flag.part == Part::Panel);
        let sets = sets.filter_map(|flag| match &flag.when {
            FlagWhen::Each(fact) => Some(fact),
            FlagWhen::Rule { .. } => None,
        });
        let own = |fact: &&FactId| {
            pack.question(fact.as_str()).is_some_and(|question| question.part == Part::Panel)
        };
        sets.filter(own).map(|fact| FactRow::new(&[fact.as_str()], self.set(fact, acts))).collect()
    }

    fn set(&self, fact: &FactId, acts: &[&Act<'_>]) -> Row {
        let language = self.language();
        let label = |question: &Question| Line::words(question.label.say(language));
        let Some((question, Value::Set(present))) = self.record.known(fact.as_str()) else {
            return match self.record.item(fact.as_str()) {
                Some(item) => {
                    Row { label: label(item.question), value: vec![sections::cell(item, language)] }
                }
                None => {
                    let name = self.context.pack.question(fact.as_str()).map(label).unwrap_or_default();
                    Row { label: name, value: vec![self.say(&words::NOT_ASKED)] }
                }
            };
        };
        let mut value = Vec::new();
        let mut only_named = Vec::new();
        let mut left = self.length.marker_acts;
        for choice in question.kind.choices().iter().filter(|choice| present.contains(&choice.value)) {
            let name = choice.label.say(language);
            let is_of = |act: &&&Act<'_>| {
                matches!(&act.flag.when, FlagWhen::Each(of) if of == fact)
                    && act.value.is_some_and(|value: &Choice| value.value == choice.value)
            };
            match acts.iter().find(is_of).filter(|_| left > 0) {
                Some(act) => {
                    left -= 1;
                    value.push(Line::words([name, ": ", act.act.say(language)].concat()));
                }
                None => only_named.push(name),
            }
        }
        if !only_named.is_empty() {
            value.push(Line::words(only_named.join("; ")));
        }
        if value.is_empty() {
            value.push(answer_line(question, &Answer::Known(Value::Set(present.clone())), language));
        }
        let mut questions = self.context.pack.questions();
        if let Some((_, apart)) = questions.find(|(_, question)| question.apart_from.as_ref() == Some(fact))
            && let Some((apart, Value::Set(chosen))) = self.record.known(apart.id.as_str())
            && !chosen.is_empty()
        {
            let answer = answer_line(apart, &Answer::Known(Value::Set(chosen.clone())), language);
            value.push(Line::words([apart.label.say(language), ": "].concat()).join(answer));
        }
        Row { label: label(question), value }
    }

    /// What else there is to do now.
    fn others(&self, others: &[&Act<'_>], nothing_else: bool) -> Option<Row> {
        let language = self.language();
        let act = |act: &&Act<'_>| {
            let says = act.act.say(language);
            Line::words(if self.length.why {
                format!("{}: {says}", act.why(language))
            } else {
                says.to_owned()
            })
        };
        let mut value: Vec<Line> = others.iter().take(self.length.acts).map(act).collect();
        value.extend(self.more(others.len(), self.length.acts));
        if value.is_empty() && nothing_else {
            value.push(self.say(&words::NOTHING_TO_ACT_ON));
        }
        (!value.is_empty()).then(|| Row { label: self.say(&words::ACT_NOW), value })
    }

    fn staff(&self) -> Option<FactRow> {
        let facts = [SAFETY_LONE_VISIT, SAFETY_WEAPONS, SAFETY_FIREARMS_LICENCE, SAFETY_STAFF_RISK];
        let short = &facts[..3];
        let short: Vec<Line> =
            short.iter().filter_map(|fact| self.labelled(fact, self.length.name)).collect();
        let mut value = Vec::new();
        if !short.is_empty() {
            value.push(joined(short, "; "));
        }
        value.extend(self.labelled(SAFETY_STAFF_RISK, self.length.text));
        (!value.is_empty()).then(|| FactRow::new(&facts, Row { label: self.say(&words::STAFF), value }))
    }

    fn children(&self) -> Option<FactRow> {
        let mut fact_row = self.row(CHILDREN, self.length.name)?;
        let row = &mut fact_row.row;
        if let Some(ages) = ages(self.record, self.language()) {
            let line = std::mem::take(&mut row.value[0]);
            row.value[0] = line.then("; ").join(ages.label).then(": ").join(joined(ages.value, ". "));
        }
        Some(fact_row)
    }

    /// What the referrer asks, and what every case asks.
    fn asked(&self) -> FactRow {
        let language = self.language();
        let document = &self.context.pack.document;
        let mut value: Vec<Line> = self.labelled(PLAN_DISRUPT, self.length.text).into_iter().collect();
        let panel = document.panel.say(language);
        value.push(Line::words(if self.length.asked_always {
            format!("{panel}: {}", document.asked.say(language))
        } else {
            panel.to_owned()
        }));
        FactRow::new(&[PLAN_DISRUPT], Row { label: self.say(&words::ASKED_OF), value })
    }

    fn still_open(&self) -> Row {
        let language = self.language();
        let Self { reasons, record, .. } = self;
        let mut value = Vec::new();
        let mut last = Vec::new();
        if reasons.open.is_empty() {
            let none = if reasons.settled { &words::NOTHING_OPEN } else { &words::OPEN_IN_OTHER_PARTS };
            last.push(none.say(language).to_owned());
        } else {
            let rows = by_who(&reasons.open, language);
            let count = rows.len();
            for row in rows.into_iter().take(self.length.open) {
                value.push(row.label.then(": ").join(joined(row.value, "; ")));
            }
            value.extend(self.more(count, self.length.open));
        }
        let missing = record.missing();
        if missing > 0 {
            let missing = format!(
                "{} {missing} ({}).",
                words::MISSING.say(language),
                words::MISSING_WHERE.say(language)
            );
            last.push(missing);
        }
        if !last.is_empty() {
            value.push(Line::words(last.join(" ")));
        }
        Row { label: self.say(&words::STILL_OPEN), value }
    }

    fn to_ring(&self) -> FactRow {
        let facts = [REFERRER_NAME, REFERRER_ROLE, REFERRER_AGENCY, REFERRER_PHONE, REFERRER_EMAIL];
        let known: Vec<Line> = facts.iter().filter_map(|fact| self.typed(fact)).collect();
        let value = if known.is_empty() { Vec::new() } else { vec![joined(known, ", ")] };
        FactRow::new(&facts, Row { label: self.say(&words::TO_RING), value })
    }

    /// That there are more than are named.
    fn more(&self, count: usize, most: usize) -> Option<Line> {
        let more = count.checked_sub(most).filter(|more| *more > 0)?;
        Some(Line::words(words::MORE_FURTHER_ON.fill(&[&more.to_string()]).say(self.language())))
    }
}

fn joined(lines: Vec<Line>, between: &str) -> Line {
    let mut lines = lines.into_iter();
    let first = lines.next().unwrap_or_default();
    lines.fold(first, |all, line| all.then(between).join(line))
}

/// The unknowns, under the person or agency that could tell, so that each is asked once.
pub(super) fn by_who(open: &[&Criterion], language: Language) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for criterion in open {
        let who = Line::words(criterion.who.say(language));
        let unknown = Line::words(criterion.unknown.say(language));
        match rows.iter_mut().find(|row| row.label == who) {
            Some(row) => row.value.push(unknown),
            None => rows.push(Row { label: who, value: vec![unknown] }),
        }
    }
    rows
}

/// The children's ages: nothing else about them is in Part A.
pub(super) fn ages(record: &PartRecord<'_, Panel>, language: Language) -> Option<Row> {
    let ages = record.own.ages.as_ref().filter(|ages| !ages.is_empty())?;
    let age = |age: &Option<u32>| match age {
        None => words::AGE_NOT_KNOWN.say(language).to_owned(),
        Some(0) => words::UNDER_ONE.say(language).to_owned(),
        Some(years) => years.to_string(),
    };
    let value = vec![
        Line::words(ages.iter().map(age).collect::<Vec<_>>().join(", ")),
        Line::words(words::ONLY_AGES.say(language)),
    ];
    Some(Row { label: Line::words(words::AGES.say(language)), value })
}
