//! The page itself: focus, scrolling, language, printing and its network.

use super::dom;
use leptos::prelude::{document, window};

/// Opens the print dialogue.
pub(crate) fn print() {
    let _ = window().print();
}

/// Moves focus to the first element that matches, if there is one, also where it is not meant to be operated.
pub(crate) fn focus(selector: &str) {
    let Some(found) = dom::first(selector) else { return };
    if found.tab_index() < 0 && !found.has_attribute("tabindex") {
        found.set_tab_index(-1);
    }
    let _ = found.focus();
}

/// Moves focus to the element of an id.
pub(crate) fn focus_id(id: &str) {
    if let Some(found) = dom::by_id(id) {
        found.scroll_into_view();
        let _ = found.focus();
    }
}

/// Whether the address ends in this.
pub(crate) fn is_at(fragment: &str) -> bool {
    window().location().hash().is_ok_and(|hash| hash == fragment)
}

/// Scrolls to the top.
pub(crate) fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Tells the browser and screen readers which language the page is in.
pub(crate) fn set_language(tag: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Shuts the page's network: from here on the browser blocks every connection this page could open.
/// False if the policy could not be added.
pub(crate) fn shut_network() -> bool {
    let shut = || {
        let meta = document().create_element("meta").ok()?;
        meta.set_attribute("http-equiv", "Content-Security-Policy").ok()?;
        meta.set_attribute("content", "connect-src 'none'").ok()?;
        document().head()?.append_child(&meta).ok()
    };
    shut().is_some()
}
