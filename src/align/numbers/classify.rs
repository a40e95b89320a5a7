//! From a numeral to a number: the scale, kind and unit that the text around it gives.

use super::super::pieces::{begins, char_at, ends, follows, head, holds, last_word, letters, place, tail};
use super::compare::step;
use super::measure::measure;
use super::units::{self, Unit};
use super::{CheckKind, Number, dates, digits, english, han};

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    Digits,
    /// In so many Chinese characters.
    Han(usize),
    Words,
    Ordinal,
    /// A fraction; the value is in hundredths.
    Fraction,
    /// After 百分之; the value is in hundredths.
    Percentage,
}

/// A numeral and where it stands, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral {
    pub start: usize,
    pub end: usize,
    pub value: f64,
    pub form: Form,
}

const VAGUE_BEFORE_HAN: &[&str] = &[
    "约", "约为", "近", "将近", "超过", "逾", "超", "不到", "不足", "至少", "最多", "多达", "可能", "高达",
    "大概",
];
const VAGUE_AFTER: &[&str] = &["左右", "上下", "以上", "以下", "多", "余", "不到", "也不到", "来", " or so"];
const VAGUE_BEFORE: &[&str] = &[
    "about",
    "around",
    "nearly",
    "almost",
    "some",
    "roughly",
    "approximately",
    "over",
    "than",
    "least",
    "many",
    "under",
    "close",
    "estimated",
    "circa",
    "most",
];

/// `text` from `at` on, without one space, and where that begins.
#[inline(never)]
pub(super) fn after_space(text: &str, at: usize) -> (&str, usize) {
    let rest = tail(text, at);
    match rest.chars().next() {
        Some(c @ (' ' | '\u{a0}' | '\u{202f}' | '-' | '‑')) => {
            (tail(rest, c.len_utf8()), at + c.len_utf8())
        }
        _ => (rest, at),
    }
}

/// The Latin word at `at`, after one space or hyphen, in lower case, and the byte after it.
#[inline(never)]
pub(super) fn word_after(text: &str, at: usize) -> (String, usize) {
    let (rest, at) = after_space(text, at);
    let len = letters(rest);
    if len > 16 {
        return (String::new(), at);
    }
    (head(rest, len).to_ascii_lowercase(), at + len)
}

/// What a numeral is, or `None` where it is no number worth keeping.
pub(super) fn classify(text: &str, numeral: Numeral) -> Option<Number> {
    let Numeral { start, end, value, form } = numeral;
    let (kind, unit) = (CheckKind::Quantity, Unit::None);
    let mut n = Number::new(start, end, value, kind, unit);
    n.ordinal = form == Form::Ordinal;
    match form {
        Form::Fraction => (n.kind, n.unit) = (CheckKind::Percentage, Unit::Part),
        Form::Percentage => n.kind = CheckKind::Percentage,
        _ => {
            if form == Form::Digits
                && follows(text, end, "/")
                && digits::digit(char_at(text, end + 1)?).is_some()
            {
                return None;
            }
            prefix(text, &mut n);
            scale(text, &mut n, form);
            skip_vague(text, &mut n);
            if !time_of_day(text, &mut n, form) && !share(text, &mut n, form) {
                measure(text, &mut n, form)?;
            }
            if let Form::Han(1) = form {
                let score = follows(text, n.end, "比") || ends(head(text, n.start), &["比"]);
                let telling = score && n.value > 1.0
                    || n.ordinal
                    || !matches!(n.unit, Unit::None | Unit::Point | Unit::Degree)
                    || n.kind != kind;
                if !telling || n.value == 1.0 && n.unit == Unit::Count && !n.ordinal {
                    return None;
                }
            }
            if form == Form::Words && n.value == 1.0 && n.unit == Unit::None {
                return None;
            }
        }
    }
    let before = head(text, n.start).trim_end_matches([' ', '\u{a0}', '-']);
    let after = tail(text, n.end);
    n.vague |= ends(before, VAGUE_BEFORE_HAN)
        || place(last_word(before), VAGUE_BEFORE).is_some()
        || ends(before, &["up to", "Up to", "close to"])
        || begins(after, VAGUE_AFTER).is_some()
        // 6-foot-6
        || follows(after, 0, "-") && char_at(after, 1).is_some_and(|c| c.is_ascii_digit());
    Some(n)
}

/// A currency or 第 before the number.
fn prefix(text: &str, n: &mut Number) {
    let before = head(text, n.start).strip_suffix([' ', '\u{a0}']).unwrap_or(head(text, n.start));
    let Some(last) = before.chars().next_back() else { return };
    if let Some(unit) = units::symbol(last) {
        let symbol = before.len() - last.len_utf8();
        let letters = head(before, symbol).bytes().rev().take_while(u8::is_ascii_uppercase).count();
        n.start = symbol - if letters <= 3 { letters } else { 0 };
        (n.kind, n.unit) = (CheckKind::Money, unit);
    } else if before.len() == n.start && last == '第' {
        n.start -= last.len_utf8();
        n.ordinal = true;
    }
}

/// Words and characters that multiply: 万, 亿, million, `bn`.
fn scale(text: &str, n: &mut Number, form: Form) {
    if form == Form::Digits {
        let mut largest = 1.0;
        while let Some((c, p)) = char_at(text, n.end).and_then(|c| han::power(c).map(|p| (c, p))) {
            // 千瓦时 and 千卡 are units.
            let unit = char_at(text, n.end + c.len_utf8()).is_some_and(|next| "瓦卡伏赫焦帕".contains(next));
            if p == 10.0 || unit {
                break;
            }
            n.value *= p;
            largest = p;
            n.scale *= p;
            n.end += c.len_utf8();
        }
        // 1亿2000万
        if let (true, Some(digits::Reading::Value(v, len))) =
            (largest == 1e8, digits::read(tail(text, n.end), false))
        {
            let end = n.end + len;
            if follows(text, end, "万") {
                n.value += v * 1e4;
                n.end = end + '万'.len_utf8();
            }
        }
    }
    if matches!(form, Form::Han(_)) && ends(head(text, n.end), &["万", "亿"]) {
        n.scale = 1e4;
    }
    if matches!(form, Form::Digits | Form::Words) {
        let (word, end) = word_after(text, n.end);
        let money = n.kind == CheckKind::Money;
        let by = match &*word {
            "m" if money => Some(1e6),
            "b" if money => Some(1e9),
            "k" if money => Some(1e3),
            _ => english::scale(&word),
        };
        if let Some(by) = by {
            (n.value, n.end, n.scale) = (n.value * by, end, by);
        }
    }
}

/// Moves past 多 or 余 between a number and its unit.
fn skip_vague(text: &str, n: &mut Number) {
    let Some(c @ ('多' | '余' | '几' | '+')) = char_at(text, n.end) else { return };
    let end = n.end + c.len_utf8();
    (n.vague, n.over) = (true, if c == '+' { 0.0 } else { step(n.value) });
    if c == '+' || units::han(tail(text, end)).is_some() {
        n.end = end;
    }
    // 30多万
    let power = char_at(text, end).and_then(han::power).filter(|&p| p >= 1e4);
    if let (true, Some(power)) = (c != '+', power) {
        (n.value, n.over) = (n.value * power, n.over * power);
        (n.end, n.scale) = (end + '万'.len_utf8(), power);
    }
}

/// Reads the rest of a time of day: 6点12分, 09:42, 8:30 a.m., 4 p.m.
fn time_of_day(text: &str, n: &mut Number, form: Form) -> bool {
    if n.value > 24.0 || n.value.fract() != 0.0 || n.kind != CheckKind::Quantity || n.scale != 1.0 {
        return false;
    }
    let mut minute = dates::minutes(text, n.end);
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
    n.value = dates::clock(n.value, minute.map_or(0.0, |(m, _)| m));
    n.end = mark.map_or(end, |len| after + len);
    if follows(text, n.end, "多") {
        (n.vague, n.over) = (true, 60.0);
    }
    (n.kind, n.unit) = (CheckKind::Date, Unit::Clock);
    true
}

/// Reads percent signs and words: 20%, 20 per cent, 20个百分点, 七成.
fn share(text: &str, n: &mut Number, form: Form) -> bool {
    let (rest, at) = after_space(text, n.end);
    let signs = [
        "%",
        "％",
        "percentage points",
        "percentage point",
        "percent",
        "per cent",
        "pct",
        "个百分点",
        "百分点",
    ];
    if let Some(sign) = begins(rest, &signs) {
        (n.kind, n.end) = (CheckKind::Percentage, at + signs[sign].len());
        return true;
    }
    let verb = |c: char| holds("为功员立本长果绩人交年", c);
    let end = n.end + '成'.len_utf8();
    let tenths = follows(text, n.end, "成") && !char_at(text, end).is_some_and(verb);
    if !tenths || n.value >= 10.0 || n.ordinal || !matches!(form, Form::Digits | Form::Han(1)) {
        return false;
    }
    // 一成二, 三成半
    let more = char_at(text, end).and_then(|c| Some((c, if c == '半' { 5 } else { han::digit(c)? })));
    let (more, len) = more.map_or((0, 0), |(c, digit)| (digit, c.len_utf8()));
    n.vague |= len == 0;
    n.over *= 10.0;
    (n.kind, n.value, n.end) = (CheckKind::Percentage, n.value * 10.0 + f64::from(more), end + len);
    if follows(text, n.end, "多") {
        n.over = 10.0;
    }
    true
}
