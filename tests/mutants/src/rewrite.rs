//! Rewrites a file so that its mutants can be switched on: `a < b` becomes
//! `(if crate::mutant_on(7) { a <= b } else { a < b })`.

use crate::list::{Genre, Mutant};
use proc_macro2::{LineColumn, Span};
use std::collections::HashMap;
use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// A file with its mutants, and where each stands in it: the bytes of what was put in, with the numbers of the mutants.
pub struct Rewritten {
    pub text: String,
    pub marks: Vec<(Range<usize>, Vec<usize>)>,
}

/// Rewrites a file for these mutants of it.
pub fn file(text: &str, mutants: &[(usize, &Mutant)]) -> Rewritten {
    let source = Source::new(text);
    let parsed = syn::parse_file(text).expect("the core is Rust");
    let mut found = Found {
        source: &source,
        binary: HashMap::new(),
        unary: HashMap::new(),
        arms: HashMap::new(),
        fields: HashMap::new(),
    };
    found.visit_file(&parsed);
    let mut changes: Vec<Change> = Vec::new();
    for (number, mutant) in mutants {
        let Some(change) = found.change(*number, mutant) else { continue };
        // Several mutants of one operator, or of one guard, are alternatives.
        let same = |other: &&mut Change| other.range == change.range && other.depth == change.depth;
        if !changes.iter_mut().find(same).is_some_and(|other| other.take(&change)) {
            changes.push(change);
        }
    }
    // Outermost first; of those at one place, what goes before it first.
    changes.sort_by_key(|change| {
        (change.range.start, !change.range.is_empty(), usize::MAX - change.range.end, change.depth)
    });
    let mut out = Rewritten { text: String::new(), marks: Vec::new() };
    write(text, 0..text.len(), &changes, &mut out);
    out
}

struct Source<'a> {
    text: &'a str,
    lines: Vec<usize>,
}

impl<'a> Source<'a> {
    fn new(text: &'a str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, lines }
    }

    /// The byte at a line, from 1, and a column in characters, from 0.
    fn at(&self, line: usize, column: usize) -> usize {
        let start = self.lines[line - 1];
        self.text[start..].char_indices().nth(column).map_or(self.text.len(), |(at, _)| start + at)
    }

    fn range(&self, span: Span) -> Range<usize> {
        let at = |place: LineColumn| self.at(place.line, place.column);
        at(span.start())..at(span.end())
    }
}

/// The operators, arms and given fields of a file, by where each begins.
struct Found<'a> {
    source: &'a Source<'a>,
    binary: HashMap<usize, [Range<usize>; 4]>,
    unary: HashMap<usize, [Range<usize>; 2]>,
    arms: HashMap<usize, (usize, Option<Range<usize>>)>,
    fields: HashMap<usize, [Range<usize>; 2]>,
}

impl<'b> Visit<'b> for Found<'_> {
    fn visit_expr_binary(&mut self, expression: &'b syn::ExprBinary) {
        // A chain with `let` is no expression of its own.
        if !has_let(&expression.left) && !has_let(&expression.right) {
            let [whole, left, operator, right] =
                [expression.span(), expression.left.span(), expression.op.span(), expression.right.span()]
                    .map(|span| self.source.range(span));
            self.binary.insert(operator.start, [whole, left, operator, right]);
        }
        visit::visit_expr_binary(self, expression);
    }

    fn visit_expr_unary(&mut self, expression: &'b syn::ExprUnary) {
        let [whole, inner] = [expression.span(), expression.expr.span()].map(|span| self.source.range(span));
        self.unary.insert(whole.start, [whole, inner]);
        visit::visit_expr_unary(self, expression);
    }

    fn visit_arm(&mut self, arm: &'b syn::Arm) {
        let start = self.source.range(arm.span()).start;
        let guard = arm.guard.as_ref().map(|(_, guard)| self.source.range(guard.span()));
        self.arms.insert(start, (self.source.range(arm.pat.span()).end, guard));
        visit::visit_arm(self, arm);
    }

    fn visit_expr_struct(&mut self, expression: &'b syn::ExprStruct) {
        let whole = self.source.range(expression.span());
        for pair in expression.fields.pairs().filter(|_| expression.rest.is_some()) {
            let field = self.source.range(pair.value().span());
            let end = pair.punct().map_or(field.end, |comma| self.source.range(comma.span()).end);
            self.fields.insert(field.start, [whole.clone(), field.start..end]);
        }
        visit::visit_expr_struct(self, expression);
    }
}

fn has_let(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

impl Found<'_> {
    fn change(&self, number: usize, mutant: &Mutant) -> Option<Change> {
        let [start, end] = mutant.span.map(|(line, column)| self.source.at(line, column - 1));
        let replacement = mutant.replacement.clone();
        let (range, depth, kind) = match mutant.genre {
            Genre::FnValue => {
                (start..start, 0, Kind::Before(format!("if {} {{ return {replacement}; }} ", on(number))))
            }
            Genre::Arm => match self.arms.get(&start)? {
                (end, None) => (*end..*end, 0, Kind::Before(format!(" if !{}", on(number)))),
                (_, Some(guard)) => (guard.clone(), 1, Kind::Unless(number)),
            },
            Genre::Guard => (start..end, 2, Kind::Instead(vec![(number, replacement)])),
            Genre::Binary => {
                let [whole, left, operator, right] = self.binary.get(&start)?.clone();
                let others = vec![(number, replacement)];
                (whole, 3, Kind::Operator { left, operator, right, others })
            }
            Genre::Unary => {
                let [whole, inner] = self.unary.get(&start)?.clone();
                (whole, 3, Kind::Without { inner, number })
            }
            Genre::Field => {
                let [whole, field] = self.fields.get(&start)?.clone();
                (whole, 3, Kind::Less(vec![(number, field)]))
            }
        };
        Some(Change { range, depth, kind, numbers: vec![number] })
    }
}

#[derive(Clone)]
struct Change {
    range: Range<usize>,
    /// Of those that cover the same, the outer has the smaller.
    depth: u8,
    kind: Kind,
    numbers: Vec<usize>,
}

#[derive(Clone)]
enum Kind {
    /// Something before a place.
    Before(String),
    /// Something in place of it.
    Instead(Vec<(usize, String)>),
    /// A guard that fails.
    Unless(usize),
    /// Other operators between the two sides.
    Operator { left: Range<usize>, operator: Range<usize>, right: Range<usize>, others: Vec<(usize, String)> },
    /// No operator before it.
    Without { inner: Range<usize>, number: usize },
    /// A struct that is given one field less.
    Less(Vec<(usize, Range<usize>)>),
}

impl Change {
    /// Takes the alternatives of another in, if both have such.
    fn take(&mut self, other: &Self) -> bool {
        let taken = match (&mut self.kind, &other.kind) {
            (Kind::Instead(others), Kind::Instead(more))
            | (Kind::Operator { others, .. }, Kind::Operator { others: more, .. }) => {
                others.extend(more.iter().cloned());
                true
            }
            (Kind::Less(fields), Kind::Less(more)) => {
                fields.extend(more.iter().cloned());
                true
            }
            _ => false,
        };
        if taken {
            self.numbers.extend(&other.numbers);
        }
        taken
    }
}

fn on(number: usize) -> String {
    format!("crate::mutant_on({number})")
}

/// Writes what stands in a range, with the changes in it.
fn write(text: &str, range: Range<usize>, changes: &[Change], out: &mut Rewritten) {
    let mut at = range.start;
    let mut rest = changes;
    while let Some((change, after)) = rest.split_first() {
        let empty = change.range.is_empty();
        let count = if empty {
            0
        } else {
            after.iter().take_while(|inner| inner.range.start < change.range.end).count()
        };
        let (inside, later) = after.split_at(count);
        rest = later;
        out.text.push_str(&text[at..change.range.start]);
        let from = out.text.len();
        let within = |part: &Range<usize>, out: &mut Rewritten| {
            let inner: Vec<Change> = inside
                .iter()
                .filter(|inner| inner.range.start >= part.start && inner.range.end <= part.end)
                .cloned()
                .collect();
            write(text, part.clone(), &inner, out);
        };
        match &change.kind {
            Kind::Before(put) => out.text.push_str(put),
            Kind::Instead(others) => {
                out.text.push('(');
                for (number, other) in others {
                    out.text.push_str(&format!("if {} {{ {other} }} else ", on(*number)));
                }
                out.text.push_str("{ ");
                within(&change.range, out);
                out.text.push_str(" })");
            }
            Kind::Unless(number) => {
                out.text.push_str(&format!("!{} && (", on(*number)));
                within(&change.range, out);
                out.text.push(')');
            }
            Kind::Operator { left, operator, right, others } => {
                let own = (None, text[operator.clone()].to_owned());
                out.text.push('(');
                let others = others.iter().map(|(number, other)| (Some(*number), other.clone()));
                for (number, operator) in others.chain([own]) {
                    match number {
                        Some(number) => out.text.push_str(&format!("if {} {{ ", on(number))),
                        None => out.text.push_str("{ "),
                    }
                    within(left, out);
                    out.text.push_str(&format!(" {operator} "));
                    within(right, out);
                    out.text.push_str(if number.is_some() { " } else " } else { " })" });
                }
            }
            Kind::Less(fields) => {
                out.text.push('(');
                for (number, field) in fields {
                    out.text.push_str(&format!("if {} {{ ", on(*number)));
                    within(&(change.range.start..field.start), out);
                    within(&(field.end..change.range.end), out);
                    out.text.push_str(" } else ");
                }
                out.text.push_str("{ ");
                within(&change.range, out);
                out.text.push_str(" })");
            }
            Kind::Without { inner, number } => {
                out.text.push_str(&format!("(if {} {{ ", on(*number)));
                within(inner, out);
                out.text.push_str(" } else { ");
                out.text.push_str(&text[change.range.start..inner.start]);
                within(inner, out);
                out.text.push_str(" })");
            }
        }
        out.marks.push((from..out.text.len(), change.numbers.clone()));
        at = change.range.end;
    }
    out.text.push_str(&text[at..range.end]);
}
