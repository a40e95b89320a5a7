//! What is published: the npm package with the projects that use it, and the crate.

use super::LIMIT;
use super::report::Report;
use crate::package::{self, trial};
use crate::project::Project;
use crate::run::{Job, command};
use anyhow::{Context, Result, ensure};
use std::fs;

/// The most that the crate may have, packed, in bytes: the library and the program, not pictures and gold pages.
const CRATE: u64 = 600_000;

/// Packs the npm package, checks it, installs it into projects and builds these. The browser tests drive them.
pub fn npm(project: &Project, report: &mut Report) {
    report.counting("npm package", || trial::build(project, &package::pack(project)?));
}

/// Packs the crate, and builds it from what was packed.
pub fn cargo(project: &Project, report: &mut Report) {
    report.counting("cargo package", || {
        let mut cargo = command("cargo", &project.root);
        // What is tested need not be committed yet.
        cargo.args(["package", "--package", "en-face", "--locked", "--allow-dirty"]);
        Job::new("cargo package", cargo).limit(LIMIT).run()?;
        size_of_crate(project)
    });
}

fn size_of_crate(project: &Project) -> Result<String> {
    let version = package::crate_fact(&project.root, "version")?;
    let file = project.cargo_target.join("package").join(format!("en-face-{version}.crate"));
    let size = fs::metadata(&file).with_context(|| format!("cannot read {}", file.display()))?.len();
    ensure!(size <= CRATE, "the crate has {size} bytes, more than {CRATE}: see `include` in Cargo.toml");
    Ok(format!("{size} of {CRATE} bytes"))
}
