//! One question: its words, what is wrong with it, and the controls for its kind.
//!
//! Every control is named by its fact. The legend or label is bound to the controls; hint and error are joined by
//! `aria-describedby`; nothing is autocompleted, spell-checked or translated by the browser.

use super::date_field::date_field;
use super::options::{OptionRow, radios, checkboxes};
use super::text_field::text_field;
use crate::interview::{Entry, Field, Typed};
use crate::pack::{Kind, Need, Part, Question, Stage};
use crate::ui::session::{Change, Session};
use crate::ui::words;
use crate::words::{Language, Words};
use leptos::prelude::*;

/// A field on screen: what it holds, what is wrong with it, and the ids that tie it together.
#[derive(Clone)]
pub(crate) struct FieldView {
    pub(crate) session: Session,
    pub(crate) language: Language,
    pub(crate) question: Question,
    pub(crate) field: Field,
    pub(crate) entry: Memo<Entry>,
    pub(crate) error: Memo<Option<String>>,
    /// The question is the page's heading.
    pub(crate) heads: bool,
}

impl FieldView {
    pub(crate) fn new(session: Session, question: &Question, field: Field, language: Language) -> Self {
        let (of, wrong_of) = (field.clone(), field.clone());
        let entry = Memo::new(move |_| session.form().with(|form| form.get(&of)));
        let error = Memo::new(move |_| {
            let wrongs = session.wrongs().read();
            wrongs.iter().find(|wrong| wrong.field == wrong_of).map(|wrong| wrong.message.say(language).to_owned())
        });
        Self { session, language, question: question.clone(), field, entry, error, heads: false }
    }

    /// The same field, whose question is the heading of its page.
    pub(crate) fn heading(self, heads: bool) -> Self {
        Self { heads, ..self }
    }

    /// The legend of a set of controls, which is the page's heading where the question stands alone.
    pub(crate) fn legend(&self) -> AnyView {
        let title = self.title();
        if self.heads {
            view! {
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
                    <h1 class="govuk-fieldset__heading" tabindex="-1">{title}</h1>
                </legend>
            }
            .into_any()
        } else {
            view! { <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{title}</legend> }.into_any()
        }
    }

    /// The label of one control, likewise.
    pub(crate) fn label(&self) -> AnyView {
        let (title, id) = (self.title(), self.id());
        if self.heads {
            view! {
                <h1 class="govuk-label-wrapper" tabindex="-1"><label class="govuk-label govuk-label--l" for=id>{title}</label></h1>
            }
            .into_any()
        } else {
            view! { <label class="govuk-label govuk-label--m" for=id>{title}</label> }.into_any()
        }
    }

    /// The id of the first control.
    pub(crate) fn id(&self) -> String {
        self.field.control()
    }

    /// The name of every control.
    pub(crate) fn name(&self) -> String {
        self.question.id.as_str().to_owned()
    }

    /// Sends what was typed.
    pub(crate) fn put(&self, entry: Entry) {
        self.session.apply(Change::Typed(self.field.clone(), entry));
    }

    /// The ids of hint and error, for `aria-describedby`.
    pub(crate) fn described_by(&self) -> impl Fn() -> Option<String> + Clone + Send + use<> {
        let hint = self.question.hint.is_some().then(|| format!("{}-hint", self.id()));
        let error = format!("{}-error", self.id());
        let wrong = self.error;
        move || match (hint.clone(), wrong.read().is_some()) {
            (Some(hint), true) => Some(format!("{hint} {error}")),
            (Some(hint), false) => Some(hint),
            (None, true) => Some(error.clone()),
            (None, false) => None,
        }
    }

    /// The hint, why we ask, and the error, in the order they are read.
    pub(crate) fn notes(&self) -> impl IntoView + use<> {
        let language = self.language;
        let id = self.id();
        let error_id = format!("{id}-error");
        let error = self.error;
        let hint = self.question.hint.as_ref().map(|hint| hint.say(language).to_owned());
        let why = self.question.why.as_ref().map(|why| why.say(language).to_owned());
        view! {
            {hint.map(|hint| view! { <div class="govuk-hint" id=format!("{id}-hint")>{hint}</div> })}
            {why.map(|why| view! {
                <details class="govuk-details">
                    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{words::WHY_WE_ASK.say(language)}</span></summary>
                    <div class="govuk-details__text">{why}</div>
                </details>
            })}
            {move || error.get().map(|message| view! {
                <p class="govuk-error-message" id=error_id.clone()>
                    <span class="govuk-visually-hidden">{words::ERROR.say(language)}" "</span>{message}
                </p>
            })}
        }
    }

    /// The question's words with its part and whether it may be left out.
    pub(crate) fn title(&self) -> impl IntoView + use<> {
        let language = self.language;
        let ask = self.question.ask.say(language).to_owned();
        let stage = self.session.pack().place(self.question.id.as_str()).map(|place| self.session.pack().sections[place.section].stage);
        let referral = stage == Some(Stage::Referral);
        let optional = (referral && self.question.need == Need::Optional)
            .then(|| format!(" ({})", words::OPTIONAL.say(language)));
        let part = referral.then(|| part_label(self.question.part, language));
        view! { {ask}{optional}{part} }
    }

    /// The class of the group, which marks an error.
    pub(crate) fn group_class(&self) -> impl Fn() -> &'static str + Clone + Send + use<> {
        let error = self.error;
        move || if error.read().is_some() { "govuk-form-group govuk-form-group--error" } else { "govuk-form-group" }
    }
}

/// A question outside groups, or in an entry of one.
pub(crate) fn question_view(session: Session, question: &Question, field: Field, language: Language) -> AnyView {
    controls(&FieldView::new(session, question, field, language), question, language)
}

/// A question that is its page's heading.
pub(crate) fn heading_question(session: Session, question: &Question, field: Field, language: Language) -> AnyView {
    controls(&FieldView::new(session, question, field, language).heading(true), question, language)
}

fn controls(field: &FieldView, question: &Question, language: Language) -> AnyView {
    match &question.kind {
        Kind::YesNo => radios(field, yes_no(language)).into_any(),
        Kind::Choice(_) => radios(field, choices(question, language)).into_any(),
        Kind::Set(_) => checkboxes(field, choices(question, language)).into_any(),
        Kind::Date { .. } => date_field(field).into_any(),
        Kind::Count(..) | Kind::Text | Kind::LongText => text_field(field).into_any(),
        // A group has pages of its own.
        Kind::Group(_) => ().into_any(),
    }
}

/// "Panel", "Restricted" or "Handling", beside what goes to that part.
pub(crate) fn part_label(part: Part, language: Language) -> impl IntoView {
    let (words, class): (Words, &str) = match part {
        Part::Panel => (words::PART_PANEL, "ds-part ds-part--panel"),
        Part::Restricted => (words::PART_RESTRICTED, "ds-part ds-part--restricted"),
        Part::Handling => (words::PART_HANDLING, "ds-part ds-part--handling"),
    };
    view! { " " <span class=class>{words.say(language)}</span> }
}

/// "Not known" beside a field to type in. What was typed stays.
pub(crate) fn not_known_box(field: &FieldView) -> impl IntoView + use<> {
    let id = format!("{}-not-known", field.id());
    let (label_for, entry, view) = (id.clone(), field.entry, field.clone());
    let language = field.language;
    let tick = move |event: leptos::ev::Event| {
        view.put(Entry { not_known: event_target_checked(&event), ..view.entry.get_untracked() });
    };
    view! {
        <div class="ds-notknown govuk-checkboxes">
            <div class="govuk-checkboxes__item">
                <input class="govuk-checkboxes__input" type="checkbox" id=id name=field.name() value="not_known" autocomplete="off"
                    prop:checked=move || entry.read().not_known on:change=tick/>
                <label class="govuk-label govuk-checkboxes__label" for=label_for>{words::NOT_KNOWN.say(language)}</label>
            </div>
        </div>
    }
}

/// The text of a field.
pub(crate) fn typed_text(entry: &Entry) -> String {
    match &entry.typed {
        Typed::Text(text) => text.clone(),
        _ => String::new(),
    }
}

fn yes_no(language: Language) -> Vec<OptionRow> {
    [("yes", words::YES), ("no", words::NO)]
        .map(|(value, words)| OptionRow { value: value.to_owned(), label: words.say(language).to_owned(), hint: None })
        .into()
}

fn choices(question: &Question, language: Language) -> Vec<OptionRow> {
    let row = |choice: &crate::pack::Choice| OptionRow {
        value: choice.value.clone(),
        label: choice.label.say(language).to_owned(),
        hint: choice.hint.as_ref().map(|hint| hint.say(language).to_owned()),
    };
    question.kind.choices().iter().map(row).collect()
}
