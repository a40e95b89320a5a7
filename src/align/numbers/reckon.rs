//! Numbers that a writer made from two others.

use super::compare::{in_base, plain, step};
use super::{CheckKind, Number, Unit};

/// Whether a number can be reckoned from two others: their sum, their difference, the share of one in the other.
pub(in super::super) fn derived(n: &Number, from: &[&Number]) -> bool {
    let after = |at: usize, a: &Number| from.iter().skip(at + 1).any(|b| reckoned(n, a, b));
    !n.ordinal && from.iter().enumerate().any(|(at, a)| after(at, a))
}

fn reckoned(n: &Number, a: &Number, b: &Number) -> bool {
    if a.ordinal || b.ordinal {
        return false;
    }
    let (less, more) = if in_base(a) < in_base(b) { (a, b) } else { (b, a) };
    let alike = plain(a) && plain(b) || a.unit == b.unit && !a.unit.is_date();
    let amounts = alike && a.kind == b.kind && a.kind != CheckKind::Percentage;
    if n.kind == CheckKind::Percentage && amounts && more.value >= 10.0 {
        let share = 100.0 * less.value / more.value;
        return (share - n.value).abs() <= if n.vague || n.unit == Unit::Part { 3.5 } else { 0.6 };
    }
    if n.unit == Unit::Times {
        return (in_base(more) / in_base(less) - n.value).abs() <= 0.25;
    }
    if a.unit == Unit::CalendarYear && b.unit == a.unit {
        return n.unit == Unit::Year && more.value - less.value == n.value;
    }
    // One of the two may leave its unit to the other: 120 years instead of 80.
    let unit = if a.unit == Unit::None { b } else { a };
    let joint = a.unit == b.unit || a.unit == Unit::None || b.unit == Unit::None;
    let fits = n.kind == unit.kind && (n.unit == unit.unit || plain(n) && unit.unit == Unit::None);
    let rounding = if n.vague || n.scale != 1.0 { step(n.value) / 2.0 } else { 0.0 };
    let like = |value: f64| {
        let more = value - n.value;
        more.abs() <= rounding.min(n.value * 0.06) + n.value * 1e-6 || (0.0..n.over).contains(&more)
    };
    joint && fits && (like(a.value + b.value) || like((a.value - b.value).abs()))
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn reckons() {
        for (chinese, english, reckoned) in [
            ("四成", "of 23,400 people, 9,100 left", true),
            ("六成", "of 23,400 people, 9,100 left", false),
            ("四十年", "120 years instead of 80", true),
            ("二十多个", "from 71 to 48", true),
            ("四分之一", "of 480 million crowns, 120 million crowns", true),
            ("五点八亿克朗", "480 million crowns and 120 million crowns", false),
            ("一个半小时", "6.4 hours a night, against 4.9 hours on the others", true),
            ("16年", "from 1979 until 1995", true),
        ] {
            let from = find(english, &Lang::EN);
            let from: Vec<&Number> = from.iter().collect();
            assert_eq!(
                find(chinese, &Lang::ZH).iter().any(|n| derived(n, &from)),
                reckoned,
                "{chinese} {english}"
            );
        }
    }
}
