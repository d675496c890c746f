//! The ids of a pack: of facts, criteria, verdicts and the like. Different types, so that they cannot be swapped.

use crate::base::wire::{Decoder, Encoder, Wire};
use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Reads a name: lower-case letters, digits and `_`, at most 64, starting with a letter or digit.
            pub fn parse(text: &str) -> Option<Self> {
                is_name(text).then(|| Self(text.into()))
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl Wire for $name {
            fn encode(&self, out: &mut Encoder) {
                self.0.to_string().encode(out);
            }

            fn decode(from: &mut Decoder<'_>) -> Self {
                Self(from.name().into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A pack: `default`, `min16`.
    PackId;
    /// A fact, which is also the question that asks for it: `in_area`.
    FactId;
    /// A criterion: `dash`, `custody`.
    CriterionId;
    /// A verdict: `refer`, `not_eligible`.
    VerdictId;
    /// A flag: `urgent_first`, `marker_stalking`.
    FlagId;
    /// A setting a site may change: `minimum_age`.
    SettingId;
    /// A section of the form: `risk`.
    SectionId;
    /// A page of a section.
    PageId;
    /// Where a rule or a figure comes from.
    SourceId;
}

/// Whether a text may be a name.
pub(super) fn is_name(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    (1..=64).contains(&text.len()) && text.bytes().all(allowed) && !text.starts_with('_')
}
