//! Questions, on pages, in sections.

use super::expected::Expected;
use super::filled_from::FilledFrom;
use super::id::{FactId, PageId, SectionId, SourceId};
use super::rule::Rule;
use crate::base::words::{Language, Localized, Phrase};

/// Before the result, or with the referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Only facts that decide or must stand beside every verdict. Nothing identifying.
    Screening,
    /// What the document needs besides.
    Referral,
}

impl Stage {
    /// Both, by their public names.
    pub(super) const NAMES: [(&str, Self); 2] =
        [("screening", Self::Screening), ("referral", Self::Referral)];

    /// The public name, `screening` or `referral`.
    pub fn name(self) -> &'static str {
        if self == Self::Screening { "screening" } else { "referral" }
    }

    /// The stage of a public name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(known, _)| *known == name).map(|(_, stage)| stage)
    }
}

/// Which of the three documents a fact belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A, the panel pack. Nothing that locates or quotes a victim-survivor.
    Panel,
    /// B, the restricted annex.
    Restricted,
    /// C, handling and audit.
    Handling,
}

impl Part {
    /// The three parts, in order.
    pub const ALL: [Self; 3] = [Self::Panel, Self::Restricted, Self::Handling];

    /// The public name: `panel`, `restricted`, `handling`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Panel => "panel",
            Self::Restricted => "restricted",
            Self::Handling => "handling",
        }
    }

    /// The part of a public name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// When the panel sees an answer that could show what only one person told. Not known is no consent: such an answer stays in
/// Part B.
#[derive(Clone, Debug)]
pub struct InPanel {
    /// It stands in Part A while this is yes.
    pub when: Rule,
    /// But not while this is yes.
    pub unless: Option<Rule>,
}

impl InPanel {
    /// Both rules, each with the member of a question it is in.
    pub fn rules(&self) -> impl Iterator<Item = (&'static str, &Rule)> {
        [("panel_when", &self.when)].into_iter().chain(self.unless.iter().map(|rule| ("panel_unless", rule)))
    }
}

/// A section of the form, as the task list shows it.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its name.
    pub id: SectionId,
    /// When it is asked.
    pub stage: Stage,
    /// Its heading.
    pub title: Localized,
    /// One line that says what it is for.
    pub purpose: Localized,
    /// The question that asks why something is not known, if the section has one.
    pub not_known_reason: Option<FactId>,
    /// Its pages, in order.
    pub pages: Vec<QuestionPage>,
}

/// A page: one question, or a few that belong together.
#[derive(Clone, Debug)]
pub struct QuestionPage {
    /// Its name.
    pub id: PageId,
    /// Its heading.
    pub title: Localized,
    /// Its questions, in order.
    pub questions: Vec<Question>,
}

impl QuestionPage {
    /// How soon a referral needs the page: as soon as the first of its questions.
    pub fn speed(&self) -> Speed {
        let has_core = self.questions.iter().any(|question| question.speed == Speed::Core);
        if has_core { Speed::Core } else { Speed::Full }
    }
}

/// How badly the referral needs an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Must be answered; "not known" is an answer.
    Required,
    /// Must be answered; a "not known" wants a reason.
    IfKnown,
    /// May be left out.
    Optional,
    /// Stands beside an answer: it may be left out, and "not known" is no answer to it. No question of a pack does.
    Beside,
}

/// How soon a referral needs an answer. Ordered: the core comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speed {
    /// The panel's first page, or what keeps people safe, needs it.
    Core,
    /// The panel may ask for it next: it is never missing, and documents say that it was not given.
    Full,
}

impl Speed {
    /// Both, by their public names.
    pub(super) const NAMES: [(&str, Self); 2] = [("core", Self::Core), ("full", Self::Full)];
}

/// One question and the fact it asks for.
#[allow(clippy::struct_excessive_bools, reason = "each is a key of the pack")]
#[derive(Clone, Debug)]
pub struct Question {
    /// The fact, and the `name` of every control that asks for it.
    pub id: FactId,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The question as asked.
    pub ask: Localized,
    /// Its short name in lists and documents.
    pub label: Localized,
    /// One line of help.
    pub hint: Option<Localized>,
    /// Why we ask.
    pub why: Option<Localized>,
    /// Who could tell, if it is not known.
    pub who: Option<Localized>,
    /// Of an entry's question: it begins a page of the entry, which is called this.
    pub entry_page: Option<Localized>,
    /// Which document its answer goes to.
    pub part: Part,
    /// How badly the referral needs it.
    pub need: Need,
    /// How soon.
    pub speed: Speed,
    /// "Not known" is not accepted in a referral (the referrer's own name).
    pub must_be_known: bool,
    /// Its page asks where its answer comes from.
    pub asks_evidence: bool,
    /// Its answer is never taken from another system: how to contact somebody safely, and what the referrer thinks, is asked
    /// afresh each time.
    pub never_prefilled: bool,
    /// Where its answer is filled in from, for the person to confirm.
    pub filled_from: FilledFrom,
    /// Asked before any result is shown.
    pub before_result: bool,
    /// The section whose heading it stands under in documents.
    pub with: Option<SectionId>,
    /// Documents show it only where this yes/no fact of a group is a plain "no" in every entry: an address that is
    /// shared with somebody whose own address is withheld.
    pub withheld_with: Option<FactId>,
    /// Asked only when this is yes.
    pub asked_when: Option<Rule>,
    /// Of an entry's question: no longer asked once this is yes. Nothing that decides hangs on an entry, so that what is learned
    /// later may take the question away.
    pub asked_unless: Option<Rule>,
    /// When an answer of Part A stands there; otherwise in Part B. None: always.
    pub in_panel: Option<InPanel>,
    /// Whom its answer names, locates or quotes, as the pack says; see [`Question::identifies`].
    pub identifies: Option<Identifies>,
    /// What its answer can be.
    pub expected: Expected,
    /// Another set, none of whose chosen values this set may hold: what is present is not "not checked" too.
    pub apart_from: Option<FactId>,
    /// What it was called in sheets and drafts of earlier versions of the pack.
    pub was: Vec<String>,
    /// Values of earlier versions that no value of today stands for.
    pub retired: Vec<Retired>,
    /// Where the law, figures and numbers in its words come from.
    pub sources: Vec<SourceId>,
}

/// A value of an earlier version of a pack that could mean one thing or another: it is left out, and asked again.
#[derive(Clone, Debug)]
pub struct Retired {
    /// The value, as in older answer sheets.
    pub value: String,
    /// What the person is asked in its place.
    pub ask: Localized,
}

/// What an answer identifies somebody by. Of Part B, that is how Part A is compared with it; of Part A, the answer holds
/// it rightly, as that of a professional or of the perpetrator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Identifies {
    /// The names of people, and nothing else.
    Name,
    /// People and where they are, among other words.
    People,
    /// An address, a house or a school.
    Place,
    /// A phone number or an e-mail address.
    Contact,
    /// A date of birth.
    Birth,
    /// A word that was agreed on.
    CodeWord,
    /// What somebody said or went through, in words.
    Words,
    /// The perpetrator's own names, which others may share.
    Perpetrator,
    /// Nobody.
    Nobody,
}

impl Question {
    /// Whom the answer identifies, if that is not for Part A: as the pack says, and otherwise, in Part B, any date as a
    /// date of birth and any text by its words.
    pub fn identifies(&self) -> Option<Identifies> {
        match (self.part, &self.kind) {
            (Part::Panel, _) => None,
            (_, Kind::Date { .. } | Kind::Text | Kind::LongText) if self.identifies.is_some() => {
                self.identifies
            }
            (Part::Restricted, Kind::Date { .. }) => Some(Identifies::Birth),
            (Part::Restricted, Kind::Text | Kind::LongText) => Some(Identifies::Words),
            _ => None,
        }
    }

    /// Whether its answer may say where it comes from, outside of entries: what its page asks it of, and what somebody else can be
    /// asked, as a reply that is taken is noted beside it.
    pub fn takes_evidence(&self) -> bool {
        self.asks_evidence || self.kind.is_closed()
    }

    /// Whether "not known" is an answer to it in a sheet.
    pub fn takes_not_known(&self) -> bool {
        self.need != Need::Beside
    }

    /// Whether a page offers "not known": not where a referral would not take it.
    pub fn offers_not_known(&self) -> bool {
        self.takes_not_known() && !self.must_be_known
    }
}

/// The kinds of answer.
#[derive(Clone, Debug)]
pub enum Kind {
    /// `yes` or `no`, and what they are called.
    YesNo(YesNoWords),
    /// One of the choices.
    Choice(Vec<Choice>),
    /// Any number of the choices.
    Set(Vec<Choice>),
    /// A whole number between the two, inclusive.
    Count(u32, u32),
    /// A date; after the day of screening only if the flag says so.
    Date {
        /// A date after the day of screening makes sense.
        future: bool,
    },
    /// One line, at most [`Kind::TEXT_MAX`] characters.
    Text,
    /// Many lines, at most [`Kind::LONG_TEXT_MAX`] characters.
    LongText,
    /// Repeating entries, at most [`Kind::ENTRIES_MAX`].
    Group(Group),
}

impl Kind {
    /// Longest one-line text, in characters.
    pub const TEXT_MAX: usize = 500;
    /// Longest many-line text, in characters.
    pub const LONG_TEXT_MAX: usize = 50_000;
    /// Most entries of a group.
    pub const ENTRIES_MAX: usize = 200;

    /// Whether what can be answered is known beforehand: neither text nor entries.
    pub fn is_closed(&self) -> bool {
        !matches!(self, Self::Text | Self::LongText | Self::Group(_))
    }

    /// The name in pack files.
    pub fn name(&self) -> &'static str {
        match self {
            Self::YesNo(_) => "yes_no",
            Self::Choice(_) => "choice",
            Self::Set(_) => "set",
            Self::Count(..) => "count",
            Self::Date { .. } => "date",
            Self::Text => "text",
            Self::LongText => "long_text",
            Self::Group(_) => "group",
        }
    }

    /// The choices, if there are any.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Choice(choices) | Self::Set(choices) => choices,
            _ => &[],
        }
    }

    /// What the question calls a "yes" or a "no", wherever it is shown; nothing if it takes neither.
    pub fn say_yes_no(&self, yes: bool, language: Language) -> &str {
        match self {
            Self::YesNo(words) => if yes { &words.yes } else { &words.no }.say(language),
            _ => "",
        }
    }
}

/// What "yes" and "no" are called as answers of one question. Welsh has no word for either: an answer takes up the verb of the
/// question, so that "A oes ..?" is answered "Oes" or "Nac oes".
#[derive(Clone, Debug)]
pub struct YesNoWords {
    /// "Yes".
    pub yes: Localized,
    /// "No".
    pub no: Localized,
}

impl YesNoWords {
    /// For questions that have no words of their own.
    const YES: Phrase = Phrase::of("Yes", "Ie");
    const NO: Phrase = Phrase::of("No", "Na");
}

impl Default for YesNoWords {
    fn default() -> Self {
        Self { yes: Self::YES.text(), no: Self::NO.text() }
    }
}

/// A choice and its words.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The value, as in answer sheets.
    pub value: String,
    /// Its words.
    pub label: Localized,
    /// One line of help.
    pub hint: Option<Localized>,
    /// The choices of the set that contradict it: "only through the IDVA" leaves no call.
    pub excludes: Vec<String>,
    /// What it was called in sheets and drafts of earlier versions of the pack.
    pub was: Vec<String>,
}

/// A question that repeats: people, incidents, orders.
#[derive(Clone, Debug)]
pub struct Group {
    /// What one entry is: "Victim-survivor".
    pub item: Localized,
    /// The questions of an entry.
    pub questions: Vec<Question>,
    /// The questions whose answers name an entry in lists.
    pub name_by: Vec<FactId>,
    /// How many entries a referral needs.
    pub at_least: usize,
}

impl Group {
    /// The questions of a page of an entry, by its number from 0: none past the last page. An entry may be one page.
    pub fn entry_page(&self, number: usize) -> &[Question] {
        self.questions.chunk_by(|_, next| next.entry_page.is_none()).nth(number).unwrap_or_default()
    }

    /// The number of the page of an entry that asks for a fact; the first page where none does.
    pub fn entry_page_with(&self, fact: &FactId) -> usize {
        let asks = |number: &usize| self.entry_page(*number).iter().any(|inner| inner.id == *fact);
        (0..self.questions.len()).find(asks).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::evidence::plain;

    fn question(kind: Kind) -> Question {
        plain(FactId::parse("fact").unwrap(), kind, Localized::default())
    }

    /// Part A holds what it holds rightly; elsewhere the pack says, and in Part B dates and texts are told from by themselves.
    #[test]
    fn whom_an_answer_identifies() {
        use Identifies::{Birth, Name, Words};
        use Part::{Handling, Panel, Restricted};
        let date = || Kind::Date { future: false };
        for (part, kind, says, expected) in [
            (Panel, date(), None, None),
            (Panel, Kind::Text, Some(Name), None),
            (Panel, Kind::LongText, None, None),
            (Restricted, date(), None, Some(Birth)),
            (Restricted, date(), Some(Identifies::Nobody), Some(Identifies::Nobody)),
            (Restricted, Kind::Text, None, Some(Words)),
            (Restricted, Kind::Text, Some(Name), Some(Name)),
            (Restricted, Kind::LongText, None, Some(Words)),
            (Restricted, Kind::YesNo(YesNoWords::default()), None, None),
            (Restricted, Kind::YesNo(YesNoWords::default()), Some(Name), None),
            (Restricted, Kind::Count(0, 9), Some(Name), None),
            (Handling, date(), None, None),
            (Handling, Kind::Text, None, None),
            (Handling, Kind::Text, Some(Name), Some(Name)),
            (Handling, Kind::LongText, Some(Words), Some(Words)),
        ] {
            let asked = Question { part, identifies: says, ..question(kind.clone()) };
            assert_eq!(asked.identifies(), expected, "{part:?} {kind:?} {says:?}");
        }
    }

    /// What stands beside an answer is never "not known"; what must be known takes it in a sheet and does not offer it.
    #[test]
    fn where_not_known_is_an_answer() {
        for (need, must_be_known, takes, offers) in [
            (Need::Required, false, true, true),
            (Need::Required, true, true, false),
            (Need::IfKnown, false, true, true),
            (Need::Optional, false, true, true),
            (Need::Beside, false, false, false),
            (Need::Beside, true, false, false),
        ] {
            let asked = Question { need, must_be_known, ..question(Kind::YesNo(YesNoWords::default())) };
            assert_eq!((asked.takes_not_known(), asked.offers_not_known()), (takes, offers), "{need:?}");
        }
    }

    #[test]
    fn stages_and_parts_are_known_by_their_names() {
        for (stage, name) in [(Stage::Screening, "screening"), (Stage::Referral, "referral")] {
            assert_eq!((stage.name(), Stage::from_name(name)), (name, Some(stage)));
        }
        for (part, name) in
            [(Part::Panel, "panel"), (Part::Restricted, "restricted"), (Part::Handling, "handling")]
        {
            assert_eq!((part.name(), Part::from_name(name)), (name, Some(part)));
        }
        assert_eq!((Stage::from_name("panel"), Part::from_name("screening")), (None, None));
    }
}
