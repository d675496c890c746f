//! The case, which "clear" forgets.

use super::NewCase;
use crate::answers::Renewed;
use crate::base::date::Date;
use crate::base::words::Localized;
use crate::interview::{Field, FieldError, Form, as_of};
use crate::pack::{Pack, Stage};
use crate::protocol::{Finding, ReviewFindings};

/// What is known of a case, and what its person has seen and said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// What was typed.
    pub form: Form,
    /// Before or after the result.
    pub stage: Stage,
    /// The reference of the documents.
    pub reference: String,
    /// What the panel was given before, as the composer wrote it.
    pub referrals: Vec<String>,
    /// What is wrong with the page that was sent on.
    pub errors: Vec<FieldError>,
    /// What came of screening answers of an earlier day as of today, where some were.
    pub rescreened: Option<Localized>,
    /// What an earlier version of the pack called otherwise, in an opened file, until its page is sent on.
    pub renewed: Vec<Renewed>,
    /// What the referrer once saved of themself was filled in.
    pub details_filled: bool,
    /// What is known was filled in, or is being filled in.
    pub is_filled: bool,
    /// The early stop was offered.
    pub stop_offered: bool,
    /// The urgent flags that were shown since they were raised.
    pub urgent_seen: Vec<String>,
    /// The result the person saw last.
    pub result_seen: Option<String>,
    /// Whether whoever embeds the page may be told how it goes, once that was asked.
    pub may_tell: Option<bool>,
    /// Why a file could not be opened, as HTML.
    pub open_error: Option<Localized>,
    /// What should be looked at before documents are made, as the composer gave it.
    pub review: Option<ReviewFindings>,
    /// Counts what was found, confirmed and moved.
    pub reviews: usize,
    /// The names of files that were given to the browser.
    pub saved_files: Vec<String>,
    /// What the person looked at and found to be right: the field, and what stands there.
    confirmed: Vec<(Field, String)>,
}

impl Visit {
    pub(super) fn new(NewCase { today, reference }: NewCase) -> Self {
        Self {
            form: Form::new(today),
            stage: Stage::Screening,
            reference,
            referrals: Vec::new(),
            errors: Vec::new(),
            rescreened: None,
            renewed: Vec::new(),
            details_filled: false,
            is_filled: false,
            stop_offered: false,
            urgent_seen: Vec::new(),
            result_seen: None,
            may_tell: None,
            open_error: None,
            review: None,
            reviews: 0,
            saved_files: Vec::new(),
            confirmed: Vec::new(),
        }
    }

    /// Goes on with a form of some day, as of today.
    pub(super) fn continue_with(&mut self, form: Form, pack: &Pack) {
        let today = self.form.screened_on;
        self.rescreened = None;
        self.renewed = Vec::new();
        self.form = form;
        self.set_day(today, pack);
    }

    /// What was answered so far is screened as of this day, and the page says what that changed.
    pub(super) fn set_day(&mut self, day: Date, pack: &Pack) {
        let before = (!self.form.is_blank()).then(|| self.form.answers(pack));
        self.form.day_is(day);
        if let Some(before) = before {
            self.rescreened = as_of(pack, before, day).1;
        }
    }

    /// Notes that a file was given to the browser.
    pub(super) fn note_saved(&mut self, name: &String) {
        if !self.saved_files.contains(name) {
            self.saved_files.push(name.clone());
        }
    }

    /// Notes what should be looked at, or that it is being looked for.
    pub(super) fn set_review(&mut self, findings: Option<ReviewFindings>) {
        self.review = findings;
        self.reviews += 1;
    }

    /// Notes that something found in a field is right as it is.
    pub(super) fn confirm(&mut self, field: Field, found: String) {
        self.confirmed.push((field, found));
        self.reviews += 1;
    }

    /// What was found in Part A and is neither moved nor confirmed, with its place and its field.
    pub(super) fn findings_left(&self, pack: &Pack) -> Vec<(usize, Field, Finding)> {
        let findings = self.review.as_ref().map_or(&[][..], |review| &review.findings);
        let placed = findings.iter().enumerate();
        let placed =
            placed.filter_map(|(at, finding)| Some((at, finding.field(pack, &self.form)?, finding.clone())));
        let is_left = |(_, field, finding): &(usize, Field, Finding)| {
            !self.confirmed.iter().any(|(at, found)| at == field && *found == finding.found)
        };
        placed.filter(is_left).collect()
    }
}
