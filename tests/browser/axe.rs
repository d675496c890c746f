//! Accessibility of one page state: axe in both languages, and no sideways scroll at 320 CSS pixels.

use super::harness::Visit;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Runs axe and hands back what it found, shortened.
const RUN: &str = r"
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const short = (rule) => ({
      id: rule.id,
      wcag: rule.tags.some((tag) => tag.startsWith('wcag')),
      help: rule.help,
      nodes: rule.nodes.slice(0, 4).map((node) => `${node.target.join(' ')} | ${node.html.slice(0, 160)} | ${node.failureSummary.slice(0, 300)}`),
    });
    // From the top, where the bar that stays in sight lies over nothing: what it half covers there has its size all the same.
    const at = scrollY;
    scrollTo(0, 0);
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
      .then((results) => done([results.passes.length, results.violations.map(short)]), (error) => done([0, [], String(error)]))
      .finally(() => scrollTo(0, at));
";

/// Whether the summary of what is wrong says nothing but its title.
const BLANK: &str = "
    const box = PAGE.querySelector('.govuk-error-summary__body');
    return box !== null && box.innerText.trim() === '';";

/// How a page is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// As it comes, on a desk.
    Plain,
    /// On a phone, in the colours of a dark system, and in colours forced by the person.
    AlsoNarrowDarkForced,
}

/// What was found on the states of a visit.
#[derive(Default)]
pub(crate) struct Found {
    violations: Vec<String>,
    /// Breaches of good practice alone, each with the states it was met on.
    advice: BTreeMap<String, usize>,
    states: usize,
    runs: usize,
}

impl Found {
    /// Looks at the page as it stands: in both languages, and back in English.
    pub(crate) async fn inspect(&mut self, visit: &Visit, state: &str, how: How) {
        self.states += 1;
        for lang in ["en", "cy"] {
            if lang == "cy" {
                let before = visit.look().await;
                visit.speak("cy").await;
                // What another program draws comes a moment later.
                let fields = before.controls.len();
                let is_drawn = |look: &super::page::Look| look.controls.len() == fields;
                let after = visit.until("the same fields in the other language", is_drawn).await;
                let answers = |look: &super::page::Look| -> Vec<(String, String, bool)> {
                    let row = |control: &super::page::Seen| {
                        (control.id.clone(), control.value.clone(), control.checked)
                    };
                    look.controls.iter().map(row).collect()
                };
                assert_eq!(answers(&before), answers(&after), "{state}: the other language loses nothing");
                assert_eq!(
                    before.errors.len(),
                    after.errors.len(),
                    "{state}: the other language keeps the errors"
                );
            }
            let state = format!("{state} ({lang})");
            self.run(visit, &state).await;
            narrow(visit).await;
            let look = visit.look().await;
            if visit.ask(BLANK).await == true {
                self.violations.push(format!("{state}: a box says that something is wrong and not what"));
            }
            if look.wide > look.window {
                self.violations.push(format!(
                    "{state}: {} px wide in a window of {}: {}",
                    look.wide,
                    look.window,
                    widest(visit).await
                ));
            }
            if how == How::AlsoNarrowDarkForced && lang == "en" {
                media(visit, &json!([{"name": "prefers-color-scheme", "value": "dark"}])).await;
                self.run(visit, &format!("{state} narrow, dark")).await;
                media(visit, &json!([{"name": "forced-colors", "value": "active"}])).await;
                self.run(visit, &format!("{state} narrow, forced colours")).await;
                media(visit, &json!([])).await;
            }
            visit.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await;
        }
        visit.speak("en").await;
    }

    pub(crate) async fn run(&mut self, visit: &Visit, state: &str) {
        if visit.ask("return typeof axe;").await == "undefined" {
            let source = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules/axe-core/axe.min.js");
            let source = std::fs::read_to_string(source).expect("axe-core is installed: npm ci");
            visit.driver.execute(source, Vec::new()).await.expect("axe can be put in");
        }
        let found = visit.driver.execute_async(RUN, Vec::new()).await.expect("axe runs");
        assert!(found.json()[0].as_u64() > Some(10), "{state}: axe looked at nothing: {}", found.json());
        self.runs += 1;
        for rule in found.json()[1].as_array().expect("a list") {
            let nodes: Vec<&str> =
                rule["nodes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let line = format!("{} ({}): {}", rule["id"], rule["help"], nodes.join("\n    "));
            if rule["wcag"] == true {
                self.violations.push(format!("{state}: {line}"));
            } else {
                *self
                    .advice
                    .entry(format!("{}: {}", rule["id"], nodes.first().copied().unwrap_or_default()))
                    .or_default() += 1;
            }
        }
    }

    /// Fails the test if anything was found; advice is only printed.
    pub(crate) fn settle(self, what: &str) {
        println!(
            "axe, {what}: {} states in two languages, {} runs, {} violations, {} hints",
            self.states,
            self.runs,
            self.violations.len(),
            self.advice.len()
        );
        for (hint, times) in &self.advice {
            println!("  {times} times: {hint}");
        }
        assert!(self.violations.is_empty(), "{what}:\n{}", self.violations.join("\n"));
    }
}

/// 320 CSS pixels wide: a phone, or 400 % zoom.
async fn narrow(visit: &Visit) {
    let metrics = json!({"width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": false});
    visit.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
}

async fn media(visit: &Visit, features: &Value) {
    visit.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await;
    for feature in features.as_array().into_iter().flatten() {
        let query =
            format!("({}: {})", feature["name"].as_str().unwrap(), feature["value"].as_str().unwrap());
        assert_eq!(visit.ask(&format!("return matchMedia({query:?}).matches;")).await, true, "{query}");
    }
}

/// What sticks out at the right.
async fn widest(visit: &Visit) -> Value {
    let script = "return [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 0.5)\
        .slice(0, 3).map((e) => `${e.outerHTML.slice(0, 120)} to ${e.getBoundingClientRect().right}`);";
    visit.ask(script).await
}
