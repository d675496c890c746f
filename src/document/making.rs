//! Doing a [`Job`]: the other side of the text that the page sends.

use super::job::{DATA, Job, OPENED_MAX_BYTES, Output, REFUSED};
use super::panels::about::{
    about_html, accessibility_html, cases_html, compare_html, draft_json, privacy_html, report_html,
};
use super::panels::{export_review, result_html};
use super::record_file::{OpenedFile, open};
use super::write::article;
use super::{Criteria, Document, Format, Stamp, compose, file_name, write_text};
use crate::answers::AnswerSheet;
use crate::date::Date;
use crate::edit::Editor;
use crate::json::{self, Json};
use crate::pack::{Pack, Part};
use crate::packed::{read_one, write_one};
use crate::problem::Problem;
use crate::protocol;
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

/// What came of a job so far.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// All of it.
    Made(Made),
    /// Documents, which are still to be written.
    ToWrite(ToWrite),
}

/// Composed documents, to be written by the program that can.
#[derive(Clone, Debug, PartialEq)]
pub struct ToWrite {
    /// As what.
    pub format: Format,
    /// In one zip.
    pub in_zip: bool,
    /// The documents, at least one.
    pub documents: Vec<Document>,
}

impl ToWrite {
    /// Them in one piece, for the program that can.
    pub fn packed(&self) -> Vec<u8> {
        write_one(self)
    }

    /// Reads what [`ToWrite::packed`] gave.
    pub fn unpacked(bytes: &[u8]) -> Self {
        read_one(bytes)
    }
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

    /// Does the job by these criteria, but for writing PDF, Word and zip files.
    ///
    /// # Errors
    /// Every problem of the sheet.
    pub fn done(self, criteria: &Criteria) -> Result<Done, Vec<Problem>> {
        let (day, language) = (self.made_on, self.language);
        Ok(Done::Made(shown(&match self.output {
            Output::About => about_html(criteria, language),
            Output::Privacy => privacy_html(language),
            Output::Accessibility => accessibility_html(language),
            Output::Report => report_html(criteria, day, language),
            Output::Cases => cases_html(criteria, language),
            Output::Compare => compare_html(criteria, &texts(&self.given), day, language),
            Output::Form => {
                return form(criteria, self.given.as_str().unwrap_or_default(), day).map(Done::Made);
            }
            Output::Draft => {
                let (editor, answers) = edited(criteria, &self.given)?;
                draft_json(&editor, &answers, day, language)
            }
            Output::Pack => {
                let (editor, answers) = edited(criteria, &self.given)?;
                return pack_file(&editor, &answers).map(Done::Made);
            }
            Output::Opened => {
                let file = self.given.as_str().unwrap_or_default();
                return Ok(Done::Made(match open(criteria, file, self.made_on, language) {
                    OpenedFile::Draft(draft) => data(draft),
                    OpenedFile::Record(html) => shown(&html),
                    OpenedFile::Refused(html) => Made { name: REFUSED.to_owned(), ..shown(&html) },
                }));
            }
            _ => return self.referral(&criteria.pack),
        })))
    }

    /// Screens the answers by the pack and makes what is wanted of the referral.
    fn referral(self, pack: &Pack) -> Result<Done, Vec<Problem>> {
        let sheet = AnswerSheet::of(self.given)?;
        let answers = sheet.read(pack)?;
        let outcome = screen(pack, &answers);
        if self.output == Output::Reasons {
            return Ok(Done::Made(shown(&result_html(pack, &answers, &outcome, self.language))));
        }
        let Some(reference) = sheet.reference else {
            return Err(vec![no_reference()]);
        };
        let stamp = Stamp { reference, made_on: self.made_on, language: self.language };
        let part = |part| compose(pack, &answers, &outcome, part, &stamp);
        Ok(match self.output {
            Output::File(format) => {
                let document = part(self.part);
                match write_text(&document, format) {
                    Some(text) => {
                        let name = file_name(&document, format);
                        let made = Made { name, kind: format.media_type(), bytes: text.into_bytes() };
                        Done::Made(opens(made, OPENED_MAX_BYTES).map_err(|problem| vec![problem])?)
                    }
                    None => Done::ToWrite(ToWrite { format, in_zip: false, documents: vec![document] }),
                }
            }
            Output::Zip => Done::ToWrite(ToWrite {
                format: Format::Pdf,
                in_zip: true,
                documents: Part::ALL.map(part).into(),
            }),
            Output::Look => {
                let parts = Part::ALL.map(part);
                Done::Made(shown(&export_review(pack, &answers, &outcome, &parts, self.language).write()))
            }
            _ => Done::Made(shown(&article(&part(self.part)))),
        })
    }
}

/// The texts of a list.
fn texts(list: &Json) -> Vec<&str> {
    list.as_array().unwrap_or_default().iter().filter_map(Json::as_str).collect()
}

/// The pack to change: this copy's own where none is given.
fn editor(criteria: &Criteria, source: &str) -> Result<Editor, Vec<Problem>> {
    Editor::open(if source.is_empty() { &criteria.source } else { source })
}

/// The form, with the answers that leave everything as it is.
fn form(criteria: &Criteria, source: &str, day: Date) -> Result<Made, Vec<Problem>> {
    let editor = editor(criteria, source)?;
    let form = editor.form().ok_or_else(|| vec![no_form()])?;
    let sheet = json::object([
        ("format", "answers/1".into()),
        ("pack", form.id.as_str().into()),
        ("screened_on", day.to_string().into()),
        ("answers", editor.answers()),
    ]);
    // A pack can say more than a form takes; then the form cannot be shown.
    let answers = AnswerSheet::of(sheet)?.read(&form)?;
    Ok(data(protocol::write_form(&form, &answers)))
}

fn edited(criteria: &Criteria, given: &Json) -> Result<(Editor, Json), Vec<Problem>> {
    let source = given.get("pack").and_then(Json::as_str).unwrap_or_default();
    let answers = given.get("sheet").and_then(|sheet| sheet.get("answers")).cloned();
    Ok((editor(criteria, source)?, answers.unwrap_or(Json::Null)))
}

/// The changed pack as a file, if nothing is wrong with it.
fn pack_file(editor: &Editor, answers: &Json) -> Result<Made, Vec<Problem>> {
    let edited = editor.edited(answers);
    if !edited.wrongs.is_empty() {
        return Err(edited.wrongs.into_iter().map(|wrong| wrong.problem).collect());
    }
    // What is saved is a pack that loads: as a file too, which has its own limit.
    crate::pack::parse(&edited.source).map_err(|problem| vec![problem])?;
    let name = format!("{}.json", edited.id);
    Ok(Made { name, kind: Format::Json.media_type(), bytes: edited.source.into_bytes() })
}

/// What was made, if it is not one of the files that a page opens and too large for that: a file that will not open again
/// is not given as if it did.
pub(crate) fn opens(made: Made, most: usize) -> Result<Made, Problem> {
    let may_come_back = [Format::Json, Format::Pdf].iter().any(|format| format.media_type() == made.kind);
    if !may_come_back || made.bytes.len() <= most {
        return Ok(made);
    }
    Err(Problem::filled(
        "made-too-large",
        "",
        Words::of(
            "the file would be so large that this page could not open it again",
            "byddai'r ffeil mor fawr fel na allai'r dudalen hon ei hagor eto",
        ),
        Words::of(
            "save this part as Word or as plain text, or shorten the longest answers",
            "cadwch y rhan hon fel Word neu fel testun plaen, neu byrhewch yr atebion hiraf",
        ),
        &[],
    ))
}

fn no_form() -> Problem {
    Problem::filled(
        "edit-no-form",
        "",
        Words::of("this pack cannot be changed in a form", "ni ellir newid y pecyn hwn mewn ffurflen"),
        Words::of("change the file itself", "newidiwch y ffeil ei hun"),
        &[],
    )
}

/// Data for the page itself.
fn data(bytes: Vec<u8>) -> Made {
    Made { name: String::new(), kind: DATA, bytes }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_page_opens_again_is_bound_by_what_it_opens() {
        for format in Format::ALL {
            let made =
                |size| Made { name: String::new(), kind: format.media_type(), bytes: vec![b' '; size] };
            assert!(opens(made(8), 8).is_ok());
            let code = opens(made(9), 8).err().map(|problem| problem.code);
            let comes_back = matches!(format, Format::Json | Format::Pdf);
            assert_eq!(code, comes_back.then_some("made-too-large"), "{format:?}");
        }
    }
}
