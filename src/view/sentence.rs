//! One sentence in the DOM: a `span` that can be pointed at, and the runs inside it.

use super::{Built, Dom, append};
use crate::export::{DocumentRun, DocumentSentence};
use crate::page::safe_link;
use web_sys::Element;

impl Dom {
    pub(super) fn sentence(&self, sentence: &DocumentSentence, side: &str, index: usize) -> Built<Element> {
        let index = index.to_string();
        let id = ["s", side, "-", &index].concat();
        let attributes = [
            ("part", "sentence"),
            ("id", &id),
            ("data-side", side),
            ("data-index", &index),
            ("tabindex", "-1"),
        ];
        let span = self.element("span", &attributes)?;
        if sentence.sets_direction() {
            span.set_attribute("dir", "auto")?;
        }
        if sentence.runs.is_empty() {
            self.text(&span, &sentence.text)?;
        }
        for run in &sentence.runs {
            self.run(run, &span)?;
        }
        Ok(span)
    }

    /// A run inside the elements that its style asks for, the outermost first.
    fn run(&self, run: &DocumentRun, into: &Element) -> Built {
        let mut inner = into.clone();
        if let Some(address) = run.link.as_deref().and_then(safe_link) {
            inner = nest(&inner, &self.link(address, "", "link")?)?;
        }
        let styles = [(run.strong, "strong"), (run.emphasis, "em"), (run.struck, "s"), (run.code, "code")];
        for (_, tag) in styles.into_iter().filter(|(set, _)| *set) {
            inner = nest(&inner, &self.element(tag, &[])?)?;
        }
        if run.image {
            inner = nest(&inner, &self.element("span", &[("part", "image"), ("class", "image")])?)?;
        }
        self.text(&inner, &run.text)
    }
}

fn nest(outer: &Element, inner: &Element) -> Built<Element> {
    append(outer, inner)?;
    Ok(inner.clone())
}
