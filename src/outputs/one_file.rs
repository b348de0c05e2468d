//! The whole timeline as one file, for a memory stick, an archive or a printer.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::assets::ONE_FILE_STYLE;
use super::{RenderError, pages};
use crate::views::{OneFilePage, Site};

/// How the file begins. Nothing else that Dateline writes begins so.
pub const ONE_FILE: &str = "<!doctype html>\n<!-- Made by Dateline as one file ";

/// Makes it; `path` only tells where an error is.
///
/// # Errors
///
/// As for every page.
pub fn one_file(site: &Site<'_>, path: &str) -> Result<Vec<u8>, RenderError> {
    let digest = digest(ONE_FILE_STYLE);
    let page = OneFilePage::new(site, ONE_FILE_STYLE, &digest).map_err(|error| RenderError {
        path: path.to_owned(),
        error,
    })?;
    Ok(pages::page(path.to_owned(), &page)?.bytes)
}

/// A text's digest as a Content-Security-Policy names it: `sha256-` and base 64 (RFC 4648).
pub(super) fn digest(text: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut digest = "sha256-".to_owned();
    for bytes in Sha256::digest(text).chunks(3) {
        let bits = bytes
            .iter()
            .chain(&[0, 0])
            .take(3)
            .fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        for letter in 0..4 {
            let _ = if letter <= bytes.len() {
                let at = bits >> (18 - 6 * letter) & 63;
                digest.write_char(char::from(LETTERS[at]))
            } else {
                digest.write_char('=')
            };
        }
    }
    digest
}

#[cfg(test)]
mod tests {
    #[test]
    fn digests_are_as_policies_want_them() {
        // `printf abc | openssl dgst -sha256 -binary | base64`
        assert_eq!(
            super::digest("abc"),
            "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
        );
    }
}
