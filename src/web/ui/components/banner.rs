//! Says what has changed: the result since it was last shown, and what came of screening older answers as of today.

use super::mend::Mend;
use super::text::Paragraph;
use crate::session::Session;
use crate::words;
use drive_screening_core::base::words::{Language, Localized};
use drive_screening_core::interview::{Field, Gap, Missing};
use leptos::prelude::*;

/// What came of screening answers of an earlier day as of today, and what an earlier version of the criteria called otherwise,
/// if there is either.
#[component]
pub(crate) fn Carried(session: Session, language: Language) -> impl IntoView {
    let line = session.state().visit.rescreened.as_ref().map(|line| line.say(language).to_owned());
    let renewed = session.state().visit.renewed.clone();
    let links = renewed.into_iter().filter_map(|renewed| {
        let page = session.pack().place(renewed.fact.as_str())?.page;
        let missing = Missing::Sure(renewed.says);
        let gap = Gap { field: Field::of(&renewed.fact), page, missing, label: Localized::default() };
        Some(view! { <li><Mend session gap language /></li> }.into_any())
    });
    let links = links.collect_view();
    let renewed = (!links.is_empty()).then(|| view! { <ul class="govuk-list govuk-inset-text">{links}</ul> });
    let details = session.state().visit.details_filled;
    let details = details
        .then(|| view! { <Paragraph text=words::DETAILS_FILLED.say(language) class="govuk-inset-text" /> });
    view! {
        {details}
        {line.map(|line| view! { <Paragraph text=line class="govuk-inset-text" /> })}
        {renewed}
    }
}

/// The banner, if there is anything to say. No page that shows it can change the result.
#[component]
pub(crate) fn ResultChanged(session: Session, language: Language) -> impl IntoView {
    let sentence = move |name: &str| session.pack().outcome_text(name).sentence.say(language);
    let now = session.interview(|interview| interview.outcome.name.clone());
    let seen = session.state().visit.result_seen.clone().filter(|seen| *seen != now);
    seen.map(|seen| {
        view! {
            <div class="govuk-notification-banner" role="region" aria-labelledby="result-changed">
                <div class="govuk-notification-banner__header">
                    <h2 class="govuk-notification-banner__title" id="result-changed">
                        {words::RESULT_CHANGED.say(language)}
                    </h2>
                </div>
                <div class="govuk-notification-banner__content">
                    <p class="govuk-body">{words::WAS.say(language)} ": " {sentence(&seen)}</p>
                    <p class="govuk-notification-banner__heading">
                        {words::NOW.say(language)} ": " {sentence(&now)}
                    </p>
                </div>
            </div>
        }
        .into_any()
    })
}
