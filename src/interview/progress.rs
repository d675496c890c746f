//! How far the interview has come, and which page is next.

use super::asked::{Asked, asked, asked_in_item};
use super::gaps::may_be_left_out;
use super::weight::{Weight, weight};
use crate::answers::{Answer, Answers, Record, Value};
use crate::date::Date;
use crate::pack::{Group, Kind, Need, Pack, Page, Question, Section, Stage};
use crate::screening::Outcome;

/// What the pages are worked out from.
#[derive(Clone, Copy)]
pub struct Pages<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// The answers that can be read.
    pub answers: &'a Answers,
    /// What they come to.
    pub outcome: &'a Outcome,
    /// How far the person is: screening, or writing the referral.
    pub stage: Stage,
}

/// How far a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionState {
    /// Nothing is answered.
    NotStarted,
    /// Some is answered.
    InProgress,
    /// Everything asked is answered.
    Done,
    /// Nothing in it can matter any more.
    NotNeeded,
}

/// Whether a page has anything to ask.
pub fn page_is_asked(at: Pages<'_>, page: &Page) -> bool {
    page.questions
        .iter()
        .any(|question| asked(at.pack, at.answers, at.outcome, question, at.stage) == Asked::Yes)
}

/// Whether everything the page asks is answered; in a referral, everything that may not be left out.
pub fn page_is_answered(at: Pages<'_>, page: &Page) -> bool {
    page.questions
        .iter()
        .filter(|question| asked(at.pack, at.answers, at.outcome, question, at.stage) == Asked::Yes)
        .filter(|question| at.stage == Stage::Screening || !may_be_left_out(at.pack, question))
        .all(|question| is_answered(at, question))
}

/// Whether the person has answered it, or confirmed what another system answered. In a referral an answer that leaves
/// a gap is none: "not known" where it must be known, too few entries, an entry without what it needs.
fn is_answered(at: Pages<'_>, question: &Question) -> bool {
    let Some(answer) = at.answers.get(question.id.as_str()) else { return false };
    if at.answers.is_claimed(question.id.as_str()) {
        return false;
    }
    if at.stage == Stage::Screening {
        return true;
    }
    match (&question.kind, answer) {
        (_, Answer::NotKnown) if question.must_be_known => false,
        (Kind::Group(group), Answer::Known(Value::Group(records))) => {
            records.len() >= group.at_least
                && records
                    .iter()
                    .all(|record| item_lacks(at.pack, group, record, at.answers.screened_on).next().is_none())
        }
        (Kind::Group(group), _) => group.at_least == 0,
        _ => true,
    }
}

/// What an entry of a group lacks: what it must hold and does not, or its first question if it holds nothing at all.
pub(super) fn item_lacks<'a>(
    pack: &'a Pack,
    group: &'a Group,
    record: &'a Record,
    screened_on: Date,
) -> impl Iterator<Item = &'a Question> {
    let answers = Answers { facts: record.clone(), ..Answers::none(screened_on) };
    group.questions.iter().enumerate().filter_map(move |(index, inner)| {
        let wanted = inner.need != Need::Optional || (record.is_empty() && index == 0);
        let lacks = match record.get(&inner.id) {
            None => wanted && asked_in_item(pack, &answers, inner),
            Some(Answer::NotKnown) => inner.must_be_known,
            Some(Answer::Known(_)) => false,
        };
        lacks.then_some(inner)
    })
}

/// How far a section is.
pub fn section_state(at: Pages<'_>, section: &Section) -> SectionState {
    let answered = section
        .pages
        .iter()
        .flat_map(|page| &page.questions)
        .any(|question| at.answers.get(question.id.as_str()).is_some());
    let mut pages = section.pages.iter().filter(|page| page_is_asked(at, page)).peekable();
    if pages.peek().is_none() {
        SectionState::NotNeeded
    } else if pages.all(|page| page_is_answered(at, page)) {
        SectionState::Done
    } else if answered {
        SectionState::InProgress
    } else {
        SectionState::NotStarted
    }
}

/// How many sections of the stage still have something to answer.
pub fn sections_left(at: Pages<'_>, stage: Stage) -> usize {
    let open = |section: &&Section| {
        section.stage == stage
            && matches!(section_state(at, section), SectionState::NotStarted | SectionState::InProgress)
    };
    at.pack.sections.iter().filter(open).count()
}

/// How far the answers of a sheet have come: once anything of the referral is answered, the referral is being written.
pub fn stage_of(pack: &Pack, answers: &Answers) -> Stage {
    let started = pack.questions().into_iter().any(|(place, question)| {
        pack.sections[place.section].stage == Stage::Referral && answers.get(question.id.as_str()).is_some()
    });
    if started { Stage::Referral } else { Stage::Screening }
}

/// The page that must be answered before any result is shown, if one is left.
pub fn owed_before_result(at: Pages<'_>) -> Option<(usize, usize)> {
    pages(at, Stage::Screening)
        .find(|(_, page)| page.questions.iter().any(|question| owed(at, question)))
        .map(|(place, _)| place)
}

/// What the answers raise that is to be acted on before anything else, by name.
pub fn urgent_now(at: Pages<'_>) -> Vec<String> {
    let urgent = at.outcome.flags.iter().filter(|raised| at.pack.flags[raised.flag].urgent);
    urgent.map(|raised| raised.name.clone()).collect()
}

/// Whether the result may be shown: the verdict is settled or everything asked is answered, and nothing is owed.
pub fn can_see_result(at: Pages<'_>) -> bool {
    let screening = Pages { stage: Stage::Screening, ..at };
    owed_before_result(screening).is_none()
        && (at.outcome.is_settled() || next_page(screening, Stage::Screening, None, true).is_none())
}

/// The next page of the stage after `(section, page)`, or from its start; pages already answered are passed over when
/// `unanswered` is set. Sections keep their order. Within a section of the screening, of the pages with something to
/// answer those come first that may tell of what must be acted on at once, then those whose answers could rule out most
/// verdicts; among equals the order of the pack counts. Once the verdict is settled, what must be asked before a result
/// comes first.
pub fn next_page(
    at: Pages<'_>,
    stage: Stage,
    after: Option<(usize, usize)>,
    unanswered: bool,
) -> Option<(usize, usize)> {
    if stage == Stage::Screening
        && at.outcome.is_settled()
        && let Some(owed) = owed_before_result(at)
    {
        return Some(owed);
    }
    let by_weight = unanswered && stage == Stage::Screening && !at.outcome.is_settled();
    let mut next: Option<((usize, usize), Weight)> = None;
    for (place, page) in pages(at, stage) {
        if next.as_ref().is_some_and(|((section, _), _)| *section != place.0) {
            break;
        }
        // What comes before in the same section may still be unanswered, if it weighed less.
        let passed = after.is_some_and(|after| if by_weight { place.0 < after.0 } else { place <= after });
        if passed || !page_is_asked(at, page) || (unanswered && page_is_answered(at, page)) {
            continue;
        }
        if !by_weight {
            return Some(place);
        }
        let weight = weight(at, page);
        if next.as_ref().is_none_or(|(_, other)| weight > *other) {
            next = Some((place, weight));
        }
    }
    next.map(|(place, _)| place)
}

fn owed(at: Pages<'_>, question: &Question) -> bool {
    // What another system answered is looked at by a person before it comes to any result.
    (question.before_result || at.answers.is_claimed(question.id.as_str()))
        && asked(at.pack, at.answers, at.outcome, question, at.stage) == Asked::Yes
        && !is_answered(at, question)
}

fn pages(at: Pages<'_>, stage: Stage) -> impl Iterator<Item = ((usize, usize), &Page)> {
    let mut pages = Vec::new();
    for (s, section) in at.pack.sections.iter().enumerate().filter(|(_, section)| section.stage == stage) {
        for (p, page) in section.pages.iter().enumerate() {
            pages.push(((s, p), page));
        }
    }
    pages.into_iter()
}
