//! What the words mean that a referrer meets, in plain words.

use crate::block::{Line, Row};
use crate::write::Fragment;
use drive_screening_core::base::words::{Language, Phrase};

macro_rules! lines {
    ($($en:literal, $cy:literal;)*) => { [$(Phrase { en: $en, cy: $cy }),*] };
}

/// The glossary: each word with one sentence.
pub fn glossary_html(language: Language) -> String {
    // A word, then what it means.
    let lines = lines! {
        "Panel", "Panel";
        "People from local agencies who meet and decide whom Drive works with.",
        "Pobl o asiantaethau lleol sy'n cwrdd ac yn penderfynu gyda phwy y mae Drive yn gweithio.";
        "Referrer", "Atgyfeiriwr";
        "The worker who fills in this page and gives the case to the panel.",
        "Y gweithiwr sy'n llenwi'r dudalen hon ac yn rhoi'r achos i'r panel.";
        "Victim-survivor", "Dioddefwr-goroeswr";
        "Someone who is being abused, or was abused before.",
        "Rhywun sy'n cael ei gam-drin, neu a gafodd ei gam-drin o'r blaen.";
        "High harm", "Niwed uchel";
        "Abuse that could badly hurt someone or kill them.",
        "Cam-drin a allai anafu rhywun yn ddifrifol neu ei ladd.";
        "IDVA", "IDVA";
        "A trained worker who is on the victim-survivor's side and helps them to be safer (independent domestic violence adviser).",
        "Gweithiwr hyfforddedig sydd ar ochr y dioddefwr-goroeswr ac yn ei helpu i fod yn fwy diogel (cynghorydd annibynnol ar drais domestig).";
        "MARAC", "MARAC";
        "A meeting where local agencies talk about people who are in great danger from abuse, and plan how to keep them safer (multi-agency risk assessment conference).",
        "Cyfarfod lle mae asiantaethau lleol yn trafod pobl sydd mewn perygl mawr o gael eu cam-drin, ac yn cynllunio sut i'w cadw'n fwy diogel (cynhadledd amlasiantaeth asesu risg).";
        "MARAC threshold", "Trothwy MARAC";
        "How great the danger must be before a case goes to a MARAC, which your area can tell you.",
        "Pa mor fawr y mae'n rhaid i'r perygl fod cyn i achos fynd i MARAC: gall eich ardal ddweud hynny wrthych.";
        "DASH", "DASH";
        "The name of a form about risk that some workers fill in: this page asks only what came of it.",
        "Enw ffurflen am risg y mae rhai gweithwyr yn ei llenwi: dim ond ei chanlyniad y mae'r dudalen hon yn gofyn amdano.";
        "MAPPA", "MAPPA";
        "The way in which police, probation and prisons work together on people who may do serious harm (multi-agency public protection arrangements).",
        "Y ffordd y mae'r heddlu, y Gwasanaeth Prawf a charchardai yn gweithio gyda'i gilydd ar achosion pobl a allai wneud niwed difrifol (trefniadau amlasiantaeth i ddiogelu'r cyhoedd).";
        "Coordinated response", "Ymateb cydgysylltiedig";
        "Agencies agree on one plan, so that each knows what the others do and nobody is put in danger by it.",
        "Mae asiantaethau'n cytuno ar un cynllun, fel bod pob un yn gwybod beth mae'r lleill yn ei wneud ac nad yw neb yn cael ei roi mewn perygl ganddo.";
        "Disruption", "Tarfu";
        "Steps that make it harder for a person to go on with abuse.",
        "Camau sy'n ei gwneud yn anoddach i berson barhau i gam-drin.";
        "Safeguarding", "Diogelu";
        "Work to keep children, and adults who need care, safe from harm.",
        "Gwaith i gadw plant, ac oedolion y mae angen gofal arnynt, yn ddiogel rhag niwed.";
        "Part A", "Rhan A";
        "The part of the referral that everyone on the panel reads, so it must not name or quote a victim-survivor or a child, or help to find one.",
        "Y rhan o'r atgyfeiriad y mae pawb ar y panel yn ei darllen, felly ni chaiff enwi na dyfynnu dioddefwr-goroeswr na phlentyn, na helpu i ddod o hyd i un.";
        "Part B", "Rhan B";
        "The part that says who the victim-survivors and children are and how to reach them safely, for a few named people only.",
        "Y rhan sy'n dweud pwy yw'r dioddefwyr-goroeswyr a'r plant a sut i gysylltu â nhw'n ddiogel, ar gyfer ychydig o bobl a enwir yn unig.";
        "Part C", "Rhan C";
        "The part for the coordinator and your own agency: how the screening came out, and who may have what.",
        "Y rhan ar gyfer y cydlynydd a'ch asiantaeth eich hun: beth oedd canlyniad y sgrinio, a phwy a gaiff beth.";
    };
    let row = |pair: &[Phrase; 2]| {
        let [word, meaning] = pair.map(|phrase| phrase.say(language));
        Row::new(word, Line::words(meaning))
    };
    let mut page = Fragment::new(language);
    page.rows(lines.as_chunks().0.iter().map(row).collect());
    page.end()
}
