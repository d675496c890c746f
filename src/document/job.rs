//! One piece of work for the program that writes documents, as the text that the page sends it.
//!
//! Composing and writing documents is a program of its own, which the page starts beside itself. A [`Job`] holds all
//! that it needs but the pack, and nothing is kept when it is done.

use super::about::{Criteria, about_html, cases_html, compare_html, report_html};
use super::{Format, Stamp, compose, file_name, html, reasons_html, write};
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
    /// What stands behind the result, as HTML in the same way. It is of no part.
    Reasons,
    /// What the criteria are, as HTML in the same way. This and the following are of no part, and of no answers.
    About,
    /// What the check of the criteria finds. This takes long.
    Report,
    /// How the worked cases come out.
    Cases,
    /// How another pack differs. This takes long.
    Compare,
}

impl Output {
    /// The public name: that of the format, or `preview`.
    pub fn name(self) -> &'static str {
        match self {
            Self::File(format) => format.name(),
            Self::Preview => "preview",
            Self::Reasons => "reasons",
            Self::About => "about",
            Self::Report => "report",
            Self::Cases => "cases",
            Self::Compare => "compare",
        }
    }

    /// Whether it is about the criteria alone, and asked for beside what else a page shows.
    pub fn is_beside(self) -> bool {
        matches!(self, Self::Report | Self::Cases | Self::Compare)
    }

    fn from_name(name: &str) -> Option<Self> {
        match name {
            "preview" => Some(Self::Preview),
            "reasons" => Some(Self::Reasons),
            "about" => Some(Self::About),
            "report" => Some(Self::Report),
            "cases" => Some(Self::Cases),
            "compare" => Some(Self::Compare),
            _ => Format::from_name(name).map(Self::File),
        }
    }
}

/// One part of a referral to make, or one page about the criteria.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// What it is made of: the answer sheet, with its reference; for a comparison the other pack, as text; otherwise
    /// nothing.
    pub given: Value,
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
            ("given", self.given),
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
        let given = job.get_mut("given")?.take();
        let word = |key: &str| job.get(key)?.as_str();
        let part = word("part")?;
        Some(Self {
            given,
            part: Part::ALL.into_iter().find(|one| one.name() == part)?,
            output: Output::from_name(word("output")?)?,
            made_on: Date::parse(word("made_on")?)?,
            language: Language::from_tag(word("language")?)?,
        })
    }

    /// Does the job by these criteria.
    ///
    /// # Errors
    /// Every problem of the sheet.
    pub fn run(self, criteria: &Criteria) -> Result<Made, Vec<Problem>> {
        let (day, language) = (self.made_on, self.language);
        Ok(html(&match self.output {
            Output::About => about_html(criteria, language),
            Output::Report => report_html(criteria, day, language),
            Output::Cases => cases_html(criteria, language),
            Output::Compare => compare_html(criteria, self.given.as_str().unwrap_or_default(), day, language),
            Output::File(_) | Output::Preview | Output::Reasons => return self.referral(&criteria.pack),
        }))
    }

    /// Screens the answers by the pack and writes what is wanted of the referral.
    fn referral(self, pack: &Pack) -> Result<Made, Vec<Problem>> {
        let sheet = AnswerSheet::from_json(self.given)?;
        let answers = sheet.read(pack)?;
        let outcome = screen(pack, &answers);
        if self.output == Output::Reasons {
            return Ok(html(&reasons_html(pack, &answers, &outcome, self.language)));
        }
        let Some(reference) = sheet.reference else {
            return Err(vec![no_reference()]);
        };
        let stamp = Stamp { reference, made_on: self.made_on, language: self.language };
        let document = compose(pack, &answers, &outcome, self.part, &stamp);
        Ok(match self.output {
            Output::File(format) => Made {
                name: file_name(&document, format),
                kind: format.media_type(),
                bytes: write(&document, format).into_bytes(),
            },
            _ => html(&html::fragment(&document)),
        })
    }
}

/// HTML for the page itself, which is no file.
fn html(fragment: &str) -> Made {
    Made { name: String::new(), kind: Format::Html.media_type(), bytes: fragment.as_bytes().to_vec() }
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
