//! How a page looks: sizes in points, and colours that keep their order in grey.

use super::font::{Face, Fonts};
use krilla::color::rgb::Color;

/// A4.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
pub(super) const LEFT: f32 = 50.0;
/// The width of the text area.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * LEFT;
pub(super) const TOP: f32 = 56.0;
pub(super) const BOTTOM: f32 = PAGE.1 - 46.0;
/// The baselines of the line at the head and at the foot of a page.
pub(super) const HEAD: f32 = 38.0;
pub(super) const FOOT: f32 = PAGE.1 - 30.0;
/// A longer line is hard to read.
pub(super) const MEASURE: f32 = 456.0;
/// Between columns.
pub(super) const GAP: f32 = 14.0;

pub(super) fn ink() -> Color {
    Color::new(0x17, 0x21, 0x2b)
}
pub(super) fn second() -> Color {
    Color::new(0x4a, 0x57, 0x63)
}
pub(super) fn accent() -> Color {
    Color::new(0x0b, 0x56, 0x66)
}
pub(super) fn soft() -> Color {
    Color::new(0xea, 0xf3, 0xf4)
}
pub(super) fn hair() -> Color {
    Color::new(0xc9, 0xc6, 0xc0)
}
pub(super) fn strong() -> Color {
    Color::new(0x6b, 0x77, 0x82)
}
/// To act on: the bar and its ground.
pub(super) fn act(urgent: bool) -> (Color, Color) {
    if urgent {
        (Color::new(0x9c, 0x1c, 0x1c), Color::new(0xfd, 0xf0, 0xee))
    } else {
        (Color::new(0xa1, 0x5c, 0x00), Color::new(0xff, 0xf5, 0xe0))
    }
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) bold: bool,
    /// The font size, in points.
    pub(super) size: f32,
    /// From one baseline to the next, in points.
    pub(super) lead: f32,
    pub(super) color: Color,
}

impl Style {
    pub(super) fn face<'a>(&self, fonts: &'a Fonts) -> &'a Face {
        if self.bold { &fonts.bold } else { &fonts.regular }
    }

    pub(super) fn body() -> Self {
        Self { bold: false, size: 9.25, lead: 12.0, color: ink() }
    }

    pub(super) fn strong() -> Self {
        Self { bold: true, ..Self::body() }
    }

    pub(super) fn label() -> Self {
        Self { color: second(), ..Self::body() }
    }

    pub(super) fn small() -> Self {
        Self { bold: false, size: 8.25, lead: 11.0, color: second() }
    }

    pub(super) fn verdict() -> Self {
        Self { bold: true, size: 13.0, lead: 17.0, color: ink() }
    }

    pub(super) fn heading(level: u8) -> Self {
        let (size, lead) = match level {
            1 => (19.0, 24.0),
            2 => (11.0, 14.0),
            _ => (9.75, 12.5),
        };
        Self { bold: true, size, lead, color: ink() }
    }
}
