//! Back, forward, reload and clearing: answers live in memory, and the browser's history knows nothing.

use super::harness::{START, Setup, Visit, visit};
use super::page::Look;
use super::walker::TASKS;
use super::watch;
use serde_json::json;
use std::sync::atomic::Ordering;

#[test]
fn back_and_forward() {
    visit(Setup::default(), async |visit| {
        visit.go("Start screening").await;
        let look = visit.go("The person").await;
        visit.answer(&look, "perpetrator_age", &json!(57)).await;
        visit.answer(&look, "perpetrator_alive", &json!("yes")).await;
        visit.answer(&look, "perpetrator_identified", &json!("not_known")).await;
        let two = visit.submit().await;
        watch::nothing_kept(&visit).await;

        // The browser's own "back", and the page's.
        visit.back().await;
        let one = visit.next(&two).await;
        assert_eq!(one.heading, look.heading);
        assert_eq!(held(&one), ["57", "yes", "not_known"]);
        visit.forward().await;
        assert_eq!(visit.next(&one).await.heading, two.heading);
        let one = visit.go("Back").await;
        assert_eq!(held(&one), ["57", "yes", "not_known"]);
        let tasks = visit.go("Back").await;
        assert_eq!(tasks.heading, TASKS);
        visit.back().await;
        assert_eq!(visit.next(&tasks).await.heading, START);
        for heading in [TASKS, &one.heading, &two.heading] {
            let before = visit.look().await;
            visit.forward().await;
            assert_eq!(visit.next(&before).await.heading, heading);
        }
    });
}

#[test]
fn a_reload_is_blank() {
    visit(Setup::default(), async |visit| {
        visit.go("Start screening").await;
        let look = visit.go("The person").await;
        visit.answer(&look, "perpetrator_age", &json!(57)).await;
        visit.loads.fetch_add(1, Ordering::Relaxed);
        visit.driver.refresh().await.expect("the page is loaded again");
        visit.started().await;
        visit.go("Start screening").await;
        let look = visit.go("The person").await;
        assert!(
            look.controls.iter().all(|control| control.kind != "text" || control.value.is_empty()),
            "{:?}",
            look.controls
        );
        // "Back" leads to pages of this start, never to what was there before.
        let before = visit.look().await;
        visit.back().await;
        let tasks = visit.next(&before).await;
        assert!(!tasks.text.contains("In progress"), "{}", tasks.text);
    });
}

#[test]
fn clear_everything() {
    visit(Setup::default(), async |visit| {
        visit.type_canary().await;
        // "No" comes back with everything there.
        let clear = visit.go("Clear everything").await;
        visit.push(&json!({"starts": "No, go back"})).await;
        visit.next(&clear).await;
        assert_eq!(
            visit.ask("return document.getElementById('judgement_reasons').value;").await,
            "A canary sings here."
        );
        visit.clear_everything().await;
        watch::nothing_kept(&visit).await;
        for _ in 0..4 {
            visit.driver.back().await.expect("the browser goes back");
            let look = visit.until("a page", |look| !look.heading.is_empty()).await;
            assert_eq!(look.heading, "Everything is cleared");
            assert_eq!(
                visit.ask("return document.documentElement.outerHTML.includes('canary sings');").await,
                false
            );
            if visit.ask("return history.state === 0;").await == true {
                break;
            }
        }
        visit.forward().await;
        assert_eq!(
            visit.until("a page", |look| !look.heading.is_empty()).await.heading,
            "Everything is cleared"
        );
        visit.push(&json!({"starts": "Start again"})).await;
        visit.until("the first page", |look| look.heading == START && look.on_heading()).await;
        visit.go("Start screening").await;
        let look = visit.go("Your judgement").await;
        assert!(look.controls.iter().all(|control| !control.checked), "{:?}", look.controls);
    });
}

/// What the page of a person holds: age, alive, identified.
fn held(look: &Look) -> [String; 3] {
    ["perpetrator_age", "perpetrator_alive", "perpetrator_identified"].map(|name| {
        let given = look.of(name).find(|control| control.checked || control.kind == "text");
        given.map(|control| control.value.clone()).unwrap_or_default()
    })
}

impl Visit {
    /// Types something that must not be found again, on a page of the screening.
    pub(crate) async fn type_canary(&self) {
        self.go("Start screening").await;
        let look = self.go("Your judgement").await;
        self.answer(&look, "judgement_high", &json!("yes")).await;
        self.fill("judgement_reasons", "A canary sings here.").await;
    }
}
