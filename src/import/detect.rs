//! Which format an input is in.

use super::{Input, READERS, Reader, Unreadable};

/// The first format that an input looks like.
pub fn detect(input: &Input) -> Result<&'static Reader, Unreadable> {
    let found = READERS.iter().find(|reader| (reader.fits)(input));
    found.ok_or_else(|| {
        let what = if input.files.iter().all(|file| file.text.trim().is_empty()) {
            "nothing is in it".to_owned()
        } else {
            "no known format is recognised in it".to_owned()
        };
        Unreadable::new(format!(
            "{what}; say with `--from` which it is: {}",
            listed()
        ))
    })
}

fn listed() -> String {
    let names: Vec<&str> = READERS.iter().map(|reader| reader.name).collect();
    names.join(", ")
}
