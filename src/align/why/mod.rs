//! Why two sentences are linked: what both of them say, and where.
//!
//! The aligner weighs what two texts share by how rare it is in them. Who asks about one link wants to see all that its
//! sentences share, so nothing is looked at but the two.

use super::CheckKind;
use super::common::Concepts;
use super::keys::hash;
use super::marks::{Mark, quotations};
use super::names;
use super::numbers::{self, Number, Unit, distance, equal};
use super::pieces::char_at;
use super::variants::simplified;
use super::words::{self, han, mostly_han, stem};
use crate::encode::beginning;
use crate::lang::Lang;
use MatchKind::Word;
use std::borrow::Cow;
use std::ops::Range;

/// A word of so many letters means something where both sentences have it, though their languages share many a word.
const LONG: usize = 4;

/// What two sentences share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchKind {
    /// A number, an amount or a date: of one value, in whatever script or unit it is written.
    Number,
    /// A name, by its sound or from a table.
    Name,
    /// A word that is written alike, or that a table translates.
    Word,
    /// A quotation.
    Quote,
    /// A question mark, an exclamation mark, a bracket.
    Mark,
}

/// Something that two sentences share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// What it is.
    pub kind: MatchKind,
    /// Where it stands in the left sentence, in bytes.
    pub left: Range<usize>,
    /// Where it stands in the right sentence.
    pub right: Range<usize>,
}

/// What two sentences share, in the left one's order. Of a sentence with more than 2,000 bytes the beginning is looked at,
/// as far as the encoder reads it too.
pub fn why(left: &str, right: &str, langs: [&Lang; 2]) -> Vec<Match> {
    let (left, right) = (Sentence::new(left, langs[0]), Sentence::new(right, langs[1]));
    let mut found = Found::default();
    found.numbers(&left, &right);
    if left.han && right.han {
        found.characters(&left.text, &right.text);
    } else {
        let one_script = left.han == right.han;
        let least = if one_script { LONG } else { 2 };
        found.same(Word, &left.words(least), &right.words(least));
        if one_script {
            found.same(Word, &left.stems(), &right.stems());
        } else if left.han {
            left.across(&right, |kind, own, other| found.same(kind, own, other));
        } else {
            right.across(&left, |kind, own, other| found.same(kind, other, own));
        }
    }
    found.marks(&left, &right);
    found.quotations(&left.text, &right.text);
    found.0
}

/// A sentence that is being compared.
struct Sentence<'a> {
    /// In simplified characters; places are the same as in the other ones.
    text: Cow<'a, str>,
    lang: &'a Lang,
    words: [Vec<words::Word>; 1],
    /// Whether it is in Chinese characters.
    han: bool,
}

/// A key that is the same for the same things, and where one of them stands.
type Place = (u64, Range<usize>);

impl<'a> Sentence<'a> {
    fn new(text: &'a str, lang: &'a Lang) -> Self {
        let text = simplified(beginning(text));
        let (words, han) = ([words::words(&text)], mostly_han(text.chars()));
        Sentence { text, lang, words, han }
    }

    /// Its words by how they are written, as far as they are names, capitals or long enough.
    fn words(&self, least: usize) -> Vec<Place> {
        let tells = |word: &words::Word| {
            word.name && !word.first || word.capitals || word.lower.chars().count() >= least
        };
        let words = self.words[0].iter().filter(|word| tells(word));
        words.map(|word| (hash(0, word.lower.as_bytes()), word.span.clone())).collect()
    }

    /// Its longer words by what they begin with.
    fn stems(&self) -> Vec<Place> {
        let stem = |word: &words::Word| Some((hash(0, stem(&word.lower)?.as_bytes()), word.span.clone()));
        self.words[0].iter().filter_map(stem).collect()
    }

    /// Names by their sound, and names and titles from the table, in a Chinese sentence and in one of another language.
    fn across(&self, other: &Sentence<'_>, mut same: impl FnMut(MatchKind, &[Place], &[Place])) {
        let names = names::candidates(&other.words);
        let mut spelled = Vec::new();
        for (at, place) in names::places(&self.text, &names) {
            spelled.push((hash(0, names[at].as_bytes()), place));
        }
        let words = &other.words[0];
        same(MatchKind::Name, &spelled, &other.words(1));
        if !matches!(other.lang.primary(), "en" | "und") {
            return;
        }
        let concepts = Concepts::new();
        let mut own = Vec::new();
        for (concept, place) in concepts.chinese(&self.text) {
            own.push((concept as u64, place));
        }
        let (mut names, mut plain) = (Vec::new(), Vec::new());
        for (concept, place) in concepts.english(words) {
            let capital = char_at(&other.text, place.start).is_some_and(char::is_uppercase);
            let list = if capital { &mut names } else { &mut plain };
            list.push((concept as u64, place));
        }
        same(MatchKind::Name, &own, &names);
        same(Word, &own, &plain);
    }

    /// Where the first mark of a kind is.
    fn mark(&self, mark: Mark) -> Option<Range<usize>> {
        let (at, c) = self.text.char_indices().find(|&(_, c)| Mark::of(c) == Some(mark))?;
        Some(at..at + c.len_utf8())
    }
}

/// What was found, in the left sentence's order.
#[derive(Default)]
struct Found(Vec<Match>);

impl Found {
    /// Adds the pairs of places that belong together, `far` telling how far they are from being the same. Each place goes
    /// with the nearest that is still free; those that one side has more of go with one that is taken.
    fn pairs(
        &mut self,
        kind: MatchKind,
        lefts: &[Place],
        rights: &[Place],
        far: &dyn Fn(usize, usize) -> Option<u32>,
    ) {
        let mut taken = vec![false; rights.len()];
        for (at, (_, left)) in lefts.iter().enumerate() {
            let mut nearest: Option<(bool, u32, usize)> = None;
            for (other, &taken) in taken.iter().enumerate() {
                if let Some(far) = far(at, other) {
                    let next = (taken, far, other);
                    nearest = Some(nearest.map_or(next, |nearest| nearest.min(next)));
                }
            }
            if let Some((_, _, other)) = nearest {
                taken[other] = true;
                self.add(kind, left, &rights[other].1);
            }
        }
        for (other, (_, right)) in rights.iter().enumerate() {
            let left = (0..lefts.len()).find(|&at| !taken[other] && far(at, other).is_some());
            if let Some(at) = left {
                self.add(kind, &lefts[at].1, right);
            }
        }
    }

    /// Adds the pairs of places with the same key.
    fn same(&mut self, kind: MatchKind, lefts: &[Place], rights: &[Place]) {
        self.pairs(kind, lefts, rights, &|left, right| (lefts[left].0 == rights[right].0).then_some(0));
    }

    /// Adds a pair of places, unless one that was found before says as much.
    fn add(&mut self, kind: MatchKind, left: &Range<usize>, right: &Range<usize>) {
        let meet = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
        if !self.0.iter().any(|known| meet(&known.left, left) && meet(&known.right, right)) {
            self.insert(kind, left, right);
        }
    }

    fn insert(&mut self, kind: MatchKind, left: &Range<usize>, right: &Range<usize>) {
        let at = self.0.iter().take_while(|known| known.left.start <= left.start).count();
        self.0.insert(at, Match { kind, left: left.clone(), right: right.clone() });
    }

    fn numbers(&mut self, left: &Sentence<'_>, right: &Sentence<'_>) {
        let (left, right) = (numbers::find(&left.text, left.lang), numbers::find(&right.text, right.lang));
        let far = |l: usize, r: usize| {
            let (left, right) = (&left[l], &right[r]);
            // What differs in kind is equal only where the one says nothing of what it counts.
            let bare = |n: &Number| n.kind == CheckKind::Quantity && n.unit == Unit::None;
            let kin = left.kind == right.kind || bare(left) || bare(right);
            // 一 and "one" are everywhere, and seldom count anything.
            let tells = left.value > 1.0 || left.ordinal || !matches!(left.unit, Unit::None | Unit::Count);
            (kin && tells && equal(left, right)).then(|| (distance(left, right) * 1e6) as u32)
        };
        self.pairs(MatchKind::Number, &places(&left), &places(&right), &far);
    }

    /// Adds runs of two characters and more that both have.
    fn characters(&mut self, left: &str, right: &str) {
        let mut at = 0;
        while let Some(c) = char_at(left, at) {
            let (mut longest, mut place) = (0, 0);
            for (other, _) in right.char_indices() {
                let mut length = 0;
                while let Some(c) = char_at(left, at + length) {
                    if !han(c) || char_at(right, other + length) != Some(c) {
                        break;
                    }
                    length += c.len_utf8();
                }
                if length > longest {
                    (longest, place) = (length, other);
                }
            }
            if longest > c.len_utf8() {
                self.add(Word, &(at..at + longest), &(place..place + longest));
            }
            at += longest.max(c.len_utf8());
        }
    }

    fn marks(&mut self, left: &Sentence<'_>, right: &Sentence<'_>) {
        for mark in [Mark::Question, Mark::Exclamation, Mark::Bracket] {
            if let (Some(left), Some(right)) = (left.mark(mark), right.mark(mark)) {
                self.add(MatchKind::Mark, &left, &right);
            }
        }
    }

    /// Adds quotations, whatever else was found inside them: in their order where both sentences have as many, else the
    /// longest of each.
    fn quotations(&mut self, left: &str, right: &str) {
        let (left, right) = (quotations(left), quotations(right));
        if left.len() == right.len() {
            for (left, right) in left.iter().zip(&right) {
                self.insert(MatchKind::Quote, left, right);
            }
        } else if let (Some(left), Some(right)) = (longest(&left), longest(&right)) {
            self.insert(MatchKind::Quote, left, right);
        }
    }
}

/// The places of numbers, without keys: they are compared by more than a key tells.
fn places(numbers: &[Number]) -> Vec<Place> {
    numbers.iter().map(|number| (0, number.start..number.end)).collect()
}

fn longest(places: &[Range<usize>]) -> Option<&Range<usize>> {
    places.iter().reduce(|a, b| if b.len() > a.len() { b } else { a })
}

#[cfg(test)]
mod tests;
