//! Putting the page into the document, under Leptos' root owner.

use super::element::{El, before};
use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::Owner;
use leptos::tachys::renderer::dom::Dom;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::{Mountable, Render};
use std::cell::Cell;
use std::rc::Rc;

/// What was drawn: ended when dropped, with its owner and all that hangs on it.
pub(crate) struct Drawn {
    owner: Option<Owner>,
    _mounted: UnmountHandle<El>,
}

impl Drop for Drawn {
    /// What is drawn anew holds its owner, and would live as long as that.
    fn drop(&mut self) {
        if let Some(owner) = &self.owner {
            owner.cleanup();
        }
    }
}

/// Draws what `view` gives at the end of an element.
pub(crate) fn mount(root: &Element, view: impl FnOnce() -> El + 'static) -> Drawn {
    let owner = Rc::new(Cell::new(None));
    let drawn = owner.clone();
    let mounted = mount_to_renderer(root, move || {
        drawn.set(Owner::current());
        view()
    });
    Drawn { owner: owner.take(), _mounted: mounted }
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
    /// Several elements side by side are nowhere themselves: who empties what they stand in removes them.
    fn unmount(&mut self) {
        if self.node().parent_node().is_some() {
            Dom::remove(self.node());
        }
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
