//! Changes to a pack, where the page is open for that.

/// Changes to a pack, in the form of this visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editing {
    /// The text of its file, blank for the pack of this copy.
    pub source: String,
    /// The form is there.
    pub form_loaded: bool,
    /// What the changes come to, as the composer gave it last: JSON.
    pub summary: Option<String>,
    /// Something was typed since that was asked for.
    stale: bool,
    /// Something was typed since the pack was opened.
    unsaved: bool,
}

impl Editing {
    /// A pack whose form has just come: what it comes to is still to be asked.
    pub(super) fn of(source: String) -> Self {
        Self { source, form_loaded: true, stale: true, ..Self::default() }
    }

    /// Whether something would be lost by leaving.
    pub(super) fn unsaved(&self) -> bool {
        self.unsaved
    }

    /// Notes that something was typed.
    pub(super) fn typed(&mut self) {
        (self.stale, self.unsaved) = (true, true);
    }

    /// The summary is in words, and has to be in those of the other language.
    pub(super) fn language_changed(&mut self) {
        self.stale |= self.summary.is_some();
    }

    /// The summary that was asked for will not come.
    pub(super) fn summary_lost(&mut self) {
        self.stale = true;
    }

    /// Whether the summary is to be asked for; from then on it is not, until something else is typed.
    pub(super) fn take_stale(&mut self) -> bool {
        self.form_loaded && std::mem::take(&mut self.stale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_asked_for_once_for_all_that_was_typed() {
        let mut editing = Editing::of(String::new());
        assert!(editing.take_stale() && !editing.take_stale());
        assert!(!editing.unsaved());
        editing.typed();
        editing.typed();
        assert!(editing.take_stale() && !editing.take_stale());
        assert!(editing.unsaved());
        editing.summary_lost();
        assert!(editing.take_stale());
    }

    #[test]
    fn nothing_is_asked_for_before_the_form_is_there() {
        let mut editing = Editing::default();
        editing.typed();
        assert!(!editing.take_stale());
        editing.form_loaded = true;
        assert!(editing.take_stale());
    }

    #[test]
    fn only_a_summary_that_is_there_is_put_in_other_words() {
        let mut editing = Editing { form_loaded: true, ..Editing::default() };
        editing.language_changed();
        assert!(!editing.take_stale());
        editing.summary = Some("{}".to_owned());
        editing.language_changed();
        assert!(editing.take_stale());
    }
}
