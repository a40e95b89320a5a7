//! What holds for links that are made with the encoder, on the gold pages of tests/gold and on pages unlike them.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use en_face::align::{Alignment, Link, Regime, Side, Unit, align, needs};
use en_face::bitext::Bitext;
use en_face::encode::{Encoder, Vectors};
use en_face::export::beads;
use en_face::lang::{self, Lang};
use en_face::page::{BlockKind, Options, Page};
use std::collections::BTreeSet;
use std::path::PathBuf;
use support::encoder;

/// A text as a list of sentences, each with the number of its block.
#[derive(Clone)]
struct Text {
    lang: Lang,
    sentences: Vec<(String, usize)>,
}

impl Text {
    fn side(&self) -> Side<'_> {
        let sentences = self.sentences.iter();
        let sentences =
            sentences.map(|s| Unit { text: &s.0, block: s.1, kind: BlockKind::Paragraph }).collect();
        Side { lang: self.lang.clone(), sentences, meaning: None }
    }

    fn of(text: &str) -> Text {
        let lang = lang::detect(std::iter::once(text));
        let block = |(block, paragraph): (usize, &str)| {
            let texts = en_face::segment::sentences(paragraph, &lang);
            texts.into_iter().map(|range| (paragraph[range].to_owned(), block)).collect::<Vec<_>>()
        };
        let sentences = text.split("\n\n").enumerate().flat_map(block).collect();
        Text { lang, sentences }
    }

    fn without(&self, sentences: std::ops::Range<usize>) -> Text {
        let mut text = self.clone();
        text.sentences.drain(sentences);
        text
    }
}

/// The two texts of a page of tests/gold.
fn page(name: &str) -> [Text; 2] {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(name).with_extension("txt");
    let text = std::fs::read_to_string(file).unwrap();
    let bitext = Bitext::new(Page::parse(text, &Options::default()).unwrap());
    [0, 1].map(|side| {
        let texts = bitext.texts(side);
        let blocks = bitext.sides[side].iter().map(|sentence| sentence.block);
        let sentences = texts.iter().map(|text| text.clone().into_owned()).zip(blocks).collect();
        Text { lang: bitext.page.sides[side].lang.clone(), sentences }
    })
}

fn linked(encoder: &Encoder, left: &Text, right: &Text, regime: Option<Regime>) -> Alignment {
    let needs = needs(&left.side(), &right.side(), regime);
    let vectors = [(left, needs[0]), (right, needs[1])]
        .map(|(text, extent)| Vectors::of(encoder, text.sentences.iter().map(|s| s.0.as_str()), extent));
    let [one, other] = &vectors;
    let (left, right) =
        (Side { meaning: Some(one), ..left.side() }, Side { meaning: Some(other), ..right.side() });
    align(&left, &right, regime)
}

/// What holds for every alignment.
fn check(alignment: &Alignment, left: &Text, right: &Text) {
    let lefts: Vec<usize> = alignment.links.iter().flat_map(|link| link.left.clone()).collect();
    assert!(lefts.is_sorted_by(|a, b| a < b), "a left sentence is in one link, and links are in order");
    for link in &alignment.links {
        assert!(link.left.iter().all(|&at| at < left.sentences.len()), "{link:?}");
        assert!(link.right.iter().all(|&at| at < right.sentences.len()), "{link:?}");
        assert!(link.right.is_sorted_by(|a, b| a < b) && !link.right.is_empty(), "{link:?}");
        assert!(link.left.contains(&link.best[0]) && link.right.contains(&link.best[1]), "{link:?}");
        assert!((0.0..=1.0).contains(&link.score), "{link:?}");
    }
    if alignment.regime == Regime::Parallel {
        // Every sentence of both sides stands in exactly one line, in order.
        let lines = beads(alignment, [left.sentences.len(), right.sentences.len()]);
        let mut seen = [Vec::new(), Vec::new()];
        for line in lines.lines() {
            for (seen, side) in seen.iter_mut().zip(line.split("]:[")) {
                let numbers = side.split(']').next().unwrap_or_default().trim_matches(['[', ']']);
                seen.extend(numbers.split(", ").filter_map(|number| number.parse::<usize>().ok()));
            }
        }
        for (seen, text) in seen.iter().zip([left, right]) {
            assert!(seen.iter().copied().eq(0..text.sentences.len()), "{seen:?}");
        }
    }
}

const TRANSLATIONS: [&str; 4] = ["lit-fable", "lit-grandmother", "lit-city", "lit-walking"];
const SUMMARIES: [&str; 6] = ["three-lines", "tea-market", "hk-tram", "rivals", "minutes", "long-summary"];

#[test]
fn links_are_well_formed() {
    let Some(encoder) = encoder() else { return };
    for name in TRANSLATIONS.iter().chain(&SUMMARIES) {
        let [left, right] = page(name);
        for regime in [None, Some(Regime::Summary), Some(Regime::Parallel)] {
            let alignment = linked(encoder, &left, &right, regime);
            check(&alignment, &left, &right);
            assert_eq!(alignment, linked(encoder, &left, &right, regime), "{name}");
        }
    }
}

#[test]
fn regimes_are_found() {
    let Some(encoder) = encoder() else { return };
    for (names, regime) in [(&TRANSLATIONS[..], Regime::Parallel), (&SUMMARIES, Regime::Summary)] {
        for name in names {
            let [left, right] = page(name);
            assert_eq!(linked(encoder, &left, &right, None).regime, regime, "{name}");
        }
    }
}

#[test]
fn swapping_the_sides_of_a_translation_mirrors_its_links() {
    let Some(encoder) = encoder() else { return };
    for name in TRANSLATIONS {
        let [left, right] = page(name);
        let one = linked(encoder, &left, &right, Some(Regime::Parallel));
        let other = linked(encoder, &right, &left, Some(Regime::Parallel));
        let mirrored: Vec<_> = other.links.iter().map(|l| (&l.right, &l.left)).collect();
        assert_eq!(one.links.iter().map(|l| (&l.left, &l.right)).collect::<Vec<_>>(), mirrored, "{name}");
    }
}

/// A paragraph that belongs to none of the pages.
const UNRELATED: &str =
    "The recipe asks for two ripe plums and a spoonful of sherry. Let the syrup cool overnight.";

/// Scores move a little, so a pair on the edge of being linked may tip; no link may move elsewhere.
#[test]
fn an_unrelated_paragraph_at_the_end_changes_hardly_a_link() {
    let Some(encoder) = encoder() else { return };
    let (mut tipped, mut all) = (0, 0);
    for (names, regime) in [(&TRANSLATIONS[..], Regime::Parallel), (&SUMMARIES, Regime::Summary)] {
        for name in names {
            let [left, right] = page(name);
            if right.lang != Lang::EN {
                continue;
            }
            let mut longer = right.clone();
            longer.sentences.extend(Text::of(UNRELATED).sentences.into_iter().map(|(text, _)| (text, 9_999)));
            let before = linked(encoder, &left, &right, Some(regime));
            let after = linked(encoder, &left, &longer, Some(regime));
            assert_eq!(
                before.links.iter().map(|l| l.best).collect::<Vec<_>>(),
                after.links.iter().map(|l| l.best).collect::<Vec<_>>(),
                "{name}"
            );
            let pairs = |alignment: &Alignment| -> BTreeSet<(usize, usize)> {
                let pairs = |l: &Link| {
                    l.left.iter().flat_map(|&a| l.right.iter().map(move |&b| (a, b))).collect::<Vec<_>>()
                };
                alignment.links.iter().flat_map(pairs).collect()
            };
            tipped += pairs(&before).symmetric_difference(&pairs(&after)).count();
            all += pairs(&before).len();
        }
    }
    assert!(tipped * 200 <= all, "{tipped} of {all}");
}

/// Of the links of a shortened translation, how many are in the whole one's, where left sentences from `cut` on have
/// moved down.
fn kept(whole: &Alignment, part: &Alignment, cut: &std::ops::Range<usize>) -> (usize, usize) {
    let back = |at: &usize| if *at < cut.start { *at } else { at + cut.len() };
    let same = part.links.iter().filter(|link| {
        let left: Vec<usize> = link.left.iter().map(back).collect();
        whole.links.iter().any(|w| w.left == left && w.right == link.right)
    });
    (same.count(), part.links.len())
}

#[test]
fn a_missing_chapter_leaves_the_rest_as_it_was() {
    let Some(encoder) = encoder() else { return };
    let mut kept_of = (0, 0);
    for name in TRANSLATIONS {
        let [left, right] = page(name);
        let whole = linked(encoder, &left, &right, None);
        // A third of the text, at bead boundaries.
        let bead = |part: usize| whole.links[whole.links.len() * part / 3].left[0];
        let cut = bead(1)..bead(2);
        let part = linked(encoder, &left.without(cut.clone()), &right, None);
        assert_eq!(part.regime, Regime::Parallel, "{name}");
        let (same, all) = kept(&whole, &part, &cut);
        kept_of = (kept_of.0 + same, kept_of.1 + all);
    }
    assert!(kept_of.0 * 100 >= kept_of.1 * 90, "{kept_of:?}");
}

#[test]
fn exchanged_paragraphs_disturb_only_themselves() {
    let Some(encoder) = encoder() else { return };
    let [left, right] = page("lit-fable");
    let whole = linked(encoder, &left, &right, None);
    let bead = |at: usize| whole.links[at].left[0];
    // Five beads each, side by side.
    let (from, middle, to) = (bead(30), bead(35), bead(40));
    let mut exchanged = left.clone();
    exchanged.sentences[from..to].rotate_left(middle - from);
    let alignment = linked(encoder, &exchanged, &right, None);
    check(&alignment, &exchanged, &right);
    let away = |links: &Alignment| -> Vec<(Vec<usize>, Vec<usize>)> {
        let away = links.links.iter().filter(|l| l.left[0] + 3 < from || l.left[0] >= to + 3);
        away.map(|l| (l.left.clone(), l.right.clone())).collect()
    };
    assert_eq!(away(&whole), away(&alignment));
}

#[test]
fn a_translation_that_leaves_out_stays_one() {
    let Some(encoder) = encoder() else { return };
    for name in TRANSLATIONS {
        let [left, right] = page(name);
        let mut thinned = left.clone();
        let mut at = 0;
        thinned.sentences.retain(|_| {
            at += 1;
            at % 10 != 0
        });
        assert_eq!(linked(encoder, &thinned, &right, None).regime, Regime::Parallel, "{name}");
        assert_eq!(linked(encoder, &right, &thinned, None).regime, Regime::Parallel, "{name}");
    }
}

#[test]
fn tiny_pages() {
    let Some(encoder) = encoder() else { return };
    for (left, right, regime, expected) in [
        ("今天下了一整天的雨。", "It rained all day today.", None, Some((Regime::Parallel, 1))),
        ("It rained all day today.", "今天下了一整天的雨。", None, Some((Regime::Parallel, 1))),
        (
            "今天下了一整天的雨。",
            "It rained all day today.",
            Some(Regime::Summary),
            Some((Regime::Summary, 1)),
        ),
        (
            "股市大跌。",
            "The choir sang two carols before supper.",
            Some(Regime::Summary),
            Some((Regime::Summary, 0)),
        ),
        ("", "It rained all day today.", None, None),
    ] {
        let (left, right) = (Text::of(left), Text::of(right));
        let alignment = linked(encoder, &left, &right, regime);
        check(&alignment, &left, &right);
        assert!(expected.is_none_or(|e| e == (alignment.regime, alignment.links.len())), "{alignment:?}");
    }
}

#[test]
fn dialogue_lists_and_results() {
    let Some(encoder) = encoder() else { return };
    let zh = "谁先动的手？\n\n他先。\n\n我没有！\n\n结果如下：\n\n红队3比1胜蓝队。\n\n绿队2比2平黄队。\n\n下周再战。";
    let en = "“Who started it?”\n\n“He did.”\n\n“I did not!”\n\nThe results:\n\nReds 3, Blues 1\n\nGreens 2, Yellows 2\n\nThey \
              play again next week.";
    let (left, right) = (Text::of(zh), Text::of(en));
    let alignment = linked(encoder, &left, &right, None);
    assert_eq!(alignment.regime, Regime::Parallel);
    let pairs: Vec<_> = alignment.links.iter().map(|l| (l.left.clone(), l.right.clone())).collect();
    assert_eq!(pairs, (0..7).map(|at| (vec![at], vec![at])).collect::<Vec<_>>());
}
