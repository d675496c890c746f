//! The members of a sheet, each taken once: what is missing, of the wrong kind or not part of a sheet is a problem, and every
//! one of them is said.

use super::is_reference;
use super::problems::{no_such_date, short};
use crate::base::date::Date;
use crate::base::json::{Json, Map};
use crate::base::problem::{MOST_PROBLEMS, Problem};
use crate::base::text::quoted;
use crate::base::words::Phrase;

/// What is left of a sheet's object, and what is wrong with what was taken.
pub(super) struct Members {
    map: Map,
    problems: Vec<Problem>,
}

impl Members {
    /// # Errors
    /// The sheet is no object, or it is a draft: whatever else that lacks is no fault of it.
    pub(super) fn of(sheet: Json) -> Result<Self, Vec<Problem>> {
        let Json::Object(map) = sheet else {
            return Err(vec![envelope(
                "sheet-wrong-kind",
                "",
                Phrase::of("the sheet is not an object in { }", "nid yw'r daflen yn wrthrych mewn { }"),
            )]);
        };
        let mut members = Self { map, problems: Vec::new() };
        members.format()?;
        Ok(members)
    }

    fn format(&mut self) -> Result<(), Vec<Problem>> {
        const AT: &str = "format";
        let found = match self.map.remove(AT) {
            Some(Json::String(format)) if format == "answers/1" => return Ok(()),
            Some(found) => found,
            None => {
                self.missing::<()>(AT);
                return Ok(());
            }
        };
        let is_draft = found.as_str().is_some_and(|format| format.starts_with("draft/"));
        let next_step = if is_draft {
            Phrase::of(
                "a draft goes on in the page: open it there, or use the answer sheet in its `sheet`",
                "yn y dudalen y mae parhau â drafft: agorwch ef yno, neu defnyddiwch y daflen atebion yn ei `sheet`",
            )
        } else {
            Phrase::of(
                "use a sheet of the format \"answers/1\"",
                "defnyddiwch daflen o'r fformat \"answers/1\"",
            )
        };
        let message = Phrase::of(
            "this copy does not read the format {0}",
            "nid yw'r copi hwn yn darllen y fformat {0}",
        );
        let found = quoted(&crate::base::json::write(&found));
        let problem = Problem::filled("sheet-format", AT, message, next_step, &[&found]);
        if is_draft {
            return Err(vec![problem]);
        }
        self.problems.push(problem);
        Ok(())
    }

    pub(super) fn pack(&mut self) -> Option<String> {
        const AT: &str = "pack";
        match self.map.remove(AT) {
            Some(Json::String(pack)) => Some(pack),
            Some(_) => {
                let message = Phrase::of("`pack` is not text", "nid yw `pack` yn destun");
                self.problems.push(envelope("sheet-wrong-kind", AT, message));
                None
            }
            None => self.missing(AT),
        }
    }

    pub(super) fn screened_on(&mut self) -> Option<Date> {
        const AT: &str = "screened_on";
        match self.map.remove(AT) {
            Some(found) => {
                let day = found.as_str().and_then(Date::parse);
                if day.is_none() {
                    self.problems.push(no_such_date(AT, &crate::base::json::write(&found)));
                }
                day
            }
            None => self.missing(AT),
        }
    }

    pub(super) fn reference(&mut self) -> Option<String> {
        const AT: &str = "reference";
        match self.map.remove(AT)? {
            Json::String(reference) if is_reference(&reference) => Some(reference),
            found => {
                let found = quoted(&crate::base::json::write(&found));
                self.problems.push(Problem::filled(
                    "sheet-reference",
                    AT,
                    Phrase::of("{0} is not a reference", "nid yw {0} yn gyfeirnod"),
                    Phrase::of(
                        "write one like \"K7Q2-M9XD\", or remove it",
                        "ysgrifennwch un fel \"K7Q2-M9XD\", neu tynnwch ef",
                    ),
                    &[&found],
                ));
                None
            }
        }
    }

    pub(super) fn answers(&mut self) -> Option<Map> {
        const AT: &str = "answers";
        if self.map.contains_key(AT) { self.object(AT) } else { self.missing(AT) }
    }

    /// A member that may be left out.
    pub(super) fn object(&mut self, at: &'static str) -> Option<Map> {
        match self.map.remove(at)? {
            Json::Object(object) => Some(object),
            _ => {
                let message =
                    Phrase::of("`{0}` is not an object in { }", "nid yw `{0}` yn wrthrych mewn { }");
                self.problems.push(envelope("sheet-wrong-kind", at, message));
                None
            }
        }
    }

    /// A member that may be left out, and is one object or a list of them.
    pub(super) fn objects(&mut self, at: &'static str) -> Vec<Map> {
        let Some(Json::Array(list)) = self.map.get_mut(at) else {
            return self.object(at).into_iter().collect();
        };
        let mut objects = Vec::new();
        for one in std::mem::take(list) {
            self.map.insert(at.to_owned(), one);
            objects.extend(self.object(at));
        }
        self.map.remove(at);
        objects
    }

    /// What nobody took is not part of a sheet. Every problem of the sheet.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        for key in self.map.keys().take(MOST_PROBLEMS) {
            self.problems.push(Problem::filled(
                "sheet-unknown-key",
                &short(key),
                Phrase::of("{0} is not part of an answer sheet", "nid yw {0} yn rhan o daflen atebion"),
                Phrase::of("remove it", "tynnwch ef"),
                &[&quoted(key)],
            ));
        }
        self.problems
    }

    fn missing<T>(&mut self, at: &'static str) -> Option<T> {
        let message = Phrase::of("`{0}` is missing", "mae `{0}` ar goll");
        self.problems.push(envelope("sheet-missing", at, message));
        None
    }
}

/// A problem of the member `at`, whose name stands in the message for `{0}`.
fn envelope(code: &'static str, at: &'static str, message: Phrase) -> Problem {
    Problem::filled(
        code,
        at,
        message,
        Phrase::of(
            "write {\"format\":\"answers/1\",\"pack\":..,\"screened_on\":..,\"answers\":{..}}",
            "ysgrifennwch {\"format\":\"answers/1\",\"pack\":..,\"screened_on\":..,\"answers\":{..}}",
        ),
        &[at],
    )
}
