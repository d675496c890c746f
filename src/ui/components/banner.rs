//! Says that the result has changed since it was last shown.

use crate::ui::session::Session;
use crate::ui::words;
use crate::words::Language;
use leptos::prelude::*;

#[component]
pub(crate) fn ResultChanged(
    /// The visit.
    session: Session,
    /// The language of the page.
    language: Language,
) -> impl IntoView {
    let change = Memo::new(move |_| {
        let seen = session.result_seen().get()?;
        let now = session.outcome().with(|outcome| outcome.name.clone());
        (seen != now).then_some((seen, now))
    });
    let sentence = move |name: &str| session.pack().words(name).sentence.say(language).to_owned();
    move || {
        change.get().map(|(seen, now)| {
            view! {
                <div class="govuk-notification-banner" role="region" aria-labelledby="result-changed">
                    <div class="govuk-notification-banner__header">
                        <h2 class="govuk-notification-banner__title" id="result-changed">{words::RESULT_CHANGED.say(language)}</h2>
                    </div>
                    <div class="govuk-notification-banner__content">
                        <p class="govuk-body">{words::WAS.say(language)}": "{sentence(&seen)}</p>
                        <p class="govuk-notification-banner__heading">{words::NOW.say(language)}": "{sentence(&now)}</p>
                    </div>
                </div>
            }
        })
    }
}
