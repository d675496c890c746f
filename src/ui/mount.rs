//! Putting the page into the document, under Leptos' root owner.

use super::element::{El, before};
use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::tachys::renderer::dom::Dom;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Render};

/// What was drawn: ended when dropped, with its owner and all that hangs on it.
pub(crate) type Drawn = UnmountHandle<El>;

/// Draws what `view` gives at the end of an element.
pub(crate) fn mount(root: &Element, view: impl FnOnce() -> El + 'static) -> Drawn {
    mount_to_renderer(root, view)
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
