//! The criteria themselves, as HTML for the page "About these criteria": what they are and where they come from, the
//! findings of their check, how their worked cases come out, how another pack differs, and what changes to one come to.
//!
//! And the evidence sheet of a copy, from what the self-test found.
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
mod report;
mod run_job;
mod sheet;
mod words;

pub use about::about_html;
pub use cases::cases_html;
pub use compare::compare_html;
pub use draft::draft_json;
pub use evidence_sheet::{WAYS, evidence_sheet};
pub use report::report_html;
pub use run_job::run_job;
