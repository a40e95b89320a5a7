//! What the written formats need of sentences and blocks: their text as a reader sees it, and what stands between them.

use super::{DocumentSentence, DocumentSide};
use crate::lang;
use crate::page::BlockKind;
use std::borrow::Cow;
use std::ops::Range;

impl DocumentSentence {
    /// What a reader sees of it.
    pub(crate) fn shown(&self) -> Cow<'_, str> {
        if self.runs.is_empty() {
            return Cow::Borrowed(&self.text);
        }
        let mut shown = String::new();
        self.runs.iter().for_each(|run| shown.push_str(&run.text));
        Cow::Owned(shown)
    }

    /// Whether there is white space between it and the next one of its block, as on the page; a line's end between two in
    /// Chinese is none.
    pub(crate) fn is_spaced_from(&self, next: &DocumentSentence) -> bool {
        let joined = next.start == self.end + 1
            && !self.runs.is_empty()
            && self.text.ends_with(is_wide)
            && next.text.starts_with(is_wide);
        self.end < next.start && !joined
    }

    /// Whether it has characters in it that set the direction of what follows, and may leave it so: it then needs `dir`,
    /// which keeps that to itself. Without need that would part the punctuation of two sentences, which Chinese sets close.
    pub(crate) fn sets_direction(&self) -> bool {
        let sets = |c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        self.text.contains(sets) || self.runs.iter().any(|run| run.text.contains(sets))
    }
}

/// Whether a character is one that Chinese and Japanese put no space beside.
fn is_wide(c: char) -> bool {
    lang::is_cjk(c) || "，。！？；：、”」』）…—《“「『（".contains(c)
}

/// Whether a character may stand in a written text: not the controls that XML forbids and terminals obey.
pub(super) fn is_allowed(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}')
}

/// A text on one line.
pub(super) fn tidy(text: &str) -> String {
    let mut line = String::new();
    for c in text.chars().filter(|&c| is_allowed(c)) {
        let breaks = matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        line.push(if breaks { ' ' } else { c });
    }
    line.trim().to_owned()
}

/// A sentence's text on one line.
pub(super) fn line(sentence: &DocumentSentence) -> String {
    tidy(&sentence.shown())
}

/// Some sentences of a side on one line.
pub(super) fn lines(side: &DocumentSide, numbers: &[usize]) -> String {
    let mut out = String::new();
    for sentence in numbers.iter().filter_map(|&number| side.sentences.get(number)) {
        let line = line(sentence);
        let joined = out.ends_with(is_wide) && line.starts_with(is_wide);
        if !out.is_empty() && !joined {
            out.push(' ');
        }
        out.push_str(&line);
    }
    out
}

/// A block, or a part of one.
pub(super) struct Part<'a> {
    pub kind: BlockKind,
    pub marker: Option<&'a str>,
    pub sentences: Range<usize>,
}

/// The blocks of a side in which some of its sentences stand, cut to these. Sentences in no block get one of their own.
pub(super) fn parts(side: &DocumentSide, sentences: Range<usize>) -> Vec<Part<'_>> {
    let mut out: Vec<Part<'_>> = Vec::new();
    let mut at = sentences.start;
    let rest = (BlockKind::Paragraph, None, [sentences.end; 2]);
    let blocks = side.blocks.iter().map(|block| (block.kind, block.marker.as_deref(), block.sentences));
    for (kind, marker, [start, end]) in blocks.chain([rest]) {
        let (start, end) = (start.clamp(at, sentences.end.max(at)), end.min(sentences.end));
        if at < start && start <= sentences.end {
            out.push(Part { kind: BlockKind::Paragraph, marker: None, sentences: at..start });
            at = start;
        }
        if at < end {
            out.push(Part { kind, marker, sentences: at..end });
            at = end;
        }
    }
    out
}
