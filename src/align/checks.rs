//! Where linked sentences disagree on a number, a percentage, an amount of money or a date.
//!
//! A number is reported only when nothing near its sources equals it, not even when rounded, in other units or
//! reckoned from two of them, and when its sources hold a number that nothing on the left equals and that is likely
//! meant to equal it: the surer the link, the less the two numbers themselves must tell. A false alarm costs a
//! reader's trust.

use super::evidence::{Evidence, Sentence};
use super::numbers::{Number, Unit, bond, derived, distance, equal, telling};
use super::{Check, CheckKind, Link, Side};

/// How sure a disagreement must be: the probability of the link times how sure the two numbers belong together.
const SURE: f32 = 0.3;
/// How much less sure a number beside the sources is than one in them.
const BESIDE: f32 = 0.6;
/// Sentences with more numbers than this are tables, and are let be.
const MOST: usize = 60;

/// A number and the sentence that it stands in.
type Placed<'a> = (usize, &'a Number);

/// Finds the disagreements between linked sentences, ascending by left sentence.
pub(super) fn find(left: &Side<'_>, right: &Side<'_>, evidence: &Evidence<'_>, links: &[Link]) -> Vec<Check> {
    let mut checks = Vec::new();
    for link in links {
        for ((at, number), (source, expected)) in disagreements(evidence, link) {
            let written = |side: &Side<'_>, at: usize, n: &Number| {
                side.sentences.get(at).and_then(|s| s.text.get(n.start..n.end)).unwrap_or_default().to_owned()
            };
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

/// The left numbers of a link that nothing right of it says, each with the one that it is likely meant to equal.
fn disagreements<'a>(evidence: &'a Evidence<'_>, link: &Link) -> Vec<(Placed<'a>, Placed<'a>)> {
    let mut found: Vec<(Placed<'a>, Placed<'a>)> = Vec::new();
    let (Some(&from), Some(&to)) = (link.right.first(), link.right.last()) else { return found };
    let context = numbers(&evidence.right, &near(&evidence.right, &link.right, 1));
    let own = numbers(&evidence.left, &link.left);
    if own.len() > MOST || context.len() > MOST {
        return found;
    }
    let reach = usize::from(link.left.len() + to - from > 1);
    let around = numbers(&evidence.left, &near(&evidence.left, &link.left, reach));
    let sources: Vec<&Number> =
        context.iter().filter(|(at, _)| link.right.contains(at)).map(|&(_, n)| n).collect();
    // A rough number in another sentence is not what says a right one.
    let said =
        |n: &Number| around.iter().any(|&(at, own)| (link.left.contains(&at) || !own.vague) && equal(own, n));
    for &(at, number) in &own {
        if !telling(number) || context.iter().any(|(_, n)| equal(number, n)) || derived(number, &sources) {
            continue;
        }
        let sure = |&(at, n): &Placed<'_>| {
            bond(number, n) * link.score * if link.right.contains(&at) { 1.0 } else { BESIDE }
        };
        let taken = |n: &Number| found.iter().any(|&(_, (_, other))| std::ptr::eq(other, n));
        let free = context.iter().filter(|p| sure(p) >= SURE && !taken(p.1) && !said(p.1));
        let nearest = free.max_by(|a, b| {
            sure(a).total_cmp(&sure(b)).then(distance(number, b.1).total_cmp(&distance(number, a.1)))
        });
        if let Some(&expected) = nearest {
            found.push(((at, number), expected));
        }
    }
    found
}

/// The numbers of some sentences.
fn numbers<'a>(side: &'a [Sentence], of: &[usize]) -> Vec<Placed<'a>> {
    let sentences = of.iter().filter_map(|&at| Some((at, side.get(at)?)));
    sentences.flat_map(|(at, sentence)| sentence.numbers.iter().map(move |n| (at, n))).collect()
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
