//! `cargo xtask eval`: how good the links are, what each source of evidence is worth, and weights from gold pages.

mod calibration;
mod fit;
mod gold;
mod score;
mod sentences;
mod sources;

use anyhow::{Context, Result, ensure};
use calibration::Reliability;
use clap::Parser;
use en_face::align::{Alignment, FEATURES, Kind, Regime, Settings, Weights, align_with, bead_features};
use en_face::encode::Encoder;
use gold::Text;
use score::{Score, score, share};
use sources::{ALL, SOURCES};
use std::path::PathBuf;
use std::process::ExitCode;

/// Measure the links of en-face against gold pages.
#[derive(Parser)]
#[command(version = None)]
struct Cli {
    /// The sentence encoder's file
    #[arg(long, value_name = "FILE")]
    encoder: PathBuf,
    /// Where pages are that don't stand beside their answers
    #[arg(long, value_name = "FOLDER")]
    pages: PathBuf,
    /// Fit the weights of summaries to all pages and print them as src/align/weights.rs has them
    #[arg(long)]
    fit: bool,
    /// Only the figures, without what each source of evidence is worth
    #[arg(long)]
    brief: bool,
    /// A line for each text
    #[arg(long)]
    each: bool,
    /// Folders with pages and .gold.json files, or with .zh, .en and .beads files
    #[arg(required = true)]
    gold: Vec<PathBuf>,
}

/// What links are made with.
const KINDS: [(&str, Kind); 3] =
    [("with the encoder", Kind::Words), ("sentences alone", Kind::Sentences), ("without", Kind::Nothing)];

fn main() -> ExitCode {
    match run(&Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> Result<()> {
    let file =
        std::fs::read(&cli.encoder).with_context(|| format!("cannot read {}", cli.encoder.display()))?;
    let texts = gold::read(&cli.gold, &cli.pages, Some(&Encoder::new(file)?))?;
    ensure!(!texts.is_empty(), "the folders hold no gold");
    let summaries: Vec<&Text> = texts.iter().filter(|text| text.regime == Regime::Summary).collect();
    let parallel: Vec<&Text> = texts.iter().filter(|text| text.regime == Regime::Parallel).collect();
    if cli.fit {
        return print_weights(&summaries, &parallel);
    }
    figures(cli, &texts);
    let halves = Halves::new(&summaries);
    held_aside(&halves)?;
    held_aside_beads(&Halves::new(&parallel))?;
    if !cli.brief {
        ablation(&texts, &halves)?;
    }
    Ok(())
}

fn links(text: &Text, kind: Kind, settings: &Settings) -> Alignment {
    let [left, right] = text.sides(kind);
    align_with(&left, &right, text.regime_told(), settings)
}

fn total<'a>(texts: impl IntoIterator<Item = &'a &'a Text>, kind: Kind, settings: &Settings) -> Score {
    let mut total = Score::default();
    texts.into_iter().for_each(|text| total += score(text, &links(text, kind, settings)));
    total
}

/// The figures of the program as it is.
fn figures(cli: &Cli, texts: &[Text]) {
    println!("The program as it is (summaries: its weights were fitted to these pages, or some of them)\n");
    println!(
        "                               texts regime   pairs P     R    F1   top1 strict  numbers   bare lost"
    );
    let settings = Settings::default();
    for (name, kind) in KINDS {
        for (group, texts) in gold::by_group(texts) {
            if cli.each {
                for text in &texts {
                    print_score(&text.name, &score(text, &links(text, kind, &settings)));
                }
            }
            print_score(&format!("{group}, {name}"), &total(&texts, kind, &settings));
        }
    }
    println!();
    for (group, texts) in gold::by_group(texts) {
        let mut reliability = Reliability::default();
        texts.iter().for_each(|text| reliability.add(text, &links(text, Kind::Words, &settings)));
        print_reliability(group, &reliability);
    }
}

fn print_score(name: &str, score: &Score) {
    let Score { texts, regimes, pairs, strict, top1, numbers, bare } = score;
    println!(
        "{name:30} {texts:5} {regimes:6}      {:.3} {:.3} {:.3}  {:.3}  {:.3}  {}/{} +{}  {}/{} {:4}",
        pairs.precision(),
        pairs.recall(),
        pairs.f1(),
        share(top1.0, top1.1),
        strict.f1(),
        numbers.0,
        numbers.1,
        numbers.2,
        bare.0,
        bare.1,
        bare.2,
    );
}

fn print_reliability(name: &str, reliability: &Reliability) {
    println!("Scores of {name}: expected calibration error {:.3}", reliability.error());
    for bin in reliability.bins() {
        println!(
            "  from {:.1}: {:4} links say {:.2}, {:.2} are right",
            bin.from, bin.links, bin.mean_score, bin.right
        );
    }
    println!();
}

/// The summaries in two halves; what is measured on one comes from weights that were fitted to the other.
struct Halves<'a>([Vec<&'a Text>; 2]);

impl<'a> Halves<'a> {
    fn new(texts: &[&'a Text]) -> Halves<'a> {
        Halves([0, 1].map(|half| texts.iter().skip(half).step_by(2).copied().collect()))
    }

    /// The settings for each half, without the features that the mask leaves out.
    fn settings(&self, kind: Kind, mask: &fit::Mask) -> Result<[Settings; 2]> {
        let fitted = |half: usize| -> Result<Settings> {
            let weights = fit::fit(&self.0[1 - half], kind, mask)?;
            Ok(Settings { weights, ..Settings::default() })
        };
        Ok([fitted(0)?, fitted(1)?])
    }

    fn score(&self, kind: Kind, mask: &fit::Mask) -> Result<[Score; 2]> {
        let settings = self.settings(kind, mask)?;
        Ok([0, 1].map(|half| total(&self.0[half], kind, &settings[half])))
    }
}

fn held_aside(halves: &Halves<'_>) -> Result<()> {
    println!("Summaries, each half with weights that were fitted to the other half\n");
    for (name, kind) in KINDS {
        let scores = halves.score(kind, &ALL)?;
        for (half, score) in scores.iter().enumerate() {
            print_score(&format!("half {}, {name}", half + 1), score);
        }
        let [mut both, other] = scores;
        both += other;
        print_score(&format!("both, {name}"), &both);
    }
    println!();
    let settings = halves.settings(Kind::Words, &ALL)?;
    let mut reliability = Reliability::default();
    for (texts, settings) in halves.0.iter().zip(&settings) {
        texts.iter().for_each(|text| reliability.add(text, &links(text, Kind::Words, settings)));
    }
    print_reliability("summaries, held aside", &reliability);
    Ok(())
}

/// How well scores of beads do on texts that they were not fitted to.
fn held_aside_beads(halves: &Halves<'_>) -> Result<()> {
    for (name, kind) in
        [("parallel texts, held aside", Kind::Words), ("the same without the encoder", Kind::Nothing)]
    {
        let mut reliability = Reliability::default();
        for half in [0, 1] {
            let weights = fit::fit_beads(&halves.0[1 - half], kind)?;
            halves.0[half].iter().for_each(|text| reliability.add_beads(text, kind, &weights));
        }
        print_reliability(name, &reliability);
    }
    Ok(())
}

/// What is left when one source of evidence is switched off.
fn ablation(texts: &[Text], halves: &Halves<'_>) -> Result<()> {
    println!("Without one source of evidence (summaries: held aside; the others: the program as it is)\n");
    println!("                               with the encoder                         without");
    println!(
        "                               summaries     translations  lines       summaries     translations  lines"
    );
    println!(
        "                               F1     top1   strict F1     strict F1   F1     top1   strict F1     strict F1"
    );
    let groups = gold::by_group(texts);
    let row = |name: &str, source: Option<&sources::Source>| -> Result<()> {
        print!("{name:30}");
        for kind in [Kind::Words, Kind::Nothing] {
            if kind == Kind::Nothing && source.is_some_and(|source| source.encoder) {
                continue;
            }
            let [mut both, other] = halves.score(kind, &source.map_or(ALL, sources::Source::mask))?;
            both += other;
            print!(" {:.3}  {:.3}", both.pairs.f1(), share(both.top1.0, both.top1.1));
            for group in ["translations", "lines"] {
                let factors = match source {
                    Some(source) => source.factors(),
                    None => Some(Settings::default().factors),
                };
                let group = groups.get(group).zip(factors);
                let strict = group.map(|(texts, factors)| {
                    total(texts, kind, &Settings { factors, ..Settings::default() }).strict.f1()
                });
                print!("  {:11}", strict.map_or("–".to_owned(), |strict| format!("{strict:.3}")));
            }
        }
        println!();
        Ok(())
    };
    row("all", None)?;
    for source in &SOURCES {
        row(&format!("no {}", source.name), Some(source))?;
    }
    Ok(())
}

/// Prints the tables of src/align/weights.rs and src/align/calibrate.rs.
fn print_weights(summaries: &[&Text], parallel: &[&Text]) -> Result<()> {
    let mut columns = Vec::new();
    for (_, kind) in KINDS {
        let weights = fit::fit(summaries, kind, &ALL)?;
        columns.extend([true, false].map(|first| weights.column(kind, first)));
    }
    for (at, name) in Weights::names().iter().enumerate() {
        println!("    ({name:?}, {:?}),", row(&columns, at));
    }
    println!("\nconst CONSTANTS: [f32; COLUMNS] = {:?};\n", row(&columns, FEATURES));
    if !parallel.is_empty() {
        let columns = [fit::fit_beads(parallel, Kind::Words)?, fit::fit_beads(parallel, Kind::Nothing)?];
        for (at, name) in bead_features().iter().enumerate() {
            println!("    ({name:?}, {:?}),", columns.map(|column| rounded(column.0[at])));
        }
        println!("\nconst CONSTANTS: [f32; 2] = {:?};", columns.map(|column| rounded(column.1)));
    }
    Ok(())
}

/// One row of a table of weights.
fn row(columns: &[[f32; FEATURES + 1]], at: usize) -> Vec<f32> {
    columns.iter().map(|column| rounded(column[at])).collect()
}

fn rounded(weight: f32) -> f32 {
    (weight * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// The gold of the project, and what is beside it.
    fn folders() -> Vec<PathBuf> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut folders = vec![root.join("tests/gold")];
        if root.join("../shared/gold").is_dir() {
            folders.extend(["dev", "ntrex"].map(|folder| root.join("../shared/gold").join(folder)));
        } else {
            println!("skipped: ../shared/gold is not there");
        }
        folders
    }

    fn read(encoder: Option<&Encoder>) -> Vec<Text> {
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
        gold::read(&folders(), &pages, encoder).unwrap()
    }

    /// Pair F1 and top1 of summaries, strict F1 of each kind of parallel text, and all regimes but two right.
    fn at_least(texts: &[Text], kind: Kind, summaries: (f64, f64), strict: f64) {
        let groups = gold::by_group(texts);
        let scores: Vec<(&str, Score)> =
            groups.iter().map(|(group, texts)| (*group, total(texts, kind, &Settings::default()))).collect();
        for (group, score) in scores {
            print_score(group, &score);
            assert!(score.regimes + 2 >= score.texts, "{group}: {score:?}");
            if group == "summaries" {
                assert!(score.pairs.f1() >= summaries.0, "{score:?}");
                assert!(share(score.top1.0, score.top1.1) >= summaries.1, "{score:?}");
                assert!(score.numbers.2 * 5 <= score.texts, "false alarms: {score:?}");
                assert!(score.numbers.0 * 10 >= score.numbers.1 * 7, "wrong numbers: {score:?}");
            } else {
                assert!(score.strict.f1() >= strict, "{group}: {score:?}");
            }
        }
    }

    #[test]
    fn links_without_the_encoder_keep_their_level() {
        at_least(&read(None), Kind::Nothing, (0.43, 0.46), 0.74);
    }

    #[test]
    fn links_with_the_encoder_keep_their_level() {
        let Some(file) = std::env::var_os("EN_FACE_ENCODER") else {
            println!("skipped: EN_FACE_ENCODER names no encoder file");
            return;
        };
        let encoder = Encoder::new(std::fs::read(file).unwrap()).unwrap();
        at_least(&read(Some(&encoder)), Kind::Words, (0.80, 0.90), 0.89);
    }
}
