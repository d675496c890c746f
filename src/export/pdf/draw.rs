//! Pages drawn: content is tied to its element, everything else is tagged as decoration.

use super::font::Fonts;
use super::line_breaking::{SetLine, set_lines};
use super::pages::{PdfPage, Placed};
use super::strips::Mark;
use super::theme::{self, Style};
use super::tree::{Element, Tree};
use crate::words;
use drive_screening_document::Document;
use drive_screening_document::block::BETWEEN;
use krilla::color::rgb::Color;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, BBox, ContentTag, SpanTag, Tag};
use qrcodegen::{QrCode, QrCodeEcc};

/// Draws pages.
pub(super) struct Pen<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) tree: &'a mut Tree,
    pub(super) document: &'a Document,
    pub(super) marking: Option<Element>,
}

impl Pen<'_> {
    /// Draws the pages; `drawn` hears after each how many there are.
    pub(super) fn pages(&mut self, pdf: &mut krilla::Document, pages: &[PdfPage], drawn: impl Fn(usize)) {
        for (index, page) in pages.iter().enumerate() {
            let Some(settings) = PageSettings::from_wh(theme::PAGE.0, theme::PAGE.1) else {
                continue;
            };
            let mut sheet = pdf.start_page_with(settings);
            let mut surface = sheet.surface();
            self.head(&mut surface, index);
            grounds(&mut surface, page);
            lines(&mut surface, page);
            self.read(&mut surface, page, index);
            self.foot(&mut surface, index, pages.len());
            surface.finish();
            sheet.finish();
            drawn(index + 1);
        }
    }

    /// The marking stands on every page, and is read out once.
    fn head(&mut self, surface: &mut Surface<'_>, page: usize) {
        let bold = Style { bold: true, color: theme::ink(), ..Style::small() };
        let marking = self.line(bold, &self.document.marking, theme::WIDTH);
        let left = marking.width;
        let element = self.marking.filter(|_| page == 0);
        self.text(surface, element, Point::from_xy(theme::LEFT, theme::HEAD), bold, &marking);
        let mut case = self.line(Style::small(), &self.document.name(), f32::INFINITY);
        if left + theme::GAP + case.width > theme::WIDTH {
            case = self.line(Style::small(), &self.document.reference, f32::INFINITY);
        }
        let right = Point::from_xy(theme::LEFT + theme::WIDTH - case.width, theme::HEAD);
        self.text(surface, None, right, Style::small(), &case);
        decoration(surface, |surface| {
            fill(surface, theme::hair(), rect(theme::LEFT, theme::HEAD + 6.0, theme::WIDTH, 0.6));
        });
    }

    fn foot(&mut self, surface: &mut Surface<'_>, page: usize, pages: usize) {
        let said = |language| {
            let [word, of] = [words::PAGE, words::PAGE_OF].map(|words| words.say(language));
            format!("{word} {} {of} {pages}", page + 1)
        };
        let mut text = said(self.document.language);
        if let Some(other) = self.document.other {
            text.push_str(BETWEEN);
            text.push_str(&said(other));
        }
        let line = self.line(Style::small(), &text, f32::INFINITY);
        let at = Point::from_xy(theme::LEFT + theme::WIDTH - line.width, theme::FOOT);
        self.text(surface, None, at, Style::small(), &line);
    }

    /// The content, in reading order: columns one after the other, also for readers that do not follow the structure.
    fn read(&mut self, surface: &mut Surface<'_>, page: &PdfPage, index: usize) {
        let mut marks = Vec::new();
        for placed in page {
            for mark in &placed.strip.marks {
                if let Mark::Text { element, .. }
                | Mark::Picture { element, .. }
                | Mark::Code { element, .. } = mark
                {
                    marks.push((*element, placed, mark));
                }
            }
        }
        marks.sort_by_key(|(element, ..)| *element);
        for (_, placed, mark) in marks {
            self.mark(surface, placed, mark, index);
        }
    }

    fn mark(&mut self, surface: &mut Surface<'_>, placed: &Placed, mark: &Mark, page: usize) {
        let y = placed.y;
        match mark {
            Mark::Text { element, x, baseline, style, line } => {
                let element = (!placed.repeated).then_some(*element);
                self.text(surface, element, Point::from_xy(*x, y + baseline), *style, line);
            }
            Mark::Picture { element, x, width, height, alt, boxes } => {
                self.figure(surface, *element, alt, page, rect(*x, y, *width, *height), |surface| {
                    for ((left, top, width, height), color) in boxes {
                        fill(surface, *color, rect(*left, y + top, *width, *height));
                    }
                });
            }
            Mark::Code { element, x, side, text, alt } => {
                self.figure(surface, *element, alt, page, rect(*x, y, *side, *side), |surface| {
                    fill(surface, theme::ink(), code(text, *x, y, *side));
                });
            }
            Mark::Ground { .. } | Mark::Rule { .. } | Mark::Frame { .. } => {}
        }
    }

    /// Draws a figure, which is tagged with its place.
    fn figure(
        &mut self,
        surface: &mut Surface<'_>,
        element: Element,
        alt: &str,
        page: usize,
        place: Option<Rect>,
        draw: impl FnOnce(&mut Surface<'_>),
    ) {
        let bbox = place.map(|place| BBox::new(page, place));
        self.tree.retag(element, Tag::Figure(Some(alt.to_owned())).with_bbox(bbox));
        let identifier = surface.start_tagged(ContentTag::Other);
        draw(surface);
        surface.end_tagged();
        self.tree.drawn(element, identifier);
    }

    fn line(&self, style: Style, text: &str, width: f32) -> SetLine {
        set_lines(style.face(self.fonts), text, style.size, width).swap_remove(0)
    }

    /// Draws a line of text, as part of an element or as decoration.
    fn text(
        &mut self,
        surface: &mut Surface<'_>,
        element: Option<Element>,
        at: Point,
        style: Style,
        line: &SetLine,
    ) {
        let glyphs = line.glyphs();
        if glyphs.is_empty() {
            return;
        }
        let tag = match element {
            Some(_) => ContentTag::Span(SpanTag::empty()),
            None => ContentTag::Artifact(Artifact::with_kind(if at.y < theme::TOP {
                ArtifactType::Header
            } else if at.y > theme::BOTTOM {
                ArtifactType::Footer
            } else {
                ArtifactType::PaginationOther
            })),
        };
        let identifier = surface.start_tagged(tag);
        surface.set_fill(Some(paint(style.color)));
        let font = style.face(self.fonts).font.clone();
        surface.draw_glyphs(at, &glyphs, font, &line.text, style.size, false);
        surface.end_tagged();
        if let Some(element) = element {
            self.tree.drawn(element, identifier);
        }
    }
}

/// Grounds of neighbouring strips as one, so that no seam shows between them.
fn grounds(surface: &mut Surface<'_>, page: &PdfPage) {
    let mut joined: Vec<(f32, f32, f32, f32, Color)> = Vec::new();
    for placed in page {
        let (top, bottom) = (placed.y, placed.y + placed.strip.height);
        for mark in &placed.strip.marks {
            let Mark::Ground { x, width, color } = mark else {
                continue;
            };
            let above = joined.iter_mut().rev().find(|(left, wide, _, end, same)| {
                (left - x).abs() < 0.01
                    && (wide - width).abs() < 0.01
                    && (*end - top).abs() < 0.01
                    && same == color
            });
            match above {
                Some(above) => above.3 = bottom,
                None => joined.push((*x, *width, top, bottom, *color)),
            }
        }
    }
    // A wide ground is behind the bar at its side.
    joined.sort_by(|one, other| other.1.total_cmp(&one.1));
    for (x, width, top, bottom, color) in joined {
        decoration(surface, |surface| {
            fill(surface, color, rect(x, top, width, bottom - top));
        });
    }
}

/// Lines and boxes.
fn lines(surface: &mut Surface<'_>, page: &PdfPage) {
    for placed in page {
        let y = placed.y;
        for mark in &placed.strip.marks {
            match mark {
                Mark::Rule { x, width, y: at, thickness, color } => {
                    let bar = rect(*x, y + at - thickness / 2.0, *width, *thickness);
                    decoration(surface, |surface| fill(surface, *color, bar));
                }
                Mark::Frame { x, y: at, width, height } => {
                    let frame = rect(*x + 0.6, y + at + 0.6, width - 1.2, height - 1.2);
                    decoration(surface, |surface| outline(surface, frame));
                }
                Mark::Ground { .. } | Mark::Text { .. } | Mark::Picture { .. } | Mark::Code { .. } => {}
            }
        }
    }
}

fn decoration(surface: &mut Surface<'_>, draw: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    draw(surface);
    surface.end_tagged();
}

fn rect(x: f32, y: f32, width: f32, height: f32) -> Option<Rect> {
    Rect::from_xywh(x, y, width, height)
}

fn paint(color: Color) -> Fill {
    Fill { paint: color.into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn fill(surface: &mut Surface<'_>, color: Color, shape: impl IntoPath) {
    if let Some(path) = shape.into_path() {
        surface.set_fill(Some(paint(color)));
        surface.set_stroke(None);
        surface.draw_path(&path);
    }
}

fn outline(surface: &mut Surface<'_>, shape: impl IntoPath) {
    if let Some(path) = shape.into_path() {
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke { paint: theme::ink().into(), width: 1.2, ..Stroke::default() }));
        surface.draw_path(&path);
        surface.set_stroke(None);
    }
}

trait IntoPath {
    fn into_path(self) -> Option<Path>;
}

impl IntoPath for Option<Rect> {
    fn into_path(self) -> Option<Path> {
        let mut path = PathBuilder::new();
        path.push_rect(self?);
        path.finish()
    }
}

impl IntoPath for Option<Path> {
    fn into_path(self) -> Option<Path> {
        self
    }
}

/// The dark modules of a QR code in a square, neighbours in a row as one. The page around it is its quiet zone.
fn code(text: &str, x: f32, y: f32, side: f32) -> Option<Path> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let at = |index: i32| {
        side * f32::from(i16::try_from(index).unwrap_or(0)) / f32::from(i16::try_from(size).unwrap_or(1))
    };
    let mut path = PathBuilder::new();
    for row in 0..size {
        let mut column = 0;
        while column < size {
            let start = column;
            while column < size && code.get_module(column, row) {
                column += 1;
            }
            if column > start {
                let bar = Rect::from_ltrb(x + at(start), y + at(row), x + at(column), y + at(row + 1))?;
                path.push_rect(bar);
            }
            column += 1;
        }
    }
    path.finish()
}
