//! Leaving quickly by the keyboard: one Shift key pressed three times, with nothing between. What it costs to leave by
//! accident is everything typed, so whatever could be work and not a call for help begins the count anew.

/// Presses that leave.
const PRESSES: u8 = 3;
/// The time they must fall in, from the first going down, in milliseconds.
pub const WINDOW_MS: f64 = 5_000.0;

/// Something the browser said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard<'a> {
    /// A key of the keyboard itself went down, with no other held and no text being composed; its `code`.
    Down(&'a str),
    /// A key came up; its `code`.
    Up(&'a str),
    /// Anything else that a person does: a pointer, a wheel, text typed or dictated, focus moving, a key that repeats.
    Other,
}

/// What the presses so far come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presses {
    /// Nothing to say.
    Few,
    /// One more leaves.
    OneMore,
    /// It is time to leave.
    Leave,
}

/// The count.
#[derive(Clone, Debug, Default)]
pub struct ExitKeys {
    /// Which Shift key, once one went down.
    code: String,
    held: bool,
    count: u8,
    since: f64,
}

impl ExitKeys {
    /// Takes note of what was heard at a time, in milliseconds.
    pub fn hear(&mut self, heard: Heard<'_>, at: f64) -> Presses {
        match heard {
            Heard::Down(code) if is_shift(code) && !self.held => {
                if self.count == 0 || code != self.code || at - self.since > WINDOW_MS {
                    *self = Self { code: code.to_owned(), since: at, ..Self::default() };
                }
                self.held = true;
            }
            Heard::Up(code) if self.held && code == self.code && at - self.since <= WINDOW_MS => {
                self.held = false;
                self.count += 1;
            }
            _ => *self = Self::default(),
        }
        match self.count {
            PRESSES.. => {
                *self = Self::default();
                Presses::Leave
            }
            count if count + 1 == PRESSES => Presses::OneMore,
            _ => Presses::Few,
        }
    }
}

fn is_shift(code: &str) -> bool {
    matches!(code, "ShiftLeft" | "ShiftRight")
}
