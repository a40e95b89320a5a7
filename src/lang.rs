//! Languages: the tag a text carries, and guessing it from the script and a few common words.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// A BCP 47 language tag, such as `zh` or `en`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Lang(Cow<'static, str>);

impl Lang {
    /// Chinese, in either script.
    pub const ZH: Lang = Lang(Cow::Borrowed("zh"));
    /// English.
    pub const EN: Lang = Lang(Cow::Borrowed("en"));
    /// Undetermined: nothing in the text tells.
    pub const UND: Lang = Lang(Cow::Borrowed("und"));

    /// The language with this tag.
    pub fn new(tag: impl Into<Cow<'static, str>>) -> Self {
        Lang(tag.into())
    }

    /// The whole tag.
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// The tag's first part: `zh` of `zh-Hant-TW`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The writing systems that tell the two texts of a page apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Chinese characters, with kana where the text is Japanese.
    Han,
    /// Japanese syllables.
    Kana,
    /// Korean.
    Hangul,
    /// Cyrillic.
    Cyrillic,
    /// Arabic.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Greek.
    Greek,
    /// Thai.
    Thai,
    /// Devanagari.
    Devanagari,
    /// Latin, and everything that no other entry names.
    Latin,
}

/// A script, its most frequent language, and the Unicode blocks that hold its letters.
type Row = (Script, &'static str, &'static [(char, char)]);

const SCRIPTS: &[Row] = &[
    (
        Script::Han,
        "zh",
        &[
            ('\u{3400}', '\u{4DBF}'),
            ('\u{4E00}', '\u{9FFF}'),
            ('\u{F900}', '\u{FAFF}'),
            ('\u{20000}', '\u{323AF}'),
        ],
    ),
    (Script::Kana, "ja", &[('\u{3041}', '\u{30FF}'), ('\u{31F0}', '\u{31FF}'), ('\u{FF66}', '\u{FF9F}')]),
    (Script::Hangul, "ko", &[('\u{1100}', '\u{11FF}'), ('\u{3130}', '\u{318F}'), ('\u{AC00}', '\u{D7AF}')]),
    (Script::Cyrillic, "ru", &[('\u{0400}', '\u{052F}')]),
    (Script::Arabic, "ar", &[('\u{0600}', '\u{06FF}'), ('\u{0750}', '\u{077F}')]),
    (Script::Hebrew, "he", &[('\u{0590}', '\u{05FF}')]),
    (Script::Greek, "el", &[('\u{0370}', '\u{03FF}')]),
    (Script::Thai, "th", &[('\u{0E00}', '\u{0E7F}')]),
    (Script::Devanagari, "hi", &[('\u{0900}', '\u{097F}')]),
    (Script::Latin, "en", &[('A', 'Z'), ('a', 'z'), ('\u{00C0}', '\u{024F}'), ('\u{1E00}', '\u{1EFF}')]),
];

/// How many Latin letters weigh as much as one Chinese character.
const LETTERS_A_CHARACTER: usize = 3;

impl Script {
    /// The script of one letter; `None` for anything that is no letter of a script in the table.
    pub fn of(c: char) -> Option<Script> {
        if c.is_ascii() {
            return c.is_ascii_alphabetic().then_some(Script::Latin);
        }
        let within = |row: &&Row| row.2.iter().any(|&(from, to)| (from..=to).contains(&c));
        SCRIPTS.iter().find(within).map(|row| row.0)
    }

    /// The script that most of a text is written in. Kana make a text Japanese, however few.
    pub fn main(text: &str) -> Script {
        Script::of_texts(std::iter::once(text)).unwrap_or(Script::Latin)
    }

    /// The script that most of some texts together is written in; `None` where they have no letters.
    pub fn of_texts<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Script> {
        let mut counts = [0usize; SCRIPTS.len()];
        for script in texts.flat_map(str::chars).filter_map(Script::of) {
            let heavy = matches!(script, Script::Han | Script::Kana | Script::Hangul);
            counts[script as usize] += if heavy { LETTERS_A_CHARACTER } else { 1 };
        }
        let (han, kana) = (counts[Script::Han as usize], counts[Script::Kana as usize]);
        if kana * 10 > han {
            counts[Script::Kana as usize] += std::mem::take(&mut counts[Script::Han as usize]);
        }
        let most = counts.iter().max().copied().filter(|&most| most > 0)?;
        SCRIPTS.iter().zip(counts).find(|(_, count)| *count == most).map(|(row, _)| row.0)
    }

    /// The most frequent language of the script.
    pub fn lang(self) -> Lang {
        SCRIPTS.iter().find(|row| row.0 == self).map_or(Lang::UND, |row| Lang::new(row.1))
    }
}

/// Frequent words that other languages in Latin letters do not share.
const WORDS: &[(&str, &[&str])] = &[
    ("en", &["the", "and", "of", "to", "that", "is", "was", "for", "with", "it"]),
    ("fr", &["le", "les", "des", "et", "est", "une", "dans", "qui", "pour", "du"]),
    ("de", &["der", "die", "und", "das", "ist", "nicht", "ein", "mit", "den", "von"]),
    ("es", &["el", "los", "las", "del", "que", "una", "por", "con", "para", "y"]),
    ("it", &["il", "che", "di", "della", "per", "una", "sono", "gli", "non", "è"]),
    ("pt", &["os", "da", "do", "que", "não", "uma", "para", "com", "em", "é"]),
    ("nl", &["het", "een", "van", "de", "niet", "dat", "zijn", "voor", "met", "op"]),
    ("pl", &["się", "nie", "na", "jest", "że", "w", "z", "do", "przez", "oraz"]),
    ("tr", &["bir", "ve", "bu", "için", "ile", "da", "de", "olarak", "çok", "gibi"]),
];

/// How many words of a text are enough to tell its language.
const SAMPLE_WORDS: usize = 2_000;

/// The language of a text that comes in pieces: by its script, and in Latin letters by its most
/// frequent words. English where Latin words tell nothing, undetermined where there are no letters.
pub fn detect<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Lang {
    Script::of_texts(texts.clone()).map_or(Lang::UND, |script| detect_in(script, texts))
}

/// The language of a text in a known script, as [`detect`] finds it.
pub(crate) fn detect_in<'a>(script: Script, texts: impl Iterator<Item = &'a str>) -> Lang {
    if script != Script::Latin {
        return script.lang();
    }
    let mut counts = [0usize; WORDS.len()];
    let words =
        texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic())).filter(|word| !word.is_empty());
    for word in words.take(SAMPLE_WORDS) {
        for (count, (_, common)) in counts.iter_mut().zip(WORDS) {
            *count += usize::from(common.iter().any(|entry| word.eq_ignore_ascii_case(entry)));
        }
    }
    let most = counts.iter().max().copied().unwrap_or(0);
    WORDS.iter().zip(counts).find(|(_, count)| *count == most).map_or(Lang::EN, |(row, _)| Lang::new(row.0))
}

/// Whether a character is one that Chinese, Japanese or Korean text is written in.
pub fn is_cjk(c: char) -> bool {
    matches!(Script::of(c), Some(Script::Han | Script::Kana | Script::Hangul))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_tell_their_language() {
        for (text, tag) in [
            ("港口在黎明时关闭。", "zh"),
            ("港口在黎明時關閉,GPS 訊號消失了。", "zh"),
            ("港は夜明けに閉まった。", "ja"),
            ("항구는 새벽에 닫혔다.", "ko"),
            ("Порт закрылся на рассвете.", "ru"),
            ("أغلق الميناء عند الفجر.", "ar"),
            ("The port closed at dawn, and nobody said why.", "en"),
            ("Le port a fermé dans la nuit et les bateaux sont partis.", "fr"),
            ("Der Hafen war geschlossen und nicht ein Schiff lag dort.", "de"),
            ("El puerto se cerró por la noche y los barcos se fueron.", "es"),
            ("Ravensby", "en"),
            ("12 — 34", "und"),
            ("", "und"),
        ] {
            assert_eq!(detect(std::iter::once(text)).tag(), tag, "{text}");
        }
    }

    #[test]
    fn a_tag_has_a_first_part() {
        assert_eq!(Lang::new("zh-Hant-TW").primary(), "zh");
        assert_eq!(Lang::EN.primary(), "en");
    }
}
