//! Forms and cards that the composer draws for the page: to save, to open and to unlock, and one for each part that can be
//! made. Their buttons name what they do, as [`Act`] lists; what is typed in them goes to the page alone.

use super::statements::saving_lines;
use crate::write::escape;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::{Pack, Part};
use drive_screening_core::protocol::{Finding, Format, PanelForm};
use drive_screening_core::state::{Act, Sealed};

/// HTML that is being written, in a language.
struct Html {
    out: String,
    language: Language,
}

impl Html {
    fn new(language: Language) -> Self {
        Self { out: String::new(), language }
    }

    /// Adds markup.
    fn raw(&mut self, pieces: &[&str]) {
        self.out.extend(pieces.iter().copied());
    }

    /// Adds text.
    fn text(&mut self, text: &str) {
        escape(&mut self.out, text);
    }

    fn say(&mut self, words: Phrase) {
        self.text(words.say(self.language));
    }

    fn element(&mut self, open: &str, text: &str, close: &str) {
        self.raw(&[open]);
        self.text(text);
        self.raw(&[close]);
    }

    fn paragraph(&mut self, words: Phrase) {
        self.element("<p class=\"govuk-body\">", words.say(self.language), "</p>");
    }

    /// A button that does something, in one of the classes of the page's own.
    fn button(&mut self, act: Act, text: &str, class: &str) {
        self.button_to(act, text, class, "");
    }

    /// The same, with what it does that to, which is only read aloud.
    fn button_to(&mut self, act: Act, text: &str, class: &str, to_what: &str) {
        self.raw(&["<button type=\"button\" class=\"", class, "\" data-act=\"", &act.name(), "\">"]);
        self.text(text);
        if !to_what.is_empty() {
            self.element("<span class=\"govuk-visually-hidden\">", to_what, "</span>");
        }
        self.raw(&["</button>"]);
    }

    /// The field for a passphrase, in a form that does something.
    fn passphrase(&mut self, act: Act, label: Phrase, submit: Phrase, rest: impl FnOnce(&mut Self)) {
        self.raw(&[
            "<form novalidate autocomplete=\"off\" autocorrect=\"off\" data-act=\"",
            &act.name(),
            "\"><div class=\"govuk-form-group\">",
        ]);
        self.element(
            "<label class=\"govuk-label\" for=\"passphrase\">",
            label.say(self.language),
            "</label>",
        );
        self.raw(&[
            "<div class=\"ds-passphrase\"><input class=\"govuk-input\" id=\"passphrase\" type=\"password\" autocomplete=\"off\" ",
            "autocapitalize=\"none\" spellcheck=\"false\" translate=\"no\" aria-describedby=\"passphrase-says\">",
            "<button type=\"button\" class=\"govuk-button govuk-button--secondary\" data-shows=\"passphrase\" aria-pressed=\"false\">",
        ]);
        self.say(words::SHOW_PASSPHRASE);
        self.raw(&["</button></div><p class=\"govuk-hint\" id=\"passphrase-says\" role=\"status\""]);
        for (step, words) in STRENGTHS.iter().enumerate() {
            self.raw(&[" data-step", &step.to_string(), "=\""]);
            self.say(*words);
            self.raw(&["\""]);
        }
        self.raw(&[
            "></p></div><div class=\"govuk-button-group\"><button class=\"govuk-button\" type=\"submit\">",
        ]);
        self.say(submit);
        self.raw(&["</button>"]);
        rest(self);
        self.raw(&["</div></form>"]);
    }
}

const SECONDARY: &str = "govuk-button govuk-button--secondary";

/// A form, as HTML.
pub fn form_html(form: &PanelForm, language: Language) -> String {
    let mut html = Html::new(language);
    match form {
        PanelForm::Open => {
            html.element("<h2 class=\"govuk-heading-m\">", words::OPEN_SEALED.say(language), "</h2>");
            html.passphrase(Act::OpenSealed, words::OPEN_SECRET, words::OPEN_IT, |_| {});
        }
        PanelForm::Unlock => {
            html.paragraph(words::LOCKED_TEXT);
            html.passphrase(Act::Unlock, words::PASSPHRASE, words::UNLOCK, |_| {});
        }
        PanelForm::Save { details, others, locks } => {
            html.paragraph(words::SAVE_TEXT);
            html.passphrase(Act::Save(Sealed::Draft), words::PASSPHRASE, words::SAVE_FILE, |html| {
                html.button(Act::Save(Sealed::LockOnly), words::LOCK_ONLY.say(language), SECONDARY);
                if *details {
                    html.button(Act::Save(Sealed::Details), words::SAVE_DETAILS.say(language), SECONDARY);
                }
            });
            if *locks {
                html.element("<p class=\"govuk-inset-text\">", words::LOCK_SET.say(language), " ");
                html.button(Act::Lock, words::LOCK_NOW.say(language), "ds-link");
                html.raw(&["</p>"]);
            }
            if !others.is_empty() {
                html.element("<h2 class=\"govuk-heading-m\">", words::SAVE_FOR_TITLE.say(language), "</h2>");
                html.paragraph(words::SAVE_FOR_TEXT);
                html.button(Act::SaveForOthers, words::SAVE_FOR.fill(&[others]).say(language), SECONDARY);
            }
            for line in saving_lines() {
                html.paragraph(line);
            }
            html.raw(&["<details class=\"govuk-details\"><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">"]);
            html.say(words::SAVE_PLAIN);
            html.raw(&["</span></summary><div class=\"govuk-details__text\">"]);
            html.paragraph(words::SAVE_PLAIN_TEXT);
            html.button(Act::SavePlain, words::SAVE_PLAIN_DO.say(language), SECONDARY);
            html.raw(&["</div></details>"]);
        }
    }
    html.out
}

/// The cards of the parts that can be made now, each with what it is, who it is for and its formats.
pub(crate) fn cards_html(
    pack: &Pack,
    host: &str,
    prints: bool,
    with_panel: bool,
    language: Language,
) -> String {
    let formats = [
        (Format::Pdf, words::SAVE_PDF),
        (Format::Docx, words::SAVE_DOCX),
        (Format::Html, words::SAVE_HTML),
        (Format::Json, words::SAVE_JSON),
        (Format::Text, words::SAVE_TXT),
    ];
    let mut html = Html::new(language);
    html.raw(&["<div class=\"ds-cards\">"]);
    for part in Part::ALL.into_iter().filter(|part| with_panel || *part != Part::Panel) {
        let about = pack.part_words(part);
        html.element(
            "<section class=\"ds-card\"><h2 class=\"ds-card__title\">",
            about.title.say(language),
            " ",
        );
        let label = PART_LABELS[part as usize].say(language);
        html.element(PART_OPENS[part as usize], label, "</span></h2>");
        html.element("<p class=\"govuk-body\">", about.holds.say(language), "</p>");
        html.element("<p class=\"govuk-body\"><strong>", words::FOR_WHOM.say(language), ": </strong>");
        html.text(about.readers.say(language));
        html.element(
            "</p><p class=\"govuk-inset-text\">",
            about.care.say(language),
            "</p><div class=\"ds-card__actions\">",
        );
        let look = if prints { words::LOOK_PRINT } else { words::LOOK };
        html.button(Act::Look(part), look.say(language), "govuk-button");
        for (format, words) in formats {
            html.button(Act::Document(part, format), words.say(language), SECONDARY);
        }
        if !host.is_empty() {
            html.button(Act::Give(part), words::GIVE.fill(&[host]).say(language), SECONDARY);
        }
        html.raw(&["</div></section>"]);
    }
    html.raw(&["</div>"]);
    if with_panel {
        html.button(Act::Zip, words::SAVE_ALL.say(language), SECONDARY);
    }
    html.out
}

/// The passage of each finding, with what can be done about it.
pub(crate) fn passages_html(findings: &[Finding], language: Language) -> Vec<String> {
    let passage = |(at, finding): (usize, &Finding)| {
        let mut html = Html::new(language);
        if finding.times > 1 {
            html.text(words::LOOK_TIMES.fill(&[&finding.times.to_string()]).say(language));
        }
        let to_what = if finding.found.is_empty() { String::new() } else { [": ", &finding.found].concat() };
        if !finding.found.is_empty() {
            html.raw(&["<blockquote class=\"govuk-inset-text\" dir=\"auto\">"]);
            html.element("<span translate=\"no\">", &finding.before, "</span>");
            html.element("<mark translate=\"no\">", &finding.found, "</mark>");
            html.element("<span translate=\"no\">", &finding.after, "</span></blockquote>");
        }
        html.raw(&["<div class=\"govuk-button-group\">"]);
        let mut button = |act, words: Phrase| html.button_to(act, words.say(language), SECONDARY, &to_what);
        if finding.piece.is_some() {
            button(Act::Move(at), words::LOOK_MOVE);
        }
        button(Act::Confirm(at), words::LOOK_RIGHT);
        html.raw(&["</div>"]);
        html.out
    };
    findings.iter().enumerate().map(passage).collect()
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

/// How hard a passphrase is to guess, from at once to beyond anybody's means.
const STRENGTHS: [Phrase; 5] = [
    Phrase { en: "Guessed at once", cy: "Yn cael ei ddyfalu ar unwaith" },
    Phrase { en: "Easy to guess", cy: "Hawdd ei ddyfalu" },
    Phrase {
        en: "Can be guessed with effort: add a word",
        cy: "Gellir ei ddyfalu gydag ymdrech: ychwanegwch air",
    },
    Phrase { en: "Hard to guess", cy: "Anodd ei ddyfalu" },
    Phrase { en: "Very hard to guess", cy: "Anodd iawn ei ddyfalu" },
];

/// The words of the forms and cards.
mod words {
    use drive_screening_core::base::words::Phrase;

    pub(super) const LOOK_MOVE: Phrase = Phrase::of("Move it to Part B", "Ei symud i Ran B");
    pub(super) const LOOK_RIGHT: Phrase = Phrase::of("This is right", "Mae hyn yn iawn");
    pub(super) const LOOK_TIMES: Phrase =
        Phrase::of("({0} times in this answer)", "({0} gwaith yn yr ateb hwn)");
    pub(super) const SAVE_TEXT: Phrase = Phrase::of(
        "Everything typed here goes into a file on this device that only your passphrase opens. Ctrl and S come here from every page.",
        "Mae popeth a deipiwyd yma yn mynd i ffeil ar y ddyfais hon na all ond eich cyfrinymadrodd ei hagor. Mae Ctrl ac S yn dod yma o bob tudalen.",
    );
    pub(super) const PASSPHRASE: Phrase = Phrase::of("Passphrase", "Cyfrinymadrodd");
    pub(super) const SHOW_PASSPHRASE: Phrase = Phrase::of("Show", "Dangos");
    pub(super) const SAVE_FILE: Phrase = Phrase::of("Save the file", "Cadw'r ffeil");
    pub(super) const SAVE_DETAILS: Phrase =
        Phrase::of("Save my own details alone", "Cadw fy manylion fy hun yn unig");
    pub(super) const LOCK_ONLY: Phrase =
        Phrase::of("Only lock this page with it", "Cloi'r dudalen hon ag ef yn unig");
    pub(super) const LOCK_SET: Phrase = Phrase::of(
        "Your passphrase locks this page when you are away for a while.",
        "Mae eich cyfrinymadrodd yn cloi'r dudalen hon pan fyddwch i ffwrdd am ychydig.",
    );
    pub(super) const LOCK_NOW: Phrase = Phrase::of("Lock now", "Cloi nawr");
    pub(super) const SAVE_FOR_TITLE: Phrase =
        Phrase::of("For a colleague to go on with", "I gydweithiwr barhau ag ef");
    pub(super) const SAVE_FOR_TEXT: Phrase = Phrase::of(
        "No passphrase is needed, and you cannot open this file yourself.",
        "Nid oes angen cyfrinymadrodd, ac ni allwch agor y ffeil hon eich hun.",
    );
    pub(super) const SAVE_FOR: Phrase = Phrase::of("Save for {0}", "Cadw ar gyfer {0}");
    pub(super) const SAVE_PLAIN: Phrase = Phrase::of(
        "A file without a passphrase, for other systems",
        "Ffeil heb gyfrinymadrodd, ar gyfer systemau eraill",
    );
    pub(super) const LOCKED_TEXT: Phrase = Phrase::of(
        "What was typed here is locked with your passphrase.",
        "Mae'r hyn a deipiwyd yma wedi'i gloi â'ch cyfrinymadrodd.",
    );
    pub(super) const UNLOCK: Phrase = Phrase::of("Unlock", "Datgloi");
    pub(super) const OPEN_SEALED: Phrase = Phrase::of("This file is locked", "Mae'r ffeil hon wedi'i chloi");
    pub(super) const OPEN_SECRET: Phrase =
        Phrase::of("Its passphrase, or your secret key", "Ei chyfrinymadrodd, neu eich allwedd gyfrinachol");
    pub(super) const OPEN_IT: Phrase = Phrase::of("Open it", "Ei hagor");
    pub(super) const SAVE_PLAIN_TEXT: Phrase = Phrase::of(
        "One file with everything as you typed it, names and addresses too, and also what still has to be put right. It is not encrypted: keep it only where case files may be kept.",
        "Un ffeil gyda phopeth fel y'i teipiwyd gennych, gan gynnwys enwau a chyfeiriadau, a hefyd yr hyn sydd angen ei gywiro o hyd. Nid yw wedi'i hamgryptio: cadwch hi dim ond lle y gellir cadw ffeiliau achos.",
    );
    pub(super) const FOR_WHOM: Phrase = Phrase::of("For", "Ar gyfer");
    pub(super) const LOOK: Phrase = Phrase::of("Look at it", "Edrych arno");
    pub(super) const LOOK_PRINT: Phrase = Phrase::of("Look and print", "Gweld ac argraffu");
    pub(super) const SAVE_PDF: Phrase = Phrase::of("Save as PDF", "Cadw fel PDF");
    pub(super) const SAVE_DOCX: Phrase = Phrase::of("Save as Word", "Cadw fel Word");
    pub(super) const SAVE_ALL: Phrase =
        Phrase::of("Save all three parts as PDF, in one zip", "Cadw'r tair rhan fel PDF, mewn un zip");
    pub(super) const SAVE_HTML: Phrase = Phrase::of("Save as a web page", "Cadw fel tudalen we");
    pub(super) const SAVE_JSON: Phrase = Phrase::of("Save as data (JSON)", "Cadw fel data (JSON)");
    pub(super) const SAVE_TXT: Phrase = Phrase::of("Save as plain text", "Cadw fel testun plaen");
    pub(super) const GIVE: Phrase = Phrase::of("Send to {0}", "Anfon at {0}");
    pub(super) const SAVE_PLAIN_DO: Phrase =
        Phrase::of("Save the answers to go on later", "Cadw'r atebion i barhau'n ddiweddarach");
}
