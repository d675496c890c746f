//! Having a copy tested, and its evidence sheet made.

use super::{Command, Output, Page, SelfTest, State};

impl State {
    /// Has the ways out tried, or those that need a window: once at a time, and not before there is something to add to.
    pub(super) fn run_self_test(&mut self, needs_window: bool, commands: &mut Vec<Command>) {
        if let Some(test) = &mut self.self_test
            && !test.runs
            && !test.found.is_empty()
        {
            test.runs = true;
            commands.push(Command::RunSelfTest { needs_window });
        }
    }

    /// Takes what the self-test knows by now, and shows it.
    pub(super) fn self_tested(&mut self, found: String, commands: &mut Vec<Command>) {
        let ran = self.self_test.as_ref().is_some_and(|test| test.runs || test.ran);
        self.self_test = Some(SelfTest { found, runs: false, ran });
        self.ask_evidence_sheet(commands);
    }

    /// Asks for the evidence sheet, where the person is to see it and there is something in it.
    pub(super) fn ask_evidence_sheet(&mut self, commands: &mut Vec<Command>) {
        let is_known = self.self_test.as_ref().is_some_and(|test| !test.found.is_empty());
        if is_known && self.page() == Page::Start {
            self.request(Output::EvidenceSheet(None), commands);
        }
    }
}
