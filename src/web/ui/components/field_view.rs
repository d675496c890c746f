//! A field on screen: its words, what is wrong with it, and the ids that tie these to its controls.
//!
//! Every control is named by its fact. The legend or label is bound to the controls; hint and error are joined by
//! `aria-describedby`; nothing is autocompleted, spell-checked or translated by the browser.

use super::details::Details;
use super::part::goes_apart;
use super::redrawn::{Redrawn, Shown};
use crate::session::{Change, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::interview::{Field, FieldInput, may_be_left_out};
use drive_screening_core::pack::{Question, Stage};
use leptos::prelude::*;

/// A field on screen, and the ids that tie it together.
#[derive(Clone)]
pub(crate) struct FieldView {
    pub(crate) session: Session,
    pub(crate) language: Language,
    pub(crate) question: &'static Question,
    pub(crate) field: Field,
    /// The question is the page's heading.
    pub(crate) heads: bool,
    /// This page wants it, whether or not a referral may leave it out.
    pub(crate) wanted: bool,
}

impl FieldView {
    /// What the field holds.
    pub(crate) fn entry(&self) -> FieldInput {
        self.session.entry(&self.field)
    }

    /// Where its answer is from, in words, while the person has not confirmed it.
    fn claimed_by(&self) -> Option<String> {
        let state = self.session.state();
        let form = &state.visit.form;
        let from = form.claimed_by(self.question.id.as_str(), self.language)?;
        // In a group the first entry alone was filled in.
        (!form.get(&self.field).is_blank()).then(|| from.to_owned())
    }

    /// Whether something is wrong with it.
    pub(crate) fn is_wrong(&self) -> bool {
        self.session.error(&self.field).is_some()
    }

    /// Sends what was typed.
    pub(crate) fn put(&self, entry: FieldInput) {
        self.session.apply(Change::Typed(self.field.clone(), entry));
    }

    /// The id of the first control.
    pub(crate) fn id(&self) -> String {
        self.field.control()
    }

    /// The name of every control: the fact, or the id beside an answer, where facts are the same on a whole page.
    pub(crate) fn name(&self) -> String {
        match self.field.evidence_of() {
            Some(_) => self.id(),
            None => self.question.id.as_str().to_owned(),
        }
    }

    /// The ids of what stands beside a control: whose answer it is, where it goes, hint and error.
    pub(crate) fn described_by(&self) -> Option<String> {
        let id = self.id();
        let mut ids = String::new();
        for (there, end) in [
            (self.claimed_by().is_some(), "-claim "),
            (goes_apart(self.session, self.question, &self.field).is_some(), "-goes "),
            (self.question.hint.is_some(), "-hint "),
            (self.is_wrong(), "-error "),
        ] {
            if there {
                ids.extend([&id, end]);
            }
        }
        (!ids.is_empty()).then(|| ids.trim_end().to_owned())
    }
}

/// What stands around the whole question, and marks an error.
#[component]
pub(crate) fn Group(field: FieldView, children: Children) -> impl IntoView {
    view! {
        <div class="govuk-form-group" class:govuk-form-group--error=move || field.is_wrong()>
            {children()}
        </div>
    }
}

/// A set of controls with its legend and notes.
#[component]
pub(crate) fn Fieldset(
    field: FieldView,
    /// What it is for who hears the page, where that is not plain from its controls.
    #[prop(optional)]
    role: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    let legend = if field.heads {
        view! {
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
                <h1 class="govuk-fieldset__heading" tabindex="-1">
                    <Title field=field.clone() />
                </h1>
            </legend>
        }
        .into_any()
    } else {
        view! {
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                <Title field=field.clone() />
            </legend>
        }
        .into_any()
    };
    let described = field.clone();
    view! {
        <fieldset class="govuk-fieldset" role=role aria-describedby=move || described.described_by()>
            {legend}
            <Notes field />
            {children()}
        </fieldset>
    }
}

/// The label of one control, which is the page's heading where the question stands alone.
#[component]
pub(crate) fn Label(field: FieldView) -> impl IntoView {
    let id = field.id();
    if field.heads {
        view! {
            <h1 class="govuk-label-wrapper" tabindex="-1">
                <label class="govuk-label govuk-label--l" for=id>
                    <Title field />
                </label>
            </h1>
        }
        .into_any()
    } else {
        view! {
            <label class="govuk-label govuk-label--m" for=id>
                <Title field />
            </label>
        }
        .into_any()
    }
}

/// Whose answer it is, where it goes if not where its page goes, the hint, why we ask, and the error, in the order they are read.
#[component]
pub(crate) fn Notes(field: FieldView) -> impl IntoView {
    let (question, language) = (field.question, field.language);
    let hint_id = [&field.id(), "-hint"].concat();
    let hint = question.hint.as_ref();
    let hint =
        hint.map(|hint| view! { <div class="govuk-hint" id=hint_id>{hint.say(language)}</div> }.into_any());
    let goes_id = [&field.id(), "-goes"].concat();
    let apart = goes_apart(field.session, question, &field.field)
        .map(|goes| view! { <p class="govuk-hint" id=goes_id>{goes.say(language)}</p> }.into_any());
    let why = question.why.as_ref();
    let why = why.map(|why| {
        view! { <Details summary=words::ABOUT_QUESTION.say(language)>{why.say(language)}</Details> }
    });
    view! {
        <Claim field=field.clone() />
        {apart}
        {hint}
        {why}
        <ErrorMessage field />
    }
}

/// Whose answer it is, while the person has not confirmed it.
#[component]
fn Claim(field: FieldView) -> impl IntoView {
    let claimed = field.clone();
    let claim = move || {
        let claim = words::NOT_CONFIRMED.fill(&[&field.claimed_by().unwrap_or_default()]);
        let id = [&field.id(), "-claim"].concat();
        view! { <p class="ds-claim" id=id>{claim.say(field.language).to_owned()}</p> }
    };
    view! {
        <div>
            <Shown when=move || claimed.claimed_by().is_some()>{claim()}</Shown>
        </div>
    }
}

/// What is wrong with the field, while something is.
#[component]
fn ErrorMessage(field: FieldView) -> impl IntoView {
    let wrong = field.clone();
    // Refused again, it may be wrong in another way.
    let refusal = move || if wrong.is_wrong() { wrong.session.state().navigation.refusals } else { 0 };
    let error = move || {
        field.session.error(&field.field).map(|message| {
            view! {
                <p class="govuk-error-message" id=[&field.id(), "-error"].concat()>
                    <span class="govuk-visually-hidden">{words::ERROR.say(field.language)} " "</span>
                    {message}
                </p>
            }
            .into_any()
        })
    };
    view! { <Redrawn key=refusal>{error()}</Redrawn> }
}

/// The question's words, and whether it may be left out.
#[component]
fn Title(field: FieldView) -> impl IntoView {
    let FieldView { session, language, question, wanted, .. } = field;
    let pack = session.pack();
    let stage = pack.place(question.id.as_str()).map(|place| pack.section(place.page).stage);
    let referral = (stage == Some(Stage::Referral)).then(|| {
        let optional = may_be_left_out(pack, question) && !wanted;
        optional.then(|| [" (", words::OPTIONAL.say(language), ")"].concat())
    });
    view! {
        {question.ask.say(language)}
        {referral}
    }
}
