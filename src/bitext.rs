//! A page's two texts, cut into sentences that know where they stand.
//!
//! [`Bitext`] joins the stages: it holds the [`Page`], the [`Sentence`]s that [`segment`] has found, and gives
//! [`encode`](crate::encode) and [`align`] the texts that they ask for. A sentence owns no text: it is a span
//! of the page, and knows its runs where a reader sees something else than what stands there.

use crate::align;
use crate::encode::{Encoder, Extent, Objection, Vectors};
use crate::lang::Lang;
use crate::page::{Block, BlockKind, Page, Run};
use crate::segment;
use std::borrow::Cow;
use std::ops::Range;

/// A page and the sentences of its two texts.
#[derive(Clone, Debug)]
pub struct Bitext {
    /// The page.
    pub page: Page,
    /// The sentences of the first and of the second text.
    pub sides: [Vec<Sentence>; 2],
    /// How many blocks of each side have been cut.
    cut: [usize; 2],
}

/// A sentence of one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the page's text, with any markup inside it, in bytes.
    pub span: Range<usize>,
    /// The number of its block on its side.
    pub block: usize,
    /// Its pieces, where they are not just its slice of the text.
    pub runs: Option<Vec<Run>>,
}

impl Bitext {
    /// Cuts a page into sentences.
    pub fn new(page: Page) -> Bitext {
        let mut bitext = Bitext::uncut(page);
        bitext.cut();
        bitext
    }

    /// A page that is still to be cut: for who wants the first blocks of a long one before the last.
    pub fn uncut(page: Page) -> Bitext {
        Bitext { page, sides: Default::default(), cut: [0; 2] }
    }

    /// Cuts what is not cut yet.
    pub fn cut(&mut self) {
        for side in [0, 1] {
            self.cut_until(side, self.page.sides[side].blocks.len());
        }
    }

    /// Cuts a side's blocks before block `end`, as far as that is not done.
    pub fn cut_until(&mut self, side: usize, end: usize) {
        let Bitext { page, sides, cut } = self;
        let page_side = &page.sides[side];
        let fresh = page_side.blocks.iter().enumerate().take(end).skip(cut[side]);
        sides[side].extend(
            fresh.flat_map(|(number, block)| block_sentences(&page.text, number, block, &page_side.lang)),
        );
        cut[side] = cut[side].max(end);
    }

    /// Finds the links between the two sides; `regime` is found from the texts where it is `None`. `meaning` holds the
    /// vectors of both sides' sentences, if there is an encoder for their languages.
    pub fn align(&self, regime: Option<align::Regime>, meaning: Option<&[Vectors; 2]>) -> align::Alignment {
        let texts = [self.texts(0), self.texts(1)];
        let sides = [0, 1].map(|side| align::Side {
            meaning: meaning.map(|meaning| &meaning[side]),
            ..self.side(side, &texts[side])
        });
        align::align(&sides[0], &sides[1], regime)
    }

    /// Why an encoder is of no use for the page, if it is not.
    pub fn objection(&self, encoder: &Encoder) -> Option<Objection> {
        let langs = self.page.sides.iter().map(|side| &side.lang);
        encoder.objection(langs, self.sides.iter().map(Vec::len).sum())
    }

    /// What of each side needs vectors to be aligned; `regime` is what the caller knows of it.
    pub fn needs(&self, regime: Option<align::Regime>) -> [Extent; 2] {
        let texts = [self.texts(0), self.texts(1)];
        let sides = [0, 1].map(|side| self.side(side, &texts[side]));
        align::needs(&sides[0], &sides[1], regime)
    }

    /// The vectors of both sides' sentences; nothing where there is an [objection](Bitext::objection).
    pub fn encode(&self, encoder: &Encoder, regime: Option<align::Regime>) -> Option<[Vectors; 2]> {
        let needs = self.needs(regime);
        self.objection(encoder).is_none().then(|| {
            [0, 1].map(|side| Vectors::of(encoder, self.texts(side).iter().map(|text| &**text), needs[side]))
        })
    }

    /// A side as the aligner wants it; `texts` are that side's [`Sentence::shown`].
    pub fn side<'a>(&self, side: usize, texts: &'a [Cow<'_, str>]) -> align::Side<'a> {
        let blocks = &self.page.sides[side].blocks;
        let unit = |(sentence, text): (&Sentence, &'a Cow<'_, str>)| align::Unit {
            text,
            block: sentence.block,
            kind: blocks[sentence.block].kind,
        };
        align::Side {
            lang: self.page.sides[side].lang.clone(),
            sentences: self.sides[side].iter().zip(texts).map(unit).collect(),
            meaning: None,
        }
    }

    /// The texts of a side's sentences as a reader sees them.
    pub fn texts(&self, side: usize) -> Vec<Cow<'_, str>> {
        self.sides[side].iter().map(|sentence| sentence.shown(&self.page.text)).collect()
    }
}

impl Sentence {
    /// What a reader sees of the sentence: no markup, entities and escapes resolved.
    pub fn shown<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match &self.runs {
            None => Cow::Borrowed(&text[self.span.clone()]),
            Some(runs) => Cow::Owned(runs.iter().map(|run| run.shown(text)).collect()),
        }
    }
}

/// The sentences of one block of a text, the side's block `number`. Code is one sentence, whatever stops stand in it.
pub fn block_sentences(text: &str, number: usize, block: &Block, lang: &Lang) -> Vec<Sentence> {
    if let [Run { span, shown: None, style }] = block.runs.as_slice()
        && *style == Default::default()
        && block.kind != BlockKind::Code
    {
        let place = |range: Range<usize>| span.start + range.start..span.start + range.end;
        let sentence = |range| Sentence { span: place(range), block: number, runs: None };
        return segment::sentences(&text[span.clone()], lang).into_iter().map(sentence).collect();
    }
    let shown = block.shown(text);
    let ranges = if block.kind == BlockKind::Code {
        let start = shown.len() - shown.trim_start().len();
        std::iter::once(start..shown.trim_end().len()).collect()
    } else {
        segment::sentences(&shown, lang)
    };
    let clipped = clip(&block.runs, text, &ranges);
    let mut out = Vec::with_capacity(clipped.len());
    let mut start = opening_markup(text, block.start());
    for (place, runs) in clipped.iter().enumerate() {
        let Some((first, last)) = runs.first().zip(runs.last()) else { continue };
        let (end, next) = match clipped.get(place + 1).and_then(|runs| runs.first()) {
            Some(next) => between(text, last, next),
            None => (closing_markup(text, last.span.end), text.len()),
        };
        out.push(Sentence {
            span: start.min(first.span.start)..end,
            block: number,
            runs: Some(runs.clone()),
        });
        start = next;
    }
    out
}

/// The runs of a block cut at its sentences; `ranges` ascend in the runs' text put together.
fn clip(runs: &[Run], text: &str, ranges: &[Range<usize>]) -> Vec<Vec<Run>> {
    let mut out = Vec::with_capacity(ranges.len());
    // The first run that can show any of the range, and where its text starts.
    let (mut first, mut start) = (0, 0);
    for range in ranges {
        let mut parts = Vec::new();
        let mut at = start;
        for (number, run) in runs.iter().enumerate().skip(first) {
            let shown = run.shown(text);
            let [from, to] = [range.start, range.end].map(|edge| edge.clamp(at, at + shown.len()) - at);
            if from < to {
                parts.push(match &run.shown {
                    None => Run { span: run.span.start + from..run.span.start + to, ..run.clone() },
                    Some(shown) => Run { shown: Some(shown[from..to].into()), ..run.clone() },
                });
            }
            if range.end <= at + shown.len() {
                (first, start) = (number, at);
                break;
            }
            at += shown.len();
        }
        out.push(parts);
    }
    out
}

const MARKUP: [char; 6] = ['*', '_', '~', '`', '[', '!'];

/// Where markup that opens right before `at` on the same line begins.
fn opening_markup(text: &str, at: usize) -> usize {
    text[..at].trim_end_matches(MARKUP).len()
}

/// Where markup that closes right after `at` ends: emphasis marks, and a link's address.
fn closing_markup(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start_matches(['*', '_', '~', '`']);
    let end = text.len() - rest.len();
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    match line.strip_prefix("](").and_then(|address| address.find(')')) {
        Some(length) => closing_markup(text, end + "](".len() + length + 1),
        None => match line.strip_prefix("][").and_then(|label| label.find(']')) {
            Some(length) => closing_markup(text, end + "][".len() + length + 1),
            None => end,
        },
    }
}

/// Shares out the markup between two sentences of a block: where the first ends, where the second
/// starts. What closes belongs to the first; after that comes white space, then what opens.
fn between(text: &str, last: &Run, next: &Run) -> (usize, usize) {
    // Without white space between them (Chinese), only a style that ends can have markup to close.
    let spaced = text[last.span.end..next.span.start.max(last.span.end)].contains(char::is_whitespace);
    let closes = spaced || last.style != next.style && last.style != Default::default();
    let end = if closes { closing_markup(text, last.span.end).min(next.span.start) } else { last.span.end };
    let end = end.max(last.span.end);
    let start = opening_markup(text, next.span.start).max(end);
    (end, start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Format, Options};

    fn spans(text: &str) -> Vec<(&str, String)> {
        let options = Options { format: Format::Markdown, langs: [Some(Lang::EN), None] };
        let bitext = Bitext::new(Page::parse(text.to_owned(), &options).unwrap());
        let shown = |sentence: &Sentence| sentence.shown(text).into_owned();
        bitext.sides[0].iter().map(|sentence| (&text[sentence.span.clone()], shown(sentence))).collect()
    }

    #[test]
    fn sentences_keep_the_markup_around_them() {
        for (text, expected) in [
            (
                "It **rose.** Then *it* fell.",
                vec![("It **rose.**", "It rose."), ("Then *it* fell.", "Then it fell.")],
            ),
            (
                "It rose. **Then** it fell.",
                vec![("It rose.", "It rose."), ("**Then** it fell.", "Then it fell.")],
            ),
            ("**It rose.** **It** fell.", vec![("**It rose.**", "It rose."), ("**It** fell.", "It fell.")]),
            (
                "See [the chart.](https://example.org) It fell.",
                vec![("See [the chart.](https://example.org)", "See the chart."), ("It fell.", "It fell.")],
            ),
            (
                "A &amp; B met. They left.",
                vec![("A &amp; B met.", "A & B met."), ("They left.", "They left.")],
            ),
            (
                "> It rose\n> and fell. So?",
                vec![("It rose\n> and fell.", "It rose and fell."), ("So?", "So?")],
            ),
            ("Run `a. B`. Then go.", vec![("Run `a. B`.", "Run a. B."), ("Then go.", "Then go.")]),
        ] {
            let expected: Vec<_> =
                expected.into_iter().map(|(slice, shown)| (slice, shown.to_owned())).collect();
            assert_eq!(spans(text), expected, "{text}");
        }
    }
}
