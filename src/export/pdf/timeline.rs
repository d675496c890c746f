//! A timeline as one figure: lanes with their labels, a box in each month that has something in it, and names along the axis.

use super::flow::Flow;
use super::line_breaking::set_lines;
use super::strips::{Bounds, Column, Mark, Strip, side_by_side};
use super::theme::{self, Style};
use super::tree::Element;
use drive_screening_document::block::{Lane, Line, Timeline};
use krilla::color::rgb::Color;
use krilla::tagging::Tag;

/// How wide the labels are, against the whole.
const LABELS: f32 = 0.24;
/// How high the lines of names above and below the lanes are.
const NAMES: f32 = 12.0;
/// The height of a lane of one line, and of the box in a month.
const LANE: f32 = 16.0;
const BOX: f32 = 10.5;
/// What is free between the boxes of two months.
const BETWEEN: f32 = 1.6;

/// A figure, while it is set.
struct Figure {
    element: Element,
    /// Where the axis begins, and how long it is.
    left: f32,
    length: f32,
    boxes: Vec<(Bounds, Color)>,
    texts: Vec<Mark>,
}

impl Figure {
    /// A place on the axis, of so many parts.
    fn at(&self, part: usize, parts: usize) -> f32 {
        let small = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
        self.left + self.length * small(part) / small(parts.max(1))
    }

    fn fill(&mut self, bounds: Bounds, color: Color) {
        self.boxes.push((bounds, color));
    }
}

impl Flow<'_> {
    pub(super) fn timeline(&mut self, timeline: &Timeline) {
        let alt = timeline.alt.text();
        let element = self.element(Tag::Figure(Some(alt.clone())));
        let aside = self.width * LABELS;
        let mut figure = Figure {
            element,
            left: self.x + aside,
            length: self.width - aside,
            boxes: Vec::new(),
            texts: Vec::new(),
        };
        let labels: Vec<(&Lane, Column)> = timeline
            .lanes
            .iter()
            .map(|lane| {
                let width = aside - theme::GAP;
                (lane, self.one_below_the_other(self.x, width, named(), element, &lane.label))
            })
            .collect();
        let day = figure.at(timeline.months[0], timeline.columns());
        let [before, after] = [NAMES, NAMES + height(&labels)];
        // What is ahead stands on a ground, behind all else.
        figure.fill((day, before, figure.left + figure.length - day, after - before), theme::soft());
        for name in &timeline.names {
            let x = figure.at(name.at, 1000);
            figure.fill((x, before, 0.6, after - before), theme::hair());
            self.name(&mut figure, x, after, &name.name);
        }
        // The day is named on the side of what lies before it.
        let width = self.text_width(&timeline.day);
        self.name(&mut figure, (day - width - 4.0).max(self.x), 0.0, &timeline.day);
        let mut y = before;
        for (lane, label) in labels {
            y = self.lane(&mut figure, timeline, lane, label, y);
        }
        figure.fill((day - 0.6, 0.0, 1.2, after), theme::ink());
        let (height, width) = (after + NAMES, self.width);
        let picture = Mark::Picture { element, x: self.x, width, height, alt, boxes: figure.boxes };
        let marks = std::iter::once(picture).chain(figure.texts).collect();
        self.add(vec![Strip { height, marks, keep: true, ..Strip::default() }], 4.0, 4.0);
    }

    /// Sets a lane at a height, and gives the height of the next.
    fn lane(&self, figure: &mut Figure, timeline: &Timeline, lane: &Lane, label: Column, y: f32) -> f32 {
        let height = lane_height(&label);
        let (x, width) = (self.x, self.width);
        figure.fill((x, y + height - 0.3, width, 0.6), theme::hair());
        let free = (height - rows_height(&label)) / 2.0;
        set_at(figure, vec![label], y + free);
        let columns = timeline.columns();
        for (month, count) in &lane.months {
            let left = figure.at(*month, columns) + BETWEEN / 2.0;
            let width = figure.at(month + 1, columns) - left - BETWEEN / 2.0;
            let top = y + (height - BOX) / 2.0;
            figure.fill((left, top, width, BOX), theme::ink());
            if *count > 1 {
                let text = count.to_string();
                let style = counted(text.len());
                let line = set_lines(style.face(self.fonts), &text, style.size, f32::INFINITY).swap_remove(0);
                let x = left + (width - line.width) / 2.0;
                let baseline = f32::midpoint(2.0 * top + BOX, 0.71 * style.size);
                figure.texts.push(Mark::Text { element: figure.element, x, baseline, style, line });
            }
        }
        y + height
    }

    /// A name of the axis at a place.
    fn name(&self, figure: &mut Figure, x: f32, y: f32, name: &Line) {
        let mut column = Column::new(x, Style::small());
        column.paragraph(self.fonts, figure.element, &name.text(), f32::INFINITY);
        set_at(figure, vec![column], y);
    }

    fn text_width(&self, line: &Line) -> f32 {
        let style = Style::small();
        style.face(self.fonts).width(&line.text()) * style.size
    }
}

/// How a lane is named.
fn named() -> Style {
    Style { color: theme::ink(), ..Style::small() }
}

/// A number in the box of a month: one of three digits is small.
fn counted(digits: usize) -> Style {
    let size = if digits > 2 { 5.0 } else { 7.0 };
    Style { bold: true, size, lead: size, color: Color::new(0xff, 0xff, 0xff) }
}

fn rows_height(label: &Column) -> f32 {
    let rows = u16::try_from(label.lines.len()).unwrap_or(u16::MAX);
    f32::from(rows) * label.style.lead
}

fn lane_height(label: &Column) -> f32 {
    (rows_height(label) + 5.0).max(LANE)
}

fn height(labels: &[(&Lane, Column)]) -> f32 {
    labels.iter().map(|(_, label)| lane_height(label)).sum()
}

/// Sets columns so far below the top of the figure.
fn set_at(figure: &mut Figure, columns: Vec<Column>, mut y: f32) {
    for strip in side_by_side(columns) {
        for mut mark in strip.marks {
            if let Mark::Text { baseline, .. } = &mut mark {
                *baseline += y;
            }
            figure.texts.push(mark);
        }
        y += strip.height;
    }
}
