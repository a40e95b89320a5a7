//! Two versions of one text: the best monotonic division of both into beads, by dynamic programming.
//!
//! A bead costs what its shape costs, plus what its lengths cost ([`super::length`]), less what its sentences
//! have in common. Cells outside the corridor ([`super::band`]) are left out, so time and memory grow with
//! the number of sentences, not with its square.

use super::Link;
use super::band::band;
use super::calibrate::{self, BEAD_FEATURES, BeadView};
use super::evidence::{Evidence, Scores, Sentence};
use super::length::Lengths;
use super::marks::Marks;
use std::collections::VecDeque;
use std::ops::{Range, RangeInclusive};

/// What a bead costs by its shape, in nats: about −ln of how often it occurs.
struct Prices {
    /// One sentence on each side.
    pair: f32,
    /// A sentence without a counterpart.
    alone: f32,
    /// Two sentences for one.
    two: f32,
    /// Each further one on the longer side.
    longer: f32,
    /// Each beyond the first on the shorter side.
    shorter: f32,
}

/// With an encoder: set on translations of stories and essays, checked on edited news.
const MEANT: Prices = Prices { pair: 0.1, alone: 3.1, two: 2.6, longer: 1.4, shorter: 2.5 };
/// Without: weaker evidence needs more distrust of what is rare.
const BLIND: Prices = Prices { pair: 0.1, alone: 3.1, two: 3.2, longer: 0.9, shorter: 3.0 };

/// The most sentences of a bead, and without an encoder.
const MOST: usize = 8;
const MOST_BLIND: usize = 4;
/// From so many cells on they are looked through twice, and how far from the first way then.
const COARSE: usize = 40_000;
const MARGIN: usize = 12;

/// What each source of evidence is worth, in nats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Factors {
    /// A rare number that both sides mention.
    pub number: f32,
    /// A Latin word.
    pub word: f32,
    /// A name.
    pub name: f32,
    /// What it costs that one side mentions something and the other does not, though it does elsewhere.
    pub missing: f32,
    /// A cosine of 1. Fitted to half of the documents of edited news; between 20 and 50 it changes little.
    pub meaning: f32,
    /// How much more the other evidence counts beside the cosine.
    pub beside: f32,
    /// Marks that agree or disagree.
    pub mark: f32,
    /// What the lengths cost, as a multiple of what Gale and Church's model says.
    pub length: f32,
    /// What it costs when a block begins inside a bead.
    pub block_inside: f32,
    /// What it costs when one side alone begins a block with the bead.
    pub block_alone: f32,
}

impl Default for Factors {
    fn default() -> Factors {
        Factors {
            number: 5.5,
            word: 1.5,
            name: 3.0,
            missing: 0.9,
            meaning: 30.0,
            beside: 1.5,
            mark: 2.0,
            length: 1.0,
            block_inside: 1.2,
            block_alone: 0.5,
        }
    }
}

impl Factors {
    /// What shared things are worth, in nats.
    fn worth(&self, scores: Scores) -> f32 {
        self.number * scores.numbers + self.word * scores.words + self.name * scores.names
    }
}

/// The cosine that speaks neither for nor against a bead.
const LIKE: f32 = 0.3;

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
    factors: &'a Factors,
    lengths: Lengths,
    left: Sums,
    right: Sums,
    /// Whether both sides' blocks tell anything.
    blocks: bool,
    /// What mentions count, beside the encoder's evidence if there is any.
    rest: f32,
}

impl<'a> Costs<'a> {
    fn new(evidence: &'a Evidence<'a>, factors: &'a Factors) -> Self {
        let (left, right) = (Sums::new(&evidence.left), Sums::new(&evidence.right));
        let total = |sums: &Sums| sums.bytes.last().copied().unwrap_or(0);
        let lengths = Lengths::new(total(&left), total(&right));
        let blocks = left.tell() && right.tell();
        let rest = if evidence.meaning.is_some() { factors.beside } else { 1.0 };
        Costs { evidence, factors, lengths, left, right, blocks, rest }
    }

    /// What a bead costs beyond its shape, or `None` where that is certain to be above the limit.
    fn bead(&self, left: Range<usize>, right: Range<usize>, limit: f32) -> Option<f32> {
        if left.is_empty() || right.is_empty() {
            return Some(0.0);
        }
        let marks = |s: &[Sentence]| s.iter().fold(Marks::default(), |sum, s| sum.plus(s.marks));
        let (l, r) = (&self.evidence.left[left.clone()], &self.evidence.right[right.clone()]);
        let factors = self.factors;
        let mut cost = -factors.mark * marks(l).agreement(marks(r));
        if self.blocks {
            cost += factors.block_inside * (self.left.inside(&left) + self.right.inside(&right)) as f32;
            if self.left.begins(&left) != self.right.begins(&right) {
                cost += factors.block_alone;
            }
        }
        let (left_weight, right_weight) = (self.left.weight(&left), self.right.weight(&right));
        // All that the lighter side mentions might be shared, and no more.
        let mut gain = factors.number.max(factors.word).max(factors.name) * left_weight.min(right_weight);
        if let Some(meaning) = &self.evidence.meaning {
            // Cheap to know, and what decides most: the rest is looked at only where it can still matter.
            cost += factors.meaning * (LIKE - meaning.bead(&left, &right));
            gain *= self.rest;
        }
        if cost - gain >= limit {
            return None;
        }
        cost += factors.length * self.lengths.cost(self.left.bytes(&left), self.right.bytes(&right));
        if cost - gain >= limit {
            return None;
        }
        let shared = if gain > 0.0 { self.evidence.group(left, right) } else { Scores::default() };
        let missing = (left_weight + right_weight - 2.0 * shared.sum()).max(0.0);
        Some(cost + self.rest * (factors.missing * missing - factors.worth(shared)))
    }
}

/// A shape of beads: left sentences, right sentences, what it costs.
type Shape = (usize, usize, f32);

/// The shapes of up to `most` sentences, no more of either side than `longest`.
fn shapes(prices: &Prices, most: usize, longest: [usize; 2]) -> Vec<Shape> {
    let mut shapes = vec![(1, 1, prices.pair), (1, 0, prices.alone), (0, 1, prices.alone)];
    for left in 1..=longest[0] {
        for right in 1..=longest[1] {
            let (longer, shorter) = (left.max(right), left.min(right));
            if longer > 1 && longer + shorter <= most {
                let more = prices.longer * (longer - 2) as f32 + prices.shorter * (shorter - 1) as f32;
                shapes.push((left, right, prices.two + more));
            }
        }
    }
    shapes
}

/// Divides both sides into beads, in order. Where there is much to look through, a first look with the frequent shapes
/// finds the way, and only cells near it are looked at again with all shapes.
pub(super) fn beads(evidence: &Evidence<'_>, factors: &Factors) -> Vec<Bead> {
    let costs = Costs::new(evidence, factors);
    let band = band(evidence);
    let (prices, most, longest) = match &evidence.meaning {
        Some(meaning) => (&MEANT, MOST, meaning.longest()),
        None => (&BLIND, MOST_BLIND, [MOST_BLIND - 1; 2]),
    };
    let all = shapes(prices, most, longest);
    let cells: usize = band.iter().map(|row| row.end() - row.start() + 1).sum();
    if cells <= COARSE {
        return divide(&costs, &band, &all);
    }
    let coarse = divide(&costs, &band, &shapes(prices, 3, longest));
    divide(&costs, &near(&coarse, &band), &all)
}

/// The cells of a band that are within [`MARGIN`] right sentences of the way that beads take.
fn near(beads: &[Bead], band: &[RangeInclusive<usize>]) -> Vec<RangeInclusive<usize>> {
    let mut way = vec![(usize::MAX, 0); band.len()];
    let mut pass = |row: usize, column: usize| {
        if let Some(cell) = way.get_mut(row) {
            *cell = (cell.0.min(column), cell.1.max(column));
        }
    };
    pass(0, 0);
    for bead in beads {
        (bead.left.start..=bead.left.end).for_each(|row| {
            pass(row, bead.right.start);
            pass(row, bead.right.end);
        });
    }
    let row = |(at, whole): (usize, &RangeInclusive<usize>)| {
        let around = &way[at.saturating_sub(MARGIN)..(at + MARGIN + 1).min(way.len())];
        let from = around.iter().map(|cell| cell.0).min().unwrap_or(0).saturating_sub(MARGIN);
        let to = around.iter().map(|cell| cell.1).max().unwrap_or(0) + MARGIN;
        from.max(*whole.start())..=to.min(*whole.end())
    };
    band.iter().enumerate().map(row).collect()
}

/// The cheapest division into beads of some shapes, through the cells of a band.
fn divide(costs: &Costs<'_>, band: &[RangeInclusive<usize>], shapes: &[Shape]) -> Vec<Bead> {
    let mut starts = Vec::with_capacity(band.len());
    let mut cells = 0usize;
    for range in band {
        starts.push(cells);
        cells += range.end() - range.start() + 1;
    }
    let deepest = shapes.iter().map(|shape| shape.0).max().unwrap_or(1);
    let mut steps = vec![u8::MAX; cells];
    // The costs of the last rows, the newest last.
    let mut rows: VecDeque<Vec<f32>> = VecDeque::with_capacity(deepest + 1);
    for (i, range) in band.iter().enumerate() {
        let mut row = vec![f32::INFINITY; range.end() - range.start() + 1];
        for j in range.clone() {
            let cell = j - range.start();
            if i == 0 && j == 0 {
                row[cell] = 0.0;
                continue;
            }
            let (mut best, mut step) = (f32::INFINITY, u8::MAX);
            for (shape, &(m, n, price)) in shapes.iter().enumerate() {
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
        if rows.len() == deepest {
            rows.pop_front();
        }
        rows.push_back(row);
    }
    let mut beads = Vec::new();
    let (mut i, mut j) = (costs.evidence.left.len(), costs.evidence.right.len());
    while i > 0 || j > 0 {
        let step = j.checked_sub(*band[i].start()).and_then(|cell| steps.get(starts[i] + cell));
        let Some(&(m, n, _)) = step.and_then(|&s| shapes.get(s as usize)) else { break };
        beads.push(Bead { left: i - m..i, right: j - n..j });
        (i, j) = (i - m, j - n);
    }
    beads.reverse();
    beads
}

/// The links of a parallel text: its beads with both sides, each with the probability that it is right.
pub(super) fn links(evidence: &Evidence<'_>, beads: &[Bead], factors: &Factors) -> Vec<Link> {
    let costs = Costs::new(evidence, factors);
    let link = |(bead, features): (&Bead, [f32; BEAD_FEATURES])| Link {
        left: bead.left.clone().collect(),
        right: bead.right.clone().collect(),
        best: best(&costs, bead),
        score: calibrate::probability(&features, evidence.meaning.is_some()),
    };
    described(&costs, beads).map(link).collect()
}

/// The beads with both sides, with what tells whether they are right.
fn described<'a>(
    costs: &Costs<'_>,
    beads: &'a [Bead],
) -> impl Iterator<Item = (&'a Bead, [f32; BEAD_FEATURES])> {
    let views: Vec<BeadView> = beads.iter().map(|bead| view(costs, bead)).collect();
    let whole = |(_, bead): &(usize, &Bead)| !bead.left.is_empty() && !bead.right.is_empty();
    beads.iter().enumerate().filter(whole).map(move |(at, bead)| {
        let around = &views[at.saturating_sub(2)..(at + 3).min(views.len())];
        (bead, calibrate::features(&views[at], around))
    })
}

/// The beads with both sides, as sentences of each, with what tells whether they are right.
#[cfg(feature = "study")]
pub(super) fn study(evidence: &Evidence<'_>) -> Vec<(Vec<usize>, Vec<usize>, [f32; BEAD_FEATURES])> {
    let factors = Factors::default();
    let beads = beads(evidence, &factors);
    described(&Costs::new(evidence, &factors), &beads)
        .map(|(bead, features)| (bead.left.clone().collect(), bead.right.clone().collect(), features))
        .collect()
}

fn view(costs: &Costs<'_>, bead: &Bead) -> BeadView {
    let one_sided = bead.left.is_empty() || bead.right.is_empty();
    let (left, right) = (costs.left.bytes(&bead.left), costs.right.bytes(&bead.right));
    BeadView {
        one_sided,
        sentences: bead.left.len() + bead.right.len(),
        deviation: if one_sided { 0.0 } else { costs.lengths.deviation(left, right).abs() },
        shared: costs.factors.worth(costs.evidence.group(bead.left.clone(), bead.right.clone())),
        cosine: costs.evidence.meaning.as_ref().map(|meaning| meaning.bead(&bead.left, &bead.right)),
    }
}

/// The pair of sentences of a bead that have most in common; among equals the longest.
fn best(costs: &Costs<'_>, bead: &Bead) -> [usize; 2] {
    let (evidence, factors) = (costs.evidence, costs.factors);
    let mut best = [bead.left.start, bead.right.start];
    let mut most = (f32::NEG_INFINITY, 0);
    for l in bead.left.clone() {
        for r in bead.right.clone() {
            let cosine =
                evidence.meaning.as_ref().map_or(0.0, |meaning| meaning.bead(&(l..l + 1), &(r..r + 1)));
            let value = (
                factors.meaning * cosine + factors.worth(evidence.pair(l, r)),
                evidence.left[l].bytes.min(evidence.right[r].bytes),
            );
            if value.0 > most.0 || value.0 == most.0 && value.1 > most.1 {
                (most, best) = (value, [l, r]);
            }
        }
    }
    best
}
