//! The documents: Part A, B and C, each composed once into a tree of [`block`]s and written in several formats; and the
//! rest of what the composer makes for people.
//!
//! ```text
//! pack + answers + outcome -> explain -> compose -> Document -> write  -> HTML, text, Markdown, JSON
//!                                                            -> export -> PDF, Word, zip
//!                             explain ------------> panels: the reasons beside a result
//!                             compose -> scan ----> panels: the review before documents are made
//! a file that comes back   -> record_file --------> its draft; or its record, and whether that is whole
//! ```
//!
//! | module | holds | called by |
//! |---|---|---|
//! | [`block`], [`Document`], [`Format`], `words` | the block tree, a composed part, the formats and the documents' own words | all of these |
//! | [`explain`](mod@explain) | why an outcome is what it is, in words | `compose`, `panels`, the command line |
//! | `compose` | [`compose()`]: the record of each part, and its blocks and data | jobs of the page, the command line |
//! | [`write`](mod@write) | HTML, plain text, Markdown and JSON; which characters a PDF can show | jobs, `panels`, `record_file`, `export` |
//! | `scan` | looks through Part A for what belongs to Part B | `panels` |
//! | [`record_file`] | opens a file that comes back, and checks a record | jobs |
//! | [`panels`] | the panel beside a result, the statements and the glossary, the review before documents are made | jobs |
//! | [`ask`] | questions for others, and what comes back | `panels`, jobs of the page about the criteria |
//! | `run_job` | the work that a page asks for | the composer |
//!
//! [`compose()`] decides on the content; writers decide only how it looks. The day, the reference and the language come
//! with the [`Stamp`]: there is no clock and no randomness here, so the same input makes the same bytes. PDF, Word and zip
//! files are written by `drive_screening_export`.
//!
//! Invariant: each answer belongs to one part. A part is composed from a record of that part alone, so what belongs to
//! Part B cannot reach Part A by mistake, nor can anything be told from Part A of what it was: see `compose/record.rs`. Free
//! text is never in two parts. The exceptions are the children's ages (in Part A, as whole years without names) and the
//! closed answers of the screening (in Part C, which audits it).
//!
//! Nothing here is written to the perpetrator, and nothing says that anyone was taken on: a panel decides.

mod answer_line;
pub mod ask;
pub mod block;
pub mod compose;
mod composed;
mod criteria;
pub mod explain;
mod file_name;
pub mod panels;
pub mod record_file;
mod run_job;
pub mod scan;
mod wire;
pub(crate) mod words;
pub mod write;

pub use answer_line::answer_line;
pub use compose::{compose, compose_since, panel_digests};
pub use composed::{Document, Essential, Stamp, TOOL};
pub use criteria::Criteria;
pub use drive_screening_core::protocol::Format;
pub use explain::{explain, explanation_json};
pub use file_name::{file_name, zip_name};
pub use panels::part_a_problems;
pub use run_job::opens;
pub use run_job::{
    ExportFormat, ExportRequest, JobResult, OutputFile, document_file, run_job, run_statement,
};
pub use write::write_text;
