//! Doing a [`Job`] by the criteria of a copy.

use super::panels::{
    AskAnswer, AskPanel, DraftCase, Offer, SealPanel, accessibility_html, check_html, documents_html,
    export_review, findings_html, findings_lead, form_html, glossary_html, page_one_html, page_report_html,
    privacy_html, result_html, seal_form,
};
use super::record_file::{OpenedFile, open};
use super::write::article;
use super::{Criteria, Document, Format, Stamp, compose_since, file_name, panel_digests};
use crate::write::page_text;
use drive_screening_core::answers::Answers;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::wire::{decode_one, encode_one};
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::interview::{Draft, Now, Referral, fill};
use drive_screening_core::pack::{Pack, Part};
use drive_screening_core::protocol::{Job, JobRequest, OPENED_MAX_BYTES, Reply, ReviewFindings};
use drive_screening_core::screening::{Outcome, screen};

/// A file that was made, to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Its name: reference and part, nothing that was answered.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// The file itself.
    pub bytes: Vec<u8>,
}

/// What came of a job so far.
#[derive(Clone, Debug)]
pub enum JobResult {
    /// Something for the page itself.
    Reply(Reply),
    /// A file.
    File(OutputFile),
    /// Documents, which are still to be written.
    Export(ExportRequest),
}

/// A file that the exporter writes: the rest is text, which is written where it is composed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// A document as PDF.
    Pdf,
    /// A document for Word.
    Docx,
    /// Documents as PDF, in one zip.
    PdfZip,
}

/// Composed documents, to be written by the exporter.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRequest {
    /// As what.
    pub format: ExportFormat,
    /// The documents: one, or those that go in the zip.
    pub documents: Vec<Document>,
}

impl ExportRequest {
    /// Them in one piece, for the program that can.
    pub fn packed(&self) -> Vec<u8> {
        encode_one(self)
    }

    /// Reads what [`ExportRequest::packed`] gave.
    pub fn unpacked(bytes: &[u8]) -> Self {
        decode_one(bytes)
    }
}

/// Does a job that is the same for every page: a statement, the glossary, or what to tell of a page. None if it is another.
pub fn run_statement(job: &Job, pack: &Pack, made_on: Date, language: Language) -> Option<JobResult> {
    let html = match job {
        Job::Privacy => privacy_html(language),
        Job::Accessibility => accessibility_html(language),
        Job::Glossary => glossary_html(language),
        Job::PageReport { page, browser } => page_report_html(pack, page, browser, made_on, language),
        _ => return None,
    };
    Some(JobResult::Reply(Reply::Panel(html)))
}

/// Does a job by these criteria, but for writing PDF, Word and zip files.
///
/// # Errors
/// Every problem of the sheet; `job-about-criteria` for what only the page about the criteria asks.
pub fn run_job(request: JobRequest, criteria: &Criteria) -> Result<JobResult, Vec<Problem>> {
    let JobRequest { made_on, minute, language, job, number: _ } = request;
    if let Some(made) = run_statement(&job, &criteria.pack, made_on, language) {
        return Ok(made);
    }
    let panel = |html: String| Ok(JobResult::Reply(Reply::Panel(html)));
    match job {
        Job::Form(form) => panel(form_html(&form, &criteria.site.draft_recipients, language)),
        Job::Ask { draft, typed } => {
            let asked = AskPanel { pack: &criteria.pack, typed: &typed, today: made_on, language };
            Ok(JobResult::Reply(match asked.answer(draft)? {
                AskAnswer::Panel(html) => Reply::Panel(html),
                AskAnswer::Taken(draft) => Reply::Draft(draft),
            }))
        }
        Job::Open { file } => Ok(JobResult::Reply(match open(criteria, &file, made_on, language) {
            OpenedFile::Draft(draft) => Reply::Draft(draft),
            OpenedFile::Record(html) => Reply::Panel(html),
            OpenedFile::Refused(html) => Reply::NotOpened(html),
        })),
        Job::Criteria(_) | Job::Privacy | Job::Accessibility | Job::Glossary | Job::PageReport { .. } => {
            Err(vec![not_about_criteria()])
        }
        Job::Result { draft } => panel(result_html(&criteria.pack, draft, made_on, language)?),
        Job::PageOne { draft } => panel(page_one_html(&criteria.pack, draft, made_on, language)?),
        Job::Fill { draft } => {
            let draft = filled(criteria, draft, Now { today: made_on, minute }, language)?;
            Ok(JobResult::Reply(Reply::Draft(Box::new(draft))))
        }
        Job::Check { draft } => panel(check_html(&criteria.pack, draft, made_on, language)?),
        Job::Document { part, format, draft } => {
            let case = Case::read(&criteria.pack, draft, made_on)?;
            document_file(case.compose(&criteria.pack, part, &case.stamp(made_on, language)?), format)
        }
        Job::Zip { parts, draft } => {
            let case = Case::read(&criteria.pack, draft, made_on)?;
            let is_wanted =
                |part: &Part| parts.is_empty() || parts.split('+').any(|name| name == part.name());
            let stamp = case.stamp(made_on, language)?;
            let wanted = Part::ALL.into_iter().filter(is_wanted);
            let documents: Vec<Document> =
                wanted.map(|part| case.compose(&criteria.pack, part, &stamp)).collect();
            let format = if documents.len() > 1 { ExportFormat::PdfZip } else { ExportFormat::Pdf };
            Ok(JobResult::Export(ExportRequest { format, documents }))
        }
        Job::SealForm { draft, words, with_panel } => {
            let panel = SealPanel { words: &words, with_panel, today: made_on, language };
            seal_form(criteria, draft, &panel).map(JobResult::Reply)
        }
        Job::Review { draft, host } => {
            let (pack, case) = (&criteria.pack, Case::read(&criteria.pack, draft, made_on)?);
            let parts = case.parts(pack, made_on, language)?;
            let (findings, note) = export_review(pack, &case.answers, &case.outcome, &parts, language);
            let reference = case.reference.as_deref().unwrap_or_default();
            let offer = Offer { criteria, reference, host: &host, note: &note };
            Ok(JobResult::Reply(Reply::Review(ReviewFindings {
                lead: findings_lead(language),
                entries: findings_html(pack, &findings, language),
                documents: [false, true].map(|with_panel| documents_html(&offer, with_panel, language)),
                findings,
                referrals: case.referrals_with(pack, reference, made_on),
            })))
        }
        Job::Preview { part, draft } => {
            let case = Case::read(&criteria.pack, draft, made_on)?;
            panel(article(&case.compose(&criteria.pack, part, &case.stamp(made_on, language)?)))
        }
    }
}

/// A draft with what is known filled in.
fn filled(criteria: &Criteria, draft: Json, now: Now, language: Language) -> Result<Draft, Vec<Problem>> {
    let Criteria { pack, site, .. } = criteria;
    let DraftCase { reference, stage, mut form, .. } = DraftCase::read(pack, draft, now.today)?;
    fill(pack, &mut form, &site.usual_answers(pack).unwrap_or_default(), now, language);
    Ok(Draft::of_form(pack, &form, stage, Some(reference)))
}

/// The answers of a draft, screened.
struct Case {
    reference: Option<String>,
    answers: Answers,
    outcome: Outcome,
    /// What the panel was given before.
    referrals: Vec<Referral>,
}

impl Case {
    fn read(pack: &Pack, draft: Json, today: Date) -> Result<Self, Vec<Problem>> {
        let draft = Draft::read(pack, draft, today)?;
        let referrals = draft.referrals(pack, today);
        let Draft { reference, answers, .. } = draft;
        let outcome = screen(pack, &answers);
        Ok(Self { reference, answers, outcome, referrals })
    }

    /// What the panel will have been given once Part A is made, a line each.
    fn referrals_with(&self, pack: &Pack, reference: &str, on: Date) -> Vec<String> {
        let panel = panel_digests(pack, &self.answers, &self.outcome, reference);
        Referral { on, panel }.added(&self.referrals).iter().map(Referral::write).collect()
    }

    fn stamp(&self, made_on: Date, language: Language) -> Result<Stamp, Vec<Problem>> {
        let reference = self.reference.clone().ok_or_else(|| vec![no_reference()])?;
        Ok(Stamp { reference, made_on, language })
    }

    fn compose(&self, pack: &Pack, part: Part, stamp: &Stamp) -> Document {
        let last = Referral::last(&self.referrals, stamp.made_on);
        compose_since(pack, &self.answers, &self.outcome, part, stamp, last)
    }

    /// All three parts.
    fn parts(&self, pack: &Pack, made_on: Date, language: Language) -> Result<[Document; 3], Vec<Problem>> {
        let stamp = self.stamp(made_on, language)?;
        Ok(Part::ALL.map(|part| self.compose(pack, part, &stamp)))
    }
}

/// The file of a document, or the document to be written by the program that can.
///
/// # Errors
/// `made-too-large`; nothing in words where the format is one that no page offers.
pub fn document_file(document: Document, format: Format) -> Result<JobResult, Vec<Problem>> {
    let export = match format {
        Format::Pdf => Some(ExportFormat::Pdf),
        Format::Docx => Some(ExportFormat::Docx),
        Format::Html | Format::Json | Format::Text | Format::Markdown => None,
    };
    if let Some(format) = export {
        return Ok(JobResult::Export(ExportRequest { format, documents: vec![document] }));
    }
    let Some(text) = page_text(&document, format) else { return Err(Vec::new()) };
    let name = file_name(&document, format);
    let file = OutputFile { name, media_type: format.media_type(), bytes: text.into_bytes() };
    opens(file, OPENED_MAX_BYTES).map(JobResult::File).map_err(|problem| vec![problem])
}

/// What was made, if it is not one of the files that a page opens and too large for that: a file that will not open again
/// is not given as if it did.
///
/// # Errors
/// `made-too-large`.
pub fn opens(made: OutputFile, most: usize) -> Result<OutputFile, Problem> {
    let may_come_back =
        [Format::Json, Format::Pdf].iter().any(|format| format.media_type() == made.media_type);
    if !may_come_back || made.bytes.len() <= most {
        return Ok(made);
    }
    Err(Problem::filled(
        "made-too-large",
        "",
        Phrase::of(
            "the file would be so large that this page could not open it again",
            "byddai'r ffeil mor fawr fel na allai'r dudalen hon ei hagor eto",
        ),
        Phrase::of(
            "save this part as Word or as plain text, or shorten the longest answers",
            "cadwch y rhan hon fel Word neu fel testun plaen, neu byrhewch yr atebion hiraf",
        ),
        &[],
    ))
}

/// A referral's composer is smaller for knowing nothing of this, and its page never asks.
fn not_about_criteria() -> Problem {
    Problem::filled(
        "job-about-criteria",
        "",
        Phrase::of(
            "this page cannot show or change criteria",
            "ni all y dudalen hon ddangos na newid meini prawf",
        ),
        Phrase::of("use the page About these criteria", "defnyddiwch y dudalen Am y meini prawf hyn"),
        &[],
    )
}

fn no_reference() -> Problem {
    Problem::filled(
        "job-without-reference",
        "sheet/reference",
        Phrase::of("the sheet has no reference", "nid oes cyfeirnod ar y daflen"),
        Phrase::of("load the page again", "llwythwch y dudalen eto"),
        &[],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_page_opens_again_is_bound_by_what_it_opens() {
        for format in Format::ALL {
            let made = |size| OutputFile {
                name: String::new(),
                media_type: format.media_type(),
                bytes: vec![b' '; size],
            };
            assert!(opens(made(8), 8).is_ok());
            let code = opens(made(9), 8).err().map(|problem| problem.code);
            let comes_back = matches!(format, Format::Json | Format::Pdf);
            assert_eq!(code, comes_back.then_some("made-too-large"), "{format:?}");
        }
    }
}
