//! A page whose blocks are given: two texts that somebody else has found, as those in a web page's own elements.

use super::plain::{BYLINE_WITHIN, trimmed};
use super::{Block, BlockKind, Error, Run, kind};

/// The blocks of a list as [`super::Draft::of_blocks`] describes it.
pub(super) fn blocks(text: &str, list: &[u32]) -> Result<[Vec<Block>; 2], Error> {
    let mut sides = [(Place::default(), Vec::new()), (Place::default(), Vec::new())];
    for (entry, numbers) in list.chunks(4).enumerate() {
        let wrong = |what| Error::Blocks { entry, what };
        let &[side, kind, start, end] = numbers else { return Err(wrong("ends early")) };
        let (place, blocks) = sides.get_mut(side as usize).ok_or(wrong("is of a side that is not 0 or 1"))?;
        let kind = *BlockKind::ALL.get(kind as usize).ok_or(wrong("is of an unknown kind"))?;
        let start = place.advance(text, start).map_err(wrong)?;
        let span = trimmed(text, start..place.advance(text, end).map_err(wrong)?);
        if span.is_empty() {
            continue;
        }
        let kind = match kind {
            BlockKind::Paragraph => kind::of_paragraph(&text[span.clone()], blocks.len() < BYLINE_WITHIN),
            known => known,
        };
        blocks.push(Block { kind, marker: None, runs: vec![Run::verbatim(span)] });
    }
    Ok(sides.map(|(_, blocks)| blocks))
}

/// A place in a text, counted in both units.
#[derive(Default)]
struct Place {
    byte: usize,
    unit: usize,
}

impl Place {
    /// Goes on to an offset in UTF-16 code units; the byte there, or what is wrong with the offset.
    fn advance(&mut self, text: &str, unit: u32) -> Result<usize, &'static str> {
        let unit = unit as usize;
        if unit < self.unit {
            return Err("does not follow what is before it");
        }
        for c in text[self.byte..].chars() {
            if self.unit >= unit {
                break;
            }
            self.unit += c.len_utf16();
            self.byte += c.len_utf8();
        }
        match self.unit.cmp(&unit) {
            std::cmp::Ordering::Less => Err("is beyond the end of the text"),
            std::cmp::Ordering::Equal => Ok(self.byte),
            std::cmp::Ordering::Greater => Err("cuts a character in two"),
        }
    }
}
