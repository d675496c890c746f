//! What pages are made of. Components take what they show and the session to send changes to.

pub(crate) mod banner;
pub(crate) mod button;
pub(crate) mod date_field;
pub(crate) mod details;
pub(crate) mod error_summary;
pub(crate) mod field_view;
pub(crate) mod file_field;
pub(crate) mod form;
pub(crate) mod html;
pub(crate) mod mend;
pub(crate) mod options;
pub(crate) mod part;
pub(crate) mod question;
pub(crate) mod redrawn;
pub(crate) mod routes;
pub(crate) mod text;
pub(crate) mod text_field;
pub(crate) mod tick_box;
