//! The sentence encoder on the file that `cargo xtask model` makes: what it finds alike, and what it refuses.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use en_face::bitext::Bitext;
use en_face::encode::{Encoder, Error, Extent, Features, LONGEST, Loader, Vectors, WIDTH, product};
use en_face::export::Document;
use en_face::page::{Format, Options, Page};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use support::{bytes, encoder};

fn cosine(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[test]
fn a_translation_is_nearest() {
    let Some(encoder) = encoder() else { return };
    let pairs = [
        ("灯塔在一九九八年熄灭了。", "The lighthouse went dark in 1998."),
        ("央行把利率提高了半个百分点。", "The central bank raised interest rates by half a point."),
        ("她的祖母每年冬天都做这道汤。", "Her grandmother made this soup every winter."),
        ("研究人员在老鼠身上测试了疫苗。", "Researchers tested the vaccine in mice."),
        ("客队在加时赛中失了两球。", "The visitors conceded two goals in extra time."),
        ("火车晚点三个小时，没有人解释原因。", "The train was three hours late and nobody said why."),
        ("這本書已經絕版多年。", "The book has been out of print for years."),
    ];
    let zh: Vec<Vec<f32>> = pairs.iter().map(|pair| encoder.encode(pair.0)).collect();
    let en: Vec<Vec<f32>> = pairs.iter().map(|pair| encoder.encode(pair.1)).collect();
    for (at, vector) in zh.iter().enumerate() {
        let nearest =
            (0..en.len()).max_by(|&a, &b| cosine(vector, &en[a]).total_cmp(&cosine(vector, &en[b])));
        assert_eq!(nearest, Some(at), "{}", pairs[at].0);
    }
}

#[test]
fn whatever_the_text_a_vector_has_length_one() {
    let Some(encoder) = encoder() else { return };
    let long = "很长的句子".repeat(20_000);
    for text in [
        "",
        " ",
        "\u{3000}\t",
        "a",
        "。",
        "🙂🙂",
        "\u{0}\u{FFFD}",
        "مرحبا بالعالم",
        "e\u{301}e\u{301}",
        &long,
    ] {
        let vector = encoder.encode(text);
        assert_eq!(vector.len(), WIDTH);
        let length = cosine(&vector, &vector);
        assert!((length - 1.0).abs() < 1e-4, "{length} for {:?}", text.chars().take(9).collect::<String>());
    }
}

#[test]
fn forms_of_the_same_text_are_the_same() {
    let Some(encoder) = encoder() else { return };
    for (one, other) in [("ＡＢＣ 公司", "ABC 公司"), ("  two   words ", "two words"), ("（测试）", "(测试)")]
    {
        assert!(cosine(&encoder.encode(one), &encoder.encode(other)) > 0.999, "{one}");
    }
}

#[test]
fn a_run_is_near_the_sentences_put_together() {
    let Some(encoder) = encoder() else { return };
    let texts = [
        "The bridge was closed in May.",
        "Engineers had found cracks.",
        "It reopened a year later.",
        "No one was hurt.",
    ];
    let runs = Vectors::of(encoder, texts, Extent { run: LONGEST, clauses: false, words: false });
    assert_eq!(runs.len(), texts.len());
    for length in 2..=texts.len() {
        let run = runs.get(&(0..length)).unwrap();
        let mut features = Features::default();
        encoder.read(&texts[..length].join(" "), &mut features);
        let whole = encoder.vectors(&features, std::slice::from_ref(&(0..1)));
        let run: Vec<f32> = run.iter().map(|&value| f32::from(value) / en_face::encode::UNIT).collect();
        assert!(cosine(&run, &whole) > 0.85, "{} for {length}", cosine(&run, &whole));
    }
    assert!(runs.get(&(2..2)).is_none() && runs.get(&(3..5)).is_none());
    let one = runs.get(&(1..2)).unwrap();
    assert!((product(one, one) - 1.0).abs() < 1e-3);
}

#[test]
fn words_that_translate_each_other_are_near() {
    let Some(encoder) = encoder() else { return };
    let extent = Extent { run: 1, clauses: true, words: true };
    let zh = Vectors::of(encoder, ["厨房的水管裂了，邻居请来一位水管工。", "第二句。"], extent);
    let en = Vectors::of(encoder, ["The pipe burst, so a plumber was called.", ""], extent);
    assert_eq!((zh.len(), en.len(), zh.clauses(0).count(), zh.clauses(1).count()), (2, 2, 2, 0));
    assert_eq!(en.words(0).len(), 7, "all but a single letter");
    assert_eq!((en.words(1).len(), en.words(2).len(), zh.words(9).len()), (0, 0, 0));
    let nearest = |at: usize| {
        let word = en.words(0).nth(at).unwrap().vector;
        zh.words(0).map(|other| product(word, other.vector)).fold(-1.0, f32::max)
    };
    // pipe, plumber; the
    assert!(nearest(1) > 0.5 && nearest(4) > 0.5, "{} {}", nearest(1), nearest(4));
    assert!(nearest(0) < nearest(1), "{}", nearest(0));
    let pieces: Vec<(u16, u16)> = zh.words(0).map(|word| word.pieces).collect();
    assert!(pieces.is_sorted_by_key(|pieces| pieces.1) && pieces.iter().all(|pieces| pieces.0 < pieces.1));
    assert_eq!(Vectors::of(encoder, ["水管裂了。"], Extent { words: false, ..extent }).words(0).len(), 0);
}

#[test]
fn clauses_that_translate_each_other_are_alike() {
    let Some(encoder) = encoder() else { return };
    let zh = "灯塔在春天熄灭了，守塔人的孙女接过了钥匙，没有人知道原因何在。";
    let en =
        "Nobody knew why the light had gone out, but in spring the keeper's granddaughter took the keys.";
    let found = encoder.alike(zh, en);
    let found: Vec<_> =
        found.iter().map(|alike| (&zh[alike.left.clone()], &en[alike.right.clone()])).collect();
    let expected = [
        ("守塔人的孙女接过了钥匙，", "but in spring the keeper's granddaughter took the keys."),
        ("没有人知道原因何在。", "Nobody knew why the light had gone out,"),
    ];
    assert_eq!(found, expected);
    assert_eq!(encoder.alike("", en), []);
}

#[test]
fn steps_lead_to_the_same_encoder() {
    let Some(bytes) = bytes() else { return };
    let mut loader = Loader::new(bytes.to_vec()).unwrap();
    let mut steps = 1;
    while !loader.step().unwrap() {
        steps += 1;
    }
    assert!(steps > 10, "{steps} steps");
    let text = "In steps or at once.";
    assert_eq!(loader.finish().unwrap().encode(text), encoder().unwrap().encode(text));
    assert!(Loader::new(bytes.to_vec()).unwrap().finish().is_err(), "finished before its steps");
}

#[test]
fn a_file_that_was_cut_or_changed_is_refused() {
    let Some(bytes) = bytes() else { return };
    for cut in (0..100).chain((100..bytes.len()).step_by(bytes.len() / 40)) {
        assert!(Encoder::new(bytes[..cut].to_vec()).is_err(), "cut at {cut}");
    }
    for at in (12..bytes.len()).step_by(bytes.len() / 25) {
        let mut changed = bytes.to_vec();
        changed[at] ^= 0x10;
        assert!(matches!(Encoder::new(changed), Err(Error::Damaged(..))), "changed at {at}");
    }
    let mut longer = bytes.to_vec();
    longer.push(0);
    assert!(Encoder::new(longer).is_err());
    let mut newer = bytes.to_vec();
    newer[8] = 9;
    assert_eq!(Encoder::new(newer).err(), Some(Error::Version(9)));
    assert_eq!(Encoder::new(b"<!doctype html>".to_vec()).err(), Some(Error::Format));
}

/// Whoever writes a bad file can also write its checksum.
#[test]
fn a_hostile_file_with_a_right_checksum_does_no_harm() {
    let Some(bytes) = bytes() else { return };
    let mut state = 7u32;
    let mut chance = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize
    };
    // Where lengths and counts are: the head, and the first bytes of each part.
    let mut at = 44 + 6 * 8;
    let mut heads: Vec<std::ops::Range<usize>> = std::iter::once(44..at).collect();
    for part in 0..6 {
        let length = u32::from_le_bytes(bytes[48 + part * 8..52 + part * 8].try_into().unwrap()) as usize;
        heads.push(at..at + length.min(60));
        heads.push(at + length / 2..at + length / 2 + 60.min(length / 2));
        at += length;
    }
    for round in 0..150 {
        let mut hostile = bytes.to_vec();
        let head = &heads[round % heads.len()];
        for _ in 0..1 + round % 3 {
            hostile[head.start + chance() % head.len()] = chance() as u8;
        }
        let sum = Sha256::digest(&hostile[44..]);
        hostile[12..44].copy_from_slice(&sum);
        if let Ok(encoder) = Encoder::new(hostile) {
            let vector = encoder.encode("灯塔 went dark 1998");
            assert!(
                vector.len() == WIDTH && vector.iter().all(|value| value.abs() <= 1.001),
                "round {round}"
            );
        }
    }
}

#[test]
fn links_with_an_encoder_are_in_range_and_the_same_every_time() {
    let Some(encoder) = encoder() else { return };
    for name in
        ["ceasefire.txt", "kitchen-thread.txt", "night-trains.txt", "old-maps.md", "library-hours.txt"]
    {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
        let text = std::fs::read_to_string(file).unwrap();
        let options = Options { format: Format::of_name(name), ..Options::default() };
        let bitext = Bitext::new(Page::parse(text, &options).unwrap());
        let meaning = bitext.encode(encoder, None).expect("both languages are known");
        let alignment = bitext.align(None, Some(&meaning));
        assert_eq!(alignment, bitext.align(None, Some(&meaning)), "{name}");
        assert!(!alignment.links.is_empty(), "{name}");
        Document::new(&bitext, alignment).check().unwrap_or_else(|message| panic!("{name}: {message}"));
    }
}
