//! The structure of the document as readers for people who do not see it follow it.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// An element of the structure. Elements are in the order they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Element(usize);

/// The elements, before their contents are drawn.
#[derive(Debug, Default)]
pub(super) struct Tree {
    elements: Vec<Contents>,
    roots: Vec<Element>,
}

#[derive(Debug)]
struct Contents {
    tag: TagKind,
    children: Vec<Child>,
}

#[derive(Debug)]
enum Child {
    Element(Element),
    Drawn(Identifier),
}

impl Tree {
    /// An element after all others of its parent; without a parent, of the document.
    pub(super) fn element(&mut self, parent: Option<Element>, tag: impl Into<TagKind>) -> Element {
        let element = Element(self.elements.len());
        self.elements.push(Contents { tag: tag.into(), children: Vec::new() });
        match parent {
            Some(parent) => self.elements[parent.0].children.push(Child::Element(element)),
            None => self.roots.push(element),
        }
        element
    }

    /// Something drawn belongs to an element.
    pub(super) fn drawn(&mut self, element: Element, identifier: Identifier) {
        self.elements[element.0].children.push(Child::Drawn(identifier));
    }

    /// Changes the tag of an element, when more is known of it.
    pub(super) fn retag(&mut self, element: Element, tag: impl Into<TagKind>) {
        self.elements[element.0].tag = tag.into();
    }

    pub(super) fn finish(mut self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for root in std::mem::take(&mut self.roots) {
            if let Some(group) = self.group(root) {
                tree.push(group);
            }
        }
        tree
    }

    /// An element with all it holds; `None` if that is nothing.
    fn group(&mut self, element: Element) -> Option<TagGroup> {
        let contents = &mut self.elements[element.0];
        let children = std::mem::take(&mut contents.children);
        let mut group = TagGroup::new(contents.tag.clone());
        for child in children {
            match child {
                Child::Drawn(identifier) => group.push(Node::Leaf(identifier)),
                Child::Element(element) => group.children.extend(self.group(element).map(Node::Group)),
            }
        }
        // An empty cell still is a cell of its row.
        let cell = matches!(group.tag, TagKind::TD(_) | TagKind::TH(_));
        (cell || !group.children.is_empty()).then_some(group)
    }
}
