//! Words that tell how somebody is kept safe. Part A may be read out to the person about whom it is, and what protects the people at
//! risk protects them only while that person does not know of it.

use super::token::Token;

/// Each a few words in a row, in small plain letters; `*` stands for the rest of a word. Small on purpose: what is asked about
/// too often is confirmed unread. A lock, an alarm or a refuge is rarely anything else in a referral.
const MEASURES: [&str; 54] = [
    "locks changed",
    "lock changed",
    "changed locks",
    "changed the locks",
    "changing the locks",
    "change of locks",
    "new locks",
    "alarm",
    "alarms",
    "panic button",
    "panic alarm",
    "personal alarm",
    "tecsos",
    "markers placed",
    "marker placed",
    "markers on",
    "marker on",
    "address marker*",
    "flag on the address",
    "cctv",
    "doorbell camera",
    "video doorbell",
    "target harden*",
    "sanctuary scheme",
    "safe room",
    "safe house",
    "refuge",
    "safety plan*",
    "code word",
    "welfare check*",
    "fireproof letterbox",
    "changed her number",
    "changed his number",
    "changed their number",
    "newid y cloeon",
    "newid cloeon",
    "cloeon newydd",
    "larwm",
    "larymau",
    "botwm panig",
    "fotwm panig",
    "marciwr ar",
    "farciwr ar",
    "marcwyr ar",
    "farcwyr ar",
    "teledu cylch cyfyng",
    "lloches",
    "loches",
    "ty diogel",
    "dy diogel",
    "cynllun diogelwch",
    "gynllun diogelwch",
    "gair cod",
    "gwiriad lles",
];

/// How many pieces of text such words take that begin here.
pub(super) fn measure(tokens: &[Token<'_>]) -> Option<usize> {
    MEASURES.iter().filter_map(|measure| begins(tokens, measure)).max()
}

fn begins(tokens: &[Token<'_>], measure: &str) -> Option<usize> {
    let mut count = 0;
    for word in measure.split(' ') {
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
