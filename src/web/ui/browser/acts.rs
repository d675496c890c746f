//! Buttons and forms in HTML of the composer: what they do is named in their `data-act`, and done by whoever listens here. What
//! concerns a field alone is done here: showing a passphrase, saying how hard it is to guess, and keeping what is not sent on yet.

use super::dom::{Event, listen};
use super::host::Host;
use gloo_events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// The id of the field for a passphrase: no page has two.
const PASSPHRASE: &str = "passphrase";

/// Listens inside the page. `act` is given the name of what a person wants done, `types` what stands in the field for a
/// passphrase whenever that changes.
pub(crate) fn on_acts(
    host: &Host,
    act: impl Fn(&str) + 'static,
    types: impl Fn(String) + 'static,
) -> [EventListener; 3] {
    let act = Rc::new(act);
    let (sends, shows_in, sent_in, keeps_in) = (act.clone(), host.clone(), host.clone(), host.clone());
    let clicked = move |event: &Event| {
        if let Some(name) = found(event, "button[data-act]", "data-act") {
            act(&name);
        } else if found(event, "[data-shows]", "data-shows").is_some() {
            show(&shows_in);
        }
    };
    let sent = move |event: &Event| {
        if let Some(name) = found(event, "form[data-act]", "data-act") {
            event.prevent_default();
            sends(&name);
            sent_in.forget_unsent();
        }
    };
    let typed = move |event: &Event| {
        let Some(id) = found(event, "[id=\"passphrase\"],[data-unsent]", "id") else { return };
        let text = event.target().map(|field| field.unchecked_into::<HtmlInputElement>().value());
        let text = text.unwrap_or_default();
        if id == PASSPHRASE {
            types(text);
        } else {
            keeps_in.keep_unsent(id, text);
        }
    };
    let root = host.root();
    [
        listen(root, "click", Box::new(clicked)),
        listen(root, "submit", Box::new(sent)),
        listen(root, "input", Box::new(typed)),
    ]
}

/// The attribute of the nearest element that matches around what an event met.
fn found(event: &Event, selector: &str, attribute: &str) -> Option<String> {
    let met: Element = event.target()?.dyn_into().ok()?;
    met.closest(selector).ok()??.get_attribute(attribute)
}

/// What stands in the field of a form that was sent on by this name, otherwise in the field of this id, or in that for a passphrase; in a
/// form of boxes what the ticked ones hold.
pub(crate) fn typed(host: &Host, name: &str) -> String {
    let of_form = |what| ["[data-act=\"", name, "\"] ", what].concat();
    // What is in the form itself comes first: a page may have a passphrase in another.
    let own = host.first(&of_form("textarea"));
    let field = own.or_else(|| host.first(&["[id=\"passphrase\"],[id=\"", name, "\"]"].concat()));
    if let Some(field) = field {
        return field.unchecked_into::<HtmlInputElement>().value();
    }
    let (mut ticked, mut at) = (String::new(), 0);
    let boxes = host.all(&of_form(":checked"));
    while let Some(field) = boxes.as_ref().and_then(|boxes| boxes.get(at)) {
        ticked.push_str(&field.unchecked_into::<HtmlInputElement>().value());
        ticked.push(' ');
        at += 1;
    }
    ticked
}

fn field(host: &Host) -> Option<HtmlInputElement> {
    host.first(&["[id=\"", PASSPHRASE, "\"]"].concat()).map(JsCast::unchecked_into)
}

/// Shows what stands there, or hides it again.
fn show(host: &Host) {
    let (Some(field), Some(button)) = (field(host), host.first("[data-shows]")) else { return };
    let hidden = field.type_() == "password";
    field.set_type(if hidden { "text" } else { "password" });
    let _ = button.set_attribute("aria-pressed", if hidden { "true" } else { "false" });
}

/// Says how hard it is to guess, in the words that the form brings.
pub(crate) fn say_strength(host: &Host, step: Option<u8>) {
    let Some(says) = host.first("[id=\"passphrase-says\"]") else { return };
    let words = step.and_then(|step| says.get_attribute(&["data-step", &step.to_string()].concat()));
    says.set_text_content(words.as_deref());
}
