//! Reads sections, pages and questions.

use super::expected::{Bound, BoundDay, Expected, Usual, WrittenAs};
use super::filled_from::FilledFrom;
use super::id::{FactId, PageId, SectionId, SourceId};
use super::question::{
    Choice, Group, Identifies, InPanel, Kind, Need, Part, Question, QuestionPage, Retired, Section, Speed,
    Stage, YesNoWords,
};
use super::read_rules::{Names, unknown};
use super::reader::{Object, Reader};

const KINDS: [&str; 8] = ["yes_no", "choice", "set", "count", "date", "text", "long_text", "group"];
const WRITTEN_AS: [(&str, WrittenAs); 4] = [
    ("time", WrittenAs::Time),
    ("email", WrittenAs::Email),
    ("phone", WrittenAs::Phone),
    ("with_times", WrittenAs::WithTimes),
];
const IDENTIFIES: [(&str, Identifies); 9] = [
    ("name", Identifies::Name),
    ("people", Identifies::People),
    ("place", Identifies::Place),
    ("contact", Identifies::Contact),
    ("birth", Identifies::Birth),
    ("code_word", Identifies::CodeWord),
    ("words", Identifies::Words),
    ("perpetrator", Identifies::Perpetrator),
    ("nobody", Identifies::Nobody),
];

pub(crate) fn section(reader: &Reader<'_>, names: &Names<'_>) -> Option<Section> {
    let object = reader.object()?;
    let id = object.name("id").and_then(SectionId::parse);
    let stage = one_of(&object, "stage", &Stage::NAMES);
    let section = Section {
        id: id?,
        stage: stage.unwrap_or(Stage::Referral),
        title: object.text("title"),
        purpose: object.text("purpose"),
        not_known_reason: object.optional_name("not_known_reason").and_then(FactId::parse),
        pages: object.each("pages", |reader| page(reader, names)),
    };
    object.finish();
    Some(section)
}

fn page(reader: &Reader<'_>, names: &Names<'_>) -> Option<QuestionPage> {
    let object = reader.object()?;
    let id = object.name("id").and_then(PageId::parse);
    let title = object.text("title");
    let questions = object.each("questions", |reader| question(reader, names, false));
    object.finish();
    Some(QuestionPage { id: id?, title, questions })
}

fn question(reader: &Reader<'_>, names: &Names<'_>, in_group: bool) -> Option<Question> {
    let object = reader.object()?;
    let id = object.name("id").and_then(FactId::parse);
    let kind = kind(&object, names, in_group);
    let parts = [("panel", Part::Panel), ("restricted", Part::Restricted), ("handling", Part::Handling)];
    let needs = [("required", Need::Required), ("if_known", Need::IfKnown), ("optional", Need::Optional)];
    let part = one_of(&object, "part", &parts);
    let need = one_of(&object, "need", &needs);
    let ask = object.text("ask");
    let label = object.text("label");
    let [hint, why, who] = ["hint", "why", "who"].map(|key| object.optional_text(key));
    let entry_page = if in_group { object.optional_text("entry_page") } else { None };
    let speed = match object.optional("speed") {
        Some(_) => one_of(&object, "speed", &Speed::NAMES),
        None => Some(Speed::Core),
    };
    let must_be_known = object.flag("must_be_known");
    let asks_evidence = object.flag("evidence");
    let never_prefilled = object.flag("never_prefilled");
    let filled_from = object.optional("filled_from").map(|reader| FilledFrom::read(&reader));
    let before_result = object.flag("before_result");
    let with = object.optional_name("with").and_then(SectionId::parse);
    let withheld_with = object.optional_name("withheld_with").and_then(FactId::parse);
    let [asked_when, asked_unless] =
        ["asked_when", "asked_unless"].map(|key| object.optional(key).map(|rule| names.rule(&rule)));
    let panel_when = object.optional("panel_when").map(|rule| names.rule(&rule));
    // Without the one the other means nothing, and is reported as a key that does not belong.
    let in_panel = panel_when
        .map(|when| InPanel { when, unless: object.optional("panel_unless").map(|rule| names.rule(&rule)) });
    let identifies = object.optional("identifies").and_then(|_| one_of(&object, "identifies", &IDENTIFIES));
    let expected = kind.as_ref().map(|kind| expected(&object, names, kind)).unwrap_or_default();
    let was = older_names(&object);
    let apart_from = match &kind {
        Some(Kind::Set(_)) => object.optional_name("apart_from").and_then(FactId::parse),
        _ => None,
    };
    let retired = match &kind {
        Some(Kind::Choice(_) | Kind::Set(_)) => object.optional("retired").map(|reader| reader.each(retired)),
        _ => None,
    };
    let sources = sources(&object);
    object.finish();
    Some(Question {
        id: id?,
        kind: kind?,
        ask,
        label,
        hint,
        why,
        who,
        entry_page,
        part: part?,
        need: need?,
        speed: speed?,
        must_be_known,
        asks_evidence,
        never_prefilled,
        filled_from: filled_from.unwrap_or_default(),
        before_result,
        with,
        withheld_with,
        asked_when,
        asked_unless,
        in_panel,
        identifies,
        expected,
        apart_from,
        was,
        retired: retired.unwrap_or_default(),
        sources,
    })
}

/// Where the words of a question or a flag come from.
pub(crate) fn sources(object: &Object<'_>) -> Vec<SourceId> {
    let sources = object
        .optional("sources")
        .map(|reader| reader.each(|reader| reader.name().and_then(SourceId::parse)));
    sources.unwrap_or_default()
}

fn kind(object: &Object<'_>, names: &Names<'_>, in_group: bool) -> Option<Kind> {
    let reader = object.required("kind")?;
    Some(match reader.string()? {
        "yes_no" => Kind::YesNo(yes_no_words(object)),
        "choice" => Kind::Choice(choices(object)),
        "set" => Kind::Set(choices(object)),
        "count" => {
            let (min, max) = (object.number("min"), object.number("max"));
            if min? > max? {
                reader.wrong(
                    "a count whose `min` is not above its `max`",
                    "rhifiad nad yw ei `min` yn fwy na'i `max`",
                );
            }
            Kind::Count(min?, max?)
        }
        "date" => Kind::Date { future: object.flag("future") },
        "text" => Kind::Text,
        "long_text" => Kind::LongText,
        "group" if in_group => {
            reader
                .wrong("a kind other than `group`, inside a group", "math heblaw `group`, y tu mewn i grŵp");
            return None;
        }
        "group" => Kind::Group(Group {
            item: object.text("item"),
            questions: object.each("questions", |reader| question(reader, names, true)),
            name_by: object.optional("name_by").map(|names| facts(&names)).unwrap_or_default(),
            at_least: object.optional("at_least").and_then(|reader| reader.number()).unwrap_or(0) as usize,
        }),
        other => {
            unknown(&reader, other, &mut KINDS.into_iter());
            return None;
        }
    })
}

/// What is expected of an answer of a kind; a key that the kind does not take is left for `finish` to report.
fn expected(object: &Object<'_>, names: &Names<'_>, kind: &Kind) -> Expected {
    let mut expected = Expected::default();
    if let Kind::Date { .. } = kind {
        let bounds = |key| object.optional(key).map(|reader| reader.each(|reader| bound(reader, names)));
        (expected.not_before, expected.not_after) =
            (bounds("not_before").unwrap_or_default(), bounds("not_after").unwrap_or_default());
    }
    if matches!(kind, Kind::Date { .. } | Kind::Count(..)) {
        expected.usual = object.optional("usual").and_then(|reader| usual(&reader));
    }
    if matches!(kind, Kind::Text | Kind::LongText) {
        expected.written_as =
            object.optional("written_as").and_then(|_| one_of(object, "written_as", &WRITTEN_AS));
    }
    expected
}

/// One of `{"day", "source"}`, `{"fact"}` and `{"months_ago"}`; the last two with `when` if they do not always count.
fn bound(reader: &Reader<'_>, names: &Names<'_>) -> Option<Bound> {
    let object = reader.object()?;
    let (mut when, mut source) = (None, None);
    let day = if object.has("day") {
        let day = object.date("day");
        source = Some(object.name("source").and_then(SourceId::parse)?);
        BoundDay::Fixed(day?)
    } else {
        when = object.optional("when").map(|rule| names.rule(&rule));
        if object.has("months_ago") {
            BoundDay::MonthsAgo(object.number("months_ago")?)
        } else {
            BoundDay::Fact(object.name("fact").and_then(FactId::parse)?)
        }
    };
    object.finish();
    Some(Bound { day, when, source })
}

fn usual(reader: &Reader<'_>) -> Option<Usual> {
    let object = reader.object()?;
    let [min, max] = ["min", "max"].map(|key| object.optional(key).and_then(|reader| reader.number()));
    let source = object.name("source").and_then(SourceId::parse);
    object.finish();
    if min.zip(max).is_some_and(|(min, max)| min > max) || (min, max) == (None, None) {
        reader.wrong(
            "`min`, `max` or both, with `min` not above `max`",
            "`min`, `max` neu'r ddau, gyda `min` heb fod yn fwy na `max`",
        );
    }
    Some(Usual { min, max, source })
}

/// Both or neither: one that follows the verb of the question beside one that does not would be wrong.
fn yes_no_words(object: &Object<'_>) -> YesNoWords {
    if object.has("yes") || object.has("no") {
        YesNoWords { yes: object.text("yes"), no: object.text("no") }
    } else {
        YesNoWords::default()
    }
}

fn choices(object: &Object<'_>) -> Vec<Choice> {
    object.each("choices", |reader| {
        let object = reader.object()?;
        let value = object.name("value").and_then(FactId::parse);
        let (label, hint) = (object.text("label"), object.optional_text("hint"));
        let excludes = object.optional("excludes").map(|values| values.strings()).unwrap_or_default();
        let was = older_names(&object);
        object.finish();
        Some(Choice { value: value?.as_str().to_owned(), label, hint, excludes, was })
    })
}

/// What a question or a choice was called before.
fn older_names(object: &Object<'_>) -> Vec<String> {
    let names = object.optional("was").map(|names| names.each(|name| name.name().map(str::to_owned)));
    names.unwrap_or_default()
}

fn retired(reader: &Reader<'_>) -> Option<Retired> {
    let object = reader.object()?;
    let (value, ask) = (object.name("value").map(str::to_owned), object.text("ask"));
    object.finish();
    Some(Retired { value: value?, ask })
}

fn facts(reader: &Reader<'_>) -> Vec<FactId> {
    reader.each(|reader| reader.name().and_then(FactId::parse))
}

/// Reads a word that stands for one of a few things.
pub(crate) fn one_of<T: Copy>(
    object: &Object<'_>,
    key: &'static str,
    allowed: &[(&'static str, T)],
) -> Option<T> {
    let names: Vec<&str> = allowed.iter().map(|(name, _)| *name).collect();
    let index = index_of(object, key, &names)?;
    Some(allowed[index].1)
}

/// Which of a few words stands there; compiled once for all the things they stand for.
fn index_of(object: &Object<'_>, key: &'static str, names: &[&str]) -> Option<usize> {
    let reader = object.required(key)?;
    let word = reader.string()?;
    let index = names.iter().position(|name| *name == word);
    if index.is_none() {
        unknown(&reader, word, &mut names.iter().copied());
    }
    index
}
