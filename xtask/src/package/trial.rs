//! Projects that use the npm package, in `target/scratch/packages`: made from tests/packages, the tarball installed into
//! them, and built.

use crate::project::Project;
use crate::run::{Job, command};
use crate::setup::node;
use crate::setup::tools::npm;
use crate::site;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// The apps that Vite builds; webpack builds one more, and the others are served as they are.
const BUILT: [&str; 5] = ["vite", "no-encoder", "aligned", "in-place", "react"];

/// Where the projects are.
pub fn folder(project: &Project) -> PathBuf {
    project.out().join("scratch").join("packages")
}

/// Copies the projects and installs what they are built with, unless that is there.
///
/// # Errors
/// When a file cannot be written, or npm fails.
pub fn prepare(project: &Project) -> Result<()> {
    let (from, to) = (project.root.join("tests").join("packages"), folder(project));
    // What is no longer there would be built all the same.
    for old in ["apps", "public", "dist"].map(|name| to.join(name)) {
        if old.exists() {
            fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", old.display()))?;
        }
    }
    let hidden = [PathBuf::from(".npmrc")];
    for file in site::files(&from)?.iter().filter(|file| !file.starts_with("node_modules")).chain(&hidden) {
        copy(&from.join(file), &to.join(file))?;
    }
    for file in site::files(&project.root.join("seeds"))? {
        copy(&project.root.join("seeds").join(&file), &to.join("public").join("pages").join(&file))?;
    }
    node::ensure(&to, "tests/packages")
}

/// Installs the package, checks its form, and builds the apps with it.
///
/// # Errors
/// When the package is not as publint or attw want it, or does not install, compile or build.
pub fn build(project: &Project, tarball: &Path) -> Result<String> {
    let folder = folder(project);
    let installed = folder.join("node_modules").join("en-face");
    if installed.exists() {
        fs::remove_dir_all(&installed).with_context(|| format!("cannot remove {}", installed.display()))?;
    }
    let mut install = npm(&folder);
    install.args([
        "install",
        "--no-save",
        "--no-package-lock",
        "--no-audit",
        "--no-fund",
        "--prefer-offline",
    ]);
    install.arg(tarball);
    Job::new("npm install", install).run()?;
    ensure!(installed.join("package.json").is_file(), "npm has installed no {}", installed.display());

    let node = |script: &str| {
        let mut node = command("node", &folder);
        node.arg(folder.join("node_modules").join(script));
        node
    };
    let mut publint = node("publint/src/cli.js");
    publint.args(["--strict"]).arg(tarball);
    Job::new("publint", publint).run()?;
    let mut attw = node("@arethetypeswrong/cli/dist/index.js");
    attw.arg(tarball).args(["--profile", "esm-only", "--no-emoji", "--no-color", "--format", "ascii"]);
    Job::new("attw", attw).run()?;
    let mut import = command("node", &folder);
    import.args(["--input-type=module", "--eval", ON_A_SERVER]);
    Job::new("node", import).run()?;

    let compiler = project.browser_tests().join("node_modules").join("typescript").join("bin").join("tsc");
    let mut tsc = command("node", &folder);
    tsc.arg(compiler).args(["--project", "apps/react"]);
    Job::new("tsc", tsc).run()?;
    for app in BUILT {
        let mut vite = node("vite/bin/vite.js");
        vite.arg("build").arg(format!("apps/{app}")).args([
            "--config",
            "vite.config.js",
            "--logLevel",
            "warn",
        ]);
        vite.arg(format!("--base=/{app}/")).arg("--outDir").arg(folder.join("dist").join(app));
        let built = Job::new(format!("vite build {app}"), vite).run()?;
        ensure!(built.output.trim().is_empty(), "vite warns of {app}:\n{}", built.output.trim());
    }
    let mut webpack = command("node", &folder);
    webpack.arg("webpack.mjs");
    Job::new("webpack", webpack).run()?;
    copy(&folder.join("apps/webpack/index.html"), &folder.join("dist/webpack/index.html"))?;
    Ok(format!("publint, attw, tsc, {} apps", BUILT.len() + 1))
}

/// What a server that renders pages does: there are no elements, and nothing may be thrown.
const ON_A_SERVER: &str = "await import('en-face/aligned'); await import('en-face/in-place'); \
     for (const name of ['en-face', 'en-face/no-encoder']) { \
     const { EnFace } = await import(name); \
     if (typeof EnFace !== 'function' || globalThis.customElements) throw new Error(name); }";

fn copy(from: &Path, to: &Path) -> Result<()> {
    let folder = to.parent().context("a file lies in a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::copy(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}
