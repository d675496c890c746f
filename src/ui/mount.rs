//! Putting the page into the document, under Leptos' root owner.

use super::element::El;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Render};
use wasm_bindgen::JsCast;

/// Draws what `view` gives at the end of the body, for good.
pub(crate) fn mount(view: impl FnOnce() -> El + 'static) {
    leptos::mount::mount_to_renderer(&leptos::tachys::dom::body(), view).forget();
}

impl Render for El {
    type State = Self;

    fn build(self) -> Self {
        self
    }

    fn rebuild(self, state: &mut Self) {
        state.node().before(self.node());
        state.unmount();
        *state = self;
    }
}

impl Mountable for El {
    fn unmount(&mut self) {
        self.node().remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        // Only a parent that cannot hold the element refuses it.
        let _ = parent.insert_before(self.node().unchecked_ref(), marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let node: &Node = self.node().unchecked_ref();
        let Some(parent) = node.parent_element() else {
            return false;
        };
        child.mount(&parent, Some(node));
        true
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}
