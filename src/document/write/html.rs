//! A document as HTML: a fragment for the page's preview, and the same fragment as one file with nothing external.

use super::html_text::{escape, line};
use super::timeline::write_timeline;
use crate::block::{Action, Block, Line, Row, Table};
use crate::composed::Document;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::Language;
use std::fmt::Write;

/// The document as an `article` with classes of the style sheet. Safe for `innerHTML`: every text is escaped, and there
/// is no script, no inline style and no address.
pub fn article(document: &Document) -> String {
    let mut out = format!(
        "<article class=\"ds-doc ds-doc--{}\" lang=\"{}\">\n",
        document.kind(),
        document.language.tag()
    );
    // For print alone: it stands at the head of every page, where it replaces the marking of the first.
    let running = format!("{} · {}", document.marking, document.name());
    line(&mut out, "<p class=\"ds-doc__running\" hidden>", &Line::words(running), "</p>\n");
    for block in &document.blocks {
        write_block(&mut out, block);
    }
    line(&mut out, "<p class=\"ds-doc__end\">", &Line::words(document.last_line()), "</p>\n");
    out.push_str("</article>\n");
    out
}

/// The document as one complete HTML file that loads nothing and may run nothing. A browser that translates it would
/// send it to a company elsewhere, so it asks that none does. `css` becomes its style sheet.
pub fn page(document: &Document, css: &str) -> String {
    let mut head = String::new();
    line(&mut head, "<title>", &Line::words(document.file_title()), "</title>\n");
    let css = css.replace("</", "<\\/");
    format!(
        "<!DOCTYPE html>\n<html class=\"ds-file notranslate\" lang=\"{}\" translate=\"no\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex, nofollow, noarchive\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no\">\n\
         {head}<style>\n{css}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
        document.language.tag(),
        article(document),
    )
}

/// Problems as items of a list: place, message and next step.
pub fn problems_html(problems: &[Problem], language: Language) -> String {
    let mut out = String::new();
    for problem in problems {
        line(&mut out, "<li><code>", &Line::words(problem.at.clone()), "</code> ");
        let words = [problem.message.say(language), "; ", problem.next_step.say(language)].concat();
        line(&mut out, "", &Line::words(words), "</li>\n");
    }
    out
}

/// One block, with everything in it escaped.
pub(super) fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Marking(marking) => {
            line(out, "<p class=\"ds-doc__marking\">", &Line::words(marking.clone()), "</p>\n");
        }
        Block::Heading(level, text) => {
            let level = (*level).clamp(1, 3);
            line(out, &format!("<h{level}>"), text, &format!("</h{level}>\n"));
        }
        Block::Paragraph(text) => paragraph(out, text),
        Block::Verdict(text) => line(out, "<p class=\"ds-doc__verdict\">", text, "</p>\n"),
        Block::Rows(rows) => write_rows(out, "ds-doc__rows", rows),
        Block::Summary(rows) => write_rows(out, "ds-doc__rows ds-doc__summary", rows),
        Block::Reasons(rows) => write_rows(out, "ds-doc__rows ds-doc__reasons", rows),
        Block::List(items) => {
            out.push_str("<ul>\n");
            for item in items {
                line(out, "<li>", item, "</li>\n");
            }
            out.push_str("</ul>\n");
        }
        Block::Tags(tags) => {
            out.push_str("<ul class=\"ds-doc__tags\">\n");
            for tag in tags {
                line(out, "<li>", tag, "</li>\n");
            }
            out.push_str("</ul>\n");
        }
        Block::Actions(actions) => write_actions(out, actions),
        Block::Table(table) => write_table(out, table),
        Block::Timeline(timeline) => write_timeline(out, timeline),
        Block::Note(title, blocks) => {
            out.push_str("<div class=\"ds-doc__note\">\n");
            if let Some(title) = title {
                line(out, "<p class=\"ds-doc__note-title\">", title, "</p>\n");
            }
            for block in blocks {
                write_block(out, block);
            }
            out.push_str("</div>\n");
        }
        // It would weigh more than it tells on a screen: the words beside it say the same.
        Block::Code(_) => {}
        Block::NewPage => out.push_str("<hr class=\"ds-doc__page\">\n"),
    }
}

fn write_rows(out: &mut String, class: &str, rows: &[Row]) {
    let _ = writeln!(out, "<dl class=\"{class}\">");
    let mut is_second = false;
    for (index, row) in rows.iter().enumerate() {
        // Only two that follow one another share a line on paper.
        let is_first = !is_second && is_short(row) && rows.get(index + 1).is_some_and(is_short);
        let open = if is_first || is_second { "<div class=\"ds-doc__short\"><dt>" } else { "<div><dt>" };
        is_second = is_first;
        line(out, open, &row.label, "</dt><dd>");
        match &row.value[..] {
            [only] => line(out, "", only, ""),
            paragraphs => paragraphs.iter().for_each(|text| paragraph(out, text)),
        }
        out.push_str("</dd></div>\n");
    }
    out.push_str("</dl>\n");
}

/// Whether a row takes half a line on paper, in the widest font that a browser may print it in.
fn is_short(row: &Row) -> bool {
    const LABEL: usize = 26;
    const VALUE: usize = 9;
    let fits = |line: &Line, most| {
        let text = line.text();
        line.both().1.is_none() && !text.contains('\n') && text.chars().count() <= most
    };
    matches!(&row.value[..], [value] if fits(value, VALUE)) && fits(&row.label, LABEL)
}

fn write_actions(out: &mut String, actions: &[Action]) {
    out.push_str("<ul class=\"ds-doc__actions\">\n");
    for action in actions {
        let open = if action.urgent { "<li class=\"ds-doc__urgent\"><strong>" } else { "<li><strong>" };
        line(out, open, &action.act, "</strong> ");
        line(out, "<span>", &action.why, "</span></li>\n");
    }
    out.push_str("</ul>\n");
}

fn write_table(out: &mut String, table: &Table) {
    // A short table is kept on one page; a long one would leave a gap before it.
    out.push_str(if table.rows.len() <= 12 { "<table class=\"ds-doc__whole\">\n" } else { "<table>\n" });
    if let Some(caption) = &table.caption {
        line(out, "<caption>", caption, "</caption>\n");
    }
    out.push_str("<thead>\n<tr>");
    for head in &table.heads {
        line(out, "<th scope=\"col\">", head, "</th>");
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (index, cell) in row.iter().enumerate() {
            let (open, close) = if index == 0 { ("<th scope=\"row\"", "</th>") } else { ("<td", "</td>") };
            out.push_str(open);
            // For where there is no room for columns. A cell that says its head needs none, nor does a name of a row that is
            // more than a number.
            let is_name = index == 0 && !cell.text().chars().all(|c| c.is_ascii_digit());
            let needs = |head: &&Line| !is_name && *head != cell && !cell.0.is_empty();
            if let Some(head) = table.heads.get(index).filter(needs) {
                out.push_str(" data-head=\"");
                escape(out, &head.text());
                out.push('"');
            }
            line(out, ">", cell, close);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

pub(super) fn paragraph(out: &mut String, text: &Line) {
    line(out, "<p>", text, "</p>\n");
}
