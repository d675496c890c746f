//! A piece of a page, as the composer writes it: the page puts it in as it is.

use crate::block::{Block, Line, Row};
use crate::write::{html, html_text};
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::shown::{MOST_ROWS, more, shown};
use drive_screening_core::base::words::{Language, Phrase};

/// A piece of a page that is being written.
pub struct Fragment {
    out: String,
    language: Language,
    /// How many more rows may be drawn: a browser stops at a page of a hundred thousand.
    room: usize,
}

/// Most rows of all lists of a page together.
const MOST_ON_A_PAGE: usize = 4 * MOST_ROWS;

impl Fragment {
    /// Begins a piece in a language.
    pub fn new(language: Language) -> Self {
        Self::of("ds-doc--reasons", language)
    }

    /// Begins a sheet of paper that stands beside a page.
    pub fn sheet(language: Language) -> Self {
        Self::of("ds-doc--panel", language)
    }

    fn of(class: &str, language: Language) -> Self {
        let out = format!("<div class=\"ds-doc {class}\" lang=\"{}\">\n", language.tag());
        Self { out, language, room: MOST_ON_A_PAGE }
    }

    /// The whole piece, as HTML.
    pub fn end(mut self) -> String {
        self.out.push_str("</div>\n");
        self.out
    }

    /// Adds a block.
    pub fn block(&mut self, block: &Block) {
        html::write_block(&mut self.out, block);
    }

    /// As many of these as there is room for, and how many that leaves out. Those that are drawn take the room.
    pub fn cut<'a, T>(&mut self, list: &'a [T], most: usize) -> (&'a [T], usize) {
        let (drawn, rest) = shown(list, most.min(self.room));
        self.room -= drawn.len();
        (drawn, rest)
    }

    /// Says how many are left out, if any are.
    pub fn and_more(&mut self, rest: usize) {
        if let Some(words) = more(rest) {
            let words = words.say(self.language).to_owned();
            self.paragraph(&words);
        }
    }

    /// Adds a heading of the second level.
    pub fn heading(&mut self, words: Phrase) {
        self.heading_of(words, &[]);
    }

    /// The language that is written.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A piece that opens when it is asked for, in the classes of the page.
    pub fn folded(&mut self, summary: &str, write: impl FnOnce(&mut Self)) {
        self.out.push_str("<details class=\"govuk-details\"><summary class=\"govuk-details__summary\">");
        html_text::line(
            &mut self.out,
            "<span class=\"govuk-details__summary-text\">",
            &Line::words(summary),
            "</span></summary>\n<div class=\"govuk-details__text\">\n",
        );
        write(self);
        self.out.push_str("</div></details>\n");
    }

    /// Writes in another language what `write` adds.
    pub fn in_language(&mut self, language: Language, write: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.language, language);
        self.out.push_str(&["<div lang=\"", language.tag(), "\">\n"].concat());
        write(self);
        self.out.push_str("</div>\n");
        self.language = before;
    }

    /// Adds a heading of the second level with `arguments` filled in.
    pub fn heading_of(&mut self, words: Phrase, arguments: &[String]) {
        let text = self.filled(words, arguments);
        self.block(&Block::Heading(2, Line::words(text)));
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.block(&Block::Paragraph(Line::words(text)));
    }

    /// Adds a paragraph with `arguments` filled in.
    pub fn say(&mut self, words: Phrase, arguments: &[String]) {
        let text = self.filled(words, arguments);
        self.paragraph(&text);
    }

    fn filled(&self, words: Phrase, arguments: &[String]) -> String {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        words.fill(&arguments).say(self.language).to_owned()
    }

    /// Adds rows that are closely set, each with HTML of the page below its value.
    pub fn summary(&mut self, rows: &[(&Line, &[Line], String)]) {
        self.out.push_str("<dl class=\"ds-doc__rows ds-doc__summary\">\n");
        for (label, value, below) in rows {
            html_text::line(&mut self.out, "<div><dt>", label, "</dt><dd>");
            value.iter().for_each(|line| html::paragraph(&mut self.out, line));
            self.out.extend([below.as_str(), "</dd></div>\n"]);
        }
        self.out.push_str("</dl>\n");
    }

    /// Adds rows, as many as there is room for, and says how many more there are.
    pub fn rows(&mut self, mut rows: Vec<Row>) {
        let rest = self.cut(&rows, MOST_ROWS).1;
        rows.truncate(rows.len() - rest);
        self.block(&Block::Rows(rows));
        self.and_more(rest);
    }

    /// Adds a list, likewise.
    pub fn list(&mut self, mut lines: Vec<Line>) {
        let rest = self.cut(&lines, MOST_ROWS).1;
        lines.truncate(lines.len() - rest);
        self.block(&Block::List(lines));
        self.and_more(rest);
    }

    /// Why there is nothing to show.
    pub fn problems(&mut self, problems: &[Problem]) {
        let row = |problem: &Problem| {
            let at = if problem.at.is_empty() { String::new() } else { format!("{}: ", problem.at) };
            Line::words(at)
                .then(problem.message.say(self.language))
                .then("; ")
                .then(problem.next_step.say(self.language))
        };
        self.list(problems.iter().map(row).collect());
    }
}
