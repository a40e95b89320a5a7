//! Pages that nobody would write: sample pages, changed at random, go the whole way from bytes to a document. It either holds
//! together or is refused with a reason; the same ones on every run.
#![cfg(not(target_arch = "wasm32"))]

use en_face::bitext::Bitext;
use en_face::export::Document;
use en_face::page::{Format, Options, Page, decode};

/// A small generator of numbers, the same on every run (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }
}

/// What Markdown, landmarks and browsers give a meaning to, and what breaks characters in two.
const PIECES: &[&[u8]] = &[
    b"\n\n",
    b"\r\n",
    b"> ",
    b"- ",
    b"1. ",
    b"# ",
    b"```\n",
    b"    ",
    b"**",
    b"_",
    b"~~",
    b"[",
    b"](",
    b"](javascript:x)",
    b"](https://example.org/\"x)",
    b"<https://example.org/>",
    b"[a]: data:x",
    b"![",
    b"|a|\n|-|\n",
    b"[^1]",
    b"&#x202e;",
    b"&lt;",
    b"<script>",
    b"<!--",
    b"---\n",
    b"\\",
    b"\0",
    b"\xff\xfe",
    b"\xe5\x8e",
    b"\xf0\x9f",
    "\u{200d}\u{202e}\u{2067}".as_bytes(),
    "\u{301}\u{323}".as_bytes(),
    "原文\n".as_bytes(),
    "相关文章\n".as_bytes(),
    "原始链接: javascript:x\n".as_bytes(),
    "。".as_bytes(),
    "3.1亿".as_bytes(),
    "99999999999999999999999999999999%".as_bytes(),
];

/// A page with up to eight changes: a piece put in, a stretch doubled, taken out or put elsewhere, a byte replaced.
fn changed(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut page = seed.to_vec();
    for _ in 0..1 + dice.below(8) {
        let at = dice.below(page.len());
        let end = (at + dice.below(200)).min(page.len());
        let stretch = page[at..end].to_vec();
        match dice.below(6) {
            0 | 1 => drop(page.splice(at..at, PIECES[dice.below(PIECES.len())].repeat(1 + dice.below(4)))),
            2 => drop(page.splice(at..at, stretch.repeat(1 + dice.below(5)))),
            3 => drop(page.drain(at..end)),
            4 => {
                let to = dice.below(page.len());
                page.splice(to..to, stretch);
            }
            _ if at < page.len() => page[at] = dice.below(256) as u8,
            _ => {}
        }
    }
    page
}

/// Whether every sentence is the very piece of the text that it says it is, and every address one that may be followed.
fn assert_holds(document: &Document, text: &str, name: &str) {
    document.check().unwrap_or_else(|message| panic!("{name}: {message}"));
    let units: Vec<u16> = text.encode_utf16().collect();
    for side in &document.sides {
        for sentence in &side.sentences {
            let slice =
                units.get(sentence.start..sentence.end).and_then(|units| String::from_utf16(units).ok());
            assert_eq!(slice.as_deref(), Some(&*sentence.text), "{name}");
            for link in sentence.runs.iter().filter_map(|run| run.link.as_deref()) {
                assert!(link.starts_with("http://") || link.starts_with("https://"), "{name}: {link}");
                assert!(!link.contains(['"', '<', '>', ' ', '\n']), "{name}: {link}");
            }
        }
    }
    let source = document.page.source.as_deref().unwrap_or("https://");
    assert!(source.starts_with("http://") || source.starts_with("https://"), "{name}: {source}");
}

#[test]
fn whatever_a_page_holds_it_is_read_or_refused() {
    let mut dice = Dice(6);
    let mut read = 0;
    for name in ["ceasefire.txt", "library-hours.txt", "tidal-lab.md", "old-maps.md", "kitchen-thread.txt"] {
        let seed = std::fs::read(format!("seeds/{name}")).unwrap();
        for round in 0..80 {
            let name = format!("{name}, {round}");
            let bytes = changed(&seed, &mut dice);
            let Ok((text, _)) = decode(bytes) else { continue };
            // Either format meets what was meant for the other.
            let format = [Format::Plain, Format::Markdown][dice.below(2)];
            let Ok(page) = Page::parse(text.clone(), &Options { format, ..Options::default() }) else {
                continue;
            };
            let bitext = Bitext::new(page);
            let alignment = bitext.align(None, None);
            assert_holds(&Document::new(&bitext, alignment), &text, &name);
            read += 1;
        }
    }
    assert!(read > 200, "only {read} of 400 were pages");
}
