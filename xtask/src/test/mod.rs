//! `cargo xtask test`: every check and every test, step by step, with a closing line that counts the steps.

mod engines;
mod lint;
mod packages;
mod report;

use crate::browsers::{Engine, Found};
use crate::build;
use crate::project::Project;
use crate::run::{Job, command, time};
use crate::setup::{self, Ready};
use crate::size;
use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
pub use engines::in_engine;
use report::{Report, counted};
use std::time::{Duration, Instant};

/// After this a step hangs, and is ended.
const LIMIT: Duration = Duration::from_secs(20 * 60);

/// Options of `cargo xtask test`.
#[derive(Args)]
pub struct Options {
    /// Run only this part
    part: Option<Part>,
    /// Run the browser tests only in this engine; may be given again
    #[arg(long, value_name = "ENGINE")]
    browser: Vec<Engine>,
}

/// A part of the checks.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// rustfmt, clippy, rustdoc, tsc, manifest, types, tables
    Lint,
    /// `cargo test`
    Native,
    /// The Rust tests that run in browsers
    Web,
    /// The npm package in projects that use it, and the crate
    Package,
    /// The end-to-end tests
    Browser,
}

impl Options {
    fn wants(&self, part: Part) -> bool {
        self.part.is_none_or(|only| only == part)
    }
}

/// Runs the steps and tells whether all went well. A step that fails does not keep the others from running.
pub fn test(project: &Project, options: &Options) -> Result<bool> {
    // Asked for before any build, which might replace the file.
    let xtask = std::env::current_exe().context("cannot find this program's file")?;
    let start = Instant::now();
    let mut report = Report::default();

    if options.wants(Part::Lint) {
        lint::format(project, &mut report);
        lint::tables(project, &mut report);
    }
    // The native tests need nothing but Rust.
    let alone = options.part == Some(Part::Native);
    let ready = if alone { None } else { report.step("set-up", || setup::everything(project)) };
    if !alone && ready.is_none() {
        report.not_run("wasm, scripts and browsers", "the set-up failed");
    }
    // The two compilers have a folder each, and much of what they do keeps one processor busy.
    let found = report.beside(
        |report| native(project, options, ready.as_ref(), report),
        |report| ready.as_ref().and_then(|ready| for_the_browser(project, options, ready, report)),
    );
    if let Some(ready) = &ready
        && options.wants(Part::Browser)
    {
        for found in found.iter().flatten() {
            engines::end_to_end(project, ready, found, &xtask, &mut report);
        }
    }

    println!("{}", time(start.elapsed()));
    for name in &report.failed {
        println!("failed: {name}");
    }
    println!("{} passed, {} failed", report.passed, report.failed.len());
    Ok(report.failed.is_empty())
}

/// What needs Rust and nothing else.
fn native(project: &Project, options: &Options, ready: Option<&Ready>, report: &mut Report) {
    if options.wants(Part::Lint) {
        lint::native(project, report);
    }
    if options.wants(Part::Native) {
        report.counting("native tests", || {
            let mut cargo = command("cargo", &project.root);
            cargo.args(["test", "--workspace", "--locked", "--no-fail-fast"]);
            if let Some(ready) = ready {
                cargo.env("EN_FACE_ENCODER", &ready.encoder);
            }
            counted(&Job::new("native tests", cargo).limit(LIMIT).run()?, "passed")
        });
    }
    if options.wants(Part::Package) {
        packages::cargo(project, report);
    }
    if options.wants(Part::Browser) {
        let mut cargo = command("cargo", &project.root);
        cargo.args(["build", "--locked", "--bin", "en-face"]);
        report.run("the program that end-to-end tests run", cargo);
    }
}

/// What needs the compiler for wasm, the npm packages or a browser, but for the end-to-end tests: the engines that can
/// run these, when what they test was built.
fn for_the_browser<'a>(
    project: &Project,
    options: &Options,
    ready: &'a Ready,
    report: &mut Report,
) -> Option<Vec<&'a Found>> {
    if options.wants(Part::Lint) {
        lint::wasm(project, &ready.wasm, report);
    }
    let mut built = false;
    if [Part::Lint, Part::Package, Part::Browser].iter().any(|part| options.wants(*part)) {
        built = report.step("build", || build::build_with(project, &ready.wasm)).is_some();
        if options.part.is_none() {
            if built {
                report.counting("size", || size::check(project));
            } else {
                report.not_run("size", "the build failed");
            }
        }
    }
    if options.wants(Part::Lint) {
        if built {
            lint::scripts(project, report);
        } else {
            report.not_run("tsc", "the build failed");
        }
    }
    if options.wants(Part::Package) || options.wants(Part::Browser) {
        if built {
            packages::npm(project, report);
        } else {
            report.not_run("npm package", "the build failed");
        }
    }
    if !options.wants(Part::Web) && !options.wants(Part::Browser) {
        return None;
    }
    let found = engines::chosen(ready, &options.browser, report);
    if options.wants(Part::Web) {
        if has_web_tests(project) {
            found.iter().for_each(|found| engines::web_tests(project, ready, found, report));
        } else {
            println!("SKIPPED: wasm tests, because there is no tests/web.rs");
        }
    }
    if options.wants(Part::Browser) && !built {
        report.not_run("end-to-end tests", "the build failed");
        return None;
    }
    Some(found)
}

fn has_web_tests(project: &Project) -> bool {
    project.root.join("tests").join("web.rs").is_file()
}
