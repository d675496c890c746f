//! Everything that can happen on the page.

use super::{Output, Page, Saved, Sealed, SideProgram};
use crate::answers::Answers;
use crate::base::date::Date;
use crate::base::secret::Secret;
use crate::base::words::Language;
use crate::interview::{Field, FieldInput};
use crate::pack::{FactId, Pack, PageRef, Part};
use crate::protocol::{SealEvent, WorkerEvent};

/// What a case begins with, from the browser: its clock and its randomness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCase {
    /// Today.
    pub today: Date,
    /// A random reference, such as `K7Q2-M9XD`.
    pub reference: String,
}

/// Why a chosen file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is larger than anything it could be.
    TooLarge,
    /// The browser did not give it out.
    Unreadable,
}

/// Everything that can happen.
#[derive(Debug)]
pub enum Change {
    /// Something was typed or picked.
    Typed(Field, FieldInput),
    /// An entry was added to a group.
    EntryAdded(FactId),
    /// An entry was removed, by its key.
    EntryRemoved(FactId, u32),
    /// The entry that was removed last is put back.
    EntryPutBack,
    /// The person moved to a page.
    Navigated(Page),
    /// The person went to change an answer, and comes back to the page they were on.
    NavigatedToCorrect(Page),
    /// The same, to a field of a page of questions.
    NavigatedToField(PageRef, Field),
    /// The person went to ask somebody else a question.
    AskOpened(FactId),
    /// Something was done where replies are taken, by its name, with what was typed for it.
    ReplyTyped(String, String),
    /// The person pressed the page's own way back.
    BackPressed,
    /// The browser moved to an entry of its history.
    HistoryMoved(u32),
    /// A page of questions was sent on.
    PageSubmitted(PageRef),
    /// What is wrong is on the page already, and does not let it be sent on.
    PageRefused,
    /// An entry of the group on a page was sent on.
    EntrySubmitted {
        /// The page of the group.
        page: PageRef,
        /// The key of the entry.
        key: u32,
        /// Which page of the entry, from 0.
        part: usize,
    },
    /// The person went on to the referral.
    ReferralStarted,
    /// The person went on to the referral against the result.
    DisagreementSubmitted,
    /// The other language was picked.
    LanguageChosen(Language),
    /// Another system gave answers.
    Prefilled(Box<Answers>),
    /// It is this day now.
    DayChanged(Date),
    /// Whether whoever embeds the page may be told how it goes.
    SharingDecided(bool),
    /// The answers so far are to be saved, to go on with later.
    SaveDraft,
    /// A passphrase is being typed.
    PassphraseTyped(Secret),
    /// Something is to be sealed with a passphrase.
    SaveSealed(Sealed, Secret),
    /// Parts are to be sealed, as the composer names them, or the draft ([`DRAFT`](super::DRAFT)): for these keys.
    PartsSealed(String, String),
    /// A file was chosen that is sealed: its bytes.
    SealedFileChosen(Vec<u8>),
    /// The passphrase, or the key, of that.
    SealedFileOpened(Secret),
    /// The page is to be covered and locked.
    Locked,
    /// The page is to be uncovered.
    Uncovered,
    /// The passphrase of what was locked.
    Unlocked(Secret),
    /// There was no sign of the person for so many seconds; and what a case begins with, if this one is forgotten for that.
    Idle(u32, NewCase),
    /// The sealer said something; and what a case begins with, if this one is locked away.
    SealerSaid(SealEvent, NewCase),
    /// The sealer did not start, or it has ended.
    SealerFailed,
    /// Something is wanted of the composer.
    Requested(Output),
    /// A part is to be made as PDF and given to whoever embeds the page.
    SendToHost(Part),
    /// Something is wanted of the composer that is made from files: their texts.
    FilesChosen(Output, Vec<String>),
    /// A chosen file could not be read.
    FileNotRead(FileFault),
    /// A pack is to be changed: the text of its file, blank for the pack of this copy.
    PackOpened(String),
    /// The person says of what was found at a place of the review that it is right as it is.
    FindingConfirmed(usize),
    /// What was found at a place of the review is to be kept in Part B.
    FindingMoved(usize),
    /// A file was saved, or could not be.
    FileSaved(Saved),
    /// The self-test is to try the ways out.
    SelfTestAsked {
        /// Those that need a window, and not the rest.
        needs_window: bool,
    },
    /// The self-test knows this by now, as JSON.
    SelfTested(String),
    /// The composer said something; and what a case begins with, if that opens one.
    ComposerSaid(WorkerEvent, NewCase),
    /// The pack of this copy is here with the words of every question.
    WordsLoaded(&'static Pack),
    /// The composer did not start, or it has ended.
    ComposerFailed,
    /// The composer is of another build than the page.
    ComposerStale,
    /// The composer is to be started again.
    RestartComposer {
        /// For what is asked for now; otherwise that is given up.
        keep_job: bool,
    },
    /// A program beside the page is here, or will not come.
    ProgramArrived(SideProgram, bool),
    /// The network was shut, or could not be.
    NetworkShut(bool),
    /// The person goes on although it could not be.
    NetworkAccepted,
    /// Page one is to be seen beside the questions, or not.
    PageOneOpened(bool),
    /// Whether one more press of a Shift key leaves the page.
    ExitNear(bool),
    /// Everything is to be forgotten.
    Cleared(NewCase),
    /// The page is being left quickly.
    Left(NewCase),
}

impl Change {
    /// Whether it is for a page that is covered too: what uncovers or ends it, and what the browser and the programs say.
    pub(super) fn goes_on_under_lock(&self) -> bool {
        matches!(
            self,
            Self::LanguageChosen(_)
                | Self::DayChanged(_)
                | Self::Uncovered
                | Self::Unlocked(_)
                | Self::Idle(..)
                | Self::SealerSaid(..)
                | Self::SealerFailed
                | Self::ComposerSaid(..)
                | Self::WordsLoaded(_)
                | Self::ComposerFailed
                | Self::ComposerStale
                | Self::RestartComposer { .. }
                | Self::ProgramArrived(..)
                | Self::NetworkShut(_)
                | Self::ExitNear(_)
                | Self::Cleared(_)
                | Self::Left(_)
        )
    }
}
