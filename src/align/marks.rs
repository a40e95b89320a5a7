//! Punctuation that a translator keeps: question marks, exclamation marks, quotation marks, brackets.

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
        for c in text.chars() {
            let count = match c {
                '?' | '？' | '؟' | '\u{37e}' => &mut marks.questions,
                '!' | '！' => &mut marks.exclamations,
                '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' | '＂' => {
                    &mut marks.quotes
                }
                '(' | '（' => &mut marks.brackets,
                _ => continue,
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
