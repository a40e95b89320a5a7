//! Times of day, and lengths of time written like them.

use super::super::pieces::{begins, char_at, ends, follows, head, letters, tail};
use super::classify::{Form, after_space};
use super::units::Unit;
use super::{CheckKind, Number, digits, english, han};

/// What tells that a time of day may be one of another zone than that of the same event on the other side.
const ZONES: &[&str] = &[
    "北京时间",
    "当地时间",
    "东部时间",
    "标准时间",
    "GMT",
    "UTC",
    "EST",
    "EDT",
    "PST",
    "PDT",
    "BST",
    "CET",
    "Eastern",
    "Pacific",
    "local time",
    "Beijing time",
];

/// Times of day in words, up to the hour, with their minutes.
const SPOKEN: &[(&str, f64)] = &[
    ("half past ", 30.0),
    ("half-past ", 30.0),
    ("a quarter past ", 15.0),
    ("quarter past ", 15.0),
    ("twenty past ", 20.0),
    ("ten past ", 10.0),
    ("five past ", 5.0),
    ("a quarter to ", -15.0),
    ("quarter to ", -15.0),
];

/// The time of day in words that English text begins with, and its length in bytes: half past six, a quarter to 9, noon.
pub(super) fn spoken(s: &str) -> Option<(f64, usize)> {
    let starts = |word: &str| head(s, word.len()).eq_ignore_ascii_case(word);
    if let Some(word) = ["noon", "midnight"].iter().find(|word| starts(word)) {
        return (letters(s) == word.len()).then_some((0.0, word.len()));
    }
    let (before, minutes) = SPOKEN.iter().find(|(before, _)| starts(before))?;
    let rest = tail(s, before.len());
    let (hour, len) = match (digits::read(rest, false), english::read(rest)) {
        (Some(digits::Reading::Value(hour, len)), _) => (hour, len),
        (_, Some(words)) if !words.ordinal && !words.fraction => (words.value, words.len),
        _ => return None,
    };
    let whole = (1.0..=12.0).contains(&hour) && hour.fract() == 0.0;
    whole.then_some((clock(hour + 11.0, 60.0 + minutes), before.len() + len))
}

/// Reads the rest of a length of time: 1:35.24 is 95.24 seconds, 2:03:25 is 7,405.
pub(super) fn duration(text: &str, n: &mut Number) -> bool {
    let part = |at: usize| match digits::read(tail(text, at), false) {
        Some(digits::Reading::Value(value, len)) if value < 60.0 && follows(text, at - 1, ":") => {
            Some((value, at + len))
        }
        _ => None,
    };
    let Some((middle, end)) = part(n.end + 1) else { return false };
    let (value, end) = match part(end + 1) {
        Some((last, end)) if middle.fract() == 0.0 => (n.value * 3600.0 + middle * 60.0 + last, end),
        _ if middle.fract() != 0.0 => (n.value * 60.0 + middle, end),
        _ => return false,
    };
    (n.value, n.end, n.unit) = (value, end, Unit::Second);
    true
}

/// Minutes after midnight or noon.
fn clock(hour: f64, minute: f64) -> f64 {
    (hour - 12.0 * (hour / 12.0).trunc()) * 60.0 + minute
}

/// Minutes written after an hour (`:42`, `点12分`, `点半`), with the byte after them.
fn minutes(text: &str, at: usize) -> Option<(f64, usize)> {
    let rest = tail(text, at);
    let mark = rest.chars().next()?;
    let mut end = at + mark.len_utf8();
    match mark {
        ':' | '：' => match digits::read(tail(text, end), false)? {
            digits::Reading::Value(m, 2) if m < 60.0 => Some((m, end + 2)),
            _ => None,
        },
        '点' | '时' => {
            if follows(text, end, "钟") || follows(text, end, "整") {
                return Some((0.0, end + 3));
            }
            if follows(text, end, "半") {
                return Some((30.0, end + 3));
            }
            let rest = tail(text, end);
            let (m, len) = match (digits::read(rest, false), han::read(rest)) {
                (Some(digits::Reading::Value(m, len)), _) => (m, len),
                (_, Some(han::Reading::Value(m, len, _))) if mark == '点' => (m, len),
                _ => return Some((0.0, end)),
            };
            if follows(rest, len, "刻") && m <= 3.0 {
                return Some((15.0 * m, end + len + "刻".len()));
            }
            if m >= 60.0 || m.fract() != 0.0 {
                return Some((0.0, end));
            }
            end += len;
            let named = follows(text, end, "分");
            Some((m, if named { end + 3 } else { end }))
        }
        _ => None,
    }
}

/// Reads the rest of a time of day: 6点12分, 09:42, 8:30 a.m., 4 p.m.
pub(super) fn time_of_day(text: &str, n: &mut Number, form: Form) -> bool {
    if n.value > 24.0 || n.value.fract() != 0.0 || n.kind != CheckKind::Quantity || n.scale != 1.0 {
        return false;
    }
    let mut minute = minutes(text, n.end);
    let rest = tail(text, n.end);
    let han_alone = follows(rest, 0, "时") || follows(rest, 0, "点") && matches!(form, Form::Han(_));
    if han_alone && minute.is_some_and(|(m, end)| m == 0.0 && end == n.end + 3) {
        let parts = ["上午", "下午", "晚上", "凌晨", "清晨", "早上", "中午", "晚"];
        if !ends(head(text, n.start), &parts) {
            minute = None;
        }
    }
    let end = minute.map_or(n.end, |(_, end)| end);
    let (half, after) = after_space(text, end);
    let marks = ["a.m.", "p.m.", "am", "pm", "AM", "PM", "o’clock", "o'clock"];
    let mark = begins(half, &marks).map(|at| marks[at].len());
    let mark = mark.filter(|&len| !char_at(half, len).is_some_and(char::is_alphanumeric));
    if minute.is_none() && mark.is_none() {
        return false;
    }
    n.value = clock(n.value, minute.map_or(0.0, |(m, _)| m));
    n.end = mark.map_or(end, |len| after + len);
    if follows(text, n.end, "多") {
        (n.vague, n.over) = (true, 60.0);
    }
    (n.kind, n.unit) = (CheckKind::Date, Unit::Clock);
    n.zone = ZONES.iter().any(|zone| text.contains(zone));
    true
}
