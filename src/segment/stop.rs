//! Stops: the marks that may end a sentence, and what the scan knows about a place where they stand.

use super::look::carries_on;
use super::quotes::{Closed, Pair};

/// What a mark, or a run of them, means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A full stop.
    Period,
    /// An ellipsis, of whatever make.
    Dots,
    /// A question or exclamation mark, perhaps with others around it.
    Strong,
}

/// A character that may end a sentence, or a run of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub kind: Kind,
    /// Whether it ends a sentence without white space behind it.
    pub wide: bool,
}

impl Mark {
    /// What `c` means at the end of a sentence, if anything.
    pub(super) fn of(c: char) -> Option<Mark> {
        let (kind, wide) = match c {
            '.' => (Kind::Period, false),
            '…' | '⋯' | '‥' => (Kind::Dots, false),
            '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '\u{37E}' => (Kind::Strong, false),
            '。' | '｡' | '．' => (Kind::Period, true),
            '！' | '？' | '؟' | '՞' | '፧' => (Kind::Strong, true),
            // Urdu, Hindi, Armenian, Ethiopic, Burmese, Khmer.
            '۔' | '।' | '॥' | '։' | '።' | '፨' | '။' | '។' | '៕' => (Kind::Period, true),
            _ => return None,
        };
        Some(Mark { kind, wide })
    }

    /// What the run of marks `self` means with `next` behind it: a question mark outranks dots
    /// (`?..`), a wide full stop ends what trailed off (`……。`), plain full stops in a row are dots.
    pub(super) fn then(self, next: Mark) -> Mark {
        let strong = self.kind == Kind::Strong || next.kind == Kind::Strong;
        let wide = self.wide || next.wide;
        let kind = match (strong, wide) {
            (true, _) => Kind::Strong,
            (_, true) => Kind::Period,
            _ => Kind::Dots,
        };
        Mark { kind, wide }
    }
}

/// What a look at the whole block tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    /// It has the Chinese full stop, so that `.` is the dot inside a foreign name. A block without one
    /// may have lost it to half-width punctuation.
    pub full_stops: bool,
    /// It is short and has no mark at its end, as a heading has none.
    pub heading: bool,
}

impl Block {
    /// The longest heading, in bytes.
    const HEADING: usize = 120;

    pub(super) fn of(text: &str) -> Block {
        let ends = |c| Mark::of(c).is_some() || Pair::of(c).is_some() || carries_on(c);
        let marked = text.trim_end().chars().next_back().is_some_and(ends);
        Block { full_stops: text.contains('。'), heading: !marked && text.len() <= Self::HEADING }
    }
}

/// A place where a sentence may end.
#[derive(Debug)]
pub(super) struct Stop<'t> {
    pub block: Block,
    pub kind: Kind,
    /// Whether it is read as a mark that needs no white space behind it.
    pub wide: bool,
    /// Whether the mark is the half-width `.`.
    pub dot: bool,
    /// The word the mark stands on, empty when something stands between.
    pub word: &'t str,
    /// The word before that.
    pub earlier: &'t str,
    /// The sentence's first word.
    pub first: &'t str,
    /// How many words the sentence has so far.
    pub words: usize,
    /// The mark stands right behind an opening quote or bracket: `(?)`, `“…`.
    pub opened: bool,
    /// White space stands before the mark.
    pub spaced: bool,
    /// The mark belongs to the number of a point in a list: `2.`
    pub point: bool,
    /// The last of the quotes and brackets that close behind the mark.
    pub closed: Option<Closed>,
    /// What closes was opened within this sentence, after its first word.
    pub aside: bool,
    /// A bracket is still open.
    pub inside: bool,
    /// White space or the block's end follows.
    pub gap: bool,
    /// Where the marks begin, in bytes.
    pub at: usize,
    /// Where the stop ends, in bytes: behind its closing marks.
    pub end: usize,
    /// The text behind the stop.
    pub rest: &'t str,
}
