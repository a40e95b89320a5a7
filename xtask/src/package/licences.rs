//! The licences of the crates that the WebAssembly module is made from, with the texts that they want to be passed on.

use crate::project::Project;
use anyhow::{Context, Result, bail, ensure};
use cargo_metadata::{CargoOpt, DependencyKind, MetadataCommand, Package, PackageId, TargetKind};
use spdx::{Expression, LicenseReq, Licensee, ParseMode};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Licences that a crate may be under, the most wanted first, and words that its text has. A licence without words is
/// in the package already, with all of its text.
const ACCEPTED: [(&str, Option<&str>); 4] = [
    ("MIT", Some("Permission is hereby granted, free of charge")),
    ("Apache-2.0", None),
    ("Unicode-3.0", Some("UNICODE LICENSE V3")),
    ("Zlib", Some("This software is provided 'as-is'")),
];

/// The page THIRD-PARTY.md.
///
/// # Errors
/// When a crate is under a licence that is not accepted, or has no file with the text that is to be passed on.
pub fn third_party(project: &Project) -> Result<String> {
    let mut texts: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for package in linked(project)? {
        let name = format!("{} {}", package.name, package.version);
        let folder = package.manifest_path.parent().context("a manifest lies in a folder")?;
        let license = package.license.as_deref().with_context(|| format!("{name} names no licence"))?;
        for (id, words) in chosen(license).with_context(|| name.clone())? {
            let text = match words {
                Some(words) => {
                    text_with(folder.as_std_path(), words).with_context(|| format!("{name}, {id}"))?
                }
                None => String::new(),
            };
            texts.entry((id.to_owned(), text)).or_default().push(name.clone());
        }
    }
    Ok(page(&texts))
}

/// The crates whose code is in the module: what the library needs when it runs, and what that needs. Macros are not.
fn linked(project: &Project) -> Result<Vec<Package>> {
    let mut command = MetadataCommand::new();
    command.current_dir(&project.root).features(CargoOpt::NoDefaultFeatures);
    command.other_options(["--locked", "--filter-platform", project.config.target()].map(str::to_owned));
    let metadata = command.exec().context("cargo metadata")?;
    let root = metadata.workspace_packages().into_iter().find(|package| package.name.as_str() == "en-face");
    let root = root.context("cargo metadata does not know en-face")?.id.clone();
    let nodes = metadata.resolve.context("cargo metadata resolves nothing")?.nodes;
    let is_macro = |id: &PackageId| {
        let targets =
            metadata.packages.iter().filter(|package| package.id == *id).flat_map(|package| &package.targets);
        targets.flat_map(|target| &target.kind).any(|kind| *kind == TargetKind::ProcMacro)
    };
    let mut found = BTreeSet::new();
    let mut unread = vec![root.clone()];
    while let Some(id) = unread.pop() {
        let Some(node) = nodes.iter().find(|node| node.id == id) else { continue };
        for dep in &node.deps {
            let runs = dep.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal);
            if runs && !is_macro(&dep.pkg) && found.insert(dep.pkg.clone()) {
                unread.push(dep.pkg.clone());
            }
        }
    }
    let mut packages: Vec<Package> =
        metadata.packages.into_iter().filter(|package| found.contains(&package.id)).collect();
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    ensure!(!packages.is_empty(), "cargo metadata knows no crates that en-face is made from");
    Ok(packages)
}

/// Those of the accepted licences that an expression comes down to, with the words that their texts have.
fn chosen(expression: &str) -> Result<Vec<(&'static str, Option<&'static str>)>> {
    let parsed = Expression::parse_mode(expression, ParseMode::LAX)?;
    let accepted: Vec<Licensee> =
        ACCEPTED.iter().map(|(id, _)| Licensee::parse(id)).collect::<Result<_, _>>()?;
    let wanted: Vec<LicenseReq> = parsed
        .minimized_requirements(accepted.iter())
        .with_context(|| format!("`{expression}` is a licence that nobody has looked at yet"))?;
    wanted
        .iter()
        .map(|licence| {
            let known = ACCEPTED.iter().find(|(id, _)| *id == licence.to_string());
            known.copied().with_context(|| format!("`{licence}` is a licence that nobody has looked at yet"))
        })
        .collect()
}

/// The text of the file in a crate's folder that has these words.
fn text_with(folder: &Path, words: &str) -> Result<String> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths: Vec<_> =
        entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if !["LICENSE", "LICENCE", "COPYING"].iter().any(|start| name.starts_with(start)) {
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        if text.contains(words) {
            let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
            return Ok(lines.join("\n").trim().to_owned());
        }
    }
    bail!("no file in {} has the licence's text", folder.display())
}

fn page(texts: &BTreeMap<(String, String), Vec<String>>) -> String {
    let mut page = String::from(
        "# The Rust crates in `pkg/en_face_bg.wasm`\n\nEach is used under the licence that it stands under here, whatever else \
         its authors offer.\n",
    );
    for ((id, text), names) in texts {
        page += &format!("\n## {}\n\n", names.join(", "));
        if text.is_empty() {
            page += &format!("{id}; the text is in `LICENSE-APACHE`.\n");
        } else {
            page += &format!("{id}:\n\n```text\n{text}\n```\n");
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_chosen_where_there_is_a_choice() {
        let ids = |expression: &str| -> Vec<&str> {
            chosen(expression).unwrap().into_iter().map(|(id, _)| id).collect()
        };
        assert_eq!(ids("Apache-2.0/MIT"), ["MIT"]);
        assert_eq!(ids("Unlicense OR MIT"), ["MIT"]);
        assert_eq!(ids("Apache-2.0"), ["Apache-2.0"]);
        let mut both = ids("(MIT OR Apache-2.0) AND Unicode-3.0");
        both.sort_unstable();
        assert_eq!(both, ["MIT", "Unicode-3.0"]);
        assert!(chosen("GPL-3.0-only").is_err());
    }

    #[test]
    fn crates_of_the_module_are_listed_with_their_texts() {
        let page = third_party(&Project::find().unwrap()).unwrap();
        assert!(page.contains("pulldown-cmark 0.13") && page.contains("Copyright 2015 Google"), "{page}");
        for macros in ["syn ", "quote ", "serde_derive "] {
            assert!(
                !page.contains(&format!("## {macros}")) && !page.contains(&format!(", {macros}")),
                "{macros}"
            );
        }
    }
}
