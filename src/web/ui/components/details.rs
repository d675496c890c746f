//! What is folded away until it is asked for.

use leptos::prelude::*;

/// A summary that opens to what is inside.
#[component]
pub(crate) fn Details(
    /// What is always shown.
    #[prop(into)]
    summary: String,
    /// Whether it stands open; when that changes it opens or closes, and between changes the person does as they like.
    #[prop(optional, into)]
    open: Option<Signal<bool>>,
    /// What is inside is a group of this name.
    #[prop(optional, into)]
    name: Option<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="govuk-details" open=move || open.is_some_and(|open| open.get())>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{summary}</span>
            </summary>
            <div class="govuk-details__text" role=name.is_some().then_some("group") aria-label=name>
                {children()}
            </div>
        </details>
    }
}
