//! From the program's sentences to the gold's, which may be cut in other places.

/// For each of the program's sentences the gold sentences that share at least half of the shorter of the two.
pub struct Mapping(Vec<Vec<usize>>);

impl Mapping {
    /// Compares sentences by the characters that they cover, white space left out.
    pub fn new(own: &[&str], gold: &[String]) -> Mapping {
        let gold: Vec<&str> = gold.iter().map(String::as_str).collect();
        let gold_spans = spans(&gold);
        let whole: Vec<char> = gold.iter().flat_map(|text| solid(text)).collect();
        let mut own_spans = spans(own);
        if own.iter().flat_map(|text| solid(text)).ne(whole.iter().copied()) {
            // Texts that differ: each sentence is placed where it occurs next.
            let mut at = 0;
            for (span, text) in own_spans.iter_mut().zip(own) {
                let text: Vec<char> = solid(text).collect();
                let found = whole[at..].windows(text.len().max(1)).position(|window| window == text);
                *span = found.map_or((0, 0), |place| (at + place, at + place + text.len()));
                if found.is_some() {
                    at = span.1;
                }
            }
        }
        let shares = |a: (usize, usize), b: (usize, usize)| {
            let common = a.1.min(b.1).saturating_sub(a.0.max(b.0));
            common > 0 && 2 * common >= (a.1 - a.0).min(b.1 - b.0)
        };
        Mapping(
            own_spans
                .into_iter()
                .map(|a| (0..gold_spans.len()).filter(|&at| shares(a, gold_spans[at])).collect())
                .collect(),
        )
    }

    /// Sentences that are the gold's.
    pub fn same(count: usize) -> Mapping {
        Mapping((0..count).map(|at| vec![at]).collect())
    }

    /// The gold sentences of one of the program's.
    pub fn of(&self, sentence: usize) -> &[usize] {
        self.0.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// The gold sentences of some of the program's, ascending, each once.
    pub fn of_all(&self, sentences: &[usize]) -> Vec<usize> {
        let mut all: Vec<usize> = sentences.iter().flat_map(|&at| self.of(at)).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

fn solid(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !c.is_whitespace())
}

/// Where each text begins and ends among the characters of all.
fn spans(texts: &[&str]) -> Vec<(usize, usize)> {
    let mut at = 0;
    let span = |text: &&str| {
        let start = at;
        at += solid(text).count();
        (start, at)
    };
    texts.iter().map(span).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_cut_elsewhere_find_their_gold() {
        let gold = ["One two.", "Three.", "Four five six."].map(str::to_owned);
        let same = Mapping::new(&["One two.", "Three.", "Four five six."], &gold);
        assert_eq!([0, 1, 2].map(|at| same.of(at).to_vec()), [vec![0], vec![1], vec![2]]);
        let joined = Mapping::new(&["One two. Three.", "Four", "five six."], &gold);
        assert_eq!([0, 1, 2].map(|at| joined.of(at).to_vec()), [vec![0, 1], vec![2], vec![2]]);
        let other = Mapping::new(&["A title", "Three.", "Four five six."], &gold);
        assert_eq!([0, 1, 2].map(|at| other.of(at).to_vec()), [vec![], vec![1], vec![2]]);
        assert_eq!(joined.of_all(&[0, 1, 2]), [0, 1, 2]);
        assert!(joined.of(9).is_empty());
    }
}
