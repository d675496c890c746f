//! One piece of work for the program that writes documents, as the text that the page sends it.
//!
//! Composing and writing documents is a program of its own, which the page starts beside itself. A [`Job`] holds all
//! that it needs but the pack, and nothing is kept when it is done.

use super::{Format, Stamp, compose, file_name, html, write};
use crate::answers::AnswerSheet;
use crate::date::Date;
use crate::json;
use crate::pack::{Pack, Part};
use crate::problem::Problem;
use crate::screening::screen;
use crate::words::{Language, Words};
use serde_json::Value;

/// Which build a program is of. A page takes jobs to a program of its own build only.
pub const BUILD: &str = env!("DRIVE_BUILD");

/// What is to be made of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// A file to save.
    File(Format),
    /// The HTML of the page's preview: a fragment, safe for `innerHTML`.
    Preview,
}

impl Output {
    /// The public name: that of the format, or `preview`.
    pub fn name(self) -> &'static str {
        match self {
            Self::File(format) => format.name(),
            Self::Preview => "preview",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        if name == "preview" { Some(Self::Preview) } else { Format::from_name(name).map(Self::File) }
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

/// What came of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The name of the file: reference and part, nothing that was answered.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// The file itself.
    pub bytes: Vec<u8>,
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

    /// Reads a job; none if the text is not one, which only a page of another version sends.
    pub fn read(text: &str) -> Option<Self> {
        let mut job = json::parse(text).ok()?;
        if job["format"] != "job/1" {
            return None;
        }
        let sheet = job.get_mut("sheet")?.take();
        let word = |key: &str| job.get(key)?.as_str();
        let part = word("part")?;
        Some(Self {
            sheet,
            part: Part::ALL.into_iter().find(|one| one.name() == part)?,
            output: Output::from_name(word("output")?)?,
            made_on: Date::parse(word("made_on")?)?,
            language: Language::from_tag(word("language")?)?,
        })
    }

    /// Screens the answers by the pack and writes the part.
    ///
    /// # Errors
    /// Every problem of the sheet.
    pub fn run(self, pack: &Pack) -> Result<Made, Vec<Problem>> {
        let sheet = AnswerSheet::from_json(self.sheet)?;
        let answers = sheet.read(pack)?;
        let Some(reference) = sheet.reference else {
            return Err(vec![no_reference()]);
        };
        let stamp = Stamp { reference, made_on: self.made_on, language: self.language };
        let document = compose(pack, &answers, &screen(pack, &answers), self.part, &stamp);
        Ok(match self.output {
            Output::File(format) => Made {
                name: file_name(&document, format),
                kind: format.media_type(),
                bytes: write(&document, format).into_bytes(),
            },
            Output::Preview => Made {
                name: String::new(),
                kind: Format::Html.media_type(),
                bytes: html::fragment(&document).into_bytes(),
            },
        })
    }
}

fn no_reference() -> Problem {
    Problem::filled(
        "job-without-reference",
        "sheet/reference",
        Words::of("the sheet has no reference", "nid oes cyfeirnod ar y daflen"),
        Words::of("load the page again", "llwythwch y dudalen eto"),
        &[],
    )
}
