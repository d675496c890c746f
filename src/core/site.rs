//! What whoever installed this copy wrote beside it, in `site.json`: which criteria it screens by, and what is the
//! site's own in them.
//!
//! ```json
//! {"format": "site/1", "pack": "default", "exit": "https://www.bbc.co.uk/weather"}
//! ```
//!
//! | key | is | left out |
//! |---|---|---|
//! | `format` | `"site/1"` | must be there |
//! | `pack` | a built-in pack's id, or a file beside `site.json` such as `"pack.json"` | `"default"` |
//! | `name` | the site's name, in English and Welsh | none |
//! | `languages` | `"en"`, `"cy"` or both, the one the page starts in first | both, English first |
//! | `nation` | `"england"` or `"wales"`: law, services and words follow, as the pack says | both are named |
//! | `marking`, `panel` | the protective marking and the panel's name, in English and Welsh | the pack's |
//! | `routes` | where to turn, as in a pack: a known id is changed, another added | the pack's |
//! | `usual_answers` | what the site usually answers, by question, as in an answer sheet; only where the pack says `"filled_from": "site"`. The person confirms each | none |
//! | `exit` | where "Leave quickly" goes, `http://` or `https://` | the weather |
//! | `exit_keys` | whether three presses of a Shift key do the same | `true` |
//! | `offline` | whether the page's own files are kept in the browser, so that it starts without a network | `true` |
//! | `lock_after` | minutes without a sign of the person after which the page is locked, 1 to 15 | 10 |
//! | `clear_after` | minutes after which what could not be locked is forgotten, more than that, 480 at most | 60 |
//! | `recipients` | `{"name", "key", "parts", "recovery"}`: who documents are sealed for, each with an age public key and the parts that are for it (`["panel"]` where it says none). One at least has `"recovery": true` and says no parts: every file is sealed for it too. One at least receives the panel pack | nobody |
//! | `receipt_days` | working days after which somebody who sent a sealed file should know that it came, 1 to 10 | 1 |
//! | `receipt_phone` | whom to ring where no receipt comes | whoever should have it |
//! | `draft_recipients` | `{"name", "key"}`: who else can go on with what somebody saves, never one of `recipients` | nobody |
//! | `embed` | origins of the pages that may embed this one | none |
//!
//! **Identity.** What the pack says of the `nation`, `marking`, `panel` and `routes` are laid over the pack before it is loaded, so the digest in every
//! result and document is that of what was really used, and the version ends in `+site` to say so without comparing
//! digests. The id stays, because the questions and rules do: an answer sheet goes from one site's copy to another's.
//!
//! Every build ships it. One that is missing, cannot be read or is wrong means no screening at all: a server that refuses
//! `.json` files says "not found" too, and would otherwise put the default criteria in place of a site's own, silently.

use crate::answers::{Record, read_facts};
use crate::base::date::Date;
use crate::base::json::{Json, Map};
use crate::base::problem::Problem;
use crate::base::text::quoted;
use crate::base::wire::{Decoder, Encoder, Wire};
use crate::base::words::{Language, Localized, Phrase};
use crate::pack::reader::{Object, Problems, Reader};
use crate::pack::{
    FactId, FilledFrom, NATIONS, Pack, Part, builtin, in_nation, merge, no_such_pack, parse, resolve_extends,
};

/// What came of fetching a file: its text, or the status that came in its place, 0 where nothing came at all.
pub type Fetched<'a> = Result<&'a str, u32>;

/// The name of the file.
pub const FILE: &str = "site.json";

/// What a version ends in where a site changed something of its pack.
const CHANGED: &str = "+site";

/// A site's own settings, with everything that is wrong with them: [`Site::pack`] gives no criteria then.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its name.
    pub name: Option<Localized>,
    /// The languages it offers, at least one; the page starts in the first.
    pub languages: Vec<Language>,
    /// Where "Leave quickly" goes.
    pub exit: String,
    /// Whether keys leave quickly too.
    pub exit_keys: bool,
    /// After how many minutes without a sign of the person the page is locked, and what could not be locked forgotten.
    pub idle: IdleLimits,
    /// Who documents can be encrypted to.
    pub recipients: Vec<Recipient>,
    /// After how many working days a receipt of a sealed file is to be there, and whom to ring where there is none.
    pub receipt_days: u32,
    /// Whom to ring then: a number, or more in words.
    pub receipt_phone: Option<String>,
    /// Who can go on with a draft, beside whoever saved it.
    pub draft_recipients: Vec<Recipient>,
    /// The origins of the pages that may embed this one.
    pub embed: Vec<String>,
    pack: String,
    /// Where it lies, if it says.
    nation: Option<&'static str>,
    /// What it usually answers, as in an answer sheet.
    usual: Map,
    /// What is laid over the pack.
    over: Json,
    problems: Vec<Problem>,
}

/// After how many minutes without a sign of the person a page acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdleLimits {
    /// It is locked, or covered where no passphrase was set.
    pub lock_after: u32,
    /// What is only covered is forgotten.
    pub clear_after: u32,
}

impl IdleLimits {
    /// The most minutes until it is locked.
    pub const MOST_TO_LOCK: u32 = 15;
    /// The most minutes until it is forgotten: a working day.
    pub const MOST_TO_CLEAR: u32 = 480;
}

impl Default for IdleLimits {
    fn default() -> Self {
        Self { lock_after: 10, clear_after: 60 }
    }
}

/// The most working days until a receipt of a sealed file is to be there.
pub const MOST_RECEIPT_DAYS: u32 = 10;

/// Somebody files can be sealed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Who it is.
    pub name: String,
    /// The parts of a referral that are for it; none for who goes on with a draft.
    pub parts: Vec<Part>,
    /// It is the site's way back to what was sealed, should another key be lost: every file is sealed for it too.
    pub is_recovery: bool,
    /// The age public key: `age1pq1` and 1952 characters, or `age1` and 58. Only its shape is checked.
    pub key: String,
}

impl Default for Site {
    fn default() -> Self {
        Self {
            name: None,
            languages: vec![Language::En, Language::Cy],
            exit: "https://www.bbc.co.uk/weather".to_owned(),
            exit_keys: true,
            idle: IdleLimits::default(),
            recipients: Vec::new(),
            receipt_days: 1,
            receipt_phone: None,
            draft_recipients: Vec::new(),
            embed: Vec::new(),
            pack: "default".to_owned(),
            nation: None,
            usual: Map::new(),
            over: Json::Null,
            problems: Vec::new(),
        }
    }
}

/// What the page goes by: what a site changes of its pack is in the pack then, and whom something is sealed for the composer
/// tells it with the form to seal it in.
impl Wire for Site {
    fn encode(&self, out: &mut Encoder) {
        self.name.encode(out);
        self.languages.encode(out);
        self.exit.encode(out);
        self.exit_keys.encode(out);
        self.idle.encode(out);
        self.embed.encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        let (name, languages) = (Wire::decode(from), Wire::decode(from));
        let (exit, exit_keys) = (Wire::decode(from), Wire::decode(from));
        Self {
            name,
            languages,
            exit,
            exit_keys,
            idle: Wire::decode(from),
            embed: Wire::decode(from),
            ..Self::default()
        }
    }
}

/// A site that takes a built-in pack as it is and says no more than where "Leave quickly" goes, with that pack's name.
/// None for any other, and for one with something wrong: the program that can read packs has to read it then. `parse` reads
/// JSON, and may let a key pass that is given twice.
pub fn plain(file: Fetched<'_>, parse: impl Fn(&str) -> Option<Json>) -> Option<(Site, String)> {
    let mut site = Site::default();
    let value = match file {
        Ok(text) => {
            let value = parse(text)?;
            // Four quotation marks an entry: with more, a key is given twice or something is escaped.
            let entries = value.as_object()?.len();
            if text.bytes().filter(|byte| *byte == b'"').count() != 4 * entries {
                return None;
            }
            value
        }
        Err(_) => return None,
    };
    if value.get("format")?.as_str() != Some("site/1") {
        return None;
    }
    for (key, value) in value.as_object()? {
        let text = value.as_str()?;
        match key.as_str() {
            "format" => {}
            "pack" if builtin::names().any(|name| name == text) => text.clone_into(&mut site.pack),
            "exit" if is_address(text) => text.clone_into(&mut site.exit),
            _ => return None,
        }
    }
    Some(named(site))
}

fn named(mut site: Site) -> (Site, String) {
    let pack = std::mem::take(&mut site.pack);
    (site, pack)
}

impl Site {
    /// Reads `site.json`.
    ///
    /// # Examples
    /// ```
    /// use drive_screening_core::site::Site;
    ///
    /// let site = Site::read(Ok(r#"{"format": "site/1", "pack": "ourtown.json"}"#));
    /// assert_eq!(site.pack_file(), Some("ourtown.json"));
    ///
    /// let problems = Site::read(Err(404)).pack(Err(0)).unwrap_err();
    /// assert_eq!(problems[0].code, "site-not-fetched");
    /// ```
    pub fn read(file: Fetched<'_>) -> Self {
        let mut site = Self::default();
        match file.map(parse) {
            Ok(Ok(value)) => {
                let problems = Problems::of(&value);
                if let Some(object) = (Reader { value: &value, problems: &problems }).object() {
                    site.take(&object);
                }
                site.problems = placed(problems.into_vec(), FILE);
            }
            Ok(Err(problem)) => site.problems = placed(vec![problem], FILE),
            Err(status) => site.problems.push(not_fetched(FILE, status)),
        }
        site
    }

    /// The file beside `site.json` that holds the pack, if it is none of the built-in ones.
    pub fn pack_file(&self) -> Option<&str> {
        is_file(&self.pack).then_some(&self.pack)
    }

    /// The source of the pack, before the site's changes.
    ///
    /// # Errors
    /// The file was not fetched, or no built-in pack has that name.
    pub fn source<'a>(&self, file: Fetched<'a>) -> Result<&'a str, Problem> {
        if is_file(&self.pack) {
            return file.map_err(|status| not_fetched(&self.pack, status));
        }
        builtin::source(&self.pack).ok_or_else(|| {
            let problem = no_such_pack(&self.pack);
            Problem { at: [FILE, "/", &problem.at].concat(), ..problem }
        })
    }

    /// The criteria as this site uses them. `file` is what came of [`Site::pack_file`], and not looked at without one.
    ///
    /// # Errors
    /// Everything that is wrong with `site.json` and with the pack.
    ///
    /// # Examples
    /// ```
    /// use drive_screening_core::site::Site;
    ///
    /// let site = Site::read(Ok(r#"{"format": "site/1", "marking": {"en": "OFFICIAL", "cy": "SWYDDOGOL"}}"#));
    /// let pack = site.pack(Err(0))?;
    /// assert_eq!(pack.document.marking.cy, "SWYDDOGOL");
    /// assert!(pack.version.ends_with("+site"));
    /// # Ok::<(), Vec<drive_screening_core::base::problem::Problem>>(())
    /// ```
    pub fn pack(&self, file: Fetched<'_>) -> Result<Pack, Vec<Problem>> {
        let mut problems = self.problems.clone();
        match self.source(file).map_err(|problem| vec![problem]).and_then(|source| self.load(source)) {
            Ok(pack) => match self.usual_answers(&pack) {
                Ok(_) if problems.is_empty() => return Ok(pack),
                usual => problems.extend(usual.err().into_iter().flatten()),
            },
            Err(found) => problems.extend(found),
        }
        Err(problems)
    }

    /// What the site usually answers, where the pack lets it.
    ///
    /// # Errors
    /// Every answer that is no answer to a question of the pack, or that a site cannot give.
    pub fn usual_answers(&self, pack: &Pack) -> Result<Record, Vec<Problem>> {
        let place = |problems| placed(placed(problems, "usual_answers"), FILE);
        // No question that a site may answer asks for a day.
        let facts = read_facts(pack, &self.usual, Date::EARLIEST).map_err(place)?;
        let is_foreign = |fact: &&FactId| {
            pack.question(fact.as_str()).is_none_or(|question| question.filled_from != FilledFrom::Site)
        };
        let foreign: Vec<Problem> =
            facts.iter().map(|(fact, _)| fact).filter(is_foreign).map(not_usual).collect();
        if foreign.is_empty() { Ok(facts) } else { Err(place(foreign)) }
    }

    fn load(&self, source: &str) -> Result<Pack, Vec<Problem>> {
        let file = self.pack_file().unwrap_or(FILE);
        let mut value = resolve_extends(source).map_err(|problems| placed(problems, file))?;
        if let Some(nation) = self.nation {
            in_nation(&mut value, nation);
        } else if self.over == Json::Null {
            return Pack::from_json(value).map_err(|problems| placed(problems, file));
        }
        if self.over != Json::Null {
            merge(&mut value, &self.over);
        }
        if let Json::Object(pack) = &mut value
            && let Some(Json::String(version)) = pack.get_mut("version")
        {
            version.push_str(CHANGED);
        }
        // What is wrong without the site's changes is wrong with the pack.
        Pack::from_json(value).map_err(|problems| match Pack::load(source) {
            Ok(_) => placed(problems, FILE),
            Err(own) => placed(own, file),
        })
    }

    fn take(&mut self, object: &Object<'_>) {
        if let Some(format) = object.required("format").filter(|format| format.value != "site/1") {
            format.wrong("\"site/1\"", "\"site/1\"");
        }
        if let Some(name) = object.optional("pack").and_then(|pack| pack.string()) {
            name.clone_into(&mut self.pack);
        }
        self.nation = object.optional("nation").and_then(|reader| {
            let nation = NATIONS.into_iter().find(|nation| reader.value.as_str() == Some(*nation));
            if nation.is_none() {
                reader.wrong("\"england\" or \"wales\"", "\"england\" neu \"wales\"");
            }
            nation
        });
        self.name = object.optional_text("name");
        if let Some(list) = object.optional("languages") {
            self.languages.clear();
            for reader in list.readers() {
                match reader.value.as_str().and_then(Language::from_tag) {
                    Some(language) => self.languages.push(language),
                    None => reader.wrong("\"en\" or \"cy\"", "\"en\" neu \"cy\""),
                }
            }
            if list.value.as_array().is_some_and(<[Json]>::is_empty) {
                list.wrong("a list of at least one language", "rhestr o o leiaf un iaith");
            }
        }
        if let Some(exit) = object.optional("exit") {
            match exit.value.as_str().filter(|address| is_address(address)) {
                Some(address) => address.clone_into(&mut self.exit),
                None => {
                    exit.wrong("an address with http:// or https://", "gyfeiriad gyda http:// neu https://");
                }
            }
        }
        if let Some(keys) = object.optional("exit_keys").and_then(|keys| keys.truth()) {
            self.exit_keys = keys;
        }
        // offline.js goes by it, and the page need not know.
        let _ = object.optional("offline").and_then(|offline| offline.truth());
        self.idle = idle(object);
        self.recipients = recipients(object, "recipients", None);
        // Not where one of them is wrong: it may be the one that is missing.
        if let Some(list) = object.optional("recipients")
            && list.value.as_array().is_some_and(|all| all.len() == self.recipients.len())
        {
            complete(&list, &self.recipients);
        }
        if let Some(days) = whole(object, "receipt_days", [1, MOST_RECEIPT_DAYS], ["days", "o ddyddiau"]) {
            self.receipt_days = days;
        }
        self.receipt_phone =
            object.optional("receipt_phone").and_then(|phone| phone.string()).map(str::to_owned);
        self.draft_recipients = recipients(object, "draft_recipients", Some(&self.recipients));
        if let Some(list) = object.optional("embed") {
            for reader in list.readers() {
                match reader.value.as_str().filter(|origin| is_origin(origin)) {
                    Some(origin) => self.embed.push(origin.to_owned()),
                    None => reader.wrong(
                        "an origin such as \"https://intranet.example\"",
                        "darddiad fel \"https://intranet.example\"",
                    ),
                }
            }
        }
        if let Some(reader) = object.optional("usual_answers") {
            match reader.value {
                Json::Object(answers) => self.usual.clone_from(answers),
                _ => reader.wrong("an object in { }", "wrthrych mewn { }"),
            }
        }
        self.over = over(object);
        object.finish();
    }
}

fn idle(object: &Object<'_>) -> IdleLimits {
    let mut limits = IdleLimits::default();
    let minutes = |name, least: u32, most: u32| whole(object, name, [least, most], ["minutes", "o funudau"]);
    if let Some(minutes) = minutes("lock_after", 1, IdleLimits::MOST_TO_LOCK) {
        limits.lock_after = minutes;
    }
    if let Some(minutes) = minutes("clear_after", limits.lock_after + 1, IdleLimits::MOST_TO_CLEAR) {
        limits.clear_after = minutes;
    }
    limits
}

/// A whole number within bounds, of something that is counted.
fn whole(
    object: &Object<'_>,
    name: &'static str,
    [least, most]: [u32; 2],
    counted: [&str; 2],
) -> Option<u32> {
    let reader = object.optional(name)?;
    let number = reader.value.as_whole().and_then(|number| u32::try_from(number).ok());
    let number = number.filter(|number| (least..=most).contains(number));
    if number.is_none() {
        let ([least, most], [en, cy]) = ([least, most].map(|bound| bound.to_string()), counted);
        reader.wrong(
            &["a whole number of ", en, ", from ", &least, " to ", &most].concat(),
            &["nifer cyfan ", cy, ", o ", &least, " i ", &most].concat(),
        );
    }
    number
}

/// People with age public keys, none of whom may be among some others.
fn recipients(object: &Object<'_>, name: &'static str, others: Option<&[Recipient]>) -> Vec<Recipient> {
    let mut recipients = Vec::new();
    let Some(list) = object.optional(name) else { return recipients };
    for reader in list.readers() {
        let Some(object) = reader.object() else { continue };
        let name = object.string("name");
        // A draft is one file, of everything.
        let (mut parts, mut is_recovery) = (Vec::new(), false);
        if others.is_none() {
            is_recovery =
                object.optional("recovery").and_then(|recovery| recovery.truth()).unwrap_or_default();
            parts = parts_for(&object, is_recovery);
        }
        if let Some(key) = object.required("key") {
            match key.value.as_str().filter(|key| is_key(key)) {
                // A draft may hold what no panel should see, all of it in one file.
                Some(found) if others.iter().copied().flatten().any(|other| other.key == found) => key.wrong(
                    "a key of nobody who receives documents: a draft is for a colleague of the referrer",
                    "allwedd neb sy'n derbyn dogfennau: mae drafft ar gyfer cydweithiwr i'r atgyfeiriwr",
                ),
                // One file is for keys of one kind: the weaker one would open what the stronger one keeps.
                Some(found) if recipients.iter().any(|other| is_hybrid(&other.key) != is_hybrid(found)) => key
                    .wrong(
                        "a key of the same kind as those before it: all begin with age1pq1, or none does",
                        "allwedd o'r un math â'r rhai o'i blaen: mae pob un yn dechrau ag age1pq1, neu'r un ohonynt",
                    ),
                Some(key) => recipients.push(Recipient { name, parts, is_recovery, key: key.to_owned() }),
                None => key.wrong(
                    "an age public key: age1pq1 and 1952 characters, or age1 and 58",
                    "allwedd gyhoeddus age: age1pq1 a 1952 nod, neu age1 a 58",
                ),
            }
        }
        object.finish();
    }
    recipients
}

/// Says who is missing of those without whom nothing is to be sealed.
fn complete(list: &Reader<'_>, recipients: &[Recipient]) {
    if recipients.is_empty() {
        return;
    }
    if !recipients.iter().any(|one| one.is_recovery) {
        list.wrong(
            "a list with a recovery key, one that has \"recovery\": true",
            "rhestr ag allwedd adfer, un sydd â \"recovery\": true",
        );
    }
    if !recipients.iter().any(|one| !one.is_recovery && one.parts.contains(&Part::Panel)) {
        list.wrong(
            "a list with somebody whom the panel pack is for",
            "rhestr â rhywun y mae pecyn y panel ar ei gyfer",
        );
    }
}

/// The parts that are for a recipient: the panel pack where it says none, and all for the recovery key.
fn parts_for(object: &Object<'_>, is_recovery: bool) -> Vec<Part> {
    let Some(list) = object.optional("parts") else {
        return if is_recovery { Part::ALL.to_vec() } else { vec![Part::Panel] };
    };
    if is_recovery {
        list.wrong(
            "left out: every part is sealed for the recovery key",
            "wedi'i adael allan: caiff pob rhan ei selio i'r allwedd adfer",
        );
    }
    if list.value.as_array().is_some_and(<[Json]>::is_empty) {
        list.wrong("one part at least", "un rhan o leiaf");
    }
    let said = list.each(|reader| {
        let part = reader.value.as_str().and_then(Part::from_name);
        if part.is_none() {
            reader.wrong("panel, restricted or handling", "panel, restricted neu handling");
        }
        part
    });
    // In one order, so that those who receive the same are known as such.
    Part::ALL.into_iter().filter(|part| said.contains(part)).collect()
}

/// What a site changes of its pack, as a pack that extends it would say it.
fn over(object: &Object<'_>) -> Json {
    let mut document = Map::new();
    for key in ["marking", "panel"] {
        if let Some(reader) = object.optional(key)
            && !reader.text().cy.is_empty()
        {
            document.insert(key.to_owned(), reader.value.clone());
        }
    }
    let mut over = Map::new();
    if !document.is_empty() {
        over.insert("document".to_owned(), Json::Object(document));
    }
    if let Some(routes) = object.optional("routes") {
        // What a route lacks, the pack's own may have: that shows when it is laid over it. Without ids, though, they
        // would take the place of all the pack's.
        let mut named = true;
        for reader in routes.readers() {
            named &= reader.object().and_then(|route| route.name("id")).is_some();
        }
        if named && routes.value.as_array().is_some_and(|all| !all.is_empty()) {
            over.insert("routes".to_owned(), routes.value.clone());
        }
    }
    if over.is_empty() { Json::Null } else { Json::Object(over) }
}

/// The shape of an age public key, Bech32 in small letters.
fn is_key(key: &str) -> bool {
    let allowed = |byte: u8| b"qpzry9x8gf2tvdw0s3jn54khce6mua7l".contains(&byte);
    let (begins, letters) = if is_hybrid(key) { (HYBRID, 1952) } else { ("age1", 58) };
    key.strip_prefix(begins).is_some_and(|data| data.len() == letters && data.bytes().all(allowed))
}

/// How a key begins that a quantum computer does not break either.
const HYBRID: &str = "age1pq1";

fn is_hybrid(key: &str) -> bool {
    key.starts_with(HYBRID)
}

fn is_address(address: &str) -> bool {
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && host.bytes().all(|byte| byte > b' ' && byte != 0x7f))
}

fn is_origin(origin: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.:".contains(&byte);
    let host = origin.strip_prefix("https://").or_else(|| {
        // A page on the same machine, to try it out.
        let host = origin.strip_prefix("http://")?;
        ["127.0.0.1", "localhost"].contains(&host.split(':').next()?).then_some(host)
    });
    host.is_some_and(|host| !host.is_empty() && host.bytes().all(plain))
}

/// Whether a pack is named by a file: one beside `site.json`, never elsewhere. `boot.js` fetches by the same rule.
fn is_file(pack: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    pack.strip_suffix(".json").is_some_and(|name| !name.is_empty())
        && !pack.starts_with('.')
        && pack.bytes().all(plain)
}

/// Says which file the places are in.
fn placed(mut problems: Vec<Problem>, file: &str) -> Vec<Problem> {
    for problem in &mut problems {
        problem.at = if problem.at.is_empty() { file.to_owned() } else { [file, "/", &problem.at].concat() };
    }
    problems
}

fn not_usual(fact: &FactId) -> Problem {
    Problem::filled(
        "site-not-usual",
        fact.as_str(),
        Phrase::of(
            "`{0}` is asked in each case: a site has no usual answer to it",
            "gofynnir `{0}` ym mhob achos: nid oes gan safle ateb arferol iddo",
        ),
        Phrase::of(
            "remove it, or use a pack in which it is `\"filled_from\": \"site\"`",
            "tynnwch ef, neu defnyddiwch becyn lle mae'n `\"filled_from\": \"site\"`",
        ),
        &[fact.as_str()],
    )
}

fn not_fetched(file: &str, status: u32) -> Problem {
    let status = if status == 0 { "–".to_owned() } else { status.to_string() };
    Problem::filled(
        "site-not-fetched",
        file,
        Phrase::of("{0} could not be fetched (status {1})", "nid oedd modd nôl {0} (statws {1})"),
        Phrase::of(
            "put the file beside index.html, check that the server gives it out, and load the page again",
            "rhowch y ffeil wrth ymyl index.html, gwiriwch fod y gweinydd yn ei rhoi, a llwythwch y dudalen eto",
        ),
        &[&quoted(file), &status],
    )
}
