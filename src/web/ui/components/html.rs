//! HTML that the composer made.

use crate::browser::host::filled;
use crate::session::Session;
use leptos::prelude::*;

/// An element with HTML of the composer, which has escaped what was typed.
#[component]
pub(crate) fn Html(
    session: Session,
    /// The HTML.
    html: String,
) -> impl IntoView {
    view! { <div use:filled=(session.host(), html)></div> }
}
