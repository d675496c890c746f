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

thread_local! {
    static INSTANCES: RefCell<Vec<(Settings, Instance)>> = const { RefCell::new(Vec::new()) };
}

/// The instance that was read from the same before.
pub(super) fn known(settings: &Settings) -> Option<Instance> {
    INSTANCES.with_borrow(|instances| {
        instances.iter().find(|(of, _)| of == settings).map(|(_, instance)| *instance)
    })
}

/// Keeps what was read.
pub(super) fn keep(settings: Settings, site: Site, pack: Pack) -> Instance {
    let instance = Instance { site: Box::leak(Box::new(site)), pack: Box::leak(Box::new(pack)) };
    INSTANCES.with_borrow_mut(|instances| instances.push((settings, instance)));
    instance
}
