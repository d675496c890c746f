//! The document's own words. Those of the criteria are in the pack.

use drive_screening_core::base::words::Phrase;

pub(crate) const REFERENCE: Phrase = Phrase { en: "Reference", cy: "Cyfeirnod" };
pub(crate) const MADE_ON: Phrase = Phrase { en: "made on", cy: "lluniwyd ar" };
pub(crate) const PERSON: Phrase = Phrase { en: "About", cy: "Ynghylch" };
pub(crate) const BORN: Phrase = Phrase { en: "born", cy: "ganwyd" };
pub(crate) const ALSO_CALLED: Phrase = Phrase { en: "also", cy: "hefyd" };
pub(crate) const WHERE: Phrase = Phrase { en: "Where", cy: "Ble" };
pub(crate) const CHECKED_ON: Phrase = Phrase { en: "checked on {0}", cy: "gwiriwyd ar {0}" };
pub(crate) const STAFF: Phrase = Phrase { en: "Safety of staff", cy: "Diogelwch staff" };
pub(crate) const TO_RING: Phrase = Phrase { en: "Who to ring", cy: "Pwy i'w ffonio" };
pub(crate) const MORE_FURTHER_ON: Phrase =
    Phrase { en: "And {0} more, further on.", cy: "A {0} arall, ymhellach ymlaen." };
pub(crate) const HANDLING_FURTHER_ON: Phrase =
    Phrase { en: "How to handle it stands further on.", cy: "Mae sut i'w drin ymhellach ymlaen." };
pub(crate) const NEW_SINCE: Phrase =
    Phrase { en: "New since the referral of {0}", cy: "Newydd ers atgyfeiriad {0}" };
pub(crate) const NEW_FURTHER_ON: Phrase = Phrase {
    en: "New since the referral of {0}: {1}, further on.",
    cy: "Newydd ers atgyfeiriad {0}: {1}, ymhellach ymlaen.",
};
pub(crate) const NOTHING_NEW: Phrase = Phrase {
    en: "No answer in this part has changed since the referral of {0}.",
    cy: "Nid oes ateb yn y rhan hon wedi newid ers atgyfeiriad {0}.",
};
pub(crate) const NEW_KINDS: [Phrase; 3] = [
    Phrase { en: "New", cy: "Newydd" },
    Phrase { en: "Changed", cy: "Wedi newid" },
    Phrase { en: "Taken out", cy: "Wedi'u tynnu allan" },
];
pub(crate) const BEFORE_SHARING: Phrase =
    Phrase { en: "Before you share or show it", cy: "Cyn ei rannu neu ei ddangos" };
pub(crate) const TIMELINE: Phrase = Phrase { en: "Timeline", cy: "Llinell amser" };
pub(crate) const ENTRY: Phrase = Phrase { en: "Entry", cy: "Cofnod" };
pub(crate) const NOT_AGAIN: Phrase = Phrase {
    en: "What page one or the timeline says whole is not said again from here on.",
    cy: "Ni ddywedir eto o'r fan hon ymlaen yr hyn y mae tudalen un neu'r llinell amser yn ei ddweud yn llawn.",
};
pub(crate) const TIMELINE_AXIS: Phrase = Phrase {
    en: "Each column is a month: {0} up to {1}, {2} after it.",
    cy: "Mis yw pob colofn: {0} hyd at {1}, {2} wedyn.",
};
pub(crate) const TIMELINE_NUMBER: Phrase =
    Phrase { en: "A number is how many.", cy: "Mae rhif yn dweud faint." };
pub(crate) const NOT_DRAWN: Phrase = Phrase { en: "In the table alone: {0}.", cy: "Yn y tabl yn unig: {0}." };
pub(crate) const EARLIER: Phrase = Phrase { en: "earlier", cy: "cynharach" };
pub(crate) const LATER: Phrase = Phrase { en: "later", cy: "hwyrach" };
pub(crate) const UNDATED: Phrase = Phrase { en: "without a date", cy: "heb ddyddiad" };
pub(crate) const IN_THE_TABLE: Phrase =
    Phrase { en: "The table after it says the same.", cy: "Mae'r tabl ar ei ôl yn dweud yr un peth." };
pub(crate) const EVENT_DATE: Phrase = Phrase { en: "Date", cy: "Dyddiad" };
pub(crate) const EVENT_KIND: Phrase = Phrase { en: "Kind", cy: "Math" };
pub(crate) const EVENT: Phrase = Phrase { en: "What", cy: "Beth" };
pub(crate) const JULY: Phrase = Phrase { en: "July", cy: "Gorff." };
pub(crate) const QUESTION: Phrase = Phrase { en: "Question", cy: "Cwestiwn" };
pub(crate) const IN_FULL: Phrase = Phrase { en: "The screening in full", cy: "Y sgrinio yn llawn" };

pub(crate) const PARTS: [Phrase; 3] = [
    Phrase { en: "Part A", cy: "Rhan A" },
    Phrase { en: "Part B", cy: "Rhan B" },
    Phrase { en: "Part C", cy: "Rhan C" },
];
pub(crate) const READERS: Phrase = Phrase { en: "For:", cy: "Ar gyfer:" };

pub(crate) const BECAUSE: Phrase = Phrase { en: "Because", cy: "Oherwydd" };
pub(crate) const SO_FAR: Phrase =
    Phrase { en: "What is settled so far", cy: "Yr hyn sydd wedi'i setlo hyd yma" };
pub(crate) const MET: Phrase = Phrase { en: "Conditions met:", cy: "Amodau a fodlonwyd:" };
pub(crate) const CLEAR: Phrase =
    Phrase { en: "Checked, nothing against it:", cy: "Wedi'u gwirio, dim yn erbyn:" };
pub(crate) const BESIDES: Phrase = Phrase { en: "Also:", cy: "Hefyd:" };
pub(crate) const DESPITE: Phrase = Phrase {
    en: "The referrer asks the panel to look at this despite the screening. The reasons are in Part C.",
    cy: "Mae'r atgyfeiriwr yn gofyn i'r panel edrych ar hyn er gwaethaf y sgrinio. Mae'r rhesymau yn Rhan C.",
};
pub(crate) const CUT: Phrase = Phrase { en: "(in full further on)", cy: "(yn llawn ymhellach ymlaen)" };
pub(crate) const YEARS: Phrase = Phrase { en: "years", cy: "oed" };
pub(crate) const ITEMS_YES: Phrase =
    Phrase { en: "{0} of {1} items answered yes", cy: "{0} o'r {1} eitem wedi'u hateb yn gadarnhaol" };
pub(crate) const THE_LINE: Phrase = Phrase { en: ", at least {0} needed", cy: ", mae angen {0} o leiaf" };
pub(crate) const MONTHS: Phrase = Phrase { en: ", counts for {0} months", cy: ", yn cyfrif am {0} mis" };
pub(crate) const DAYS: Phrase =
    Phrase { en: ", counts for {0} days (local figure)", cy: ", yn cyfrif am {0} diwrnod (ffigur lleol)" };
pub(crate) const MONTHS_AHEAD: Phrase =
    Phrase { en: ", the limits: {0} months ahead", cy: ", y terfynau: {0} mis ymlaen" };

pub(crate) const AND_SETTLED: Phrase = Phrase {
    en: "And every other condition that matters is settled",
    cy: "Ac mae pob amod arall sy'n bwysig wedi'i setlo",
};
pub(crate) const FIGURES_AND_SOURCES: Phrase =
    Phrase { en: "Every figure, date and source", cy: "Pob ffigur, dyddiad a ffynhonnell" };
pub(crate) const WOULD_CHANGE: Phrase =
    Phrase { en: "What would change this", cy: "Beth fyddai'n newid hyn" };
pub(crate) const AND_OTHERS: Phrase =
    Phrase { en: "There are others that would do the same.", cy: "Mae eraill a fyddai'n gwneud yr un peth." };
pub(crate) const WOULD_SETTLE: Phrase =
    Phrase { en: "What would settle this", cy: "Beth fyddai'n setlo hyn" };
pub(crate) const IF_FOUND: Phrase =
    Phrase { en: "If it were found after all that ", cy: "Pe canfyddid wedi'r cyfan " };
pub(crate) const IF_LEARNED: Phrase = Phrase { en: "If it were learned that ", cy: "Pe deuid i wybod " };
pub(crate) const AND_LEARNED: Phrase =
    Phrase { en: ", and it were learned that ", cy: ", a phe deuid i wybod " };
pub(crate) const AND_ALSO: Phrase = Phrase { en: ", and also that ", cy: ", a hefyd " };
pub(crate) const NOT_ALONE: Phrase =
    Phrase { en: "Knowing this alone would not settle it.", cy: "Ni fyddai gwybod hyn yn unig yn ei setlo." };
pub(crate) const NOT_ASKED_YET: Phrase = Phrase { en: "Not asked yet", cy: "Heb ei ofyn eto" };
pub(crate) const ASKED_NOT_KNOWN: Phrase = Phrase { en: "Asked, not known", cy: "Gofynnwyd, ddim yn hysbys" };
pub(crate) const WHO: Phrase = Phrase { en: "Who could tell", cy: "Pwy allai ddweud" };
pub(crate) const BEFORE_ANY_APPROACH: Phrase =
    Phrase { en: "Before any approach to the person", cy: "Cyn unrhyw gyswllt â'r person" };
pub(crate) const WHY_ACT: Phrase = Phrase { en: "Why to act now:", cy: "Pam gweithredu nawr:" };
pub(crate) const ACT_NOW: Phrase = Phrase { en: "Act now", cy: "Gweithredu nawr" };
pub(crate) const NOTHING_TO_ACT_ON: Phrase = Phrase {
    en: "The screening raised nothing to act on today.",
    cy: "Ni chododd y sgrinio ddim i weithredu arno heddiw.",
};
pub(crate) const STILL_OPEN: Phrase =
    Phrase { en: "Not known, and still matters", cy: "Ddim yn hysbys, ac yn dal i fod o bwys" };
pub(crate) const NOTHING_OPEN: Phrase = Phrase {
    en: "Nothing that is still not known can change this.",
    cy: "Ni all dim byd nad yw'n hysbys o hyd newid hyn.",
};
pub(crate) const WHO_COULD_TELL: Phrase =
    Phrase { en: "Who could tell, and what:", cy: "Pwy allai ddweud, a beth:" };
pub(crate) const COULD_BE: Phrase =
    Phrase { en: "It could still turn out as:", cy: "Gallai droi allan o hyd fel:" };
pub(crate) const OPEN_IN_OTHER_PARTS: Phrase = Phrase {
    en: "What is still not known is not for this part.",
    cy: "Nid yw'r hyn sy'n dal heb fod yn hysbys ar gyfer y rhan hon.",
};
pub(crate) const RESTS_ON_OTHER_PARTS: Phrase = Phrase {
    en: "It also rests on answers that are not for this part.",
    cy: "Mae hefyd yn seiliedig ar atebion nad ydynt ar gyfer y rhan hon.",
};
pub(crate) const MISSING: Phrase =
    Phrase { en: "Answers the referral still needs:", cy: "Atebion sydd eu hangen ar yr atgyfeiriad o hyd:" };
pub(crate) const MISSING_WHERE: Phrase =
    Phrase { en: "each is named in its section below", cy: "enwir pob un yn ei adran isod" };
pub(crate) const ASKED_OF: Phrase = Phrase { en: "Asked of the panel", cy: "Gofynnir i'r panel" };

pub(crate) const NOT_ANSWERED: Phrase = Phrase { en: "Not answered", cy: "Heb ei ateb" };
pub(crate) const NOT_ASKED: Phrase = Phrase { en: "Not asked", cy: "Heb ei ofyn" };
pub(crate) const NOT_ANSWERED_LIST: Phrase = Phrase { en: "Not answered", cy: "Heb eu hateb" };
pub(crate) const NOT_ASKED_LIST: Phrase = Phrase { en: "Not asked", cy: "Heb eu gofyn" };
pub(crate) const LEFT_OUT: Phrase = Phrase { en: "Not given", cy: "Heb ei rhoi" };
pub(crate) const LEFT_OUT_LIST: Phrase =
    Phrase { en: "Not given in this referral", cy: "Heb eu rhoi yn yr atgyfeiriad hwn" };
pub(crate) const NOT_HERE: Phrase = Phrase { en: "Not in this part", cy: "Ddim yn y rhan hon" };
pub(crate) const NONE_LISTED: Phrase = Phrase { en: "None listed", cy: "Dim wedi'u rhestru" };
pub(crate) const WITHHELD: Phrase = Phrase {
    en: "Withheld: left out of every document",
    cy: "Wedi'i gadw'n ôl: ni chynhwysir mewn unrhyw ddogfen",
};
pub(crate) const AGES: Phrase = Phrase { en: "Ages of children", cy: "Oedrannau'r plant" };
pub(crate) const UNDER_ONE: Phrase = Phrase { en: "under 1", cy: "dan 1" };
pub(crate) const AGE_NOT_KNOWN: Phrase = Phrase { en: "age not known", cy: "oedran ddim yn hysbys" };
pub(crate) const ONLY_AGES: Phrase =
    Phrase { en: "Who they are is in Part B only.", cy: "Yn Rhan B yn unig y mae pwy ydynt." };
pub(crate) const END: Phrase = Phrase { en: "End of", cy: "Diwedd" };

pub(crate) const SAFE_CONTACT: Phrase = Phrase { en: "Safe contact", cy: "Cyswllt diogel" };
pub(crate) const SAFE_CONTACT_CARE: Phrase = Phrase {
    en: "Use only what stands here. If it is not known, ask the IDVA or specialist before any contact.",
    cy: "Defnyddiwch yr hyn a geir yma yn unig. Os nad yw'n hysbys, gofynnwch i'r IDVA neu'r arbenigwr cyn unrhyw gyswllt.",
};

pub(crate) const TRACE: Phrase =
    Phrase { en: "How the screening came out", cy: "Sut y daeth y sgrinio i'w ganlyniad" };
pub(crate) const OUTCOME: Phrase = Phrase { en: "Outcome", cy: "Canlyniad" };
pub(crate) const SCREENED_ON: Phrase = Phrase { en: "Day of screening", cy: "Diwrnod y sgrinio" };
pub(crate) const PACK: Phrase = Phrase { en: "Criteria pack", cy: "Pecyn meini prawf" };
pub(crate) const VERSION: Phrase = Phrase { en: "version", cy: "fersiwn" };
pub(crate) const DIGEST: Phrase =
    Phrase { en: "Digest of the pack (SHA-256)", cy: "Crynodeb digidol y pecyn (SHA-256)" };
pub(crate) const TOOL: Phrase = Phrase { en: "Tool", cy: "Offeryn" };
pub(crate) const CRITERIA: Phrase = Phrase { en: "Every criterion", cy: "Pob maen prawf" };
pub(crate) const CRITERION: Phrase = Phrase { en: "Criterion", cy: "Maen prawf" };
pub(crate) const CAME_TO: Phrase = Phrase { en: "Came to", cy: "Canlyniad" };
pub(crate) const IN_WORDS: Phrase = Phrase { en: "In words", cy: "Mewn geiriau" };
pub(crate) const SOURCE: Phrase = Phrase { en: "Source", cy: "Ffynhonnell" };
pub(crate) const YES: Phrase = Phrase { en: "yes", cy: "ie" };
pub(crate) const NO: Phrase = Phrase { en: "no", cy: "na" };
pub(crate) const UNKNOWN: Phrase = Phrase { en: "not known", cy: "ddim yn hysbys" };
pub(crate) const NOT_USED: Phrase =
    Phrase { en: "decides nothing in this pack", cy: "nid yw'n penderfynu dim yn y pecyn hwn" };
pub(crate) const DECIDED_BY: Phrase = Phrase { en: "Decided by", cy: "Penderfynwyd gan" };
pub(crate) const FLAGS: Phrase =
    Phrase { en: "Raised beside the verdict", cy: "Codwyd ochr yn ochr â'r dyfarniad" };
pub(crate) const NO_FLAGS: Phrase = Phrase { en: "Nothing", cy: "Dim" };
pub(crate) const EVERY_ANSWER: Phrase = Phrase { en: "Every screening answer", cy: "Pob ateb sgrinio" };
pub(crate) const AS_ASKED: Phrase = Phrase { en: "As asked", cy: "Fel y gofynnwyd" };
pub(crate) const ANSWER: Phrase = Phrase { en: "Answer", cy: "Ateb" };
pub(crate) const WRITTEN_IN: [Phrase; 3] = [
    Phrase { en: "Written: see Part A", cy: "Ysgrifennwyd: gweler Rhan A" },
    Phrase { en: "Written: see Part B", cy: "Ysgrifennwyd: gweler Rhan B" },
    Phrase { en: "Written: see above", cy: "Ysgrifennwyd: gweler uchod" },
];
pub(crate) const FACTS_IN: [Phrase; 3] = [
    Phrase { en: "The facts are further on.", cy: "Mae'r ffeithiau ymhellach ymlaen." },
    Phrase { en: "The facts are in Part B.", cy: "Mae'r ffeithiau yn Rhan B." },
    Phrase { en: "The facts are in Part C.", cy: "Mae'r ffeithiau yn Rhan C." },
];

pub(crate) const COMES_FROM: Phrase = Phrase { en: "Comes from", cy: "Yn dod o" };
pub(crate) const EVIDENCE_NOTE: Phrase = Phrase { en: "Note", cy: "Nodyn" };
pub(crate) const SPECIALIST: Phrase = Phrase { en: "Specialist service", cy: "Gwasanaeth arbenigol" };
pub(crate) const SOURCE_NOT_GIVEN: Phrase = Phrase { en: "Source not given", cy: "Ni roddwyd ffynhonnell" };
pub(crate) const NO_DATE: Phrase = Phrase { en: "no date", cy: "dim dyddiad" };
pub(crate) const THE_DAY: Phrase = Phrase { en: "on the day of the screening", cy: "ar ddiwrnod y sgrinio" };
pub(crate) const DAY_BEFORE: Phrase =
    Phrase { en: "the day before the screening", cy: "y diwrnod cyn y sgrinio" };
pub(crate) const TWO_DAYS_BEFORE: Phrase =
    Phrase { en: "2 days before the screening", cy: "2 ddiwrnod cyn y sgrinio" };
pub(crate) const DAYS_BEFORE: Phrase =
    Phrase { en: "{0} days before the screening", cy: "{0} diwrnod cyn y sgrinio" };
pub(crate) const WEEKS_BEFORE: Phrase =
    Phrase { en: "{0} weeks before the screening", cy: "{0} wythnos cyn y sgrinio" };
pub(crate) const TWO_MONTHS_BEFORE: Phrase =
    Phrase { en: "2 months before the screening", cy: "2 fis cyn y sgrinio" };
pub(crate) const MONTHS_BEFORE: Phrase =
    Phrase { en: "{0} months before the screening", cy: "{0} mis cyn y sgrinio" };
pub(crate) const OLD: Phrase = Phrase { en: "older than a year", cy: "yn hŷn na blwyddyn" };
pub(crate) const WEAK_NO_SOURCE: Phrase = Phrase { en: "source not given", cy: "ni roddwyd ffynhonnell" };
pub(crate) const WEAK_NOT_CHECKED: Phrase = Phrase { en: "not checked", cy: "heb ei wirio" };
pub(crate) const WEAK_VIEW: Phrase = Phrase { en: "professional view only", cy: "barn broffesiynol yn unig" };
pub(crate) const NOT_CONFIRMED_TITLE: Phrase =
    Phrase { en: "Answers nobody has confirmed", cy: "Atebion nad oes neb wedi'u cadarnhau" };
pub(crate) const NOT_CONFIRMED: Phrase = Phrase {
    en: "These answers were filled in from {0}. The referrer has not confirmed them.",
    cy: "Llenwyd yr atebion hyn o {0}. Nid ydynt wedi'u cadarnhau gan yr atgyfeiriwr.",
};
pub(crate) const WEAK_TITLE: Phrase =
    Phrase { en: "Evidence that is weak or not given", cy: "Tystiolaeth sy'n wan neu heb ei rhoi" };
pub(crate) const NOTHING_SAID: Phrase =
    Phrase { en: "Answers with no source given", cy: "Atebion heb ffynhonnell" };
pub(crate) const RESTS_ON_WEAK: Phrase =
    Phrase { en: "Rests on weak evidence alone:", cy: "Yn dibynnu ar dystiolaeth wan yn unig:" };
pub(crate) const RECORD: Phrase = Phrase { en: "About this record", cy: "Ynghylch y cofnod hwn" };
pub(crate) const RECORD_DIGEST: Phrase =
    Phrase { en: "Digest of this part's data (SHA-256)", cy: "Crynodeb digidol data'r rhan hon (SHA-256)" };
pub(crate) const RECORD_CODE: Phrase = Phrase {
    en: "QR code: the reference, the part and the digest of its data, as written above",
    cy: "Cod QR: y cyfeirnod, y rhan a chrynodeb digidol ei data, fel yr ysgrifennwyd uchod",
};
pub(crate) const NOT_TO: Phrase = Phrase {
    en: "Check every address that you send a part to against this",
    cy: "Gwiriwch bob cyfeiriad yr anfonwch ran iddo yn erbyn hyn",
};
pub(crate) const NOT_TO_WHOM: Phrase = Phrase {
    en: "Somebody close to the person may come to see this. Say first who must not receive it",
    cy: "Gallai rhywun sy'n agos at y person ddod i weld hyn. Dywedwch yn gyntaf pwy na chaiff ei dderbyn",
};
pub(crate) const NOT_IN_PDF: Phrase = Phrase {
    en: "A PDF cannot show these characters, and marks where they stand. Web pages, Word and plain text files hold them:",
    cy: "Ni all PDF ddangos y nodau hyn, ac mae'n nodi ble y maent. Mae tudalennau gwe, ffeiliau Word a thestun plaen yn eu cynnwys:",
};
