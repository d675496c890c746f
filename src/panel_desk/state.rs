//! What happened at the desk, and what is to be done about it. Nothing of it is kept anywhere else, and all of it goes when it is
//! forgotten.

use super::words;
use super::{OpenedFile, contents};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::secret::Secret;
use drive_screening_core::base::words::Localized;
use drive_screening_core::protocol::{SealEvent, SealJob, SealReply, SealRequest, is_sealed};
use drive_screening_core::state::FileFault;

/// The most files of keys at once: those in force, and those that older referrals were sealed for.
pub const MOST_KEYS: u32 = 8;

/// A file that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenFile {
    /// Its name.
    pub name: String,
    /// The file itself.
    pub bytes: Vec<u8>,
}

/// A team's key that was made here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeKey {
    /// The public half.
    pub public: String,
    /// That half in words.
    pub fingerprint: String,
    /// The file of the secret half under its passphrase, as text.
    pub file: String,
    /// The name of that file.
    pub name: String,
    /// The day it was made.
    pub made_on: Date,
}

impl MadeKey {
    /// The line of `site.json` that names it, for a team of this name.
    ///
    /// ```
    /// # use drive_screening_panel_desk::state::MadeKey;
    /// # use drive_screening_core::base::date::Date;
    /// # let (public, fingerprint) = ("age1pq1abc".to_owned(), String::new());
    /// # let made = MadeKey { public, fingerprint, file: String::new(), name: String::new(), made_on: Date::EARLIEST };
    /// assert_eq!(made.line(), r#"{"name": "Our panel", "key": "age1pq1abc", "parts": ["panel", "handling"]}"#);
    /// ```
    pub fn line(&self) -> String {
        ["{\"name\": \"Our panel\", \"key\": \"", &self.public, "\", \"parts\": [\"panel\", \"handling\"]}"]
            .concat()
    }
}

/// Everything that can happen at the desk.
#[derive(Debug)]
pub enum DeskChange {
    /// A sealed file was chosen.
    SealedChosen(ChosenFile),
    /// Files of keys were chosen.
    KeysChosen(Vec<ChosenFile>),
    /// A file could not be read.
    NotRead(FileFault),
    /// The sealed file is to be opened, with the passphrase of the keys.
    OpenAsked(Secret),
    /// A team's key is to be made, under this passphrase, on this day.
    KeyAsked(Secret, Date),
    /// The sealer answers.
    SealerSaid(SealEvent),
    /// It did not start, or it has ended.
    SealerFailed,
    /// Everything is to be forgotten.
    Forgotten,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskCommand {
    /// Ask the sealer.
    AskSealer(SealRequest),
    /// End it, with the memory it took.
    EndSealer,
    /// Save a file.
    Save {
        /// Its name.
        name: String,
        /// Its media type.
        media_type: &'static str,
        /// The file itself.
        bytes: Vec<u8>,
    },
    /// Show a document: its text.
    Show(String),
}

/// What the sealer is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// To open the sealed file with the key of this place.
    Open(usize),
    /// To make a key on this day.
    Make(Date),
}

/// The desk.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// The sealed file.
    pub sealed: Option<ChosenFile>,
    /// The files of keys.
    pub keys: Vec<ChosenFile>,
    /// The documents of the sealed file, once it is open.
    pub opened: Vec<OpenedFile>,
    /// The name of the file of the key that opened it.
    pub opened_with: Option<String>,
    /// A key that was made.
    pub made: Option<MadeKey>,
    /// What is wrong, and what to do.
    pub problem: Option<Localized>,
    /// How many were: what shows one is drawn anew.
    pub made_count: usize,
    /// How often a passphrase was tried: its field is blank again then.
    pub tried: usize,
    /// How often something was found wrong: what says so is drawn anew.
    pub refusals: usize,
    /// The passphrase of the keys, while they are tried.
    passphrase: Option<Secret>,
    /// What the most telling of the keys that were tried says.
    refused: Option<Localized>,
    current: Option<(u32, Purpose)>,
    last_number: u32,
}

impl Desk {
    /// Whether somebody waits for the sealer.
    pub fn is_busy(&self) -> bool {
        self.current.is_some()
    }

    /// Whether something would be lost, or seen, that concerns a case or a key.
    pub fn holds_something(&self) -> bool {
        self.sealed.is_some() || !self.keys.is_empty() || !self.opened.is_empty() || self.made.is_some()
    }

    /// Takes what happened. Gives what is to be done about it, in order.
    #[must_use]
    pub fn apply(&mut self, change: DeskChange) -> Vec<DeskCommand> {
        match change {
            DeskChange::SealedChosen(file) => self.sealed_chosen(file),
            DeskChange::KeysChosen(files) => {
                self.problem = None;
                self.keys = files;
                Vec::new()
            }
            DeskChange::NotRead(fault) => self.refuse(fault.words()),
            DeskChange::OpenAsked(passphrase) => self.open(passphrase),
            DeskChange::KeyAsked(passphrase, made_on) => {
                self.ask(Purpose::Make(made_on), SealJob::MakeKey { passphrase })
            }
            DeskChange::SealerSaid(event) => self.sealer_said(event),
            DeskChange::SealerFailed => self.sealer_failed(),
            DeskChange::Forgotten => {
                self.forget_opened();
                // One of age's own is no more than the secret key.
                for key in self.keys.drain(..) {
                    drop(Secret::from(key.bytes));
                }
                let last_number = self.last_number;
                *self = Self { last_number, ..Self::default() };
                vec![DeskCommand::EndSealer, DeskCommand::Show(String::new())]
            }
        }
    }

    fn refuse(&mut self, why: Localized) -> Vec<DeskCommand> {
        self.problem = Some(why);
        self.refusals += 1;
        Vec::new()
    }

    /// Another file: what came of the one before is gone.
    fn sealed_chosen(&mut self, file: ChosenFile) -> Vec<DeskCommand> {
        self.forget_opened();
        self.problem = None;
        self.sealed = None;
        if !is_sealed(&file.bytes) {
            return self.refuse(words::NOT_SEALED.fill(&[]));
        }
        self.sealed = Some(file);
        vec![DeskCommand::Show(String::new())]
    }

    fn forget_opened(&mut self) {
        for file in self.opened.drain(..) {
            // Overwritten, as far as that is Rust's.
            drop(Secret::from(file.bytes));
        }
        self.opened_with = None;
    }

    fn open(&mut self, passphrase: Secret) -> Vec<DeskCommand> {
        if self.sealed.is_none() {
            return self.refuse(words::NO_FILE.fill(&[]));
        }
        if self.keys.is_empty() {
            return self.refuse(words::NO_KEY.fill(&[]));
        }
        (self.passphrase, self.refused) = (Some(passphrase), None);
        self.try_key(0)
    }

    fn try_key(&mut self, at: usize) -> Vec<DeskCommand> {
        let (Some(sealed), Some(key), Some(passphrase)) = (&self.sealed, self.keys.get(at), &self.passphrase)
        else {
            self.passphrase = None;
            let why = self.refused.take().unwrap_or_else(|| words::NO_KEY.fill(&[]));
            return self.refuse(why);
        };
        let (secret, file, key) = (passphrase.clone(), sealed.bytes.clone(), Some(key.bytes.clone()));
        self.ask(Purpose::Open(at), SealJob::Open { secret, file, key })
    }

    fn ask(&mut self, purpose: Purpose, job: SealJob) -> Vec<DeskCommand> {
        self.problem = None;
        self.last_number += 1;
        let number = self.last_number;
        self.current = Some((number, purpose));
        vec![DeskCommand::AskSealer(SealRequest { number, job })]
    }

    fn sealer_said(&mut self, event: SealEvent) -> Vec<DeskCommand> {
        let SealEvent::Finished { number, reply } = event else { return Vec::new() };
        let Some((_, purpose)) = self.current.take_if(|(asked, _)| *asked == number) else {
            return Vec::new();
        };
        self.tried += 1;
        // Memory that a worker took for a passphrase it never gives back.
        let mut commands = vec![DeskCommand::EndSealer];
        commands.extend(match (purpose, reply) {
            (Purpose::Open(at), SealReply::Opened(content)) => self.opened(at, &content),
            (Purpose::Open(at), SealReply::Refused(why)) => {
                // The first key that is not the right one says more than a later one that has another passphrase.
                self.refused.get_or_insert(why);
                self.try_key(at + 1)
            }
            (Purpose::Make(made_on), SealReply::Key { file, public, fingerprint }) => {
                self.key_made(file, public, fingerprint, made_on)
            }
            (Purpose::Make(_), SealReply::Refused(why)) => self.refuse(why),
            // It answers nothing else to these.
            _ => Vec::new(),
        });
        commands
    }

    fn sealer_failed(&mut self) -> Vec<DeskCommand> {
        if self.current.take().is_none() {
            return Vec::new();
        }
        self.passphrase = None;
        self.refuse(words::SEALER_FAILED.fill(&[]));
        vec![DeskCommand::EndSealer]
    }

    fn opened(&mut self, at: usize, content: &Secret) -> Vec<DeskCommand> {
        self.passphrase = None;
        let name = self.sealed.as_ref().map_or("", |file| file.name.as_str());
        match contents(name, content.bytes()) {
            Ok(files) => {
                self.opened_with = self.keys.get(at).map(|key| key.name.clone());
                self.opened = files;
                self.show(0)
            }
            Err(problem) => self.refuse(Problem::in_both(&[problem])),
        }
    }

    /// Shows the document of a place.
    pub fn show(&self, at: usize) -> Vec<DeskCommand> {
        self.opened.get(at).map(|file| DeskCommand::Show(file.text())).into_iter().collect()
    }

    /// Saves the document of a place as it is, in the clear.
    pub fn save(&self, at: usize) -> Vec<DeskCommand> {
        let save = |file: &OpenedFile| DeskCommand::Save {
            name: file.name.clone(),
            media_type: file.media_type(),
            bytes: file.bytes.clone(),
        };
        self.opened.get(at).map(save).into_iter().collect()
    }

    fn key_made(
        &mut self,
        file: Vec<u8>,
        public: String,
        fingerprint: String,
        made_on: Date,
    ) -> Vec<DeskCommand> {
        let name = ["team-key-", &made_on.to_string(), ".age"].concat();
        let text = String::from_utf8_lossy(&file).into_owned();
        self.made_count += 1;
        self.made = Some(MadeKey { public, fingerprint, file: text, name: name.clone(), made_on });
        vec![DeskCommand::Save { name, media_type: "application/octet-stream", bytes: file }]
    }
}
