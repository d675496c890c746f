//! The interview: what was typed, what is asked next, and what is still missing. Pure; the pages only show it.

mod as_of;
mod asked;
mod doubts;
mod draft;
mod entry;
mod form;
mod gaps;
mod kept;
mod progress;
mod say;
mod typed_date;
mod weight;
mod why;

pub use as_of::as_of;
pub use asked::{Asked, OVERRIDE, asked, asked_in_item, goes_against, needs_reason, page_to_settle};
pub use doubts::{Doubt, doubts, doubts_at};
pub use draft::Draft;
pub use entry::{Entry, Field, Typed, Wrong};
pub use form::{Form, Item};
pub use gaps::{Gap, Missing, gaps, left_out, may_be_left_out};
pub use kept::{KEPT, kept_in};
pub use progress::{
    Pages, SectionState, can_see_result, next_page, owed_before_result, page_is_answered, page_is_asked,
    section_state, sections_left, stage_of, urgent_now,
};
pub use say::{item_name, said_beside, say};
pub use typed_date::{TypedDate, typed_date};
pub use weight::{Weight, weight};
pub use why::why_asked;
