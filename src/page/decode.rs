//! Bytes to text: byte-order marks, broken UTF-8, and files that are no text at all.

use super::{Error, Notice};

/// The file's text, without a byte-order mark, and a notice where bytes had to be replaced.
///
/// UTF-8 is expected; UTF-16 is read where a byte-order mark announces it. Each broken sequence
/// becomes U+FFFD.
///
/// # Errors
///
/// [`Error::Binary`] where a NUL byte stands in the first 64 KiB of anything but UTF-16.
pub fn decode(bytes: Vec<u8>) -> Result<(String, Option<Notice>), Error> {
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
            (text, Some(replaced(line)))
        }
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, Option<Notice>) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut broken = (!rest.is_empty()).then_some(0);
    let mut text = String::with_capacity(bytes.len());
    for decoded in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        if decoded.is_err() && broken.is_none() {
            broken = Some(text.len());
        }
        text.push(decoded.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    let notice = broken.map(|at| replaced(1 + text[..at].matches('\n').count()));
    (text, notice)
}

fn replaced(line: usize) -> Notice {
    let message = "some bytes are not UTF-8 and were replaced by U+FFFD; save the page as UTF-8".to_owned();
    Notice { line, message }
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
        let (text, notice) = decode(b"one\ntwo \xE5\x8E three".to_vec()).unwrap();
        assert_eq!(text, "one\ntwo \u{FFFD} three");
        assert_eq!(notice.map(|notice| notice.line), Some(2));
        let (text, notice) = decode(vec![0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8]).unwrap();
        assert_eq!((text.as_str(), notice.is_some()), ("A\u{FFFD}", true));
    }

    #[test]
    fn binary_data_is_refused() {
        assert_eq!(decode(b"\x89PNG\r\n\x1A\n\0\0".to_vec()), Err(Error::Binary { offset: 8 }));
    }
}
