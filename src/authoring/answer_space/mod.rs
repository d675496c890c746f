//! All the ways of answering a pack, exactly and within a budget: what a check and a comparison go through.

pub(crate) mod budget;
pub(crate) mod components;
pub(crate) mod field;
pub(crate) mod read;
pub(crate) mod sheet;
pub(crate) mod values;
