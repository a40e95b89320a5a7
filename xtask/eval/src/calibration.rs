//! Whether scores are probabilities: of the links that say .8, are eight in ten right?

use crate::fit::BeadWeights;
use crate::gold::Text;
use en_face::align::{Alignment, Kind, Regime, beads};

/// Bins of a reliability table.
const BINS: usize = 10;

/// Links with their scores, and which are right.
#[derive(Default)]
pub struct Reliability {
    links: Vec<(f64, bool)>,
}

/// One bin.
pub struct Bin {
    pub from: f64,
    pub links: usize,
    pub mean_score: f64,
    pub right: f64,
}

impl Reliability {
    /// Adds a text's links. A summary's link is right when its best pair is; a bead when it is exactly one of the gold's.
    pub fn add(&mut self, text: &Text, alignment: &Alignment) {
        for link in &alignment.links {
            let right = match text.regime {
                Regime::Summary => text.right(link.best[0], link.best[1]),
                Regime::Parallel => text.right_bead(&link.left, &link.right),
            };
            self.links.push((f64::from(link.score), right));
        }
    }

    /// Adds a text's beads with scores of other weights than the program's.
    pub fn add_beads(&mut self, text: &Text, kind: Kind, (weights, constant): &BeadWeights) {
        let [left, right] = text.sides(kind);
        for bead in beads(&left, &right) {
            let sum: f32 = bead.features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum();
            let score = 1.0 / (1.0 + f64::from(-sum - constant).exp());
            self.links.push((score, text.right_bead(&bead.left, &bead.right)));
        }
    }

    /// The bins that hold links.
    pub fn bins(&self) -> Vec<Bin> {
        let bin = |number: usize| {
            let links = self.links.iter().filter(|link| Self::bin(link.0) == number);
            let count = links.clone().count();
            let mean = |value: fn(&(f64, bool)) -> f64| links.clone().map(value).sum::<f64>() / count as f64;
            (count > 0).then(|| Bin {
                from: number as f64 / BINS as f64,
                links: count,
                mean_score: mean(|link| link.0),
                right: mean(|link| f64::from(u8::from(link.1))),
            })
        };
        (0..BINS).filter_map(bin).collect()
    }

    fn bin(score: f64) -> usize {
        ((score * BINS as f64) as usize).min(BINS - 1)
    }

    /// The expected calibration error: the mean distance, over links, of a bin's mean score from its share of right links
    /// (Naeini, Cooper and Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015).
    pub fn error(&self) -> f64 {
        let of = |bin: Bin| bin.links as f64 * (bin.mean_score - bin.right).abs();
        self.bins().into_iter().map(of).sum::<f64>() / self.links.len().max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_honest_score_has_no_error() {
        let honest = Reliability { links: vec![(0.75, true), (0.75, true), (0.75, true), (0.75, false)] };
        assert!(honest.error() < 1e-9);
        let vain = Reliability { links: vec![(1.0, true), (1.0, false), (0.5, true), (0.5, false)] };
        assert!((vain.error() - 0.25).abs() < 1e-9);
        assert_eq!(vain.bins().len(), 2);
        assert_eq!(Reliability::default().error(), 0.0);
    }
}
