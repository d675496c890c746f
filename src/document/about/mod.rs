//! What stands behind the criteria themselves, as HTML for the page "About these criteria": what they are and where
//! they come from, what their check finds, how their worked cases come out, and how another pack differs; and the statements
//! of the page itself.
//!
//! Everything here is safe for `innerHTML`, with headings from the second level. It is long, and made only when somebody
//! asks: in the composer, so that the page does not carry it.

mod cases;
mod compare;
mod draft;
mod figures;
mod report;
mod sheet;
mod statements;
mod words;

pub use cases::cases_html;
pub use compare::compare_html;
pub use draft::draft_json;
pub use report::report_html;
pub use statements::{accessibility_html, privacy_html};

use super::block::{Block, Line, Row};
use super::html;
use crate::json;
use crate::pack::{Criterion, Pack, SourceId, builtin};
use crate::problem::Problem;
use crate::proof::{self, Change};
use crate::shown::{MOST_ROWS, more, shown};
use crate::site::Site;
use crate::words::{Language, Words};

/// The criteria of this copy.
#[derive(Clone, Debug)]
pub struct Criteria {
    /// What the site says besides.
    pub site: Site,
    /// The pack, with what the site changed.
    pub pack: Pack,
    /// The pack as its file has it, before that.
    pub source: String,
}

/// What the criteria are: identity, what they extend and change, every criterion and every setting.
pub fn about_html(criteria: &Criteria, language: Language) -> String {
    let Criteria { pack, source, .. } = criteria;
    let mut page = Fragment::new(language);
    page.paragraph(pack.about.say(language));
    page.heading(words::IDENTITY);
    let plain = |words: Words, value: &str| Row::new(words.say(language), Line::words(value));
    page.rows(vec![
        plain(words::NAME, pack.title.say(language)),
        plain(words::ID, pack.id.as_str()),
        plain(words::VERSION, &pack.version),
        plain(words::DIGEST, pack.digest()),
    ]);
    let mut below = source.clone();
    while let Some(base) = base_of(&below) {
        page.heading_of(words::EXTENDS, &[base_title(base, language)]);
        page.changes(&proof::changes(base, &below).unwrap_or_default());
        base.clone_into(&mut below);
    }
    let own = proof::changes(source, &pack.to_json()).unwrap_or_default();
    if !own.is_empty() {
        page.heading(words::SITE_CHANGED);
        page.changes(&own);
    }
    page.heading(words::CRITERIA);
    page.rows(pack.criteria.iter().map(|one| criterion(pack, one, language)).collect());
    page.heading(words::SETTINGS);
    page.rows(pack.settings.iter().map(|one| figures::setting(pack, one, language)).collect());
    page.end()
}

/// What a pack extends, if it says so.
fn base_of(source: &str) -> Option<&'static str> {
    builtin::source(json::parse(source).ok()?.get("extends")?.as_str()?)
}

fn base_title(source: &str, language: Language) -> String {
    Pack::load(source).map_or_else(|_| String::new(), |pack| pack.title.say(language).to_owned())
}

fn criterion(pack: &Pack, criterion: &Criterion, language: Language) -> Row {
    let mut value: Vec<Line> =
        criterion.says.iter().skip(1).map(|says| Line::words(says.say(language))).collect();
    for index in &criterion.settings {
        let setting = &pack.settings[*index];
        let figure = pack.say_setting(&setting.value, language);
        value.push(Line::words(format!("{}: {figure}", setting.label.say(language))));
    }
    if !criterion.used {
        value.push(Line::words(words::NOT_USED.say(language)));
    }
    value.push(sourced(pack, &criterion.source, language));
    Row { label: Line::words(criterion.label.say(language)), value }
}

/// Where something comes from, and when somebody last looked.
fn sourced(pack: &Pack, id: &SourceId, language: Language) -> Line {
    let Some(source) = pack.source(id) else { return Line::default() };
    let checked = source.checked.in_words(language);
    Line::words(words::SOURCED.fill(&[source.title.say(language), &checked]).say(language))
}

/// A piece of a page that is being written.
pub(super) struct Fragment {
    out: String,
    language: Language,
    /// How many more rows may be drawn: a browser stops at a page of a hundred thousand.
    room: usize,
}

/// Most rows of all lists of a page together.
const MOST_ON_A_PAGE: usize = 4 * MOST_ROWS;

impl Fragment {
    pub(super) fn new(language: Language) -> Self {
        let out = format!("<div class=\"ds-doc ds-doc--reasons\" lang=\"{}\">\n", language.tag());
        Self { out, language, room: MOST_ON_A_PAGE }
    }

    pub(super) fn end(mut self) -> String {
        self.out.push_str("</div>\n");
        self.out
    }

    pub(super) fn block(&mut self, block: &Block) {
        html::write_block(&mut self.out, block);
    }

    /// As many of these as there is room for, and how many of all that leaves out. What is drawn of them takes the room.
    pub(super) fn cut<'a, T>(&mut self, list: &'a [T], most: usize) -> (&'a [T], usize) {
        let (drawn, rest) = shown(list, most.min(self.room));
        self.room -= drawn.len();
        (drawn, rest)
    }

    /// Says how many are left out, if any are.
    pub(super) fn and_more(&mut self, rest: usize) {
        if let Some(words) = more(rest) {
            let words = words.say(self.language).to_owned();
            self.paragraph(&words);
        }
    }

    pub(super) fn heading(&mut self, words: Words) {
        self.heading_of(words, &[]);
    }

    /// The language that is written.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// Writes in another language what `write` adds.
    pub(super) fn in_language(&mut self, language: Language, write: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.language, language);
        self.out.push_str(&["<div lang=\"", language.tag(), "\">\n"].concat());
        write(self);
        self.out.push_str("</div>\n");
        self.language = before;
    }

    fn heading_of(&mut self, words: Words, arguments: &[String]) {
        let text = self.filled(words, arguments);
        self.block(&Block::Heading(2, Line::words(text)));
    }

    fn paragraph(&mut self, text: &str) {
        self.block(&Block::Paragraph(Line::words(text)));
    }

    pub(super) fn say(&mut self, words: Words, arguments: &[String]) {
        let text = self.filled(words, arguments);
        self.paragraph(&text);
    }

    fn filled(&self, words: Words, arguments: &[String]) -> String {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        words.fill(&arguments).say(self.language).to_owned()
    }

    pub(super) fn rows(&mut self, mut rows: Vec<Row>) {
        let rest = self.cut(&rows, MOST_ROWS).1;
        rows.truncate(rows.len() - rest);
        self.block(&Block::Rows(rows));
        self.and_more(rest);
    }

    fn list(&mut self, mut lines: Vec<Line>) {
        let rest = self.cut(&lines, MOST_ROWS).1;
        lines.truncate(lines.len() - rest);
        self.block(&Block::List(lines));
        self.and_more(rest);
    }

    /// What was changed; nothing, where nothing was.
    fn changes(&mut self, changes: &[Change]) {
        if changes.is_empty() {
            return self.say(words::NOTHING_CHANGED, &[]);
        }
        let line = |change: &Change| {
            Line::words(change.message.say(self.language)).then(format!(" ({})", change.at))
        };
        self.list(changes.iter().map(line).collect());
    }

    /// Why there is nothing to show.
    pub(super) fn problems(&mut self, problems: &[Problem]) {
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
