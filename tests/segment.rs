//! The segmenter from outside: what holds for every text, and its score on the gold pages.
#![cfg(not(target_arch = "wasm32"))]

use en_face::lang::Lang;
use en_face::segment::sentences;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A xorshift generator: the same texts on every run and every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("a remainder by a usize is one")
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }
}

/// Everything that a rule looks at, and what could upset an index: long characters, marks of zero
/// width, combining marks, line ends.
const ALPHABET: &[&str] = &[
    "a",
    "I",
    "é",
    "Я",
    "字",
    "他说",
    "ا",
    "한",
    "7",
    "12",
    "😀",
    "👩‍🚀",
    "\u{301}",
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u{A0}",
    "\u{3000}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{AD}",
    "\u{202E}",
    "\0",
    ".",
    ".",
    "...",
    "…",
    "!",
    "?",
    "。",
    "！",
    "？",
    "．",
    "؟",
    "।",
    ",",
    "，",
    ";",
    ":",
    "：",
    "、",
    "-",
    "—",
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "「",
    "」",
    "«",
    "»",
    "(",
    ")",
    "（",
    "）",
    "[",
    "]",
    "[3]",
    "《",
    "》",
    "*",
    "_",
    "·",
    "$",
    "@",
    "#",
    "/",
    "Mr",
    "e.g",
    "U.S",
    "a.m",
    "No",
    "etc",
    "Jan",
    "The",
    "said",
    "Yahoo!",
    "x.org",
    "1.",
    "一",
];

#[test]
fn sentences_cover_the_text_in_order() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let langs = ["zh", "en", "ja", "de", "el", "ar", "und", ""].map(Lang::new);
    for round in 0..40_000 {
        let length = random.below(40);
        let text: String = (0..length).map(|_| random.pick(ALPHABET)).collect();
        let lang = &langs[round % langs.len()];
        let mut at = 0;
        for range in sentences(&text, lang) {
            let sentence = text.get(range.clone()).unwrap_or_else(|| panic!("{range:?} cuts {text:?}"));
            assert!(!sentence.is_empty(), "empty sentence in {text:?}");
            assert_eq!(sentence, sentence.trim(), "white space at an end in {text:?}");
            assert!(range.start >= at, "out of order in {text:?}");
            assert_eq!(text[at..range.start].trim(), "", "left out of {text:?}");
            at = range.end;
        }
        assert_eq!(text[at..].trim(), "", "left out at the end of {text:?}");
    }
}

#[test]
fn a_sentence_does_not_depend_on_the_white_space_around() {
    let mut random = Random(0xD1B5_4A32_D192_ED03);
    for _ in 0..5_000 {
        let length = random.below(30);
        let text: String = (0..length).map(|_| random.pick(ALPHABET)).collect();
        let text = text.trim();
        let padded = format!(" \n{text}\u{3000} ");
        let plain: Vec<&str> = sentences(text, &Lang::EN).into_iter().map(|range| &text[range]).collect();
        let around: Vec<&str> =
            sentences(&padded, &Lang::EN).into_iter().map(|range| &padded[range]).collect();
        assert_eq!(plain, around, "{text:?}");
    }
}

/// The blocks of a page's two sides: the lines between the marks of the news-page layout.
fn blocks(page: &str) -> (Vec<&str>, Vec<&str>) {
    let between = |from: &str, to: &str| {
        let lines = page.lines().skip_while(|line| !line.starts_with(from)).skip(1);
        let lines = lines.take_while(|line| !line.starts_with(to));
        lines.filter(|line| !line.trim().is_empty()).collect()
    };
    (between("原始链接:", "相关文章"), between("原文", "联系我们"))
}

/// Where sentences end, counted in characters other than white space.
fn ends<'t>(sentences: impl Iterator<Item = &'t str>) -> BTreeSet<usize> {
    let length = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    sentences
        .scan(0, |at, sentence| {
            *at += length(sentence);
            Some(*at)
        })
        .collect()
}

/// The ends that the segmenter finds in the blocks of one side.
fn found(blocks: &[&str], lang: &Lang) -> BTreeSet<usize> {
    ends(blocks.iter().flat_map(|block| sentences(block, lang).into_iter().map(|range| &block[range])))
}

#[test]
fn gold_pages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold/dev");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: ../shared/gold is not there");
        return;
    };
    let (mut hits, mut total) = (0, 0);
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        if !path.to_string_lossy().ends_with(".gold.json") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a gold file can be read");
        let gold: serde_json::Value = serde_json::from_str(&text).expect("a gold file is JSON");
        let name = gold["page"].as_str().expect("a gold file names its page");
        let page = fs::read_to_string(folder.join(name)).expect("a gold file has its page");
        let (zh, en) = blocks(&page);
        for (key, blocks, lang) in [("zh", zh, Lang::ZH), ("en", en, Lang::EN)] {
            let sentences = gold[key].as_array().expect("a gold file has both sides");
            let wanted = ends(sentences.iter().filter_map(|sentence| sentence.as_str()));
            let got = found(&blocks, &lang);
            let both = got.intersection(&wanted).count();
            println!("{name} {key}: {both} of {} wanted, {} found", wanted.len(), got.len());
            hits += 2 * both;
            total += wanted.len() + got.len();
        }
    }
    let f1 = hits as f64 / total as f64;
    assert!(f1 >= 0.99, "boundary F1 {f1:.4}");
}
