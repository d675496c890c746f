//! The words of the evidence sheet.

use drive_screening_core::base::words::Phrase;

macro_rules! words {
    ($($name:ident: $en:literal, $cy:literal;)*) => {
        $(pub(super) const $name: Phrase = Phrase::of($en, $cy);)*
    };
}

words! {
    TITLE: "Evidence for a data protection impact assessment", "Tystiolaeth ar gyfer asesiad o'r effaith ar ddiogelu data";
    MARKING: "HOLDS NO PERSONAL DATA", "HEB DDATA PERSONOL";
    ABOUT: "What this copy of the screening found out about itself, in the browser of whoever made this sheet. It is evidence for whoever writes the assessment, and not the assessment. There is nothing of any case in it.", "Yr hyn y daeth y copi hwn o'r sgrinio i'w wybod amdano'i hun, ym mhorwr pwy bynnag a luniodd y daflen hon. Tystiolaeth yw hi i bwy bynnag sy'n ysgrifennu'r asesiad, ac nid yr asesiad ei hun. Nid oes dim ynddi am unrhyw achos.";
    MADE_ON: "Made on", "Lluniwyd ar";
    ADDRESS: "Address", "Cyfeiriad";
    SITE: "Name of this copy", "Enw'r copi hwn";
    PROGRAM: "Program", "Rhaglen";
    CRITERIA: "Criteria", "Meini prawf";
    DIGEST: "Digest of the criteria (SHA-256)", "Crynodeb y meini prawf (SHA-256)";
    BROWSER: "Browser", "Porwr";
    SUMMARY: "Self-test: {0} ways out stopped, {1} not stopped, {2} that cannot be seen from here.", "Hunanbrawf: {0} o ffyrdd allan wedi'u rhwystro, {1} heb eu rhwystro, {2} na ellir eu gweld oddi yma.";
    NOT_RUN: "The self-test has not been run.", "Nid yw'r hunanbrawf wedi'i redeg.";
    FILES_SUMMARY: "Files: {0} of {1} are as they were built.", "Ffeiliau: mae {0} o {1} fel yr adeiladwyd hwy.";
    NOT_SHUT: "The browser did not take the page's own policy: its network is open.", "Ni dderbyniodd y porwr bolisi'r dudalen ei hun: mae ei rhwydwaith ar agor.";

    // What the self-test found
    TEST: "What the self-test found", "Yr hyn a ganfu'r hunanbrawf";
    TEST_HOW: "With its network shut, the page asked its own server by each way for a name that no copy has: self-test-arrived, and the way. The headers alone would let most of these through. Whoever runs the server can look in its log. Nothing may be there of what is called stopped.", "Gyda'i rhwydwaith ar gau, gofynnodd y dudalen i'w gweinydd ei hun drwy bob ffordd am enw nad oes gan unrhyw gopi: self-test-arrived, a'r ffordd. Byddai'r penynnau eu hunain yn gadael y rhan fwyaf o'r rhain drwodd. Gall pwy bynnag sy'n rhedeg y gweinydd edrych yn ei log: ni ddylai fod dim yno o'r hyn y dywedir iddo gael ei rwystro.";
    NO_WAYS: "Only the ways that need a window have been tried.", "Dim ond y ffyrdd y mae arnynt angen ffenestr sydd wedi'u profi.";
    NO_WINDOWS: "The ways that need a window have not been tried.", "Nid yw'r ffyrdd y mae arnynt angen ffenestr wedi'u profi.";
    STOPPED: "Stopped: {0}", "Wedi'u rhwystro: {0}";
    ARRIVED: "Not stopped, and seen to arrive: {0}", "Heb eu rhwystro, ac fe'u gwelwyd yn cyrraedd: {0}";
    UNSEEN: "Cannot be seen from here: {0}", "Ni ellir eu gweld oddi yma: {0}";
    UNTRIED: "Could not be tried: {0}", "Ni ellid eu profi: {0}";
    BY_OWN: "By the page's own policy alone, each by this directive of it:", "Gan bolisi'r dudalen ei hun yn unig, pob un gan y gyfarwyddeb hon ynddo:";
    BY_HEADERS: "By the policy of the server's headers alone:", "Gan bolisi penynnau'r gweinydd yn unig:";
    BY_BOTH: "By the page's own policy, and by that of the server's headers too:", "Gan bolisi'r dudalen ei hun, a chan bolisi penynnau'r gweinydd hefyd:";
    BY_ABSENCE: "This browser has no such way", "Nid oes gan y porwr hwn ffordd o'r fath";
    BY_GUARD: "The browser's guard against pop-up windows opened none. That is no policy of the page. Allow windows for this address, and try again.", "Nid agorodd gwarchodwr ffenestri naid y porwr yr un. Nid polisi'r dudalen yw hynny: caniatewch ffenestri ar gyfer y cyfeiriad hwn, a rhowch gynnig arall arni.";
    WHY_WINDOW: "No policy of a page stops this. The page goes elsewhere only for Leave quickly and for links that a person follows. No address holds anything that was typed.", "Nid oes polisi tudalen sy'n rhwystro hyn. Dim ond ar gyfer Gadael yn gyflym a dolenni y mae person yn eu dilyn y mae'r dudalen yn mynd i rywle arall, ac nid yw'r un cyfeiriad yn cynnwys dim a deipiwyd.";
    WHY_MESSAGE: "No policy stops messages between windows. The page sends them only to a page around it that site.json names, and none of a case before the person agrees.", "Nid oes polisi sy'n rhwystro negeseuon rhwng ffenestri. Dim ond at dudalen o'i chwmpas y mae site.json yn ei henwi y mae'r dudalen yn eu hanfon, a dim un am achos cyn i'r person gytuno.";
    WHY_WEBRTC: "No policy stops this in every browser. The page makes no such link. Nor can the programs beside it, which make the documents.", "Nid oes polisi sy'n rhwystro hyn ym mhob porwr. Nid yw'r dudalen yn gwneud cysylltiad o'r fath, ac nid oes gan y rhaglenni wrth ei hochr, sy'n llunio'r dogfennau, fodd i wneud hynny.";
    WHY_NOT: "This ought to be stopped. Enter no real case in this copy before whoever installed it has found out why it was not.", "Dylid rhwystro hyn. Peidiwch â rhoi unrhyw achos go iawn yn y copi hwn cyn i bwy bynnag a'i gosododd ganfod pam na chafodd ei rwystro.";
    UNSEEN_WHY: "The browser tells a page neither that these went nor what stopped them. The server's log tells of most. It never tells of names that were looked up, or of WebRTC. Whoever runs the network can see those.", "Nid yw'r porwr yn dweud wrth dudalen fod y rhain wedi mynd, na beth a'u rhwystrodd. Mae log y gweinydd yn dweud am y rhan fwyaf. Nid yw byth yn dweud am enwau y chwiliwyd amdanynt, nac am WebRTC: gall pwy bynnag sy'n rhedeg y rhwydwaith weld y rheini.";
    ITSELF: "We did not try if the page itself can go to another address, as it would end the page. It is the same as for the window that was sent elsewhere. No policy stops it.", "Ni phrofwyd bod y dudalen ei hun yn mynd i gyfeiriad arall, gan y byddai hynny'n ei therfynu. Mae'r un peth ag yn achos y ffenestr a anfonwyd i rywle arall: nid oes polisi sy'n ei rwystro.";

    // The policies
    POLICIES: "The policies in force", "Y polisïau mewn grym";
    OWN_POLICY: "The page's own, which it lays over the headers once it has loaded", "Un y dudalen ei hun, y mae'n ei osod dros y penynnau unwaith y bydd wedi llwytho";
    HEADERS_OF: "The headers of {0}", "Penynnau {0}";
    HEADERS_SAME: "The headers of {0} are the same.", "Mae penynnau {0} yr un fath.";
    NOT_SENT: "not sent", "heb ei anfon";

    // Data flows
    FLOWS: "Data flows", "Llif data";
    ENTERS: "What enters the page", "Yr hyn sy'n dod i mewn i'r dudalen";
    ENTERS_TYPED: "What a person types or picks.", "Yr hyn y mae person yn ei deipio neu'n ei ddewis.";
    ENTERS_FILE: "A file that a person opens: a draft, an answer sheet or a document.", "Ffeil y mae person yn ei hagor: drafft, taflen atebion neu ddogfen.";
    ENTERS_HOST: "Answers that a page around it gives, where site.json names that page. The person confirms each before it counts as theirs.", "Atebion y mae tudalen o'i chwmpas yn eu rhoi, lle mae site.json yn enwi'r dudalen honno. Mae'r person yn cadarnhau pob un cyn iddo gyfrif fel ei ateb ei hun.";
    STAYS: "Where it is meanwhile", "Ble mae yn y cyfamser";
    STAYS_MEMORY: "In the memory of this browser tab alone, until it is cleared, reloaded or closed.", "Yng nghof y tab hwn yn y porwr yn unig, nes iddo gael ei glirio, ei ail-lwytho neu ei gau.";
    LEAVES: "What leaves, each time because a person does it", "Yr hyn sy'n gadael, bob tro am fod person yn ei wneud";
    LEAVES_FILE: "A file that is saved, a page that is printed, text that is copied.", "Ffeil a gedwir, tudalen a argreffir, testun a gopïir.";
    LEAVES_HOST: "To a page around it: a document, by a button that names that page; and how the screening goes, if the person agreed to that.", "I dudalen o'i chwmpas: dogfen, drwy fotwm sy'n enwi'r dudalen honno; a sut mae'r sgrinio'n mynd, os cytunodd y person i hynny.";
    SERVER: "What the server gets", "Yr hyn y mae'r gweinydd yn ei gael";
    SERVER_FILES: "Requests for the files below, while the page loads: the network address of the device and the time, as any web server gets. No answer and no result.", "Ceisiadau am y ffeiliau isod, tra bydd y dudalen yn llwytho: cyfeiriad rhwydwaith y ddyfais a'r amser, fel y mae unrhyw weinydd gwe yn eu cael. Dim ateb a dim canlyniad.";

    // What is kept
    KEPT: "What is kept, and for how long", "Yr hyn a gedwir, ac am ba hyd";
    KEPT_NOTHING: "Nothing of a case. No cookie, store, database or cache of the browser holds any of it. Nor do the address, the title, the history or a server. So there is no retention period.", "Dim byd am achos. Nid oes cwci, storfa, cronfa ddata na chof dros dro yn y porwr sy'n dal dim ohono, na'r cyfeiriad, y teitl na'r hanes, na gweinydd. Felly nid oes cyfnod cadw.";
    KEPT_PAGE: "The browser may keep the files that the page is made of, so that it starts without a network. They are the same for everyone. The site can turn that off.", "Gall y porwr gadw'r ffeiliau y mae'r dudalen wedi'i gwneud ohonynt, fel ei bod yn cychwyn heb rwydwaith. Maent yr un fath i bawb. Gall y safle ddiffodd hynny.";
    KEPT_FILES: "A saved file lies in the browser's download folder until somebody moves or deletes it. The rules of whoever uses it say how long it is kept.", "Mae ffeil a gedwir yn aros yn ffolder lawrlwytho'r porwr nes i rywun ei symud neu ei dileu. Mae rheolau cadw'r sefydliad ei hun yn berthnasol iddi.";
    KEPT_LOG: "Whether the server logs who loaded the page, and for how long it keeps that, is for whoever runs it to say.", "Pwy bynnag sy'n rhedeg y gweinydd sydd i ddweud a yw'n cofnodi pwy a lwythodd y dudalen, ac am ba hyd y mae'n cadw hynny.";

    // Limits
    LIMITS: "What this does not show", "Yr hyn nad yw hyn yn ei ddangos";
    LIMIT_EXTENSIONS: "An extension of the browser can read what is on the page, and send it.", "Gall estyniad porwr ddarllen yr hyn sydd ar y dudalen, a'i anfon.";
    LIMIT_DEVICE: "So can a device that is watched or broken into: what records keys or the screen, or other harmful software.", "Felly hefyd ddyfais sy'n cael ei gwylio neu y torrwyd i mewn iddi: yr hyn sy'n recordio bysellau neu'r sgrin, neu feddalwedd niweidiol arall.";
    LIMIT_MEMORY: "The browser and the system may write memory to disk (swap, hibernation, reports of a crash), where traces can stay.", "Gall y porwr a'r system ysgrifennu'r cof i ddisg (cyfnewid, gaeafgysgu, adroddiadau am gwymp), lle gall olion aros.";
    LIMIT_PEOPLE: "Somebody who sees the screen, the printout or the download folder.", "Rhywun sy'n gweld y sgrin, yr allbrint neu'r ffolder lawrlwytho.";
    LIMIT_OPERATOR: "Whoever can change the files on the server can change the page, and files.json with it. The SHA-256 of files.json is to be compared with that of the release.", "Gall pwy bynnag a all newid y ffeiliau ar y gweinydd newid y dudalen, a files.json gyda hi. Mae SHA-256 files.json i'w gymharu ag un y fersiwn a ryddhawyd.";
    LIMIT_POLICY: "What no policy of a page stops: going to another address, opening a window, messages between windows, looking up a name, and WebRTC.", "Yr hyn nad oes polisi tudalen yn ei rwystro: mynd i gyfeiriad arall, agor ffenestr, negeseuon rhwng ffenestri, chwilio am enw, a WebRTC.";
    LIMIT_TRANSLATOR: "A translator of the browser sends the text of a page to whoever runs it. The page asks it not to be offered.", "Mae cyfieithydd porwr yn anfon testun tudalen at bwy bynnag sy'n ei redeg. Mae'r dudalen yn gofyn iddo beidio â chael ei gynnig.";
    LIMIT_ONE: "This sheet is of one browser, on one device, on one day.", "Mae'r daflen hon yn ymwneud ag un porwr, ar un ddyfais, ar un diwrnod.";

    // How to do it again
    AGAIN: "How to do this again", "Sut i wneud hyn eto";
    AGAIN_BROWSERS: "Open criteria.html#self-test of this copy in each browser that people use, press both buttons, and save the sheet.", "Agorwch criteria.html#self-test y copi hwn ym mhob porwr y mae pobl yn ei ddefnyddio, pwyswch y ddau fotwm, a chadwch y daflen.";
    AGAIN_LOG: "Look for self-test-arrived in the log of the server, and in the network panel of the browser.", "Chwiliwch am self-test-arrived yn log y gweinydd, ac ym mhanel rhwydwaith y porwr.";
    AGAIN_HASH: "Take the SHA-256 of the installed files (sha256sum, or Get-FileHash on Windows) and compare it with the list below and with files.json of the release.", "Cyfrifwch SHA-256 y ffeiliau a osodwyd (sha256sum, neu Get-FileHash ar Windows) a'i gymharu â'r rhestr isod ac â files.json y fersiwn a ryddhawyd.";
    AGAIN_TESTS: "The tests of the program do the same in Chromium, Firefox and WebKit. They use a server that logs all that it is asked for: tests/browser/self_test.rs.", "Mae profion y rhaglen yn gwneud yr un peth yn Chromium, Firefox a WebKit, yn erbyn gweinydd sy'n cofnodi pob cais: tests/browser/self_test.rs.";

    // The files
    FILES: "The files, as the server gives them out", "Y ffeiliau, fel y mae'r gweinydd yn eu rhoi";
    FILES_HOW: "Each was fetched anew, its SHA-256 taken in the browser, and compared with files.json, which the build wrote.", "Cafodd pob un ei nôl o'r newydd, ei SHA-256 ei gyfrifo yn y porwr, a'i gymharu â files.json, a ysgrifennwyd gan yr adeiladwaith.";
    LIST: "files.json itself", "files.json ei hun";
    NO_LIST: "files.json, the list of the build, could not be read, so no file was compared. The server answered: {0}.", "Ni ellid darllen files.json, rhestr yr adeiladwaith, felly ni chymharwyd yr un ffeil. Ateb y gweinydd oedd: {0}.";
    NO_ANSWER: "nothing in time", "dim byd mewn pryd";
    SAME: "As they were built: {0}", "Fel yr adeiladwyd hwy: {0}";
    DIFFERENT: "Not as they were built: {0}", "Nid fel yr adeiladwyd hwy: {0}";
    DIFFERENT_NEXT: "Put all files of one build up together, and look who changed these.", "Rhowch holl ffeiliau un adeiladwaith i fyny gyda'i gilydd, ac edrychwch pwy a newidiodd y rhain.";
    BUILT: "Built: {0}", "Adeiladwyd: {0}";
    GIVEN: "Given: {0}", "Rhoddwyd: {0}";
    MISSING: "Did not come: {0}", "Ni ddaethant: {0}";
    ANSWERED: "The server answered: {0}.", "Ateb y gweinydd oedd: {0}.";
    NOT_HASHED: "Came, and could not be compared: {0}", "Daethant, ac ni ellid eu cymharu: {0}";
    NOT_HASHED_WHY: "A browser takes a SHA-256 only on a page that came by https, or from the same machine.", "Dim ond ar dudalen a ddaeth drwy https, neu o'r un peiriant, y mae porwr yn cyfrifo SHA-256.";
    OWN_FILES: "This site's own files", "Ffeiliau'r safle hwn ei hun";
}
