//! Ids for feeds and calendars, by which readers' programs know an entry again.
//!
//! An id is made of the timeline's lasting name and of what the entry is about, and of nothing
//! else: it is the same after every build, on every host, with and without a `base_url`. A
//! host's name would change whenever the site moves, and all entries would come as new.

use sha2::{Digest, Sha256};

/// Sets our names apart from everybody else's: chosen once, never to be changed.
const NAMESPACE: &[u8] = b"dateline/lasting-id/1";

/// The UUID (RFC 9562, version 8: a name and a hash) of something in the timeline with this
/// lasting name.
pub(super) fn uuid(timeline: &str, name: &str) -> String {
    let mut hash = Sha256::new();
    for part in [NAMESPACE, timeline.as_bytes(), name.as_bytes()] {
        // Each with its length, so that no two lists of parts run into one another.
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    bytes[6] = 0x80 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    let hex = format!("{:032x}", u128::from_be_bytes(bytes));
    let parts = [
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ];
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::uuid;

    #[test]
    fn ids_never_change() {
        // Feeds and calendars out there have these: this test is not to be adapted.
        assert_eq!(
            uuid("A timeline", "an entry"),
            "25cf4b2f-27c1-86ee-8e7e-0c3e3e2e980b"
        );
        assert_ne!(
            uuid("A timeline", "an entry"),
            uuid("A timelinea", "n entry")
        );
    }
}
