//! The desk of those who receive sealed referrals: their team's keys, opening what came, and the drill before they begin. Pure: the
//! sealer does the work on keys, and a page shows all of this.
//!
//! ```text
//! sealed file, key files, passphrase -> sealer -> contents -> the parts, to read, to check and to print
//! passphrase -> sealer -> a team's key -> its file, its line of site.json, its words, a sheet for the safe
//! ```
//!
//! | module | gives |
//! |---|---|
//! | [`contents`](contents()) | what a sealed file holds, as files |
//! | [`state`] | what happened at the desk, and what is to be done about it |
//! | [`words`] | what the pages of the desk say |

mod contents;
pub mod state;
pub mod words;

pub use contents::{OpenedFile, contents};
