//! Numerals in English words: forty-one, three hundred and two, a dozen, two-thirds, the eleventh.

use super::super::pieces::{follows, head, letters, multiple, place, tail};

/// A numeral read from words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Words {
    /// The value; of a fraction, in hundredths.
    pub value: f64,
    /// Length in bytes.
    pub len: usize,
    pub ordinal: bool,
    pub fraction: bool,
}

const SMALL: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ORDINALS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// The next word of `s` after at most one space or hyphen: where it starts, and the word.
fn next_word(s: &str) -> (usize, &str) {
    let rest = s.strip_prefix([' ', '-', '\u{a0}', '‑']).unwrap_or(s);
    let len = letters(rest);
    (s.len() - rest.len(), head(rest, len))
}

/// What a word scales the numeral before it by: hundred, thousand, million and so on.
pub(super) fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 100.0,
        "thousand" => 1e3,
        "million" | "mn" | "mln" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" | "tn" => 1e12,
        _ => return None,
    })
}

/// The parts that a word divides a whole into.
fn part(word: &str) -> Option<f64> {
    let word = word.strip_suffix('s').unwrap_or(word);
    Some(match word {
        "half" => 2.0,
        "quarter" => 4.0,
        _ => match place(word, ORDINALS)? {
            at @ 2.. => at as f64 + 1.0,
            _ => return None,
        },
    })
}

/// The value of an ordinal of one word, up to ninetieth.
fn ordinal(word: &str) -> Option<f64> {
    if let Some(at) = place(word, ORDINALS) {
        return Some(at as f64 + 1.0);
    }
    let stem = word.strip_suffix("th")?;
    let tens = TENS.iter().position(|t| stem.strip_suffix("ie") == t.strip_suffix('y'));
    tens.map(|at| 10.0 * (at as f64 + 2.0))
        .or_else(|| place(stem, SMALL).filter(|&v| v > 12).map(|v| v as f64))
}

/// The ten years or so that a word names (forties), and its length in bytes.
pub(super) fn tens(s: &str) -> Option<(f64, usize)> {
    let len = letters(s);
    let stem = head(s, len).strip_suffix("ies")?;
    let at =
        TENS.iter().position(|tens| tens.strip_suffix('y').is_some_and(|t| t.eq_ignore_ascii_case(stem)))?;
    Some((10.0 * (at as f64 + 2.0), len))
}

/// Reads the numeral at the beginning of `s`, which is at the beginning of a word.
pub(super) fn read(s: &str) -> Option<Words> {
    let (mut total, mut group) = (0.0, 0.0);
    let (mut at, mut words, mut article, mut tens) = (0, 0, false, false);
    loop {
        let (gap, word) = next_word(tail(s, at));
        if word.is_empty() || word.len() > 12 {
            break;
        }
        let lower = word.to_ascii_lowercase();
        let end = at + gap + word.len();
        let small = place(&lower, SMALL);
        if words == 0 && (lower == "a" || lower == "an") {
            (article, group) = (true, 1.0);
        } else if let Some(v) = small {
            if words > 0 && (article || !(group == 0.0 || multiple(group, 100.0) || tens && v < 10)) {
                break;
            }
            group += v as f64;
            tens = false;
        } else if let Some(t) = place(&lower, TENS) {
            if words > 0 && !multiple(group, 100.0) {
                break;
            }
            group += (t as f64 + 2.0) * 10.0;
            tens = true;
        } else if lower == "dozen" && words == 1 {
            let value = group * 12.0;
            return Some(Words { value, len: end, ordinal: false, fraction: false });
        } else if let (Some(p), true) = (scale(&lower), words > 0 || follows(s, end, " and ")) {
            if words == 0 {
                group = 1.0;
            }
            if p == 100.0 {
                group *= p;
            } else {
                total += group * p;
                group = 0.0;
            }
            (article, tens) = (false, false);
        } else if let (Some(parts), true) = (part(&lower), words == 1 && (1.0..=10.0).contains(&group)) {
            // "a second" and "a quarter" alone are something else.
            if lower == "quarter" && article && !follows(s, end, " of") || lower == "half" {
                return None;
            }
            return Some(Words { value: 100.0 * group / parts, len: end, ordinal: false, fraction: true });
        } else if let Some(o) = ordinal(&lower) {
            if words == 0 || tens && o < 10.0 || multiple(group, 100.0) {
                return Some(Words { value: total + group + o, len: end, ordinal: true, fraction: false });
            }
            break;
        } else if lower == "and" && words > 0 && !article && follows(s, end, " a half") {
            // "two and a half", "one and a half million"
            let end = end + " a half".len();
            let (gap, word) = next_word(tail(s, end));
            let (times, len) = scale(word).map_or((1.0, end), |times| (times, end + gap + word.len()));
            return Some(Words {
                value: (total + group + 0.5) * times,
                len,
                ordinal: false,
                fraction: false,
            });
        } else if lower == "and" && words > 0 && group >= 100.0 {
            let (_, following) = next_word(tail(s, end));
            if place(following, SMALL).or(place(following, TENS)).is_none() {
                break;
            }
        } else if lower == "half" && words == 0 {
            // "half a million", "half-time", "half-hearted"
            let rest = tail(s, end);
            if follows(rest, 0, " a ") || follows(rest, 0, "-") {
                return None;
            }
            return Some(Words { value: 50.0, len: end, ordinal: false, fraction: true });
        } else {
            break;
        }
        at = end;
        words += 1;
    }
    if words == 0 || article {
        return None;
    }
    Some(Words { value: total + group, len: at, ordinal: false, fraction: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_words() {
        for (text, value, len) in [
            ("forty-one of them", 41.0, 9),
            ("three hundred and two", 302.0, 21),
            ("a dozen eggs", 12.0, 7),
            ("two thousand five hundred", 2500.0, 25),
            ("hundred and forty-two steps", 142.0, 21),
            ("a hundred metres", 100.0, 9),
            ("seven and a half hours", 7.5, 16),
            ("one and a half million", 1_500_000.0, 22),
            ("nineteenth", 19.0, 10),
            ("twentieth", 20.0, 9),
            ("Twelve minutes", 12.0, 6),
            ("eleventh", 11.0, 8),
            ("twenty-first", 21.0, 12),
            ("one million", 1e6, 11),
            ("three two one", 3.0, 5),
        ] {
            let read = read(text);
            assert_eq!(read.map(|w| (w.value, w.len)), Some((value, len)), "{text}");
        }
        for (text, value) in [
            ("two-thirds", 200.0 / 3.0),
            ("a third of", 100.0 / 3.0),
            ("half of", 50.0),
            ("three quarters", 75.0),
        ] {
            assert_eq!(read(text).map(|w| (w.value, w.fraction)), Some((value, true)), "{text}");
        }
        for text in ["a man", "hundreds", "half a million", "the", "a second", "a quarter past"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
