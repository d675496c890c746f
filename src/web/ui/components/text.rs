//! Plain texts, which most of a page is made of, and texts that may change.

use leptos::prelude::*;

/// A paragraph.
#[component]
pub(crate) fn Paragraph(
    /// What it says.
    #[prop(into)]
    text: String,
    /// How it looks.
    #[prop(default = "govuk-body")]
    class: &'static str,
) -> impl IntoView {
    view! { <p class=class>{text}</p> }
}

/// The heading of a part of a page.
#[component]
pub(crate) fn Subheading(
    /// What it says.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <h2 class="govuk-heading-m">{text}</h2> }
}

/// A list of plain lines.
#[component]
pub(crate) fn BulletList(
    /// What they say.
    lines: Vec<String>,
) -> impl IntoView {
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect_view();
    view! { <ul class="govuk-list govuk-list--bullet">{lines}</ul> }
}

/// A text that may change, for `prop:textContent`: put into its element anew each time. A browser that translates pages
/// takes the text away and puts elements of its own in its place, where what was changed in the old one would never be
/// seen.
pub(crate) fn live(text: impl Fn() -> String + Send + Sync + 'static) -> Memo<String> {
    boxed(Box::new(text))
}

/// One memo for all of them: each closure would have code of its own.
fn boxed(text: Box<dyn Fn() -> String + Send + Sync>) -> Memo<String> {
    Memo::new(move |_| text())
}
