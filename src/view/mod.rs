//! A document to the DOM, block by block. Interaction runs on what is rendered here, without coming back.
//!
//! Two sections, one a text; in them blocks; in these a `span` for each sentence, with its side and its number in data
//! attributes and `sentence` as its part. Events are no business of this module: scripts listen, and find sentences by
//! these attributes.
//!
//! Every text becomes a text node and every address is checked: nothing on a page is ever markup.

mod direction;
mod sentence;

use crate::export::{DocumentBlock, DocumentSentence, PageInfo, tag};
use crate::lang::Lang;
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

/// So many blocks of a side stand in its section itself, and so many in each group after them. Whenever a sentence is lit,
/// browsers look at everything beside its block again: on a page of 10,000 sentences that took 8 ms of a frame.
const GROUP: usize = 64;

/// A view that is being built.
///
/// Two `section[data-side]`, each with its title and its blocks; each sentence a
/// `span[part=sentence]` with `data-side` and `data-index`; then the list of related pages. What is added to one
/// section moves nothing that is above it.
#[derive(Debug)]
pub struct View {
    dom: Dom,
    columns: [Column; 2],
}

/// A side's section while it is being filled.
#[derive(Debug)]
struct Column {
    section: Element,
    /// Where further blocks go: the section, or its last group.
    group: Element,
    /// How many blocks are in there.
    blocks: usize,
    /// The list that the last block stands in, if it stands in one.
    list: Option<Element>,
}

impl View {
    /// Builds everything but the blocks inside `into`, in place of what is there. `sizes` are the lengths of the two texts
    /// in UTF-8 bytes.
    ///
    /// # Errors
    ///
    /// What the browser throws.
    pub fn new(
        page: &PageInfo,
        langs: [&Lang; 2],
        sizes: [usize; 2],
        into: &Element,
        words: &Words,
    ) -> Built<View> {
        let dom =
            Dom { document: web_sys::window().and_then(|window| window.document()).ok_or("no document")? };
        into.set_attribute("data-balance", balance(sizes))?;
        let view = dom.document.create_document_fragment();
        let columns = [dom.column(page, 0, langs[0], words)?, dom.column(page, 1, langs[1], words)?];
        for column in &columns {
            append(&view, &column.section)?;
        }
        if !page.related.is_empty() {
            append(&view, &dom.related(&page.related, words)?)?;
        }
        into.replace_children_with_node_1(&view);
        Ok(View { dom, columns })
    }

    /// Adds a side's next block.
    ///
    /// # Errors
    ///
    /// What the browser throws.
    pub fn add(&mut self, side: usize, block: &DocumentBlock, sentences: &[DocumentSentence]) -> Built {
        let View { dom, columns } = self;
        let element = dom.block(block, sentences, ["0", "1"][side])?;
        columns[side].add(dom, block.kind == BlockKind::ListItem, &element)
    }
}

impl Column {
    fn add(&mut self, dom: &Dom, listed: bool, block: &Element) -> Built {
        if let Some(list) = self.list.as_ref().filter(|_| listed) {
            return append(list, block);
        }
        if self.blocks == GROUP {
            self.group = dom.element("div", &[("class", "group")])?;
            append(&self.section, &self.group)?;
            self.blocks = 0;
        }
        self.blocks += 1;
        self.list = None;
        if !listed {
            return append(&self.group, block);
        }
        let list = dom.element("ul", &[("part", "list"), ("class", "list"), ("role", "list")])?;
        append(&list, block)?;
        append(&self.group, &list)?;
        self.list = Some(list);
        Ok(())
    }
}

/// Which of the two texts is much the shorter; the layout follows.
fn balance([first, second]: [usize; 2]) -> &'static str {
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
#[derive(Debug)]
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
        into.append_child(&self.document.create_text_node(&direction::closed(text))).map(drop)
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

    fn column(&self, page: &PageInfo, number: usize, lang: &Lang, words: &Words) -> Built<Column> {
        let name = ["0", "1"][number];
        let attributes =
            [("part", "side"), ("class", "side"), ("data-side", name), ("lang", lang.tag()), ("dir", "auto")];
        let section = self.element("section", &attributes)?;
        if let Some(title) = page.titles.get(lang) {
            let id = ["title-", name].concat();
            append(
                &section,
                &self.with_text("h2", &[("part", "title"), ("class", "title"), ("id", &id)], title)?,
            )?;
            section.set_attribute("aria-labelledby", &id)?;
        }
        if number == 1
            && let Some(address) = page.source.as_deref().and_then(safe_link)
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
        Ok(Column { group: section.clone(), section, blocks: 0, list: None })
    }

    fn block(
        &self,
        block: &DocumentBlock,
        sentences: &[DocumentSentence],
        side_name: &str,
    ) -> Built<Element> {
        // The titles are `h2`, below that of the page around them.
        let tag = tag(block.kind, "h3");
        let kind = block.kind.name();
        let element = self.element(tag, &[("part", "block"), ("class", "block"), ("data-kind", kind)])?;
        if let Some(marker) = &block.marker {
            element.set_attribute("data-marker", marker)?;
        }
        let mut before: Option<&DocumentSentence> = None;
        for (index, sentence) in (block.sentences[0]..).zip(sentences) {
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
