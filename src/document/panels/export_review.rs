//! The review before documents are made: passages of Part A that may belong to Part B, and characters that a PDF cannot
//! show.

use crate::compose::record::is_asked;
use crate::composed::Document;
use crate::scan::{Hit, scan, sentence};
use crate::words;
use crate::write::pdf_characters;
use drive_screening_core::answers::{Answer, Answers, Value};
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::text::one_line;
use drive_screening_core::base::words::{Language, Localized, Phrase};
use drive_screening_core::interview::kept_in;
use drive_screening_core::pack::well_known::HANDLING_NOT_TO;
use drive_screening_core::pack::{Kind, Pack, Question};
use drive_screening_core::protocol::Finding;
use drive_screening_core::screening::Outcome;

/// Most characters of a sentence that are repeated before a finding, after it, and of the finding itself.
const AROUND: usize = 160;

/// The findings of a review of these answers and of the parts composed from them, in one language; and what to know before a PDF
/// is made, if anything is.
pub(crate) fn export_review(
    pack: &Pack,
    answers: &Answers,
    outcome: &Outcome,
    parts: &[Document],
    language: Language,
) -> (Vec<Finding>, String) {
    let mut findings: Vec<Finding> = not_to(pack, answers, language).into_iter().collect();
    findings.extend(seen(pack, answers, outcome).into_iter().map(|(seen, hit)| {
        let label = pack.question(&seen.fact).map_or("", |question| question.label.say(language));
        Finding { label: label.to_owned(), says: hit.found.words().say(language).to_owned(), ..seen }
    }));
    (findings, note(parts, language))
}

/// Whether somebody must not receive any part, whether or not it was said who.
pub(crate) fn must_not_go_to_somebody(pack: &Pack, answers: &Answers) -> bool {
    pack.question(HANDLING_NOT_TO).is_some_and(|question| is_asked(pack, answers, None, question))
}

/// Who must not receive any part, to be looked at before there is one; or that nobody has said who.
fn not_to(pack: &Pack, answers: &Answers, language: Language) -> Option<Finding> {
    let question = pack.question(HANDLING_NOT_TO).filter(|_| must_not_go_to_somebody(pack, answers))?;
    let named = match answers.known(HANDLING_NOT_TO) {
        Some(Value::Text(text)) => text.trim(),
        _ => "",
    };
    let says = if named.is_empty() { words::NOT_TO_WHOM } else { words::NOT_TO };
    Some(Finding {
        fact: HANDLING_NOT_TO.to_owned(),
        label: question.label.say(language).to_owned(),
        says: says.say(language).to_owned(),
        found: shortened(named, true),
        times: 1,
        ..Finding::default()
    })
}

/// The passages of Part A that may belong to Part B, each as a problem whose code begins `part-a-`. The outcome must be
/// that of the same pack and answers.
pub fn part_a_problems(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Vec<Problem> {
    let problem = |(seen, hit): (Finding, Hit)| {
        let Some(question) = pack.question(&seen.fact) else {
            return Problem::new(
                hit.found.kind.code(),
                seen.at(),
                Localized::default(),
                Localized::default(),
            );
        };
        let says = hit.found.words();
        let message = |language: Language| {
            format!(
                "{}: {}: \u{201c}{}\u{201d}: {}[{}]{}",
                question.label.say(language),
                says.say(language),
                seen.found,
                seen.before,
                seen.found,
                seen.after,
            )
        };
        let message = Localized::new(message(Language::En), message(Language::Cy));
        Problem::new(hit.found.kind.code(), seen.at(), message, MOVE_IT.text())
    };
    seen(pack, answers, outcome).into_iter().map(problem).collect()
}

/// The next step for each.
const MOVE_IT: Phrase = Phrase::of(
    "move it to Part B. Or make sure that it does not tell who or where a victim-survivor or child is, or how they are kept safe",
    "symudwch ef i Ran B, neu gwnewch yn siŵr nad yw'n dweud dim am bwy, ble na sut y diogelir unrhyw ddioddefwr-goroeswr na phlentyn",
);

/// The findings, each once for each text it stands in, without its words.
fn seen(pack: &Pack, answers: &Answers, outcome: &Outcome) -> Vec<(Finding, Hit)> {
    let kept = kept_in(pack).map(|kept| match answers.known(kept.as_str()) {
        Some(Value::Text(text)) => text.chars().count(),
        _ => 0,
    });
    let mut all: Vec<(Finding, Hit)> = Vec::new();
    // Where the hits of the last text begin: hits of one text follow one another.
    let mut first = 0;
    for hit in scan(pack, answers, outcome) {
        let Some(question) = pack.question(hit.fact.as_str()) else { continue };
        let text = typed(answers, &hit);
        let found = text.get(hit.found.range.clone()).unwrap_or_default();
        let same_text =
            |other: &Hit| (&other.fact, &other.entry, other.noted) == (&hit.fact, &hit.entry, hit.noted);
        if all.last().is_none_or(|(_, last)| !same_text(last)) {
            first = all.len();
        }
        let same = |(seen, other): &&mut (Finding, Hit)| {
            seen.found == shortened(found, true) && other.found.kind == hit.found.kind
        };
        if let Some((again, _)) = all[first..].iter_mut().find(same) {
            again.times += 1;
            continue;
        }
        let piece = sentence(&text, &hit.found.range);
        let before = text.get(piece.start..hit.found.range.start).unwrap_or_default();
        let after = text.get(hit.found.range.end..piece.end).unwrap_or_default();
        let long = kept.map(|kept| kept + text.get(piece.clone()).unwrap_or_default().chars().count() + 500);
        let moves = is_text(question, &hit) && long.is_some_and(|long| long <= Kind::LONG_TEXT_MAX);
        let seen = Finding {
            fact: hit.fact.as_str().to_owned(),
            entry: hit.entry.as_ref().map(|(list, index)| (list.as_str().to_owned(), *index)),
            noted: hit.noted,
            label: String::new(),
            says: String::new(),
            before: shortened(before, false),
            found: shortened(found, true),
            after: shortened(after, true),
            times: 1,
            piece: moves.then_some(piece),
        };
        all.push((seen, hit));
    }
    all
}

/// Whether it can be taken out of its answer, with nothing left out that a referral cannot do without.
fn is_text(question: &Question, hit: &Hit) -> bool {
    hit.noted || (matches!(question.kind, Kind::Text | Kind::LongText) && !question.must_be_known)
}

/// The beginning of a text, or its end, in one line; what is left out is marked.
fn shortened(text: &str, beginning: bool) -> String {
    let text: String = text.chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
    let count = text.chars().count();
    if count <= AROUND {
        return text;
    }
    if beginning {
        [&one_line(&text, AROUND), "\u{2026}"].concat()
    } else {
        ["\u{2026}", &text.chars().skip(count - AROUND).collect::<String>()].concat()
    }
}

/// The text that a hit is in.
fn typed(answers: &Answers, hit: &Hit) -> String {
    if hit.noted {
        return answers.evidence(hit.fact.as_str()).map(|evidence| evidence.note.clone()).unwrap_or_default();
    }
    let answer = match &hit.entry {
        None => answers.get(hit.fact.as_str()),
        Some((list, index)) => match answers.known(list.as_str()) {
            Some(Value::Group(records)) => {
                records.get(*index).and_then(|record| record.get(hit.fact.as_str()))
            }
            _ => None,
        },
    };
    match answer {
        Some(Answer::Known(Value::Text(text))) => text.clone(),
        Some(Answer::Known(Value::Date(date))) => date.to_string(),
        _ => String::new(),
    }
}

/// The parts that no PDF is made of and why, then the characters that the PDFs of the others cannot show.
fn note(parts: &[Document], language: Language) -> String {
    let mut lacking: Vec<char> = Vec::new();
    let mut refused = Vec::new();
    for part in parts {
        if let Err(problem) = pdf_characters::check_essentials(part) {
            refused.push(problem);
            continue;
        }
        for c in pdf_characters::missing(part) {
            if !lacking.contains(&c) {
                lacking.push(c);
            }
        }
    }
    let mut note = Problem::in_words(&refused, language);
    if !lacking.is_empty() {
        let lacking: Vec<String> = lacking.iter().map(char::to_string).collect();
        if !note.is_empty() {
            note.push(' ');
        }
        note.extend([words::NOT_IN_PDF.say(language), " ", &lacking.join(" ")]);
    }
    note
}
