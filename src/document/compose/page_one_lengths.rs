//! How much page one says, from the whole of it to hardly anything.

/// How much of each kind the page says. Texts are in letters of the usual width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    /// Of a text of many lines.
    pub(super) text: usize,
    /// Of a text of one line.
    pub(super) name: usize,
    /// The markers that stand with what to do about them; the others are named.
    pub(super) marker_acts: usize,
    /// What else there is to do, beyond what is urgent.
    pub(super) acts: usize,
    /// Each act stands with why it is to be done.
    pub(super) why: bool,
    /// The reasons that decided.
    pub(super) reasons: usize,
    /// How many lines of figures stand beside each.
    pub(super) figures: usize,
    /// The reasons that were not needed are named.
    pub(super) besides: bool,
    /// What is asked of the panel in every case stands beside what is asked in this one.
    pub(super) asked_always: bool,
    /// Those who could tell what is not known.
    pub(super) open: usize,
}

const ALL: usize = usize::MAX;

/// From the whole of it to hardly anything. What is alike in every case goes first, what is dangerous last.
pub(super) const LENGTHS: [Length; 17] = {
    let whole = Length {
        text: 900,
        name: 200,
        marker_acts: ALL,
        acts: ALL,
        why: true,
        reasons: ALL,
        figures: ALL,
        besides: true,
        asked_always: true,
        open: ALL,
    };
    let own = Length { text: 450, asked_always: false, ..whole };
    let needed = Length { text: 300, besides: false, why: false, ..own };
    let brief = Length { text: 220, name: 120, figures: 1, ..needed };
    [
        whole,
        Length { text: 600, ..whole },
        Length { text: 450, ..whole },
        own,
        Length { text: 350, ..own },
        Length { text: 350, why: false, ..own },
        needed,
        Length { text: 240, ..needed },
        Length { marker_acts: 10, acts: 6, open: 6, ..needed },
        brief,
        Length { marker_acts: 8, acts: 5, open: 5, ..brief },
        Length { marker_acts: 6, acts: 4, open: 5, reasons: 4, ..brief },
        Length { text: 180, marker_acts: 4, acts: 4, reasons: 4, open: 4, ..brief },
        Length { text: 140, marker_acts: 3, acts: 3, reasons: 3, open: 4, ..brief },
        Length { text: 110, name: 90, marker_acts: 1, acts: 3, reasons: 3, open: 3, ..brief },
        Length { text: 80, name: 60, marker_acts: 0, acts: 2, reasons: 2, figures: 0, open: 2, ..brief },
        Length { text: 50, name: 40, marker_acts: 0, acts: 1, reasons: 1, figures: 0, open: 1, ..brief },
    ]
};
