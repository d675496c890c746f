//! Files and the page itself under lock: what the sealer is asked for, and what comes of it.

use super::words::SEALER_FAILED;
use super::{Command, Destination, NewCase, Output, Page, Sealed, State, Visit};
use crate::base::json;
use crate::base::secret::Secret;
use crate::base::words::{Localized, Phrase};
use crate::interview::Draft;
use crate::protocol::{LockKey, MOST_PASSPHRASE, SealEvent, SealJob, SealReply, SealRequest};

/// How often the page asks again to be locked, where the sealer does not answer.
const LOCK_TRIES: u32 = 3;

/// What a sealed file is called by the browser. It has no registered type.
const SEALED_TYPE: &str = "application/octet-stream";

/// Whether the page shows what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Lock {
    /// It does.
    #[default]
    Open,
    /// It is covered. No passphrase was set, so whoever comes goes on; it is forgotten after a while.
    Covered,
    /// It is covered, and being locked.
    Locking {
        /// How often that was tried.
        tries: u32,
        /// How many seconds there had been no sign of the person when that began.
        since: u32,
    },
    /// What was typed is in memory only as these bytes, which the passphrase opens.
    Locked(Vec<u8>),
}

/// How hard a passphrase is to guess, from at once to beyond anybody's means.
pub const STRENGTHS: [Phrase; 5] = [
    Phrase { en: "Guessed at once", cy: "Yn cael ei ddyfalu ar unwaith" },
    Phrase { en: "Easy to guess", cy: "Hawdd ei ddyfalu" },
    Phrase {
        en: "Can be guessed with effort: add a word",
        cy: "Gellir ei ddyfalu gydag ymdrech: ychwanegwch air",
    },
    Phrase { en: "Hard to guess", cy: "Anodd ei ddyfalu" },
    Phrase { en: "Very hard to guess", cy: "Anodd iawn ei ddyfalu" },
];

/// What is sealed in place of parts where somebody else is to go on with it.
pub const DRAFT: &str = "draft";

/// What the sealer is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Purpose {
    Save(Sealed),
    SaveFor(String),
    Lock,
    Unlock,
    Open,
    Fingerprints,
}

/// Files and the page under lock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sealing {
    /// Whether the page shows what was typed.
    pub lock: Lock,
    /// What locks it with a passphrase, once one was set.
    pub lock_key: Option<LockKey>,
    /// How hard the passphrase is to guess that stands in the field, from 0 to 4.
    pub strength: Option<u8>,
    /// What is wrong with it, or with the file, and what to do.
    pub problem: Option<Localized>,
    /// A sealed file that waits for its passphrase.
    pub file: Option<Vec<u8>>,
    /// The keys of those whom parts can be sealed for, in words, a line each.
    pub fingerprints: String,
    /// Which parts are sealed, the panel pack first if it is, and for which keys.
    pub parts: String,
    keys: String,
    /// In how many seconds what is covered is forgotten.
    pub seconds_left: Option<u32>,
    /// It was forgotten because nobody came.
    pub was_forgotten: bool,
    /// Where the person was when it was locked.
    locked_at: Option<Page>,
    current: Option<(u32, Purpose)>,
    /// The strength is asked for beside what else is.
    strength_number: u32,
    last_number: u32,
}

impl Sealing {
    /// Whether the person waits for it.
    pub fn is_busy(&self) -> bool {
        self.current.is_some()
    }

    /// Whether the page shows nothing of a case.
    pub fn is_covered(&self) -> bool {
        self.lock != Lock::Open
    }

    /// Forgets what stands on a page: the file that waits, and what was said of a passphrase.
    pub(super) fn leave_page(&mut self) {
        (self.file, self.problem, self.strength) = (None, None, None);
    }
}

impl State {
    /// Says how hard a passphrase is to guess, as it is typed.
    pub(super) fn passphrase_typed(&mut self, passphrase: Secret, commands: &mut Vec<Command>) {
        self.sealing.strength = None;
        if passphrase.bytes().is_empty() || passphrase.bytes().len() > MOST_PASSPHRASE {
            return;
        }
        self.sealing.last_number += 1;
        self.sealing.strength_number = self.sealing.last_number;
        let (number, job) = (self.sealing.last_number, SealJob::Strength(passphrase));
        commands.push(Command::AskSealer(SealRequest { number, job }));
    }

    /// Has something sealed with a passphrase, which locks the page from then on too.
    pub(super) fn save_sealed(&mut self, what: Sealed, passphrase: Secret, commands: &mut Vec<Command>) {
        let content = match what {
            Sealed::Draft => Some(self.draft().into()),
            Sealed::Details => Some(self.details()),
            Sealed::LockOnly => None,
        };
        self.ask_sealer(Purpose::Save(what), SealJob::Seal { passphrase, content }, commands);
    }

    fn name_of_draft(&self) -> String {
        [&self.visit.reference, "-draft.age"].concat()
    }

    /// Has parts made and then sealed; or everything, so that somebody else goes on with it.
    pub(super) fn seal_parts(&mut self, parts: String, keys: String, commands: &mut Vec<Command>) {
        if parts == DRAFT {
            let (name, content) = (self.name_of_draft(), self.draft().into());
            return self.ask_sealer(Purpose::SaveFor(name), SealJob::SealFor { keys, content }, commands);
        }
        self.sealing.problem = None;
        (self.sealing.parts, self.sealing.keys) = (parts, keys);
        self.request(Output::Zip, commands);
        self.jobs.send_to(Destination::Recipients);
    }

    /// Has the file that was made sealed.
    pub(super) fn seal_file(&mut self, name: &str, commands: &mut Vec<Command>) {
        let number = self.expect(Purpose::SaveFor([name, ".age"].concat()));
        commands.push(Command::SealFile { number, keys: self.sealing.keys.clone() });
    }

    /// Takes a sealed file, which is opened once its passphrase is there.
    pub(super) fn sealed_file_chosen(&mut self, file: Vec<u8>, commands: &mut Vec<Command>) {
        self.visit.open_error = None;
        self.jobs.side_panel = None;
        self.sealing.leave_page();
        self.sealing.file = Some(file);
        self.request(Output::OpenForm, commands);
    }

    /// Opens the file that waits.
    pub(super) fn open_sealed(&mut self, secret: Secret, commands: &mut Vec<Command>) {
        if let Some(file) = self.sealing.file.clone() {
            self.ask_sealer(Purpose::Open, SealJob::Open { secret, file, key: None }, commands);
        }
    }

    /// Covers the page, and locks it where a passphrase was set.
    pub(super) fn lock(&mut self, commands: &mut Vec<Command>) {
        if self.sealing.is_covered() || self.editing.is_some() || !self.has_answers() {
            return;
        }
        self.jobs.forget();
        self.sealing.leave_page();
        self.sealing.locked_at = Some(self.page());
        self.navigation.turns += 1;
        self.sealing.lock = Lock::Covered;
        if self.sealing.lock_key.is_some() {
            self.request(Output::UnlockForm, commands);
        }
        self.lock_what_was_typed(0, 0, commands);
    }

    fn lock_what_was_typed(&mut self, tries: u32, since: u32, commands: &mut Vec<Command>) {
        let Some(key) = &self.sealing.lock_key else { return };
        let public = key.public.clone();
        self.sealing.lock = Lock::Locking { tries, since };
        let content = self.draft().into();
        self.ask_sealer(Purpose::Lock, SealJob::Lock { public, content }, commands);
    }

    /// Uncovers the page, where no passphrase was set.
    pub(super) fn uncover(&mut self) {
        if self.sealing.lock == Lock::Covered {
            self.show_again();
        }
    }

    fn show_again(&mut self) {
        self.sealing.lock = Lock::Open;
        (self.sealing.seconds_left, self.sealing.locked_at) = (None, None);
    }

    /// Unlocks the page.
    pub(super) fn unlock(&mut self, passphrase: Secret, commands: &mut Vec<Command>) {
        let Some(key) = &self.sealing.lock_key else { return };
        let sealed = key.sealed.clone();
        let locked = match &self.sealing.lock {
            Lock::Locked(locked) => Some(locked.clone()),
            Lock::Locking { .. } => None,
            Lock::Open | Lock::Covered => return,
        };
        self.ask_sealer(Purpose::Unlock, SealJob::Unlock { passphrase, sealed, locked }, commands);
    }

    /// Whether anything follows from there being no sign of the person for so many seconds.
    pub fn minds_idle(&self, seconds: u32) -> bool {
        self.sealing.is_covered() || self.has_answers() && seconds >= self.limits.lock_after * 60
    }

    /// There was no sign of the person for so many seconds.
    pub(super) fn idle(&mut self, seconds: u32, new_case: NewCase, commands: &mut Vec<Command>) {
        let clear_after = self.limits.clear_after;
        if self.minds_idle(seconds) && !self.sealing.is_covered() {
            self.lock(commands);
            if let Lock::Locking { since, .. } = &mut self.sealing.lock {
                *since = seconds;
            }
        }
        let from = match self.sealing.lock {
            Lock::Covered => 0,
            // What is being locked is not forgotten meanwhile, however long the device slept.
            Lock::Locking { since, .. } => since,
            Lock::Open | Lock::Locked(_) => return,
        };
        let left = (clear_after * 60).saturating_sub(seconds.saturating_sub(from));
        self.sealing.seconds_left = Some(left);
        if left == 0 {
            self.clear(new_case, commands);
            self.sealing.was_forgotten = true;
        }
    }

    /// Has keys put in words, for the form that asked.
    pub(super) fn ask_for_fingerprints(&mut self, keys: String, commands: &mut Vec<Command>) {
        self.ask_sealer(Purpose::Fingerprints, SealJob::Fingerprints { keys }, commands);
    }

    fn expect(&mut self, purpose: Purpose) -> u32 {
        self.sealing.last_number += 1;
        let number = self.sealing.last_number;
        self.sealing.current = Some((number, purpose));
        self.sealing.problem = None;
        self.jobs.saved = None;
        number
    }

    fn ask_sealer(&mut self, purpose: Purpose, job: SealJob, commands: &mut Vec<Command>) {
        let number = self.expect(purpose);
        commands.push(Command::AskSealer(SealRequest { number, job }));
    }

    /// Takes what the sealer says.
    pub(super) fn sealer_said(&mut self, event: SealEvent, new_case: NewCase, commands: &mut Vec<Command>) {
        let SealEvent::Finished { number, reply } = event else { return };
        if let SealReply::Strength { step, .. } = reply {
            if number == self.sealing.strength_number {
                self.sealing.strength = Some(step);
            }
            return;
        }
        let Some((_, purpose)) = self.sealing.current.take_if(|(asked, _)| *asked == number) else { return };
        // Memory that a worker took for a passphrase it never gives back.
        commands.push(Command::EndSealer);
        match (purpose, reply) {
            (Purpose::Save(what), SealReply::Sealed(file, key)) => {
                self.sealing.lock_key = key;
                self.save_sealed_file(what, file, commands);
            }
            (Purpose::SaveFor(name), SealReply::Sealed(file, _)) => {
                commands.push(Command::SaveBytes { name, media_type: SEALED_TYPE, bytes: file });
            }
            (Purpose::Fingerprints, SealReply::Fingerprints(words)) => {
                self.sealing.fingerprints = words;
                if self.page() == Page::Seal {
                    self.request(Output::SealForm, commands);
                }
            }
            (Purpose::Lock, SealReply::Locked(locked)) => self.locked(locked, new_case, commands),
            (Purpose::Unlock, SealReply::Opened(content)) => self.unlocked(&content, commands),
            (Purpose::Open, SealReply::Opened(content)) => {
                self.sealing.leave_page();
                self.read_opened(&content, commands);
            }
            (Purpose::Lock, _) => self.lock_again(commands),
            (_, SealReply::Refused(why)) => {
                // Who tried to unlock it came before it was locked.
                if let Lock::Locking { since, .. } = self.sealing.lock {
                    self.lock_what_was_typed(0, since, commands);
                }
                self.sealing.problem = Some(why);
                self.navigation.refusals += 1;
            }
            // It answers nothing else to these.
            _ => {}
        }
    }

    /// The sealer did not start, or it has ended.
    pub(super) fn sealer_failed(&mut self, commands: &mut Vec<Command>) {
        let Some((_, purpose)) = self.sealing.current.take() else { return };
        commands.push(Command::EndSealer);
        if purpose == Purpose::Lock {
            return self.lock_again(commands);
        }
        self.sealing.problem = Some(SEALER_FAILED.fill(&[]));
        self.navigation.refusals += 1;
    }

    fn save_sealed_file(&mut self, what: Sealed, file: Vec<u8>, commands: &mut Vec<Command>) {
        let name = match what {
            Sealed::Draft => self.name_of_draft(),
            Sealed::Details => "my-details.age".to_owned(),
            // The page says that it locks from now on.
            Sealed::LockOnly => {
                self.navigation.pressed_is_gone();
                return self.request(Output::SaveForm, commands);
            }
        };
        commands.push(Command::SaveBytes { name, media_type: SEALED_TYPE, bytes: file });
    }

    /// What was typed is locked now, and in memory as nothing else.
    fn locked(&mut self, locked: Vec<u8>, new_case: NewCase, commands: &mut Vec<Command>) {
        if !matches!(self.sealing.lock, Lock::Locking { .. }) {
            return;
        }
        self.sealing.lock = Lock::Locked(locked);
        self.sealing.seconds_left = None;
        let before = std::mem::replace(&mut self.visit, Visit::new(new_case));
        (self.visit.may_tell, self.visit.saved_files) = (before.may_tell, before.saved_files);
        // So is the program that was given it.
        self.jobs.restart(commands);
    }

    /// It could not be locked. It stays covered, and asks for the passphrase all the same.
    fn lock_again(&mut self, commands: &mut Vec<Command>) {
        if let Lock::Locking { tries, since } = self.sealing.lock
            && tries < LOCK_TRIES
        {
            self.lock_what_was_typed(tries + 1, since, commands);
        }
    }

    fn unlocked(&mut self, content: &Secret, commands: &mut Vec<Command>) {
        match self.sealing.lock {
            Lock::Locked(_) => self.read_opened(content, commands),
            // The passphrase was right, and nothing was locked yet.
            _ => self.show_again(),
        }
    }

    /// Has the composer read what was in a file, or what was locked: the page cannot.
    fn read_opened(&mut self, content: &Secret, commands: &mut Vec<Command>) {
        self.jobs.files = vec![String::from_utf8_lossy(content.bytes()).into_owned()];
        self.request(Output::Open, commands);
    }

    /// Where the person goes when a draft is there: where they were, if that was locked.
    pub(super) fn page_of_draft(&mut self) -> Page {
        self.sealing.lock = Lock::Open;
        match self.sealing.locked_at.take() {
            // Entries are numbered anew.
            None | Some(Page::Item(..) | Page::Open) => Page::Tasks,
            Some(page) => page,
        }
    }

    /// What the referrer typed of themself.
    fn details(&self) -> Secret {
        json::write(&Draft::details_to_json(self.pack, &self.visit.form)).into()
    }
}
