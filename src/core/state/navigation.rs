//! Where the person is and was.

use super::{Command, Page};
use crate::pack::FactId;

/// The pages that were shown, as the browser's history has them. The address never changes: an entry of the history is the
/// number of a page in this list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Navigation {
    /// At least one.
    visited: Vec<Page>,
    at: usize,
    /// Where a changed answer comes back to.
    pub return_to: Option<Page>,
    /// The question whose answer that is: where the person is on that page then.
    pub changed: Option<FactId>,
    /// The browser's history is this page's own.
    pub owns_history: bool,
    /// Counts how often another page was shown.
    pub turns: usize,
    /// Counts how often a page or a file was refused, or something was shown beside the page: focus moves to it each time.
    pub refusals: usize,
}

impl Navigation {
    pub(super) fn new(owns_history: bool) -> Self {
        Self {
            visited: vec![Page::Start],
            at: 0,
            return_to: None,
            changed: None,
            owns_history,
            turns: 0,
            refusals: 0,
        }
    }

    /// The page the person is on.
    pub fn page(&self) -> Page {
        self.visited.get(self.at).copied().unwrap_or(Page::Start)
    }

    /// Whether there is a page before this one.
    pub fn can_go_back(&self) -> bool {
        self.at > 0
    }

    /// The page before this one.
    pub(super) fn before(&self) -> Option<Page> {
        self.visited.get(self.at.wrapping_sub(1)).copied()
    }

    /// Whether an entry was opened from a page: whether that was the one before the pages of entries up to this one.
    pub(super) fn entry_opened_from(&self, page: Page) -> bool {
        let before = self.visited.iter().take(self.at).rev();
        before.copied().find(|visited| !matches!(visited, Page::Item(..))) == Some(page)
    }

    /// Goes to a page, after which there is none to go forward to.
    pub(super) fn go_to(&mut self, page: Page) -> Option<Command> {
        self.visited.truncate(self.at + 1);
        self.visited.push(page);
        self.at = self.visited.len() - 1;
        let number = u32::try_from(self.at).unwrap_or(u32::MAX);
        self.owns_history.then_some(Command::PushHistory(number))
    }

    /// Forgets where a changed answer comes back to.
    pub(super) fn stay_away(&mut self) {
        (self.return_to, self.changed) = (None, None);
    }

    /// The page is drawn anew and read from its heading, as the button that was pressed is not on it any more: with focus nowhere
    /// nobody knows where they are, and Firefox takes no more keys for buttons.
    pub(super) fn pressed_is_gone(&mut self) {
        self.turns += 1;
    }

    /// Goes back, where the browser's history is not this page's.
    pub(super) fn back(&mut self) {
        self.at = self.at.saturating_sub(1);
    }

    /// Goes to an entry of the browser's history, or to the last there is.
    pub(super) fn move_to(&mut self, number: u32) {
        let last = self.visited.len().saturating_sub(1);
        self.at = usize::try_from(number).unwrap_or(usize::MAX).min(last);
    }

    /// Begins anew at a page, with none before it.
    pub(super) fn restart_at(&mut self, page: Page) {
        self.visited = vec![page];
        self.at = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_after_going_back_takes_the_place_of_those_ahead() {
        let mut navigation = Navigation::new(true);
        assert_eq!(navigation.go_to(Page::Tasks), Some(Command::PushHistory(1)));
        assert_eq!(navigation.go_to(Page::Check), Some(Command::PushHistory(2)));
        navigation.move_to(1);
        assert_eq!((navigation.page(), navigation.can_go_back()), (Page::Tasks, true));
        navigation.move_to(2);
        assert_eq!(navigation.page(), Page::Check);
        navigation.move_to(0);
        assert_eq!((navigation.page(), navigation.can_go_back()), (Page::Start, false));
        assert_eq!(navigation.go_to(Page::Open), Some(Command::PushHistory(1)));
        navigation.move_to(2);
        assert_eq!(navigation.page(), Page::Open);
    }

    #[test]
    fn a_history_of_somebody_else_is_left_alone() {
        let mut navigation = Navigation::new(false);
        assert_eq!(navigation.go_to(Page::Tasks), None);
        navigation.back();
        navigation.back();
        assert_eq!(navigation.page(), Page::Start);
        navigation.restart_at(Page::Ended);
        assert_eq!((navigation.page(), navigation.can_go_back()), (Page::Ended, false));
    }
}
