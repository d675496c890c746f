//! Putting the page into the document, under Leptos' root owner.

use crate::browser::dom::one_press_one_step;
use gloo_events::EventListener;
use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::prelude::*;
use leptos::tachys::renderer::types::Element;
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

/// What was drawn: ended when dropped, with its owner and all that hangs on it.
pub(crate) struct Drawn {
    owner: Option<Owner>,
    _mounted: UnmountHandle<<AnyView as Render>::State>,
    _hears: EventListener,
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
pub(crate) fn mount(root: &Element, view: Box<dyn FnOnce() -> AnyView>) -> Drawn {
    let owner = Rc::new(Cell::new(None));
    let drawn = owner.clone();
    let mounted = mount_to_renderer(root, move || {
        drawn.set(Owner::current());
        view()
    });
    Drawn { owner: owner.take(), _mounted: mounted, _hears: one_press_one_step(root) }
}

/// Runs at once, and again whenever a signal it read has changed, until the current owner goes.
pub(crate) fn effect(mut run: Box<dyn FnMut()>) {
    keep(Box::new(RenderEffect::new(move |_| run())));
}

/// Keeps something until the current owner goes.
pub(crate) fn keep(kept: Box<dyn Any>) {
    StoredValue::new_local(kept);
}
