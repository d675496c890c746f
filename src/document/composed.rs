//! A document, composed, as the writers are given it: a part of a referral, or the evidence sheet of a copy.

use crate::block::Block;
use crate::words;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::words::{Language, Localized};
use drive_screening_core::pack::Part;

/// The program and its version, as documents name it.
pub const TOOL: &str = concat!("drive-screening ", env!("CARGO_PKG_VERSION"));

/// The reference, the day and the language of a document, given by the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// A random reference that says nothing about the case, such as `K7Q2-M9XD`.
    pub reference: String,
    /// The day the document is made.
    pub made_on: Date,
    /// The language it is written in. Typed text stays as it was typed.
    pub language: Language,
}

/// A document, composed.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Which part of a referral it is; none where it is of no referral: the evidence sheet.
    pub part: Option<Part>,
    /// The language it is written in.
    pub language: Language,
    /// The second language, which stands beside the first, where the pack asks for both.
    pub other: Option<Language>,
    /// The protective marking.
    pub marking: String,
    /// The random reference; of no referral, what the file is called.
    pub reference: String,
    /// The day it was made.
    pub made_on: Date,
    /// The title of the part.
    pub title: String,
    /// The text, in order.
    pub blocks: Vec<Block>,
    /// The answers in it that are shown whole or not at all.
    pub essentials: Vec<Essential>,
    /// The same as data: `referral/1`, with its own digest in it.
    pub data: serde_json::Value,
}

impl Document {
    /// What it is, in one word that names files and classes.
    pub fn kind(&self) -> &'static str {
        self.part.map_or("evidence", Part::name)
    }

    /// Which document it is, in one line: `K7Q2-M9XD · Part A: panel pack`.
    pub fn name(&self) -> String {
        format!("{} \u{b7} {}", self.reference, self.title)
    }

    /// The title that its file gives itself.
    pub fn file_title(&self) -> String {
        format!("{}, {}", self.title, self.reference)
    }

    /// The line that ends it, with the marking, so that nobody takes a part of it for the whole.
    pub fn last_line(&self) -> String {
        format!("{} {} \u{b7} {}", words::END.say(self.language), self.title, self.marking)
    }
}

/// An answer that is shown whole or not at all: typed text that names, locates or reaches a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Essential {
    /// The field, such as "Victim-survivor 2: Name": nothing that was typed.
    pub label: Localized,
    /// The text as typed.
    pub text: String,
    /// It is an account in which such details stand: then its letters and digits count, not its other signs.
    pub account: bool,
}
