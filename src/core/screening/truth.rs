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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_truth_has_its_name_its_place_and_its_opposite() {
        let table = [
            (Truth::No, "no", Truth::Yes),
            (Truth::Unknown, "unknown", Truth::Unknown),
            (Truth::Yes, "yes", Truth::No),
        ];
        for (truth, name, opposite) in table {
            assert_eq!((truth.name(), !truth), (name, opposite));
        }
        assert_eq!([false, true].map(Truth::of), [Truth::No, Truth::Yes]);
        assert!(Truth::No < Truth::Unknown && Truth::Unknown < Truth::Yes, "for *and* and *or*");
    }
}
