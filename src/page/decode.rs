//! Bytes to text: byte-order marks, broken UTF-8, and files that are no text at all.

use super::{Error, Notice};

/// Where bytes of a file were none of text, and had to be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The line of the first of them, from 1.
    pub line: usize,
    /// Bytes of the file before it.
    pub offset: usize,
}

impl From<Replaced> for Notice {
    fn from(Replaced { line, .. }: Replaced) -> Notice {
        let message =
            "some bytes are not UTF-8 and were replaced by U+FFFD; save the page as UTF-8".to_owned();
        Notice { line, message }
    }
}

/// The file's text, without a byte-order mark, and where bytes had to be replaced.
///
/// UTF-8 is expected; UTF-16 is read where a byte-order mark announces it. Each broken sequence
/// becomes U+FFFD.
///
/// # Errors
///
/// [`Error::Binary`] where a NUL byte stands in the first 64 KiB of anything but UTF-16.
pub fn decode(bytes: Vec<u8>) -> Result<(String, Option<Replaced>), Error> {
    match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => return Ok(utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => return Ok(utf16(rest, u16::from_be_bytes)),
        _ => {}
    }
    if let Some(offset) = bytes.iter().take(1 << 16).position(|&byte| byte == 0) {
        return Err(Error::Binary { offset });
    }
    Ok(match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{FEFF}') {
                text.drain(..'\u{FEFF}'.len_utf8());
            }
            (text, None)
        }
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let line = 1 + bytes[..valid].iter().filter(|&&byte| byte == b'\n').count();
            let text = String::from_utf8_lossy(&bytes);
            let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned();
            (text, Some(Replaced { line, offset: valid }))
        }
    })
}

/// What follows a byte-order mark. A byte too many at the end is left out.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Option<Replaced>) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut broken = None;
    let mut text = String::with_capacity(bytes.len());
    for decoded in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        if decoded.is_err() && broken.is_none() {
            broken = Some(text.len());
        }
        text.push(decoded.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    let broken = broken.or((!rest.is_empty()).then_some(text.len()));
    let replaced = broken.map(|at| {
        let before = &text[..at];
        // The mark stands before them.
        let offset = 2 * (1 + before.encode_utf16().count());
        Replaced { line: 1 + before.matches('\n').count(), offset }
    });
    (text, replaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comes_out_as_it_is_without_its_mark() {
        for (bytes, text) in [
            ("原文\r\nText".as_bytes().to_vec(), "原文\r\nText"),
            ("\u{FEFF}原文".as_bytes().to_vec(), "原文"),
            (vec![0xFF, 0xFE, 0x9F, 0x53, 0x41, 0x00], "原A"),
            (vec![0xFE, 0xFF, 0x53, 0x9F, 0x00, 0x41], "原A"),
            (Vec::new(), ""),
        ] {
            assert_eq!(decode(bytes), Ok((text.to_owned(), None)));
        }
    }

    #[test]
    fn broken_bytes_are_replaced_and_reported() {
        for (bytes, text, line, offset) in [
            (&b"one\ntwo \xE5\x8E three"[..], "one\ntwo \u{FFFD} three", 2, 8),
            (b"\xFF\xFEA\0\n\0\0\xD8", "A\n\u{FFFD}", 2, 6),
            (b"\xFE\xFF\0A\0", "A", 1, 4),
        ] {
            assert_eq!(decode(bytes.to_vec()), Ok((text.to_owned(), Some(Replaced { line, offset }))));
        }
    }

    #[test]
    fn binary_data_is_refused() {
        assert_eq!(decode(b"\x89PNG\r\n\x1A\n\0\0".to_vec()), Err(Error::Binary { offset: 8 }));
    }
}
