//! Settings, which a site may change, and the sources of figures and rules.

use super::id::{SettingId, SourceId};
use crate::base::date::Date;
use crate::base::words::Localized;

/// A figure or switch a site may change.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Its name.
    pub id: SettingId,
    /// What it sets.
    pub label: Localized,
    /// Its value.
    pub value: SettingValue,
    /// Where it comes from.
    pub source: SourceId,
    /// A proposal without a published source that a site still has to sign off.
    pub proposed: bool,
}

/// The value of a setting.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingValue {
    /// A whole number; `None` is "no limit".
    Number(Option<u32>),
    /// On or off.
    Switch(bool),
    /// A list of values or criteria.
    List(Vec<String>),
}

/// Where rules and figures come from.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name.
    pub id: SourceId,
    /// What it is called.
    pub title: Localized,
    /// When somebody last looked.
    pub checked: Date,
    /// When somebody should look again.
    pub review: Date,
}
