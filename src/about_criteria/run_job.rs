//! Doing a [`CriteriaJob`] by the criteria of a copy.

use crate::reply_form::{reply_form, reply_json};
use crate::{about_html, cases_html, compare_html, draft_json, evidence_sheet, report_html};
use drive_screening_authoring::edit::Editor;
use drive_screening_core::answers::{AnswerSheet, Answers};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::json::{self, Json};
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::Phrase;
use drive_screening_core::pack::Pack;
use drive_screening_core::protocol::{CriteriaJob, Job, JobRequest, MESSAGE_BEGINS, Reply};
use drive_screening_document::write::article;
use drive_screening_document::{Criteria, Format, JobResult, OutputFile, document_file, run_statement};

/// Does a job about these criteria, or one that is the same for every page, but for writing PDF files.
///
/// # Errors
/// Every problem of the sheet or of the pack that is changed; `job-of-referral` for what only a page that screens asks.
pub fn run_job(request: JobRequest, criteria: &Criteria) -> Result<JobResult, Vec<Problem>> {
    let JobRequest { made_on, language, job, number: _, minute: _ } = request;
    let job = match job {
        Job::Criteria(job) => job,
        job => {
            return run_statement(&job, &criteria.pack, made_on, language)
                .ok_or_else(|| vec![not_of_referral()]);
        }
    };
    let panel = |html: String| Ok(JobResult::Reply(Reply::Panel(html)));
    match job {
        CriteriaJob::About => panel(about_html(criteria, language)),
        CriteriaJob::Report => panel(report_html(criteria, made_on, language)),
        CriteriaJob::Cases => panel(cases_html(criteria, language)),
        CriteriaJob::Compare { packs } => {
            let packs: Vec<&str> = packs.iter().map(String::as_str).collect();
            panel(compare_html(criteria, &packs, made_on, language))
        }
        CriteriaJob::EditForm { pack } => {
            let form = match pack.strip_prefix(MESSAGE_BEGINS) {
                Some(message) => reply_form(&criteria.pack, message, made_on)?,
                None => edit_form(criteria, &pack, made_on)?,
            };
            Ok(JobResult::Reply(Reply::EditForm(Box::new(form))))
        }
        CriteriaJob::EditSummary { pack, sheet } => {
            if let Some(message) = pack.strip_prefix(MESSAGE_BEGINS) {
                let summary = reply_json(&criteria.pack, message, sheet, made_on, language)?;
                return Ok(JobResult::Reply(Reply::EditSummary(summary)));
            }
            let summary = draft_json(&editor(criteria, &pack)?, &typed(&sheet), made_on, language);
            Ok(JobResult::Reply(Reply::EditSummary(summary)))
        }
        CriteriaJob::EditedPack { pack, sheet } => {
            pack_file(&editor(criteria, &pack)?, &typed(&sheet)).map(JobResult::File)
        }
        CriteriaJob::EvidenceSheet { found, format } => {
            let sheet = evidence_sheet(criteria, &found, made_on, language);
            match format {
                Some(format) => document_file(sheet, format),
                None => panel(article(&sheet)),
            }
        }
    }
}

/// The pack to change: this copy's own where none is given.
fn editor(criteria: &Criteria, source: &str) -> Result<Editor, Vec<Problem>> {
    Editor::open(if source.is_empty() { &criteria.source } else { source })
}

/// The form, with the answers that leave everything as it is.
fn edit_form(criteria: &Criteria, source: &str, day: Date) -> Result<(Pack, Answers), Vec<Problem>> {
    let editor = editor(criteria, source)?;
    let form = editor.form().ok_or_else(|| vec![no_form()])?;
    let sheet = json::object([
        ("format", "answers/1".into()),
        ("pack", form.id.as_str().into()),
        ("screened_on", day.to_string().into()),
        ("answers", editor.answers()),
    ]);
    // A pack can say more than a form takes; then the form cannot be shown.
    let answers = AnswerSheet::from_json_tree(sheet)?.read(&form)?;
    Ok((form, answers))
}

/// What was typed in the form.
fn typed(sheet: &Json) -> Json {
    sheet.get("answers").cloned().unwrap_or(Json::Null)
}

/// The changed pack as a file, if nothing is wrong with it.
fn pack_file(editor: &Editor, answers: &Json) -> Result<OutputFile, Vec<Problem>> {
    let edited = editor.edited(answers);
    if !edited.errors.is_empty() {
        return Err(edited.errors.into_iter().map(|wrong| wrong.problem).collect());
    }
    // What is saved is a pack that loads: as a file too, which has its own limit.
    drive_screening_core::pack::parse(&edited.source).map_err(|problem| vec![problem])?;
    let name = format!("{}.json", edited.id);
    Ok(OutputFile { name, media_type: Format::Json.media_type(), bytes: edited.source.into_bytes() })
}

/// The program about the criteria is smaller for knowing nothing of this, and its page never asks.
fn not_of_referral() -> Problem {
    Problem::filled(
        "job-of-referral",
        "",
        Phrase::of("this page has no referral", "nid oes atgyfeiriad gan y dudalen hon"),
        Phrase::of("use the page that screens", "defnyddiwch y dudalen sy'n sgrinio"),
        &[],
    )
}

fn no_form() -> Problem {
    Problem::filled(
        "edit-no-form",
        "",
        Phrase::of("this pack cannot be changed in a form", "ni ellir newid y pecyn hwn mewn ffurflen"),
        Phrase::of("change the file itself", "newidiwch y ffeil ei hun"),
        &[],
    )
}
