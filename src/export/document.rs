//! The JSON document: a page, its sentences and its links, for whoever renders, ships or scores them.
//!
//! `src/wasm/alignment.rs` reads the same shape from JavaScript, without serde: what may be left out here may be there.

use super::blocks::Blocks;
use super::utf16::Utf16;
use crate::align::{Alignment, Check, Link, Regime};
use crate::bitext::{Bitext, Sentence};
use crate::lang::Lang;
use crate::page::{BlockKind, Page, Related, Run, Titles};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The version of the document's shape; a reader refuses any other.
pub const VERSION: u32 = 1;

/// A page with its links.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// [`VERSION`].
    pub version: u32,
    /// What stands around the two texts.
    pub page: PageInfo,
    /// How the two texts belong together.
    pub regime: Regime,
    /// The first text on the page, and the second.
    pub sides: [DocumentSide; 2],
    /// Which sentences belong together.
    pub links: Vec<Link>,
    /// Where linked sentences disagree.
    #[serde(default)]
    pub checks: Vec<Check>,
}

/// What stands around the two texts of a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PageInfo {
    /// The page's title in each language that it has one in.
    #[serde(default)]
    pub titles: Titles,
    /// The address of the original, http or https.
    #[serde(default)]
    pub source: Option<String>,
    /// The pages listed as related.
    #[serde(default)]
    pub related: Vec<Related>,
}

/// One text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentSide {
    /// Its language.
    pub lang: Lang,
    /// Its blocks, in reading order.
    pub blocks: Vec<DocumentBlock>,
    /// Its sentences, numbered from 0.
    pub sentences: Vec<DocumentSentence>,
}

/// A block and the sentences in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentBlock {
    /// What it is on the page.
    pub kind: BlockKind,
    /// The numbers of its first sentence and of the one after its last.
    pub sentences: [usize; 2],
    /// A list item's number or bullet, where that is markup and no part of its text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marker: Option<Box<str>>,
}

/// A sentence and its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentSentence {
    /// The slice of the page's text, Markdown included.
    pub text: String,
    /// Where the slice starts in the page's text, in UTF-16 code units.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What a reader sees, piece by piece, where that is not `text` as it stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub runs: Vec<DocumentRun>,
}

/// A piece of a sentence in one style.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentRun {
    /// What a reader sees.
    pub text: String,
    /// Emphasis.
    #[serde(skip_serializing_if = "is_false")]
    pub emphasis: bool,
    /// Strong emphasis.
    #[serde(skip_serializing_if = "is_false")]
    pub strong: bool,
    /// Program text.
    #[serde(skip_serializing_if = "is_false")]
    pub code: bool,
    /// Struck out.
    #[serde(skip_serializing_if = "is_false")]
    pub struck: bool,
    /// The words that stand for an image.
    #[serde(skip_serializing_if = "is_false")]
    pub image: bool,
    /// The address it links to, http or https.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

// serde hands its predicate a reference.
#[expect(clippy::trivially_copy_pass_by_ref)]
fn is_false(value: &bool) -> bool {
    !*value
}

impl PageInfo {
    /// What stands around the two texts of this page.
    pub fn of(page: &Page) -> PageInfo {
        PageInfo { titles: page.titles.clone(), source: page.source.clone(), related: page.related.clone() }
    }
}

impl Document {
    /// Puts a page and its links together.
    pub fn new(bitext: &Bitext, alignment: Alignment) -> Document {
        let page = &bitext.page;
        Document {
            version: VERSION,
            page: PageInfo::of(page),
            regime: alignment.regime,
            sides: [0, 1].map(|side| DocumentSide::of(bitext, side)),
            links: alignment.links,
            checks: alignment.checks,
        }
    }

    /// Whether everything that the document points at is there.
    ///
    /// # Errors
    ///
    /// What is out of range.
    pub fn check(&self) -> Result<(), &'static str> {
        let counts = self.sides.each_ref().map(|side| side.sentences.len());
        for (side, count) in self.sides.iter().zip(counts) {
            let ends = |block: &DocumentBlock| {
                block.sentences[0] <= block.sentences[1] && block.sentences[1] <= count
            };
            if !side.blocks.iter().all(ends) {
                return Err("a block has sentences that its side has not");
            }
        }
        let within = |link: &Link| {
            let sides = [&link.left, &link.right].into_iter().zip(counts);
            let known = sides.into_iter().all(|(side, count)| side.iter().all(|&number| number < count));
            known && link.best[0] < counts[0] && link.best[1] < counts[1]
        };
        let checked = |check: &Check| check.left < counts[0] && check.right < counts[1];
        if !self.links.iter().all(within) || !self.checks.iter().all(checked) {
            return Err("a link points at a sentence that is not there");
        }
        Ok(())
    }

    /// The title of a side's text.
    pub(crate) fn title(&self, side: usize) -> Option<&str> {
        self.page.titles.get(&self.sides[side].lang)
    }

    /// Whether one of the texts is missing, so that there is nothing to link.
    pub(crate) fn has_one_text(&self) -> bool {
        self.sides.iter().any(|side| side.sentences.is_empty())
    }

    /// Two texts that came a sentence a line, with their links. Offsets count into each text.
    pub fn of_lines(texts: [&str; 2], langs: [Lang; 2], alignment: Alignment) -> Document {
        let [first, second] = langs;
        let side = |text: &str, lang| {
            let lines = text.lines().map(|line| Sentence { span: place(text, line), block: 0, runs: None });
            let lines: Vec<_> = lines.collect();
            let kind = BlockKind::Paragraph;
            let blocks = vec![DocumentBlock { kind, sentences: [0, lines.len()], marker: None }];
            let mut offsets = Utf16::new(text);
            let sentences =
                lines.iter().map(|line| DocumentSentence::new(line, text, &mut offsets)).collect();
            DocumentSide { lang, blocks, sentences }
        };
        Document {
            version: VERSION,
            page: PageInfo::default(),
            regime: alignment.regime,
            sides: [side(texts[0], first), side(texts[1], second)],
            links: alignment.links,
            checks: alignment.checks,
        }
    }
}

/// Where a line of a text stands in it.
fn place(text: &str, line: &str) -> Range<usize> {
    let start = line.as_ptr() as usize - text.as_ptr() as usize;
    start..start + line.len()
}

impl DocumentSide {
    fn of(bitext: &Bitext, side: usize) -> DocumentSide {
        let lang = bitext.page.sides[side].lang.clone();
        let mut whole = DocumentSide { lang, blocks: Vec::new(), sentences: Vec::new() };
        let mut blocks = Blocks::new(side);
        while let Some((block, sentences)) = blocks.next(bitext) {
            whole.blocks.push(block);
            whole.sentences.extend(sentences);
        }
        whole
    }
}

impl DocumentRun {
    pub(super) fn new(run: &Run, text: &str) -> DocumentRun {
        DocumentRun {
            text: run.shown(text).to_owned(),
            emphasis: run.style.emphasis,
            strong: run.style.strong,
            code: run.style.code,
            struck: run.style.struck,
            image: run.style.image,
            link: run.style.link.as_deref().map(str::to_owned),
        }
    }
}
