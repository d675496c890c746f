//! A document as Markdown, to paste where headings, lists and tables are drawn: `CommonMark`, with the tables of GitHub.
//!
//! Every mark is the writer's own. What a pack says and what somebody typed is escaped, an address is set as code so that no
//! reader turns it into a link, and there is no HTML. The marking stands as it is given, so that it can be searched for.

use crate::block::{Action, BETWEEN, Block, Line, Row, Run, Table, turns_direction};
use crate::composed::Document;
use crate::words;
use std::fmt::Write;

/// Writes the document.
pub(super) fn write(document: &Document) -> String {
    let mut out = blocks(&document.blocks);
    let end = escaped(&[words::END.say(document.language), " ", &document.title].concat());
    let _ = writeln!(out, "---\n\n{end}\n\n**{}**", escaped(&document.marking));
    out
}

/// Blocks, each with an empty line after it.
fn blocks(blocks: &[Block]) -> String {
    let mut out = String::new();
    // Two lists with nothing between them would be one, unless their points are marked otherwise.
    let mut mark = None;
    for block in blocks {
        let text = match block {
            Block::Marking(marking) => format!("**{}**", escaped(marking)),
            Block::Heading(level, text) => {
                format!("{} {}", "#".repeat(usize::from((*level).clamp(1, 3))), one_line(text, " "))
            }
            Block::Paragraph(text) => inline(text),
            Block::Verdict(text) => quoted(&strong(text, "")),
            Block::Rows(rows) | Block::Summary(rows) | Block::Reasons(rows) => {
                points(&mut mark, rows.iter().map(row))
            }
            Block::List(items) | Block::Tags(items) => points(&mut mark, items.iter().map(inline)),
            Block::Actions(actions) => points(&mut mark, actions.iter().map(action)),
            Block::Table(table) => write_table(table),
            Block::Note(title, inner) => {
                let title = title.as_ref().map(|title| [&*strong(title, ""), "\n\n"].concat());
                quoted([title.unwrap_or_default(), self::blocks(inner)].concat().trim_end())
            }
            // Paper only, or drawn from the table after it.
            Block::Code(_) | Block::Timeline(_) | Block::NewPage => continue,
        };
        if !matches!(
            block,
            Block::Rows(_)
                | Block::Summary(_)
                | Block::Reasons(_)
                | Block::List(_)
                | Block::Tags(_)
                | Block::Actions(_)
        ) {
            mark = None;
        }
        if !text.is_empty() {
            out.push_str(&text);
            out.push_str("\n\n");
        }
    }
    out
}

/// A list, marked otherwise than one right before it.
fn points(mark: &mut Option<char>, points: impl Iterator<Item = String>) -> String {
    let own = if *mark == Some('-') { '*' } else { '-' };
    *mark = Some(own);
    // The further lines of a point are set in, or they would end the list.
    points.map(|point| format!("{own} {}", point.replace('\n', "\n  "))).collect::<Vec<_>>().join("\n")
}

fn row(row: &Row) -> String {
    let label = strong(&row.label, ":");
    let value: Vec<String> = row.value.iter().map(inline).filter(|line| !line.is_empty()).collect();
    match &value[..] {
        [] => label,
        [only] if !only.contains('\n') => [&*label, " ", only].concat(),
        // A value of several lines stands below its label.
        lines => [&*label, "\\\n", &lines.join("\\\n")].concat(),
    }
}

fn action(action: &Action) -> String {
    let mark = if action.urgent { "! " } else { "" };
    format!("**{mark}{}** ({})", one_line(&action.act, " "), inline(&action.why))
}

fn write_table(table: &Table) -> String {
    let mut out = String::new();
    if let Some(caption) = &table.caption {
        let _ = write!(out, "{}\n\n", strong(caption, ""));
    }
    // A line end or a bar in a cell would start another row or cell. A bar is written by its number: readers do not agree on
    // what a backslash before one means.
    let cell = |cell: &Line| one_line(cell, BETWEEN).replace("\\|", "&#124;");
    let row = |cells: &[Line]| format!("| {} |", cells.iter().map(cell).collect::<Vec<_>>().join(" | "));
    out.push_str(&row(&table.heads));
    out.push('\n');
    out.push_str(&["|", &" --- |".repeat(table.heads.len())].concat());
    for cells in &table.rows {
        out.push('\n');
        out.push_str(&row(cells));
    }
    out
}

/// Every line of a text behind the mark of a quotation.
fn quoted(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { ">".to_owned() } else { ["> ", line].concat() };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// A line that carries weight, and what ends it.
fn strong(line: &Line, end: &str) -> String {
    ["**", &one_line(line, " "), end, "**"].concat()
}

/// A line whose own line ends are something else.
fn one_line(line: &Line, between: &str) -> String {
    lines(line).replace('\n', between)
}

/// The text of a line, escaped. Its line ends are breaks that do not end the paragraph.
fn inline(line: &Line) -> String {
    lines(line).replace('\n', "\\\n")
}

/// The text of a line, escaped, with its own line ends. Beside a mark, space would make stars of the mark, and the backslash of
/// a break be one.
fn lines(line: &Line) -> String {
    let mut out = String::new();
    runs(&mut out, &line.0);
    out.trim().to_owned()
}

fn runs(out: &mut String, runs: &[Run]) {
    for run in runs {
        match run {
            Run::Words(words) => escape(out, words, false),
            Run::Typed(typed) => escape(out, typed, true),
            Run::Other(_, other) => {
                out.push_str(if out.is_empty() { "" } else { BETWEEN });
                self::runs(out, other);
            }
        }
    }
}

fn escaped(text: &str) -> String {
    inline(&Line::words(text))
}

/// The one way text becomes Markdown.
fn escape(out: &mut String, text: &str, typed: bool) {
    for (index, line) in text.split(['\n', '\u{2028}', '\u{2029}']).enumerate() {
        if index > 0 {
            out.push('\n');
        }
        // Only spaces begin a block of code.
        let line =
            if out.is_empty() || out.ends_with('\n') { line.trim_start_matches([' ', '\t']) } else { line };
        if typed && line.contains(|c| turns_direction(c) || is_right_to_left(c)) {
            isolated(out, line);
        } else {
            escape_line(out, line);
        }
    }
}

/// Typed text that sets direction, closed off, so that it cannot turn the words after it: whatever it opens is closed with it,
/// and what it closes without having opened it, which by itself shows nothing, is left out.
fn isolated(out: &mut String, line: &str) {
    let mut open = 0_usize;
    let mut kept = String::new();
    for c in line.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' if open == 0 => continue,
            '\u{2069}' => open -= 1,
            _ => {}
        }
        kept.push(c);
    }
    out.push('\u{2068}');
    escape_line(out, &kept);
    out.push_str(&"\u{2069}".repeat(open + 1));
}

/// Letters of the scripts that run from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' | '\u{200f}')
}

/// One line, escaped, with what could be an address set as code.
fn escape_line(out: &mut String, line: &str) {
    let mut rest = line;
    while !rest.is_empty() {
        let end = rest.find(|c| !may_be_in_address(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let address = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']);
        if address.len() > 1 && is_address(address) {
            let _ = write!(out, "`{address}`");
            escape_plain(out, &word[address.len()..]);
        } else {
            escape_plain(out, word);
        }
        let end = after.find(may_be_in_address).unwrap_or(after.len());
        let (between, after) = after.split_at(end);
        escape_plain(out, between);
        rest = after;
    }
}

fn may_be_in_address(c: char) -> bool {
    c.is_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c)
}

/// Whether a reader of Markdown might make a link of a word.
fn is_address(word: &str) -> bool {
    let word = word.to_lowercase();
    word.contains('@') || word.contains("://") || word.contains("www.")
}

fn escape_plain(out: &mut String, text: &str) {
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let begun = out.rsplit('\n').next().unwrap_or_default();
        // What begins a list, an underline of a heading or a definition does so only first in its line, a number before it or not.
        let first = begun.is_empty() && matches!(c, '-' | '+' | '=' | ':');
        let numbered =
            matches!(c, '.' | ')') && !begun.is_empty() && begun.chars().all(|digit| digit.is_ascii_digit());
        // An ampersand alone is one.
        let named = c == '&' && chars.peek().is_some_and(|next| next.is_alphanumeric() || *next == '#');
        match c {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '~' | '|' | '$' | '^'
            | '@' => {
                out.push('\\');
                out.push(c);
            }
            c if first || numbered || named => {
                out.push('\\');
                out.push(c);
            }
            '\t' => out.push(' '),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> String {
        inline(&Line::typed(text))
    }

    #[test]
    fn only_what_could_be_a_mark_is_escaped() {
        for plain in
            ["Rang at 10.30, twice", "Ŵyn's \"view\" (a)", "O'Example-Smith & son", "a: b = c + d", "12 - 14"]
        {
            assert_eq!(typed(plain), plain);
        }
        for (text, escaped) in [
            ("* a_b", "\\* a\\_b"),
            ("- a - b", "\\- a - b"),
            ("12. a 3. b", "12\\. a 3. b"),
            ("7) a", "7\\) a"),
            ("&amp; &#38; & a", "\\&amp; \\&\\#38; & a"),
            ("<b>", "\\<b\\>"),
            ("a | b", "a \\| b"),
        ] {
            assert_eq!(typed(text), escaped);
        }
    }

    #[test]
    fn line_ends_are_breaks_and_each_line_is_escaped_anew() {
        assert_eq!(typed("\na\n\n   # b\n"), "a\\\n\\\n\\# b");
        assert_eq!(one_line(&Line::typed("a\n- b"), " / "), "a / \\- b");
    }

    #[test]
    fn an_address_is_code_and_what_ends_its_sentence_is_not() {
        assert_eq!(typed("to a.b@c.example."), "to `a.b@c.example`.");
        assert_eq!(typed("see www.a.example/b_c, then"), "see `www.a.example/b_c`, then");
        assert_eq!(typed("meet @ five"), "meet \\@ five");
    }

    #[test]
    fn what_runs_from_right_to_left_is_closed_off() {
        assert_eq!(typed("שלום 12"), "\u{2068}שלום 12\u{2069}");
        // What it opens is closed with it, and what it did not open it does not close.
        assert_eq!(typed("\u{2069}a\u{2067}b"), "\u{2068}a\u{2067}b\u{2069}\u{2069}");
        assert_eq!(typed("\u{202e}a\nb"), "\u{2068}\u{202e}a\u{2069}\\\nb");
        // The program's own words are in the direction of the document.
        assert_eq!(inline(&Line::words("שלום")), "שלום");
    }

    #[test]
    fn two_lists_in_a_row_stay_two() {
        let list = |text: &str| Block::List(vec![Line::words(text)]);
        let both = blocks(&[list("a"), list("b"), list("c"), Block::Paragraph(Line::words("d")), list("e")]);
        assert_eq!(both, "- a\n\n* b\n\n- c\n\nd\n\n- e\n\n");
    }

    #[test]
    fn a_bar_in_a_cell_is_no_other_cell() {
        let heads = vec![Line::words("a"), Line::words("b")];
        let rows = vec![vec![Line::typed("c | d \\|"), Line::typed("e\nf")]];
        let table = write_table(&Table { caption: None, heads, rows });
        assert_eq!(table, "| a | b |\n| --- | --- |\n| c &#124; d \\\\&#124; | e / f |");
    }
}
