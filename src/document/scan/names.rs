//! The names of people, as they are looked for: whole, in either order, and by each part.

use super::day::month;
use super::found::IdentifierKind;
use super::pattern::{Pattern, When};
use super::token::{Token, tokens};
use super::words::{Common, names_nobody, parts_names};

/// Words that make a name one of an organisation.
const ORGANISATION: [&str; 46] = [
    "aid",
    "service",
    "services",
    "council",
    "police",
    "trust",
    "team",
    "hospital",
    "school",
    "centre",
    "unit",
    "agency",
    "charity",
    "project",
    "support",
    "court",
    "surgery",
    "clinic",
    "practice",
    "partnership",
    "housing",
    "association",
    "ltd",
    "limited",
    "nhs",
    "probation",
    "idva",
    "isva",
    "marac",
    "cymorth",
    "merched",
    "menywod",
    "heddlu",
    "cyngor",
    "gwasanaeth",
    "gwasanaethau",
    "ysbyty",
    "ysgol",
    "canolfan",
    "tim",
    "elusen",
    "meddygfa",
    "refuge",
    "shelter",
    "refuges",
    "lloches",
];

/// A name in its parts, each with the pieces that hyphens and apostrophes make of it.
struct Person {
    parts: Vec<Vec<String>>,
}

impl Person {
    fn squeezed(&self, index: usize) -> String {
        self.parts[index].concat()
    }

    fn all(&self) -> Vec<String> {
        (0..self.parts.len()).map(|index| self.squeezed(index)).collect()
    }
}

/// The names of a text that holds nothing else.
fn people(text: &str) -> Vec<Person> {
    let mut people = Vec::new();
    let mut parts: Vec<Vec<String>> = Vec::new();
    let mut end = |parts: &mut Vec<Vec<String>>| {
        if !parts.is_empty() {
            people.push(Person { parts: std::mem::take(parts) });
        }
    };
    let mut joins = false;
    for token in tokens(text) {
        if token.is_letters() {
            // A title or "also known as" belongs to no name, but "de" and "the" within one do.
            if parts_names(&token.folded) && !joins {
                end(&mut parts);
            } else if joins && token.joined {
                if let Some(part) = parts.last_mut() {
                    part.push(token.folded.into_owned());
                }
            } else {
                parts.push(vec![token.folded.into_owned()]);
            }
            joins = false;
        } else if (token.is("'") || token.is("-")) && token.joined {
            joins = true;
        } else if !token.is(".") {
            end(&mut parts);
            joins = false;
        }
    }
    end(&mut parts);
    people
}

/// The perpetrator's own names, which a victim-survivor or child may share.
#[derive(Clone, Debug, Default)]
pub(super) struct PerpetratorNames {
    /// Every word of them.
    pub(super) words: Vec<String>,
    /// Each name whole, in its parts.
    wholes: Vec<Vec<String>>,
}

impl PerpetratorNames {
    pub(super) fn new(texts: &[&str]) -> Self {
        let mut names = Self::default();
        for text in texts {
            for person in people(text) {
                for (index, part) in person.parts.iter().enumerate() {
                    names.words.push(person.squeezed(index));
                    names.words.extend(part.iter().cloned());
                }
                names.wholes.push(person.all());
            }
        }
        names
    }
}

/// What is looked for of the names in a text that holds nothing else.
pub(super) fn of_names(text: &str, perpetrator: &PerpetratorNames, common: &Common, into: &mut Vec<Pattern>) {
    for mut person in people(text) {
        person.parts.retain(|part| !is_title(&part.concat()));
        of_person(&person, perpetrator, common, true, into);
    }
}

fn is_title(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "ms" | "miss" | "mx" | "dr" | "prof" | "sir" | "pc" | "dc" | "ds")
}

/// What is looked for of the people in a text of other words: runs of capitals, or, where there are none, the words
/// that are not common.
pub(super) fn of_people(
    text: &str,
    perpetrator: &PerpetratorNames,
    common: &Common,
    into: &mut Vec<Pattern>,
) {
    let tokens = tokens(text);
    let any_capital = tokens.iter().any(|token| token.is_letters() && token.is_capital());
    let is_name = |token: &Token<'_>| {
        token.is_letters()
            && !names_nobody(&token.folded)
            && if any_capital { !token.is_plain() } else { !common.is_common(&token.folded) }
            && !(token.is_all_capitals() && token.folded.len() <= 5 && tokens.iter().any(Token::is_plain))
    };
    let mut at = 0;
    while at < tokens.len() {
        if !is_name(&tokens[at]) {
            at += 1;
            continue;
        }
        let mut parts = vec![vec![tokens[at].folded.to_string()]];
        let mut end = at + 1;
        while let Some(token) = tokens.get(end) {
            let joins = (token.is("'") || token.is("-")) && token.joined;
            if joins && tokens.get(end + 1).is_some_and(|next| next.joined && next.is_letters()) {
                let piece = tokens[end + 1].folded.to_string();
                if let Some(part) = parts.last_mut() {
                    part.push(piece);
                }
                end += 2;
            } else if is_name(token) && !token.new_line {
                parts.push(vec![token.folded.to_string()]);
                end += 1;
            } else {
                break;
            }
        }
        let mut person = Person { parts };
        // "Auntie Pat", "Phone Petra"
        let mut starts = begins(&tokens, at);
        while person.parts.len() > 1
            && (is_kin(&person.squeezed(0)) || (starts && common.is_common(&person.squeezed(0))))
        {
            person.parts.remove(0);
            starts = false;
        }
        let organisation = person.all().iter().any(|word| ORGANISATION.contains(&&**word));
        if !organisation {
            let alone =
                person.parts.len() > 1 || !common.is_common(&person.squeezed(0)) || !begins(&tokens, at);
            let kin = person.parts.len() == 1 && is_kin(&person.squeezed(0));
            if alone && !kin {
                of_person(&person, perpetrator, common, false, into);
            }
        }
        at = end;
    }
}

/// Words for relations, which stand before names with a capital.
fn is_kin(word: &str) -> bool {
    const KIN: [&str; 37] = [
        "auntie",
        "aunty",
        "aunt",
        "uncle",
        "gran",
        "granny",
        "grandma",
        "grandad",
        "nan",
        "nana",
        "mum",
        "mam",
        "mummy",
        "dad",
        "daddy",
        "mother",
        "father",
        "sister",
        "brother",
        "cousin",
        "friend",
        "neighbour",
        "neighbor",
        "son",
        "daughter",
        "partner",
        "taid",
        "nain",
        "modryb",
        "ewythr",
        "chwaer",
        "brawd",
        "ffrind",
        "cymydog",
        "mother's",
        "solicitor",
        "cyfnither",
    ];
    KIN.contains(&word)
}

fn begins(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].new_line || at == 0 || tokens[at - 1].is_sign()
}

/// `surely`: the text holds nothing but names, so that a common word is one too.
fn of_person(
    person: &Person,
    perpetrator: &PerpetratorNames,
    common: &Common,
    surely: bool,
    into: &mut Vec<Pattern>,
) {
    let all = person.all();
    if all.len() > 1 && !perpetrator.wholes.contains(&all) {
        of_whole_name(&all, perpetrator, common, into);
    }
    // A run of capitals with a word in it that is in no sentence otherwise is somebody's name.
    let surely = surely || (all.len() > 1 && !all.iter().all(|word| may_be_a_word(word, common)));
    for (index, part) in person.parts.iter().enumerate() {
        of_joined_parts(&all, index, perpetrator, common, into);
        let mut words = vec![&all[index]];
        if part.len() > 1 {
            words.extend(part.iter().filter(|piece| piece.chars().count() > 2));
        }
        for word in words {
            of_part(word, index == 0, perpetrator, common, surely, into);
        }
    }
}

/// Whether a word of a name may stand in a sentence that names nobody.
fn may_be_a_word(word: &str, common: &Common) -> bool {
    names_nobody(word) || common.is_common(word) || month(word).is_some()
}

fn name_pattern(squeezed: String, when: When) -> Pattern {
    Pattern { squeezed, kind: IdentifierKind::Name, when }
}

/// A name whole: as typed, the last name first, without the names in the middle, and its initials.
fn of_whole_name(all: &[String], perpetrator: &PerpetratorNames, common: &Common, into: &mut Vec<Pattern>) {
    let [first, .., last] = all else { return };
    let count = all.len();
    let mut add = |squeezed: String, when: When| into.push(name_pattern(squeezed, when));
    let when = |words| {
        if all.iter().all(|word| may_be_a_word(word, common)) {
            When::WholeOfCommon(words)
        } else {
            When::Whole(words)
        }
    };
    add(all.concat(), when(count));
    add([&all[count - 1..], &all[..count - 1]].concat().concat(), when(count));
    let is_perpetrator = |name: &Vec<String>| name.first() == Some(first) && name.last() == Some(last);
    if count > 2 && !perpetrator.wholes.iter().any(is_perpetrator) {
        add([first.as_str(), last].concat(), when(2));
        add([last.as_str(), first].concat(), when(2));
    }
    let initials: String = all.iter().filter_map(|word| word.chars().next()).collect();
    let same_initials =
        |name: &Vec<String>| name.iter().filter_map(|word| word.chars().next()).eq(initials.chars());
    if !perpetrator.wholes.iter().any(same_initials) {
        add(initials, When::Initials);
    }
    // "J. Sample", where that is also how the perpetrator is called.
    if perpetrator.words.contains(last)
        && let Some(initial) = first.chars().next()
        && !perpetrator.wholes.iter().any(|name| name.first().is_some_and(|first| first.starts_with(initial)))
    {
        add(format!("{initial}{last}"), When::Initial);
        add(format!("{last}{initial}"), When::Initial);
    }
}

/// "Mc Sample", run together.
fn of_joined_parts(
    all: &[String],
    index: usize,
    perpetrator: &PerpetratorNames,
    common: &Common,
    into: &mut Vec<Pattern>,
) {
    let (Some(part), Some(next)) = (all.get(index), all.get(index + 1)) else { return };
    if (names_nobody(part) || part.len() == 1) && !perpetrator.words.contains(next) {
        let both = [part.as_str(), next].concat();
        let plain = names_nobody(next) || common.is_common(&both);
        into.push(name_pattern(both, if plain { When::Whole(2) } else { When::Word }));
    }
}

/// One part of a name alone. A last name that the perpetrator shares tells nobody.
fn of_part(
    word: &str,
    is_first: bool,
    perpetrator: &PerpetratorNames,
    common: &Common,
    surely: bool,
    into: &mut Vec<Pattern>,
) {
    let letters = word.chars().count();
    let shared = perpetrator.words.iter().any(|own| own == word);
    if names_nobody(word)
        || (letters < 2 && word.is_ascii())
        || (shared && !is_first)
        || (!surely && common.is_common(word))
    {
        return;
    }
    let when = if shared {
        When::NotPerpetrator
    } else if month(word).is_some() {
        When::NotDate
    } else if !may_be_a_word(word, common) {
        When::Word
    } else if letters < 3 {
        When::CapitalInside
    } else {
        When::Capital
    };
    if letters > 2 && word.is_ascii() && !shared {
        // "Zaras car"
        into.push(name_pattern([word, "s"].concat(), When::Genitive));
    }
    into.push(name_pattern(word.to_owned(), when));
}
