//! Sealing a part of the referral for those whom the site names.

use super::words::NOBODY_CHOSEN;
use super::{Command, Destination, Output, Page, State};
use crate::answers::Value;
use crate::pack::Part;
use crate::pack::well_known::HANDLING_NOT_TO;
use crate::protocol::{Format, PanelForm, SealJob, SealRecipient};
use crate::site::Recipient;

/// Those whom the site names, and whom of them a part is sealed for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipients {
    /// All of them.
    pub named: Vec<Recipient>,
    /// The key of each in words, once the sealer said so.
    words: Vec<String>,
    /// Who is chosen, by their places.
    chosen: Vec<usize>,
    /// Whose button was pressed, which is drawn anew.
    pressed: Option<usize>,
}

impl Recipients {
    /// The id of the button that chooses somebody.
    pub fn button_id(at: usize) -> String {
        ["recipient-", &at.to_string()].concat()
    }

    pub(super) fn pressed(&mut self) -> Option<Command> {
        self.pressed.take().map(|at| Command::FocusId(Self::button_id(at)))
    }
}

impl State {
    /// The parts that somebody can receive sealed.
    pub fn sealed_parts(&self) -> Vec<Part> {
        Part::ALL.into_iter().filter(|part| self.readers(*part).any(|(_, one)| !one.is_recovery)).collect()
    }

    fn readers(&self, part: Part) -> impl Iterator<Item = (usize, &Recipient)> {
        self.recipients.named.iter().enumerate().filter(move |(_, one)| one.parts.contains(&part))
    }

    /// Shows for whom a part can be sealed. Where somebody must not receive any part, nobody is chosen but who keeps the way back:
    /// who else is safe only the referrer knows.
    pub(super) fn offer_to_seal(&mut self, part: Part, turned: bool, commands: &mut Vec<Command>) {
        if turned {
            let somebody_must_not = self.must_not_go_to_everybody();
            let readers = self.readers(part).filter(|(_, one)| one.is_recovery || !somebody_must_not);
            self.recipients.chosen = readers.map(|(at, _)| at).collect();
        }
        if self.recipients.words.is_empty() {
            let keys = self.recipients.named.iter().map(|one| one.key.clone()).collect();
            self.ask_for_fingerprints(SealJob::Fingerprints { keys }, commands);
        } else {
            self.request(Output::SealForm(part), commands);
        }
    }

    /// Takes the keys in words.
    pub(super) fn fingerprints_said(&mut self, words: Vec<String>, commands: &mut Vec<Command>) {
        self.recipients.words = words;
        if let Page::Seal(part) = self.page() {
            self.request(Output::SealForm(part), commands);
        }
    }

    fn must_not_go_to_everybody(&self) -> bool {
        match self.answers().known(HANDLING_NOT_TO) {
            Some(Value::Text(named)) => !named.trim().is_empty(),
            _ => false,
        }
    }

    /// The form, as it is to be drawn.
    pub(super) fn seal_form(&self, part: Part) -> PanelForm {
        let recipient = |(at, one): (usize, &Recipient)| SealRecipient {
            at,
            name: one.name.clone(),
            words: self.recipients.words.get(at).cloned().unwrap_or_default(),
            is_recovery: one.is_recovery,
            is_chosen: self.recipients.chosen.contains(&at),
        };
        let recipients = self.readers(part).map(recipient).collect();
        PanelForm::Seal { part, recipients, warns: self.must_not_go_to_everybody() }
    }

    /// Chooses somebody, or does so no more.
    pub(super) fn choose_recipient(&mut self, at: usize, commands: &mut Vec<Command>) {
        self.recipients.pressed = Some(at);
        let chosen = &mut self.recipients.chosen;
        match chosen.iter().position(|one| *one == at) {
            Some(place) => {
                chosen.remove(place);
            }
            None => chosen.push(at),
        }
        if let Page::Seal(part) = self.page() {
            self.sealing.problem = None;
            self.request(Output::SealForm(part), commands);
        }
    }

    /// Has a part made and sealed.
    pub(super) fn seal_part(&mut self, part: Part, commands: &mut Vec<Command>) {
        let reads = |(at, one): (usize, &Recipient)| !one.is_recovery && self.recipients.chosen.contains(&at);
        if !self.readers(part).any(reads) {
            self.sealing.problem = Some(NOBODY_CHOSEN.fill(&[]));
            self.navigation.refusals += 1;
            return;
        }
        self.sealing.problem = None;
        self.request(Output::File(part, Format::Pdf), commands);
        self.jobs.send_to(Destination::Recipients);
    }

    /// Seals the part that was made.
    pub(super) fn seal_file(&mut self, name: String, commands: &mut Vec<Command>) {
        let named = &self.recipients.named;
        let keys = self.recipients.chosen.iter().filter_map(|at| named.get(*at)).map(|one| one.key.clone());
        let keys = keys.collect();
        let number = self.expect_sealed([&name, ".age"].concat());
        commands.push(Command::SealFile { number, keys });
    }
}
