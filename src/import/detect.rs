//! Which format an input is in.

use super::{Input, READERS, Reader, Unreadable};
use crate::diagnostic::did_you_mean;

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

/// The format with a name.
pub fn named(name: &str) -> Result<&'static Reader, Unreadable> {
    let found = READERS.iter().find(|reader| reader.name == name);
    found.ok_or_else(|| {
        let close = did_you_mean(name, READERS.iter().map(|reader| reader.name));
        let close = close.map_or_else(String::new, |close| format!(", did you mean `{close}`?"));
        Unreadable::new(format!(
            "no format is called `{name}`{close}; there are {}",
            listed()
        ))
    })
}

fn listed() -> String {
    let names: Vec<&str> = READERS.iter().map(|reader| reader.name).collect();
    names.join(", ")
}
