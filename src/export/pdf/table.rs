//! Tables: columns as wide as their contents, and a header that stands again on every page.

use super::flow::{Flow, WHOLE};
use super::strips::{Strip, keep_together, keep_with_next, pad, rule_off, side_by_side};
use super::theme::{self, Style};
use super::tree::Element;
use drive_screening_document::block::{Line, Table};
use krilla::tagging::{TableHeaderScope, Tag};

impl Flow<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let element = self.element(Tag::Table.with_summary(table.caption.as_ref().map(Line::text)));
        let widths = self.widths(table);
        let mut strips = self.caption(element, table);
        let head = self.header(element, table, &widths);
        let index = self.heads.len();
        strips.extend(head.iter().cloned());
        self.heads.push(head);
        let body = self.tree.element(Some(element), Tag::TBody);
        for row in &table.rows {
            let mut row = self.row(body, row, &widths);
            for strip in &mut row {
                strip.head = Some(index);
            }
            strips.extend(row);
        }
        if strips.iter().map(|strip| strip.height).sum::<f32>() <= WHOLE {
            keep_together(&mut strips);
        }
        self.add(strips, 2.0, 6.5);
    }

    fn caption(&mut self, under: Element, table: &Table) -> Vec<Strip> {
        let Some(caption) = &table.caption else {
            return Vec::new();
        };
        let element = self.tree.element(Some(under), Tag::Caption);
        let column = self.one_below_the_other(self.x, self.width, Style::label(), element, caption);
        let mut strips = side_by_side(vec![column]);
        keep_with_next(&mut strips);
        strips
    }

    fn header(&mut self, under: Element, table: &Table, widths: &[f32]) -> Vec<Strip> {
        let head = self.tree.element(Some(under), Tag::THead);
        let row = self.tree.element(Some(head), Tag::TR);
        let mut x = self.x;
        let mut columns = Vec::new();
        for (text, width) in table.heads.iter().zip(widths) {
            let cell = self.tree.element(Some(row), Tag::TH(TableHeaderScope::Column));
            columns.push(self.one_below_the_other(x, width - BETWEEN, Style::strong(), cell, text));
            x += width;
        }
        let mut strips = side_by_side(columns);
        pad(&mut strips, 1.5, 2.5);
        rule_off(&mut strips, self.x, self.width, 1.2, theme::strong());
        keep_with_next(&mut strips);
        strips
    }

    fn row(&mut self, under: Element, cells: &[Line], widths: &[f32]) -> Vec<Strip> {
        let row = self.tree.element(Some(under), Tag::TR);
        let mut x = self.x;
        let mut columns = Vec::new();
        for (index, (cell, width)) in cells.iter().zip(widths).enumerate() {
            let element = if index == 0 {
                self.tree.element(Some(row), Tag::TH(TableHeaderScope::Row))
            } else {
                self.tree.element(Some(row), Tag::TD)
            };
            columns.push(self.one_below_the_other(x, width - BETWEEN, Style::body(), element, cell));
            x += width;
        }
        let mut strips = side_by_side(columns);
        if strips.len() <= 6 {
            keep_together(&mut strips);
        }
        pad(&mut strips, 1.0, 1.5);
        rule_off(&mut strips, self.x, self.width, 0.6, theme::hair());
        strips
    }

    fn widths(&self, table: &Table) -> Vec<f32> {
        let wants: Vec<Want> = table
            .heads
            .iter()
            .enumerate()
            .map(|(index, head)| {
                let mut want = Want::default();
                want.see(self, Style::strong(), head);
                // A head may take two lines, so that what stands below others is not squeezed for it.
                if want.all > NARROW {
                    want.all = want.least.max(want.all / 2.0);
                }
                for row in &table.rows {
                    if let Some(cell) = row.get(index) {
                        want.see(self, Style::body(), cell);
                    }
                }
                want
            })
            .collect();
        share(&wants, self.width)
    }
}

/// Between columns.
const BETWEEN: f32 = 9.0;
/// The space beside a word: the gap, and a little that rounding may take.
const BESIDE: f32 = BETWEEN + 0.5;

/// A column that is no wider in all is not broken, where that leaves the others a share of the whole.
const NARROW: f32 = 80.0;
const LEFT_OVER: f32 = 0.2;

/// As long as a date in words, in bytes: 30 September 2026.
const SHORT: usize = 17;

/// The width that a column wants, in points.
#[derive(Clone, Copy, Debug, Default)]
struct Want {
    /// The widest word.
    least: f32,
    /// The widest line.
    all: f32,
}

impl Want {
    fn see(&mut self, flow: &Flow<'_>, style: Style, line: &Line) {
        let (first, other) = line.both();
        self.see_text(flow, style, &first.text());
        if let Some((_, other)) = other {
            self.see_text(flow, style, &other.text());
        }
    }

    fn see_text(&mut self, flow: &Flow<'_>, style: Style, text: &str) {
        let face = style.face(flow.fonts);
        for line in text.lines() {
            self.all = self.all.max(face.width(line) * style.size + BESIDE);
            // A date or a reference is read at once.
            let whole = line.len() <= SHORT && line.contains(|c: char| c.is_ascii_digit());
            let words: Vec<&str> = if whole { vec![line] } else { line.split_whitespace().collect() };
            for word in words {
                self.least = self.least.max(face.width(word) * style.size + BESIDE);
            }
        }
    }
}

/// Shares a width out: to each column its widest word, if that can be, and then more to whoever has more.
fn share(wants: &[Want], width: f32) -> Vec<f32> {
    let few = f32::from(u16::try_from(wants.len().max(1)).unwrap_or(u16::MAX));
    // Where not every word can be whole, one as long as the page does not squeeze the others.
    let words: f32 = wants.iter().map(|want| want.least).sum();
    let most = if words <= width { width } else { 0.9 * width / few };
    let least: Vec<f32> = wants.iter().map(|want| want.least.min(most).max(BETWEEN)).collect();
    let narrow =
        |(want, least): (&Want, &f32)| if want.all <= NARROW { want.all.max(*least) } else { *least };
    let whole: Vec<f32> = wants.iter().zip(&least).map(narrow).collect();
    let least = if whole.iter().sum::<f32>() <= width * (1.0 - LEFT_OVER) { whole } else { least };
    let all: Vec<f32> =
        wants.iter().zip(&least).map(|(want, least)| want.all.clamp(*least, least.max(width))).collect();
    let (least_sum, all_sum): (f32, f32) = (least.iter().sum(), all.iter().sum());
    if all_sum <= width {
        // The rest goes between the columns a little, and to the last.
        let between = ((width - all_sum) / few).min(2.0 * BETWEEN);
        let mut widths: Vec<f32> = all.iter().map(|all| all + between).collect();
        if let Some(last) = widths.last_mut() {
            *last += width - all_sum - between * few;
        }
        widths
    } else if least_sum >= width {
        least.iter().map(|least| least * width / least_sum).collect()
    } else {
        let part = (width - least_sum) / (all_sum - least_sum);
        least.iter().zip(&all).map(|(least, all)| least + (all - least) * part).collect()
    }
}
