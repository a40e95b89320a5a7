//! A document's blocks one by one: a long page is shown from its top before all of it has been cut into sentences.

use super::utf16::{Counted, Utf16};
use super::{DocumentBlock, DocumentRun, DocumentSentence};
use crate::bitext::{Bitext, Sentence};

/// A way through the blocks of one side.
#[derive(Clone, Debug)]
pub struct Blocks {
    side: usize,
    /// The number of the next block, and of the sentence that it begins with.
    block: usize,
    sentence: usize,
    /// How far the page's text has been counted in UTF-16 code units.
    counted: Counted,
}

impl Blocks {
    /// The way from a side's first block on.
    pub fn new(side: usize) -> Blocks {
        Blocks { side, block: 0, sentence: 0, counted: Counted::default() }
    }

    /// The number of the block that [`Blocks::next`] gives next, and must find cut into sentences.
    pub fn number(&self) -> usize {
        self.block
    }

    /// The next block and its sentences; `None` after the last.
    pub fn next(&mut self, bitext: &Bitext) -> Option<(DocumentBlock, Vec<DocumentSentence>)> {
        let block = bitext.page.sides[self.side].blocks.get(self.block)?;
        let rest = bitext.sides[self.side].get(self.sentence..).unwrap_or_default();
        let own = rest.iter().take_while(|sentence| sentence.block == self.block);
        let text = &bitext.page.text;
        let mut offsets = Utf16::resumed(text, self.counted);
        let sentences: Vec<_> =
            own.map(|sentence| DocumentSentence::new(sentence, text, &mut offsets)).collect();
        self.counted = offsets.counted();
        let end = self.sentence + sentences.len();
        let range = [std::mem::replace(&mut self.sentence, end), end];
        self.block += 1;
        Some((DocumentBlock { kind: block.kind, sentences: range, marker: block.marker.clone() }, sentences))
    }
}

impl DocumentSentence {
    pub(super) fn new(sentence: &Sentence, text: &str, offsets: &mut Utf16<'_>) -> DocumentSentence {
        DocumentSentence {
            text: text[sentence.span.clone()].to_owned(),
            start: offsets.at(sentence.span.start),
            end: offsets.at(sentence.span.end),
            runs: sentence.runs.iter().flatten().map(|run| DocumentRun::new(run, text)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::{Alignment, Regime};
    use crate::export::Document;
    use crate::page::{Options, Page};

    #[test]
    fn a_page_that_is_cut_on_the_way_has_the_blocks_of_one_that_is_cut_before() {
        let text = include_str!("../../seeds/ceasefire.txt");
        let page = Page::parse(text.to_owned(), &Options::default()).unwrap();
        let unlinked = Alignment { regime: Regime::Summary, links: Vec::new(), checks: Vec::new() };
        let whole = Document::new(&Bitext::new(page.clone()), unlinked);
        let mut bitext = Bitext::uncut(page);
        for (side, expected) in whole.sides.iter().enumerate() {
            let (mut blocks, mut found) = (Blocks::new(side), Vec::new());
            loop {
                bitext.cut_until(side, blocks.number() + 1);
                let Some((block, sentences)) = blocks.next(&bitext) else { break };
                assert_eq!(sentences, expected.sentences[block.sentences[0]..block.sentences[1]]);
                found.push(block);
            }
            assert_eq!(found, expected.blocks);
        }
    }
}
