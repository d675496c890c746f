//! The strips of a document in the order they are read, and the structure beside them: lines and paragraphs, in one language
//! or in two.

use super::font::Fonts;
use super::line_breaking::SetLine;
use super::strips::{Column, Mark, Strip, pad, side_by_side};
use super::theme::{self, Style};
use super::tree::{Element, Tree};
use drive_screening_document::block::Line;
use krilla::tagging::{Tag, TagKind};

/// A note or table that is no higher stands on one page.
pub(super) const WHOLE: f32 = 100.0;

/// The strips of the blocks so far.
#[derive(Debug)]
pub(super) struct Flow<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) tree: Tree,
    pub(super) strips: Vec<Strip>,
    /// The headers of tables, to stand again on each page.
    pub(super) heads: Vec<Vec<Strip>>,
    /// The marking, which stands at the head of the first page and is read there.
    pub(super) marking: Option<Element>,
    pub(super) parent: Option<Element>,
    pub(super) x: f32,
    pub(super) width: f32,
    /// Free space that the last block wants below it.
    pub(super) after: f32,
    /// The next strip starts a page.
    pub(super) starts_page: bool,
}

impl<'a> Flow<'a> {
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        Self {
            fonts,
            tree: Tree::default(),
            strips: Vec::new(),
            heads: Vec::new(),
            marking: None,
            parent: None,
            x: theme::LEFT,
            width: theme::WIDTH,
            after: 0.0,
            starts_page: false,
        }
    }

    /// The line that ends a document. It never stands on a page alone.
    pub(super) fn end(&mut self, text: &Line) {
        let start = self.strips.len();
        if let Some(last) = self.strips.last_mut() {
            last.keep = true;
        }
        self.paragraph(text, Style::small(), 7.0, 0.0);
        pad(&mut self.strips[start..], 4.0, 0.0);
        if let Some(first) = self.strips.get_mut(start) {
            let (x, width) = (self.x, self.width);
            first.marks.push(Mark::Rule { x, width, y: 0.0, thickness: 0.6, color: theme::hair() });
        }
    }

    pub(super) fn element(&mut self, tag: impl Into<TagKind>) -> Element {
        self.tree.element(self.parent, tag)
    }

    /// Adds strips below the last, with free space above and below.
    pub(super) fn add(&mut self, mut strips: Vec<Strip>, before: f32, after: f32) {
        if let Some(first) = strips.first_mut() {
            first.space = before.max(self.after);
            first.starts_page |= std::mem::take(&mut self.starts_page);
            self.after = after;
        }
        self.strips.extend(strips);
    }

    pub(super) fn paragraph(&mut self, line: &Line, style: Style, before: f32, after: f32) {
        let columns = self.beside(self.x, self.width, style, self.parent, line);
        self.add(side_by_side(columns), before, after);
    }

    /// A line as a paragraph; in two languages, as one for each, side by side.
    pub(super) fn beside(
        &mut self,
        x: f32,
        width: f32,
        style: Style,
        under: Option<Element>,
        line: &Line,
    ) -> Vec<Column> {
        let (first, other) = line.both();
        let each = if other.is_some() { half(width) } else { width };
        let mut columns = vec![Column::new(x, style)];
        let element = self.tree.element(under, Tag::P);
        columns[0].paragraph(self.fonts, element, &first.text(), each.min(theme::MEASURE));
        if let Some((language, other)) = other {
            let element = self.tree.element(under, Tag::P.with_lang(Some(language.tag().to_owned())));
            let mut column = Column::new(x + each + theme::GAP, style);
            column.paragraph(self.fonts, element, &other.text(), each);
            columns.push(column);
        }
        columns
    }

    /// A line under an element; in two languages, one below the other.
    pub(super) fn one_below_the_other(
        &mut self,
        x: f32,
        width: f32,
        style: Style,
        under: Element,
        line: &Line,
    ) -> Column {
        let mut column = Column::new(x, style);
        let (first, other) = line.both();
        let Some((language, other)) = other else {
            column.paragraph(self.fonts, under, &first.text(), width);
            return column;
        };
        if !first.0.is_empty() {
            let element = self.tree.element(Some(under), Tag::Span);
            column.paragraph(self.fonts, element, &first.text(), width);
        }
        let element = self.tree.element(Some(under), Tag::Span.with_lang(Some(language.tag().to_owned())));
        column.paragraph(self.fonts, element, &other.text(), width);
        column
    }

    /// Paragraphs of body text in a column, under one element; each is an element of its own if they are several. In two
    /// languages they are two columns, in which the same stands at the same height.
    pub(super) fn paragraphs(&mut self, x: f32, width: f32, under: Element, lines: &[Line]) -> Vec<Column> {
        if lines.iter().any(|line| line.both().1.is_some()) {
            let mut columns = vec![Column::new(x, Style::body())];
            columns.push(Column::new(x + half(width) + theme::GAP, Style::body()));
            for line in lines {
                for (column, more) in
                    columns.iter_mut().zip(self.beside(x, width, Style::body(), Some(under), line))
                {
                    column.lines.extend(more.lines);
                }
                level(&mut columns, under);
            }
            return columns;
        }
        let mut column = Column::new(x, Style::body());
        for line in lines {
            let element = if lines.len() > 1 { self.tree.element(Some(under), Tag::P) } else { under };
            column.paragraph(self.fonts, element, &line.text(), width.min(theme::MEASURE));
        }
        vec![column]
    }
}

/// The width of each of two columns.
pub(super) fn half(width: f32) -> f32 {
    (width - theme::GAP) / 2.0
}

/// Makes columns equally long, so that the next lines start at one height.
fn level(columns: &mut [Column], under: Element) {
    let longest = columns.iter().map(|column| column.lines.len()).max().unwrap_or(0);
    for column in columns {
        column.lines.resize(longest, (under, SetLine::empty()));
    }
}
