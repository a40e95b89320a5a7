//! Which clauses of two sentences mean the same.

use super::clauses::clauses;
use super::{Encoder, beginning};
use std::ops::Range;

/// The cosine from which on two clauses are said to mean the same: the linked sentences of `tests/gold` have eleven times as
/// many such pairs as sentences that are not linked.
const ALIKE: f32 = 0.35;
/// The most clauses of a sentence that are read: those of two sentences take a browser's thread as long as a slice of work.
const MOST: usize = 16;

/// A clause of each of two sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike {
    /// Where it stands in the left sentence, in bytes.
    pub left: Range<usize>,
    /// Where it stands in the right sentence.
    pub right: Range<usize>,
    /// The cosine of the two.
    pub cosine: f32,
}

impl Encoder {
    /// The clauses of two sentences that mean the same, in the left one's order: each is nearer to the other than to any
    /// other clause there. A sentence without clauses counts as one.
    pub fn alike(&self, left: &str, right: &str) -> Vec<Alike> {
        let (left, right) = (self.read_clauses(left), self.read_clauses(right));
        let mut alike = Vec::new();
        for (own, vector) in &left {
            let Some(at) = nearest(vector, &right) else { break };
            let (other, second) = &right[at];
            let cosine = dot(vector, second);
            if cosine >= ALIKE && nearest(second, &left).is_some_and(|back| left[back].0 == *own) {
                alike.push(Alike { left: own.clone(), right: other.clone(), cosine });
            }
        }
        alike
    }

    fn read_clauses(&self, sentence: &str) -> Vec<Clause> {
        let mut out = Vec::new();
        for span in spans(beginning(sentence)).into_iter().filter(|span| !span.is_empty()) {
            let vector = self.encode(&sentence[span.clone()]);
            out.push((span, vector));
        }
        out
    }
}

/// A clause's place and its vector.
type Clause = (Range<usize>, Vec<f32>);

/// Which clause is nearest to a vector.
fn nearest(vector: &[f32], clauses: &[Clause]) -> Option<usize> {
    (0..clauses.len())
        .reduce(|a, b| if dot(vector, &clauses[b].1) > dot(vector, &clauses[a].1) { b } else { a })
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Where the first clauses of a sentence are, without the white space around them.
fn spans(sentence: &str) -> Vec<Range<usize>> {
    let mut spans = clauses(sentence);
    spans.truncate(MOST);
    for span in &mut spans {
        let clause = &sentence[span.clone()];
        span.start = span.end - clause.trim_start().len();
        span.end = span.start + clause.trim().len();
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_have_no_white_space_around_them() {
        let found = |text: &'static str| spans(text).into_iter().map(|span| &text[span]).collect::<Vec<_>>();
        assert_eq!(
            found(" It cost 1,200,000 crowns, \tand nobody knew why. "),
            ["It cost 1,200,000 crowns,", "and nobody knew why."]
        );
        assert_eq!((found(" \n"), found("")), (vec![""], vec![""]));
    }
}
