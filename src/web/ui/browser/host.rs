//! The host of an instance of the page: a page of its own, or an element of somebody else's page.

use super::dom::{Event, before_paint, listen};
use drive_screening_core::base::json;
use drive_screening_core::base::words::Language;
use drive_screening_core::embed::Message;
use gloo_events::EventListener;
use js_sys::Function;
use leptos::prelude::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, EventTarget, HtmlElement, HtmlInputElement, NodeList};

/// What the address ends in where the criteria are looked at.
pub(crate) const ABOUT: &str = "#about";
/// What it ends in where they are changed.
pub(crate) const EDITOR: &str = "#edit";
/// What it ends in where a question is answered that somebody sent.
pub(crate) const REPLY: &str = "#reply";
/// What it ends in where the keys of a team are made.
pub(crate) const KEYS: &str = "#keys";
/// What it ends in where a site tries all of it before it begins.
pub(crate) const DRILL: &str = "#drill";
/// What it ends in where this copy shows that nothing leaves it.
pub(crate) const SELF_TEST: &str = "#self-test";

#[wasm_bindgen]
extern "C" {
    /// What `boot.js` or `embed.js` gives.
    pub type Options;
    /// The text of `site.json` and of the pack it names, or a status in place of a text that did not come; and what another
    /// system answers, if anything.
    #[wasm_bindgen(method, getter)]
    fn given(this: &Options) -> JsValue;
    /// The programs beside the page.
    #[wasm_bindgen(method, getter)]
    fn programs(this: &Options) -> Programs;
    /// Shuts the page's network, where it is this copy's own.
    #[wasm_bindgen(method)]
    fn shut(this: &Options) -> bool;
    /// Fills an element with HTML, in a page that wants to know where HTML comes from too.
    #[wasm_bindgen(method)]
    fn fill(this: &Options, element: &Element, html: &str);
    /// Whether the page around it is somebody else's.
    #[wasm_bindgen(method, getter)]
    fn guest(this: &Options) -> bool;
    /// The self-test of `self_test.js`, where the page is open for it.
    #[wasm_bindgen(method, getter, js_name = selfTest)]
    fn self_test(this: &Options) -> JsValue;
    /// The address of the folder with the other pages, where they are set up as this copy is.
    #[wasm_bindgen(method, getter)]
    fn folder(this: &Options) -> Option<String>;
    /// The language to start in, where the site offers it.
    #[wasm_bindgen(method, getter)]
    fn lang(this: &Options) -> Option<String>;
    /// The name of what embeds this copy, as the person knows it.
    #[wasm_bindgen(method, getter)]
    fn name(this: &Options) -> Option<String>;
    /// What hears messages for whoever embeds this copy: the message as JSON, and the bytes of a document.
    #[wasm_bindgen(method, getter)]
    fn tell(this: &Options) -> Option<Function>;
    /// What hears whether the person agrees that whoever embeds this copy is told something.
    #[wasm_bindgen(method, getter)]
    fn agreed(this: &Options) -> Option<Function>;
}

#[wasm_bindgen]
extern "C" {
    /// What `programs.js` gives.
    type Programs;
    /// Starts the composer.
    #[wasm_bindgen(method, catch)]
    fn composer(this: &Programs) -> Result<web_sys::Worker, JsValue>;
    /// Starts the sealer.
    #[wasm_bindgen(method, catch)]
    fn sealer(this: &Programs) -> Result<web_sys::Worker, JsValue>;
    /// Has a function called with the name of each program, once, and whether it is here.
    #[wasm_bindgen(method)]
    fn arrived(this: &Programs, hears: &JsValue);
    /// Fetches nothing more.
    #[wasm_bindgen(method)]
    fn stop(this: &Programs);
}

/// Where this copy stands. Everything it draws is inside `root`, and it changes nothing outside of it unless the page is
/// its own.
#[derive(Clone)]
pub(crate) struct Host(Rc<Inside>);

struct Inside {
    root: HtmlElement,
    options: Options,
    guest: bool,
    /// The id of a field that nothing reads before it is sent on, and what was typed in it last.
    unsent: RefCell<(String, String)>,
}

impl Host {
    pub(crate) fn new(root: HtmlElement, options: Options) -> Self {
        let guest = options.guest();
        Self(Rc::new(Inside { root, options, guest, unsent: RefCell::default() }))
    }

    /// Whether the page around it is somebody else's.
    pub(crate) fn is_guest(&self) -> bool {
        self.0.guest
    }

    /// What the criteria are read from.
    pub(crate) fn given(&self) -> JsValue {
        self.0.options.given()
    }

    /// Starts the composer. None if the browser gives no worker.
    pub(crate) fn composer(&self) -> Option<web_sys::Worker> {
        self.0.options.programs().composer().ok()
    }

    /// Starts the sealer. None if the browser gives no worker.
    pub(crate) fn sealer(&self) -> Option<web_sys::Worker> {
        self.0.options.programs().sealer().ok()
    }

    /// Tells of each program beside the page by its name, once, whether it is here.
    pub(crate) fn on_arrived(&self, hears: impl Fn(&str, bool) + 'static) {
        let hears = Closure::<dyn Fn(String, bool)>::new(move |name: String, here| hears(&name, here));
        self.0.options.programs().arrived(&hears.into_js_value());
    }

    /// Fetches nothing more: what has not come stays away.
    pub(crate) fn stop_fetching(&self) {
        self.0.options.programs().stop();
    }

    /// The self-test, where the page is open for it and its script came.
    pub(super) fn self_test(&self) -> JsValue {
        self.0.options.self_test()
    }

    /// Fills an element with HTML, which whoever wrote it has escaped.
    pub(crate) fn fill(&self, element: &Element, html: &str) {
        self.0.options.fill(element, html);
        self.put_back_unsent();
    }

    /// Keeps what was typed in a field that nothing reads before it is sent on: that of one field, as the others have been sent on
    /// by then.
    pub(super) fn keep_unsent(&self, id: String, text: String) {
        self.0.unsent.replace((id, text));
    }

    /// Forgets that.
    pub(crate) fn forget_unsent(&self) {
        self.0.unsent.take();
    }

    /// Once it is there to be seen, has the field hold what was typed in it.
    pub(crate) fn put_back_unsent(&self) {
        if self.0.unsent.borrow().0.is_empty() {
            return;
        }
        let host = self.clone();
        before_paint(move || {
            // As it is by then: somebody may have typed on.
            let (id, text) = &*host.0.unsent.borrow();
            if let Some(field) = host.first(&["[id=\"", id, "\"]"].concat()) {
                // A `textarea` has the same property.
                let field: HtmlInputElement = field.unchecked_into();
                if field.value() != *text {
                    field.set_value(text);
                }
            }
        });
    }

    /// The language that was asked for.
    pub(crate) fn lang(&self) -> Option<String> {
        self.0.options.lang()
    }

    /// The element that everything is drawn in.
    pub(crate) fn root(&self) -> &HtmlElement {
        &self.0.root
    }

    /// The name of what embeds this copy, where something does that can hear.
    pub(crate) fn name(&self) -> Option<String> {
        self.0.options.tell()?;
        self.0.options.name().filter(|name| !name.trim().is_empty())
    }

    /// Says something to whoever embeds this copy, if anybody does.
    pub(crate) fn tell(&self, message: Message<'_>, bytes: &JsValue) {
        self.tell_text(&json::write(&message.to_json()), bytes);
    }

    /// Says what another program of this copy put in words.
    pub(crate) fn tell_text(&self, message: &str, bytes: &JsValue) {
        if let Some(tell) = self.0.options.tell() {
            // What a host makes of it is its own business.
            let _ = tell.call2(&JsValue::NULL, &message.into(), bytes);
        }
    }

    /// Says whether whoever embeds this copy may be told anything: without that not even how tall it is.
    pub(crate) fn agreed(&self, agreed: bool) {
        if let Some(hears) = self.0.options.agreed() {
            let _ = hears.call1(&JsValue::NULL, &agreed.into());
        }
    }

    /// Whether the browser's history is this copy's own. The page around a frame can count the entries of both, and how many
    /// pages a case takes follows from what was answered.
    pub(crate) fn owns_history(&self) -> bool {
        let page = window();
        !self.0.guest && page.parent().ok().flatten().is_none_or(|around| around == page)
    }

    /// The first element inside that matches.
    pub(crate) fn first(&self, selector: &str) -> Option<HtmlElement> {
        self.0.root.query_selector(selector).ok().flatten().map(JsCast::unchecked_into)
    }

    /// All elements inside that match.
    pub(crate) fn all(&self, selector: &str) -> Option<NodeList> {
        self.0.root.query_selector_all(selector).ok()
    }

    /// Moves focus to the first element that matches, if there is one, also where it is not meant to be operated.
    pub(crate) fn focus(&self, selector: &str) {
        let Some(found) = self.first(selector) else { return };
        if found.tab_index() < 0 && !found.has_attribute("tabindex") {
            found.set_tab_index(-1);
        }
        let _ = found.focus();
    }

    /// Moves focus to the element of an id.
    pub(crate) fn focus_id(&self, id: &str) {
        if let Some(found) = self.first(&["[id=\"", id, "\"]"].concat()) {
            if let Ok(Some(folded)) = found.closest("details:not([open])") {
                let _ = folded.set_attribute("open", "");
            }
            found.scroll_into_view();
            let _ = found.focus();
        }
    }

    /// The address of the pages about the criteria, in a language; none where they may be of other criteria than this copy.
    pub(crate) fn address(&self, fragment: &str, language: Language) -> Option<String> {
        Some([&self.0.options.folder()?, "criteria.html", fragment, "/", language.tag()].concat())
    }

    /// Scrolls to the top.
    pub(crate) fn to_top(&self) {
        if self.0.guest {
            self.0.root.scroll_into_view();
        } else {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Tells the browser and screen readers which language this is in.
    pub(crate) fn set_language(&self, tag: &str) {
        let page = || document().document_element();
        let element: Option<Element> = if self.0.guest { Some(self.0.root.clone().into()) } else { page() };
        if let Some(element) = element {
            let _ = element.set_attribute("lang", tag);
        }
    }

    /// Names the page in the browser, where it is this copy's own.
    pub(crate) fn set_title(&self, title: &str) {
        if !self.0.guest {
            document().set_title(title);
        }
    }

    /// Shuts the page's network: from here on the browser blocks every fetch that this page could make. False if the browser
    /// does not take the policy, or if the page is somebody else's.
    pub(crate) fn shut_network(&self) -> bool {
        self.0.options.shut()
    }

    /// Listens to keys, on the whole page or inside alone.
    pub(crate) fn on_key(&self, act: impl Fn(&Event) + 'static) -> EventListener {
        let window = window();
        let target: &EventTarget = if self.0.guest { &self.0.root } else { &window };
        listen(target, "keydown", Box::new(act))
    }

    /// Listens to what a person does, on the whole page or inside alone, without any way to prevent it.
    pub(crate) fn on_passing(&self, event: &'static str, act: Box<dyn Fn(&Event)>) -> EventListener {
        let window = window();
        let target: &EventTarget = if self.0.guest { &self.0.root } else { &window };
        EventListener::new(target, event, act)
    }
}

/// `use:filled=(host, html)`: fills an element with HTML, which whoever wrote it has escaped.
#[allow(clippy::needless_pass_by_value, reason = "a directive is given its element")]
pub(crate) fn filled(element: Element, (host, html): (Host, String)) {
    host.fill(&element, &html);
}

/// Opens the print dialogue.
pub(crate) fn print() {
    let _ = window().print();
}

/// Whether the address ends in this, with or without a language.
pub(crate) fn is_at(fragment: &str) -> bool {
    window().location().hash().is_ok_and(|hash| hash.starts_with(fragment))
}
