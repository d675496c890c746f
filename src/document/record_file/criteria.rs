//! The criteria that a record names.

use super::record::Record;
use crate::criteria::Criteria;
use drive_screening_core::pack::Pack;

/// The criteria a record names, as far as this copy has them.
pub(super) struct NamedCriteria {
    pub(super) pack: Pack,
    /// They are the ones that were used, to the letter.
    pub(super) same: bool,
}

impl NamedCriteria {
    /// Those of this copy, or built-in ones: the very same if there are, otherwise others of that name.
    pub(super) fn find(criteria: &Criteria, record: &Record) -> Option<Self> {
        let (id, digest) = (record.text("/pack/id"), record.text("/pack/digest"));
        let mut packs = vec![criteria.pack.clone()];
        packs.extend(Pack::builtin(id).ok());
        packs.retain(|pack| pack.id.as_str() == id);
        let same = packs.iter().position(|pack| pack.digest() == digest);
        if packs.is_empty() {
            return None;
        }
        Some(Self { pack: packs.swap_remove(same.unwrap_or(0)), same: same.is_some() })
    }
}
