//! The index of problem codes, `src/codes.md`, is what the code says: `UPDATE_CODES=1 cargo test --test suite codes::` writes it anew.

use crate::support::code::rust_files;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What codes begin with, and who meets them. Codes are the public names of problems and findings: they stay.
const FAMILIES: [(&str, &str, &[&str]); 12] = [
    ("Answer sheets and drafts", "whoever writes or opens one", &["sheet-", "draft-"]),
    (
        "Answers that may not be right",
        "whoever writes a referral, in the page or by `screening document`",
        &["ask-"],
    ),
    ("Questions for others", "whoever answers one at `#reply`", &["reply-"]),
    ("Part A", "whoever writes a referral, in the page or by `screening document`", &["part-a-"]),
    ("Packs", "whoever writes criteria", &["pack-", "edit-", "diff-"]),
    (
        "The check of a pack",
        "whoever writes criteria: `screening check`, and the page about them",
        &[
            "case-",
            "no-cases",
            "check-",
            "criterion-",
            "direction-",
            "examples-",
            "figure-",
            "findings-",
            "flag-",
            "question-",
            "range-",
            "route-",
            "rule-",
            "setting-",
            "source-",
            "text-",
            "verdict-",
        ],
    ),
    ("Sites", "whoever sets up a copy", &["site-"]),
    ("Embedding and the engine", "whoever embeds the screening", &["embed-", "engine-"]),
    (
        "Documents and records",
        "whoever makes or opens a document",
        &["font-", "fonts-", "made-", "pdf-", "record-", "zip-"],
    ),
    ("Files under a passphrase, and the lock", "whoever saves, opens or unlocks", &["seal-", "sealed-"]),
    ("The desk", "whoever receives referrals", &["desk-"]),
    ("The programs themselves", "whoever runs them", &["job-", "not-", "too-large", "usage"]),
];

/// Words of the same shape that are no codes.
const NO_CODES: [&str; 1] = ["code-word"];

/// A code, and the files that give it.
type Codes = BTreeMap<String, Vec<String>>;

fn is_code(text: &str) -> bool {
    let starts = || FAMILIES.iter().flat_map(|(.., starts)| *starts);
    let known =
        starts().any(|start| if start.ends_with('-') { text.starts_with(start) } else { text == *start });
    known && !NO_CODES.contains(&text)
}

/// The words in quotes in a file, those in comments and in the tests at its end left out.
fn quoted(code: &str) -> Vec<&str> {
    let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let is_word = |text: &&str| {
        let letters =
            text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        !text.is_empty() && letters
    };
    lines.flat_map(|line| line.split('"').filter(is_word)).collect()
}

fn codes() -> Codes {
    let mut codes = Codes::new();
    // The page draws; what it says comes with its code from elsewhere.
    let drawn = |path: &str| path.starts_with("src/web/ui/");
    for (path, text) in rust_files().into_iter().filter(|(path, _)| !drawn(path)) {
        for code in quoted(&text).into_iter().filter(|word| is_code(word)) {
            let files = codes.entry(code.to_owned()).or_default();
            if !files.contains(&path) {
                files.push(path.clone());
            }
        }
    }
    codes
}

/// What the index says of each code: that is written by hand.
fn meanings(page: &str) -> BTreeMap<&str, &str> {
    let rows =
        page.lines().filter_map(|line| line.strip_prefix("| `")?.strip_suffix(" |")?.split_once("` | "));
    rows.filter_map(|(code, rest)| Some((code, rest.rsplit_once(" | ")?.0))).collect()
}

fn index(codes: &Codes, meanings: &BTreeMap<&str, &str>) -> String {
    let mut page = String::from(
        "# Problem codes\n\nEvery problem and every finding has a code, which stays, with a place, a message and what to do next in English and \
         Welsh.\n`UPDATE_CODES=1 cargo test --test suite codes::` writes the rows and the files anew, and keeps what is said of each.\n",
    );
    for (title, who, starts) in FAMILIES {
        page += &format!("\n## {title}\n\nMet by {who}.\n\n| code | says | from |\n|---|---|---|\n");
        let own = |code: &str| starts.iter().any(|start| code.starts_with(start));
        for (code, files) in codes.iter().filter(|(code, _)| own(code)) {
            let files: Vec<String> =
                files.iter().map(|file| format!("`{}`", file.trim_start_matches("src/"))).collect();
            let meaning = meanings.get(code.as_str()).unwrap_or(&"");
            page += &format!("| `{code}` | {meaning} | {} |\n", files.join(", "));
        }
    }
    page
}

#[test]
fn the_index_has_every_code_and_no_other_and_says_something_of_each() {
    let codes = codes();
    assert!(codes.len() > 100, "{}", codes.len());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/codes.md");
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let meanings = meanings(&kept);
    let page = index(&codes, &meanings);
    if std::env::var_os("UPDATE_CODES").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let silent: Vec<&String> =
        codes.keys().filter(|code| meanings.get(code.as_str()).is_none_or(|says| says.is_empty())).collect();
    assert!(silent.is_empty(), "nothing is said in src/codes.md of {silent:?}");
    let differ = page.lines().zip(kept.lines()).find(|(now, before)| now != before);
    assert!(
        kept == page,
        "UPDATE_CODES=1 cargo test --test suite codes:: writes src/codes.md anew: {differ:?}"
    );
}

/// What the program really gives is in the index.
#[test]
fn what_is_given_is_in_the_index() {
    let codes = codes();
    let given = drive_screening::answers::AnswerSheet::parse("[]").unwrap_err();
    let packs = drive_screening::pack::Pack::load("{}").unwrap_err();
    assert!(!given.is_empty() && !packs.is_empty());
    for problem in given.iter().chain(&packs) {
        assert!(codes.contains_key(problem.code), "{}", problem.code);
    }
}
