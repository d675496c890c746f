//! The document's own words. Those of the criteria are in the pack.

use crate::words::Words;

pub(crate) const REFERENCE: Words = Words { en: "Reference", cy: "Cyfeirnod" };
pub(crate) const MADE_ON: Words = Words { en: "made on", cy: "lluniwyd ar" };
pub(crate) const PERSON: Words = Words { en: "About", cy: "Ynghylch" };
pub(crate) const BORN: Words = Words { en: "born", cy: "ganwyd" };
pub(crate) const REFERRED_BY: Words = Words { en: "Referred by", cy: "Atgyfeiriwyd gan" };

pub(crate) const PARTS: [Words; 3] = [
    Words { en: "Part A", cy: "Rhan A" },
    Words { en: "Part B", cy: "Rhan B" },
    Words { en: "Part C", cy: "Rhan C" },
];
pub(crate) const READERS: Words = Words { en: "For:", cy: "Ar gyfer:" };

pub(crate) const BECAUSE: Words = Words { en: "Because", cy: "Oherwydd" };
pub(crate) const SO_FAR: Words =
    Words { en: "What is settled so far", cy: "Yr hyn sydd wedi'i setlo hyd yma" };
pub(crate) const MET: Words = Words { en: "Conditions met:", cy: "Amodau a fodlonwyd:" };
pub(crate) const CLEAR: Words =
    Words { en: "Checked, and not in the way:", cy: "Wedi'u gwirio, ac nid ydynt yn rhwystr:" };
pub(crate) const BESIDES: Words = Words { en: "Also:", cy: "Hefyd:" };
pub(crate) const DESPITE: Words = Words {
    en: "The referrer asks the panel to look at this despite the screening. The reasons are in Part C.",
    cy: "Mae'r atgyfeiriwr yn gofyn i'r panel edrych ar hyn er gwaethaf y sgrinio. Mae'r rhesymau yn Rhan C.",
};
pub(crate) const CUT: Words = Words { en: "(in full further on)", cy: "(yn llawn ymhellach ymlaen)" };
pub(crate) const YEARS: Words = Words { en: "years", cy: "oed" };
pub(crate) const ITEMS_YES: Words =
    Words { en: "{0} of {1} items answered yes", cy: "{0} o'r {1} eitem wedi'u hateb yn gadarnhaol" };
pub(crate) const THE_LINE: Words = Words { en: ", the line is {0}", cy: ", y llinell yw {0}" };
pub(crate) const MONTHS: Words = Words { en: ", counts for {0} months", cy: ", yn cyfrif am {0} mis" };
pub(crate) const DAYS: Words = Words { en: ", counts for {0} days", cy: ", yn cyfrif am {0} diwrnod" };
pub(crate) const MONTHS_AHEAD: Words =
    Words { en: ", the lines: {0} months ahead", cy: ", y llinellau: {0} mis ymlaen" };

pub(crate) const AND_SETTLED: Words = Words {
    en: "And every other condition that matters is settled",
    cy: "Ac mae pob amod arall sy'n bwysig wedi'i setlo",
};
pub(crate) const FIGURES_AND_SOURCES: Words =
    Words { en: "Every figure, date and source", cy: "Pob ffigur, dyddiad a ffynhonnell" };
pub(crate) const WOULD_CHANGE: Words = Words { en: "What would change this", cy: "Beth fyddai'n newid hyn" };
pub(crate) const AND_OTHERS: Words =
    Words { en: "There are others that would do the same.", cy: "Mae eraill a fyddai'n gwneud yr un peth." };
pub(crate) const WOULD_SETTLE: Words = Words { en: "What would settle this", cy: "Beth fyddai'n setlo hyn" };
pub(crate) const IF_FOUND: Words =
    Words { en: "If it were found after all that ", cy: "Pe canfyddid wedi'r cyfan " };
pub(crate) const IF_LEARNED: Words = Words { en: "If it were learned that ", cy: "Pe deuid i wybod " };
pub(crate) const AND_LEARNED: Words =
    Words { en: ", and it were learned that ", cy: ", a phe deuid i wybod " };
pub(crate) const AND_ALSO: Words = Words { en: ", and also that ", cy: ", a hefyd " };
pub(crate) const NOT_ALONE: Words =
    Words { en: "Knowing this alone would not settle it.", cy: "Ni fyddai gwybod hyn yn unig yn ei setlo." };
pub(crate) const NOT_ASKED_YET: Words = Words { en: "Not asked yet", cy: "Heb ei ofyn eto" };
pub(crate) const ASKED_NOT_KNOWN: Words = Words { en: "Asked, not known", cy: "Gofynnwyd, ddim yn hysbys" };
pub(crate) const WHO: Words = Words { en: "Who could tell", cy: "Pwy allai ddweud" };
pub(crate) const ACT_NOW: Words = Words { en: "Act now", cy: "Gweithredu nawr" };
pub(crate) const NOTHING_TO_ACT_ON: Words = Words {
    en: "The screening raised nothing to act on today.",
    cy: "Ni chododd y sgrinio ddim i weithredu arno heddiw.",
};
pub(crate) const STILL_OPEN: Words =
    Words { en: "Not known, and still matters", cy: "Ddim yn hysbys, ac yn dal i fod o bwys" };
pub(crate) const NOTHING_OPEN: Words = Words {
    en: "Nothing that is still not known can change this.",
    cy: "Ni all dim byd nad yw'n hysbys o hyd newid hyn.",
};
pub(crate) const WHO_COULD_TELL: Words =
    Words { en: "Who could tell, and what:", cy: "Pwy allai ddweud, a beth:" };
pub(crate) const COULD_BE: Words =
    Words { en: "It could still turn out as:", cy: "Gallai droi allan o hyd fel:" };
pub(crate) const OPEN_IN_OTHER_PARTS: Words = Words {
    en: "What is still not known is not for this part.",
    cy: "Nid yw'r hyn sy'n dal heb fod yn hysbys ar gyfer y rhan hon.",
};
pub(crate) const RESTS_ON_OTHER_PARTS: Words = Words {
    en: "It also rests on answers that are not for this part.",
    cy: "Mae hefyd yn seiliedig ar atebion nad ydynt ar gyfer y rhan hon.",
};
pub(crate) const MISSING: Words =
    Words { en: "Answers the referral still needs:", cy: "Atebion sydd eu hangen ar yr atgyfeiriad o hyd:" };
pub(crate) const MISSING_WHERE: Words =
    Words { en: "each is named in its section below", cy: "enwir pob un yn ei adran isod" };
pub(crate) const ASKED_OF: Words = Words { en: "Asked of the panel", cy: "Gofynnir i'r panel" };

pub(crate) const NOT_ANSWERED: Words = Words { en: "Not answered", cy: "Heb ei ateb" };
pub(crate) const NOT_ASKED: Words = Words { en: "Not asked", cy: "Heb ei ofyn" };
pub(crate) const NOT_ANSWERED_LIST: Words = Words { en: "Not answered", cy: "Heb eu hateb" };
pub(crate) const NOT_ASKED_LIST: Words = Words { en: "Not asked", cy: "Heb eu gofyn" };
pub(crate) const NOT_KNOWN: Words = Words { en: "Not known", cy: "Ddim yn hysbys" };
pub(crate) const NONE_LISTED: Words = Words { en: "None listed", cy: "Dim wedi'u rhestru" };
pub(crate) const WITHHELD: Words = Words {
    en: "Withheld: left out of every document",
    cy: "Wedi'i gadw'n ôl: ni chynhwysir mewn unrhyw ddogfen",
};
pub(crate) const AGES: Words = Words { en: "Ages of children", cy: "Oedrannau'r plant" };
pub(crate) const UNDER_ONE: Words = Words { en: "under 1", cy: "dan 1" };
pub(crate) const AGE_NOT_KNOWN: Words = Words { en: "age not known", cy: "oedran ddim yn hysbys" };
pub(crate) const ONLY_AGES: Words =
    Words { en: "Who they are is in Part B only.", cy: "Yn Rhan B yn unig y mae pwy ydynt." };
pub(crate) const END: Words = Words { en: "End of", cy: "Diwedd" };

pub(crate) const SAFE_CONTACT: Words = Words { en: "Safe contact", cy: "Cyswllt diogel" };
pub(crate) const SAFE_CONTACT_CARE: Words = Words {
    en: "Use only what stands here. If it is not known, ask the IDVA or specialist before any contact.",
    cy: "Defnyddiwch yr hyn a geir yma yn unig. Os nad yw'n hysbys, gofynnwch i'r IDVA neu'r arbenigwr cyn unrhyw gyswllt.",
};

pub(crate) const TRACE: Words =
    Words { en: "How the screening came out", cy: "Sut y daeth y sgrinio i'w ganlyniad" };
pub(crate) const OUTCOME: Words = Words { en: "Outcome", cy: "Canlyniad" };
pub(crate) const SCREENED_ON: Words = Words { en: "Day of screening", cy: "Diwrnod y sgrinio" };
pub(crate) const PACK: Words = Words { en: "Criteria pack", cy: "Pecyn meini prawf" };
pub(crate) const VERSION: Words = Words { en: "version", cy: "fersiwn" };
pub(crate) const DIGEST: Words =
    Words { en: "Digest of the pack (SHA-256)", cy: "Crynodeb digidol y pecyn (SHA-256)" };
pub(crate) const TOOL: Words = Words { en: "Tool", cy: "Offeryn" };
pub(crate) const CRITERIA: Words = Words { en: "Every criterion", cy: "Pob maen prawf" };
pub(crate) const CRITERION: Words = Words { en: "Criterion", cy: "Maen prawf" };
pub(crate) const CAME_TO: Words = Words { en: "Came to", cy: "Canlyniad" };
pub(crate) const IN_WORDS: Words = Words { en: "In words", cy: "Mewn geiriau" };
pub(crate) const SOURCE: Words = Words { en: "Source", cy: "Ffynhonnell" };
pub(crate) const YES: Words = Words { en: "yes", cy: "ie" };
pub(crate) const NO: Words = Words { en: "no", cy: "na" };
pub(crate) const UNKNOWN: Words = Words { en: "not known", cy: "ddim yn hysbys" };
pub(crate) const NOT_USED: Words =
    Words { en: "decides nothing in this pack", cy: "nid yw'n penderfynu dim yn y pecyn hwn" };
pub(crate) const DECIDED_BY: Words = Words { en: "Decided by", cy: "Penderfynwyd gan" };
pub(crate) const FLAGS: Words =
    Words { en: "Raised beside the verdict", cy: "Codwyd ochr yn ochr â'r dyfarniad" };
pub(crate) const NO_FLAGS: Words = Words { en: "Nothing", cy: "Dim" };
pub(crate) const EVERY_ANSWER: Words = Words { en: "Every screening answer", cy: "Pob ateb sgrinio" };
pub(crate) const AS_ASKED: Words = Words { en: "As asked", cy: "Fel y gofynnwyd" };
pub(crate) const ANSWER: Words = Words { en: "Answer", cy: "Ateb" };
pub(crate) const WRITTEN_IN: [Words; 3] = [
    Words { en: "Written: see Part A", cy: "Ysgrifennwyd: gweler Rhan A" },
    Words { en: "Written: see Part B", cy: "Ysgrifennwyd: gweler Rhan B" },
    Words { en: "Written: see above", cy: "Ysgrifennwyd: gweler uchod" },
];
pub(crate) const FACTS_IN: [Words; 3] = [
    Words { en: "The facts are further on.", cy: "Mae'r ffeithiau ymhellach ymlaen." },
    Words { en: "The facts are in Part B.", cy: "Mae'r ffeithiau yn Rhan B." },
    Words { en: "The facts are in Part C.", cy: "Mae'r ffeithiau yn Rhan C." },
];

pub(crate) const COMES_FROM: Words = Words { en: "Comes from", cy: "Yn dod o" };
pub(crate) const EVIDENCE_NOTE: Words = Words { en: "Note on the source", cy: "Nodyn ar y ffynhonnell" };
pub(crate) const SPECIALIST: Words = Words { en: "Specialist service", cy: "Gwasanaeth arbenigol" };
pub(crate) const SOURCE_NOT_GIVEN: Words = Words { en: "Source not given", cy: "Ni roddwyd ffynhonnell" };
pub(crate) const NO_DATE: Words = Words { en: "no date", cy: "dim dyddiad" };
pub(crate) const THE_DAY: Words = Words { en: "on the day of the screening", cy: "ar ddiwrnod y sgrinio" };
pub(crate) const DAY_BEFORE: Words =
    Words { en: "the day before the screening", cy: "y diwrnod cyn y sgrinio" };
pub(crate) const TWO_DAYS_BEFORE: Words =
    Words { en: "2 days before the screening", cy: "2 ddiwrnod cyn y sgrinio" };
pub(crate) const DAYS_BEFORE: Words =
    Words { en: "{0} days before the screening", cy: "{0} diwrnod cyn y sgrinio" };
pub(crate) const WEEKS_BEFORE: Words =
    Words { en: "{0} weeks before the screening", cy: "{0} wythnos cyn y sgrinio" };
pub(crate) const TWO_MONTHS_BEFORE: Words =
    Words { en: "2 months before the screening", cy: "2 fis cyn y sgrinio" };
pub(crate) const MONTHS_BEFORE: Words =
    Words { en: "{0} months before the screening", cy: "{0} mis cyn y sgrinio" };
pub(crate) const OLD: Words = Words { en: "older than a year", cy: "yn hŷn na blwyddyn" };
pub(crate) const WEAK_NO_SOURCE: Words = Words { en: "source not given", cy: "ni roddwyd ffynhonnell" };
pub(crate) const WEAK_NOT_CHECKED: Words = Words { en: "not checked", cy: "heb ei wirio" };
pub(crate) const WEAK_VIEW: Words = Words { en: "professional view only", cy: "barn broffesiynol yn unig" };
pub(crate) const NOT_CONFIRMED_TITLE: Words =
    Words { en: "Answers nobody has confirmed", cy: "Atebion nad oes neb wedi'u cadarnhau" };
pub(crate) const NOT_CONFIRMED: Words = Words {
    en: "These answers were filled in from {0}. The referrer has not confirmed them.",
    cy: "Llenwyd yr atebion hyn o {0}. Nid yw'r cyfeiriwr wedi'u cadarnhau.",
};
pub(crate) const WEAK_TITLE: Words =
    Words { en: "Evidence that is weak or not given", cy: "Tystiolaeth sy'n wan neu heb ei rhoi" };
pub(crate) const NOTHING_SAID: Words =
    Words { en: "Answers with no source given", cy: "Atebion heb ffynhonnell" };
pub(crate) const RESTS_ON_WEAK: Words =
    Words { en: "Rests on weak evidence alone:", cy: "Yn dibynnu ar dystiolaeth wan yn unig:" };
pub(crate) const RECORD: Words = Words { en: "About this record", cy: "Ynghylch y cofnod hwn" };
pub(crate) const RECORD_DIGEST: Words =
    Words { en: "Digest of this part's data (SHA-256)", cy: "Crynodeb digidol data'r rhan hon (SHA-256)" };
pub(crate) const RECORD_CODE: Words = Words {
    en: "QR code: the reference, the part and the digest of its data, as written above",
    cy: "Cod QR: y cyfeirnod, y rhan a chrynodeb digidol ei data, fel yr ysgrifennwyd uchod",
};
#[cfg(feature = "compose")]
pub(crate) const NOT_IN_PDF: Words = Words {
    en: "A PDF cannot show these characters, and marks where they stand. Web pages, Word and plain text files hold them:",
    cy: "Ni all PDF ddangos y nodau hyn, ac mae'n nodi ble y maent. Mae tudalennau gwe, ffeiliau Word a thestun plaen yn eu cynnwys:",
};
