//! The sentences in both languages, where they stand in the code and in the packs.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::Path;

/// Functions that are given a sentence in both languages: which of their arguments the English is.
const MAKERS: [(&str, usize); 8] = [
    ("Phrase::of", 0),
    ("Localized::new", 0),
    ("Said::of", 0),
    (".wrong", 0),
    ("self.wrong", 2),
    ("about", 1),
    ("self.problem", 1),
    ("envelope", 2),
];

/// Macros whose rows end with a sentence in both languages: `NAME: "English", "Welsh";`, also with a word after the name.
const TABLES: [&str; 4] = ["words!", "terms!", "lines!", "well_known!"];

/// A sentence in both languages.
pub struct Sentence {
    /// Unlike that of any other in its file.
    pub id: String,
    /// The line of the Welsh, from 1.
    pub line: usize,
    pub en: String,
    pub cy: String,
    /// Which bytes of the file are the Welsh, in its quotes.
    pub place: Range<usize>,
}

/// A file with the sentences in it.
pub struct File {
    pub name: String,
    pub text: String,
    pub sentences: Vec<Sentence>,
}

/// Every file that has sentences, the code first.
pub fn files(root: &Path) -> Vec<File> {
    let all = read(root, "src", "rs").into_iter().chain(read(root, "src/core/pack/builtin", "json"));
    all.map(|(name, text)| file(&name, &text)).filter(|file| !file.sentences.is_empty()).collect()
}

/// The names and texts of the files in a folder whose names end so, in order.
pub fn read(root: &Path, folder: &str, end: &str) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            files.extend(read(root, &name, end));
        } else if entry.path().extension().is_some_and(|extension| extension == end) {
            files.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
    files
}

/// A file by its name and its text. Tokens of JSON are tokens of Rust.
pub fn file(name: &str, text: &str) -> File {
    let mut finder = Finder::default();
    finder.group(&tokens(name, text), "", name.ends_with(".json").then(String::new).as_deref());
    File { name: name.to_owned(), text: text.to_owned(), sentences: finder.sentences }
}

/// The tokens of a file without the tests at its end.
pub fn tokens(name: &str, text: &str) -> Vec<TokenTree> {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    let tokens: TokenStream = code.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
    tokens.into_iter().collect()
}

/// What a literal of Rust or JSON says, if it is a text.
pub fn said(literal: &Literal) -> Option<String> {
    Some(syn::parse_str::<syn::LitStr>(&literal.to_string()).ok()?.value())
}

#[derive(Default)]
struct Finder {
    sentences: Vec<Sentence>,
    /// The function or constant that a sentence is in.
    item: String,
    ids: BTreeMap<String, usize>,
}

impl Finder {
    /// Looks through tokens in brackets, after what calls them; in JSON by the way to them.
    fn group(&mut self, trees: &[TokenTree], before: &str, way: Option<&str>) {
        let rows: Vec<&[TokenTree]> = split(trees, ';');
        for row in &rows {
            let parts = split(row, ',');
            if TABLES.contains(&before) && parts.len() >= 2 {
                let key = match &parts[0] {
                    [TokenTree::Ident(key), ..] => Some(key.to_string()),
                    [TokenTree::Literal(key), colon, ..] if is(colon, ':') => said(key),
                    _ => None,
                };
                let english = match parts[0] {
                    // A row that is of a kind: `NAME Text: "English", "Welsh"`.
                    [TokenTree::Ident(_), TokenTree::Ident(_), colon, english @ ..] if is(colon, ':') => {
                        english
                    }
                    part => value(part),
                };
                self.pair(english, parts[1], key.as_deref());
            }
            for (_, english) in MAKERS.iter().filter(|(maker, _)| before.ends_with(maker)) {
                if parts.len() > english + 1 {
                    self.pair(parts[*english], parts[english + 1], None);
                }
            }
            let named = |name: &str| parts.iter().find(|part| key(part).as_deref() == Some(name));
            if let (Some(en), Some(cy)) = (named("en"), named("cy")) {
                self.pair(value(en), value(cy), way);
            } else if let ("(", [rest @ .., en, cy]) = (before, parts.as_slice())
                && (is_sentence(en) || (rest.len() == 1 && text(rest[0]).is_none()))
            {
                self.pair(en, cy, None);
            }
        }
        self.inside(trees, way);
    }

    fn inside(&mut self, trees: &[TokenTree], way: Option<&str>) {
        let mut element = 0;
        for (index, tree) in trees.iter().enumerate() {
            if is(tree, ',') {
                element += 1;
            }
            let TokenTree::Group(group) = tree else {
                if let (TokenTree::Ident(word), Some(TokenTree::Ident(name))) = (tree, trees.get(index + 1))
                    && ["fn", "const", "static"].iter().any(|item| word == item)
                {
                    self.item = name.to_string();
                }
                continue;
            };
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            let way = way.map(|way| {
                let step = named_by(&inner).or_else(|| key_before(&trees[..index]));
                let step = step.unwrap_or_else(|| element.to_string());
                if way.is_empty() { step } else { format!("{way}.{step}") }
            });
            self.group(&inner, &before(&trees[..index], group), way.as_deref());
        }
    }

    fn pair(&mut self, en: &[TokenTree], cy: &[TokenTree], id: Option<&str>) {
        let (Some(english), Some(welsh)) = (text(en), text(cy)) else { return };
        let (Some(en), Some(cy)) = (said(&english), said(&welsh)) else { return };
        let id = id.unwrap_or(&self.item).to_owned();
        let count = self.ids.entry(id.clone()).or_default();
        *count += 1;
        let id = if *count == 1 { id } else { format!("{id}.{count}") };
        let (line, place) = (welsh.span().start().line, welsh.span().byte_range());
        self.sentences.push(Sentence { id, line, en, cy, place });
    }
}

/// Whether it is several words for people, as in `let (en, cy) = ("so many words", ..)`.
fn is_sentence(part: &[TokenTree]) -> bool {
    let said = text(part).and_then(|literal| said(&literal)).unwrap_or_default();
    said.contains(' ') && !said.contains('<')
}

fn is(tree: &TokenTree, mark: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == mark)
}

fn split(trees: &[TokenTree], mark: char) -> Vec<&[TokenTree]> {
    trees.split(|tree| is(tree, mark)).filter(|part| !part.is_empty()).collect()
}

/// The key of `key: value`, in Rust or in JSON.
fn key(part: &[TokenTree]) -> Option<String> {
    match part {
        [TokenTree::Ident(key), colon, ..] if is(colon, ':') => Some(key.to_string()),
        [TokenTree::Literal(key), colon, ..] if is(colon, ':') => said(key),
        _ => None,
    }
}

/// The value of `key: value`, or the whole.
fn value(part: &[TokenTree]) -> &[TokenTree] {
    if key(part).is_some() { &part[2..] } else { part }
}

/// The text of `"text"`, `&format!("text", ..)` and the like.
fn text(part: &[TokenTree]) -> Option<Literal> {
    match part {
        [and, rest @ ..] if is(and, '&') => text(rest),
        [TokenTree::Literal(literal)] => Some(literal.clone()),
        [TokenTree::Ident(name), not, TokenTree::Group(group)] if name == "format" && is(not, '!') => {
            match group.stream().into_iter().next() {
                Some(TokenTree::Literal(literal)) => Some(literal),
                _ => None,
            }
        }
        _ => None,
    }
}

/// What calls the group after these tokens: the words next before it; `(` of a pair of values.
fn before(trees: &[TokenTree], group: &Group) -> String {
    let mut words = Vec::new();
    for tree in trees.iter().rev() {
        match tree {
            TokenTree::Ident(word) => words.push(word.to_string()),
            TokenTree::Punct(punct) if ":.!".contains(punct.as_char()) => {
                words.push(punct.as_char().to_string());
            }
            _ => break,
        }
    }
    words.reverse();
    let words = words.concat();
    let called = !words.is_empty() && !words.ends_with("=>");
    if !called && group.delimiter() == Delimiter::Parenthesis { "(".to_owned() } else { words }
}

/// The `id` of an object of JSON.
fn named_by(inner: &[TokenTree]) -> Option<String> {
    let parts = split(inner, ',');
    match value(parts.iter().find(|part| key(part).as_deref() == Some("id"))?) {
        [TokenTree::Literal(id)] => said(id),
        _ => None,
    }
}

/// The key whose value comes next.
fn key_before(trees: &[TokenTree]) -> Option<String> {
    match trees {
        [.., TokenTree::Literal(key), colon] if is(colon, ':') => said(key),
        _ => None,
    }
}
