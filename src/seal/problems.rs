//! Everything that can be wrong with a sealed file, a passphrase or a key.

use super::MOST_WORK_FACTOR;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::Phrase;

/// A problem of the file as a whole.
fn whole(code: &'static str, message: Phrase, next_step: Phrase) -> Problem {
    Problem::filled(code, "", message, next_step, &[])
}

const ANOTHER_COPY: Phrase = Phrase::of(
    "open another copy of the file, from where it was first saved",
    "agorwch gopi arall o'r ffeil, o'r lle y cafodd ei chadw gyntaf",
);

pub(super) fn empty_passphrase() -> Problem {
    whole(
        "sealed-no-passphrase",
        Phrase::of("there is no passphrase", "nid oes cyfrinymadrodd"),
        Phrase::of("type the passphrase", "teipiwch y cyfrinymadrodd"),
    )
}

pub(super) fn weak_passphrase() -> Problem {
    whole(
        "seal-weak",
        Phrase::of(
            "this passphrase is so easy to guess that it would protect nobody",
            "mae'r cyfrinymadrodd hwn mor hawdd ei ddyfalu fel na fyddai'n diogelu neb",
        ),
        Phrase::of(
            "choose another, such as three words that have nothing to do with one another or with the case",
            "dewiswch un arall, megis tri gair nad oes a wnelont ddim â'i gilydd nac â'r achos",
        ),
    )
}

pub(super) fn not_sealed_here() -> Problem {
    whole(
        "seal-failed",
        Phrase::of("this device could not lock the file", "ni allai'r ddyfais hon gloi'r ffeil"),
        Phrase::of("close other programs and try again", "caewch raglenni eraill a rhowch gynnig arall arni"),
    )
}

pub(super) fn no_key() -> Problem {
    whole(
        "seal-no-key",
        Phrase::of("nobody is named who could open the file", "nid enwir neb a allai agor y ffeil"),
        Phrase::of("name a recipient in `site.json`", "enwch dderbynnydd yn `site.json`"),
    )
}

pub(super) fn nobody_chosen() -> Problem {
    whole(
        "seal-nobody",
        Phrase::of("nobody is ticked who is to read it", "nid oes neb wedi'i dicio sydd i'w ddarllen"),
        Phrase::of(
            "tick who is to read it; the key for safe keeping alone is not enough",
            "ticiwch pwy sydd i'w ddarllen; nid yw'r allwedd i'w chadw'n ddiogel yn unig yn ddigon",
        ),
    )
}

pub(super) fn bad_key(number: usize) -> Problem {
    Problem::filled(
        "seal-key",
        &["recipients/", &(number + 1).to_string()].concat(),
        Phrase::of("this is no age public key", "nid allwedd gyhoeddus age yw hon"),
        Phrase::of(
            "put the line that begins with age1 here, from whoever made the key",
            "rhowch y llinell sy'n dechrau ag age1 yma, gan bwy bynnag a wnaeth yr allwedd",
        ),
        &[],
    )
}

pub(super) fn mixed_keys() -> Problem {
    Problem::filled(
        "seal-mixed",
        "recipients",
        Phrase::of(
            "some of these keys withstand a quantum computer and others do not, and one file takes keys of one kind alone",
            "mae rhai o'r allweddi hyn yn gwrthsefyll cyfrifiadur cwantwm a rhai nad ydynt, a dim ond allweddi o un math y mae un ffeil yn eu cymryd",
        ),
        Phrase::of(
            "ask those whose key begins with age1 and not with age1pq1 to make a new one",
            "gofynnwch i'r rhai y mae eu hallwedd yn dechrau ag age1 ac nid ag age1pq1 wneud un newydd",
        ),
        &[],
    )
}

pub(super) fn not_age() -> Problem {
    whole(
        "sealed-not-age",
        Phrase::of("this file is not locked", "nid yw'r ffeil hon wedi'i chloi"),
        Phrase::of("open it as it is, without a passphrase", "agorwch hi fel y mae, heb gyfrinymadrodd"),
    )
}

pub(super) fn newer_format() -> Problem {
    whole(
        "sealed-newer",
        Phrase::of(
            "this file is of a later version of the age format than v1, which this copy reads",
            "mae'r ffeil hon o fersiwn diweddarach o'r fformat age na v1, y mae'r copi hwn yn ei ddarllen",
        ),
        Phrase::of("open it in a newer copy", "agorwch hi mewn copi mwy newydd"),
    )
}

pub(super) fn cut_off() -> Problem {
    whole(
        "sealed-cut-off",
        Phrase::of(
            "the end of this file is missing: it was not saved or not copied to the end",
            "mae diwedd y ffeil hon ar goll: ni chafodd ei chadw neu ei chopïo hyd y diwedd",
        ),
        ANOTHER_COPY,
    )
}

pub(super) fn changed() -> Problem {
    whole(
        "sealed-changed",
        Phrase::of(
            "this file is not as it was saved: a part of it is damaged, out of order or exchanged",
            "nid yw'r ffeil hon fel y'i cadwyd: mae rhan ohoni wedi'i difrodi, allan o drefn neu wedi'i chyfnewid",
        ),
        ANOTHER_COPY,
    )
}

pub(super) fn too_much_work(asked: u8) -> Problem {
    Problem::filled(
        "sealed-work",
        "",
        Phrase::of(
            "opening this file would take more memory and time than this page gives any file: it asks for 2^{0}, and 2^{1} is the most",
            "byddai agor y ffeil hon yn cymryd mwy o gof ac amser nag y mae'r dudalen hon yn ei roi i unrhyw ffeil: mae'n gofyn am 2^{0}, a 2^{1} yw'r mwyaf",
        ),
        Phrase::of(
            "do not open it if you do not know who made it; whoever did can make it again with less work",
            "peidiwch â'i hagor os na wyddoch pwy a'i gwnaeth; gall pwy bynnag a wnaeth ei gwneud eto â llai o waith",
        ),
        &[&asked.to_string(), &MOST_WORK_FACTOR.to_string()],
    )
}

pub(super) fn wrong_passphrase() -> Problem {
    whole(
        "sealed-passphrase",
        Phrase::of("this is not the passphrase of this file", "nid dyma gyfrinymadrodd y ffeil hon"),
        Phrase::of(
            "type it again, with capital letters and spaces as they were; if you are sure of it, the first lines of the file are damaged: open another copy",
            "teipiwch ef eto, gyda phriflythrennau a bylchau fel yr oeddent; os ydych yn sicr ohono, mae llinellau cyntaf y ffeil wedi'u difrodi: agorwch gopi arall",
        ),
    )
}

pub(super) fn not_what_locked() -> Problem {
    whole(
        "sealed-page-passphrase",
        Phrase::of(
            "this is not the passphrase that locked this page",
            "nid dyma'r cyfrinymadrodd a gloodd y dudalen hon",
        ),
        Phrase::of(
            "type it again, with capital letters and spaces as they were; if you do not have it, clear everything and go on from a file that you saved",
            "teipiwch ef eto, gyda phriflythrennau a bylchau fel yr oeddent; os nad yw gennych, cliriwch bopeth ac ewch ymlaen o ffeil a gadwoch",
        ),
    )
}

pub(super) fn needs_key() -> Problem {
    whole(
        "sealed-needs-key",
        Phrase::of(
            "this file is for people with a key, and no passphrase opens it",
            "mae'r ffeil hon ar gyfer pobl ag allwedd, ac nid oes cyfrinymadrodd sy'n ei hagor",
        ),
        Phrase::of(
            "give the secret key, or open it at `desk.html`",
            "rhowch yr allwedd gyfrinachol, neu agorwch hi yn `desk.html`",
        ),
    )
}

pub(super) fn no_secret_key() -> Problem {
    whole(
        "sealed-no-key",
        Phrase::of(
            "this file is for people with a key, and what was given is no secret key",
            "mae'r ffeil hon ar gyfer pobl ag allwedd, ac nid allwedd gyfrinachol yw'r hyn a roddwyd",
        ),
        Phrase::of(
            "give the line of the key: AGE-SECRET-KEY and what comes after it",
            "rhowch linell yr allwedd: AGE-SECRET-KEY a'r hyn sy'n dod ar ei ôl",
        ),
    )
}

pub(super) fn bad_passphrase_file() -> Problem {
    whole(
        "sealed-key-locked",
        Phrase::of(
            "the key is itself locked with a passphrase",
            "mae'r allwedd ei hun wedi'i chloi â chyfrinymadrodd",
        ),
        Phrase::of(
            "open the file of the key with the age command first, and give what is in it",
            "agorwch ffeil yr allwedd â'r gorchymyn age yn gyntaf, a rhowch yr hyn sydd ynddi",
        ),
    )
}

pub(super) fn other_key_passphrase() -> Problem {
    whole(
        "sealed-key-passphrase",
        Phrase::of("this is not the passphrase of the key", "nid dyma gyfrinymadrodd yr allwedd"),
        Phrase::of(
            "type it again, with capital letters and spaces as they were when the key was made",
            "teipiwch ef eto, gyda phriflythrennau a bylchau fel yr oeddent pan wnaed yr allwedd",
        ),
    )
}

pub(super) fn wrong_key_file(problem: &Problem) -> Problem {
    const NEXT: Phrase = Phrase::of(
        "choose the file that was saved when the key was made, or use the recovery key",
        "dewiswch y ffeil a gadwyd pan wnaed yr allwedd, neu defnyddiwch yr allwedd adfer",
    );
    let message =
        Phrase::of("the file of the key: {0}", "ffeil yr allwedd: {0}").fill_in(&[&problem.message]);
    Problem::new("sealed-key-file", "", message, NEXT.fill(&[]))
}

pub(super) fn other_key() -> Problem {
    whole(
        "sealed-key",
        Phrase::of("this file was not made for this key", "ni wnaed y ffeil hon ar gyfer yr allwedd hon"),
        Phrase::of(
            "use the key of one of those it was made for, or ask for it to be made for you",
            "defnyddiwch allwedd un o'r rhai y'i gwnaed ar eu cyfer, neu gofynnwch iddi gael ei gwneud ar eich cyfer chi",
        ),
    )
}
