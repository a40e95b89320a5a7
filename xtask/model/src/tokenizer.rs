//! Text to pieces: the most probable split under a unigram model (Kudo 2018), as SentencePiece computes it.

use crate::normalizer::Normalizer;
use crate::vocabulary::{Kind, Vocabulary};
use std::collections::HashMap;

/// Row of `<unk>` in the package's table.
pub const UNKNOWN: u32 = 0;
/// Row of `<s>`.
pub const BEGIN: u32 = 1;
/// Row of `</s>`.
pub const END: u32 = 2;

/// Normalizer and pieces, ready to split text.
pub struct Tokenizer {
    normalizer: Normalizer,
    /// Every prefix of a piece; with the row when it is a piece itself.
    prefixes: HashMap<Box<str>, Option<(u32, f32)>>,
    unknown_score: f32,
}

impl Tokenizer {
    /// A tokenizer for all ordinary pieces of `vocabulary`.
    pub fn new(vocabulary: &Vocabulary, normalizer: Normalizer) -> Self {
        let mut prefixes: HashMap<Box<str>, Option<(u32, f32)>> = HashMap::new();
        for (row, piece) in vocabulary.pieces.iter().enumerate() {
            if piece.kind != Kind::Ordinary {
                continue;
            }
            for (end, _) in piece.text.char_indices().skip(1) {
                prefixes.entry(piece.text[..end].into()).or_default();
            }
            prefixes.insert(piece.text.as_str().into(), Some((row as u32, piece.score)));
        }
        Self { normalizer, prefixes, unknown_score: vocabulary.unknown_score() }
    }

    /// The rows of the pieces of `text`; a text without any content gives `<unk>`.
    pub fn pieces(&self, text: &str) -> Vec<u32> {
        let text = self.normalizer.normalize(text);
        // best[i]: score, start and row of the best split of text[..i].
        let mut best = vec![(f32::NEG_INFINITY, 0, UNKNOWN); text.len() + 1];
        best[0].0 = 0.0;
        for (start, first) in text.char_indices() {
            let base = best[start].0;
            let after = start + first.len_utf8();
            let mut single = false;
            let mut offer = |end: usize, score: f32, row| {
                if base + score > best[end].0 {
                    best[end] = (base + score, start, row);
                }
            };
            for (at, char) in text[start..].char_indices() {
                let end = start + at + char.len_utf8();
                match self.prefixes.get(&text[start..end]) {
                    None => break,
                    Some(None) => {}
                    Some(&Some((row, score))) => {
                        single |= end == after;
                        offer(end, score, row);
                    }
                }
            }
            if !single {
                offer(after, self.unknown_score, UNKNOWN);
            }
        }
        let mut rows = Vec::new();
        let mut end = text.len();
        while end > 0 {
            let (_, start, row) = best[end];
            rows.push(row);
            end = start;
        }
        rows.reverse();
        if rows.is_empty() {
            rows.push(UNKNOWN);
        }
        rows
    }

    /// The rows of a sentence as the network wants it, between `<s>` and `</s>`.
    pub fn sentence(&self, text: &str) -> Vec<u32> {
        let mut rows = vec![BEGIN];
        rows.extend(self.pieces(text));
        rows.push(END);
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Piece;

    #[test]
    fn the_most_probable_split_is_taken() {
        let piece = |text: &str, score, kind| Piece { text: text.into(), score, kind };
        let pieces = vec![
            piece("<unk>", 0.0, Kind::Unknown),
            piece("<s>", 0.0, Kind::Control),
            piece("</s>", 0.0, Kind::Control),
            piece("▁ab", -5.0, Kind::Ordinary),
            piece("▁a", -1.0, Kind::Ordinary),
            piece("b", -1.0, Kind::Ordinary),
            piece("bcd", -9.0, Kind::Ordinary),
        ];
        let vocabulary = Vocabulary { pieces, charsmap: Vec::new() };
        let tokenizer = Tokenizer::new(&vocabulary, Normalizer::new(&[]));
        assert_eq!(tokenizer.pieces("ab"), [4, 5]);
        assert_eq!(tokenizer.pieces("abcd"), [4, 6]);
        assert_eq!(tokenizer.sentence("ab語"), [BEGIN, 4, 5, UNKNOWN, END]);
        assert_eq!(tokenizer.pieces(""), [UNKNOWN]);
    }
}
