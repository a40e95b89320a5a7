//! A page's Markdown to HTML: headings with anchors, addresses of the site, pictures with sizes, code, live examples.

use super::book::{Book, Page, Target};
use super::live::{self, Example};
use super::sizes;
use super::text::{code_block, escaped, is_han, slug, tagged};
use anyhow::{Context, Result};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A page's content.
#[derive(Default)]
pub struct Rendered {
    pub title: String,
    /// The first paragraph, as text.
    pub summary: String,
    pub html: String,
    /// Headings of the second level: anchor and text.
    pub sections: Vec<(String, String)>,
    pub examples: Vec<Example>,
}

/// What is under way while a page's events are gone through.
struct Rendering<'a> {
    book: &'a Book,
    page: &'a Page,
    done: Rendered,
    anchors: BTreeMap<String, usize>,
    events: Vec<Event<'a>>,
    /// How each link that is open ends.
    open: Vec<&'static str>,
}

/// Makes a page's content.
pub fn render(book: &Book, page: &Page) -> Result<Rendered> {
    let parser = Parser::new_ext(book.text(page), Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES);
    let source: Vec<Event> = parser.collect();
    let rendering = Rendering {
        book,
        page,
        done: Rendered::default(),
        anchors: BTreeMap::new(),
        events: Vec::with_capacity(source.len()),
        open: Vec::new(),
    };
    rendering.run(source).with_context(|| format!("in {}", page.source))
}

impl<'a> Rendering<'a> {
    fn run(mut self, source: Vec<Event<'a>>) -> Result<Rendered> {
        let mut rest = source.as_slice();
        while let Some((event, after)) = rest.split_first() {
            rest = after;
            match event {
                Event::Start(Tag::Heading { level, .. }) => self.heading(*level, rest),
                Event::Start(Tag::Paragraph) if is_pictures(rest) => rest = self.pictures(rest)?,
                Event::Start(Tag::Paragraph) if self.done.summary.is_empty() => {
                    self.done.summary = text_until(rest, |end| matches!(end, TagEnd::Paragraph));
                    self.events.push(event.clone());
                }
                Event::Start(Tag::CodeBlock(kind)) => rest = self.code(kind, rest)?,
                Event::Start(Tag::Link { dest_url, title, .. }) => self.link(dest_url, title, rest),
                Event::End(TagEnd::Link) => {
                    let end = self.open.pop().unwrap_or_default();
                    self.raw(end.to_owned());
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let alt = text_until(rest, |end| matches!(end, TagEnd::Image));
                    let image = self.image(dest_url, &alt)?;
                    self.raw(image);
                    rest = after_end(rest, TagEnd::Image);
                }
                Event::Start(Tag::Table(_)) => {
                    self.raw("<div class=\"table\">".to_owned());
                    self.events.push(event.clone());
                }
                Event::End(TagEnd::Table) => {
                    self.events.push(event.clone());
                    self.raw("</div>\n".to_owned());
                }
                Event::Text(text) if text.contains(is_han) => self.raw(tagged(text)),
                Event::Code(text) if text.contains(is_han) => {
                    self.raw(format!("<code>{}</code>", tagged(text)))
                }
                // Comments are for whoever reads the file; there is no other markup in it.
                Event::Html(text) | Event::InlineHtml(text) if !text.trim_start().starts_with("<!--") => {
                    anyhow::bail!("markup in Markdown: {}", text.trim());
                }
                Event::Html(text) if text.trim() == sizes::PLACE => self.raw(format!("{}\n", sizes::PLACE)),
                Event::Html(_) | Event::InlineHtml(_) => {}
                other => self.events.push(other.clone()),
            }
        }
        let mut page = String::new();
        html::push_html(&mut page, self.events.into_iter());
        // A heading without words heads nothing.
        self.done.html = page.replace("<th></th>", "<td></td>");
        Ok(self.done)
    }

    fn raw(&mut self, html: String) {
        self.events.push(Event::InlineHtml(CowStr::from(html)));
    }

    fn heading(&mut self, level: HeadingLevel, inside: &[Event<'a>]) {
        let text = text_until(inside, |end| matches!(end, TagEnd::Heading(_)));
        let slug = slug(&text);
        let times = self.anchors.entry(slug.clone()).or_default();
        let anchor = if *times == 0 { slug } else { format!("{slug}-{times}") };
        *times += 1;
        match level {
            HeadingLevel::H1 if self.done.title.is_empty() => self.done.title.clone_from(&text),
            HeadingLevel::H2 => self.done.sections.push((anchor.clone(), text)),
            _ => {}
        }
        self.events.push(Event::Start(Tag::Heading {
            level,
            id: Some(CowStr::from(anchor.clone())),
            classes: Vec::new(),
            attrs: Vec::new(),
        }));
        if level != HeadingLevel::H1 {
            self.raw(format!(
                "<a class=\"anchor\" href=\"#{anchor}\" aria-hidden=\"true\" tabindex=\"-1\">§</a>"
            ));
        }
    }

    /// Begins a link; the name of a file that the site doesn't have is code instead.
    fn link(&mut self, address: &str, title: &str, inside: &[Event<'a>]) {
        let Target::Address(target) = self.book.target(self.page.source, address) else {
            let (begin, end) =
                if matches!(inside, [Event::Text(_), ..]) { ("<code>", "</code>") } else { ("", "") };
            self.raw(begin.to_owned());
            return self.open.push(end);
        };
        let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(title)) };
        self.raw(format!("<a href=\"{}\"{title}>", escaped(&target)));
        self.open.push("</a>");
    }

    /// An image with the size that it has, so that nothing moves when it comes.
    fn image(&mut self, address: &str, alt: &str) -> Result<String> {
        let Target::Address(target) = self.book.target(self.page.source, address) else {
            return Ok(escaped(alt));
        };
        let path = super::book::resolve(self.page.source, address).unwrap_or_default();
        let size = imagesize::size(self.book.root.join(path))
            .with_context(|| format!("cannot tell the size of {address}"))?;
        Ok(format!(
            "<img src=\"{}\" alt=\"{}\" width=\"{}\" height=\"{}\" loading=\"lazy\">",
            escaped(&target),
            escaped(alt),
            size.width,
            size.height
        ))
    }

    /// A paragraph of nothing but pictures: each in a frame with its words below, as large as its window was.
    fn pictures<'e>(&mut self, inside: &'e [Event<'a>]) -> Result<&'e [Event<'a>]> {
        let mut figures = String::from("<div class=\"pictures\">\n");
        let mut rest = inside;
        while let Some((event, after)) = rest.split_first() {
            rest = after;
            match event {
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let caption = text_until(rest, |end| matches!(end, TagEnd::Image));
                    let image = self.image(dest_url, &caption)?;
                    let phone = image.contains("width=\"375\"") || image.contains("width=\"750\"");
                    let class = if phone { " class=\"phone\"" } else { "" };
                    let caption = escaped(&caption);
                    writeln!(
                        figures,
                        "<figure{class}>{image}<figcaption aria-hidden=\"true\">{caption}</figcaption></figure>"
                    )?;
                    rest = after_end(rest, TagEnd::Image);
                }
                Event::End(TagEnd::Paragraph) => break,
                _ => {}
            }
        }
        self.raw(figures + "</div>\n");
        Ok(rest)
    }

    /// Code as it stands, or a live example made of this block and those after it that belong to it.
    fn code<'e>(&mut self, kind: &CodeBlockKind, inside: &'e [Event<'a>]) -> Result<&'e [Event<'a>]> {
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.as_ref(),
            CodeBlockKind::Indented => "",
        };
        let code = text_until(inside, |end| matches!(end, TagEnd::CodeBlock));
        let mut rest = after_end(inside, TagEnd::CodeBlock);
        let Some(mut example) = Example::begin(info, &code)? else {
            let block = code_block(info.split([' ', ',']).next().unwrap_or_default(), &code);
            self.raw(block);
            return Ok(rest);
        };
        while let Some((Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))), after)) =
            rest.split_first()
        {
            let code = text_until(after, |end| matches!(end, TagEnd::CodeBlock));
            if !example.add(info, &code) {
                break;
            }
            rest = after_end(after, TagEnd::CodeBlock);
        }
        self.raw(live::figure(&example));
        self.done.examples.push(example);
        Ok(rest)
    }
}

fn is_pictures(inside: &[Event]) -> bool {
    let mut depth = 0_u32;
    let mut some = false;
    for event in inside {
        match event {
            Event::Start(Tag::Image { .. }) => (depth, some) = (depth + 1, true),
            Event::End(TagEnd::Image) => depth -= 1,
            Event::End(TagEnd::Paragraph) => return some,
            Event::SoftBreak | Event::HardBreak => {}
            _ if depth > 0 => {}
            _ => return false,
        }
    }
    false
}

/// The text of events until one that ends, spaces for the breaks between.
fn text_until(events: &[Event], is_end: impl Fn(&TagEnd) -> bool) -> String {
    let inside = events.iter().take_while(|event| !matches!(event, Event::End(end) if is_end(end)));
    inside
        .map(|event| match event {
            Event::Text(text) | Event::Code(text) => text.as_ref(),
            Event::SoftBreak | Event::HardBreak => " ",
            _ => "",
        })
        .collect()
}

fn after_end<'e, 'a>(events: &'e [Event<'a>], end: TagEnd) -> &'e [Event<'a>] {
    let at = events.iter().position(|event| *event == Event::End(end));
    at.map_or(&[], |at| &events[at + 1..])
}
