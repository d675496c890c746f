// The scripts that names and addresses here come in, which the build reads in plain letters: Latin, Greek, Cyrillic,
// Armenian, Hebrew, Arabic, those of India, Georgian and so on up to punctuation; signs like letters; Japanese
// syllables; Latin besides; Korean; and forms of these for old systems and for show. Chinese characters are compared as
// they are: how they are read needs more than all else here.
pub(super) const SCRIPTS: [(char, char); 9] = [
    ('\u{80}', '\u{218f}'),
    ('\u{2460}', '\u{24ff}'),
    ('\u{2c60}', '\u{2dff}'),
    ('\u{3000}', '\u{30ff}'),
    ('\u{a640}', '\u{a7ff}'),
    ('\u{ab30}', '\u{ab6f}'),
    ('\u{ac00}', '\u{d7a3}'),
    ('\u{fb00}', '\u{ffef}'),
    ('\u{1d400}', '\u{1d7ff}'),
];
