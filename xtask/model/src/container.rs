//! The file around the sections: magic, version, hash, section table. `docs` has the format in full.

use sha2::{Digest, Sha256};

const MAGIC: &[u8; 8] = b"\x89enface\n";
const VERSION: u16 = 1;
/// The hash is over everything from here on.
const HASHED: usize = 44;

/// A section: its tag and its bytes.
pub struct Section {
    pub tag: [u8; 4],
    pub bytes: Vec<u8>,
}

/// The file with these sections, in this order.
///
/// # Panics
/// When a section has 4 GB or more; the whole vocabulary takes a fiftieth of that.
pub fn assemble(sections: &[Section]) -> Vec<u8> {
    let mut file = Vec::new();
    file.extend_from_slice(MAGIC);
    file.extend(VERSION.to_le_bytes());
    file.extend((sections.len() as u16).to_le_bytes());
    file.extend([0; 32]);
    for section in sections {
        let length = u32::try_from(section.bytes.len()).expect("a section has less than 4 GB");
        file.extend(section.tag);
        file.extend(length.to_le_bytes());
    }
    for section in sections {
        file.extend_from_slice(&section.bytes);
    }
    let hash = Sha256::digest(&file[HASHED..]);
    file[12..HASHED].copy_from_slice(&hash);
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_and_table_are_where_the_format_says() {
        let section = |tag: &[u8; 4], bytes: &[u8]| Section { tag: *tag, bytes: bytes.to_vec() };
        let file = assemble(&[section(b"INFO", b"abc"), section(b"NORM", b"")]);
        assert_eq!(file[..12], *b"\x89enface\n\x01\0\x02\0");
        assert_eq!(file[44..60], *b"INFO\x03\0\0\0NORM\0\0\0\0");
        assert_eq!(file[60..], *b"abc");
        assert_eq!(file[12..44], Sha256::digest(&file[44..])[..]);
    }
}
