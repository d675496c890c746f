//! Where the answer to a question of the referral is filled in from, so that nobody is asked twice. A person confirms it.

use super::id::FactId;
use super::read_rules::unknown;
use super::reader::Reader;
use crate::base::json::Json;
use crate::base::wire::{Decoder, Encoder, Wire};

/// Where an answer is filled in from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FilledFrom {
    /// From nowhere: the person gives it.
    #[default]
    Nothing,
    /// From what the screening knows: the same answer, or that of this question which stands for it, in the order of the file.
    Screening(FactId, Vec<(String, String)>),
    /// From what the site usually answers, in its `site.json`.
    Site,
    /// The day on which it is filled in; of a time, the time.
    Today,
}

const PLAIN: [(&str, FilledFrom); 2] = [("site", FilledFrom::Site), ("today", FilledFrom::Today)];

impl FilledFrom {
    /// One of `"site"`, `"today"` and `{"fact", "values"}`, where `values` may be left out.
    pub(super) fn read(reader: &Reader<'_>) -> Self {
        if let Json::String(name) = reader.value {
            let found = PLAIN.iter().find(|(plain, _)| plain == name);
            return found.map_or_else(
                || {
                    unknown(reader, name, &mut PLAIN.iter().map(|(plain, _)| *plain));
                    Self::Nothing
                },
                |(_, filled)| filled.clone(),
            );
        }
        let Some(object) = reader.object() else { return Self::Nothing };
        let fact = object.name("fact").and_then(FactId::parse);
        let mut values = Vec::new();
        if let Some(map) = object.optional("values") {
            match map.value {
                Json::Object(pairs) => {
                    for (from, to) in pairs {
                        let to = Reader { value: to, problems: map.problems }.string();
                        values.extend(to.map(|to| (from.clone(), to.to_owned())));
                    }
                }
                _ => map.wrong("an object in { }", "wrthrych mewn { }"),
            }
        }
        object.finish();
        fact.map_or(Self::Nothing, |fact| Self::Screening(fact, values))
    }
}

/// Only the composer fills in, and it reads packs whole.
impl Wire for FilledFrom {
    fn encode(&self, _: &mut Encoder) {}

    fn decode(_: &mut Decoder<'_>) -> Self {
        Self::Nothing
    }
}
