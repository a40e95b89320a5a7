//! `cargo xtask eval`: how good the links are on the gold pages, and what each source of evidence is worth.

use crate::model;
use crate::project::Project;
use crate::run::{Job, begin, command};
use anyhow::Result;
use clap::Args;
use std::path::PathBuf;

/// Options of `cargo xtask eval`.
#[derive(Args)]
pub struct Options {
    /// Fit the weights of summaries to all gold pages and print them as src/align/weights.rs has them
    #[arg(long)]
    fit: bool,
    /// Only the figures, without what each source of evidence is worth
    #[arg(long)]
    brief: bool,
    /// A line for each text
    #[arg(long)]
    each: bool,
    /// An encoder file, instead of the one that `cargo xtask model` makes
    #[arg(long, value_name = "FILE")]
    encoder: Option<PathBuf>,
    /// Folders with gold, instead of tests/gold and what is in ../shared/gold
    gold: Vec<PathBuf>,
}

/// Builds the tool, and runs it on all gold that is there.
///
/// # Errors
/// When the encoder cannot be made, the tool not be built, or the gold not be read.
pub fn eval(project: &Project, options: &Options) -> Result<bool> {
    let encoder = match &options.encoder {
        Some(file) => file.clone(),
        None => model::ensure(project, &model::Options::default())?,
    };
    begin("cargo build --release -p en-face-eval");
    let mut build = command("cargo", &project.root);
    build.args(["build", "--release", "--locked", "--package", "en-face-eval"]);
    Job::new("en-face-eval", build).run()?;
    let mut tool = command("cargo", &project.root);
    tool.args(["run", "--quiet", "--release", "--locked", "--package", "en-face-eval", "--"]);
    tool.arg("--encoder").arg(encoder).arg("--pages").arg(project.root.join("seeds"));
    let switches = [(options.fit, "--fit"), (options.brief, "--brief"), (options.each, "--each")];
    tool.args(switches.into_iter().filter_map(|(on, switch)| on.then_some(switch)));
    if options.gold.is_empty() {
        tool.arg(project.root.join("tests/gold"));
        let shared = project.root.join("../shared/gold");
        if shared.is_dir() {
            tool.args([shared.join("dev"), shared.join("ntrex")]);
        } else {
            eprintln!("../shared/gold is not there: only the gold of tests/gold is used");
        }
    } else {
        tool.args(&options.gold);
    }
    begin("en-face-eval: every summary is fitted and aligned some fifty times, which takes a minute");
    Ok(tool.status()?.success())
}
