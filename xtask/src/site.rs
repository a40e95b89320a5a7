//! `target/site`: the shell from www/, the sample pages from seeds/, the module, the encoder, the list of pages, the
//! documentation.

use crate::docs;
use crate::own_names;
use crate::pages;
use crate::project::Project;
use crate::run::Job;
use crate::wasm::Minifiers;
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The encoder that ships with the component, in the site; below `share/en-face` it has no folder.
pub const ENCODER: &str = "encoder/zh-en.enface";

/// The script that knows the encoder's address, length and hash, and the one that it is bundled into.
const ASSET: &str = "encoder-asset.js";
const ENTRY: &str = "en-face.js";

/// The component's scripts and styles that are loaded by themselves: they are made one file each, and some more of what
/// several scripts use. That is 4 KB less after gzip, and 9 requests instead of 40.
const ENTRIES: [&str; 5] = [
    "component/whole.js",
    // What is bundled finds other files from beside them: from one folder only.
    "component/reading=component/modes/reading.js",
    "component/finished=component/modes/finished-with-tools.js",
    "component/in-place=component/modes/in-place-with-core.js",
    TOOLS,
];

/// What more than one of them has in it goes into one file, whole: a dozen small ones would travel with 5 KB more.
const BASE: &str = "component/base.js";

/// One file without imports: bundlers that find its address in a script copy it as it is.
const WORKER: &str = "component/worker.js";

/// Scripts with everything inside: they load nothing, so that one hash covers all, and they run on a page that is opened from
/// disk. One shows finished alignments, the other finished links in texts of the page's own.
pub const ALIGNED: &str = "en-face-aligned.js";
pub const LINKED: &str = "en-face-in-place.js";
const ALONE: [&str; 2] =
    ["en-face-aligned=component/aligned.js", "en-face-in-place=component/in-place-alone.js"];
/// The style sheets that are in them.
const ALONE_STYLES: [&str; 2] = ["component/aligned.css", IN_PLACE_STYLE];
/// How they are minified once more.
const TERSER: [&str; 5] =
    ["--compress", "passes=3,keep_fargs=false", "--mangle", "--toplevel", "--ecma=2022"];

/// The style sheets that are loaded by themselves: each has in it what it imports.
const STYLES: [&str; 4] = ["component/en-face.css", READING_STYLE, IN_PLACE_STYLE, TOOLS_STYLE];

/// Where the interface's own words are: some scripts a language, and a page loads those of one.
pub const WORDS: &str = "component/words";

/// What is only loaded in one mode of the element.
pub const READING: &str = "component/reading.js";
pub const READING_STYLE: &str = "component/reading.css";
pub const FINISHED: &str = "component/finished.js";

/// The script and the styles of the reader's tools, which come after the text.
pub const TOOLS: &str = "component/tools/tools.js";
pub const TOOLS_STYLE: &str = "component/tools/tools.css";

/// What only a page loads whose own texts are linked in place.
pub const IN_PLACE: &str = "component/in-place.js";
pub const IN_PLACE_STYLE: &str = "component/in-place/in-place.css";

/// What the scripts of the component load as it is: the worker's, where its work is done on the page's thread.
const APART: &str = "./worker.js";

/// Brings the site up to date: writes what differs, removes what no longer has a source.
pub fn assemble(project: &Project, minifiers: Option<&Minifiers>) -> Result<()> {
    let site = project.site();
    let www = project.root.join("www");
    let small = project.root.join("target").join("minified");
    let mut wanted: BTreeMap<PathBuf, Vec<u8>> = BTreeMap::new();
    let mut sources = vec![(www.clone(), ""), (project.root.join("seeds"), "seeds")];
    if let Some(minifiers) = minifiers {
        if small.exists() {
            fs::remove_dir_all(&small).with_context(|| format!("cannot remove {}", small.display()))?;
        }
        minify(project, &minifiers.esbuild, &www, &small, |file| !is_bundled(file))?;
        bundle(project, minifiers, &www, &small)?;
        // Later sources replace earlier ones.
        sources.push((small, ""));
    }
    for (source, prefix) in sources {
        for file in files(&source)? {
            if minifiers.is_some() && source == www && is_bundled(&file) {
                continue;
            }
            let bytes =
                fs::read(source.join(&file)).with_context(|| format!("cannot read {}", file.display()))?;
            wanted.insert(Path::new(prefix).join(file), bytes);
        }
    }
    if minifiers.is_none() {
        for style in STYLES {
            wanted.insert(PathBuf::from(style), with_imports(&www.join(style))?.into_bytes());
        }
    }
    add_encoder(project, &mut wanted)?;
    let seeds = pages::folder("seeds", "seeds", &project.root.join("seeds"))?;
    wanted.insert(PathBuf::from("pages.json"), pages::json(&[seeds])?);
    wanted.extend(docs::make(project, &wanted)?);

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
    docs::tell_sizes(project)
}

/// Puts the encoder into the site if `cargo xtask model` has made one, and says in its script which it is. Without one
/// the component keeps to the links that need none.
fn add_encoder(project: &Project, wanted: &mut BTreeMap<PathBuf, Vec<u8>>) -> Result<()> {
    let file = project.out().join("share").join("en-face").join("zh-en.enface");
    if !file.is_file() {
        println!("  no {}: the site has no sentence encoder", file.display());
        return Ok(());
    }
    let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let name = if wanted.contains_key(Path::new(ASSET)) { ASSET } else { ENTRY };
    let script = wanted.get_mut(Path::new(name)).with_context(|| format!("www/{name} is missing"))?;
    *script = with_encoder(&String::from_utf8_lossy(script), &bytes)?.into_bytes();
    wanted.insert(PathBuf::from(ENCODER), bytes);
    Ok(())
}

/// Fills the hash and the length of the encoder into its script, be that minified or not.
fn with_encoder(script: &str, encoder: &[u8]) -> Result<String> {
    let hash: String = Sha256::digest(encoder).iter().map(|byte| format!("{byte:02x}")).collect();
    let filled = [
        ("sha256: ''", format!("sha256: '{hash}'")),
        ("sha256:\"\"", format!("sha256:\"{hash}\"")),
        ("bytes: 0", format!("bytes: {}", encoder.len())),
        ("bytes:0", format!("bytes:{}", encoder.len())),
    ]
    .iter()
    .fold(script.to_owned(), |script, (empty, full)| script.replace(empty, full));
    let has = |what: &str| filled.contains(what);
    ensure!(has(&hash) && has(&encoder.len().to_string()), "{ASSET} has no place for a hash and a length");
    Ok(filled)
}

/// Writes the wanted scripts and styles of a folder into another, or over themselves, without comments and long names.
/// Each stays a file of its own; errors of syntax are found here.
pub fn minify(
    project: &Project,
    minifier: &Path,
    from: &Path,
    to: &Path,
    wanted: impl Fn(&Path) -> bool,
) -> Result<()> {
    let is_code = |file: &&PathBuf| {
        let ending = file.extension().unwrap_or_default();
        (ending == "js" || ending == "css") && wanted(file)
    };
    let mut esbuild = esbuild(project, minifier, from, to);
    esbuild.arg("--allow-overwrite").args(files(from)?.iter().filter(is_code).map(|file| from.join(file)));
    Job::new("esbuild", esbuild).run().map(drop)
}

/// Writes the component's scripts with what they import in them, and the worker's with all of it.
fn bundle(project: &Project, minifiers: &Minifiers, from: &Path, to: &Path) -> Result<()> {
    let Minifiers { esbuild: minifier, terser } = minifiers;
    let mut esbuild = esbuild(project, minifier, from, to);
    // What both use lies beside them: scripts find files by their own addresses.
    esbuild.args(["--bundle", "--splitting", "--format=esm", "--chunk-names=component/shared-[hash]"]);
    esbuild.arg("--tree-shaking=false").arg(format!("--inject:{}", from.join(BASE).display()));
    esbuild.args([APART, "./words/*"].map(|name| format!("--external:{name}")));
    esbuild.args(ENTRIES.map(|entry| from_folder(from, entry)));
    Job::new("esbuild", esbuild).run()?;
    let mut esbuild = self::esbuild(project, minifier, from, to);
    esbuild.arg("--bundle").args(STYLES.map(|style| from.join(style)));
    Job::new("esbuild", esbuild).run()?;
    let words = files(&from.join(WORDS))?;
    // What only others import.
    let inner = |file: &&PathBuf| {
        ["-text.js", "-aligned.js", "-linked.js"].iter().any(|end| file.to_string_lossy().ends_with(end))
    };
    let words = words.iter().filter(|file| !inner(file));
    let mut esbuild = self::esbuild(project, minifier, from, to);
    esbuild.args(["--bundle", "--format=esm"]).args(words.map(|file| from.join(WORDS).join(file)));
    Job::new("esbuild", esbuild).run()?;
    let mut esbuild = self::esbuild(project, minifier, from, to);
    esbuild.args(["--bundle", "--format=esm"]).arg(from.join(WORKER));
    Job::new("esbuild", esbuild).run()?;
    let mut esbuild = self::esbuild(project, minifier, from, to);
    esbuild.args(["--bundle", "--format=esm", "--external:./component/*"]).arg(from.join(ENTRY));
    Job::new("esbuild", esbuild).run()?;
    let apart = to.with_file_name("minified-alone");
    let mut esbuild = self::esbuild(project, minifier, from, &apart);
    esbuild.arg("--bundle").args(ALONE_STYLES.map(|style| from.join(style)));
    Job::new("esbuild", esbuild).run()?;
    let mut esbuild = self::esbuild(project, minifier, from, to);
    esbuild.args([
        "--bundle",
        "--format=iife",
        "--loader:.css=text",
        "--log-override:empty-import-meta=silent",
    ]);
    // The sheets have been put together before.
    let style = |path: &str| {
        let name = Path::new(path).file_name().unwrap_or_default().display();
        format!("--alias:{name}={}", apart.join(path).display())
    };
    esbuild.args(ALONE_STYLES.map(style)).args(ALONE.map(|entry| from_folder(from, entry)));
    Job::new("esbuild", esbuild).run()?;
    // All scripts would be 3 % smaller by it; it takes too long for those that are loaded once and kept.
    for script in [ALIGNED, LINKED].map(|name| to.join(name)) {
        let mut terser = Command::new(terser);
        terser.arg(&script).args(TERSER).arg("--mangle-props").arg(own_names::option());
        terser.arg("--output").arg(&script);
        Job::new("terser", terser).run()?;
    }
    Ok(())
}

/// An entry as esbuild takes it: `out=in`, or a file that keeps its place.
fn from_folder(from: &Path, entry: &str) -> String {
    match entry.split_once('=') {
        Some((out, file)) => format!("{out}={}", from.join(file).display()),
        None => from.join(entry).display().to_string(),
    }
}

fn esbuild(project: &Project, minifier: &Path, from: &Path, to: &Path) -> Command {
    let mut esbuild = Command::new(minifier);
    esbuild.current_dir(&project.root).args(["--minify", "--charset=utf8", "--log-level=warning"]);
    esbuild.arg(format!("--outbase={}", from.display())).arg(format!("--outdir={}", to.display()));
    esbuild
}

/// A style sheet with the sheets in it that it imports: scripts can't load one that imports.
fn with_imports(file: &Path) -> Result<String> {
    let style = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let named = |line: &str| Some(line.strip_prefix("@import \"")?.strip_suffix("\";")?.to_owned());
    let mut whole = String::new();
    for line in style.lines() {
        match named(line) {
            Some(name) => whole += &with_imports(&file.with_file_name(name))?,
            None => whole += line,
        }
        whole.push('\n');
    }
    Ok(whole)
}

/// Whether a file of www/ is one that [`bundle`] puts into another.
fn is_bundled(file: &Path) -> bool {
    let has = |ending: &str| file.extension().is_some_and(|found| found == ending);
    [ASSET, ENTRY].iter().any(|name| file == Path::new(name))
        || file.starts_with("component") && (has("js") || has("css"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_have_in_them_what_they_import() {
        let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www");
        for (style, rule) in
            [(TOOLS_STYLE, ".popup {"), (STYLES[0], ":host {"), (IN_PLACE_STYLE, ".visually-hidden {")]
        {
            let whole = with_imports(&www.join(style)).unwrap();
            assert!(whole.contains(rule) && !whole.contains("@import"), "{whole}");
        }
        assert!(with_imports(&www.join("component/none.css")).is_err());
    }

    #[test]
    fn the_encoders_script_says_which_it_is() {
        let source = include_str!("../../www/encoder-asset.js");
        let small = r#"export const ASSET={address:"../encoder/zh-en.enface",sha256:"",bytes:0,languages:["zh","en"]};"#;
        // The test vector of FIPS 180-4.
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        for script in [source, small] {
            let filled = with_encoder(script, b"abc").unwrap();
            assert_eq!(filled.matches(hash).count(), 1, "{filled}");
            assert!(filled.contains("bytes: 3") || filled.contains("bytes:3"), "{filled}");
            assert!(filled.contains("/encoder/zh-en.enface"), "{filled}");
        }
        assert!(with_encoder("export const ASSET = {};", b"abc").is_err());
    }
}
