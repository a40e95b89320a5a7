//! SentencePiece's normalization: replacement rules, then spaces.

use crate::charsmap::Rule;
use std::collections::HashMap;

/// What stands for a space in pieces.
pub const SPACE: char = '\u{2581}';

/// The rules, ready to be applied.
pub struct Normalizer {
    rules: HashMap<String, String>,
    /// Bytes of the longest key that starts with this byte.
    longest: [u8; 256],
}

impl Normalizer {
    /// A normalizer with these rules.
    pub fn new(rules: &[Rule]) -> Self {
        let mut longest = [0; 256];
        for rule in rules {
            if let Some(&first) = rule.key.as_bytes().first() {
                let longest = &mut longest[usize::from(first)];
                *longest = (*longest).max(u8::try_from(rule.key.len()).unwrap_or(u8::MAX));
            }
        }
        let rules = rules.iter().map(|rule| (rule.key.clone(), rule.replacement.clone())).collect();
        Self { rules, longest }
    }

    /// `text` as the pieces spell it: at each position the longest key is replaced, spaces at both ends and repeated
    /// spaces are removed, each space and the text's beginning become [`SPACE`]. Empty when only spaces are left.
    pub fn normalize(&self, text: &str) -> String {
        let mut replaced = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let longest = usize::from(self.longest[usize::from(rest.as_bytes()[0])]).min(rest.len());
            let found = (1..=longest).rev().find_map(|end| {
                let key = rest.get(..end)?;
                Some((end, self.rules.get(key)?.as_str()))
            });
            let end = match found {
                Some((end, replacement)) => {
                    replaced.push_str(replacement);
                    end
                }
                None => {
                    replaced.push(first);
                    first.len_utf8()
                }
            };
            rest = &rest[end..];
        }
        let mut out = String::with_capacity(replaced.len() + 3);
        for word in replaced.split(' ').filter(|word| !word.is_empty()) {
            out.push(SPACE);
            out.push_str(word);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_key_wins_and_spaces_are_marked() {
        let rule = |key: &str, replacement: &str| Rule { key: key.into(), replacement: replacement.into() };
        let rules = [rule("a", "b"), rule("ab", "x"), rule("\t", " "), rule("\u{AD}", "")];
        let normalizer = Normalizer::new(&rules);
        assert_eq!(normalizer.normalize(" ab  a\u{AD}c\té "), "▁x▁bc▁é");
        assert_eq!(normalizer.normalize(" \t "), "");
    }
}
