//! The shapes of packs, answer sheets and results as types, from which the schemas are built. The program reads packs
//! by hand, to name every problem with its place; these types say the same once more, and the tests hold the two
//! against each other.

#![allow(dead_code, reason = "only the shapes of these types are used")]

use super::messages::Problem;
use schemars::JsonSchema;
use std::collections::BTreeMap;

/// A name: lower-case letters, digits and `_`, at most 64, starting with a letter or digit.
#[derive(JsonSchema)]
pub struct Name(#[schemars(regex(pattern = r"^[a-z0-9][a-z0-9_]{0,63}$"))] String);

/// A real day, like `2026-11-21`.
#[derive(JsonSchema)]
pub struct Day(#[schemars(regex(pattern = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"))] String);

/// Something to read, not blank.
#[derive(JsonSchema)]
pub struct Said(#[schemars(regex(pattern = r"\S"))] String);

/// A whole number.
#[derive(JsonSchema)]
pub struct Whole(#[schemars(range(max = 4_294_967_295_u32))] u32);

/// Words in English and Welsh.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Text {
    en: Said,
    cy: Said,
}

/// A criteria pack that stands alone.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Pack {
    format: PackFormat,
    id: Name,
    /// The version, as its owner writes it.
    version: String,
    title: Text,
    /// What it is for, in a sentence or two.
    about: Text,
    /// The figures and switches a site may change, by name.
    settings: BTreeMap<String, Setting>,
    sources: Vec<Source>,
    instruments: Vec<Instrument>,
    criteria: Vec<Criterion>,
    /// In order of precedence; the last has no `when`.
    verdicts: Vec<Verdict>,
    /// The words for when several verdicts are possible.
    undecided: Words,
    flags: Vec<Flag>,
    routes: Vec<Route>,
    document: Document,
    sections: Vec<Section>,
    /// Answer sheets with the outcome their owner expects.
    cases: Option<Vec<Case>>,
    /// What is laid over the pack where a site says in which nation it lies.
    nations: Option<Nations>,
}

/// For each nation a pack in part: what it has is laid over the whole by ids, as in a pack that extends another.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Nations {
    england: Option<serde_json::Map<String, serde_json::Value>>,
    wales: Option<serde_json::Map<String, serde_json::Value>>,
}

#[derive(JsonSchema)]
pub enum PackFormat {
    #[schemars(rename = "pack/1")]
    One,
}

/// A figure or switch.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Setting {
    label: Text,
    value: SettingValue,
    /// A source by name.
    source: Name,
    /// Proposed, and not signed off.
    #[schemars(default)]
    proposed: bool,
}

/// A whole number, `null` for no limit, a switch, or a list.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum SettingValue {
    Number(Whole),
    NoLimit(()),
    Switch(bool),
    List(Vec<String>),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Source {
    id: Name,
    title: Text,
    checked: Day,
    review: Day,
    /// Nothing published: a proposal.
    #[schemars(default)]
    proposed: bool,
}

/// An instrument whose items are counted.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Instrument {
    id: Name,
    /// The choice that says which form was used.
    form: Name,
    /// How many items each form has.
    items: BTreeMap<String, Whole>,
    /// How many when the form is not known.
    otherwise: Whole,
    yes: Name,
    not_known: Name,
    /// The items answered no, which decide nothing: the three counts have to come to those of the form.
    no: Option<Name>,
}

/// A number, or a setting that holds one.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Amount {
    Number(Whole),
    Setting(OfSetting),
}

/// A list, or a setting that holds one.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Values {
    List(Vec<String>),
    Setting(OfSetting),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct OfSetting {
    setting: String,
}

/// A rule over facts, yes, no or unknown: an object with one operator.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Rule {
    All(Vec<Rule>),
    Any(Vec<Rule>),
    Not(Box<Rule>),
    IsYes(Name),
    IsOneOf(Among),
    HasAny(Among),
    AtLeast(AtLeast),
    AgeAtLeast(AgeAtLeast),
    /// In flags and routes only.
    AgesDiffer(AgesDiffer),
    Within(Within),
    Fresh(Days),
    /// In flags and routes only.
    Stale(Days),
    CountReaches(CountReaches),
    TextGiven(Name),
    Given(Given),
    YesOrNotYet(Box<Rule>),
    /// In flags and routes only.
    SomeEntry(SomeEntry),
    /// In flags and routes only.
    Criterion(Name),
    Setting(String),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Among {
    fact: Name,
    values: Values,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AtLeast {
    fact: Name,
    count: Amount,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AgeAtLeast {
    date_of_birth: Name,
    age: Name,
    years: Amount,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AgesDiffer {
    date_of_birth: Name,
    age: Name,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Within {
    Years(WithinYears),
    Months(WithinMonths),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WithinYears {
    date: Name,
    years: Amount,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WithinMonths {
    date: Name,
    months: Amount,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Days {
    date: Name,
    days: Amount,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CountReaches {
    instrument: String,
    line: Amount,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Given {
    is: Box<Rule>,
    then: Box<Rule>,
}

/// Whether a rule is yes of some entry of a group.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SomeEntry {
    group: Name,
    rule: Box<Rule>,
}

/// A condition over criteria: an object with one operator.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Formula {
    All(Vec<Formula>),
    Any(Vec<Formula>),
    Not(Box<Formula>),
    Setting(String),
    Criterion(String),
    Every(Members),
    Some(Members),
    AtLeast(AtLeastOf),
}

/// A role, or the criteria that a list setting names.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Members {
    Role(String),
    Setting(OfSetting),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AtLeastOf {
    count: Amount,
    of: Vec<Formula>,
}

/// Which way a yes or a higher level moves the verdict.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Direction {
    Towards,
    Away,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Criterion {
    YesNo(YesNoCriterion),
    YesNoJudged(YesNoJudgement),
    Graded(GradedCriterion<Graded, Option<No>>),
    GradedJudged(GradedCriterion<JudgedGraded, Yes>),
}

/// What may be left out, and is `false`.
#[derive(JsonSchema)]
pub struct No(#[schemars(extend("const" = false))] bool);

/// What must be there, and be `true`.
#[derive(JsonSchema)]
pub struct Yes(#[schemars(extend("const" = true))] bool);

/// A criterion that is yes, no or unknown.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct YesNoCriterion {
    id: Name,
    role: String,
    direction: Option<Direction>,
    judgement: Option<No>,
    label: Text,
    rule: Rule,
    no: Text,
    yes: Text,
    /// What would have to turn out, after "if it were found that".
    if_no: Text,
    if_yes: Text,
    unknown: Text,
    /// Who could tell.
    who: Text,
    source: Name,
}

/// A criterion that is somebody's judgement: nothing names it as something that would change a result.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct YesNoJudgement {
    id: Name,
    role: String,
    direction: Option<Direction>,
    judgement: Yes,
    label: Text,
    rule: Rule,
    no: Text,
    yes: Text,
    unknown: Text,
    who: Text,
    source: Name,
}

/// A criterion with levels, by how far ahead a date lies.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct GradedCriterion<G, J> {
    id: Name,
    role: String,
    direction: Option<Direction>,
    judgement: J,
    label: Text,
    graded: G,
    unknown: Text,
    who: Text,
    source: Name,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Graded {
    applies: Rule,
    date: Name,
    none: Text,
    if_none: Text,
    #[schemars(length(min = 1, max = 3))]
    levels: Vec<Level>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Level {
    id: Name,
    after_months: Amount,
    /// It is this level whatever the date.
    or_when: Option<Rule>,
    role: String,
    says: Text,
    r#if: Text,
}

/// A grade that is somebody's judgement.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct JudgedGraded {
    applies: Rule,
    date: Name,
    none: Text,
    #[schemars(length(min = 1, max = 3))]
    levels: Vec<JudgedLevel>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct JudgedLevel {
    id: Name,
    after_months: Amount,
    /// It is this level whatever the date.
    or_when: Option<Rule>,
    role: String,
    says: Text,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Words {
    sentence: Text,
    meaning: Text,
    next_step: Text,
    /// A referral is the usual next step.
    #[schemars(default)]
    refers: bool,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Verdict {
    id: Name,
    when: Option<Formula>,
    words: Words,
    refined: Option<Refined>,
}

/// A finer outcome: when one criterion alone is yes among some.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Refined {
    id: Name,
    only: String,
    among: Values,
    words: Words,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Part {
    Panel,
    Restricted,
    Handling,
}

#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Flag {
    Each(FlagOfEach),
    Ruled(FlagOfRule),
}

/// A flag of each value of a set.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FlagOfEach {
    id: Name,
    each: Name,
    text: Text,
    act: Option<Text>,
    /// What to do about each value.
    acts: Option<BTreeMap<Name, Text>>,
    #[schemars(default)]
    urgent: bool,
    /// It stands above all else in the document of its part.
    #[schemars(default)]
    first: bool,
    part: Part,
    /// Where the law, figures and numbers in its words come from.
    sources: Option<Vec<Name>>,
}

/// A flag raised by a rule.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("anyOf" = [{"required": ["when"]}, {"required": ["unless"]}]))]
pub struct FlagOfRule {
    id: Name,
    when: Option<Rule>,
    unless: Option<Rule>,
    text: Text,
    act: Option<Text>,
    #[schemars(default)]
    urgent: bool,
    /// It stands above all else in the document of its part.
    #[schemars(default)]
    first: bool,
    part: Part,
    /// Where the law, figures and numbers in its words come from.
    sources: Option<Vec<Name>>,
}

/// Somewhere to turn.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Route {
    id: serde_json::Value,
    title: Text,
    contact: Option<String>,
    text: Text,
    hours: Option<Text>,
    checked: Day,
    review: Day,
    /// The outcomes it is shown with; `urgent` for urgent help.
    #[schemars(rename = "for")]
    for_outcomes: Vec<String>,
    /// Only where this is yes.
    when: Option<Rule>,
    /// Not where this is yes.
    unless: Option<Rule>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Document {
    marking: Text,
    panel: Text,
    asked: Text,
    /// Every document in both languages, side by side; no unless this says so.
    bilingual: Option<bool>,
    /// The lanes of the timeline of Part A, from above. None, and there is no timeline.
    #[schemars(length(max = 8))]
    timeline: Option<Vec<TimelineLane>>,
    panel_part: PartWords,
    restricted_part: PartWords,
    handling_part: PartWords,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TimelineLane {
    id: Name,
    /// What these events are.
    label: Text,
    /// The dates that are such an event, outside groups or one in each entry. Those that the panel does not see are left out.
    dates: Vec<Name>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PartWords {
    title: Text,
    holds: Text,
    readers: Text,
    care: Text,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Stage {
    Screening,
    Referral,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Section {
    id: Name,
    stage: Stage,
    title: Text,
    purpose: Text,
    not_known_reason: Option<Name>,
    pages: Vec<Page>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Page {
    id: Name,
    title: Text,
    questions: Vec<Question>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Need {
    Required,
    IfKnown,
    Optional,
}

/// Of the core of a referral, or what the panel may ask for next.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Speed {
    Core,
    Full,
}

/// What an answer identifies somebody by.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Identifies {
    Name,
    People,
    Place,
    Contact,
    Birth,
    CodeWord,
    Words,
    Perpetrator,
    Nobody,
}

/// What a text is, if it is no free text.
#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum WrittenAs {
    Time,
    Email,
    Phone,
    WithTimes,
}

/// A day of the calendar, and how it is known that there was nothing of the kind beyond it.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FixedDay {
    day: Day,
    source: Name,
}

/// The date of another answer.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct OtherDate {
    fact: Name,
    /// It counts only while this is yes.
    when: Option<Rule>,
}

/// The day so many months before the screening; 0 is the day of screening.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MonthsAgo {
    months_ago: Whole,
    /// It counts only while this is yes.
    when: Option<Rule>,
}

/// A day that a date is held against.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Bound {
    Day(FixedDay),
    Fact(OtherDate),
    MonthsAgo(MonthsAgo),
}

/// The usual numbers of a count; of a date, the usual whole years from it to the day of screening. At least one of the two.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, extend("anyOf" = [{"required": ["min"]}, {"required": ["max"]}]))]
pub struct Usual {
    min: Option<Whole>,
    max: Option<Whole>,
    source: Name,
}

/// Where an answer is filled in from.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum FilledFrom {
    Named(FilledFromName),
    Screening(FilledFromScreening),
}

#[derive(JsonSchema)]
pub enum FilledFromName {
    /// What the site usually answers, in its `site.json`.
    #[schemars(rename = "site")]
    Site,
    /// The day on which it is filled in; of a time, the time.
    #[schemars(rename = "today")]
    Today,
}

/// What the screening knows.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FilledFromScreening {
    fact: Name,
    /// Where both are choices: which of this question stands for which of that.
    values: Option<BTreeMap<String, String>>,
}

/// A question of one kind: what all have, and what only this kind has.
macro_rules! questions {
    ($($(#[doc = $doc:literal])* $(#[more($more:meta)])? $name:ident, $kind:ident $word:literal { $($key:ident: $type:ty),* })*) => {$(
        #[derive(JsonSchema)]
        pub enum $kind {
            #[schemars(rename = $word)]
            Only,
        }

        $(#[doc = $doc])*
        #[derive(JsonSchema)]
        #[schemars(deny_unknown_fields)]
        $(#[$more])?
        pub struct $name {
            id: Name,
            kind: $kind,
            ask: Text,
            label: Text,
            hint: Option<Text>,
            why: Option<Text>,
            who: Option<Text>,
            /// Of a question of a group's entry: it begins a page of the entry, which is called this.
            entry_page: Option<Text>,
            part: Part,
            need: Need,
            /// How soon a referral needs it; `core` if this is left out.
            speed: Option<Speed>,
            #[schemars(default)]
            must_be_known: bool,
            /// Its page asks where its answer comes from.
            #[schemars(default)]
            evidence: bool,
            #[schemars(default)]
            never_prefilled: bool,
            /// Where its answer is filled in from, for the person to confirm.
            filled_from: Option<FilledFrom>,
            #[schemars(default)]
            before_result: bool,
            with: Option<Name>,
            withheld_with: Option<Name>,
            asked_when: Option<Rule>,
            /// Of a question of a group's entry: no longer asked once this is yes.
            asked_unless: Option<Rule>,
            /// When a text or an entry of Part A stands there; otherwise in Part B.
            panel_when: Option<Rule>,
            /// When it does not, all the same.
            panel_unless: Option<Rule>,
            identifies: Option<Identifies>,
            /// What it was called in earlier versions of the pack.
            was: Option<Vec<Name>>,
            /// Where the law, figures and numbers in its words come from.
            sources: Option<Vec<Name>>,
            $($key: $type,)*
        }
    )*};
}

questions! {
    /// Yes or no; with both `yes` and `no`, or neither, what the answers are called.
    #[more(schemars(extend("dependentRequired" = {"yes": ["no"], "no": ["yes"]})))]
    YesNoQuestion, YesNoKind "yes_no" { yes: Option<Text>, no: Option<Text> }
    /// One of the choices; "not known" is always offered besides.
    ChoiceQuestion, ChoiceKind "choice" { choices: Vec<ChoiceOption>, retired: Option<Vec<Retired>> }
    /// Any number of the choices.
    SetQuestion, SetKind "set" { choices: Vec<ChoiceOption>, retired: Option<Vec<Retired>>, apart_from: Option<Name> }
    /// A whole number between the two, inclusive.
    CountQuestion, CountKind "count" { min: Whole, max: Whole, usual: Option<Usual> }
    /// A date; after the day of screening only if `future`.
    DateQuestion, DateKind "date" { future: Option<bool>, not_before: Option<Vec<Bound>>, not_after: Option<Vec<Bound>>, usual: Option<Usual> }
    /// One line.
    TextQuestion, TextKind "text" { written_as: Option<WrittenAs> }
    /// Many lines.
    LongTextQuestion, LongTextKind "long_text" { written_as: Option<WrittenAs> }
    /// Repeating entries.
    GroupQuestion, GroupKind "group" { item: Text, questions: Vec<Inner>, name_by: Option<Vec<Name>>, at_least: Option<Whole> }
}

#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Question {
    YesNo(YesNoQuestion),
    Choice(ChoiceQuestion),
    Set(SetQuestion),
    Count(CountQuestion),
    Date(DateQuestion),
    Text(TextQuestion),
    LongText(LongTextQuestion),
    Group(GroupQuestion),
}

/// A question of a group's entry.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Inner {
    YesNo(YesNoQuestion),
    Choice(ChoiceQuestion),
    Set(SetQuestion),
    Count(CountQuestion),
    Date(DateQuestion),
    Text(TextQuestion),
    LongText(LongTextQuestion),
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ChoiceOption {
    value: Name,
    label: Text,
    hint: Option<Text>,
    /// Choices of the same set that contradict it.
    excludes: Option<Vec<Name>>,
    /// What it was called in earlier versions of the pack.
    was: Option<Vec<Name>>,
}

/// A value of an earlier version of the pack that no value of today stands for.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Retired {
    value: Name,
    /// What is asked in its place, to follow the label of the question.
    ask: Text,
}

/// An answer sheet with the outcome its owner expects.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Case {
    #[schemars(length(max = 64))]
    id: String,
    title: Text,
    screened_on: Day,
    answers: BTreeMap<String, Answer>,
    expect: Expected,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Expected {
    outcome: String,
    possible: Option<Vec<String>>,
    open: Option<Vec<String>>,
    flags: Option<Vec<String>>,
}

/// An answer sheet. Which facts there are, and which answer each takes, the pack says.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AnswerSheet {
    format: AnswersFormat,
    /// The pack whose questions are answered.
    pack: String,
    /// The day of screening.
    screened_on: Day,
    /// The reference of the referral, if one was begun.
    reference: Option<Reference>,
    /// The answers by fact. A fact that is not there was not asked.
    answers: BTreeMap<String, Answer>,
    /// Where answers come from, by fact.
    evidence: Option<BTreeMap<String, Evidence>>,
    /// What another system answered and nobody has confirmed.
    not_confirmed: Option<OneOrMore<NotConfirmed>>,
}

/// One, or a list.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum OneOrMore<T> {
    One(T),
    More(Vec<T>),
}

/// Answers of another system, which nobody has confirmed. It decides nothing.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct NotConfirmed {
    /// The name of the system, at most 80 characters; `screening`, `site` and `today` are the page itself, which filled them in.
    #[schemars(length(min = 1, max = 80))]
    system: String,
    /// The facts it answered; one of a group, in the first entry.
    facts: Vec<Name>,
}

/// Where an answer comes from. It decides nothing.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Evidence {
    /// The source.
    from: Option<Origin>,
    /// The day the source is of, not after the day of screening.
    on: Option<Day>,
    /// A note, of the part that the answer belongs to.
    #[schemars(length(max = 500))]
    note: Option<String>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
pub enum Origin {
    PoliceRecord,
    PartnerAgency,
    Specialist,
    ProfessionalView,
    NotChecked,
}

/// Eight letters and digits that are not mistaken for one another, such as `K7Q2-M9XD`.
#[derive(JsonSchema)]
pub struct Reference(#[schemars(regex(pattern = REFERENCE))] String);

/// The pattern of a [`Reference`].
pub const REFERENCE: &str = "^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$";

#[derive(JsonSchema)]
pub enum AnswersFormat {
    #[schemars(rename = "answers/1")]
    One,
}

/// `not_known`, `yes`, `no`, a choice, a date or text; a whole number; a list of choices; or a list of entries.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum Answer {
    Text(String),
    Count(Whole),
    Set(Vec<String>),
    Group(#[schemars(length(max = 200))] Vec<BTreeMap<String, Answer>>),
}

/// What a screening came to.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Outcome {
    format: ResultFormat,
    pack: PackNamed,
    /// A verdict, a finer outcome of one, or `need_information`.
    outcome: Name,
    /// The verdicts that some settlement of the unknown criteria reaches.
    #[schemars(length(min = 1))]
    possible: Vec<Name>,
    /// The unknown criteria that the verdict still depends on.
    open: Vec<Name>,
    /// What stands beside the verdict.
    flags: Vec<String>,
    /// What every criterion that decides came to: `yes`, `no`, a level, or `unknown`.
    criteria: BTreeMap<String, Name>,
    /// A smallest set of criteria that settles the verdict whatever the others are.
    because: Vec<Name>,
    /// The smallest sets of changes that lead to another outcome, at most five; each criterion with the value it would
    /// have.
    would_change: Vec<Leads>,
    /// What the sheet calls otherwise than the pack of today: read under the name of today, or left out and to be asked again.
    renewed: Option<Vec<Problem>>,
}

/// Another outcome, and what leads there.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Leads {
    outcome: Name,
    sets: Vec<BTreeMap<String, Name>>,
    more: bool,
}

#[derive(JsonSchema)]
pub enum ResultFormat {
    #[schemars(rename = "result/1")]
    One,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PackNamed {
    id: Name,
    version: String,
    /// SHA-256 of the pack in canonical form.
    #[schemars(regex(pattern = r"^[0-9a-f]{64}$"))]
    digest: String,
}
