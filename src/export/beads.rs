//! Links as lines, in the form that Vecalign and Bertalign print: `[0]:[0, 1]:0.83`.

use crate::align::{Alignment, Regime};
use std::fmt::Write;

/// One group a line, in reading order, for `counts` sentences a side.
///
/// In the parallel regime every sentence of both sides stands in one line; a sentence without a
/// counterpart stands alone, `[4]:[]:0.00` or `[]:[7]:0.00`. In the summary regime every left
/// sentence has a line.
pub fn beads(alignment: &Alignment, counts: [usize; 2]) -> String {
    let mut out = String::new();
    let mut at = [0, 0];
    for link in &alignment.links {
        let starts = [&link.left, &link.right].map(|side| side.first().copied().unwrap_or(0));
        alone(&mut out, at[0]..starts[0], 0);
        if alignment.regime == Regime::Parallel {
            alone(&mut out, at[1]..starts[1], 1);
        }
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{:?}:{:?}:{:.2}", link.left, link.right, link.score);
        at = [&link.left, &link.right].map(|side| side.last().map_or(0, |last| last + 1));
    }
    alone(&mut out, at[0]..counts[0], 0);
    if alignment.regime == Regime::Parallel {
        alone(&mut out, at[1]..counts[1], 1);
    }
    out
}

fn alone(out: &mut String, sentences: std::ops::Range<usize>, side: usize) {
    for number in sentences {
        let _ =
            if side == 0 { writeln!(out, "[{number}]:[]:0.00") } else { writeln!(out, "[]:[{number}]:0.00") };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Link;

    fn alignment(regime: Regime) -> Alignment {
        let link = |left: &[usize], right: &[usize], score| Link {
            left: left.into(),
            right: right.into(),
            best: [left[0], right[0]],
            score,
        };
        Alignment {
            regime,
            links: vec![link(&[1], &[0, 1], 0.834), link(&[2, 3], &[3], 1.0)],
            checks: Vec::new(),
        }
    }

    #[test]
    fn parallel_beads_cover_both_sides() {
        let lines = "[0]:[]:0.00\n[1]:[0, 1]:0.83\n[]:[2]:0.00\n[2, 3]:[3]:1.00\n[4]:[]:0.00\n[]:[4]:0.00\n";
        assert_eq!(beads(&alignment(Regime::Parallel), [5, 5]), lines);
    }

    #[test]
    fn summary_lines_cover_the_left_side() {
        let lines = "[0]:[]:0.00\n[1]:[0, 1]:0.83\n[2, 3]:[3]:1.00\n";
        assert_eq!(beads(&alignment(Regime::Summary), [4, 9]), lines);
    }
}
