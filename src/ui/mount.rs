//! Putting the page into the document, under Leptos' root owner.

use super::element::{El, before};
use leptos::tachys::renderer::dom::Dom;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Render};

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
        before(state.node(), self.node());
        state.unmount();
        *state = self;
    }
}

impl Mountable for El {
    fn unmount(&mut self) {
        Dom::remove(self.node());
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Dom::insert_node(parent, self.node(), marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.node().parent_element() else {
            return false;
        };
        child.mount(&parent, Some(self.node()));
        true
    }

    fn elements(&self) -> Vec<Element> {
        Vec::new()
    }
}
