//! The words of the page about a record that comes back.

use drive_screening_core::base::words::Phrase;

macro_rules! words {
    ($($name:ident: $en:literal, $cy:literal;)*) => {
        $(pub(super) const $name: Phrase = Phrase::of($en, $cy);)*
    };
}

words! {
    NO_SHEET: "This is not an answer sheet or a referral document, or only part of one. Choose the file that &quot;Save the answers to go on later&quot; made.", "Nid taflen atebion na dogfen atgyfeirio yw hon, neu dim ond rhan ohoni ydyw. Dewiswch y ffeil a wnaed gan &quot;Cadw'r atebion i barhau'n ddiweddarach&quot;.";
    WHAT_IS_WRONG: "What is wrong with the file", "Beth sydd o'i le ar y ffeil";
    NOT_OPENED: "The file cannot be opened", "Ni ellir agor y ffeil";
    WHOLE: "This record is whole and unaltered", "Mae'r cofnod hwn yn gyflawn a heb ei newid";
    WHOLE_MEANS: "Its digest is that of its data. A digest is no signature: whoever changes a record on purpose can work out a new one. Where it matters, compare the digest below with the one on paper, or ask the agency that made it.", "Mae ei grynodeb digidol yn cyfateb i'w ddata. Nid llofnod yw crynodeb: gall pwy bynnag sy'n newid cofnod yn fwriadol gyfrifo un newydd. Lle mae'n bwysig, cymharwch y crynodeb isod â'r un ar bapur, neu gofynnwch i'r asiantaeth a luniodd y cofnod.";
    ALTERED: "This record was changed or damaged after it was made", "Cafodd y cofnod hwn ei newid neu ei ddifrodi ar ôl ei lunio";
    ALTERED_MEANS: "Its digest is not that of its data. Do not rely on it: ask whoever made it for the file as it was made.", "Nid yw ei grynodeb digidol yn cyfateb i'w ddata. Peidiwch â dibynnu arno: gofynnwch i bwy bynnag a'i lluniodd am y ffeil fel y'i lluniwyd.";
    FROM_PDF: "The pages of the PDF were not compared. What stands here are the data attached to it.", "Ni chymharwyd tudalennau'r PDF. Yr hyn a geir yma yw'r data sydd ynghlwm wrtho.";
    PART: "Part", "Rhan";
    DIGEST_NOW: "Digest of the data as they are now", "Crynodeb digidol y data fel y maent nawr";
    AGAIN: "The screening, run again", "Y sgrinio, wedi'i redeg eto";
    NOT_IN_THIS_PART: "This part does not hold the answers that the screening was made from. Open Part C to run it again.", "Nid yw'r rhan hon yn cynnwys yr atebion y gwnaed y sgrinio ohonynt. Agorwch Ran C i'w redeg eto.";
    NOT_IN_THIS_COPY: "This copy does not have the criteria that the record names: {0}, version {1}. Open the record in a copy that uses them to run the screening again.", "Nid oes gan y copi hwn y meini prawf y mae'r cofnod yn eu henwi: {0}, fersiwn {1}. Agorwch y cofnod mewn copi sy'n eu defnyddio i redeg y sgrinio eto.";
    WITH_THE_SAME: "It was run with the very criteria that the record names: {0}, version {1}.", "Fe'i rhedwyd gyda'r union feini prawf y mae'r cofnod yn eu henwi: {0}, fersiwn {1}.";
    WITH_ANOTHER: "This copy does not have the very criteria that the record names: {0}, version {1}. It was run with the ones of that name that this copy has, version {2}.", "Nid oes gan y copi hwn yr union feini prawf y mae'r cofnod yn eu henwi: {0}, fersiwn {1}. Fe'i rhedwyd gyda'r rhai o'r enw hwnnw sydd gan y copi hwn, fersiwn {2}.";
    COMES_OUT_SAME: "Every line comes out as the record says.", "Mae pob llinell yn dod allan fel y dywed y cofnod.";
    COMES_OUT_OTHERWISE: "Lines that come out otherwise: {0}.", "Llinellau sy'n dod allan yn wahanol: {0}.";
    DOES_NOT_FIT: "The screening cannot be run again: the answers do not fit these criteria.", "Ni ellir rhedeg y sgrinio eto: nid yw'r atebion yn gweddu i'r meini prawf hyn.";
    WHAT: "What", "Beth";
    RECORD_SAYS: "The record says", "Yr hyn a ddywed y cofnod";
    COMES_OUT_AS: "It comes out as", "Yr hyn a ddaw allan";
    NOTHING: "nothing", "dim byd";
    POSSIBLE: "What it could still be", "Yr hyn y gallai fod o hyd";
    OPEN: "Still not known", "Yn dal heb fod yn hysbys";
    CONTENTS: "What the record says", "Yr hyn a ddywed y cofnod";
    READ_ONLY: "To be read only. Nothing you typed on this page was changed.", "I'w ddarllen yn unig. Ni newidiwyd dim a deipioch ar y dudalen hon.";
}
