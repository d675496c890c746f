//! The criteria themselves, as HTML for the page "About these criteria": what they are and where they come from, the
//! findings of their check, how their worked cases come out, how another pack differs, and what changes to one come to.
//!
//! And the evidence sheet of a copy, from what the self-test found; and the form in which a question is answered that somebody sent
//! about a case, with the line that comes of it.
//!
//! Everything here is safe for `innerHTML`, with headings from the second level. It is long, and made only when somebody
//! asks: in `author`, the composer of that page, so that neither page nor the composer of a referral carries it.

mod about;
mod cases;
mod changes;
mod compare;
mod draft;
mod evidence_sheet;
mod figures;
mod reply_form;
mod report;
mod run_job;
mod sheet;
mod words;

pub use about::about_html;
pub use cases::cases_html;
pub use compare::compare_html;
pub use draft::draft_json;
pub use evidence_sheet::{WAYS, evidence_sheet};
pub use reply_form::{reply_form, reply_json};
pub use report::report_html;
pub use run_job::run_job;
