//! Instruments whose items are counted.

use super::id::FactId;

/// An instrument whose items are counted.
#[derive(Clone, Debug)]
pub struct Instrument {
    /// The choice that says which form was used.
    pub form: FactId,
    /// How many items each form has.
    pub items: FormItems,
    /// How many items when the form is not known.
    pub otherwise: u32,
    /// The count of items answered yes.
    pub yes: FactId,
    /// The count of items answered not known.
    pub not_known: FactId,
    /// The count of items answered no, which decides nothing, if it is asked.
    pub no: Option<FactId>,
}

/// How many items each form of an instrument has.
#[derive(Clone, Debug, Default)]
pub struct FormItems(pub Vec<(String, u32)>);

impl FormItems {
    /// The number of items of a form, if the pack names the form.
    pub fn get(&self, form: &str) -> Option<&u32> {
        self.0.iter().find(|(name, _)| name == form).map(|(_, items)| items)
    }
}
