//! Words that tell how somebody is kept safe. Part A may be read out to the person about whom it is, and what protects the people at
//! risk protects them only while that person does not know of it.

use super::token::Token;

/// Each a few words in a row, in small plain letters; `*` stands for the rest of a word, and a hyphen or an apostrophe between two parts
/// nothing. Small on purpose: what is asked about too often is confirmed unread. So "marker" alone, which the police have on
/// people too, "alarm", "CCTV" and "refuge" are not here, but what is done with them.
const MEASURES: [&str; 112] = [
    "locks changed",
    "locks were changed",
    "locks have been changed",
    "lock changed",
    "lock change*",
    "changed locks",
    "changing the locks",
    "change of locks",
    "new locks",
    "panic button*",
    "panic alarm*",
    "personal alarm*",
    "alarm fitted",
    "alarm installed",
    "alarms fitted",
    "alarm at",
    "lifeline pendant",
    "tecsos",
    "hollie guard",
    "bright sky",
    "marker placed",
    "markers placed",
    "marker has been placed",
    "markers have been placed",
    "markers were put",
    "marker on the",
    "marker on her",
    "marker on their",
    "marker on two",
    "markers on the",
    "markers on her",
    "markers on their",
    "markers on two",
    "address marker*",
    "address flagged",
    "flag on address",
    "flag on the address",
    "cctv fitted",
    "cctv installed",
    "cctv at",
    "security camera*",
    "ring doorbell",
    "doorbell camera*",
    "video doorbell*",
    "target harden*",
    "sanctuary scheme",
    "sanctuary referral",
    "safe room",
    "safe house",
    "in a refuge",
    "in refuge",
    "to a refuge",
    "to refuge",
    "at a refuge",
    "refuge place",
    "refuge space",
    "safety plan*",
    "escape plan*",
    "exit plan*",
    "go bag",
    "code word",
    "codeword",
    "safe word",
    "welfare check*",
    "welfare call*",
    "fireproof letterbox",
    "fire proof letterbox",
    "smartwater",
    "new phone number",
    "new sim",
    "changed her number",
    "changed her phone",
    "changed their number",
    "rehoused",
    "emergency accommodation",
    "planning to leave",
    "plans to leave",
    "newid y cloeon",
    "newid cloeon",
    "newidiwyd y cloeon",
    "cloeon newydd",
    "cloeon wedi u newid",
    "larwm",
    "larymau",
    "botwm panig",
    "fotwm panig",
    "botwm argyfwng",
    "fotwm argyfwng",
    "marciwr ar",
    "farciwr ar",
    "marcwyr ar",
    "farcwyr ar",
    "marciwr heddlu",
    "marcwyr wedi u gosod",
    "teledu cylch cyfyng",
    "camera diogelwch",
    "camerau diogelwch",
    "mewn lloches",
    "i loches",
    "ty diogel",
    "dy diogel",
    "cynllun diogelwch",
    "gynllun diogelwch",
    "chynllun diogelwch",
    "cynllun diogelu",
    "cynllun dianc",
    "gair cod",
    "gair diogel",
    "gwiriad lles",
    "gwiriadau lles",
    "rhif newydd",
    "bwriadu gadael",
];

/// How many pieces of text such words take that begin here.
pub(super) fn measure(tokens: &[Token<'_>]) -> Option<usize> {
    MEASURES.iter().filter_map(|measure| begins(tokens, measure)).max()
}

fn begins(tokens: &[Token<'_>], measure: &str) -> Option<usize> {
    let mut count = 0;
    for word in measure.split(' ') {
        let joins = |token: &Token<'_>| token.is("-") || token.is("'");
        if count > 0 && tokens.get(count).is_some_and(joins) {
            count += 1;
        }
        let token = tokens.get(count)?;
        let fits = match word.strip_suffix('*') {
            Some(beginning) => token.folded.starts_with(beginning),
            None => token.is(word),
        };
        if !fits || (count > 0 && token.new_line) {
            return None;
        }
        count += 1;
    }
    Some(count)
}
