//! A document to the DOM. Interaction runs on what is rendered here, without coming back.
//!
//! Every text becomes a text node and every address is checked: nothing on a page is ever markup.

mod sentence;

use crate::export::{Document, DocumentBlock, DocumentSentence, DocumentSide};
use crate::page::{BlockKind, Related, safe_link};
use wasm_bindgen::JsValue;
use web_sys::{Element, Node};

/// The interface's own words, in the reader's language.
#[derive(Debug)]
pub struct Words {
    /// Above the list of related pages.
    pub related: String,
    /// Before the address of the original.
    pub source: String,
    /// The tag of the language that these words are in.
    pub lang: String,
}

type Built<T = ()> = Result<T, JsValue>;

/// Builds the view of a document inside `into`, in place of what is there.
///
/// Two `section[data-side]`, each with its title and its blocks; each sentence a
/// `span[part=sentence]` with `data-side` and `data-index`; then the list of related pages.
///
/// # Errors
///
/// What the browser throws.
pub fn render(document: &Document, into: &Element, words: &Words) -> Built {
    let dom = Dom { document: web_sys::window().and_then(|window| window.document()).ok_or("no document")? };
    into.set_attribute("data-balance", balance(document))?;
    let view = dom.document.create_document_fragment();
    for side in [0, 1] {
        append(&view, &dom.side(document, side, words)?)?;
    }
    if !document.page.related.is_empty() {
        append(&view, &dom.related(&document.page.related, words)?)?;
    }
    into.replace_children_with_node_1(&view);
    Ok(())
}

/// Which of the two texts is much the shorter in UTF-8 bytes; the layout follows.
fn balance(document: &Document) -> &'static str {
    let size = |side: &DocumentSide| side.sentences.iter().map(|sentence| sentence.text.len()).sum::<usize>();
    let [first, second] = document.sides.each_ref().map(size);
    if first * 5 < second * 3 {
        "short-long"
    } else if second * 5 < first * 3 {
        "long-short"
    } else {
        "even"
    }
}

fn append(into: &Node, child: &Element) -> Built {
    into.append_child(child).map(drop)
}

/// Makes nodes.
struct Dom {
    document: web_sys::Document,
}

impl Dom {
    fn element(&self, tag: &str, attributes: &[(&str, &str)]) -> Built<Element> {
        let element = self.document.create_element(tag)?;
        for (name, value) in attributes {
            element.set_attribute(name, value)?;
        }
        Ok(element)
    }

    fn text(&self, into: &Node, text: &str) -> Built {
        into.append_child(&self.document.create_text_node(text)).map(drop)
    }

    /// An element with nothing but text in it.
    fn with_text(&self, tag: &str, attributes: &[(&str, &str)], text: &str) -> Built<Element> {
        let element = self.element(tag, attributes)?;
        self.text(&element, text)?;
        Ok(element)
    }

    fn link(&self, address: &str, text: &str, part: &str) -> Built<Element> {
        let attributes =
            [("part", part), ("href", address), ("target", "_blank"), ("rel", "noopener noreferrer")];
        self.with_text("a", &attributes, text)
    }

    fn side(&self, document: &Document, number: usize, words: &Words) -> Built<Element> {
        let side = &document.sides[number];
        let name = ["0", "1"][number];
        let attributes = [
            ("part", "side"),
            ("class", "side"),
            ("data-side", name),
            ("lang", side.lang.tag()),
            ("dir", "auto"),
        ];
        let section = self.element("section", &attributes)?;
        if let Some(title) = document.title(number) {
            let id = ["title-", name].concat();
            append(
                &section,
                &self.with_text("h2", &[("part", "title"), ("class", "title"), ("id", &id)], title)?,
            )?;
            section.set_attribute("aria-labelledby", &id)?;
        }
        if number == 1
            && let Some(address) = document.page.source.as_deref().and_then(safe_link)
        {
            let line = self.with_text(
                "p",
                &[("part", "source"), ("class", "source"), ("lang", &words.lang)],
                &words.source,
            )?;
            self.text(&line, " ")?;
            append(&line, &self.link(address, host(address), "source-link")?)?;
            append(&section, &line)?;
        }
        let listed = |block: &DocumentBlock| block.kind == BlockKind::ListItem;
        for blocks in side.blocks.chunk_by(|one, next| listed(one) && listed(next)) {
            if blocks.iter().all(listed) {
                let list = self.element("ul", &[("part", "list"), ("class", "list"), ("role", "list")])?;
                for block in blocks {
                    append(&list, &self.block(side, block, name)?)?;
                }
                append(&section, &list)?;
            } else {
                for block in blocks {
                    append(&section, &self.block(side, block, name)?)?;
                }
            }
        }
        Ok(section)
    }

    fn block(&self, side: &DocumentSide, block: &DocumentBlock, side_name: &str) -> Built<Element> {
        let (tag, kind) = match block.kind {
            BlockKind::Heading => ("h3", "heading"),
            BlockKind::Paragraph => ("p", "paragraph"),
            BlockKind::Quote => ("blockquote", "quote"),
            BlockKind::ListItem => ("li", "list-item"),
            BlockKind::Byline => ("p", "byline"),
            BlockKind::CommentHeader => ("p", "comment-header"),
            BlockKind::Code => ("pre", "code"),
        };
        let element = self.element(tag, &[("part", "block"), ("class", "block"), ("data-kind", kind)])?;
        if let Some(marker) = &block.marker {
            element.set_attribute("data-marker", marker)?;
        }
        let [from, to] = block.sentences;
        let mut before: Option<&DocumentSentence> = None;
        let sentences = side.sentences.get(from..to).unwrap_or_default();
        for (index, sentence) in (from..).zip(sentences) {
            if before.is_some_and(|before| before.is_spaced_from(sentence)) {
                self.text(&element, " ")?;
            }
            before = Some(sentence);
            append(&element, &self.sentence(sentence, side_name, index)?)?;
        }
        Ok(element)
    }

    fn related(&self, related: &[Related], words: &Words) -> Built<Element> {
        let aside = self
            .element("aside", &[("part", "related"), ("class", "related"), ("aria-labelledby", "related")])?;
        let heading = [("id", "related"), ("class", "related-title"), ("lang", words.lang.as_str())];
        append(&aside, &self.with_text("h2", &heading, &words.related)?)?;
        let list = self.element("ul", &[("role", "list")])?;
        for entry in related {
            let item = self.element("li", &[])?;
            for (lang, title) in entry.titles.iter() {
                append(
                    &item,
                    &self.with_text("span", &[("class", "related-entry"), ("lang", lang.tag())], title)?,
                )?;
                self.text(&item, " ")?;
            }
            if let Some(date) = &entry.date {
                append(&item, &self.with_text("time", &[("datetime", date)], date)?)?;
            }
            append(&list, &item)?;
        }
        append(&aside, &list)?;
        Ok(aside)
    }
}

/// The host of an address, without `www.`: what a reader wants to know of a source.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}
