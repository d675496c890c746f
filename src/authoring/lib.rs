//! For whoever writes criteria: the check of a pack, the difference of two, and the form in which one is changed.

mod answer_space;
pub mod check;
pub mod diff;
pub mod edit;
