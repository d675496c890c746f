//! The rows of page one: what each says, and how briefly.

use super::page_one::{FactRow, PageOne};
use super::paper;
use super::record::{ItemContent, Panel, PartRecord};
use super::sections;
use crate::answer_line::answer_line;
use crate::block::{Line, Row, Run};
use crate::explain::known_facts::KnownFacts;
use crate::explain::panel_reasons::WeighedReasons;
use crate::words;
use drive_screening_core::answers::{Answer, Value};
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::well_known::{
    CHILDREN, CUSTODY_PLACE, PERPETRATOR_DATE_OF_BIRTH, PERPETRATOR_NAME, PERPETRATOR_OTHER_NAMES,
    PLAN_DISRUPT, REFERRER_AGENCY, REFERRER_EMAIL, REFERRER_NAME, REFERRER_PHONE, REFERRER_ROLE,
    SAFETY_FIREARMS_LICENCE, SAFETY_LONE_VISIT, SAFETY_STAFF_RISK, SAFETY_WEAPONS, WHEREABOUTS_AREA,
    WHEREABOUTS_CHECKED_ON, WHEREABOUTS_STATUS,
};
use drive_screening_core::pack::{Choice, Criterion, FactId, FlagWhen, Part, Question};
use drive_screening_core::screening::Act;

impl<'a> PageOne<'_, 'a> {
    pub(super) fn language(&self) -> Language {
        self.context.stamp.language
    }

    fn say(&self, phrase: &Phrase) -> Line {
        Line::words(phrase.say(self.language()))
    }

    /// The line shortened to what a text of many lines, or of one, may take here.
    pub(super) fn shortened(&self, line: Line, most: usize) -> Line {
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

    pub(super) fn row(&self, fact: &str, most: usize) -> Option<FactRow> {
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
    pub(super) fn who(&self) -> Vec<FactRow> {
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

    pub(super) fn because(&self) -> Option<Row> {
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
    pub(super) fn markers(&self, acts: &[&Act<'_>]) -> Vec<FactRow> {
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
    pub(super) fn others(&self, others: &[&Act<'_>], nothing_else: bool) -> Option<Row> {
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

    pub(super) fn staff(&self) -> Option<FactRow> {
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

    pub(super) fn children(&self) -> Option<FactRow> {
        let mut fact_row = self.row(CHILDREN, self.length.name)?;
        let row = &mut fact_row.row;
        if let Some(ages) = ages(self.record, self.language()) {
            let line = std::mem::take(&mut row.value[0]);
            row.value[0] = line.then("; ").join(ages.label).then(": ").join(joined(ages.value, ". "));
        }
        Some(fact_row)
    }

    /// What the referrer asks, and what every case asks.
    pub(super) fn asked(&self) -> FactRow {
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

    pub(super) fn still_open(&self) -> Row {
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

    pub(super) fn to_ring(&self) -> FactRow {
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
