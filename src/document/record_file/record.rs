//! The record in a file: whether it is whole, and what its screening comes to when it is run again.
//!
//! The digest tells damage and careless changes. It is no signature: who changes a record on purpose can make a digest
//! that fits. A doubt is settled by the digest on paper, or by the file of the agency that made it.

use crate::compose::record_digest::DIGEST_KEY;
use drive_screening_core::answers::AnswerSheet;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::text::quoted;
use drive_screening_core::base::words::Phrase;
use drive_screening_core::pack::{Pack, Part, digest};
use drive_screening_core::screening::{result_json, screen};
use serde_json::{Map, Value, json};

const NOT_OURS: Phrase = Phrase::of(
    "this file holds no record of this program",
    "nid yw'r ffeil hon yn cynnwys cofnod o'r rhaglen hon",
);
const AS_MADE: Phrase = Phrase::of(
    "choose the JSON or the PDF as it was made. If another program saved the PDF again, its record may be gone",
    "dewiswch y JSON neu'r PDF fel y'i lluniwyd; gall PDF a gadwyd eto gan raglen arall fod wedi colli ei gofnod",
);

const OTHER_FORMAT: Phrase =
    Phrase::of("this copy does not read the format {0}", "nid yw'r copi hwn yn darllen y fformat {0}");
const OPEN_ELSEWHERE: Phrase = Phrase::of(
    "open it in the copy that made it, or in a newer one",
    "agorwch ef yn y copi a'i lluniodd, neu mewn un mwy newydd",
);

/// The format of records.
const FORMAT: &str = "referral/1";

/// Stands for a text that is in another part when the screening is run again: that it was written is known.
const WRITTEN: &str = "(written in another part)";

/// A record that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The digest in it is that of its data: nothing was changed since it was made.
    pub whole: bool,
    /// Which part it is.
    pub part: Part,
    /// The digest that it claims, 64 hexadecimal digits if it is sound.
    pub digest: String,
    /// The digest that its data have.
    pub now: String,
    /// `referral/1`, as it was read.
    pub data: Value,
}

/// The screening of a record, run again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreeningAgain {
    /// The pack that was used now is the one the record names, to the letter.
    pub same_pack: bool,
    /// The values that came out otherwise than recorded. None if the record holds.
    pub differences: Vec<Difference>,
}

/// A value that came out otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where, as `result/1` names it: `outcome`, `criteria/dash`.
    pub at: String,
    /// The value in the record; null if there is none.
    pub recorded: Value,
    /// The value that comes out now; null if there is none.
    pub now: Value,
}

impl Record {
    /// The text at a JSON pointer into the data; empty if there is none.
    pub fn text(&self, path: &str) -> &str {
        self.data.pointer(path).and_then(Value::as_str).unwrap_or_default()
    }

    /// The answers that the screening was made from, as an `answers/1` sheet. Only Part C holds them.
    pub fn sheet(&self) -> Option<Value> {
        let traced = self.data.pointer("/trace/answers")?.as_array()?;
        let mut answers = Map::new();
        for answer in traced {
            let value = match &answer["answer"] {
                Value::Null if answer["written"] == true => json!(WRITTEN),
                Value::Null => continue,
                value => value.clone(),
            };
            answers.insert(answer["fact"].as_str()?.to_owned(), value);
        }
        Some(json!({
            "format": "answers/1",
            "pack": self.data.pointer("/pack/id")?,
            "screened_on": self.data.get("screened_on")?,
            "answers": answers,
        }))
    }

    /// Runs the screening again. `None` if this part does not hold the answers it was made from.
    ///
    /// # Errors
    /// The answers that the pack does not understand: then it is not the pack they were given for.
    pub fn screen_again(&self, pack: &Pack) -> Option<Result<ScreeningAgain, Vec<Problem>>> {
        let sheet = AnswerSheet::from_json(self.sheet()?);
        let made_on = Date::parse(self.text("/made_on"));
        let answers = sheet.and_then(|sheet| {
            // The rules go by the day of screening. Nothing in a record is of a day after it was made.
            let made_on = made_on.unwrap_or(sheet.screened_on);
            sheet.check_day(made_on)?;
            sheet.read_written_on(pack, made_on)
        });
        Some(answers.map(|answers| {
            let mut outcome = screen(pack, &answers);
            outcome.flags.retain(|raised| !pack.is_of_annex_alone(&pack.flags[raised.flag]));
            let now = Value::from(result_json(pack, &outcome));
            let mut differences = Vec::new();
            for name in ["outcome", "possible", "open", "flags", "criteria", "because", "would_change"] {
                differ(name, &self.data["result"][name], &now[name], &mut differences);
            }
            ScreeningAgain { same_pack: self.text("/pack/digest") == pack.digest(), differences }
        }))
    }
}

fn differ(at: &str, recorded: &Value, now: &Value, out: &mut Vec<Difference>) {
    if let (Value::Object(recorded), Value::Object(now)) = (recorded, now) {
        for (name, value) in recorded {
            differ(&format!("{at}/{name}"), value, now.get(name).unwrap_or(&Value::Null), out);
        }
        for (name, value) in now.iter().filter(|(name, _)| !recorded.contains_key(*name)) {
            differ(&format!("{at}/{name}"), &Value::Null, value, out);
        }
    } else if recorded != now {
        out.push(Difference { at: at.to_owned(), recorded: recorded.clone(), now: now.clone() });
    }
}

/// Reads a record: our JSON, or a PDF as this program makes it.
///
/// # Errors
/// `record-not-found`, when the file is neither; `record-format`, when it is of another version.
///
/// # Examples
/// ```
/// # use drive_screening_core::answers::AnswerSheet;
/// use drive_screening_document::record_file::verify;
/// use drive_screening_document::{Format, Stamp, compose, write_text};
/// # use drive_screening_core::pack::{Pack, Part};
/// # use drive_screening_core::screening::screen;
/// # use drive_screening_core::base::words::Language;
///
/// # let pack = Pack::builtin("default")?;
/// # let sheet = AnswerSheet::parse(
/// #     r#"{"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {"in_area": "no"}}"#,
/// # )?;
/// # let answers = sheet.read(&pack)?;
/// # let stamp =
/// #     Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: answers.screened_on, language: Language::En };
/// # let document = compose(&pack, &answers, &screen(&pack, &answers), Part::Handling, &stamp);
/// let json = write_text(&document, Format::Json).unwrap_or_default();
/// let record = verify(json.as_bytes()).map_err(|problem| vec![problem])?;
/// assert!(record.whole);
///
/// let changed = json.replacen("K7Q2-M9XD", "K7Q2-M9XE", 1);
/// assert!(!verify(changed.as_bytes()).map_err(|problem| vec![problem])?.whole);
/// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
/// ```
pub fn verify(bytes: &[u8]) -> Result<Record, Problem> {
    let not_ours = || Problem::filled("record-not-found", "", NOT_OURS, AS_MADE, &[]);
    let data = parsed(attached(bytes).unwrap_or(bytes)).ok_or_else(not_ours)?;
    match data.get("format").and_then(Value::as_str) {
        Some(FORMAT) => read(data).ok_or_else(not_ours),
        Some(other) if other.starts_with("referral/") => {
            Err(Problem::filled("record-format", "format", OTHER_FORMAT, OPEN_ELSEWHERE, &[&quoted(other)]))
        }
        _ => Err(not_ours()),
    }
}

fn parsed(bytes: &[u8]) -> Option<Value> {
    json::parse_value(std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}')).ok()
}

fn read(mut data: Value) -> Option<Record> {
    let part = Part::from_name(data.get("part")?.as_str()?)?;
    let claimed = data.as_object_mut()?.remove(DIGEST_KEY).unwrap_or_default();
    let now = digest::digest(&data.clone().into());
    let whole = claimed == now;
    let digest = claimed.as_str().unwrap_or_default().to_owned();
    data[DIGEST_KEY] = claimed;
    Some(Record { whole, part, digest, now, data })
}

/// The data attached to a PDF. This program attaches them as they are, so no reader of PDF is needed: the line that ends
/// them cannot be within them, as JSON has no line end inside a text.
fn attached(pdf: &[u8]) -> Option<&[u8]> {
    if !pdf.starts_with(b"%PDF-") {
        return None;
    }
    let file = &pdf[find(pdf, b"/EmbeddedFile/")?..];
    let start = find(file, b"stream\n")? + b"stream\n".len();
    let end = find(&file[start..], b"\nendstream")?;
    Some(&file[start..start + end])
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
