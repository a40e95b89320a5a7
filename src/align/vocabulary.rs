//! Which words of a summary's sentence are explained by words of each sentence of the original.
//!
//! The encoder makes vectors of words too, and words that translate each other are near: it is a dictionary. A word of
//! the left sentence is explained as far as its nearest word of the right sentence is near, and that counts the less the
//! more sentences explain it. What a whole sentence's vector blurs, that one detail comes from another place than the
//! rest, shows here.

use super::likeness::{Best, above_others};
use crate::encode::{Vectors, Word, product};
use std::ops::Range;

/// The cosines at which two words have nothing to do with each other, and at which one surely explains the other.
const UNLIKE: f32 = 0.2;
const LIKE: f32 = 0.5;
/// The most by which one sentence counts as the better explanation of a word.
const LEAD: f32 = 0.3;
/// So many words are as if they were there besides those of a sentence, so that short ones don't win by chance.
const FEW: f32 = 4.0;
/// What so many sentences explain counts nothing.
const MANY: f32 = 60.0;
/// The fewest pieces of a clause.
const SHORT: usize = 6;
/// What keeps a source that seems certain from leaving nothing to the others.
const CERTAIN: f32 = 0.95;
/// How much better another sentence explains a clause, at most.
const WORST: f32 = -2.0;

/// How well a right sentence's words explain a left one's.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Coverage {
    /// How much of the left sentence it explains, rare things first; grows with the root of the sentence's length.
    pub explained: f32,
    /// How far that is above the best of the other right sentences, and of the other left ones.
    pub row: f32,
    pub column: f32,
    /// How much of it no other right sentence explains so well.
    pub lead: f32,
    /// How much of the right sentence the left one explains.
    pub reverse: f32,
    /// How far any clause is better explained by it than by any other right sentence.
    pub clause: f32,
}

/// What the right sentences of a row explain of its left one, piece by piece.
#[derive(Clone, Debug, Default)]
pub(super) struct Explained {
    /// For each right sentence how sure it explains each piece.
    sure: Vec<Vec<f32>>,
    /// How much each piece counts.
    worth: Vec<f32>,
}

impl Explained {
    /// How much each right sentence explains, rare things first.
    fn shares(&self) -> Vec<f32> {
        let share = |sure: &Vec<f32>| sure.iter().zip(&self.worth).map(|(sure, worth)| sure * worth).sum();
        self.sure.iter().map(share).collect()
    }

    /// How much each right sentence explains of what the others, as likely sources as they are, leave unexplained.
    pub(super) fn beyond(&self, probabilities: &[f32]) -> Vec<f32> {
        let left = |sure: f32, probability: f32| 1.0 - CERTAIN * sure * probability;
        let mut open = self.worth.clone();
        for (sure, &probability) in self.sure.iter().zip(probabilities) {
            open.iter_mut().zip(sure).for_each(|(open, &sure)| *open *= left(sure, probability));
        }
        let beyond = |(sure, &probability): (&Vec<f32>, &f32)| {
            open.iter().zip(sure).map(|(open, &sure)| sure * open / left(sure, probability)).sum()
        };
        self.sure.iter().zip(probabilities).map(beyond).collect()
    }
}

/// The coverage of some pairs: for each left sentence its right ones, ascending. Nothing where words have no vectors.
pub(super) fn coverage(
    left: &Vectors,
    right: &Vectors,
    pairs: &[Vec<usize>],
) -> (Vec<Vec<Coverage>>, Vec<Explained>) {
    let (mut rows, mut all) = (Vec::new(), Vec::new());
    if !(left.extent().words && right.extent().words) {
        return (rows, all);
    }
    // For each right sentence where its pairs are, and how near each of its words has one in them.
    let mut columns: Vec<Vec<(usize, usize, Vec<f32>)>> = vec![Vec::new(); right.len()];
    let mut most = vec![Best::default(); right.len()];
    for (at, rights) in pairs.iter().enumerate() {
        let own: Vec<Word<'_>> = left.words(at).collect();
        let mut nearest = Vec::with_capacity(rights.len());
        for (place, &other) in rights.iter().enumerate() {
            let (pieces, words) = best(&own, right.words(other));
            nearest.push(pieces);
            columns[other].push((at, place, words));
        }
        let nearest: Vec<&[f32]> = nearest.iter().map(Vec::as_slice).collect();
        let explained = explained(&nearest);
        let shares = explained.shares();
        rights.iter().zip(&shares).for_each(|(&right, &share)| most[right].add(share));
        let mut row: Vec<Coverage> = shares
            .iter()
            .zip(above_others(&shares, 0.0))
            .zip(leads(&nearest))
            .map(|((&explained, row), lead)| Coverage {
                explained,
                row,
                column: 0.0,
                lead,
                reverse: 0.0,
                clause: WORST,
            })
            .collect();
        for clause in clauses(&own) {
            let part: Vec<&[f32]> = nearest.iter().map(|pieces| &pieces[clause.clone()]).collect();
            let part = self::explained(&part).shares();
            for (coverage, above) in row.iter_mut().zip(above_others(&part, 0.0)) {
                coverage.clause = coverage.clause.max(above);
            }
        }
        rows.push(row);
        all.push(explained);
    }
    for (column, most) in columns.iter().zip(most) {
        let nearest: Vec<&[f32]> = column.iter().map(|pair| pair.2.as_slice()).collect();
        for ((at, place, _), share) in column.iter().zip(explained(&nearest).shares()) {
            let coverage = &mut rows[*at][*place];
            coverage.reverse = share;
            coverage.column = coverage.explained - most.other_than(coverage.explained, 0.0);
        }
    }
    (rows, all)
}

/// The clauses of a sentence, as ranges of its pieces: they end where a piece belongs to no word, a mark or a number, and
/// are not too short.
fn clauses(words: &[Word<'_>]) -> Vec<Range<usize>> {
    let end = words.iter().map(|word| usize::from(word.pieces.1)).max().unwrap_or_default();
    let mut covered = vec![false; end];
    for word in words {
        covered[usize::from(word.pieces.0)..usize::from(word.pieces.1)].fill(true);
    }
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for (at, covered) in covered.into_iter().enumerate() {
        if !covered && at - start >= SHORT {
            out.push(start..at);
            start = at;
        }
    }
    match out.last_mut() {
        Some(last) if end - start < SHORT => last.end = end,
        _ if end > 0 => out.push(start..end),
        _ => {}
    }
    out
}

/// For each piece of the left sentence the cosine of its nearest right word, and for each right word that of its nearest
/// left one.
fn best<'a>(left: &[Word<'_>], right: impl ExactSizeIterator<Item = Word<'a>>) -> (Vec<f32>, Vec<f32>) {
    let pieces = left.iter().map(|word| usize::from(word.pieces.1)).max().unwrap_or_default();
    let mut places = vec![0.0f32; pieces];
    let mut nearest = vec![0.0f32; left.len()];
    let mut reverse = Vec::with_capacity(right.len());
    for other in right {
        let mut most = 0.0f32;
        for (word, nearest) in left.iter().zip(&mut nearest) {
            let cosine = product(word.vector, other.vector);
            *nearest = nearest.max(cosine);
            most = most.max(cosine);
        }
        reverse.push(most);
    }
    for (word, nearest) in left.iter().zip(nearest) {
        for place in &mut places[usize::from(word.pieces.0)..usize::from(word.pieces.1)] {
            *place = place.max(nearest);
        }
    }
    (places, reverse)
}

/// How much of a sentence's places (pieces, or words) each of the others explains: `nearest` has a row for each of them
/// with the cosine of what is nearest to each place. What many explain counts little.
fn explained(nearest: &[&[f32]]) -> Explained {
    let sure = |cosine: f32| ((cosine - UNLIKE) / (LIKE - UNLIKE)).clamp(0.0, 1.0);
    let mut worth = Vec::new();
    let mut places = 0.0;
    for place in 0..nearest.first().map_or(0, |row| row.len()) {
        let (mut most, mut sum, mut explained) = (0.0f32, 0.0, false);
        for row in nearest {
            most = most.max(sure(row[place]));
            sum += sure(row[place]);
            explained |= row[place] > 0.0;
        }
        places += f32::from(u8::from(explained));
        worth.push((1.0 - (1.0 + sum - most).ln() / MANY.ln()).clamp(0.0, 1.0) * most);
    }
    worth.iter_mut().for_each(|worth| *worth /= f32::sqrt(places + FEW));
    let sure = nearest.iter().map(|row| row.iter().map(|&cosine| sure(cosine)).collect()).collect();
    Explained { sure, worth }
}

/// How far each of the others is ahead of the rest at the places that it explains best.
fn leads(nearest: &[&[f32]]) -> Vec<f32> {
    let mut leads = vec![0.0; nearest.len()];
    let mut places = 0.0;
    for place in 0..nearest.first().map_or(0, |row| row.len()) {
        let mut best = Best::default();
        nearest.iter().for_each(|row| best.add(row[place]));
        let leader = nearest.iter().position(|row| row[place] == best.first && best.first > 0.0);
        if let Some(at) = leader {
            places += 1.0;
            leads[at] += (best.first - best.other_than(best.first, UNLIKE)).clamp(0.0, LEAD);
        }
    }
    leads.iter().map(|lead| lead / f32::sqrt(places + FEW)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_few_sentences_explain_counts_more() {
        let shares = explained(&[&[0.9, 0.0, 0.9], &[0.9, 0.0, 0.1], &[0.9, 0.0, 0.0]]).shares();
        assert!(shares[0] > 2.0 * shares[1] && shares[1] == shares[2], "{shares:?}");
        assert!(explained(&[]).shares().is_empty());
        assert_eq!(explained(&[&[], &[]]).shares(), [0.0, 0.0]);
    }

    #[test]
    fn what_a_likely_source_explains_counts_no_more_for_the_others() {
        let row = explained(&[&[0.9, 0.0], &[0.9, 0.0], &[0.0, 0.9]]);
        let beyond = row.beyond(&[0.9, 0.1, 0.1]);
        assert!(beyond[1] < 0.2 * row.shares()[1] && beyond[2] > 0.8 * row.shares()[2], "{beyond:?}");
        assert_eq!(row.beyond(&[0.0; 3]), row.shares());
    }

    #[test]
    fn who_explains_best_leads() {
        let leads = leads(&[&[0.9, 0.2], &[0.4, 0.3], &[0.1, 0.1]]);
        assert!(leads[0] > leads[1] && leads[1] > 0.0 && leads[2] == 0.0, "{leads:?}");
        assert!(super::leads(&[&[0.5]])[0] > 0.0);
    }
}
