//! Debian packages: installs those whose program is missing.

use crate::project::on_path;
use crate::run::{Job, ask, begin};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

/// A package, and a file by which one sees that it is there.
pub struct Package {
    name: &'static str,
    file: &'static str,
    /// Whether `file` is a link that may lead nowhere yet.
    link: bool,
}

impl Package {
    /// The package `name`, which brings `file`.
    pub fn new(name: &'static str, file: &'static str) -> Self {
        Self { name, file, link: false }
    }

    /// The package `name`, which brings the link `file`; what it leads to comes with another package.
    pub fn link(name: &'static str, file: &'static str) -> Self {
        Self { name, file, link: true }
    }

    fn is_there(&self) -> bool {
        let file = Path::new(self.file);
        if self.link { file.is_symlink() } else { file.exists() }
    }
}

/// Whether this system has apt.
pub fn is_there() -> bool {
    on_path("apt-get").is_some()
}

/// Installs the packages whose file is missing, and fails when it is missing afterwards.
pub fn ensure(packages: &[Package]) -> Result<()> {
    let missing: Vec<&Package> = packages.iter().filter(|package| !package.is_there()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    install(&names)?;
    for package in missing {
        if !package.is_there() {
            bail!("apt-get installed {}, but {} is not there", package.name, package.file);
        }
    }
    Ok(())
}

/// Installs packages by name. `--reinstall` brings back a file that was removed behind apt's back.
pub fn install(names: &[&str]) -> Result<()> {
    let by_hand = format!("sudo apt-get install --no-install-recommends {}", names.join(" "));
    if !is_there() {
        bail!("this system has no apt-get, which the Debian way needs for: {}", names.join(" "));
    }
    begin(&format!("apt-get install {}", names.join(" ")));
    let wait = ["-q", "-o", "DPkg::Lock::Timeout=300"];
    let mut update = as_root("apt-get", &by_hand)?;
    update.args(wait).arg("update");
    Job::new("apt-get update", update).run()?;
    let mut install = as_root("apt-get", &by_hand)?;
    install
        .args(wait)
        .args(["install", "-y", "--no-install-recommends", "--no-remove", "--reinstall"])
        .args(names);
    Job::new("apt-get install", install).run().with_context(|| format!("by hand it would be: {by_hand}"))?;
    Ok(())
}

/// A command with the rights of root: as it is for root, else through `sudo -n`, which never asks.
pub fn as_root(program: &str, by_hand: &str) -> Result<Command> {
    let mut id = Command::new("id");
    id.arg("-u");
    let mut command = if ask(id).as_deref() == Some("0") {
        Command::new(program)
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["-n", "true"]);
        if ask(sudo).is_none() {
            bail!("`{program}` needs root, and sudo would ask for a password. Run this by hand: {by_hand}");
        }
        let mut command = Command::new("sudo");
        command.args(["-n", "DEBIAN_FRONTEND=noninteractive", program]);
        command
    };
    command.env("DEBIAN_FRONTEND", "noninteractive").current_dir(Path::new("/"));
    Ok(command)
}
