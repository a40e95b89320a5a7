//! The words that the rules know: one small table a language.
//!
//! A table holds only what cannot be seen from a word's shape. Initials (`J. K.`), dotted letters
//! (`U.S.`), numbers and file names are in none.

pub(super) mod chinese;
mod english;
mod others;

use crate::lang::Lang;
use english::ENGLISH;
use others::{ORDINALS, OTHERS};

/// A list of words with a space between them. It is read from start to end: the lists are a few
/// hundred bytes long, and a table of slices would be larger in the wasm than the words themselves.
#[derive(Clone, Copy)]
pub(super) struct Words(&'static str);

impl Words {
    /// The words, in order.
    pub(super) fn iter(self) -> impl Iterator<Item = &'static str> {
        self.0.split(' ')
    }

    /// Whether `word` is in the list. An entry in lower case is found in any case; one with a capital
    /// only with a capital, so that `Gen.` is a rank and `gen.` is not; a single letter only as it
    /// stands, so that `v.` is versus and `V.` an initial.
    pub(super) fn has(self, word: &str) -> bool {
        let capital = |text: &str| text.starts_with(char::is_uppercase);
        let same = |entry: &str| {
            entry == word
                || entry.len() > 1 && entry.eq_ignore_ascii_case(word) && (!capital(entry) || capital(word))
        };
        !word.is_empty() && self.iter().any(same)
    }
}

/// What an abbreviation lets follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before what it belongs to and never ends a sentence: `Dr.`, `e.g.`
    Inner,
    /// Stands before a number; without one it is an ordinary word: `No. 5`, but `No. I won't.`
    Number,
    /// May end a sentence; the next word tells: `Inc.`, `Jan.`, `U.S.`
    Either,
    /// A single capital, of a name or not: `J. Smith`, `vitamin C.`
    Initial,
    /// As `Either`, unless a time zone or a day follows: `a.m.`
    Clock,
    /// Ends a sentence if the next word could begin one: `etc.`
    Last,
}

/// The tables and switches of a language.
#[derive(Clone, Copy)]
pub(super) struct Rules {
    abbreviations: &'static [(Abbreviation, Words)],
    /// Words that open a sentence and seldom begin a name.
    pub openers: Words,
    /// Words that in lower case go on with a sentence behind a question mark.
    pub joiners: Words,
    /// Verbs of speech that follow the speaker's name.
    pub speech: Words,
    /// Names that end in an exclamation mark.
    pub shouts: Words,
    /// What may follow an hour and belong to it.
    pub clock: Words,
    /// Words that begin a phrase of time, which the sentence follows: `At 5 a.m. Mr. Smith rose.`
    pub early: Words,
    /// Whether the tables are full enough to let a sentence begin in lower case, as with names of
    /// programs.
    pub lower: bool,
    /// Whether a full stop makes an ordinal number: `am 3. Oktober`.
    pub ordinals: bool,
    /// Whether `;` asks.
    pub greek: bool,
}

impl Rules {
    /// The longest abbreviation looked for, in bytes.
    const LONGEST: usize = 12;

    /// The rules for a language. Chinese and Japanese pages take their Latin words from English.
    pub(super) fn of(lang: &Lang) -> Rules {
        let primary = lang.primary();
        let english = matches!(primary, "en" | "zh" | "ja" | "und");
        Rules {
            ordinals: ORDINALS.has(primary),
            greek: primary == "el",
            ..if english { ENGLISH } else { OTHERS }
        }
    }

    /// The abbreviation that `word` is, without its full stop.
    pub(super) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        if word.len() > Self::LONGEST {
            return None;
        }
        let mut kinds = self.abbreviations.iter();
        kinds.find(|(_, words)| words.has(word)).map(|&(kind, _)| kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals() {
        let cases = [
            ("Gen", "Gen", true),
            ("Gen", "GEN", true),
            ("Gen", "gen", false),
            ("etc", "Etc", true),
            ("v", "v", true),
            ("v", "V", false),
            ("al etc", "etc", true),
            ("al etc", "", false),
            ("", "", false),
        ];
        for (words, word, held) in cases {
            assert_eq!(Words(words).has(word), held, "{word} in {words}");
        }
    }

    #[test]
    fn no_abbreviation_is_too_long() {
        for rules in [ENGLISH, OTHERS] {
            for (_, words) in rules.abbreviations {
                assert!(words.iter().all(|word| word.len() <= Rules::LONGEST));
            }
        }
    }
}
