//! Sentences to vectors: what means the same lies close together, whatever the language.
//!
//! The model is Google's universal sentence encoder for 16 languages, version 3 (Apache-2.0), in a file that
//! `cargo xtask model` makes and `docs/encoder.md` describes: a tokenizer ([`Encoder::encode`] normalizes text and cuts
//! it into pieces of the vocabulary), a vector for each piece in a code of about half a bit a number, and the network
//! that makes one vector of them.
//!
//! A vector has [`WIDTH`] numbers and length 1; the product of two is their cosine. For *m* : *n* alignment the vectors
//! of runs of neighbouring sentences are needed as well: [`Features`] are what a sentence adds to its run, so
//! [`Encoder::vectors`] gets a run's from its sentences' for a fiftieth of the work of encoding it. [`Vectors`] holds
//! those that an aligner needs.
//!
//! ```no_run
//! let encoder = en_face::encode::Encoder::new(std::fs::read("zh-en.enface")?)?;
//! let (zh, en) = (encoder.encode("灯塔熄灭了。"), encoder.encode("The lighthouse went dark."));
//! let cosine: f32 = zh.iter().zip(&en).map(|(a, b)| a * b).sum();
//! assert!(cosine > 0.5);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod alike;
mod clauses;
mod cursor;
mod error;
mod file;
mod kernel;
mod loader;
mod matrix;
mod network;
mod normalize;
mod pieces;
mod strings;
mod table;
mod trellis;
mod vectors;
mod words;

pub use alike::Alike;
pub use error::Error;
pub use loader::Loader;
pub use vectors::{Extent, LONGEST, UNIT, Vectors, Word, product};

use crate::lang::Lang;
use network::{FEATURES, Network};
use normalize::Normalizer;
use pieces::{END, Pieces, START};
use std::ops::Range;
use table::Table;
use trellis::Book;

/// Numbers in a vector.
pub const WIDTH: usize = 512;

/// Tokens that are read together: longer sentences are read in parts, whose features are added.
const TOGETHER: usize = 512;

/// The most sentences that two texts may have together: their vectors take 80 MB then.
pub const MOST: usize = 20_000;

/// Why an encoder is of no use for two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Objection {
    /// It was not made for one of the languages.
    #[error("the sentence encoder was not made for these languages")]
    Language,
    /// There are more than [`MOST`] sentences.
    #[error("the texts have more than {MOST} sentences together, too many for the sentence encoder")]
    Length,
}

/// A sentence encoder.
pub struct Encoder {
    /// The file up to the network's part: the table's rows are unpacked from it.
    bytes: Vec<u8>,
    languages: Vec<Lang>,
    normalizer: Normalizer,
    pieces: Pieces,
    books: Vec<Book>,
    table: Table,
    network: Network,
}

/// Bytes of a sentence that are read. What is longer is code, or a text without stops; what it is about is clear by then,
/// and reading on would keep a browser's thread for seconds.
const LONG: usize = 2_000;

/// The beginning of a sentence, as far as it is read.
pub(crate) fn beginning(sentence: &str) -> &str {
    let end = (0..=LONG.min(sentence.len())).rev().find(|&at| sentence.is_char_boundary(at));
    &sentence[..end.unwrap_or_default()]
}

/// What sentences add to the vector of a run of them.
#[derive(Clone, Debug, Default)]
pub struct Features {
    /// For each sentence what its start, its text and its end add; shape: sentences × 3 × [`WIDTH`]. A run has the start
    /// of its first sentence and the end of its last.
    parts: Vec<f32>,
    /// The numbers of tokens, without start and end.
    tokens: Vec<u32>,
}

/// Numbers of a sentence's features.
const PARTS: usize = 3 * WIDTH;

impl Features {
    /// The number of sentences.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is no sentence.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Drops all but the last `sentences`.
    fn keep(&mut self, sentences: usize) {
        let drop = self.len().saturating_sub(sentences);
        self.parts.drain(..drop * PARTS);
        self.tokens.drain(..drop);
    }
}

impl Encoder {
    /// Makes an encoder of a file's bytes.
    ///
    /// # Errors
    ///
    /// [`Error`] where the bytes are not a whole encoder file of this version.
    pub fn new(bytes: Vec<u8>) -> Result<Encoder, Error> {
        let mut loader = Loader::new(bytes)?;
        while !loader.step()? {}
        loader.finish()
    }

    /// The languages that it was made for.
    pub fn languages(&self) -> &[Lang] {
        &self.languages
    }

    /// Whether it was made for a language, in whatever script or region.
    pub fn covers(&self, lang: &Lang) -> bool {
        self.languages.iter().any(|own| own.primary() == lang.primary())
    }

    /// Why it is of no use for two texts in these languages with so many sentences together, if it is not.
    pub fn objection<'a>(
        &self,
        langs: impl IntoIterator<Item = &'a Lang>,
        sentences: usize,
    ) -> Option<Objection> {
        if langs.into_iter().any(|lang| !self.covers(lang)) {
            Some(Objection::Language)
        } else {
            (sentences > MOST).then_some(Objection::Length)
        }
    }

    /// Reads a sentence, up to its first 2,000 bytes, and puts its features after the others.
    pub fn read(&self, sentence: &str, features: &mut Features) {
        self.read_parts(sentence, features, |_| Vec::new());
    }

    /// Reads a sentence as [`Encoder::read`] does, and gives some ranges of its pieces with their vectors, in its context
    /// and one after the other; shape: ranges × [`WIDTH`].
    fn read_parts(
        &self,
        sentence: &str,
        features: &mut Features,
        parts: impl FnOnce(&[&str]) -> Vec<Range<usize>>,
    ) -> (Vec<Range<usize>>, Vec<f32>) {
        let text = self.normalizer.normalize(beginning(sentence));
        let pieces = self.pieces.split(&text);
        let ends = pieces.iter().skip(1).map(|piece| piece.start).chain([text.len()]);
        let texts: Vec<&str> = pieces.iter().zip(ends).map(|(piece, end)| &text[piece.start..end]).collect();
        let parts = parts(&texts);
        let rows: Vec<u32> =
            [START].into_iter().chain(pieces.iter().map(|piece| piece.row)).chain([END]).collect();
        let mut sums = [const { [0.0; FEATURES] }; 3];
        let mut part_sums = vec![0.0; parts.len() * FEATURES];
        for (number, rows_together) in rows.chunks(TOGETHER).enumerate() {
            let tokens =
                self.table.vectors(&self.bytes, &self.books, self.network.basis.as_ref(), rows_together);
            for (at, token) in self.network.token_features(&tokens).chunks_exact(FEATURES).enumerate() {
                let place = number * TOGETHER + at;
                let section = match place {
                    0 => 0,
                    last if last + 1 == rows.len() => 2,
                    _ => 1,
                };
                add(&mut sums[section], token);
                for (part, sum) in parts.iter().zip(part_sums.chunks_exact_mut(FEATURES)) {
                    // The sentence's start stands before its first piece.
                    if part.start < place && place <= part.end {
                        add(sum, token);
                    }
                }
            }
        }
        features.parts.extend(self.network.features(sums.as_flattened()));
        features.tokens.push(rows.len() as u32 - 2);
        let tokens: Vec<u32> = parts.iter().map(|part| part.len() as u32).collect();
        (parts, self.network.vectors(&self.network.features(&part_sums), &tokens))
    }

    /// The vectors of runs of sentences, one after the other; shape: runs × [`WIDTH`]. Each has length 1.
    ///
    /// # Panics
    ///
    /// When a run reaches beyond the features.
    pub fn vectors(&self, features: &Features, runs: &[Range<usize>]) -> Vec<f32> {
        let mut sums = vec![0.0; runs.len() * WIDTH];
        for (run, sum) in runs.iter().zip(sums.chunks_exact_mut(WIDTH)) {
            let sentences = features.parts[run.start * PARTS..run.end * PARTS].chunks_exact(WIDTH);
            for (at, part) in sentences.enumerate() {
                if at == 0 || at % 3 == 1 || at + 1 == run.len() * 3 {
                    add(sum, part);
                }
            }
        }
        let tokens = |run: &Range<usize>| features.tokens[run.clone()].iter().sum::<u32>() + 2;
        let tokens: Vec<u32> = runs.iter().map(tokens).collect();
        self.network.vectors(&sums, &tokens)
    }

    /// The vector of one sentence: [`WIDTH`] numbers, length 1.
    pub fn encode(&self, sentence: &str) -> Vec<f32> {
        let mut features = Features::default();
        self.read(sentence, &mut features);
        self.vectors(&features, std::slice::from_ref(&(0..1)))
    }
}

fn add(sums: &mut [f32], values: &[f32]) {
    sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
}
