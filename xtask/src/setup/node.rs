//! The npm packages of the tests: `npm ci` when what is installed is not what the lock file names.

use super::tools::{npm, reports};
use crate::project::Project;
use crate::run::{Job, ask, begin, command};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Vite's own lower bound.
const OLDEST_NODE: (u32, u32) = (20, 19);

#[derive(Deserialize)]
struct Lock {
    packages: BTreeMap<String, Package>,
}

#[derive(Deserialize)]
struct Package {
    #[serde(default)]
    version: String,
    #[serde(default)]
    optional: bool,
}

/// Installs the packages of tests/browser unless they are there in the locked versions.
pub fn ensure_packages(project: &Project) -> Result<()> {
    let folder = project.browser_tests();
    let mut node = command("node", &folder);
    node.arg("--version");
    let version = ask(node).context("`node` does not start: install Node.js 20.19 or newer")?;
    let mut parts = version.trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let (major, minor) = OLDEST_NODE;
    if (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) < OLDEST_NODE {
        bail!(
            "node is {version}, and the tests need {major}.{minor} or newer: install it from https://nodejs.org"
        );
    }
    ensure(&folder, "tests/browser")
}

/// Installs the packages that a folder's lock file names, unless they are there in these versions.
pub fn ensure(folder: &Path, name: &str) -> Result<()> {
    if are_there(folder)? {
        return Ok(());
    }
    begin(&format!("npm ci for {name}"));
    let mut npm = npm(folder);
    npm.args(["ci", "--no-audit", "--no-fund"]);
    Job::new("npm ci", npm).run()?;
    if !are_there(folder)? {
        bail!("npm ci did not install what {} names", folder.join("package-lock.json").display());
    }
    Ok(())
}

/// Compares the installed packages with the lock file; those for other systems only are optional there.
fn are_there(folder: &Path) -> Result<bool> {
    let path = folder.join("package-lock.json");
    let lock: Lock = read_json(&path)?;
    let modules = lock.packages.iter().filter(|(place, package)| !place.is_empty() && !package.optional);
    for (place, package) in modules {
        let installed = folder.join(place).join("package.json");
        if !installed.is_file() || read_json::<Package>(&installed)?.version != package.version {
            return Ok(false);
        }
    }
    // The compiler proper is an optional package, one a system.
    let typescript = lock.packages.get("node_modules/typescript").map(|package| package.version.as_str());
    let suffix = if cfg!(windows) { ".cmd" } else { "" };
    let compiler = folder.join("node_modules").join(".bin").join(format!("tsc{suffix}"));
    Ok(typescript.is_none_or(|version| reports(&compiler, version)))
}

fn read_json<T: for<'a> Deserialize<'a>>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not as expected", path.display()))
}
