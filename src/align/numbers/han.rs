//! Numerals in Chinese characters: 十四, 三万五千, 一百零二, 二〇二四.

use super::super::pieces::{char_at, follows, head};

/// What stands at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Reading {
    /// A numeral: its value, its length in bytes, how many characters.
    Value(f64, usize, usize),
    /// Something made of numerals that names no one number (两三, 百余): its length in bytes.
    Vague(usize),
}

/// The digit that a character stands for.
pub(super) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '两' | '兩' => 2,
        _ => "一二三四五六七八九".chars().position(|d| d == c)? as u32 + 1,
    })
}

/// The power of ten that a character stands for.
pub(super) fn power(c: char) -> Option<f64> {
    Some(match c {
        '十' => 10.0,
        '百' => 100.0,
        '千' => 1000.0,
        '万' | '萬' => 1e4,
        '亿' | '億' => 1e8,
        _ => return None,
    })
}

/// Reads the numeral at the beginning of `s`.
pub(super) fn read(s: &str) -> Option<Reading> {
    decimal(s).or_else(|| integer(s))
}

/// How far from a decimal's beginning its point may be, in bytes.
const FARTHEST_POINT: usize = 12;

/// Reads a decimal: 三点六, 零点五, 一点三亿. What could be a time of day (两点二十, 六点一刻) is none.
fn decimal(s: &str) -> Option<Reading> {
    let near = s.char_indices().take_while(|&(at, c)| at <= FARTHEST_POINT && c > '\u{2e7f}');
    let point = near.map(|(at, c)| (at, c == '点')).find(|found| found.1)?.0;
    let (whole, mut end) = (head(s, point), point + '点'.len_utf8());
    let Some(Reading::Value(mut value, len, mut chars)) = integer(whole) else { return None };
    let (mut parts, mut whole, from) = (0.0, 1.0, end);
    while let Some((c, d)) = char_at(s, end).filter(|_| chars < 20).and_then(|c| Some((c, digit(c)?))) {
        (parts, whole) = (10.0 * parts + f64::from(d), 10.0 * whole);
        (end, chars) = (end + c.len_utf8(), chars + 1);
    }
    value += parts / whole;
    let clock = ["分", "刻", "十", "个", "名"].iter().any(|after| follows(s, end, after));
    if len < point || end == from || clock && !follows(s, end, "分之") {
        return None;
    }
    while let Some((c, p)) = char_at(s, end).filter(|_| chars < 24).and_then(|c| Some((c, power(c)?))) {
        (value, end, chars) = (value * p, end + c.len_utf8(), chars + 1);
    }
    Some(Reading::Value(value, end, chars + 1))
}

/// Reads a whole number.
fn integer(s: &str) -> Option<Reading> {
    let run = s.char_indices().find(|&(_, c)| digit(c).is_none() && power(c).is_none());
    let run = head(s, run.map_or(s.len(), |(at, _)| at));
    let chars = run.chars().count();
    let first = run.chars().next()?;
    if run.chars().all(|c| digit(c).is_some()) {
        if chars == 2 || chars > 15 {
            return Some(Reading::Vague(run.len()));
        }
        let value = run.chars().filter_map(digit).fold(0.0, |v, d| v * 10.0 + f64::from(d));
        return Some(Reading::Value(value, run.len(), chars));
    }
    if digit(first).is_none() && first != '十' || first == '零' {
        return Some(Reading::Vague(run.len()));
    }
    let (mut total, mut section) = (0.0, 0.0);
    let (mut pending, mut last, mut zero) = (None, 1.0, false);
    for c in run.chars() {
        if let Some(d) = digit(c) {
            if pending.is_some() {
                return Some(Reading::Vague(run.len()));
            }
            match d {
                0 => zero = true,
                _ => pending = Some(f64::from(d)),
            }
        } else if let Some(p) = power(c) {
            if p < 1e4 {
                section += pending.take().unwrap_or(1.0) * p;
            } else {
                // 万亿 multiplies twice.
                section += pending.take().unwrap_or(0.0);
                total = if p == 1e8 && total > 0.0 { (total + section) * p } else { total + section * p };
                section = 0.0;
            }
            (last, zero) = (p, false);
        }
    }
    // 一百五 is 150, 一百零五 is 105, 十五 is 15.
    let tail = pending.map_or(0.0, |d| if zero || last <= 10.0 { d } else { d * last / 10.0 });
    Some(Reading::Value(total + section + tail, run.len(), chars))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_values() {
        for (text, value) in [
            ("十四人", 14.0),
            ("二十", 20.0),
            ("三万五千吨", 35_000.0),
            ("一百五", 150.0),
            ("一百零五", 105.0),
            ("两百", 200.0),
            ("一亿两千万", 120_000_000.0),
            ("二〇二四年", 2024.0),
            ("九", 9.0),
            ("一万亿", 1e12),
            ("一点三亿元", 130_000_000.0),
            ("零点五", 0.5),
            ("三十六点六度", 36.6),
            ("两点二十", 2.0),
            ("六点一刻", 6.0),
        ] {
            match read(text) {
                Some(Reading::Value(v, _, _)) => assert_eq!(v, value, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
        for text in ["两三千", "千万别", "百货", "零钱", "万一"] {
            match read(text) {
                Some(Reading::Vague(_)) => {}
                other => assert_ne!(text.chars().count(), 3, "{text}: {other:?}"),
            }
        }
        assert_eq!(read("人"), None);
    }
}
