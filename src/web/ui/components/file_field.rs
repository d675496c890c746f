//! A field to choose a file in.

use leptos::prelude::*;

/// What packs are.
pub(crate) const PACKS: &str = ".json,application/json";

/// A file field with its label.
#[component]
pub(crate) fn FileField(
    /// The id of its control.
    id: &'static str,
    /// What to choose.
    label: &'static str,
    /// The files that are offered, as HTML's `accept` has them.
    accept: &'static str,
    /// Several can be chosen at once.
    #[prop(optional)]
    multiple: bool,
    /// What is done with what was chosen.
    #[prop(into)]
    chosen: Callback<leptos::ev::Event>,
) -> impl IntoView {
    view! {
        <div class="govuk-form-group">
            <label class="govuk-label" for=id>{label}</label>
            <input
                class="govuk-file-upload"
                type="file"
                id=id
                accept=accept
                autocomplete="off"
                multiple=multiple
                on:change=move |event| chosen.run(event)
            />
        </div>
    }
}
