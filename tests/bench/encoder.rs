//! `cargo bench`: the sentence encoder natively, on one thread: loading, sentences, and the vectors of runs.
//!
//! The file is the one that `EN_FACE_ENCODER` names, or that `cargo xtask model` has made.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use en_face::bitext::Bitext;
use en_face::encode::Encoder;
use en_face::page::{Format, Options, Page};
use std::hint::black_box;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The encoder file's bytes.
fn file() -> Vec<u8> {
    let named = std::env::var_os("EN_FACE_ENCODER").map(PathBuf::from);
    let file = named.unwrap_or_else(|| root().join("target/share/en-face/zh-en.enface"));
    std::fs::read(&file)
        .unwrap_or_else(|error| panic!("{}: {error}; make it with `cargo xtask model`", file.display()))
}

/// A sample page, cut into sentences.
fn page(name: &str) -> Bitext {
    let text = std::fs::read_to_string(root().join("seeds").join(name)).expect("a sample page");
    let options = Options { format: Format::of_name(name), ..Options::default() };
    Bitext::new(Page::parse(text, &options).expect("a page"))
}

fn loading(criterion: &mut Criterion) {
    let bytes = file();
    let mut group = criterion.benchmark_group("load");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("from bytes to ready", |bencher| {
        bencher.iter_batched(
            || bytes.clone(),
            |bytes| Encoder::new(bytes).expect("an encoder"),
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

fn sentences(criterion: &mut Criterion) {
    let encoder = Encoder::new(file()).expect("an encoder");
    let mut group = criterion.benchmark_group("encode");
    for name in ["ceasefire.txt", "night-trains.txt", "tidal-lab.md"] {
        let bitext = page(name);
        let texts: Vec<_> = [0, 1].iter().flat_map(|&side| bitext.texts(side)).collect();
        group.throughput(Throughput::Elements(texts.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| texts.iter().for_each(|text| drop(black_box(encoder.encode(text)))));
        });
    }
    for name in ["ceasefire.txt", "night-trains.txt"] {
        let bitext = page(name);
        group.bench_function(format!("{name} with all that links need"), |bencher| {
            bencher.iter(|| black_box(bitext.encode(&encoder, None)));
        });
    }
    group.finish();
}

fn linking(criterion: &mut Criterion) {
    let encoder = Encoder::new(file()).expect("an encoder");
    let mut group = criterion.benchmark_group("align");
    for name in ["ceasefire.txt", "night-trains.txt"] {
        let bitext = page(name);
        let meaning = bitext.encode(&encoder, None).expect("languages that the encoder knows");
        group.bench_function(name, |bencher| bencher.iter(|| bitext.align(None, Some(&meaning))));
        group.bench_function(format!("{name} without the encoder"), |bencher| {
            bencher.iter(|| bitext.align(None, None));
        });
    }
    group.finish();
}

criterion_group!(benches, loading, sentences, linking);
criterion_main!(benches);
