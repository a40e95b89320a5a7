//! The sentence encoder for tests: the file that `cargo xtask model` makes.
//!
//! `EN_FACE_ENCODER` names the file, as `cargo xtask test` sets it; without it and without the file in `target` the
//! tests that need it say that they were skipped.

use en_face::encode::Encoder;
use std::path::PathBuf;
use std::sync::OnceLock;

/// The file's bytes, or nothing where it has not been made.
pub fn bytes() -> Option<&'static [u8]> {
    static BYTES: OnceLock<Option<Vec<u8>>> = OnceLock::new();
    let load = || match std::env::var_os("EN_FACE_ENCODER") {
        Some(file) => {
            Some(std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())))
        }
        None => {
            std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/share/en-face/zh-en.enface"))
                .ok()
        }
    };
    let bytes = BYTES.get_or_init(load).as_deref();
    if bytes.is_none() {
        eprintln!("skipped: no encoder file; make it with `cargo xtask model`");
    }
    bytes
}

pub fn encoder() -> Option<&'static Encoder> {
    static ENCODER: OnceLock<Option<Encoder>> = OnceLock::new();
    ENCODER.get_or_init(|| bytes().map(|bytes| Encoder::new(bytes.to_vec()).unwrap())).as_ref()
}
