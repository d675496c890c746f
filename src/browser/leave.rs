//! Leaving for another website at once.

/// Goes to `address` in place of this page, so that "back" does not return here.
pub(crate) fn leave_for(address: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(address);
    }
}

/// Loads this page afresh, which forgets everything.
pub(crate) fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
