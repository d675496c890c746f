//! How far the interview has come, and which page is next.

use super::Interview;
use super::asked::{asked_in_item, may_be_left_out};
use super::priority::Priority;
use crate::answers::{Answer, Answers, Record, Value};
use crate::base::date::Date;
use crate::pack::{Group, Kind, Need, Pack, PageRef, Question, QuestionPage, Section, Speed, Stage};

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

impl<'a> Interview<'a> {
    /// Whether a page has anything to ask.
    pub fn page_is_asked(self, page: &QuestionPage) -> bool {
        page.questions.iter().any(|question| self.is_asked(question))
    }

    /// Whether everything the page asks is answered; in the core of a referral, everything that may not be left out.
    pub fn page_is_answered(self, page: &QuestionPage) -> bool {
        let all = self.stage == Stage::Screening || page.speed() == Speed::Full;
        page.questions
            .iter()
            .filter(|question| self.is_asked(question))
            .filter(|question| all || !may_be_left_out(self.pack, question))
            .all(|question| self.is_answered(question))
    }

    /// Whether the person has answered it, or confirmed what another system answered. In a referral an answer that leaves
    /// a gap is none: "not known" where it must be known, too few entries, an entry without what it needs.
    fn is_answered(self, question: &Question) -> bool {
        let Some(answer) = self.answers.get(question.id.as_str()) else { return false };
        if self.answers.is_claimed(question.id.as_str()) {
            return false;
        }
        if self.stage == Stage::Screening {
            return true;
        }
        let lacks =
            |group, record| item_lacks(self.pack, question.speed, group, record, self.answers.screened_on);
        match (&question.kind, answer) {
            (_, Answer::NotKnown) if question.must_be_known => false,
            (Kind::Group(group), Answer::Known(Value::Group(records))) => {
                records.len() >= group.at_least
                    && records.iter().all(|record| lacks(group, record).next().is_none())
            }
            (Kind::Group(group), _) => group.at_least == 0,
            _ => true,
        }
    }

    /// The pages of a section that are asked and of a speed, each with its place.
    pub fn asked_pages(self, section: &Section, speed: Speed) -> Vec<(usize, &QuestionPage)> {
        let mut asked = Vec::new();
        for (place, page) in section.pages.iter().enumerate() {
            if page.speed() == speed && self.page_is_asked(page) {
                asked.push((place, page));
            }
        }
        asked
    }

    /// Where a section opens: its first page with something to answer, else its first page that is asked.
    pub fn first_page(self, section: &Section, speed: Speed) -> Option<usize> {
        let mut first = None;
        for (place, page) in self.asked_pages(section, speed) {
            if !self.page_is_answered(page) {
                return Some(place);
            }
            first = first.or(Some(place));
        }
        first
    }

    /// How far the pages of a section are that are of a speed.
    pub fn section_state(self, section: &Section, speed: Speed) -> SectionState {
        let pages = self.asked_pages(section, speed);
        if pages.is_empty() {
            return SectionState::NotNeeded;
        }
        if pages.iter().all(|(_, page)| self.page_is_answered(page)) {
            return SectionState::Done;
        }
        let is_answered = |question: &Question| {
            let fact = question.id.as_str();
            self.answers.get(fact).is_some() && !self.answers.is_claimed(fact)
        };
        let of_speed = |page: &&QuestionPage| page.speed() == speed;
        let begun = section.pages.iter().filter(of_speed).any(|page| page.questions.iter().any(is_answered));
        if begun { SectionState::InProgress } else { SectionState::NotStarted }
    }

    /// How many sections still have something to answer: of the screening, and once a referral is being written of its core too.
    pub fn sections_left(self) -> usize {
        let open = |section: &&Section| {
            section.stage <= self.stage
                && matches!(
                    self.section_state(section, Speed::Core),
                    SectionState::NotStarted | SectionState::InProgress
                )
        };
        self.pack.sections.iter().filter(open).count()
    }

    /// The page that must be answered before any result is shown, if one is left.
    pub fn owed_before_result(self) -> Option<PageRef> {
        self.pages(Stage::Screening)
            .find(|(_, page)| page.questions.iter().any(|question| self.is_owed(question)))
            .map(|(place, _)| place)
    }

    fn is_owed(self, question: &Question) -> bool {
        // What another system answered is looked at by a person before it comes to any result.
        (question.before_result || self.answers.is_claimed(question.id.as_str()))
            && self.is_asked(question)
            && !self.is_answered(question)
    }

    /// What the answers raise that is to be acted on before anything else, by name.
    pub fn urgent_now(self) -> Vec<String> {
        let urgent = self.outcome.flags.iter().filter(|raised| self.pack.flags[raised.flag].urgent);
        urgent.map(|raised| raised.name.clone()).collect()
    }

    /// Whether the result may be shown: the verdict is settled or everything asked is answered, and nothing is owed.
    pub fn can_see_result(self) -> bool {
        let screening = self.at_stage(Stage::Screening);
        screening.owed_before_result().is_none()
            && (self.outcome.is_settled() || screening.next_page(Stage::Screening, None, true).is_none())
    }

    /// The next page of the stage after another, or from its start; pages already answered are passed over when
    /// `unanswered` is set. Sections keep their order. Within a section of the screening, of the pages with something to
    /// answer those come first that may tell of what must be acted on at once, then those whose answers could rule out most
    /// verdicts; among equals the order of the pack counts. Once the verdict is settled, what must be asked before a result
    /// comes first.
    pub fn next_page(self, stage: Stage, after: Option<PageRef>, unanswered: bool) -> Option<PageRef> {
        if stage == Stage::Screening
            && self.outcome.is_settled()
            && let Some(owed) = self.owed_before_result()
        {
            return Some(owed);
        }
        let by_weight = unanswered && stage == Stage::Screening && !self.outcome.is_settled();
        let mut next: Option<(PageRef, Priority)> = None;
        for (place, page) in self.pages(stage) {
            if next.as_ref().is_some_and(|(next, _)| next.section != place.section) {
                break;
            }
            // What comes before in the same section may still be unanswered, if it weighed less.
            let passed = after
                .is_some_and(|after| if by_weight { place.section < after.section } else { place <= after });
            if passed || !self.page_is_asked(page) || (unanswered && self.page_is_answered(page)) {
                continue;
            }
            if !by_weight {
                return Some(place);
            }
            let weight = self.priority(page);
            if next.as_ref().is_none_or(|(_, other)| weight > *other) {
                next = Some((place, weight));
            }
        }
        next.map(|(place, _)| place)
    }

    /// Where to go on: the first page with something to answer; in a referral, of its core, then of what the screening left open.
    pub fn first_open(&self) -> Option<PageRef> {
        let open = self.next_page(self.stage, None, true);
        open.or_else(|| self.next_page(Stage::Screening, None, true))
    }

    /// The pages of a stage, in order; of a referral, those of its core.
    fn pages(self, stage: Stage) -> impl Iterator<Item = (PageRef, &'a QuestionPage)> {
        let mut pages = Vec::new();
        for (section, s) in self.pack.sections.iter().enumerate().filter(|(_, s)| s.stage == stage) {
            for (page, p) in s.pages.iter().enumerate().filter(|(_, p)| p.speed() == Speed::Core) {
                pages.push((PageRef { section, page }, p));
            }
        }
        pages.into_iter()
    }
}

/// What an entry of a group lacks: what it must hold and does not, or its first question if it holds nothing at all. One that
/// somebody added beyond the core lacks nothing else.
pub(super) fn item_lacks<'a>(
    pack: &'a Pack,
    speed: Speed,
    group: &'a Group,
    record: &'a Record,
    screened_on: Date,
) -> impl Iterator<Item = &'a Question> {
    let answers = Answers { facts: record.clone(), ..Answers::none(screened_on) };
    group.questions.iter().enumerate().filter_map(move |(index, inner)| {
        let is_core = inner.need != Need::Optional && speed.max(inner.speed) == Speed::Core;
        let wanted = is_core || (record.is_empty() && index == 0);
        let lacks = match record.get(&inner.id) {
            None => wanted && asked_in_item(pack, &answers, inner),
            Some(Answer::NotKnown) => inner.must_be_known,
            Some(Answer::Known(_)) => false,
        };
        lacks.then_some(inner)
    })
}

/// How far the answers of a sheet have come: once anything of the referral is answered, the referral is being written.
pub fn stage_of(pack: &Pack, answers: &Answers) -> Stage {
    let started = pack.questions().any(|(place, question)| {
        pack.section(place.page).stage == Stage::Referral && answers.get(question.id.as_str()).is_some()
    });
    if started { Stage::Referral } else { Stage::Screening }
}
