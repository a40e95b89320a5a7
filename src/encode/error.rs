//! Why bytes cannot be used as an encoder.

/// What keeps bytes from being an encoder of this version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The bytes start like no encoder file.
    #[error("this is no en-face encoder file; make one with `cargo xtask model`")]
    Format,
    /// The file was made for another version of en-face.
    #[error("this encoder file has format version {0}, and version {expected} is needed; make it again with `cargo xtask model`", expected = super::file::VERSION)]
    Version(u16),
    /// The bytes are not those that were written, or were written wrongly.
    #[error("this encoder file is damaged ({0}, byte {1}); download it or make it again")]
    Damaged(&'static str, usize),
}

impl Error {
    /// A short name for programs: `encoder-format`, `encoder-version` or `encoder-damaged`.
    pub fn code(&self) -> &'static str {
        match self {
            Error::Format => "encoder-format",
            Error::Version(_) => "encoder-version",
            Error::Damaged(..) => "encoder-damaged",
        }
    }
}
