//! Pieces of a text that cannot panic, and words at their ends; each called often, none inlined, as a
//! checked slice or a loop over words costs more program than a call.

/// The text from byte `at` on; nothing where that is inside a character or beyond the end.
#[inline(never)]
pub(super) fn tail(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// The text up to byte `at`; nothing where that is inside a character or beyond the end.
#[inline(never)]
pub(super) fn head(text: &str, at: usize) -> &str {
    text.get(..at).unwrap_or_default()
}

/// The first character from byte `at` on.
#[inline(never)]
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    tail(text, at).chars().next()
}

/// Whether the text from byte `at` on begins with a piece.
#[inline(never)]
pub(super) fn follows(text: &str, at: usize, piece: &str) -> bool {
    tail(text, at).as_bytes().starts_with(piece.as_bytes())
}

/// The number of the first of some pieces that a text begins with.
#[inline(never)]
pub(super) fn begins(text: &str, pieces: &[&str]) -> Option<usize> {
    pieces.iter().position(|piece| follows(text, 0, piece))
}

/// Whether a text ends with one of some pieces.
#[inline(never)]
pub(super) fn ends(text: &str, pieces: &[&str]) -> bool {
    pieces.iter().any(|piece| text.as_bytes().ends_with(piece.as_bytes()))
}

/// The number of a word among others, small and capital letters being the same.
#[inline(never)]
pub(super) fn place(word: &str, words: &[&str]) -> Option<usize> {
    words.iter().position(|w| w.eq_ignore_ascii_case(word))
}

/// Whether a character is among some.
#[inline(never)]
pub(super) fn holds(some: &str, c: char) -> bool {
    some.chars().any(|s| s == c)
}

/// Whether a number is a whole multiple of another.
#[inline(never)]
pub(super) fn multiple(value: f64, of: f64) -> bool {
    let times = value / of;
    times == times.trunc()
}

/// How many bytes at the beginning of a text are letters of English.
#[inline(never)]
pub(super) fn letters(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_alphabetic).count()
}

/// The word of English letters that a text ends with.
#[inline(never)]
pub(super) fn last_word(text: &str) -> &str {
    let letters = text.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    tail(text, text.len() - letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_panic() {
        for at in 0..9 {
            assert!(tail("a桥b", at).len() + head("a桥b", at).len() <= 5);
        }
        assert_eq!((tail("桥", 1), head("桥", 7), char_at("桥x", 3)), ("", "", Some('x')));
        assert_eq!(begins("per cent", &["percent", "per cent"]), Some(1));
        assert_eq!((place("May", &["may"]), last_word("in 5 May"), letters("May 5")), (Some(0), "May", 3));
        assert!(ends("大约", &["约"]) && multiple(40.0, 10.0) && !multiple(41.0, 10.0));
    }
}
