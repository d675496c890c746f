//! Every field of a pack that can be changed, section by section, in the order of the form.

use super::contacts::Contacts;
use super::field::{Field, FormPage, Section};
use super::json_path::{Step, get, keys, to, to_id};
use super::words::{self, in_language, named};
use drive_screening_core::base::sorted::gathered;
use drive_screening_core::base::words::{Localized, Phrase};
use drive_screening_core::pack::{Choice, FactId, Kind, Pack, Role, Setting, SettingValue, Test, YesNoWords};
use serde_json::Value;
use std::collections::BTreeSet;

/// The source that stands for what a site agreed locally.
pub(super) const PROTOCOL: &str = "site_protocol";

/// The longest wording that is asked for on one line, in characters.
const ONE_LINE: usize = 60;

/// The largest figure that is taken.
const LARGEST: u32 = 10_000;

/// Everything that can be changed.
pub(super) fn all(
    file: &Value,
    whole: &Value,
    pack: &Pack,
    built_in: bool,
    contacts: &Contacts,
) -> Vec<Section> {
    let parts = Parts { file, whole, pack, built_in };
    let mut sections = vec![
        section(words::PACK, words::PACK_WHY, parts.identity()),
        section(words::SETTINGS, words::SETTINGS_WHY, parts.settings()),
        section(words::CONTACTS, words::CONTACTS_WHY, parts.contacts(contacts)),
        section(words::RESULTS, words::RESULTS_WHY, parts.results()),
        section(words::DOCUMENTS, words::DOCUMENTS_WHY, parts.documents()),
        section(words::CRITERIA, words::CRITERIA_WHY, parts.criteria()),
        section(words::FLAGS, words::FLAGS_WHY, parts.flags()),
    ];
    sections.extend(parts.questions());
    distinct(&mut sections);
    sections
}

/// Gives a field whose name is too long, or taken, another: a pack may name its things as it likes.
fn distinct(sections: &mut [Section]) {
    let mut names: BTreeSet<String> = gathered(super::contacts::names().map(str::to_owned));
    let mut renamed = 0;
    let fields = sections.iter_mut().flat_map(|section| &mut section.pages).flat_map(|page| &mut page.fields);
    for field in fields {
        while FactId::parse(&field.id).is_none() || !names.insert(field.id.clone()) {
            renamed += 1;
            field.id = format!("field_{renamed}");
        }
    }
}

fn section(title: Phrase, purpose: Phrase, pages: Vec<FormPage>) -> Section {
    Section { title: title.text(), purpose: purpose.text(), pages }
}

struct Parts<'a> {
    file: &'a Value,
    whole: &'a Value,
    pack: &'a Pack,
    built_in: bool,
}

impl Parts<'_> {
    fn identity(&self) -> Vec<FormPage> {
        // Of a built-in pack none of this is kept: what comes of it is a pack of its own.
        let mut name = vec![self.plain("id", &keys(&["id"]), words::ID.text(), Some(words::ID_HINT.text()))];
        name.push(self.plain(
            "version",
            &keys(&["version"]),
            words::VERSION.text(),
            Some(words::VERSION_HINT.text()),
        ));
        for (key, long) in [("title", false), ("about", true)] {
            name.extend(self.text(key, &keys(&[key]), &named(key), long));
        }
        if self.built_in {
            for field in &mut name {
                field.now = Value::Null;
            }
        }
        let source = to_id(&[], "sources", PROTOCOL);
        let mut protocol = self.text(PROTOCOL, &to(&source, "title"), &named("title"), false);
        for field in &mut protocol {
            field.hint = Some(words::PROTOCOL_HINT.text());
        }
        protocol.extend(self.dates(PROTOCOL, &source));
        vec![page(words::NAME.text(), name), page(words::PROTOCOL.text(), protocol)]
    }

    fn settings(&self) -> Vec<FormPage> {
        let sources: Vec<Choice> = self.sources();
        let page_of = |setting: &Setting| {
            let id = setting.id.as_str();
            let at = keys(&["settings", id]);
            let now = get(self.whole, &to(&at, "value")).clone();
            let nullable = matches!(setting.value, SettingValue::Number(_)) && self.takes_null(id);
            let hint = if nullable { words::NOW_NULLABLE } else { words::NOW };
            let said = |language| self.pack.say_setting(&setting.value, language);
            let [en, cy] = [
                drive_screening_core::base::words::Language::En,
                drive_screening_core::base::words::Language::Cy,
            ]
            .map(said);
            let hint = Localized::new(hint.fill(&[&en]).en, hint.fill(&[&cy]).cy);
            let kind = match setting.value {
                SettingValue::Number(now) => Kind::Count(0, now.unwrap_or(0).max(LARGEST)),
                SettingValue::Switch(_) => Kind::YesNo(YesNoWords::default()),
                SettingValue::List(_) => Kind::Set(self.values_of(setting)),
            };
            let value = Field {
                id: id.to_owned(),
                label: setting.label.clone(),
                hint: Some(hint),
                kind,
                at: to(&at, "value"),
                now,
                nullable,
            };
            let source = self.field(
                &format!("{id}_source"),
                &to(&at, "source"),
                named("source"),
                Kind::Choice(sources.clone()),
            );
            let proposed = self.field(
                &format!("{id}_proposed"),
                &to(&at, "proposed"),
                named("proposed"),
                Kind::YesNo(YesNoWords::default()),
            );
            page(setting.label.clone(), vec![value, source, proposed])
        };
        self.pack.settings.iter().map(page_of).collect()
    }

    /// Where a figure may come from: the pack's sources, and the site's protocol.
    fn sources(&self) -> Vec<Choice> {
        let mut choices = vec![choice(PROTOCOL, words::PROTOCOL.text())];
        for source in self.pack.sources.iter().filter(|source| source.id.as_str() != PROTOCOL) {
            choices.push(choice(source.id.as_str(), source.title.clone()));
        }
        choices
    }

    /// Whether "no limit" makes sense of a figure: the pack loads with it.
    fn takes_null(&self, setting: &str) -> bool {
        let mut without = self.whole.clone();
        without["settings"][setting]["value"] = Value::Null;
        Pack::from_json(without.into()).is_ok()
    }

    /// What a list may hold: the choices of the question that a rule compares with it, or the criteria of the role of
    /// those in it.
    fn values_of(&self, setting: &Setting) -> Vec<Choice> {
        if let Some(fact) = compared_with(self.whole, setting.id.as_str())
            && let Some(question) = self.pack.question(fact)
        {
            return question.kind.choices().to_vec();
        }
        let listed =
            |id: &str| matches!(&setting.value, SettingValue::List(ids) if ids.iter().any(|one| one == id));
        let roles: Vec<&Role> = self
            .pack
            .criteria
            .iter()
            .filter(|criterion| listed(criterion.id.as_str()))
            .map(|criterion| &criterion.role)
            .collect();
        let offered = self.pack.criteria.iter().filter(|criterion| {
            matches!(criterion.test, Test::Rule(_)) && (roles.is_empty() || roles.contains(&&criterion.role))
        });
        offered.map(|criterion| choice(criterion.id.as_str(), criterion.label.clone())).collect()
    }

    fn contacts(&self, contacts: &Contacts) -> Vec<FormPage> {
        // The page of the pack's own contacts has no fields: the form puts their group there.
        let mut pages = vec![page(words::OWN_CONTACTS.text(), Vec::new())];
        for route in self.list(&["routes"]) {
            let Some(id) = route["id"].as_str().filter(|id| !contacts.has(id)) else { continue };
            let at = to_id(&[], "routes", id);
            let name = format!("route_{id}");
            let mut fields = self.text(&format!("{name}_title"), &to(&at, "title"), &named("title"), false);
            fields.push(self.plain(&format!("{name}_contact"), &to(&at, "contact"), named("contact"), None));
            fields.extend(self.text(&format!("{name}_text"), &to(&at, "text"), &named("text"), true));
            fields.extend(self.text(&format!("{name}_hours"), &to(&at, "hours"), &named("hours"), false));
            fields.extend(self.dates(&name, &at));
            fields.push(self.field(
                &format!("{name}_for"),
                &to(&at, "for"),
                named("for"),
                contacts.shown_with(),
            ));
            pages.push(page(text_at(&route["title"]), fields));
        }
        pages
    }

    fn results(&self) -> Vec<FormPage> {
        let mut pages = Vec::new();
        let mut add = |name: String, at: Vec<Step>, json: &Value| {
            let mut fields = Vec::new();
            for key in ["sentence", "meaning", "next_step"] {
                fields.extend(self.text(
                    &format!("{name}_{key}"),
                    &to(&at, key),
                    &named(key),
                    key == "meaning",
                ));
            }
            pages.push(page(text_at(&json["sentence"]), fields));
        };
        for verdict in self.list(&["verdicts"]) {
            let Some(id) = verdict["id"].as_str() else { continue };
            let at = to_id(&[], "verdicts", id);
            add(format!("result_{id}"), to(&at, "words"), &verdict["words"]);
            if let Some(refined) = verdict["refined"]["id"].as_str() {
                let words = to(&to(&at, "refined"), "words");
                add(format!("result_{refined}"), words, &verdict["refined"]["words"]);
            }
        }
        add("undecided".to_owned(), keys(&["undecided"]), &self.whole["undecided"]);
        pages
    }

    fn documents(&self) -> Vec<FormPage> {
        let at = keys(&["document"]);
        let mut fields = Vec::new();
        for (key, long) in [("marking", false), ("panel", false), ("asked", true)] {
            fields.extend(self.text(key, &to(&at, key), &named(key), long));
        }
        for lane in self.list(&["document", "timeline"]) {
            let Some(id) = lane["id"].as_str() else { continue };
            let at = to(&to_id(&keys(&["document"]), "timeline", id), "label");
            fields.extend(self.text(&format!("timeline_{id}"), &at, &named("timeline"), false));
        }
        let mut pages = vec![page(words::DOCUMENT.text(), fields)];
        for part in ["panel_part", "restricted_part", "handling_part"] {
            let at = to(&at, part);
            let mut fields = Vec::new();
            for key in ["title", "holds", "readers", "care"] {
                fields.extend(self.text(
                    &format!("{part}_{key}"),
                    &to(&at, key),
                    &named(key),
                    key != "title",
                ));
            }
            pages.push(page(named(part), fields));
        }
        pages
    }

    fn criteria(&self) -> Vec<FormPage> {
        self.things("criteria", "criterion", "label", &[])
    }

    fn flags(&self) -> Vec<FormPage> {
        self.things("flags", "flag", "text", &["act"])
    }

    /// A page for each thing of a list, with every wording it has, and those it may have.
    fn things(&self, list: &str, name: &str, titled: &str, more: &[&str]) -> Vec<FormPage> {
        let mut pages = Vec::new();
        for thing in self.list(&[list]) {
            let Some(id) = thing["id"].as_str() else { continue };
            let fields = self.wordings(&format!("{name}_{id}"), &to_id(&[], list, id), thing, more);
            pages.push(page(text_at(&thing[titled]), fields));
        }
        pages
    }

    /// A section for each of the pack's, a page for each question.
    fn questions(&self) -> Vec<Section> {
        let mut sections = Vec::new();
        for section in self.list(&["sections"]) {
            let Some(id) = section["id"].as_str() else { continue };
            let at = to_id(&[], "sections", id);
            let is_referral = section["stage"] == "referral";
            let title = text_at(&section["title"]);
            let heading = ["title", "purpose"]
                .map(|key| self.text(&format!("section_{id}_{key}"), &to(&at, key), &named(key), false));
            let mut pages = vec![page(words::HEADING.text(), heading.into_iter().flatten().collect())];
            for asked in section["pages"].as_array().into_iter().flatten() {
                let Some(page_id) = asked["id"].as_str() else { continue };
                let at = to_id(&at, "pages", page_id);
                for question in asked["questions"].as_array().into_iter().flatten() {
                    self.question(question, &at, is_referral, &mut pages);
                }
            }
            sections.push(Section {
                title: words::QUESTIONS.fill_in(&[&title]),
                purpose: words::QUESTIONS_WHY.text(),
                pages,
            });
        }
        sections
    }

    fn question(&self, question: &Value, at: &[Step], is_referral: bool, pages: &mut Vec<FormPage>) {
        let Some(id) = question["id"].as_str() else { return };
        let at = to_id(at, "questions", id);
        // What a yes/no question calls its answers comes last, and may be given where it is not.
        let more: &[&str] = if question["kind"] == "yes_no" {
            &["hint", "why", "who", "yes", "no"]
        } else {
            &["hint", "why", "who"]
        };
        let mut fields = self.wordings(&format!("question_{id}"), &at, question, more);
        let usual = named("usual");
        for key in ["min", "max"].into_iter().filter(|key| question["usual"][key].is_u64()) {
            let end = named(key);
            let label =
                Localized::new([&usual.en, ": ", &end.en].concat(), [&usual.cy, ": ", &end.cy].concat());
            let kind = Kind::Count(0, LARGEST);
            fields.push(self.field(
                &format!("question_{id}_usual_{key}"),
                &to(&to(&at, "usual"), key),
                label,
                kind,
            ));
        }
        if is_referral {
            fields.push(self.speed(id, &at));
        }
        pages.push(page(text_at(&question["label"]), fields));
        for inner in question["questions"].as_array().into_iter().flatten() {
            self.question(inner, &at, is_referral, pages);
        }
    }

    /// Whether a question of a referral is asked before it is ready, or may be added. A file that does not say means the first.
    fn speed(&self, id: &str, at: &[Step]) -> Field {
        let choices = [("core", words::SPEED_CORE), ("full", words::SPEED_FULL)];
        let choices = choices.map(|(value, says)| choice(value, says.text())).into();
        let name = format!("question_{id}_speed");
        let field = self.field(&name, &to(at, "speed"), named("speed"), Kind::Choice(choices));
        match field.now {
            Value::Null => Field { now: "core".into(), ..field },
            _ => field,
        }
    }

    /// Every wording that stands directly in a thing, in the order in which it is met, and those it may have besides.
    fn wordings(&self, name: &str, at: &[Step], thing: &Value, more: &[&str]) -> Vec<Field> {
        const ORDER: [&str; 12] =
            ["ask", "label", "text", "act", "hint", "why", "who", "yes", "no", "unknown", "if_yes", "if_no"];
        let has = |key: &str| thing[key]["en"].is_string() || more.contains(&key);
        let known = ORDER.into_iter().filter(|key| has(key));
        let others = thing.as_object().into_iter().flatten().map(|(key, _)| key.as_str());
        let others = others.filter(|key| !ORDER.contains(key) && has(key));
        let mut fields = Vec::new();
        for key in known.chain(others) {
            fields.extend(self.text(&format!("{name}_{key}"), &to(at, key), &named(key), key != "label"));
        }
        fields
    }

    fn list(&self, path: &[&str]) -> impl Iterator<Item = &Value> {
        get(self.whole, &keys(path)).as_array().into_iter().flatten()
    }

    /// A wording in both languages. One line, unless it may be long or is.
    fn text(&self, id: &str, at: &[Step], label: &Localized, long: bool) -> Vec<Field> {
        let now = get(self.whole, at);
        let length = |language: &str| now[language].as_str().map_or(0, |text| text.chars().count());
        let long = long && length("en").max(length("cy")) > ONE_LINE;
        let field = |language: &str| {
            let kind = if long { Kind::LongText } else { Kind::Text };
            self.field(&format!("{id}_{language}"), &to(at, language), in_language(label, language), kind)
        };
        vec![field("en"), field("cy")]
    }

    fn dates(&self, id: &str, at: &[Step]) -> [Field; 2] {
        ["checked", "review"].map(|key| {
            let kind = Kind::Date { future: true };
            self.field(&format!("{id}_{key}"), &to(at, key), named(key), kind)
        })
    }

    fn plain(&self, id: &str, at: &[Step], label: Localized, hint: Option<Localized>) -> Field {
        Field { hint, ..self.field(id, at, label, Kind::Text) }
    }

    fn field(&self, id: &str, at: &[Step], label: Localized, kind: Kind) -> Field {
        // What stands in the file itself, such as its name, is not laid under what extends it.
        let now = match get(self.whole, at) {
            Value::Null => get(self.file, at),
            now => now,
        };
        // What is longer than a line may be is asked for on many.
        let kind = match (kind, now.as_str().map_or(0, |now| now.chars().count())) {
            (Kind::Text, 301..) => Kind::LongText,
            (kind, _) => kind,
        };
        Field {
            id: id.to_owned(),
            label,
            hint: None,
            kind,
            at: at.to_vec(),
            now: now.clone(),
            nullable: false,
        }
    }
}

fn choice(value: &str, label: Localized) -> Choice {
    Choice { value: value.to_owned(), label, hint: None, excludes: Vec::new(), was: Vec::new() }
}

fn page(title: Localized, fields: Vec<Field>) -> FormPage {
    FormPage { title, fields }
}

fn text_at(json: &Value) -> Localized {
    let text = |language: &str| json[language].as_str().unwrap_or_default();
    Localized::new(text("en"), text("cy"))
}

/// The fact whose values a rule compares with a setting.
fn compared_with<'a>(json: &'a Value, setting: &str) -> Option<&'a str> {
    match json {
        Value::Object(map) => {
            let names = |key: &str| map.get(key).is_some_and(|value| value["setting"] == setting);
            if names("values") {
                return map.get("fact").and_then(Value::as_str);
            }
            map.values().find_map(|value| compared_with(value, setting))
        }
        Value::Array(values) => values.iter().find_map(|value| compared_with(value, setting)),
        _ => None,
    }
}
