//! Numbers in running text: what each is worth, what it counts, and where it stands.
//!
//! A sentence is scanned once. A numeral in digits, in Chinese characters or in English words is read
//! first; what stands around it then tells its scale (million, 亿), its kind and its unit.

mod amounts;
mod classify;
mod clock;
mod compare;
mod dates;
mod digits;
mod english;
mod equal;
mod han;
mod join;
mod measure;
mod reckon;
mod temperature;
mod unit_words;
mod units;

pub(super) use compare::{bond, distance, telling};
pub(super) use equal::equal;
pub(super) use reckon::derived;
pub use units::Unit;

use super::CheckKind;
use super::pieces::{begins, char_at, follows, head, holds, multiple, tail};
use super::variants::simplified;
use crate::lang::Lang;
use classify::{Form, Numeral, classify};

/// What a unit on both sides weighs, whatever the numbers before it.
const UNIT: f32 = 0.7;

/// A number in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// First byte in the sentence; a currency symbol before the digits belongs to it.
    pub start: usize,
    /// The byte after it; a unit belongs to it.
    pub end: usize,
    /// Its value in its unit; of a percentage or a fraction, in hundredths.
    pub value: f64,
    /// What it is.
    pub kind: CheckKind,
    /// What it counts, as far as known.
    pub unit: Unit,
    /// Whether it numbers instead of counting (第三, 3rd).
    pub ordinal: bool,
    /// Whether the sentence says that it is only about so much (约, 多, nearly, over).
    pub vague: bool,
    /// How much more it may be (多, 余), or 0.
    pub over: f64,
    /// What a word multiplied it by (a million, 万), or 1.
    pub scale: f64,
    /// Whether it is a time of day in a zone that is named.
    pub zone: bool,
}

/// A sentence with more numbers is a table, where none are put together.
const MANY: usize = 1_000;

/// Finds the numbers of a sentence, in order.
pub fn find(text: &str, lang: &Lang) -> Vec<Number> {
    let text = &*simplified(text);
    let decimal_comma = digits::decimal_comma(lang.primary());
    let english = matches!(lang.primary(), "en" | "und" | "");
    let mut numbers = Vec::new();
    let (mut at, mut before) = (0, ' ');
    while let Some(c) = char_at(text, at) {
        let rest = tail(text, at);
        let mut next = at + c.len_utf8();
        let word_start = !before.is_ascii_alphanumeric() && before != '_';
        let mut take = |numeral: Numeral| match classify(text, numeral) {
            Some(number) => {
                let end = number.end;
                numbers.push(number);
                end
            }
            None => numeral.end,
        };
        if digits::digit(c).is_some() {
            next = match digits::read(rest, decimal_comma) {
                Some(digits::Reading::Value(value, len)) if word_start && before != '/' => {
                    take(Numeral { start: at, end: at + len, value, form: Form::Digits })
                }
                Some(digits::Reading::Value(_, len) | digits::Reading::Other(len)) => at + len,
                None => next,
            };
        } else if c.is_ascii_alphabetic() {
            if !word_start {
            } else if begins(rest, &["http://", "https://", "www."]).is_some() {
                next = rest.find(char::is_whitespace).map_or(text.len(), |len| at + len);
            } else if let Some((unit, value, end)) = dates::name(text, at) {
                numbers.push(Number::date(at, end, value, unit));
                next = end;
            } else if let Some((value, len)) = english.then(|| clock::spoken(rest)).flatten() {
                numbers.push(Number::date(at, at + len, value, Unit::Clock));
                next = at + len;
            } else if let Some((tens, len)) = english.then(|| english::tens(rest)).flatten() {
                numbers.extend(measure::tens(text, at, at + len, tens));
                next = at + len;
            } else if let Some((value, unit, len)) = english.then(|| amounts::english(rest)).flatten() {
                numbers.push(Number::amount(at, at + len, value, unit));
                next = at + len;
            } else if let Some(words) = english.then(|| english::read(rest)).flatten() {
                let form = match (words.ordinal, words.fraction) {
                    (true, _) => Form::Ordinal,
                    (_, true) => Form::Fraction,
                    _ => Form::Words,
                };
                next = take(Numeral { start: at, end: at + words.len, value: words.value, form });
            }
        } else if let Some(numeral) = fraction(text, at, decimal_comma) {
            next = take(numeral);
        } else if let Some((day, len)) = dates::han_weekday(rest).filter(|_| han::digit(before).is_none()) {
            numbers.push(Number::date(at, at + len, day, Unit::Weekday));
            next = at + len;
        } else if c == '首' {
            if let Some((_, len)) = unit_words::han(tail(text, next)).filter(|(unit, _)| *unit == Unit::Count)
            {
                let mut number = Number::new(at, next + len, 1.0, CheckKind::Quantity, Unit::Count);
                number.ordinal = true;
                numbers.push(number);
                next += len;
            }
        } else if let Some(part) = digits::part(c) {
            next = take(Numeral { start: at, end: next, value: 100.0 * part, form: Form::Fraction });
        } else if let Some((value, unit, len)) = amounts::han(rest).filter(|_| !holds("上下", before)) {
            numbers.push(Number::amount(at, at + len, value, unit));
            next = at + len;
        } else if let Some(reading) = han::read(rest) {
            next = match reading {
                han::Reading::Value(value, len, chars)
                    if !matches!(before, '几' | '数' | '上' | '好')
                        || chars > 2
                        || follows(rest, len, "点") =>
                {
                    take(Numeral { start: at, end: at + len, value, form: Form::Han(chars) })
                }
                han::Reading::Value(_, len, _) | han::Reading::Vague(len) => at + len,
            };
        }
        before = head(text, next).chars().next_back().unwrap_or(' ');
        at = next;
    }
    if numbers.len() > MANY {
        return numbers;
    }
    dates::join(text, &mut numbers);
    join::ranges(text, &mut numbers);
    join::minutes(&mut numbers);
    join::compounds(text, &mut numbers);
    join::shares(text, &mut numbers);
    join::money(text, &mut numbers);
    numbers
}

/// The Chinese fraction that begins at byte `at`: 百分之二十, 三分之一.
fn fraction(text: &str, at: usize, decimal_comma: bool) -> Option<Numeral> {
    let numeral = |at: usize| match han::read(tail(text, at)) {
        Some(han::Reading::Value(value, len, _)) => Some((value, at + len)),
        Some(_) => None,
        None => match digits::read(tail(text, at), decimal_comma) {
            Some(digits::Reading::Value(value, len)) => Some((value, at + len)),
            _ => None,
        },
    };
    let rest = tail(text, at);
    if follows(rest, 0, "一半") {
        return Some(Numeral { start: at, end: at + "一半".len(), value: 50.0, form: Form::Fraction });
    }
    let (whole, after) = match ["百分之", "千分之"].iter().find(|p| rest.starts_with(**p)) {
        Some(prefix) => (if prefix.starts_with('百') { 100.0 } else { 1000.0 }, at + prefix.len()),
        None => {
            let (whole, after) = numeral(at)?;
            (whole, after + tail(text, after).strip_prefix("分之").map(|_| "分之".len())?)
        }
    };
    let (parts, end) = numeral(after)?;
    let form = if whole == 100.0 { Form::Percentage } else { Form::Fraction };
    (whole > 0.0).then_some(Numeral { start: at, end, value: 100.0 * parts / whole, form })
}

impl Number {
    fn new(start: usize, end: usize, value: f64, kind: CheckKind, unit: Unit) -> Self {
        Number {
            start,
            end,
            value,
            kind,
            unit,
            ordinal: false,
            vague: false,
            over: 0.0,
            scale: 1.0,
            zone: false,
        }
    }

    fn amount(start: usize, end: usize, value: f64, unit: Unit) -> Self {
        let part = unit == Unit::Part;
        let kind = if part { CheckKind::Percentage } else { CheckKind::Quantity };
        Number { vague: part, ..Number::new(start, end, value, kind, unit) }
    }

    fn date(start: usize, end: usize, value: f64, unit: Unit) -> Self {
        Number::new(start, end, value, CheckKind::Date, unit)
    }

    /// What the number is told apart by when it is looked for on the other side, as (class, value, weight):
    /// equal numbers have an equal key, whatever they are written like. Years and plain numbers share a
    /// class. A length of time or distance has a second key in the smallest unit, pounds may be money,
    /// and the unit alone has a key.
    pub(super) fn keys(&self) -> impl Iterator<Item = (u8, u32, f32)> {
        let class = match (self.kind, self.unit) {
            (CheckKind::Percentage, _) => 1,
            (CheckKind::Money, _) => 2,
            (_, Unit::MonthDay) => 3,
            (_, Unit::CalendarMonth) => 4,
            (_, Unit::Weekday) => 5,
            (_, Unit::Clock) => 6,
            (_, Unit::Decade) => 7,
            _ => 0,
        };
        // Both sides bring their weight, and it counts once.
        let weight = self.weight().sqrt();
        let base = self.unit.base().filter(|_| !self.ordinal);
        let weight = if base.is_some() { 0.75 * weight } else { weight };
        // f32 forgets what the order of multiplications did to the last bits.
        let first = (class, (self.value as f32).to_bits(), weight);
        let second = base
            .map(|(dimension, factor)| (10 + dimension, ((self.value * factor) as f32).to_bits(), weight));
        let other = match self.unit {
            Unit::MonthDay => Some((4, ((self.value / 100.0).trunc() as f32).to_bits(), 0.4)),
            Unit::Pound => Some((2, (self.value as f32).to_bits(), weight)),
            _ => None,
        };
        // A number of minutes is in the sources of one, even where one of the two is wrong.
        let tells = self.kind != CheckKind::Quantity || !matches!(self.unit, Unit::None | Unit::Count);
        let unit = if self.kind == CheckKind::Percentage { Unit::Part } else { self.unit };
        let class = 32 + 2 * unit as u8 + u8::from(self.ordinal);
        [Some(first), second, other, tells.then_some((class, 0, UNIT))].into_iter().flatten()
    }

    /// How much an equal number on the other side means, 0 to 1: small and round numbers are everywhere.
    pub(super) fn weight(&self) -> f32 {
        if self.kind != CheckKind::Quantity || self.value.fract() != 0.0 {
            return match self.unit {
                Unit::Weekday | Unit::CalendarMonth => 0.6,
                _ => 1.0,
            };
        }
        match self.value {
            v if v < 2.0 => 0.15,
            v if v <= 3.0 => 0.3,
            v if v <= 5.0 => 0.45,
            v if v <= 10.0 => 0.55,
            v if v < 20.0 => 0.75,
            v if v <= 100.0 && multiple(v, 10.0) => 0.75,
            v if v < 100.0 => 0.9,
            _ => 1.0,
        }
    }
}

#[cfg(test)]
mod tests;
