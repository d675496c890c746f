//! What the self-test of a copy found, where the page is open for that.

/// What the self-test found, and whether it runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SelfTest {
    /// What is known by now, as `self_test.js` wrote it; blank until every file was looked at and the network is shut.
    pub found: String,
    /// It tries ways out now.
    pub runs: bool,
    /// It did.
    pub ran: bool,
}
