//! What is folded away until it is asked for.

use crate::ui::element::{El, el, said};

/// A summary that opens to what `inside` adds.
pub(crate) fn details(summary: &str, inside: impl FnOnce(El) -> El) -> El {
    let summary =
        el("summary", "govuk-details__summary").child(said("span", "govuk-details__summary-text", summary));
    el("details", "govuk-details").child(summary).child(inside(el("div", "govuk-details__text")))
}
