//! Quotes and brackets: which way a mark turns, and what is open.
//!
//! Straight quotes have no direction and curly ones do not keep theirs (German closes with `“`,
//! Swedish opens with `”`, converted pages mix them up), so the direction is inferred: from the
//! white space beside the mark, else from its shape, else from what is open.

use super::look::{apostrophe, carries_on, dash, unspaced};
use super::stop::Mark;

/// What a mark opens or closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pair {
    /// Double quotes.
    Double,
    /// Quotes inside quotes.
    Single,
    Bracket,
    /// The marks around a title, `《》`.
    Title,
}

/// Which way a mark turns.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Open,
    Close,
    /// Either way, or (an apostrophe) neither.
    Unsure,
}

impl Pair {
    /// The pair that `c` belongs to.
    pub(super) fn of(c: char) -> Option<Pair> {
        shape(c).map(|(pair, _)| pair)
    }

    /// Whether `c` can open a quote.
    pub(super) fn opens(c: char) -> bool {
        matches!(shape(c), Some((Pair::Double | Pair::Single, Turn::Open | Turn::Unsure)))
    }
}

/// The pair a mark belongs to and the way it turns by its shape alone.
fn shape(c: char) -> Option<(Pair, Turn)> {
    Some(match c {
        '“' | '„' | '«' | '「' | '﹁' | '〝' => (Pair::Double, Turn::Open),
        '”' | '»' | '」' | '﹂' | '〞' | '〟' => (Pair::Double, Turn::Close),
        '"' | '＂' => (Pair::Double, Turn::Unsure),
        '‘' | '‚' | '‹' | '『' | '﹃' => (Pair::Single, Turn::Open),
        '’' | '›' | '』' | '﹄' => (Pair::Single, Turn::Close),
        '\'' | '＇' => (Pair::Single, Turn::Unsure),
        '(' | '[' | '{' | '（' | '［' | '【' | '〔' | '〖' => (Pair::Bracket, Turn::Open),
        ')' | ']' | '}' | '）' | '］' | '】' | '〕' | '〗' => (Pair::Bracket, Turn::Close),
        '《' | '〈' => (Pair::Title, Turn::Open),
        '》' | '〉' => (Pair::Title, Turn::Close),
        _ => return None,
    })
}

/// An opened pair.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    /// Where the mark stands, in bytes.
    pub at: usize,
    /// How many words its sentence had before it.
    pub words: usize,
    /// Whether a letter stands right before it, so that what it holds is part of a clause.
    pub glued: bool,
}

/// A pair closed behind a stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Closed {
    pub pair: Pair,
    /// Where it was opened, if it was.
    pub open: Option<Open>,
}

/// What is open: the innermost of each pair, which is all that the rules ask for.
#[derive(Default)]
pub(super) struct Quotes {
    open: [Option<Open>; 4],
}

impl Quotes {
    /// Whether a pair is open.
    pub(super) fn is_open(&self, pair: Pair) -> bool {
        self.open[pair as usize].is_some()
    }

    /// The way `c` turns between `prev` and `next`, and the pair it belongs to.
    pub(super) fn turn(&self, c: char, prev: char, next: Option<char>) -> Option<(Pair, Turn)> {
        let (pair, by_shape) = shape(c)?;
        if matches!(pair, Pair::Bracket | Pair::Title) {
            return Some((pair, by_shape));
        }
        let letter = |c: char| c.is_alphanumeric() && !unspaced(c);
        if apostrophe(c) && letter(prev) && next.is_some_and(letter) {
            return Some((pair, Turn::Unsure));
        }
        // White space or an opening mark on the left; white space or a closing mark on the right.
        let left = prev.is_whitespace()
            || dash(prev)
            || matches!(prev, ':' | '：' | '=')
            || matches!(shape(prev), Some((_, Turn::Open)));
        let right = next.is_none_or(|next| {
            next.is_whitespace()
                || dash(next)
                || carries_on(next)
                || Mark::of(next).is_some()
                || matches!(shape(next), Some((_, Turn::Close)))
        });
        let turn = match (left, right, by_shape) {
            (true, false, _) => Turn::Open,
            (false, true, _) => Turn::Close,
            // An apostrophe of the straight kind closes nothing that is not open.
            (_, _, Turn::Unsure) if self.is_open(pair) => Turn::Close,
            (_, _, Turn::Unsure) if pair == Pair::Double => Turn::Open,
            // Quotes of one kind do not nest: behind `“……。` a second `“` is a closing mark mistyped.
            (_, _, Turn::Open) if Mark::of(prev).is_some() && self.is_open(pair) => Turn::Close,
            _ => by_shape,
        };
        Some((pair, turn))
    }

    /// Remembers that a pair has been opened.
    pub(super) fn open(&mut self, pair: Pair, open: Open) {
        self.open[pair as usize] = Some(open);
    }

    /// Forgets an open pair and tells where it was opened.
    pub(super) fn close(&mut self, pair: Pair) -> Closed {
        let open = self.open[pair as usize].take();
        Closed { pair, open }
    }
}
