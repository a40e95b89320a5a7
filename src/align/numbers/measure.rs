//! What a number counts: a date, an amount of money, a length of time, things.

use super::super::pieces::{char_at, follows, head, holds, last_word, multiple, place, tail};
use super::classify::{Form, after_space, word_after};
use super::unit_words;
use super::units::Unit;
use super::{CheckKind, Number, dates, digits, han};

/// Reads what the number counts. `None`: it is no number.
pub(super) fn measure(text: &str, n: &mut Number, form: Form) -> Option<()> {
    if n.kind == CheckKind::Money {
        return Some(());
    }
    let rest = tail(text, n.end);
    let whole = n.value.fract() == 0.0;
    let plain = whole && n.scale == 1.0;
    let four = n.end - n.start == 4 || matches!(form, Form::Han(4));
    let yearly = plain && (1000.0..=2100.0).contains(&n.value) && four;
    let date = |n: &mut Number, unit, bytes| {
        (n.kind, n.unit, n.end) = (CheckKind::Date, unit, n.end + bytes);
        Some(())
    };
    if follows(rest, 0, "年代") && plain {
        n.value += match n.value {
            v if v >= 100.0 => 0.0,
            v if v < 20.0 => 2000.0,
            _ => 1900.0,
        };
        return date(n, Unit::Decade, "年代".len());
    }
    if follows(rest, 0, "年") && yearly {
        return date(n, Unit::CalendarYear, 3);
    }
    if follows(rest, 0, "月") && plain && (1.0..=12.0).contains(&n.value) {
        n.end += 3;
        let day = match (digits::read(tail(text, n.end), false), han::read(tail(text, n.end))) {
            (Some(digits::Reading::Value(d, len)), _) | (_, Some(han::Reading::Value(d, len, _))) => {
                Some((d, len))
            }
            _ => None,
        };
        let named = |len: usize| matches!(char_at(text, n.end + len), Some('日' | '号'));
        if let Some((d, len)) = day.filter(|&(d, len)| (1.0..=31.0).contains(&d) && named(len)) {
            n.value = n.value * 100.0 + d;
            return date(n, Unit::MonthDay, len + 3);
        }
        return date(n, Unit::CalendarMonth, 0);
    }
    if matches!(rest.chars().next(), Some('日' | '号'))
        && plain
        && (1.0..=31.0).contains(&n.value)
        && !n.ordinal
    {
        return date(n, Unit::DayOfMonth, 3);
    }
    for (word, unit) in [("世纪", Unit::Century), ("季度", Unit::Quarter)] {
        if follows(rest, 0, word) && plain {
            n.ordinal = true;
            return date(n, unit, word.len());
        }
    }
    if let Some(tail) = rest.strip_prefix("个半").or_else(|| rest.strip_prefix("个多")) {
        let half = follows(rest, 0, "个半");
        n.value += if half { 0.5 } else { 0.0 };
        n.vague |= !half;
        let (unit, len) = unit_words::han(tail).unwrap_or((Unit::None, 0));
        (n.unit, n.end) = (unit, n.end + "个半".len() + len);
        return Some(());
    }
    let (spaced, spaced_at) = after_space(text, n.end);
    if let Some(c) = spaced.chars().next() {
        if c == '€' {
            (n.kind, n.unit, n.end) = (CheckKind::Money, Unit::Euro, spaced_at + c.len_utf8());
            return Some(());
        }
        // 12节, said of a ship or the wind; before a noun it counts carriages and lessons.
        if spaced.starts_with('节')
            && !n.ordinal
            && char_at(spaced, 3).is_none_or(|c| holds("，。；、！）的左以至到", c))
        {
            (n.unit, n.end) = (Unit::NauticalMile, spaced_at + 3);
            return Some(());
        }
        if let Some((unit, len)) = unit_words::han(spaced) {
            // 十分 is "very"; 一周年, 一度 and the like are sorted out by the caller.
            let known = n.unit == Unit::Fahrenheit && unit == Unit::Degree;
            (n.unit, n.end) = (if known { n.unit } else { unit }, spaced_at + len);
            if unit.is_money() {
                n.kind = CheckKind::Money;
            }
            parts_of_unit(text, n);
            return Some(());
        }
    }
    latin_measure(text, n, form, yearly)
}

/// Reads what stands after a unit: 两年半, 一米七八.
fn parts_of_unit(text: &str, n: &mut Number) {
    let divided = n.unit.base().is_some() || n.unit.is_money();
    if divided && follows(text, n.end, "半") && !n.ordinal {
        (n.value, n.end) = (n.value + 0.5, n.end + "半".len());
    }
    let (mut value, mut end, mut place) = (n.value, n.end, 0.1);
    while let Some((c, d)) =
        char_at(text, end).and_then(|c| Some((c, han::digit(c).or_else(|| digits::digit(c))?)))
    {
        (value, end) = (value + place * f64::from(d), end + c.len_utf8());
        place /= 10.0;
    }
    // Not 100米9秒58, 5米30公斤.
    let alone = unit_words::han(tail(text, end)).is_none()
        && !char_at(text, end).is_some_and(|c| holds(".%十百千万", c));
    let fits = n.unit == Unit::Metre && n.value < 20.0 || n.unit == Unit::Second && n.value < 60.0;
    if fits && alone && place > 1e-4 && n.value.fract() == 0.0 {
        (n.value, n.end) = (value, end);
    }
}

/// What precedes the decades of a life, and of a century.
const LIVES: &[&str] = &["his", "her", "their", "my", "your", "our"];
const PARTS: &[&str] = &["early", "mid", "late"];

/// What tens of years are: of a life (in her forties), or of the last century (the ’40s, the forties).
pub(super) fn tens(text: &str, start: usize, end: usize, tens: f64) -> Option<Number> {
    let before = head(text, start).trim_end_matches([' ', '-', '’', '\'']);
    let word = last_word(before);
    let word = match place(word, PARTS) {
        Some(_) => last_word(head(before, before.len() - word.len()).trim_end()),
        None => word,
    };
    if place(word, LIVES).is_some() {
        let life = Number::new(start, end, tens, CheckKind::Quantity, Unit::Year);
        return Some(Number { over: 10.0, vague: true, ..life });
    }
    word.eq_ignore_ascii_case("the").then(|| Number::date(start, end, 1900.0 + tens, Unit::Decade))
}

/// Reads ordinals, decades and units in Latin letters.
fn latin_measure(text: &str, n: &mut Number, form: Form, yearly: bool) -> Option<()> {
    let (mut word, mut end) = word_after(text, n.end);
    let attached = char_at(text, n.end).is_some_and(|c| c.is_ascii_alphabetic());
    if attached && form == Form::Digits {
        match &*word {
            "st" | "nd" | "rd" | "th" => {
                (n.ordinal, n.end) = (true, end);
                (word, end) = word_after(text, end);
            }
            "s" if multiple(n.value, 10.0) && yearly => {
                (n.kind, n.unit, n.end) = (CheckKind::Date, Unit::Decade, end);
                return Some(());
            }
            "s" if multiple(n.value, 10.0) && (20.0..100.0).contains(&n.value) => {
                *n = tens(text, n.start, end, n.value)?;
                return Some(());
            }
            "s" if n.value.fract() != 0.0 => {
                (n.unit, n.end) = (Unit::Second, end);
                return Some(());
            }
            _ if unit_words::latin(&word).is_none() => return None,
            _ => {}
        }
    }
    if n.ordinal {
        for (name, unit) in [("quarter", Unit::Quarter), ("century", Unit::Century)] {
            if word == name {
                (n.kind, n.unit, n.end) = (CheckKind::Date, unit, end);
                return Some(());
            }
        }
    }
    let square = word == "square";
    if square {
        (word, end) = word_after(text, end);
    }
    let squared = |unit| match unit {
        Unit::Foot => Some(Unit::SquareFoot),
        Unit::Mile => Some(Unit::SquareMile),
        Unit::Metre => Some(Unit::SquareMetre),
        Unit::Kilometre => Some(Unit::SquareKilometre),
        _ => None,
    };
    let unit = unit_words::latin(&word);
    if let Some(unit) = if square { unit.and_then(squared) } else { unit } {
        (n.unit, n.end) = (unit, end);
        if unit == Unit::Pound && n.value >= 1e6 {
            n.unit = Unit::Sterling;
        }
        if unit.is_temperature() {
            scale_of_temperature(text, n);
        }
        if n.unit.is_money() {
            n.kind = CheckKind::Money;
        }
    } else if yearly && form == Form::Digits && dates::year_follows(head(text, n.start)) {
        (n.kind, n.unit) = (CheckKind::Date, Unit::CalendarYear);
    }
    Some(())
}

/// Reads the scale after degrees: 30 degrees Celsius, 86 degrees F.
fn scale_of_temperature(text: &str, n: &mut Number) {
    let (word, end) = word_after(text, n.end);
    let unit = match &*word {
        "c" | "celsius" | "centigrade" => Unit::Celsius,
        "f" | "fahrenheit" => Unit::Fahrenheit,
        _ => return,
    };
    (n.unit, n.end) = (unit, end);
}
