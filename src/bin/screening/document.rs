//! `screening document`: one part of one referral, or all three in a zip, written to a file.

use crate::arguments::Arguments;
use crate::output::{Output, not_written};
use crate::replace::replace;
use crate::screen::Packs;
use crate::{Ended, input, reference, today};
use drive_screening::answers::{Answers, Renewed};
use drive_screening::document::{Document, Format, Stamp, compose, file_name, part_a_problems, zip_name};
use drive_screening::export::{Fonts, write, write_zip};
use drive_screening::interview::{Form, Interview, stage_of};
use drive_screening::pack::{Pack, Part};
use drive_screening::problem::Problem;
use drive_screening::screening::{Outcome, screen};
use std::path::{Path, PathBuf};

/// Writes the document and prints its path. Answers that may not be right, and what in Part A may belong to
/// Part B, are said beside it.
pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Ended {
    let written = match Packs::new(arguments.pack.as_deref(), arguments.made_on.unwrap_or_else(today::today))
    {
        Ok(packs) => written(arguments, packs).map_err(|problems| (problems, arguments.files.first())),
        Err(problems) => Err((problems, arguments.pack.as_ref())),
    };
    match written {
        Ok((path, found)) => {
            output.line(&path.to_string_lossy());
            output.problems(&found, arguments.files.first().map(PathBuf::as_path), None);
            if arguments.strict && !found.is_empty() { Ended::FailsCheck } else { Ended::Well }
        }
        Err((problems, file)) => {
            output.problems(&problems, file.map(PathBuf::as_path), None);
            Ended::BadInput
        }
    }
}

/// Where the document was written, and what was found in its answers and in Part A.
fn written(arguments: &Arguments, mut packs: Packs) -> Result<(PathBuf, Vec<Problem>), Vec<Problem>> {
    let path = arguments.files.first().map_or(Path::new(""), PathBuf::as_path);
    let source = input::file(path)?;
    let (pack, sheet, answers) = packs.read(&source)?;
    let renewed = sheet.renewed(&pack);
    let stamp = Stamp {
        reference: arguments.reference.clone().or(sheet.reference).unwrap_or_else(reference::random),
        made_on: arguments.made_on.unwrap_or_else(today::today),
        language: arguments.language,
    };
    let format = arguments.format.unwrap_or(Format::Html);
    let outcome = screen(&pack, &answers);
    let compose = |part: &Part| compose(&pack, &answers, &outcome, *part, &stamp);
    let documents: Vec<Document> = arguments.parts.iter().map(compose).collect();
    let fonts = fonts()?;
    let (name, bytes) = match &documents[..] {
        [document] => (file_name(document, format), write(document, format, Some(&fonts))),
        parts => (zip_name(parts), write_zip(parts, format, Some(&fonts), &|_| {})),
    };
    let bytes = bytes.map_err(|problem| vec![problem])?;
    let path = arguments.out.join(name);
    replace(&path, &bytes).map_err(|error| vec![not_written(&error)])?;
    let mut found: Vec<Problem> = renewed.iter().map(Renewed::problem).collect();
    found.extend(asked_about(&pack, &answers, &outcome));
    if arguments.parts.contains(&Part::Panel) {
        found.extend(part_a_problems(&pack, &answers, &outcome));
    }
    Ok((path, found))
}

/// What the page would ask about the answers: those that may not be right.
fn asked_about(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Vec<Problem> {
    let form = Form::from_answers(answers);
    let interview = Interview { pack, form: &form, answers, outcome, stage: stage_of(pack, answers) };
    interview.doubts().iter().map(|doubt| doubt.problem(&form)).collect()
}

/// The fonts that the program carries.
fn fonts() -> Result<Fonts, Vec<Problem>> {
    let regular = include_bytes!("../../export/fonts/NotoSans-Regular.ttf");
    let bold = include_bytes!("../../export/fonts/NotoSans-Bold.ttf");
    Fonts::new(regular.to_vec(), bold.to_vec()).map_err(|problem| vec![problem])
}
