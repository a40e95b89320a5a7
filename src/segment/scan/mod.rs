//! The scan: one walk over a block's characters that finds its stops and what stands before them.

mod tail;

use super::look::{ahead, apostrophe, carries_on, invisible, split_word, unspaced, work};
use super::quotes::{Open, Pair, Quotes, Turn};
use super::stop::{Block, Kind, Mark, Stop};
use super::tables::Rules;
use std::ops::Range;

/// The walk over one block.
pub(super) struct Scan<'t> {
    text: &'t str,
    block: Block,
    rules: Rules,
    /// What is still ahead.
    rest: &'t str,
    /// The last visible character passed; white space at the start.
    prev: char,
    /// The last one that is no white space.
    seen: char,
    /// The word being passed, or the last one.
    word: Range<usize>,
    in_word: bool,
    /// What stands before it, white space left out.
    lead: char,
    earlier: Range<usize>,
    /// The current sentence: its words, its start, the start of its first word.
    words: usize,
    start: usize,
    first: usize,
    quotes: Quotes,
    /// The position behind the last opening mark.
    opened: usize,
    /// The number of the last point in a numbered list.
    point: usize,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str, rules: Rules) -> Self {
        Scan {
            text,
            block: Block::of(text),
            rules,
            rest: text,
            prev: ' ',
            seen: ' ',
            word: 0..0,
            in_word: false,
            lead: ' ',
            earlier: 0..0,
            words: 0,
            start: 0,
            first: 0,
            quotes: Quotes::default(),
            opened: usize::MAX,
            point: 0,
        }
    }

    /// Tells the scan that the last stop ended a sentence.
    pub(super) fn begin_sentence(&mut self) {
        self.start = self.at();
        self.words = 0;
        self.in_word = false;
    }

    /// Whether the current sentence has a word yet.
    pub(super) fn has_words(&self) -> bool {
        self.words > 0
    }

    /// The next place where a sentence may end.
    pub(super) fn next_stop(&mut self) -> Option<Stop<'t>> {
        while let Some(c) = self.peek() {
            if let Some(mark) = self.mark(c) {
                return Some(self.stop(mark, c == '.'));
            }
            self.pass(c);
        }
        None
    }

    fn at(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// The visible character after the next one.
    fn peek_second(&self) -> Option<char> {
        let mut chars = self.rest.chars();
        chars.next();
        ahead(chars.as_str()).next()
    }

    fn slice(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    fn mark(&self, c: char) -> Option<Mark> {
        if c == ';' && self.rules.greek {
            return Mark::of('?');
        }
        Mark::of(c)
    }

    /// Steps over the next character.
    fn step(&mut self) {
        work::count();
        let mut chars = self.rest.chars();
        if let Some(c) = chars.next().filter(|&c| !invisible(c)) {
            self.prev = c;
            self.seen = if c.is_whitespace() { self.seen } else { c };
        }
        self.rest = chars.as_str();
    }

    /// Steps over `c`, which is no mark, and takes note of it.
    fn pass(&mut self, c: char) {
        let at = self.at();
        if c.is_alphanumeric() {
            // 用Dr. is two words: an abbreviation must not hide behind a Chinese verb.
            if !self.in_word || unspaced(c) != unspaced(self.prev) {
                self.earlier = std::mem::replace(&mut self.word, at..at);
                self.words += 1;
                self.in_word = true;
                self.lead = self.seen;
                self.first = if self.words == 1 { at } else { self.first };
            }
        } else if !(apostrophe(c) || c == '_' || invisible(c)) {
            self.in_word = false;
        }
        if self.in_word {
            self.word.end = at + c.len_utf8();
        }
        match self.quotes.turn(c, self.prev, self.peek_second()) {
            Some((pair, Turn::Open)) => {
                let glued = self.prev.is_alphanumeric();
                self.quotes.open(pair, Open { at, words: self.words, glued });
                self.opened = at + c.len_utf8();
            }
            Some((pair, Turn::Close)) => {
                self.quotes.close(pair);
            }
            _ => {}
        }
        self.step();
    }

    /// Reads the stop that begins with `mark`.
    fn stop(&mut self, mut mark: Mark, dot: bool) -> Stop<'t> {
        let at = self.at();
        let before = self.prev;
        let (word, earlier) = match self.in_word {
            true => (self.slice(self.word.start..at), self.slice(self.earlier.clone())),
            false => ("", ""),
        };
        let mut closed = None;
        let mut single = true;
        // Marks behind closing quotes outrank the marks inside: `“…？”。` is a statement.
        while let Some(first) = self.peek().and_then(|c| self.mark(c)) {
            single &= closed.take().is_none();
            mark = first;
            let count = self.marks(&mut mark);
            single &= count == 1;
            closed = self.closers();
        }
        self.footnotes();
        closed = self.spaced_closers().or(closed);
        self.face();

        // `1.)` closes nothing.
        let paired = closed.is_some_and(|closed| closed.open.is_some());
        let next = ahead(self.rest).next();
        let gap = next.is_none_or(char::is_whitespace);
        let wide = match next {
            // ３．５
            Some(next) if mark.wide && wide_digit(before) && wide_digit(next) => false,
            // Half-width marks between Chinese characters are Chinese marks. Yahoo!公司 has none.
            Some(next) if unspaced(next) && mark.kind == Kind::Strong => !self.rules.shouts.has(word),
            Some(next) if unspaced(next) && !before.is_alphanumeric() => true,
            _ => mark.wide || unspaced(before),
        };
        // Only a lone full stop can be part of a word.
        self.in_word &= single && mark.kind == Kind::Period && closed.is_none() && !gap && !wide;
        Stop {
            block: self.block,
            kind: mark.kind,
            wide,
            dot: dot && single,
            word,
            earlier,
            first: split_word(self.slice(self.first..at)).0,
            words: self.words,
            opened: self.opened == at,
            spaced: before.is_whitespace(),
            point: single && mark.kind == Kind::Period && gap && !paired && self.numbers(word),
            closed,
            aside: closed
                .and_then(|closed| closed.open)
                .is_some_and(|open| open.at >= self.start && open.words > 0),
            inside: self.quotes.is_open(Pair::Bracket),
            gap,
            at,
            end: self.at(),
            rest: self.rest,
        }
    }

    /// Steps over a run of marks and tells how many there were. Spaces may stand between them, as in
    /// `. . .`
    fn marks(&mut self, run: &mut Mark) -> usize {
        let mut count = 0;
        while let Some(c) = self.peek() {
            if let Some(mark) = self.mark(c) {
                *run = if count == 0 { mark } else { run.then(mark) };
                count += 1;
            } else if !(c.is_whitespace() && self.marks_apart()) {
                break;
            }
            self.step();
        }
        count
    }

    /// Whether white space, marks and then no word follow: `.NET` and `…and` are not marks apart.
    fn marks_apart(&self) -> bool {
        let mark = |&c: &char| self.mark(c).is_some();
        let mut behind = ahead(self.rest).skip(1).skip_while(mark);
        self.peek_second().as_ref().is_some_and(mark)
            && !behind.next().is_some_and(|c| c.is_alphanumeric() && !unspaced(c))
    }

    /// Whether `word`, right before a full stop, numbers a point: the first word of the block, or one
    /// that starts or goes on a count, at the start of a sentence or after a comma or colon.
    fn numbers(&mut self, word: &str) -> bool {
        let first = self.words == 1;
        if !first && !carries_on(self.lead) || word.len() > 6 {
            return false;
        }
        let begins = first && self.start == 0;
        if let Ok(number) = word.parse::<usize>() {
            let one = number == 1 && (first || matches!(self.lead, ':' | '：'));
            let counts = number < 100 && (begins || one || number == self.point + 1);
            if counts {
                self.point = number;
            }
            return counts;
        }
        let of = |letters: &str| word.chars().all(|c| letters.contains(c));
        let label = word.len() == 1 || of("0123456789.") || of("ivxIVX");
        !word.is_empty() && (begins && label || first && of("一二三四五六七八九十"))
    }
}

/// A full-width digit.
fn wide_digit(c: char) -> bool {
    matches!(c, '０'..='９')
}
