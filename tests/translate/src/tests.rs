//! What goes out comes back, and what is wrong is said.

use crate::find::{self, File, file, files, said, tokens};
use crate::import::{Imported, import};
use crate::{reviewed, root, xliff};
use proc_macro2::TokenTree;
use std::collections::BTreeSet;

fn all() -> Vec<File> {
    files(&root())
}

fn read(files: &[File], text: &str) -> Result<Imported, Vec<String>> {
    import(files, text, &BTreeSet::new())
}

#[test]
fn nothing_changed_leaves_every_byte() {
    let files = all();
    let count: usize = files.iter().map(|file| file.sentences.len()).sum();
    assert!(count > 2_000, "{count}");
    let reviewed = reviewed::read(&root());
    let imported = import(&files, &xliff::write(&files, &reviewed), &reviewed).unwrap();
    assert_eq!((imported.files.len(), imported.changed), (0, 0));
    // What changed since it was read is not in it: to change a sentence is no fault, and it is to be read again.
    assert!(imported.reviewed.is_subset(&reviewed));
}

/// Every sentence changed at once, with whatever a translator may type, lands where it was and nowhere else.
#[test]
fn what_changed_lands_in_its_place() {
    let mut files = all();
    let before = all();
    let more = |cy: &str| format!("\u{201c}â\\ \"'&amp;\n{cy}");
    for sentence in files.iter_mut().flat_map(|file| &mut file.sentences) {
        // What begins with a space goes on doing so.
        let space: String = sentence.cy.chars().take_while(|c| c.is_whitespace()).collect();
        sentence.cy = [space.clone(), more(&sentence.cy[space.len()..])].concat();
    }
    let imported = read(&before, &xliff::write(&files, &BTreeSet::new())).unwrap();
    assert_eq!(imported.files.len(), before.len());
    for (expected, before) in files.iter().zip(&before) {
        let now = file(&expected.name, &imported.files[&expected.name]);
        let said = |file: &File| -> Vec<_> {
            file.sentences.iter().map(|one| (one.id.clone(), one.en.clone(), one.cy.clone())).collect()
        };
        assert_eq!(said(&now), said(expected), "{}", expected.name);
        // All but the Welsh is as it was.
        let rest = |file: &File| {
            let mut rest = file.text.clone();
            let mut places: Vec<_> = file.sentences.iter().map(|one| one.place.clone()).collect();
            places.sort_by_key(|place| std::cmp::Reverse(place.start));
            places.into_iter().for_each(|place| rest.replace_range(place, ""));
            rest
        };
        assert_eq!(rest(&now), rest(before), "{}", expected.name);
    }
}

/// Words that Welsh is full of and English, code and names have not.
const WELSH: [&str; 12] =
    ["yn", "mae", "nid", "wedi", "gyda", "hwn", "eich", "bod", "neu", "heb", "ynghylch", "rhowch"];

/// Files whose Welsh words are what is looked for in a text.
const DATA: [&str; 2] = ["src/document/scan/", "src/authoring/check/wording.rs"];

/// A word between the items of a list, which is put together.
const JOINING: &str = " neu ";

#[test]
fn there_is_no_welsh_that_the_translator_does_not_see() {
    let mut unseen = Vec::new();
    for (name, text) in find::read(&root(), "src", "rs") {
        if DATA.iter().any(|data| name.starts_with(data)) {
            continue;
        }
        let found = file(&name, &text);
        literals(&tokens(&name, &text), &mut |literal| {
            let welsh = said(literal).filter(|said| said != JOINING).is_some_and(|said| {
                said.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|word| WELSH.contains(&word))
            });
            let place = literal.span().byte_range();
            if welsh && !found.sentences.iter().any(|sentence| sentence.place == place) {
                unseen.push(format!("{name}:{}: {literal}", literal.span().start().line));
            }
        });
    }
    assert!(unseen.is_empty(), "{}", unseen.join("\n"));
}

fn literals(trees: &[TokenTree], see: &mut dyn FnMut(&proc_macro2::Literal)) {
    for (index, tree) in trees.iter().enumerate() {
        // A comment on an item is an attribute to the parser.
        let is_attribute =
            index > 0 && matches!(&trees[index - 1], TokenTree::Punct(mark) if mark.as_char() == '#');
        match tree {
            TokenTree::Literal(literal) => see(literal),
            TokenTree::Group(group) if !is_attribute => {
                literals(&group.stream().into_iter().collect::<Vec<_>>(), see);
            }
            _ => {}
        }
    }
}

/// And what it sees is a pair of sentences, not of something else.
#[test]
fn every_sentence_is_in_two_languages() {
    for file in all() {
        for sentence in &file.sentences {
            let known =
                sentence.cy.chars().any(char::is_alphabetic) || !xliff::places(&sentence.cy).is_empty();
            assert!(known && !sentence.en.is_empty(), "{}#{}: {}", file.name, sentence.id, sentence.cy);
        }
    }
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_changed() {
    let code = "const ONE: Phrase = Phrase::of(\"it has {0} of \", \"mae ganddo {0} o \");\n\
                const TWO: Phrase = Phrase { en: \"two\", cy: \"dau\" };\n";
    let files = [file("src/a.rs", code)];
    let out = xliff::write(&files, &BTreeSet::new());
    for (from, to, problem) in [
        ("<xliff version=\"1.2\"", "<xliff version=\"2.0\"", "no XLIFF 1.2"),
        ("</xliff>", "", "no XML"),
        ("target-language=\"cy-GB\"", "target-language=\"fr\"", "not from English to Welsh"),
        ("trans-unit id=\"TWO\"", "trans-unit id=\"THREE\"", "src/a.rs#THREE: there is no such sentence"),
        ("trans-unit id=\"TWO\"", "trans-unit id=\"ONE\"", "src/a.rs#ONE: it is there twice"),
        ("<source>two", "<source>too", "src/a.rs#TWO: the English has changed since: it is now \"two\""),
        (">dau<", "> <", "src/a.rs#TWO: there is no Welsh"),
        ("{0}</ph> o ", "{1}</ph> o ", "src/a.rs#ONE: it needs the places [\"{0}\"] and has [\"{1}\"]"),
        ("mae ganddo <ph id=\"1\">{0}</ph>", "mae ganddo", "src/a.rs#ONE: it needs the places"),
        (">dau<", ">d<g id=\"1\">a</g>u<", "src/a.rs#TWO: it has markup"),
        (">dau<", ">&lt;b&gt;dau&lt;/b&gt;<", "src/a.rs#TWO: it has markup"),
        ("</ph> o <", "</ph> o<", "src/a.rs#ONE: it is put together with others"),
    ] {
        assert!(out.contains(from), "{from} is not in {out}");
        let problems = read(&files, &out.replacen(from, to, 1)).err().unwrap();
        assert!(problems.iter().any(|said| said.contains(problem)), "{problem}: {problems:?}");
    }
    let two = out.replacen(">dau<", "><mrk mtype=\"seg\" mid=\"1\">dwy</mrk><", 1);
    let imported = read(&files, &two).unwrap();
    assert_eq!(imported.files["src/a.rs"], code.replace("\"dau\"", "\"dwy\""));
}

/// What was approved stays so until either text changes.
#[test]
fn what_a_translator_approved_is_remembered_by_its_texts() {
    let code = "const TWO: Phrase = Phrase { en: \"two\", cy: \"dau\" };\n";
    let files = [file("src/a.rs", code)];
    let out = xliff::write(&files, &BTreeSet::new());
    assert!(out.contains("approved=\"no\"") && out.contains("state=\"needs-review-translation\""));
    let signed = out.replace("needs-review-translation", "signed-off").replace(">dau<", ">dwy<");
    let imported = read(&files, &signed).unwrap();
    assert_eq!(imported.reviewed.len(), 1);
    let now = [file("src/a.rs", &imported.files["src/a.rs"])];
    let out = xliff::write(&now, &imported.reviewed);
    assert!(out.contains("approved=\"yes\"") && out.contains("state=\"final\""), "{out}");
    let changed = [file("src/a.rs", &code.replace("two", "a pair"))];
    assert!(xliff::write(&changed, &imported.reviewed).contains("approved=\"no\""));
    let again = import(&changed, &xliff::write(&changed, &BTreeSet::new()), &imported.reviewed).unwrap();
    assert!(again.reviewed.is_empty(), "what is no longer said is forgotten");
}

/// The same words elsewhere are another sentence: which "yes" is right hangs on the question before it.
#[test]
fn what_was_approved_in_one_place_is_not_in_another() {
    let code = "const ONE: Phrase = Phrase { en: \"yes\", cy: \"do\" };\nconst TWO: Phrase = Phrase { en: \"yes\", cy: \"do\" };\n";
    let files = [file("src/a.rs", code)];
    let out = xliff::write(&files, &BTreeSet::new());
    let imported = read(&files, &out.replacen("approved=\"no\"", "approved=\"yes\"", 1)).unwrap();
    let out = xliff::write(&files, &imported.reviewed);
    assert!(
        out.contains("id=\"ONE\" approved=\"yes\"") && out.contains("id=\"TWO\" approved=\"no\""),
        "{out}"
    );
    // It may move to another file.
    assert!(
        xliff::write(&[file("src/b.rs", code)], &imported.reviewed).contains("id=\"ONE\" approved=\"yes\"")
    );
}

#[test]
fn what_is_still_to_be_read_is_counted() {
    let code = "const ONE: Phrase = Phrase { en: \"one\", cy: \"un\" };\nconst TWO: Phrase = Phrase { en: \"two\", cy: \"dau\" };\n";
    let files = [
        file("src/a.rs", code),
        file("src/b.rs", "const SIX: Phrase = Phrase { en: \"six\", cy: \"chwech\" };\n"),
    ];
    let [a, b] = &files;
    let mut read = BTreeSet::from([reviewed::entry(&b.sentences[0], "chwech")]);
    let whole = "3 sentences: 1 read by a translator, 2 still to be read\n";
    assert_eq!(reviewed::count(&files, &read), format!("    2 of     2  src/a.rs\n{whole}"));
    read.extend(a.sentences.iter().map(|one| reviewed::entry(one, &one.cy)));
    assert_eq!(reviewed::count(&files, &read), "3 sentences: 3 read by a translator, 0 still to be read\n");
    // Other Welsh than was read is to be read again.
    let changed = [file("src/b.rs", "const SIX: Phrase = Phrase { en: \"six\", cy: \"chwe\" };\n")];
    assert!(reviewed::count(&changed, &read).ends_with("1 still to be read\n"));
}
