//! The accessibility and privacy statements, and how saving and locking works.

use crate::write::Fragment;
use drive_screening_core::base::words::{Language, Phrase};

macro_rules! lines {
    ($($en:literal, $cy:literal;)*) => { [$(Phrase { en: $en, cy: $cy }),*] };
}

/// The accessibility statement.
pub fn accessibility_html(language: Language) -> String {
    let lines = lines! {
        "We want all people to be able to use this page: with just the keys, with a screen reader, at 400 % zoom, in high contrast, in English or Welsh.",
        "Rydym am i bawb allu defnyddio'r dudalen hon: gyda bysellfwrdd yn unig, gyda darllenydd sgrin, ar chwyddiad 400 %, mewn cyferbyniad uchel, yn Gymraeg neu yn Saesneg.";
        "It is built to WCAG 2.2 level AA. A program looks for faults on each kind of page, in both languages. Whole cases are screened with just the keys. We also looked at the main pages as wide as a phone, at 400 % zoom and in forced colours. People who use screen readers every day have not tested it yet.",
        "Mae wedi'i hadeiladu i WCAG 2.2 lefel AA. Caiff pob math o dudalen ei wirio'n awtomatig, yn y ddwy iaith, a chaiff achosion cyfan eu sgrinio gyda'r bysellfwrdd yn unig. Edrychwyd hefyd ar y prif dudalennau ar led ffôn, ar chwyddiad 400 % ac mewn lliwiau gorfodol. Nid yw eto wedi'i phrofi gan bobl sy'n defnyddio darllenwyr sgrin bob dydd.";
        "You can have each document as a web page, which screen readers read best, and as plain text.",
        "Cynigir y dogfennau fel tudalen we, y mae darllenwyr sgrin yn ei darllen orau, ac fel testun plaen.";
        "There is one time limit. It keeps the people safe whom a case is about. When no key, touch or move comes for some minutes, the page covers what was typed. One press brings it back, or the passphrase that you set. With no passphrase it is forgotten after a longer while. The page counts that down. Nothing else moves by itself.",
        "Mae un terfyn amser, er diogelwch y bobl y mae achos yn ymwneud â nhw: ar ôl rhai munudau heb wasgu bysell, cyffwrdd na symud, mae'r dudalen yn gorchuddio'r hyn a deipiwyd. Mae un pwysiad yn dod ag ef yn ôl, neu'r cyfrinymadrodd a osodwyd gennych. Heb gyfrinymadrodd caiff ei anghofio ar ôl cyfnod hirach, y mae'r dudalen yn ei gyfrif i lawr. Nid oes dim arall yn symud ohono'i hun.";
        "If something does not work for you, tell the team that gave you this page. They can also take a referral the way they did before.",
        "Os nad yw rhywbeth yn gweithio i chi, dywedwch wrth y tîm a roddodd y dudalen hon i chi. Gallant hefyd dderbyn atgyfeiriad drwy eu llwybr arferol.";
    };
    statement(&lines, language)
}

/// The privacy statement.
pub fn privacy_html(language: Language) -> String {
    let lines = lines! {
        "All that you answer stays in the memory of this browser tab. No server gets or keeps it. There are no cookies, nothing that counts visits and nothing from other sites.",
        "Mae popeth a atebwch yn aros yng nghof y tab hwn yn y porwr. Nid oes gweinydd yn ei dderbyn na'i storio. Nid oes cwcis, dadansoddeg na dim o wefannau eraill.";
        "Once the page has loaded, it tells the browser to block all that the page could fetch or send by itself. It says so at the top. Your IT team can check this: the browser's network panel stays empty while you answer. There are four things that no page can have a browser block. They are to go to a new address, to open a window, to look up the name of a computer and to link straight to another browser (WebRTC). This page does none of these by itself. Only Leave quickly and links go anywhere.",
        "Unwaith y bydd y dudalen wedi llwytho mae'n dweud wrth y porwr am rwystro popeth y gallai ei nôl neu ei anfon ohoni'i hun, ac yn dweud hynny ar y brig. Gall eich tîm TG wirio hyn: mae panel rhwydwaith y porwr yn aros yn wag tra byddwch yn ateb. Yr hyn nad yw porwr yn gadael i unrhyw dudalen ei wahardd yw mynd i gyfeiriad arall, agor ffenestr, chwilio am enw cyfrifiadur a chysylltiadau uniongyrchol rhwng porwyr (WebRTC): nid yw'r dudalen hon yn gwneud yr un o'r rhain ohoni'i hun, a dim ond Gadael yn gyflym a dolenni sy'n mynd i unrhyw le.";
        "When a browser translates a page, it sends the text to the firm that does it. This page asks the browser not to offer that. So do the web pages it saves. All the same, do not translate them. Use the language button.",
        "Mae cyfieithydd porwr yn anfon testun tudalen at y cwmni sy'n ei redeg. Mae'r dudalen hon a'r tudalennau gwe y mae'n eu cadw yn gofyn i'r porwr beidio â chynnig hynny. Peidiwch â'u cyfieithu beth bynnag: defnyddiwch y botwm iaith.";
        "You can save your work as a file that a passphrase locks. You can lock the page with the same passphrase. If you lose it, nobody can read the file or the page, and nobody can bring it back: not we, not your IT team. The file is made with age, a format that is public, so it can be opened without this page too. Where this page's own code holds passphrases and keys, it writes over them. The browser has its own memory, such as of a field that you typed in. No page can wipe that until the tab is closed.",
        "Gallwch gadw eich gwaith fel ffeil y mae cyfrinymadrodd yn ei chloi, a chloi'r dudalen â'r un cyfrinymadrodd. Heb y cyfrinymadrodd ni all neb ddarllen y naill na'r llall, ac ni all neb ddod ag ef yn ôl: nid ni, nac eich tîm TG. Gwneir y ffeil ag age, fformat cyhoeddedig, felly gellir ei hagor heb y dudalen hon hefyd. Caiff cyfrinymadroddion ac allweddi eu trosysgrifo lle mae cod y dudalen hon ei hun yn eu dal; yr hyn y mae'r porwr ei hun yn ei gadw yn y cof, er enghraifft o faes y teipiwyd ynddo, ni all unrhyw dudalen ei ddileu cyn i'r tab gael ei gau.";
        "The browser may keep the files that this page is made of, so that the page starts when there is no network. They are the same for everyone. They hold nothing of a case, and nothing that you type is put with them.",
        "Gall y porwr gadw'r ffeiliau y mae'r dudalen hon wedi'u gwneud ohonynt, fel bod y dudalen yn cychwyn pan nad oes rhwydwaith. Maent yr un fath i bawb. Nid ydynt yn dal dim am achos, ac ni roddir dim a deipiwch gyda nhw.";
        "Nothing of a case is put in the browser's store, its cache, the address, the title or the history. Close the tab or load it anew, and each answer is gone.",
        "Nid oes dim am achos yn cael ei ysgrifennu i storfa'r porwr, ei gof dros dro, y cyfeiriad, y teitl na'r hanes. Caewch neu ail-lwythwch y tab ac mae pob ateb wedi mynd.";
        "Answers leave this page only when you save, print or copy them. From then on your agency's rules for case records count. Send each part in a safe way to the people it is for. Keep it in your agency's system. Delete copies that you need no more.",
        "Dim ond pan fyddwch yn eu cadw, eu hargraffu neu eu copïo y mae atebion yn gadael y dudalen hon. O hynny ymlaen mae rheolau eich asiantaeth ar gyfer cofnodion achos yn berthnasol: anfonwch bob rhan drwy lwybr diogel at y bobl y mae ar eu cyfer, cadwch hi yn system eich asiantaeth a dilëwch gopïau nad oes eu hangen mwyach.";
        "A question that you copy for someone else names nobody. It holds none of your answers, and not the reference of the case. Its code is worked out from that reference in a way that cannot be turned round in practice. A reply is read on this page alone.",
        "Nid yw cwestiwn y byddwch yn ei gopïo i rywun arall yn enwi neb. Nid yw'n dal yr un o'ch atebion, na chyfeirnod yr achos. Cyfrifir ei god o'r cyfeirnod hwnnw mewn ffordd na ellir ei gwrthdroi yn ymarferol. Ar y dudalen hon yn unig y darllenir ymateb.";
        "This page may stand in the page of another system. Then it cannot block what that page sends, and a script of that page could read what you type. Such a system is told how the screening goes only if you agree. It gets a document only when you press the button that names it.",
        "Y tu mewn i dudalen system arall ni all rwystro cysylltiadau'r dudalen honno, a gallai sgript ar y dudalen honno ddarllen yr hyn a deipiwch. Dim ond os cytunwch y dywedir wrth system o'r fath sut mae'r sgrinio'n mynd, a dim ond pan bwyswch y botwm sy'n ei henwi y mae'n cael dogfen.";
        "This page cannot keep you safe from a device that is watched, from browser extensions, or from someone who stands behind you. Leave quickly hides the page at once. It does not wipe the browser's history.",
        "Ni all y dudalen hon eich diogelu rhag dyfais sy'n cael ei gwylio, rhag estyniadau porwr, na rhag rhywun yn edrych dros eich ysgwydd. Mae Gadael yn gyflym yn cuddio'r dudalen ar unwaith; nid yw'n dileu hanes y porwr.";
        "The agency that refers is the controller of what it writes down and shares. This page gives no lawful basis by itself. Part C has the one you rely on.",
        "Yr asiantaeth sy'n atgyfeirio yw rheolydd yr hyn y mae'n ei gofnodi a'i rannu. Nid yw'r dudalen hon yn rhoi sail gyfreithlon ohoni'i hun: mae Rhan C yn cofnodi'r un rydych yn dibynnu arni.";
    };
    statement(&lines, language)
}

/// How saving and locking works, for the page where a passphrase is set.
pub(super) fn saving_lines() -> [Phrase; 4] {
    lines! {
        "The file holds all that you typed, names and addresses too. It goes to this device's own folder for downloads, and nowhere else. Whoever has the file and the passphrase can read all of it. Tell nobody the passphrase by the way the file goes.",
        "Mae'r ffeil yn dal popeth fel y'i teipiwyd gennych, gan gynnwys enwau a chyfeiriadau. Mae'n mynd i ffolder lawrlwytho'r ddyfais hon, ac i unman arall. Gall pwy bynnag sydd â'r ffeil a'r cyfrinymadrodd ddarllen y cyfan: peidiwch â dweud y cyfrinymadrodd wrth neb drwy'r un llwybr â'r ffeil.";
        "Choose words that nobody who knows you or the case would think of. Three or four that do not belong together are good. There is no way to open the file without them.",
        "Dewiswch eiriau na fyddai neb sy'n eich adnabod chi neu'r achos yn meddwl amdanynt; mae tri neu bedwar nad oes a wnelont ddim â'i gilydd yn dda. Nid oes ffordd o agor y ffeil hebddynt.";
        "Look in your downloads before you leave. A browser may block a download, or the disk may be full, and no page is told. What you typed stays here until you clear it.",
        "Edrychwch yn eich lawrlwythiadau cyn gadael: gall porwr rwystro lawrlwythiad, neu gall y ddisg fod yn llawn, ac ni ddywedir wrth unrhyw dudalen. Mae'r hyn a deipioch yn aros yma nes i chi ei glirio.";
        "From then on the same passphrase locks this page too, when you press Lock now or are away for a while. What you typed is then in memory only in its locked form. To come back another day, choose Open a file. The screening is then of that day.",
        "O hynny ymlaen mae'r un cyfrinymadrodd yn cloi'r dudalen hon hefyd, pan bwyswch Cloi nawr neu pan fyddwch i ffwrdd am ychydig: mae'r hyn a deipioch wedyn yn y cof fel y beitiau wedi'u cloi yn unig. I ddod yn ôl ar ddiwrnod arall dewiswch Agor ffeil; bydd y sgrinio wedyn o'r diwrnod hwnnw.";
    }
}

fn statement(lines: &[Phrase], language: Language) -> String {
    let mut page = Fragment::new(language);
    for line in lines {
        page.paragraph(line.say(language));
    }
    page.end()
}
