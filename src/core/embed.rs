//! What a copy and whoever embeds it say to each other. The public contract, and pure: `embed.js`, `frame.js` and the
//! page carry it.
//!
//! Every message is an object with `type`. `embed.d.ts` has their types.
//!
//! | from the copy | says | when |
//! |---|---|---|
//! | `ready` | which version and criteria it is of, and its languages | it is drawn |
//! | `progress` | the state of each section, nothing of what was answered | after the person agreed |
//! | `outcome` | the verdict, what is still possible, and the flags | after the person agreed, on the result page |
//! | `document` | the part; the file comes with it | the person pressed the button that names the host |
//! | `prefill` | what was left out of the answers it was given, or why none of them was taken | before `ready` |
//! | `error` | that there are no criteria to screen by | in place of `ready` |
//! | `closed` | where to, if the person left quickly | everything was cleared |
//!
//! To the copy come answers of a case system, as an answer sheet: [`prefilled`].

use crate::answers::{Answer, AnswerSheet, Answers, Claims, Record, Renewed, Value};
use crate::base::date::Date;
use crate::base::json::{Json, object};
use crate::base::problem::Problem;
use crate::base::text::quoted;
use crate::base::words::{Language, Phrase};
use crate::interview::{Interview, SectionState};
use crate::pack::{Group, Kind, Pack, Part, Question, Section, Speed};
use crate::screening::Outcome;

/// What a copy says.
#[derive(Clone, Copy)]
pub enum Message<'a> {
    /// It is drawn.
    Ready(&'a Pack, &'a [Language]),
    /// How far the sections are.
    Progress(Interview<'a>),
    /// How the screening came out.
    Outcome(&'a Pack, &'a Outcome),
    /// A part of the referral, whose file comes with the message: its name and media type.
    Document(Part, &'a str, &'a str),
    /// The answers it was given were taken, but for what these say.
    Prefilled(&'a [Problem]),
    /// None of the answers it was given was taken, because of these.
    NotPrefilled(&'a [Problem]),
    /// Everything was cleared; where to, if the person left quickly.
    Closed(Option<&'a str>),
}

/// What is said in place of [`Message::Ready`] where this copy has no criteria to screen by, as JSON.
pub const NO_CRITERIA: &str = r#"{"type":"error","problems":[{"code":"embed-no-criteria","at":"","message":"the criteria or settings of this copy cannot be used","next_step":"open its index.html, which lists what is wrong with its site.json and its pack"}]}"#;

/// [`Message::NotPrefilled`] as JSON where the program that reads answers did not start, and so cannot say so.
pub const NOT_READ: &str = r#"{"type":"prefill","problems":[{"code":"embed-not-read","at":"","message":"the program that reads answers did not start","next_step":"let this page start workers, and load the files beside embed.js"}]}"#;

impl Message<'_> {
    /// The message as JSON.
    pub fn to_json(self) -> Json {
        let list = |names: &mut dyn Iterator<Item = &str>| Json::Array(names.map(Json::from).collect());
        let pack = |pack: &Pack| {
            object([("id", pack.id.as_str().into()), ("version", pack.version.as_str().into())])
        };
        match self {
            Self::Ready(criteria, languages) => object([
                ("type", "ready".into()),
                ("version", env!("CARGO_PKG_VERSION").into()),
                ("pack", pack(criteria)),
                ("languages", list(&mut languages.iter().map(|language| language.tag()))),
            ]),
            Self::Progress(interview) => {
                // Of the core; where that asks nothing, of what may be added.
                let state = |section: &Section| match interview.section_state(section, Speed::Core) {
                    SectionState::NotNeeded => interview.section_state(section, Speed::Full),
                    state => state,
                };
                let section = |section: &Section| {
                    object([("id", section.id.as_str().into()), ("state", state_name(state(section)).into())])
                };
                let sections =
                    interview.pack.sections.iter().filter(|section| section.stage <= interview.stage);
                object([
                    ("type", "progress".into()),
                    ("sections", Json::Array(sections.map(section).collect())),
                ])
            }
            Self::Outcome(criteria, outcome) => object([
                ("type", "outcome".into()),
                ("pack", pack(criteria)),
                ("outcome", outcome.name.as_str().into()),
                ("possible", list(&mut outcome.possible.iter().map(crate::pack::VerdictId::as_str))),
                ("flags", list(&mut outcome.flags.iter().map(|raised| raised.name.as_str()))),
            ]),
            Self::Document(part, name, kind) => object([
                ("type", "document".into()),
                ("part", part.name().into()),
                ("name", name.into()),
                ("kind", kind.into()),
            ]),
            Self::Prefilled(left_out) => prefill("left_out", left_out),
            Self::NotPrefilled(problems) => prefill("problems", problems),
            Self::Closed(exit) => {
                object([("type", "closed".into()), ("exit", exit.map_or(Json::Null, Json::from))])
            }
        }
    }
}

fn prefill(key: &'static str, problems: &[Problem]) -> Json {
    let problems = problems.iter().map(|problem| problem.to_json(Language::En)).collect();
    object([("type", "prefill".into()), (key, Json::Array(problems))])
}

fn state_name(state: SectionState) -> &'static str {
    match state {
        SectionState::NotStarted => "not_started",
        SectionState::InProgress => "in_progress",
        SectionState::Done => "done",
        SectionState::NotNeeded => "not_needed",
    }
}

/// Reads what a case system answers, as the text of an answer sheet. Every answer counts as not confirmed. How to contact
/// somebody safely is never taken from another system: what is left out for that is told as problems beside the answers.
///
/// # Errors
/// Every problem of the sheet; also one for other criteria than this copy's.
pub fn prefilled(
    pack: &Pack,
    system: &str,
    sheet: &str,
    today: Date,
) -> Result<(Answers, Vec<Problem>), Vec<Problem>> {
    let sheet = AnswerSheet::parse(sheet)?;
    let mut answers = sheet.read_by(pack, today)?;
    let mut left_out: Vec<Problem> = sheet.renewed(pack).iter().map(Renewed::problem).collect();
    answers.facts = allowed(pack, None, &answers.facts, "answers", &mut left_out);
    answers.evidence.retain(|(fact, _)| pack.question(fact.as_str()).is_some_and(|one| !one.never_prefilled));
    let claims = Claims::of(system, &answers.facts).map_err(|misnamed| {
        vec![problem(
            "embed-no-system",
            "system",
            misnamed.words(),
            Phrase::of(
                "name the system that gives the answers, in at most 80 characters",
                "enwch y system sy'n rhoi'r atebion, mewn 80 nod ar y mwyaf",
            ),
            "",
        )]
    })?;
    answers.claims = vec![claims];
    Ok((answers, left_out))
}

/// The answers that may come from another system.
fn allowed(
    pack: &Pack,
    group: Option<&Group>,
    facts: &Record,
    at: &str,
    left_out: &mut Vec<Problem>,
) -> Record {
    let question = |fact: &str| -> Option<&Question> {
        match group {
            Some(group) => group.questions.iter().find(|question| question.id.as_str() == fact),
            None => pack.question(fact),
        }
    };
    let mut kept = Record::new();
    for (fact, answer) in facts {
        let Some(question) = question(fact.as_str()) else { continue };
        let at = [at, "/", fact.as_str()].concat();
        if question.never_prefilled {
            left_out.push(problem(
                "embed-never-prefilled",
                &at,
                Phrase::of("{0} is not taken from another system", "ni chymerir {0} o system arall"),
                Phrase::of("leave it out: the person is asked", "gadewch ef allan: gofynnir i'r person"),
                fact.as_str(),
            ));
            continue;
        }
        let answer = match (&question.kind, answer) {
            (Kind::Group(group), Answer::Known(Value::Group(records))) => {
                let records = records.iter().enumerate();
                let record = |(index, record): (usize, &Record)| {
                    allowed(pack, Some(group), record, &format!("{at}/{index}"), left_out)
                };
                Answer::Known(Value::Group(records.map(record).collect()))
            }
            _ => answer.clone(),
        };
        kept.insert(fact.clone(), answer);
    }
    kept
}

fn problem(code: &'static str, at: &str, message: Phrase, next_step: Phrase, found: &str) -> Problem {
    Problem::filled(code, at, message, next_step, &[&quoted(found)])
}
