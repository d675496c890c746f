//! The role of a criterion in the verdict.

/// The part of a criterion in the verdict. Formulas name roles, and page one of Part A groups reasons by them: a condition
/// that is met and an exclusion that does not apply weigh less than what decides.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Has to be met.
    Necessary,
    /// Supports a referral.
    Support,
    /// Keeps a case out.
    Exclusion,
    /// Keeps a case out whatever else is so.
    HardExclusion,
    /// Keeps a case out unless it is discussed.
    SoftExclusion,
    /// Has a referral wait.
    Pause,
    /// Any other that the pack names, such as `door` or `pattern`: it decides, whatever it comes to.
    Other(String),
}

impl Role {
    /// The role of a name, as a pack writes it.
    pub fn of(name: &str) -> Self {
        match name {
            "necessary" => Self::Necessary,
            "support" => Self::Support,
            "exclusion" => Self::Exclusion,
            "hard_exclusion" => Self::HardExclusion,
            "soft_exclusion" => Self::SoftExclusion,
            "pause" => Self::Pause,
            other => Self::Other(other.to_owned()),
        }
    }

    /// Its name, as a pack writes it.
    pub fn name(&self) -> &str {
        match self {
            Self::Necessary => "necessary",
            Self::Support => "support",
            Self::Exclusion => "exclusion",
            Self::HardExclusion => "hard_exclusion",
            Self::SoftExclusion => "soft_exclusion",
            Self::Pause => "pause",
            Self::Other(name) => name,
        }
    }

    /// Whether a yes only says that a condition is met.
    pub fn is_condition(&self) -> bool {
        matches!(self, Self::Necessary | Self::Support)
    }

    /// Whether a no only says that nothing stands against a referral.
    pub fn is_exclusion(&self) -> bool {
        matches!(self, Self::Exclusion | Self::HardExclusion | Self::SoftExclusion | Self::Pause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_keeps_its_name() {
        for name in
            ["necessary", "support", "exclusion", "hard_exclusion", "soft_exclusion", "pause", "door", ""]
        {
            let role = Role::of(name);
            assert_eq!(role.name(), name);
            assert_eq!(matches!(role, Role::Other(_)), ["door", ""].contains(&name));
        }
    }

    #[test]
    fn a_role_says_what_its_yes_and_its_no_mean() {
        for (name, is_condition, is_exclusion) in [
            ("necessary", true, false),
            ("support", true, false),
            ("exclusion", false, true),
            ("hard_exclusion", false, true),
            ("soft_exclusion", false, true),
            ("pause", false, true),
            ("door", false, false),
        ] {
            let role = Role::of(name);
            assert_eq!((role.is_condition(), role.is_exclusion()), (is_condition, is_exclusion), "{name}");
        }
    }
}
