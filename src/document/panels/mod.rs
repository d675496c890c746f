//! What the composer writes for the page itself: the panel beside a result, the pages about the criteria, and the review
//! before documents are made.
//!
//! Each is HTML that is safe for `innerHTML`, or data for the page. They are long and made only when somebody asks, in the
//! composer, so that the page does not carry them.

pub mod about;
mod export_review;
mod result;

pub(crate) use export_review::export_review;
pub use export_review::part_a_problems;
pub use result::result_html;
