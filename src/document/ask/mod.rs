//! Ask and return: a question that names nobody, for whoever could tell, and the answer that comes back.
//!
//! ```text
//! pack + question + code + day + language -> message -> somebody who could tell, by whatever way the agencies use
//! message -> a form at `#reply` of any copy -> reply line -> pasted back -> shown, checked, taken on a press
//! ```
//!
//! | module | holds |
//! |---|---|
//! | `slip` | which questions can be asked, whom, and the message |
//! | `reply` | the line that comes back, and reading it |
//! | `returned` | what a line is worth to a case: what is wrong with it, what it would relax, the answer it gives |
//!
//! Rules:
//! - A message is a function of the pack, the question, its code, the day and the language. Nothing of a case goes in: no answer,
//!   no reference, nothing of who asks.
//! - Only a question with a closed answer, a number or a date is asked, of which the pack says who could tell. No text travels, as
//!   text could name somebody; nor does a date by which somebody is known. What only the referrer can say is not asked: what goes
//!   to Part C, and what is to be asked afresh.
//! - Check letters find what was mistyped. They prove nothing about who answered. So a line may only add caution by itself; what
//!   would relax something is taken once the referrer says whom they called back, which is kept beside the answer.

mod reply;
mod returned;
mod slip;

pub use reply::{MOST_CHARACTERS, MOST_REPLIES, Refusal, ReplyLine, read_replies};
pub use returned::{MOST_CALLED_BACK, OLDEST_DAYS, Returned, Standing, clean_called_back, returned};
pub use slip::{
    Asked, Slip, WORKING_DAYS, asked_in, asked_of, can_be_asked, is_worth_asking, message, open_questions,
    slip_to_settle, working_days_after,
};
