//! Picking an answer instead of typing it: radios, and boxes to tick.

use super::entry::{FieldInput, RawValue};
use crate::answers::Chosen;

impl FieldInput {
    /// The value of "not known" among those to pick.
    pub const NOT_KNOWN: &str = "not_known";
    /// The value of "none of these".
    pub const NONE: &str = "none_of_these";

    /// Whether a value is picked: a choice, `yes` or `no`, or one of the two above.
    pub fn is_picked(&self, value: &str) -> bool {
        match (value, &self.typed) {
            (Self::NOT_KNOWN, _) => self.not_known,
            _ if self.not_known => false,
            (Self::NONE, typed) => *typed == RawValue::NoneOfThese,
            (value, RawValue::Choice(choice)) => choice == value,
            (value, RawValue::Set(values)) => values.contains(value),
            _ => false,
        }
    }

    /// What a field of one answer holds after a value is picked. Beside "not known" what was picked before is kept.
    #[must_use]
    pub fn pick(self, value: &str) -> Self {
        match value {
            Self::NOT_KNOWN => Self { not_known: true, ..self },
            value => Self::typed(RawValue::Choice(value.to_owned())),
        }
    }

    /// What a field of several answers holds after a value is ticked, or is no more. "None of these" and "not known" stand
    /// alone; ticks that "not known" put aside come back.
    #[must_use]
    pub fn tick(self, value: &str, on: bool) -> Self {
        match value {
            Self::NOT_KNOWN => Self { not_known: on, ..self },
            Self::NONE => Self::typed(if on { RawValue::NoneOfThese } else { RawValue::Nothing }),
            value => {
                let mut values = match self.typed {
                    RawValue::Set(values) => values,
                    _ => Chosen::default(),
                };
                if on {
                    values.insert(value);
                } else {
                    values.remove(value);
                }
                Self::typed(if values.is_empty() { RawValue::Nothing } else { RawValue::Set(values) })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_and_not_known_stand_alone_and_ticks_come_back() {
        let two = FieldInput::default().tick("a", true).tick("b", true);
        let set_aside = two.clone().tick(FieldInput::NOT_KNOWN, true);
        let picked = |input: &FieldInput| {
            ["a", "b", FieldInput::NONE, FieldInput::NOT_KNOWN].map(|value| input.is_picked(value))
        };
        assert_eq!(picked(&two), [true, true, false, false]);
        assert_eq!(picked(&set_aside), [false, false, false, true]);
        assert_eq!(set_aside.tick(FieldInput::NOT_KNOWN, false), two);
        let none = two.clone().tick(FieldInput::NONE, true);
        assert_eq!(picked(&none), [false, false, true, false]);
        assert_eq!(picked(&none.tick("b", true)), [false, true, false, false]);
        assert_eq!(two.tick("a", false).tick("b", false), FieldInput::default());
    }

    #[test]
    fn one_answer_takes_the_place_of_another() {
        let yes = FieldInput::default().pick("yes");
        let not_known = yes.clone().pick(FieldInput::NOT_KNOWN);
        assert!(yes.is_picked("yes") && !yes.is_picked("no"));
        assert!(not_known.is_picked(FieldInput::NOT_KNOWN) && !not_known.is_picked("yes"));
        assert_eq!(not_known.pick("yes"), yes);
    }
}
