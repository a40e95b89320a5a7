//! How alike in meaning a summary's sentence and each sentence of the original are, and how that compares with others.
//!
//! A cosine alone tells little: some sentences are near to everything (hubs), and a page on one subject has many that
//! are near each other. What counts is by how much a pair stands out in its row and in its column. A summary's sentence
//! is often made from several, one a clause, so each clause looks for its own source; and two neighbours together may
//! be nearer than either.

use super::keys::{Key, falling, sort};
use super::meaning::Meaning;
use super::vocabulary::{Coverage, Explained, coverage};
use crate::encode::{Vectors, product};

/// The most right sentences that are kept for a left one.
const KEPT: usize = 64;

/// The cosine that a sentence is compared with where it has no rival: what the best wrong one usually has.
const NONE: f32 = 0.3;

/// What the vectors say about a pair.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Likeness {
    /// The cosine of the two sentences.
    pub cosine: f32,
    /// How far that is above the best of the other right sentences; below 0 if it is not the best.
    pub row: f32,
    /// The same among the left sentences.
    pub column: f32,
    /// How far any clause's cosine is above that clause's best with another right sentence.
    pub clause: f32,
    /// How far the cosine with the right sentence and a neighbour together is above the better of the two.
    pub pair: f32,
    /// How well the words of one explain those of the other, where words have vectors.
    pub words: Option<Coverage>,
}

/// The right sentences that are nearest to each left one, in the right text's order; and for each left one what they
/// explain of its words, where words have vectors.
pub(super) fn nearest(meaning: &Meaning<'_>) -> (Vec<Vec<(usize, Likeness)>>, Vec<Explained>) {
    let [left, right] = meaning.vectors();
    let mut columns = vec![Best::default(); right.len()];
    let mut rows: Vec<Vec<(usize, Likeness)>> = (0..left.len())
        .map(|at| {
            let row = row(left, right, at);
            for (column, likeness) in columns.iter_mut().zip(&row) {
                column.add(likeness.cosine);
            }
            keep(&row)
        })
        .collect();
    for (at, likeness) in rows.iter_mut().flatten() {
        likeness.column = likeness.cosine - columns[*at].other_than(likeness.cosine, NONE);
    }
    let pairs: Vec<Vec<usize>> = rows.iter().map(|row| row.iter().map(|pair| pair.0).collect()).collect();
    let (coverage, explained) = coverage(left, right, &pairs);
    for (row, coverage) in rows.iter_mut().zip(coverage) {
        row.iter_mut().zip(coverage).for_each(|(pair, coverage)| pair.1.words = Some(coverage));
    }
    (rows, explained)
}

/// A left sentence beside every right one; the columns are still to come.
fn row(left: &Vectors, right: &Vectors, at: usize) -> Vec<Likeness> {
    let rights = 0..right.len();
    let with = |a: &[i16], first: usize, count: usize| {
        right.get(&(first..first + count)).map_or(0.0, |b| product(a, b))
    };
    let sentence = left.get(&(at..at + 1)).unwrap_or_default();
    if sentence.is_empty() {
        return vec![Likeness::default(); right.len()];
    }
    let cosines: Vec<f32> = rights.clone().map(|r| with(sentence, r, 1)).collect();
    let above = above_others(&cosines, NONE);
    let mut row: Vec<Likeness> = cosines
        .iter()
        .zip(above)
        .map(|(&cosine, row)| Likeness {
            cosine,
            row,
            clause: row,
            pair: f32::NEG_INFINITY,
            ..Likeness::default()
        })
        .collect();
    let mut first = true;
    for clause in left.clauses(at) {
        let cosines: Vec<f32> = rights.clone().map(|r| with(clause, r, 1)).collect();
        for (likeness, above) in row.iter_mut().zip(above_others(&cosines, NONE)) {
            likeness.clause = if first { above } else { likeness.clause.max(above) };
        }
        first = false;
    }
    for second in 1..right.len() {
        let pair = with(sentence, second - 1, 2) - cosines[second - 1].max(cosines[second]);
        for likeness in &mut row[second - 1..=second] {
            likeness.pair = likeness.pair.max(pair);
        }
    }
    for likeness in &mut row {
        likeness.pair = likeness.pair.max(-0.1);
    }
    row
}

/// The right sentences that stand out most, by themselves or for a clause.
fn keep(row: &[Likeness]) -> Vec<(usize, Likeness)> {
    // Differences of cosines are above −2.
    let rank = |likeness: &Likeness| falling(2.0 + likeness.row.max(likeness.clause));
    let mut ranked: Vec<Key> =
        row.iter().enumerate().map(|(at, likeness)| (u64::from(rank(likeness)), at as u32, 0)).collect();
    sort(&mut ranked);
    ranked.truncate(KEPT);
    let mut kept: Vec<Key> = ranked.iter().map(|key| (u64::from(key.1), 0, 0)).collect();
    sort(&mut kept);
    kept.iter().map(|key| key.0 as usize).map(|at| (at, row[at])).collect()
}

/// How far each value is above the best of the others, or above `alone` where there is no other.
pub(super) fn above_others(values: &[f32], alone: f32) -> Vec<f32> {
    let mut best = Best::default();
    values.iter().for_each(|&value| best.add(value));
    values.iter().map(|&value| value - best.other_than(value, alone)).collect()
}

/// The two largest of some values.
#[derive(Clone, Copy)]
pub(super) struct Best {
    pub first: f32,
    second: f32,
}

impl Default for Best {
    fn default() -> Best {
        Best { first: f32::NEG_INFINITY, second: f32::NEG_INFINITY }
    }
}

impl Best {
    pub(super) fn add(&mut self, value: f32) {
        self.second = self.second.max(value.min(self.first));
        self.first = self.first.max(value);
    }

    /// The largest, or the second where `value` is the largest; `alone` where there is no other.
    pub(super) fn other_than(&self, value: f32, alone: f32) -> f32 {
        let other = if value == self.first { self.second } else { self.first };
        if other.is_finite() { other } else { alone }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_compared_with_the_others_only() {
        assert_eq!(above_others(&[0.5, 0.75, 0.25], 0.3), [-0.25, 0.25, -0.5]);
        assert_eq!(above_others(&[0.5, 0.5], 0.3), [0.0, 0.0]);
        assert_eq!(above_others(&[0.5], 0.25), [0.25]);
        assert!(above_others(&[], 0.25).is_empty());
    }
}
