//! What whoever installed this copy wrote into `index.html`.

/// The content of `<meta name="...">`.
pub(crate) fn meta(name: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let meta = document
        .query_selector(&format!("meta[name=\"{name}\"]"))
        .ok()??;
    meta.get_attribute("content")
        .filter(|content| !content.is_empty())
}
