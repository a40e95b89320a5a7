//! Whether two numbers say the same: in other units, rounded, or about so much.

use super::super::pieces::multiple;
use super::compare::{dimension, step};
use super::{CheckKind, Number, Unit, temperature};

/// Whether two numbers may be meant to be equal.
pub(in super::super) fn equal(a: &Number, b: &Number) -> bool {
    use Unit::{CalendarMonth, CalendarYear, Clock, DayOfMonth, Decade, MonthDay, Weekday};
    if within(a, b) || within(b, a) {
        return true;
    }
    if let Some(same) = temperature::same(a, b) {
        return same || a.unit == b.unit && close(a.value, b.value, a, b);
    }
    match (a.unit, b.unit) {
        (Clock, Clock) if a.zone != b.zone || a.zone => return multiple(a.value - b.value, 30.0),
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
            ("90分钟", "an hour and 30 minutes", true),
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
            ("时速96公里", "60 mph", true),
            ("37公里", "20 knots", true),
            ("68公斤", "150 pounds", true),
            ("68公斤", "180 pounds", false),
            ("150英镑", "150 pounds", true),
            ("30摄氏度", "86 degrees Fahrenheit", true),
            ("35度", "86 degrees Fahrenheit", false),
            ("零下5度", "23°F", true),
            ("升温2摄氏度", "3.6 degrees Fahrenheit", true),
            ("30度", "35 degrees Celsius", false),
            ("四十多岁", "in her forties", true),
            ("五十多岁", "in his early 40s", false),
            ("翻了两番", "quadrupled", true),
            ("35万千瓦", "350 megawatts", true),
            ("0.25个百分点", "25 basis points", true),
            ("北京时间晚上8点", "8 a.m.", true),
            ("晚上8点", "9 p.m.", false),
            ("三分之一", "1/3", true),
            ("9秒58", "9.58s", true),
        ] {
            let read = |text, lang| find(text, &lang).into_iter().next();
            let pair = (read(chinese, Lang::ZH), read(english, Lang::EN));
            let (Some(a), Some(b)) = pair else { panic!("{chinese} {english}") };
            assert_eq!(equal(&a, &b), same, "{chinese} {english}");
            assert_eq!(equal(&b, &a), same, "{english} {chinese}");
        }
    }
}
