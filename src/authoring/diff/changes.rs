//! What one pack changes of another, in words: settings by their labels, wording and contacts by what they say, and
//! whatever was added, removed or changed besides.

use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::shown;
use drive_screening_core::base::sorted::gathered;
use drive_screening_core::base::text::one_line;
use drive_screening_core::base::words::{Localized, Phrase};
use drive_screening_core::pack::terms::term;
use drive_screening_core::pack::{RULES, resolve_extends};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Where, as problems name places: `settings/minimum_age`, `criteria/area/yes`.
    pub at: String,
    /// What changed, a sentence without a full stop.
    pub message: Localized,
    /// What it was, if it was there.
    pub from: Option<Value>,
    /// What it is now, if it is.
    pub to: Option<Value>,
}

/// Most of a text that is repeated, in characters.
const SHOWN: usize = 200;

/// What the new pack changes of the old one, both with all they extend. The order is that of the file: settings first.
///
/// # Errors
/// A source that is no JSON, or extends what is not there.
///
/// # Examples
/// ```
/// use drive_screening_core::pack::builtin;
/// use drive_screening_authoring::diff::changes;
///
/// let [old, new] = ["default", "min16"].map(|name| builtin::source(name).unwrap_or_default());
/// let changes = changes(old, new)?;
/// let age = changes.iter().find(|change| change.at == "settings/minimum_age");
/// assert_eq!(age.map(|change| change.message.en.as_str()), Some("Minimum age, in years: 18 becomes 16"));
/// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
/// ```
pub fn changes(old: &str, new: &str) -> Result<Vec<Change>, Vec<Problem>> {
    let read = |source| resolve_extends(source).map(Value::from);
    let (old, new) = (read(old)?, read(new)?);
    let mut changes = Changes { labels: [labels(&new), labels(&old)], found: Vec::new(), more: 0 };
    changes.settings(&old, &new);
    for key in ["sources", "instruments", "criteria", "verdicts", "flags", "routes", "cases"] {
        changes.lists(key, &by_id(&old[key]), &by_id(&new[key]));
    }
    changes.sections(&by_id(&old["sections"]), &by_id(&new["sections"]));
    changes.lists("sections", &questions(&old), &questions(&new));
    for key in ["title", "about", "undecided", "document"] {
        changes.compare(key, &called(key), &old[key], &new[key]);
    }
    let mut found = changes.found;
    found.extend(shown::more(changes.more).map(|message| Change {
        at: String::new(),
        message,
        from: None,
        to: None,
    }));
    Ok(found)
}

/// Most changes that are told one by one.
const MOST_CHANGES: usize = 4_096;

struct Changes<'a> {
    /// What names stand for: in the new pack, then in the old one.
    labels: [HashMap<&'a str, &'a Value>; 2],
    found: Vec<Change>,
    /// How many there are besides.
    more: usize,
}

impl Changes<'_> {
    fn settings(&mut self, old: &Value, new: &Value) {
        let empty = Map::new();
        let map = |json: &'_ Value| json["settings"].as_object().cloned().unwrap_or(empty.clone());
        let (old, new) = (map(old), map(new));
        for name in old.keys().chain(new.keys().filter(|name| !old.contains_key(*name))) {
            let [before, after] = [&old, &new].map(|map| map.get(name).unwrap_or(&Value::Null));
            let at = format!("settings/{}", one_line(name, 64));
            let thing = named(if after.is_null() { before } else { after }, name);
            // A missing value is no limit, so it is told from a missing setting.
            match (old.contains_key(name), new.contains_key(name)) {
                (true, true) if before["value"] != after["value"] => {
                    let [was, is] = [before, after].map(|setting| self.say(&setting["value"]));
                    self.add_both(&at, &thing, &was, &is, &before["value"], &after["value"]);
                }
                (true, true) => {}
                (had, _) => self.came_or_went(&at, &thing, before, after, had),
            }
            for key in ["source", "proposed", "label"] {
                if old.contains_key(name) && new.contains_key(name) {
                    let key_at = format!("{at}/{key}");
                    self.compare(&key_at, &joined(&thing, key), &before[key], &after[key]);
                }
            }
        }
    }

    fn lists(&mut self, key: &str, old: &[(String, &Value)], new: &[(String, &Value)]) {
        let [of_old, of_new] = [old, new].map(|list| {
            // The first of a name counts.
            list.iter().rev().map(|(name, value)| (name.as_str(), *value)).collect::<HashMap<&str, &Value>>()
        });
        for (name, before) in old {
            let at = format!("{key}/{}", one_line(name, SHOWN));
            match of_new.get(name.as_str()).copied() {
                None => self.came_or_went(&at, &named(before, name), before, &Value::Null, true),
                Some(after) => self.compare(&at, &named(after, name), before, after),
            }
        }
        for (name, after) in new.iter().filter(|(name, _)| !of_old.contains_key(name.as_str())) {
            let at = format!("{key}/{}", one_line(name, SHOWN));
            self.came_or_went(&at, &named(after, name), &Value::Null, after, false);
        }
        let kept = old.iter().map(|(name, _)| name).filter(|name| of_new.contains_key(name.as_str()));
        if !kept.eq(new.iter().map(|(name, _)| name).filter(|name| of_old.contains_key(name.as_str()))) {
            let message = Phrase::of("{0}: the order is another", "{1}: mae'r drefn yn wahanol");
            let called = called(key.rsplit('/').next().unwrap_or(key));
            let message = message.fill(&[&called.en, &called.cy]);
            self.found.push(Change { at: key.to_owned(), message, from: None, to: None });
        }
    }

    /// The headings of sections and pages. Their questions are told of as [`questions`].
    fn sections(&mut self, old: &[(String, &Value)], new: &[(String, &Value)]) {
        let new: BTreeMap<&str, &Value> =
            gathered(new.iter().rev().map(|(name, value)| (name.as_str(), *value)));
        for (id, before) in old {
            let Some(after) = new.get(id.as_str()) else { continue };
            let at = format!("sections/{}", one_line(id, 64));
            self.without(&at, &named(after, id), before, after, "pages");
            let pages: BTreeMap<String, &Value> = gathered(by_id(&after["pages"]).into_iter().rev());
            for (page, before) in by_id(&before["pages"]) {
                if let Some(after) = pages.get(&page) {
                    let at = format!("{at}/{}", one_line(&page, 64));
                    self.without(&at, &named(after, &page), before, after, "questions");
                }
            }
        }
    }

    /// Compares two things but for one key.
    fn without(&mut self, at: &str, name: &Localized, before: &Value, after: &Value, left_out: &str) {
        let pruned = |value: &Value| {
            let mut value = value.clone();
            if let Value::Object(map) = &mut value {
                map.remove(left_out);
            }
            value
        };
        self.compare(at, name, &pruned(before), &pruned(after));
    }

    /// Compares what stands at one place, and goes down as far as things have names.
    fn compare(&mut self, at: &str, name: &Localized, before: &Value, after: &Value) {
        if before == after {
            return;
        }
        match (before, after) {
            _ if is_said(before) && is_said(after) => {
                let [was, is] = [before, after].map(|value| self.say(value));
                self.add_both(at, name, &was, &is, before, after);
            }
            (Value::Object(old), Value::Object(new)) if is_text(before) && is_text(after) => {
                self.text(at, name, (old, new), before, after);
            }
            (Value::Null, _) => self.came_or_went(at, name, before, after, false),
            (_, Value::Null) => self.came_or_went(at, name, before, after, true),
            (Value::Object(old), Value::Object(new)) if !is_rule(at) => {
                for key in old.keys().chain(new.keys().filter(|key| !old.contains_key(*key))) {
                    let [before, after] = [old, new].map(|map| map.get(key).unwrap_or(&Value::Null));
                    self.compare(&format!("{at}/{}", one_line(key, 64)), &joined(name, key), before, after);
                }
            }
            (Value::Array(old), Value::Array(new)) if has_ids(old) && has_ids(new) => {
                self.lists(at, &by_id(before), &by_id(after));
            }
            _ => {
                let message = Phrase::of("{0}: changed", "{1}: wedi newid").fill(&[&name.en, &name.cy]);
                self.push(at, message, before, after);
            }
        }
    }

    /// A text: what it said and says in the language of whoever reads this, or in the other where only that changed.
    fn text(
        &mut self,
        at: &str,
        name: &Localized,
        maps: (&Map<String, Value>, &Map<String, Value>),
        from: &Value,
        to: &Value,
    ) {
        let said = |map: &Map<String, Value>, language: &str| {
            one_line(map.get(language).and_then(Value::as_str).unwrap_or("–"), SHOWN)
        };
        let both = |map: &Map<String, Value>| [said(map, "en"), said(map, "cy")];
        let (was, is) = (both(maps.0), both(maps.1));
        let in_language = |name: &Localized, words: Phrase| {
            Localized::new([&name.en, words.en].concat(), [&name.cy, words.cy].concat())
        };
        if was[0] == is[0] {
            let name = in_language(name, Phrase::of(", in Welsh", ", yn Gymraeg"));
            return self.add_both(
                at,
                &name,
                &[was[1].clone(), was[1].clone()],
                &[is[1].clone(), is[1].clone()],
                from,
                to,
            );
        }
        if was[1] == is[1] {
            let name = in_language(name, Phrase::of(", in English", ", yn Saesneg"));
            return self.add_both(
                at,
                &name,
                &[was[0].clone(), was[0].clone()],
                &[is[0].clone(), is[0].clone()],
                from,
                to,
            );
        }
        self.add_both(at, name, &was, &is, from, to);
    }

    fn add_both(
        &mut self,
        at: &str,
        name: &Localized,
        was: &[String; 2],
        is: &[String; 2],
        from: &Value,
        to: &Value,
    ) {
        let message = Phrase::of("{0}: {2} becomes {4}", "{1}: {3} gynt, {5} bellach");
        let message = message.fill(&[&name.en, &name.cy, &was[0], &was[1], &is[0], &is[1]]);
        self.push(at, message, from, to);
    }

    fn came_or_went(&mut self, at: &str, name: &Localized, before: &Value, after: &Value, went: bool) {
        let words = if went {
            Phrase::of("{0}: gone", "{1}: wedi mynd")
        } else {
            Phrase::of("{0}: new", "{1}: newydd")
        };
        let value = if went { before } else { after };
        let mut message = words.fill(&[&name.en, &name.cy]);
        if is_text(value) || is_said(value) {
            let [en, cy] = self.say(value);
            message = Localized::new(format!("{} ({en})", message.en), format!("{} ({cy})", message.cy));
        }
        self.push(at, message, before, after);
    }

    fn push(&mut self, at: &str, message: Localized, from: &Value, to: &Value) {
        if self.found.len() == MOST_CHANGES {
            self.more += 1;
            return;
        }
        let there = |value: &Value| (!value.is_null()).then(|| value.clone());
        // Of a setting null is a value: no limit.
        let setting = at.starts_with("settings/") && at.matches('/').count() == 1;
        let there = |value: &Value| if setting { Some(value.clone()) } else { there(value) };
        self.found.push(Change { at: at.to_owned(), message, from: there(from), to: there(to) });
    }

    /// A value in words of both languages. Only of a setting it can be null, which is no limit.
    fn say(&self, value: &Value) -> [String; 2] {
        match value {
            Value::Null => ["no limit", "dim terfyn"].map(str::to_owned),
            Value::Bool(true) => ["on", "ymlaen"].map(str::to_owned),
            Value::Bool(false) => ["off", "i ffwrdd"].map(str::to_owned),
            Value::Array(values) if values.is_empty() => ["none", "dim"].map(str::to_owned),
            Value::Array(values) => ["en", "cy"].map(|language| {
                // No more of them than could be shown.
                let names: Vec<String> = values
                    .iter()
                    .filter_map(Value::as_str)
                    .take(SHOWN)
                    .map(|id| self.label(id, language))
                    .collect();
                one_line(&names.join("; "), SHOWN)
            }),
            Value::String(id) => ["en", "cy"].map(|language| one_line(&self.label(id, language), SHOWN)),
            Value::Object(text) => ["en", "cy"]
                .map(|language| one_line(text.get(language).and_then(Value::as_str).unwrap_or("–"), SHOWN)),
            Value::Number(number) => [number.to_string(), number.to_string()],
        }
    }

    /// What a name stands for; else itself.
    fn label(&self, id: &str, language: &str) -> String {
        let mut labels = self.labels.iter().filter_map(|labels| labels.get(id));
        labels.find_map(|label| label[language].as_str()).unwrap_or(id).to_owned()
    }
}

/// What the names of a pack stand for: criteria, sources, then choices of any question; the first of a name.
fn labels(pack: &Value) -> HashMap<&str, &Value> {
    let mut labels = HashMap::new();
    for (list, label) in [("criteria", "label"), ("sources", "title")] {
        for thing in pack[list].as_array().into_iter().flatten() {
            if let Some(id) = thing["id"].as_str() {
                labels.entry(id).or_insert(&thing[label]);
            }
        }
    }
    choices(&pack["sections"], &mut labels);
    labels
}

fn choices<'a>(json: &'a Value, labels: &mut HashMap<&'a str, &'a Value>) {
    match json {
        Value::Object(map) => match (map.get("value").and_then(Value::as_str), map.get("label")) {
            (Some(value), Some(label)) => {
                labels.entry(value).or_insert(label);
            }
            _ => map.values().for_each(|json| choices(json, labels)),
        },
        Value::Array(list) => list.iter().for_each(|json| choices(json, labels)),
        _ => {}
    }
}

/// Whether it is a plain value, or a list of names.
fn is_said(value: &Value) -> bool {
    match value {
        Value::Array(values) => values.iter().all(Value::is_string),
        Value::Object(_) | Value::Null => false,
        _ => true,
    }
}

/// Whether it is a text in one language or both.
fn is_text(value: &Value) -> bool {
    let Value::Object(map) = value else { return false };
    !map.is_empty() && map.iter().all(|(key, text)| ["en", "cy"].contains(&key.as_str()) && text.is_string())
}

/// Whether a rule or condition stands here, of which no part has a name.
fn is_rule(at: &str) -> bool {
    let key = at.rsplit('/').next().unwrap_or(at);
    RULES.contains(&key) || ["items", "answers", "expect"].contains(&key)
}

/// What a key is called.
fn called(key: &str) -> Localized {
    term(key).map_or_else(
        || {
            let key = format!("`{}`", one_line(key, 64));
            Localized::new(key.clone(), key)
        },
        |term| term.text(),
    )
}

/// A thing, and what of it.
fn joined(name: &Localized, key: &str) -> Localized {
    // "Wording" between a result and its sentence says nothing.
    if key == "words" {
        return name.clone();
    }
    let called = called(key);
    Localized::new(format!("{}, {}", name.en, called.en), format!("{}, {}", name.cy, called.cy))
}

/// What a thing is called: by its label, title, sentence or question; else by its id.
fn named(thing: &Value, id: &str) -> Localized {
    let words = |thing: &Value| {
        let text = |language: &str| {
            thing[language].as_str().filter(|text| !text.is_empty()).map(|text| one_line(text, SHOWN))
        };
        Some(Localized { en: text("en")?, cy: text("cy")? })
    };
    let keys = ["label", "title", "text", "ask"].iter().find_map(|key| words(&thing[*key]));
    keys.or_else(|| words(&thing["words"]["sentence"])).unwrap_or_else(|| {
        let id = format!("`{}`", one_line(id, SHOWN));
        Localized::new(id.clone(), id)
    })
}

fn has_ids(list: &[Value]) -> bool {
    !list.is_empty() && list.iter().all(|thing| thing["id"].is_string())
}

/// Things by id, in their order.
fn by_id(list: &Value) -> Vec<(String, &Value)> {
    let name = |json: &Value| json["id"].as_str().unwrap_or_default().to_owned();
    list.as_array().into_iter().flatten().map(|json| (name(json), json)).collect()
}

/// Every question by `section/page/question`.
fn questions(pack: &Value) -> Vec<(String, &Value)> {
    let mut questions = Vec::new();
    for (section, json) in by_id(&pack["sections"]) {
        for (page, json) in by_id(&json["pages"]) {
            for (question, json) in by_id(&json["questions"]) {
                questions.push((format!("{section}/{page}/{question}"), json));
            }
        }
    }
    questions
}
