//! The commands that follow from a change, for the browser to carry out.

use crate::base::words::Language;
use crate::pack::Part;
use crate::protocol::{Job, SealRequest};

/// Something for the browser to do. A command that has a result brings it back as a [`Change`](super::Change).
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Add an entry to the browser's history, of this number.
    PushHistory(u32),
    /// Give the current entry of the browser's history this number.
    ReplaceHistory(u32),
    /// Go back in the browser's history, which comes back as `HistoryMoved`.
    GoBack,
    /// Start the composer; one that runs ends first. If it cannot be started that comes back as `ComposerFailed`.
    StartComposer,
    /// Give the composer what this copy's criteria are read from.
    LoadCriteria,
    /// Ask the composer for the criteria with the words of every question.
    AskSetup,
    /// Give the composer a job, of today.
    AskComposer {
        /// The number of the job.
        number: u32,
        /// The language it is done in.
        language: Language,
        /// The job.
        job: Job,
    },
    /// Save the file that came with the composer's reply. That it was given to the browser, or was not, comes back as
    /// `FileSaved`.
    SaveFile {
        /// Its name.
        name: String,
        /// Its media type.
        media_type: String,
    },
    /// Save a text as a file, in the same way.
    SaveText {
        /// The name of the file.
        name: String,
        /// Its media type.
        media_type: &'static str,
        /// What is in it.
        text: String,
    },
    /// Save bytes as a file, in the same way.
    SaveBytes {
        /// The name of the file.
        name: String,
        /// Its media type.
        media_type: &'static str,
        /// What is in it.
        bytes: Vec<u8>,
    },
    /// Have the file that came with the composer's reply sealed for these keys, under this number.
    SealFile {
        /// The number of the request.
        number: u32,
        /// The public keys, a blank between them.
        keys: String,
    },
    /// Ask the sealer for something; it is started if it does not run. That it cannot be comes back as `SealerFailed`.
    AskSealer(SealRequest),
    /// End the sealer, with the memory it took.
    EndSealer,
    /// Go on without what is still being fetched, after a while.
    LimitFetching,
    /// Give the file that came with the composer's reply to whoever embeds the page.
    SendToHost {
        /// The part that it is.
        part: Part,
        /// Its name.
        name: String,
        /// Its media type.
        media_type: String,
    },
    /// Tell whoever embeds the page that everything was cleared.
    TellClosed {
        /// The person left quickly.
        left: bool,
    },
    /// Tell whoever embeds the page whether it may be told how it goes.
    TellAgreed(bool),
    /// Shut the page's network. Whether that could be done comes back as `NetworkShut`.
    ShutNetwork,
    /// Try the ways out of the page. What came of them comes back as `SelfTested`.
    RunSelfTest {
        /// Those that need a window, and not the rest.
        needs_window: bool,
    },
    /// Go to the site's safe address in place of this page.
    LeavePage,
    /// Move to the heading of the page.
    FocusHeading,
    /// Move to the element of an id, once it is there.
    FocusId(String),
    /// Move to what is wrong, or to what was asked for beside the page.
    FocusProblem,
}
