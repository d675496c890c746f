//! The answer sheet: `{"format":"answers/1","pack":..,"screened_on":..,"answers":{..}}`, read strictly. A sheet that was
//! saved to go on later also has the `reference` of its referral, and a sheet may have `evidence`: where answers come
//! from, as `{"<fact>":{"from":..,"on":..,"note":..}}`, each of the three optional; and `not_confirmed`, what another
//! system answered and nobody has confirmed, as `{"system":..,"facts":[..]}`, or a list of those. The systems `screening` and
//! `site` are the page itself, which filled in what the screening knew and what the site usually answers.

use super::members::Members;
use super::read::SheetReader;
use super::renewed::{Renewed, rename_keys, renew_answers};
use super::write::record_to_json;
use super::{Answers, Claims, Record};
use crate::base::date::Date;
use crate::base::json::{Json, Map, object};
use crate::base::problem::Problem;
use crate::base::text::quoted;
use crate::base::words::Phrase;
use crate::pack::Pack;
use serde_json::Value;

/// The largest answer sheet that [`AnswerSheet::parse`] reads, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// An answer sheet whose envelope has been read. Its answers are read against a pack.
#[derive(Clone, Debug)]
pub struct AnswerSheet {
    /// The pack it names.
    pub pack: String,
    /// The day of screening.
    pub screened_on: Date,
    /// The reference of the referral, such as `K7Q2-M9XD`, if one was begun.
    pub reference: Option<String>,
    answers: Map,
    evidence: Map,
    not_confirmed: Vec<Map>,
}

impl AnswerSheet {
    /// Reads the envelope.
    ///
    /// # Errors
    /// Every problem of the envelope.
    ///
    /// # Examples
    /// ```
    /// use drive_screening_core::answers::AnswerSheet;
    ///
    /// let sheet = AnswerSheet::parse(
    ///     r#"{"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {"in_area": "yes"}}"#,
    /// )?;
    /// assert_eq!(sheet.pack, "default");
    ///
    /// let problems = AnswerSheet::parse("[]").unwrap_err();
    /// assert_eq!(problems[0].code, "sheet-wrong-kind");
    /// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
    /// ```
    pub fn parse(source: &str) -> Result<Self, Vec<Problem>> {
        if source.len() > MAX_BYTES {
            return Err(vec![too_large()]);
        }
        Self::from_json_tree(Self::json(source)?)
    }

    /// The JSON of what may be a sheet, of any size.
    ///
    /// # Errors
    /// It is none.
    pub fn json(source: &str) -> Result<Json, Vec<Problem>> {
        crate::base::json::parse(source).map_err(|error| {
            let at = format!("line {}, column {}", error.line(), error.column());
            vec![Problem::filled(
                "sheet-not-json",
                &at,
                Phrase::of("the file is not valid JSON: {0}", "nid yw'r ffeil yn JSON dilys: {0}"),
                Phrase::of(
                    "check that the file is whole and is an answer sheet",
                    "gwiriwch fod y ffeil yn gyfan a'i bod yn daflen atebion",
                ),
                &[&error.to_string()],
            )]
        })
    }

    /// Reads the envelope of a sheet that is already JSON.
    ///
    /// # Errors
    /// Every problem of the envelope.
    pub fn from_json(json: Value) -> Result<Self, Vec<Problem>> {
        Self::from_json_tree(json.into())
    }

    /// [`AnswerSheet::from_json`], of the flat type.
    ///
    /// # Errors
    /// Every problem of the envelope.
    pub fn from_json_tree(json: Json) -> Result<Self, Vec<Problem>> {
        let mut members = Members::of(json)?;
        let (pack, screened_on, reference) = (members.pack(), members.screened_on(), members.reference());
        let (answers, evidence) = (members.answers(), members.object("evidence").unwrap_or_default());
        let not_confirmed = members.objects("not_confirmed");
        let problems = members.finish();
        match (pack, screened_on, answers) {
            (Some(pack), Some(screened_on), Some(answers)) if problems.is_empty() => {
                Ok(Self { pack, screened_on, reference, answers, evidence, not_confirmed })
            }
            _ => Err(problems),
        }
    }

    /// Reads the answers against the pack, of a referral that is written on the day of screening.
    ///
    /// # Errors
    /// Every problem, each with the fact it is about.
    ///
    /// # Examples
    /// ```
    /// use drive_screening_core::answers::AnswerSheet;
    /// use drive_screening_core::pack::Pack;
    ///
    /// let pack = Pack::builtin("default")?;
    /// let sheet = AnswerSheet::parse(
    ///     r#"{"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {"in_area": "maybe"}}"#,
    /// )?;
    /// let problems = sheet.read(&pack).unwrap_err();
    /// assert_eq!((problems[0].code, problems[0].at.as_str()), ("sheet-wrong-value", "in_area"));
    /// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
    /// ```
    pub fn read(&self, pack: &Pack) -> Result<Answers, Vec<Problem>> {
        self.read_written_on(pack, self.screened_on)
    }

    /// Reads the answers against the pack. The screening goes by its own day; what is of the referral alone may be of any
    /// day up to the one on which the referral is written.
    ///
    /// # Errors
    /// Every problem, each with the fact it is about.
    pub fn read_written_on(&self, pack: &Pack, written_on: Date) -> Result<Answers, Vec<Problem>> {
        let screened_on = self.screened_on;
        let (answers, _) = self.answers_of_today(pack);
        let mut reader = SheetReader { pack, screened_on, written_on, problems: Vec::new() };
        let facts = reader.record(&answers, None, "");
        reader.instruments(&facts);
        reader.sets_apart(&facts);
        let mut evidence = self.evidence.clone();
        rename_keys(pack, &mut evidence);
        let evidence = reader.evidence(&evidence);
        let claims = self.not_confirmed.iter();
        let claims = claims.filter_map(|claims| Claims::read(pack, claims, &facts, &mut reader.problems));
        let claims = claims.collect();
        if reader.problems.is_empty() {
            Ok(Answers { screened_on: self.screened_on, facts, evidence, claims })
        } else {
            Err(reader.problems)
        }
    }

    /// What an earlier version of the pack called otherwise: read under the name of today, or left out and to be asked again.
    pub fn renewed(&self, pack: &Pack) -> Vec<Renewed> {
        self.answers_of_today(pack).1
    }

    fn answers_of_today(&self, pack: &Pack) -> (Map, Vec<Renewed>) {
        let (mut answers, mut says) = (self.answers.clone(), Vec::new());
        renew_answers(pack, &mut answers, &mut says);
        (answers, says)
    }

    /// Whether it is of a day that has come.
    ///
    /// # Errors
    /// That it is of a day after today.
    pub fn check_day(&self, today: Date) -> Result<(), Vec<Problem>> {
        if self.screened_on <= today {
            return Ok(());
        }
        Err(vec![Problem::filled(
            "sheet-day-ahead",
            "screened_on",
            Phrase::of(
                "the day of screening, {0}, is after today, {1}",
                "mae diwrnod y sgrinio, {0}, ar ôl heddiw, {1}",
            ),
            Phrase::of(
                "write the day on which the answers were given; check the clock of this device",
                "ysgrifennwch y diwrnod y rhoddwyd yr atebion; gwiriwch gloc y ddyfais hon",
            ),
            &[&self.screened_on.to_string(), &today.to_string()],
        )])
    }

    /// Reads the answers of a sheet that has to be for this pack, and of a day that has come.
    ///
    /// # Errors
    /// That it is for another or of a day after today, or every problem of its answers.
    pub fn read_by(&self, pack: &Pack, today: Date) -> Result<Answers, Vec<Problem>> {
        self.check_day(today)?;
        if self.pack == pack.id.as_str() {
            return self.read_written_on(pack, today);
        }
        Err(vec![Problem::filled(
            "sheet-other-pack",
            "pack",
            Phrase::of("this copy does not screen by {0}", "nid yw'r copi hwn yn sgrinio yn ôl {0}"),
            Phrase::of("open it in a copy that does", "agorwch hi mewn copi sy'n gwneud hynny"),
            &[&quoted(&self.pack)],
        )])
    }

    /// The sheet of these answers, as JSON; with the reference of the referral if one was begun.
    pub fn write(pack: &Pack, answers: &Answers, reference: Option<&str>) -> Value {
        Self::to_json(pack, answers, reference).into()
    }

    /// [`AnswerSheet::write`], of the flat type.
    pub fn to_json(pack: &Pack, answers: &Answers, reference: Option<&str>) -> Json {
        let mut sheet = object([
            ("format", "answers/1".into()),
            ("pack", pack.id.as_str().into()),
            ("screened_on", answers.screened_on.to_string().into()),
            ("answers", record_to_json(&answers.facts)),
        ]);
        let Json::Object(map) = &mut sheet else { return sheet };
        if let Some(reference) = reference {
            map.insert("reference".to_owned(), reference.into());
        }
        if !answers.evidence.is_empty() {
            let mut evidence = Map::new();
            for (fact, beside) in &answers.evidence {
                evidence.insert(fact.as_str().to_owned(), record_to_json(&beside.to_record()));
            }
            map.insert("evidence".to_owned(), Json::Object(evidence));
        }
        if !answers.claims.is_empty() {
            map.insert("not_confirmed".to_owned(), Claims::to_json(&answers.claims));
        }
        sheet
    }

    /// The text of a sheet, to save: one line, keys in order.
    pub fn to_text(sheet: &Json) -> String {
        crate::base::json::write(sheet)
    }
}

/// Reads answers that stand alone, such as those that a site usually gives. `day` is what their dates go by.
///
/// # Errors
/// Every problem, each with the fact it is about.
pub(crate) fn read_facts(pack: &Pack, map: &Map, day: Date) -> Result<Record, Vec<Problem>> {
    let mut reader = SheetReader { pack, screened_on: day, written_on: day, problems: Vec::new() };
    let facts = reader.record(map, None, "");
    reader.sets_apart(&facts);
    if reader.problems.is_empty() { Ok(facts) } else { Err(reader.problems) }
}

/// The problem of a sheet that is not read at all because of its size.
pub fn too_large() -> Problem {
    Problem::filled(
        "sheet-too-large",
        "",
        Phrase::of("the file is larger than 4 MB", "mae'r ffeil yn fwy na 4 MB"),
        Phrase::of("check that this is the right file", "gwiriwch mai dyma'r ffeil gywir"),
        &[],
    )
}
