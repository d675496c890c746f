//! How old somebody must be to read a text with ease, by a published formula.
//!
//! The formula is the Flesch-Kincaid grade level: J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom, "Derivation of
//! New Readability Formulas for Navy Enlisted Personnel", Research Branch Report 8-75, 1975. A grade is a school year of the
//! United States; a child in grade 4 is 9 when it begins, so an age is its grade and five years. GOV.UK asks for words that a
//! child of 9 can read: grade 4. Of the formulas for so low a grade it is the one that most tools compute, so that anybody can
//! check a figure, and it needs no list of known words, which for these pages would be of another field and another country.
//!
//! It is one line, so it is here: of the libraries that compute it, the one for Rust is under a licence that this project does
//! not take. How many syllables a word has comes from the CMU Pronouncing Dictionary, by `syllarust`.
//!
//! Counted strictly: each sentence ends with a full stop, a question mark or an exclamation mark, or with the text it stands in, so
//! that what comes after a colon or a semicolon is the same sentence. What stands between spaces is one word, with or without a
//! hyphen. Figures, and places that are filled in, are no words. What a page says twice is read once, so that a hundred times "Yes"
//! makes no page easy; and what stands around every page is counted by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock};
use syllarust::{count_syllables, try_count_syllables};

/// What is left out of every text before it is counted, each kind with why. In small letters, as whole words.
const LEFT_OUT: [(&str, &[&str]); 5] = [
    (
        "names of laws, and the places in them: whoever cites a law must name it whole",
        &[
            "data protection act",
            "crime and disorder act",
            "children act",
            "care act",
            "social services and well-being (wales) act",
            "offender management act",
            "violence against women, domestic abuse and sexual violence (wales) act",
            "domestic abuse act",
            "clare's law",
            "domestic violence disclosure scheme",
            "dvds",
            "uk gdpr",
            "data protection impact assessment",
        ],
    ),
    (
        "what a law calls an order, an offence, a power or a condition: a plainer word would be another one",
        &[
            "non-molestation order",
            "occupation order",
            "restraining order",
            "domestic violence protection order",
            "domestic violence protection notice",
            "domestic abuse protection order",
            "domestic abuse protection notice",
            "stalking protection order",
            "forced marriage protection order",
            "female genital mutilation protection order",
            "sexual harm prevention",
            "sexual risk order",
            "criminal behaviour order",
            "injunction",
            "undertaking",
            "dvpo",
            "dvpn",
            "dapo",
            "dapn",
            "controlling or coercive behaviour",
            "coercive control",
            "strangulation",
            "suffocation",
            "firearm or shotgun certificate",
            "lawful basis",
            "law enforcement purposes",
            "law enforcement processing",
            "competent authorities",
            "public authorities",
            "legal obligation",
            "recognised legitimate interest",
            "vital interests",
            "statutory and government purposes",
            "preventing or detecting unlawful acts",
            "common law confidentiality",
            "public interest",
            "police powers at common law",
        ],
    ),
    (
        "names of bodies, services, schemes and posts: whoever looks for one needs its name",
        &[
            "drive",
            "drive partnership",
            "safelives",
            "respect phoneline",
            "mopac",
            "thames valley",
            "national domestic abuse helpline",
            "national stalking helpline",
            "live fear free",
            "men's advice line",
            "karma nirvana",
            "forced marriage unit",
            "southall black sisters",
            "stay safe east",
            "signhealth",
            "bawso",
            "dyn wales",
            "galop",
            "hourglass",
            "rape crisis",
            "samaritans",
            "rspca",
            "relay uk",
            "integrated offender management",
            "iom",
            "potentially dangerous person",
            "pdp",
            "mappa",
            "mappa category",
            "category",
            "marac",
            "idva",
            "isva",
            "lado",
            "coordinator",
            "probation",
            "probation practitioner",
            "responsible clinician",
            "social care",
            "children's services",
            "sexual assault referral centre",
            "professional standards",
            "people in positions of trust",
            "wales safeguarding procedures",
        ],
    ),
    (
        "names of forms, formats, numbers and marks, and what stands on them: the scale of abuse, the groups of the census",
        &[
            "dash",
            "s-dash",
            "dara",
            "odara",
            "oasys",
            "sara",
            "b-safer",
            "sam",
            "severity of abuse grid",
            "danger assessment",
            "stalking screening tool",
            "pdf",
            "html",
            "json",
            "sha-256",
            "webrtc",
            "ppit",
            "rfg",
            "matac",
            "pnc",
            "pnc id",
            "crn",
            "physical abuse",
            "sexual abuse",
            "harassment and stalking",
            "jealous and controlling behaviour",
            "asian, asian welsh or asian british",
            "black, black welsh, black british, caribbean or african",
            "mixed or multiple ethnic groups",
            "other ethnic group",
            "official-sensitive",
        ],
    ),
    (
        "terms of the field, each of which stands for one thing on every page",
        &[
            "disruption",
            "neurodivergent",
            "domestic abuse",
            "economic abuse",
            "honour-based abuse",
            "sexual violence",
            "victim-survivor",
            "victim-survivors",
            "victim-survivors'",
            "perpetrator",
            "perpetrators",
            "safeguarding",
            "child protection",
            "custody",
            "independent domestic violence adviser",
            "multi-agency risk assessment conference",
            "multi-agency public protection arrangements",
            "serious harm",
            "high risk",
            "professional judgement",
            "referral",
            "referrals",
            "referrer",
            "referrers",
            "screening",
            "criteria",
            "criterion",
        ],
    ),
];

/// Where in a law something stands, if a figure follows: left out with its name.
const PLACES: [&str; 6] = ["article", "schedule", "paragraph", "section", "sections", "part"];

/// What there is to count in some texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub sentences: usize,
    pub words: usize,
    pub syllables: usize,
}

impl Count {
    /// Of texts, each of which ends a sentence. What stands there twice is read once.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut seen = BTreeSet::new();
        let mut all = Self::default();
        for text in texts.into_iter().filter(|text| seen.insert(text.trim())) {
            for sentence in sentences(text) {
                // What stands in capitals throughout is read as words, not by its letters.
                let shouts = sentence.contains(' ') && !sentence.contains(char::is_lowercase);
                let sentence = if shouts { sentence.to_lowercase() } else { sentence };
                let words = words(&sentence);
                if !words.is_empty() {
                    all.sentences += 1;
                    all.words += words.len();
                    all.syllables += words.iter().map(|word| syllables(word)).sum::<usize>();
                }
            }
        }
        all
    }

    /// The reading age in years, to one decimal place; none of what has no words.
    pub fn age(self) -> Option<f64> {
        let per = |part: usize, whole: usize| part as f64 / whole as f64;
        (self.words > 0).then(|| {
            let grade =
                0.39 * per(self.words, self.sentences) + 11.8 * per(self.syllables, self.words) - 15.59;
            ((grade + 5.0) * 10.0).round() / 10.0
        })
    }
}

/// The sentences of a text.
pub fn sentences(text: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    for line in text.lines() {
        for word in line.split_whitespace() {
            let sentence = sentences.last_mut().unwrap();
            sentence.push(' ');
            sentence.push_str(word);
            if word.trim_end_matches(['"', '\'', ')', '\u{201d}', '\u{2019}']).ends_with(['.', '?', '!']) {
                sentences.push(String::new());
            }
        }
        sentences.push(String::new());
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.iter_mut().for_each(|sentence| *sentence = sentence.trim().to_owned());
    sentences
}

/// What is left out, each as its words, by the first of them.
fn terms() -> &'static BTreeMap<&'static str, Vec<Vec<&'static str>>> {
    static TERMS: OnceLock<BTreeMap<&str, Vec<Vec<&str>>>> = OnceLock::new();
    TERMS.get_or_init(|| {
        let mut terms: BTreeMap<&str, Vec<Vec<&str>>> = BTreeMap::new();
        for term in LEFT_OUT.iter().flat_map(|(_, terms)| terms.iter()) {
            let words: Vec<&str> = term.split(' ').map(|word| word.trim_end_matches(',')).collect();
            terms.entry(words[0]).or_default().push(words);
        }
        terms
    })
}

/// A word without the brackets around it and without what makes it somebody's.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(['(', ')']);
    word.strip_suffix("'s").unwrap_or(word)
}

fn is_of(here: &str, word: &str) -> bool {
    here == word || bare(here) == word
}

/// The words of a sentence that count.
fn words(sentence: &str) -> Vec<&str> {
    let around = |c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')');
    let all: Vec<&str> = sentence
        .split([' ', '/', '–'])
        .map(|word| word.trim_matches(around))
        .filter(|word| !word.is_empty())
        .collect();
    let plain: Vec<String> = all.iter().map(|word| word.to_lowercase().replace('\u{2019}', "'")).collect();
    let (mut at, mut words) = (0, Vec::new());
    while at < all.len() {
        let here = &plain[at..];
        let fits = |term: &&Vec<&str>| {
            here.len() >= term.len() && here.iter().zip(term.iter()).all(|(here, word)| is_of(here, word))
        };
        let first = terms().get(bare(&here[0])).or_else(|| terms().get(&*here[0]));
        let left_out = first.into_iter().flatten().filter(fits).map(Vec::len).max();
        if let Some(length) = left_out {
            at += length;
            continue;
        }
        let is_followed = here.get(1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        if is_followed && PLACES.contains(&&*here[0]) {
            at += 1;
            continue;
        }
        let word = all[at].trim_matches(['(', ')']);
        if word.chars().any(char::is_alphabetic) && !word.contains(['{', '}', '@']) {
            words.push(word);
        }
        at += 1;
    }
    words
}

/// How many syllables a word has. Capitals alone are read letter by letter.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    if letters.len() > 1 && letters.iter().all(|c| c.is_uppercase()) {
        return letters.len();
    }
    word.split('-').map(|part| one(&part.to_lowercase().replace('\u{2019}', "'"))).sum::<usize>().max(1)
}

/// Of one word without a hyphen. A word that the dictionary lacks takes long to judge, and the same come again and again.
fn one(word: &str) -> usize {
    static KNOWN: Mutex<BTreeMap<String, usize>> = Mutex::new(BTreeMap::new());
    if word.is_empty() {
        return 0;
    }
    let mut known = KNOWN.lock().unwrap();
    if let Some(count) = known.get(word) {
        return *count;
    }
    // What belongs to somebody sounds as it does alone, but for a few that a dictionary has.
    let alone = word.strip_suffix("'s").unwrap_or(word);
    let count = try_count_syllables(word).unwrap_or_else(|| count_syllables(alone)).max(1);
    known.insert(word.to_owned(), count);
    count
}

/// The sentence of some texts that is hardest by itself.
pub fn hardest<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let all = texts.into_iter().flat_map(sentences);
    let aged = all.filter_map(|sentence| Some((Count::of([&*sentence]).age()?, sentence)));
    // Of a word or two it says little.
    let long = aged.map(|(age, sentence)| (sentence.contains(' '), age, sentence));
    let hardest = long.max_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
    hardest.map(|(_, _, sentence)| sentence).unwrap_or_default()
}
