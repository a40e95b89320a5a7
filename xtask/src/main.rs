//! `cargo xtask`: the project's chores. Each prepares what it needs and is quick the second time.

mod bench;
mod browsers;
mod build;
mod config;
mod docs;
mod eval;
mod model;
mod own_names;
mod package;
mod pages;
mod project;
mod revision;
mod run;
mod serve;
mod setup;
mod site;
mod size;
mod tables;
mod test;
mod wasm;

use anyhow::Result;
use clap::{Parser, Subcommand};
use project::Project;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The chores of en-face", version = None)]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Install what the other chores need: compiler for wasm, tools, browsers, test packages
    Setup,
    /// Make the sentence encoder's file, and print its path last
    Model(model::Options),
    /// Build the module and put the site together in target/site
    Build,
    /// Build, and make the npm package in target/npm
    Package,
    /// Build, then serve the reader page on this machine
    Serve(serve::Options),
    /// Run every check and every test, or a part of them
    Test(test::Options),
    /// Put the tables of what the element offers into README.md and docs/, from its manifest
    Tables(tables::Options),
    /// Print the sizes of what a page loads, and fail when a budget is broken
    Size(size::Options),
    /// Score the links on the gold pages, and what each source of evidence is worth
    Eval(eval::Options),
    /// Measure the program against the last commit, as ratios
    Bench(bench::Options),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = Project::find().and_then(|project| match cli.chore {
        Chore::Setup => setup::everything(&project).map(|_| true),
        Chore::Model(options) => model::model(&project, &options).map(|_| true),
        Chore::Build => build::build(&project).map(|_| true),
        Chore::Package => package::package(&project).map(|_| true),
        Chore::Serve(options) => serve::serve(&project, &options).map(|()| true),
        Chore::Test(options) => test::test(&project, &options),
        Chore::Tables(options) => tables::tables(&project, &options),
        Chore::Size(options) => size::size(&project, &options),
        Chore::Eval(options) => eval::eval(&project, &options),
        Chore::Bench(options) => bench::bench(&project, &options).map(|()| true),
    });
    exit_code(outcome)
}

/// A chore that failed has said so already; an error is said here, with its causes.
fn exit_code(outcome: Result<bool>) -> ExitCode {
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
