//! Two versions of one text: the best monotonic division of both into beads, by dynamic programming.
//!
//! A bead costs what its shape costs, plus what its lengths cost ([`super::length`]), less what its sentences
//! have in common. Cells outside the corridor ([`super::band`]) are left out, so time and memory grow with
//! the number of sentences, not with its square.

use super::Link;
use super::band::band;
use super::calibrate::{self, BeadView};
use super::evidence::{Evidence, Scores, Sentence};
use super::length::Lengths;
use super::marks::Marks;
use std::ops::Range;

/// The shapes of beads, as sentences on each side, and the cost of each: −ln of how often it occurs.
const SHAPES: &[(usize, usize, f32)] = &[
    (1, 1, 0.1),
    (1, 0, 3.1),
    (0, 1, 3.1),
    (1, 2, 3.2),
    (2, 1, 3.2),
    (2, 2, 6.2),
    (1, 3, 4.1),
    (3, 1, 4.1),
    (1, 4, 7.0),
    (4, 1, 7.0),
];
/// The most sentences of one side in a bead.
const DEEPEST: usize = 4;
/// What one unit of each source of evidence is worth, in nats.
const NUMBER: f32 = 5.5;
const WORD: f32 = 1.5;
const NAME: f32 = 3.0;
/// What it costs that one side mentions something and the other does not, though it does elsewhere.
const MISSING: f32 = 0.9;
/// What a cosine of 1 is worth, the cosine that speaks neither for nor against, and how much more the other evidence
/// counts beside it. Fitted to half of the documents of edited news; between 20 and 50 the first changes little.
const MEANING: f32 = 30.0;
const LIKE: f32 = 0.3;
const BESIDE: f32 = 1.5;
/// What marks that agree or disagree are worth.
const MARK: f32 = 2.0;
/// What it costs when a block begins inside a bead, and when one side alone begins one with the bead.
const BLOCK_INSIDE: f32 = 1.2;
const BLOCK_ALONE: f32 = 0.5;

/// A group of left and right sentences; one of the two may be empty.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bead {
    pub left: Range<usize>,
    pub right: Range<usize>,
}

/// One side, summed up so that any run of its sentences is measured in constant time.
struct Sums {
    bytes: Vec<u64>,
    weight: Vec<f64>,
    /// How many blocks have begun.
    blocks: Vec<u32>,
}

impl Sums {
    fn new(side: &[Sentence]) -> Self {
        let mut sums = Sums { bytes: vec![0], weight: vec![0.0], blocks: vec![0] };
        let (mut bytes, mut weight, mut blocks, mut block) = (0, 0.0, 0, None);
        for sentence in side {
            bytes += u64::from(sentence.bytes);
            weight += f64::from(sentence.weight);
            blocks += u32::from(block != Some(sentence.block));
            block = Some(sentence.block);
            sums.bytes.push(bytes);
            sums.weight.push(weight);
            sums.blocks.push(blocks);
        }
        sums
    }

    fn bytes(&self, run: &Range<usize>) -> u32 {
        u32::try_from(self.bytes[run.end] - self.bytes[run.start]).unwrap_or(u32::MAX)
    }

    fn weight(&self, run: &Range<usize>) -> f32 {
        (self.weight[run.end] - self.weight[run.start]) as f32
    }

    /// Whether a block begins with the run's first sentence.
    fn begins(&self, run: &Range<usize>) -> bool {
        self.blocks[run.start] < self.blocks[run.start + 1]
    }

    /// How many blocks begin inside the run, after its first sentence.
    fn inside(&self, run: &Range<usize>) -> u32 {
        self.blocks[run.end] - self.blocks[run.start + 1]
    }

    /// Whether the blocks tell anything: neither one for all nor one for each sentence.
    fn tell(&self) -> bool {
        let sentences = self.blocks.len() - 1;
        self.blocks.last().is_some_and(|&blocks| blocks > 1 && (blocks as usize) < sentences)
    }
}

/// What beads cost.
struct Costs<'a> {
    evidence: &'a Evidence<'a>,
    lengths: Lengths,
    left: Sums,
    right: Sums,
    /// Whether both sides' blocks tell anything.
    blocks: bool,
    /// What mentions count, beside the encoder's evidence if there is any.
    rest: f32,
}

impl<'a> Costs<'a> {
    fn new(evidence: &'a Evidence<'a>) -> Self {
        let (left, right) = (Sums::new(&evidence.left), Sums::new(&evidence.right));
        let total = |sums: &Sums| sums.bytes.last().copied().unwrap_or(0);
        let lengths = Lengths::new(total(&left), total(&right));
        let blocks = left.tell() && right.tell();
        let rest = if evidence.meaning.is_some() { BESIDE } else { 1.0 };
        Costs { evidence, lengths, left, right, blocks, rest }
    }

    /// What a bead costs beyond its shape, or `None` where that is certain to be above the limit.
    fn bead(&self, left: Range<usize>, right: Range<usize>, limit: f32) -> Option<f32> {
        if left.is_empty() || right.is_empty() {
            return Some(0.0);
        }
        let marks = |s: &[Sentence]| s.iter().fold(Marks::default(), |sum, s| sum.plus(s.marks));
        let (l, r) = (&self.evidence.left[left.clone()], &self.evidence.right[right.clone()]);
        let mut cost = -MARK * marks(l).agreement(marks(r));
        if self.blocks {
            cost += BLOCK_INSIDE * (self.left.inside(&left) + self.right.inside(&right)) as f32;
            if self.left.begins(&left) != self.right.begins(&right) {
                cost += BLOCK_ALONE;
            }
        }
        let (left_weight, right_weight) = (self.left.weight(&left), self.right.weight(&right));
        // All that the lighter side mentions might be shared, and no more.
        let mut gain = NUMBER.max(WORD).max(NAME) * left_weight.min(right_weight);
        if let Some(meaning) = &self.evidence.meaning {
            // Cheap to know, and what decides most: the rest is looked at only where it can still matter.
            cost += meant(meaning.bead(&left, &right));
            gain *= self.rest;
        }
        if cost - gain >= limit {
            return None;
        }
        cost += self.lengths.cost(self.left.bytes(&left), self.right.bytes(&right));
        if cost - gain >= limit {
            return None;
        }
        let shared = if gain > 0.0 { self.evidence.group(left, right) } else { Scores::default() };
        let missing = (left_weight + right_weight - 2.0 * shared.sum()).max(0.0);
        Some(cost + self.rest * (MISSING * missing - worth(shared)))
    }
}

/// What a bead costs by the cosine of its two sides.
fn meant(cosine: f32) -> f32 {
    MEANING * (LIKE - cosine)
}
/// What shared things are worth, in nats.
fn worth(scores: Scores) -> f32 {
    NUMBER * scores.numbers + WORD * scores.words + NAME * scores.names
}

/// Divides both sides into beads, in order.
pub(super) fn beads(evidence: &Evidence<'_>) -> Vec<Bead> {
    let costs = Costs::new(evidence);
    let band = band(evidence);
    let mut starts = Vec::with_capacity(band.len());
    let mut cells = 0usize;
    for range in &band {
        starts.push(cells);
        cells += range.end() - range.start() + 1;
    }
    let mut steps = vec![u8::MAX; cells];
    // The costs of the last rows, the newest last.
    let mut rows: Vec<Vec<f32>> = Vec::with_capacity(DEEPEST + 1);
    for (i, range) in band.iter().enumerate() {
        let mut row = vec![f32::INFINITY; range.end() - range.start() + 1];
        for j in range.clone() {
            let cell = j - range.start();
            if i == 0 && j == 0 {
                row[cell] = 0.0;
                continue;
            }
            let (mut best, mut step) = (f32::INFINITY, u8::MAX);
            for (shape, &(m, n, price)) in SHAPES.iter().enumerate() {
                let (Some(from_i), Some(from_j)) = (i.checked_sub(m), j.checked_sub(n)) else { continue };
                let at = from_j.wrapping_sub(*band[from_i].start());
                let before = if m == 0 { row.get(at) } else { rows[rows.len() - m].get(at) };
                let Some(before) = before.map(|b| b + price).filter(|b| b.is_finite()) else { continue };
                let Some(cost) = costs.bead(from_i..i, from_j..j, best - before) else { continue };
                let cost = before + cost;
                if cost < best {
                    (best, step) = (cost, shape as u8);
                }
            }
            row[cell] = best;
            steps[starts[i] + cell] = step;
        }
        if rows.len() == DEEPEST {
            rows.remove(0);
        }
        rows.push(row);
    }
    let mut beads = Vec::new();
    let (mut i, mut j) = (evidence.left.len(), evidence.right.len());
    while i > 0 || j > 0 {
        let step = j.checked_sub(*band[i].start()).and_then(|cell| steps.get(starts[i] + cell));
        let Some(&(m, n, _)) = step.and_then(|&s| SHAPES.get(s as usize)) else { break };
        beads.push(Bead { left: i - m..i, right: j - n..j });
        (i, j) = (i - m, j - n);
    }
    beads.reverse();
    beads
}

/// The links of a parallel text: its beads with both sides, each with the probability that it is right.
pub(super) fn links(evidence: &Evidence<'_>, beads: &[Bead]) -> Vec<Link> {
    let costs = Costs::new(evidence);
    let views: Vec<BeadView> = beads.iter().map(|b| view(&costs, b)).collect();
    let mut links = Vec::new();
    for (at, bead) in beads.iter().enumerate() {
        if bead.left.is_empty() || bead.right.is_empty() {
            continue;
        }
        let around = &views[at.saturating_sub(2)..(at + 3).min(views.len())];
        links.push(Link {
            left: bead.left.clone().collect(),
            right: bead.right.clone().collect(),
            best: best(evidence, bead),
            score: calibrate::bead(&views[at], around),
        });
    }
    links
}

fn view(costs: &Costs<'_>, bead: &Bead) -> BeadView {
    let one_sided = bead.left.is_empty() || bead.right.is_empty();
    let (left, right) = (costs.left.bytes(&bead.left), costs.right.bytes(&bead.right));
    BeadView {
        one_sided,
        sentences: bead.left.len() + bead.right.len(),
        deviation: if one_sided { 0.0 } else { costs.lengths.deviation(left, right).abs() },
        shared: worth(costs.evidence.group(bead.left.clone(), bead.right.clone())),
        cosine: costs.evidence.meaning.as_ref().map(|meaning| meaning.bead(&bead.left, &bead.right)),
    }
}

/// The pair of sentences of a bead that have most in common; among equals the longest.
fn best(evidence: &Evidence<'_>, bead: &Bead) -> [usize; 2] {
    let mut best = [bead.left.start, bead.right.start];
    let mut most = (f32::NEG_INFINITY, 0);
    for l in bead.left.clone() {
        for r in bead.right.clone() {
            let cosine =
                evidence.meaning.as_ref().map_or(0.0, |meaning| meaning.bead(&(l..l + 1), &(r..r + 1)));
            let value = (
                MEANING * cosine + worth(evidence.pair(l, r)),
                evidence.left[l].bytes.min(evidence.right[r].bytes),
            );
            if value.0 > most.0 || value.0 == most.0 && value.1 > most.1 {
                (most, best) = (value, [l, r]);
            }
        }
    }
    best
}
