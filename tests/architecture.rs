//! The order of the house: what each module may use, and who may touch the browser. The first line that breaks it is named.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::pedantic,
    unreachable_pub,
    reason = "a test program: a failed expectation should stop it, and its modules are its own"
)]

#[path = "support/code.rs"]
mod code;
#[path = "support/views.rs"]
mod views;

use code::rust_files;
use views::first_wrong_view;

/// The modules of `src`, each of which may use those before it and none after. The bins use them all.
const ORDER: [&str; 29] = [
    // Languages, messages, days and the forms of values.
    "words",
    "text",
    "date",
    "time_of_day",
    "shown",
    "json",
    "problem",
    "packed",
    // What is asked and decides, what was answered, and what that comes to.
    "pack",
    "answers",
    "screening",
    "interview",
    "site",
    "protocol",
    "embed",
    "exit_keys",
    // For whoever writes criteria.
    "proof",
    "edit",
    // What goes to people.
    "document",
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

/// Where the browser is touched: its facilities, one a file, the shells of the programs, and what draws the page.
const BROWSER: [&str; 7] = [
    "src/browser/",
    "src/bin/page.rs",
    "src/composer.rs",
    "src/exporter.rs",
    "src/replies.rs",
    "src/ui/app.rs",
    "src/ui/effects.rs",
];

/// Where JavaScript calls in, or is called.
const EXPORTS: [&str; 6] = [
    "src/browser/",
    "src/bin/page.rs",
    "src/composer.rs",
    "src/exporter.rs",
    "src/engine.rs",
    "src/checker.rs",
];

/// Where the day and the hour come from: everywhere else they come in.
const CLOCKS: [&str; 2] = ["src/browser/", "src/bin/screening/"];

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
fn the_browser_is_touched_in_its_places_alone() {
    let sources = sources();
    assert_eq!(first_outside(&sources, &["web_sys", "js_sys"], &BROWSER), None);
    assert_eq!(first_outside(&sources, &["#[wasm_bindgen"], &EXPORTS), None);
    assert_eq!(first_outside(&sources, &["SystemTime", "Local::now", "Date::now"], &CLOCKS), None);
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
    let found = first_break(&source("src/unheard_of.rs", ""));
    assert_eq!(found.as_deref(), Some("src/unheard_of.rs: `unheard_of` has no place"));
    let found =
        first_outside(&source("src/ui/pages/start.rs", "\nuse web_sys::Node;\n"), &["web_sys"], &BROWSER);
    assert_eq!(found.as_deref(), Some("src/ui/pages/start.rs:2: `web_sys` has no place here"));
}
