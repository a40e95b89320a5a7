//! How near links are to the gold: the figures of `score.py` and `score_lines.py` of the gold data.

use crate::gold::Text;
use en_face::align::{Alignment, Regime};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

/// Of so many found so many are right, and so many were to be found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hits {
    pub right: usize,
    pub found: usize,
    pub gold: usize,
}

impl Hits {
    pub fn precision(self) -> f64 {
        share(self.right, self.found)
    }

    pub fn recall(self) -> f64 {
        share(self.right, self.gold)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    fn of<T: Ord>(found: &BTreeSet<T>, gold: &BTreeSet<T>) -> Hits {
        Hits { right: found.intersection(gold).count(), found: found.len(), gold: gold.len() }
    }
}

pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl AddAssign for Hits {
    fn add_assign(&mut self, other: Hits) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }
}

/// The figures of one text, or of several together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    pub texts: usize,
    /// Texts whose regime is the gold's.
    pub regimes: usize,
    /// Pairs of sentences.
    pub pairs: Hits,
    /// Beads with both sides, exactly equal.
    pub strict: Hits,
    /// Left sentences with a source whose best link is right, and how many have a source.
    pub top1: (usize, usize),
    /// Planted wrong numbers that are reported, all planted ones, and reports of others.
    pub numbers: (usize, usize, usize),
    /// Unsupported sentences without a link, all unsupported ones, and supported ones without a link.
    pub bare: (usize, usize, usize),
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Score) {
        self.texts += other.texts;
        self.regimes += other.regimes;
        self.pairs += other.pairs;
        self.strict += other.strict;
        self.top1 = (self.top1.0 + other.top1.0, self.top1.1 + other.top1.1);
        let add = |a: (usize, usize, usize), b: (usize, usize, usize)| (a.0 + b.0, a.1 + b.1, a.2 + b.2);
        self.numbers = add(self.numbers, other.numbers);
        self.bare = add(self.bare, other.bare);
    }
}

/// Compares a text's links with its gold.
pub fn score(text: &Text, alignment: &Alignment) -> Score {
    let [lefts, rights] = &text.mappings;
    let mut pairs = BTreeSet::new();
    let mut beads = BTreeSet::new();
    let mut best: BTreeMap<usize, &[usize]> = BTreeMap::new();
    for link in &alignment.links {
        let (left, right) = (lefts.of_all(&link.left), rights.of_all(&link.right));
        pairs.extend(left.iter().flat_map(|&l| right.iter().map(move |&r| (l, r))));
        beads.insert((left, right));
        for &l in lefts.of(link.best[0]) {
            best.entry(l).or_insert(rights.of(link.best[1]));
        }
    }
    let mut score = Score {
        texts: 1,
        regimes: usize::from(alignment.regime == text.regime),
        pairs: Hits::of(&pairs, &text.pairs),
        ..Score::default()
    };
    if text.regime == Regime::Parallel {
        score.strict = Hits::of(&beads, &text.beads);
        return score;
    }
    let supported: BTreeSet<usize> = text.pairs.iter().map(|pair| pair.0).collect();
    let right = |l: &&usize| {
        best.get(*l).is_some_and(|rights| rights.iter().any(|&r| text.pairs.contains(&(**l, r))))
    };
    score.top1 = (supported.iter().filter(right).count(), supported.len());
    let reported: BTreeSet<usize> =
        alignment.checks.iter().flat_map(|check| lefts.of(check.left)).copied().collect();
    let numbers = Hits::of(&reported, &text.wrong_numbers);
    score.numbers = (numbers.right, numbers.gold, numbers.found - numbers.right);
    let bare: BTreeSet<usize> = (0..text.lefts).filter(|l| !pairs.iter().any(|pair| pair.0 == *l)).collect();
    score.bare = (
        bare.intersection(&text.unsupported).count(),
        text.unsupported.len(),
        bare.intersection(&supported).count(),
    );
    score
}
