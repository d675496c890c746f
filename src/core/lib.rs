//! The pure core, which every program needs. The map of the modules, with their order, is in the package at the root,
//! `drive_screening`.

pub mod answers;
pub mod base;
pub mod embed;
pub mod exit_keys;
pub mod interview;
pub mod pack;
pub mod protocol;
pub mod screening;
pub mod site;
pub mod state;
