//! What the pages of the desk say, in both languages.

use drive_screening_core::base::words::Phrase;

macro_rules! words {
    ($($name:ident: $en:literal, $cy:literal;)*) => {
        $(#[doc = $en] pub const $name: Phrase = Phrase::of($en, $cy);)*
    };
}

/// How the reference of a drill begins.
pub const TEST_REFERENCE: &str = "TEST-";

words! {
    // The title of the page where a sealed referral is opened.
    OPEN_TITLE: "Open a sealed referral", "Agor atgyfeiriad dan sêl";
    // What it does.
    OPEN_TEXT: "Choose the sealed file and the file of your team's key. Both are read on this page alone: nothing is sent, and nothing is kept.", "Dewiswch y ffeil dan sêl a ffeil allwedd eich tîm. Darllenir y ddwy ar y dudalen hon yn unig: nid anfonir dim, ac ni chedwir dim.";
    // The field for the sealed file.
    SEALED_FILE: "The sealed file, which ends in .age", "Y ffeil dan sêl, sy'n gorffen yn .age";
    // The field for the files of keys.
    KEY_FILES: "The file of your team's key. Choose older keys too, if the referral may be for one of those", "Ffeil allwedd eich tîm. Dewiswch allweddi hŷn hefyd, os gall yr atgyfeiriad fod ar gyfer un o'r rheini";
    // The field for a passphrase.
    PASSPHRASE: "Passphrase of the key", "Cyfrinymadrodd yr allwedd";
    // Shows a passphrase.
    SHOW: "Show", "Dangos";
    // The button that opens.
    OPEN: "Open it", "Ei hagor";
    // Which file is chosen.
    CHOSEN: "Chosen: {0}", "Wedi'i ddewis: {0}";
    // While the sealer works.
    WORKING: "Working", "Wrthi";
    // Which documents were in a file.
    OPENED: "It opened with {0}. These documents are in it:", "Agorodd â {0}. Mae'r dogfennau hyn ynddi:";
    // Shows a document.
    READ: "Read {0}", "Darllen {0}";
    // Saves a document in the clear.
    SAVE: "Save {0} without a seal", "Cadw {0} heb sêl";
    // What saving means.
    SAVE_TEXT: "A file that is not sealed can be read by whoever gets hold of it. Keep it where your agency keeps case records, and delete it from the downloads.", "Gall pwy bynnag a gaiff afael ar ffeil heb ei selio ei darllen. Cadwch hi lle mae eich asiantaeth yn cadw cofnodion achos, a dilëwch hi o'r lawrlwythiadau.";
    // What is said of a document in Drive screening below.
    CHECKED_BELOW: "Below, the document was checked and its screening was run again.", "Isod, gwiriwyd y ddogfen a rhedwyd ei sgrinio eto.";
    // Prints what is shown.
    PRINT: "Print what is below", "Argraffu'r hyn sydd isod";
    // Forgets everything.
    FORGET: "Close it and forget the key", "Ei chau ac anghofio'r allwedd";
    // It was forgotten, as nobody was there.
    FORGOTTEN: "Nobody used this page for a while, so it has forgotten the referral and the key.", "Ni ddefnyddiodd neb y dudalen hon am ychydig, felly mae wedi anghofio'r atgyfeiriad a'r allwedd.";
    // A receipt.
    RECEIPT: "Send a receipt today: the reference and \"it came\", nothing else.", "Anfonwch dderbynneb heddiw: y cyfeirnod a \"daeth i law\", dim byd arall.";
    // A drill.
    IS_TEST: "This is a TEST referral. Nobody is in it.", "Atgyfeiriad PRAWF yw hwn. Nid oes neb ynddo.";

    // A file that is not sealed.
    NOT_SEALED: "This file is not sealed. A sealed file ends in .age. If this one came as a referral, tell whoever sent it that it was not locked.", "Nid yw'r ffeil hon dan sêl. Mae ffeil dan sêl yn gorffen yn .age. Os daeth hon fel atgyfeiriad, dywedwch wrth bwy bynnag a'i hanfonodd nad oedd wedi'i chloi.";
    // No file was chosen.
    NO_FILE: "Choose the sealed file first.", "Dewiswch y ffeil dan sêl yn gyntaf.";
    // No key was chosen.
    NO_KEY: "Choose the file of your team's key.", "Dewiswch ffeil allwedd eich tîm.";
    // The sealer did not start, or it has ended.
    SEALER_FAILED: "The part of this page that opens files has stopped or did not start. Try again.", "Mae'r rhan o'r dudalen hon sy'n agor ffeiliau wedi stopio neu heb gychwyn. Rhowch gynnig arall arni.";

    // The title of the page where keys are made.
    KEYS_TITLE: "Keys of your team", "Allweddi eich tîm";
    // What it does.
    KEYS_TEXT: "A key has two halves. Everybody may have the public half: it seals referrals for you. The secret half opens them. It is a file that only a passphrase opens. Make one key for the team, and another as the recovery key, with another passphrase, to lie in a safe.", "Mae gan allwedd ddau hanner. Caiff pawb gael yr hanner cyhoeddus: mae'n selio atgyfeiriadau ar eich cyfer. Mae'r hanner cudd yn eu hagor. Ffeil yw honno na ddim ond cyfrinymadrodd yn ei hagor. Gwnewch un allwedd i'r tîm, ac un arall fel yr allwedd adfer, â chyfrinymadrodd arall, i'w chadw mewn sêff.";
    // The field for the passphrase of a new key.
    NEW_PASSPHRASE: "Passphrase of the new key", "Cyfrinymadrodd yr allwedd newydd";
    // What is a good one.
    NEW_HINT: "Four words that do not belong together. Whoever has the file and the passphrase can read every referral to your team.", "Pedwar gair nad ydynt yn perthyn i'w gilydd. Gall pwy bynnag sydd â'r ffeil a'r cyfrinymadrodd ddarllen pob atgyfeiriad i'ch tîm.";
    // The button that makes a key.
    MAKE: "Make the key and save its file", "Gwneud yr allwedd a chadw ei ffeil";
    // A key was made.
    MADE_TITLE: "Key made on {0}", "Allwedd a wnaed ar {0}";
    // Its words.
    MADE_WORDS: "Words of the key, to be read out to whoever rings", "Geiriau'r allwedd, i'w darllen i bwy bynnag sy'n ffonio";
    // Its line.
    MADE_LINE: "For the recipients in site.json: change the name and the parts. A recovery key has \"recovery\": true in place of parts", "Ar gyfer recipients yn site.json: newidiwch yr enw a'r rhannau. Mae gan allwedd adfer \"recovery\": true yn lle parts";
    // The text of its file.
    MADE_FILE: "The same key as text, for the sheet in the safe. Only the passphrase opens it. To use it, type it into a file that ends in .age", "Yr un allwedd fel testun, ar gyfer y ddalen yn y sêff. Dim ond y cyfrinymadrodd sy'n ei hagor. I'w defnyddio, teipiwch hi i ffeil sy'n gorffen yn .age";
    // What to do with it.
    MADE_NEXT: "What to do now", "Beth i'w wneud nawr";
    // The first step.
    NEXT_FILE: "Find the file {0} in your downloads. Put it where your team keeps its keys, and nowhere else.", "Dewch o hyd i'r ffeil {0} yn eich lawrlwythiadau. Rhowch hi lle mae eich tîm yn cadw ei allweddi, ac yn unman arall.";
    // The second step.
    NEXT_SHEET: "Print this sheet and put it in the safe. Never write the passphrase on it. That lies in another place.", "Argraffwch y ddalen hon a rhowch hi yn y sêff. Peidiwch byth ag ysgrifennu'r cyfrinymadrodd arni. Mewn lle arall y mae hwnnw.";
    // The third step.
    NEXT_SITE: "Give the line to whoever looks after this copy of Drive screening. Then do the drill.", "Rhowch y llinell i bwy bynnag sy'n gofalu am y copi hwn o Drive screening. Yna gwnewch yr ymarfer.";
    // The title of changing keys.
    ROTATE_TITLE: "When a key changes", "Pan fydd allwedd yn newid";
    // Its first step.
    ROTATE_ADD: "Make the new key. Put its line beside the old one in site.json, so that both are in force.", "Gwnewch yr allwedd newydd. Rhowch ei llinell wrth ochr yr hen un yn site.json, fel bod y ddwy mewn grym.";
    // Its second step.
    ROTATE_WAIT: "Do the drill with the new key. Then take the old line out.", "Gwnewch yr ymarfer â'r allwedd newydd. Yna tynnwch yr hen linell allan.";
    // Its third step.
    ROTATE_KEEP: "Keep the file of the old key for as long as you keep what was sealed for it. Both can be chosen at once to open a file.", "Cadwch ffeil yr hen allwedd cyhyd ag y cadwch yr hyn a seliwyd ar ei chyfer. Gellir dewis y ddwy ar unwaith i agor ffeil.";
    // Where a key may be known to somebody.
    ROTATE_LOST: "Was the file seen by somebody who should not, or lost? Take its line out of site.json now. What was sealed for it before, that person can still open.", "A welodd rhywun y ffeil na ddylai, neu a aeth ar goll? Tynnwch ei llinell allan o site.json nawr. Gall y person hwnnw agor o hyd yr hyn a seliwyd ar ei chyfer o'r blaen.";
    // Prints the sheet.
    PRINT_SHEET: "Print the sheet", "Argraffu'r ddalen";

    // The title of the drill.
    DRILL_TITLE: "Drill before you begin", "Ymarfer cyn i chi ddechrau";
    // What it is for.
    DRILL_TEXT: "Send yourselves a TEST referral before anybody sends a real one. It proves the key, the mailbox and the recovery key. Nobody is in it, and TEST stands on each page.", "Anfonwch atgyfeiriad PRAWF atoch eich hunain cyn i neb anfon un go iawn. Mae'n profi'r allwedd, y blwch post a'r allwedd adfer. Nid oes neb ynddo, ac mae PRAWF ar bob tudalen.";
    // The list.
    DRILL_STEPS: "Check list", "Rhestr wirio";
    // A step.
    DRILL_WORDS: "Somebody else reads the six words of each key over the telephone, from the sheet in the safe. They are those below.", "Mae rhywun arall yn darllen chwe gair pob allwedd dros y ffôn, o'r ddalen yn y sêff. Y rhai isod ydynt.";
    // A step.
    DRILL_SEND: "Seal the TEST referral below, and send each file to where real ones will go, with the message.", "Seliwch yr atgyfeiriad PRAWF isod, ac anfonwch bob ffeil i'r lle y bydd rhai go iawn yn mynd, gyda'r neges.";
    // A step.
    DRILL_OPEN: "Whoever reads that mailbox opens it with the team's key. It says TEST, and that it is whole.", "Mae pwy bynnag sy'n darllen y blwch post hwnnw yn ei hagor ag allwedd y tîm. Mae'n dweud PRAWF, a'i bod yn gyfan.";
    // A step.
    DRILL_RECEIPT: "They send the receipt. The sender has it by the day in the message.", "Maent yn anfon y dderbynneb. Mae hi gan yr anfonwr erbyn y diwrnod yn y neges.";
    // A step.
    DRILL_RECOVERY: "Somebody who does not have the team's key opens the same file with the recovery key from the safe.", "Mae rhywun nad oes ganddo allwedd y tîm yn agor yr un ffeil â'r allwedd adfer o'r sêff.";
    // A step.
    DRILL_WRONG: "Somebody whom it is not for tries with a key of their own. It does not open.", "Mae rhywun nad yw ar ei gyfer yn rhoi cynnig arni ag allwedd ei hun. Nid yw'n agor.";
    // A step.
    DRILL_DELETE: "Everybody deletes the TEST files. Sign and date this sheet, and keep it.", "Mae pawb yn dileu'r ffeiliau PRAWF. Llofnodwch a dyddiwch y ddalen hon, a chadwch hi.";
    // Who did it.
    DRILL_SIGNED: "Done by, and on which day", "Gwnaed gan, ac ar ba ddiwrnod";
    // Where nobody is named.
    DRILL_NOBODY: "site.json of this copy names nobody to seal for. Make the keys first.", "Nid yw site.json y copi hwn yn enwi neb i selio ar ei gyfer. Gwnewch yr allweddi yn gyntaf.";
    // What stands on each page of a drill.
    TEST_MARKING: "TEST - NOT A CASE", "PRAWF - NID ACHOS";
    // Who a drill is about.
    TEST_NAME: "TEST, nobody", "PRAWF, neb";
}
