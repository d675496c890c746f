//! Documents in Markdown, read back by a reader of it: nothing in them is a mark but what the writer set.

use drive_screening::answers::AnswerSheet;
use drive_screening::date::Date;
use drive_screening::document::block::{Action, Block, Line, Row, Run, Table};
use drive_screening::document::{Document, Format, Stamp, compose, write_text};
use drive_screening::pack::{Pack, Part};
use drive_screening::screening::screen;
use drive_screening::words::Language;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::sync::LazyLock;

/// Everything a reader may know, but what puts other quotation marks in.
fn read(markdown: &str) -> Vec<Event<'_>> {
    Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION).collect()
}

fn document(part: Part, language: Language) -> Document {
    let sheet = AnswerSheet::parse(include_str!("../golden/refer.sheet.json")).unwrap();
    let pack = Pack::builtin(&sheet.pack).unwrap();
    let answers = sheet.read(&pack).unwrap();
    let stamp =
        Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: Date::parse("2026-11-21").unwrap(), language };
    compose(&pack, &answers, &screen(&pack, &answers), part, &stamp)
}

/// A document to fill with other blocks.
static EMPTY: LazyLock<Document> = LazyLock::new(|| document(Part::Panel, Language::En));

/// A document with a text in every place that a text may have.
fn everywhere(text: &str) -> String {
    let typed = || Line::typed(text);
    let rows = || vec![Row { label: typed(), value: vec![typed(), typed()] }, Row::new("label", typed())];
    let inner = vec![Block::Paragraph(typed()), Block::Rows(rows()), Block::List(vec![typed()])];
    let both =
        Line(vec![Run::Typed(text.to_owned()), Run::Other(Language::Cy, vec![Run::Typed(text.to_owned())])]);
    let mut document = EMPTY.clone();
    document.blocks = vec![
        Block::Marking("OFFICIAL-SENSITIVE".to_owned()),
        Block::Heading(1, Line::words("Title ").join(typed())),
        Block::Paragraph(typed()),
        Block::Verdict(typed()),
        Block::Rows(rows()),
        Block::List(vec![typed(), both]),
        Block::Tags(vec![typed()]),
        Block::Actions(vec![Action { urgent: true, act: typed(), why: typed() }]),
        Block::Table(Table {
            caption: Some(typed()),
            heads: vec![typed(), Line::words("head")],
            rows: vec![vec![typed(), typed()]],
        }),
        Block::Note(Some(typed()), inner),
    ];
    write_text(&document, Format::Markdown).unwrap()
}

/// The marks of a document, without its words and its line breaks.
fn marks(markdown: &str) -> Vec<String> {
    let is_words = |event: &Event<'_>| {
        matches!(event, Event::Text(_) | Event::Code(_) | Event::HardBreak | Event::SoftBreak)
    };
    read(markdown).iter().filter(|event| !is_words(event)).map(|event| format!("{event:?}")).collect()
}

/// The words of a document, without what shows nothing.
fn words(markdown: &str) -> String {
    let mut out = String::new();
    for event in read(markdown) {
        if let Event::Text(text) | Event::Code(text) = event {
            out.push_str(&text);
        }
    }
    out.chars().filter(|c| shows(*c)).collect()
}

fn shows(c: char) -> bool {
    let turns = matches!(c, '\u{2066}'..='\u{2069}');
    !(turns || c.is_whitespace() || c.is_control() || c == '\u{fffd}')
}

const HOSTILE: [&str; 24] = [
    "# heading",
    "- point\n- point",
    "1. one\n2) two",
    "> quoted",
    "    code\n\n\tcode",
    "```\ncode\n```",
    "~~~\ncode",
    "above\n===\nabove\n---",
    "| a | b |\n| --- | --- |\n| c \\| d |",
    "*one* **two** _three_ __four__ ~~five~~ `six` ^seven^ ==eight== $nine$ $$ten$$",
    "[a](https://a.example) ![b](b.png) [c] [c]: /d [[e]] [^f] [!NOTE]\n[^f]: g",
    "<script>alert(1)</script> <https://a.example> <a@b.example> <!-- c --> <b>d</b> &lt; &#60; &copy &",
    "https://a.example/b_c?d=e&f=g#h, www.a.example and Sample.Person+tag@nowhereshire.example.",
    "term\n: what it is\n~ or this",
    "- [x] done\n+ [ ] open",
    "\\ \\\\ \\| \\` \\*a\\*",
    "a\\\nb\\",
    "\u{5e9}\u{5dc}\u{5d5}\u{5dd} 12 - \u{639}\u{631}\u{628}\u{649} (a)",
    "\u{202e}turned\u{2069}\u{2069}\u{2067}open",
    "---\ntitle: a\n---",
    "a\n\n\n\nb\n",
    "{.class #id} {{x}} {% y %}",
    "*** --- ___",
    "`a@b.example` ``c`` a`b@c.example`d",
];

#[test]
fn typed_text_is_never_a_mark_and_is_whole() {
    let plain = marks(&everywhere("plain"));
    for text in HOSTILE {
        let markdown = everywhere(text);
        assert_eq!(marks(&markdown), plain, "{text:?}\n{markdown}");
        // Where a line end would end more than a line, a bar stands for it.
        let kept = |words: &str| if text.contains('\n') { words.replace('/', "") } else { words.to_owned() };
        let typed: String = text.chars().filter(|c| shows(*c)).collect();
        let wanted = words(&everywhere("\u{e000}")).replace('\u{e000}', &typed);
        assert_eq!(kept(&words(&markdown)), kept(&wanted), "{text:?}");
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_is_no_mark(
        text in prop_oneof![any::<String>(), "[-+*_#>=:|`~<&!\\[\\]()\\\\\n\t @w.1a/$^{}]{0,24}"],
    ) {
        let plain = marks(&everywhere("x"));
        prop_assert_eq!(&marks(&everywhere(&["x", &text].concat())), &plain);
        prop_assert_eq!(&marks(&everywhere(&[&text, "x"].concat())), &plain);
    }
}

/// Readers make links of these by themselves, outside code alone.
#[test]
fn an_address_is_code_and_never_a_link() {
    for address in
        ["https://a.example/b", "www.a.example", "HTTP://A.EXAMPLE", "a.b+c@d.example", "mailto:a@b.example"]
    {
        let markdown = everywhere(&["see ", address, ", then"].concat());
        let events = read(&markdown);
        let code = events.iter().filter(|event| **event == Event::Code(address.into())).count();
        assert_eq!(code, markdown.matches(address).count(), "{address}: {markdown}");
        assert!(code > 12, "{code}");
    }
}

#[test]
fn every_part_has_its_headings_lists_and_tables() {
    for part in Part::ALL {
        for language in [Language::En, Language::Cy] {
            let document = document(part, language);
            let markdown = write_text(&document, Format::Markdown).unwrap();
            let count = |is: fn(&Tag<'_>) -> bool| {
                let is_one = |event: &&Event<'_>| matches!(event, Event::Start(tag) if is(tag));
                read(&markdown).iter().filter(is_one).count()
            };
            let blocks = |is: fn(&Block) -> bool| document.blocks.iter().filter(|block| is(block)).count();
            let headings = count(|tag| matches!(tag, Tag::Heading { .. }));
            assert_eq!(headings, blocks(|block| matches!(block, Block::Heading(..))));
            assert_eq!(
                count(|tag| matches!(tag, Tag::Table(_))),
                blocks(|block| matches!(block, Block::Table(_)))
            );
            assert!(headings > 3 && count(|tag| matches!(tag, Tag::List(None))) > 3, "{}", part.name());
            let marking = ["**", &document.marking, "**"].concat();
            assert!(markdown.starts_with(&[&*marking, "\n\n# "].concat()), "the marking is first, and whole");
            assert!(markdown.ends_with(&[&*marking, "\n"].concat()), "the marking is last, and whole");
        }
    }
}
