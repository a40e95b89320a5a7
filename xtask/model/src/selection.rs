//! Which pieces of the vocabulary a file for some languages keeps, and which normalization rules.
//!
//! A script of its own (Han, kana, Hangul, Cyrillic, Arabic, Thai) brings all its pieces. Latin script is shared by
//! most of the model's languages, so there the word lists choose: the pieces that the words of the chosen languages
//! are split into, with a frequency above a threshold. Digits, punctuation and symbols in general use, and single
//! letters, are always kept: nothing else can stand for them.

use crate::charsmap::Rule;
use crate::languages::{Language, Writing};
use crate::normalizer::SPACE;
use crate::tokenizer::Tokenizer;
use crate::vocabulary::{Kind, Vocabulary};
use crate::words::{Word, spellings};
use rayon::prelude::*;
use std::collections::HashSet;
use unicode_script::{Script, UnicodeScript};

/// How often each piece occurs in a language, a number a row of the vocabulary: the sum over the words that are split
/// into it, of the word's share of all words.
pub fn piece_shares(tokenizer: &Tokenizer, rows: usize, words: &[Word], language: &Language) -> Vec<f64> {
    let sum = |mut sums: Vec<f64>, words: &[Word]| {
        for word in words {
            for (form, part) in spellings(&word.text, language.tag) {
                for row in tokenizer.pieces(&form) {
                    sums[row as usize] += word.share * part;
                }
            }
        }
        sums
    };
    // Chunks of one size and a sum in order: the result does not depend on the number of threads.
    let parts: Vec<Vec<f64>> = words.par_chunks(1 << 15).map(|words| sum(vec![0.0; rows], words)).collect();
    let mut shares = vec![0.0; rows];
    for part in parts {
        shares.iter_mut().zip(part).for_each(|(sum, share)| *sum += share);
    }
    shares
}

/// The rows to keep, ascending by the pieces' bytes. `shares` has one list of [`piece_shares`] for each chosen language
/// in Latin script.
pub fn rows(
    vocabulary: &Vocabulary,
    languages: &[&Language],
    shares: &[Vec<f64>],
    threshold: f64,
) -> Vec<u32> {
    let scripts: Vec<Script> = languages
        .iter()
        .flat_map(|language| match language.writing {
            Writing::Scripts(scripts) => scripts,
            Writing::Latin => &[],
        })
        .copied()
        .collect();
    let wanted = |row: usize, text: &str| {
        let chars = || text.chars().filter(|&char| char != SPACE);
        chars().all(|char| of_scripts(char, &scripts))
            || (chars().count() <= 1 || !chars().any(char::is_alphabetic))
                && chars().all(|char| is_general(char) || uses(char, &scripts))
            || chars().all(|char| char.is_ascii() || char.script() == Script::Latin)
                && shares.iter().any(|shares| shares[row] > threshold)
    };
    let mut rows: Vec<u32> = (0..vocabulary.pieces.len())
        .filter(|&row| {
            let piece = &vocabulary.pieces[row];
            piece.kind == Kind::Ordinary && wanted(row, &piece.text)
        })
        .map(|row| row as u32)
        .collect();
    sort(&mut rows, vocabulary);
    rows
}

/// All ordinary pieces, ascending by bytes.
pub fn all_rows(vocabulary: &Vocabulary) -> Vec<u32> {
    let mut rows: Vec<u32> = (0..vocabulary.pieces.len() as u32)
        .filter(|&row| vocabulary.pieces[row as usize].kind == Kind::Ordinary)
        .collect();
    sort(&mut rows, vocabulary);
    rows
}

fn sort(rows: &mut [u32], vocabulary: &Vocabulary) {
    rows.sort_unstable_by_key(|&row| vocabulary.pieces[row as usize].text.as_bytes());
}

/// Whether a character is a letter of one of the scripts, or a mark or sign that only they use.
fn of_scripts(char: char, scripts: &[Script]) -> bool {
    scripts.contains(&char.script()) || char.is_alphabetic() && uses(char, scripts)
}

/// Whether Unicode says that these scripts, and not all, use a character: `ー` of kana, `،` of Arabic.
fn uses(char: char, scripts: &[Script]) -> bool {
    let extension = unicode_script::UnicodeScript::script_extension(&char);
    !extension.is_common()
        && !extension.is_inherited()
        && scripts.iter().any(|&script| extension.contains_script(script))
}

/// Blocks with the letters, digits, punctuation and symbols in general use: Latin up to Extended-B; general
/// punctuation; currency; letter-like symbols to mathematical operators; enclosed characters to geometric shapes; CJK
/// punctuation; half and full width forms.
fn is_general(char: char) -> bool {
    matches!(
        char,
        '\0'..'\u{250}'
            | '\u{2000}'..'\u{2070}'
            | '\u{20A0}'..'\u{20D0}'
            | '\u{2100}'..'\u{2300}'
            | '\u{2460}'..'\u{2600}'
            | '\u{3000}'..'\u{3040}'
            | '\u{FF00}'..'\u{FFF0}'
    )
}

/// The normalization rules that can lead to one of the kept pieces: those whose replacement is empty, a space, or
/// made of characters that occur in one.
pub fn rules(all: &[Rule], vocabulary: &Vocabulary, rows: &[u32]) -> Vec<Rule> {
    let known: HashSet<char> =
        rows.iter().flat_map(|&row| vocabulary.pieces[row as usize].text.chars()).chain([' ']).collect();
    all.iter().filter(|rule| rule.replacement.chars().all(|char| known.contains(&char))).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages;
    use crate::vocabulary::Piece;

    const PIECES: [&str; 16] = [
        "<unk>",
        "▁",
        "▁the",
        "▁der",
        "é",
        "語",
        "▁中文",
        "の",
        "カー",
        "12",
        "。",
        "Ж",
        "ท่า",
        "ﷺ",
        "▁naïve",
        "，中",
    ];

    fn kept(list: &str, shares: &[Vec<f64>]) -> Vec<&'static str> {
        let pieces = PIECES.map(|text| Piece {
            text: text.into(),
            score: -1.0,
            kind: if text == "<unk>" { Kind::Unknown } else { Kind::Ordinary },
        });
        let vocabulary = Vocabulary { pieces: pieces.into(), charsmap: Vec::new() };
        let rows = rows(&vocabulary, &languages::parse(list).unwrap(), shares, 1e-7);
        let mut kept: Vec<_> = rows.iter().map(|&row| PIECES[row as usize]).collect();
        assert!(kept.is_sorted());
        kept.sort_by_key(|text| PIECES.iter().position(|piece| piece == text));
        kept
    }

    #[test]
    fn scripts_word_lists_and_general_signs_choose() {
        let mut english = vec![0.0; PIECES.len()];
        english[2] = 1e-2;
        english[3] = 1e-8;
        english[14] = 2e-7;
        let english = [english];
        assert_eq!(kept("zh,en", &english), ["▁", "▁the", "é", "語", "▁中文", "12", "。", "▁naïve"]);
        assert_eq!(kept("ja", &[]), ["▁", "é", "語", "▁中文", "の", "カー", "12", "。"]);
        assert_eq!(kept("th,ru", &[]), ["▁", "é", "12", "。", "Ж", "ท่า"]);
    }

    #[test]
    fn rules_that_lead_nowhere_are_dropped() {
        let rule = |replacement: &str| Rule { key: "k".into(), replacement: replacement.into() };
        let piece = Piece { text: "▁ab".into(), score: -1.0, kind: Kind::Ordinary };
        let vocabulary = Vocabulary { pieces: vec![piece], charsmap: Vec::new() };
        let all = [rule("ab"), rule(""), rule(" a"), rule("c")];
        assert_eq!(rules(&all, &vocabulary, &[0]), all[..3]);
    }
}
