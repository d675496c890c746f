//! An element of the page: made at once, and kept up to date by effects where what it shows may change.
//!
//! `view!` gives every piece of a page, every attribute and every closure a type with code of its own, which made the
//! app several times its size. Here everything is one type. What listens or follows a signal belongs to the owner it
//! was made under, and goes with it.

use crate::browser::dom::{self, Event};
use crate::browser::host::Host;
use leptos::prelude::*;
use leptos::tachys::renderer::dom::Dom;
use std::any::Any;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, Node};

/// An element, or several side by side.
pub(crate) struct El(Node);

/// An element of a class, which may be empty.
pub(crate) fn el(tag: &str, class: &str) -> El {
    let made = El(Dom::create_element(tag, None).unchecked_into());
    if class.is_empty() { made } else { made.attr("class", class) }
}

/// An element of a class that holds a text.
pub(crate) fn said(tag: &str, class: &str, text: &str) -> El {
    el(tag, class).text(text)
}

/// Several elements, with nothing around them.
pub(crate) fn several() -> El {
    El(document().create_document_fragment().unchecked_into())
}

impl El {
    /// The node, to mount.
    pub(crate) fn node(&self) -> &Node {
        &self.0
    }

    fn element(&self) -> &Element {
        self.0.unchecked_ref()
    }

    /// Where it is typed or ticked.
    fn input(&self) -> HtmlInputElement {
        self.0.clone().unchecked_into()
    }

    fn append(&self, child: &Node) {
        Dom::insert_node(self.element(), child, None);
    }

    /// Sets an attribute.
    pub(crate) fn attr(self, name: &str, value: &str) -> Self {
        Dom::set_attribute(self.element(), name, value);
        self
    }

    /// Sets an attribute if there is a value for it.
    pub(crate) fn attr_if(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Sets the id.
    pub(crate) fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// Adds a text.
    pub(crate) fn text(self, text: &str) -> Self {
        self.append(&Dom::create_text_node(text));
        self
    }

    /// Adds an element.
    #[allow(clippy::needless_pass_by_value, reason = "an element stands in one place only")]
    pub(crate) fn child(self, child: Self) -> Self {
        self.append(&child.0);
        self
    }

    /// Adds elements in order; also one that may not be there.
    pub(crate) fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Fills the element with HTML, which whoever wrote it has escaped.
    pub(crate) fn html(self, host: &Host, html: &str) -> Self {
        host.fill(self.element(), html);
        self
    }

    /// Acts on an event. One press is one step: a click that is not meant for this is none.
    pub(crate) fn on(self, event: &str, act: impl Fn(&Event) + 'static) -> Self {
        self.listen(event, Box::new(act));
        self
    }

    fn listen(&self, event: &str, act: Box<dyn Fn(&Event)>) {
        let is_click = event == "click";
        let heard = move |event: &Event| {
            if is_click && !dom::is_meant(event) {
                // Nor does it follow a link or send a form.
                event.prevent_default();
            } else {
                untrack(|| act(event));
            }
        };
        keep(Box::new(dom::listen(&self.0, event, Box::new(heard))));
    }

    /// Sets an attribute for as long as there is a value for it.
    pub(crate) fn attr_live(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        let element = self.element().clone();
        follow(Box::new(value), move |value| match value {
            Some(value) => Dom::set_attribute(&element, name, value),
            None => Dom::remove_attribute(&element, name),
        });
        self
    }

    /// Adds a text that may change. It is put there anew each time: a browser that translates pages takes the text away
    /// and puts elements of its own in its place, where what was changed in the old one would never be seen.
    pub(crate) fn text_live(self, text: impl Fn() -> String + 'static) -> Self {
        let (start, end) = self.ends();
        follow(Box::new(move || Some(text())), move |text| {
            clear(&start, &end);
            before(&end, &Dom::create_text_node(text.unwrap_or_default()));
        });
        self
    }

    /// Two places at the end, for what may change between them.
    fn ends(&self) -> (Node, Node) {
        let place = || -> Node { Dom::create_placeholder().unchecked_into() };
        let ends = (place(), place());
        self.append(&ends.0);
        self.append(&ends.1);
        ends
    }

    /// Shows what a field holds. Where that is already to be seen nothing is set, so that the caret stays.
    pub(crate) fn value_live(self, value: impl Fn() -> String + 'static) -> Self {
        let input = self.input();
        follow(Box::new(move || Some(value())), move |value| {
            let value = value.unwrap_or_default();
            if input.value() != value {
                input.set_value(value);
            }
        });
        self
    }

    /// Shows whether a box is ticked.
    pub(crate) fn checked_live(self, checked: impl Fn() -> bool + 'static) -> Self {
        let input = self.input();
        effect(Box::new(move || {
            let checked = checked();
            if input.checked() != checked {
                input.set_checked(checked);
            }
        }));
        self
    }

    /// Adds what `view` gives, made afresh whenever `key` changes and for no other reason.
    pub(crate) fn redrawn(
        self,
        key: impl Fn() -> usize + 'static,
        view: impl Fn() -> Self + 'static,
    ) -> Self {
        self.redraw(Box::new(key), Box::new(move |_| view()));
        self
    }

    /// Adds what `view` gives while `shown` holds.
    pub(crate) fn shown(self, shown: impl Fn() -> bool + 'static, view: impl Fn() -> Self + 'static) -> Self {
        self.redraw(
            Box::new(move || usize::from(shown())),
            Box::new(move |key| if key == 0 { several() } else { view() }),
        );
        self
    }

    fn redraw(&self, key: Box<dyn Fn() -> usize>, view: Box<dyn Fn(usize) -> Self>) {
        let (start, end) = self.ends();
        // What is drawn hangs on this owner, not on the effect, which runs more often than the key changes.
        let outer = Owner::current();
        let mut drawn: Option<(usize, Owner)> = None;
        effect(Box::new(move || {
            let key = key();
            if drawn.as_ref().is_some_and(|(before, _)| *before == key) {
                return;
            }
            // Listeners and effects go before what they belong to.
            drawn = None;
            clear(&start, &end);
            let owner = outer.as_ref().map_or_else(Owner::new, Owner::child);
            before(&end, &owner.with(|| untrack(|| view(key))).0);
            drawn = Some((key, owner));
        }));
    }
}

/// A key that is another one whenever what is read is: for [`El::redrawn`], where there is no count of the changes.
pub(crate) fn changes<T: PartialEq + 'static>(
    read: impl Fn() -> T + 'static,
) -> impl Fn() -> usize + 'static {
    let last = RefCell::new((None, 0));
    move || {
        let now = Some(read());
        let mut last = last.borrow_mut();
        if last.0 != now {
            *last = (now, last.1 + 1);
        }
        last.1
    }
}

/// Removes everything between two places.
fn clear(start: &Node, end: &Node) {
    while let Some(node) = start.next_sibling().filter(|node| node != end) {
        Dom::remove(&node);
    }
}

/// Puts a node, or what a fragment holds, before another.
pub(crate) fn before(there: &Node, node: &Node) {
    if let Some(parent) = there.parent_node() {
        Dom::insert_node(parent.unchecked_ref(), node, Some(there));
    }
}

/// Runs at once, and again whenever a signal it read has changed.
pub(crate) fn effect(mut run: Box<dyn FnMut()>) {
    keep(Box::new(RenderEffect::new(move |_| run())));
}

/// Calls `show` with each new value.
fn follow(value: Box<dyn Fn() -> Option<String>>, show: impl Fn(Option<&str>) + 'static) {
    let mut shown: Option<Option<String>> = None;
    effect(Box::new(move || {
        let value = value();
        if shown.as_ref() != Some(&value) {
            show(value.as_deref());
            shown = Some(value);
        }
    }));
}

/// Keeps something until the current owner goes.
pub(crate) fn keep(kept: Box<dyn Any>) {
    StoredValue::new_local(kept);
}
