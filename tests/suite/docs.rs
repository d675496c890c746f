//! What is written for people who work on the project names files that are there.

use std::fs;
use std::path::Path;

/// The pages, with the folders that a path in each may begin in.
const PAGES: [(&str, &[&str]); 12] = [
    ("README.md", &[""]),
    ("src/contributing.md", &["", "src"]),
    ("src/security.md", &["", "src"]),
    ("src/hazards.md", &["", "src"]),
    ("src/figures.md", &["", "src"]),
    ("src/written_for_size.md", &["", "src"]),
    ("src/codes.md", &["src"]),
    ("src/core/pack/guide.md", &["", "src/core/pack"]),
    ("src/core/pack/to_confirm.md", &["", "src/core/pack"]),
    ("src/web/js/guide.md", &["", "src/web/js"]),
    ("src/export/fonts/README.md", &["", "src/export/fonts"]),
    ("tests/mutants.md", &["", "tests"]),
];

/// How a path of ours begins.
const OURS: [&str; 4] = ["src/", "tests/", "style/", "benches/"];

/// The paths that a page names: targets of links, and words in code that begin as ours do.
fn named(page: &str) -> Vec<&str> {
    let links = page.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
    let links = links.filter(|link| !link.is_empty() && !link.contains(':'));
    let code = page.split('`').skip(1).step_by(2).flat_map(|code| code.split([' ', ':', ',']));
    links.chain(code.filter(|word| OURS.iter().any(|ours| word.starts_with(ours)))).collect()
}

/// The paths of a page that are not there.
fn missing<'a>(page: &'a str, folders: &[&str]) -> Vec<&'a str> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_there = |path: &str| folders.iter().any(|folder| root.join(folder).join(path).exists());
    named(page).into_iter().filter(|path| !is_there(path)).collect()
}

#[test]
fn every_path_that_a_page_names_is_there() {
    for (name, folders) in PAGES {
        let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
        assert!(missing(&page, folders).is_empty(), "{name} names {:?}", missing(&page, folders));
    }
}

/// A path that is not there is found, in a link and in code.
#[test]
fn a_path_that_is_not_there_is_found() {
    let page = "[a](src/lib.rs) [b](gone.md#part) [c](https://example.test/x) `src/lib.rs` `src/gone.rs:12` `make test`";
    assert_eq!(missing(page, &[""]), ["gone.md", "src/gone.rs"]);
    assert_eq!(named(page).len(), 4);
}

/// Whoever reads of the packs that ship, or asks the engine for one, is told of each.
#[test]
fn every_pack_that_ships_is_named_where_packs_are_listed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["README.md", "src/web/js/engine.d.ts", "benches/screening.rs"] {
        let text = fs::read_to_string(root.join(file)).unwrap();
        for name in drive_screening::pack::builtin::names() {
            let named = ['`', '\'', '"'].iter().any(|quote| text.contains(&format!("{quote}{name}{quote}")));
            assert!(named, "{file} does not name {name}");
        }
    }
}

/// A control is held by a test that is there.
#[test]
fn every_test_that_the_hazard_log_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let log = fs::read_to_string(root.join("src/hazards.md")).unwrap();
    let mut named = 0;
    for test in log.split('`').skip(1).step_by(2).filter(|code| code.contains("::")) {
        let (subject, name) = test.split_once("::").unwrap();
        let file = ["suite", "browser"].map(|kind| root.join(format!("tests/{kind}/{subject}.rs")));
        let file =
            file.iter().find(|file| file.exists()).unwrap_or_else(|| panic!("{test}: no such subject"));
        let source = fs::read_to_string(file).unwrap();
        let is_there = source.contains(&format!("fn {name}(")) || source.contains(&format!("{name}:"));
        assert!(is_there, "{test} is not there");
        named += 1;
    }
    assert!(named > 25, "{named}");
}
