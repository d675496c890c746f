//! Checks of where answers are filled in from: what stands for what, and that nobody learns of an answer that is kept from them.

use super::reports::{misplaced, unknown_fact};
use crate::base::words::Phrase;
use crate::pack::reader::Problems;
use crate::pack::{Choice, FactId, FilledFrom, Kind, Pack, Part, Question, Stage, WrittenAs};

/// Reports what is wrong with where the answer to a question is filled in from. `at` is the place of the question.
pub(super) fn filled_from(
    pack: &Pack,
    question: &Question,
    stage: Stage,
    group: Option<&Question>,
    at: &str,
    problems: &Problems<'_>,
) {
    let at = [at, "/filled_from"].concat();
    if question.filled_from == FilledFrom::Nothing {
        return;
    }
    if stage == Stage::Screening || question.never_prefilled {
        misplaced(
            problems,
            &at,
            Phrase::of(
                "a question of the screening, or one that is asked afresh each time, is not filled in",
                "ni lenwir cwestiwn y sgrinio, nac un a ofynnir o'r newydd bob tro",
            ),
            Phrase::of("remove it", "tynnwch ef"),
            &[],
        );
    }
    match &question.filled_from {
        FilledFrom::Nothing => {}
        FilledFrom::Today => {
            let is_time = question.expected.written_as == Some(WrittenAs::Time);
            if !is_time && !matches!(question.kind, Kind::Date { .. }) || group.is_some() {
                misplaced(
                    problems,
                    &at,
                    Phrase::of(
                        "only a date or a time outside groups is filled in with that of today",
                        "dim ond dyddiad neu amser y tu allan i grwpiau a lenwir ag un heddiw",
                    ),
                    Phrase::of("remove it", "tynnwch ef"),
                    &[],
                );
            }
        }
        FilledFrom::Site => {
            let is_written = matches!(
                question.kind,
                Kind::Text | Kind::LongText | Kind::Choice(_) | Kind::Set(_) | Kind::YesNo(_)
            );
            // What is of one victim-survivor no site answers for all.
            if !is_written || group.is_some() || question.part == Part::Restricted {
                misplaced(
                    problems,
                    &at,
                    Phrase::of(
                        "a site answers texts, choices and yes or no outside groups, and nothing of Part B",
                        "mae safle yn ateb testunau, dewisiadau ac ie neu na y tu allan i grwpiau, a dim o Ran B",
                    ),
                    Phrase::of("remove it", "tynnwch ef"),
                    &[],
                );
            }
        }
        FilledFrom::Screening(fact, values) => screening(pack, question, fact, values, &at, problems),
    }
}

fn screening(
    pack: &Pack,
    question: &Question,
    fact: &FactId,
    values: &[(String, String)],
    at: &str,
    problems: &Problems<'_>,
) {
    let of_screening = pack
        .place(fact.as_str())
        .filter(|place| place.in_group.is_none() && pack.section(place.page).stage == Stage::Screening);
    let Some(source) = pack.question(fact.as_str()) else {
        return unknown_fact(problems, &[at, "/fact"].concat(), fact.as_str(), pack);
    };
    let fits = match (&source.kind, &question.kind) {
        (Kind::Choice(from), Kind::Choice(to)) => {
            let is_of = |choices: &[Choice], value: &str| choices.iter().any(|choice| choice.value == value);
            !values.is_empty() && values.iter().all(|(one, other)| is_of(from, one) && is_of(to, other))
        }
        (Kind::Date { .. }, Kind::Date { .. } | Kind::Text) | (Kind::YesNo(_), Kind::YesNo(_)) => {
            values.is_empty()
        }
        _ => false,
    };
    if of_screening.is_none() || !fits {
        misplaced(
            problems,
            at,
            Phrase::of(
                "`{0}` cannot stand for the answer to this question",
                "ni all `{0}` sefyll am yr ateb i'r cwestiwn hwn",
            ),
            Phrase::of(
                "name a question of the screening of the same kind (a date may also fill in a text), with `values` from its choices to those of this question where both are choices",
                "enwch gwestiwn o'r sgrinio o'r un math (gall dyddiad lenwi testun hefyd), gyda `values` o'i ddewisiadau ef i rai'r cwestiwn hwn lle mae'r ddau yn ddewisiadau",
            ),
            &[fact.as_str()],
        );
    }
    if source.part != Part::Panel && source.part != question.part {
        problems.add(
            "pack-condition-part",
            at,
            Phrase::of(
                "`{0}` would tell its readers what `{1}` was answered, which is kept from them",
                "byddai `{0}` yn dweud wrth ei ddarllenwyr sut yr atebwyd `{1}`, a gedwir rhagddynt",
            ),
            Phrase::of("make its part `{2}`, or remove it", "gwnewch ei ran yn `{2}`, neu tynnwch ef"),
            &[question.id.as_str(), fact.as_str(), source.part.name()],
        );
    }
}
