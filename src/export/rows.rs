//! Where two parallel texts can be cut so that each piece stands beside its counterpart, and no link crosses a cut.

use super::{Document, DocumentSide};
use crate::align::Regime;
use std::ops::Range;

/// From so many links on a row ends in the middle of a block, too: what lights up a row's links must not become many rules.
const MANY: usize = 24;

/// Sentences of each side that stand side by side.
pub(super) type Row = [Range<usize>; 2];

/// The rows of a document. The whole page is one where its texts are not parallel.
pub(super) fn rows(document: &Document) -> Vec<Row> {
    let [left, right] = &document.sides;
    let counts = [left.sentences.len(), right.sentences.len()];
    let mut rows: Vec<Row> = Vec::new();
    let mut start = [0, 0];
    if document.regime == Regime::Parallel {
        let bounds = Bounds::of(document, counts);
        for left in 1..counts[0] {
            let Some(right) = bounds.cut(start, left) else { continue };
            rows.push([start[0]..left, start[1]..right]);
            start = [left, right];
        }
    }
    rows.push([start[0]..counts[0], start[1]..counts[1]]);
    rows
}

/// What of the right text has to stand before and after each place between two left sentences.
struct Bounds {
    /// The end of what belongs to sentences before the place.
    least: Vec<usize>,
    /// The beginning of what belongs to sentences after it.
    most: Vec<usize>,
    /// How many links begin before it.
    begun: Vec<usize>,
    /// Whether a block ends there.
    ends: Vec<bool>,
    /// For each place in the right text the next one where a block ends.
    right_ends: Vec<usize>,
}

impl Bounds {
    fn of(document: &Document, [lefts, rights]: [usize; 2]) -> Bounds {
        let mut least = vec![0; lefts + 1];
        let mut most = vec![rights; lefts + 1];
        let mut begun = vec![0; lefts + 1];
        for link in &document.links {
            let (Some(first), Some(from)) = (link.left.iter().min(), link.right.iter().min()) else {
                continue;
            };
            for at in &link.right {
                least[first + 1] = least[first + 1].max(at + 1);
            }
            for &at in &link.left {
                most[at] = most[at].min(*from);
            }
            begun[first + 1] += 1;
        }
        for at in 0..lefts {
            least[at + 1] = least[at + 1].max(least[at]);
            begun[at + 1] += begun[at];
            let before = lefts - at - 1;
            most[before] = most[before].min(most[before + 1]);
        }
        let [left, right] = &document.sides;
        let (ends, is_right_end) = (block_ends(left), block_ends(right));
        let mut right_ends = vec![rights; rights + 1];
        for at in (0..rights).rev() {
            right_ends[at] = if is_right_end[at] { at } else { right_ends[at + 1] };
        }
        Bounds { least, most, begun, ends, right_ends }
    }

    /// Where a row that began at `start` ends in the right text if it ends at `left`, and may. It has a link at least.
    fn cut(&self, start: [usize; 2], left: usize) -> Option<usize> {
        let links = self.begun[left] - self.begun[start[0]];
        let (from, to) = (self.least[left].max(start[1]), self.most[left]);
        let whole =
            self.right_ends.get(from).copied().filter(|&end| self.ends[left] && end <= to && links > 0);
        whole.or_else(|| (links >= MANY && from <= to).then_some(from))
    }
}

/// For each place between two sentences of a side whether a block ends there.
fn block_ends(side: &DocumentSide) -> Vec<bool> {
    let mut ends = vec![false; side.sentences.len() + 1];
    side.blocks.iter().for_each(|block| ends[block.sentences[1]] = true);
    ends
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::{Alignment, Link};
    use crate::lang::Lang;

    /// A document with so many sentences a side and blocks that end there.
    fn document(ends: [&[usize]; 2], links: &[(&[usize], &[usize])]) -> Document {
        let texts = ends.map(|ends| "a\n".repeat(*ends.last().unwrap_or(&0)));
        let link = |&(left, right): &(&[usize], &[usize])| Link {
            left: left.into(),
            right: right.into(),
            best: [left[0], right[0]],
            score: 0.5,
        };
        let links = links.iter().map(link).collect();
        let alignment = Alignment { regime: Regime::Parallel, links, checks: Vec::new() };
        let mut document = Document::of_lines([&texts[0], &texts[1]], [Lang::ZH, Lang::EN], alignment);
        for (side, ends) in document.sides.iter_mut().zip(ends) {
            let whole = side.blocks.remove(0);
            let mut start = 0;
            for &end in ends {
                side.blocks.push(crate::export::DocumentBlock { sentences: [start, end], ..whole.clone() });
                start = end;
            }
        }
        document
    }

    #[test]
    fn rows_end_with_blocks_that_no_link_crosses() {
        let apart = document([&[1, 3, 4], &[2, 3, 4]], &[(&[0], &[0, 1]), (&[1, 2], &[2]), (&[3], &[3])]);
        assert_eq!(rows(&apart), [[0..1, 0..2], [1..3, 2..3], [3..4, 3..4]]);
        let crossing = document([&[1, 2, 3], &[1, 2, 3]], &[(&[0], &[1]), (&[1], &[0]), (&[2], &[2])]);
        assert_eq!(rows(&crossing), [[0..2, 0..2], [2..3, 2..3]]);
        let alone = document([&[1, 2], &[1, 2]], &[(&[1], &[1])]);
        assert_eq!(rows(&alone), [[0..2, 0..2]]);
        let summary = Document { regime: Regime::Summary, ..apart };
        assert_eq!(rows(&summary), [[0..4, 0..4]]);
        assert_eq!(rows(&document([&[], &[]], &[])), [[0..0, 0..0]]);
    }

    #[test]
    fn a_block_with_many_links_is_cut() {
        let numbers: Vec<usize> = (0..100).collect();
        let links: Vec<(&[usize], &[usize])> = numbers.chunks(1).map(|one| (one, one)).collect();
        let cut = rows(&document([&[100], &[100]], &links));
        assert_eq!(cut.len(), 5, "{cut:?}");
        assert!(cut.iter().all(|[left, right]| left == right && left.len() <= MANY));
    }
}
