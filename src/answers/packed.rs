//! Answers as the composer gives them to the page, which so needs no reader of sheets.

use super::{Answer, Answers, Chosen, Claims, Evidence, Record, Value};
use crate::date::Date;
use crate::packed::{In, Out, Packed};

impl Packed for Answer {
    fn put(&self, out: &mut Out) {
        match self {
            Self::NotKnown => out.number(0),
            Self::Known(value) => {
                let kind = match value {
                    Value::YesNo(_) => 1,
                    Value::Choice(_) => 2,
                    Value::Set(_) => 3,
                    Value::Count(_) => 4,
                    Value::Date(_) => 5,
                    Value::Text(_) => 6,
                    Value::Group(_) => 7,
                };
                out.number(kind);
                match value {
                    Value::YesNo(yes) => yes.put(out),
                    Value::Choice(text) | Value::Text(text) => text.put(out),
                    Value::Set(chosen) => chosen.put(out),
                    Value::Count(count) => count.put(out),
                    Value::Date(date) => date.put(out),
                    Value::Group(records) => records.put(out),
                }
            }
        }
    }

    fn take(from: &mut In<'_>) -> Self {
        Self::Known(match from.number() {
            1 => Value::YesNo(Packed::take(from)),
            2 => Value::Choice(Packed::take(from)),
            3 => Value::Set(Packed::take(from)),
            4 => Value::Count(Packed::take(from)),
            5 => Value::Date(Date::take(from)),
            6 => Value::Text(Packed::take(from)),
            7 => Value::Group(Packed::take(from)),
            _ => return Self::NotKnown,
        })
    }
}

impl Packed for Chosen {
    fn put(&self, out: &mut Out) {
        self.iter().cloned().collect::<Vec<String>>().put(out);
    }

    fn take(from: &mut In<'_>) -> Self {
        Vec::<String>::take(from).iter().map(String::as_str).collect()
    }
}

impl Packed for Record {
    fn put(&self, out: &mut Out) {
        out.number(self.len());
        for (fact, answer) in self {
            fact.put(out);
            answer.put(out);
        }
    }

    fn take(from: &mut In<'_>) -> Self {
        let mut record = Self::new();
        for _ in 0..from.number() {
            record.insert(Packed::take(from), Packed::take(from));
        }
        record
    }
}

impl Packed for Evidence {
    fn put(&self, out: &mut Out) {
        self.to_record().put(out);
    }

    fn take(from: &mut In<'_>) -> Self {
        Self::from_record(&Packed::take(from)).unwrap_or_default()
    }
}

impl Packed for Claims {
    fn put(&self, out: &mut Out) {
        self.system.put(out);
        self.facts.put(out);
    }

    fn take(from: &mut In<'_>) -> Self {
        let system = Packed::take(from);
        Self { system, facts: Packed::take(from) }
    }
}

impl Packed for Answers {
    fn put(&self, out: &mut Out) {
        self.screened_on.put(out);
        self.facts.put(out);
        self.evidence.put(out);
        self.claims.put(out);
    }

    fn take(from: &mut In<'_>) -> Self {
        let (screened_on, facts, evidence) = (Packed::take(from), Packed::take(from), Packed::take(from));
        Self { screened_on, facts, evidence, claims: Packed::take(from) }
    }
}
