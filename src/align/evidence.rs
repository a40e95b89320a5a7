//! What two texts have in common, source by source, before anything is aligned.
//!
//! Sentences mention things: a number's value, a word, a name ([`super::gather`] finds them). Things that both
//! sides mention are kept, each with a weight that falls with its frequency on either side; groups of
//! sentences are compared by the things that they share.

use super::marks::Marks;
use super::meaning::Meaning;
use super::numbers::Number;
use crate::encode::LONGEST;
use std::ops::Range;

/// Where a mention comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    Number,
    Word,
    Name,
}

/// Something that a sentence mentions and that the other side mentions too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mention {
    /// The thing, an index into [`Evidence::things`].
    pub thing: u32,
    /// How sure it is that the sentence means the thing, 0 to 1.
    pub sure: f32,
}

/// A thing that both sides mention.
#[derive(Clone, Copy, Debug)]
pub(super) struct Thing {
    pub source: Source,
    /// 1 for a thing in one sentence of each side, towards 0 for a thing in all of them.
    pub rarity: f32,
    /// How many sentences of each side mention it.
    pub left: u32,
    pub right: u32,
}

/// A sentence, as the aligner sees it.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// Sorted by thing, each thing once.
    pub mentions: Vec<Mention>,
    pub numbers: Vec<Number>,
    pub marks: Marks,
    /// What its mentions weigh together.
    pub weight: f32,
    /// Length in UTF-8 bytes.
    pub bytes: u32,
    pub block: u32,
    /// How seldom a summary is made from such a block, or holds one: 0 for running text, 1 for a byline.
    pub weak: f32,
}

/// How much two groups of sentences have in common, source by source, in rare things.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Scores {
    pub numbers: f32,
    pub words: f32,
    pub names: f32,
}

impl Scores {
    pub(super) fn add(&mut self, source: Source, amount: f32) {
        match source {
            Source::Number => self.numbers += amount,
            Source::Word => self.words += amount,
            Source::Name => self.names += amount,
        }
    }

    pub(super) fn sum(&self) -> f32 {
        self.numbers + self.words + self.names
    }
}

/// Two texts and what they have in common.
pub(super) struct Evidence<'a> {
    pub left: Vec<Sentence>,
    pub right: Vec<Sentence>,
    pub things: Vec<Thing>,
    /// What the sentences mean, if an encoder told.
    pub meaning: Option<Meaning<'a>>,
}

impl Evidence<'_> {
    /// What one sentence of each side have in common.
    pub(super) fn pair(&self, left: usize, right: usize) -> Scores {
        let mut scores = Scores::default();
        let (mut a, mut b) = (&self.left[left].mentions[..], &self.right[right].mentions[..]);
        while let ([x, ..], [y, ..]) = (a, b) {
            if x.thing == y.thing {
                let thing = &self.things[x.thing as usize];
                scores.add(thing.source, thing.rarity * x.sure * y.sure);
            }
            let (forward_a, forward_b) = (x.thing <= y.thing, y.thing <= x.thing);
            a = &a[usize::from(forward_a)..];
            b = &b[usize::from(forward_b)..];
        }
        scores
    }

    /// What two groups of sentences have in common. A thing counts as often as both groups mention it.
    pub(super) fn group(&self, left: Range<usize>, right: Range<usize>) -> Scores {
        if left.len() == 1 && right.len() == 1 {
            return self.pair(left.start, right.start);
        }
        let mut scores = Scores::default();
        let (mut a, mut b) = (Merge::new(&self.left[left]), Merge::new(&self.right[right]));
        let (mut x, mut y) = (a.next(), b.next());
        while let (Some((thing, sure, times)), Some((other, other_sure, other_times))) = (x, y) {
            if thing == other {
                let Thing { source, rarity, .. } = self.things[thing as usize];
                scores.add(source, rarity * sure * other_sure * times.min(other_times) as f32);
            }
            if thing <= other {
                x = a.next();
            }
            if other <= thing {
                y = b.next();
            }
        }
        scores
    }

    /// The right sentences that mention each thing: where they begin in the list, and the list.
    pub(super) fn postings(&self) -> (Vec<u32>, Vec<u32>) {
        let mut starts = Vec::with_capacity(self.things.len() + 1);
        let mut total = 0;
        for thing in &self.things {
            starts.push(total);
            total += thing.right;
        }
        starts.push(total);
        let mut next = starts.clone();
        let mut list = vec![0; total as usize];
        for (at, sentence) in self.right.iter().enumerate() {
            for mention in &sentence.mentions {
                let slot = &mut next[mention.thing as usize];
                list[*slot as usize] = at as u32;
                *slot += 1;
            }
        }
        (starts, list)
    }
}

/// The mentions of a few sentences in the order of their things.
struct Merge<'a> {
    lists: [&'a [Mention]; LONGEST],
}

impl<'a> Merge<'a> {
    fn new(sentences: &'a [Sentence]) -> Self {
        let mut lists = [&[][..]; LONGEST];
        for (list, sentence) in lists.iter_mut().zip(sentences) {
            *list = &sentence.mentions;
        }
        Merge { lists }
    }

    /// The next thing, the surest mention of it, and how many sentences mention it.
    fn next(&mut self) -> Option<(u32, f32, u32)> {
        let thing = self.lists.iter().filter_map(|l| l.first()).map(|m| m.thing).min()?;
        let (mut sure, mut times) = (0.0f32, 0);
        for list in &mut self.lists {
            if let Some((mention, rest)) = list.split_first().filter(|(m, _)| m.thing == thing) {
                sure = sure.max(mention.sure);
                times += 1;
                *list = rest;
            }
        }
        Some((thing, sure, times))
    }
}
