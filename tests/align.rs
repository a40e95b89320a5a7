//! What holds for every alignment, on generated texts, and figures on the gold pages where they are there.
#![cfg(not(target_arch = "wasm32"))]

use en_face::align::{Alignment, Regime, Side, Unit, align};
use en_face::lang::Lang;
use en_face::page::BlockKind;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

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

/// The folder of gold data, where it is there.
fn gold() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    if path.is_dir() {
        return Some(path);
    }
    println!("skipped: ../shared/gold is not there");
    None
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).map(|d| d.filter_map(Result::ok).map(|e| e.path()).collect::<Vec<_>>());
    let mut paths = entries.unwrap_or_default();
    paths.retain(|p| p.to_string_lossy().ends_with(ending));
    paths.sort();
    paths
}

/// Sentences with the number of the line that each stands on.
fn on_lines<'a>(lang: Lang, texts: &'a [String], page: &str) -> Side<'a> {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let lines: Vec<String> = page.lines().map(bare).collect();
    let mut block = 0;
    let mut sentences = Vec::new();
    for text in texts {
        let found = lines[block..].iter().position(|line| line.contains(&bare(text)));
        block += found.unwrap_or(0);
        sentences.push(Unit { text, block, kind: BlockKind::Paragraph });
    }
    Side { lang, sentences, meaning: None }
}

fn numbers(value: &Value) -> Vec<usize> {
    value.as_array().into_iter().flatten().filter_map(Value::as_u64).map(|n| n as usize).collect()
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Groups in the answer, groups given, groups that are in both.
#[derive(Default)]
struct Tally(usize, usize, usize);

impl Tally {
    fn add<T: PartialEq>(&mut self, gold: &[T], given: &[T]) {
        self.0 += gold.len();
        self.1 += given.len();
        self.2 += given.iter().filter(|g| gold.contains(g)).count();
    }

    fn precision(&self) -> f64 {
        self.2 as f64 / self.1.max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.2 as f64 / self.0.max(1) as f64
    }

    fn f1(&self) -> f64 {
        2.0 * self.2 as f64 / (self.0 + self.1).max(1) as f64
    }
}

type Bead = (Vec<usize>, Vec<usize>);

fn given(alignment: &Alignment) -> Vec<Bead> {
    alignment.links.iter().map(|l| (l.left.clone(), l.right.clone())).collect()
}

#[test]
fn gold_pages() {
    let Some(gold) = gold() else { return };
    let (mut pairs, mut beads) = (Tally::default(), Tally::default());
    let (mut flagged, mut false_alarms, mut planted) = (0, 0, 0);
    for path in files(&gold.join("dev"), ".gold.json") {
        let name = path.to_string_lossy().replace(".gold.json", ".txt");
        let (Ok(json), Ok(page)) = (fs::read_to_string(&path), fs::read_to_string(&name)) else { continue };
        let Ok(answer) = serde_json::from_str::<Value>(&json) else { continue };
        let (zh, en) = (strings(&answer["zh"]), strings(&answer["en"]));
        let original = page.find("\n原文").unwrap_or(0);
        let (left, right) = (on_lines(Lang::ZH, &zh, &page), on_lines(Lang::EN, &en, &page[original..]));
        let alignment = align(&left, &right, None);
        check(&alignment, &left, &right);
        let entry = |e: &Value| (e[0].clone(), numbers(&e[1]));
        if let Some(links) = answer["links"].as_array() {
            assert_eq!(alignment.regime, Regime::Summary, "{name}");
            let one = |e: &Value| e.as_u64().unwrap_or(0) as usize;
            let flat =
                |(l, rs): (Value, Vec<usize>)| rs.into_iter().map(move |r| (one(&l), r)).collect::<Vec<_>>();
            let gold: Vec<_> = links.iter().map(entry).flat_map(flat).collect();
            let ours: Vec<_> =
                alignment.links.iter().flat_map(|l| l.right.iter().map(|&r| (l.left[0], r))).collect();
            pairs.add(&gold, &ours);
            let wrong = numbers(&answer["wrong_numbers"]);
            planted += wrong.len();
            flagged += wrong.iter().filter(|&&w| alignment.checks.iter().any(|c| c.left == w)).count();
            false_alarms += alignment.checks.iter().filter(|c| !wrong.contains(&c.left)).count();
        } else if let Some(groups) = answer["beads"].as_array() {
            assert_eq!(alignment.regime, Regime::Parallel, "{name}");
            let gold: Vec<Bead> = groups.iter().map(entry).map(|(l, r)| (numbers(&l), r)).collect();
            let full: Vec<Bead> = gold.into_iter().filter(|(l, r)| !l.is_empty() && !r.is_empty()).collect();
            beads.add(&full, &given(&alignment));
        }
    }
    println!(
        "summaries: pairs P {:.3} R {:.3}; numbers {flagged}/{planted}, false {false_alarms}",
        pairs.precision(),
        pairs.recall()
    );
    println!("translations: strict F1 {:.3}", beads.f1());
    assert!(pairs.precision() >= 0.8 && pairs.recall() >= 0.3);
    assert!(beads.f1() >= 0.93);
    assert!(flagged >= 5 && false_alarms <= 1);
}

#[test]
fn gold_lines() {
    let Some(gold) = gold() else { return };
    let mut beads = Tally::default();
    let mut parallel = (0, 0);
    for path in files(&gold.join("ntrex"), ".beads") {
        let lines = |ending: &str| -> Vec<String> {
            let text = fs::read_to_string(path.with_extension(ending)).unwrap_or_default();
            text.lines().map(str::to_owned).collect()
        };
        let group =
            |text: &str| text.split(',').filter_map(|n| n.trim().parse().ok()).collect::<Vec<usize>>();
        let answer: Vec<Bead> = lines("beads")
            .iter()
            .filter_map(|line| {
                let mut parts = line.split(['[', ']']);
                Some((group(parts.nth(1)?), group(parts.nth(1)?)))
            })
            .collect();
        let full: Vec<Bead> = answer.into_iter().filter(|(l, r)| !l.is_empty() && !r.is_empty()).collect();
        let (zh, en) = (lines("zh"), lines("en"));
        let flat = |lang, texts| on_lines(lang, texts, "");
        let (left, right) = (flat(Lang::ZH, &zh), flat(Lang::EN, &en));
        parallel.1 += 1;
        parallel.0 += usize::from(align(&left, &right, None).regime == Regime::Parallel);
        beads.add(&full, &given(&align(&left, &right, Some(Regime::Parallel))));
    }
    println!("lines: strict F1 {:.3}, taken for parallel {}/{}", beads.f1(), parallel.0, parallel.1);
    assert!(beads.f1() >= 0.85);
    assert_eq!(parallel.0, parallel.1);
}
