//! Dates in running text: weekdays, months, days of the month, times of day, decades.

use super::units::Unit;
use super::{CheckKind, Number, digits};

const WEEKDAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// What makes a word that is also an everyday word a month: the word before it.
const BEFORE_MONTH: &[&str] = &[
    "in", "last", "next", "this", "since", "until", "till", "by", "of", "early", "late", "mid", "between",
    "through", "during", "from", "before", "after", "on",
];
/// What makes four digits a year: the word before them.
const BEFORE_YEAR: &[&str] = &[
    "in", "since", "until", "till", "by", "of", "early", "late", "mid", "from", "during", "before", "after",
    "year", "into", "through", "spring", "summer", "autumn", "fall", "winter",
];

/// The last word of `s`, which may end in spaces.
fn last_word(s: &str) -> &str {
    let s = s.trim_end_matches([' ', '\u{a0}', '-']);
    let len = s.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    &s[s.len() - len..]
}

/// Whether four digits that follow `before` are a year by what comes before them.
pub(super) fn year_follows(before: &str) -> bool {
    let word = last_word(before);
    BEFORE_YEAR.iter().any(|w| w.eq_ignore_ascii_case(word)) || MONTHS.contains(&word)
}

/// The weekday or month that begins at byte `at` of `text`, and the byte after its name.
pub(super) fn name(text: &str, at: usize) -> Option<(Unit, f64, usize)> {
    let rest = &text[at..];
    let len = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = &rest[..len];
    if len < 3 || !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    if let Some(day) = WEEKDAYS.iter().position(|d| word.strip_suffix('s').unwrap_or(word) == *d) {
        return Some((Unit::Weekday, day as f64 + 1.0, at + len));
    }
    let month =
        MONTHS.iter().position(|m| *m == word || (len == 3 || word == "Sept") && m.starts_with(word))?;
    let dot = rest[len..].starts_with('.');
    let end = at + len + usize::from(dot && len <= 4);
    let number = text[end..].trim_start_matches([' ', '\u{a0}']).starts_with(|c: char| c.is_ascii_digit());
    let sure = if len == 3 || word == "March" {
        number
            || len > 3 && BEFORE_MONTH.iter().any(|w| w.eq_ignore_ascii_case(last_word(&text[..at])))
            || dot && word != "May"
            || word == "May" && BEFORE_MONTH.contains(&last_word(&text[..at]))
            || BEFORE_MONTH.contains(&last_word(&text[..at])) && word != "Jan" && word != "Mar"
    } else {
        true
    };
    // "9 May": a number before it makes it a month too.
    let numbered = text[..at].trim_end_matches([' ', '\u{a0}']).ends_with(|c: char| c.is_ascii_digit());
    (sure || numbered).then_some((Unit::CalendarMonth, month as f64 + 1.0, end))
}

/// The Chinese weekday that `rest` begins with (周三, 星期天), and its length in bytes.
pub(super) fn han_weekday(rest: &str) -> Option<(f64, usize)> {
    let (prefix, tail) =
        ["星期", "礼拜", "周"].iter().find_map(|p| rest.strip_prefix(p).map(|t| (p.len(), t)))?;
    let c = tail.chars().next()?;
    let day = match c {
        '日' | '天' => 7,
        _ => "一二三四五六".chars().position(|d| d == c)? + 1,
    };
    let follows = tail[c.len_utf8()..].chars().next();
    let counted = matches!(follows, Some('次' | '个' | '年' | '十' | '名'));
    (!counted).then_some((day as f64, prefix + c.len_utf8()))
}

/// Minutes after midnight or noon.
pub(super) fn clock(hour: f64, minute: f64) -> f64 {
    (hour % 12.0) * 60.0 + minute
}

/// Minutes written after an hour (`:42`, `点12分`, `点半`), with the byte after them.
pub(super) fn minutes(text: &str, at: usize) -> Option<(f64, usize)> {
    let rest = &text[at..];
    let mark = rest.chars().next()?;
    let mut end = at + mark.len_utf8();
    match mark {
        ':' | '：' => match digits::read(&text[end..], false)? {
            digits::Reading::Value(m, 2) if m < 60.0 => Some((m, end + 2)),
            _ => None,
        },
        '点' | '时' => {
            if text[end..].starts_with('钟') || text[end..].starts_with('整') {
                return Some((0.0, end + 3));
            }
            if text[end..].starts_with('半') {
                return Some((30.0, end + 3));
            }
            let Some(digits::Reading::Value(m, len)) = digits::read(&text[end..], false) else {
                return Some((0.0, end));
            };
            if m >= 60.0 || m.fract() != 0.0 {
                return Some((0.0, end));
            }
            end += len;
            let named = text[end..].starts_with('分');
            Some((m, if named { end + 3 } else { end }))
        }
        _ => None,
    }
}

/// Joins a month and the day beside it into one date: `March 9`, `9 March`, `the 9th of March`.
pub(super) fn join(text: &str, numbers: &mut Vec<Number>) {
    let mut at = 0;
    while at + 1 < numbers.len() {
        let (a, b) = (&numbers[at], &numbers[at + 1]);
        let gap = text.get(a.end..b.start).unwrap_or("x");
        let day = |n: &Number| {
            n.unit == Unit::None
                && (1.0..=31.0).contains(&n.value)
                && n.value.fract() == 0.0
                && n.scale == 1.0
        };
        let joined = if a.unit == Unit::CalendarMonth && day(b) && matches!(gap, " " | "\u{a0}" | " the ") {
            Some(a.value * 100.0 + b.value)
        } else if b.unit == Unit::CalendarMonth && day(a) && matches!(gap, " " | "\u{a0}" | " of ") {
            Some(b.value * 100.0 + a.value)
        } else {
            None
        };
        if let Some(value) = joined {
            let end = b.end;
            let first = &mut numbers[at];
            (first.kind, first.value, first.unit) = (CheckKind::Date, value, Unit::MonthDay);
            (first.end, first.ordinal) = (end, false);
            numbers.remove(at + 1);
            if let [date, year, ..] = &mut numbers[at..] {
                let gap = text.get(date.end..year.start).unwrap_or("x");
                let yearly = year.unit == Unit::None && (1000.0..=2100.0).contains(&year.value);
                if matches!(gap, ", " | " ") && yearly && year.end - year.start == 4 {
                    (year.kind, year.unit) = (CheckKind::Date, Unit::CalendarYear);
                }
            }
        }
        at += 1;
    }
}
