//! Screens referrals to the Drive Project and writes the referral, in the browser, with nothing sent.
//!
//! ```text
//! pack + answers + today -> screen -> outcome (with reasons) -> referral -> document -> bytes
//! ```
//!
//! Every arrow is a plain function of a pure package: no browser, clock or randomness. The **page** keeps the form, calls these
//! functions in memos and shows the results. This library names the pure packages in one place, for the command line, the
//! tests and programs in Rust.
//!
//! | package | holds | uses |
//! |---|---|---|
//! | `src/core` | what every program needs | |
//! | `src/authoring` | what is for whoever writes criteria | core |
//! | `src/document` | what goes to people, as blocks and as text | core |
//! | `src/about_criteria` | what is shown of the criteria, and how they are changed; the evidence sheet of a copy | core, authoring, document |
//! | `src/export` | the same as PDF, Word and zip files: large | core, document |
//! | `src/web/ui` | the pages; `browser`, one browser facility a file | core |
//! | `src/web/page`, `src/web/criteria`, `src/web/components` | the page of a referral, that about the criteria, and one of every component, as programs: what JavaScript may call of them | ui |
//! | `src/web/composer` | a worker of the page: it makes documents | core, document |
//! | `src/web/author` | the same for the page about the criteria: it checks and changes them too | `about_criteria`, composer |
//! | `src/web/exporter` | a worker of the composer: PDF, Word and zip files | core, document, export |
//! | `src/web/engine`, `src/web/checker` | screening alone, for pages of others; what reads and checks criteria for it | core; core, authoring |
//! | `src/web/worker_messages`, `src/web/js_values` | what composer and exporter share; what engine and checker share | core |
//!
//! Nothing flows left within a package either: each module may use only those before it, and `tests/architecture.rs`, which has
//! the packages too, names the first line that does otherwise. The modules, in that order:
//!
//! | module | holds |
//! |---|---|
//! | [`words`], [`text`], [`date`], [`time_of_day`], [`shown`], [`sorted`], [`json`], [`problem`], [`wire`] | the base: languages and the sentences in both; quotations in messages; days and times; long lists cut to a length; sorting; JSON; problems, each with its place and the next step; the compact binary format |
//! | [`pack`] | the criteria pack: what is asked, what decides, and the words for both |
//! | [`answers`] | typed answers by fact, and the answer sheet |
//! | [`screening`] | rules to truths to the exact verdict, flags, deciding reasons, and what would change it |
//! | [`interview`] | the form as typed, the next question, and the gaps |
//! | [`site`] | the settings of a site, and its pack with these laid over it |
//! | [`protocol`] | the messages between the programs of one build |
//! | [`state`] | the state of the page: changes go in, commands come out |
//! | [`embed`] | the messages between an embedded page and its host |
//! | [`exit_keys`] | the presses of keys that leave the page quickly |
//! | [`check`] | the check of a pack: findings, and worked cases |
//! | [`diff`] | the difference of two packs |
//! | [`edit`] | the form in which a pack is changed, and the pack that comes of it |
//! | [`document`] | the three parts composed as blocks, and their writers |
//! | [`about_criteria`] | the criteria as HTML, their check, and the difference of two packs; the evidence sheet |
//! | [`export`] | the same as PDF, Word and zip files |
//!
//! Where to begin: a verdict is decided in `src/core/screening/outcome.rs`, a question is drawn in
//! `src/web/ui/components/question.rs`, what happens on the page is `State::apply` in `src/core/state/mod.rs`.
//!
//! # Glossary
//!
//! | word | meaning |
//! |---|---|
//! | **pack** | the criteria of one area with the questions, words and figures they need, in one JSON file |
//! | **fact** | one thing that is asked, known by its id, such as `perpetrator_age`; its **question** is the wording |
//! | **answer** | the value of a fact, "none of these", or "not known", which is never "no" |
//! | **evidence** | where an answer comes from: its origin, date and note |
//! | **answer sheet** | the answers of one case as JSON, `answers/1`; a **draft** is a sheet with whatever cannot be read yet |
//! | **rule** | a three-valued condition over facts: yes, no or unknown |
//! | **criterion** | a named rule, or a graded one, which the verdicts are made of; its [`Role`](pack::Role) is what it does to them |
//! | **value set** | the values that a criterion may still have; one value is **settled** |
//! | **verdict** | one of the ends of a screening that a pack defines, tried in order |
//! | **outcome** | the verdict that is certain, or `need_information`, with all verdicts that are still possible |
//! | **flag** | what a pack says beside the outcome, such as something to be done before anything else |
//! | **explanation** | the **reasons** that settle an outcome, the **open criteria**, and the **counterfactuals**: the smallest changes that lead to another outcome |
//! | **form** | everything as it was typed, also what is no answer yet; a **field** is one place in it |
//! | **interview** | pack, form, answers, outcome and stage together: what is asked next |
//! | **stage** | `screening`, then `referral` |
//! | **part** | whom a document is for: A the panel, B the restricted annex on the people at risk, C handling and audit |
//! | **document** | one part, composed as a tree of blocks; a **format** is what it is written as |
//! | **record** | a file of a document that comes back to be read and screened again |
//! | **problem** | something wrong, with a stable code, a place, a sentence and the next step |
//! | **self-test** | a copy looking at its own files and trying every **way** out of a page; what came of it stands on the **evidence sheet** |
//! | **finding** | what a check says of a pack, or a review of Part A |
//! | **site** | who installed a copy, and the settings beside it; a **host** is the page that embeds it |
//! | **job**, **reply** | the work that the page asks of the composer, and its answer |
//!
//! # Invariants
//!
//! - A [`pack::Pack`] that exists is sound, so `screening` has no `Result`.
//! - Learning more never contradicts: a settled verdict stays under every further answer.
//! - What belongs to Part B never reaches Part A: a document is composed from a record of one part.
//! - Answers leave the page only by something the person did.

pub use drive_screening_about_criteria as about_criteria;
pub use drive_screening_authoring::{check, diff, edit};
pub use drive_screening_core::base::{
    date, json, problem, secret, shown, sorted, text, time_of_day, wire, words,
};
pub use drive_screening_core::{
    answers, embed, exit_keys, interview, pack, protocol, screening, site, state,
};
pub use drive_screening_document as document;
pub use drive_screening_export as export;
pub use drive_screening_panel_desk as panel_desk;
pub use drive_screening_seal as seal;
