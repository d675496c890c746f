//! A draft: a form to go on with later, with every input as it was typed.
//!
//! A draft is `{"format":"draft/1","sheet":{..},"stage":..,"typed":[..]}`. The `sheet` is an answer sheet of what can be read
//! ([`AnswerSheet`]), so another program needs nothing else of it. `stage` is `screening` or `referral`. `typed` is a list of
//! the fields whose answer in the sheet would not be typed the same way, or that have none there: each with its `fact`, the
//! `group` and `entry` (from 1) if it is inside one, or the question it stands `beside`; with `text`, `choice`, `set`, `date`
//! (day, month and year) or `none_of_these`, and `not_known` where that is picked; and with what is `wrong` with it, in English
//! and Welsh, where something is. That last is for people who read the file: it is found anew when the draft is opened. A case
//! of which the panel was given something has `referrals` too: see [`Referral`].

use super::entry::{Field, FieldInput, RawValue};
use super::form::Form;
use super::gaps::{Missing, left_out};
use super::progress::stage_of;
use super::referrals::Referral;
use crate::answers::{
    AnswerSheet, Answers, Chosen, Renewed, Value, fact_of_entry, fact_of_today, renew_value,
};
use crate::base::date::Date;
use crate::base::json::{Json, Map, object};
use crate::base::problem::{MOST_PROBLEMS, Problem, keep};
use crate::base::text::quoted;
use crate::base::words::Phrase;
use crate::pack::well_known::DETAILS;
use crate::pack::{FactId, Kind, Pack, Question, Stage};

/// The format that drafts name.
const FORMAT: &str = "draft/1";

/// The format of what a referrer says of themself, kept for the next referral: a draft with nothing else in it.
const DETAILS_FORMAT: &str = "details/1";

/// A form to go on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// It is no form to go on with, but what a referrer says of themself, to be filled in.
    pub is_details: bool,
    /// The reference of the referral, if one was begun.
    pub reference: Option<String>,
    /// How far the form has come.
    pub stage: Stage,
    /// What can be read of it, as of the day it was saved.
    pub answers: Answers,
    /// What was typed otherwise than its answer is. In a field inside a group, the key is the number of the entry.
    pub typed: Vec<(Field, FieldInput)>,
    /// What an earlier version of the pack called otherwise.
    pub renewed: Vec<Renewed>,
    /// What the panel was given of the case before, a line each ([`Referral`]).
    pub referrals: Vec<String>,
}

impl Draft {
    /// Answers that were not typed here.
    pub fn of_answers(pack: &Pack, answers: Answers, reference: Option<String>) -> Self {
        let stage = stage_of(pack, &answers);
        Self { reference, stage, ..Self::of(answers, Vec::new()) }
    }

    /// What is to be filled in, and nothing else.
    pub fn of_typed(day: Date, typed: Vec<(Field, FieldInput)>) -> Self {
        Self::of(Answers::none(day), typed)
    }

    fn of(answers: Answers, typed: Vec<(Field, FieldInput)>) -> Self {
        let (renewed, referrals) = (Vec::new(), Vec::new());
        let stage = Stage::Screening;
        Self { is_details: false, reference: None, stage, answers, typed, renewed, referrals }
    }

    /// The draft of a form.
    pub fn of_form(pack: &Pack, form: &Form, stage: Stage, reference: Option<String>) -> Self {
        let answers = form.answers(pack);
        let typed = form.typed_otherwise(&answers);
        let typed = typed.filter_map(|(field, entry)| Some((form.numbered(field)?, entry.clone()))).collect();
        Self { reference, stage, ..Self::of(answers, typed) }
    }

    /// What the panel was given of the case before.
    pub fn referrals(&self, pack: &Pack, today: Date) -> Vec<Referral> {
        let lines = self.referrals.iter().map(|line| line.as_str().into()).collect();
        Referral::read_all(pack, &Json::Array(lines), today).unwrap_or_default()
    }

    /// The form of this draft, as of the day it was saved.
    pub fn form(self) -> Form {
        let mut form = Form::from_answers(&self.answers);
        for (field, entry) in self.typed {
            if let Some(field) = form.keyed(&field) {
                form.restore(&field, entry);
            }
        }
        form
    }

    /// The fields of what a referrer says of themself.
    pub fn details() -> impl Iterator<Item = Field> {
        DETAILS.into_iter().filter_map(|fact| Some(Field::of(&FactId::parse(fact)?)))
    }

    /// What the referrer says of themself in a form, as JSON: nothing else of it, no reference either.
    pub fn details_to_json(pack: &Pack, form: &Form) -> Json {
        let mut details = Form::new(form.screened_on);
        for field in Self::details() {
            details.put(&field, form.get(&field));
        }
        Self::write(DETAILS_FORMAT, pack, &details, Stage::Referral, None)
    }

    /// The draft of a form, as JSON.
    pub fn to_json(pack: &Pack, form: &Form, stage: Stage, reference: &str) -> Json {
        Self::write(FORMAT, pack, form, stage, Some(reference))
    }

    /// A draft as JSON with what the panel was given before.
    #[must_use]
    pub fn with_referrals(mut draft: Json, referrals: &[String]) -> Json {
        if let Json::Object(map) = &mut draft
            && !referrals.is_empty()
        {
            let lines = referrals.iter().map(|line| line.as_str().into()).collect();
            map.insert("referrals".to_owned(), Json::Array(lines));
        }
        draft
    }

    fn write(format: &str, pack: &Pack, form: &Form, stage: Stage, reference: Option<&str>) -> Json {
        let answers = form.answers(pack);
        let wrongs = left_out(pack, form);
        let typed = form.typed_otherwise(&answers).map(|(field, entry)| {
            let wrong = wrongs.iter().find(|gap| gap.field == *field).map(|gap| &gap.missing);
            let Json::Object(mut map) = place(form, field) else { return Json::Null };
            if entry.not_known {
                map.insert("not_known".to_owned(), Json::Bool(true));
            }
            if let Some((name, json)) = typed(&entry.typed) {
                map.insert(name.to_owned(), json);
            }
            if let Some(Missing::Mend(wrong)) = wrong {
                let words = object([("en", wrong.en.as_str().into()), ("cy", wrong.cy.as_str().into())]);
                map.insert("wrong".to_owned(), words);
            }
            Json::Object(map)
        });
        object([
            ("format", format.into()),
            ("stage", stage.name().into()),
            ("typed", Json::Array(typed.collect())),
            ("sheet", AnswerSheet::to_json(pack, &answers, reference)),
        ])
    }

    /// Whether JSON is to be read as a draft, of whatever version.
    pub fn is_draft(json: &Json) -> bool {
        let format = json.get("format").and_then(Json::as_str);
        format.is_some_and(|format| format.starts_with("draft/") || format.starts_with("details/"))
    }

    /// Reads a draft of this pack that was saved today or before.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(pack: &Pack, json: Json, today: Date) -> Result<Self, Vec<Problem>> {
        let Json::Object(mut map) = json else { return Err(vec![format(&Json::Null)]) };
        let named = map.get("format").and_then(Json::as_str);
        let is_details = named == Some(DETAILS_FORMAT);
        if !is_details && named != Some(FORMAT) {
            return Err(vec![format(map.get("format").unwrap_or(&Json::Null))]);
        }
        map.remove("format");
        let stage = map.remove("stage");
        let stage = stage.as_ref().and_then(Json::as_str).and_then(Stage::from_name);
        let fields = map.remove("typed");
        let sheet = AnswerSheet::from_json_tree(map.remove("sheet").unwrap_or(Json::Null));
        let sheet =
            sheet.and_then(|sheet| Ok((sheet.read_by(pack, today)?, sheet.renewed(pack), sheet.reference)));
        let mut problems = Vec::new();
        let (mut read, mut renewed) = (Vec::new(), Vec::new());
        let mut referrals = Vec::new();
        if let Some(found) = (!is_details).then(|| map.remove("referrals")).flatten() {
            match Referral::read_all(pack, &found, today) {
                Some(all) => referrals = all.iter().map(Referral::write).collect(),
                None => problems.push(wrong("referrals")),
            }
        }
        if stage.is_none() {
            problems.push(wrong("stage"));
        }
        problems.extend(map.keys().take(MOST_PROBLEMS).map(|key| wrong(&quoted(key))));
        match fields.as_ref().and_then(Json::as_array) {
            Some(fields) => {
                for (number, field) in fields.iter().enumerate() {
                    match typed_field(pack, field, &mut renewed) {
                        Some(field) => read.push(field),
                        None => keep(
                            &mut problems,
                            wrong(&["typed/", &(number + 1).to_string()].concat()),
                            "draft-more-problems",
                        ),
                    }
                }
            }
            None => problems.push(wrong("typed")),
        }
        match (sheet, stage) {
            (Ok((answers, of_sheet, reference)), Some(stage)) if problems.is_empty() => {
                // What the sheet says and what was typed say of a question the same.
                for of_typed in std::mem::replace(&mut renewed, of_sheet) {
                    if !renewed.contains(&of_typed) {
                        renewed.push(of_typed);
                    }
                }
                for (number, (field, _)) in read.iter().enumerate() {
                    let stands = match (&field.item, field.evidence_of()) {
                        (Some((group, entry)), None) => match answers.known(group.as_str()) {
                            Some(Value::Group(records)) => {
                                usize::try_from(*entry).is_ok_and(|entry| entry <= records.len())
                            }
                            _ => false,
                        },
                        _ => true,
                    };
                    if !stands {
                        let at = ["typed/", &(number + 1).to_string()].concat();
                        keep(&mut problems, wrong(&at), "draft-more-problems");
                    }
                }
                if problems.is_empty() {
                    Ok(Self { is_details, reference, stage, answers, typed: read, renewed, referrals })
                } else {
                    Err(problems)
                }
            }
            (Ok(_), _) => Err(problems),
            (Err(mut found), _) => {
                found.extend(problems);
                Err(found)
            }
        }
    }
}

/// Which field it is.
fn place(form: &Form, field: &Field) -> Json {
    let fact = ("fact", field.fact.as_str().into());
    match (&field.item, field.evidence_of()) {
        (_, Some(of)) => object([("beside", of.as_str().into()), fact]),
        (Some((group, key)), None) => {
            let number =
                form.items(group.as_str()).find(|item| item.key == *key).map_or(0, |item| item.number);
            let number = i64::try_from(number).unwrap_or(i64::MAX);
            object([("group", group.as_str().into()), ("entry", Json::Whole(number)), fact])
        }
        (None, None) => object([fact]),
    }
}

/// What was typed, by the name of its kind.
fn typed(typed: &RawValue) -> Option<(&'static str, Json)> {
    let list = |values: &mut dyn Iterator<Item = &String>| {
        Json::Array(values.map(|value| value.as_str().into()).collect())
    };
    match typed {
        RawValue::Nothing => None,
        RawValue::Choice(value) => Some(("choice", value.as_str().into())),
        RawValue::Set(values) => Some(("set", list(&mut values.iter()))),
        RawValue::NoneOfThese => Some(("none_of_these", Json::Bool(true))),
        RawValue::Text(text) => Some(("text", text.as_str().into())),
        RawValue::Date(parts) => Some(("date", list(&mut parts.iter()))),
    }
}

/// Reads one entry of `typed`. None if it is not one of this pack.
fn typed_field(pack: &Pack, json: &Json, renewed: &mut Vec<Renewed>) -> Option<(Field, FieldInput)> {
    let mut map: Map = json.as_object()?.clone();
    map.remove("wrong");
    let mut word = |key: &str| match map.remove(key) {
        None => Some(None),
        Some(Json::String(word)) => Some(Some(word)),
        Some(_) => None,
    };
    let of_today = |name: String| FactId::parse(fact_of_today(pack, &name));
    let (fact, group, beside) = (word("fact")??, word("group")?, word("beside")?);
    let group = group.map(|group| of_today(group).ok_or(())).transpose().ok()?;
    let beside = beside.map(|beside| of_today(beside).ok_or(())).transpose().ok()?;
    let fact =
        match group.as_ref().and_then(|group| pack.question(group.as_str())).map(|question| &question.kind) {
            Some(Kind::Group(group)) => FactId::parse(fact_of_entry(group, &fact))?,
            _ => of_today(fact)?,
        };
    let number = match map.remove("entry") {
        None => None,
        Some(number) => Some(u32::try_from(number.as_whole()?).ok().filter(|number| *number > 0)?),
    };
    let (question, item): (&Question, _) = match (group, number, beside) {
        (None, None, None) => {
            pack.place(fact.as_str()).filter(|place| place.in_group.is_none())?;
            (pack.question(fact.as_str())?, None)
        }
        (Some(group), Some(number), None) => {
            let Kind::Group(questions) = &pack.question(group.as_str())?.kind else { return None };
            (questions.questions.iter().find(|question| question.id == fact)?, Some((group, number)))
        }
        (None, None, Some(of)) => {
            pack.place(of.as_str()).filter(|place| place.in_group.is_none())?;
            pack.question(of.as_str()).filter(|question| question.takes_evidence())?;
            let question = pack.evidence.questions.iter().find(|question| question.id == fact)?;
            (question, Some((of, Field::EVIDENCE)))
        }
        _ => return None,
    };
    let not_known = match map.remove("not_known") {
        None => false,
        Some(Json::Bool(not_known)) => not_known,
        Some(_) => return None,
    };
    // What no name of today stands for is typed no more.
    let left = map.iter().next().map(|(name, json)| (name.clone(), json.clone()));
    let typed = match left {
        None => RawValue::Nothing,
        Some((name, mut json)) => {
            if renew_value(question, &mut json, renewed) {
                read_typed(question, &name, &json)?
            } else {
                RawValue::Nothing
            }
        }
    };
    (map.len() <= 1).then_some((Field { item, fact }, FieldInput { not_known, typed }))
}

/// What was typed in a field of this question.
fn read_typed(question: &Question, name: &str, json: &Json) -> Option<RawValue> {
    // What stands between words where the page is given this.
    let text = |json: &Json| json.as_str().map(|text| text.replace('\0', ""));
    let is_choice = |value: &str| question.kind.choices().iter().any(|choice| choice.value == value);
    match (&question.kind, name) {
        (Kind::YesNo(_), "choice") => json.as_str().filter(|value| ["yes", "no"].contains(value)).map(choice),
        (Kind::Choice(_), "choice") => json.as_str().filter(|value| is_choice(value)).map(choice),
        (Kind::Set(_) | Kind::Group(_), "none_of_these") => {
            (*json == Json::Bool(true)).then_some(RawValue::NoneOfThese)
        }
        (Kind::Set(_), "set") => {
            let mut values = Chosen::default();
            for value in json.as_array()? {
                values.insert(value.as_str().filter(|value| is_choice(value))?);
            }
            Some(RawValue::Set(values))
        }
        (Kind::Date { .. }, "date") => match json.as_array()? {
            [day, month, year] => Some(RawValue::Date([text(day)?, text(month)?, text(year)?])),
            _ => None,
        },
        (Kind::Count(..) | Kind::Text | Kind::LongText, "text") => text(json).map(RawValue::Text),
        _ => None,
    }
}

fn choice(value: &str) -> RawValue {
    RawValue::Choice(value.to_owned())
}

fn wrong(at: &str) -> Problem {
    Problem::filled(
        "draft-wrong-value",
        at,
        Phrase::of("{0} of this draft is not as it was saved", "nid yw {0} y drafft hwn fel y'i cadwyd"),
        Phrase::of(
            "open another copy of the file, or what its `sheet` holds, saved as a file of its own",
            "agorwch gopi arall o'r ffeil, neu'r hyn y mae ei `sheet` yn ei ddal, wedi'i gadw fel ffeil ar wahân",
        ),
        &[at],
    )
}

fn format(found: &Json) -> Problem {
    Problem::filled(
        "draft-format",
        "format",
        Phrase::of(
            "this copy does not read drafts of the format {0}",
            "nid yw'r copi hwn yn darllen drafftiau o'r fformat {0}",
        ),
        Phrase::of(
            "open it in a newer copy, which reads \"draft/1\" and later",
            "agorwch ef mewn copi mwy newydd, sy'n darllen \"draft/1\" a diweddarach",
        ),
        &[&quoted(&crate::base::json::write(found))],
    )
}
