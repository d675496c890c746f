//! The page itself: focus, scrolling, language, printing and its network.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

/// Moves focus to the first element that matches, if there is one, also where it is not meant to be operated.
pub(crate) fn focus(selector: &str) -> bool {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    let element = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| {
        if !element.has_attribute("tabindex") && element.tab_index() < 0 {
            let _ = element.set_attribute("tabindex", "-1");
        }
        element.focus().is_ok()
    })
}

/// Moves focus to the element of an id.
pub(crate) fn focus_id(id: &str) -> bool {
    let found = document().and_then(|document| document.get_element_by_id(id));
    let element = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| {
        element.scroll_into_view();
        element.focus().is_ok()
    })
}

/// Scrolls to the top.
pub(crate) fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Tells the browser and screen readers which language the page is in.
pub(crate) fn set_language(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Opens the print dialogue.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Puts the marking and page numbers in the margins of printed pages. A style sheet made by script, because the
/// strict headers allow no inline style.
pub(crate) fn set_print_margins(css: &str) {
    let Some(document) = document() else { return };
    let Ok(sheet) = web_sys::CssStyleSheet::new() else {
        return;
    };
    let replace = js_sys::Reflect::get(&sheet, &"replaceSync".into())
        .ok()
        .and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    if replace.is_some_and(|replace| replace.call1(&sheet, &css.into()).is_ok()) {
        let _ = js_sys::Reflect::set(
            &document,
            &"adoptedStyleSheets".into(),
            &js_sys::Array::of1(&sheet),
        );
    }
}

/// Shuts the page's network: from here on the browser blocks every connection this page could open.
/// False if the policy could not be added.
pub(crate) fn shut_network() -> bool {
    let add = || {
        let document = document()?;
        let meta = document.create_element("meta").ok()?;
        meta.set_attribute("http-equiv", "Content-Security-Policy").ok()?;
        meta.set_attribute("content", "connect-src 'none'").ok()?;
        document.head()?.append_child(&meta).ok()
    };
    add().is_some()
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
