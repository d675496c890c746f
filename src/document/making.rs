//! Doing a [`Job`]: the other side of the text that the page sends.

use super::about::{Criteria, about_html, cases_html, compare_html, report_html};
use super::files::{Fonts, write_watched, write_zip};
use super::job::{Job, Output};
use super::look;
use super::opened::opened_html;
use super::{Format, Stamp, compose, file_name, html, reasons_html, zip_name};
use crate::answers::AnswerSheet;
use crate::date::Date;
use crate::json::{self, Json};
use crate::pack::{Pack, Part};
use crate::problem::Problem;
use crate::screening::screen;
use crate::words::{Language, Words};

/// What came of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The name of the file: reference and part, nothing that was answered. Empty for what is shown and not saved.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// The file itself.
    pub bytes: Vec<u8>,
}

impl Job {
    /// Reads a job; none if the text is not one, which only a page of another version sends.
    pub fn read(text: &str) -> Option<Self> {
        let Ok(Json::Object(mut job)) = json::parse(text) else { return None };
        if job.get("format")?.as_str() != Some("job/1") {
            return None;
        }
        let given = job.remove("given")?;
        let word = |key: &str| job.get(key)?.as_str();
        Some(Self {
            given,
            part: Part::from_name(word("part")?)?,
            output: Output::from_name(word("output")?)?,
            made_on: Date::parse(word("made_on")?)?,
            language: Language::from_tag(word("language")?)?,
        })
    }

    /// Does the job by these criteria.
    ///
    /// # Errors
    /// Every problem of the sheet; or why a file could not be made. Another format may do: only PDF needs fonts.
    pub fn run(self, criteria: &Criteria, fonts: Option<&Fonts>) -> Result<Made, Vec<Problem>> {
        self.run_watched(criteria, fonts, &|_| {})
    }

    /// Does the job as [`Job::run`] does. `watch` is told now and then how far it is, in percent.
    ///
    /// # Errors
    /// Those of [`Job::run`].
    pub fn run_watched(
        self,
        criteria: &Criteria,
        fonts: Option<&Fonts>,
        watch: &dyn Fn(usize),
    ) -> Result<Made, Vec<Problem>> {
        let (day, language) = (self.made_on, self.language);
        Ok(shown(&match self.output {
            Output::About => about_html(criteria, language),
            Output::Report => report_html(criteria, day, language),
            Output::Cases => cases_html(criteria, language),
            Output::Compare => compare_html(criteria, self.given.as_str().unwrap_or_default(), day, language),
            Output::Record => opened_html(criteria, self.given.as_str().unwrap_or_default(), language),
            _ => return self.referral(&criteria.pack, fonts, watch),
        }))
    }

    /// Screens the answers by the pack and makes what is wanted of the referral.
    fn referral(
        self,
        pack: &Pack,
        fonts: Option<&Fonts>,
        watch: &dyn Fn(usize),
    ) -> Result<Made, Vec<Problem>> {
        let sheet = AnswerSheet::of(self.given)?;
        let answers = sheet.read(pack)?;
        let outcome = screen(pack, &answers);
        if self.output == Output::Reasons {
            return Ok(shown(&reasons_html(pack, &answers, &outcome, self.language)));
        }
        let Some(reference) = sheet.reference else {
            return Err(vec![no_reference()]);
        };
        let stamp = Stamp { reference, made_on: self.made_on, language: self.language };
        let part = |part| compose(pack, &answers, &outcome, part, &stamp);
        let (name, kind, bytes) = match self.output {
            Output::File(format) => {
                let document = part(self.part);
                let bytes = write_watched(&document, format, fonts, watch);
                (file_name(&document, format), format.media_type(), bytes)
            }
            Output::Zip => {
                let parts = Part::ALL.map(part);
                (zip_name(&stamp.reference), "application/zip", write_zip(&parts, Format::Pdf, fonts, watch))
            }
            Output::Look => {
                let parts = Part::ALL.map(part);
                return Ok(shown(&look::through(pack, &answers, &outcome, &parts, fonts, self.language)));
            }
            _ => return Ok(shown(&html::fragment(&part(self.part)))),
        };
        Ok(Made { name, kind, bytes: bytes.map_err(|problem| vec![problem])? })
    }
}

/// Something for the page itself, which is no file.
fn shown(text: &str) -> Made {
    Made { name: String::new(), kind: Format::Html.media_type(), bytes: text.as_bytes().to_vec() }
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
