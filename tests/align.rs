//! What holds for every alignment, on generated texts and without an encoder.
#![cfg(not(target_arch = "wasm32"))]

use en_face::align::{Alignment, Regime, Side, Unit, align};
use en_face::lang::Lang;
use en_face::page::BlockKind;

/// A small generator of numbers, the same on every run (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

const CHINESE: &[&str] = &[
    "桥",
    "河",
    "今天",
    "有人",
    "说",
    "因为",
    "孩子们",
    "城里",
    "，",
    "拉斯特",
    "布罗迪",
    "七成",
    "周三",
    "第二季度",
    "“是的”",
    "？",
    "GPS",
    "美国",
    "三分之一",
    "的",
    "水",
    "看见",
    "约",
    "多",
];
const ENGLISH: &[&str] = &[
    "bridge",
    "river",
    "today",
    "some",
    "say",
    "because",
    "children",
    "in town",
    ",",
    "Laster",
    "Brody",
    "70 percent",
    "Wednesday",
    "second quarter",
    "“yes”",
    "?",
    "GPS",
    "American",
    "a third",
    "the",
    "water",
    "saw",
    "about",
    "more",
];
const KINDS: &[BlockKind] = &[
    BlockKind::Paragraph,
    BlockKind::Paragraph,
    BlockKind::Heading,
    BlockKind::Quote,
    BlockKind::CommentHeader,
];

/// A text and the same in other words, with some sentences left out, merged or split.
fn texts(seed: u64, sentences: usize) -> (Vec<String>, Vec<String>) {
    let mut dice = Dice(seed);
    let (mut left, mut right): (Vec<String>, Vec<String>) = Default::default();
    for _ in 0..sentences {
        let (mut zh, mut en) = (String::new(), String::new());
        for _ in 0..dice.below(12) + 3 {
            let word = dice.below(CHINESE.len());
            zh.push_str(CHINESE[word]);
            en.push_str(ENGLISH[word]);
            en.push(' ');
        }
        if dice.below(3) == 0 {
            let number = dice.below(5000);
            zh.push_str(&format!("{number}人"));
            en.push_str(&format!("{number} people"));
        }
        match dice.below(12) {
            0 => left.push(zh),
            1 => right.push(en),
            2 if !left.is_empty() => {
                left.last_mut().into_iter().for_each(|last| last.push_str(&zh));
                right.push(en);
            }
            _ => {
                left.push(zh);
                right.push(en);
            }
        }
    }
    (left, right)
}

fn side<'a>(lang: Lang, texts: &'a [String]) -> Side<'a> {
    let unit =
        |(at, text): (usize, &'a String)| Unit { text, block: at / 3, kind: KINDS[at / 3 % KINDS.len()] };
    Side { lang, sentences: texts.iter().enumerate().map(unit).collect(), meaning: None }
}

/// What holds for every alignment of two sides.
fn check(alignment: &Alignment, left: &Side<'_>, right: &Side<'_>) {
    let (mut lefts, mut rights): (Vec<usize>, Vec<usize>) = Default::default();
    for link in &alignment.links {
        assert!(!link.left.is_empty() && !link.right.is_empty(), "{link:?}");
        assert!(link.left.is_sorted_by(|a, b| a < b) && link.right.is_sorted_by(|a, b| a < b), "{link:?}");
        assert!(link.left.contains(&link.best[0]) && link.right.contains(&link.best[1]), "{link:?}");
        assert!((0.0..=1.0).contains(&link.score), "{link:?}");
        lefts.extend(&link.left);
        rights.extend(&link.right);
    }
    assert!(lefts.is_sorted_by(|a, b| a < b), "a left sentence is in one link, and links are in order");
    assert!(lefts.last().is_none_or(|&last| last < left.sentences.len()));
    assert!(rights.iter().all(|&at| at < right.sentences.len()));
    if alignment.regime == Regime::Parallel {
        assert!(rights.is_sorted_by(|a, b| a < b), "beads are monotonic");
    }
    for check in &alignment.checks {
        assert!(left.sentences[check.left].text.contains(&check.found), "{check:?}");
        assert!(right.sentences[check.right].text.contains(&check.expected), "{check:?}");
        assert!(!check.found.is_empty() && !check.expected.is_empty(), "{check:?}");
    }
}

#[test]
fn links_are_well_formed_and_always_the_same() {
    for seed in 0..60 {
        let (zh, en) = texts(seed, 1 + seed as usize);
        let (left, right) = (side(Lang::ZH, &zh), side(Lang::EN, &en));
        for regime in [None, Some(Regime::Summary), Some(Regime::Parallel)] {
            let alignment = align(&left, &right, regime);
            check(&alignment, &left, &right);
            assert_eq!(alignment, align(&left, &right, regime), "seed {seed}");
            assert!(regime.is_none_or(|r| r == alignment.regime));
        }
    }
}

#[test]
fn swapping_the_sides_of_a_parallel_text_mirrors_its_links() {
    for seed in 100..130 {
        let (zh, en) = texts(seed, 25);
        let (left, right) = (side(Lang::ZH, &zh), side(Lang::EN, &en));
        let one = align(&left, &right, Some(Regime::Parallel));
        let other = align(&right, &left, Some(Regime::Parallel));
        let mirrored: Vec<_> = other.links.iter().map(|l| (&l.right, &l.left)).collect();
        let links: Vec<_> = one.links.iter().map(|l| (&l.left, &l.right)).collect();
        assert_eq!(links, mirrored, "seed {seed}");
    }
}

#[test]
fn long_texts_are_aligned_along_a_corridor() {
    let (zh, en) = texts(7, 3000);
    let (left, right) = (side(Lang::ZH, &zh), side(Lang::EN, &en));
    let alignment = align(&left, &right, None);
    check(&alignment, &left, &right);
    assert_eq!(alignment.regime, Regime::Parallel);
    assert!(alignment.links.len() > 2200, "{}", alignment.links.len());
}

#[test]
fn a_missing_chapter_derails_nothing() {
    let (zh, en) = texts(11, 1500);
    let whole = align(&side(Lang::ZH, &zh), &side(Lang::EN, &en), Some(Regime::Parallel));
    let (from, to) = (zh.len() / 3, zh.len() / 3 + zh.len() / 5);
    let cut: Vec<String> = zh[..from].iter().chain(&zh[to..]).cloned().collect();
    let alignment = align(&side(Lang::ZH, &cut), &side(Lang::EN, &en), None);
    assert_eq!(alignment.regime, Regime::Parallel);
    let back = |at: usize| if at < from { at } else { at + to - from };
    let same = alignment.links.iter().filter(|l| {
        let left: Vec<usize> = l.left.iter().map(|&at| back(at)).collect();
        whole.links.iter().any(|w| w.left == left && w.right == l.right)
    });
    let (same, all) = (same.count(), alignment.links.len());
    assert!(same * 100 >= all * 95, "{same} of {all}");
}

#[test]
fn any_text_is_survived() {
    let odd = [
        String::new(),
        " \u{200f}\u{feff}".to_owned(),
        "مرحبا بالعالم، 12٬500 شخص".to_owned(),
        "\u{0}\u{1}\u{fffd}".to_owned(),
        "9".repeat(2000),
        "三".repeat(2000),
        "拉斯特".repeat(2000),
        "$€£%第百分之".repeat(300),
        "A.B_C@D-".repeat(300),
        "🙂🏳️‍🌈 12:99 99/99 1-2-3".to_owned(),
        "word 12, 米拉 ".repeat(2000),
    ];
    for (at, text) in odd.iter().enumerate() {
        let (one, all) = (std::slice::from_ref(text), &odd[..at + 1]);
        for (left, right) in [(one, all), (all, one), (one, one)] {
            for regime in [None, Some(Regime::Summary), Some(Regime::Parallel)] {
                let (left, right) = (side(Lang::ZH, left), side(Lang::UND, right));
                check(&align(&left, &right, regime), &left, &right);
            }
        }
    }
}

#[test]
fn a_sentence_of_a_megabyte_is_survived() {
    let text = [format!("{}。", "在12座城市，".repeat(60_000))];
    let (left, right) = (side(Lang::ZH, &text), side(Lang::EN, &text));
    let alignment = align(&left, &right, None);
    check(&alignment, &left, &right);
    assert_eq!(alignment.links.len(), 1);
}

#[test]
fn empty_sides_give_no_links() {
    let (zh, _) = texts(1, 5);
    for (left, right) in [(&zh[..], &[][..]), (&[], &zh), (&[], &[])] {
        for regime in [None, Some(Regime::Summary), Some(Regime::Parallel)] {
            let alignment = align(&side(Lang::ZH, left), &side(Lang::EN, right), regime);
            assert!(alignment.links.is_empty() && alignment.checks.is_empty());
        }
    }
}
