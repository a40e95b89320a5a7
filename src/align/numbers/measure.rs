//! What a number counts: a date, an amount of money, a length of time, things.

use super::super::pieces::{char_at, follows, head, multiple, tail};
use super::classify::{Form, after_space, word_after};
use super::units::{self, Unit};
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
        let (unit, len) = units::han(tail).unwrap_or((Unit::None, 0));
        (n.unit, n.end) = (unit, n.end + "个半".len() + len);
        return Some(());
    }
    let (spaced, spaced_at) = after_space(text, n.end);
    if let Some(c) = spaced.chars().next() {
        if c == '€' {
            (n.kind, n.unit, n.end) = (CheckKind::Money, Unit::Euro, spaced_at + c.len_utf8());
            return Some(());
        }
        if let Some((unit, len)) = units::han(spaced) {
            // 十分 is "very"; 一周年, 一度 and the like are sorted out by the caller.
            (n.unit, n.end) = (unit, spaced_at + len);
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
    if n.unit == Unit::Metre {
        let mut place = 0.1;
        while let Some((c, d)) = char_at(text, n.end).and_then(|c| Some((c, han::digit(c)?))) {
            (n.value, n.end) = (n.value + place * f64::from(d), n.end + c.len_utf8());
            place /= 10.0;
        }
    }
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
            "s" if multiple(n.value, 10.0) && (yearly || head(text, n.start).ends_with(['’', '\''])) => {
                n.value += if yearly { 0.0 } else { 1900.0 };
                (n.kind, n.unit, n.end) = (CheckKind::Date, Unit::Decade, end);
                return Some(());
            }
            _ if units::latin(&word).is_none() => return None,
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
        Unit::Metre => Some(Unit::SquareMetre),
        Unit::Kilometre => Some(Unit::SquareKilometre),
        _ => None,
    };
    let unit = units::latin(&word);
    if let Some(unit) = if square { unit.and_then(squared) } else { unit } {
        (n.unit, n.end) = (unit, end);
        if unit.is_money() {
            n.kind = CheckKind::Money;
        }
    } else if yearly && form == Form::Digits && dates::year_follows(head(text, n.start)) {
        (n.kind, n.unit) = (CheckKind::Date, Unit::CalendarYear);
    }
    Some(())
}
