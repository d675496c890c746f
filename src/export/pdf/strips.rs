//! The strips a page is made of: each a slice as high as a line, with everything that stands side by side in it.

use super::font::Fonts;
use super::line_breaking::{SetLine, set_lines};
use super::theme::Style;
use super::tree::Element;
use krilla::color::rgb::Color;

/// A slice of a page that is never cut.
#[derive(Clone, Debug, Default)]
pub(super) struct Strip {
    /// Left free above it, unless it stands at the top of a page. Points, as every length here.
    pub(super) space: f32,
    pub(super) height: f32,
    pub(super) marks: Vec<Mark>,
    /// It stands on one page with the next.
    pub(super) keep: bool,
    /// It starts a page, unless it would leave one that has hardly begun.
    pub(super) starts_page: bool,
    /// The header that stands above it again when it starts a page: an index of [`super::flow::Flow::heads`].
    pub(super) head: Option<usize>,
    /// A heading of this level starts here.
    pub(super) bookmark: Option<(u8, String)>,
}

/// Something drawn in a strip. Heights are from the top of the strip, and widths from the left of the page.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    /// A line of text that belongs to an element.
    Text { element: Element, x: f32, baseline: f32, style: Style, line: SetLine },
    /// A coloured ground behind all of the strip.
    Ground { x: f32, width: f32, color: Color },
    /// A line across, at a height.
    Rule { x: f32, width: f32, y: f32, thickness: f32, color: Color },
    /// The four sides of a box.
    Frame { x: f32, y: f32, width: f32, height: f32 },
    /// Filled boxes that are drawn as one picture, of the width and height given: the place, the size and the colour of each.
    Picture { element: Element, x: f32, width: f32, height: f32, alt: String, boxes: Vec<(Bounds, Color)> },
    /// A code for machines, in a square.
    Code { element: Element, x: f32, side: f32, text: String, alt: String },
}

/// Where a box is: its left and top, its width and height.
pub(super) type Bounds = (f32, f32, f32, f32);

impl Mark {
    fn down(&mut self, by: f32) {
        match self {
            Self::Text { baseline, .. } => *baseline += by,
            Self::Rule { y, .. } | Self::Frame { y, .. } => *y += by,
            Self::Ground { .. } | Self::Code { .. } | Self::Picture { .. } => {}
        }
    }
}

/// A column of paragraphs, each with the element it belongs to.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) x: f32,
    pub(super) style: Style,
    pub(super) lines: Vec<(Element, SetLine)>,
}

impl Column {
    pub(super) fn new(x: f32, style: Style) -> Self {
        Self { x, style, lines: Vec::new() }
    }

    /// Sets a paragraph below those it has.
    pub(super) fn paragraph(&mut self, fonts: &Fonts, element: Element, text: &str, width: f32) {
        let lines = set_lines(self.style.face(fonts), text, self.style.size, width);
        self.lines.extend(lines.into_iter().map(|line| (element, line)));
    }
}

/// Columns side by side, a strip a line. The highest lead sets the pace of all. No paragraph leaves one line alone on a
/// page when it has more.
pub(super) fn side_by_side(columns: Vec<Column>) -> Vec<Strip> {
    let lead = columns.iter().map(|column| column.style.lead).fold(0.0, f32::max);
    let count = columns.iter().map(|column| column.lines.len()).max().unwrap_or(0);
    let mut strips: Vec<Strip> = (0..count)
        .map(|index| Strip {
            height: lead,
            keep: index + 1 < count && (count <= 3 || index == 0 || index + 2 == count),
            ..Strip::default()
        })
        .collect();
    for column in columns {
        let Column { x, style, lines } = column;
        // The letters stand in the middle of the lead: Noto Sans is 0.71 of its size high, without what hangs below.
        let baseline = f32::midpoint(lead, 0.71 * style.size);
        for (strip, (element, line)) in strips.iter_mut().zip(lines) {
            strip.marks.push(Mark::Text { element, x, baseline, style, line });
        }
    }
    strips
}

/// Makes room inside the first and the last strip.
pub(super) fn pad(strips: &mut [Strip], above: f32, below: f32) {
    if let Some(first) = strips.first_mut() {
        first.height += above;
        first.marks.iter_mut().for_each(|mark| mark.down(above));
    }
    if let Some(last) = strips.last_mut() {
        last.height += below;
    }
}

/// Puts something behind each strip.
pub(super) fn behind(strips: &mut [Strip], mark: &Mark) {
    for strip in strips {
        strip.marks.insert(0, mark.clone());
    }
}

/// Rules off the bottom of the last strip.
pub(super) fn rule_off(strips: &mut [Strip], x: f32, width: f32, thickness: f32, color: Color) {
    if let Some(last) = strips.last_mut() {
        last.marks.push(Mark::Rule { x, width, y: last.height - thickness / 2.0, thickness, color });
    }
}

/// Keeps strips on one page, where that is possible.
pub(super) fn keep_together(strips: &mut [Strip]) {
    if let Some((_, but_last)) = strips.split_last_mut() {
        keep_with_next(but_last);
    }
}

/// Keeps strips on one page with each other and with the strip below.
pub(super) fn keep_with_next(strips: &mut [Strip]) {
    for strip in strips {
        strip.keep = true;
    }
}
