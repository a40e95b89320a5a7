//! Addresses of what is published: the folder's, and a file's in it.

use crate::page::safe_link;
use std::str::FromStr;

/// The address of the folder that a site's pages are in: http or https, and it ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

/// Why an address is none of a folder.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the address of a folder looks like https://example.org/pages/, without ? and #")]
pub struct BaseError;

impl FromStr for Base {
    type Err = BaseError;

    fn from_str(address: &str) -> Result<Base, BaseError> {
        let plain = |address: &&str| !address.contains(['?', '#', '\\']) && !address.ends_with("//");
        let address = safe_link(address).filter(plain).ok_or(BaseError)?;
        Ok(Base(format!("{}/", address.strip_suffix('/').unwrap_or(address))))
    }
}

impl Base {
    /// The folder's address, or that of a file in it.
    pub fn of(&self, file: &str) -> String {
        format!("{}{}", self.0, relative(file))
    }
}

/// The folders that a file is in, of its name in the site's folder; nothing where it is in none.
pub(super) fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A file's name in its own folder.
pub(super) fn own(file: &str) -> &str {
    file.rsplit_once('/').map_or(file, |(_, own)| own)
}

/// A file's address seen from the site's folder.
pub(super) fn relative(file: &str) -> String {
    let mut address = String::new();
    for byte in file.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            address.push_str(&format!("%{byte:02X}"));
        }
    }
    address
}

/// The address if it is a path, with nothing in it that would be taken for a scheme or a host.
pub(super) fn safe_path(address: &str) -> Option<&str> {
    let scheme = address.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    let clean = !address.chars().any(|c| c.is_control() || c.is_whitespace() || "<>\"\\".contains(c));
    (clean && !scheme && !address.is_empty() && !address.starts_with("//")).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_http_and_ends_with_a_slash() {
        for (given, address) in [
            ("https://example.org", "https://example.org/a.html"),
            ("https://example.org/", "https://example.org/a.html"),
            ("http://example.org/zh", "http://example.org/zh/a.html"),
            ("https://example.org/zh/", "https://example.org/zh/a.html"),
        ] {
            assert_eq!(Base::from_str(given).unwrap().of("a.html"), address);
        }
        for given in
            ["", "/zh/", "example.org", "https://", "javascript:alert(1)", "https://a/?b", "https://a/#b"]
        {
            assert_eq!(Base::from_str(given), Err(BaseError), "{given}");
        }
        assert!(Base::from_str("https://a/\"><b").is_err());
    }

    #[test]
    fn a_files_name_is_no_more_than_a_name() {
        assert_eq!(relative("old-maps_2.v1~.html"), "old-maps_2.v1~.html");
        assert_eq!(relative("javascript:alert(1)"), "javascript%3Aalert%281%29");
        assert_eq!(relative("a:b/c d"), "a%3Ab/c%20d");
        assert_eq!(["a/b/c", "c"].map(|file| (folder(file), own(file))), [("a/b", "c"), ("", "c")]);
        assert_eq!(relative("a b#c?d\"é港"), "a%20b%23c%3Fd%22%C3%A9%E6%B8%AF");
    }
}
