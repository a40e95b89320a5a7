//! What two numbers have to do with each other: equal, rounded, or likely meant to be equal.

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
    // 元 may be any country's.
    if near && a.unit == Unit::Yuan && b.unit == Unit::Dollar {
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
fn dimension(a: &Number, b: &Number) -> Option<bool> {
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

/// Whether two numbers may be meant to be equal.
pub(in super::super) fn equal(a: &Number, b: &Number) -> bool {
    use Unit::{CalendarMonth, CalendarYear, Clock, DayOfMonth, Decade, MonthDay, Weekday};
    if within(a, b) || within(b, a) {
        return true;
    }
    match (a.unit, b.unit) {
        (MonthDay, CalendarMonth) | (CalendarMonth, MonthDay) => {
            return (a.value / 100.0).trunc() == b.value || (b.value / 100.0).trunc() == a.value;
        }
        (MonthDay, _) | (_, MonthDay) if a.unit != b.unit => return multiple(a.value - b.value, 100.0),
        (Decade, CalendarYear) | (CalendarYear, Decade) => return (a.value - b.value).abs() < 10.0,
        (CalendarMonth | Clock | Weekday, CalendarMonth | Clock | Weekday | DayOfMonth) => {
            return a.unit == b.unit && a.value == b.value;
        }
        _ => {}
    }
    // Nine minutes are not nine days.
    if dimension(a, b) == Some(false) {
        return spans(a, b) || spans(b, a);
    }
    match (a.unit.base(), b.unit.base()) {
        // Three months are not three years.
        (Some((x, m)), Some((y, n))) if x == y => close(a.value * m, b.value * n, a, b),
        _ => close(a.value, b.value, a, b),
    }
}

/// Whether the first is months and the second as many days: a month is thirty days, a year twelve months.
fn spans(a: &Number, b: &Number) -> bool {
    match (a.unit.base(), b.unit.base()) {
        (Some((2, m)), Some((1, n))) => (b.value * n / (a.value * m * 2_629_800.0) - 1.0).abs() < 0.05,
        _ => false,
    }
}

/// Whether two values are equal, or one is the other rounded where rounding is usual.
fn close(x: f64, y: f64, a: &Number, b: &Number) -> bool {
    let (less, more) = (x.abs().min(y.abs()), x.abs().max(y.abs()));
    let apart = more - less;
    if apart <= more * 1e-6 {
        return true;
    }
    if a.unit == Unit::Part || b.unit == Unit::Part {
        return a.kind == b.kind && apart <= if a.vague || b.vague { 5.5 } else { 3.5 };
    }
    if a.unit.is_date() || b.unit.is_date() || a.ordinal || b.ordinal {
        return false;
    }
    let rough = |n: &Number| n.vague && n.over == 0.0;
    let shares = a.kind == CheckKind::Percentage;
    if (rough(a) || rough(b)) && shares == (b.kind == CheckKind::Percentage) {
        let most = more * 0.125;
        if apart <= if shares { most.min(5.0) } else { most } {
            return true;
        }
    }
    // A measure in other units was rounded too.
    if a.unit != b.unit && dimension(a, b) == Some(true) && apart <= more * 0.06 {
        return true;
    }
    if fits_decimals(x, y) || fits_decimals(y, x) {
        return true;
    }
    let decimals = x.fract() != 0.0 || y.fract() != 0.0;
    let rounded = x.round() == y && y.fract() == 0.0 || y.round() == x && x.fract() == 0.0;
    let scaled =
        (a.scale != 1.0 || b.scale != 1.0) && apart <= step(x).max(step(y)) / 2.0 && apart <= more * 0.06;
    decimals && rounded && more > 3.0 || scaled
}

/// Whether the first value is the second one rounded to one decimal or two.
fn fits_decimals(rounded: f64, exact: f64) -> bool {
    [10.0, 100.0].iter().any(|places| {
        let whole = rounded * places;
        // One that needs all these places, and so was not rounded further.
        let needed = (whole - whole.round()).abs() < 1e-6 && (whole / 10.0).fract().abs() > 1e-6;
        needed && ((exact * places).round() - whole).abs() < 1e-6
    })
}

/// Whether the second value is one that the first, being so many and some more, leaves open.
fn within(a: &Number, b: &Number) -> bool {
    let ratio = match (a.unit.base(), b.unit.base()) {
        (Some((x, m)), Some((y, n))) if x == y => n / m,
        (Some(_), Some(_)) => return false,
        _ => 1.0,
    };
    let more = b.value * ratio - a.value;
    a.over > 0.0 && a.kind == b.kind && (0.0..a.over).contains(&more)
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

    #[test]
    fn knows_equal_numbers() {
        for (chinese, english, same) in [
            ("3.1亿美元", "$310 million", true),
            ("24个月", "two years", true),
            ("约三分之一", "33 percent", true),
            ("近一半", "48 percent", true),
            ("三成", "30%", true),
            ("20%", "25 percent", false),
            ("3240万美元", "$22.4 million", false),
            ("1.2万人", "11,900 people", true),
            ("3月9日", "March 9", true),
            ("3月9日", "in March", true),
            ("3月9日", "March 19", false),
            ("83人", "38 people", false),
            ("第107分钟", "the 117th minute", false),
            ("90分钟", "an hour and 30 minutes", false),
            ("上世纪90年代", "in 1998", true),
            ("5公里", "three miles", true),
            ("50公里", "30 kilometers", false),
            ("七成", "71 percent", true),
            ("八成", "71 percent", false),
            ("十多年", "fourteen years", true),
            ("凌晨两点多", "2:17", true),
            ("六十多万美元", "$612,000", true),
            ("七十多万美元", "$612,000", false),
            ("四成", "two in five", true),
            ("20克", "20 minutes", false),
            ("5.3%", "5.27 percent", true),
            ("5.3%", "5.8 percent", false),
            ("5.3%", "5.36 percent", false),
            ("14.6美元", "$14.57", true),
            ("212.5美元", "$212.49", true),
            ("48票", "to 42 votes", false),
            ("约半数", "two thirds", false),
            ("近一半", "45 percent", true),
            ("三个月", "three years", false),
            ("十三周", "13 months", false),
            ("8周", "56 days", true),
        ] {
            let read = |text, lang| find(text, &lang).into_iter().next();
            let pair = (read(chinese, Lang::ZH), read(english, Lang::EN));
            let (Some(a), Some(b)) = pair else { panic!("{chinese} {english}") };
            assert_eq!(equal(&a, &b), same, "{chinese} {english}");
            assert_eq!(equal(&b, &a), same, "{english} {chinese}");
        }
    }

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
