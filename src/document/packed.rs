//! Composed documents as one program gives them to the other, which so needs neither pack nor answers.

use super::block::{Action, Block, Code, Line, Row, Run, Table};
use super::run_job::ExportRequest;
use super::{Document, Essential, Format};
use crate::json;
use crate::packed::{In, Out, Packed, packed};
use serde_json::Value;

packed! {
    struct ExportRequest { format, in_zip, documents }
    struct Document { part, language, other, marking, reference, made_on, title, blocks, essentials, data }
    struct Essential { label, text, account }
    struct Row { label, value }
    struct Action { urgent, act, why }
    struct Code { text, alt }
    struct Table { caption, heads, rows }
}

packed! {
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
        else 12 NewPage
    }
}

impl Packed for Line {
    fn put(&self, out: &mut Out) {
        self.0.put(out);
    }

    fn take(from: &mut In<'_>) -> Self {
        Self(Packed::take(from))
    }
}

impl Packed for Format {
    fn put(&self, out: &mut Out) {
        self.name().to_owned().put(out);
    }

    fn take(from: &mut In<'_>) -> Self {
        Self::from_name(from.name()).unwrap_or(Self::Text)
    }
}

/// The data of a document, as the text that is written.
impl Packed for Value {
    fn put(&self, out: &mut Out) {
        self.to_string().put(out);
    }

    fn take(from: &mut In<'_>) -> Self {
        json::parse(from.name()).map_or(Self::Null, Into::into)
    }
}
