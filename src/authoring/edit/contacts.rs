//! Contacts of a pack's own: those that what it extends does not have. They can be added, changed and removed; those of
//! the pack below can only be changed, as a file that extends another cannot take things away.

use super::field::{Field, Place};
use super::words::{self, in_language, named};
use drive_screening_core::base::words::Localized;
use drive_screening_core::pack::well_known::{NEED_INFORMATION, URGENT};
use drive_screening_core::pack::{Choice, Group, Kind, Pack, builtin, resolve_extends};
use serde_json::{Value, json};

/// The group that asks for them.
pub(super) const GROUP: &str = "own_contacts";

/// The keys of a contact, each with the question that asks for it.
const KEYS: [(&str, &str, Option<&str>); 10] = [
    ("contact_title_en", "title", Some("en")),
    ("contact_title_cy", "title", Some("cy")),
    ("contact_number", "contact", None),
    ("contact_text_en", "text", Some("en")),
    ("contact_text_cy", "text", Some("cy")),
    ("contact_hours_en", "hours", Some("en")),
    ("contact_hours_cy", "hours", Some("cy")),
    ("contact_checked", "checked", None),
    ("contact_review", "review", None),
    ("contact_for", "for", None),
];

/// A pack's own contacts as they were opened, and which outcomes there are to show them with.
#[derive(Clone, Debug)]
pub(super) struct Contacts {
    opened: Vec<Value>,
    /// The names that are taken by contacts of the pack below.
    below: Vec<String>,
    outcomes: Vec<Choice>,
}

impl Contacts {
    pub(super) fn of(file: &Value, all: &Value, pack: &Pack) -> Self {
        let base = file["extends"]
            .as_str()
            .and_then(builtin::source)
            .and_then(|base| resolve_extends(base).ok())
            .map(Value::from);
        let ids = |pack: &Value| -> Vec<String> {
            let routes = pack["routes"].as_array().into_iter().flatten();
            routes.filter_map(|route| route["id"].as_str().map(str::to_owned)).collect()
        };
        let below = base.as_ref().map(ids).unwrap_or_default();
        let routes = all["routes"].as_array().into_iter().flatten();
        let own = |route: &&Value| !below.iter().any(|id| route["id"] == id.as_str());
        let opened = routes.filter(own).cloned().collect();
        Self { opened, below, outcomes: outcomes(pack) }
    }

    /// Whether a contact is the pack's own.
    pub(super) fn has(&self, id: &str) -> bool {
        !self.below.iter().any(|below| below == id)
    }

    /// What a contact may be shown with.
    pub(super) fn shown_with(&self) -> Kind {
        Kind::Set(self.outcomes.clone())
    }

    /// The group's questions, whose labels are those of `fields`.
    pub(super) fn group(
        &self,
        question: &dyn Fn(&Field) -> Option<drive_screening_core::pack::Question>,
    ) -> Group {
        let mut questions = Vec::new();
        for (id, key, language) in KEYS {
            questions.extend(question(&field(id, key, language, self.shown_with())));
        }
        let name_by = questions.first().map(|question| question.id.clone()).into_iter().collect();
        Group { item: words::CONTACT.text(), questions, name_by, at_least: 0 }
    }

    /// The entries as they were opened.
    pub(super) fn entries(&self) -> Value {
        let entry = |route: &Value| {
            let mut entry = json!({});
            for (id, key, language) in KEYS {
                let value = language.map_or(&route[key], |language| &route[key][language]);
                if !value.is_null() {
                    entry[id] = value.clone();
                }
            }
            entry
        };
        self.opened.iter().map(entry).collect()
    }

    /// The contacts that the entries come to. One that was there keeps its name, as long as its English title stays; one
    /// that is new gets the next free name.
    pub(super) fn own(&self, entries: Option<&Value>) -> Vec<Value> {
        let mut own: Vec<Value> = Vec::new();
        for entry in entries.and_then(Value::as_array).into_iter().flatten() {
            let mut route = json!({});
            for (id, key, language) in KEYS {
                match (entry.get(id), language) {
                    (Some(value), Some(language)) => route[key][language] = value.clone(),
                    (Some(value), None) => route[key] = value.clone(),
                    (None, _) => {}
                }
            }
            let taken = |id: &str| own.iter().any(|other| other["id"] == id) || !self.has(id);
            let before = self.opened.iter().find(|opened| opened["title"]["en"] == route["title"]["en"]);
            // The form knows no order of these; the file keeps its own.
            if let Some(opened) = before.filter(|opened| same(&opened["for"], &route["for"])) {
                route["for"] = opened["for"].clone();
            }
            // What the form does not ask about, such as when it is shown, stays with it.
            for (key, value) in before.and_then(Value::as_object).into_iter().flatten() {
                if key != "id" && !KEYS.iter().any(|(_, asked, _)| asked == key) {
                    route[key.as_str()] = value.clone();
                }
            }
            let kept = before.and_then(|opened| opened["id"].as_str()).filter(|id| !taken(id));
            let id = kept.map_or_else(
                || {
                    let mut names = (1..).map(|number| format!("own_{number}"));
                    let others = |id: &String| self.opened.iter().any(|opened| opened["id"] == id.as_str());
                    names.find(|id| !taken(id) && !others(id)).unwrap_or_default()
                },
                str::to_owned,
            );
            route["id"] = json!(id);
            own.push(route);
        }
        own
    }
}

/// The names of the group and of its questions.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    std::iter::once(GROUP).chain(KEYS.iter().map(|(id, _, _)| *id))
}

/// The field of one key of a contact.
fn field(id: &str, key: &str, language: Option<&str>, shown_with: Kind) -> Field {
    let kind = match key {
        "checked" | "review" => Kind::Date { future: true },
        "for" => shown_with,
        "text" => Kind::LongText,
        _ => Kind::Text,
    };
    let label = language.map_or_else(|| named(key), |language| in_language(&named(key), language));
    Field { id: id.to_owned(), label, hint: None, kind, at: Vec::new(), now: Value::Null, nullable: false }
}

/// What a question of an own contact is called.
pub(super) fn label(fact: &str) -> Localized {
    let key = KEYS.iter().find(|(id, _, _)| *id == fact);
    key.map_or_else(Localized::default, |(id, key, language)| field(id, key, *language, Kind::Text).label)
}

/// Whether two lists hold the same, in any order.
fn same(one: &Value, other: &Value) -> bool {
    match (one.as_array(), other.as_array()) {
        (Some(one), Some(other)) => one.len() == other.len() && one.iter().all(|value| other.contains(value)),
        _ => false,
    }
}

/// Puts the pack's own contacts into the file, after what it changes of those of the pack below.
pub(super) fn put(file: &mut Value, contacts: &Contacts, own: &[Value]) {
    if contacts.opened == own {
        return;
    }
    let mut routes = file["routes"].as_array().cloned().unwrap_or_default();
    routes.retain(|route| route["id"].as_str().is_some_and(|id| !contacts.has(id)));
    routes.extend(own.iter().cloned());
    // An empty list would take the place of all contacts of the pack below.
    if routes.is_empty() && file.get("extends").is_some() {
        if let Value::Object(file) = file {
            file.remove("routes");
        }
        return;
    }
    file["routes"] = Value::Array(routes);
}

/// The question that mends what is wrong at a place of an own contact.
pub(super) fn place(at: &str, own: &[Value]) -> Option<Place> {
    let mut steps = at.strip_prefix("routes/")?.split('/');
    let (id, key, language) = (steps.next()?, steps.next(), steps.next());
    let index = own.iter().position(|route| route["id"] == id)?;
    let exact = KEYS.iter().find(|(_, other, in_language)| Some(*other) == key && *in_language == language);
    let near = || KEYS.iter().find(|(_, other, _)| Some(*other) == key);
    let (fact, _, _) = exact.or_else(near).unwrap_or(&KEYS[0]);
    Some(Place { fact: (*fact).to_owned(), entry: Some((GROUP, index)) })
}

/// Everything a contact can be shown with, by its sentence.
fn outcomes(pack: &Pack) -> Vec<Choice> {
    let choice = |value: &str, label: Localized| Choice {
        value: value.to_owned(),
        label,
        hint: None,
        excludes: Vec::new(),
        was: Vec::new(),
    };
    let mut choices = vec![choice(URGENT, words::URGENT.text())];
    for verdict in &pack.verdicts {
        choices.push(choice(verdict.id.as_str(), verdict.words.sentence.clone()));
        if let Some(refined) = &verdict.refined {
            choices.push(choice(refined.id.as_str(), refined.words.sentence.clone()));
        }
    }
    choices.push(choice(NEED_INFORMATION, pack.undecided.sentence.clone()));
    choices
}
