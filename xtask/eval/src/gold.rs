//! Gold data: pages with right answers, and documents of one sentence a line.

use crate::sentences::Mapping;
use anyhow::{Context, Result, ensure};
use en_face::align::{Kind, Regime, Side, Unit, needs};
use en_face::bitext::Bitext;
use en_face::encode::{Encoder, Vectors};
use en_face::lang::{self, Lang};
use en_face::page::{BlockKind, Format, Options, Page};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What stands in a `.gold.json` file. Sentences are numbered from 0 on each side.
#[derive(Deserialize)]
struct Answers {
    page: String,
    zh: Vec<String>,
    en: Vec<String>,
    #[serde(default)]
    links: Vec<(usize, Vec<usize>)>,
    #[serde(default)]
    beads: Option<Vec<(Vec<usize>, Vec<usize>)>>,
    #[serde(default)]
    wrong_numbers: Vec<usize>,
    #[serde(default)]
    unsupported: Vec<usize>,
}

/// A text pair with its right answers.
pub struct Text {
    pub name: String,
    pub regime: Regime,
    /// Whether the program was told the regime, as it is for files of lines.
    pub told: bool,
    langs: [Lang; 2],
    /// The sentences as the program cuts them, and the block and kind of each.
    sentences: [Vec<(String, usize, BlockKind)>; 2],
    meaning: Option<[Vectors; 2]>,
    /// The same without clauses and words.
    sentences_alone: Option<[Vectors; 2]>,
    /// From the program's sentences to the gold's.
    pub mappings: [Mapping; 2],
    /// The number of gold sentences of the left side.
    pub lefts: usize,
    /// Pairs of gold sentences that correspond.
    pub pairs: BTreeSet<(usize, usize)>,
    /// Beads with both sides.
    pub beads: BTreeSet<(Vec<usize>, Vec<usize>)>,
    pub wrong_numbers: BTreeSet<usize>,
    pub unsupported: BTreeSet<usize>,
}

impl Text {
    /// The sides as the aligner wants them, with some of the encoder's vectors or none.
    pub fn sides(&self, kind: Kind) -> [Side<'_>; 2] {
        let meaning = match kind {
            Kind::Words => &self.meaning,
            Kind::Sentences => &self.sentences_alone,
            Kind::Nothing => &None,
        };
        [0, 1].map(|side| Side {
            lang: self.langs[side].clone(),
            sentences: self.sentences[side]
                .iter()
                .map(|(text, block, kind)| Unit { text, block: *block, kind: *kind })
                .collect(),
            meaning: meaning.as_ref().map(|meaning| &meaning[side]),
        })
    }

    /// Whether the program's sentences correspond by the gold.
    pub fn right(&self, left: usize, right: usize) -> bool {
        let [lefts, rights] = [self.mappings[0].of(left), self.mappings[1].of(right)];
        lefts.iter().any(|&l| rights.iter().any(|&r| self.pairs.contains(&(l, r))))
    }

    /// Whether a bead of the program's sentences is exactly one of the gold's.
    pub fn right_bead(&self, left: &[usize], right: &[usize]) -> bool {
        self.beads.contains(&(self.mappings[0].of_all(left), self.mappings[1].of_all(right)))
    }

    /// The regime that the program is told.
    pub fn regime_told(&self) -> Option<Regime> {
        self.told.then_some(self.regime)
    }

    fn encode(&mut self, encoder: &Encoder) {
        let regime = self.regime_told();
        let sides = self.sides(Kind::Nothing);
        let extents = needs(&sides[0], &sides[1], regime);
        let texts = |side: usize| self.sentences[side].iter().map(|sentence| sentence.0.as_str());
        let meaning = [0, 1].map(|side| Vectors::of(encoder, texts(side), extents[side]));
        self.sentences_alone = Some(meaning.each_ref().map(Vectors::of_sentences));
        self.meaning = Some(meaning);
    }
}

/// Reads all gold of some folders in the order of names: pages with answers, and pairs of files with beads. `pages` is
/// where pages are looked for that don't stand beside their answers.
///
/// # Errors
/// When a file can't be read, or holds something else.
pub fn read(folders: &[PathBuf], pages: &Path, encoder: Option<&Encoder>) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for folder in folders {
        let mut files: Vec<PathBuf> = fs::read_dir(folder)
            .with_context(|| format!("cannot read {}", folder.display()))?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?;
        files.sort();
        for file in files {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let text = if let Some(name) = name.strip_suffix(".gold.json") {
                Some(page(&file, name, pages))
            } else {
                name.strip_suffix(".beads").map(|name| lines(&file, name))
            };
            if let Some(text) = text {
                let mut text = text.with_context(|| format!("{}", file.display()))?;
                encoder.inspect(|encoder| text.encode(encoder));
                texts.push(text);
            }
        }
    }
    Ok(texts)
}

fn page(file: &Path, name: &str, pages: &Path) -> Result<Text> {
    let answers: Answers = serde_json::from_str(&fs::read_to_string(file)?)?;
    let beside = file.with_file_name(&answers.page);
    let place = if beside.is_file() { beside } else { pages.join(&answers.page) };
    let text = fs::read_to_string(&place).with_context(|| format!("cannot read {}", place.display()))?;
    let options = Options { format: Format::of_name(&answers.page), ..Options::default() };
    let bitext = Bitext::new(Page::parse(text, &options)?);
    let gold = [&answers.zh, &answers.en];
    let sentences = [0, 1].map(|side| {
        let blocks = &bitext.page.sides[side].blocks;
        let kinds = bitext.sides[side].iter().map(|s| (s.block, blocks[s.block].kind));
        let texts = bitext.texts(side).into_iter().map(|text| text.into_owned());
        texts.zip(kinds).map(|(text, (block, kind))| (text, block, kind)).collect::<Vec<_>>()
    });
    let mappings = [0, 1].map(|side| {
        let texts: Vec<&str> = sentences[side].iter().map(|sentence| sentence.0.as_str()).collect();
        Mapping::new(&texts, gold[side])
    });
    let all = answers.beads.iter().flatten();
    let pairs = if answers.beads.is_some() {
        all.clone().flat_map(|(l, r)| l.iter().flat_map(move |&l| r.iter().map(move |&r| (l, r)))).collect()
    } else {
        answers.links.iter().flat_map(|(l, r)| r.iter().map(move |&r| (*l, r))).collect()
    };
    Ok(Text {
        name: name.to_owned(),
        regime: if answers.beads.is_some() { Regime::Parallel } else { Regime::Summary },
        told: false,
        langs: bitext.page.sides.each_ref().map(|side| side.lang.clone()),
        sentences,
        meaning: None,
        sentences_alone: None,
        mappings,
        lefts: answers.zh.len(),
        pairs,
        beads: all.filter(|(l, r)| !l.is_empty() && !r.is_empty()).cloned().collect(),
        wrong_numbers: answers.wrong_numbers.into_iter().collect(),
        unsupported: answers.unsupported.into_iter().collect(),
    })
}

fn lines(file: &Path, name: &str) -> Result<Text> {
    let read = |extension: &str| {
        let file = file.with_extension(extension);
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
    };
    let texts = [read("zh").or_else(|_| read("src"))?, read("en").or_else(|_| read("tgt"))?];
    let mut beads = BTreeSet::new();
    for line in fs::read_to_string(file)?.lines().filter(|line| !line.trim().is_empty()) {
        let mut sides = line.split(':').map(|side| serde_json::from_str::<Vec<usize>>(side.trim()));
        let bead = (sides.next().context("no left side")??, sides.next().context("no right side")??);
        ensure!(bead.0.iter().all(|&l| l < texts[0].lines().count()), "a bead beyond the text: {line}");
        if !bead.0.is_empty() && !bead.1.is_empty() {
            beads.insert(bead);
        }
    }
    let unit = |text: &str| (text.to_owned(), 0, BlockKind::Paragraph);
    let sentences = texts.each_ref().map(|text| text.lines().map(unit).collect::<Vec<_>>());
    Ok(Text {
        name: name.to_owned(),
        regime: Regime::Parallel,
        told: true,
        langs: texts.each_ref().map(|text| lang::detect(text.lines())),
        mappings: sentences.each_ref().map(|side| Mapping::same(side.len())),
        lefts: sentences[0].len(),
        sentences,
        meaning: None,
        sentences_alone: None,
        pairs: beads
            .iter()
            .flat_map(|(l, r)| l.iter().flat_map(move |&l| r.iter().map(move |&r| (l, r))))
            .collect(),
        beads,
        wrong_numbers: BTreeSet::new(),
        unsupported: BTreeSet::new(),
    })
}

/// Texts by the name of their folder, for tables.
pub fn by_group(texts: &[Text]) -> BTreeMap<&'static str, Vec<&Text>> {
    let mut groups: BTreeMap<&'static str, Vec<&Text>> = BTreeMap::new();
    for text in texts {
        let group = match (text.regime, text.told) {
            (Regime::Summary, _) => "summaries",
            (Regime::Parallel, false) => "translations",
            (Regime::Parallel, true) => "lines",
        };
        groups.entry(group).or_default().push(text);
    }
    groups
}
