//! Reads rules and formulas, putting the values of settings where the pack names them.

use super::id::{CriterionId, FactId};
use super::reader::{Object, Problems, Reader};
use super::rule::{Formula, Rule};
use super::{Criterion, CriterionIndex, Setting, SettingValue, Test};
use crate::base::problem::{DID_YOU_MEAN, nearest_of};
use crate::base::text::quoted;
use crate::base::words::Phrase;
use std::cell::{Cell, RefCell};

/// What rules may name besides facts.
pub(crate) struct Names<'a> {
    pub(crate) settings: &'a [Setting],
    pub(crate) instruments: &'a [String],
    /// The settings named so far, indices, each once.
    pub(crate) used: RefCell<Vec<usize>>,
    /// How many values and criteria may still be put where lists of them are named.
    pub(crate) room: Cell<usize>,
}

/// Most values and criteria that all names of lists and roles stand for: a short name may stand for thousands, and be written
/// thousands of times.
pub(crate) const MOST_NAMED: usize = 200_000;

const RULES: [&str; 16] = [
    "all",
    "any",
    "not",
    "is_yes",
    "is_one_of",
    "has_any",
    "at_least",
    "age_at_least",
    "within",
    "fresh",
    "stale",
    "count_reaches",
    "text_given",
    "given",
    "yes_or_not_yet",
    "some_entry",
];

const FORMULAS: [&str; 8] = ["all", "any", "not", "setting", "criterion", "every", "some", "at_least"];

impl Names<'_> {
    /// Reads a rule. After a problem it returns a harmless rule; the pack is refused anyway.
    pub(crate) fn rule(&self, reader: &Reader<'_>) -> Rule {
        self.try_rule(reader).unwrap_or(Rule::Always(false))
    }

    fn try_rule(&self, reader: &Reader<'_>) -> Option<Rule> {
        let (operator, inner) = reader.object()?.only_entry()?;
        Some(match operator {
            "all" => Rule::All(inner.each(|part| Some(self.rule(part)))),
            "any" => Rule::Any(inner.each(|part| Some(self.rule(part)))),
            "not" => Rule::Not(Box::new(self.rule(&inner))),
            "yes_or_not_yet" => Rule::YesOrNotYet(Box::new(self.rule(&inner))),
            "is_yes" => Rule::IsYes(FactId::parse(inner.name()?)?),
            "text_given" => Rule::TextGiven(FactId::parse(inner.name()?)?),
            "criterion" => Rule::Criterion(CriterionId::parse(inner.name()?)?),
            "setting" => Rule::Always(self.switch(&inner)?),
            "given" => {
                let object = inner.object()?;
                let part = |key| object.required(key).map(|reader| self.rule(&reader));
                let (is, then) = (part("is"), part("then"));
                object.finish();
                Rule::Given(Box::new(is?), Box::new(then?))
            }
            "some_entry" => {
                let object = inner.object()?;
                let group = fact(&object, "group");
                let rule = object.required("rule").map(|reader| self.rule(&reader));
                object.finish();
                Rule::SomeEntry { group: group?, rule: Box::new(rule?) }
            }
            "is_one_of" | "has_any" => {
                let object = inner.object()?;
                let fact = fact(&object, "fact");
                let values = object.required("values").map(|values| self.values(&values));
                object.finish();
                match operator {
                    "is_one_of" => Rule::IsOneOf(fact?, values?),
                    _ => Rule::HasAny(fact?, values?),
                }
            }
            "at_least" => {
                let object = inner.object()?;
                let (fact, count) = (fact(&object, "fact"), self.number(&object, "count"));
                object.finish();
                Rule::AtLeast(fact?, count?)
            }
            "age_at_least" => {
                let object = inner.object()?;
                let (date_of_birth, age) = (fact(&object, "date_of_birth"), fact(&object, "age"));
                let years = self.number(&object, "years");
                object.finish();
                Rule::AgeAtLeast { date_of_birth: date_of_birth?, age: age?, years: years? }
            }
            "ages_differ" => {
                let object = inner.object()?;
                let (date_of_birth, age) = (fact(&object, "date_of_birth"), fact(&object, "age"));
                object.finish();
                Rule::AgesDiffer { date_of_birth: date_of_birth?, age: age? }
            }
            "within" => self.within(&inner.object()?)?,
            "fresh" | "stale" => {
                let object = inner.object()?;
                let (date, days) = (fact(&object, "date"), self.number(&object, "days"));
                object.finish();
                if operator == "fresh" {
                    Rule::FreshWithinDays(date?, days?)
                } else {
                    Rule::StaleAfterDays(date?, days?)
                }
            }
            "count_reaches" => {
                let object = inner.object()?;
                let line = self.number(&object, "line");
                let instrument = object.required("instrument").and_then(|reader| {
                    let name = reader.string()?;
                    let index = self.instruments.iter().position(|instrument| instrument == name);
                    if index.is_none() {
                        unknown(&reader, name, &mut self.instruments.iter().map(String::as_str));
                    }
                    index
                });
                object.finish();
                Rule::CountReaches { instrument: instrument?, line: line? }
            }
            other => {
                unknown(reader, other, &mut RULES.into_iter());
                return None;
            }
        })
    }

    /// `{"date": .., "months": ..}` or `"years"`; a setting that is `null` means no window.
    fn within(&self, object: &Object<'_>) -> Option<Rule> {
        let date = fact(object, "date");
        let (unit, reader) = match object.optional("years") {
            Some(reader) => (12, Some(reader)),
            None => (1, object.required("months")),
        };
        object.finish();
        Some(match self.amount(&reader?)? {
            Some(amount) => Rule::WithinMonths(date?, amount.saturating_mul(unit)),
            None => Rule::Always(true),
        })
    }

    /// A number that must be there.
    pub(crate) fn number(&self, object: &Object<'_>, key: &'static str) -> Option<u32> {
        let reader = object.required(key)?;
        let amount = self.amount(&reader)?;
        if amount.is_none() {
            reader.wrong("a number, or a setting that holds one", "rif, neu'n osodiad sy'n dal un");
        }
        amount
    }

    /// A whole number, or `{"setting": name}` of a number setting; such a setting may hold no number, which means no limit.
    #[allow(clippy::option_option, reason = "not readable is one thing, no limit another")]
    pub(crate) fn amount(&self, reader: &Reader<'_>) -> Option<Option<u32>> {
        if reader.value.as_object().is_none() {
            return reader.number().map(Some);
        }
        match self.setting(reader)? {
            SettingValue::Number(number) => Some(*number),
            _ => {
                reader.wrong("a setting that holds a number", "osodiad sy'n dal rhif");
                None
            }
        }
    }

    /// A list of texts, or `{"setting": name}` of a list setting.
    pub(crate) fn values(&self, reader: &Reader<'_>) -> Vec<String> {
        if reader.value.as_object().is_none() {
            return reader.strings();
        }
        match self.setting(reader) {
            Some(SettingValue::List(values)) if self.has_room(reader, values.len()) => values.clone(),
            // Without room, or without such a setting: either was reported.
            Some(SettingValue::List(_)) | None => Vec::new(),
            Some(_) => {
                reader.wrong("a setting that holds a list", "osodiad sy'n dal rhestr");
                Vec::new()
            }
        }
    }

    fn setting(&self, reader: &Reader<'_>) -> Option<&SettingValue> {
        let (key, inner) = reader.object()?.only_entry()?;
        if key != "setting" {
            unknown(reader, key, &mut ["setting"].into_iter());
            return None;
        }
        self.named(&inner)
    }

    fn named(&self, reader: &Reader<'_>) -> Option<&SettingValue> {
        let name = reader.string()?;
        let Some(index) = self.settings.iter().position(|setting| setting.id.as_str() == name) else {
            unknown(reader, name, &mut self.settings.iter().map(|setting| setting.id.as_str()));
            return None;
        };
        let mut used = self.used.borrow_mut();
        if !used.contains(&index) {
            used.push(index);
        }
        Some(&self.settings[index].value)
    }

    fn switch(&self, reader: &Reader<'_>) -> Option<bool> {
        match self.named(reader)? {
            SettingValue::Switch(on) => Some(*on),
            _ => {
                reader.wrong("a setting that is true or false", "osodiad sy'n wir neu'n anwir");
                None
            }
        }
    }

    /// Reads a formula over criteria that were already read.
    pub(crate) fn formula(&self, reader: &Reader<'_>, criteria: &[Criterion], roles: &Roles) -> Formula {
        self.try_formula(reader, criteria, roles).unwrap_or(Formula::Always(false))
    }

    fn try_formula(&self, reader: &Reader<'_>, criteria: &[Criterion], roles: &Roles) -> Option<Formula> {
        let (operator, inner) = reader.object()?.only_entry()?;
        let parts = |reader: &Reader<'_>| -> Vec<Formula> {
            reader.each(|part| Some(self.formula(part, criteria, roles)))
        };
        Some(match operator {
            "all" => Formula::All(parts(&inner)),
            "any" => Formula::Any(parts(&inner)),
            "not" => Formula::Not(Box::new(self.formula(&inner, criteria, roles))),
            "setting" => Formula::Always(self.switch(&inner)?),
            "criterion" => Formula::Takes(criterion(&inner, criteria)?, 1),
            "every" => Formula::All(self.listed(&inner, criteria, roles)?),
            "some" => Formula::Any(self.listed(&inner, criteria, roles)?),
            "at_least" => {
                let object = inner.object()?;
                let count = self.number(&object, "count");
                let of = object.required("of").map(|of| parts(&of));
                object.finish();
                Formula::AtLeast(usize::try_from(count?).ok()?, of?)
            }
            other => {
                unknown(reader, other, &mut FORMULAS.into_iter());
                return None;
            }
        })
    }

    /// The criteria of a role, or those a list setting names.
    fn listed(&self, reader: &Reader<'_>, criteria: &[Criterion], roles: &Roles) -> Option<Vec<Formula>> {
        if reader.value.as_object().is_some() {
            return Some(
                self.indices(reader, criteria)?.into_iter().map(|index| Formula::Takes(index, 1)).collect(),
            );
        }
        let role = reader.string()?;
        let members = roles.get(role);
        if members.is_none() {
            unknown(reader, role, &mut roles.0.iter().map(|(role, _)| role.as_str()));
        }
        members.filter(|members| self.has_room(reader, members.len())).map(<[Formula]>::to_vec)
    }

    /// Takes room for what a name stands for, or says that there is none.
    fn has_room(&self, reader: &Reader<'_>, size: usize) -> bool {
        let left = self.room.get().checked_sub(size);
        self.room.set(left.unwrap_or(0));
        if left.is_none() && !reader.problems.is_full() {
            reader.problems.add(
                "pack-too-complex",
                &reader.at(),
                Phrase::of(
                    "the lists and roles named up to here stand for too many things",
                    "mae'r rhestrau a'r rolau a enwir hyd yma yn sefyll am ormod o bethau",
                ),
                Phrase::of("name them less often, or shorten them", "enwch hwy'n llai aml, neu byrhewch hwy"),
                &[],
            );
        }
        left.is_some()
    }

    /// The criteria that a list setting names.
    pub(crate) fn indices(&self, reader: &Reader<'_>, criteria: &[Criterion]) -> Option<Vec<CriterionIndex>> {
        // Every name is looked up before any is found missing.
        let mut indices = Vec::new();
        for name in self.values(reader) {
            indices.push(named(reader, &name, criteria));
        }
        indices.into_iter().collect()
    }
}

/// The members of each role: which value of which criterion counts.
#[derive(Default)]
pub(crate) struct Roles(Vec<(String, Vec<Formula>)>);

impl Roles {
    /// The members of a role, for more to be added. A pack has few roles, so they are searched one by one.
    pub(crate) fn members(&mut self, role: &str) -> &mut Vec<Formula> {
        let known = self.0.iter().position(|(name, _)| name == role);
        let index = known.unwrap_or(self.0.len());
        if known.is_none() {
            self.0.push((role.to_owned(), Vec::new()));
        }
        &mut self.0[index].1
    }

    fn get(&self, role: &str) -> Option<&[Formula]> {
        self.0.iter().find(|(name, _)| name == role).map(|(_, members)| members.as_slice())
    }
}

/// A criterion by name.
pub(crate) fn criterion(reader: &Reader<'_>, criteria: &[Criterion]) -> Option<CriterionIndex> {
    named(reader, reader.string()?, criteria)
}

fn named(reader: &Reader<'_>, name: &str, criteria: &[Criterion]) -> Option<CriterionIndex> {
    let index = criteria.iter().position(|criterion| criterion.id.as_str() == name);
    match index {
        None => unknown(reader, name, &mut criteria.iter().map(|criterion| criterion.id.as_str())),
        Some(index) if !matches!(criteria[index].test, Test::Rule(_)) => {
            reader.wrong("a criterion that is yes or no", "maen prawf sy'n ie neu'n nage");
        }
        Some(_) => {}
    }
    index.map(CriterionIndex::new)
}

/// Reports a name that nothing bears, with the nearest one that something does.
pub(crate) fn unknown(reader: &Reader<'_>, name: &str, known: &mut dyn Iterator<Item = &str>) {
    if !reader.problems.is_full() {
        unknown_at(reader.problems, &reader.at(), name, known);
    }
}

/// [`unknown`], of a name that is looked up after reading.
pub(crate) fn unknown_at(
    problems: &Problems<'_>,
    at: &str,
    name: &str,
    known: &mut dyn Iterator<Item = &str>,
) {
    if problems.is_full() {
        return;
    }
    let near = nearest_of(name, known);
    let next_step = match near {
        Some(_) => DID_YOU_MEAN,
        None => {
            Phrase::of("use a name that the pack defines", "defnyddiwch enw y mae'r pecyn yn ei ddiffinio")
        }
    };
    problems.add(
        "pack-unknown-name",
        at,
        Phrase::of("nothing is called {0}", "nid oes dim o'r enw {0}"),
        next_step,
        &[&quoted(name), &near.map(quoted).unwrap_or_default()],
    );
}

fn fact(object: &Object<'_>, key: &'static str) -> Option<FactId> {
    FactId::parse(object.name(key)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::json::Json;
    use crate::base::words::Localized;
    use crate::pack::{SettingId, SourceId};
    use serde_json::json;

    /// Names stand for as many values as there is room for, and are then said to stand for too many.
    #[test]
    fn what_names_stand_for_has_a_limit() {
        let settings = [Setting {
            id: SettingId::parse("counted").unwrap(),
            label: Localized::default(),
            value: SettingValue::List(["a", "b", "c"].map(str::to_owned).to_vec()),
            source: SourceId::parse("test").unwrap(),
            proposed: false,
        }];
        for (room, taken) in [(6, [3, 3]), (5, [3, 0]), (3, [3, 0]), (2, [0, 0])] {
            let json: Json = json!({"setting": "counted"}).into();
            let problems = Problems::of(&json);
            let reader = Reader { value: &json, problems: &problems };
            let names = Names {
                settings: &settings,
                instruments: &[],
                used: RefCell::default(),
                room: Cell::new(room),
            };
            assert_eq!([(); 2].map(|()| names.values(&reader).len()), taken, "room for {room}");
            let said: Vec<&str> = problems.into_vec().iter().map(|problem| problem.code).collect();
            assert_eq!(said, vec!["pack-too-complex"; taken.iter().filter(|taken| **taken == 0).count()]);
            assert_eq!(names.used.into_inner(), [0], "once");
        }
    }
}
