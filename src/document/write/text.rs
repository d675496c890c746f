//! A document as plain text, to paste into a records system: no line is wrapped, lines end in LF.

use crate::block::{Action, BETWEEN, Block, Line, Row, Run, turns_direction};
use crate::composed::Document;
use crate::words;
use std::fmt::Write;

/// Writes the document.
pub(super) fn write(document: &Document) -> String {
    let mut out = String::new();
    for block in &document.blocks {
        write_block(&mut out, block);
    }
    let _ = writeln!(out, "{} {}\n{}", words::END.say(document.language), document.title, document.marking);
    out
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Marking(marking) => out.push_str(marking),
        Block::Heading(level, text) => {
            let text = plain(text);
            let underline = match level {
                1 => "=",
                2 => "-",
                _ => ".",
            };
            let width = text.chars().count().min(72);
            out.push_str(&text);
            out.push('\n');
            out.push_str(&underline.repeat(width));
        }
        Block::Paragraph(text) => out.push_str(&plain(text)),
        Block::Verdict(text) => {
            out.push_str("> ");
            out.push_str(&plain(text));
        }
        Block::Rows(rows) | Block::Summary(rows) | Block::Reasons(rows) => write_rows(out, rows),
        Block::List(items) => points(out, items.iter().map(plain)),
        Block::Tags(tags) => points(out, tags.iter().map(plain)),
        Block::Actions(actions) => {
            let point = |action: &Action| {
                let mark = if action.urgent { "! " } else { "" };
                format!("{mark}{} ({})", plain(&action.act), plain(&action.why))
            };
            points(out, actions.iter().map(point));
        }
        Block::Table(table) => {
            if let Some(caption) = &table.caption {
                let _ = writeln!(out, "{}", plain(caption));
            }
            out.push_str(&table.heads.iter().map(plain).collect::<Vec<_>>().join(" | "));
            for row in &table.rows {
                out.push('\n');
                // A line end in a cell would start another row.
                let cells: Vec<String> = row.iter().map(|cell| plain(cell).replace('\n', " / ")).collect();
                out.push_str(&cells.join(" | "));
            }
        }
        Block::Note(title, blocks) => {
            if let Some(title) = title {
                let _ = writeln!(out, "{}", plain(title));
            }
            for block in blocks {
                write_block(out, block);
            }
            return;
        }
        // Paper only, or drawn from the table after it.
        Block::Code(_) | Block::Timeline(_) | Block::NewPage => return,
    }
    out.push_str("\n\n");
}

fn write_rows(out: &mut String, rows: &[Row]) {
    let lines = rows.iter().map(|row| {
        let value: Vec<String> = row.value.iter().map(plain).collect();
        let value = value.join("\n");
        let label = plain(&row.label);
        // A value of several lines stands below its label, set in, so that its lines cannot pass for labels.
        if value.contains('\n') {
            format!("{label}:\n  {}", value.replace('\n', "\n  "))
        } else {
            format!("{label}: {value}")
        }
    });
    out.push_str(&lines.collect::<Vec<_>>().join("\n"));
}

fn points(out: &mut String, points: impl Iterator<Item = String>) {
    let points: Vec<String> = points.map(|point| format!("- {point}")).collect();
    out.push_str(&points.join("\n"));
}

/// The text of a line. Typed text that sets direction is closed off, so that it cannot turn the words after it.
fn plain(line: &Line) -> String {
    let mut out = String::new();
    runs(&mut out, &line.0);
    out
}

fn runs(out: &mut String, runs: &[Run]) {
    for run in runs {
        match run {
            Run::Words(words) => out.push_str(words),
            Run::Typed(typed) if typed.contains(turns_direction) => {
                out.push('\u{2068}');
                out.push_str(typed);
                out.push('\u{2069}');
            }
            Run::Typed(typed) => out.push_str(typed),
            Run::Other(_, other) => {
                out.push_str(if out.is_empty() { "" } else { BETWEEN });
                self::runs(out, other);
            }
        }
    }
}
