//! Temperatures in two scales.

use super::{Number, Unit};

/// How far the same temperature may be apart in the two scales, in degrees Celsius: both are usually rounded.
const ROUNDED: f64 = 0.6;
/// The same where one is only about so much.
const ROUGH: f64 = 2.5;
/// A difference up to so many degrees Fahrenheit may be one of temperatures.
const DIFFERENCE: f64 = 30.0;

/// Whether two temperatures may be the same: `None` where one of the two is no temperature.
pub(super) fn same(a: &Number, b: &Number) -> Option<bool> {
    if !a.unit.is_temperature() || !b.unit.is_temperature() {
        return None;
    }
    let most = if a.vague || b.vague { ROUGH } else { ROUNDED };
    let differ = a.unit != b.unit || a.unit == Unit::Degree;
    let near =
        |x: f64| celsius(b).iter().any(|y| (x.abs() - y.abs()).abs() <= if differ { most } else { 1e-6 });
    Some(celsius(a).into_iter().any(near))
}

/// What a temperature, or a difference of two, may be in degrees Celsius. Signs are not read.
fn celsius(n: &Number) -> [f64; 3] {
    let (point, difference) = ((n.value - 32.0) / 1.8, n.value / 1.8);
    let difference = if n.value <= DIFFERENCE { difference } else { point };
    match n.unit {
        Unit::Celsius => [n.value; 3],
        Unit::Fahrenheit => [point, difference, difference],
        _ => [n.value, point, difference],
    }
}
