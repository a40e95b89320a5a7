//! A document's sentences in groups that belong together, in the order in which one reads both texts at once.

use super::Document;
use super::links::Links;
use crate::align::Regime;

/// Sentences of the left side and their counterparts; one of the two lists is empty for a sentence without.
#[derive(Default)]
pub(super) struct Group {
    pub left: Vec<usize>,
    pub right: Vec<usize>,
}

/// The links, in the order of their first left sentences, and the sentences that are in none: those of the left side and,
/// where the texts are parallel, those of the right one.
pub(super) fn groups(document: &Document) -> Vec<Group> {
    let Links([lefts, rights]) = Links::of(document);
    let mut out = Vec::new();
    // The right sentence from which on those without a counterpart are still to come.
    let mut next = if document.regime == Regime::Parallel { 0 } else { rights.len() };
    for (left, links) in lefts.iter().enumerate() {
        for &number in links {
            let link = &document.links[number];
            if link.left.iter().min() == Some(&left) {
                let first = link.right.iter().min().copied().unwrap_or_default();
                alone(&mut out, &rights, &mut next, first);
                out.push(Group { left: link.left.clone(), right: link.right.clone() });
            }
        }
        if links.is_empty() {
            out.push(Group { left: vec![left], ..Group::default() });
        }
    }
    alone(&mut out, &rights, &mut next, rights.len());
    out
}

/// Adds the right sentences without a counterpart up to one.
fn alone(out: &mut Vec<Group>, rights: &[Vec<usize>], next: &mut usize, end: usize) {
    while *next < end {
        if rights[*next].is_empty() {
            out.push(Group { right: vec![*next], ..Group::default() });
        }
        *next += 1;
    }
}
