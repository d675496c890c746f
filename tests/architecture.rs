//! The order of the house: what each module may use, and who may touch the browser. The first line that breaks it is named.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::pedantic,
    unreachable_pub,
    reason = "a test program: a failed expectation should stop it, and its modules are its own"
)]

#[path = "support/circles.rs"]
mod circles;
#[path = "support/code.rs"]
mod code;
#[path = "support/views.rs"]
mod views;

use circles::circles;
use code::rust_files;
use views::first_wrong_view;

/// The modules of `src`, each of which may use those before it and none after. The bins use them all.
const ORDER: [&str; 32] = [
    // Languages, messages, days and the forms of values.
    "words",
    "text",
    "date",
    "time_of_day",
    "shown",
    "sorted",
    "json",
    "problem",
    "wire",
    // What is asked and decides, what was answered, and what that comes to.
    "pack",
    "answers",
    "screening",
    "interview",
    "site",
    "protocol",
    "state",
    "embed",
    "exit_keys",
    // For whoever writes criteria.
    "proof",
    "edit",
    // What goes to people.
    "document",
    "export",
    // The programs.
    "replies",
    "composer",
    "exporter",
    "engine_values",
    "engine",
    "checker",
    "browser",
    "ui",
    "bin",
    "lib",
];

/// The modules of `src/document`, likewise.
const DOCUMENT: [&str; 14] = [
    // A composed part, and its words.
    "block",
    "words",
    "composed",
    "file_name",
    "criteria",
    "answer_line",
    // From an outcome to text.
    "explain",
    "compose",
    "write",
    // Readers of documents, and the panels of the page.
    "scan",
    "record_file",
    "panels",
    // The work that a page asks for.
    "run_job",
    "wire",
];

/// The files of `src/document/compose` that see the answers of every part; the rest are given the record of one.
const SPLITTERS: [&str; 2] = ["src/document/compose/mod.rs", "src/document/compose/record.rs"];

/// Where the browser is touched: its facilities, one a file, the shells of the programs, and what draws the page.
const BROWSER: [&str; 9] = [
    "src/browser/",
    "src/bin/page.rs",
    "src/bin/criteria.rs",
    "src/bin/components.rs",
    "src/composer.rs",
    "src/exporter.rs",
    "src/replies.rs",
    "src/ui/app.rs",
    "src/ui/effects.rs",
];

/// Where JavaScript calls in, or is called.
const EXPORTS: [&str; 8] = [
    "src/browser/",
    "src/bin/page.rs",
    "src/bin/criteria.rs",
    "src/bin/components.rs",
    "src/composer.rs",
    "src/exporter.rs",
    "src/engine.rs",
    "src/checker.rs",
];

/// Where the day and the hour come from: everywhere else they come in.
const CLOCKS: [&str; 2] = ["src/browser/", "src/bin/screening/"];

/// The last module of the core, which every program may see.
const CORE_ENDS_WITH: &str = "exit_keys";

/// A program: its own modules, and what it may see beside them and the core.
struct Program {
    own: &'static [&'static str],
    sees: &'static [&'static str],
}

/// The programs in the browser. The command line sees everything.
const PROGRAMS: [Program; 5] = [
    // The page of a referral, and those about the criteria.
    Program { own: &["browser", "ui"], sees: &[] },
    Program { own: &["engine", "engine_values"], sees: &[] },
    Program { own: &["checker"], sees: &["engine_values", "proof"] },
    Program { own: &["replies", "composer"], sees: &["proof", "edit", "document"] },
    Program { own: &["exporter"], sees: &["replies", "document", "export"] },
];

/// What acts on the world outside the page, and where that is done.
const EFFECTS: [&str; 9] = [
    "history::",
    "download::",
    "leave::",
    "random::",
    "timer::",
    ".shut_network(",
    ".agreed(",
    ".tell(",
    "Composer::start",
];
/// A copy that has no criteria yet has no visit either: `app.rs` starts the program that reads them.
const ACTS: [&str; 3] = ["src/browser/", "src/ui/effects.rs", "src/ui/app.rs"];

/// Circles of files that are still there. Nothing is added; what is cured is taken out.
const CIRCLES: [&[&str]; 0] = [];

/// A file of `src`: its path from the root, and its lines without comments and without the tests at its end.
struct Source {
    path: String,
    lines: Vec<String>,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let without_comment = |line: &str| {
            let line = line.trim_start();
            let is_comment = line.starts_with("//");
            if is_comment { String::new() } else { line.split(" // ").next().unwrap_or_default().to_owned() }
        };
        Self { path: path.to_owned(), lines: code.lines().map(without_comment).collect() }
    }

    /// The module that it is of.
    fn module(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// The modules that a line names, as `crate::module`.
    fn named(line: &str) -> impl Iterator<Item = &str> {
        line.split("crate::").skip(1).map(|after| {
            let end = after.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(after.len());
            &after[..end]
        })
    }
}

fn place(module: &str) -> Option<usize> {
    ORDER.iter().position(|known| *known == module)
}

/// The first line that uses what comes after its own module.
fn first_break(sources: &[Source]) -> Option<String> {
    for source in sources {
        let own = source.module();
        let Some(here) = place(own) else { return Some(format!("{}: `{own}` has no place", source.path)) };
        for (number, line) in source.lines.iter().enumerate() {
            let after = |used: &&str| place(used).is_some_and(|there| there > here);
            if let Some(used) = Source::named(line).find(after) {
                return Some(format!("{}:{}: `{own}` may not use `{used}`", source.path, number + 1));
            }
        }
    }
    None
}

/// The first line of a program that uses what the program may not see.
fn first_not_seen(sources: &[Source], program: &Program) -> Option<String> {
    let core = place(CORE_ENDS_WITH);
    let may_see = |module: &str| {
        place(module) <= core || program.own.contains(&module) || program.sees.contains(&module)
    };
    for source in sources.iter().filter(|source| program.own.contains(&source.module())) {
        for (number, line) in source.lines.iter().enumerate() {
            if let Some(used) = Source::named(line).find(|used| !may_see(used)) {
                let path = &source.path;
                return Some(format!("{path}:{}: this program may not see `{used}`", number + 1));
            }
        }
    }
    None
}

/// The first line of `src/document` that uses what comes after its own module there.
fn first_break_inside(sources: &[Source]) -> Option<String> {
    let place = |module: &str| DOCUMENT.iter().position(|known| *known == module);
    for source in sources {
        let Some(inside) = source.path.strip_prefix("src/document/") else { continue };
        let own = inside.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        let here = place(own);
        if here.is_none() && own != "mod" {
            return Some(format!("{}: `{own}` has no place", source.path));
        }
        for (number, line) in source.lines.iter().enumerate() {
            let named = line.split("crate::document::").skip(1).filter_map(|after| {
                after
                    .split(|c: char| !c.is_ascii_lowercase() && c != '_')
                    .next()
                    .filter(|name| !name.is_empty())
            });
            for used in named {
                if own != "mod" && place(used) > here {
                    return Some(format!("{}:{}: `{own}` may not use `{used}`", source.path, number + 1));
                }
            }
        }
    }
    None
}

/// The first line with one of these words outside the places that may have it.
fn first_outside(sources: &[Source], words: &[&str], places: &[&str]) -> Option<String> {
    for source in sources.iter().filter(|source| !places.iter().any(|place| source.path.starts_with(place))) {
        for (number, line) in source.lines.iter().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                return Some(format!("{}:{}: `{word}` has no place here", source.path, number + 1));
            }
        }
    }
    None
}

fn sources() -> Vec<Source> {
    rust_files().iter().map(|(path, text)| Source::new(path, text)).collect()
}

#[test]
fn each_module_uses_only_what_comes_before_it() {
    let sources = sources();
    assert!(sources.len() > 150, "{}", sources.len());
    assert_eq!(first_break(&sources), None);
    for module in ORDER {
        assert!(sources.iter().any(|source| source.module() == module), "there is no `{module}`");
    }
}

#[test]
fn the_same_holds_within_the_documents() {
    let sources = sources();
    assert_eq!(first_break_inside(&sources), None);
    for module in DOCUMENT {
        let [file, folder] = [format!("src/document/{module}.rs"), format!("src/document/{module}/")];
        let is_there = |source: &Source| source.path == file || source.path.starts_with(&folder);
        assert!(sources.iter().any(is_there), "there is no `{module}`");
    }
}

#[test]
fn a_part_is_composed_from_its_own_record() {
    let composing: Vec<Source> =
        sources().into_iter().filter(|source| source.path.starts_with("src/document/compose/")).collect();
    assert!(SPLITTERS.iter().all(|path| composing.iter().any(|source| source.path == *path)));
    assert_eq!(first_outside(&composing, &["Answers"], &SPLITTERS), None);
}

#[test]
fn the_browser_is_touched_in_its_places_alone() {
    let sources = sources();
    assert_eq!(first_outside(&sources, &["web_sys", "js_sys"], &BROWSER), None);
    assert_eq!(first_outside(&sources, &["#[wasm_bindgen"], &EXPORTS), None);
    assert_eq!(first_outside(&sources, &["SystemTime", "Local::now", "Date::now"], &CLOCKS), None);
}

/// Files that use one another can only be read, moved and changed together.
#[test]
fn no_files_go_in_a_circle() {
    let sources: Vec<(String, String)> = sources()
        .into_iter()
        .filter(|source| !source.path.starts_with("src/bin/"))
        .map(|source| (source.path, source.lines.join("\n")))
        .collect();
    let found = circles(&sources);
    for circle in &found {
        assert!(CIRCLES.iter().any(|known| circle.files == *known), "{:#?}", circle.uses);
    }
    for known in CIRCLES {
        assert!(found.iter().any(|circle| circle.files == known), "cured, so take it out: {known:?}");
    }
}

#[test]
fn each_program_sees_only_what_it_may() {
    let sources = sources();
    for program in &PROGRAMS {
        assert_eq!(first_not_seen(&sources, program), None);
        for module in program.own.iter().chain(program.sees) {
            assert!(sources.iter().any(|source| source.module() == *module), "there is no `{module}`");
        }
    }
}

#[test]
fn a_circle_is_found_through_what_a_folder_passes_on() {
    let front = "mod rule;\nmod word;\npub use rule::{\n    Rule,\n    Sort as Kind,\n};\nuse word::Word;\n";
    let rule = "use super::word::Word;\npub struct Rule;\npub enum Sort {}\n";
    let files = |word: &str| {
        circles(
            &[("src/pack/mod.rs", front), ("src/pack/rule.rs", rule), ("src/pack/word.rs", word)]
                .map(|(path, code)| (path.to_owned(), code.to_owned())),
        )
    };
    assert_eq!(files("pub struct Word;\n"), []);
    for used in ["use crate::pack::{Kind};", "use super::Rule;", "fn f() -> crate::pack::Kind {}"] {
        let [circle] = &files(&format!("{used}\npub(crate) struct Word;\n"))[..] else { panic!("{used}") };
        assert_eq!(circle.files, ["src/pack/rule.rs", "src/pack/word.rs"], "{used}");
        assert_eq!(circle.uses.len(), 2, "{used}");
        assert_eq!(circle.uses[0], "src/pack/rule.rs uses src/pack/word.rs: super::word::Word");
    }
}

#[test]
fn the_page_acts_in_one_place_alone() {
    let page: Vec<Source> = sources().into_iter().filter(|source| source.module() == "ui").collect();
    assert_eq!(first_outside(&page, &EFFECTS, &ACTS), None);
}

/// Every `view!`, whether Trusted Types take it and a person can read it.
#[test]
fn views_are_made_of_elements_and_are_not_deep() {
    let mut views = 0;
    for (path, text) in rust_files().iter().filter(|(path, _)| path.starts_with("src/ui/")) {
        views += text.matches("view! {").count();
        if let Some((line, why)) = first_wrong_view(text) {
            panic!("{path}:{line}: {why}");
        }
    }
    assert!(views > 150, "{views}");
}

#[test]
fn a_view_that_trusted_types_refuse_is_found_and_named() {
    let found = |view: &str| {
        let text = format!("fn f() -> impl IntoView {{\n    let x = 1;\n    view! {{\n{view}\n    }}\n}}");
        first_wrong_view(&text).map(|(line, why)| format!("{line}: {}", why.split(' ').next().unwrap()))
    };
    let at = |place: &str| Some(place.to_owned());
    assert_eq!(found("<div>\n<p class=\"a\">\"text\"</p></div>"), at("5: <p>"));
    assert_eq!(found("<div>{x}<br class=\"a\"/></div>"), at("4: <br>"));
    assert_eq!(found("<div>{x}<ul>\n<li><b>\"text\"</b></li></ul></div>"), at("4: <ul>"));
    assert_eq!(found("<div>{rows.map(|row| view! {\n<i>{row}<b>\"text\"</b></i> })}</div>"), at("5: <b>"));
    assert_eq!(found("<Show when=x><div>\n<p hidden>\"text\"</p>{x}</div></Show>"), at("5: <p>"));
    // Outermost, or with anything that is no literal, it is made as an element.
    for view in [
        "<p class=\"a\">\"text\"</p>",
        "<Show when=x><p class=\"a\">\"text\"</p></Show>",
        "<div><p class=x>\"text\"</p></div>",
        "<div><p>{x}</p></div>",
        "<div><p on:click=x></p></div>",
        "<div><p prop:textContent=\"text\"></p></div>",
        "<div><br/></div>",
        "<div><Part a=\"a\"/></div>",
    ] {
        assert_eq!(found(view), None, "{view}");
    }
    assert_eq!(found("<a><b><i><u>\n<s>{x}</s></u></i></b></a>"), None);
    assert_eq!(found("<a><b><i><u><s>\n<p>{x}</p></s></u></i></b></a>"), at("5: <p>"));
}

/// The line of the first class that is put together of pieces: what takes unused rules out of the style sheet
/// (`style/unused.mjs`) would take its rules too.
fn first_pieced_class(text: &str) -> Option<usize> {
    let joined = text.match_indices("].concat()").filter_map(|(end, _)| Some((text[..end].rfind('[')?, end)));
    let filled = text.match_indices("format!(").filter_map(|(at, _)| Some((at, at + text[at..].find(')')?)));
    // A quote that is escaped is one of HTML, in a text that names its classes whole.
    let is_class = |piece: &str| {
        let literals = piece.split('"').zip(piece.split('"').skip(1));
        let begins = |text: &str| ["govuk-", "ds-", "__"].iter().any(|class| text.starts_with(class));
        literals.into_iter().any(|(before, text)| !before.ends_with('\\') && begins(text))
    };
    let mut pieced = joined.chain(filled).filter(|(start, end)| is_class(&text[*start..*end]));
    pieced.next().map(|(start, _)| text[..start].matches('\n').count() + 1)
}

#[test]
fn classes_are_written_out() {
    for (path, text) in rust_files().iter().filter(|(path, _)| path.starts_with("src/")) {
        if let Some(line) = first_pieced_class(text) {
            panic!("{path}:{line}: write the class out");
        }
    }
    assert_eq!(first_pieced_class("let x = [1];\nclass=[class, \"__item\"].concat()"), Some(2));
    assert_eq!(first_pieced_class("class=[\"govuk-input--width-\", width].concat()"), Some(1));
    assert_eq!(first_pieced_class("\n\nformat!(\"ds-part--{part}\")"), Some(3));
    assert_eq!(first_pieced_class("format!(\"<i class=\\\"ds-key\\\">{x}</i>\")"), None);
    assert_eq!(first_pieced_class("[\"<ul class=\\\"govuk-list\\\">\", x].concat()"), None);
}

/// What the tests above look for is found.
#[test]
fn a_break_is_found_and_named() {
    let source = |path: &str, text: &str| [Source::new(path, text)];
    let screening = "use crate::date::Date;\n\nfn f() -> crate::screening::Truth {}\n";
    let found = first_break(&source("src/pack/rule.rs", screening));
    assert_eq!(found.as_deref(), Some("src/pack/rule.rs:3: `pack` may not use `screening`"));
    let comment = "//! As `crate::screening` does.\nuse crate::date::Date; // not crate::ui\n";
    assert_eq!(first_break(&source("src/pack/rule.rs", comment)), None);
    let tests = "use crate::date::Date;\n#[cfg(test)]\nmod tests {\n    use crate::screening::screen;\n}\n";
    assert_eq!(first_break(&source("src/pack/rule.rs", tests)), None);
    assert_eq!(first_break(&source("src/ui/mod.rs", screening)), None);
    let explain = source("src/document/explain/text.rs", "use crate::document::compose::record;\n");
    let found = first_break_inside(&explain);
    assert_eq!(found.as_deref(), Some("src/document/explain/text.rs:1: `explain` may not use `compose`"));
    let found = first_break_inside(&source("src/document/unheard_of.rs", ""));
    assert_eq!(found.as_deref(), Some("src/document/unheard_of.rs: `unheard_of` has no place"));
    let found = first_break(&source("src/unheard_of.rs", ""));
    assert_eq!(found.as_deref(), Some("src/unheard_of.rs: `unheard_of` has no place"));
    let found = first_not_seen(&source("src/ui/app.rs", "\nuse crate::document::Stamp;\n"), &PROGRAMS[0]);
    assert_eq!(found.as_deref(), Some("src/ui/app.rs:2: this program may not see `document`"));
    let seen = source("src/ui/app.rs", "use crate::screening::screen;\nuse crate::browser::clock;\n");
    assert_eq!(first_not_seen(&seen, &PROGRAMS[0]), None);
    assert_eq!(
        first_not_seen(&source("src/composer.rs", "use crate::document::Stamp;\n"), &PROGRAMS[0]),
        None
    );
    let found = first_outside(&source("src/ui/pages/clear.rs", "leave::reload();\n"), &EFFECTS, &ACTS);
    assert_eq!(found.as_deref(), Some("src/ui/pages/clear.rs:1: `leave::` has no place here"));
    let found =
        first_outside(&source("src/ui/pages/start.rs", "\nuse web_sys::Node;\n"), &["web_sys"], &BROWSER);
    assert_eq!(found.as_deref(), Some("src/ui/pages/start.rs:2: `web_sys` has no place here"));
}
