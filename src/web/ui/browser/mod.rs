//! The browser's facilities, one a file. What a browser may refuse comes back as a value, never as a panic.

pub(crate) mod acts;
pub(crate) mod clock;
pub(crate) mod composer;
pub(crate) mod dom;
pub(crate) mod download;
pub(crate) mod file;
pub(crate) mod history;
pub(crate) mod host;
pub(crate) mod json;
pub(crate) mod leave;
pub(crate) mod random;
pub(crate) mod sealer;
pub(crate) mod self_test;
pub(crate) mod settings;
pub(crate) mod timer;
