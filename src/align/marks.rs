//! Punctuation that a translator keeps: question marks, exclamation marks, quotation marks, brackets.

use super::pieces::holds;
use std::ops::Range;

/// A kind of mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Question,
    Exclamation,
    Quote,
    Bracket,
}

impl Mark {
    pub(super) fn of(c: char) -> Option<Mark> {
        Some(match c {
            '?' | '？' | '؟' | '\u{37e}' => Mark::Question,
            '!' | '！' => Mark::Exclamation,
            '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' | '＂' => Mark::Quote,
            '(' | '（' => Mark::Bracket,
            _ => return None,
        })
    }
}

/// How often each kind of mark stands in a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub questions: u8,
    pub exclamations: u8,
    pub quotes: u8,
    pub brackets: u8,
}

impl Marks {
    pub(super) fn of(text: &str) -> Self {
        let mut marks = Marks::default();
        for mark in text.chars().filter_map(Mark::of) {
            let count = match mark {
                Mark::Question => &mut marks.questions,
                Mark::Exclamation => &mut marks.exclamations,
                Mark::Quote => &mut marks.quotes,
                Mark::Bracket => &mut marks.brackets,
            };
            *count = count.saturating_add(1);
        }
        marks
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Marks {
            questions: self.questions.saturating_add(other.questions),
            exclamations: self.exclamations.saturating_add(other.exclamations),
            quotes: self.quotes.saturating_add(other.quotes),
            brackets: self.brackets.saturating_add(other.brackets),
        }
    }

    /// How well the marks of two groups of sentences agree: positive where both have what is rare,
    /// negative where one has it alone.
    pub(super) fn agreement(self, other: Self) -> f32 {
        let term = |a: u8, b: u8, both: f32, alone: f32| match (a > 0, b > 0) {
            (true, true) => both,
            (false, false) => 0.0,
            _ => -alone,
        };
        term(self.questions, other.questions, 1.6, 1.2)
            + term(self.exclamations, other.exclamations, 1.5, 0.4)
            + term(self.quotes, other.quotes, 0.5, 0.5)
            + term(self.brackets, other.brackets, 0.7, 0.3)
    }
}

/// Where a sentence quotes, with the marks; a quotation may begin before it and end behind it.
pub(super) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    // Where a quotation began, and the marks that end it.
    let mut open: Option<(usize, &str)> = None;
    for (at, c) in text.char_indices().filter(|&(_, c)| Mark::of(c) == Some(Mark::Quote)) {
        let end = at + c.len_utf8();
        let closing = match c {
            '“' => "”",
            '„' => "“”",
            '«' => "»",
            '»' => "«",
            '「' => "」",
            '『' => "』",
            '"' => "\"",
            '＂' => "＂",
            _ => "",
        };
        match open {
            Some((start, ends)) if holds(ends, c) => {
                out.push(start..end);
                open = None;
            }
            None if closing.is_empty() && out.is_empty() => out.push(0..end),
            None if !closing.is_empty() => open = Some((at, closing)),
            _ => {}
        }
    }
    out.extend(open.map(|(start, _)| start..text.len()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_across_scripts() {
        let agreement = |a, b| Marks::of(a).agreement(Marks::of(b));
        assert!(agreement("真的吗？", "Really?") > 0.0);
        assert!(agreement("「好」", "“Good.”") > agreement("好", "“Good.”"));
        assert_eq!(agreement("好", "Good"), 0.0);
        assert!(agreement("真的吗？", "Really.") < 0.0);
    }
}
