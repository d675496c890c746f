//! Circles of files: each uses the next, and the last the first, so that none can be read or moved by itself.

use std::collections::{BTreeMap, BTreeSet};

/// The path of a module from the root: `["pack", "rule"]`. Of what a line names: with `crate` and `super` in it.
type Path = Vec<String>;

/// A file that is the whole of a module, or the front of a folder.
struct File {
    /// Where it is, from the root of the project.
    place: String,
    /// What it defines by name.
    defines: BTreeSet<String>,
    /// The names it passes on from elsewhere.
    passes_on: BTreeMap<String, Path>,
    /// What it names of other files, by `use` or where it stands.
    names: BTreeSet<Path>,
}

/// Files that use one another, and the lines by which they do.
#[derive(Debug, PartialEq, Eq)]
pub struct Circle {
    /// The files, sorted.
    pub files: Vec<String>,
    /// Each use of one by another: `src/a.rs uses src/b.rs: super::b::thing`.
    pub uses: Vec<String>,
}

/// The circles among files: their paths from the root of the project, and their code without comments and tests.
pub fn circles(sources: &[(String, String)]) -> Vec<Circle> {
    let mut files = BTreeMap::new();
    for (place, _) in sources {
        files.insert(module(place), ());
    }
    let is_module = |path: &[String]| files.contains_key(path);
    let files: BTreeMap<Path, File> = sources
        .iter()
        .map(|(place, code)| (module(place), File::new(place, code, &module(place), &is_module)))
        .collect();
    let mut uses: BTreeMap<&str, BTreeMap<&str, String>> = BTreeMap::new();
    for (own, file) in &files {
        for path in &file.names {
            if let Some(used) = defining(&files, own, path, 0).filter(|used| *used != file.place) {
                uses.entry(&file.place).or_default().insert(used, path.join("::"));
            }
        }
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        uses.keys().map(|from| (*from, reached(&uses, from))).collect();
    let mut circles: Vec<Circle> = Vec::new();
    for (from, to) in &reached {
        let back = |other: &&&str| reached.get(**other).is_some_and(|back| back.contains(from));
        let members: Vec<&str> = to.iter().filter(back).copied().collect();
        if members.first() != Some(from) {
            // None, or one that was told of with its first file.
            continue;
        }
        let lines = members.iter().flat_map(|one| {
            let inside = uses[one].iter().filter(|(other, _)| members.contains(other));
            inside.map(move |(other, name)| format!("{one} uses {other}: {name}"))
        });
        circles.push(Circle {
            uses: lines.collect(),
            files: members.iter().map(|one| (*one).to_owned()).collect(),
        });
    }
    circles
}

/// All that a file uses, and what that uses in turn.
fn reached<'a>(uses: &BTreeMap<&'a str, BTreeMap<&'a str, String>>, from: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = uses.get(from).into_iter().flat_map(BTreeMap::keys).copied().collect();
    while let Some(file) = next.pop() {
        if reached.insert(file) {
            next.extend(uses.get(file).into_iter().flat_map(BTreeMap::keys).copied());
        }
    }
    reached
}

/// The module that a file is, or is the front of.
fn module(place: &str) -> Path {
    let inside = place.trim_start_matches("src/").trim_end_matches(".rs");
    let inside = inside.strip_suffix("/mod").unwrap_or(inside);
    if ["lib", "main"].contains(&inside) {
        Path::new()
    } else {
        inside.split('/').map(str::to_owned).collect()
    }
}

impl File {
    fn new(place: &str, code: &str, own: &[String], is_module: &dyn Fn(&[String]) -> bool) -> Self {
        let mut file = Self {
            place: place.to_owned(),
            defines: BTreeSet::new(),
            passes_on: BTreeMap::new(),
            names: BTreeSet::new(),
        };
        let is_ours = |path: &[String]| {
            let child = || [own, &path[..1]].concat();
            matches!(path[0].as_str(), "crate" | "super" | "self") || is_module(&child())
        };
        let mut rest = String::new();
        let mut lines = code.lines();
        while let Some(line) = lines.next() {
            let declared = after_visibility(line);
            if let Some(tree) = declared.strip_prefix("use ") {
                let mut tree = tree.to_owned();
                while !tree.contains(';') {
                    let Some(line) = lines.next() else { break };
                    tree.push_str(line);
                }
                let is_public = declared.len() < line.trim_start().len();
                for (path, name) in expanded(tree.split(';').next().unwrap_or_default()) {
                    if !is_ours(&path) {
                        continue;
                    }
                    if is_public {
                        file.passes_on.insert(name, path);
                    } else {
                        file.names.insert(path);
                    }
                }
                continue;
            }
            file.defines.extend(defined(declared));
            rest.push_str(line);
            rest.push('\n');
        }
        // Paths that are written where they are used.
        let words = rest.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
        for word in words.filter(|word| word.starts_with("crate::") || word.starts_with("super::")) {
            file.names.insert(word.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect());
        }
        file
    }
}

/// A line without what says who may see it.
fn after_visibility(line: &str) -> &str {
    let line = line.trim_start();
    let Some(rest) = line.strip_prefix("pub") else { return line };
    match rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((_, rest)) => rest.trim_start(),
        None => rest.trim_start(),
    }
}

/// The name that a line defines, if it defines one.
fn defined(line: &str) -> Option<String> {
    let mut words = line.split_whitespace().skip_while(|word| ["async", "unsafe", "extern"].contains(word));
    let mut word = words.next()?;
    let mut name = words.next()?;
    if word == "const" && ["fn", "unsafe"].contains(&name) {
        (word, name) = ("fn", words.next()?);
    }
    let kinds = ["fn", "struct", "enum", "trait", "type", "const", "static", "macro_rules!"];
    let end = name.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(name.len());
    kinds.contains(&word).then(|| name[..end].to_owned())
}

/// The paths of a `use`, each with the name it has from then on.
fn expanded(tree: &str) -> Vec<(Path, String)> {
    let tree = tree.trim();
    if let Some((before, inside)) = tree.split_once('{') {
        let inside = inside.trim_end().trim_end_matches('}');
        let inner = parts(inside).into_iter().filter(|part| !part.trim().is_empty());
        return inner.flat_map(|part| expanded(&[before, part.trim()].concat())).collect();
    }
    let (path, name) =
        tree.split_once(" as ").unwrap_or((tree, tree.rsplit("::").next().unwrap_or_default()));
    let path = path.split("::").map(|part| part.trim().to_owned()).filter(|part| part != "*").collect();
    vec![(path, name.trim().to_owned())]
}

/// The parts between the commas that stand in no braces.
fn parts(list: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[start..]);
    parts
}

/// The file that defines what a path names, seen from a module: what a folder's front passes on is another file's.
fn defining<'a>(
    files: &'a BTreeMap<Path, File>,
    own: &[String],
    path: &[String],
    depth: usize,
) -> Option<&'a str> {
    let mut at = own.to_vec();
    for part in path {
        match part.as_str() {
            "crate" => at.clear(),
            "self" => {}
            "super" => {
                at.pop();
            }
            _ => {
                at.push(part.clone());
                if files.contains_key(&at) {
                    continue;
                }
                at.pop();
                let file = files.get(&at)?;
                let passed_on =
                    file.passes_on.get(part).filter(|_| !file.defines.contains(part) && depth < 8);
                return passed_on
                    .and_then(|path| defining(files, &at, path, depth + 1))
                    .or(Some(file.place.as_str()));
            }
        }
    }
    files.get(&at).map(|file| file.place.as_str())
}
