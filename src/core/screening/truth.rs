//! Yes, no and unknown, and how they combine.

/// A three-valued truth. The order makes *and* the least and *or* the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// Settled: no.
    No,
    /// Not settled: not asked, or asked and not known.
    Unknown,
    /// Settled: yes.
    Yes,
}

impl Truth {
    /// Yes for true, no for false.
    pub fn of(settled: bool) -> Self {
        if settled { Self::Yes } else { Self::No }
    }

    /// The public name: `yes`, `no`, `unknown`.
    pub fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Unknown => "unknown",
            Self::Yes => "yes",
        }
    }
}

/// Yes and no swapped; unknown stays.
impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
            Self::Yes => Self::No,
        }
    }
}
