//! The timeline of Part A: events drawn against months, and the same in a table.
//!
//! Which dates are events the pack says; which of those the panel sees, the record. The axis comes from the day the document is
//! made and from nothing else, so nobody can tell from it what is kept from the panel.
//!
//! A list of short answers stands in the table whole, and its section only says so: what happened is read in one place.

use super::context::Context;
use super::paper;
use super::record::{Entry, ItemContent, Panel, PartRecord, RecordItem};
use super::sections;
use crate::block::{AxisName, Block, Lane, Line, Run, Table, Timeline};
use crate::words;
use drive_screening_core::answers::{Answer, Value};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::sorted::sort_by_key;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::{FactId, Group, Kind, Part, TimelineLane};

/// How many months the axis has before the day the document is made: twice as many as most rules look back.
const BACK: u32 = 24;
/// How many it has after that day: most orders and bail end within them.
const AHEAD: u32 = 12;
/// No name of the axis stands further on, in thousandths: it would not fit.
const LAST_NAME: usize = 950;
/// How many letters of a name stand in the table, where the entry stands in full further on.
const NAME: usize = 120;
/// Most answers that an entry has beside its date for it to stand in the table whole.
const SHORT: usize = 4;

/// Something that happened, or will.
struct Event {
    lane: usize,
    /// The day, where it is known.
    day: Option<Date>,
    /// The day, or why there is none.
    date: Line,
    what: Line,
}

/// Where a day lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Before,
    Month(u32),
    After,
}

/// The timeline under its heading, and the lists that stand in it whole; nothing where no day is known.
pub(super) fn blocks(context: &Context<'_>, record: &PartRecord<'_, Panel>) -> (Vec<Block>, Vec<FactId>) {
    let language = context.stamp.language;
    let lanes = &context.pack.document.timeline;
    let whole = whole(lanes, record);
    let mut events = events(lanes, record, &whole, language);
    if events.iter().all(|event| event.day.is_none()) {
        return (Vec::new(), Vec::new());
    }
    sort_by_key(&mut events, |event| (event.day.is_none(), event.day, event.lane));
    let axis = Axis { made_on: context.stamp.made_on, language };
    let mut blocks = vec![Block::Heading(2, Line::words(words::TIMELINE.say(language)))];
    let drawn = axis.lanes(lanes, &events);
    let note = axis.note(&drawn, &events);
    if !drawn.is_empty() {
        blocks.push(Block::Timeline(Timeline {
            alt: axis.alt(lanes, &events),
            months: [BACK, AHEAD].map(index),
            day: Line::words(axis.made_on.in_words(language)),
            names: axis.names(),
            lanes: drawn,
        }));
    }
    blocks.push(Block::Paragraph(note));
    blocks.push(Block::Table(axis.table(lanes, events)));
    (blocks, whole)
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or_default()
}

/// The lists whose entries each are one event, and short.
fn whole(lanes: &[TimelineLane], record: &PartRecord<'_, Panel>) -> Vec<FactId> {
    let mut whole = Vec::new();
    for item in record.sections().iter().flat_map(|section| &section.items) {
        let ItemContent::Entries(group, entries) = &item.content else { continue };
        let asked = || group.questions.iter().filter(|question| question.part == Part::Panel);
        let mut dates = lanes
            .iter()
            .flat_map(|lane| &lane.dates)
            .filter(|fact| asked().any(|question| question.id == **fact));
        let (Some(date), None) = (dates.next(), dates.next()) else { continue };
        // By what is asked, not by what was answered: so a list stands in the same place in every case, and in both languages.
        let is_short = |kind: &Kind| !matches!(kind, Kind::LongText | Kind::Group(_));
        let short = asked().count() <= 1 + SHORT && asked().all(|question| is_short(&question.kind));
        if short && !entries.is_empty() && entries.iter().all(|entry| dated(entry, date).is_some()) {
            whole.push(item.question.id.clone());
        }
    }
    whole
}

/// The events of each lane, in the order of the record.
fn events(
    lanes: &[TimelineLane],
    record: &PartRecord<'_, Panel>,
    whole: &[FactId],
    language: Language,
) -> Vec<Event> {
    let mut events = Vec::new();
    for (lane, fact) in
        lanes.iter().enumerate().flat_map(|(lane, says)| says.dates.iter().map(move |fact| (lane, fact)))
    {
        let mut add = |item: &RecordItem<'_>, what: Line| {
            let day = match item.content {
                ItemContent::Answer(Answer::Known(Value::Date(day))) => Some(*day),
                _ => None,
            };
            events.push(Event { lane, day, date: sections::cell(item, language), what });
        };
        for item in record.sections().iter().flat_map(|section| &section.items) {
            match &item.content {
                // What nobody was asked, or answered, is no event: there may be none.
                ItemContent::Answer(_) if item.question.id == *fact => {
                    add(item, Line::words(item.question.label.say(language)));
                }
                ItemContent::Entries(group, entries) => {
                    let is_whole = whole.contains(&item.question.id);
                    for entry in entries {
                        if let Some(date) = dated(entry, fact) {
                            add(date, what(group, entry, is_whole, language));
                        }
                    }
                }
                _ => {}
            }
        }
    }
    events
}

/// An entry beside its date: its name, or all of it.
fn what(group: &Group, entry: &Entry<'_>, is_whole: bool, language: Language) -> Line {
    let mut line = Line::words(format!("{} {}", group.item.say(language), entry.number));
    let mut between = ": ";
    for item in entry.items.iter().filter(|item| !matches!(item.question.kind, Kind::Date { .. })) {
        let is_known = matches!(item.content, ItemContent::Answer(Answer::Known(_)));
        let is_name = is_known && group.name_by.contains(&item.question.id);
        let cell = sections::cell(item, language);
        if is_name {
            line = line.then(between).join(if is_whole { cell } else { shortened(cell, language) });
        } else if is_whole {
            line = line.then(between).then([item.question.label.say(language), ": "].concat()).join(cell);
        } else {
            continue;
        }
        between = "; ";
    }
    line
}

/// A name of which the rest stands further on.
fn shortened(line: Line, language: Language) -> Line {
    match &line.0[..] {
        [Run::Typed(text)] => paper::cut(text, NAME, language),
        _ => line,
    }
}

/// The date of an entry. It is an event without one too, where the date is asked for: the entry says that it was.
fn dated<'e, 'a>(entry: &'e Entry<'a>, fact: &FactId) -> Option<&'e RecordItem<'a>> {
    entry.items.iter().find(|item| item.question.id == *fact)
}

/// The months of a document, in its language.
struct Axis {
    made_on: Date,
    language: Language,
}

impl Axis {
    fn place(&self, day: Date) -> Place {
        let Self { made_on, .. } = *self;
        if day <= made_on {
            let months = (0..BACK).find(|months| day.plus_months(months + 1) > made_on);
            return months.map_or(Place::Before, |months| Place::Month(BACK - 1 - months));
        }
        let months = (0..AHEAD).find(|months| day <= made_on.plus_months(months + 1));
        months.map_or(Place::After, |months| Place::Month(BACK + months))
    }

    /// The lanes that have a month in which there is something.
    fn lanes(&self, lanes: &[TimelineLane], events: &[Event]) -> Vec<Lane> {
        let mut drawn = Vec::new();
        for (number, lane) in lanes.iter().enumerate() {
            let mut months: Vec<(usize, usize)> = Vec::new();
            for day in events.iter().filter(|event| event.lane == number).filter_map(|event| event.day) {
                let Place::Month(month) = self.place(day) else { continue };
                match months.last_mut() {
                    Some((last, count)) if *last == index(month) => *count += 1,
                    _ => months.push((index(month), 1)),
                }
            }
            if !months.is_empty() {
                drawn.push(Lane { label: Line::words(lane.label.say(self.language)), months });
            }
        }
        drawn
    }

    /// The years, and the middle of each.
    fn names(&self) -> Vec<AxisName> {
        let (year, ..) = self.made_on.ymd();
        let mut names = Vec::new();
        for year in year - 2..=year + 1 {
            for (month, name) in [(1, year.to_string()), (7, words::JULY.say(self.language).to_owned())] {
                let first = Date::from_ymd(year, month, 1);
                if let Some(at) =
                    first.and_then(|first| self.thousandths(first)).filter(|at| *at <= LAST_NAME)
                {
                    names.push(AxisName { at, name: Line::words(name) });
                }
            }
        }
        names
    }

    /// Where a day lies on the axis, in thousandths of it.
    fn thousandths(&self, day: Date) -> Option<usize> {
        /// Days of the longest month.
        const DAYS: usize = 31;
        let Place::Month(month) = self.place(day) else { return None };
        let days = |from: Date, to: Date| usize::try_from(from.days_until(to)).unwrap_or_default().min(DAYS);
        let into = match BACK.checked_sub(month + 1) {
            Some(months) => DAYS - days(day.plus_months(months), self.made_on),
            None => days(self.made_on.plus_months(month - BACK), day),
        };
        Some((index(month) * DAYS + into) * 1000 / (index(BACK + AHEAD) * DAYS))
    }

    /// What the drawing shows, in a sentence or two.
    fn alt(&self, lanes: &[TimelineLane], events: &[Event]) -> Line {
        let language = self.language;
        let mut says = vec![words::TIMELINE.say(language).to_owned()];
        for (number, lane) in lanes.iter().enumerate() {
            let is_drawn = |day: &Date| matches!(self.place(*day), Place::Month(_));
            let of_lane = events.iter().filter(|event| event.lane == number);
            let days: Vec<Date> = of_lane.filter_map(|event| event.day).filter(is_drawn).collect();
            let (Some(first), Some(last)) = (days.first(), days.last()) else { continue };
            let mut text =
                format!("{}: {}, {}", lane.label.say(language), days.len(), first.in_words(language));
            if first != last {
                text.push_str(" \u{2013} ");
                text.push_str(&last.in_words(language));
            }
            says.push(text);
        }
        says.push(words::IN_THE_TABLE.say(language).to_owned());
        Line::words(says.join(". "))
    }

    /// What the months are, and what stands in the table alone.
    fn note(&self, drawn: &[Lane], events: &[Event]) -> Line {
        let language = self.language;
        let day = self.made_on.in_words(language);
        let axis = words::TIMELINE_AXIS.fill(&[&BACK.to_string(), &day, &AHEAD.to_string()]);
        let mut note = vec![axis.say(language).to_owned()];
        if drawn.iter().flat_map(|lane| &lane.months).any(|(_, count)| *count > 1) {
            note.push(words::TIMELINE_NUMBER.say(language).to_owned());
        }
        let count = |place: Option<Place>| {
            events.iter().filter(|event| event.day.map(|day| self.place(day)) == place).count()
        };
        let left_out: [(Phrase, usize); 3] = [
            (words::EARLIER, count(Some(Place::Before))),
            (words::LATER, count(Some(Place::After))),
            (words::UNDATED, count(None)),
        ];
        let left_out = left_out.into_iter().filter(|(_, count)| *count > 0);
        let left_out: Vec<String> =
            left_out.map(|(says, count)| format!("{} {count}", says.say(language))).collect();
        if !left_out.is_empty() {
            note.push(words::NOT_DRAWN.fill(&[&left_out.join(", ")]).say(language).to_owned());
        }
        Line::words(note.join(" "))
    }

    /// Every event, a row each.
    fn table(&self, lanes: &[TimelineLane], events: Vec<Event>) -> Table {
        let language = self.language;
        let row = |Event { lane, day, mut date, what }: Event| {
            let outside = match day.map(|day| self.place(day)) {
                Some(Place::Before) => Some(words::EARLIER),
                Some(Place::After) => Some(words::LATER),
                Some(Place::Month(_)) | None => None,
            };
            if let Some(outside) = outside {
                date = date.then([" (", outside.say(language), ")"].concat());
            }
            let label = lanes.get(lane).map_or("", |lane| lane.label.say(language));
            vec![date, Line::words(label), what]
        };
        let heads = [words::EVENT_DATE, words::EVENT_KIND, words::EVENT];
        Table {
            caption: None,
            heads: heads.iter().map(|head| Line::words(head.say(language))).collect(),
            rows: events.into_iter().map(row).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn axis(made_on: &str) -> Axis {
        Axis { made_on: day(made_on), language: Language::En }
    }

    /// Every day has one place, later days no earlier one, and the day of the document is the last before what is ahead.
    #[test]
    fn days_are_in_order_on_every_axis() {
        for made_on in ["2026-11-21", "2028-02-29", "2026-03-31", "2026-01-01"] {
            let axis = axis(made_on);
            let number = |place| match place {
                Place::Before => -1,
                Place::Month(month) => i64::from(month),
                Place::After => i64::from(BACK + AHEAD),
            };
            let (mut last, mut at) = (-1, 0);
            let mut seen = 0;
            let mut on = day("2022-12-01");
            while on < day("2031-01-01") {
                let now = number(axis.place(on));
                assert!(now == last || now == last + 1, "{made_on}: {on} from {last} to {now}");
                seen += i64::from(now != last);
                last = now;
                assert_eq!(now < i64::from(BACK), on <= axis.made_on, "{made_on}: {on}");
                if let Some(now) = axis.thousandths(on) {
                    assert!((at..=1000).contains(&now), "{made_on}: {on} at {now} after {at}");
                    at = now;
                }
                on = on.plus_days(1).unwrap();
            }
            assert_eq!(seen, i64::from(BACK + AHEAD) + 1, "{made_on}: no month is empty");
        }
    }

    #[test]
    fn names_are_apart_and_inside() {
        for made_on in ["2026-11-21", "2028-02-29", "2026-12-31", "2026-01-01", "2026-06-30"] {
            let names = axis(made_on).names();
            assert!((5..=6).contains(&names.len()), "{made_on}: {names:?}");
            assert!(names.windows(2).all(|pair| pair[1].at >= pair[0].at + 150), "{made_on}: {names:?}");
        }
    }
}
