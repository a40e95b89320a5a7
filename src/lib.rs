//! en-face: which sentence of a bilingual page was made from which.
//!
//! A page holds a summary or translation and its original. It is read into blocks ([`page`]) and
//! sentences ([`segment`], [`bitext`]), an encoder may give them vectors ([`encode`]), the sentences of the two
//! sides are linked ([`align`]), and the result is printed ([`export`]) or rendered in a browser (`view`, on wasm32 only). A stage
//! sees only what is before it, and none but the last knows of a browser.
//!
//! ```
//! use en_face::bitext::Bitext;
//! use en_face::export::Document;
//! use en_face::page::{Options, Page};
//!
//! let text = "灯塔建于1891年。2019年它熄灭了。\n\n\
//!             The lighthouse was built in 1891. In 2019 it went dark.\n";
//! let bitext = Bitext::new(Page::parse(text.to_owned(), &Options::default())?);
//! let alignment = bitext.align(None, None);
//! assert_eq!((&alignment.links[0].left, &alignment.links[0].right), (&vec![0], &vec![0]));
//!
//! let document = Document::new(&bitext, alignment);
//! assert_eq!(document.sides[1].sentences[1].text, "In 2019 it went dark.");
//! # Ok::<(), en_face::page::Error>(())
//! ```
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
