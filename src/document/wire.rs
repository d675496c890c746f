//! Composed documents as one program gives them to the other, which so needs neither pack nor answers.

use super::block::{Action, AxisName, Block, Code, Lane, Line, Row, Run, Table, Timeline};
use super::run_job::{ExportFormat, ExportRequest};
use super::{Document, Essential};
use drive_screening_core::base::wire::{Decoder, Encoder, Wire, wire};

wire! {
    struct ExportRequest { format, documents }
    struct Document { part, language, other, marking, reference, made_on, title, blocks, essentials, data }
    struct Essential { label, text, account }
    struct Row { label, value }
    struct Action { urgent, act, why }
    struct Code { text, alt }
    struct Table { caption, heads, rows }
    struct Timeline { alt, months, day, names, lanes }
    struct AxisName { at, name }
    struct Lane { label, months }
}

wire! {
    enum ExportFormat { 0 Pdf, 1 Docx, else 2 PdfZip }
    enum Run { 0 Words(text), 1 Typed(text), else 2 Other(language, runs) }
    enum Block {
        0 Marking(text),
        1 Heading(level, line),
        2 Paragraph(line),
        3 Verdict(line),
        4 Rows(rows),
        5 Reasons(rows),
        6 List(lines),
        7 Tags(lines),
        8 Actions(actions),
        9 Table(table),
        10 Note(title, blocks),
        11 Code(code),
        12 NewPage,
        14 Timeline(timeline),
        else 13 Summary(rows)
    }
}

impl Wire for Line {
    fn encode(&self, out: &mut Encoder) {
        self.0.encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        Self(Wire::decode(from))
    }
}
