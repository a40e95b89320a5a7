//! Where linked sentences disagree on a number, a percentage, an amount of money or a date.
//!
//! A number is reported only when nothing near its sources equals it, not even when rounded or in other
//! units, when its sources hold a number of the same kind that nothing on the left equals, and when the link
//! rests on other evidence: a false alarm costs a reader's trust.

use super::evidence::{Evidence, Sentence};
use super::numbers::{Number, Unit};
use super::pieces::multiple;
use super::{Check, CheckKind, Link, Side};

/// The least probability of a link, and the least that its sentences have in common, to be checked.
const SURE: f32 = 0.55;
const SHARED: f32 = 0.4;
/// Sentences with more numbers than this are tables, and are let be.
const MOST: usize = 60;
/// How much one value may be of the other where nothing but the values says that they belong together.
const FARTHEST: f64 = 4.0;

/// Finds the disagreements between linked sentences, ascending by left sentence.
pub(super) fn find(left: &Side<'_>, right: &Side<'_>, evidence: &Evidence<'_>, links: &[Link]) -> Vec<Check> {
    let mut checks = Vec::new();
    for link in links {
        let (Some(&from), Some(&to)) = (link.right.first(), link.right.last()) else { continue };
        let shared: f32 = link
            .left
            .iter()
            .flat_map(|&l| link.right.iter().map(move |&r| (l, r)))
            .map(|(l, r)| evidence.pair(l, r).sum())
            .fold(0.0, f32::max);
        if link.score < SURE || shared < SHARED {
            continue;
        }
        let context = near(&evidence.right, &link.right, 1);
        let own: Vec<(usize, &Number)> = numbers(&evidence.left, &link.left).take(MOST + 1).collect();
        if own.len() > MOST || numbers(&evidence.right, &context).take(MOST + 1).count() > MOST {
            continue;
        }
        let around = near(&evidence.left, &link.left, usize::from(link.left.len() + to - from > 1));
        let mut taken: Vec<usize> = Vec::new();
        for &(at, number) in &own {
            if !telling(number) || numbers(&evidence.right, &context).any(|(_, n)| equal(number, n)) {
                continue;
            }
            let free = |&(_, n): &(usize, &Number)| {
                comparable(number, n) && !numbers(&evidence.left, &around).any(|(_, own)| equal(own, n))
            };
            // A unit that tells makes a number next to the sources a candidate too.
            let specific =
                !matches!(number.unit, Unit::None | Unit::Count) && number.kind == CheckKind::Quantity;
            let places = if specific { &context } else { &link.right };
            let candidates = numbers(&evidence.right, places).filter(free);
            let nearest = candidates.filter(|(_, n)| !taken.contains(&address(n))).min_by(|a, b| {
                let rank = |(at, n): &(usize, &Number)| (!link.right.contains(at), n.unit != number.unit);
                rank(a).cmp(&rank(b)).then(distance(number, a.1).total_cmp(&distance(number, b.1)))
            });
            let Some((source, expected)) = nearest else { continue };
            let written = |side: &Side<'_>, at: usize, n: &Number| {
                side.sentences.get(at).and_then(|s| s.text.get(n.start..n.end)).unwrap_or_default().to_owned()
            };
            taken.push(address(expected));
            checks.push(Check {
                left: at,
                right: source,
                kind: if number.unit == Unit::Part { CheckKind::Quantity } else { number.kind },
                found: written(left, at, number),
                expected: written(right, source, expected),
            });
        }
    }
    checks
}

/// Tells numbers apart by where they are kept.
fn address(number: &Number) -> usize {
    std::ptr::from_ref(number) as usize
}

/// The numbers of some sentences.
fn numbers<'a>(side: &'a [Sentence], of: &'a [usize]) -> impl Iterator<Item = (usize, &'a Number)> {
    of.iter().flat_map(|&at| side[at].numbers.iter().map(move |n| (at, n)))
}

/// Sentences (ascending) and those up to `reach` before and after them.
fn near(side: &[Sentence], of: &[usize], reach: usize) -> Vec<usize> {
    let mut all: Vec<usize> = Vec::new();
    for &at in of {
        let from = all.last().map_or(0, |&last| last + 1).max(at.saturating_sub(reach));
        all.extend(from..(at + reach + 1).min(side.len()));
    }
    all
}

/// Whether a number is one that a writer copies instead of counting what the sentence lists.
fn telling(n: &Number) -> bool {
    n.kind != CheckKind::Quantity
        || n.value > 3.0
        || !matches!(n.unit, Unit::None | Unit::Count) && !n.ordinal
}

/// Whether two numbers say how much there is of the same kind of thing.
fn comparable(a: &Number, b: &Number) -> bool {
    if a.kind != b.kind || a.ordinal != b.ordinal || !telling(b) {
        return false;
    }
    match a.kind {
        CheckKind::Percentage => true,
        CheckKind::Money | CheckKind::Date => a.unit == b.unit || same_dimension(a, b),
        CheckKind::Quantity => {
            let plain = |n: &Number| matches!(n.unit, Unit::None | Unit::Count);
            let close = a.value.max(b.value) <= FARTHEST * a.value.min(b.value);
            same_dimension(a, b) && close
                || a.unit == b.unit && !plain(a) && close
                || plain(a) && plain(b) && close && (a.value.fract() == 0.0) == (b.value.fract() == 0.0)
        }
    }
}

fn same_dimension(a: &Number, b: &Number) -> bool {
    matches!((a.unit.base(), b.unit.base()), (Some((x, _)), Some((y, _))) if x == y)
}

/// How far two comparable numbers are apart, as the logarithm of their ratio.
fn distance(a: &Number, b: &Number) -> f64 {
    let value = |n: &Number| n.value * n.unit.base().map_or(1.0, |(_, factor)| factor);
    (value(a).abs().max(1e-9) / value(b).abs().max(1e-9)).ln().abs()
}

/// Whether two numbers may be meant to be equal.
fn equal(a: &Number, b: &Number) -> bool {
    use Unit::{CalendarMonth, CalendarYear, Clock, DayOfMonth, Decade, MonthDay, Weekday};
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
    if close(a.value, b.value, a, b) {
        return true;
    }
    match (a.unit.base(), b.unit.base()) {
        (Some((x, m)), Some((y, n))) if x == y => close(a.value * m, b.value * n, a, b),
        // Months and days: a month is thirty days, a year twelve months.
        (Some((1, m)), Some((2, n))) => (a.value * m / (b.value * n * 2_629_800.0) - 1.0).abs() < 0.05,
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
        return a.kind == b.kind && apart <= 3.5;
    }
    if a.unit.is_date() || b.unit.is_date() || a.ordinal || b.ordinal {
        return false;
    }
    if (a.vague || b.vague) && apart <= more * 0.12 {
        return true;
    }
    // A measure in other units was rounded too.
    if a.unit != b.unit && same_dimension(a, b) && apart <= more * 0.06 {
        return true;
    }
    let decimals = x.fract() != 0.0 || y.fract() != 0.0;
    let rounded = x.round() == y && y.fract() == 0.0 || y.round() == x && x.fract() == 0.0;
    let scaled =
        (a.scale != 1.0 || b.scale != 1.0) && apart <= step(x).max(step(y)) / 2.0 && apart <= more * 0.06;
    decimals && rounded && more > 3.0 || scaled
}

/// The place value of a number's last digit that is not zero.
fn step(value: f64) -> f64 {
    let mut step = 1.0;
    while step < 1e15 && value >= step * 10.0 && multiple(value, step * 10.0) {
        step *= 10.0;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::super::numbers;
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
        ] {
            let read = |text, lang| numbers::find(text, &lang).into_iter().next();
            let pair = (read(chinese, Lang::ZH), read(english, Lang::EN));
            let (Some(a), Some(b)) = pair else { panic!("{chinese} {english}") };
            assert_eq!(equal(&a, &b), same, "{chinese} {english}");
            assert_eq!(equal(&b, &a), same, "{english} {chinese}");
        }
    }
}
