//! `en-face segment`: a text to its sentences.

use crate::input::{self, Error};
use en_face::bitext::block_sentences;
use en_face::lang::{self, Lang};
use en_face::page::{self, Format};
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Arguments {
    /// A text, `-` for standard input; `.md` is read as Markdown
    file: PathBuf,
    /// The text's language, instead of the one it seems to be in
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

pub fn run(arguments: &Arguments) -> Result<String, Error> {
    let text = input::text(&arguments.file)?;
    let blocks = page::blocks(&text, Format::of_name(&arguments.file.to_string_lossy()));
    let runs = || blocks.iter().flat_map(|block| &block.runs).map(|run| run.shown(&text));
    let lang = arguments.lang.clone().map_or_else(|| lang::detect(runs()), Lang::new);
    let printed = blocks.iter().map(|block| {
        let sentences = block_sentences(&text, 0, block, &lang);
        let line = |sentence: &en_face::bitext::Sentence| {
            let shown = sentence.shown(&text);
            shown.split_whitespace().collect::<Vec<_>>().join(" ") + "\n"
        };
        sentences.iter().map(line).collect::<String>()
    });
    Ok(printed.collect::<Vec<_>>().join("\n"))
}
