//! Text to [`Page`]: what a bilingual page holds, and where each piece stands in the file.
//!
//! A page is read in three steps, a file each: [`decode`] turns bytes into text, `layout` finds
//! the landmark lines and cuts the text into titles, source, related list and the two texts, and
//! `plain` or `markdown` reads those texts into blocks. Every offset is a byte offset into
//! [`Page::text`], from the first stage to the last. A text whose blocks are known already is read by `blocks` alone.

mod blocks;
mod decode;
mod kind;
mod layout;
mod markdown;
mod plain;
mod related;
mod titles;

use crate::lang::{self, Lang, Script};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;

pub use decode::{Replaced, decode};
pub use kind::BlockKind;
pub use titles::Titles;

/// A page's text and everything that was found in it.
#[derive(Clone, Debug)]
pub struct Page {
    /// The whole file as text, without a byte-order mark; all offsets count its bytes.
    pub text: String,
    /// The page's title in each language that it has one in.
    pub titles: Titles,
    /// The address of the original, http or https.
    pub source: Option<String>,
    /// The pages listed as related.
    pub related: Vec<Related>,
    /// The first text on the page (a summary or translation) and the second (the original).
    pub sides: [Side; 2],
    /// What was odd about the file and how it was taken.
    pub notices: Vec<Notice>,
}

/// One text of the page.
#[derive(Clone, Debug)]
pub struct Side {
    /// The text's language.
    pub lang: Lang,
    /// The script that most of it is written in.
    pub script: Script,
    /// Its blocks, in reading order.
    pub blocks: Vec<Block>,
}

/// A paragraph, a heading, a list item: text that no sentence runs out of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is on the page.
    pub kind: BlockKind,
    /// A list item's number or bullet, where that is markup and no part of its text.
    pub marker: Option<Box<str>>,
    /// Its text, piece by piece; never empty.
    pub runs: Vec<Run>,
}

/// A piece of a block in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands in the page's text.
    pub span: Range<usize>,
    /// What a reader sees there, where that is not the text as it stands (`&amp;` is read `&`).
    pub shown: Option<Box<str>>,
    /// How it is set.
    pub style: Style,
}

/// How a run is set, from Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Emphasis.
    pub emphasis: bool,
    /// Strong emphasis.
    pub strong: bool,
    /// Program text.
    pub code: bool,
    /// Struck out.
    pub struck: bool,
    /// The words that stand for an image.
    pub image: bool,
    /// The address it links to, http or https.
    pub link: Option<Box<str>>,
}

/// A page that this one names as related.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Its title in each language that the list gives.
    pub titles: Titles,
    /// Its date, as `YYYY-MM-DD`.
    pub date: Option<String>,
}

/// Something odd about a file that did not stop it from being read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The line it is about, from 1.
    pub line: usize,
    /// What is odd and how it was taken.
    pub message: String,
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

/// How the texts of a page are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A line is a block.
    #[default]
    Plain,
    /// CommonMark with tables and strike-through.
    Markdown,
}

impl Format {
    /// The format that a file's name tells: `.md` and `.markdown` are Markdown, all else plain.
    pub fn of_name(name: &str) -> Format {
        let extension = name.rsplit('.').next().unwrap_or_default();
        let is = |wanted: &str| extension.eq_ignore_ascii_case(wanted);
        if is("md") || is("markdown") { Format::Markdown } else { Format::Plain }
    }
}

/// What a reader may say about a page instead of leaving it to be found.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How the texts are written.
    pub format: Format,
    /// The languages of the first and the second text; found by their script where `None`.
    pub langs: [Option<Lang>; 2],
}

/// Why a file is no page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Nothing but white space.
    #[error("the page is empty: it needs a text in each of two languages")]
    Empty,
    /// Bytes that no text has.
    #[error("byte {offset} is not text: this looks like a binary file; save the page as UTF-8 text")]
    Binary {
        /// Where the first such byte is, from 0.
        offset: usize,
    },
    /// Landmarks or titles, but no text.
    #[error("no text was found beside the landmark lines; put the texts after 原始链接 and 原文")]
    NoText,
    /// Blocks were given that the text does not have.
    #[error("blocks[{entry}] {what}")]
    Blocks {
        /// The number of the first wrong entry, from 0.
        entry: usize,
        /// What is wrong with it.
        what: &'static str,
    },
}

impl Error {
    /// A short name for the error that stays the same when its message changes.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Empty => "empty",
            Error::Binary { .. } => "binary",
            Error::NoText => "no-text",
            Error::Blocks { .. } => "settings",
        }
    }
}

/// The blocks of a text that is no page: one text, without landmarks.
pub fn blocks(text: &str, format: Format) -> Vec<Block> {
    let whole = [std::iter::once(0..text.len()).collect(), Vec::new()];
    match format {
        Format::Plain => plain::blocks(text, &whole[0]),
        Format::Markdown => {
            let [blocks, _] = markdown::blocks(text, &whole);
            blocks
        }
    }
}

/// A page's text, cut at its landmarks: the first half of reading it, for who must not be busy too long at a time.
#[derive(Debug)]
pub struct Draft {
    text: String,
    layout: layout::Layout,
    /// The blocks, where they are not to be looked for.
    given: Option<[Vec<Block>; 2]>,
}

impl Draft {
    /// Cuts a text at its landmarks.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] where there is nothing but white space.
    pub fn new(text: String) -> Result<Draft, Error> {
        if text.trim().is_empty() {
            return Err(Error::Empty);
        }
        let layout = layout::cut(&text);
        Ok(Draft { text, layout, given: None })
    }

    /// A text whose blocks are given. Landmarks are not looked for, and [`Options::format`] does not matter.
    ///
    /// `list` holds four numbers a block: its side, 0 or 1; its kind, 0 for a paragraph, 1 a heading, 2 a quote, 3 a list
    /// item, 4 a byline, 5 a comment header, 6 code; where it starts and ends in `text`, in UTF-16 code units. A side's
    /// blocks are in reading order; blank ones are left out. A paragraph that looks like a byline or a comment header is
    /// read as one.
    ///
    /// ```
    /// use en_face::page::{Draft, Options};
    ///
    /// let text = "灯塔熄灭了。The lighthouse went dark.";
    /// let page = Draft::of_blocks(text.to_owned(), &[0, 0, 0, 6, 1, 0, 6, 31])?.read(&Options::default())?;
    /// assert_eq!(page.sides[1].blocks[0].shown(text), "The lighthouse went dark.");
    /// # Ok::<(), en_face::page::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Blocks`] where an entry is not as described, [`Error::Empty`] where all are blank.
    pub fn of_blocks(text: String, list: &[u32]) -> Result<Draft, Error> {
        let blocks = blocks::blocks(&text, list)?;
        if blocks.iter().all(Vec::is_empty) {
            return Err(Error::Empty);
        }
        Ok(Draft { text, layout: layout::Layout::default(), given: Some(blocks) })
    }

    /// Reads what stands between the landmarks.
    ///
    /// # Errors
    ///
    /// [`Error::NoText`] where that is nothing. A page with only one text is read, with a [`Notice`] and an empty second
    /// side.
    pub fn read(self, options: &Options) -> Result<Page, Error> {
        let Draft { text, mut layout, given } = self;
        let blocks = given.unwrap_or_else(|| {
            let blocks = match options.format {
                Format::Plain => layout.body.each_ref().map(|spans| plain::blocks(&text, spans)),
                Format::Markdown => markdown::blocks(&text, &layout.body),
            };
            layout::part(&text, blocks)
        });
        if blocks.iter().all(Vec::is_empty) {
            return Err(Error::NoText);
        }
        let [left, right] = options.langs.clone();
        let [first, second] = blocks;
        let sides = [Side::new(&text, first, left), Side::new(&text, second, right)];
        for (side, which) in sides.iter().zip(["first", "second"]) {
            if side.blocks.is_empty() {
                let message = format!("no {which} text was found: the page is shown without links");
                layout.notices.push(Notice { line: text.lines().count(), message });
            }
        }
        Ok(Page {
            titles: in_languages_of(layout.titles, &sides),
            source: layout.source,
            related: layout.related,
            notices: layout.notices,
            sides,
            text,
        })
    }
}

impl Page {
    /// Reads a page.
    ///
    /// # Errors
    ///
    /// [`Error::Empty`] and [`Error::NoText`] where there is nothing to read. A page with only one
    /// text is read, with a [`Notice`] and an empty second side.
    pub fn parse(text: String, options: &Options) -> Result<Page, Error> {
        Draft::new(text)?.read(options)
    }
}

/// Titles under their side's language, where only the script was known when they were found.
fn in_languages_of(titles: Titles, sides: &[Side; 2]) -> Titles {
    titles.rename(|lang, title| {
        let script = Script::main(title);
        if sides.iter().any(|side| side.lang == lang) {
            return lang;
        }
        sides.iter().find(|side| side.script == script).map_or(lang, |side| side.lang.clone())
    })
}

impl Side {
    fn new(text: &str, blocks: Vec<Block>, lang: Option<Lang>) -> Side {
        let runs = || blocks.iter().flat_map(|block| &block.runs).map(|run| run.shown(text));
        let found = Script::of_texts(runs());
        let detect = || found.map_or(Lang::UND, |script| lang::detect_in(script, runs()));
        Side { lang: lang.unwrap_or_else(detect), script: found.unwrap_or(Script::Latin), blocks }
    }
}

impl Block {
    /// The block's text as a reader sees it.
    pub fn shown(&self, text: &str) -> String {
        self.runs.iter().map(|run| run.shown(text)).collect()
    }

    /// Where the block starts in the page's text.
    pub fn start(&self) -> usize {
        self.runs.first().map_or(0, |run| run.span.start)
    }
}

impl Run {
    /// A run that a reader sees as it stands in the text.
    pub(crate) fn verbatim(span: Range<usize>) -> Run {
        Run { span, shown: None, style: Style::default() }
    }

    /// What a reader sees.
    pub fn shown<'a>(&'a self, text: &'a str) -> &'a str {
        self.shown.as_deref().unwrap_or(&text[self.span.clone()])
    }
}

/// The address if it is one that a page may link to: http or https, and nothing that ends it early.
pub(crate) fn safe_link(address: &str) -> Option<&str> {
    let scheme = |name: &str| {
        address.len() > name.len()
            && address.is_char_boundary(name.len())
            && address[..name.len()].eq_ignore_ascii_case(name)
    };
    let clean = || !address.chars().any(|c| c.is_control() || c.is_whitespace() || "<>\"".contains(c));
    ((scheme("https://") || scheme("http://")) && clean()).then_some(address)
}
