//! The case that a panel is drawn of: the page gives its form as a draft of today.

use drive_screening_core::base::date::Date;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::interview::{Draft, Form, Interview, Referral};
use drive_screening_core::pack::{Pack, Stage};
use drive_screening_core::screening::screen;

/// A form, how far it is, and its reference: blank if none was begun.
pub(crate) struct DraftCase {
    pub(crate) reference: String,
    pub(crate) stage: Stage,
    pub(crate) form: Form,
    /// What the panel was given of it before today, last.
    pub(crate) last: Option<Referral>,
}

impl DraftCase {
    /// Reads a draft.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn read(pack: &Pack, draft: Json, today: Date) -> Result<Self, Vec<Problem>> {
        let mut draft = Draft::read(pack, draft, today)?;
        let reference = draft.reference.take().unwrap_or_default();
        let last = Referral::last(&draft.referrals(pack, today), today).cloned();
        Ok(Self { reference, stage: draft.stage, form: draft.form(), last })
    }

    /// Does something with the interview as it stands.
    pub(crate) fn interview<T>(&self, pack: &Pack, with: impl FnOnce(Interview<'_>) -> T) -> T {
        let answers = self.form.answers(pack);
        let outcome = screen(pack, &answers);
        with(Interview { pack, form: &self.form, answers: &answers, outcome: &outcome, stage: self.stage })
    }
}
