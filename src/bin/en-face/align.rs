//! `en-face align`: a page, or two files of sentences, to links.

use crate::archive;
use crate::input::{self, Error};
use crate::linking::Linking;
use clap::error::ErrorKind;
use clap::{CommandFactory, ValueEnum};
use en_face::align::{Alignment, Regime, Side, Unit, needs};
use en_face::bitext::Bitext;
use en_face::encode::{Objection, Vectors};
use en_face::export::{self, Document, beads};
use en_face::lang::{self, Lang};
use en_face::page::{BlockKind, Page};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct Arguments {
    /// A page, `-` for standard input; with --lines, the two files
    #[arg(value_name = "PAGE")]
    files: Vec<PathBuf>,
    /// Align two files that hold one sentence a line
    #[arg(long, conflicts_with = "jsonl")]
    lines: bool,
    /// Align an archive: one JSON object a line, {"id": …, "text": …}
    #[arg(long)]
    jsonl: bool,
    /// What to print; json for pages and beads for --lines unless told
    #[arg(long, value_enum)]
    format: Option<OutputFormat>,
    #[command(flatten)]
    pub linking: Linking,
    #[command(flatten)]
    pub archive_options: archive::Options,
}

#[derive(Clone, Copy, ValueEnum)]
enum OutputFormat {
    /// The document that the component renders
    Json,
    /// A group of sentences' numbers a line, as Vecalign and Bertalign print them
    Beads,
    /// A translation memory
    Tmx,
    /// A page that stands alone
    Html,
    /// Both texts with references
    Md,
    /// Sentences with their counterparts below
    Text,
}

impl Arguments {
    /// Whether the input is an archive.
    pub fn jsonl(&self) -> bool {
        self.jsonl
    }

    /// The archive's file, standard input unless told.
    pub fn archive(&self) -> &Path {
        self.expect_files(0..=1);
        if !matches!(self.format, None | Some(OutputFormat::Json)) {
            usage("--jsonl prints JSON only");
        }
        self.files.first().map_or(Path::new("-"), PathBuf::as_path)
    }

    fn expect_files(&self, count: std::ops::RangeInclusive<usize>) {
        if !count.contains(&self.files.len()) {
            usage(match count.start() {
                2 => "--lines takes two files, LEFT and RIGHT",
                1 => "align takes one PAGE; two files of sentences need --lines",
                _ => "--jsonl takes one file at most",
            });
        }
    }
}

fn usage(message: &str) -> ! {
    crate::Arguments::command().error(ErrorKind::WrongNumberOfValues, message).exit()
}

pub fn run(arguments: &Arguments) -> Result<String, Error> {
    arguments.expect_files(if arguments.lines { 2..=2 } else { 1..=1 });
    if arguments.lines { lines(arguments) } else { page(arguments) }
}

fn page(arguments: &Arguments) -> Result<String, Error> {
    let file = &arguments.files[0];
    let options = arguments.linking.options(&file.to_string_lossy());
    let page = Page::parse(input::text(file)?, &options).map_err(|error| Error::new(file, error))?;
    let encoder = arguments.linking.encoder()?;
    input::report(file, &page.notices);
    arguments.linking.tell_encoder(encoder.as_ref());
    let bitext = Bitext::new(page);
    tell_objection(encoder.as_ref().and_then(|encoder| bitext.objection(encoder)));
    let alignment = arguments.linking.aligned(&bitext, encoder.as_ref());
    let format = arguments.format.unwrap_or(OutputFormat::Json);
    if let OutputFormat::Beads = format {
        return Ok(beads(&alignment, bitext.sides.each_ref().map(Vec::len)));
    }
    written(file, &Document::new(&bitext, alignment), format)
}

fn tell_objection(objection: Option<Objection>) {
    if let Some(objection) = objection {
        eprintln!("en-face: {objection}: linking by numbers, names, lengths and order");
    }
}

fn lines(arguments: &Arguments) -> Result<String, Error> {
    let texts = [input::text(&arguments.files[0])?, input::text(&arguments.files[1])?];
    let encoder = arguments.linking.encoder()?;
    arguments.linking.tell_encoder(encoder.as_ref());
    let given = arguments.linking.langs();
    let langs = [0, 1].map(|side| given[side].clone().unwrap_or_else(|| lang::detect(texts[side].lines())));
    let count = texts.iter().map(|text| text.lines().count()).sum();
    let objection = encoder.as_ref().and_then(|encoder| encoder.objection(&langs, count));
    tell_objection(objection);
    let encoder = encoder.filter(|_| objection.is_none());
    let regime = arguments.linking.regime().unwrap_or(Regime::Parallel);
    let mut sides = [0, 1].map(|side| line_side(&texts[side], langs[side].clone()));
    let needs = needs(&sides[0], &sides[1], Some(regime));
    let meaning =
        encoder.map(|encoder| [0, 1].map(|side| Vectors::of(&encoder, texts[side].lines(), needs[side])));
    if let Some(meaning) = &meaning {
        sides.iter_mut().zip(meaning).for_each(|(side, vectors)| side.meaning = Some(vectors));
    }
    let counts = sides.each_ref().map(|side| side.sentences.len());
    let alignment: Alignment = en_face::align::align(&sides[0], &sides[1], Some(regime));
    let format = arguments.format.unwrap_or(OutputFormat::Beads);
    if let OutputFormat::Beads = format {
        return Ok(beads(&alignment, counts));
    }
    let document = Document::of_lines(texts.each_ref().map(String::as_str), langs, alignment);
    written(&arguments.files[0], &document, format)
}

fn line_side(text: &str, lang: Lang) -> Side<'_> {
    let unit = |text| Unit { text, block: 0, kind: BlockKind::Paragraph };
    Side { lang, sentences: text.lines().map(unit).collect(), meaning: None }
}

/// A document in a format that has all of it; beads are no more than its links.
fn written(file: &Path, document: &Document, format: OutputFormat) -> Result<String, Error> {
    let format = match format {
        OutputFormat::Json | OutputFormat::Beads => return json(file, document),
        OutputFormat::Tmx => export::Format::Tmx,
        OutputFormat::Html => export::Format::Html,
        OutputFormat::Md => export::Format::Markdown,
        OutputFormat::Text => export::Format::Text,
    };
    Ok(format.write(document))
}

/// A document as JSON, on a line.
pub fn json(file: &Path, document: &Document) -> Result<String, Error> {
    serde_json::to_string(document).map(|json| json + "\n").map_err(|error| Error::new(file, error))
}
