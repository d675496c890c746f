//! How soon the page can be used, and how soon an answer is on screen, beside a floor: the same elements and styles drawn by a
//! script of a few lines, with no library and no WebAssembly. Figures as ratios of one run, no judgement.
//!
//! `make measure` prints them, on a machine with nothing else to do.

use super::harness::{Setup, Visit, copy, dist, visit};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

/// Notes when the heading and the first button were on screen: the frame after the one that drew them.
const READY: &str = "
    const drawn = new MutationObserver(() => {
      if (window.readyAt !== undefined || !document.querySelector('main h1.govuk-heading-l') || !document.querySelector('main .govuk-button')) return;
      window.readyAt = null;
      requestAnimationFrame(() => requestAnimationFrame(() => (window.readyAt = performance.now())));
    });
    drawn.observe(document, { childList: true, subtree: true });
";

/// Picks one option after the other, 40 times, and gives how long each took until the frame after it was drawn.
const PICK: &str = "
    const done = arguments[arguments.length - 1];
    (async () => {
      const options = [...document.querySelectorAll('main input[type=radio]')];
      const took = [];
      for (let turn = 0; turn < 40; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        const began = performance.now();
        options[turn % options.length].click();
        await new Promise((resolve) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(0); }));
        took.push(performance.now() - began);
      }
      done(took);
    })();
";

/// The script of the floor: makes the elements that it is given as data, and listens to them.
const FLOOR: &str = "
    const made = ([name, attributes, ...parts]) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.append(...parts.map((part) => (typeof part === 'string' ? part : made(part))));
      return element;
    };
    const drawn = await (await fetch('floor.json')).json();
    const root = made(drawn);
    root.addEventListener('change', ({ target }) => { root.querySelector('.ds-bar__network').textContent = target.value; });
    document.body.append(...root.childNodes);
";

/// What a page has drawn, as the floor takes it.
const DRAWN: &str = "
    const told = (element) => [
      element.localName,
      Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      ...[...element.childNodes].filter((node) => node.nodeType !== 8).map((node) => (node.nodeType === 3 ? node.data : told(node))),
    ];
    return told(document.body);
";

#[test]
#[ignore = "prints figures"]
fn measured_ready() {
    let folder = std::env::temp_dir().join(format!("drive-browser-ready-{}", std::process::id()));
    copy(&dist(), &folder);
    let served = folder.clone();
    let setup = Setup { folder: Some(folder.clone()), before: Some(READY), ..Setup::default() };
    visit(setup, async move |visit| {
        visit.loads.fetch_add(1000, Ordering::Relaxed);
        visit.devtools("Network.setCacheDisabled", json!({"cacheDisabled": true})).await;
        let start = visit.ask(DRAWN).await;
        visit.go("Start screening").await;
        visit.go("Continue").await;
        visit.until("options", |look| look.controls.iter().any(|control| control.kind == "radio")).await;
        let question = visit.ask(DRAWN).await;
        println!("{:<36}{:>10}{:>10}{:>8}", "median of 15, p95 of 40", "page", "floor", "ratio");
        for rate in [1, 4] {
            visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": rate})).await;
            floor(&served, &start);
            let (mut page, mut bare) = (Vec::new(), Vec::new());
            for _ in 0..15 {
                page.push(visit.ready("").await);
                bare.push(visit.ready("floor.html").await);
            }
            line(&format!("ready at {rate}x"), middle(page), middle(bare));
            visit.ready("").await;
            visit.go("Start screening").await;
            visit.go("Continue").await;
            visit.until("options", |look| look.controls.iter().any(|control| control.kind == "radio")).await;
            let page = visit.picked().await;
            floor(&served, &question);
            visit.driver.goto(format!("{}floor.html", visit.origin)).await.unwrap();
            visit.until("options", |look| look.controls.iter().any(|control| control.kind == "radio")).await;
            let bare = visit.picked().await;
            line(&format!("answer to frame at {rate}x, p95"), late(page), late(bare));
        }
        visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 1})).await;
        visit.driver.goto(&visit.origin).await.unwrap();
    });
    std::fs::remove_dir_all(folder).unwrap();
}

/// Writes the floor that draws these elements, with the head of the page but its program.
fn floor(folder: &Path, drawn: &Value) {
    let page = std::fs::read_to_string(folder.join("index.html")).unwrap();
    let styles = page.split('<').find(|tag| tag.starts_with("link") && tag.contains("stylesheet")).unwrap();
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Floor</title><link rel=\"icon\" href=\"./icon.svg\"><{styles}<script type=\"module\" src=\"floor.js\"></script></head><body></body></html>"
    );
    let write = |name: &str, text: &str| std::fs::write(PathBuf::from(folder).join(name), text).unwrap();
    write("floor.html", &html);
    write("floor.js", FLOOR);
    write("floor.json", &drawn.to_string());
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn late(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() * 95 / 100]
}

fn line(what: &str, page: f64, floor: f64) {
    println!("{what:<36}{page:>7.0} ms{floor:>7.0} ms{:>7.2}x", page / floor);
}

impl Visit {
    /// Loads a page, and gives how long it took until it was ready, in milliseconds.
    async fn ready(&self, path: &str) -> f64 {
        // Another page between, as a page that is loaded again may be kept.
        self.driver.goto("about:blank").await.unwrap();
        self.driver.goto([&self.origin, path].concat()).await.unwrap();
        for _ in 0..2000 {
            if let Some(at) = self.ask("return window.readyAt ?? null;").await.as_f64() {
                return at;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        panic!("{path} is never ready");
    }

    async fn picked(&self) -> Vec<f64> {
        let took = self.driver.execute_async(PICK, Vec::new()).await.expect("options can be picked");
        serde_json::from_value(took.json().clone()).unwrap()
    }
}
