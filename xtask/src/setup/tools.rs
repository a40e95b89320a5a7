//! Programs of an exact version: from PATH or the cache folder when they are there, else installed into the cache.

use crate::project::{Project, on_path};
use crate::run::{Job, ask, begin, command};
use anyhow::{Context, Result, bail};
use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How a program spends its time, and so how much time its compiler takes.
#[derive(Clone, Copy)]
pub enum Speed {
    /// It waits for others, for whom it hands things on: no optimization, the quickest to build.
    Waits,
    /// It works itself: little optimization, half the time of all of it.
    Works,
}

/// The programs of a crate, in one folder, built by `cargo install` unless they are there. The first one's file.
pub fn ensure_cargo(
    project: &Project,
    package: &str,
    programs: &[&str],
    version: &str,
    speed: Speed,
) -> Result<PathBuf> {
    let file = |folder: &Path, program: &str| folder.join(format!("{program}{EXE_SUFFIX}"));
    let complete = |folder: &Path| programs.iter().all(|program| reports(&file(folder, program), version));
    let ours = project.cache.join("bin");
    let elsewhere = on_path(programs[0]).and_then(|found| found.parent().map(ToOwned::to_owned));
    if let Some(folder) = elsewhere.into_iter().chain([ours.clone()]).find(|folder| complete(folder)) {
        return Ok(file(&folder, programs[0]));
    }
    begin(&format!("cargo install {package}@{version} into {}", project.cache.display()));
    let build = project.cache.join("build");
    let mut cargo = command("cargo", &project.cache);
    cargo
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", if matches!(speed, Speed::Waits) { "0" } else { "1" })
        .args(["install", "--locked", "--force", &format!("{package}@{version}")])
        .arg("--root")
        .arg(&project.cache)
        .arg("--target-dir")
        .arg(&build);
    Job::new(package, cargo).run()?;
    if !complete(&ours) {
        let names = programs.join(", ");
        bail!("cargo installed {names} in {}, but they do not report version {version}", ours.display());
    }
    Ok(file(&ours, programs[0]))
}

/// Removes what `cargo install` left: a gigabyte that only another version would need again.
pub fn clean(project: &Project) -> Result<()> {
    let build = project.cache.join("build");
    if build.exists() {
        fs::remove_dir_all(&build).with_context(|| format!("cannot remove {}", build.display()))?;
    }
    Ok(())
}

/// A program from npm in the pinned version, from PATH or our own folder. Nothing where npm is missing: these programs
/// only make what is built smaller.
pub fn ensure_npm(project: &Project, package: &str, program: &str, version: &str) -> Result<Option<PathBuf>> {
    // Binaryen's programs say the major version only.
    let said = version.strip_suffix(".0.0").unwrap_or(version);
    let prefix = project.cache.join("npm").join(package);
    let suffix = if cfg!(windows) { ".cmd" } else { "" };
    let ours = prefix.join("node_modules").join(".bin").join(format!("{program}{suffix}"));
    let there = on_path(program).into_iter().chain([ours.clone()]);
    if let Some(found) = there.into_iter().find(|file| reports(file, said)) {
        return Ok(Some(found));
    }
    if on_path("npm").is_none() {
        println!(
            "  npm is not on PATH: without {program} what is built is larger. Install Node.js 20 or newer."
        );
        return Ok(None);
    }
    begin(&format!("npm install {package}@{version} into {}", prefix.display()));
    fs::create_dir_all(&prefix).with_context(|| format!("cannot make {}", prefix.display()))?;
    let mut npm = npm(&prefix);
    npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(&prefix);
    npm.arg(format!("{package}@{version}"));
    Job::new("npm install", npm).run()?;
    if !reports(&ours, said) {
        bail!(
            "`{} --version` does not say {said} after npm installed it: remove {} and try again",
            ours.display(),
            prefix.display()
        );
    }
    Ok(Some(ours))
}

/// npm in `folder`.
pub fn npm(folder: &Path) -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" }, folder)
}

/// Whether `program --version` starts with a line that has `version` as a word.
pub fn reports(program: &Path, version: &str) -> bool {
    let mut command = Command::new(program);
    command.arg("--version");
    let answer = ask(command).unwrap_or_default();
    answer.lines().next().is_some_and(|line| line.split_whitespace().any(|word| word == version))
}
