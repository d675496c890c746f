//! What the composer writes for the page itself: the panel beside a result, questions for others, page one beside the questions, the statements and the glossary, and the review
//! before documents are made.
//!
//! Each is HTML that is safe for `innerHTML`, or data for the page. They are long and made only when somebody asks, in the
//! composer, so that the page does not carry them.

mod ask;
mod check;
mod documents;
mod draft_case;
mod export_review;
mod forms;
mod glossary;
mod html;
mod page_one;
mod page_report;
mod result;
mod seal;
mod statements;

pub use ask::{AskAnswer, AskPanel, CALLED_BACK, TAKE};
pub use check::check_html;
pub(crate) use documents::{Offer, documents_html, findings_html, findings_lead};
pub(crate) use draft_case::DraftCase;
pub(crate) use export_review::export_review;
pub use export_review::part_a_problems;
pub use forms::form_html;
pub use glossary::{glossary_html, with_meanings};
pub use page_one::page_one_html;
pub use page_report::page_report_html;
pub use result::result_html;
pub(crate) use seal::{SealPanel, seal_form};
pub use statements::{accessibility_html, privacy_html};
