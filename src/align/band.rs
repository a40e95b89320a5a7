//! Which cells of the table of a parallel alignment are worth filling.
//!
//! Two short texts get the whole table. Longer ones get a corridor: things that one sentence of each side
//! mentions and no other are anchors; the heaviest ascending chain of them, less those that no other anchor
//! near them bears out, is the corridor's middle. Between two neighbouring anchors it takes in the whole
//! rectangle where that is small (so that a missing chapter can be crossed at a right angle), and otherwise
//! a strip along the line between them. Without anchors the middle follows the cumulative lengths.

use super::evidence::Evidence;
use super::keys::{Key, sort};
use std::ops::RangeInclusive;

/// Up to so many cells the table is filled whole.
const WHOLE: usize = 500_000;
/// The same where there are no anchors.
const WHOLE_BLIND: usize = 6_000_000;
/// Up to so many cells the rectangle between two anchors is filled whole.
const RECTANGLE: usize = 100_000;
/// Half the corridor's width in sentences: around anchors, and at most.
const MARGIN: usize = 24;
const HALF_WIDTH: usize = 150;
/// How far from an anchor another one must bear it out, in sentences along and across.
const NEAR: (usize, usize) = (60, 20);

/// For each number of left sentences done, the numbers of right sentences done that are considered.
/// Both ends never fall, and neighbouring ranges touch.
pub(super) fn band(evidence: &Evidence<'_>) -> Vec<RangeInclusive<usize>> {
    let (rows, columns) = (evidence.left.len(), evidence.right.len());
    if (rows + 1).saturating_mul(columns + 1) <= WHOLE {
        return vec![0..=columns; rows + 1];
    }
    let mut points = anchors(evidence);
    if points.is_empty() {
        if (rows + 1).saturating_mul(columns + 1) <= WHOLE_BLIND {
            return vec![0..=columns; rows + 1];
        }
        points = by_length(evidence);
    }
    let points: Vec<(usize, usize)> = [(0, 0)].into_iter().chain(points).chain([(rows, columns)]).collect();
    let mut low = vec![columns; rows + 1];
    let mut high = vec![0; rows + 1];
    for pair in points.windows(2) {
        let ((top, from), (bottom, to)) = (pair[0], pair[1]);
        let (height, width) = (bottom - top, to - from);
        let whole = height.saturating_mul(width) <= RECTANGLE;
        let half = (MARGIN + height.max(width) / 4).min(HALF_WIDTH);
        for row in top..=bottom {
            let (a, b) = if whole {
                (from, to)
            } else {
                let middle = from + width * (row - top) / height.max(1);
                let ahead = from + width * (row - top + 1) / height.max(1);
                (middle.saturating_sub(half), ahead + half)
            };
            low[row] = low[row].min(a.saturating_sub(MARGIN));
            high[row] = high[row].max((b + MARGIN).min(columns));
        }
    }
    (low[0], high[rows]) = (0, columns);
    for row in (0..rows).rev() {
        low[row] = low[row].min(low[row + 1]);
    }
    for row in 0..rows {
        high[row + 1] = high[row + 1].max(high[row]);
        low[row + 1] = low[row + 1].min(high[row]);
    }
    low.into_iter().zip(high).map(|(a, b)| a..=b).collect()
}

/// The pairs of sentences that alone mention a thing, as the heaviest chain that ascends on both sides.
fn anchors(evidence: &Evidence<'_>) -> Vec<(usize, usize)> {
    let unique =
        |thing: u32| evidence.things.get(thing as usize).is_some_and(|t| t.left == 1 && t.right == 1);
    let mut right_of = vec![usize::MAX; evidence.things.len()];
    for (at, sentence) in evidence.right.iter().enumerate() {
        for m in sentence.mentions.iter().filter(|m| unique(m.thing) && m.sure >= 0.7) {
            right_of[m.thing as usize] = at;
        }
    }
    let mut points: Vec<(usize, usize)> = Vec::new();
    for (at, sentence) in evidence.left.iter().enumerate() {
        let certain = sentence.mentions.iter().filter(|m| unique(m.thing) && m.sure >= 0.7);
        points.extend(certain.map(|m| (at, right_of[m.thing as usize])).filter(|p| p.1 != usize::MAX));
    }
    let mut keys: Vec<Key> = points.iter().map(|&(i, j)| (i as u64, !(j as u32), 0)).collect();
    sort(&mut keys);
    let points: Vec<(usize, usize)> = keys.iter().map(|&(i, j, _)| (i as usize, !j as usize)).collect();
    let borne_out = |points: &[(usize, usize)], at: usize| {
        let (i, j) = points[at];
        let near = |p: &&(usize, usize)| {
            // Both sides move on together between the two, give or take.
            let (along, across) = (p.0.abs_diff(i), p.1.abs_diff(j));
            **p != (i, j) && along <= NEAR.0 && along.abs_diff(across) <= NEAR.1 && (p.0 < i) == (p.1 < j)
        };
        let around = &points[at.saturating_sub(12)..(at + 13).min(points.len())];
        around.iter().filter(near).count() >= 2
    };
    let sure: Vec<(usize, usize)> =
        (0..points.len()).filter(|&at| borne_out(&points, at)).map(|at| points[at]).collect();
    ascending(&sure)
}

/// The longest chain that ascends on both sides, of points sorted by the first number, and where that is
/// equal downwards by the second, so that no chain takes two of them.
fn ascending(points: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The last point of the best chain of each length, and what came before each point.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![usize::MAX; points.len()];
    for (at, point) in points.iter().enumerate() {
        let length = ends.partition_point(|&e| points[e].1 < point.1);
        if let Some(&previous) = length.checked_sub(1).and_then(|l| ends.get(l)) {
            before[at] = previous;
        }
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut chain = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(point) = at.and_then(|a| points.get(a)) {
        chain.push(*point);
        at = at.map(|a| before[a]);
    }
    chain.reverse();
    chain
}

/// Points along which both texts have as many bytes behind them.
fn by_length(evidence: &Evidence<'_>) -> Vec<(usize, usize)> {
    let total = |side: &[super::evidence::Sentence]| side.iter().map(|s| u64::from(s.bytes) + 1).sum::<u64>();
    let (left_total, right_total) = (total(&evidence.left), total(&evidence.right));
    let (mut points, mut right, mut done, mut j) = (Vec::new(), 0u64, 0u64, 0);
    for (i, sentence) in evidence.left.iter().enumerate() {
        if i % 100 == 99 {
            let target = done as f64 / left_total.max(1) as f64 * right_total as f64;
            while j + 1 < evidence.right.len() && (right as f64) < target {
                right += u64::from(evidence.right[j].bytes) + 1;
                j += 1;
            }
            points.push((i, j));
        }
        done += u64::from(sentence.bytes) + 1;
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_chains() {
        for (points, expected) in [
            (&[(0, 5), (1, 1), (2, 2), (3, 0), (4, 3)][..], &[(1, 1), (2, 2), (4, 3)][..]),
            (&[], &[]),
            (&[(7, 7)], &[(7, 7)]),
            (&[(1, 5), (1, 4), (2, 5)], &[(1, 4), (2, 5)]),
        ] {
            assert_eq!(ascending(points), expected);
        }
    }
}
