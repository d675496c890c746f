//! A form, which the page itself takes and the browser neither checks nor remembers.

use leptos::prelude::*;

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
        <form novalidate autocomplete="off" on:submit=submit>
            {children()}
        </form>
    }
}
