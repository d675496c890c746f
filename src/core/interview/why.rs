//! Why a question is asked, in words.

use crate::base::words::{Localized, Phrase};
use crate::pack::{Pack, Question};

const DECIDES: Phrase =
    Phrase { en: "The screening depends on it: {0}.", cy: "Mae'r sgrinio'n dibynnu arno: {0}." };
const STANDS_BESIDE: Phrase = Phrase {
    en: "It decides nothing, but something may have to be done about it whatever the result.",
    cy: "Nid yw'n penderfynu dim, ond efallai y bydd rhaid gweithredu arno beth bynnag fo'r canlyniad.",
};
const REFERRAL: Phrase = Phrase {
    en: "It decides nothing. The panel needs it with the referral.",
    cy: "Nid yw'n penderfynu dim. Mae ar y panel ei angen gyda'r atgyfeiriad.",
};

/// Why a question is asked: in the pack's words if it has some, else by what reads the answer.
pub fn why_asked(pack: &Pack, question: &Question) -> Localized {
    if let Some(why) = &question.why {
        return why.clone();
    }
    let mut labels = Localized::default();
    for criterion in &pack.criteria {
        if criterion.used && criterion.reads(&pack.instruments).contains(&question.id) {
            for (labels, label) in
                [(&mut labels.en, &criterion.label.en), (&mut labels.cy, &criterion.label.cy)]
            {
                if !labels.is_empty() {
                    labels.push_str("; ");
                }
                labels.push_str(label);
            }
        }
    }
    if !labels.en.is_empty() {
        return Localized { en: DECIDES.fill(&[&labels.en]).en, cy: DECIDES.fill(&[&labels.cy]).cy };
    }
    let flagged = pack.flags.iter().any(|flag| flag.reads(&question.id, &pack.instruments));
    if flagged { STANDS_BESIDE } else { REFERRAL }.text()
}
