//! Every component of the page in every state, on one page: axe in both languages, narrow, dark and in forced colours; and no
//! component without an example.

use super::axe::{Found, How};
use super::harness::{Setup, visit};
use std::collections::BTreeSet;
use std::path::Path;

/// What each example says it is of, and how high it is drawn.
const DRAWN: &str = "return [...document.querySelectorAll('[data-component]')].map((example) => \
    [example.dataset.component, example.dataset.state, \
    Math.max(0, ...[...example.children].slice(1).map((part) => part.getBoundingClientRect().height))]);";

/// Files that hold no component of their own.
const NONE: [&str; 1] = ["mod"];

#[test]
fn every_component_in_every_state() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let setup = Setup {
        folder: Some(root.join("target/components")),
        path: "components.html",
        broken: true,
        ..Setup::default()
    };
    visit(setup, async move |visit| {
        visit.until("the components", |look| look.heading == "Components").await;
        let drawn = visit.ask(DRAWN).await;
        let drawn: Vec<(String, String, f64)> = serde_json::from_value(drawn).unwrap();
        for (component, state, height) in &drawn {
            assert!(*height > 0.0, "{component}, {state}: nothing is drawn");
        }
        let states: BTreeSet<_> = drawn.iter().map(|(component, state, _)| (component, state)).collect();
        assert_eq!(states.len(), drawn.len(), "each state once: {drawn:?}");
        let shown: BTreeSet<String> = drawn.iter().map(|(component, ..)| component.clone()).collect();
        let files = std::fs::read_dir(root.join("src/web/ui/components")).unwrap();
        let files =
            files.map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned());
        let files: BTreeSet<String> = files.filter(|file| !NONE.contains(&file.as_str())).collect();
        assert_eq!(shown, files, "an example of each file of components, and of no other");
        let mut found = Found::default();
        found.inspect(&visit, "the components", How::AlsoNarrowDarkForced).await;
        found.settle("the components");
    });
}
