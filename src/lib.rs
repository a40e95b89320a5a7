//! en-face: which sentence of a bilingual page was made from which.
//!
//! A page holds a summary or translation and its original. This crate reads it, cuts both texts into sentences, finds
//! which belong together, and prints or renders what it has found. It is one pipeline, and these pages follow it:
//!
//! ```text
//! bytes ──page──▶ Page ──segment──▶ Bitext ──encode──▶ vectors
//!       ──align──▶ Alignment ──export──▶ Document ──view──▶ DOM
//! ```
//!
//! Each arrow is a module, each word a plain type. A stage sees only what is before it, and none but the last knows of a
//! browser: the program, the tests and the benchmarks run the same code natively that a page runs as WebAssembly.
//!
//! # 1. A file becomes a page
//!
//! [`page::decode`] makes text of bytes, [`Page::parse`](page::Page::parse) finds the titles, the original's address, the list
//! of related pages and the two texts, and reads these into blocks. Nothing is moved: whatever is found later is known by
//! its place in [`Page::text`](page::Page::text), in bytes.
//!
//! ```
//! use en_face::page::{Options, Page};
//!
//! let text = "灯塔\nThe Lighthouse\n\n\
//!             灯塔建于1891年。2019年它熄灭了。\n\n\
//!             The lighthouse was built in 1891. In 2019 it went dark.\n";
//! let page = Page::parse(text.to_owned(), &Options::default())?;
//! assert_eq!(page.sides[0].lang.tag(), "zh");
//! assert_eq!(page.sides[1].blocks.len(), 1);
//! # Ok::<(), en_face::page::Error>(())
//! ```
//!
//! Which text is in which language is guessed by [`lang`] from scripts and a few common words, unless
//! [`Options`](page::Options) say it.
//!
//! # 2. Blocks become sentences
//!
//! [`segment::sentences`] cuts one block; [`Bitext`](bitext::Bitext) does so for a whole page and keeps the page with it.
//!
//! ```
//! use en_face::lang::Lang;
//! use en_face::segment::sentences;
//!
//! let text = "Dr. Hale came in 1984. “He stayed.” Why?";
//! let found: Vec<&str> = sentences(text, &Lang::EN).into_iter().map(|range| &text[range]).collect();
//! assert_eq!(found, ["Dr. Hale came in 1984.", "“He stayed.”", "Why?"]);
//! ```
//!
//! # 3. Sentences become vectors
//!
//! With a sentence [`Encoder`](encode::Encoder), what means the same lies close together, whatever the language. This stage
//! may be left out: links are then fewer. What of a page needs vectors depends on the page
//! ([`Bitext::needs`](bitext::Bitext::needs)): runs of sentences where it may be a translation, clauses and words where it may be a summary.
//!
//! ```no_run
//! # use en_face::bitext::Bitext;
//! # use en_face::page::{Options, Page};
//! use en_face::encode::Encoder;
//!
//! # let bitext = Bitext::new(Page::parse("一。\n\nOne.".to_owned(), &Options::default())?);
//! // `cargo xtask model` makes the file.
//! let encoder = Encoder::new(std::fs::read("zh-en.enface")?)?;
//! let meaning = bitext.encode(&encoder, None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # 4. Sentences are linked
//!
//! [`align`] gathers what the two texts share (numbers in either script, dates, names, words in Latin letters, quotes, lengths,
//! order, and with an encoder meaning), decides whether the page is a summary or a translation, and links sentences where the
//! evidence is enough. No link is better than a wild one. Every link has the probability that it is right.
//!
//! ```
//! use en_face::align::Regime;
//! use en_face::bitext::Bitext;
//! # use en_face::page::{Options, Page};
//!
//! # let text = "灯塔建于1891年。2019年它熄灭了。\n\nThe lighthouse was built in 1891. In 2019 it went dark.\n";
//! # let page = Page::parse(text.to_owned(), &Options::default())?;
//! let bitext = Bitext::new(page);
//! let alignment = bitext.align(None, None);
//! assert_eq!(alignment.regime, Regime::Parallel);
//! assert_eq!((&alignment.links[0].left, &alignment.links[0].right), (&vec![0], &vec![0]));
//! assert!(alignment.links[0].score > 0.5);
//! # Ok::<(), en_face::page::Error>(())
//! ```
//!
//! Where linked sentences disagree on a number, [`Alignment::checks`](align::Alignment::checks) tells; why two sentences are
//! linked is told by [`align::why`], which reads the two again.
//!
//! # 5. What was found goes out
//!
//! A [`Document`](export::Document) holds a page, its sentences and its links for whoever renders, ships or scores them. It is
//! what `en-face align` prints as JSON, what the element `<en-face>` takes as its `alignment`, and what every other
//! [`Format`](export::Format) is made from.
//!
//! ```
//! use en_face::export::{Document, Format};
//! # use en_face::bitext::Bitext;
//! # use en_face::page::{Options, Page};
//!
//! # let text = "灯塔建于1891年。2019年它熄灭了。\n\nThe lighthouse was built in 1891. In 2019 it went dark.\n";
//! # let bitext = Bitext::new(Page::parse(text.to_owned(), &Options::default())?);
//! # let alignment = bitext.align(None, None);
//! let document = Document::new(&bitext, alignment);
//! assert_eq!(document.sides[1].sentences[1].text, "In 2019 it went dark.");
//! assert!(Format::Tmx.write(&document).contains("<seg>2019年它熄灭了。</seg>"));
//! # Ok::<(), en_face::page::Error>(())
//! ```
//!
//! # 6. In the browser
//!
//! On wasm32 there are two modules more: `view` renders a document's blocks as elements and text nodes, and `wasm` is the
//! boundary that JavaScript calls a few times a page, never for a movement of the pointer. They are documented by
//! `cargo doc --target wasm32-unknown-unknown`.
//!
//! # Reading order
//!
//! Who wants to read all of it: [`page`], [`segment`], [`bitext`], then [`align`] from its function `align` down, with
//! `docs/alignment.md` beside it; [`encode`] with `docs/encoder.md` stands for itself. Inside a module the first file says what the
//! others are for. Decisions and what they cost are in `docs/design.md`; where to add something is in `docs/developers.md`.
#![deny(unsafe_code, missing_docs)]

pub mod align;
pub mod bitext;
pub mod encode;
pub mod export;
pub mod lang;
pub mod page;
pub mod segment;
#[cfg(target_arch = "wasm32")]
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

/// The example of the crate's first page is a test.
#[cfg(doctest)]
#[doc = include_str!("README.md")]
struct Readme;
