//! The checks that run no program of ours: rustfmt, clippy, rustdoc, tsc, and whether manifest, types and tables are those of
//! the code.

use super::engines::test_files;
use super::report::{Report, counted};
use super::{LIMIT, has_web_tests};
use crate::project::Project;
use crate::run::{Job, command};
use crate::tables;
use crate::wasm::Wasm;
use anyhow::Context;

/// rustfmt, which needs no set-up.
pub fn format(project: &Project, report: &mut Report) {
    let mut fmt = command("cargo", &project.root);
    fmt.args(["fmt", "--all", "--check", "--", "--color", "never"]);
    report.run("rustfmt", fmt);
}

/// clippy and rustdoc over the workspace.
pub fn native(project: &Project, report: &mut Report) {
    let mut clippy = command("cargo", &project.root);
    clippy.args(["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]);
    report.run("clippy", clippy);
    let mut doc = command("cargo", &project.root);
    doc.env("RUSTDOCFLAGS", "-D warnings").args(["doc", "--workspace", "--no-deps", "--locked"]);
    report.run("rustdoc", doc);
}

/// The tables in README.md and docs/ against the manifest.
pub fn tables(project: &Project, report: &mut Report) {
    report.step("tables of the manifest", || tables::check(project));
}

/// clippy over what is built for browsers.
pub fn wasm(project: &Project, wasm: &Wasm, report: &mut Report) {
    let mut clippy = wasm.command(project, "cargo");
    clippy.args(["clippy", "--locked", "--lib", "--target", project.config.target()]);
    if has_web_tests(project) {
        clippy.args(["--test", "web"]);
    }
    clippy.args(["--", "-D", "warnings"]);
    report.run("clippy for wasm", clippy);
}

/// tsc over the shell and over the tests; the module's types are those of the build.
pub fn scripts(project: &Project, report: &mut Report) {
    let folder = project.browser_tests();
    let compiler = folder.join("node_modules").join("typescript").join("bin").join("tsc");
    for (name, config) in [("tsc on www", "tsconfig.www.json"), ("tsc on the tests", "tsconfig.json")] {
        let mut tsc = command("node", &folder);
        tsc.arg(&compiler).args(["--project", config]);
        report.run(name, tsc);
    }
    report.counting("manifest, types and documentation", || {
        let mut node = command("node", &folder);
        node.args(["--test", "--test-reporter=spec"]).args(test_files(&folder.join("static"))?);
        node.env("EN_FACE_XTASK", std::env::current_exe().context("cannot find this program's file")?);
        counted(&Job::new("node --test", node).limit(LIMIT).run()?, "pass")
    });
}
