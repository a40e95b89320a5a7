//! Names across scripts: 卡塔尔 and *Qatar*, by their sound.
//!
//! Runs of characters that Chinese spells foreign names with are compared with the capitalised words of
//! the other side by a weighted edit distance over [`super::sounds`]. A word must be heard whole in a
//! piece of the run that begins and ends between characters.

use super::keys::{Key, hash, sort};
use super::sounds::{Sounds, class, latin, plain, substitution, weight};
use super::words;
use std::ops::Range;

/// How much of a piece of a run sounds like a word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Heard {
    /// First character of the piece, and the one after it.
    pub from: usize,
    pub to: usize,
    /// 1 for the same sounds, down to 0.
    pub likeness: f32,
}

/// A run of characters that may spell a name, as sounds.
pub(super) struct Run {
    pub text: String,
    /// Where it begins, in bytes.
    start: usize,
    sounds: Vec<u8>,
    /// Where each character's sounds begin, and the end of the last.
    bounds: Vec<usize>,
    /// Which characters are everyday ones.
    everyday: Vec<bool>,
    pairs: u64,
}

/// Splits a text into its runs of two or more characters that may spell a name.
pub(super) fn runs(text: &str, sounds: &Sounds) -> Vec<Run> {
    let mut out = Vec::new();
    let mut run = Run::new();
    for (at, c) in text.char_indices() {
        match sounds.of(c) {
            Some((sound, everyday)) if run.everyday.len() < 24 => {
                if run.text.is_empty() {
                    run.start = at;
                }
                run.text.push(c);
                run.sounds.extend(sound.bytes());
                run.bounds.push(run.sounds.len());
                run.everyday.push(everyday);
            }
            _ => {
                if run.everyday.len() > 1 {
                    out.push(std::mem::replace(&mut run, Run::new()));
                } else if !run.text.is_empty() {
                    run = Run::new();
                }
            }
        }
    }
    if run.everyday.len() > 1 {
        out.push(run);
    }
    for run in &mut out {
        run.pairs = pairs(&run.sounds);
    }
    out
}

/// The pairs of neighbouring consonants, as a set of bits: what has none in common cannot sound alike.
fn pairs(sounds: &[u8]) -> u64 {
    let classes: Vec<u8> = sounds.iter().filter_map(|&s| class(s)).collect();
    classes.windows(2).fold(0, |set, pair| set | 1 << (pair[0] * 7 + pair[1]))
}

impl Run {
    fn new() -> Self {
        let (text, sounds) = Default::default();
        Run { text, start: 0, sounds, bounds: vec![0], everyday: Vec::new(), pairs: 0 }
    }

    /// Where a piece of the run stands in its text, in bytes.
    fn place(&self, heard: &Heard) -> Range<usize> {
        // Every character of the table takes three bytes.
        self.start + 3 * heard.from..self.start + 3 * heard.to
    }
}

/// A word that may be a name, as sounds.
pub(super) struct Word {
    sounds: Vec<u8>,
    weight: f32,
    pairs: u64,
}

impl Word {
    /// The sounds of a word in lower case; `None` where it is too short to be told from others.
    pub(super) fn new(lower: &str) -> Option<Self> {
        if !lower.chars().all(|c| plain(c).is_ascii_lowercase()) {
            return None;
        }
        let sounds = latin(lower);
        let weight = sounds.iter().map(|&s| weight(s)).sum();
        (sounds.len() >= 3 && weight >= 1.4).then(|| Word { pairs: pairs(&sounds), sounds, weight })
    }
}

/// The piece of the run that sounds most like the word.
pub(super) fn hear(word: &Word, run: &Run) -> Option<Heard> {
    if word.pairs & run.pairs == 0 {
        return None;
    }
    let columns = run.sounds.len() + 1;
    // One row a sound of the word; a cell is (cost, where the piece began).
    let begin = |at: usize| match run.bounds.contains(&at) {
        true => (0.0, at),
        false => (f32::INFINITY, at),
    };
    let mut row: Vec<(f32, usize)> = (0..columns).map(begin).collect();
    for &s in &word.sounds {
        let drop = weight(s) * if s == b'r' || s == b'h' { 0.5 } else { 1.0 };
        let mut diagonal = row[0];
        row[0].0 += drop;
        for at in 1..columns {
            let heard = run.sounds[at - 1];
            let mut best = (diagonal.0 + substitution(s, heard), diagonal.1);
            diagonal = row[at];
            for (cost, from) in
                [(row[at].0 + drop, row[at].1), (row[at - 1].0 + weight(heard), row[at - 1].1)]
            {
                if cost < best.0 {
                    best = (cost, from);
                }
            }
            row[at] = best;
        }
    }
    let mut best: Option<Heard> = None;
    for (to, &bound) in run.bounds.iter().enumerate().skip(2) {
        let (cost, began) = row[bound];
        let from = run.bounds.iter().position(|&b| b == began).unwrap_or(to);
        if to < from + 2 {
            continue;
        }
        let piece: f32 = run.sounds[began..bound].iter().map(|&s| weight(s)).sum();
        let everyday = run.everyday[from..to].iter().filter(|&&e| e).count() as f32 / (to - from) as f32;
        // A character that spells nothing but names, left over beside the piece, belongs to the name.
        let beside = [from.checked_sub(1), Some(to)].into_iter().flatten();
        let left_over = beside.filter(|&at| run.everyday.get(at) == Some(&false)).count() as f32;
        let likeness = 1.0 - cost / word.weight.max(piece) - 0.12 * everyday - 0.06 * left_over;
        if best.is_none_or(|b| likeness > b.likeness) {
            best = Some(Heard { from, to, likeness });
        }
    }
    best
}

impl Word {
    /// The likeness from which on a piece is taken for this word: short words need more.
    fn threshold(&self) -> f32 {
        match self.weight {
            w if w < 2.2 => 0.88,
            w if w < 3.0 => 0.8,
            w if w < 4.0 => 0.74,
            _ => 0.68,
        }
    }
}

/// A name of the other side that a sentence spells: the word's number and how sure it is, 0 to 1.
pub(super) type Spelled = (usize, f32);

/// The names that Chinese sentences spell by sound: for each sentence, which of `names` (in lower
/// case) it holds.
pub(super) fn spelled(sentences: &[&str], names: &[&str]) -> Vec<Vec<Spelled>> {
    let sounds = Sounds::new();
    let words = sounding(names);
    let (mut found, mut order): (Vec<Run>, Vec<Key>) = Default::default();
    for (at, text) in sentences.iter().enumerate() {
        for run in runs(text, &sounds) {
            order.push((hash(0, run.text.as_bytes()), at as u32, found.len() as u32));
            found.push(run);
        }
    }
    sort(&mut order);
    let mut out = vec![Vec::new(); sentences.len()];
    for same in order.chunk_by(|a, b| a.0 == b.0) {
        for (at, heard) in heard(&found[same[0].2 as usize], &words, names) {
            let sure = ((heard.likeness - 0.45) * 2.0).clamp(0.3, 1.0);
            for &(_, sentence, _) in same {
                out[sentence as usize].push((at, sure));
            }
        }
    }
    out
}

/// Which of `names` (in lower case) a Chinese sentence spells by sound, and where, in bytes.
pub(super) fn places(sentence: &str, names: &[&str]) -> Vec<(usize, Range<usize>)> {
    let words = sounding(names);
    let mut out = Vec::new();
    for run in runs(sentence, &Sounds::new()) {
        for (at, heard) in heard(&run, &words, names) {
            out.push((at, run.place(&heard)));
        }
    }
    out
}

/// The names that are long enough to be heard, with their numbers.
fn sounding(names: &[&str]) -> Vec<(usize, Word)> {
    names.iter().enumerate().filter_map(|(at, name)| Word::new(name).map(|word| (at, word))).collect()
}

/// The words that a run spells. The one that explains most of it comes first; others only where it has left room.
fn heard(run: &Run, words: &[(usize, Word)], names: &[&str]) -> Vec<(usize, Heard)> {
    let mut heard: Vec<(usize, f32, Heard)> = Vec::new();
    for (at, word) in words {
        if let Some(h) = hear(word, run).filter(|h| h.likeness >= word.threshold()) {
            heard.push((*at, h.likeness * word.weight, h));
        }
    }
    let mut kept: Vec<(usize, Heard)> = Vec::new();
    while let Some(most) = (0..heard.len()).reduce(|a, b| if heard[b].1 > heard[a].1 { b } else { a }) {
        let (at, _, h) = heard.remove(most);
        let related = |k: &(usize, Heard)| names[k.0].chars().take(4).eq(names[at].chars().take(4));
        let overlaps = |k: &(usize, Heard)| k.1.from < h.to && h.from < k.1.to;
        if kept.iter().all(|k| !overlaps(k) || related(k)) {
            kept.push((at, h));
        }
    }
    kept
}

/// The words of a side that may be names, each once: capitalised, and never seen in small letters.
pub(super) fn candidates(side: &[Vec<words::Word>]) -> Vec<&str> {
    let (mut small, mut names): (Vec<Key>, Vec<Key>) = Default::default();
    for (at, sentence) in side.iter().enumerate() {
        for (place, word) in sentence.iter().enumerate() {
            let key = (hash(0, word.lower.as_bytes()), at as u32, place as u32);
            if word.name {
                names.push(key);
            } else if !word.capitals {
                small.push(key);
            }
        }
    }
    sort(&mut small);
    sort(&mut names);
    names.dedup_by_key(|key| key.0);
    names.retain(|key| small.binary_search_by_key(&key.0, |k| k.0).is_err());
    names.iter().map(|key| &*side[key.1 as usize][key.2 as usize].lower).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hears_names() {
        for (chinese, latin, heard) in [
            ("他在卡塔尔的家", "qatar", true),
            ("库尔斯克附近", "kursk", true),
            ("华盛顿方面", "washington", true),
            ("莱赫托宁说", "lehtonen", true),
            ("克里斯托弗来了", "christopher", true),
            ("约翰逊与温斯顿", "johnson", true),
            ("约翰逊与温斯顿", "winston", true),
            ("约翰逊与温斯顿", "warsaw", false),
            ("天气很好", "tenerife", false),
            ("利马的市长", "lisbon", false),
            ("雷德尔将军", "red", false),
        ] {
            assert_eq!(!spelled(&[chinese], &[latin])[0].is_empty(), heard, "{chinese} {latin}");
        }
    }
}
