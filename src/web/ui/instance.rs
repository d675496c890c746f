//! The criteria and settings of a copy, once for all instances of a page that were given the same.

use crate::browser::settings::Settings;
use drive_screening_core::pack::Pack;
use drive_screening_core::site::Site;
use std::cell::RefCell;

/// What an instance of the page screens by. It lives as long as the page: however often an element comes and goes, it is here once.
#[derive(Clone, Copy)]
pub(super) struct Instance {
    pub(super) site: &'static Site,
    pub(super) pack: &'static Pack,
}

/// An instance with what it was read from.
struct Kept {
    settings: Settings,
    /// As it was first read: a visit that began with this pack may still have it.
    first: &'static Pack,
    instance: Instance,
}

thread_local! {
    static INSTANCES: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// The instance that was read from the same before.
pub(super) fn known(settings: &Settings) -> Option<Instance> {
    INSTANCES.with_borrow(|instances| {
        instances.iter().find(|kept| kept.settings == *settings).map(|kept| kept.instance)
    })
}

/// Keeps what was read.
pub(super) fn keep(settings: Settings, site: Site, pack: Pack) -> Instance {
    let instance = Instance { site: Box::leak(Box::new(site)), pack: Box::leak(Box::new(pack)) };
    INSTANCES.with_borrow_mut(|instances| instances.push(Kept { settings, first: instance.pack, instance }));
    instance
}

/// Keeps the pack of an instance with the words of every question, for every visit from now on.
pub(super) fn keep_words(first: &'static Pack, pack: Pack) -> &'static Pack {
    INSTANCES.with_borrow_mut(|instances| {
        let Some(kept) = instances.iter_mut().find(|kept| std::ptr::eq(kept.first, first)) else {
            return first;
        };
        if !kept.instance.pack.is_whole() {
            kept.instance.pack = Box::leak(Box::new(pack));
        }
        kept.instance.pack
    })
}
