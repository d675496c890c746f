//! "About these criteria": what they are, their check, their cases, another pack; and a long check that is stopped.

use super::axe::Found;
use super::cases::Case;
use super::grown;
use super::harness::{Setup, Visit, visit};
use super::page::Look;
use super::watch;
use drive_screening::pack::{Pack, builtin};
use serde_json::json;
use std::sync::atomic::Ordering;
use std::time::Instant;
use thirtyfour::By;

const TITLE: [&str; 2] = ["About these criteria", "Ynglŷn â'r meini prawf hyn"];

#[test]
fn the_criteria_prove_themselves() {
    visit(Setup::default(), async |visit| {
        let mut found = Found::default();
        let pack = Pack::builtin("default").unwrap();
        visit.about("en").await;
        let requests = watch::requests(&visit);
        let look = visit.until("the digest", |look| look.text.contains(pack.digest())).await;
        for criterion in &pack.criteria {
            assert!(look.text.contains(&criterion.label.en), "{}", criterion.label.en);
        }
        assert!(look.text.contains("Proposed, not signed off."));
        visit.looks_well(&mut found, "about").await;

        let results = [
            (
                "Check the criteria",
                "Gwirio'r meini prawf",
                "What the check found",
                "Yr hyn a ganfu'r gwiriad",
            ),
            ("Run the worked cases", "Rhedeg yr achosion", "The worked cases", "Yr achosion enghreifftiol"),
        ];
        for (button, _, heading, _) in results {
            visit.ask_beside(button, heading).await;
            visit.looks_well(&mut found, heading).await;
        }
        assert!(!visit.look().await.text.contains("These criteria pass"), "one result at a time");

        let other = visit.temp.join("min16.json");
        std::fs::write(&other, builtin::source("min16").unwrap()).unwrap();
        visit.compare(&other, "Compared with ").await;
        let look = visit.look().await;
        assert!(look.text.contains("Minimum age, in years: 18 becomes 16"), "{}", look.text);
        visit.looks_well(&mut found, "compared").await;
        std::fs::write(&other, "{}").unwrap();
        visit.compare(&other, "The file cannot be compared").await;
        assert!(visit.look().await.text.contains("`format` is missing"));
        visit.looks_well(&mut found, "not compared").await;

        visit.speak("cy").await;
        visit
            .until("the digest, in Welsh", |look| {
                look.heading == TITLE[1] && look.text.contains(pack.digest())
            })
            .await;
        visit.looks_well(&mut found, "about, in Welsh").await;
        for (_, button, _, heading) in results {
            visit.ask_beside(button, heading).await;
            visit.looks_well(&mut found, heading).await;
        }
        visit.speak("en").await;
        assert_eq!(watch::requests(&visit), requests, "all of it is made here");
        found.settle("about these criteria");
    });
}

/// Whoever writes a referral and wants to know what it is screened by loses nothing: the criteria open in a tab of their own,
/// in the language of the page, which knows nothing of the case.
#[test]
fn from_a_referral_the_criteria_open_in_a_tab_of_their_own() {
    visit(Setup::default(), async |visit| {
        let case = Case::new("V01", visit.today().await);
        visit.open_case(&case).await;
        visit.speak("cy").await;
        let (before, referral) = (visit.look().await, visit.driver.window().await.unwrap());
        visit.loads.fetch_add(1, Ordering::Relaxed);
        visit.push(&json!({"starts": TITLE[1]})).await;
        let mut tabs = Vec::new();
        for _ in 0..100 {
            tabs = visit.driver.windows().await.unwrap();
            if tabs.len() == 2 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        let tab = tabs.iter().find(|tab| **tab != referral).expect("another tab").clone();
        visit.driver.switch_to_window(tab).await.unwrap();
        let digest = Pack::builtin("default").unwrap().digest().to_owned();
        let look = visit
            .until("the criteria, in Welsh", |look| {
                look.heading == TITLE[1] && look.lang == "cy" && look.text.contains(&digest) && is_shut(look)
            })
            .await;
        assert!(!look.text.contains(&before.heading), "nothing of what the referral showed: {}", look.text);
        assert_eq!(visit.ask("return opener === null && history.length === 1;").await, json!(true));
        watch::nothing_kept(&visit).await;
        // From there to the editor and back, each at its own address.
        visit.loads.fetch_add(2, Ordering::Relaxed);
        visit.push(&json!({"starts": "Newid y meini prawf hyn"})).await;
        visit
            .until("the editor, in Welsh", |look| look.heading == "Newid y meini prawf hyn" && is_shut(look))
            .await;
        assert_eq!(visit.ask("return location.hash;").await, json!("#edit/cy"));
        visit.push(&json!({"starts": TITLE[1]})).await;
        visit.until("the criteria again", |look| look.heading == TITLE[1]).await;
        visit.driver.close_window().await.unwrap();
        visit.driver.switch_to_window(referral).await.unwrap();
        let after = visit.look().await;
        assert_eq!((after.heading, after.text), (before.heading, before.text), "the referral is as it was");
    });
}

/// A check without end: the worker is never given it.
const ENDLESS: &str = r#"
    const give = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (!String(message[0]).includes('"job":"report"')) give.call(this, message, ...rest);
    };
"#;

#[test]
fn a_long_check_is_stopped_and_blocks_nothing() {
    visit(Setup { before: Some(ENDLESS), ..Setup::default() }, async |visit| {
        let digest = Pack::builtin("default").unwrap().digest().to_owned();
        visit.about("en").await;
        visit.until("the digest", |look| look.text.contains(&digest)).await;
        visit.push(&json!({"starts": "Check the criteria"})).await;
        visit.until("that it works", |look| look.text.contains("Working")).await;
        // The program is started afresh.
        visit.loads.fetch_add(1, Ordering::Relaxed);
        visit.push(&json!({"starts": "Stop"})).await;
        visit.until("that it has stopped", |look| !look.text.contains("Working")).await;
        visit.ask_beside("Run the worked cases", "The worked cases").await;

        // Left running, it gives way to what is asked for next.
        visit.push(&json!({"starts": "Check the criteria"})).await;
        visit.until("that it works", |look| look.text.contains("Working")).await;
        visit.loads.fetch_add(1, Ordering::Relaxed);
        visit.ask_beside("Run the worked cases", "The worked cases").await;
        let shut = visit.look().await.bar;
        assert!(shut.contains("Network closed"), "{shut}");
    });
}

/// Packs that ask for gigabytes, for minutes or for a deep stack are answered in the page as at the command line, and the
/// program that answered lives on.
#[test]
fn a_pack_that_grows_without_end_is_compared_all_the_same() {
    visit(Setup::default(), async |visit| {
        let digest = Pack::builtin("default").unwrap().digest().to_owned();
        visit.about("en").await;
        visit.until("the digest", |look| look.text.contains(&digest)).await;
        let other = visit.temp.join("grown.json");
        for (shape, size) in [
            ("a tree of parts", 12),
            ("each question hangs on the one before", 2_000),
            ("each question hangs on the twenty before", 1_000),
            ("one rule of all questions", 2_000),
            ("blocks of eight questions", 1_000),
        ] {
            std::fs::write(&other, grown::pack(shape, size).to_string()).unwrap();
            let began = Instant::now();
            visit.compare(&other, "Compared with ").await;
            println!("{shape}, {size}: {:.1} s", began.elapsed().as_secs_f64());
            // Emptied, so that the next is waited for.
            visit.ask_beside("Run the worked cases", "The worked cases").await;
        }
    });
}

/// Whether the page says that its network is shut.
fn is_shut(look: &Look) -> bool {
    ["Network closed", "Rhwydwaith ar gau"].iter().any(|says| look.bar.contains(says))
}

impl Visit {
    /// Goes to the address of the pages about the criteria, which loads the page anew.
    pub(crate) async fn about(&self, language: &str) {
        self.loads.fetch_add(1, Ordering::Relaxed);
        self.driver
            .goto(format!("{}criteria.html#about/{language}", self.origin))
            .await
            .expect("the page loads");
        self.until("the criteria, and a shut network", |look| {
            TITLE.contains(&look.heading.as_str()) && is_shut(look)
        })
        .await;
    }

    /// Asks for something, and waits for it with focus on its heading.
    pub(crate) async fn ask_beside(&self, button: &str, heading: &str) {
        self.push(&json!({"starts": button})).await;
        self.read_beside(heading).await;
    }

    async fn compare(&self, path: &std::path::Path, heading: &str) {
        let input = self.driver.find(By::Id("other-pack")).await.expect("a file field");
        input.send_keys(path.display().to_string()).await.expect("a file can be chosen");
        self.read_beside(heading).await;
    }

    async fn read_beside(&self, heading: &str) {
        let focused = "return focused()?.tagName === 'H2' ? focused().innerText : '';";
        for _ in 0..1200 {
            if self.ask(focused).await.as_str().is_some_and(|text| text.starts_with(heading)) {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        panic!("waited in vain for {heading}: {}", self.look().await.text);
    }

    /// axe, and no sideways scroll at 320 CSS pixels.
    async fn looks_well(&self, found: &mut Found, state: &str) {
        found.run(self, state).await;
        let metrics = json!({"width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        let look = self.look().await;
        assert!(look.wide <= look.window, "{state}: {} px wide in a window of {}", look.wide, look.window);
        self.devtools("Emulation.clearDeviceMetricsOverride", json!({})).await;
    }
}
