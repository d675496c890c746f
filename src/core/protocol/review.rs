//! The findings of a review of Part A, before documents are made.

use crate::base::json::{self, Json};
use crate::interview::{Field, Form};
use crate::pack::Pack;
use std::ops::Range;

/// What should be looked at before documents are made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReviewFindings {
    /// What in Part A may belong to Part B, in the order of the pack.
    pub findings: Vec<Finding>,
    /// What is to be done about them, as HTML.
    pub lead: String,
    /// Each of them with what can be done about it, as HTML: an entry of a list.
    pub entries: Vec<String>,
    /// What can be made, as HTML: while Part A waits, and once nothing of it does.
    pub documents: [String; 2],
    /// What the panel will have been given once Part A is made, a line each.
    pub referrals: Vec<String>,
}

/// Something in Part A that may belong to Part B, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// The question: within a list, that of the entry.
    pub fact: String,
    /// The list and the place of the entry in it, from 0.
    pub entry: Option<(String, usize)>,
    /// It stands in the note on where the answer comes from.
    pub noted: bool,
    /// The label of the question.
    pub label: String,
    /// What was found, in a sentence.
    pub says: String,
    /// The sentence it stands in up to there.
    pub before: String,
    /// What was found, as typed.
    pub found: String,
    /// The rest of the sentence.
    pub after: String,
    /// How often it stands in this text.
    pub times: usize,
    /// What of the answer is moved to Part B with it, in bytes, where that can be done.
    pub piece: Option<Range<usize>>,
}

impl Finding {
    /// The field it stands in; none if its entry is gone.
    pub fn field(&self, pack: &Pack, form: &Form) -> Option<Field> {
        let fact = pack.question(&self.fact)?.id.clone();
        Some(match &self.entry {
            _ if self.noted => {
                let note = pack.evidence.questions.iter().find(|question| question.id.as_str() == "note")?;
                Field::evidence(&fact, &note.id)
            }
            Some((list, index)) => {
                let item = form.items(list).nth(*index)?;
                Field { item: Some((pack.question(list)?.id.clone(), item.key)), fact }
            }
            None => Field::of(&fact),
        })
    }

    /// Where it stands in an answer sheet.
    pub fn at(&self) -> String {
        match &self.entry {
            _ if self.noted => ["evidence/", &self.fact, "/note"].concat(),
            Some((list, index)) => format!("answers/{list}/{index}/{}", self.fact),
            None => ["answers/", &self.fact].concat(),
        }
    }

    fn to_json(&self) -> Json {
        let number = |number: usize| Json::Whole(i64::try_from(number).unwrap_or(i64::MAX));
        let mut pairs = vec![("fact", self.fact.as_str().into())];
        if let Some((list, index)) = &self.entry {
            pairs.extend([("list", list.as_str().into()), ("index", number(*index))]);
        }
        if let Some(piece) = &self.piece {
            pairs.extend([("from", number(piece.start)), ("to", number(piece.end))]);
        }
        let texts = [
            ("label", &self.label),
            ("says", &self.says),
            ("before", &self.before),
            ("found", &self.found),
            ("after", &self.after),
        ];
        pairs.extend(texts.map(|(key, text)| (key, text.as_str().into())));
        pairs.extend([("noted", Json::Bool(self.noted)), ("times", number(self.times))]);
        let mut map = json::Map::new();
        for (key, value) in pairs {
            map.insert(key.to_owned(), value);
        }
        Json::Object(map)
    }

    fn read(json: &Json) -> Self {
        let text = |key: &str| json.get(key).and_then(Json::as_str).unwrap_or_default().to_owned();
        let number =
            |key: &str| json.get(key).and_then(Json::as_whole).and_then(|whole| usize::try_from(whole).ok());
        Self {
            fact: text("fact"),
            entry: number("index").map(|index| (text("list"), index)),
            noted: json.get("noted") == Some(&Json::Bool(true)),
            label: text("label"),
            says: text("says"),
            before: text("before"),
            found: text("found"),
            after: text("after"),
            times: number("times").unwrap_or(1),
            piece: number("from").zip(number("to")).map(|(from, to)| from..to),
        }
    }
}

impl ReviewFindings {
    /// As JSON.
    pub(super) fn to_json(&self) -> Json {
        json::object([
            ("findings", Json::Array(self.findings.iter().map(Finding::to_json).collect())),
            ("lead", self.lead.as_str().into()),
            ("entries", texts(&self.entries)),
            ("documents", texts(&self.documents)),
            ("referrals", texts(&self.referrals)),
        ])
    }

    /// Reads what [`ReviewFindings::to_json`] made.
    pub(super) fn from_json(json: &Json) -> Self {
        let findings = json.get("findings").and_then(Json::as_array).unwrap_or_default();
        let read = |key: &str| -> Vec<String> {
            let texts = json.get(key).and_then(Json::as_array).unwrap_or_default();
            texts.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
        };
        let mut documents = read("documents").into_iter();
        let mut next = || documents.next().unwrap_or_default();
        Self {
            findings: findings.iter().map(Finding::read).collect(),
            lead: json.get("lead").and_then(Json::as_str).unwrap_or_default().to_owned(),
            entries: read("entries"),
            documents: [next(), next()],
            referrals: read("referrals"),
        }
    }
}

fn texts(texts: &[String]) -> Json {
    Json::Array(texts.iter().map(|text| text.as_str().into()).collect())
}
