//! `target/site`: the shell from www/, the sample pages from seeds/, the module, and the list of pages.

use crate::pages;
use crate::project::Project;
use crate::run::Job;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Brings the site up to date: writes what differs, removes what no longer has a source.
pub fn assemble(project: &Project, minifier: Option<&Path>) -> Result<()> {
    let site = project.site();
    let www = project.root.join("www");
    let small = project.root.join("target").join("minified");
    let mut wanted: BTreeMap<PathBuf, Vec<u8>> = BTreeMap::new();
    let mut sources = vec![(www.clone(), ""), (project.root.join("seeds"), "seeds")];
    if let Some(minifier) = minifier {
        if small.exists() {
            fs::remove_dir_all(&small).with_context(|| format!("cannot remove {}", small.display()))?;
        }
        minify(project, minifier, &www, &small)?;
        // Later sources replace earlier ones.
        sources.push((small, ""));
    }
    for (source, prefix) in sources {
        for file in files(&source)? {
            let bytes =
                fs::read(source.join(&file)).with_context(|| format!("cannot read {}", file.display()))?;
            wanted.insert(Path::new(prefix).join(file), bytes);
        }
    }
    let seeds = pages::folder("seeds", "seeds", &project.root.join("seeds"))?;
    wanted.insert(PathBuf::from("pages.json"), pages::json(&[seeds])?);

    for file in files(&site)? {
        if !wanted.contains_key(&file) && !file.starts_with("pkg") {
            let path = site.join(file);
            fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    for (file, bytes) in wanted {
        let path = site.join(file);
        if fs::read(&path).is_ok_and(|old| old == bytes) {
            continue;
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Writes the scripts and styles of a folder into another, or over themselves, without comments and long names.
/// Each stays a file of its own, as browsers load it; errors of syntax are found here.
pub fn minify(project: &Project, minifier: &Path, from: &Path, to: &Path) -> Result<()> {
    let is_code = |file: &PathBuf| {
        let ending = file.extension().unwrap_or_default();
        ending == "js" || ending == "css"
    };
    let mut esbuild = Command::new(minifier);
    esbuild.current_dir(&project.root).args(["--minify", "--log-level=warning", "--allow-overwrite"]);
    esbuild.arg(format!("--outbase={}", from.display())).arg(format!("--outdir={}", to.display()));
    esbuild.args(files(from)?.iter().filter(|file| is_code(file)).map(|file| from.join(file)));
    Job::new("esbuild", esbuild).run().map(drop)
}

/// The plain files below a folder, relative to it, sorted; hidden ones and links are left out. Without the folder, none.
pub fn files(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let path = root.join(&folder);
        if !path.exists() {
            continue;
        }
        for entry in fs::read_dir(&path).with_context(|| format!("cannot read {}", path.display()))? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let kind = entry.file_type()?;
            let file = folder.join(entry.file_name());
            if kind.is_dir() {
                folders.push(file);
            } else if kind.is_file() {
                found.push(file);
            }
        }
    }
    found.sort();
    Ok(found)
}
