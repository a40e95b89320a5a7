//! From sentences to the things that they mention: numbers, words, names, one function a source.

use super::common::Concepts;
use super::evidence::{Evidence, Mention, Sentence, Source, Thing};
use super::keys::{Key, falling, hash, risen, sort};
use super::marks::Marks;
use super::meaning::Meaning;
use super::numbers::{self, Number};
use super::variants::simplified;
use super::words::{self, Word};
use super::{Side, names};
use crate::page::BlockKind;
use std::borrow::Cow;

/// A mention before it is known whether the other side has it.
type Raw = (u64, Source, f32);

/// Finds what two sides have in common.
pub(super) fn gather<'a>(left: &Side<'a>, right: &Side<'a>) -> Evidence<'a> {
    let (left_words, right_words) = (side_words(left), side_words(right));
    let (mut left_raw, mut right_raw) = (raw(left, &left_words), raw(right, &right_words));
    let (left_numbers, right_numbers) =
        (side_numbers(left, &mut left_raw), side_numbers(right, &mut right_raw));
    let (left_han, right_han) = (is_han(left), is_han(right));
    if left_han && right_han {
        pairs_of_characters(left, &mut left_raw);
        pairs_of_characters(right, &mut right_raw);
    } else if left_han {
        across_scripts(left, &mut left_raw, right, &right_words, &mut right_raw);
    } else if right_han {
        across_scripts(right, &mut right_raw, left, &left_words, &mut left_raw);
    } else if left.lang.primary() != right.lang.primary() {
        stems(&left_words, &mut left_raw);
        stems(&right_words, &mut right_raw);
    }
    let (left_keys, right_keys) = (keys(&left_raw), keys(&right_raw));
    let mut things = Vec::new();
    let mut shared = Vec::new();
    for &(key, source, count) in &left_keys {
        if let Ok(at) = right_keys.binary_search_by_key(&key, |k| k.0) {
            let (left_count, right_count) = (count, right_keys[at].2);
            let rarity = (rarity(left_count, left_raw.len()) + rarity(right_count, right_raw.len())) / 2.0;
            things.push(Thing { source, rarity, left: left_count, right: right_count });
            shared.push(key);
        }
    }
    Evidence {
        left: sentences(left, left_raw, left_numbers, &shared, &things),
        right: sentences(right, right_raw, right_numbers, &shared, &things),
        things,
        meaning: meaning(left, right),
    }
}

/// The vectors of both sides, where both have one for each sentence.
fn meaning<'a>(left: &Side<'a>, right: &Side<'a>) -> Option<Meaning<'a>> {
    let whole = |side: &Side<'a>| {
        side.meaning.filter(|vectors| vectors.len() == side.sentences.len() && !vectors.is_empty())
    };
    Some(Meaning::new(whole(left)?, whole(right)?))
}

/// How rare a thing is that `count` of `sentences` mention.
fn rarity(count: u32, sentences: usize) -> f32 {
    1.0 - (count as f32).ln() / (sentences as f32 + 1.0).ln().max(0.1)
}

/// Whether most letters of a side are Chinese characters.
fn is_han(side: &Side<'_>) -> bool {
    words::mostly_han(side.sentences.iter().take(200).flat_map(|s| s.text.chars().take(400)))
}

fn side_words(side: &Side<'_>) -> Vec<Vec<Word>> {
    side.sentences.iter().map(|s| words::words(s.text)).collect()
}

fn raw(side: &Side<'_>, words: &[Vec<Word>]) -> Vec<Vec<Raw>> {
    let mentions = |w: &Word| (hash(1, w.lower.as_bytes()), Source::Word, 1.0);
    let long = |w: &&Word| w.lower.len() > 1;
    debug_assert_eq!(side.sentences.len(), words.len());
    words.iter().map(|words| words.iter().filter(long).map(mentions).collect()).collect()
}

fn side_numbers(side: &Side<'_>, raw: &mut [Vec<Raw>]) -> Vec<Vec<Number>> {
    let mut all = Vec::with_capacity(raw.len());
    for (sentence, raw) in side.sentences.iter().zip(raw) {
        let numbers = numbers::find(sentence.text, &side.lang);
        for number in &numbers {
            for (class, value, weight) in number.keys() {
                let mut bytes = [class; 5];
                bytes[1..].copy_from_slice(&value.to_le_bytes());
                raw.push((hash(2, &bytes), Source::Number, weight));
            }
        }
        all.push(numbers);
    }
    all
}

/// Names by their sound and names from the table, between a Chinese side and another.
fn across_scripts(
    han: &Side<'_>,
    han_raw: &mut [Vec<Raw>],
    other: &Side<'_>,
    words: &[Vec<Word>],
    other_raw: &mut [Vec<Raw>],
) {
    let candidates = names::candidates(words);
    let simple: Vec<Cow<'_, str>> = han.sentences.iter().map(|s| simplified(s.text)).collect();
    let texts: Vec<&str> = simple.iter().map(|s| &**s).collect();
    for (raw, spelled) in han_raw.iter_mut().zip(names::spelled(&texts, &candidates)) {
        raw.extend(
            spelled.iter().map(|&(at, sure)| (hash(3, candidates[at].as_bytes()), Source::Name, sure)),
        );
    }
    for (raw, words) in other_raw.iter_mut().zip(words) {
        raw.extend(words.iter().filter(|w| w.name).map(|w| (hash(3, w.lower.as_bytes()), Source::Name, 1.0)));
    }
    if !matches!(other.lang.primary(), "en" | "und") {
        return;
    }
    let concepts = Concepts::new();
    let concept = |(at, _): (usize, _)| (hash(4, &(at as u32).to_le_bytes()), Source::Name, 0.8);
    for (raw, text) in han_raw.iter_mut().zip(texts) {
        raw.extend(concepts.chinese(text).into_iter().map(concept));
    }
    for (raw, words) in other_raw.iter_mut().zip(words) {
        raw.extend(concepts.english(words).into_iter().map(concept));
    }
}

/// Pairs of neighbouring characters, between two sides in Chinese characters.
fn pairs_of_characters(side: &Side<'_>, raw: &mut [Vec<Raw>]) {
    for (sentence, raw) in side.sentences.iter().zip(raw) {
        let mut before = ' ';
        for c in simplified(sentence.text).chars() {
            if words::han(c) && words::han(before) {
                let bytes = [(before as u32).to_le_bytes(), (c as u32).to_le_bytes()].concat();
                raw.push((hash(5, &bytes), Source::Word, 0.5));
            }
            before = c;
        }
    }
}

/// Beginnings of words, between two languages in one script.
fn stems(words: &[Vec<Word>], raw: &mut [Vec<Raw>]) {
    for (words, raw) in words.iter().zip(raw) {
        let stems = words.iter().filter_map(|w| words::stem(&w.lower));
        raw.extend(stems.map(|s| (hash(6, s.as_bytes()), Source::Word, 0.5)));
    }
}

/// Every key of a side once, sorted, with its source and the number of sentences that have it.
fn keys(raw: &[Vec<Raw>]) -> Vec<(u64, Source, u32)> {
    let mut all: Vec<Key> = Vec::new();
    for (at, sentence) in raw.iter().enumerate() {
        all.extend(sentence.iter().map(|&(key, source, _)| (key, at as u32, source as u32)));
    }
    sort(&mut all);
    all.dedup();
    let source = |number| match number {
        0 => Source::Number,
        1 => Source::Word,
        _ => Source::Name,
    };
    all.chunk_by(|a, b| a.0 == b.0).map(|same| (same[0].0, source(same[0].2), same.len() as u32)).collect()
}

fn sentences(
    side: &Side<'_>,
    raw: Vec<Vec<Raw>>,
    numbers: Vec<Vec<Number>>,
    shared: &[u64],
    things: &[Thing],
) -> Vec<Sentence> {
    let mut out = Vec::with_capacity(raw.len());
    for ((unit, raw), numbers) in side.sentences.iter().zip(raw).zip(numbers) {
        let known = |&(key, _, sure): &Raw| {
            shared.binary_search(&key).ok().map(|thing| (thing as u64, falling(sure), 0))
        };
        let mut found: Vec<Key> = raw.iter().filter_map(known).collect();
        sort(&mut found);
        found.dedup_by_key(|key| key.0);
        let mention = |&(thing, sure, _): &Key| Mention { thing: thing as u32, sure: risen(sure) };
        let mentions: Vec<Mention> = found.iter().map(mention).collect();
        out.push(Sentence {
            weight: mentions.iter().map(|m| things[m.thing as usize].rarity * m.sure).sum(),
            mentions,
            numbers,
            marks: Marks::of(unit.text),
            bytes: u32::try_from(unit.text.len()).unwrap_or(u32::MAX),
            block: u32::try_from(unit.block).unwrap_or(u32::MAX),
            weak: match unit.kind {
                BlockKind::Byline | BlockKind::CommentHeader => 1.0,
                BlockKind::Heading => 0.3,
                _ => 0.0,
            },
        });
    }
    out
}
