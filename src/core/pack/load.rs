//! Text to [`Pack`], or every problem.

use super::compiled::Diagram;
use super::digest::Original;
use super::id::{CriterionId, FactId, FlagId, PackId, SettingId, SourceId, VerdictId};
use super::read_questions::{self, one_of};
use super::read_rules::{MOST_NAMED, Names, Roles, criterion};
use super::reader::{Object, Problems, Reader};
use super::role::Role;
use super::rule::Formula;
use super::{
    Criterion, CriterionIndex, DocumentWords, Flag, FlagWhen, FormItems, Instrument, Level, OutcomeText,
    Pack, Part, PartWords, Places, Refined, Route, Setting, SettingValue, Source, Test, TimelineLane,
    Verdict, builtin, check, evidence, merge,
};
use crate::base::json::{self, Json};
use crate::base::problem::Problem;
use crate::base::text::quoted;
use crate::base::words::{Localized, Phrase};
use std::cell::{Cell, RefCell};

/// The nations whose law, services and words a pack can tell apart.
pub const NATIONS: [&str; 2] = ["england", "wales"];

/// The largest pack file that is read, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

impl Pack {
    /// Reads a pack. What it extends must be a built-in pack.
    ///
    /// # Errors
    /// Every problem, each with its place in the pack as extended (`criteria/dash/rule`).
    ///
    /// # Examples
    /// ```
    /// use drive_screening_core::pack::Pack;
    ///
    /// let pack = Pack::load(
    ///     r#"{"format": "pack/1", "id": "ourtown", "version": "1", "extends": "default", "settings": {"minimum_age": 16}}"#,
    /// )?;
    /// assert_eq!(pack.id.as_str(), "ourtown");
    ///
    /// let problems = Pack::load(r#"{"extends": "default", "settings": {"minimun_age": 16}}"#).unwrap_err();
    /// assert_eq!(problems[0].at, "settings/minimun_age");
    /// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
    /// ```
    pub fn load(source: &str) -> Result<Self, Vec<Problem>> {
        Self::from_json(resolve_extends(source)?)
    }

    /// Reads a pack that has everything it extends laid under it.
    ///
    /// # Errors
    /// Every problem of the pack.
    pub fn from_json(value: Json) -> Result<Self, Vec<Problem>> {
        let problems = Problems::of(&value);
        let reader = Reader { value: &value, problems: &problems };
        let Some(mut pack) = reader.object().and_then(|object| read(&object)) else {
            return Err(problems.into_vec());
        };
        check::references(&mut pack, &problems);
        let problems = problems.into_vec();
        if !problems.is_empty() {
            return Err(problems);
        }
        pack.original = Original::new(value);
        Ok(pack)
    }

    /// Loads a built-in pack by name.
    ///
    /// # Errors
    /// One problem if no built-in pack has that name, or the problems of the pack.
    ///
    /// # Examples
    /// ```
    /// use drive_screening_core::pack::Pack;
    ///
    /// let pack = Pack::builtin("min16")?;
    /// assert_eq!(pack.id.as_str(), "min16");
    /// assert!(Pack::builtin("min17").is_err());
    /// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
    /// ```
    pub fn builtin(id: &str) -> Result<Self, Vec<Problem>> {
        match builtin::source(id) {
            Some(source) => Self::load(source),
            None => Err(vec![no_such_pack(id)]),
        }
    }

    /// The built-in pack of a name, as the build read and checked it. Equal to [`Pack::builtin`], without the code for
    /// reading packs.
    ///
    /// # Errors
    /// One problem if no built-in pack has that name.
    pub fn precompiled(id: &str, packs: builtin::Precompiled) -> Result<Self, Vec<Problem>> {
        match builtin::names().position(|name| name == id) {
            Some(index) => {
                let mut pack = super::wire::read(index, packs.numbers, packs.words);
                pack.original = Original::unknown(packs.digest(index));
                Ok(pack)
            }
            None => Err(vec![no_such_pack(id)]),
        }
    }
}

/// The JSON of a pack with everything it extends laid under it.
///
/// # Errors
/// That it is no JSON; or that it extends no pack there is, with what else is wrong when it is laid on the default pack, which
/// most packs extend: on nothing, it would lack all that it meant to take over.
pub fn resolve_extends(source: &str) -> Result<Json, Vec<Problem>> {
    let one = |problem| vec![problem];
    let value = parse(source).map_err(one)?;
    extended(value.clone()).map_err(|problem| {
        let mut problems = vec![problem];
        if let Json::Object(mut rest) = value {
            rest.insert("extends".to_owned(), builtin::DEFAULT.into());
            problems.extend(
                extended(Json::Object(rest)).map_err(one).and_then(Pack::from_json).err().unwrap_or_default(),
            );
        }
        problems
    })
}

/// The problem of a name that no pack here bears.
pub fn no_such_pack(id: &str) -> Problem {
    let names = builtin::names().collect::<Vec<_>>().join(", ");
    let shown = quoted(id);
    Problem::filled(
        "pack-unknown",
        "pack",
        Phrase::of("no pack is called {0}", "nid oes pecyn o'r enw {0}"),
        Phrase::of("use one of {1}", "defnyddiwch un o {1}"),
        &[&shown, &names],
    )
}

/// Reads JSON, within bounds.
///
/// # Errors
/// That it is too large, or no JSON.
pub fn parse(source: &str) -> Result<Json, Problem> {
    if source.len() > MAX_BYTES {
        return Err(Problem::filled(
            "pack-too-large",
            "",
            Phrase::of("the file is larger than 4 MB", "mae'r ffeil yn fwy na 4 MB"),
            Phrase::of("check that this is the right file", "gwiriwch mai dyma'r ffeil gywir"),
            &[],
        ));
    }
    json::parse(source).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        Problem::filled(
            "pack-not-json",
            &format!("line {line}, column {column}"),
            Phrase::of("the file is not valid JSON: {0}", "nid yw'r ffeil yn JSON dilys: {0}"),
            Phrase::of("mend the file at this place", "trwsiwch y ffeil yn y man hwn"),
            &[&error.to_string()],
        )
    })
}

/// The pack with everything it extends laid under it: built-in packs, none of which comes round to itself.
fn extended(mut value: Json) -> Result<Json, Problem> {
    let Json::Object(object) = &mut value else {
        return Ok(value);
    };
    let Some(base) = object.remove("extends") else {
        return Ok(value);
    };
    let Some(source) = base.as_str().and_then(builtin::source) else {
        let problem = no_such_pack(&base.as_str().map_or_else(|| json::write(&base), str::to_owned));
        return Err(Problem { at: "extends".to_owned(), ..problem });
    };
    let mut merged = extended(parse(source)?)?;
    merge::merge(&mut merged, &value);
    Ok(merged)
}

fn read(object: &Object<'_>) -> Option<Pack> {
    if let Some(format) = object.required("format").filter(|format| format.value != "pack/1") {
        format.problems.add(
            "pack-format",
            "format",
            Phrase::of(
                "this copy does not read the format {0}",
                "nid yw'r copi hwn yn darllen y fformat {0}",
            ),
            Phrase::of("use a pack of the format \"pack/1\"", "defnyddiwch becyn o'r fformat \"pack/1\""),
            &[&quoted(&json::write(format.value))],
        );
        // What another format means by its keys is not known here; what names none is read on.
        if format.value.as_str().is_some() {
            return None;
        }
    }
    let id = object.name("id").and_then(PackId::parse);
    let version = object.string("version");
    let settings = object.required("settings").map(|reader| settings(&reader)).unwrap_or_default();
    let mut instrument_names = Vec::new();
    let instruments = object.each("instruments", |reader| {
        let (name, instrument) = instrument(reader)?;
        instrument_names.push(name);
        Some(instrument)
    });
    let names = Names {
        settings: &settings,
        instruments: &instrument_names,
        used: RefCell::default(),
        room: Cell::new(MOST_NAMED),
    };
    let mut roles = Roles::default();
    let mut count = 0;
    let criteria = object.each("criteria", |reader| {
        let criterion = read_criterion(reader, &names, &mut roles, CriterionIndex::new(count))?;
        count += 1;
        Some(criterion)
    });
    let verdicts = object.each("verdicts", |reader| verdict(reader, &names, &criteria, &roles));
    let pack = Pack {
        // Without a name the rest is read all the same; the pack is refused.
        id: id.or_else(|| PackId::parse("unnamed"))?,
        version,
        original: Original::new(Json::Null),
        title: object.text("title"),
        about: object.text("about"),
        sources: object.each("sources", source),
        sections: object.each("sections", |reader| read_questions::section(reader, &names)),
        instruments,
        diagram: Diagram::default(),
        criteria,
        verdicts,
        undecided: object.required("undecided").map(|reader| words(&reader)).unwrap_or_default(),
        flags: object.each("flags", |reader| flag(reader, &names)),
        routes: object.each("routes", |reader| route(reader, &names)),
        evidence: evidence::questions()?,
        document: object.required("document").and_then(|reader| document(&reader)).unwrap_or_default(),
        places: Places::default(),
        // Last, because rules read it until here.
        settings,
    };
    // Worked cases are read by what checks packs, not by what screens.
    object.optional("cases");
    nations(object);
    object.finish();
    Some(pack)
}

/// What is laid over the pack where a site says in which nation it lies. The check of a pack lays each on it.
fn nations(object: &Object<'_>) {
    let Some(nations) = object.optional("nations").and_then(|reader| reader.object()) else { return };
    for nation in NATIONS {
        nations.optional(nation).and_then(|over| over.object().map(|_| ()));
    }
    nations.finish();
}

/// A pack as it is for a site in a nation, of JSON that has everything it extends laid under it: what it says of that nation is
/// laid over it.
pub fn in_nation(pack: &mut Json, nation: &str) {
    let Json::Object(map) = pack else { return };
    let over = map.remove("nations").and_then(|nations| nations.get(nation).cloned());
    if let Some(over) = over {
        merge(pack, &over);
    }
}

fn settings(reader: &Reader<'_>) -> Vec<Setting> {
    let Json::Object(map) = reader.value else {
        reader.wrong("an object in { }", "wrthrych mewn { }");
        return Vec::new();
    };
    let mut settings = Vec::with_capacity(map.len());
    for (name, value) in map {
        settings.extend(setting(name, &Reader { value, ..*reader }));
    }
    settings
}

fn setting(name: &str, reader: &Reader<'_>) -> Option<Setting> {
    let Some(id) = SettingId::parse(name) else {
        reader.wrong(
            "a setting whose name has only lower-case letters, digits and _",
            "osodiad â'i enw'n llythrennau bach, digidau a _ yn unig",
        );
        return None;
    };
    let object = reader.object()?;
    let value = object.required("value").and_then(|value| setting_value(&value));
    let label = object.text("label");
    let source = object.name("source").and_then(SourceId::parse);
    let proposed = object.flag("proposed");
    object.finish();
    Some(Setting { id, label, value: value?, source: source?, proposed })
}

fn setting_value(reader: &Reader<'_>) -> Option<SettingValue> {
    Some(match reader.value {
        Json::Null => SettingValue::Number(None),
        Json::Bool(on) => SettingValue::Switch(*on),
        Json::Array(_) => SettingValue::List(reader.strings()),
        _ => SettingValue::Number(Some(reader.number()?)),
    })
}

fn source(reader: &Reader<'_>) -> Option<Source> {
    let object = reader.object()?;
    let id = object.name("id").and_then(SourceId::parse);
    let title = object.text("title");
    let (checked, review) = (object.date("checked"), object.date("review"));
    // Whether it is only a proposal matters to what checks packs.
    object.flag("proposed");
    object.finish();
    Some(Source { id: id?, title, checked: checked?, review: review? })
}

fn instrument(reader: &Reader<'_>) -> Option<(String, Instrument)> {
    let object = reader.object()?;
    let id = object.name("id").and_then(FactId::parse);
    let [form, yes, not_known] =
        ["form", "yes", "not_known"].map(|key| object.name(key).and_then(FactId::parse));
    let no = object.optional_name("no").and_then(FactId::parse);
    let otherwise = object.number("otherwise");
    let mut items = Vec::new();
    if let Some(reader) = object.required("items") {
        match reader.value {
            Json::Object(map) => {
                for (form, count) in map {
                    let count = Reader { value: count, ..reader }.number();
                    items.push((form.clone(), count.unwrap_or(0)));
                }
            }
            _ => reader.wrong("an object in { }", "wrthrych mewn { }"),
        }
    }
    object.finish();
    let instrument = Instrument {
        form: form?,
        items: FormItems(items),
        otherwise: otherwise?,
        yes: yes?,
        not_known: not_known?,
        no,
    };
    Some((id?.as_str().to_owned(), instrument))
}

fn read_criterion(
    reader: &Reader<'_>,
    names: &Names<'_>,
    roles: &mut Roles,
    index: CriterionIndex,
) -> Option<Criterion> {
    let object = reader.object()?;
    let id = object.name("id").and_then(CriterionId::parse);
    let role = object.string("role");
    roles.members(&role);
    let judgement = object.flag("judgement");
    names.used.borrow_mut().clear();
    let (test, says, conditional) = match object.optional("graded") {
        Some(graded) => read_graded(&graded, names, roles, index, judgement)?,
        None => {
            let rule = object.required("rule").map(|rule| names.rule(&rule));
            roles.members(&role).push(Formula::Takes(index, 1));
            let says = vec![object.text("no"), object.text("yes")];
            (Test::Rule(rule?), says, conditional(&object, &["if_no", "if_yes"], judgement))
        }
    };
    // Which way a yes moves the verdict is read by what checks packs.
    object.optional("direction");
    let criterion = Criterion {
        id: id?,
        label: object.text("label"),
        role: Role::of(&role),
        test,
        says,
        unknown: object.text("unknown"),
        who: object.text("who"),
        conditional,
        judgement,
        source: object.name("source").and_then(SourceId::parse)?,
        settings: names.used.take(),
        used: false,
    };
    object.finish();
    Some(criterion)
}

/// What would have to turn out; judgement needs no such words.
fn conditional(object: &Object<'_>, keys: &[&'static str], judgement: bool) -> Vec<Localized> {
    let mut conditional = Vec::new();
    for key in keys.iter().filter(|_| !judgement) {
        conditional.push(object.text(key));
    }
    conditional
}

fn read_graded(
    reader: &Reader<'_>,
    names: &Names<'_>,
    roles: &mut Roles,
    index: CriterionIndex,
    judgement: bool,
) -> Option<(Test, Vec<Localized>, Vec<Localized>)> {
    let object = reader.object()?;
    let applies = object.required("applies").map(|rule| names.rule(&rule));
    let date = object.name("date").and_then(FactId::parse);
    let mut says = vec![object.text("none")];
    let mut if_so = conditional(&object, &["if_none"], judgement);
    let mut levels: Vec<Level> = Vec::new();
    let values = object.required("levels").map_or(&[][..], |levels| levels.values());
    if !(1..=3).contains(&values.len()) {
        reader.wrong("one to three levels", "un i dair lefel");
        return None;
    }
    for value in values {
        let level = Reader { value, ..*reader };
        let level_object = level.object()?;
        let id = level_object.name("id").and_then(FactId::parse);
        let after = names.number(&level_object, "after_months");
        let or_when = level_object.optional("or_when").map(|rule| names.rule(&rule));
        let role = level_object.string("role");
        says.push(level_object.text("says"));
        if_so.extend(conditional(&level_object, &["if"], judgement));
        level_object.finish();
        if levels.last().is_some_and(|earlier| after.is_some_and(|after| after <= earlier.after_months)) {
            level.wrong(
                "a level that starts later than the one before",
                "lefel sy'n dechrau'n hwyrach na'r un o'i blaen",
            );
        }
        levels.push(Level { id: id?.as_str().to_owned(), after_months: after?, or_when });
        let value = u8::try_from(levels.len()).ok()?;
        roles.members(&role).push(Formula::Takes(index, value));
    }
    object.finish();
    Some((Test::Graded { applies: applies?, date: date?, levels }, says, if_so))
}

fn verdict(reader: &Reader<'_>, names: &Names<'_>, criteria: &[Criterion], roles: &Roles) -> Option<Verdict> {
    let object = reader.object()?;
    let id = object.name("id").and_then(VerdictId::parse);
    let when = object.optional("when").map(|when| names.formula(&when, criteria, roles));
    let refined = object.optional("refined").and_then(|reader| {
        let object = reader.object()?;
        let id = object.name("id").and_then(VerdictId::parse);
        let only = object.required("only").and_then(|only| criterion(&only, criteria));
        let among = object.required("among").and_then(|among| names.indices(&among, criteria));
        let words = object.required("words").map(|reader| words(&reader));
        object.finish();
        Some(Refined { id: id?, only: only?, among: among?, words: words? })
    });
    let words = object.required("words").map(|reader| words(&reader));
    object.finish();
    Some(Verdict { id: id?, when, words: words?, refined })
}

fn words(reader: &Reader<'_>) -> OutcomeText {
    let Some(object) = reader.object() else {
        return OutcomeText::default();
    };
    let words = OutcomeText {
        sentence: object.text("sentence"),
        meaning: object.text("meaning"),
        next_step: object.text("next_step"),
        refers: object.flag("refers"),
    };
    object.finish();
    words
}

fn flag(reader: &Reader<'_>, names: &Names<'_>) -> Option<Flag> {
    let object = reader.object()?;
    let id = object.name("id").and_then(FlagId::parse);
    let rule = |key| object.optional(key).map(|rule| names.rule(&rule));
    let when = match object.optional("each") {
        Some(fact) => FlagWhen::Each(FactId::parse(fact.name()?)?),
        None => FlagWhen::Rule { when: rule("when"), unless: rule("unless") },
    };
    if matches!(when, FlagWhen::Rule { when: None, unless: None }) {
        reader.wrong("a flag with `when`, `unless` or `each`", "fflag â `when`, `unless` neu `each`");
    }
    let each = matches!(when, FlagWhen::Each(_));
    let flag = Flag {
        id: id?,
        when,
        text: object.text("text"),
        act: object.optional_text("act"),
        acts: if each { acts(&object) } else { Vec::new() },
        urgent: object.flag("urgent"),
        first: object.flag("first"),
        part: one_of(&object, "part", &Part::ALL.map(|part| (part.name(), part)))?,
        sources: read_questions::sources(&object),
    };
    object.finish();
    Some(flag)
}

/// `{"value": {"en": .., "cy": ..}}`
fn acts(object: &Object<'_>) -> Vec<(String, Localized)> {
    let Some(acts) = object.optional("acts").and_then(|acts| acts.object()) else { return Vec::new() };
    acts.entries().map(|(value, act)| (value.to_owned(), act.text())).collect()
}

fn route(reader: &Reader<'_>, names: &Names<'_>) -> Option<Route> {
    let object = reader.object()?;
    object.required("id")?;
    let rule = |key| object.optional(key).map(|rule| names.rule(&rule));
    let (checked, review) = (object.date("checked"), object.date("review"));
    let route = Route {
        title: object.text("title"),
        contact: object.optional("contact").and_then(|contact| contact.string().map(str::to_owned)),
        text: object.text("text"),
        hours: object.optional_text("hours"),
        checked: checked?,
        review: review?,
        for_outcomes: object.required("for").map(|reader| reader.strings()).unwrap_or_default(),
        when: rule("when"),
        unless: rule("unless"),
    };
    object.finish();
    Some(route)
}

fn document(reader: &Reader<'_>) -> Option<DocumentWords> {
    let object = reader.object()?;
    let part = |key: &'static str| {
        let Some(object) = object.required(key).and_then(|reader| reader.object()) else {
            return PartWords::default();
        };
        let words = PartWords {
            title: object.text("title"),
            holds: object.text("holds"),
            readers: object.text("readers"),
            care: object.text("care"),
        };
        object.finish();
        words
    };
    let words = DocumentWords {
        marking: object.text("marking"),
        panel: object.text("panel"),
        asked: object.text("asked"),
        bilingual: object.flag("bilingual"),
        timeline: object.optional("timeline").map(|reader| reader.each(lane)).unwrap_or_default(),
        parts: [part("panel_part"), part("restricted_part"), part("handling_part")],
    };
    object.finish();
    Some(words)
}

fn lane(reader: &Reader<'_>) -> Option<TimelineLane> {
    let object = reader.object()?;
    object.required("id")?;
    let fact = |reader: &Reader<'_>| FactId::parse(reader.name()?);
    let lane = TimelineLane { label: object.text("label"), dates: object.each("dates", fact) };
    object.finish();
    Some(lane)
}
