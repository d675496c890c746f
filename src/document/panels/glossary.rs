//! What the words mean that a referrer meets, in plain words.

use crate::block::{Line, Row};
use crate::write::Fragment;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::{Kind, Pack, Question, Stage};

macro_rules! lines {
    ($($en:literal, $cy:literal; $means_en:literal, $means_cy:literal;)*) => {
        &[$((Phrase { en: $en, cy: $cy }, Phrase { en: $means_en, cy: $means_cy })),*]
    };
}

/// Each word, then what it means.
const WORDS: &[(Phrase, Phrase)] = lines! {
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
        "DARA", "DARA";
        "The name of a form about risk that the police fill in.",
        "Enw ffurflen am risg y mae'r heddlu yn ei llenwi.";
        "PNC", "PNC";
        "Where the police keep their records of crimes.",
        "Lle mae'r heddlu'n cadw eu cofnodion o droseddau.";
        "CRN", "CRN";
        "The number by which probation knows a person.",
        "Y rhif y mae'r Gwasanaeth Prawf yn adnabod person wrtho.";
        "OASys", "OASys";
        "The form on which probation and prisons write down risk and needs.",
        "Y ffurflen y mae'r Gwasanaeth Prawf a charchardai yn nodi risg ac anghenion arni.";
        "IOM", "IOM";
        "Police and probation work as one with people who go on doing crimes.",
        "Yr heddlu a'r Gwasanaeth Prawf yn gweithio fel un gyda phobl sy'n parhau i droseddu.";
        "PDP", "PDP";
        "Someone the police think may do serious harm, and who is not under MAPPA.",
        "Rhywun y mae'r heddlu'n meddwl y gallai wneud niwed difrifol, ac nad yw o dan MAPPA.";
        "MATAC", "MATAC";
        "A meeting where agencies plan what to do about those who do most harm.",
        "Cyfarfod lle mae asiantaethau'n cynllunio beth i'w wneud am y rhai sy'n gwneud y niwed mwyaf.";
        "DVDS", "DVDS";
        "A way to ask the police if a partner has been violent before (Clare's Law).",
        "Ffordd o ofyn i'r heddlu a yw partner wedi bod yn dreisgar o'r blaen (Cyfraith Clare).";
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

/// The glossary: each word with one sentence.
pub fn glossary_html(language: Language) -> String {
    let row =
        |(word, meaning): &(Phrase, Phrase)| Row::new(word.say(language), Line::words(meaning.say(language)));
    let mut page = Fragment::new(language);
    page.rows(WORDS.iter().map(row).collect());
    page.end()
}

/// A pack whose questions say what the short names in them mean, beside why they are asked: each where a page, or an entry, first
/// has it.
#[must_use]
pub fn with_meanings(pack: &Pack) -> Pack {
    let mut pack = pack.clone();
    // Questions of the screening say it in their hints: nothing more to pass by on the way to an answer.
    let referral = pack.sections.iter_mut().filter(|section| section.stage == Stage::Referral);
    for page in referral.flat_map(|section| &mut section.pages) {
        explain(&mut page.questions);
        for question in &mut page.questions {
            if let Kind::Group(group) = &mut question.kind {
                explain(&mut group.questions);
            }
        }
    }
    pack
}

fn explain(questions: &mut [Question]) {
    let mut said = Vec::new();
    for question in questions {
        for (word, meaning) in WORDS.iter().filter(|(word, _)| is_short_name(word)) {
            if said.contains(&word.en) || !names(question, word.en) {
                continue;
            }
            said.push(word.en);
            let why = question.why.get_or_insert_default();
            for (why, word, meaning) in
                [(&mut why.en, word.en, meaning.en), (&mut why.cy, word.cy, meaning.cy)]
            {
                if !why.is_empty() {
                    why.push(' ');
                }
                why.push_str(&[word, ": ", meaning].concat());
            }
        }
    }
}

/// A name that says nothing to whoever has not met it, such as MARAC.
fn is_short_name(word: &Phrase) -> bool {
    word.en.chars().filter(|letter| letter.is_uppercase()).count() > 1
}

/// Whether a question has a word in what it says, in either language.
fn names(question: &Question, word: &str) -> bool {
    let choices = question.kind.choices().iter();
    let texts = [&question.ask, &question.label].into_iter().chain(&question.hint);
    texts.chain(choices.map(|choice| &choice.label)).any(|text| {
        [&text.en, &text.cy]
            .iter()
            .any(|text| text.split(|letter: char| !letter.is_alphanumeric()).any(|one| one == word))
    })
}
