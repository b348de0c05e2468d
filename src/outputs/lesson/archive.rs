//! Archives (ZIP) that are the same, byte for byte, whenever they are made.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// An archive of files by their names, in this order. All of them are from 1980-01-01, the
/// earliest day that an archive can hold: none has a day of its own.
pub(super) fn archive<'f>(
    files: impl IntoIterator<Item = (&'f str, &'f [u8])>,
) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        // Wherever it is made.
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::archive;

    #[test]
    fn an_archive_is_the_same_every_time() {
        let files: [(&str, &[u8]); 2] = [("b", b"first"), ("a/c", &[0; 10_000])];
        let one = archive(files).unwrap();
        assert_eq!(one, archive(files).unwrap());
        assert!(one.starts_with(b"PK\x03\x04"));
        // Its time and day: midnight, the first of January 1980.
        assert_eq!(one[10..14], [0, 0, 0x21, 0]);
    }
}
