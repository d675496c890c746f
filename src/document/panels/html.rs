//! HTML for the page, as it is written: safe for `innerHTML`, in the classes of the page's own. Its buttons name what they do, as
//! [`Act`] lists.

use crate::write::escape;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::interview::Field;
use drive_screening_core::pack::{PageRef, Part, Question};
use drive_screening_core::state::{Act, row_id};

/// The page's one next step.
pub(super) const PRIMARY: &str = "govuk-button";
/// A step beside it.
pub(super) const SECONDARY: &str = "govuk-button govuk-button--secondary";
/// A quiet step in a line of text.
pub(super) const LINK: &str = "ds-link";

/// What no browser is to keep, complete, check or translate.
const FIELD: &str = " autocomplete=\"off\" autocorrect=\"off\" autocapitalize=\"none\" spellcheck=\"false\" translate=\"no\" writingsuggestions=\"false\"";

/// HTML that is being written, in a language.
pub(super) struct Html {
    pub(super) out: String,
    pub(super) language: Language,
}

impl Html {
    /// Begins in a language.
    pub(super) fn new(language: Language) -> Self {
        Self { out: String::new(), language }
    }

    /// Adds markup.
    pub(super) fn raw(&mut self, pieces: &[&str]) {
        self.out.extend(pieces.iter().copied());
    }

    /// Adds text.
    pub(super) fn text(&mut self, text: &str) {
        escape(&mut self.out, text);
    }

    /// Adds text in the language that is written.
    pub(super) fn say(&mut self, words: Phrase) {
        self.text(words.say(self.language));
    }

    /// Adds markup around text.
    pub(super) fn element(&mut self, open: &str, text: &str, close: &str) {
        self.raw(&[open]);
        self.text(text);
        self.raw(&[close]);
    }

    /// Adds a paragraph.
    pub(super) fn paragraph(&mut self, words: Phrase) {
        self.element("<p class=\"govuk-body\">", words.say(self.language), "</p>");
    }

    /// A button that does something, in one of the classes of the page's own.
    pub(super) fn button(&mut self, act: &Act, text: &str, class: &str) {
        self.button_to(act, text, class, "");
    }

    /// The same, with what it does that to, which is only read aloud.
    pub(super) fn button_to(&mut self, act: &Act, text: &str, class: &str, to_what: &str) {
        self.raw(&["<button type=\"button\" class=\"", class, "\" data-act=\"", &act.name(), "\">"]);
        self.text(text);
        if !to_what.is_empty() {
            self.element("<span class=\"govuk-visually-hidden\">", to_what, "</span>");
        }
        self.raw(&["</button>"]);
    }

    /// A quiet button that goes to change the answer to a question, where focus comes back to.
    pub(super) fn change(&mut self, page: PageRef, question: &Question, text: &str) {
        let (id, act) = (row_id(question.id.as_str()), Act::Field(page, Field::of(&question.id)));
        self.raw(&[
            "<button type=\"button\" class=\"",
            LINK,
            "\" id=\"",
            &id,
            "\" data-act=\"",
            &act.name(),
            "\">",
        ]);
        self.text(text);
        self.element(
            "<span class=\"govuk-visually-hidden\"> ",
            question.label.say(self.language),
            "</span></button>",
        );
    }

    /// Adds a heading of the second level.
    pub(super) fn heading(&mut self, words: Phrase) {
        self.element("<h2 class=\"govuk-heading-m\">", words.say(self.language), "</h2>");
    }

    /// What opens when it is asked for.
    pub(super) fn folded(&mut self, summary: &str, write: impl FnOnce(&mut Self)) {
        self.element(
            "<details class=\"govuk-details\"><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">",
            summary,
            "</span></summary><div class=\"govuk-details__text\">",
        );
        write(self);
        self.raw(&["</div></details>"]);
    }

    /// "Panel", "Restricted" or "Handling", after what goes to that part.
    pub(super) fn part(&mut self, part: Part) {
        let label = PART_LABELS[part as usize].say(self.language);
        self.element(PART_OPENS[part as usize], label, "</span>");
    }

    /// The same of a question, which may move between parts.
    pub(super) fn part_of(&mut self, question: &Question) {
        if question.in_panel.is_none() {
            return self.part(question.part);
        }
        self.element(PART_OPENS[0], PANEL_OR.say(self.language), "</span>");
    }

    /// Text to be copied, by keys alone: a field of so many rows in which nothing can be typed.
    pub(super) fn copy_field(&mut self, id: &str, label: Phrase, rows: &str, text: &str) {
        self.raw(&["<label class=\"govuk-label\" for=\"", id, "\">"]);
        self.say(label);
        self.raw(&[
            "</label><textarea class=\"govuk-textarea\" id=\"",
            id,
            "\" rows=\"",
            rows,
            "\" readonly",
            FIELD,
            ">",
        ]);
        self.lines(text);
        self.raw(&["</textarea>"]);
    }

    /// A field that nobody sees: what a form brings along for its button.
    pub(super) fn hidden_field(&mut self, text: &str) {
        self.raw(&["<textarea hidden", FIELD, ">"]);
        self.text(text);
        self.raw(&["</textarea>"]);
    }

    /// Text of a field of many lines, where a line break is itself.
    fn lines(&mut self, text: &str) {
        for line in text.split_inclusive('\n') {
            self.text(line.trim_end_matches('\n'));
            if line.ends_with('\n') {
                self.raw(&["\n"]);
            }
        }
    }

    /// A form with one field of a few lines, named after what it does.
    pub(super) fn form(
        &mut self,
        act: &Act,
        label: Phrase,
        hint: Phrase,
        typed: &str,
        submit: Phrase,
        lacks: Option<Phrase>,
    ) {
        let act = act.name();
        let name = act.strip_suffix('/').unwrap_or(&act).replace('/', "-");
        let wrong = if lacks.is_some() { " govuk-form-group--error" } else { "" };
        self.raw(&["<form novalidate autocomplete=\"off\" autocorrect=\"off\" data-act=\"", &act, "\">"]);
        self.raw(&[
            "<div class=\"govuk-form-group",
            wrong,
            "\"><label class=\"govuk-label\" for=\"",
            &name,
            "\">",
        ]);
        self.say(label);
        self.raw(&["</label><div class=\"govuk-hint\" id=\"", &name, "-hint\">"]);
        self.say(hint);
        self.raw(&["</div>"]);
        if let Some(lacks) = lacks {
            self.raw(&["<p class=\"govuk-error-message\" id=\"", &name, "-error\">"]);
            self.say(lacks);
            self.raw(&["</p>"]);
        }
        let described = if lacks.is_some() {
            [&name, "-error ", &name, "-hint"].concat()
        } else {
            [&name, "-hint"].concat()
        };
        self.raw(&[
            "<textarea class=\"govuk-textarea\" rows=\"3\" data-unsent id=\"",
            &name,
            "\" aria-describedby=\"",
            &described,
            "\"",
            FIELD,
            ">",
        ]);
        self.lines(typed);
        self.element(
            "</textarea></div><button class=\"govuk-button govuk-button--secondary\" type=\"submit\">",
            submit.say(self.language),
            "</button></form>",
        );
    }
}

/// What goes to which part, as the page marks it.
const PART_OPENS: [&str; 3] = [
    "<span class=\"ds-part ds-part--panel\">",
    "<span class=\"ds-part ds-part--restricted\">",
    "<span class=\"ds-part ds-part--handling\">",
];

const PART_LABELS: [Phrase; 3] = [
    Phrase::of("Panel", "Panel"),
    Phrase::of("Restricted", "Cyfyngedig"),
    Phrase::of("Handling", "Trin gwybodaeth"),
];

const PANEL_OR: Phrase = Phrase::of("Panel, if it may be used", "Panel, os gellir ei ddefnyddio");
