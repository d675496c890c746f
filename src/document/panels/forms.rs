//! Forms that the composer draws for the page: to save, to open and to unlock. Their buttons name what they do, as [`Act`] lists;
//! what is typed in them goes to the page alone.

use super::html::{Html, LINK, SECONDARY};
use super::statements::saving_lines;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::protocol::PanelForm;
use drive_screening_core::site::Recipient;
use drive_screening_core::state::{Act, DRAFT, STRENGTHS, Sealed};

impl Html {
    /// The field for a passphrase, in a form that does something.
    fn passphrase(&mut self, act: &Act, label: Phrase, submit: Phrase, rest: impl FnOnce(&mut Self)) {
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

/// A form, as HTML. `others` can go on with a draft.
pub fn form_html(form: &PanelForm, others: &[Recipient], language: Language) -> String {
    let mut html = Html::new(language);
    match form {
        PanelForm::Open => {
            html.heading(words::OPEN_SEALED);
            html.passphrase(&Act::OpenSealed, words::OPEN_SECRET, words::OPEN_IT, |_| {});
        }
        PanelForm::Unlock => {
            html.paragraph(words::LOCKED_TEXT);
            html.passphrase(&Act::Unlock, words::PASSPHRASE, words::UNLOCK, |_| {});
        }
        PanelForm::Save { details, locks } => {
            html.paragraph(words::SAVE_TEXT);
            html.passphrase(&Act::Save(Sealed::Draft), words::PASSPHRASE, words::SAVE_FILE, |html| {
                html.button(&Act::Save(Sealed::LockOnly), words::LOCK_ONLY.say(language), SECONDARY);
                if *details {
                    html.button(&Act::Save(Sealed::Details), words::SAVE_DETAILS.say(language), SECONDARY);
                }
            });
            if *locks {
                html.element("<p class=\"govuk-inset-text\">", words::LOCK_SET.say(language), " ");
                html.button(&Act::Lock, words::LOCK_NOW.say(language), LINK);
                html.raw(&["</p>"]);
            }
            if !others.is_empty() {
                html.heading(words::SAVE_FOR_TITLE);
                html.paragraph(words::SAVE_FOR_TEXT);
                let of_all = |of: fn(&Recipient) -> &str, between| {
                    others.iter().map(of).collect::<Vec<_>>().join(between)
                };
                let names = of_all(|one| &one.name, ", ");
                html.raw(&["<form novalidate data-act=\"", &Act::Seal(DRAFT.to_owned()).name(), "\">"]);
                html.hidden_field(&of_all(|one| &one.key, " "));
                html.raw(&["<button class=\"", SECONDARY, "\" type=\"submit\">"]);
                html.text(words::SAVE_FOR.fill(&[&names]).say(language));
                html.raw(&["</button></form>"]);
            }
            for line in saving_lines() {
                html.paragraph(line);
            }
            html.folded(words::SAVE_PLAIN.say(language), |html| {
                html.paragraph(words::SAVE_PLAIN_TEXT);
                html.button(&Act::SavePlain, words::SAVE_PLAIN_DO.say(language), SECONDARY);
            });
        }
    }
    html.out
}

/// The words of the forms.
mod words {
    use drive_screening_core::base::words::Phrase;

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
    pub(super) const SAVE_PLAIN_DO: Phrase =
        Phrase::of("Save the answers to go on later", "Cadw'r atebion i barhau'n ddiweddarach");
}
