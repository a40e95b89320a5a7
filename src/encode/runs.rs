//! The vectors of a text's sentences, of short runs of them and of their clauses, in whole numbers, ready to be compared.

use super::clauses::clauses;
use super::{Encoder, Features, WIDTH, kernel};
use std::ops::Range;

/// The most sentences in a run that has a vector.
pub const LONGEST: usize = 4;

/// What 1 becomes in [`Runs`]: sums of products stay below 2³¹, since vectors have length 1.
pub const UNIT: f32 = 16384.0;

/// Clauses count where summaries are linked; a text of more sentences is none.
const CLAUSED: usize = 120;

/// The vectors of the runs of a text's sentences.
#[derive(Clone, Debug, Default)]
pub struct Runs {
    /// For each sentence the runs that end with it, the shortest first; shape: sentences × [`LONGEST`] × [`WIDTH`],
    /// with zeros for runs that would begin before the text.
    vectors: Vec<i16>,
    sentences: usize,
    /// The vectors of the clauses of sentences with more than one; shape: clauses × [`WIDTH`].
    clauses: Vec<i16>,
    /// For each sentence how many clauses have a vector up to its end.
    clause_ends: Vec<usize>,
    /// The features of the last sentences.
    last: Features,
}

impl Runs {
    /// Encodes all sentences of a text.
    pub fn of<'a>(encoder: &Encoder, sentences: impl IntoIterator<Item = &'a str>) -> Runs {
        let mut runs = Runs::default();
        sentences.into_iter().for_each(|sentence| runs.push(encoder, sentence));
        runs
    }

    /// The number of sentences.
    pub fn len(&self) -> usize {
        self.sentences
    }

    /// Whether there is no sentence.
    pub fn is_empty(&self) -> bool {
        self.sentences == 0
    }

    /// Encodes the text's next sentence, and with it the runs that it ends.
    pub fn push(&mut self, encoder: &Encoder, sentence: &str) {
        self.last.keep(LONGEST - 1);
        encoder.read(sentence, &mut self.last);
        self.sentences += 1;
        let end = self.last.len();
        let runs: Vec<Range<usize>> = (1..=end).map(|length| end - length..end).collect();
        let vectors = encoder.vectors(&self.last, &runs);
        self.vectors.extend(whole(&vectors));
        self.vectors.resize(self.sentences * LONGEST * WIDTH, 0);
        let parts = if self.sentences <= CLAUSED { clauses(sentence) } else { Vec::new() };
        for part in parts.into_iter().filter(|part| part.len() < sentence.len()) {
            self.clauses.extend(whole(&encoder.encode(&sentence[part])));
        }
        self.clause_ends.push(self.clauses.len() / WIDTH);
    }

    /// The vectors of a sentence's clauses, in parts of 1/[`UNIT`]; none where it has but one clause, or stands so far
    /// down that this is no summary.
    pub fn clauses(&self, sentence: usize) -> impl Iterator<Item = &[i16]> {
        let start = sentence.checked_sub(1).map_or(0, |before| self.clause_ends[before]);
        self.clauses[start * WIDTH..self.clause_ends[sentence] * WIDTH].chunks_exact(WIDTH)
    }

    /// The vector of a run, if it is not empty and no longer than [`LONGEST`]; in parts of 1/[`UNIT`].
    pub fn get(&self, run: &Range<usize>) -> Option<&[i16]> {
        let last = run.end.checked_sub(1).filter(|_| run.start < run.end && run.len() <= LONGEST)?;
        let start = (last * LONGEST + run.len() - 1) * WIDTH;
        self.vectors.get(start..start + WIDTH)
    }
}

/// Numbers of vectors of length 1 in parts of 1/[`UNIT`].
fn whole(vectors: &[f32]) -> impl Iterator<Item = i16> {
    vectors.iter().map(|value| (value * UNIT).round() as i16)
}

/// The product of two vectors of [`Runs`]: the cosine of the angle between them.
pub fn product(a: &[i16], b: &[i16]) -> f32 {
    kernel::product(a, b) as f32 / (UNIT * UNIT)
}
