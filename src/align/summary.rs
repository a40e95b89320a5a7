//! A summary and its original: for each left sentence the right sentences it was made from, or none.
//!
//! Candidates are the right sentences that are nearest in meaning, or without an encoder those that share something with
//! the left one, found through an inverted index. A first estimate from each pair alone tells
//! roughly where every left sentence comes from; summaries keep mostly to the order of the original, so further
//! estimates add what the other left sentences say. What stays under the threshold is not linked: no link is better
//! than a wild one.

use super::Link;
use super::evidence::Evidence;
use super::keys::{Key, falling, risen, sort};
use super::likeness::{Best, Likeness, nearest};
use super::meaning::Meaning;
use super::order;
use super::vocabulary::Explained;
use super::weights::{PairView, Weights};

/// The most pairs of sentences that are compared by meaning, half a second's work in a browser: what is longer is no
/// summary and its original.
const PAIRS: usize = 4_000_000;
/// The most right sentences that are considered for a left one.
const CANDIDATES: usize = 48;
/// A thing that more right sentences mention than this finds no candidates.
const FREQUENT: usize = 400;
/// How often the others are looked at.
const LOOKS: usize = 2;
/// The probability from which on a right sentence is linked, with an encoder and without, and the one that is enough for
/// the likeliest where no other is linked.
const MEANT_THRESHOLD: f32 = 0.38;
const THRESHOLD: f32 = 0.4;
const ENOUGH: f32 = 0.33;

/// A right sentence that a left one may have been made from.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub right: usize,
    pub view: PairView,
    /// The probability that the left sentence was made from it.
    pub probability: f32,
}

/// The candidates of every left sentence, by right sentence, with their probabilities after so many looks at what the
/// others make likely.
pub(super) fn candidates(evidence: &Evidence<'_>, weights: &Weights, looks: usize) -> Vec<Vec<Candidate>> {
    let (mut rows, explained) = found(evidence);
    compete(evidence, &mut rows);
    for candidate in rows.iter_mut().flatten() {
        candidate.probability = weights.probability(&candidate.view, true);
    }
    for _ in 0..looks {
        see_others(evidence.right.len(), &mut rows, &explained);
        for candidate in rows.iter_mut().flatten() {
            candidate.probability = weights.probability(&candidate.view, false);
        }
    }
    rows
}

/// The links of a summary.
pub(super) fn links(evidence: &Evidence<'_>, weights: &Weights) -> Vec<Link> {
    let mut links = Vec::new();
    let (several, one) =
        if compared(evidence).is_some() { (MEANT_THRESHOLD, ENOUGH) } else { (THRESHOLD, THRESHOLD) };
    for (left, row) in candidates(evidence, weights, LOOKS).into_iter().enumerate() {
        let likelier = |a: &&Candidate, b: &&Candidate| {
            a.probability.total_cmp(&b.probability).then(b.right.cmp(&a.right))
        };
        let Some(best) = row.iter().max_by(likelier).filter(|best| best.probability >= one) else { continue };
        let linked = row.iter().filter(|c| c.probability >= several || c.right == best.right);
        links.push(Link {
            left: vec![left],
            right: linked.map(|c| c.right).collect(),
            best: [left, best.right],
            score: best.probability,
        });
    }
    links
}

/// The right sentences that may be a left one's source, with what each pair has in common: those that are nearest in
/// meaning, with what they explain of it, or those that the inverted index gives where there is no encoder.
fn found(evidence: &Evidence<'_>) -> (Vec<Vec<Candidate>>, Vec<Explained>) {
    match compared(evidence) {
        Some(meaning) => {
            let (near, explained) = nearest(meaning);
            let row = |(left, near): (usize, Vec<(usize, Likeness)>)| {
                near.into_iter()
                    .map(|(right, likeness)| candidate(evidence, left, right, Some(likeness)))
                    .collect()
            };
            (near.into_iter().enumerate().map(row).collect(), explained)
        }
        None => (indexed(evidence), Vec::new()),
    }
}

/// The vectors, where there are some and not too many to be compared.
fn compared<'a>(evidence: &'a Evidence<'a>) -> Option<&'a Meaning<'a>> {
    let pairs = evidence.left.len().saturating_mul(evidence.right.len());
    evidence.meaning.as_ref().filter(|_| pairs <= PAIRS)
}

/// A pair, and what is known of it before others are looked at.
fn candidate(evidence: &Evidence<'_>, left: usize, right: usize, likeness: Option<Likeness>) -> Candidate {
    let (sentence, other) = (&evidence.left[left], &evidence.right[right]);
    let view = PairView {
        scores: evidence.pair(left, right),
        of_row: 0.0,
        of_column: 0.0,
        marks: sentence.marks.agreement(other.marks),
        weak: other.weak.max(sentence.weak),
        order: 0.0,
        beside: 0.0,
        elsewhere: 0.0,
        beyond: 0.0,
        likeness,
    };
    Candidate { right, view, probability: 0.0 }
}

/// The candidates that the inverted index gives.
fn indexed(evidence: &Evidence<'_>) -> Vec<Vec<Candidate>> {
    let (starts, list) = evidence.postings();
    let mut rows = Vec::with_capacity(evidence.left.len());
    for (left, sentence) in evidence.left.iter().enumerate() {
        let mut found: Vec<Key> = Vec::new();
        for mention in &sentence.mentions {
            let thing = mention.thing as usize;
            let range = starts[thing] as usize..starts[thing + 1] as usize;
            if range.len() <= FREQUENT {
                let worth = falling(evidence.things[thing].rarity * mention.sure);
                found.extend(list[range].iter().map(|&r| (u64::from(r), worth, 0)));
            }
        }
        sort(&mut found);
        let worth = |same: &[Key]| same.iter().map(|key| risen(key.1)).sum::<f32>();
        let ranked = |same: &[Key]| (u64::from(falling(worth(same))), same[0].0 as u32, 0);
        let mut ranked: Vec<Key> = found.chunk_by(|a, b| a.0 == b.0).map(ranked).collect();
        sort(&mut ranked);
        ranked.truncate(CANDIDATES);
        let mut chosen: Vec<Key> = ranked.iter().map(|key| (u64::from(key.1), 0, 0)).collect();
        sort(&mut chosen);
        let row = chosen.into_iter().map(|(right, _, _)| candidate(evidence, left, right as usize, None));
        rows.push(row.collect());
    }
    rows
}

/// Tells each candidate what the others make likely: where the left sentences around it come from, how likely its
/// neighbours on the right are sources of the same left sentence, and it itself of another, and what the other sources
/// of its left sentence leave unexplained.
fn see_others(rights: usize, rows: &mut [Vec<Candidate>], explained: &[Explained]) {
    let likely = |row: &Vec<Candidate>| row.iter().map(|c| (c.right, c.probability)).collect();
    let expected = order::expected(&rows.iter().map(likely).collect::<Vec<_>>(), rights);
    let mut columns = vec![Best::default(); rights];
    for c in rows.iter().flatten() {
        columns[c.right].add(c.probability);
    }
    for (row, expected) in rows.iter_mut().zip(expected) {
        for (at, order) in expected.into_iter().enumerate() {
            let (right, own) = (row[at].right, row[at].probability);
            let near = |c: Option<&Candidate>| {
                c.filter(|c| c.right.abs_diff(right) == 1).map_or(0.0, |c| c.probability)
            };
            let beside =
                near(at.checked_sub(1).and_then(|before| row.get(before))).max(near(row.get(at + 1)));
            let elsewhere = columns[right].other_than(own, 0.0);
            let view = &mut row[at].view;
            (view.order, view.beside, view.elsewhere) = (order, beside, elsewhere);
        }
    }
    for (row, explained) in rows.iter_mut().zip(explained) {
        let probabilities: Vec<f32> = row.iter().map(|c| c.probability).collect();
        row.iter_mut().zip(explained.beyond(&probabilities)).for_each(|(c, beyond)| c.view.beyond = beyond);
    }
}

/// Sets each candidate's share of the best in its row and in its column.
fn compete(evidence: &Evidence<'_>, rows: &mut [Vec<Candidate>]) {
    let mut columns = vec![0.0f32; evidence.right.len()];
    for c in rows.iter().flatten() {
        columns[c.right] = columns[c.right].max(c.view.scores.sum());
    }
    for row in rows {
        let best = row.iter().fold(0.0f32, |best, c| best.max(c.view.scores.sum()));
        for c in row {
            let sum = c.view.scores.sum();
            c.view.of_row = if best > 0.0 { sum / best } else { 0.0 };
            c.view.of_column = if columns[c.right] > 0.0 { sum / columns[c.right] } else { 0.0 };
        }
    }
}
