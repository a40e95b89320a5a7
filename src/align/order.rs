//! Where in the original a summary's sentence is expected to come from, by where the sentences around it do.
//!
//! A summary walks through its original: mostly forward, now and then back, seldom anywhere. That walk is a hidden Markov model whose states are the right sentences; what every other left
//! sentence says of its own source is passed on from both ends (the forward-backward algorithm: Rabiner, "A Tutorial on
//! Hidden Markov Models", Proceedings of the IEEE 77(2), 1989). Steps fall off geometrically, so passing a message
//! on takes time in proportion to the number of right sentences, not to its square.

/// How likely a step leads back, and how likely anywhere; else it leads forward or stays.
const BACK: f32 = 0.12;
const ANYWHERE: f32 = 0.08;
/// How likely it is to stay, where going on by one sentence would be 1 but for its length.
const STAY: f32 = 0.35;
/// The mean lengths of steps forward and back, in right sentences. That they are the same for every page keeps what is
/// added at a page's end from changing what is before it.
const FORWARD_STEP: f32 = 4.8;
const BACK_STEP: f32 = 6.0;
/// How likely the first left sentence comes from the beginning, and how far that reaches, in right sentences.
const BEGINS: f32 = 0.7;
const BEGINNING: f32 = 8.0;
/// What keeps a sentence that seems certain, or without any source, from deciding for the others.
const DOUBT: f32 = 0.02;
const CERTAIN: f32 = 20.0;
/// The most pairs of sentences that are kept track of.
const TRACKED: usize = 4_000_000;

/// For each left sentence's candidates, given as right sentences (ascending) with probabilities: the logarithm of how many
/// times likelier than by chance the other left sentences make each. Zeros where there are too many pairs to tell.
pub(super) fn expected(rows: &[Vec<(usize, f32)>], rights: usize) -> Vec<Vec<f32>> {
    if rows.len().saturating_mul(rights) > TRACKED {
        return rows.iter().map(|row| vec![0.0; row.len()]).collect();
    }
    let walk = Walk::new(rights);
    let mut forward = Vec::with_capacity(rows.len());
    let mut message = walk.start();
    for row in rows {
        forward.push(message.clone());
        tell(&mut message, row);
        message = walk.on(&message);
        scale(&mut message);
    }
    let mut out = Vec::with_capacity(rows.len());
    let mut message = vec![1.0 / rights.max(1) as f32; rights];
    for (row, forward) in rows.iter().zip(&forward).rev() {
        let total: f32 = forward.iter().zip(&message).map(|(a, b)| a * b).sum();
        let times =
            |right: usize| forward[right] * message[right] / total.max(f32::MIN_POSITIVE) * rights as f32;
        out.push(row.iter().map(|&(right, _)| (times(right) + DOUBT).ln()).collect());
        tell(&mut message, row);
        message = walk.back(&message);
        scale(&mut message);
    }
    out.reverse();
    out
}

/// Adds what a left sentence says of its own source.
fn tell(message: &mut [f32], row: &[(usize, f32)]) {
    let odds = |p: f32| (p / (1.0 - p + DOUBT)).min(CERTAIN) + DOUBT;
    let mut row = row.iter().peekable();
    for (right, value) in message.iter_mut().enumerate() {
        let probability = row.next_if(|candidate| candidate.0 == right).map_or(0.0, |candidate| candidate.1);
        *value *= odds(probability);
    }
}

fn scale(message: &mut [f32]) {
    let total: f32 = message.iter().sum();
    message.iter_mut().for_each(|value| *value /= total.max(f32::MIN_POSITIVE));
}

/// The steps of a walk.
struct Walk {
    rights: usize,
    /// What a step forward and back by one more sentence loses.
    forward: f32,
    back: f32,
    /// For each right sentence what all steps forward and all steps back from it come to.
    forward_sums: Vec<f32>,
    back_sums: Vec<f32>,
}

impl Walk {
    fn new(rights: usize) -> Walk {
        let (forward, back) = ((-1.0 / FORWARD_STEP).exp(), (-1.0 / BACK_STEP).exp());
        let (mut forward_sums, mut back_sums) = (vec![0.0; rights], vec![0.0; rights]);
        let (mut ahead, mut behind) = (0.0, 0.0);
        for (from_end, from_start) in (0..rights).rev().zip(0..rights) {
            forward_sums[from_end] = STAY + ahead;
            ahead = (ahead + 1.0) * forward;
            back_sums[from_start] = behind;
            behind = (behind + 1.0) * back;
        }
        Walk { rights, forward, back, forward_sums, back_sums }
    }

    /// Where the first left sentence may come from.
    fn start(&self) -> Vec<f32> {
        let loss = (-1.0f32 / BEGINNING).exp();
        let mut near: Vec<f32> =
            std::iter::successors(Some(1.0), |&last| Some(last * loss)).take(self.rights).collect();
        scale(&mut near);
        near.iter().map(|value| BEGINS * value + (1.0 - BEGINS) / self.rights as f32).collect()
    }

    /// What steps forward and steps back take from a right sentence.
    fn shares(&self, right: usize) -> (f32, f32) {
        let back = if right == 0 { 0.0 } else { BACK / self.back_sums[right] };
        ((1.0 - BACK - ANYWHERE) / self.forward_sums[right], back)
    }

    /// Where the next left sentence may come from.
    fn on(&self, message: &[f32]) -> Vec<f32> {
        let total: f32 = message.iter().sum();
        // From the first sentence no step leads back.
        let lost = message.first().map_or(0.0, |first| first * BACK);
        let mut next = vec![(total * ANYWHERE + lost) / self.rights as f32; self.rights];
        let mut carried = 0.0;
        for (right, value) in message.iter().enumerate() {
            let going = value * self.shares(right).0;
            next[right] += STAY * going + carried;
            carried = (carried + going) * self.forward;
        }
        carried = 0.0;
        for (right, value) in message.iter().enumerate().rev() {
            next[right] += carried;
            carried = (carried + value * self.shares(right).1) * self.back;
        }
        next
    }

    /// How well each place of the left sentence before explains what is known of the ones after it.
    fn back(&self, message: &[f32]) -> Vec<f32> {
        let anywhere = message.iter().sum::<f32>() / self.rights as f32;
        let mut before = vec![ANYWHERE * anywhere; self.rights];
        if let Some(first) = before.first_mut() {
            *first += BACK * anywhere;
        }
        let mut carried = 0.0;
        for (right, value) in message.iter().enumerate().rev() {
            before[right] += self.shares(right).0 * (STAY * value + carried);
            carried = (carried + value) * self.forward;
        }
        carried = 0.0;
        for (right, value) in message.iter().enumerate() {
            before[right] += self.shares(right).1 * carried;
            carried = (carried + value) * self.back;
        }
        before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_from_every_place_come_to_one() {
        let walk = Walk::new(9);
        for from in 0..9 {
            let mut message = vec![0.0; 9];
            message[from] = 1.0;
            let next = walk.on(&message);
            assert!((next.iter().sum::<f32>() - 1.0).abs() < 1e-5, "{from}: {next:?}");
            // Going back undoes going on: both hold the same probability of the same step.
            for (to, &probability) in next.iter().enumerate() {
                let mut target = vec![0.0; 9];
                target[to] = 1.0;
                assert!((walk.back(&target)[from] - probability).abs() < 1e-6, "{from} to {to}");
            }
        }
    }

    #[test]
    fn neighbours_tell_where_a_sentence_comes_from() {
        let rows = [vec![(1, 0.9)], vec![(4, 0.3), (14, 0.3)], vec![(7, 0.9)]];
        let expected = expected(&rows, 16);
        assert!(expected[1][0] > expected[1][1] + 1.0, "{expected:?}");
        assert!(expected[0][0] > 0.0 && expected[2][0] > 0.0, "{expected:?}");
    }

    #[test]
    fn nothing_to_tell() {
        assert!(expected(&[], 5).is_empty());
        assert_eq!(expected(&[vec![], vec![]], 0), [vec![0.0f32; 0], vec![]]);
        assert_eq!(expected(&[vec![(0, 1.0)]], 1)[0].len(), 1);
        assert_eq!(expected(&[vec![(7, 0.5)]], TRACKED + 1), [[0.0]]);
    }
}
