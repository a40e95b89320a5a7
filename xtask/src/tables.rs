//! `cargo xtask tables`: the tables of what `<en-face>` offers, made from its custom-elements manifest and put between the
//! markers in README.md and the pages of docs/.
//!
//! A marker is a comment of its own line, `<!-- table: attributes -->`, and so is the end, `<!-- end of table -->`.

mod manifest;

use crate::project::Project;
use anyhow::{Context, Result, ensure};
use clap::Args;
use manifest::Element;
use std::fs;
use std::path::PathBuf;

const BEGIN: &str = "<!-- table: ";
const END: &str = "<!-- end of table -->";

/// Options of `cargo xtask tables`.
#[derive(Args)]
pub struct Options {
    /// Change nothing, and fail where a table is not what the manifest says
    #[arg(long)]
    check: bool,
}

/// Brings the tables up to date, or checks that they are.
pub fn tables(project: &Project, options: &Options) -> Result<bool> {
    if options.check {
        check(project)?;
        return Ok(true);
    }
    for file in update(project, true)? {
        println!("  written: {}", file.display());
    }
    Ok(true)
}

/// Fails where a table is not what the manifest says.
pub fn check(project: &Project) -> Result<()> {
    let stale: Vec<_> = update(project, false)?.iter().map(|file| file.display().to_string()).collect();
    ensure!(
        stale.is_empty(),
        "run `cargo xtask tables`, for the manifest says otherwise: {}",
        stale.join(", ")
    );
    Ok(())
}

/// Puts the tables into every file that has markers; gives the files that were different.
fn update(project: &Project, write: bool) -> Result<Vec<PathBuf>> {
    let element = Element::read(project)?;
    let mut stale = Vec::new();
    let mut filled = 0;
    for file in pages(project)? {
        let old = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let new = fill(&element, &old).with_context(|| file.display().to_string())?;
        filled += new.matches(BEGIN).count();
        if new == old {
            continue;
        }
        if write {
            fs::write(&file, new).with_context(|| format!("cannot write {}", file.display()))?;
        }
        stale.push(file);
    }
    ensure!(filled > 0, "no page has a table of the manifest");
    Ok(stale)
}

/// README.md and all Markdown below docs/.
fn pages(project: &Project) -> Result<Vec<PathBuf>> {
    let mut pages = vec![project.root.join("README.md")];
    let mut folders = vec![project.root.join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in
            fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?.flatten()
        {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                pages.push(path);
            }
        }
    }
    pages.sort();
    Ok(pages)
}

/// A page's text with what stands between its markers made anew.
fn fill(element: &Element, page: &str) -> Result<String> {
    let mut lines = page.lines();
    let mut new = String::with_capacity(page.len());
    while let Some(line) = lines.next() {
        new.push_str(line);
        new.push('\n');
        let Some(name) = line.strip_prefix(BEGIN).and_then(|rest| rest.strip_suffix(" -->")) else {
            continue;
        };
        ensure!(lines.by_ref().any(|line| line == END), "the table {name} has no end: a line `{END}`");
        new.push_str(&format!("\n{}\n{END}\n", element.table(name)?));
    }
    Ok(new)
}

#[cfg(test)]
mod tests;
