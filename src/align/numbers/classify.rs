//! From a numeral to a number: the scale, kind and unit that the text around it gives.

use super::super::pieces::{begins, char_at, ends, follows, head, holds, last_word, letters, place, tail};
use super::compare::step;
use super::measure::measure;
use super::unit_words;
use super::units::Unit;
use super::{CheckKind, Number, clock, digits, english, han};

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
                let (parts, end) = divided(text, end + 1, value)?;
                return classify(text, Numeral { end, value: parts, form: Form::Fraction, start });
            }
            prefix(text, &mut n);
            scale(text, &mut n, form);
            skip_vague(text, &mut n);
            let timed = form == Form::Digits && clock::duration(text, &mut n)
                || clock::time_of_day(text, &mut n, form);
            if !timed && !share(text, &mut n, form) {
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

/// The fraction that a numerator and a slash begin (1/3, not a date or 24/7): in hundredths, and the byte after it.
fn divided(text: &str, at: usize, parts: f64) -> Option<(f64, usize)> {
    let Some(digits::Reading::Value(whole, 1)) = digits::read(tail(text, at), false) else { return None };
    let ends = !char_at(text, at + 1).is_some_and(|c| c == '/' || c.is_ascii_alphanumeric());
    (parts < whole && whole <= 5.0 && ends).then_some((100.0 * parts / whole, at + 1))
}

/// A currency, 第 or a scale of temperature before the number.
fn prefix(text: &str, n: &mut Number) {
    let before = head(text, n.start).strip_suffix([' ', '\u{a0}']).unwrap_or(head(text, n.start));
    let Some(last) = before.chars().next_back() else { return };
    if let Some(unit) = unit_words::symbol(last) {
        let symbol = before.len() - last.len_utf8();
        let letters = head(before, symbol).bytes().rev().take_while(u8::is_ascii_uppercase).count();
        n.start = symbol - if letters <= 3 { letters } else { 0 };
        (n.kind, n.unit) = (CheckKind::Money, unit);
    } else if before.len() == n.start && last == '第' {
        n.start -= last.len_utf8();
        n.ordinal = true;
    } else if ends(before, &["华氏"]) {
        n.unit = Unit::Fahrenheit;
    } else if let Some(unit) = code(last_word(before)) {
        n.start = before.len() - "USD".len();
        (n.kind, n.unit) = (CheckKind::Money, unit);
    }
}

/// The currency that three capital letters before a number name: USD, RMB.
fn code(word: &str) -> Option<Unit> {
    let capitals = word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    capitals.then(|| unit_words::latin(&word.to_ascii_lowercase())).flatten().filter(|unit| unit.is_money())
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
    if c == '+' || unit_words::han(tail(text, end)).is_some() {
        n.end = end;
    }
    // 30多万
    let power = char_at(text, end).and_then(han::power).filter(|&p| p >= 1e4);
    if let (true, Some(power)) = (c != '+', power) {
        (n.value, n.over) = (n.value * power, n.over * power);
        (n.end, n.scale) = (end + '万'.len_utf8(), power);
    }
}

/// What hundredths of a percentage point are called.
const HUNDREDTHS: &[&str] = &["个基点", "基点", "basis points", "basis point", "bps"];

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
    if let Some(sign) = begins(rest, HUNDREDTHS) {
        (n.kind, n.value, n.end) = (CheckKind::Percentage, n.value / 100.0, at + HUNDREDTHS[sign].len());
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
