//! The names of people, as they are looked for: whole, in either order, and by each part.

use super::day::month;
use super::found::Looks;
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

/// The perpetrator's names: every word, and each name whole.
pub(super) fn words_of(texts: &[&str]) -> (Vec<String>, Vec<Vec<String>>) {
    let (mut words, mut wholes) = (Vec::new(), Vec::new());
    for text in texts {
        for person in people(text) {
            for (index, part) in person.parts.iter().enumerate() {
                words.push(person.squeezed(index));
                words.extend(part.iter().cloned());
            }
            wholes.push(person.all());
        }
    }
    (words, wholes)
}

/// What is looked for of the names in a text that holds nothing else.
pub(super) fn of_names(
    text: &str,
    his: &(Vec<String>, Vec<Vec<String>>),
    common: &Common,
    into: &mut Vec<Pattern>,
) {
    for mut person in people(text) {
        person.parts.retain(|part| !is_title(&part.concat()));
        of_person(&person, his, common, true, into);
    }
}

fn is_title(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "ms" | "miss" | "mx" | "dr" | "prof" | "sir" | "pc" | "dc" | "ds")
}

/// What is looked for of the people in a text of other words: runs of capitals, or, where there are none, the words
/// that are not common.
pub(super) fn of_people(
    text: &str,
    his: &(Vec<String>, Vec<Vec<String>>),
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
                of_person(&person, his, common, false, into);
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
    (his, his_names): &(Vec<String>, Vec<Vec<String>>),
    common: &Common,
    surely: bool,
    into: &mut Vec<Pattern>,
) {
    let all = person.all();
    let mut add = |squeezed: String, when: When| into.push(Pattern { squeezed, looks: Looks::Name, when });
    let is_common = |word: &str| names_nobody(word) || common.is_common(word) || month(word).is_some();
    let count = all.len();
    // Whole: as typed, the last name first, and without what stands in the middle.
    if count > 1 && !his_names.contains(&all) {
        let mut wholes = vec![all.concat(), [&all[count - 1..], &all[..count - 1]].concat().concat()];
        let mut words = count;
        let (first, last) = (&all[0], &all[count - 1]);
        let when = |words| {
            if all.iter().all(|word| is_common(word)) {
                When::WholeOfCommon(words)
            } else {
                When::Whole(words)
            }
        };
        for squeezed in wholes.drain(..) {
            add(squeezed, when(words));
        }
        if count > 2 && !his_names.iter().any(|name| name.first() == Some(first) && name.last() == Some(last))
        {
            words = 2;
            add([first.as_str(), last].concat(), when(words));
            add([last.as_str(), first].concat(), when(words));
        }
        let initials: String = all.iter().filter_map(|word| word.chars().next()).collect();
        let his_initials =
            |name: &Vec<String>| name.iter().filter_map(|word| word.chars().next()).eq(initials.chars());
        if !his_names.iter().any(his_initials) {
            add(initials, When::Initials);
        }
        // "J. Sample", where that is also how he is called.
        if his.contains(last)
            && let Some(initial) = first.chars().next()
            && !his_names.iter().any(|name| name.first().is_some_and(|first| first.starts_with(initial)))
        {
            add(format!("{initial}{last}"), When::Initial);
            add(format!("{last}{initial}"), When::Initial);
        }
    }
    // A run of capitals with a word in it that is in no sentence otherwise is somebody's name.
    let surely = surely || (count > 1 && !all.iter().all(|word| is_common(word)));
    for (index, part) in person.parts.iter().enumerate() {
        // "Mc Sample", run together
        if (names_nobody(&all[index]) || all[index].len() == 1)
            && index + 1 < count
            && !his.contains(&all[index + 1])
        {
            let both = all[index..index + 2].concat();
            let plain = names_nobody(&all[index + 1]) || common.is_common(&both);
            add(both, if plain { When::Whole(2) } else { When::Word });
        }
        let mut words = vec![&all[index]];
        if part.len() > 1 {
            words.extend(part.iter().filter(|piece| piece.chars().count() > 2));
        }
        for word in words {
            let letters = word.chars().count();
            if names_nobody(word) || (letters < 2 && word.is_ascii()) {
                continue;
            }
            let shared = his.contains(word);
            if shared && index > 0 {
                continue;
            }
            if !surely && common.is_common(word) {
                continue;
            }
            let when = if shared {
                When::NotHis
            } else if month(word).is_some() {
                When::NotDate
            } else if !is_common(word) {
                When::Word
            } else if letters < 3 {
                When::CapitalInside
            } else {
                When::Capital
            };
            if letters > 2 && word.is_ascii() && !shared {
                // "Zaras car"
                add([word.as_str(), "s"].concat(), When::Genitive);
            }
            add(word.clone(), when);
        }
    }
}
