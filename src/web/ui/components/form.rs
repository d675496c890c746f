//! A form, which the page itself takes and the browser neither checks nor remembers, nor puts into other words.

use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

/// A form.
#[component]
pub(crate) fn Form(
    /// What is done when it is sent on.
    #[prop(into)]
    act: Callback<()>,
    children: Children,
) -> impl IntoView {
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        act.run(());
    };
    view! {
        // No name is mended, and no Welsh by an English keyboard. Leptos knows no such attribute.
        <form on:submit=submit novalidate autocomplete="off" {..custom_attribute("autocorrect", "off")}>
            {children()}
        </form>
    }
}
