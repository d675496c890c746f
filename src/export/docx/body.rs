//! The blocks of a document as the body of a Word file: built-in headings, real lists and tables with header rows.

use super::runs::line;
use super::timeline;
use super::xml::{escaped, run};
use crate::words;
use drive_screening_core::base::words::Phrase;
use drive_screening_core::pack::Part;
use drive_screening_document::Document;
use drive_screening_document::block::{Action, Block, Line, Row, Table};
use drive_screening_document::compose::bilingual;
use std::fmt::Write;

/// The width of the text area, in twentieths of a point.
const WIDTH: usize = 9638;
/// A longer label stands on a line of its own.
const LABEL: usize = 34;
/// On the page of the next paragraph.
const KEEP: &str = "<w:keepNext/>";
/// Free space between blocks with borders of their own, and below a table.
const GAP: &str = "<w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>";
const KEPT_GAP: &str =
    "<w:p><w:pPr><w:keepNext/><w:spacing w:after=\"0\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>";
const BELOW: &str = "<w:p/>";
const KEPT_BELOW: &str = "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>";
/// Beside a note.
const INSET: &str =
    "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"10\" w:color=\"6B7782\"/></w:pBdr>";

/// The body of `document.xml`, without its last section's properties.
pub(super) fn body(document: &Document) -> String {
    let mut body = Body { out: String::new(), inset: false, starts_page: false, keep: false };
    let record = document.blocks.iter().rposition(|block| matches!(block, Block::Heading(..)));
    for (index, block) in document.blocks.iter().enumerate() {
        let start = body.out.len();
        body.keep = record.is_some_and(|record| index > record);
        body.block(block);
        if record == Some(index + 1) {
            body.keep_end(start, matches!(block, Block::Table(_)));
        }
    }
    body.keep = false;
    if document.part == Some(Part::Panel) {
        body.notes(document);
    }
    body.paragraph("Small", "", &Line::words(document.last_line()));
    body.out
}

struct Body {
    out: String,
    /// The blocks of a note stand beside a bar.
    inset: bool,
    /// The next paragraph starts a page.
    starts_page: bool,
    /// Paragraphs stand on the page of the next.
    keep: bool,
}

impl Body {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Marking(text) => self.paragraph("Marking", "", &Line::words(text.clone())),
            Block::Heading(level, text) => {
                self.paragraph(&format!("Heading{}", (*level).clamp(1, 3)), "", text);
            }
            Block::Paragraph(text) => self.paragraph("Normal", "", text),
            Block::Verdict(text) => self.paragraph("Verdict", "", text),
            Block::Rows(rows) => self.rows(rows, "<w:rStyle w:val=\"Label\"/>"),
            Block::Summary(rows) => self.rows(rows, "<w:b/><w:bCs/>"),
            Block::Reasons(rows) => self.reasons(rows),
            Block::List(items) => {
                for item in items {
                    self.paragraph("ListBullet", "", item);
                }
            }
            Block::Tags(tags) => {
                for tag in tags {
                    self.paragraph("Marker", "", tag);
                }
            }
            Block::Actions(actions) => {
                for action in actions {
                    self.action(action);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Note(title, blocks) => {
                let outer = std::mem::replace(&mut self.inset, true);
                if let Some(title) = title {
                    self.paragraph("Normal", "<w:b/><w:bCs/>", title);
                }
                for block in blocks {
                    self.block(block);
                }
                self.inset = outer;
                self.gap();
            }
            Block::Timeline(drawn) => {
                self.open("Normal");
                timeline::write(&mut self.out, drawn);
                self.out.push_str("</w:p>");
            }
            // The words beside it say the same.
            Block::Code(_) => {}
            Block::NewPage => self.starts_page = true,
        }
    }

    fn paragraph(&mut self, style: &str, letters: &str, text: &Line) {
        self.open(style);
        line(&mut self.out, letters, text);
        self.out.push_str("</w:p>");
    }

    /// Has the end of what was written from somewhere on, its last row or paragraph, stand on the page of what comes next: no page
    /// has only how a document was made.
    fn keep_end(&mut self, start: usize, is_table: bool) {
        let last = if is_table { "<w:tr>" } else { "<w:pStyle " };
        let Some(at) = self.out[start..].rfind(last) else { return };
        let end = self.out.split_off(start + at);
        let mut rest = end.as_str();
        while let Some((before, after)) = rest.split_once("<w:pStyle ") {
            let Some((style, after)) = after.split_once("/>") else { break };
            self.out.extend([before, "<w:pStyle ", style, "/>", KEEP]);
            rest = after;
        }
        self.out.push_str(&rest.replace(GAP, KEPT_GAP).replace(BELOW, KEPT_BELOW));
    }

    /// Opens a paragraph.
    fn open(&mut self, style: &str) {
        let keep = if self.keep { KEEP } else { "" };
        let starts_page = if std::mem::take(&mut self.starts_page) { "<w:pageBreakBefore/>" } else { "" };
        let (border, indent) = if self.inset && style != "Row" {
            (INSET, "<w:ind w:left=\"284\"/>")
        } else if self.inset {
            (INSET, "<w:ind w:left=\"3686\" w:hanging=\"3402\"/>")
        } else {
            ("", "")
        };
        let tabs = if self.inset && style == "Row" {
            "<w:tabs><w:tab w:val=\"clear\" w:pos=\"3402\"/><w:tab w:val=\"left\" w:pos=\"3686\"/></w:tabs>"
        } else {
            ""
        };
        let _ = write!(
            self.out,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{keep}{starts_page}{border}{tabs}{indent}</w:pPr>"
        );
    }

    /// A label, and its value beside it or, where the label is long, below it.
    fn rows(&mut self, rows: &[Row], label_letters: &str) {
        for row in rows {
            let label = row.label.text();
            self.open("Row");
            line(&mut self.out, label_letters, &row.label);
            let below = label.chars().count() > LABEL;
            self.out.push_str(if below { "<w:r><w:br/></w:r>" } else { "<w:r><w:tab/></w:r>" });
            for (index, value) in row.value.iter().enumerate() {
                if index > 0 {
                    self.out.push_str("<w:r><w:br/></w:r>");
                }
                line(&mut self.out, "", value);
            }
            self.out.push_str("</w:p>");
        }
        self.gap();
    }

    /// Free space between blocks with borders of their own.
    fn gap(&mut self) {
        if !self.inset {
            self.out.push_str(if self.keep { KEPT_GAP } else { GAP });
        }
    }

    fn reasons(&mut self, rows: &[Row]) {
        for row in rows {
            self.paragraph("Reason", "", &row.label);
            for value in &row.value {
                self.paragraph("Evidence", "", value);
            }
        }
    }

    fn action(&mut self, action: &Action) {
        self.open(if action.urgent { "UrgentAction" } else { "Action" });
        line(&mut self.out, "<w:b/><w:bCs/>", &action.act);
        self.out.push_str("<w:r><w:br/></w:r>");
        line(&mut self.out, "", &action.why);
        self.out.push_str("</w:p>");
    }

    fn table(&mut self, table: &Table) {
        if let Some(caption) = &table.caption {
            self.paragraph("Caption", "", caption);
        }
        let widths = widths(table);
        self.out.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"Listing\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/>");
        self.out.push_str("<w:tblLook w:val=\"00A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>");
        if let Some(caption) = &table.caption {
            let _ = write!(self.out, "<w:tblCaption w:val=\"{}\"/>", escaped(&caption.text()));
        }
        self.out.push_str("</w:tblPr><w:tblGrid>");
        for width in &widths {
            let _ = write!(self.out, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.out.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        // Heads that stood alone at the end of a page made LibreOffice lose the first rows.
        let outer = std::mem::replace(&mut self.keep, true);
        for (head, width) in table.heads.iter().zip(&widths) {
            self.cell(*width, head);
        }
        self.keep = outer;
        self.out.push_str("</w:tr>");
        for row in &table.rows {
            // A long row may run over the page's end.
            let short = row.iter().all(|cell| cell.text().len() <= 300);
            self.out.push_str(if short { "<w:tr><w:trPr><w:cantSplit/></w:trPr>" } else { "<w:tr>" });
            for (cell, width) in row.iter().zip(&widths) {
                self.cell(*width, cell);
            }
            self.out.push_str("</w:tr>");
        }
        self.out.push_str("</w:tbl>");
        self.out.push_str(BELOW);
    }

    fn cell(&mut self, width: usize, text: &Line) {
        let _ = write!(self.out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
        self.paragraph("Cell", "", text);
        self.out.push_str("</w:tc>");
    }

    /// Fields for whoever runs the panel: empty, and never filled by the program.
    fn notes(&mut self, document: &Document) {
        let language = document.language;
        let said = |words: Phrase| {
            let line = |language| vec![Block::Paragraph(Line::words(words.say(language)))];
            let lines = document.other.map(|other| bilingual::both(other, line(language), line(other)));
            match lines.unwrap_or_else(|| line(language)).pop() {
                Some(Block::Paragraph(line)) => line,
                _ => Line::default(),
            }
        };
        self.paragraph("Heading2", "", &said(words::NOTES));
        self.paragraph("Normal", "", &said(words::NOTES_HINT));
        for (index, (tag, words)) in words::NOTE_FIELDS.iter().enumerate() {
            let label = escaped(words.say(language));
            self.paragraph("Reason", "", &said(*words));
            let _ = write!(
                self.out,
                "<w:sdt><w:sdtPr><w:alias w:val=\"{label}\"/><w:tag w:val=\"{tag}\"/><w:id w:val=\"{}\"/>\
                 <w:showingPlcHdr/><w:text w:multiLine=\"1\"/></w:sdtPr><w:sdtContent>\
                 <w:p><w:pPr><w:pStyle w:val=\"Evidence\"/></w:pPr>",
                1001 + index
            );
            run(&mut self.out, "<w:rStyle w:val=\"PlaceholderText\"/>", words::WRITE_HERE.say(language));
            self.out.push_str("</w:p></w:sdtContent></w:sdt>");
        }
    }
}

/// Columns that hold their longest word and share the rest by their longest text, up to a length: so a long one
/// takes more and leaves some.
fn widths(table: &Table) -> Vec<usize> {
    /// About the width of a letter, and of the space beside a word.
    const LETTER: usize = 135;
    const BESIDE: usize = 220;
    /// Where not every word can be whole, a longer one is broken rather than squeeze the other columns.
    const LONG: usize = 11;
    let columns = table.heads.len();
    let mut words = vec![0; columns];
    let mut weights = vec![1; columns];
    let rows = table.rows.iter().map(|row| row.iter().map(Line::text).collect::<Vec<String>>());
    for row in rows.chain([table.heads.iter().map(Line::text).collect()]) {
        for (index, text) in row.iter().enumerate().take(columns) {
            let word = text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
            words[index] = words[index].max(word);
            weights[index] = weights[index].max(text.chars().count().min(200));
        }
    }
    let least = |most: usize| -> Vec<usize> {
        words.iter().map(|word| (*word).min(most) * LETTER + BESIDE).collect()
    };
    let whole = least(usize::MAX / LETTER / 2);
    let least = if whole.iter().sum::<usize>() <= WIDTH { whole } else { least(LONG) };
    let (taken, all) = (least.iter().sum::<usize>(), weights.iter().sum::<usize>().max(1));
    if taken >= WIDTH {
        return least.iter().map(|least| least * WIDTH / taken).collect();
    }
    least.iter().zip(&weights).map(|(least, weight)| least + weight * (WIDTH - taken) / all).collect()
}
