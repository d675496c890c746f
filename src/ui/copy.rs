//! The criteria and settings of a copy, once for all copies of a page that were given the same.

use crate::browser::settings::Settings;
use crate::pack::Pack;
use crate::site::Site;
use std::cell::RefCell;

/// What a copy screens by. It lives as long as the page: however often an element comes and goes, it is here once.
#[derive(Clone, Copy)]
pub(super) struct Copy {
    pub(super) site: &'static Site,
    pub(super) pack: &'static Pack,
}

thread_local! {
    static COPIES: RefCell<Vec<(Settings, Copy)>> = const { RefCell::new(Vec::new()) };
}

/// The copy that was read from the same before.
pub(super) fn known(settings: &Settings) -> Option<Copy> {
    COPIES.with_borrow(|copies| copies.iter().find(|(of, _)| of == settings).map(|(_, copy)| *copy))
}

/// Keeps what was read.
pub(super) fn keep(settings: Settings, site: Site, pack: Pack) -> Copy {
    let copy = Copy { site: Box::leak(Box::new(site)), pack: Box::leak(Box::new(pack)) };
    COPIES.with_borrow_mut(|copies| copies.push((settings, copy)));
    copy
}
