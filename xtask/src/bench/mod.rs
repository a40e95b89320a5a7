//! `cargo xtask bench`: the native program against another revision's, in one run, as ratios; and reading, links in place and the encoder in browsers.

mod browsers;
mod inputs;

use crate::browsers::Engine;
use crate::project::Project;
use crate::revision;
use crate::run::{Job, begin, command};
use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A case that takes less than this is measured more often: at that length chance weighs more.
const SHORT: Duration = Duration::from_millis(20);

/// A case that takes longer than this once is measured fewer times.
const LONG: Duration = Duration::from_secs(2);

/// Options of `cargo xtask bench`.
#[derive(Args)]
pub struct Options {
    /// The revision to compare with
    #[arg(long, value_name = "REV", default_value = "HEAD")]
    base: String,
    /// How often each case is run with either program
    #[arg(long, default_value_t = 11)]
    runs: usize,
    /// Measure reading, links in place and the sentence encoder in a browser instead; may be given again
    #[arg(long, value_name = "ENGINE")]
    browser: Vec<Engine>,
}

/// A command line of the program on an input.
struct Case {
    name: String,
    arguments: Vec<String>,
}

/// Builds both programs and prints a table of medians and their ratios.
pub fn bench(project: &Project, options: &Options) -> Result<()> {
    if !options.browser.is_empty() {
        return browsers::bench(project, &options.browser);
    }
    ensure!(options.runs > 0, "--runs needs at least 1");
    let base = revision::check_out(project, &options.base)?;
    let programs = [program(&base, "base")?, program(project, "this tree")?];
    let cases = cases(project)?;
    ensure!(
        !cases.is_empty(),
        "there is nothing to measure: {} has no pages",
        project.root.join("seeds").display()
    );

    println!(
        "times of whole processes, medians; programs take turns, and the ratio is the median of the turns' ratios"
    );
    println!(
        "runs a program: {0}, or {1} under {2:?}, or 3 over {3:?}",
        options.runs,
        options.runs * 3,
        SHORT,
        LONG
    );
    println!("{:<34} {:>10} {:>10} {:>8}  middle half", "case", "base ms", "now ms", "now/base");
    let mut broken = Vec::new();
    for case in &cases {
        match measure(&programs, case, options.runs) {
            Ok(pairs) => print_row(&case.name, &pairs),
            Err(error) => {
                println!("{:<34} not measured: {error:#}", case.name);
                if time(&programs[1], case).is_err() {
                    broken.push(case.name.as_str());
                }
            }
        }
    }
    if !broken.is_empty() {
        bail!("this tree's program fails on: {}", broken.join(", "));
    }
    Ok(())
}

/// Builds the program; the copy is not replaced by a later build.
fn program(project: &Project, whose: &str) -> Result<PathBuf> {
    begin(&format!("cargo build --release ({whose})"));
    let mut cargo = command("cargo", &project.root);
    cargo.env("CARGO_TARGET_DIR", &project.cargo_target).args([
        "build",
        "--release",
        "--locked",
        "--bin",
        "en-face",
    ]);
    Job::new("cargo build --release", cargo).run()?;
    let built = project.cargo_target.join("release").join(format!("en-face{EXE_SUFFIX}"));
    let folder = project.cargo_target.join("bench");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let copy = folder.join(format!("en-face{EXE_SUFFIX}"));
    fs::copy(&built, &copy)
        .with_context(|| format!("cannot copy {} to {}", built.display(), copy.display()))?;
    Ok(copy)
}

fn cases(project: &Project) -> Result<Vec<Case>> {
    let align = |name: String, file: &Path| Case {
        name: format!("align {name}"),
        arguments: ["align", &file.to_string_lossy(), "--encoder", "none"].map(ToOwned::to_owned).to_vec(),
    };
    let mut cases = Vec::new();
    for (name, file) in inputs::seeds(project)? {
        cases.push(align(name, &file));
    }
    for input in inputs::synthetic(project)? {
        cases.push(Case {
            name: format!("segment {} sentences", input.sentences),
            arguments: ["segment", "--lang", "en", &input.text.to_string_lossy()]
                .map(ToOwned::to_owned)
                .to_vec(),
        });
        cases.push(align(format!("{} sentences", input.sentences), &input.page));
    }
    Ok(cases)
}

/// Times of both programs, taken in turns; who goes first changes with every turn.
fn measure(programs: &[PathBuf; 2], case: &Case, runs: usize) -> Result<Vec<[f64; 2]>> {
    let mut slowest = Duration::ZERO;
    for (program, whose) in programs.iter().zip(["base", "this tree"]) {
        slowest = slowest.max(time(program, case).with_context(|| whose.to_owned())?);
    }
    let runs = match slowest {
        time if time < SHORT => runs * 3,
        time if time > LONG => runs.min(3),
        _ => runs,
    };
    let mut pairs = Vec::new();
    for turn in 0..runs {
        let mut pair = [0.0; 2];
        for which in if turn % 2 == 0 { [0, 1] } else { [1, 0] } {
            pair[which] = time(&programs[which], case)?.as_secs_f64() * 1e3;
        }
        pairs.push(pair);
    }
    Ok(pairs)
}

fn time(program: &Path, case: &Case) -> Result<Duration> {
    let mut command = Command::new(program);
    command.args(&case.arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let start = Instant::now();
    let output = command.output().with_context(|| format!("cannot start {}", program.display()))?;
    let time = start.elapsed();
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        bail!("{}: {}", output.status, text.lines().next().unwrap_or("nothing on standard error"));
    }
    Ok(time)
}

fn print_row(name: &str, pairs: &[[f64; 2]]) {
    let column = |which: usize| pairs.iter().map(|pair| pair[which]).collect::<Vec<_>>();
    let (base, now) = (quantile(column(0), 0.5), quantile(column(1), 0.5));
    let ratios: Vec<f64> = pairs.iter().map(|pair| pair[1] / pair[0]).collect();
    let [low, middle, high] = [0.25, 0.5, 0.75].map(|q| quantile(ratios.clone(), q));
    println!("{name:<34} {base:>10.2} {now:>10.2} {middle:>8.3}  {low:.3} to {high:.3}");
}

/// A quantile by linear interpolation; the values are not empty.
fn quantile(mut values: Vec<f64>, q: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let place = q * (values.len() - 1) as f64;
    let (below, above) = (place.floor() as usize, place.ceil() as usize);
    values[below] + (values[above] - values[below]) * place.fract()
}

#[cfg(test)]
mod tests {
    use super::quantile;

    #[test]
    fn quantiles_are_interpolated() {
        assert_eq!(quantile(vec![3.0, 1.0, 2.0], 0.5), 2.0);
        assert_eq!(quantile(vec![4.0, 1.0, 2.0, 3.0], 0.5), 2.5);
        assert_eq!(quantile(vec![7.0], 0.25), 7.0);
    }
}
