//! What the self-test found, read from the JSON that `self_test.js` writes. What is not there was not found: nothing is refused.

use drive_screening_core::base::json::{self, Json};

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Found {
    /// How the browser names itself.
    pub(super) browser: String,
    /// The folder of this copy.
    pub(super) address: String,
    /// The page's own policy.
    pub(super) policy: String,
    /// Whether the browser took it.
    pub(super) shut: bool,
    /// The list of the build.
    pub(super) list: File,
    /// The files in it.
    pub(super) files: Vec<File>,
    /// What the site put beside them.
    pub(super) site: Vec<File>,
    /// The headers of each page.
    pub(super) headers: Vec<(String, Headers)>,
    /// The ways that were tried.
    pub(super) tried: Vec<Tried>,
}

/// Headers by their names.
pub(super) type Headers = Vec<(String, String)>;

/// A file that was asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct File {
    pub(super) name: String,
    /// What the server answered; 0 where nothing came.
    pub(super) status: i64,
    /// The SHA-256 of what came, where the browser takes one.
    pub(super) sha256: Option<String>,
    /// That of what was built.
    pub(super) built: Option<String>,
}

/// How a file compares with what was built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compared {
    Same,
    Different,
    Missing,
    NotHashed,
}

impl File {
    pub(super) fn compared(&self) -> Compared {
        match &self.sha256 {
            _ if !self.came() => Compared::Missing,
            None => Compared::NotHashed,
            Some(_) if self.sha256 == self.built => Compared::Same,
            Some(_) => Compared::Different,
        }
    }

    pub(super) fn came(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// A way that was tried.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tried {
    pub(super) way: String,
    pub(super) outcome: Outcome,
    /// The directive of the policy that stopped it, where one did.
    pub(super) directive: String,
}

/// How a way came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Stopped(By),
    Arrived,
    Unseen,
    /// No window was opened for it.
    Untried,
}

/// What stopped it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Own,
    Headers,
    Both,
    Absence,
}

impl Found {
    pub(super) fn read(text: &str) -> Self {
        let found = json::parse(text).unwrap_or_default();
        let texts = |map: Option<&Json>| -> Headers {
            let map = map.and_then(Json::as_object).into_iter().flat_map(|map| map.iter());
            map.filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned()))).collect()
        };
        let pages = found.get("headers").and_then(Json::as_object).into_iter().flat_map(|map| map.iter());
        Self {
            browser: text_of(&found, "browser"),
            address: text_of(&found, "address"),
            policy: text_of(&found, "policy"),
            shut: found.get("shut") == Some(&Json::Bool(true)),
            list: found.get("list").map(file).unwrap_or_default(),
            files: list(&found, "files").iter().map(file).collect(),
            site: list(&found, "site").iter().map(file).collect(),
            headers: pages.map(|(page, headers)| (page.clone(), texts(Some(headers)))).collect(),
            tried: list(&found, "tried").iter().map(tried).collect(),
        }
    }

    /// The ways that came out so.
    pub(super) fn that(&self, is: impl Fn(Outcome) -> bool) -> Vec<&Tried> {
        self.tried.iter().filter(|tried| is(tried.outcome)).collect()
    }

    /// How many files compare so.
    pub(super) fn count(&self, compared: Compared) -> usize {
        self.files.iter().filter(|file| file.compared() == compared).count()
    }
}

fn text_of(json: &Json, name: &str) -> String {
    json.get(name).and_then(Json::as_str).unwrap_or_default().to_owned()
}

fn list<'a>(json: &'a Json, name: &str) -> &'a [Json] {
    json.get(name).and_then(Json::as_array).unwrap_or_default()
}

fn file(json: &Json) -> File {
    let hash = |name: &str| json.get(name).and_then(Json::as_str).map(str::to_owned);
    File {
        name: text_of(json, "name"),
        status: json.get("status").and_then(Json::as_whole).unwrap_or(0),
        sha256: hash("sha256"),
        built: hash("built"),
    }
}

fn tried(json: &Json) -> Tried {
    let outcome = match (text_of(json, "outcome").as_str(), text_of(json, "by").as_str()) {
        ("stopped", "own") => Outcome::Stopped(By::Own),
        ("stopped", "headers") => Outcome::Stopped(By::Headers),
        ("stopped", "own+headers") => Outcome::Stopped(By::Both),
        ("stopped", "absent") => Outcome::Stopped(By::Absence),
        ("arrived", _) => Outcome::Arrived,
        ("untried", _) => Outcome::Untried,
        // Whatever else is said, nothing passes for stopped.
        _ => Outcome::Unseen,
    };
    Tried { way: text_of(json, "way"), outcome, directive: text_of(json, "directive") }
}

/// The browser and its version, by how it names itself; nothing for one that is not known.
pub(super) fn browser(agent: &str) -> Option<String> {
    // Each names itself as those before it, too.
    const KNOWN: [(&str, &str); 5] = [
        ("Edg/", "Microsoft Edge"),
        ("Firefox/", "Firefox"),
        ("HeadlessChrome/", "Chrome (Chromium)"),
        ("Chrome/", "Chrome (Chromium)"),
        ("Version/", "Safari (WebKit)"),
    ];
    KNOWN.iter().find_map(|(mark, name)| {
        let version = agent.split(mark).nth(1)?.split(' ').next()?;
        Some([name, " ", version].concat())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_known_by_its_own_mark() {
        for (agent, says) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0", Some("Firefox 153.0")),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
                Some("Microsoft Edge 156.0.0.0"),
            ),
            (
                "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
                Some("Safari (WebKit) 26.0"),
            ),
            ("", None),
        ] {
            assert_eq!(browser(agent).as_deref(), says, "{agent}");
        }
    }

    #[test]
    fn nothing_passes_for_stopped_that_is_not_said_to_be() {
        for tried in [r#"{"way":"fetch"}"#, r#"{"outcome":"stopped"}"#, r#"{"outcome":"stopped","by":"x"}"#] {
            let found = Found::read(&format!(r#"{{"tried":[{tried}]}}"#));
            assert_eq!(found.tried[0].outcome, Outcome::Unseen, "{tried}");
        }
    }

    #[test]
    fn a_file_is_the_same_only_if_it_came_and_was_compared() {
        let compared = |json: &str| file(&json::parse(json).unwrap()).compared();
        assert_eq!(compared(r#"{"status":200,"sha256":"a","built":"a"}"#), Compared::Same);
        assert_eq!(compared(r#"{"status":200,"sha256":"b","built":"a"}"#), Compared::Different);
        assert_eq!(compared(r#"{"status":200,"built":"a"}"#), Compared::NotHashed);
        assert_eq!(compared(r#"{"status":404,"sha256":"a","built":"a"}"#), Compared::Missing);
        assert_eq!(compared("{}"), Compared::Missing);
        assert_eq!(Found::read("no JSON"), Found::default());
    }
}
