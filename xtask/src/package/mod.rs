//! `cargo xtask package`: the npm package in `target/npm`. Cargo keeps `target/package` for the crate.

mod licences;
pub mod trial;

use crate::build;
use crate::project::Project;
use crate::run::{Job, begin};
use crate::setup::tools::npm;
use crate::site;
use crate::size;
use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const MANIFEST: &str = include_str!("package.json");
const README: &str = include_str!("readme.md");
const NOTICE: &str = include_str!("notice.md");

/// What is taken from the built site: files by name, folders with all that is in them.
const FROM_SITE: [&str; 16] = [
    "en-face.js",
    "en-face-aligned.js",
    "en-face-aligned.d.ts",
    "en-face-in-place.js",
    "en-face-in-place.d.ts",
    "no-encoder.js",
    "en-face.d.ts",
    "react.d.ts",
    "preact.d.ts",
    "solid.d.ts",
    "svelte.d.ts",
    "vue.d.ts",
    "custom-elements.json",
    "component",
    "encoder",
    "pkg",
];

/// Builds, and packs what is built. The tarball's path is the last line.
pub fn package(project: &Project) -> Result<PathBuf> {
    build::build(project)?;
    let tarball = pack(project)?;
    let bytes = fs::metadata(&tarball).map_or(0, |data| data.len());
    println!("  {:.1} MB: npm install {}", bytes as f64 / 1e6, tarball.display());
    println!("{}", tarball.display());
    Ok(tarball)
}

/// Makes the package's folder from what has been built, and the tarball from that.
pub fn pack(project: &Project) -> Result<PathBuf> {
    begin("npm pack");
    let out = project.out().join("npm");
    let folder = out.join("en-face");
    if out.exists() {
        fs::remove_dir_all(&out).with_context(|| format!("cannot remove {}", out.display()))?;
    }
    for (file, bytes) in contents(project)? {
        let path = folder.join(&file);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("cannot make {}", parent.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    let mut npm = npm(&folder);
    npm.args(["pack", "--silent", "--pack-destination"]).arg(&out);
    let packed = Job::new("npm pack", npm).run()?;
    let name = packed.output.lines().map(str::trim).rfind(|line| line.ends_with(".tgz"));
    let tarball = out.join(name.context("npm pack named no tarball")?);
    ensure!(tarball.is_file(), "npm pack has left no {}", tarball.display());
    Ok(tarball)
}

/// Every file of the package.
fn contents(project: &Project) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let site = project.site();
    let read = |path: &Path| {
        fs::read(path).with_context(|| format!("cannot read {}: what is to be packed", path.display()))
    };
    let mut contents = BTreeMap::new();
    for name in FROM_SITE {
        let path = site.join(name);
        if path.is_dir() {
            for file in site::files(&path)? {
                contents.insert(Path::new(name).join(&file), read(&path.join(&file))?);
            }
        } else {
            contents.insert(PathBuf::from(name), read(&path)?);
        }
    }
    let mut hinted = 0;
    for (file, bytes) in &mut contents {
        if file.extension().is_some_and(|ending| ending == "js") {
            let (script, found) = hinted_imports(&String::from_utf8_lossy(bytes));
            *bytes = script.into_bytes();
            hinted += found;
        }
    }
    ensure!(hinted >= 2, "the page's script and the worker's import the core by its address: {hinted} do");
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        contents.insert(PathBuf::from(name), read(&project.root.join(name))?);
    }
    let crate_facts = crate_facts(&project.root)?;
    contents.insert("package.json".into(), fill(MANIFEST, &crate_facts).into_bytes());
    contents.insert("README.md".into(), readme(project, &contents)?.into_bytes());
    contents.insert("NOTICE.md".into(), notice(project).into_bytes());
    contents.insert("THIRD-PARTY.md".into(), licences::third_party(project)?.into_bytes());
    let lacking: Vec<String> = named(&serde_json::from_str(MANIFEST)?)
        .into_iter()
        .filter(|name| !contents.keys().any(|file| matches(name, file)))
        .collect();
    ensure!(lacking.is_empty(), "the package has no {}, which its package.json names", lacking.join(", "));
    Ok(contents)
}

/// Tells bundlers to leave an import alone whose address is only known when it runs; esbuild drops the comments that say so.
/// Also how many there are.
fn hinted_imports(script: &str) -> (String, usize) {
    let (mut parts, mut found) = (script.split("import("), 0);
    let mut hinted = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.split(')').next().unwrap_or_default();
        let is_variable =
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_$".contains(c));
        hinted += "import(";
        if is_variable {
            hinted += "/* webpackIgnore: true */ /* @vite-ignore */ ";
            found += 1;
        }
        hinted += part;
    }
    (hinted, found)
}

/// Whether a file is one that package.json names: by its path, or by that of a folder with an asterisk.
fn matches(name: &str, file: &Path) -> bool {
    match name.strip_suffix("/*") {
        Some(folder) => file.starts_with(folder),
        None => file == Path::new(name),
    }
}

/// The files that package.json's entries and side effects name.
fn named(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => text.strip_prefix("./").map(str::to_owned).into_iter().collect(),
        serde_json::Value::Array(values) => values.iter().flat_map(named).collect(),
        serde_json::Value::Object(values) => values.values().flat_map(named).collect(),
        _ => Vec::new(),
    }
}

/// What package.json takes from Cargo.toml.
fn crate_facts(root: &Path) -> Result<[(&'static str, String); 3]> {
    let fact = |key: &str| crate_fact(root, key);
    Ok([("VERSION", fact("version")?), ("DESCRIPTION", fact("description")?), ("LICENSE", fact("license")?)])
}

/// A string of Cargo.toml's `[package]`.
pub fn crate_fact(root: &Path, key: &str) -> Result<String> {
    let path = root.join("Cargo.toml");
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let manifest: toml::Table = text.parse().with_context(|| format!("cannot read {}", path.display()))?;
    let value = manifest.get("package").and_then(|package| package.get(key)).and_then(toml::Value::as_str);
    value.map(str::to_owned).with_context(|| format!("{} has no `package.{key}`", path.display()))
}

/// Puts values into the quotes, or the words, that stand for them.
fn fill(text: &str, values: &[(&str, String)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("\"{name}\""), &format!("{value:?}"))
    })
}

/// The package's own first page, with the sizes and the encoder that it really has.
fn readme(project: &Project, contents: &BTreeMap<PathBuf, Vec<u8>>) -> Result<String> {
    let encoder = contents.get(Path::new(site::ENCODER));
    let Some(encoder) = encoder else { bail!("there is no sentence encoder: run `cargo xtask model`") };
    let hash: String = Sha256::digest(encoder).iter().map(|byte| format!("{byte:02x}")).collect();
    let mut text = README.replace("SHA256", &hash).replace("BYTES", &encoder.len().to_string());
    for group in size::totals(project)? {
        let name = format!("KB_{}", group.name.to_uppercase());
        text = text.replace(&name, &format!("{:.0}", group.gzip as f64 / 1000.0));
    }
    ensure!(!text.contains("KB_"), "the package's README names a size that nobody measures");
    Ok(text)
}

fn notice(project: &Project) -> String {
    let models = &project.config.models;
    let wheel = |wheel: &crate::config::Wheel| format!("{} {}", wheel.package, wheel.version);
    NOTICE.replace("ENCODER", &wheel(&models.encoder)).replace("WORDS", &wheel(&models.words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_of_what_is_not_known_yet_are_left_alone_by_bundlers() {
        let (script, found) = hinted_imports("import a from'b';import(\"./c.js\");let e=import($t);f()");
        assert_eq!(found, 1);
        assert_eq!(
            script.replace("/* webpackIgnore: true */ /* @vite-ignore */ ", ""),
            "import a from'b';import(\"./c.js\");let e=import($t);f()"
        );
        assert!(script.contains("e=import(/* webpackIgnore: true */ /* @vite-ignore */ $t)"), "{script}");
    }

    #[test]
    fn files_are_those_that_package_json_names() {
        let names = named(&serde_json::from_str(MANIFEST).unwrap());
        assert!(
            ["en-face.js", "no-encoder.js", "pkg/*"].iter().all(|name| names.contains(&(*name).to_owned()))
        );
        assert!(matches("pkg/*", Path::new("pkg/a.js")) && !matches("pkg/*", Path::new("a.js")));
    }
}
