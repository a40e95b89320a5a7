//! A document's links by their sentences.

use super::Document;

/// For each sentence of each side the numbers of the links that it is in. A link with nothing on one of its sides is none.
pub(super) struct Links(pub [Vec<Vec<usize>>; 2]);

impl Links {
    pub(super) fn of(document: &Document) -> Links {
        let [left, right] = &document.sides;
        let mut links = [vec![Vec::new(); left.sentences.len()], vec![Vec::new(); right.sentences.len()]];
        for (number, link) in document.links.iter().enumerate() {
            if !link.left.is_empty() && !link.right.is_empty() {
                link.left.iter().for_each(|&at| links[0][at].push(number));
                link.right.iter().for_each(|&at| links[1][at].push(number));
            }
        }
        Links(links)
    }
}
