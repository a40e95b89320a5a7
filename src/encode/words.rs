//! The words of a sentence, as ranges of its pieces: small enough that what they mean can be told from anything else.
//!
//! Where scripts put spaces, what stands between two of them is a word. Where they put none, the vocabulary's pieces are
//! words or parts of words, so each piece is taken, and each two of a single character that stand side by side.

use crate::lang::Script;
use std::ops::Range;

/// The mark that the tokenizer puts where a word begins.
const BEGINNING: char = '▁';
/// The most pieces of a word that are read.
const MOST: usize = 3;
/// The most words of a sentence: links compare each with each of others.
const MANY: usize = 100;

/// What a piece is to the words around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Letters of a script without spaces.
    Unspaced,
    /// Letters of a script with spaces: the first of a word, or more of it.
    First,
    More,
    /// Numbers and marks.
    Other,
}

fn kind(piece: &str) -> Kind {
    let letters = piece.trim_start_matches(BEGINNING);
    match letters.chars().find(|c| c.is_alphabetic()) {
        Some(c) if unspaced(c) => Kind::Unspaced,
        Some(_) if letters.contains(|c: char| c.is_numeric()) => Kind::Other,
        Some(_) if letters.len() < piece.len() => Kind::First,
        Some(_) => Kind::More,
        None => Kind::Other,
    }
}

/// Whether a piece is one letter of a script without spaces: seldom a word by itself.
fn single(piece: &str) -> bool {
    let mut letters = piece.trim_start_matches(BEGINNING).chars();
    letters.next().is_some_and(unspaced) && letters.next().is_none()
}

/// Whether a letter belongs to a script that puts no spaces between words.
fn unspaced(c: char) -> bool {
    matches!(Script::of(c), Some(Script::Han | Script::Kana | Script::Thai))
}

/// Where the words of a sentence are among its pieces, by their ends.
pub(super) fn words(pieces: &[&str]) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut before = Kind::Other;
    // Whether a word with spaces around it began right here: the tokenizer may cut its mark off.
    let mut begins = true;
    for (at, piece) in pieces.iter().enumerate() {
        let kind = kind(piece);
        match kind {
            Kind::Unspaced => {
                if at > 0 && single(piece) && single(pieces[at - 1]) {
                    words.push(at - 1..at + 1);
                }
                words.push(at..at + 1);
            }
            Kind::More if !begins && matches!(before, Kind::First | Kind::More) => {
                if let Some(word) = words.last_mut().filter(|word| word.len() < MOST) {
                    word.end = at + 1;
                }
            }
            Kind::First | Kind::More => words.push(at..at + 1),
            Kind::Other => {}
        }
        begins = *piece == "▁";
        before = kind;
    }
    words.retain(|word| {
        let letters =
            pieces[word.clone()].iter().flat_map(|piece| piece.chars()).filter(|c| c.is_alphabetic());
        letters.map(|c| if unspaced(c) { 2 } else { 1 }).sum::<usize>() > 1
    });
    words.truncate(MANY);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_scripts_with_spaces_and_without() {
        for (pieces, expected) in [
            (
                &["▁The", "▁", "plumb", "ers", "▁came", ",", "▁43", "."][..],
                &["▁The", "plumbers", "▁came"][..],
            ),
            (&["▁水管", "裂", "了", "，", "她"], &["▁水管", "裂", "裂了", "了", "她"]),
            (&["▁用", "▁GPS", "▁3", "G", "導", "航"], &["▁用", "▁GPS", "導", "導航", "航"]),
            (&["▁a", "▁I", "’", "m"], &[]),
            (&["▁", "anti", "dis", "establish", "ment"], &["antidisestablish"]),
            (&[], &[]),
        ] {
            let found: Vec<String> = words(pieces).into_iter().map(|word| pieces[word].concat()).collect();
            let mut sorted = found.clone();
            sorted.sort();
            let mut expected: Vec<String> = expected.iter().map(|word| (*word).to_owned()).collect();
            expected.sort();
            assert_eq!(sorted, expected, "{pieces:?}");
        }
    }
}
