//! A Rust compiler that builds for wasm32: the active one, one that rustup completes, or Debian's.

use super::apt::{self, Package};
use crate::project::{Project, on_path};
use crate::run::{Job, ask, begin, command};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Debian's compiler has its standard library's source here.
const STD_MANIFEST: &str = "/usr/lib/rustlib/src/rust/library/sysroot/Cargo.toml";

/// Debian's rustc links with this; it leads to a program in a package of its own, `lld-22` now.
const LINKER: &str = "/usr/bin/rust-lld";

/// A function that fails to link when the standard library is missing, broken, or another compiler's.
const PROBE: &str =
    "#[unsafe(no_mangle)]\npub extern \"C\" fn probe(n: usize) -> usize { format!(\"{n}\").len() }\n";

/// Which compiler the wasm commands use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Toolchain {
    /// The one that builds everything else.
    Active,
    /// Debian's rustc-web in /usr, for the wasm commands only.
    Debian,
}

impl Toolchain {
    /// Makes `command` and its children use this compiler, and find programs in `folders` first.
    pub fn apply(self, command: &mut Command, folders: &[PathBuf]) {
        let mut first = folders.to_vec();
        if self == Self::Debian {
            command.env("RUSTUP_TOOLCHAIN", "/usr");
            // Without rustup in between, cargo and rustc are found by PATH alone.
            if on_path("rustup").is_none() {
                first.push(PathBuf::from("/usr/bin"));
            }
        }
        let path = env::var_os("PATH").unwrap_or_default();
        if let Ok(path) = env::join_paths(first.into_iter().chain(env::split_paths(&path))) {
            command.env("PATH", path);
        }
    }

    /// The compiler's name and version.
    pub fn version(self) -> String {
        let mut rustc = Command::new("rustc");
        rustc.arg("--version");
        self.apply(&mut rustc, &[]);
        ask(rustc).unwrap_or_else(|| "no rustc".to_owned())
    }
}

/// Whether `EN_FACE_TOOLCHAIN=debian` is set.
pub fn asked_for_debian() -> bool {
    env::var("EN_FACE_TOOLCHAIN").is_ok_and(|way| way == "debian")
}

/// Finds a compiler for wasm32 or installs what is missing.
pub fn ensure(project: &Project) -> Result<Toolchain> {
    let way = env::var("EN_FACE_TOOLCHAIN").unwrap_or_default();
    if !["", "debian", "rustup"].contains(&way.as_str()) {
        bail!("EN_FACE_TOOLCHAIN is `{way}`: set it to `debian` or `rustup`, or leave it out");
    }
    if builds(project, Toolchain::Active)? {
        return Ok(Toolchain::Active);
    }
    // Also the second run on a machine where the Debian way was the only one that worked.
    if way != "rustup" && builds(project, Toolchain::Debian)? {
        return Ok(Toolchain::Debian);
    }
    if way == "debian" {
        return install_debian(project);
    }
    match add_target(project) {
        Ok(()) => Ok(Toolchain::Active),
        Err(error) if way.is_empty() && apt::is_there() => {
            println!("  rustup cannot add the target, so Debian's compiler is tried: {error:#}");
            install_debian(project).context("neither rustup nor Debian's packages gave a compiler for wasm32")
        }
        Err(error) => Err(error.context(format!(
            "there is no Rust for {0}: install rustup (https://rustup.rs) and run `rustup target add {0}`, \
             or your system's package with Rust's standard library for {0}",
            project.config.target()
        ))),
    }
}

/// rustfmt and clippy, for the native code and for wasm.
pub fn ensure_linters(project: &Project, toolchain: Toolchain) -> Result<()> {
    for tool in ["fmt", "clippy"] {
        let mut version = command("cargo", &project.root);
        version.args([tool, "--version"]);
        if ask(version).is_none() {
            let component = if tool == "fmt" { "rustfmt" } else { tool };
            begin(&format!("rustup component add {component}"));
            let mut add = command("rustup", &project.root);
            add.args(["component", "add", component]);
            Job::new("rustup component add", add)
                .run()
                .with_context(|| format!("`cargo {tool}` is missing: install {component} for your Rust"))?;
        }
    }
    if toolchain == Toolchain::Debian {
        apt::ensure(&linter_packages())?;
    }
    Ok(())
}

/// Debian's compiler: rustc, cargo, the linker's link and the standard library's source.
pub fn packages() -> Vec<Package> {
    vec![
        Package::new("rustc-web", "/usr/bin/rustc"),
        Package::new("cargo-web", "/usr/bin/cargo"),
        Package::link("rust-web-llvm", LINKER),
        Package::new("rust-web-src", STD_MANIFEST),
    ]
}

/// Debian's clippy: the native one cannot read what another compiler built.
pub fn linter_packages() -> Vec<Package> {
    vec![Package::new("rust-web-clippy", "/usr/bin/cargo-clippy")]
}

fn add_target(project: &Project) -> Result<()> {
    let target = project.config.target();
    begin(&format!("rustup target add {target}"));
    let mut rustup = command("rustup", &project.root);
    rustup.args(["target", "add", target]);
    Job::new("rustup target add", rustup).remedy("install it from https://rustup.rs").run()?;
    if !builds(project, Toolchain::Active)? {
        bail!("rustup added {target}, but `rustc --target {target}` still does not build");
    }
    Ok(())
}

fn install_debian(project: &Project) -> Result<Toolchain> {
    let target = project.config.target();
    apt::ensure(&packages())?;
    let linker = fs::read_link(LINKER).with_context(|| format!("cannot read the link {LINKER}"))?;
    if !Path::new(LINKER).exists() {
        let package = linker.file_name().unwrap_or(linker.as_os_str()).to_string_lossy();
        apt::install(&[package.as_ref()])?;
    }
    if builds(project, Toolchain::Debian)? {
        return Ok(Toolchain::Debian);
    }

    begin(&format!("building the standard library for {target} from Debian's source"));
    let build = project.cache.join("std");
    // What an older compiler left would stand beside the new libraries, and rustc would not know which to take.
    if build.exists() {
        fs::remove_dir_all(&build).with_context(|| format!("cannot remove {}", build.display()))?;
    }
    let mut cargo = command("cargo", &project.cache);
    Toolchain::Debian.apply(&mut cargo, &[]);
    cargo
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Zforce-unstable-if-unmarked")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .args(["build", "--locked", "--profile", "dist", "--target", target, "--manifest-path", STD_MANIFEST])
        .arg("--target-dir")
        .arg(&build);
    Job::new("standard library", cargo).run()?;

    let libdir = PathBuf::from(format!("/usr/lib/rustlib/{target}/lib"));
    let libraries = rlibs(&build.join(target).join("dist").join("deps"))?;
    let by_hand = format!(
        "sudo install -D -m644 -t {} {}/{target}/dist/deps/*.rlib",
        libdir.display(),
        build.display()
    );
    let old = rlibs(&libdir).unwrap_or_default();
    if !old.is_empty() {
        let mut remove = apt::as_root("rm", &by_hand)?;
        remove.arg("-f").args(old);
        Job::new("rm", remove).run()?;
    }
    let mut install = apt::as_root("install", &by_hand)?;
    install.args(["-D", "-m644", "-t"]).arg(&libdir).args(libraries);
    Job::new("install", install).run()?;
    fs::remove_dir_all(&build).with_context(|| format!("cannot remove {}", build.display()))?;

    if !builds(project, Toolchain::Debian)? {
        bail!(
            "{} and its standard library in {} do not build for {target}: remove that folder and run \
             `cargo xtask setup` again; an older package `rustc` must make room for `rustc-web`",
            Toolchain::Debian.version(),
            libdir.display()
        );
    }
    Ok(Toolchain::Debian)
}

/// Whether the compiler has the target's library, and builds and links a small module with it.
fn builds(project: &Project, toolchain: Toolchain) -> Result<bool> {
    if toolchain == Toolchain::Debian && !Path::new("/usr/bin/rustc").exists() {
        return Ok(false);
    }
    let target = project.config.target();
    let rustc = || {
        let mut rustc = command("rustc", &project.root);
        toolchain.apply(&mut rustc, &[]);
        rustc.args(["--target", target]);
        rustc
    };
    let mut libdir = rustc();
    libdir.args(["--print", "target-libdir"]);
    if !ask(libdir).is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(false);
    }
    let folder = project.out().join("probe");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let source = folder.join("probe.rs");
    fs::write(&source, PROBE).with_context(|| format!("cannot write {}", source.display()))?;
    let mut probe = rustc();
    probe
        .args(["--edition", "2024", "--crate-type", "cdylib", "-o"])
        .arg(folder.join("probe.wasm"))
        .arg(&source);
    Ok(ask(probe).is_some())
}

fn rlibs(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "rlib") {
            files.push(path);
        }
    }
    Ok(files)
}
