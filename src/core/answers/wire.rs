//! Answers as the composer gives them to the page, which so needs no reader of sheets.

use super::{Answer, Answers, Chosen, Claims, Evidence, Record, Value};
use crate::base::date::Date;
use crate::base::wire::{Decoder, Encoder, Wire};

impl Wire for Answer {
    fn encode(&self, out: &mut Encoder) {
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
                    Value::YesNo(yes) => yes.encode(out),
                    Value::Choice(text) | Value::Text(text) => text.encode(out),
                    Value::Set(chosen) => chosen.encode(out),
                    Value::Count(count) => count.encode(out),
                    Value::Date(date) => date.encode(out),
                    Value::Group(records) => records.encode(out),
                }
            }
        }
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        Self::Known(match from.number() {
            1 => Value::YesNo(Wire::decode(from)),
            2 => Value::Choice(Wire::decode(from)),
            3 => Value::Set(Wire::decode(from)),
            4 => Value::Count(Wire::decode(from)),
            5 => Value::Date(Date::decode(from)),
            6 => Value::Text(Wire::decode(from)),
            7 => Value::Group(Wire::decode(from)),
            _ => return Self::NotKnown,
        })
    }
}

impl Wire for Chosen {
    fn encode(&self, out: &mut Encoder) {
        self.iter().cloned().collect::<Vec<String>>().encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        Vec::<String>::decode(from).iter().map(String::as_str).collect()
    }
}

impl Wire for Record {
    fn encode(&self, out: &mut Encoder) {
        out.number(self.len());
        for (fact, answer) in self {
            fact.encode(out);
            answer.encode(out);
        }
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        let mut record = Self::new();
        for _ in 0..from.number() {
            record.insert(Wire::decode(from), Wire::decode(from));
        }
        record
    }
}

impl Wire for Evidence {
    fn encode(&self, out: &mut Encoder) {
        self.to_record().encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        Self::from_record(&Wire::decode(from)).unwrap_or_default()
    }
}

impl Wire for Claims {
    fn encode(&self, out: &mut Encoder) {
        self.system.encode(out);
        self.facts.encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        let system = Wire::decode(from);
        Self { system, facts: Wire::decode(from) }
    }
}

impl Wire for Answers {
    fn encode(&self, out: &mut Encoder) {
        self.screened_on.encode(out);
        self.facts.encode(out);
        self.evidence.encode(out);
        self.claims.encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        let (screened_on, facts, evidence) = (Wire::decode(from), Wire::decode(from), Wire::decode(from));
        Self { screened_on, facts, evidence, claims: Wire::decode(from) }
    }
}
