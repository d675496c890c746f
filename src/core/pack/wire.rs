//! Sound packs in a form that is small and quick to read: the page carries the built-in packs so.
//!
//! Reading JSON and checking what it says is a third of what the page would be, and has been done when it is built.
//! What is left is the form of `crate::base::wire`, with one list of words for all packs.

use super::digest::Original;
use super::{
    Bound, BoundDay, Choice, Criterion, DocumentWords, Expected, FactPlace, FilledFrom, Flag, FlagWhen,
    FormItems, Formula, Group, Identifies, InPanel, Instrument, Kind, Level, Need, OutcomeText, Pack,
    PageRef, Part, PartWords, Places, Question, QuestionPage, Refined, Retired, Role, Route, Rule, Section,
    Setting, SettingValue, Source, Speed, Stage, Test, TimelineLane, Usual, Verdict, WrittenAs, YesNoWords,
};
use crate::base::wire::{Decoder, Encoder, Wire, decode_at, encode_all, to_bytes, wire};
use crate::base::words::{Language, Localized};

/// Writes packs, as [`shown`] or [`screened`] leaves them: their numbers, and the words these point to.
pub fn write(packs: &[Pack]) -> (Vec<u8>, String) {
    let mut outs = Vec::new();
    for pack in packs {
        let mut out = Encoder::default();
        pack.encode(&mut out);
        outs.push(out);
    }
    encode_all(&outs)
}

/// A pack without the words that only the composer says: of documents but for their titles and marking, of sources, of settings, of what would
/// change a result, of what criteria come to and of what is not known, of who could tell an answer, of what a verdict leads to, and of whom an answer identifies.
pub fn shown(pack: &Pack) -> Pack {
    let mut pack = pack.clone();
    (pack.about, pack.document.asked) = (Localized::default(), Localized::default());
    pack.document.panel = Localized::default();
    pack.document.timeline.clear();
    for part in &mut pack.document.parts {
        (part.holds, part.readers, part.care) = <_>::default();
    }
    (pack.sources, pack.settings) = (Vec::new(), Vec::new());
    for criterion in &mut pack.criteria {
        (criterion.conditional, criterion.settings) = (Vec::new(), Vec::new());
        (criterion.says, criterion.unknown, criterion.who) = <_>::default();
    }
    pack.undecided.next_step = Localized::default();
    for verdict in &mut pack.verdicts {
        let refined = verdict.refined.iter_mut().map(|refined| &mut refined.words);
        for words in [&mut verdict.words].into_iter().chain(refined) {
            words.next_step = Localized::default();
        }
    }
    pack.flags.iter_mut().for_each(|flag| flag.sources.clear());
    let pages = pack.sections.iter_mut().flat_map(|section| &mut section.pages);
    for question in pages.flat_map(|page| &mut page.questions) {
        (question.who, question.identifies) = (None, None);
        without_sources(question);
        if let Kind::Group(group) = &mut question.kind {
            group.questions.iter_mut().for_each(without_sources);
        }
    }
    pack
}

/// What of a pack a page needs to screen: [`shown`] without the words of the questions of the referral and of what its sections are for, which
/// come with the composer. They are most of the words there are.
pub fn screening_first(pack: &Pack) -> Pack {
    let mut pack = shown(pack);
    for section in pack.sections.iter_mut().filter(|section| section.stage == Stage::Referral) {
        section.purpose = Localized::default();
        for page in &mut section.pages {
            page.title = Localized::default();
            page.questions.iter_mut().for_each(without_words);
        }
    }
    pack
}

/// A pack with what decides and what answers are read by, and no words: a result is names, and who shows a form of their
/// own says the rest.
pub fn screened(pack: &Pack) -> Pack {
    let mut pack = shown(pack);
    (pack.title, pack.undecided, pack.document) = <_>::default();
    pack.routes = Vec::new();
    for criterion in &mut pack.criteria {
        criterion.label = Localized::default();
    }
    for verdict in &mut pack.verdicts {
        verdict.words = OutcomeText::default();
        if let Some(refined) = &mut verdict.refined {
            refined.words = OutcomeText::default();
        }
    }
    for flag in &mut pack.flags {
        (flag.text, flag.act, flag.acts) = <_>::default();
    }
    for section in &mut pack.sections {
        (section.title, section.purpose) = <_>::default();
        for page in &mut section.pages {
            page.title = Localized::default();
            page.questions.iter_mut().for_each(read_by);
        }
    }
    pack.evidence.questions.iter_mut().for_each(read_by);
    pack
}

/// Leaves of a question what its answer is read by.
fn read_by(question: &mut Question) {
    without_words(question);
    question.expected.keep_what_cannot_be();
    if let Kind::Group(group) = &mut question.kind {
        group.questions.iter_mut().for_each(|inner| inner.expected.keep_what_cannot_be());
    }
}

fn without_words(question: &mut Question) {
    (question.ask, question.label, question.hint, question.why) = <_>::default();
    question.entry_page = None;
    match &mut question.kind {
        Kind::YesNo(words) => (words.yes, words.no) = <_>::default(),
        Kind::Choice(choices) | Kind::Set(choices) => {
            for choice in choices {
                (choice.label, choice.hint) = <_>::default();
            }
        }
        Kind::Group(group) => {
            group.item = Localized::default();
            group.questions.iter_mut().for_each(without_words);
        }
        _ => {}
    }
}

fn without_sources(question: &mut Question) {
    question.filled_from = FilledFrom::Nothing;
    question.sources.clear();
    question.expected = std::mem::take(&mut question.expected).without_sources();
}

/// Reads the pack at a place in what [`write()`] wrote.
pub fn read(index: usize, numbers: &[u8], words: &str) -> Pack {
    decode_at(index, numbers, words, Pack::decode)
}

/// Writes a pack with its digest, in one piece, for an engine that reads no packs.
pub fn write_criteria(pack: &Pack) -> Vec<u8> {
    let mut out = Encoder::default();
    pack.digest().to_owned().encode(&mut out);
    screened(pack).encode(&mut out);
    to_bytes(out)
}

/// Reads what [`write_criteria`] wrote.
pub fn read_criteria(bytes: &[u8]) -> Pack {
    crate::base::wire::from_bytes(bytes, |from| {
        let digest = Wire::decode(from);
        Pack { original: Original::unknown(Some(digest)), ..Pack::decode(from) }
    })
}

macro_rules! wrapped {
    ($($name:ident)*) => {$(
        impl Wire for $name {
            fn encode(&self, out: &mut Encoder) {
                self.0.encode(out);
            }

            fn decode(from: &mut Decoder<'_>) -> Self {
                Self(Wire::decode(from))
            }
        }
    )*};
}
wrapped! { FormItems Places }

/// A pack of this form comes without its file.
impl Wire for Original {
    fn encode(&self, _: &mut Encoder) {}

    fn decode(_: &mut Decoder<'_>) -> Self {
        Self::unknown(None)
    }
}

wire! {
    struct Pack {
        id, version, title, about, settings, sources, sections, instruments, criteria, verdicts, undecided, flags,
        routes, document, diagram, places, original, evidence,
    }
    struct InPanel { when, unless }
    struct PageRef { section, page }
    struct FactPlace { page, question, in_group }
    struct Setting { id, label, value, source, proposed }
    struct Source { id, title, checked, review }
    struct Instrument { form, items, otherwise, yes, not_known, no }
    struct Criterion { id, label, role, test, says, unknown, who, conditional, judgement, source, settings, used }
    struct Level { id, after_months, or_when }
    struct Verdict { id, when, words, refined }
    struct Refined { id, only, among, words }
    struct OutcomeText { sentence, meaning, next_step, refers }
    struct Flag { id, when, text, act, acts, urgent, first, part, sources }
    struct Route { title, contact, text, hours, checked, review, for_outcomes, when, unless }
    struct DocumentWords { marking, panel, asked, bilingual, timeline, parts }
    struct TimelineLane { label, dates }
    struct PartWords { title, holds, readers, care }
    struct Section { id, stage, title, purpose, not_known_reason, pages }
    struct QuestionPage { id, title, questions }
    struct Question {
        id, kind, ask, label, hint, why, who, entry_page, part, need, speed, must_be_known, before_result, with, withheld_with, asked_when, in_panel,
        asks_evidence, never_prefilled, filled_from, identifies, expected, apart_from, was, retired, asked_unless, sources,
    }
    struct Expected { not_before, not_after, usual, written_as }
    struct Bound { day, when, source }
    struct Usual { min, max, source }
    struct YesNoWords { yes, no }
    struct Choice { value, label, hint, excludes, was }
    struct Retired { value, ask }
    struct Group { item, questions, name_by, at_least }
}

wire! {
    enum SettingValue { 0 Number(number), 1 Switch(on), else 2 List(values) }
    enum Test { 1 Graded { applies, date, levels }, else 0 Rule(rule) }
    enum FlagWhen { 0 Rule { when, unless }, else 1 Each(fact) }
    enum Language { 0 En, else 1 Cy }
    enum Stage { 0 Screening, else 1 Referral }
    enum Part { 0 Panel, 1 Restricted, else 2 Handling }
    enum Identifies {
        0 Name, 1 People, 2 Place, 3 Contact, 4 Birth, 5 CodeWord, 6 Words, 7 Perpetrator, else 8 Nobody
    }
    enum Role {
        0 Necessary, 1 Support, 2 Exclusion, 3 HardExclusion, 4 SoftExclusion, 5 Pause, else 6 Other(name)
    }
    enum BoundDay { 0 Fixed(day), 1 MonthsAgo(months), else 2 Fact(fact) }
    enum WrittenAs { 0 Time, 1 Email, 2 Phone, else 3 WithTimes }
    enum Speed { 0 Core, else 1 Full }
    enum Need { 0 Required, 1 IfKnown, 2 Optional, else 3 Beside }
    enum Kind {
        0 Choice(choices), 1 Set(choices), 2 Count(least, most), 3 Date { future }, 4 Text, 5 LongText, 6 Group(group),
        else 7 YesNo(words)
    }
    enum Rule {
        0 All(parts), 1 Any(parts), 2 Not(part), 3 Always(holds), 4 IsYes(fact), 5 IsOneOf(fact, values),
        6 HasAny(fact, values), 7 AtLeast(fact, count), 8 AgeAtLeast { date_of_birth, age, years },
        9 WithinMonths(fact, months), 10 FreshWithinDays(fact, days), 11 StaleAfterDays(fact, days),
        12 CountReaches { instrument, line }, 13 TextGiven(fact), 14 Given(is, then), 15 YesOrNotYet(part),
        16 AgesDiffer { date_of_birth, age }, 17 SomeEntry { group, rule }, else 18 Criterion(criterion)
    }
    enum Formula {
        0 All(parts), 1 Any(parts), 2 Not(part), 3 AtLeast(count, parts), 4 Takes(criterion, value),
        else 5 Always(holds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::Date;
    use crate::pack::builtin;

    /// Calls `visit` for every question of a stage, those of groups too.
    fn each_question(pack: &Pack, stage: Stage, mut visit: impl FnMut(&Question)) {
        let pages = pack.sections.iter().filter(|section| section.stage == stage).flat_map(|s| &s.pages);
        for question in pages.flat_map(|page| &page.questions) {
            visit(question);
            if let Kind::Group(group) = &question.kind {
                group.questions.iter().for_each(&mut visit);
            }
        }
    }

    /// Every word that a question says to a person.
    fn words_of(question: &Question) -> Vec<&Localized> {
        let mut words = vec![&question.ask, &question.label];
        words.extend(question.hint.iter().chain(&question.why));
        for choice in question.kind.choices() {
            words.push(&choice.label);
            words.extend(&choice.hint);
        }
        if let Kind::Group(group) = &question.kind {
            words.push(&group.item);
        }
        words
    }

    #[test]
    fn every_built_in_pack_comes_back_as_it_was() {
        let packs: Vec<Pack> = builtin::names().map(|name| Pack::builtin(name).unwrap()).collect();
        let (numbers, words) = write(&packs.iter().map(shown).collect::<Vec<_>>());
        for (index, pack) in packs.into_iter().enumerate() {
            let mut back = read(index, &numbers, &words);
            back.original = pack.original.clone();
            assert_eq!(format!("{back:?}"), format!("{:?}", shown(&pack)));
        }
    }

    /// A program finds each of its packs by name, with its digest.
    #[test]
    fn packs_as_a_program_carries_them() {
        let packs: Vec<Pack> = builtin::names().map(|name| Pack::builtin(name).unwrap()).collect();
        let (numbers, words) = write(&packs.iter().map(screened).collect::<Vec<_>>());
        let digests: String = packs.iter().map(Pack::digest).collect();
        let carried = builtin::Precompiled {
            numbers: Vec::leak(numbers),
            words: String::leak(words),
            digests: String::leak(digests),
        };
        for pack in &packs {
            let found = Pack::precompiled(pack.id.as_str(), carried).unwrap();
            assert_eq!((&found.id, found.digest()), (&pack.id, pack.digest()));
        }
        let problems = Pack::precompiled("no_such_pack", carried).unwrap_err();
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["pack-unknown"]);
    }

    /// What is written for an engine that reads no packs is the pack without its words, and its digest.
    #[test]
    fn criteria_come_back_with_their_digest() {
        for name in ["default", "serial_3y"] {
            let pack = Pack::builtin(name).unwrap();
            let back = read_criteria(&write_criteria(&pack));
            assert_eq!(back.digest(), pack.digest());
            let known = Pack { original: pack.original.clone(), ..back };
            assert_eq!(format!("{known:?}"), format!("{:?}", screened(&pack)));
        }
    }

    /// A page that screens has the words of the screening, and what the referral asks without its words.
    #[test]
    fn the_words_of_the_referral_come_later() {
        let pack = Pack::builtin("default").unwrap();
        let first = screening_first(&pack);
        assert_eq!((pack.is_whole(), first.is_whole()), (true, false));
        let says = |pack: &Pack, stage| {
            let mut words = Vec::new();
            each_question(pack, stage, |question| words.extend(words_of(question).into_iter().cloned()));
            words
        };
        assert_eq!(says(&first, Stage::Screening), says(&pack, Stage::Screening));
        assert!(says(&pack, Stage::Referral).iter().any(|words| !words.en.is_empty()));
        assert!(says(&first, Stage::Referral).iter().all(|words| *words == Localized::default()));
        let names = |pack: &Pack| {
            let mut names = Vec::new();
            each_question(pack, Stage::Referral, |question| names.push(question.id.clone()));
            names
        };
        assert_eq!(names(&first), names(&pack), "every question is there, by its name");
        for (section, whole) in first.sections.iter().zip(&pack.sections) {
            for (page, whole) in section.pages.iter().zip(&whole.pages) {
                let screening = section.stage == Stage::Screening;
                let title = if screening { whole.title.clone() } else { Localized::default() };
                assert_eq!(page.title, title, "{}", page.id);
            }
        }
    }

    /// An engine keeps what refuses an answer, and nothing that is only asked about or said.
    #[test]
    fn what_decides_has_no_words_and_no_doubts() {
        let engine = screened(&Pack::builtin("default").unwrap());
        let questions = engine.every_question();
        for question in &questions {
            assert!(words_of(question).iter().all(|words| **words == Localized::default()));
            assert!(question.hint.is_none() && question.why.is_none(), "{}", question.id);
            assert!(question.expected.usual.is_none(), "{}", question.id);
            let bounds = question.expected.bounds();
            assert!(bounds.map(|(_, bound)| &bound.day).all(|day| matches!(day, BoundDay::Fixed(_))));
        }
        let refuses = |fact: &str| {
            let asked = questions.iter().find(|question| question.id.as_str() == fact);
            asked.and_then(|question| question.expected.impossible(Date::EARLIEST)).is_some()
        };
        assert!(refuses("marac_heard_on"), "there was a first MARAC");
        assert!(!refuses("tool_completed_on"), "what depends on another answer is only asked about");
    }

    #[test]
    fn sources_are_left_out_of_what_is_shown() {
        let pack = Pack::builtin("default").unwrap();
        let count = |pack: &Pack| {
            pack.every_question()
                .into_iter()
                .map(|question| question.expected.sources().count())
                .sum::<usize>()
        };
        assert!(count(&pack) > 0);
        assert_eq!(count(&shown(&pack)), 0);
    }
}
