//! The commands that build for the browser: right compiler, right tools first on PATH, a folder of their own.

use crate::project::Project;
use crate::run::command;
use crate::setup::Toolchain;
use std::path::PathBuf;
use std::process::Command;

/// A prepared compiler with its tools.
pub struct Wasm {
    pub toolchain: Toolchain,
    /// Folders of wasm-opt, wasm-pack and wasm-bindgen, in this order.
    pub folders: Vec<PathBuf>,
    /// Whether there is a wasm-opt.
    pub optimizes: bool,
    /// Where npm is missing there are none.
    pub minifiers: Option<Minifiers>,
}

/// What makes scripts and styles smaller.
#[derive(Hash)]
pub struct Minifiers {
    /// Bundles and minifies all of them.
    pub esbuild: PathBuf,
    /// Minifies scripts once more: slower, and smaller.
    pub terser: PathBuf,
}

impl Wasm {
    /// A command with the environment of the browser build.
    pub fn command(&self, project: &Project, program: &str) -> Command {
        let mut command = command(program, &project.root);
        self.toolchain.apply(&mut command, &self.folders);
        command.env("CARGO_TARGET_DIR", project.wasm_target());
        // A driver named in the environment would win over the browser that a test asks for.
        for name in ["CHROMEDRIVER", "GECKODRIVER", "SAFARIDRIVER", "MSEDGEDRIVER"] {
            command.env_remove(name).env_remove(format!("{name}_REMOTE"));
        }
        command
    }

    /// The compiler, for a line of the report.
    pub fn describe(&self) -> String {
        let whose = if self.toolchain == Toolchain::Debian { "Debian's " } else { "" };
        format!("{whose}{}", self.toolchain.version())
    }
}
