//! The criteria that a copy screens by.

use drive_screening_core::pack::Pack;
use drive_screening_core::site::Site;

/// The criteria of this copy.
#[derive(Clone, Debug)]
pub struct Criteria {
    /// The settings of the site.
    pub site: Site,
    /// The pack, with what the site changed.
    pub pack: Pack,
    /// The pack as its file has it, before that.
    pub source: String,
}
