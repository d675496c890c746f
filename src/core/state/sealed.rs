//! What a person has sealed.

/// What a person has sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sealed {
    /// Everything that was typed, to go on with later.
    Draft,
    /// What the referrer says of themself, for the next referral.
    Details,
    /// Nothing: the passphrase is to lock the page.
    LockOnly,
}
