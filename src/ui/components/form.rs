//! A form, which the page itself takes and the browser neither checks nor remembers.

use crate::ui::element::{El, el};

/// A form that calls `act` when it is sent on.
pub(crate) fn form(act: impl Fn() + 'static) -> El {
    el("form", "").attr("novalidate", "").attr("autocomplete", "off").on("submit", move |event| {
        event.prevent_default();
        act();
    })
}
