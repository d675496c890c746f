//! The smallest sound pack, packs grown from it, and brute force over their completions.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Words in both languages.
pub fn text(words: &str) -> Value {
    json!({"en": words, "cy": format!("{words} yn Gymraeg")})
}

pub fn words(name: &str) -> Value {
    json!({"sentence": text(name), "meaning": text("Meaning"), "next_step": text("Next")})
}

pub fn question(id: &str, kind: &str) -> Value {
    json!({"id": id, "kind": kind, "ask": text("Ask"), "label": text("Label"), "part": "panel", "need": "required"})
}

pub fn criterion(id: &str, role: &str, rule: Value) -> Value {
    json!({
        "id": id, "role": role, "label": text("Label"), "rule": rule, "no": text("No"), "yes": text("Yes"),
        "if_no": text("it were no"), "if_yes": text("it were yes"), "unknown": text("Unknown"), "who": text("Who"),
        "source": "test",
    })
}

/// A criterion like custody: whether `applies` is yes, and how far ahead `date` lies.
pub fn graded(id: &str, role: &str, applies: &str, date: &str, levels: &[(&str, u32, &str)]) -> Value {
    let levels: Vec<Value> = levels
        .iter()
        .map(|(id, months, role)| json!({"id": id, "after_months": months, "role": role, "says": text(id), "if": text(id)}))
        .collect();
    json!({
        "id": id, "role": role, "label": text("Label"), "unknown": text("Unknown"), "who": text("Who"), "source": "test",
        "graded": {"applies": {"is_yes": applies}, "date": date, "none": text("None"), "if_none": text("none"), "levels": levels},
    })
}

pub fn page(id: &str, questions: Vec<Value>) -> Value {
    json!({"id": id, "title": text("Page"), "questions": questions})
}

pub fn section(id: &str, pages: Vec<Value>) -> Value {
    json!({"id": id, "stage": "screening", "title": text("Section"), "purpose": text("Purpose"), "pages": pages})
}

/// A sound pack of these questions, criteria and verdicts.
pub fn pack(questions: Vec<Value>, criteria: Vec<Value>, verdicts: Vec<Value>) -> Value {
    let part = json!({"title": text("Title"), "holds": text("Holds"), "readers": text("Readers"), "care": text("Care")});
    json!({
        "format": "pack/1", "id": "small", "version": "1", "title": text("Small"), "about": text("About"),
        "settings": {}, "sources": [{"id": "test", "title": text("Test"), "checked": "2026-01-01", "review": "2027-01-01"}],
        "instruments": [], "criteria": criteria, "verdicts": verdicts, "undecided": words("Undecided"), "flags": [],
        "routes": [],
        "document": {
            "marking": text("Marking"), "panel": text("Panel"), "asked": text("Asked"), "panel_part": part,
            "restricted_part": part, "handling_part": part,
        },
        "sections": [section("all", vec![page("page", questions)])],
    })
}

/// The smallest pack that decides something: one question, one criterion, two verdicts.
pub fn smallest() -> Value {
    pack(
        vec![question("asked", "yes_no")],
        vec![criterion("met", "necessary", json!({"is_yes": "asked"}))],
        vec![
            json!({"id": "no_referral", "when": {"not": {"every": "necessary"}}, "words": words("No")}),
            json!({"id": "referral", "words": words("Yes")}),
        ],
    )
}

/// A pack of `size` criteria for benches: some necessary, `doors` doors of which three are needed, the rest soft.
pub fn large(size: usize, doors: usize) -> Value {
    let names: Vec<String> = (0..size).map(|index| format!("c{index}")).collect();
    let questions = names.iter().map(|name| question(&format!("q_{name}"), "yes_no")).collect();
    let role = |index: usize| match index {
        _ if index < doors => "door",
        _ if index.is_multiple_of(2) => "necessary",
        _ => "soft",
    };
    let criteria = names
        .iter()
        .enumerate()
        .map(|(index, name)| criterion(name, role(index), json!({"is_yes": format!("q_{name}")})))
        .collect();
    let of: Vec<Value> = names[..doors].iter().map(|name| json!({"criterion": name})).collect();
    let at_least = json!({"at_least": {"count": 3, "of": of}});
    pack(
        questions,
        criteria,
        vec![
            json!({"id": "no_referral", "when": {"any": [{"not": {"every": "necessary"}}, {"not": at_least}]}, "words": words("No")}),
            json!({"id": "discussion", "when": {"some": "soft"}, "words": words("Discuss")}),
            json!({"id": "referral", "words": words("Yes")}),
        ],
    )
}

/// A random small pack and some partial answers to it.
#[derive(Clone, Debug)]
pub struct Case {
    pub pack: Value,
    pub answers: Vec<Map<String, Value>>,
}

const ROLES: [&str; 2] = ["first", "second"];

fn formula(criteria: usize) -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        8 => (0..criteria).prop_map(|index| json!({"criterion": format!("c{index}")})),
        1 => select(vec![json!({"every": "first"}), json!({"some": "first"}), json!({"every": "second"})]),
        2 => select(vec![json!({"some": "low"}), json!({"some": "high"}), json!({"every": "low"}), json!({"some": "second"})]),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let parts = proptest::collection::vec(inner.clone(), 0..=4);
        prop_oneof![
            parts.clone().prop_map(|parts| json!({"all": parts})),
            parts.clone().prop_map(|parts| json!({"any": parts})),
            inner.prop_map(|part| json!({"not": part})),
            (0_u32..=5, parts).prop_map(|(count, of)| json!({"at_least": {"count": count, "of": of}})),
        ]
    })
    .boxed()
}

/// Packs of 3 to 8 yes/no questions, a criterion for each, a graded one somewhere among them, 2 to 4 verdicts.
pub fn case() -> BoxedStrategy<Case> {
    (3_usize..=8, 1_usize..=3)
        .prop_flat_map(|(size, conditions)| {
            let answer = || select(vec!["yes", "no", "not_known", "absent", "absent"]);
            let until = select(vec![
                "2026-12-01",
                "2027-02-21",
                "2027-02-22",
                "2028-11-21",
                "2028-11-22",
                "not_known",
                "absent",
            ]);
            let sheet = (proptest::collection::vec(answer(), size + 1), until).prop_map(|(values, until)| {
                let mut answers = Map::new();
                for (index, value) in values.into_iter().chain([until]).enumerate() {
                    if value != "absent" {
                        answers.insert(format!("q{index}"), json!(value));
                    }
                }
                answers
            });
            (
                proptest::collection::vec((any::<bool>(), select(ROLES.to_vec())), size),
                proptest::collection::vec(formula(size), conditions),
                0..=size,
                select(vec!["first", "second", "graded"]),
                proptest::collection::vec(sheet, 6),
            )
        })
        .prop_map(|(tests, conditions, at, graded_role, answers)| Case {
            pack: small(&tests, conditions, at, graded_role),
            answers,
        })
        .boxed()
}

/// Two random small packs over the same questions. Their criteria bear the same ids; some have another rule, the graded
/// one may stand elsewhere, and the verdicts have nothing in common but their names.
pub fn two_packs() -> BoxedStrategy<[Value; 2]> {
    (3_usize..=6)
        .prop_flat_map(|size| {
            let pack = move || {
                (
                    proptest::collection::vec((any::<bool>(), select(ROLES.to_vec())), size),
                    (1_usize..=3).prop_flat_map(move |conditions| {
                        proptest::collection::vec(formula(size), conditions)
                    }),
                    0..=size,
                    select(vec!["first", "second", "graded"]),
                )
                    .prop_map(|(tests, conditions, at, role)| small(&tests, conditions, at, role))
            };
            [pack(), pack()]
        })
        .boxed()
}

/// A yes/no criterion for each test, spare ones that hold the roles, a graded one at a place, and the verdicts.
fn small(tests: &[(bool, &str)], conditions: Vec<Value>, at: usize, graded_role: &str) -> Value {
    let size = tests.len();
    let mut questions: Vec<Value> =
        (0..=size).map(|index| question(&format!("q{index}"), "yes_no")).collect();
    let mut until = question(&format!("q{}", size + 1), "date");
    until["future"] = json!(true);
    questions.push(until);
    let mut criteria: Vec<Value> = tests
        .iter()
        .enumerate()
        .map(|(index, (negated, role))| {
            let fact = json!({"is_yes": format!("q{index}")});
            criterion(&format!("c{index}"), role, if *negated { json!({"not": fact}) } else { fact })
        })
        .collect();
    // Every role a formula names has to exist; criteria of no weight hold them.
    criteria.push(criterion("spare_first", "first", json!({"is_yes": "q0"})));
    criteria.push(criterion("spare_second", "second", json!({"is_yes": "q1"})));
    let levels = [("near", 3, "low"), ("far", 24, "high")];
    let (held, until) = (format!("q{size}"), format!("q{}", size + 1));
    criteria.insert(at, graded("held", graded_role, &held, &until, &levels));
    let mut verdicts: Vec<Value> = conditions
        .into_iter()
        .enumerate()
        .map(|(index, when)| json!({"id": format!("v{index}"), "when": when, "words": words("Verdict")}))
        .collect();
    verdicts.push(json!({"id": "last", "words": words("Last")}));
    pack(questions, criteria, verdicts)
}

/// How many combinations of the values of some criteria come to each pair of verdicts of two packs, by going through
/// them all. A criterion with another rule in the second pack takes the opposite value there.
pub fn brute_force_diff(packs: &[Value; 2], of: &BTreeSet<String>) -> BTreeMap<(String, String), u128> {
    let formulas = packs.each_ref().map(Formulas::of);
    let mut counts = BTreeMap::new();
    let find = |pack: &Value, id: &str| {
        pack["criteria"].as_array().unwrap().iter().find(|c| c["id"] == id).unwrap().clone()
    };
    let arity = |id: &String| if id == "held" { 3_usize } else { 2 };
    let total: usize = of.iter().map(arity).product();
    for mut number in 0..total {
        let mut settled = packs.each_ref().map(|pack| vec![0_u8; pack["criteria"].as_array().unwrap().len()]);
        for id in of {
            let value = u8::try_from(number % arity(id)).unwrap();
            number /= arity(id);
            let turned = find(&packs[0], id).get("rule") != find(&packs[1], id).get("rule");
            settled[0][formulas[0].places[id.as_str()]] = value;
            settled[1][formulas[1].places[id.as_str()]] = if turned { 1 - value } else { value };
        }
        let [from, to] = [0, 1].map(|side| formulas[side].verdict(&settled[side]).to_owned());
        *counts.entry((from, to)).or_insert(0) += 1;
    }
    counts
}

/// A pack's formulas with its criteria by place. A criterion's value is 0 no, 1 yes; of a graded one 0, 1, 2.
struct Formulas<'a> {
    places: BTreeMap<&'a str, usize>,
    roles: BTreeMap<&'a str, Vec<(usize, u8)>>,
    verdicts: Vec<(&'a str, Option<&'a Value>)>,
}

impl<'a> Formulas<'a> {
    fn of(pack: &'a Value) -> Self {
        let mut formulas = Self { places: BTreeMap::new(), roles: BTreeMap::new(), verdicts: Vec::new() };
        for (place, criterion) in pack["criteria"].as_array().unwrap().iter().enumerate() {
            formulas.places.insert(criterion["id"].as_str().unwrap(), place);
            let mut member = |role: &'a Value, value| {
                formulas.roles.entry(role.as_str().unwrap()).or_default().push((place, value));
            };
            match criterion.get("graded") {
                None => member(&criterion["role"], 1),
                Some(graded) => {
                    for (level, value) in graded["levels"].as_array().unwrap().iter().zip(1..) {
                        member(&level["role"], value);
                    }
                }
            }
        }
        for verdict in pack["verdicts"].as_array().unwrap() {
            formulas.verdicts.push((verdict["id"].as_str().unwrap(), verdict.get("when")));
        }
        formulas
    }

    fn holds(&self, formula: &Value, settled: &[u8]) -> bool {
        let (operator, inner) = formula.as_object().unwrap().iter().next().unwrap();
        let parts =
            |list: &Value| list.as_array().unwrap().iter().filter(|part| self.holds(part, settled)).count();
        let takes = |(place, value): &(usize, u8)| settled[*place] == *value;
        match operator.as_str() {
            "all" => parts(inner) == inner.as_array().unwrap().len(),
            "any" => parts(inner) > 0,
            "not" => !self.holds(inner, settled),
            "criterion" => settled[self.places[inner.as_str().unwrap()]] == 1,
            "every" => self.roles[inner.as_str().unwrap()].iter().all(takes),
            "some" => self.roles[inner.as_str().unwrap()].iter().any(takes),
            "at_least" => parts(&inner["of"]) as u64 >= inner["count"].as_u64().unwrap(),
            other => panic!("{other}"),
        }
    }

    fn verdict(&self, settled: &[u8]) -> &'a str {
        let holds = |when: &Option<&Value>| when.is_none_or(|when| self.holds(when, settled));
        self.verdicts.iter().find(|(_, when)| holds(when)).unwrap().0
    }
}

/// What a criterion of a small pack may be, from the answers.
fn may_be(criterion: &Value, answers: &Map<String, Value>) -> Vec<u8> {
    let word = |fact: &Value| answers.get(fact.as_str().unwrap()).and_then(Value::as_str);
    if let Some(graded) = criterion.get("graded") {
        return match (word(&graded["applies"]["is_yes"]), word(&graded["date"])) {
            (Some("no"), _) => vec![0],
            (Some("yes"), Some(date)) if date != "not_known" => {
                // The day of screening is 2026-11-21; dates in this form sort as text.
                vec![u8::from(date > "2027-02-21") + u8::from(date > "2028-11-21")]
            }
            _ => vec![0, 1, 2],
        };
    }
    let rule = &criterion["rule"];
    let (fact, negated) = match rule.get("not") {
        Some(inner) => (&inner["is_yes"], true),
        None => (&rule["is_yes"], false),
    };
    match word(fact) {
        Some("yes") => vec![u8::from(!negated)],
        Some("no") => vec![u8::from(negated)],
        _ => vec![0, 1],
    }
}

/// Every verdict of a small pack, one for each way of settling its criteria.
pub struct Completions {
    names: Vec<String>,
    arity: Vec<usize>,
    may_be: Vec<Vec<u8>>,
    judgement: Vec<bool>,
    verdicts: Vec<String>,
}

/// Criteria given values, by place.
pub type Set = Vec<(usize, u8)>;

impl Completions {
    pub fn of(pack: &Value, answers: &Map<String, Value>) -> Self {
        let criteria = pack["criteria"].as_array().unwrap();
        let formulas = Formulas::of(pack);
        let arity: Vec<usize> =
            criteria.iter().map(|criterion| if criterion.get("graded").is_some() { 3 } else { 2 }).collect();
        let mut verdicts = Vec::new();
        for mut number in 0..arity.iter().product() {
            let mut settled = Vec::new();
            for values in &arity {
                settled.push((number % values) as u8);
                number /= values;
            }
            verdicts.push(formulas.verdict(&settled).to_owned());
        }
        Self {
            names: criteria.iter().map(|criterion| criterion["id"].as_str().unwrap().to_owned()).collect(),
            may_be: criteria.iter().map(|criterion| may_be(criterion, answers)).collect(),
            judgement: criteria.iter().map(|criterion| criterion["judgement"] == true).collect(),
            arity,
            verdicts,
        }
    }

    pub fn place(&self, name: &str) -> usize {
        self.names.iter().position(|other| other == name).unwrap()
    }

    /// The verdicts that some completion reaches, where a criterion in the set has the value it has there, and one that
    /// `free` says has any value.
    pub fn reached(&self, set: &[(usize, u8)], free: impl Fn(usize) -> bool) -> BTreeSet<&str> {
        let mut numbers = vec![0];
        let mut stride = 1;
        for place in 0..self.arity.len() {
            let given = set.iter().find(|(other, _)| *other == place).map(|(_, value)| vec![*value]);
            let every = || (0..self.arity[place] as u8).collect();
            let values =
                given.unwrap_or_else(|| if free(place) { every() } else { self.may_be[place].clone() });
            numbers = values
                .iter()
                .flat_map(|value| numbers.iter().map(move |number| number + usize::from(*value) * stride))
                .collect();
            stride *= self.arity[place];
        }
        numbers.into_iter().map(|number| self.verdicts[number].as_str()).collect()
    }

    /// The settled criteria.
    pub fn settled(&self) -> Vec<usize> {
        (0..self.arity.len()).filter(|place| self.may_be[*place].len() == 1).collect()
    }

    pub fn is_judgement(&self, place: usize) -> bool {
        self.judgement[place]
    }

    /// Every set of `size` changes, of unknown criteria only or of settled ones too; never of judgement.
    pub fn sets(&self, size: usize, settled_too: bool) -> Vec<Set> {
        let mut sets: Vec<Set> = vec![Vec::new()];
        for place in 0..self.arity.len() {
            let unknown = self.may_be[place].len() > 1;
            if self.judgement[place] || !(unknown || settled_too) {
                continue;
            }
            let shorter: Vec<Set> = sets.iter().filter(|set| set.len() < size).cloned().collect();
            for value in 0..self.arity[place] as u8 {
                if unknown || !self.may_be[place].contains(&value) {
                    let with = |mut set: Set| {
                        set.push((place, value));
                        set
                    };
                    sets.extend(shorter.iter().cloned().map(with));
                }
            }
        }
        sets.retain(|set| set.len() == size);
        sets
    }
}

/// Possible verdicts and open criteria of a small pack by going through every completion.
pub fn brute_force(pack: &Value, answers: &Map<String, Value>) -> (Vec<String>, Vec<String>) {
    let criteria = pack["criteria"].as_array().unwrap();
    let formulas = Formulas::of(pack);
    let may_be: Vec<Vec<u8>> = criteria.iter().map(|criterion| may_be(criterion, answers)).collect();
    let total: usize = may_be.iter().map(Vec::len).product();
    let mut verdicts = Vec::with_capacity(total);
    for mut number in 0..total {
        let mut settled = Vec::with_capacity(may_be.len());
        for values in &may_be {
            settled.push(values[number % values.len()]);
            number /= values.len();
        }
        verdicts.push(formulas.verdict(&settled));
    }
    let mut open = BTreeSet::new();
    let mut stride = 1;
    for (criterion, values) in criteria.iter().zip(&may_be) {
        let arity = values.len();
        if (0..total).any(|number| verdicts[number] != verdicts[number - (number / stride % arity) * stride])
        {
            open.insert(criterion["id"].as_str().unwrap().to_owned());
        }
        stride *= arity;
    }
    let possible: BTreeSet<&str> = verdicts.into_iter().collect();
    (possible.into_iter().map(str::to_owned).collect(), open.into_iter().collect())
}
