//! The keyboard: every way a test touches the page.

use super::harness::Visit;
use super::page::{Look, Seen};
use serde_json::{Value, json};
use std::sync::atomic::Ordering;
use std::time::Duration;

pub(crate) const TAB: char = '\u{E004}';
pub(crate) const ENTER: char = '\u{E007}';
pub(crate) const ESCAPE: char = '\u{E00C}';
pub(crate) const SHIFT: char = '\u{E008}';
pub(crate) const CONTROL: char = '\u{E009}';
pub(crate) const UP: char = '\u{E013}';
pub(crate) const DOWN: char = '\u{E015}';

/// The heading of the page where all answers stand.
pub(crate) const CHECK: &str = "Check your answers";

impl Visit {
    /// Presses keys, one after the other.
    pub(crate) async fn press(&self, keys: &str) {
        // Keys that are no characters have places of their own.
        self.count(keys.chars().filter(|key| *key >= TAB).count());
        self.driver.action_chain().send_keys(keys).perform().await.expect("keys can be pressed");
    }

    /// Presses keys while another is held.
    pub(crate) async fn press_with(&self, held: char, keys: &str) {
        self.count(1 + keys.chars().count());
        let chain = self.driver.action_chain().key_down(held).send_keys(keys).key_up(held);
        chain.perform().await.expect("keys can be pressed");
    }

    /// Presses one key that is a character, where no text is typed.
    pub(crate) async fn press_one(&self, key: char) {
        self.count(1);
        self.press(&key.to_string()).await;
    }

    fn count(&self, keys: usize) {
        self.presses.fetch_add(keys, Ordering::Relaxed);
    }

    /// Moves focus by Tab or Shift+Tab to the stop that `query` describes, once it is there, and checks that it is reached.
    pub(crate) async fn to(&self, query: &Value) -> Seen {
        // A page that was just drawn moves the focus with its next frame, and keys pressed before that go nowhere; what another program
        // draws comes a moment later still.
        self.frame().await;
        if !self.comes_to(&format!("find({query})")).await {
            let look = self.look().await;
            panic!("on \"{}\" Tab stops at nothing like {query}; text:\n{}", look.heading, look.text);
        }
        for _ in 0..3 {
            let distance =
                self.ask(&format!("const to = find({query}); return to ? distance(to) : null;")).await;
            // It is being drawn again.
            let Some(distance) = distance.as_i64() else {
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            };
            let tabs = TAB.to_string().repeat(usize::try_from(distance.abs()).unwrap());
            match distance {
                0 => {}
                1.. => self.press(&tabs).await,
                _ => self.press_with(SHIFT, &tabs).await,
            }
            let script = format!("return focused() === find({query}) ? describe(focused()) : null;");
            if let Ok(seen) = serde_json::from_value(self.ask(&script).await) {
                return seen;
            }
        }
        let look = self.look().await;
        panic!("on \"{}\" the Tab key does not reach {query}, but {:?}", look.heading, look.focus);
    }

    /// Presses the button or link whose text starts so, and waits for the next page.
    pub(crate) async fn go(&self, text: &str) -> Look {
        let before = self.look().await;
        self.to(&json!({"starts": text})).await;
        self.press(&ENTER.to_string()).await;
        self.next(&before).await
    }

    /// Goes to where all answers stand, and opens every section.
    pub(crate) async fn check_answers(&self) -> Look {
        self.go(CHECK).await;
        self.answers_drawn().await
    }

    /// The same from where a changed answer leads back to it.
    pub(crate) async fn answers_drawn(&self) -> Look {
        self.until("the answers", |look| look.heading == CHECK && look.text.contains("Still missing")).await;
        self.ask("for (const one of PAGE.querySelectorAll('main details')) one.open = true; return null;")
            .await;
        self.look().await
    }

    /// Presses a button that stays on the page.
    pub(crate) async fn push(&self, query: &Value) {
        self.to(query).await;
        self.press(&ENTER.to_string()).await;
    }

    /// Presses the submit button of the page, which refuses.
    pub(crate) async fn submit_in_vain(&self) -> Look {
        self.push(&json!({"type": "submit"})).await;
        self.refused().await
    }

    /// Sends the page on.
    pub(crate) async fn submit(&self) -> Look {
        let before = self.look().await;
        self.push(&json!({"type": "submit"})).await;
        self.next(&before).await
    }

    /// Goes to the control of an id and types in place of what is there.
    pub(crate) async fn fill(&self, id: &str, text: &str) {
        let seen = self.to(&json!({"id": id})).await;
        if !seen.value.is_empty() {
            self.press_with(CONTROL, "a").await;
        }
        self.press(text).await;
    }

    /// The browser's "back".
    pub(crate) async fn back(&self) {
        self.driver.back().await.expect("the browser goes back");
    }

    /// The browser's "forward".
    pub(crate) async fn forward(&self) {
        self.driver.forward().await.expect("the browser goes forward");
    }

    /// Switches the page's language and waits for it.
    pub(crate) async fn speak(&self, lang: &str) -> Look {
        self.push(&json!({"text": if lang == "cy" { "Cymraeg" } else { "English" }, "tag": "button"})).await;
        self.until("the other language", |look| look.lang == lang && !look.heading.is_empty()).await
    }
}
