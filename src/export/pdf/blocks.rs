//! Each kind of block as strips.

use super::flow::{Flow, WHOLE, half};
use super::line_breaking::set_lines;
use super::strips::{
    Column, Mark, Strip, behind, keep_together, keep_with_next, pad, rule_off, side_by_side,
};
use super::theme::{self, Style};
use super::tree::Element;
use drive_screening_document::block::{Action, Block, Code, Line, Row};
use krilla::tagging::{ListNumbering, Tag};
use std::num::NonZeroU16;

/// How wide the labels of rows are, against the whole.
const LABELS: f32 = 0.295;
const SUMMARY: f32 = 0.21;
const REASONS: f32 = 0.31;
/// Free space above and below a row.
const ROWS: (f32, f32) = (1.25, 1.75);
/// Between a label and its value.
const LABEL_GAP: f32 = 9.0;
/// A list that is no higher stands on one page.
const SHORT: f32 = 80.0;
/// Rows of which neither label nor value takes more lines share the width of a page.
const FEW_LINES: usize = 2;

impl Flow<'_> {
    pub(super) fn block(&mut self, block: &Block) {
        match block {
            Block::Marking(_) => self.marking = Some(self.element(Tag::P)),
            Block::Heading(level, text) => self.heading((*level).clamp(1, 3), text),
            Block::Paragraph(text) => self.paragraph(text, Style::body(), 0.0, 4.0),
            Block::Verdict(text) => self.verdict(text),
            Block::Rows(rows) => self.rows(rows, Style::label(), LABELS),
            Block::Summary(rows) => self.rows(rows, Style::strong(), SUMMARY),
            Block::Reasons(rows) => self.rows(rows, Style::strong(), REASONS),
            Block::List(items) => self.list(items),
            Block::Tags(tags) => self.tags(tags),
            Block::Actions(actions) => self.actions(actions),
            Block::Table(table) => self.table(table),
            Block::Note(title, blocks) => self.note(title.as_ref(), blocks),
            Block::Timeline(timeline) => self.timeline(timeline),
            // Beside rows.
            Block::Code(_) => {}
            Block::NewPage => self.starts_page = true,
        }
    }

    fn heading(&mut self, level: u8, line: &Line) {
        let number = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
        let text = line.text();
        let element = self.element(Tag::Hn(number, Some(text.clone())));
        let style = Style::heading(level);
        let (first, other) = line.both();
        let (x, each) = (self.x, if other.is_some() { half(self.width) } else { self.width });
        let mut columns = vec![Column::new(x, style)];
        let span = if other.is_some() { self.tree.element(Some(element), Tag::Span) } else { element };
        columns[0].paragraph(self.fonts, span, &first.text(), each);
        if let Some((language, other)) = other {
            let span = self.tree.element(Some(element), Tag::Span.with_lang(Some(language.tag().to_owned())));
            let mut column = Column::new(x + each + theme::GAP, style);
            column.paragraph(self.fonts, span, &other.text(), each);
            columns.push(column);
        }
        let mut strips = side_by_side(columns);
        keep_with_next(&mut strips);
        if let Some(first) = strips.first_mut() {
            first.bookmark = Some((level, text));
        }
        let (before, after) = if level == 1 { (0.0, 4.0) } else { (7.0, 1.5) };
        self.add(strips, before, after);
    }

    fn verdict(&mut self, line: &Line) {
        let columns = self.beside(self.x + 16.0, self.width - 32.0, Style::verdict(), self.parent, line);
        let mut strips = side_by_side(columns);
        keep_together(&mut strips);
        pad(&mut strips, 8.0, 8.0);
        behind(&mut strips, &Mark::Ground { x: self.x, width: 5.0, color: theme::accent() });
        behind(&mut strips, &Mark::Ground { x: self.x, width: self.width, color: theme::soft() });
        self.add(strips, 10.0, 8.0);
    }

    fn rows(&mut self, rows: &[Row], label: Style, share: f32) {
        let list = self.element(Tag::L(ListNumbering::None));
        // Two languages want the room.
        let both = rows.iter().any(|row| row.value.iter().any(|line| line.both().1.is_some()));
        let aside = (self.width * if both { share.min(LABELS) } else { share }).floor();
        let (x, width) = (self.x, self.width);
        let mut all = Vec::new();
        let mut rest = rows;
        while let Some((row, others)) = rest.split_first() {
            let index = rows.len() - rest.len();
            rest = others;
            // Two that are short stand side by side.
            let room = (half(width), aside);
            let next = rest.split_first().filter(|(next, _)| {
                share == LABELS && self.is_short(row, label, room) && self.is_short(next, label, room)
            });
            let columns = match next {
                None => self.labelled(list, row, label, (x, aside, width)),
                Some((next, others)) => {
                    rest = others;
                    let mut columns = self.labelled(list, row, label, (x, aside, half(width)));
                    let right = half(width) + theme::GAP;
                    columns.extend(self.labelled(list, next, label, (x + right, aside, width - right)));
                    columns
                }
            };
            let mut strips = side_by_side(columns);
            pad(&mut strips, ROWS.0, ROWS.1);
            rule_off(&mut strips, x, width, 0.6, theme::hair());
            if index == 0
                && let Some(first) = strips.first_mut()
            {
                first.marks.push(Mark::Rule { x, width, y: 0.0, thickness: 0.6, color: theme::hair() });
            }
            all.extend(strips);
        }
        // A short list is seen at once.
        if all.iter().map(|strip| strip.height).sum::<f32>() <= SHORT {
            keep_together(&mut all);
        }
        self.add(all, 2.0, 6.0);
    }

    /// A row as columns: the place and the width of it all, and how much of that is the label's.
    fn labelled(
        &mut self,
        list: Element,
        row: &Row,
        label: Style,
        (x, aside, width): (f32, f32, f32),
    ) -> Vec<Column> {
        let item = self.tree.element(Some(list), Tag::LI);
        let name = self.tree.element(Some(item), Tag::Lbl);
        let mut columns = vec![self.one_below_the_other(x, aside - LABEL_GAP, label, name, &row.label)];
        let body = self.tree.element(Some(item), Tag::LBody);
        columns.extend(self.paragraphs(x + aside, width - aside, body, &row.value));
        columns
    }

    /// Whether a row takes few lines in so much room.
    fn is_short(&self, row: &Row, label: Style, (width, aside): (f32, f32)) -> bool {
        let is_few = |line: &Line, style: Style, room: f32| {
            let text = line.text();
            let lines = || set_lines(style.face(self.fonts), &text, style.size, room);
            line.both().1.is_none() && !text.contains('\n') && lines().len() <= FEW_LINES
        };
        matches!(&row.value[..], [value] if is_few(value, Style::body(), width - aside))
            && is_few(&row.label, label, aside - LABEL_GAP)
    }

    fn list(&mut self, items: &[Line]) {
        let list = self.element(Tag::L(ListNumbering::Disc));
        for (index, item) in items.iter().enumerate() {
            let element = self.tree.element(Some(list), Tag::LI);
            let label = self.tree.element(Some(element), Tag::Lbl);
            let mut bullet = Column::new(self.x + 4.0, Style::body());
            bullet.paragraph(self.fonts, label, "\u{2022}", 12.0);
            let body = self.tree.element(Some(element), Tag::LBody);
            let mut columns = vec![bullet];
            columns.extend(self.paragraphs(
                self.x + 16.0,
                self.width - 16.0,
                body,
                std::slice::from_ref(item),
            ));
            let after = if index + 1 == items.len() { 8.0 } else { 2.0 };
            self.add(side_by_side(columns), 0.0, after);
        }
    }

    /// Labels in boxes, as many in a line as fit.
    fn tags(&mut self, tags: &[Line]) {
        const INSIDE: f32 = 7.0;
        let style = Style::strong();
        let list = self.element(Tag::L(ListNumbering::None));
        let mut line: Vec<Strip> = Vec::new();
        let mut x = self.x;
        for tag in tags {
            let item = self.tree.element(Some(list), Tag::LI);
            let body = self.tree.element(Some(item), Tag::LBody);
            let mut column = self.one_below_the_other(0.0, self.width - 2.0 * INSIDE, style, body, tag);
            let width = column.lines.iter().map(|(_, line)| line.width).fold(0.0, f32::max) + 2.0 * INSIDE;
            // Boxes in a line are of one height.
            let fits = x + width <= self.x + self.width && column.lines.len() == line.len();
            if !fits && !line.is_empty() {
                keep_together(&mut line);
                self.add(std::mem::take(&mut line), 0.0, 5.0);
                x = self.x;
            }
            column.x = x + INSIDE;
            let mut strips = side_by_side(vec![column]);
            pad(&mut strips, 3.0, 3.5);
            let height = strips.iter().map(|strip| strip.height).sum();
            if let Some(first) = strips.first_mut() {
                first.marks.push(Mark::Frame { x, y: 0.0, width, height });
            }
            if line.is_empty() {
                line = strips;
            } else {
                for (strip, more) in line.iter_mut().zip(strips) {
                    strip.marks.extend(more.marks);
                }
            }
            x += width + 6.0;
        }
        keep_together(&mut line);
        self.add(line, 0.0, 8.0);
    }

    fn actions(&mut self, actions: &[Action]) {
        let list = self.element(Tag::L(ListNumbering::None));
        let (x, width) = (self.x, self.width);
        for (index, action) in actions.iter().enumerate() {
            let item = self.tree.element(Some(list), Tag::LI);
            let body = self.tree.element(Some(item), Tag::LBody);
            let mut strips = Vec::new();
            for (line, style) in [(&action.act, Style::strong()), (&action.why, Style::body())] {
                strips.extend(side_by_side(self.beside(x + 16.0, width - 32.0, style, Some(body), line)));
            }
            keep_together(&mut strips);
            pad(&mut strips, 5.0, 5.5);
            let (bar, ground) = theme::act(action.urgent);
            // In grey a bar still tells by its width.
            let bar_width = if action.urgent { 7.0 } else { 4.0 };
            behind(&mut strips, &Mark::Ground { x, width: bar_width, color: bar });
            behind(&mut strips, &Mark::Ground { x, width, color: ground });
            let (before, after) =
                (if index == 0 { 4.0 } else { 0.0 }, if index + 1 == actions.len() { 10.0 } else { 1.5 });
            self.add(strips, before, after);
        }
    }

    fn note(&mut self, title: Option<&Line>, blocks: &[Block]) {
        let outer = (self.x, self.width, self.parent, self.after);
        let start = self.strips.len();
        let div = self.element(Tag::Div);
        (self.x, self.width, self.parent, self.after) = (self.x + 14.0, self.width - 14.0, Some(div), 0.0);
        if let Some(title) = title {
            self.paragraph(title, Style::heading(3), 0.0, 2.0);
        }
        for block in blocks {
            self.block(block);
        }
        (self.x, self.width, self.parent) = (outer.0, outer.1, outer.2);
        let mut strips = self.strips.split_off(start);
        // The bar beside it has no gaps: free space belongs to the strips.
        for index in 0..strips.len() {
            let space = std::mem::take(&mut strips[index].space);
            pad(&mut strips[index..=index], if index == 0 { 2.0 } else { space }, 0.0);
        }
        pad(&mut strips, 0.0, 2.0);
        behind(&mut strips, &Mark::Ground { x: self.x, width: 3.0, color: theme::strong() });
        if strips.iter().map(|strip| strip.height).sum::<f32>() <= WHOLE {
            keep_together(&mut strips);
        }
        self.after = outer.3;
        self.add(strips, 6.0, 10.0);
    }

    /// Rows with a code beside them, which says nothing alone. No page has only them: they stand with the end of what is before
    /// their heading.
    pub(super) fn rows_beside(&mut self, rows: &[Row], code: &Code) {
        const SIDE: f32 = 68.0;
        if let Some(heading) = self.strips.iter().rposition(|strip| strip.bookmark.is_some())
            && let Some(before) = heading.checked_sub(1)
        {
            self.strips[before].keep = true;
        }
        let (start, width) = (self.strips.len(), self.width);
        self.width -= SIDE + theme::GAP;
        self.rows(rows, Style::label(), LABELS);
        self.width = width;
        let element = self.element(Tag::Figure(Some(code.alt.clone())));
        let x = self.x + width - SIDE;
        let mark = Mark::Code { element, x, side: SIDE, text: code.text.clone(), alt: code.alt.clone() };
        let strips = &mut self.strips[start..];
        let height: f32 = strips.iter().map(|strip| strip.height).sum();
        pad(strips, 0.0, (SIDE - height).max(0.0));
        keep_together(strips);
        if let Some(first) = strips.first_mut() {
            first.marks.push(mark);
        }
    }
}
