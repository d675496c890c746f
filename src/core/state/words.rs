//! The words for a page that cannot be submitted, and a file that cannot be read.

use crate::base::words::Phrase;

/// After the label of a question with choices that was left blank.
pub(super) const PICK: Phrase =
    Phrase::of("choose an answer, or not known", "dewiswch ateb, neu 'ddim yn hysbys'");
/// After the label of any other.
pub(super) const FILL: Phrase =
    Phrase::of("enter an answer, or tick not known", "rhowch ateb, neu ticiwch 'ddim yn hysbys'");
/// A referral against the result without reasons.
pub(super) const DISAGREE_MISSING: Phrase =
    Phrase::of("Write your reasons before you go on", "Ysgrifennwch eich rhesymau cyn parhau");
/// The program that locks files and opens them did not start, or it has ended.
pub(super) const SEALER_FAILED: Phrase = Phrase::of(
    "The part of this page that locks and opens files has stopped or did not start. Nothing you typed is lost. Try again.",
    "Mae'r rhan o'r dudalen hon sy'n cloi ac yn agor ffeiliau wedi stopio neu heb gychwyn. Does dim byd a deipioch wedi'i golli. Rhowch gynnig arall arni.",
);
/// What was locked is not read again: it is of a later day than today, which is all that can be wrong with it.
pub(super) const LOCKED_LATER: Phrase = Phrase::of(
    "What was locked is of a later day than this device says it is. Put the clock of the device right, then unlock again.",
    "Mae'r hyn a glowyd o ddiwrnod diweddarach na'r hyn y mae'r ddyfais hon yn ei ddweud. Cywirwch gloc y ddyfais, yna datglowch eto.",
);
/// A file that holds more than any file that is opened here; its placeholder is a number of MB.
pub(super) const TOO_LARGE: Phrase = Phrase::of(
    "The file is larger than {0} MB. Check that this is the right file.",
    "Mae'r ffeil yn fwy na {0} MB. Gwiriwch mai dyma'r ffeil gywir.",
);
/// A file that the browser did not give out.
pub(super) const UNREADABLE: Phrase = Phrase::of(
    "This browser could not read the file. Choose it again.",
    "Ni allai'r porwr hwn ddarllen y ffeil. Dewiswch hi eto.",
);
