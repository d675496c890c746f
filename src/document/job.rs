//! One piece of work for the program that writes documents, as the text that the page sends it.
//!
//! Composing and writing documents is a program of its own, which the page starts beside itself. A [`Job`] holds all
//! that it needs but the pack, and nothing is kept when it is done.

use super::Format;
use crate::date::Date;
use crate::json;
use crate::pack::Part;
use crate::words::Language;
use serde_json::Value;

/// Which build a program is of. A page takes jobs to a program of its own build only.
pub const BUILD: &str = env!("DRIVE_BUILD");

/// What is to be made of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// A file to save.
    File(Format),
    /// All three parts as PDF files, in one zip.
    Zip,
    /// What should be looked at before documents are made, as data for the page. It is of no part.
    Look,
    /// The HTML of the page's preview: a fragment, safe for `innerHTML`.
    Preview,
    /// What stands behind the result, as HTML in the same way. It is of no part.
    Reasons,
}

impl Output {
    /// The public name: that of the format, or `preview`.
    pub fn name(self) -> &'static str {
        match self {
            Self::File(format) => format.name(),
            Self::Zip => "zip",
            Self::Look => "look",
            Self::Preview => "preview",
            Self::Reasons => "reasons",
        }
    }

    #[cfg(feature = "documents")]
    pub(super) fn from_name(name: &str) -> Option<Self> {
        match name {
            "zip" => Some(Self::Zip),
            "look" => Some(Self::Look),
            "preview" => Some(Self::Preview),
            "reasons" => Some(Self::Reasons),
            _ => Format::from_name(name).map(Self::File),
        }
    }
}

/// One part of a referral to make.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// The answer sheet, with its reference.
    pub sheet: Value,
    /// Which part.
    pub part: Part,
    /// As what.
    pub output: Output,
    /// The day it is made.
    pub made_on: Date,
    /// The language it is written in.
    pub language: Language,
}

impl Job {
    /// The job as text.
    pub fn write(self) -> String {
        json::write(&json::object([
            ("format", "job/1".into()),
            ("sheet", self.sheet),
            ("part", self.part.name().into()),
            ("output", self.output.name().into()),
            ("made_on", self.made_on.to_string().into()),
            ("language", self.language.tag().into()),
        ]))
    }
}
