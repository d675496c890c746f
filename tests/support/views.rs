//! The `view!` macros of the page, parsed as Leptos parses them.

use proc_macro2::{TokenStream, TokenTree};
use rstml::node::{Node, NodeAttribute, NodeElement, NodeName};
use rstml::{Parser, ParserConfig};
use syn::spanned::Spanned;
use syn::{Expr, Lit};

/// How deep elements may stand in one `view!`: what is deeper gets a name, as a component of its own.
const DEEPEST: usize = 5;

/// What is wrong with the first `view!` of a file that is not as the page needs it: its line, and why.
pub fn first_wrong_view(text: &str) -> Option<(usize, String)> {
    in_tokens(text.parse().unwrap())
}

fn in_tokens(tokens: TokenStream) -> Option<(usize, String)> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens.iter().enumerate().find_map(|(index, token)| {
        let TokenTree::Group(group) = token else { return None };
        let is_view = matches!(tokens.get(index.wrapping_sub(2)), Some(TokenTree::Ident(name)) if name == "view")
            && matches!(tokens.get(index.wrapping_sub(1)), Some(TokenTree::Punct(mark)) if mark.as_char() == '!');
        let wrong = if is_view { in_view(group.stream()) } else { None };
        // Within a view stand others.
        wrong.or_else(|| in_tokens(group.stream()))
    })
}

fn in_view(tokens: TokenStream) -> Option<(usize, String)> {
    let parser = Parser::new(ParserConfig::default().recover_block(true));
    let (nodes, _) = parser.parse_recoverable(tokens).split_vec();
    nodes.iter().find_map(|node| in_node(node, true, 1))
}

/// `outermost`: not inside an element of the same view, though it may be inside a component.
fn in_node(node: &Node, outermost: bool, depth: usize) -> Option<(usize, String)> {
    let Node::Element(element) = node else {
        return node.children()?.iter().find_map(|child| in_node(child, true, depth));
    };
    let wrong = |why: &str| Some((element.span().start().line, format!("<{}> {why}", element.name())));
    if !outermost && is_inert(element) {
        return wrong("has nothing but literals: Leptos fills it as HTML, which Trusted Types refuse");
    }
    if depth > DEEPEST {
        return wrong("stands too deep: make a component of what is around it");
    }
    let outermost = is_component(element);
    element.children.iter().find_map(|child| in_node(child, outermost, depth + 1))
}

/// What Leptos takes for inert, as `is_inert_element` of `leptos_macro` has it.
fn is_inert(element: &NodeElement<rstml::Infallible>) -> bool {
    let is_empty = element.attributes().is_empty() && element.children.is_empty();
    !is_empty && has_literals_only(element)
}

fn has_literals_only(element: &NodeElement<rstml::Infallible>) -> bool {
    !is_component(element)
        && !matches!(element.name(), NodeName::Block(_))
        && element.attributes().iter().all(is_literal)
        && element.children.iter().all(|child| match child {
            Node::Text(_) | Node::RawText(_) => true,
            Node::Element(inner) => has_literals_only(inner),
            _ => false,
        })
}

fn is_literal(attribute: &NodeAttribute) -> bool {
    let NodeAttribute::Attribute(attribute) = attribute else { return false };
    let name = attribute.key.to_string();
    let acts = ["style:", "prop:", "on:", "use:", "bind"].iter().any(|start| name.starts_with(start));
    let value = match attribute.value() {
        None => true,
        Some(Expr::Lit(value)) => matches!(value.lit, Lit::Str(_)) && !acts,
        Some(_) => false,
    };
    value && !matches!(attribute.key, NodeName::Block(_))
}

/// Components begin with a capital, or stand in a module.
fn is_component(element: &NodeElement<rstml::Infallible>) -> bool {
    let name = element.name().to_string();
    name.starts_with(char::is_uppercase) || name.contains("::")
}
