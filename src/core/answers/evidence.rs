//! Where an answer comes from. It stands beside the answer and decides nothing.

use super::{Answer, Record, Value, known};
use crate::base::date::Date;
use crate::pack::evidence::{FROM, NOTE, ON};
use crate::pack::{FactId, Origin};

/// How long evidence counts as recent, in calendar months before the day of screening, inclusive.
pub const RECENT_MONTHS: u32 = 12;

/// Where an answer comes from, as far as it was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// The source.
    pub from: Option<Origin>,
    /// The day the source is of.
    pub on: Option<Date>,
    /// What was noted beside it: one line of at most [`Kind::TEXT_MAX`](crate::pack::Kind::TEXT_MAX) characters,
    /// cleaned. It belongs to the part of its answer and to no other.
    pub note: String,
}

impl Evidence {
    /// What the questions beside an answer came to; none where nothing was said.
    pub(crate) fn from_record(record: &Record) -> Option<Self> {
        let from = match known(record, FROM) {
            Some(Value::Choice(name)) => Origin::from_name(name),
            _ => None,
        };
        let on = match known(record, ON) {
            Some(Value::Date(on)) => Some(*on),
            _ => None,
        };
        let note = match known(record, NOTE) {
            Some(Value::Text(note)) => note.clone(),
            _ => String::new(),
        };
        let evidence = Self { from, on, note };
        (evidence != Self::default()).then_some(evidence)
    }

    /// The same as answers to the questions beside an answer.
    pub fn to_record(&self) -> Record {
        let mut record = Record::new();
        let mut put = |name: &str, value: Option<Value>| {
            if let (Some(fact), Some(value)) = (FactId::parse(name), value) {
                record.insert(fact, Answer::Known(value));
            }
        };
        put(FROM, self.from.map(|from| Value::Choice(from.name().to_owned())));
        put(NOTE, (!self.note.is_empty()).then(|| Value::Text(self.note.clone())));
        put(ON, self.on.map(Value::Date));
        record
    }

    /// Whether it comes from somewhere that can be asked again, and is recent. `dated`: the answer is of a known day of
    /// its own, which is measured elsewhere, so that the source needs none.
    pub fn is_strong(&self, dated: bool, screened_on: Date) -> bool {
        let sourced =
            matches!(self.from, Some(Origin::PoliceRecord | Origin::PartnerAgency | Origin::Specialist));
        sourced && self.on.map_or(dated, |on| is_recent(on, screened_on))
    }
}

/// Whether a day is at most [`RECENT_MONTHS`] before the screening.
pub fn is_recent(on: Date, screened_on: Date) -> bool {
    on.plus_months(RECENT_MONTHS) >= screened_on
}
