//! The page's network: open until everything that the page will need is in its memory, then shut.

use super::{Command, ComposerState, Page, State};

/// A program beside the page, each of which is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideProgram {
    /// It composes documents, explains and opens files. The page of a referral has its words of the questions from it too.
    Composer,
    /// It locks files and opens them.
    Sealer,
    /// It writes PDF and Word files, with their fonts.
    Exporter,
}

impl SideProgram {
    /// Every one, in the order in which they are fetched.
    pub const ALL: [Self; 3] = [Self::Composer, Self::Sealer, Self::Exporter];

    /// Its name in the scripts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Composer => "composer",
            Self::Sealer => "sealer",
            Self::Exporter => "exporter",
        }
    }
}

/// What the browser blocks of the fetches that the page could make.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NetworkState {
    /// Nothing yet.
    #[default]
    Open,
    /// All of them.
    Shut,
    /// It does not take the page's policy, or the page is somebody else's.
    Refused,
}

/// How it goes with the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// What the browser blocks.
    pub state: NetworkState,
    /// What is still being fetched.
    pub awaited: Vec<SideProgram>,
    /// What did not come.
    pub missing: Vec<SideProgram>,
    /// The person goes on although the browser does not take the policy.
    accepted: bool,
    /// The page goes on without what has not come, some seconds from when the person first wanted to.
    is_limited: bool,
}

impl Network {
    /// Nothing has come yet.
    pub(super) fn new() -> Self {
        Self {
            state: NetworkState::default(),
            awaited: SideProgram::ALL.to_vec(),
            missing: Vec::new(),
            accepted: false,
            is_limited: false,
        }
    }
}

impl Network {
    /// The same where nothing is locked or opened.
    pub(super) fn without_sealer() -> Self {
        let mut network = Self::new();
        network.awaited.retain(|program| *program != SideProgram::Sealer);
        network
    }
}

impl State {
    /// Whether the page the person is on takes something of a case, and the network is not shut: it is not shown then.
    pub fn waits_for_network(&self) -> bool {
        let takes_nothing = matches!(
            self.page(),
            Page::Start
                | Page::Privacy
                | Page::Accessibility
                | Page::Glossary
                | Page::Report
                | Page::Clear
                | Page::Ended
        );
        let is_shut = match self.network.state {
            NetworkState::Open => false,
            NetworkState::Shut => true,
            NetworkState::Refused => self.network.accepted,
        };
        // The network of somebody else's page stays as it is.
        let can_be_shut = self.editing.is_none() && !self.is_guest;
        can_be_shut && !takes_nothing && !is_shut
    }

    /// A program beside the page has come, or will not.
    pub(super) fn arrived(&mut self, program: SideProgram, is_here: bool, commands: &mut Vec<Command>) {
        let Some(at) = self.network.awaited.iter().position(|awaited| *awaited == program) else { return };
        self.network.awaited.remove(at);
        if !is_here {
            self.network.missing.push(program);
        } else if program == SideProgram::Composer && self.jobs.composer == ComposerState::Failed {
            // It was late, and waited for no longer.
            self.jobs.restart(commands);
        }
        if self.network.awaited.is_empty() {
            commands.push(Command::ShutNetwork);
        }
    }

    /// Has the wait end, once the person first wants to go on.
    pub(super) fn limit_wait(&mut self, commands: &mut Vec<Command>) {
        if self.waits_for_network() && !std::mem::replace(&mut self.network.is_limited, true) {
            commands.push(Command::LimitFetching);
        }
    }

    /// The network was shut, or the browser did not take the policy.
    pub(super) fn network_is(&mut self, shut: bool) {
        let waited = self.waits_for_network();
        self.network.state = if shut { NetworkState::Shut } else { NetworkState::Refused };
        if waited {
            // Drawn with what the person came for, and read from its heading.
            self.navigation.turns += 1;
        }
    }

    /// The person goes on all the same.
    pub(super) fn accept_network(&mut self) {
        self.network.accepted = true;
        self.navigation.turns += 1;
    }
}
