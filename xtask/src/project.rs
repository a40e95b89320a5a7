//! Where things are: the repository, its target folder, the user's cache folder.

use crate::config::{self, Config};
use anyhow::{Context, Result, bail};
use std::env;
use std::path::PathBuf;

/// The checkout that the chores work on.
pub struct Project {
    /// The repository.
    pub root: PathBuf,
    /// Cargo's folder for native builds.
    pub cargo_target: PathBuf,
    /// Programs that outlive the checkout: `~/.cache/en-face` on Linux.
    pub cache: PathBuf,
    /// `wasm-pack.toml`.
    pub config: Config,
}

impl Project {
    /// The project around the current folder.
    pub fn find() -> Result<Self> {
        let here = env::current_dir().context("cannot read the current folder")?;
        let Some(root) = here.ancestors().find(|folder| folder.join(config::FILE).is_file()) else {
            bail!(
                "there is no {} in {} or above: run `cargo xtask` inside the repository",
                config::FILE,
                here.display()
            )
        };
        let cargo_target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        Ok(Self { root: root.to_owned(), cargo_target, cache: cache_folder()?, config: Config::read(root)? })
    }

    /// Everything the chores make, beside what cargo makes.
    pub fn out(&self) -> PathBuf {
        self.root.join("target")
    }

    /// The site that `cargo xtask serve` shows.
    pub fn site(&self) -> PathBuf {
        self.out().join("site")
    }

    /// Cargo's folder for wasm builds: another compiler than the native one may fill it.
    pub fn wasm_target(&self) -> PathBuf {
        self.cargo_target.join("wasm")
    }

    /// The end-to-end tests and their packages.
    pub fn browser_tests(&self) -> PathBuf {
        self.root.join("tests").join("browser")
    }
}

/// Whether this is continuous integration, where nothing may be skipped and no window be opened.
pub fn is_ci() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}

fn cache_folder() -> Result<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || env::home_dir().filter(|home| !home.as_os_str().is_empty());
    let base = set("XDG_CACHE_HOME").filter(|path| path.is_absolute()).or_else(|| {
        if cfg!(windows) {
            set("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            home().map(|home| home.join("Library").join("Caches"))
        } else {
            home().map(|home| home.join(".cache"))
        }
    });
    let base =
        base.context("no cache folder is known on this system: set XDG_CACHE_HOME to an absolute path")?;
    Ok(base.join("en-face"))
}

/// The program `name` on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let names: &[String] = &if cfg!(windows) {
        vec![format!("{name}.exe"), format!("{name}.cmd")]
    } else {
        vec![name.to_owned()]
    };
    env::split_paths(&path)
        .flat_map(|dir| names.iter().map(move |name| dir.join(name)))
        .find(|file| file.is_file())
}
