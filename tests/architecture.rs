//! The order of the house: what each package and each module may use, and who may touch the browser. The first line that breaks it is named.

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
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use views::first_wrong_view;

/// A member of the workspace: where it is, and which other members it may use. A circle of members Cargo refuses by itself.
struct Member {
    folder: &'static str,
    sees: &'static [&'static str],
}

/// The members. The root, which is the command line and what programs in Rust see of all this, uses the first seven. A build
/// script may use the core.
const MEMBERS: [Member; 20] = [
    Member { folder: "src/core", sees: &[] },
    // For whoever writes criteria.
    Member { folder: "src/authoring", sees: &["src/core"] },
    // What goes to people.
    Member { folder: "src/document", sees: &["src/core"] },
    // What is shown of the criteria.
    Member { folder: "src/about_criteria", sees: &["src/core", "src/authoring", "src/document"] },
    Member { folder: "src/export", sees: &["src/core", "src/document"] },
    // Files that only a passphrase or a key opens.
    Member { folder: "src/seal", sees: &["src/core"] },
    // What receives them.
    Member { folder: "src/panel_desk", sees: &["src/core"] },
    // What programs in browsers share.
    Member { folder: "src/web/js_values", sees: &["src/core"] },
    Member { folder: "src/web/worker_messages", sees: &["src/core"] },
    Member { folder: "src/web/ui", sees: &["src/core", "src/panel_desk"] },
    // The programs.
    Member { folder: "src/web/page", sees: &["src/web/ui"] },
    Member { folder: "src/web/criteria", sees: &["src/web/ui"] },
    Member { folder: "src/web/desk", sees: &["src/web/ui"] },
    Member { folder: "src/web/components", sees: &["src/web/ui"] },
    Member { folder: "src/web/engine", sees: &["src/core", "src/web/js_values"] },
    Member { folder: "src/web/checker", sees: &["src/core", "src/authoring", "src/web/js_values"] },
    Member { folder: "src/web/composer", sees: &["src/core", "src/document", "src/web/worker_messages"] },
    Member { folder: "src/web/author", sees: &["src/about_criteria", "src/web/composer"] },
    Member { folder: "src/web/sealer", sees: &["src/core", "src/seal", "src/web/worker_messages"] },
    Member {
        folder: "src/web/exporter",
        sees: &["src/core", "src/document", "src/export", "src/web/worker_messages"],
    },
];

/// Every module that an order does not name.
const OTHERS: &str = "*";

/// The modules of a folder, each of which may use those before it and none after. What is the front of the folder uses them all.
struct Inside {
    folder: &'static str,
    /// How a path to one of the modules begins.
    root: &'static str,
    order: &'static [&'static str],
}

const INSIDE: [Inside; 5] = [
    Inside {
        folder: "src/core",
        root: "crate::",
        order: &[
            "base",
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
        ],
    },
    // Languages, messages, days and the forms of values.
    Inside {
        folder: "src/core/base",
        root: "crate::base::",
        order: &[
            "words",
            "text",
            "date",
            "time_of_day",
            "shown",
            "sorted",
            "json",
            "problem",
            "secret",
            "wire",
        ],
    },
    Inside { folder: "src/authoring", root: "crate::", order: &["answer_space", "check", "diff", "edit"] },
    Inside {
        folder: "src/document",
        root: "crate::",
        order: &[
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
            // Questions for others, and what comes back.
            "ask",
            "panels",
            // The work that a page asks for.
            "run_job",
            "wire",
        ],
    },
    // A facility of the browser knows nothing of the pages.
    Inside { folder: "src/web/ui", root: "crate::", order: &["browser", OTHERS] },
];

/// The files of `src/document/compose` that see the answers of every part; the rest are given the record of one.
const SPLITTERS: [&str; 2] = ["src/document/compose/mod.rs", "src/document/compose/record.rs"];

/// Where the browser is touched: its facilities, one a file, the shells of the programs, and what draws the page.
const BROWSER: [&str; 11] = [
    "src/web/ui/browser/",
    "src/web/page/main.rs",
    "src/web/criteria/main.rs",
    "src/web/desk/main.rs",
    "src/web/components/main.rs",
    "src/web/composer/lib.rs",
    "src/web/exporter/main.rs",
    "src/web/sealer/main.rs",
    "src/web/worker_messages/lib.rs",
    "src/web/ui/app.rs",
    "src/web/ui/effects.rs",
];

/// Where JavaScript calls in, or is called.
const EXPORTS: [&str; 10] = [
    "src/web/ui/browser/",
    "src/web/page/main.rs",
    "src/web/criteria/main.rs",
    "src/web/desk/main.rs",
    "src/web/components/main.rs",
    "src/web/composer/lib.rs",
    "src/web/exporter/main.rs",
    "src/web/sealer/main.rs",
    "src/web/engine/main.rs",
    "src/web/checker/main.rs",
];

/// Where the day and the hour come from: everywhere else they come in.
const CLOCKS: [&str; 2] = ["src/web/ui/browser/", "src/bin/screening/"];

/// Where something is kept for as long as the page lives: once for a page, or once for a pack that a person changes. Anywhere
/// else it would be kept anew each time an element comes and goes.
const KEEPERS: [&str; 3] = ["src/web/ui/instance.rs", "src/web/ui/examples.rs", "src/core/state/composer.rs"];

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
const ACTS: [&str; 4] =
    ["src/web/ui/browser/", "src/web/ui/effects.rs", "src/web/ui/app.rs", "src/web/ui/desk/effects.rs"];

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

    /// The module that it is of in a folder, and how deep it is in that.
    fn module(&self, folder: &str) -> Option<(&str, usize)> {
        let inside = self.path.strip_prefix(folder)?.strip_prefix('/')?;
        let depth = inside.matches('/').count() + usize::from(!inside.ends_with("/mod.rs"));
        inside.split('/').next().map(|first| (first.trim_end_matches(".rs"), depth))
    }
}

/// The modules that a line names by paths that begin so.
fn named<'a>(line: &'a str, root: &'a str) -> impl Iterator<Item = &'a str> {
    let begins = |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    let after = line.match_indices(root).filter(move |(at, _)| begins(*at)).flat_map(|(at, _)| {
        let after = &line[at + root.len()..];
        match after.strip_prefix('{') {
            Some(several) => several.split('}').next().unwrap_or_default().split(", ").collect(),
            None => vec![after],
        }
    });
    after
        .map(|after| {
            let end = after.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(after.len());
            &after[..end]
        })
        .filter(|name| !name.is_empty() && !["self", "super", "crate"].contains(name))
}

/// The first line of a folder that uses what comes after its own module.
fn first_break(sources: &[Source], Inside { folder, root, order }: &Inside) -> Option<String> {
    let known = |module: &str| order.iter().position(|known| *known == module);
    let place = |module: &str| known(module).or_else(|| known(OTHERS));
    for source in sources {
        let Some((own, depth)) = source.module(folder) else { continue };
        if ["lib", "main", "mod", "build"].contains(&own) {
            continue;
        }
        let Some(here) = place(own) else { return Some(format!("{}: `{own}` has no place", source.path)) };
        let above = "super::".repeat(depth);
        for (number, line) in source.lines.iter().enumerate() {
            // What is named there may also be a function or a macro of the front.
            let after = |used: &&str| place(used).is_some_and(|there| there > here);
            if let Some(used) = named(line, root).chain(named(line, &above)).find(after) {
                return Some(format!("{}:{}: `{own}` may not use `{used}`", source.path, number + 1));
            }
        }
    }
    None
}

/// The members that a manifest names in a kind of table, each by its folder and with its line.
fn used_members(manifest: &str, kind: &str) -> Vec<(String, usize)> {
    let name = |folder: &str| folder.rsplit('/').next().unwrap().replace('_', "-");
    let mut table = "";
    let mut used = Vec::new();
    for (number, line) in manifest.lines().enumerate() {
        if let Some(head) = line.strip_prefix('[') {
            // A table of one target is of the kind too; what the workspace offers is used by nobody yet.
            let head = head.trim_end_matches(']');
            let of_target = head.strip_prefix("target.").and_then(|rest| rest.rsplit('.').next());
            table = of_target.unwrap_or(head);
        } else if let Some(rest) = line.strip_prefix("drive-screening-").filter(|_| table == kind) {
            let used_name = rest.split(['.', ' ', '=']).next().unwrap();
            let member = MEMBERS.iter().find(|member| name(member.folder) == used_name);
            used.push((member.map_or(used_name, |member| member.folder).to_owned(), number + 1));
        }
    }
    used
}

/// The first line of a member's manifest that names a member which this one may not see.
fn first_not_seen(folder: &str, manifest: &str, sees: &[&str]) -> Option<String> {
    let built = used_members(manifest, "build-dependencies");
    let not_seen = used_members(manifest, "dependencies")
        .into_iter()
        .find(|(used, _)| !sees.contains(&used.as_str()))
        .or_else(|| built.into_iter().find(|(used, _)| used != "src/core"));
    not_seen.map(|(used, line)| format!("{folder}/Cargo.toml:{line}: this package may not see `{used}`"))
}

fn manifest(folder: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join("Cargo.toml")).unwrap()
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
fn each_package_sees_only_what_it_may() {
    let used = |manifest: &str| -> BTreeSet<String> {
        used_members(manifest, "dependencies").into_iter().map(|(used, _)| used).collect()
    };
    let folders = |sees: &[&str]| sees.iter().map(|folder| (*folder).to_owned()).collect::<BTreeSet<_>>();
    for Member { folder, sees } in &MEMBERS {
        let manifest = manifest(folder);
        assert_eq!(first_not_seen(folder, &manifest, sees), None);
        assert_eq!(used(&manifest), folders(sees), "{folder} no longer uses all of these");
    }
    let root = manifest("");
    assert_eq!(used(&root), MEMBERS[..7].iter().map(|member| member.folder.to_owned()).collect());
    // What is no member, or a member that is not named above, would be under no order.
    let members = root.split("members = [").nth(1).and_then(|rest| rest.split(']').next()).unwrap();
    let members: BTreeSet<String> = members.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    assert_eq!(members, folders(&MEMBERS.map(|member| member.folder)));
}

/// Every file is in a member, or in the command line, or is the facade.
#[test]
fn each_file_has_a_place() {
    for source in sources() {
        let has_place = source.path == "src/lib.rs"
            || source.path.starts_with("src/bin/screening/")
            || MEMBERS.iter().any(|member| source.module(member.folder).is_some());
        assert!(has_place, "{} has no place", source.path);
    }
}

#[test]
fn each_module_uses_only_what_comes_before_it() {
    let sources = sources();
    assert!(sources.len() > 150, "{}", sources.len());
    for inside in &INSIDE {
        assert_eq!(first_break(&sources, inside), None);
        for module in inside.order.iter().filter(|module| **module != OTHERS) {
            let is_there =
                |source: &Source| source.module(inside.folder).is_some_and(|(own, _)| own == *module);
            assert!(sources.iter().any(is_there), "there is no `{module}` in {}", inside.folder);
        }
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

#[test]
fn nothing_is_kept_for_good_but_where_it_is_kept_once() {
    let sources = sources();
    assert_eq!(first_outside(&sources, &["Box::leak", "Vec::leak", ".leak()"], &KEEPERS), None);
}

/// Files that use one another can only be read, moved and changed together.
#[test]
fn no_files_go_in_a_circle() {
    let sources = sources();
    let mut found = Vec::new();
    for Member { folder, .. } in &MEMBERS {
        let inside = |source: &Source| {
            let inside = source.path.strip_prefix(folder)?.strip_prefix('/')?;
            (inside != "build.rs").then(|| (format!("src/{inside}"), source.lines.join("\n")))
        };
        let own: Vec<(String, String)> = sources.iter().filter_map(inside).collect();
        assert!(!own.is_empty(), "{folder}");
        found.extend(circles(&own));
    }
    for circle in &found {
        assert!(CIRCLES.iter().any(|known| circle.files == *known), "{:#?}", circle.uses);
    }
    for known in CIRCLES {
        assert!(found.iter().any(|circle| circle.files == known), "cured, so take it out: {known:?}");
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
    let page: Vec<Source> =
        sources().into_iter().filter(|source| source.path.starts_with("src/web/ui/")).collect();
    assert_eq!(first_outside(&page, &EFFECTS, &ACTS), None);
}

/// Every `view!`, whether Trusted Types take it and a person can read it.
#[test]
fn views_are_made_of_elements_and_are_not_deep() {
    let mut views = 0;
    for (path, text) in rust_files().iter().filter(|(path, _)| path.starts_with("src/web/ui/")) {
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
    let [core, base, authoring, document, ui] = &INSIDE;
    let screening = "use crate::base::date::Date;\n\nfn f() -> crate::screening::Truth {}\n";
    let found = first_break(&source("src/core/pack/rule.rs", screening), core);
    assert_eq!(found.as_deref(), Some("src/core/pack/rule.rs:3: `pack` may not use `screening`"));
    for line in ["use super::super::screening::Truth;", "use crate::{answers::Answer, screening};"] {
        let found = first_break(&source("src/core/pack/rule.rs", line), core);
        assert!(
            found.is_some_and(|found| found.starts_with("src/core/pack/rule.rs:1: `pack` may not")),
            "{line}"
        );
    }
    let comment = "//! As `crate::screening` does.\nuse crate::base::date::Date; // not crate::state\n";
    assert_eq!(first_break(&source("src/core/pack/rule.rs", comment), core), None);
    let tests =
        "use crate::base::date::Date;\n#[cfg(test)]\nmod tests {\n    use crate::screening::screen;\n}\n";
    assert_eq!(first_break(&source("src/core/pack/rule.rs", tests), core), None);
    assert_eq!(first_break(&source("src/core/state/mod.rs", screening), core), None);
    for line in ["use crate::base::json::Json;", "use super::json::Json;"] {
        let found = first_break(&source("src/core/base/date.rs", line), base);
        assert_eq!(found.as_deref(), Some("src/core/base/date.rs:1: `date` may not use `json`"));
        assert_eq!(first_break(&source("src/core/base/problem.rs", line), base), None);
    }
    let found = first_break(&source("src/authoring/check/cases.rs", "use crate::diff::diff;"), authoring);
    assert_eq!(found.as_deref(), Some("src/authoring/check/cases.rs:1: `check` may not use `diff`"));
    let explain = source("src/document/explain/text.rs", "use crate::compose::record;\n");
    let found = first_break(&explain, document);
    assert_eq!(found.as_deref(), Some("src/document/explain/text.rs:1: `explain` may not use `compose`"));
    let found = first_break(&source("src/document/unheard_of.rs", ""), document);
    assert_eq!(found.as_deref(), Some("src/document/unheard_of.rs: `unheard_of` has no place"));
    let found = first_break(&source("src/web/ui/browser/host.rs", "\nuse crate::words;\n"), ui);
    assert_eq!(found.as_deref(), Some("src/web/ui/browser/host.rs:2: `browser` may not use `words`"));
    assert_eq!(first_break(&source("src/web/ui/app.rs", "use crate::browser::clock;\n"), ui), None);
    let manifest = "[package]\n\n[dependencies]\ndrive-screening-core.workspace = true\nserde_json.workspace = true\n\n\
        [build-dependencies]\ndrive-screening-export.workspace = true\n";
    let found = first_not_seen("src/web/page", manifest, &["src/web/ui"]);
    assert_eq!(found.as_deref(), Some("src/web/page/Cargo.toml:4: this package may not see `src/core`"));
    let found = first_not_seen("src/web/page", manifest, &["src/core"]);
    assert_eq!(found.as_deref(), Some("src/web/page/Cargo.toml:8: this package may not see `src/export`"));
    let found = first_not_seen("src/web/page", &manifest.replace("export", "core"), &["src/core"]);
    assert_eq!(found, None);
    let of_target = manifest.replace("[dependencies]", "[target.'cfg(unix)'.dependencies]");
    assert!(first_not_seen("src/web/page", &of_target, &["src/web/ui"]).is_some());
    let offered = manifest.replace("[dependencies]", "[workspace.dependencies]").replace("export", "core");
    assert_eq!(first_not_seen("src/web/page", &offered, &[]), None);
    let found = first_outside(&source("src/web/ui/pages/clear.rs", "leave::reload();\n"), &EFFECTS, &ACTS);
    assert_eq!(found.as_deref(), Some("src/web/ui/pages/clear.rs:1: `leave::` has no place here"));
    let found =
        first_outside(&source("src/web/ui/pages/start.rs", "\nuse web_sys::Node;\n"), &["web_sys"], &BROWSER);
    assert_eq!(found.as_deref(), Some("src/web/ui/pages/start.rs:2: `web_sys` has no place here"));
}
