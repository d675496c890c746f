//! The words of the pages. The pack's words are in the pack, the documents' in `document`.

use drive_screening_core::base::words::{Language, Localized, Phrase};
use drive_screening_core::interview::Interview;
use drive_screening_core::pack::Stage;
use drive_screening_core::state::SideProgram;

macro_rules! words {
    ($($name:ident: $en:literal, $cy:literal;)*) => {
        $(pub(crate) const $name: Phrase = Phrase { en: $en, cy: $cy };)*
    };
}

words! {
    // Frame
    PRODUCT: "Drive screening", "Sgrinio Drive";
    ERROR_PREFIX: "Error: ", "Gwall: ";
    TITLE_STOP: "See the result or go on", "Gweld y canlyniad neu barhau";
    TITLE_DISAGREE: "Your own view of the screening", "Eich barn eich hun am y sgrinio";
    SKIP: "Skip to main content", "Neidio i'r prif gynnwys";
    NETWORK_SHUT: "The browser blocks everything that this page could fetch or send by itself.", "Mae'r porwr yn rhwystro popeth y gallai'r dudalen hon ei nôl neu ei anfon ohoni'i hun.";
    NETWORK_OPEN: "This page sends nothing by itself", "Nid yw'r dudalen hon yn anfon dim ohoni'i hun";
    LEAVE: "Leave quickly", "Gadael yn gyflym";
    LEAVE_HINT: "Goes to another website at once, and everything typed here is gone.", "Yn mynd i wefan arall ar unwaith, ac mae popeth a deipiwyd yma wedi mynd.";
    LEAVE_HINT_KEYS: "Goes to another website at once, and everything typed here is gone. Press one Shift key three times for the same.", "Yn mynd i wefan arall ar unwaith, ac mae popeth a deipiwyd yma wedi mynd. Pwyswch un fysell Shift dair gwaith i wneud yr un peth.";
    LEAVE_NEAR: "One more press of Shift leaves this page", "Bydd un pwysiad arall ar Shift yn gadael y dudalen hon";
    LEAVING: "Leaving this page", "Yn gadael y dudalen hon";
    BACK: "Back", "Yn ôl";
    BACK_NAV: "Back to the page before", "Yn ôl i'r dudalen flaenorol";
    CLEAR: "Clear everything", "Clirio popeth";
    ACCESSIBILITY: "Accessibility", "Hygyrchedd";
    PRIVACY: "Privacy", "Preifatrwydd";
    REPORT: "Something is wrong with this page", "Mae rhywbeth o'i le ar y dudalen hon";
    GLOSSARY: "Words used here", "Geiriau a ddefnyddir yma";
    ACCESSIBILITY_TITLE: "Accessibility statement", "Datganiad hygyrchedd";
    PRIVACY_TITLE: "Privacy statement", "Datganiad preifatrwydd";
    ALL_SECTIONS: "All sections", "Pob adran";
    CRITERIA_VERSION: "Criteria", "Meini prawf";
    TRANSLATION: "The Welsh wording awaits a professional translator's review", "Mae'r geiriad Cymraeg yn aros am adolygiad cyfieithydd proffesiynol";
    INDEPENDENT: "Independent of the Drive Partnership and of every body it names", "Yn annibynnol ar Bartneriaeth Drive ac ar bob corff y mae'n ei enwi";

    // Start
    START_TITLE: "Screen a case for the Drive panel", "Sgrinio achos ar gyfer panel Drive";
    START_WHAT: "Answer what you know about a person who may be causing serious domestic abuse. You see at once whether the screening criteria for the panel are met and why, then write the referral.", "Atebwch yr hyn a wyddoch am berson a allai fod yn achosi cam-drin domestig difrifol. Cewch weld ar unwaith a yw'r meini prawf sgrinio ar gyfer y panel wedi'u bodloni a pham, ac yna ysgrifennu'r atgyfeiriad.";
    START_NOT: "It does not predict risk and does not decide. The panel decides.", "Nid yw'n rhagweld risg ac nid yw'n penderfynu. Y panel sy'n penderfynu.";
    URGENT_TITLE: "If someone is in danger now", "Os oes rhywun mewn perygl nawr";
    HAVE_READY: "Have ready", "Paratowch";
    READY_1: "what records show about the person: age, area, custody, other work", "yr hyn y mae cofnodion yn ei ddangos am y person: oed, ardal, dalfa, gwaith arall";
    READY_2: "any DASH result, risk grade or MARAC date", "unrhyw ganlyniad DASH, gradd risg neu ddyddiad MARAC";
    READY_3: "the name of the victim-survivor's IDVA or specialist", "enw IDVA neu arbenigwr y dioddefwr-goroeswr";
    READY_4: "about ten minutes; the referral itself takes longer", "tua deng munud; mae'r atgyfeiriad ei hun yn cymryd mwy o amser";
    START_PRIVACY: "Your privacy and theirs", "Eich preifatrwydd chi a'u preifatrwydd nhw";
    PRIVACY_1: "Everything happens in this browser; nothing you answer is sent anywhere.", "Mae popeth yn digwydd yn y porwr hwn; ni anfonir dim a atebwch i unman.";
    PRIVACY_2: "Nothing is kept: close the page and it is gone.", "Ni chedwir dim: caewch y dudalen ac mae wedi mynd.";
    PRIVACY_3: "The screening asks no names or addresses.", "Nid yw'r sgrinio yn gofyn am enwau na chyfeiriadau.";
    PRIVACY_4: "Answers leave only when you download, print or copy a document.", "Dim ond pan fyddwch yn lawrlwytho, yn argraffu neu'n copïo dogfen y mae atebion yn gadael.";
    START_BUTTON: "Start screening", "Dechrau sgrinio";
    START_OPEN: "Open a file", "Agor ffeil";

    // Task list
    TASKS_TITLE: "Screening and referral", "Sgrinio ac atgyfeirio";
    SCREENING: "Screening", "Sgrinio";
    REFERRAL: "Referral details", "Manylion yr atgyfeiriad";
    READY_TO_SEND: "Ready to send", "Yn barod i'w anfon";
    ADD_MORE: "More about this", "Rhagor am hyn";
    NOT_STARTED: "Not started", "Heb ddechrau";
    IN_PROGRESS: "In progress", "Ar y gweill";
    DONE: "Done", "Wedi'i wneud";
    NOT_NEEDED: "Not needed now", "Dim angen nawr";
    NOT_NEEDED_WHY: "No answer here can change the result", "Ni all unrhyw ateb yma newid y canlyniad";
    GO_ON: "Continue", "Parhau";
    SEE_RESULT: "See the result", "Gweld y canlyniad";
    RESULT_LATER: "The result comes when you have answered, or when no further answer can change it.", "Daw'r canlyniad ar ôl i chi ateb, neu pan na all unrhyw ateb pellach ei newid.";
    CHECK: "Check your answers", "Gwirio eich atebion";

    LOCK_OFFER: "Could you be called away? Set a passphrase now: it saves your work as a file and locks this page.", "A allech gael eich galw i ffwrdd? Gosodwch gyfrinymadrodd nawr: mae'n cadw eich gwaith fel ffeil ac yn cloi'r dudalen hon.";
    DETAILS_FILLED: "Your own details are filled in.", "Mae eich manylion eich hun wedi'u llenwi.";

    // Save and lock
    SAVE: "Save", "Cadw";
    SAVE_TITLE: "Save and come back", "Cadw a dod yn ôl";
    SEAL_TITLE: "Seal and send", "Selio ac anfon";
    LOCKED_TITLE: "Locked", "Wedi'i gloi";
    COVERED_TEXT: "Nobody used this page for a while, so what was typed is covered.", "Ni ddefnyddiodd neb y dudalen hon am ychydig, felly mae'r hyn a deipiwyd wedi'i orchuddio.";
    COVERED_LEFT: "Everything typed here is forgotten in {0}", "Caiff popeth a deipiwyd yma ei anghofio ymhen {0}";
    FORGOTTEN: "Nobody came back in time, so everything was cleared.", "Ni ddaeth neb yn ôl mewn pryd, felly cliriwyd popeth.";

    // Network
    NETWORK_TITLE: "Network closed", "Rhwydwaith ar gau";
    NETWORK_MISSING: "Not loaded", "Heb lwytho";
    ASK_TITLE: "Ask someone who knows", "Gofyn i rywun sy'n gwybod";
    SELF_TEST: "See for yourself: the self-test", "Gweld drosoch eich hun: yr hunanbrawf";
    NETWORK_WAIT_TITLE: "Closing the network first", "Cau'r rhwydwaith yn gyntaf";
    NETWORK_WAIT_TEXT: "Before you answer anything the page gets what it will need, then closes its network. In 10 seconds at most it goes on without what has not come:", "Cyn i chi ateb dim mae'r dudalen yn nôl yr hyn y bydd ei angen, yna'n cau ei rhwydwaith. Ymhen 10 eiliad ar y mwyaf bydd yn parhau heb yr hyn nad yw wedi dod:";
    NETWORK_REFUSED_TITLE: "This browser did not close the network", "Ni chaeodd y porwr hwn y rhwydwaith";
    NETWORK_REFUSED_TEXT: "The page still sends nothing by itself, but here the browser does not see to that. An up-to-date browser does.", "Nid yw'r dudalen yn anfon dim ohoni'i hun o hyd, ond yma nid yw'r porwr yn sicrhau hynny. Mae porwr cyfredol yn gwneud.";
    NETWORK_REFUSED_GO: "Go on all the same", "Parhau beth bynnag";
    PROGRAM_COMPOSER: "what explains results and writes documents", "yr hyn sy'n egluro canlyniadau ac yn ysgrifennu dogfennau";
    PROGRAM_SEALER: "what locks and opens files", "yr hyn sy'n cloi ac yn agor ffeiliau";
    PROGRAM_EXPORTER: "what makes PDF and Word files", "yr hyn sy'n gwneud ffeiliau PDF a Word";

    // Question
    NOT_KNOWN: "Not known", "Ddim yn hysbys";
    SET_ASIDE: "What you typed is set aside and goes nowhere. Untick \"Not known\" to bring it back.", "Mae'r hyn a deipioch wedi'i roi o'r neilltu ac nid yw'n mynd i unman. Dad-diciwch \"Ddim yn hysbys\" i ddod ag ef yn ôl.";
    NONE_OF_THESE: "None of these", "Dim un o'r rhain";
    LEAVE_OUT: "Leave this out", "Gadael hyn allan";
    ABOUT_QUESTION: "About this question", "Ynghylch y cwestiwn hwn";
    DAY: "Day", "Diwrnod";
    MONTH: "Month", "Mis";
    YEAR: "Year", "Blwyddyn";
    ERROR_TITLE: "There is a problem", "Mae problem";
    ERROR: "Error:", "Gwall:";
    GOES_PANEL: "For the panel", "I'r panel";
    GOES_PANEL_OR: "For the panel, if it may be used", "I'r panel, os gellir ei ddefnyddio";
    GOES_RESTRICTED: "Restricted, Part B only", "Cyfyngedig, Rhan B yn unig";
    GOES_HANDLING: "Part C only", "Rhan C yn unig";
    OPTIONAL: "optional", "dewisol";
    ADD: "Add another", "Ychwanegu un arall";
    NO_MORE: "There is room for {0}, and that many are here", "Mae lle i {0}, ac mae cynifer â hynny yma";
    ADD_FIRST: "Add", "Ychwanegu";
    CHANGE: "Change", "Newid";
    REMOVE: "Remove", "Dileu";
    NONE_ADDED: "None added yet", "Dim wedi'i ychwanegu eto";
    NONE_TO_ADD: "There are none to add", "Nid oes dim i'w ychwanegu";
    PUT_BACK: "Put back", "Rhoi yn ôl";
    NOT_ASKED_PAGE: "Nothing on this page needs an answer now", "Nid oes angen ateb dim ar y dudalen hon nawr";

    // Page one, beside the questions
    PAGE_ONE: "What the panel sees so far", "Yr hyn mae'r panel yn ei weld hyd yma";

    // To act at once
    URGENT_STAYS: "Your answers stay here while you do this. Then go on with the screening.", "Bydd eich atebion yn aros yma tra byddwch yn gwneud hyn. Yna ewch ymlaen â'r sgrinio.";
    URGENT_GO_ON: "I have read this: go on", "Rwyf wedi darllen hyn: ymlaen";
    URGENT_CHANGE: "Change my answer", "Newid fy ateb";

    // Early stop
    STOP_TITLE: "No further answer can change the result", "Ni all unrhyw ateb pellach newid y canlyniad";
    STOP_TEXT: "Your answers so far settle the screening, whatever the rest are. You can see the result now, or go on for the panel's sake.", "Mae'ch atebion hyd yma yn setlo'r sgrinio, beth bynnag yw'r gweddill. Gallwch weld y canlyniad nawr, neu barhau er mwyn y panel.";
    KEEP_ANSWERING: "Keep answering", "Parhau i ateb";

    // Result
    RESULT_TITLE: "Screening result", "Canlyniad y sgrinio";
    FIRST: "Do first", "Gwnewch yn gyntaf";
    MORE_ACTS: "Then: {0} more", "Wedyn: {0} arall";
    MORE_ROUTES: "{0} more places to turn", "{0} lle arall i droi";
    TONIGHT: "A panel may be weeks away, and no work can promise safety. What is the plan for tonight?", "Gallai panel fod wythnosau i ffwrdd, ac ni all unrhyw waith addo diogelwch. Beth yw'r cynllun ar gyfer heno?";
    READ_AS: "Read as", "Darllenwyd fel";
    SETTLED_BY: "What settled it", "Beth a'i setlodd";
    ROUTES: "Where to go now", "Ble i droi nawr";
    LAST_CHECKED: "Last checked", "Gwiriwyd ddiwethaf";
    CHECKED_LONG_AGO: "This was checked long ago. Confirm it before you rely on it. Last checked", "Gwiriwyd hyn amser maith yn ôl. Cadarnhewch ef cyn dibynnu arno. Gwiriwyd ddiwethaf";
    WRITE_REFERRAL: "Write the referral", "Ysgrifennu'r atgyfeiriad";
    ANSWER_MORE: "Go back to the questions", "Yn ôl at y cwestiynau";
    SCREENED_ON: "Screened on", "Sgriniwyd ar";
    RESULT_CHANGED: "The result has changed", "Mae'r canlyniad wedi newid";
    WAS: "It was", "Cynt";
    NOW: "It is now", "Nawr";

    // Disagree
    DISAGREE_TITLE: "Disagree and refer anyway", "Anghytuno ac atgyfeirio beth bynnag";
    DISAGREE_TEXT: "People decide, not this page. Write why the panel should look at this case. Your reasons go to Part C, and Part A says that you ask the panel to look despite the screening.", "Pobl sy'n penderfynu, nid y dudalen hon. Ysgrifennwch pam y dylai'r panel edrych ar yr achos hwn. Mae eich rhesymau'n mynd i Ran C, ac mae Rhan A yn dweud eich bod yn gofyn i'r panel edrych er gwaethaf y sgrinio.";

    // Check answers
    CHECK_TITLE: "Check your answers", "Gwiriwch eich atebion";
    GAP_ANSWER: "not answered", "heb ei ateb";
    GAP_KNOWN: "needs to be known", "mae angen ei wybod";
    GAP_ENTRIES: "add at least one", "ychwanegwch o leiaf un";
    MAKE_DOCUMENTS: "Go to the documents", "Mynd i'r dogfennau";

    // Documents
    DOCUMENTS_TITLE: "Your documents", "Eich dogfennau";
    SAVE_DRAFT: "Save the answers to go on later", "Cadw'r atebion i barhau'n ddiweddarach";
    GIVEN_TO_BROWSER: "Given to your browser as {0}: check that it is there", "Rhoddwyd i'ch porwr fel {0}: gwiriwch ei bod yno";
    LOOK_MORE: "And {0} more, which come up as you deal with these.", "A {0} arall, a ddaw i'r golwg wrth i chi ddelio â'r rhain.";
    MAKING: "Making the document", "Wrthi'n gwneud y ddogfen";
    STOP_MAKING: "Stop", "Stopio";
    TRY_AGAIN: "Try again", "Rhoi cynnig arall arni";
    WRITER_FAILED: "The part of this page that writes documents has stopped or did not start. Nothing you typed is lost.", "Mae'r rhan o'r dudalen hon sy'n ysgrifennu dogfennau wedi stopio neu heb gychwyn. Does dim byd a deipioch wedi'i golli.";
    WRITER_STALE: "The part of this page that writes documents is of another version than the page itself. Save the answers, load the page again, and open them there.", "Mae'r rhan o'r dudalen hon sy'n ysgrifennu dogfennau o fersiwn gwahanol i'r dudalen ei hun. Cadwch yr atebion, llwythwch y dudalen eto, ac agorwch nhw yno.";
    SAVE_FAILED: "This browser did not let the page save a file. Use Look and print.", "Ni adawodd y porwr hwn i'r dudalen gadw ffeil. Defnyddiwch Gweld ac argraffu.";
    PRINT: "Print", "Argraffu";
    PRINT_NOTE: "Your browser may print the title of this page, its address and the date along the edges. To leave them out, turn off \u{201c}Headers and footers\u{201d} in its print window. Printers keep copies too. Collect every page.", "Gall eich porwr argraffu teitl y dudalen hon, ei chyfeiriad a'r dyddiad ar hyd yr ymylon. I'w hepgor, diffoddwch \u{201c}Headers and footers\u{201d} (penynnau a throedynnau) yn ei ffenestr argraffu. Mae argraffwyr yn cadw copïau hefyd. Casglwch bob tudalen.";

    // Clear
    CLEAR_TITLE: "Clear everything?", "Clirio popeth?";
    CLEAR_TEXT: "Every answer on this page will be gone for good. Files you saved stay where you saved them.", "Bydd pob ateb ar y dudalen hon wedi mynd am byth. Mae ffeiliau a gadwoch yn aros lle y cadwoch nhw.";
    CLEAR_GIVEN: "Check first that your browser kept what it was given. A download can be blocked or cancelled, and this page is not told:", "Gwiriwch yn gyntaf fod eich porwr wedi cadw'r hyn a roddwyd iddo. Gellir rhwystro neu ganslo lawrlwythiad, ac ni ddywedir wrth y dudalen hon:";
    CLEAR_NOTHING_GIVEN: "No file of this visit was given to your browser.", "Ni roddwyd unrhyw ffeil o'r ymweliad hwn i'ch porwr.";
    CLEAR_YES: "Yes, clear everything", "Ie, clirio popeth";
    CLEAR_NO: "No, go back", "Na, mynd yn ôl";
    ENDED_TITLE: "Everything is cleared", "Mae popeth wedi'i glirio";
    ENDED_TEXT: "Nothing was kept: no answer is in this browser, on a server or anywhere else, except in files you saved or printed.", "Ni chadwyd dim: nid oes ateb yn y porwr hwn, ar weinydd nac yn unman arall, ac eithrio mewn ffeiliau a gadwoch neu a argraffoch.";
    ENDED_HISTORY: "The address of this page may still be in the browser's history. It says nothing about a case.", "Gall cyfeiriad y dudalen hon fod yn hanes y porwr o hyd. Nid yw'n dweud dim am achos.";
    START_AGAIN: "Start again", "Dechrau eto";

    // Open
    OPEN_TITLE: "Open a file", "Agor ffeil";
    OPEN_TEXT: "Choose an answer sheet to go on with it, or a referral document, as data or PDF, to see whether it is whole and to run its screening again. The file is read in this browser and sent nowhere.", "Dewiswch daflen atebion i barhau â hi, neu ddogfen atgyfeirio, fel data neu PDF, i weld a yw'n gyflawn ac i redeg ei sgrinio eto. Caiff y ffeil ei darllen yn y porwr hwn ac ni chaiff ei hanfon i unman.";
    OPEN_FILE: "File (.age, JSON or PDF)", "Ffeil (.age, JSON neu PDF)";
    OPEN_KEPT: "Nothing you typed was changed.", "Ni newidiwyd dim a deipioch.";

    // About these criteria
    ABOUT_TITLE: "About these criteria", "Ynglŷn â'r meini prawf hyn";
    ABOUT_TEXT: "For whoever answers for the criteria. All of this is worked out in this browser.", "I bwy bynnag sy'n atebol am y meini prawf. Mae hyn i gyd yn cael ei gyfrifo yn y porwr hwn.";
    ABOUT_CHECK: "Check the criteria", "Gwirio'r meini prawf";
    ABOUT_CASES: "Run the worked cases", "Rhedeg yr achosion enghreifftiol";
    ABOUT_COMPARE: "Compare with another pack (JSON), or choose two to compare with one another", "Cymharu â phecyn arall (JSON), neu ddewis dau i'w cymharu â'i gilydd";
    EDIT: "Change these criteria", "Newid y meini prawf hyn";
    NEW_TAB: " (opens in a new tab)", " (yn agor mewn tab newydd)";
    EDIT_OPEN: "Open another pack to change (JSON). What you have not saved is lost then.", "Agor pecyn arall i'w newid (JSON). Collir wedyn yr hyn nad ydych wedi'i gadw.";
    EDIT_SAVE: "Save the pack", "Cadw'r pecyn";
    WORDS_COMING: "The questions of this part are still loading. They come in a moment.", "Mae cwestiynau'r rhan hon yn dal i lwytho. Byddant yma ymhen eiliad.";
    WORKING: "Working", "Wrthi'n gweithio";

    // Self-test
    REPLY_TITLE: "Answer a question that you were sent", "Ateb cwestiwn a anfonwyd atoch";
    REPLY_TEXT: "Paste the whole message that you got. This page sends nothing: it makes a line for you to send back. Name nobody.", "Gludwch y neges gyfan a gawsoch. Nid yw'r dudalen hon yn anfon dim: mae'n gwneud llinell i chi ei hanfon yn ôl. Peidiwch ag enwi neb.";
    REPLY_MESSAGE: "The message", "Y neges";
    SELF_TEST_TITLE: "Self-test and evidence sheet", "Hunanbrawf a thaflen dystiolaeth";
    SELF_TEST_TEXT: "For whoever has to show that this copy sends nothing. It looks at every file of the copy, tries every way out of a page, and writes what it found on a sheet for a data protection impact assessment: also what no policy can stop.", "I bwy bynnag sy'n gorfod dangos nad yw'r copi hwn yn anfon dim. Mae'n edrych ar bob ffeil yn y copi, yn rhoi cynnig ar bob ffordd allan o dudalen, ac yn ysgrifennu'r hyn a ganfu ar daflen ar gyfer asesiad o'r effaith ar ddiogelu data: hefyd yr hyn na all unrhyw bolisi ei rwystro.";
    SELF_TEST_LOOKS: "Looking at every file of this copy, then shutting the network", "Wrthi'n edrych ar bob ffeil yn y copi hwn, ac yna'n cau'r rhwydwaith";
    SELF_TEST_LOOKED: "Every file was looked at. No way out has been tried yet.", "Edrychwyd ar bob ffeil. Ni roddwyd cynnig ar yr un ffordd allan eto.";
    SELF_TEST_RUNS: "Trying the ways out: this takes a few seconds", "Wrthi'n rhoi cynnig ar y ffyrdd allan: mae hyn yn cymryd ychydig eiliadau";
    SELF_TEST_RAN: "Done. What came of it is on the sheet below.", "Wedi gorffen. Mae'r hyn a ddaeth ohono ar y daflen isod.";
    SELF_TEST_ABSENT: "The part of this page that runs the self-test did not load. Load the page again.", "Ni lwythodd y rhan o'r dudalen hon sy'n rhedeg yr hunanbrawf. Llwythwch y dudalen eto.";
    SELF_TEST_RUN: "Run the self-test", "Rhedeg yr hunanbrawf";
    SELF_TEST_WINDOWS: "Try the ways that need a window", "Rhoi cynnig ar y ffyrdd y mae angen ffenestr arnynt";
    SELF_TEST_PDF: "Save as PDF", "Cadw fel PDF";
    SELF_TEST_PAGE: "Save as a web page", "Cadw fel tudalen we";
    SELF_TEST_NOTE: "A window opens for that, for a few seconds. Nothing of a case is here, and what is tried carries nothing but its own name.", "Mae ffenestr yn agor ar gyfer hynny, am ychydig eiliadau. Nid oes dim am achos yma, ac nid yw'r hyn y rhoddir cynnig arno yn cludo dim ond ei enw ei hun.";

    // Embedded
    NOT_CONFIRMED: "From {0}, not yet confirmed. Continue confirms it.", "O {0}, heb ei gadarnhau eto. Mae Parhau yn ei gadarnhau.";
    PRIVACY_4_HOST: "Answers leave only when you download or copy a document, or press a button that sends it to {0}.", "Dim ond pan fyddwch yn lawrlwytho neu'n copïo dogfen, neu'n pwyso botwm sy'n ei hanfon at {0}, y mae atebion yn gadael.";
    TELL_TITLE: "May {0} be told how this goes?", "A gaiff {0} wybod sut mae hyn yn mynd?";
    TELL_TEXT: "This screening stands inside {0}. If you agree, {0} is told which sections are done, and the result when you see it. It is told nothing else, unless you press a button that says so.", "Mae'r sgrinio hwn y tu mewn i {0}. Os ydych yn cytuno, dywedir wrth {0} pa adrannau sydd wedi'u gwneud, a'r canlyniad pan fyddwch yn ei weld. Ni ddywedir dim arall wrtho, oni bai eich bod yn pwyso botwm sy'n dweud hynny.";
    TELL_YES: "Yes, tell it", "Iawn, dywedwch wrtho";
    TELL_NO: "No, tell it nothing", "Na, peidiwch â dweud dim wrtho";
    TELLS: "{0} is told which sections are done, and the result.", "Dywedir wrth {0} pa adrannau sydd wedi'u gwneud, a'r canlyniad.";
    TELLS_NOTHING: "{0} is told nothing.", "Ni ddywedir dim wrth {0}.";
    GIVEN: "Sent to {0}", "Anfonwyd at {0}";
    GUEST_CLOSED: "You can close this part of the page.", "Gallwch gau'r rhan hon o'r dudalen.";

    NOTHING_LEFT: "Nothing left to answer", "Dim ar ôl i'w ateb";
    ONE_LEFT: "One section left", "Un adran ar ôl";
    SECTIONS_LEFT: "{0} sections left", "{0} adran ar ôl";

    // A pack that cannot be used
    NO_PACK_TITLE: "The criteria cannot be used", "Ni ellir defnyddio'r meini prawf";
    NO_PACK_TEXT: "This copy was set up with criteria or settings that do not pass their checks. Screening with the wrong criteria is worse than none, so this page will not screen. Tell whoever installed it:", "Gosodwyd y copi hwn gyda meini prawf neu osodiadau nad ydynt yn pasio eu gwiriadau. Mae sgrinio gyda'r meini prawf anghywir yn waeth na dim, felly ni fydd y dudalen hon yn sgrinio. Dywedwch wrth bwy bynnag a'i gosododd:";
}

/// What some of the programs beside the page do.
pub(crate) fn programs(programs: &[SideProgram], language: Language) -> String {
    let does = |program: &SideProgram| match program {
        SideProgram::Composer => PROGRAM_COMPOSER,
        SideProgram::Sealer => PROGRAM_SEALER,
        SideProgram::Exporter => PROGRAM_EXPORTER,
    };
    programs.iter().map(|program| does(program).say(language)).collect::<Vec<_>>().join("; ")
}

/// "3 sections left".
pub(crate) fn sections_left(interview: Interview<'_>) -> Localized {
    let left = interview.sections_left();
    match left {
        0 if interview.stage == Stage::Referral => READY_TO_SEND.text(),
        0 => NOTHING_LEFT.text(),
        1 => ONE_LEFT.text(),
        _ => SECTIONS_LEFT.fill(&[&left.to_string()]),
    }
}
