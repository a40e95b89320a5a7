//! How alike sentences and runs of sentences are in what they mean, by the encoder's vectors.
//!
//! Between the two versions of one text every vector holds what the text as a whole is about. For parallel texts that
//! share is taken out first: the mean of a side's sentences is subtracted from each of its vectors, less of it the
//! fewer sentences there are (with one sentence nothing would be left).

use crate::encode::{Vectors, product};
use std::ops::Range;

/// So many sentences make half the mean count.
const FEW: f32 = 6.0;

/// The vectors of both sides.
pub(super) struct Meaning<'a> {
    sides: [Centred<'a>; 2],
    /// The product of the two centres.
    centres: f32,
}

/// One side's vectors and what is needed to compare them as if the side's centre had been subtracted.
struct Centred<'a> {
    vectors: &'a Vectors,
    /// For each run its product with the other side's centre.
    across: Vec<f32>,
    /// For each run its length once the side's own centre is subtracted.
    lengths: Vec<f32>,
}

impl<'a> Meaning<'a> {
    /// Prepares two sides, neither of them empty.
    pub(super) fn new(left: &'a Vectors, right: &'a Vectors) -> Meaning<'a> {
        let (left_centre, right_centre) = (Centre::of(left), Centre::of(right));
        let centres = left_centre.dot(&right_centre.0);
        let sides = [
            Centred::new(left, &left_centre, &right_centre),
            Centred::new(right, &right_centre, &left_centre),
        ];
        Meaning { sides, centres }
    }

    /// Both sides' vectors as they are.
    pub(super) fn vectors(&self) -> [&Vectors; 2] {
        [self.sides[0].vectors, self.sides[1].vectors]
    }

    /// The most sentences in a run on each side.
    pub(super) fn longest(&self) -> [usize; 2] {
        self.sides.each_ref().map(|side| side.vectors.extent().run)
    }

    /// The cosine between two runs of sentences once both sides' centres are subtracted.
    pub(super) fn bead(&self, left: &Range<usize>, right: &Range<usize>) -> f32 {
        let [l, r] = &self.sides;
        let (Some(a), Some(b)) = (l.vectors.get(left), r.vectors.get(right)) else { return 0.0 };
        let (at_left, at_right) = (l.place(left), r.place(right));
        let alike = product(a, b) - l.across[at_left] - r.across[at_right] + self.centres;
        alike / (l.lengths[at_left] * r.lengths[at_right]).max(1e-6)
    }
}

/// A side's mean vector, as far as it counts.
struct Centre(Vec<f32>);

impl Centre {
    fn of(vectors: &Vectors) -> Centre {
        let mut mean = vec![0.0; crate::encode::WIDTH];
        for at in 0..vectors.len() {
            for (sum, &value) in mean.iter_mut().zip(vectors.get(&(at..at + 1)).unwrap_or_default()) {
                *sum += f32::from(value);
            }
        }
        let count = vectors.len() as f32;
        let factor = 1.0 / (count + FEW) / crate::encode::UNIT;
        mean.iter_mut().for_each(|value| *value *= factor);
        Centre(mean)
    }

    fn dot(&self, other: &[f32]) -> f32 {
        self.0.iter().zip(other).map(|(a, b)| a * b).sum()
    }

    fn product(&self, vector: &[i16]) -> f32 {
        self.0.iter().zip(vector).map(|(a, &b)| a * f32::from(b)).sum::<f32>() / crate::encode::UNIT
    }
}

impl<'a> Centred<'a> {
    fn new(vectors: &'a Vectors, own: &Centre, other: &Centre) -> Centred<'a> {
        let squared = own.dot(&own.0);
        let mut centred = Centred { vectors, across: Vec::new(), lengths: Vec::new() };
        for end in 1..=vectors.len() {
            for length in 1..=vectors.extent().run {
                let run = end.checked_sub(length).and_then(|start| vectors.get(&(start..end)));
                let vector = run.unwrap_or_default();
                centred.across.push(other.product(vector));
                centred.lengths.push((1.0 - 2.0 * own.product(vector) + squared).max(1e-4).sqrt());
            }
        }
        centred
    }

    /// The number of a run among all of its side.
    fn place(&self, run: &Range<usize>) -> usize {
        (run.end - 1) * self.vectors.extent().run + run.len() - 1
    }
}
