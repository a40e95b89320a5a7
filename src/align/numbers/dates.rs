//! Dates in running text: weekdays, months, days of the month.

use super::super::pieces::{begins, char_at, follows, head, last_word, letters, place, tail};
use super::units::Unit;
use super::{CheckKind, Number};

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

/// The word before a number or a month, spaces left out.
fn word_before(text: &str) -> &str {
    last_word(text.trim_end_matches([' ', '\u{a0}', '-']))
}

/// Whether four digits that follow `before` are a year by what comes before them.
pub(super) fn year_follows(before: &str) -> bool {
    let word = word_before(before);
    place(word, BEFORE_YEAR).is_some() || place(word, MONTHS).is_some()
}

/// The weekday or month that begins at byte `at` of `text`, and the byte after its name.
pub(super) fn name(text: &str, at: usize) -> Option<(Unit, f64, usize)> {
    let rest = tail(text, at);
    let len = letters(rest);
    let word = head(rest, len);
    if len < 3 || !rest.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    if let Some(day) = place(word.strip_suffix('s').unwrap_or(word), WEEKDAYS) {
        return Some((Unit::Weekday, day as f64 + 1.0, at + len));
    }
    let short = len == 3 || word == "Sept";
    let month = MONTHS.iter().position(|m| *m == word || short && follows(m, 0, word))?;
    let dot = len <= 4 && follows(rest, len, ".");
    let end = at + len + usize::from(dot);
    // Jan, Mar and May are names, march and may verbs: something beside them must tell.
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let numbered = digit(tail(text, end).trim_start_matches([' ', '\u{a0}']).chars().next())
        || digit(head(text, at).trim_end_matches([' ', '\u{a0}']).chars().next_back());
    let led = place(word_before(head(text, at)), BEFORE_MONTH).is_some();
    let sure = match word {
        "Jan" | "Mar" => numbered || dot,
        "May" | "March" => numbered || led,
        _ => numbered || led || dot || len > 3,
    };
    sure.then_some((Unit::CalendarMonth, month as f64 + 1.0, end))
}

/// The Chinese weekday that `rest` begins with (周三, 星期天), and its length in bytes.
pub(super) fn han_weekday(rest: &str) -> Option<(f64, usize)> {
    const WEEKS: &[&str] = &["星期", "礼拜", "周"];
    let prefix = WEEKS[begins(rest, WEEKS)?].len();
    let c = char_at(rest, prefix)?;
    let day = match c {
        '日' | '天' => 7,
        _ => "一二三四五六".chars().position(|d| d == c)? + 1,
    };
    let end = prefix + c.len_utf8();
    let counted = matches!(char_at(rest, end), Some('次' | '个' | '年' | '十' | '名'));
    (!counted).then_some((day as f64, end))
}

/// Joins a month and the day beside it into one date: `March 9`, `9 March`, `the 9th of March`; and a century and its
/// decade: `十九世纪60年代`.
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
        if (a.unit, b.unit, gap) == (Unit::Century, Unit::Decade, "") {
            let tens = b.value - 100.0 * (b.value / 100.0).trunc();
            let (value, start) = (100.0 * (a.value - 1.0) + tens, a.start);
            numbers.remove(at);
            (numbers[at].value, numbers[at].start) = (value, start);
            continue;
        }
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
