//! Words that are a number and its unit at once: 半小时, 翻番, half an hour, twice.

use super::super::pieces::{head, letters, tail};
use super::units::Unit;

/// Chinese words that are a number and its unit.
const HAN_WORDS: &[(&str, f64, Unit)] = &[
    ("半个小时", 0.5, Unit::Hour),
    ("半小时", 0.5, Unit::Hour),
    ("半年", 0.5, Unit::Year),
    ("半个月", 0.5, Unit::Month),
    ("半个世纪", 50.0, Unit::Year),
    ("半世纪", 50.0, Unit::Year),
    ("半英里", 0.5, Unit::Mile),
    ("半公里", 0.5, Unit::Kilometre),
    ("一刻钟", 15.0, Unit::Minute),
    ("三刻钟", 45.0, Unit::Minute),
    ("半数", 50.0, Unit::Part),
    ("过半", 50.0, Unit::Part),
    ("近半", 50.0, Unit::Part),
    ("减半", 50.0, Unit::Part),
    ("翻番", 2.0, Unit::Times),
    ("翻一番", 2.0, Unit::Times),
    ("翻了一番", 2.0, Unit::Times),
    ("翻两番", 4.0, Unit::Times),
    ("翻了两番", 4.0, Unit::Times),
    ("翻倍", 2.0, Unit::Times),
    ("翻了一倍", 2.0, Unit::Times),
    ("双倍", 2.0, Unit::Times),
    ("加倍", 2.0, Unit::Times),
];

/// English words that are a number and its unit; of a verb, what it begins with.
const WORDS: &[(&str, f64, Unit)] = &[
    ("half an hour", 0.5, Unit::Hour),
    ("half hour", 0.5, Unit::Hour),
    ("half-hour", 0.5, Unit::Hour),
    ("a quarter of an hour", 15.0, Unit::Minute),
    ("half a year", 0.5, Unit::Year),
    ("half a century", 50.0, Unit::Year),
    ("half a million", 500_000.0, Unit::None),
    ("half a dozen", 6.0, Unit::None),
    ("a decade", 10.0, Unit::Year),
    ("a century", 100.0, Unit::Year),
    ("a fortnight", 2.0, Unit::Week),
    ("twice", 2.0, Unit::Times),
    ("a month and a half", 1.5, Unit::Month),
    ("a year and a half", 1.5, Unit::Year),
    ("an hour and a half", 1.5, Unit::Hour),
    ("double", 2.0, Unit::Times),
    ("triple", 3.0, Unit::Times),
    ("treble", 3.0, Unit::Times),
    ("quadruple", 4.0, Unit::Times),
    ("twofold", 2.0, Unit::Times),
    ("threefold", 3.0, Unit::Times),
    ("fourfold", 4.0, Unit::Times),
    ("fivefold", 5.0, Unit::Times),
    ("tenfold", 10.0, Unit::Times),
    ("halve", 50.0, Unit::Part),
    ("half a mile", 0.5, Unit::Mile),
    ("half-mile", 0.5, Unit::Mile),
    ("a quarter of a century", 25.0, Unit::Year),
    ("quarter-century", 25.0, Unit::Year),
];

/// The word for a number and its unit that Chinese text begins with: value, unit, length in bytes.
pub(super) fn han(s: &str) -> Option<(f64, Unit, usize)> {
    whole(s, HAN_WORDS)
}

/// The word for a number and its unit that English text begins with, at the beginning of a word.
pub(super) fn english(s: &str) -> Option<(f64, Unit, usize)> {
    whole(s, WORDS).filter(|&(_, _, len)| matches!(head(tail(s, len), letters(tail(s, len))), "" | "d" | "s"))
}

/// The first of some words that a text begins with, small and capital letters being the same.
fn whole(s: &str, words: &[(&str, f64, Unit)]) -> Option<(f64, Unit, usize)> {
    let starts = |word: &str| s.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let (word, value, unit) = words.iter().find(|(word, _, _)| starts(word))?;
    Some((*value, *unit, word.len()))
}
