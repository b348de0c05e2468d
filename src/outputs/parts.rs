//! Long files in parts: each is made on whichever core is free, and few of them are in memory
//! at a time.

use std::io::{self, Write};
use std::ops::Range;

use rayon::prelude::*;

/// How many records a core makes at a time.
const PART: usize = 32;

/// How many parts are made before they are written.
const PARTS: usize = 64;

/// Writes what is made of so many records, in their order.
pub(super) fn in_parts<B: AsRef<[u8]> + Send>(
    records: usize,
    out: &mut dyn Write,
    make: impl Fn(Range<usize>) -> io::Result<B> + Sync,
) -> io::Result<()> {
    let starts: Vec<usize> = (0..records).step_by(PART).collect();
    for batch in starts.chunks(PARTS) {
        let parts = batch
            .par_iter()
            .map(|start| make(*start..records.min(start + PART)));
        for part in parts.collect::<io::Result<Vec<B>>>()? {
            out.write_all(part.as_ref())?;
        }
    }
    Ok(())
}
