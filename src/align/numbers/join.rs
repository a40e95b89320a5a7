//! What numbers beside each other make: ranges, shares (two in five), measures in two units, and sums of money whose
//! currency is said once.

use super::super::pieces::{begins, char_at, ends, head, holds, last_word, letters, multiple, tail};
use super::compare::plain;
use super::unit_words;
use super::units::Unit;
use super::{CheckKind, Number};

/// Gives the first number of a range what only the second one says: 1.85至2.05美元, 2到3万, 5 to 10 percent.
pub(super) fn ranges(text: &str, numbers: &mut [Number]) {
    for at in (1..numbers.len()).rev() {
        let (head, tail) = numbers.split_at_mut(at);
        let (Some(a), Some(b)) = (head.last_mut(), tail.first()) else { continue };
        let joint = text.get(a.end..b.start).unwrap_or("");
        let ranged = matches!(
            joint,
            "至" | "到" | "-" | "–" | "—" | "~" | "～" | "或" | " to " | " or " | "-to-" | "、" | "和"
        ) || joint == " and " && ends(super::super::pieces::head(text, a.start), &["between "]);
        let bare = a.unit == Unit::None && a.kind == CheckKind::Quantity && !a.ordinal && a.scale == 1.0;
        if ranged && bare && b.scale > 1.0 && a.value < b.scale && a.value * b.scale < b.value {
            (a.value, a.scale) = (a.value * b.scale, b.scale);
        }
        if ranged && bare && !b.unit.is_date() && (b.unit != Unit::None || b.kind != CheckKind::Quantity) {
            (a.kind, a.unit, a.vague) = (b.kind, b.unit, a.vague || b.vague);
        }
    }
}

/// What stands between the parts and the whole of a share, one word in between left out.
const OF: &[&str] = &["in", "in every", "out of", "out of every", "of every"];

/// What makes one part of a Chinese number of people: 每四人中有一人.
const ONE_OF: &[&str] = &["中有一", "中就有一", "里有一", "里就有一", "就有一"];

/// Joins the two numbers of a share: two in five, six people in ten, one in four, 十人中有六人.
pub(super) fn shares(text: &str, numbers: &mut Vec<Number>) {
    let mut at = 0;
    while let Some(first) = numbers.get(at) {
        let next = numbers.get(at + 1);
        let joined = one_of(text, first).map(|share| (share, 1));
        let joined = joined.or_else(|| Some((some_of(text, first, next?)?, 2)));
        if let Some((share, taken)) = joined {
            put(numbers, at, taken, share);
        }
        at += 1;
    }
}

fn share(part: f64, whole: f64, start: usize, end: usize) -> Number {
    Number::new(start, end, 100.0 * part / whole, CheckKind::Percentage, Unit::Part)
}

/// The share that a number with an uncounted one before or after it is: one in four, 每四人中有一人.
fn one_of(text: &str, whole: &Number) -> Option<Number> {
    if !usual(whole) {
        return None;
    }
    let start = match one_before(head(text, whole.start)) {
        Some(start) if !counts(text, whole.end) => start,
        _ => begins(tail(text, whole.end), ONE_OF).map(|_| whole.start)?,
    };
    Some(share(1.0, whole.value, start, whole.end))
}

/// The share that two numbers are: two in five, 十人中有六人.
fn some_of(text: &str, a: &Number, b: &Number) -> Option<Number> {
    let gap = text.get(a.end..b.start)?;
    let english = b.unit == Unit::None && english_share(gap) && !counts(text, b.end);
    let chinese = gap.len() < 30 && ["中", "里", "就有"].iter().any(|of| gap.contains(of));
    let (part, whole) = if english && divides(a, b) {
        (a, b)
    } else if chinese && divides(b, a) {
        (b, a)
    } else {
        return None;
    };
    Some(Number { vague: a.vague, ..share(part.value, whole.value, a.start, b.end) })
}

/// Where `one in`, `one person in` begins that a text ends with.
fn one_before(text: &str) -> Option<usize> {
    let text = text.trim_end_matches([' ', '-']);
    let rest = OF.iter().find_map(|of| text.strip_suffix(of)?.strip_suffix([' ', '-']))?;
    let one = |text: &str| last_word(text).eq_ignore_ascii_case("one").then(|| text.len() - "one".len());
    one(rest).or_else(|| one(head(rest, rest.len() - last_word(rest).len()).trim_end()))
}

/// Whether a number counts whole things.
fn counted(n: &Number) -> bool {
    plain(n) && n.kind == CheckKind::Quantity && !n.ordinal && n.value.fract() == 0.0
}

/// Whether a number is one that wholes are divided into.
fn usual(n: &Number) -> bool {
    counted(n) && ((3.0..=10.0).contains(&n.value) || n.value <= 1000.0 && multiple(n.value, 10.0))
}

/// Whether a number may be a part of another.
fn divides(part: &Number, whole: &Number) -> bool {
    counted(part) && usual(whole) && part.value < whole.value
}

/// Whether what stands between two numbers makes them a share: `in`, `people in`, `out of every`.
fn english_share(gap: &str) -> bool {
    let gap = gap.trim();
    let rest = tail(gap, letters(gap)).trim_start();
    OF.contains(&gap) || OF.contains(&rest)
}

/// Whether a unit of time or length follows: twice in ten days is no share.
fn counts(text: &str, at: usize) -> bool {
    let rest = tail(text, at).trim_start_matches([' ', '-']);
    unit_words::latin(head(rest, letters(rest))).is_some()
}

/// Gives a large number without a unit the currency of the one before it: 需要53亿英镑，只有21亿。
pub(super) fn money(text: &str, numbers: &mut [Number]) {
    let mut before = None;
    for n in numbers {
        let ended = char_at(text, n.end).is_none_or(|c| holds("，。；、,.;", c));
        if n.kind == CheckKind::Money {
            before = Some(n.unit);
        } else if let (true, Unit::None, Some(unit)) = (n.scale >= 1e4 && ended, n.unit, before) {
            (n.kind, n.unit) = (CheckKind::Money, unit);
        }
    }
}

/// Takes 分 for minutes where hours stand before it or seconds behind it: 1分35秒, 2小时3分.
pub(super) fn minutes(numbers: &mut [Number]) {
    for at in 0..numbers.len() {
        let beside = |other: Option<&Number>, unit, edge: fn(&Number, &Number) -> bool| {
            other.is_some_and(|other| other.unit == unit && edge(&numbers[at], other))
        };
        let before = beside(at.checked_sub(1).and_then(|at| numbers.get(at)), Unit::Hour, |n, other| {
            other.end == n.start
        });
        let behind = beside(numbers.get(at + 1), Unit::Second, |n, other| n.end == other.start);
        if numbers[at].unit == Unit::Point && (before || behind) {
            numbers[at].unit = Unit::Minute;
        }
    }
}

/// What stands before the smaller part of a measure whose larger part is one.
const ONE_AND: &[(&str, Unit)] =
    &[("a minute and ", Unit::Minute), ("an hour and ", Unit::Hour), ("a year and ", Unit::Year)];

/// Puts a number in the place of one or two.
#[inline(never)]
fn put(numbers: &mut Vec<Number>, at: usize, taken: usize, number: Number) {
    if taken > 1 {
        numbers.remove(at);
    }
    numbers[at] = number;
}

/// Joins two measures that are one: 三小时四十分钟, an hour and 20 minutes, six feet two inches.
pub(super) fn compounds(text: &str, numbers: &mut Vec<Number>) {
    let mut at = 0;
    while let [a, b, ..] = numbers.get(at..).unwrap_or_default() {
        let gap = text.get(a.end..b.start).unwrap_or("x");
        match compound(a, b).filter(|_| matches!(gap, "" | "零" | "又" | " " | " and " | ", ")) {
            Some(joined) => put(numbers, at, 2, joined),
            None => at += 1,
        }
    }
    for n in numbers {
        let before = head(text, n.start);
        if let Some((one, unit)) = ONE_AND.iter().find(|(one, _)| before.ends_with(one)) {
            let start = n.start - one.len();
            let one = Number::new(start, n.start, 1.0, CheckKind::Quantity, *unit);
            *n = compound(&one, n).unwrap_or_else(|| n.clone());
        }
    }
}

/// A time or length and some smaller units more, as one.
fn compound(a: &Number, b: &Number) -> Option<Number> {
    let ((x, m), (y, n)) = (a.unit.base()?, b.unit.base()?);
    let rest = x == y && x <= 3 && n < m && b.value * n < m && !a.ordinal && !b.ordinal;
    let (value, vague) = (a.value * m / n + b.value, a.vague || b.vague);
    rest.then(|| Number { value, end: b.end, unit: b.unit, vague, ..a.clone() })
}
