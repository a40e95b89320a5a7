//! Summary or translation: how two texts belong together.
//!
//! The strongest sign is the ratio of their sizes: a translation says as much as its original, a summary
//! a quarter to two thirds. Sizes are counted in letters of an alphabet, so that scripts can be compared. Where the
//! sizes leave a doubt, more signs tell: how alike in meaning, and how much of what both texts mention comes to lie
//! together, when they are aligned as if they were parallel, in how many places something is then left out, and whether one
//! text has far fewer blocks than the other.

use super::evidence::{Evidence, Sentence};
use super::parallel::Bead;
use super::{Regime, Side};

/// The ratio of sizes that speaks for neither, halfway between summaries (0.26–0.36 on pages of news) and
/// full translations (0.8–1.1) with a chapter or two missing.
const BALANCE: f32 = 0.52;
/// What a factor of e in size is worth, in nats.
const SIZE: f32 = 6.0;
/// The share of common things that lie together that speaks for neither, and what the whole is worth.
const CAPTURE: (f32, f32) = (0.64, 12.0);
/// The rarity from which on a common thing counts.
const RARE: f32 = 0.4;
/// What it costs when all is left out that the ratio of sizes does not explain.
const SKIPPED: f32 = 12.0;
/// What it is worth at most that one side has far fewer blocks, and the logarithms of the ratios from which on it counts and
/// counts in full.
const BLOCKS: f32 = 3.8;
const BLOCK_RATIOS: (f32, f32) = (0.3, 1.2);
/// The mean cosine of beads that speaks for neither (.36 to .59 on translations with an encoder, up to .17 on summaries, .35
/// on a summary of two thirds of the original's length), and what a cosine of 1 is worth.
const ALIKE: (f32, f32) = (0.35, 40.0);
/// How often something is left out between two sentences of a translation, and of a summary that keeps to its original's
/// order; and the most that this is worth.
const GAPS: (f32, f32) = (0.04, 0.25);
const MOST_GAPS: f32 = 6.0;
/// The most sentences of a bead that tells anything: larger ones take in whatever is there.
const TELLING: usize = 5;

/// What the sizes say, in nats, above 0 for a translation.
fn by_size(left: &Side<'_>, right: &Side<'_>) -> f32 {
    let (a, b) = (size(left), size(right));
    SIZE * ((a.min(b) / a.max(b).max(1.0)).max(0.001) / BALANCE).ln()
}

/// Whether two texts are parallel, where it is known how they belong together, or else may be by their sizes.
pub(super) fn may_be_parallel(left: &Side<'_>, right: &Side<'_>, known: Option<Regime>) -> bool {
    if let Some(regime) = known {
        return regime == Regime::Parallel;
    }
    !left.sentences.is_empty()
        && !right.sentences.is_empty()
        && by_size(left, right) + CAPTURE.1 * (1.0 - CAPTURE.0) > 0.0
}

/// Finds out how two texts belong together that may be parallel, with their best beads if they are.
pub(super) fn find(left: &Side<'_>, right: &Side<'_>, evidence: &Evidence<'_>, beads: &[Bead]) -> Regime {
    let balance = by_size(left, right) + CAPTURE.1 * capture(evidence, beads)
        - SKIPPED * skipped(evidence, beads)
        - blocks(left, right)
        // Without an encoder a sentence that stands alone is often one whose counterpart was not recognized.
        + alike(evidence, beads).map_or(0.0, |cosine| ALIKE.1 * (cosine - ALIKE.0) - gaps(evidence, beads));
    if balance > 0.0 { Regime::Parallel } else { Regime::Summary }
}

/// The size of a text, in letters of an alphabet.
fn size(side: &Side<'_>) -> f32 {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).map(letters).sum::<f32>();
    side.sentences.iter().map(|s| letters(s.text)).sum()
}

/// How many letters of an alphabet say as much as one character.
fn letters(c: char) -> f32 {
    match c as u32 {
        0x0590..=0x08ff => 1.25,
        0x3000..=0x303f | 0xff00..=0xffef => 2.0,
        0x3040..=0x312f => 1.8,
        0xac00..=0xd7a3 => 2.3,
        0x2e80..=0xfaff | 0x20000..=0x3ffff => 3.0,
        _ => 1.0,
    }
}

/// How far the share of rare common things that lie together in beads is from what speaks for neither;
/// nearer to 0 the fewer there are.
fn capture(evidence: &Evidence<'_>, beads: &[Bead]) -> f32 {
    let (mut together, mut all) = (0.0, 0.0);
    for bead in beads {
        let (left, right) = (&evidence.left[bead.left.clone()], &evidence.right[bead.right.clone()]);
        for (these, those) in [(left, right), (right, left)] {
            for mention in these.iter().flat_map(|s| &s.mentions) {
                let rarity = evidence.things[mention.thing as usize].rarity;
                if rarity >= RARE {
                    all += rarity * mention.sure;
                    let found =
                        |s: &Sentence| s.mentions.binary_search_by_key(&mention.thing, |m| m.thing).is_ok();
                    if those.iter().any(found) {
                        together += rarity * mention.sure;
                    }
                }
            }
        }
    }
    let share: f32 = together / f32::max(all, 0.01);
    (share - CAPTURE.0) * all / (all + 4.0)
}

/// How much of both texts stands in beads with an empty side, beyond what must as one text is longer.
fn skipped(evidence: &Evidence<'_>, beads: &[Bead]) -> f32 {
    let bytes = |side: &[Sentence]| side.iter().map(|s| s.bytes as f32).sum::<f32>();
    let (left, right) = (bytes(&evidence.left), bytes(&evidence.right));
    let lone = |bead: &&Bead| bead.left.is_empty() || bead.right.is_empty();
    let of =
        |bead: &Bead| bytes(&evidence.left[bead.left.clone()]) + bytes(&evidence.right[bead.right.clone()]);
    let out: f32 = beads.iter().filter(lone).map(of).sum();
    ((out - (left - right).abs()) / (left + right).max(1.0)).max(0.0)
}

/// The mean cosine of beads, each counted by its length; 0 for those that tell nothing. `None` without an encoder.
fn alike(evidence: &Evidence<'_>, beads: &[Bead]) -> Option<f32> {
    let meaning = evidence.meaning.as_ref()?;
    let (mut sum, mut all) = (0.0, 0.0);
    for Bead { left, right } in beads {
        let sentences = evidence.left[left.clone()].iter().chain(&evidence.right[right.clone()]);
        let bytes: f32 = sentences.map(|s| s.bytes as f32).sum();
        all += bytes;
        if !left.is_empty() && !right.is_empty() && left.len() + right.len() <= TELLING {
            sum += bytes * meaning.bead(left, right);
        }
    }
    Some(sum / f32::max(all, 1.0))
}

/// What the number of places where something is left out says against a translation: those who translate leave out seldom,
/// if then a whole chapter, and those who sum up do so after every fourth sentence. The logarithm of the ratio of two
/// Poisson probabilities.
fn gaps(evidence: &Evidence<'_>, beads: &[Bead]) -> f32 {
    let begin = |empty: fn(&Bead) -> bool| {
        let before = std::iter::once(false).chain(beads.iter().map(empty));
        beads.iter().zip(before).filter(|(bead, before)| empty(bead) && !before).count()
    };
    let gaps = begin(|bead| bead.left.is_empty()).max(begin(|bead| bead.right.is_empty()));
    let sentences = evidence.left.len().min(evidence.right.len());
    let (translated, summed) = GAPS;
    let nats = gaps as f32 * (summed / translated).ln() - sentences as f32 * (summed - translated);
    nats.clamp(-MOST_GAPS, MOST_GAPS)
}

/// What it speaks against a translation that one text has far fewer blocks than the other.
fn blocks(left: &Side<'_>, right: &Side<'_>) -> f32 {
    let count = |side: &Side<'_>| 1 + side.sentences.windows(2).filter(|w| w[0].block != w[1].block).count();
    let (a, b) = (count(left), count(right));
    let ratio = (a.max(b) as f32 / a.min(b) as f32).ln();
    let (from, to) = BLOCK_RATIOS;
    BLOCKS * ((ratio - from) / (to - from)).clamp(0.0, 1.0)
}
