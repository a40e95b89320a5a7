//! Text to pieces of the vocabulary: the segmentation whose pieces are likeliest together.
//!
//! The unigram model of Kudo 2018 (<https://aclanthology.org/P18-1007>): the Viterbi search for the least sum of costs,
//! a piece's cost being the negative logarithm of its probability.

use super::Error;
use super::cursor::Cursor;
use super::strings::Strings;

/// Parts of a nat in which the file counts costs.
const UNITS: f32 = 2048.0;
/// Rows of the token table before the first piece's: unknown, start, end.
const SPECIAL: u32 = 3;

/// The row of a character that no piece holds.
const UNKNOWN: u32 = 0;
/// The row of a sentence's start.
pub(super) const START: u32 = 1;
/// The row of a sentence's end.
pub(super) const END: u32 = 2;

/// A piece of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Its row in the token table.
    pub row: u32,
    /// Where it starts, in bytes.
    pub start: usize,
}

/// The pieces and what each costs.
pub(super) struct Pieces {
    strings: Strings,
    costs: Vec<u16>,
    unknown: u32,
}

/// The best way to a place in the text.
#[derive(Clone, Copy)]
struct Way {
    cost: u64,
    /// Where its last piece starts.
    start: u32,
    /// The row of its last piece.
    row: u32,
}

impl Pieces {
    pub fn read(mut part: Cursor) -> Result<Pieces, Error> {
        let unknown = part.f32()?;
        if !(-1e6..0.0).contains(&unknown) {
            return Err(part.wrong("the cost of unknown characters"));
        }
        let (strings, costs) = Strings::read(&mut part, |part| part.u16())?;
        part.finish()?;
        Ok(Pieces { strings, costs, unknown: (-unknown * UNITS) as u32 })
    }

    /// Rows of the token table: the special ones and one a piece.
    pub fn rows(&self) -> usize {
        SPECIAL as usize + self.strings.len()
    }

    /// Cuts a normalized text into pieces, in order; an empty one has a single unknown piece.
    pub fn split(&self, text: &str) -> Vec<Piece> {
        let mut ways = vec![Way { cost: u64::MAX, start: 0, row: UNKNOWN }; text.len() + 1];
        ways[0].cost = 0;
        for (at, character) in text.char_indices() {
            let so_far = ways[at].cost;
            let mut single = false;
            let mut reach = |length: usize, cost: u32, row| {
                let way = &mut ways[at + length];
                let cost = so_far + u64::from(cost);
                // Of ways that cost the same the one whose last piece is the longest stays, as in the original.
                if cost < way.cost {
                    *way = Way { cost, start: at as u32, row };
                }
            };
            self.strings.prefixes(&text.as_bytes()[at..], |length, number| {
                single |= length == character.len_utf8();
                reach(length, u32::from(self.costs[number]), number as u32 + SPECIAL);
            });
            if !single {
                reach(character.len_utf8(), self.unknown, UNKNOWN);
            }
        }
        let mut pieces = Vec::new();
        let mut at = text.len();
        if at == 0 {
            pieces.push(Piece { row: UNKNOWN, start: 0 });
        }
        while at > 0 {
            let Way { start, row, .. } = ways[at];
            pieces.push(Piece { row, start: start as usize });
            at = start as usize;
        }
        pieces.reverse();
        pieces
    }
}
