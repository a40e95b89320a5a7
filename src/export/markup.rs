//! Markup with text in it, for XML and HTML.

use super::sentence::is_allowed;
use crate::page::BlockKind;

/// The element that a block is in HTML; `heading` is the level that follows the page's titles.
pub(crate) fn tag(kind: BlockKind, heading: &'static str) -> &'static str {
    match kind {
        BlockKind::Heading => heading,
        BlockKind::Quote => "blockquote",
        BlockKind::ListItem => "li",
        BlockKind::Code => "pre",
        BlockKind::Paragraph | BlockKind::Byline | BlockKind::CommentHeader => "p",
    }
}

/// Markup that is being written.
#[derive(Default)]
pub(super) struct Markup(pub String);

impl Markup {
    /// Adds markup as it stands.
    pub(super) fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Adds text, in an element or in an attribute between double quotes.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                c if is_allowed(c) => self.0.push(c),
                _ => {}
            }
        }
    }

    /// Adds markup with a text in place of each `$`.
    pub(super) fn fill(&mut self, markup: &str, texts: &[&str]) {
        let mut texts = texts.iter();
        for (number, piece) in markup.split('$').enumerate() {
            if number > 0 {
                self.text(texts.next().copied().unwrap_or_default());
            }
            self.raw(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let mut out = Markup::default();
        out.fill("<b c=\"$\">$</b>\n", &["\"$", "]]> <i> &amp; it's\0\u{1b}\u{ffff}\t🚢"]);
        out.raw("<hr>");
        assert_eq!(out.0, "<b c=\"&quot;$\">]]&gt; &lt;i&gt; &amp;amp; it's\t🚢</b>\n<hr>");
    }
}
