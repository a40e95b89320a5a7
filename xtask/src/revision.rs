//! Another revision of the project, checked out beside this one, to compare with.

use crate::config::{self, Config};
use crate::project::Project;
use crate::run::{Job, ask, command};
use anyhow::{Context, Result};

/// Checks `revision` out in target/base and returns it as a project with a target folder of its own.
pub fn check_out(project: &Project, revision: &str) -> Result<Project> {
    let mut parse = command("git", &project.root);
    parse.args(["rev-parse", "--verify", "--quiet", &format!("{revision}^{{commit}}")]);
    let commit = ask(parse).with_context(|| {
        format!("git knows no commit `{revision}` in {}: name one with --base", project.root.display())
    })?;

    let folder = project.out().join("base");
    let mut git = if folder.join(".git").exists() {
        let mut git = command("git", &folder);
        git.args(["checkout", "--quiet", "--force", "--detach", &commit]);
        git
    } else {
        let mut git = command("git", &project.root);
        // `--force`: a worktree that was removed with its target folder is still on git's list.
        git.args(["worktree", "add", "--quiet", "--force", "--detach"]).arg(&folder).arg(&commit);
        git
    };
    git.env_remove("GIT_DIR").env_remove("GIT_WORK_TREE");
    Job::new("git", git).run()?;

    // A revision older than wasm-pack.toml is built as this one is.
    let config = if folder.join(config::FILE).is_file() { &folder } else { &project.root };
    let base = Project {
        config: Config::read(config)?,
        cargo_target: project.out().join("base-cargo"),
        cache: project.cache.clone(),
        root: folder,
    };
    println!("  base: {revision} is {}", &commit[..commit.len().min(12)]);
    Ok(base)
}
