//! Words as they are written: the same word in Latin letters on both sides, or words of one origin.

use super::pieces::{char_at, head, tail};
use super::sounds::plain;
use std::ops::Range;

/// A word of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    /// In lower case; dots inside stay (`manifest.bin`), apostrophes end a word.
    pub lower: String,
    /// Whether it begins with a capital letter and goes on with a small one.
    pub name: bool,
    /// Whether it is all capitals.
    pub capitals: bool,
    /// Whether it is the first of its sentence.
    pub first: bool,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
}

/// Whether a character belongs to a script that puts no spaces between words.
pub(super) fn unspaced(c: char) -> bool {
    matches!(c as u32, 0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x2e80..=0x312f | 0x31a0..=0x9fff
        | 0xf900..=0xfaff | 0xff66..=0xff9d | 0x20000..=0x3ffff)
}

/// Whether a character is Chinese, or Japanese in Chinese characters.
pub(super) fn han(c: char) -> bool {
    matches!(c as u32, 0x3400..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// Whether most letters are Chinese characters, each of which says as much as three letters.
pub(super) fn mostly_han(chars: impl Iterator<Item = char>) -> bool {
    let mut han = 0usize;
    let mut other = 0usize;
    for c in chars {
        if self::han(c) {
            han += 3;
        } else if c.is_alphabetic() {
            other += 1;
        }
    }
    han > other
}

/// The words of a sentence in spaced scripts, digits-only ones left out.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let inside = |c: char| c.is_alphanumeric() && !unspaced(c);
    let mut rest = text;
    while let Some(start) = rest.find(inside) {
        let word = tail(rest, start);
        let mut end = 0;
        for (at, c) in word.char_indices() {
            let next = at + c.len_utf8();
            let joins = matches!(c, '.' | '_' | '@') && char_at(word, next).is_some_and(inside);
            if !inside(c) && !joins {
                break;
            }
            end = next;
        }
        let word = head(word, end);
        let at = text.len() - rest.len() + start;
        let first = out.is_empty();
        if word.chars().any(char::is_alphabetic) && word.len() < 100 {
            let mut chars = word.chars();
            let name = chars.next().is_some_and(char::is_uppercase) && chars.any(char::is_lowercase);
            let capitals = !word.chars().any(char::is_lowercase);
            out.push(Word {
                lower: word.chars().flat_map(char::to_lowercase).collect(),
                name,
                capitals,
                first,
                span: at..at + end,
            });
        }
        rest = tail(rest, start + end);
    }
    out
}

/// The beginning that a word shares with its relatives in other languages: five letters without accents.
pub(super) fn stem(lower: &str) -> Option<String> {
    let stem: String = lower.chars().map(plain).take(5).collect();
    (lower.chars().count() > 5).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_words() {
        let lower = |text: &str| words(text).into_iter().map(|w| w.lower).collect::<Vec<_>>();
        for (text, expected) in [
            ("用manifest.bin文件", &["manifest.bin"][..]),
            ("The U.S. won't pay.", &["the", "u.s", "won", "t", "pay"]),
            ("SPF、DKIM和DMARC", &["spf", "dkim", "dmarc"]),
            ("2024 年", &[]),
            ("ends with a dot.", &["ends", "with", "a", "dot"]),
            ("Élan für Straße", &["élan", "für", "straße"]),
        ] {
            assert_eq!(lower(text), expected, "{text}");
        }
        assert_eq!(stem("gouvernement").as_deref(), Some("gouve"));
        assert_eq!(stem("élémentaire"), stem("elementary"));
    }
}
