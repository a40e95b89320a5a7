//! `cargo xtask size`: what a page loads, in bytes, against the budgets in wasm-pack.toml.

use crate::build;
use crate::project::Project;
use crate::revision;
use crate::site;
use anyhow::{Context, Result, bail};
use clap::Args;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Component, Path, PathBuf};

/// The script that a page loads; what it names, and so on, is the shell.
const ENTRY: &str = "en-face.js";

/// Options of `cargo xtask size`.
#[derive(Args)]
pub struct Options {
    /// Build this revision too, and print the difference
    #[arg(long, value_name = "REV")]
    base: Option<String>,
}

/// Bytes as they are and as they travel.
#[derive(Clone, Copy, Default)]
struct Bytes {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Files that belong together.
struct Group {
    name: &'static str,
    /// The most that all of them may have after gzip.
    budget: Option<u64>,
    files: Vec<(PathBuf, Bytes)>,
}

impl Group {
    fn total(&self) -> Bytes {
        self.files.iter().fold(Bytes::default(), |sum, (_, bytes)| Bytes {
            raw: sum.raw + bytes.raw,
            gzip: sum.gzip + bytes.gzip,
            brotli: sum.brotli + bytes.brotli,
        })
    }

    fn is_within(&self) -> bool {
        self.budget.is_none_or(|budget| self.total().gzip <= budget)
    }
}

/// Builds, prints the table, and tells whether every budget is kept.
pub fn size(project: &Project, options: &Options) -> Result<bool> {
    let wasm = build::build(project)?;
    let now = measure(project, true)?;
    print(&now);
    if let Some(revision) = &options.base {
        let base = revision::check_out(project, revision)?;
        build::build_with(&base, &wasm).with_context(|| format!("cannot build {revision}"))?;
        compare(&now, &measure(&base, true)?, revision);
    }
    for group in now.iter().filter(|group| !group.is_within()) {
        println!(
            "over its budget: {} (raise `{}_gzip` in wasm-pack.toml only for a reason)",
            group.name, group.name
        );
        if group.name == "wasm" {
            println!(
                "  what is in it: CARGO_PROFILE_WASM_STRIP=none cargo xtask build, then \
                 `twiggy top target/wasm/{}/{}/en_face.wasm` (cargo install twiggy)",
                project.config.target(),
                project.config.wasm.profile
            );
        }
    }
    Ok(now.iter().all(Group::is_within))
}

/// The budgets of what is built, for the tests: a line, or an error when one is broken.
pub fn check(project: &Project) -> Result<String> {
    let groups = measure(project, false)?;
    let lines: Vec<String> = groups
        .iter()
        .filter_map(|group| Some(format!("{} {} of {}", group.name, group.total().gzip, group.budget?)))
        .collect();
    let line = format!("gzip: {}", lines.join(", "));
    if groups.iter().all(Group::is_within) {
        Ok(line)
    } else {
        bail!("over budget: {line}; `cargo xtask size` tells more")
    }
}

/// What a group of files comes to.
pub struct Total {
    pub name: &'static str,
    /// Bytes as they are.
    pub raw: u64,
    /// Bytes after gzip.
    pub gzip: u64,
    pub budget: Option<u64>,
}

/// What is built, group by group.
pub fn totals(project: &Project) -> Result<Vec<Total>> {
    let total = |group: &Group| {
        let Bytes { raw, gzip, .. } = group.total();
        Total { name: group.name, raw, gzip, budget: group.budget }
    };
    Ok(measure(project, false)?.iter().map(total).collect())
}

fn measure(project: &Project, brotli: bool) -> Result<Vec<Group>> {
    let site = project.site();
    let words = site::files(&site.join(site::WORDS))?;
    let part = |ending: &'static str| {
        let is_part = move |file: &&PathBuf| {
            file.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with(ending))
        };
        words.iter().filter(is_part).map(|file| Path::new(site::WORDS).join(file)).collect::<BTreeSet<_>>()
    };
    let tools_words = part("-tools");
    let later = |others: &[&str]| {
        let never = [site::TOOLS, site::TOOLS_STYLE, site::IN_PLACE, site::IN_PLACE_STYLE];
        let others = others.iter().chain(&never).map(PathBuf::from);
        others.chain(tools_words.iter().cloned()).chain(part("-in-place")).collect::<BTreeSet<_>>()
    };
    let shell = named_from(&site, ENTRY, &later(&[site::FINISHED]))?;
    let mut without = later(&[site::READING, site::READING_STYLE]);
    without.extend(part("-errors"));
    let finished = named_from(&site, ENTRY, &without)?;
    let [aligned, linked] =
        [site::ALIGNED, site::LINKED].map(|script| BTreeSet::from([PathBuf::from(script)]));
    let mut tools = named_from(&site, site::TOOLS, &shell)?;
    tools.insert(PathBuf::from(site::TOOLS_STYLE));
    tools.extend(tools_words);
    let mut module = Vec::new();
    let mut rest = Vec::new();
    for file in site::files(&site)?.into_iter().filter(|file| !file.starts_with("docs")) {
        match file.extension().unwrap_or_default().to_string_lossy().as_ref() {
            "wasm" => module.push(file),
            "js" | "mjs" | "css"
                if ![&shell, &finished, &aligned, &linked, &tools]
                    .iter()
                    .any(|group| group.contains(&file)) =>
            {
                rest.push(file);
            }
            _ => {}
        }
    }
    let budgets = &project.config.budgets;
    let plan = [
        ("wasm", Some(budgets.wasm_gzip), module),
        ("shell", Some(budgets.shell_gzip), shell.into_iter().collect()),
        ("finished", Some(budgets.finished_gzip), finished.into_iter().collect()),
        ("aligned", Some(budgets.aligned_gzip), aligned.into_iter().collect()),
        ("linked", Some(budgets.linked_gzip), linked.into_iter().collect()),
        ("tools", Some(budgets.tools_gzip), tools.into_iter().collect()),
        ("reader page, other languages", None, rest),
    ];
    let mut groups = Vec::new();
    for (name, budget, files) in plan {
        let mut measured = Vec::new();
        for file in files {
            let path = site.join(&file);
            let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            measured.push((file, weigh(&bytes, brotli)?));
        }
        groups.push(Group { name, budget, files: measured });
    }
    keep_one_language(&mut groups);
    Ok(groups)
}

/// A page loads the words of one language: those that are longest together count, the others go to the last group.
fn keep_one_language(groups: &mut [Group]) {
    let Some((last, others)) = groups.split_last_mut() else { return };
    for group in others {
        let mut sizes = BTreeMap::new();
        for (file, bytes) in &group.files {
            if let Some(name) = language(file) {
                *sizes.entry(name).or_insert(0) += bytes.gzip;
            }
        }
        let kept = sizes.into_iter().max_by_key(|(_, gzip)| *gzip).map(|(name, _)| name);
        let goes = |(file, _): &mut (PathBuf, Bytes)| language(file).is_some_and(|name| Some(name) != kept);
        for (file, bytes) in group.files.extract_if(.., goes) {
            // Another group may have them too.
            if last.files.iter().all(|(known, _)| *known != file) {
                last.files.push((file, bytes));
            }
        }
    }
}

/// The language that a script has words in: `zh` of `zh-tools.js`.
fn language(file: &Path) -> Option<String> {
    let stem = file.strip_prefix(site::WORDS).ok()?.file_stem()?.to_string_lossy().into_owned();
    Some(stem.split('-').next().unwrap_or_default().to_owned())
}

/// The scripts and styles that a script loads: it, what it names, what that names, but for what is counted elsewhere.
fn named_from(site: &Path, entry: &str, elsewhere: &BTreeSet<PathBuf>) -> Result<BTreeSet<PathBuf>> {
    let entry = PathBuf::from(entry);
    if !site.join(&entry).is_file() {
        bail!("{} is missing: the component loads it", site.join(&entry).display());
    }
    let mut found = BTreeSet::from([entry.clone()]);
    let mut unread = vec![entry];
    while let Some(file) = unread.pop() {
        let path = site.join(&file);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        for name in
            quoted(&text).filter(|name| [".js", ".mjs", ".css"].iter().any(|ending| name.ends_with(ending)))
        {
            let Some(named) = resolve(&file, name) else { continue };
            if !elsewhere.contains(&named) && site.join(&named).is_file() && found.insert(named.clone()) {
                unread.push(named);
            }
        }
    }
    Ok(found)
}

/// What stands between quotation marks of one kind, on one line.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| {
        line.char_indices().filter(|(_, c)| "\"'`".contains(*c)).filter_map(|(start, quote)| {
            let rest = &line[start + 1..];
            Some(&rest[..rest.find(quote)?])
        })
    })
}

/// A relative address in `file`, from the site's top; nothing when it leads out of it.
fn resolve(file: &Path, name: &str) -> Option<PathBuf> {
    let mut path = file.parent()?.to_owned();
    for part in Path::new(name).components() {
        match part {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            Component::ParentDir if path.pop() => {}
            _ => return None,
        }
    }
    Some(path)
}

fn weigh(bytes: &[u8], with_brotli: bool) -> Result<Bytes> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    let mut packed = Vec::new();
    if with_brotli {
        brotli::BrotliCompress(&mut &bytes[..], &mut packed, &brotli::enc::BrotliEncoderParams::default())?;
    }
    Ok(Bytes { raw: bytes.len() as u64, gzip: gzip.finish()?.len() as u64, brotli: packed.len() as u64 })
}

fn print(groups: &[Group]) {
    println!("{:<28} {:>9} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli", "budget");
    for group in groups {
        let total = group.total();
        let budget = group.budget.map(|budget| budget.to_string()).unwrap_or_default();
        println!("{:<28} {:>9} {:>9} {:>9} {budget:>9}", group.name, total.raw, total.gzip, total.brotli);
        for (file, bytes) in &group.files {
            println!("  {:<26} {:>9} {:>9} {:>9}", file.display(), bytes.raw, bytes.gzip, bytes.brotli);
        }
    }
}

fn compare(now: &[Group], base: &[Group], revision: &str) {
    for (now, base) in now.iter().zip(base) {
        let (new, old) = (now.total(), base.total());
        let ratio = |new: u64, old: u64| {
            if old == 0 { "new".to_owned() } else { format!("{:.3}", new as f64 / old as f64) }
        };
        println!(
            "{}: gzip {:+} bytes against {revision}, ratio {}; brotli {:+}, ratio {}",
            now.name,
            new.gzip as i64 - old.gzip as i64,
            ratio(new.gzip, old.gzip),
            new.brotli as i64 - old.brotli as i64,
            ratio(new.brotli, old.brotli)
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_quotes_are_found() {
        let text = "import init from \"./pkg/en_face.js\";\nnew Worker(new URL('worker.js', import.meta.url)); it's `x.css`";
        let found: Vec<_> = quoted(text).collect();
        for name in ["./pkg/en_face.js", "worker.js", "x.css"] {
            assert!(found.contains(&name), "{name} in {found:?}");
        }
    }

    #[test]
    fn addresses_are_resolved_against_the_file_that_names_them() {
        let resolved = |file: &str, name: &str| resolve(Path::new(file), name);
        assert_eq!(resolved("en-face.js", "./pkg/a.js"), Some(PathBuf::from("pkg/a.js")));
        assert_eq!(resolved("view/a.js", "../b.js"), Some(PathBuf::from("b.js")));
        assert_eq!(resolved("a.js", "../b.js"), None);
        assert_eq!(resolved("a.js", "/b.js"), None);
    }

    #[test]
    fn a_group_over_its_budget_is_not_within() {
        let group = |gzip, budget| Group {
            name: "wasm",
            budget,
            files: vec![(PathBuf::from("a.wasm"), Bytes { gzip, ..Bytes::default() })],
        };
        assert!(group(10, Some(10)).is_within() && group(11, None).is_within());
        assert!(!group(11, Some(10)).is_within());
    }

    #[test]
    fn the_words_of_one_language_count() {
        let file = |name: &str, gzip| (PathBuf::from(name), Bytes { gzip, ..Bytes::default() });
        let words = vec![file("component/words/en.js", 7), file("a.js", 1), file("component/words/zh.js", 9)];
        let group = |name, files| Group { name, budget: None, files };
        let mut groups = [group("shell", words), group("rest", vec![])];
        keep_one_language(&mut groups);
        assert_eq!(groups.each_ref().map(|group| group.total().gzip), [10, 7]);
    }

    #[test]
    fn packed_sizes_are_those_of_the_formats() {
        let bytes = weigh(&[b'a'; 10_000], true).unwrap();
        assert_eq!(bytes.raw, 10_000);
        assert!(bytes.gzip < 100 && bytes.brotli < 50 && bytes.brotli > 0);
    }
}
