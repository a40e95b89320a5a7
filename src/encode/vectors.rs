//! The vectors of a text's sentences, of short runs of them, of their clauses and of their words, in whole numbers, ready
//! to be compared.

use super::{Encoder, Features, WIDTH, clauses, kernel, words};
use std::ops::Range;

/// The most sentences in a run that has a vector.
pub const LONGEST: usize = 7;

/// What 1 becomes in [`Vectors`]: sums of products stay below 2³¹, since vectors have length 1.
pub const UNIT: f32 = 16384.0;

/// What of a text gets a vector besides its sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The most sentences in a run, 1 to [`LONGEST`].
    pub run: usize,
    /// Whether the clauses of sentences with several do.
    pub clauses: bool,
    /// Whether words do.
    pub words: bool,
}

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// Its first piece of the sentence, and the one behind its last; words may overlap.
    pub pieces: (u16, u16),
    /// Its vector, in parts of 1/[`UNIT`].
    pub vector: &'a [i16],
}

/// Vectors that belong to sentences, some to each.
#[derive(Clone, Debug, Default)]
struct Parts {
    /// Shape: parts × [`WIDTH`].
    vectors: Vec<i16>,
    /// For each sentence how many parts there are up to its end.
    ends: Vec<usize>,
}

impl Parts {
    fn of(&self, sentence: usize) -> Range<usize> {
        let start = sentence.checked_sub(1).and_then(|before| self.ends.get(before));
        let end = self.ends.get(sentence).copied().unwrap_or_default();
        start.copied().unwrap_or_default().min(end)..end
    }

    fn vectors(&self, parts: &Range<usize>) -> impl ExactSizeIterator<Item = &[i16]> + use<'_> {
        self.vectors[parts.start * WIDTH..parts.end * WIDTH].chunks_exact(WIDTH)
    }

    fn close(&mut self) {
        self.ends.push(self.vectors.len() / WIDTH);
    }
}

/// The vectors of a text.
#[derive(Clone, Debug)]
pub struct Vectors {
    extent: Extent,
    /// For each sentence the runs that end with it, the shortest first; shape: sentences × [`Extent::run`] × [`WIDTH`],
    /// with zeros for runs that would begin before the text.
    runs: Vec<i16>,
    /// The clauses of sentences with more than one.
    clauses: Parts,
    words: Parts,
    /// Where each word is among its sentence's pieces.
    places: Vec<(u16, u16)>,
    /// The features of the last sentences.
    last: Features,
}

impl Vectors {
    /// None yet.
    pub fn new(extent: Extent) -> Vectors {
        let extent = Extent { run: extent.run.clamp(1, LONGEST), ..extent };
        Vectors {
            extent,
            runs: Vec::new(),
            clauses: Parts::default(),
            words: Parts::default(),
            places: Vec::new(),
            last: Features::default(),
        }
    }

    /// Encodes all sentences of a text.
    pub fn of<'a>(
        encoder: &Encoder,
        sentences: impl IntoIterator<Item = &'a str>,
        extent: Extent,
    ) -> Vectors {
        let mut vectors = Vectors::new(extent);
        sentences.into_iter().for_each(|sentence| vectors.push(encoder, sentence));
        vectors
    }

    /// The number of sentences that are done.
    pub fn len(&self) -> usize {
        self.clauses.ends.len()
    }

    /// Whether there is no sentence.
    pub fn is_empty(&self) -> bool {
        self.clauses.ends.is_empty()
    }

    /// What has vectors.
    pub fn extent(&self) -> Extent {
        self.extent
    }

    /// The vectors without those of clauses and words, to see what these are worth.
    #[cfg(feature = "study")]
    pub fn of_sentences(&self) -> Vectors {
        let mut vectors = self.clone();
        for parts in [&mut vectors.clauses, &mut vectors.words] {
            parts.vectors.clear();
            parts.ends.fill(0);
        }
        vectors.places.clear();
        vectors.extent = Extent { clauses: false, words: false, ..self.extent };
        vectors
    }

    /// Encodes the text's next sentence, what it is made of, and the runs that it ends.
    pub fn push(&mut self, encoder: &Encoder, sentence: &str) {
        self.last.keep(self.extent.run - 1);
        let Extent { clauses, words, .. } = self.extent;
        let mut count = 0;
        let (parts, vectors) = encoder.read_parts(sentence, &mut self.last, |pieces| {
            let mut parts = if words { words::words(pieces) } else { Vec::new() };
            count = parts.len();
            parts.extend(if clauses { clauses::of_pieces(pieces) } else { Vec::new() });
            parts
        });
        let place = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        self.places.extend(parts[..count].iter().map(|word| (place(word.start), place(word.end))));
        let (word_vectors, clause_vectors) = vectors.split_at(count * WIDTH);
        self.words.vectors.extend(whole(word_vectors));
        self.clauses.vectors.extend(whole(clause_vectors));
        let end = self.last.len();
        let runs: Vec<Range<usize>> = (1..=end).map(|length| end - length..end).collect();
        self.runs.extend(whole(&encoder.vectors(&self.last, &runs)));
        self.runs.resize((self.len() + 1) * self.extent.run * WIDTH, 0);
        self.words.close();
        self.clauses.close();
    }

    /// The vectors of a sentence's clauses, in parts of 1/[`UNIT`]; none where it has but one clause, or clauses have no
    /// vectors.
    pub fn clauses(&self, sentence: usize) -> impl Iterator<Item = &[i16]> {
        self.clauses.vectors(&self.clauses.of(sentence))
    }

    /// The words of a sentence, in the order of their ends; none where words have no vectors.
    pub fn words(&self, sentence: usize) -> impl ExactSizeIterator<Item = Word<'_>> {
        let parts = self.words.of(sentence);
        let word = |(vector, &pieces)| Word { pieces, vector };
        self.words.vectors(&parts).zip(&self.places[parts]).map(word)
    }

    /// The vector of a run, if it is not empty and no longer than [`Extent::run`]; in parts of 1/[`UNIT`].
    pub fn get(&self, run: &Range<usize>) -> Option<&[i16]> {
        let longest = self.extent.run;
        let last = run.end.checked_sub(1).filter(|_| run.start < run.end && run.len() <= longest)?;
        let start = (last * longest + run.len() - 1) * WIDTH;
        self.runs.get(start..start + WIDTH)
    }
}

/// Numbers of vectors of length 1 in parts of 1/[`UNIT`].
fn whole(vectors: &[f32]) -> impl Iterator<Item = i16> {
    vectors.iter().map(|value| (value * UNIT).round() as i16)
}

/// The product of two vectors of [`Vectors`]: the cosine of the angle between them.
pub fn product(a: &[i16], b: &[i16]) -> f32 {
    kernel::product(a, b) as f32 / (UNIT * UNIT)
}
