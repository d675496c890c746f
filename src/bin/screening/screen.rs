//! `screening screen`: one result a line.

use crate::Ended;
use crate::arguments::Arguments;
use crate::input::{self, LineRead};
use crate::output::Output;
use crate::today::today;
use drive_screening::answers::{AnswerSheet, Answers};
use drive_screening::check::run_cases;
use drive_screening::date::Date;
use drive_screening::document::{explain, explanation_json};
use drive_screening::pack::Pack;
use drive_screening::problem::Problem;
use drive_screening::screening::{result_json, screen, with_renewed};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The packs in use, each loaded once.
pub(crate) struct Packs {
    chosen: Option<Rc<Pack>>,
    today: Date,
    builtin: BTreeMap<String, Rc<Pack>>,
}

impl Packs {
    /// No packs, or the one that decides everything.
    ///
    /// # Errors
    /// Every problem of the pack that was given, and every worked case of it that fails.
    pub(crate) fn new(file: Option<&std::path::Path>, today: Date) -> Result<Self, Vec<Problem>> {
        let Some(path) = file else {
            return Ok(Self { chosen: None, today, builtin: BTreeMap::new() });
        };
        let source = input::file(path)?;
        let pack = Pack::load(&source)?;
        let failed = run_cases(&source)?.into_iter().flat_map(|case| case.findings);
        let failed: Vec<Problem> = failed.map(|finding| finding.problem).collect();
        if failed.is_empty() {
            Ok(Self { chosen: Some(Rc::new(pack)), today, builtin: BTreeMap::new() })
        } else {
            Err(failed)
        }
    }

    /// Reads a sheet, and its answers by the pack that decides it.
    ///
    /// # Errors
    /// Every problem of the sheet.
    pub(crate) fn read(&mut self, source: &str) -> Result<(Rc<Pack>, AnswerSheet, Answers), Vec<Problem>> {
        let sheet = AnswerSheet::parse(source)?;
        sheet.check_day(self.today)?;
        let pack = match (&self.chosen, self.builtin.get(&sheet.pack)) {
            (Some(pack), _) | (None, Some(pack)) => Rc::clone(pack),
            (None, None) => {
                let pack = Rc::new(Pack::builtin(&sheet.pack)?);
                self.builtin.insert(sheet.pack.clone(), Rc::clone(&pack));
                pack
            }
        };
        let answers = sheet.read_written_on(&pack, self.today)?;
        Ok((pack, sheet, answers))
    }
}

/// Screens every sheet. A bad one is reported and the rest still get their result.
pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Ended {
    let mut packs = match Packs::new(arguments.pack.as_deref(), arguments.made_on.unwrap_or_else(today)) {
        Ok(packs) => packs,
        Err(problems) => {
            output.problems(&problems, arguments.pack.as_deref(), None);
            return Ended::BadInput;
        }
    };
    if arguments.lines { lines(arguments, &mut packs, output) } else { files(arguments, &mut packs, output) }
}

fn files(arguments: &Arguments, packs: &mut Packs, output: &mut Output) -> Ended {
    let mut ended = Ended::Well;
    for path in &arguments.files {
        if output.is_closed() {
            break;
        }
        match input::file(path).and_then(|source| result(packs, &source, arguments)) {
            Ok(result) => output.line(&result),
            Err(problems) => {
                output.problems(&problems, Some(path), None);
                ended = Ended::BadInput;
            }
        }
    }
    ended
}

fn lines(arguments: &Arguments, packs: &mut Packs, output: &mut Output) -> Ended {
    let mut input = std::io::stdin().lock();
    let mut ended = Ended::Well;
    let mut number = 0;
    while !output.is_closed() {
        number += 1;
        let screened = match input::line(&mut input) {
            LineRead::End => break,
            LineRead::Broken(problems) => {
                output.problems(&problems, None, Some(number));
                return Ended::BadInput;
            }
            LineRead::Line(Ok(source)) if source.trim().is_empty() => continue,
            LineRead::Line(source) => source.and_then(|source| result(packs, &source, arguments)),
        };
        match screened {
            Ok(result) => output.line(&result),
            Err(problems) => {
                output.problems(&problems, None, Some(number));
                ended = Ended::BadInput;
            }
        }
    }
    ended
}

/// The result, with the explanation if that is asked for.
fn result(packs: &mut Packs, source: &str, arguments: &Arguments) -> Result<String, Vec<Problem>> {
    let language = arguments.language;
    let (pack, sheet, answers) = packs.read(source)?;
    let outcome = screen(&pack, &answers);
    let result = with_renewed(result_json(&pack, &outcome), &sheet.renewed(&pack), language);
    let mut result = serde_json::Value::from(result);
    if arguments.explain {
        result["explained"] = explanation_json(&pack, &explain(&pack, &answers, &outcome, language));
    }
    Ok(result.to_string())
}
