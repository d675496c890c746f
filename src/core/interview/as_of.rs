//! Answers of an earlier day, screened as of today, and a sentence on the difference.

use crate::answers::Answers;
use crate::base::date::Date;
use crate::base::words::{Language, Localized, Phrase};
use crate::pack::Pack;
use crate::screening::screen;

const SCREENED_TODAY: Phrase = Phrase {
    en: "These answers are of {0}. They are screened as of today, {1}.",
    cy: "Atebion {0} yw'r rhain. Cânt eu sgrinio fel ag y mae heddiw, {1}.",
};
const TURNED: Phrase = Phrase {
    en: " This has come out otherwise since: {0}.",
    cy: " Mae hyn wedi dod allan yn wahanol ers hynny: {0}.",
};
const SAME: Phrase =
    Phrase { en: " Nothing comes out otherwise.", cy: " Nid oes dim yn dod allan yn wahanol." };
const RESULT: Phrase = Phrase {
    en: " The result then: \u{201c}{0}\u{201d} Now: \u{201c}{1}\u{201d}",
    cy: " Y canlyniad bryd hynny: \u{201c}{0}\u{201d} Nawr: \u{201c}{1}\u{201d}",
};

/// The same answers as of today, with a line that says what that changed. No line where they are of today.
pub fn as_of(pack: &Pack, answers: Answers, today: Date) -> (Answers, Option<Localized>) {
    if answers.screened_on == today {
        return (answers, None);
    }
    let then = screen(pack, &answers);
    let day = answers.screened_on;
    let answers = Answers { screened_on: today, ..answers };
    let now = screen(pack, &answers);
    let say = |language: Language| {
        let fill = |words: Phrase, arguments: &[&str]| words.fill(arguments).say(language).to_owned();
        let mut said = fill(SCREENED_TODAY, &[&day.in_words(language), &today.in_words(language)]);
        let pairs = pack.criteria.iter().zip(then.criteria.iter().zip(&now.criteria));
        let turned: Vec<&str> = pairs
            .filter(|(criterion, (then, now))| criterion.used && then != now)
            .map(|(criterion, _)| criterion.label.say(language))
            .collect();
        if turned.is_empty() {
            said.push_str(SAME.say(language));
        } else {
            said.push_str(&fill(TURNED, &[&turned.join(", ")]));
        }
        if then.name != now.name {
            let sentence = |name: &str| pack.outcome_text(name).sentence.say(language).to_owned();
            said.push_str(&fill(RESULT, &[&sentence(&then.name), &sentence(&now.name)]));
        }
        said
    };
    let line = Localized { en: say(Language::En), cy: say(Language::Cy) };
    (answers, Some(line))
}
