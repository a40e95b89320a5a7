//! The vectors of a text's sentences, of short runs of them and of their clauses, in whole numbers, ready to be compared.

use super::clauses::clauses;
use super::{Encoder, Features, WIDTH, beginning, kernel};
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
    /// The vectors of the clauses of sentences with more than one; shape: clauses × [`WIDTH`].
    clauses: Vec<i16>,
    /// For each sentence how many clauses have a vector up to its end.
    clause_ends: Vec<usize>,
    /// How many sentences get clauses.
    claused: usize,
    /// Clauses of the sentence that is being encoded, the last first.
    pending: Vec<Range<usize>>,
    /// The features of the last sentences.
    last: Features,
}

impl Runs {
    /// None yet. A text's first sentences get vectors of their clauses too if `clauses` is true, as the aligner needs on
    /// the left side.
    pub fn new(clauses: bool) -> Runs {
        Runs { claused: if clauses { CLAUSED } else { 0 }, ..Runs::default() }
    }

    /// Encodes all sentences of a text, with their clauses if these are needed.
    pub fn of<'a>(encoder: &Encoder, sentences: impl IntoIterator<Item = &'a str>, clauses: bool) -> Runs {
        let mut runs = Runs::new(clauses);
        sentences.into_iter().for_each(|sentence| runs.push(encoder, sentence));
        runs
    }

    /// The number of sentences that are done.
    pub fn len(&self) -> usize {
        self.clause_ends.len()
    }

    /// Whether there is no sentence.
    pub fn is_empty(&self) -> bool {
        self.clause_ends.is_empty()
    }

    /// Encodes the text's next sentence, its clauses, and the runs that it ends.
    pub fn push(&mut self, encoder: &Encoder, sentence: &str) {
        while !self.step(encoder, sentence) {}
    }

    /// Does a part of [`Runs::push`], no more than one reading of the sentence; true when the sentence is done.
    pub fn step(&mut self, encoder: &Encoder, sentence: &str) -> bool {
        if let Some(part) = self.pending.pop() {
            // The parts are of this sentence unless the caller has taken another in between.
            let text = sentence.get(part).unwrap_or(sentence);
            self.clauses.extend(whole(&encoder.encode(text)));
        } else {
            self.read(encoder, sentence);
            let parts = if self.len() < self.claused { clauses(beginning(sentence)) } else { Vec::new() };
            // One clause is the sentence itself.
            self.pending = if parts.len() > 1 { parts.into_iter().rev().collect() } else { Vec::new() };
        }
        let done = self.pending.is_empty();
        if done {
            self.clause_ends.push(self.clauses.len() / WIDTH);
        }
        done
    }

    /// Encodes a sentence and the runs that it ends.
    fn read(&mut self, encoder: &Encoder, sentence: &str) {
        self.last.keep(LONGEST - 1);
        encoder.read(sentence, &mut self.last);
        let end = self.last.len();
        let runs: Vec<Range<usize>> = (1..=end).map(|length| end - length..end).collect();
        let vectors = encoder.vectors(&self.last, &runs);
        self.vectors.extend(whole(&vectors));
        self.vectors.resize((self.len() + 1) * LONGEST * WIDTH, 0);
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
