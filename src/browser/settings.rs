//! What whoever installed this copy wrote into `index.html`.

use super::dom;

/// The content of `<meta name="...">`.
pub(crate) fn meta(name: &str) -> Option<String> {
    let meta = dom::first(&["meta[name=\"", name, "\"]"].concat())?;
    meta.attribute("content").filter(|content| !content.is_empty())
}
