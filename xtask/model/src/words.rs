//! Word lists of wordfreq (Speer 2022): words with their share of all words in a language.
//!
//! A list is gzipped MessagePack, format "cB": a header, then for each centibel, from 0 down, the words whose
//! frequency rounds to that: index i after the header stands for a share of 10^(−i/100).

use crate::wheel::Wheel;
use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::io::Read;

/// A word and its share of all words, between 0 and 1.
pub struct Word {
    pub text: String,
    pub share: f64,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Entry {
    Words(Vec<String>),
    Header { format: String, version: u32 },
}

/// The list `name`, such as `large_en`, most frequent words first.
///
/// # Errors
/// When the wheel has no such list or it is of another format.
pub fn list(wheel: &mut Wheel, name: &str) -> Result<Vec<Word>> {
    let packed = wheel.read(&format!("wordfreq/data/{name}.msgpack.gz"))?;
    let mut bytes = Vec::new();
    GzDecoder::new(&packed[..])
        .read_to_end(&mut bytes)
        .with_context(|| format!("the word list {name} is damaged"))?;
    parse(&bytes).with_context(|| format!("the word list {name} is not as expected"))
}

fn parse(bytes: &[u8]) -> Result<Vec<Word>> {
    let mut entries = rmp_serde::from_slice::<Vec<Entry>>(bytes)?.into_iter();
    match entries.next() {
        Some(Entry::Header { format, version: 1 }) if format == "cB" => {}
        _ => bail!("it is not of the format cB, version 1"),
    }
    let mut words = Vec::new();
    for (centibel, entry) in entries.enumerate() {
        let Entry::Words(texts) = entry else { bail!("it has a second header") };
        let share = 10f64.powf(-(centibel as f64) / 100.0);
        words.extend(texts.into_iter().map(|text| Word { text, share }));
    }
    Ok(words)
}

/// The spellings of a word in running text, each with its part of the word's occurrences. Lists are in lower case;
/// most occurrences are too, some begin a sentence, short words are shouted or abbreviations.
pub fn spellings(word: &str, language: &str) -> Vec<(String, f64)> {
    let lower = word.to_lowercase();
    let upper = |text: &str| {
        // Turkish and its dotted letter.
        if language == "tr" { text.replace('i', "İ").to_uppercase() } else { text.to_uppercase() }
    };
    let first = lower.chars().next().map_or(0, char::len_utf8);
    let mut forms = vec![(word.to_owned(), LOWER), (upper(&lower[..first]) + &lower[first..], CAPITALIZED)];
    if word.chars().count() < SHORT {
        forms.push((upper(&lower), UPPER));
    }
    forms
}

const LOWER: f64 = 0.8;
const CAPITALIZED: f64 = 0.17;
const UPPER: f64 = 0.03;
/// Words with fewer characters than this are tried in capitals.
const SHORT: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_follow_the_index() {
        // [{"format": "cB", "version": 1}, [], ["a", "b"]] in MessagePack.
        let mut bytes = vec![0x93, 0x82, 0xA6];
        bytes.extend_from_slice(b"format\xA2cB\xA7version\x01\x90\x92\xA1a\xA1b");
        let words = parse(&bytes).unwrap();
        assert_eq!(words.len(), 2);
        assert!((words[1].share - 10f64.powf(-0.01)).abs() < 1e-12);
        assert!(parse(&bytes[..bytes.len() - 1]).is_err());
        assert!(parse(&[0x91, 0x90]).is_err());
    }

    #[test]
    fn spellings_are_those_of_running_text() {
        let forms =
            |word, language| spellings(word, language).into_iter().map(|form| form.0).collect::<Vec<_>>();
        assert_eq!(forms("this", "en"), ["this", "This", "THIS"]);
        assert_eq!(forms("sentence", "en"), ["sentence", "Sentence"]);
        assert_eq!(forms("iki", "tr"), ["iki", "İki", "İKİ"]);
    }
}
