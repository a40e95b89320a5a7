//! How sure two numbers that differ are meant to be equal.

use super::super::pieces::multiple;
use super::{CheckKind, Number, Unit};

/// How much one value may be of the other where nothing but the values says that they belong together.
const FARTHEST: f64 = 4.0;

/// Whether a number is one that a writer copies instead of counting what the sentence lists.
pub(in super::super) fn telling(n: &Number) -> bool {
    n.kind != CheckKind::Quantity || n.value > 3.0 || !plain(n) && !n.ordinal && n.value != 1.0
}

/// Whether a number counts things that no unit names.
pub(super) fn plain(n: &Number) -> bool {
    matches!(n.unit, Unit::None | Unit::Count)
}

/// How sure two numbers that differ are meant to be equal, 0 to 1, as far as they themselves tell.
pub(in super::super) fn bond(a: &Number, b: &Number) -> f32 {
    if !telling(b) {
        return 0.0;
    }
    let slipped = slipped(a, b);
    let fits = fits(a, b, slipped);
    match kin(a.value, b.value) || slipped {
        true if fits > 0.0 && a.ordinal == b.ordinal => (fits + 1.0) / 2.0,
        true => fits / 2.0,
        false if a.ordinal != b.ordinal => 0.0,
        false => fits,
    }
}

/// How well two numbers fit by what they count.
fn fits(a: &Number, b: &Number, slipped: bool) -> f32 {
    let alike = dimension(a, b) == Some(true);
    let (x, y) = if alike { (in_base(a), in_base(b)) } else { (a.value, b.value) };
    let near = slipped || x.max(y) <= FARTHEST * x.min(y);
    let alike = alike || a.unit.is_temperature() && b.unit.is_temperature();
    let same = a.unit == b.unit && !plain(a) || alike;
    let share = CheckKind::Percentage;
    if a.kind == share && b.kind == share {
        return 1.0;
    }
    // As many months as there were weeks, or years.
    if a.value == b.value && (times(a, b) || alike && a.unit != b.unit) {
        return 1.0;
    }
    if a.kind == b.kind && same {
        return if near || a.kind != CheckKind::Quantity { 1.0 } else { 0.0 };
    }
    if calendar(a, b) || calendar(b, a) {
        return 0.8;
    }
    let whole = |n: &Number| n.value.fract() == 0.0;
    // 元 may be any country's, and pounds a weight.
    if near && matches!((a.unit, b.unit), (Unit::Yuan, Unit::Dollar) | (Unit::Sterling, Unit::Pound)) {
        return 0.7;
    }
    let uneven = whole(a) != whole(b);
    let dates = a.unit.is_date() || b.unit.is_date();
    if !near || uneven || dates || a.kind == share || b.kind == share {
        return 0.0;
    }
    let bare = |n: &Number| n.unit == Unit::None && n.kind == CheckKind::Quantity;
    match (plain(a) && plain(b) && a.kind == b.kind, bare(a) || bare(b)) {
        (true, _) => 0.7,
        // A rough number seldom restates one that stands alone.
        (_, true) if a.vague => 0.25,
        (_, true) => 0.35,
        _ => 0.0,
    }
}

/// Whether a year may be a bare number, or a month the one of a day.
fn calendar(a: &Number, b: &Number) -> bool {
    let bare = b.unit == Unit::None && b.kind == CheckKind::Quantity;
    match a.unit {
        Unit::CalendarYear => bare && (1000.0..2100.0).contains(&b.value),
        Unit::CalendarMonth => b.unit == Unit::MonthDay,
        _ => false,
    }
}

/// Whether one value is the other with a scale mistaken: 1.2万 for 120,000.
fn slipped(a: &Number, b: &Number) -> bool {
    let (less, more) = (a.value.min(b.value), a.value.max(b.value));
    let round = less / step(less) < 9.5;
    let scales: &[f64] = match (round, a.unit == b.unit && !plain(a)) {
        (false, _) => &[10.0, 100.0, 1e3, 1e4],
        (true, true) => &[10.0],
        _ => &[],
    };
    less > 0.0 && scales.iter().any(|p| (less * p - more).abs() <= more * 1e-6)
}

/// Whether one value is the other with one digit changed or two neighbours swapped.
fn kin(x: f64, y: f64) -> bool {
    let apart = (x - y).abs();
    let (unit, large) = (step(apart), x.min(y) >= 20.0);
    let (digit, swapped) = (apart / unit < 9.5, multiple(apart / unit, 9.0) && apart / unit < 90.0);
    large && x.max(y).log10().trunc() == x.min(y).log10().trunc() && (digit || swapped)
}

/// Whether two units measure the same dimension, if both measure one.
pub(super) fn dimension(a: &Number, b: &Number) -> Option<bool> {
    let (x, y) = (a.unit.base()?.0, b.unit.base()?.0);
    Some(x == y)
}

/// Whether both are lengths of time, one in months or years, the other in less.
fn times(a: &Number, b: &Number) -> bool {
    matches!((a.unit.base(), b.unit.base()), (Some((1, _)), Some((2, _))) | (Some((2, _)), Some((1, _))))
}

/// How far two comparable numbers are apart, as the logarithm of their ratio.
pub(in super::super) fn distance(a: &Number, b: &Number) -> f64 {
    (in_base(a).abs().max(1e-9) / in_base(b).abs().max(1e-9)).ln().abs()
}

/// The value in the smallest unit of its dimension.
pub(super) fn in_base(n: &Number) -> f64 {
    n.value * n.unit.base().map_or(1.0, |(_, factor)| factor)
}

/// The place value of a number's last digit that is not zero.
pub(super) fn step(value: f64) -> f64 {
    let mut step = 1.0;
    while step < 1e15 && value >= step * 10.0 && multiple(value, step * 10.0) {
        step *= 10.0;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::*;
    use crate::lang::Lang;

    fn first(text: &str, lang: Lang) -> Number {
        find(text, &lang).into_iter().next().unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn knows_numbers_that_belong_together() {
        for (chinese, english, least, most) in [
            ("72艘", "sixty-two ships", 0.8, 1.0),
            ("三千二百人", "some 2,300", 0.8, 1.0),
            ("15%", "5 percent", 1.0, 1.0),
            ("1.2万人", "120,000 people", 0.8, 1.0),
            ("1985年", "1895", 0.8, 1.0),
            ("六月", "on July 9", 0.8, 0.8),
            ("2.5元", "$2", 0.7, 0.7),
            ("80人", "60 percent", 0.0, 0.0),
            ("三个月", "three years", 1.0, 1.0),
            ("28个月", "24 months", 1.0, 1.0),
            ("三百米", "two kilometers", 0.0, 1.0),
            ("十三周", "13 months", 1.0, 1.0),
            ("十三周", "18 months", 0.0, 0.0),
            ("五天", "three miles", 0.0, 0.0),
            ("五天", "five hundred days", 0.0, 0.0),
            ("一百多年", "61", 0.0, 0.3),
        ] {
            let bond = bond(&first(chinese, Lang::ZH), &first(english, Lang::EN));
            assert!((least..=most).contains(&bond), "{chinese} {english} {bond}");
        }
    }
}
