//! What a test sees of the page, and the waits for it.

use super::harness::Visit;
use serde::Deserialize;
use serde_json::Value;

/// An element, as far as tests care.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Seen {
    pub(crate) tag: String,
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) value: String,
    pub(crate) checked: bool,
    pub(crate) class: String,
}

/// The page at one moment.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Look {
    pub(crate) heading: String,
    pub(crate) state: Value,
    pub(crate) url: String,
    pub(crate) title: String,
    pub(crate) lang: String,
    pub(crate) focus: Option<Seen>,
    pub(crate) controls: Vec<Seen>,
    /// The fields of which a browser might keep or send something, each with what it lacks.
    pub(crate) exposed: Vec<String>,
    pub(crate) errors: Vec<String>,
    pub(crate) text: String,
    /// What the bar says.
    pub(crate) bar: String,
    pub(crate) wide: f64,
    pub(crate) window: f64,
}

impl Look {
    /// Whether focus is on the heading.
    pub(crate) fn on_heading(&self) -> bool {
        self.focus.as_ref().is_some_and(|focus| focus.tag == "h1")
    }

    /// Whether focus is on an answer: a field, the button that adds to a list, or its row among all answers.
    fn on_answer(&self) -> bool {
        self.focus.as_ref().is_some_and(|focus| {
            let adds = focus.tag == "button" && !focus.id.is_empty();
            adds || ["input", "textarea"].contains(&focus.tag.as_str())
        })
    }

    /// Whether focus is on the error summary.
    pub(crate) fn on_summary(&self) -> bool {
        self.focus.as_ref().is_some_and(|focus| focus.class.contains("govuk-error-summary"))
    }

    /// The controls of a fact.
    pub(crate) fn of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Seen> {
        self.controls.iter().filter(move |control| control.name == name)
    }

    /// The names of the controls, each once, in the order of the page.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.controls.iter().map(|control| control.name.clone()).collect();
        names.dedup();
        names
    }
}

/// The title of every page that stands around this one in a test.
pub(crate) const HOST: &str = "Example case system";

impl Visit {
    /// The page now.
    pub(crate) async fn look(&self) -> Look {
        let seen = self.ask("return look();").await;
        serde_json::from_value(seen.clone()).unwrap_or_else(|error| panic!("{error}: {seen}"))
    }

    /// Waits for a page other than `before`, with focus on its heading, or on the answer that the person came to change or changed.
    pub(crate) async fn next(&self, before: &Look) -> Look {
        let old = before.state.clone();
        let what = format!("a page after \"{}\", focus on its heading or an answer", before.heading);
        let look =
            self.until(&what, |look| look.state != old && (look.on_heading() || look.on_answer())).await;
        assert!(look.state.is_u64(), "history holds more than a number: {}", look.state);
        assert_eq!(look.url, self.address());
        assert_eq!(look.exposed, Vec::<String>::new(), "on \"{}\"", look.heading);
        self.titled(&look, false);
        look
    }

    /// Waits for focus on the error summary of this page.
    pub(crate) async fn refused(&self) -> Look {
        let look = self
            .until("focus on the error summary", |look| look.on_summary() && !look.errors.is_empty())
            .await;
        self.titled(&look, true);
        look
    }

    /// Every page is named in the browser, in its language, with "Error" first where something is wrong; a page that this
    /// one stands in keeps its own title.
    fn titled(&self, look: &Look, refused: bool) {
        if !self.path.is_empty() {
            assert_eq!(look.title, HOST);
            return;
        }
        let (error, product) = if look.lang == "cy" {
            ("Gwall: ", " – Sgrinio Drive")
        } else {
            ("Error: ", " – Drive screening")
        };
        let named = look.title.strip_suffix(product).unwrap_or_else(|| panic!("{:?}", look.title));
        assert_eq!(named.starts_with(error), refused, "{named}");
        assert!(named.trim_start_matches(error).len() > 3, "{named}");
    }

    /// The text of an element.
    pub(crate) async fn text_of(&self, selector: &str) -> String {
        let text = self.ask(&format!("return PAGE.querySelector({selector:?})?.innerText ?? '';")).await;
        text.as_str().unwrap_or_default().trim().to_owned()
    }
}
