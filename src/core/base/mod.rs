//! What every other module builds on: languages, days, problems, and the forms of values.

pub mod date;
pub mod json;
pub mod problem;
pub mod secret;
pub mod shown;
pub mod sorted;
pub mod text;
pub mod time_of_day;
pub mod wire;
pub mod words;
