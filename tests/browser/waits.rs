//! A file that never comes: what does not need it goes on, the rest says so after a limit, and the network is shut all the same.

use super::harness::{START, Setup, visit};

const SHUT: &str = "Network closed";
const FAILED: &str = "has stopped or did not start";

/// Loads the page from a server that takes the question for a file and never answers, then asks for what the composer makes.
fn stalled(file: &'static str, says: &'static str) {
    let server = vec!["--stall".to_owned(), file.to_owned()];
    visit(Setup { server, broken: true, ..Setup::default() }, async move |visit| {
        visit.until("the first page", |look| look.heading == START).await;
        let go = "[...document.querySelectorAll('.ds-foot button')].find((one) => one.innerText.trim() === 'Privacy').click(); return null;";
        visit.ask(go).await;
        visit.until(&format!("the statement, without {file}"), |look| look.text.contains(says)).await;
        // Whoever wants to go on waits for ten seconds at most.
        visit.act("history.back(); return null;").await;
        visit.until("the first page again", |look| look.heading == START).await;
        visit.go("Start screening").await;
        visit.until(&format!("a shut network, without {file}"), |look| look.bar.contains(SHUT)).await;
    });
}

#[test]
fn what_does_not_need_the_exporter_does_not_wait_for_it() {
    for file in ["exporter_bg.wasm", "exporter.js", "NotoSans-Regular.ttf"] {
        stalled(file, "There are no cookies");
    }
}

#[test]
fn a_composer_that_never_comes_is_said() {
    for file in ["composer_bg.wasm", "composer.js", "programs.js"] {
        stalled(file, FAILED);
    }
}
