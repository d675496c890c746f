//! Answers whatever a page of questions asks, by keyboard, from a sheet.

use super::data::facts;
use super::harness::Visit;
use super::keys::{CONTROL, DOWN, TAB, UP};
use super::page::{Look, Seen};
use serde_json::{Map, Value, json};

/// Headings by which a walk knows where it is.
pub(crate) const STOP: &str = "No further answer can change the result";
/// What an answer asks to be done at once.
pub(crate) const ACT: &str = "Do first";
pub(crate) const RESULT: &str = "Screening result";
pub(crate) const TASKS: &str = "Screening and referral";
pub(crate) const JUDGEMENT: &str = "Your professional judgement";

/// What to do when the page says that nothing more can change the result.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum AtStop {
    SeeResult,
    GoOn,
}

/// What was met on the way.
#[derive(Default)]
pub(crate) struct Walk {
    pub(crate) pages: Vec<String>,
    pub(crate) asked: Vec<String>,
    pub(crate) stopped: bool,
}

impl Visit {
    /// From the task list through every page of the screening to the result.
    pub(crate) async fn screen(&self, sheet: &Map<String, Value>, at_stop: AtStop) -> Walk {
        let mut walk = Walk::default();
        let mut look = self.go("Continue").await;
        while look.heading != RESULT {
            assert!(walk.pages.len() < 40, "the screening does not end: {:?}", walk.pages);
            assert_eq!(self.text_of(".ds-verdict").await, "", "a verdict before the result");
            walk.pages.push(look.heading.clone());
            look = if look.heading == ACT {
                self.go("I have read this").await
            } else if look.heading == STOP {
                assert!(!walk.stopped, "the early stop came twice");
                walk.stopped = true;
                self.go(if at_stop == AtStop::SeeResult { "See the result" } else { "Keep answering" }).await
            } else {
                walk.asked.extend(self.answer_page(sheet).await);
                self.submit().await
            };
        }
        walk
    }

    /// From where all answers stand: goes to the next of the pages that may be added to a referral. None once all were there.
    pub(crate) async fn next_addition(&self, been: &mut Vec<String>) -> Option<Look> {
        self.answers_drawn().await;
        // What is missing may begin with the same words.
        let names = "
            const fold = [...PAGE.querySelectorAll('main details')].find((fold) => fold.innerText.startsWith('Add what'));
            return [...fold.querySelectorAll('li button')].map((button) => {
              const name = button.innerText.trim();
              return [name, stops().filter((stop) => describe(stop).text.startsWith(name)).indexOf(button)];
            });";
        let names: Vec<(String, usize)> = serde_json::from_value(self.ask(names).await).unwrap();
        let (name, index) = names.into_iter().find(|(name, _)| !been.contains(name))?;
        let before = self.look().await;
        self.to_nth(&name, index).await;
        self.press(&super::keys::ENTER.to_string()).await;
        been.push(name);
        Some(self.next(&before).await)
    }

    /// Opens what is folded away of an entry, where there is something.
    async fn unfold_entry(&self) {
        let is_folded = "return [...PAGE.querySelectorAll('main form details:not([open]) > summary')]
            .some((fold) => fold.innerText.startsWith('More about'));";
        if self.ask(is_folded).await == true {
            self.push(&json!({"starts": "More about", "tag": "summary"})).await;
        }
    }

    /// Answers every page of an entry and sends it on, back to the list it was opened from; what was asked.
    pub(crate) async fn answer_entry(&self, sheet: &Map<String, Value>) -> Vec<String> {
        let mut asked = Vec::new();
        loop {
            asked.extend(self.answer_page(sheet).await);
            if self.submit_and_act().await {
                return asked;
            }
        }
    }

    /// Sends a page of an entry on; whether that was the last.
    async fn submit_and_act(&self) -> bool {
        if self.submit().await.heading == ACT {
            self.go("I have read this").await;
        }
        self.is_list().await
    }

    /// Whether the page is a list that entries are added to.
    pub(crate) async fn is_list(&self) -> bool {
        self.ask("return PAGE.querySelector('main form button[id]') !== null;").await == true
    }

    /// Answers every question of the page, also those that come up on the way. Returns what was asked.
    pub(crate) async fn answer_page(&self, sheet: &Map<String, Value>) -> Vec<String> {
        let mut done: Vec<String> = Vec::new();
        // What an entry may hold besides is not of the core.
        if !self.quick {
            self.unfold_entry().await;
        }
        loop {
            let look = self.look().await;
            let Some(name) = look.names().into_iter().find(|name| !done.contains(name)) else {
                return done;
            };
            careful(&look, &name);
            let answer = sheet.get(&name).cloned().unwrap_or_else(|| json!("not_known"));
            self.answer(&look, &name, &answer).await;
            done.push(name);
        }
    }

    /// Answers one question by keys, and checks that the page took it.
    pub(crate) async fn answer(&self, look: &Look, name: &str, answer: &Value) {
        let controls: Vec<&Seen> = look.of(name).collect();
        let first = controls.first().unwrap_or_else(|| panic!("\"{}\" does not ask {name}", look.heading));
        if first.kind == "radio" {
            return self.pick(name, &controls, answer.as_str().unwrap()).await;
        }
        if answer == "not_known" {
            return self.tick(name, "not_known").await;
        }
        match answer {
            Value::Array(values) if values.is_empty() => self.tick(name, "none_of_these").await,
            Value::Array(values) => {
                for value in values {
                    self.tick(name, value.as_str().unwrap()).await;
                }
            }
            Value::String(date) if controls.iter().filter(|control| control.kind == "text").count() == 3 => {
                let parts: Vec<&str> = date.split('-').collect();
                self.fill_date(&first.id, [parts[2], parts[1], parts[0]]).await;
            }
            Value::String(text) => self.type_in(&first.id, text).await,
            number => self.type_in(&first.id, &number.to_string()).await,
        }
    }

    /// Picks a radio: by its digit, or by arrow keys and Space.
    async fn pick(&self, name: &str, radios: &[&Seen], value: &str) {
        let place = |wanted: &dyn Fn(&Seen) -> bool| radios.iter().position(|radio| wanted(radio));
        let to =
            place(&|radio| radio.value == value).unwrap_or_else(|| panic!("{name} has no option {value}"));
        if !(self.quick && self.is_headed_by(name).await) {
            self.to(&json!({"name": name, "type": "radio"})).await;
        }
        if (to % 2 == 1 || self.quick) && to < 9 {
            self.press_digit(to).await;
        } else {
            match place(&|radio| radio.checked) {
                Some(from) if from == to => {}
                Some(from) if from > to => self.press(&UP.to_string().repeat(from - to)).await,
                from if to > 0 => self.press(&DOWN.to_string().repeat(to - from.unwrap_or(0))).await,
                _ => self.press_one(' ').await,
            }
        }
        let script =
            format!("return radios({name:?}).filter((radio) => radio.checked).map((radio) => radio.value);");
        assert_eq!(self.ask(&script).await, json!([value]), "{name} takes the key");
    }

    /// Whether the focus is on a heading that stands in the question's own group, or in that group: there digits work.
    async fn is_headed_by(&self, name: &str) -> bool {
        let script =
            format!("return focused()?.closest('fieldset')?.querySelector('[name=\"{name}\"]') != null;");
        self.ask(&script).await == true
    }

    async fn press_digit(&self, place: usize) {
        self.press_one(char::from_digit(u32::try_from(place + 1).unwrap(), 10).unwrap()).await;
    }

    /// Ticks a box by Space, or by its digit.
    pub(crate) async fn tick(&self, name: &str, value: &str) {
        let boxes = "return [...PAGE.querySelectorAll(`input[type=checkbox][name=\"${NAME}\"]`)].map((one) => one.value);";
        let boxes = self.ask(&boxes.replace("${NAME}", name)).await;
        // One alone is no list.
        let boxes = boxes.as_array().filter(|boxes| boxes.len() > 1);
        let place = boxes.and_then(|boxes| boxes.iter().position(|one| *one == value));
        let first_in = !self.is_headed_by(name).await;
        match place.filter(|place| *place < 9 && (self.quick || place % 3 == 2)) {
            Some(place) => {
                if first_in {
                    self.to(&json!({"name": name, "type": "checkbox"})).await;
                }
                self.press_digit(place).await;
            }
            None => {
                let seen = self.to(&json!({"name": name, "type": "checkbox", "value": value})).await;
                assert!(!seen.checked, "{name} {value} is ticked already");
                self.press_one(' ').await;
            }
        }
        let ticked = self.ask("return focused().checked;").await;
        assert_eq!(ticked, true, "{name} takes {value}");
    }

    /// Types a date into its three fields, moving on by Tab.
    pub(crate) async fn fill_date(&self, id: &str, [day, month, year]: [&str; 3]) {
        self.to(&json!({"id": id})).await;
        for (part, last) in [(day, false), (month, false), (year, true)] {
            // Whoever is quick has it empty.
            if !self.quick {
                self.press_with(CONTROL, "a").await;
            }
            self.press(part).await;
            if !last {
                self.press(&TAB.to_string()).await;
            }
        }
        let script =
            format!("return ['', '-month', '-year'].map((end) => PAGE.getElementById({id:?} + end).value);");
        assert_eq!(self.ask(&script).await, json!([day, month, year]), "{id} keeps what was typed");
    }

    async fn type_in(&self, id: &str, text: &str) {
        self.fill(id, text).await;
        assert_eq!(self.ask("return focused().value;").await, text, "{id} keeps what was typed");
    }
}

/// A control is named by its fact, and "not known" is offered where it is taken.
pub(crate) fn careful(look: &Look, name: &str) {
    let offers_not_known = facts().get(name).copied().unwrap_or_else(|| panic!("{name} is no fact"));
    let offered = look.of(name).any(|control| control.value == "not_known");
    assert_eq!(offered, offers_not_known, "{name}: \"not known\"");
}
