//! Numerals in decimal digits, with the separators that different languages put into them.

use super::super::pieces::{char_at, tail};

/// What stands at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Reading {
    /// A numeral: its value and its length in bytes.
    Value(f64, usize),
    /// Digits that are no number, such as a version (3.10.4): their length in bytes.
    Other(usize),
}

/// Languages that write 3,14 for three and a bit.
const DECIMAL_COMMA: &[&str] = &[
    "bg", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nl",
    "no", "nb", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi",
];

/// Whether the language's decimal separator is the comma.
pub(super) fn decimal_comma(primary: &str) -> bool {
    DECIMAL_COMMA.contains(&primary)
}

/// The value of a decimal digit: European, full-width, Arabic, Persian or Devanagari.
pub(super) fn digit(c: char) -> Option<u32> {
    let c = c as u32;
    [0x30, 0xff10, 0x660, 0x6f0, 0x966].iter().find_map(|&zero| c.checked_sub(zero).filter(|&d| d < 10))
}

/// The value of a fraction that is one character: ½.
pub(super) fn part(c: char) -> Option<f64> {
    Some(match c {
        '¼' => 0.25,
        '⅓' => 1.0 / 3.0,
        '½' => 0.5,
        '⅔' => 2.0 / 3.0,
        '¾' => 0.75,
        _ => return None,
    })
}

/// The digits at the beginning of `s`: value, how many, bytes.
fn group(s: &str) -> (f64, usize, usize) {
    let (mut value, mut count, mut bytes) = (0.0, 0, 0);
    for c in s.chars() {
        let Some(d) = digit(c) else { break };
        value = value * 10.0 + f64::from(d);
        count += 1;
        bytes += c.len_utf8();
    }
    (value, count, bytes)
}

/// Reads the numeral at the beginning of `s`.
pub(super) fn read(s: &str, decimal_comma: bool) -> Option<Reading> {
    let (mut value, lead, mut at) = group(s);
    if lead == 0 {
        return None;
    }
    let mut separator = None;
    while let Some(c) = char_at(s, at) {
        let next = at + c.len_utf8();
        let (part, count, bytes) = group(tail(s, next));
        let groups = match c {
            ',' | '，' | '٬' => !decimal_comma,
            '.' | ' ' => decimal_comma,
            '\u{a0}' | '\u{202f}' | '\u{2009}' | '’' | '\'' => true,
            _ => false,
        };
        if groups && count == 3 && lead <= 3 && separator.is_none_or(|s| s == c) {
            separator = Some(c);
            value = value * 1000.0 + part;
            at = next + bytes;
            continue;
        }
        let decimal = matches!((c, decimal_comma), ('.' | '．', false) | (',', true) | ('٫', _));
        if decimal && count > 0 {
            let end = next + bytes;
            if tail(s, end).starts_with(c) && group(tail(s, end + c.len_utf8())).1 > 0 {
                let rest = tail(s, end).find(|x: char| x != c && digit(x).is_none());
                return Some(Reading::Other(rest.map_or(s.len(), |r| end + r)));
            }
            let mut part = part;
            for _ in 0..count.min(300) {
                part /= 10.0;
            }
            (value, at) = (value + part, end);
        }
        break;
    }
    if let Some((c, part)) = char_at(s, at).and_then(|c| Some((c, part(c)?))) {
        (value, at) = (value + part, at + c.len_utf8());
    }
    Some(if value.is_finite() { Reading::Value(value, at) } else { Reading::Other(at) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_separators() {
        for (text, comma, expected) in [
            ("1,234,567 km", false, Reading::Value(1_234_567.0, 9)),
            ("3.5%", false, Reading::Value(3.5, 3)),
            ("1.234,5", true, Reading::Value(1234.5, 7)),
            ("10 000 euros", true, Reading::Value(10_000.0, 6)),
            ("12, 13", false, Reading::Value(12.0, 2)),
            ("２０人", false, Reading::Value(20.0, 6)),
            ("3.10.4", false, Reading::Other(6)),
            ("7.", false, Reading::Value(7.0, 1)),
            ("2024,", false, Reading::Value(2024.0, 4)),
            ("2½ years", false, Reading::Value(2.5, 3)),
        ] {
            assert_eq!(read(text, comma), Some(expected), "{text}");
        }
        assert_eq!(read("x", false), None);
    }
}
