//! Which file an address means: the site, folders of pages under /pages/, what `cargo doc` has made under /docs/api/, never
//! anything outside them.

use crate::pages;
use crate::project::Project;
use anyhow::{Context, Result};
use percent_encoding::percent_decode_str;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the crate's documentation is served.
pub const API: &str = "/docs/api/";

/// The folders that are served.
pub struct Folders {
    site: PathBuf,
    /// Where `cargo doc` puts what it makes, whether it has or not.
    api: PathBuf,
    extra: Vec<Extra>,
}

/// A folder of pages beside the samples.
struct Extra {
    /// As the reader sees it.
    name: String,
    /// Its part of the address after `/pages/`.
    segment: String,
    folder: PathBuf,
}

impl Folders {
    /// The site of `project` with `folders`, or with the shared samples beside the repository when none is given.
    pub fn new(project: &Project, folders: &[PathBuf]) -> Result<Self> {
        let canonical = |folder: &Path| {
            let path = folder
                .canonicalize()
                .with_context(|| format!("cannot read the folder {}", folder.display()))?;
            anyhow::ensure!(path.is_dir(), "{} is not a folder", folder.display());
            Ok(path)
        };
        let shared = project.root.join("..").join("shared").join("seeds");
        let mut named: Vec<(String, PathBuf)> = Vec::new();
        for folder in folders {
            let folder = canonical(folder)?;
            let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            named.push((name, folder));
        }
        if named.is_empty() && shared.is_dir() {
            named.push(("shared seeds".to_owned(), canonical(&shared)?));
        }
        let extra = named.into_iter().enumerate().map(|(number, (name, folder))| {
            let safe = |c: char| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '-' };
            let segment = format!("{}-{}", number + 1, name.chars().map(safe).collect::<String>());
            Extra { name, segment, folder }
        });
        let api = project.cargo_target.join("doc");
        Ok(Self { site: canonical(&project.site())?, api, extra: extra.collect() })
    }

    /// The list of pages as it is now, so that a new file appears when the reader loads again.
    pub fn pages(&self) -> Result<Vec<u8>> {
        let mut folders = vec![pages::folder("seeds", "seeds", &self.site.join("seeds"))?];
        for extra in &self.extra {
            folders.push(pages::folder(&extra.name, &format!("pages/{}", extra.segment), &extra.folder)?);
        }
        pages::json(&folders)
    }

    /// The file that a request's path means. Nothing for hidden files, for what lies outside the folders, also by a
    /// link, and for what is not there.
    pub fn file(&self, path: &str) -> Option<PathBuf> {
        let path = percent_decode_str(path).decode_utf8().ok()?;
        if let Some(rest) = path.strip_prefix(API) {
            return index(&self.api.canonicalize().ok()?, rest);
        }
        let path = path.strip_prefix('/')?;
        match path.strip_prefix("pages/").and_then(|rest| rest.split_once('/')) {
            Some((segment, rest)) => {
                let extra = self.extra.iter().find(|extra| extra.segment == segment)?;
                inside(&extra.folder, rest)
            }
            None => index(&self.site, path),
        }
    }

    /// Whether an address without the slash at its end means a folder of the site, or of the crate's documentation: what
    /// its page names beside itself is found from the address with the slash.
    pub fn lacks_slash(&self, path: &str) -> bool {
        !path.ends_with('/') && self.file(path).is_none() && self.file(&format!("{path}/")).is_some()
    }
}

/// A file of a folder; a folder in it stands for its own index.
fn index(root: &Path, relative: &str) -> Option<PathBuf> {
    if relative.is_empty() || relative.ends_with('/') {
        return inside(root, &format!("{relative}index.html"));
    }
    inside(root, relative)
}

fn inside(root: &Path, relative: &str) -> Option<PathBuf> {
    let plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '\0']);
    if !relative.split('/').all(plain) {
        return None;
    }
    let file = fs::canonicalize(root.join(relative)).ok()?;
    (file.starts_with(root) && file.is_file()).then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own in the system's temporary folder, removed at the end.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("en-face-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path.canonicalize().unwrap())
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn nothing_outside_the_folders_is_served() {
        let scratch = Scratch::new("folders");
        let (site, own) = (scratch.0.join("site"), scratch.0.join("own"));
        for (file, text) in [
            ("site/index.html", "page"),
            ("site/docs/index.html", "page"),
            ("doc/en_face/index.html", "page"),
            ("own/a b.txt", "text"),
            ("own/.git/config", "x"),
            ("secret", "x"),
        ] {
            let path = scratch.0.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink("../secret", own.join("link.txt")).unwrap();
        let extra = Extra { name: "own".to_owned(), segment: "1-own".to_owned(), folder: own };
        let folders = Folders { site, api: scratch.0.join("doc"), extra: vec![extra] };

        assert!(folders.file("/").unwrap().ends_with("index.html"));
        assert!(folders.file("/pages/1-own/a%20b.txt").unwrap().ends_with("a b.txt"));
        assert!(folders.file("/docs/").unwrap().ends_with("docs/index.html"));
        assert!(folders.file("/docs/api/en_face/").unwrap().ends_with("doc/en_face/index.html"));
        assert!(folders.lacks_slash("/docs") && folders.lacks_slash("/docs/api/en_face"));
        for path in ["/docs/", "/index.html", "/none", "//docs", "/\\docs", "/pages/1-own", "/."] {
            assert!(!folders.lacks_slash(path), "{path}");
        }
        let refused = [
            "/none/",
            "/docs/api/",
            "/docs/api/../secret",
            "/docs//",
            "/../secret",
            "/%2e%2e/secret",
            "/..%2fsecret",
            "/pages/1-own/../../secret",
            "/pages/1-own/%2e%2e%2f..%2fsecret",
            "/pages/1-own/.git/config",
            "/pages/1-own/link.txt",
            "/pages/2-own/a%20b.txt",
            "/pages/1-own/",
            "//index.html",
            "/index.html%00",
            "/pages/1-own",
            "/none.html",
            "/..\\secret",
            "/%ff",
        ];
        for path in refused {
            assert_eq!(folders.file(path), None, "{path}");
        }
    }
}
