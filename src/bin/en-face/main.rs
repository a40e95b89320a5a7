//! The command-line program: the same pipeline as in the browser, for files.
// Tests for the browser compile every target: there is nothing of this one there.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

mod align;
mod archive;
mod build;
mod embed;
mod encoder;
mod input;
mod linking;
mod pool;
mod progress;
mod segment;

use clap::{Parser, Subcommand};
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Finds out which sentence of a bilingual page was made from which.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Link the sentences of a page, of two files of sentences, or of an archive of pages
    Align(align::Arguments),
    /// Make static HTML, JSON and TMX of pages, for a web site
    Build(build::Arguments),
    /// Print a text's sentences, one a line, with an empty line between blocks
    Segment(segment::Arguments),
    /// Print the vector of each sentence of a file, one a line
    Embed(embed::Arguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let output = match &arguments.command {
        Command::Align(arguments) if arguments.jsonl() => return finish(archive::run(arguments)),
        Command::Align(arguments) => align::run(arguments),
        Command::Build(arguments) => return finish(build::run(arguments)),
        Command::Segment(arguments) => segment::run(arguments),
        Command::Embed(arguments) => return finish(embed::run(arguments)),
    };
    finish(output.and_then(|output| print(&output)))
}

/// Prints a whole result; a reader that stops reading early is no error.
fn print(output: &str) -> Result<(), input::Error> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(output.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(input::Error::output(&error)),
        _ => Ok(()),
    }
}

fn finish(result: Result<(), input::Error>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("en-face: {error}");
            ExitCode::FAILURE
        }
    }
}
