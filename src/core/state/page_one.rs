//! Page one of the panel pack, beside the questions of a referral.

use super::{Before, Output, Page, State};
use crate::pack::Stage;

/// Whether it is seen, and whether it is as what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageOne {
    /// It is seen wherever it is offered.
    pub is_open: bool,
    /// Something changed since it was asked for.
    pub(super) is_stale: bool,
}

impl State {
    /// Whether page one can be seen beside the page the person is on: while a referral is written, and not before its result is
    /// there, as nobody is to fit answers to it.
    pub fn offers_page_one(&self) -> bool {
        self.editing.is_none()
            && self.visit.stage == Stage::Referral
            && !self.sealing.is_covered()
            && matches!(self.page(), Page::Tasks | Page::Questions(_) | Page::Item(..))
    }

    /// Asks for page one as it is now, once nothing else is asked for: one after another, the last typed always.
    pub(super) fn follow_on_page_one(&mut self, before: &Before) {
        let now = Before::of(self);
        self.page_one.is_stale |=
            (now.turns, now.language, now.day) != (before.turns, before.language, before.day);
        let is_seen = self.page_one.is_open && self.offers_page_one();
        if is_seen && self.jobs.is_idle() && std::mem::take(&mut self.page_one.is_stale) {
            self.jobs.set_current(Output::PageOne);
        }
    }
}
