//! Bytes become text, whatever their encoding.

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::Unreadable;

/// How many bytes are looked at to tell what a file is.
const LOOKED_AT: usize = 4096;

/// A text, and what had to be assumed to read it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub(super) text: String,
    /// How it was read, where the bytes do not say so themselves; and what could not be.
    pub(super) told: Vec<String>,
}

/// Reads bytes as text.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Decoded, Unreadable> {
    if let Some(what) = no_text(&bytes) {
        return Err(Unreadable::new(what));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return Ok(read(&bytes[mark..], encoding, Vec::new()));
    }
    if let Some(encoding) = utf_16(&bytes) {
        let told = format!("no mark tells the encoding: read as {}", encoding.name());
        return Ok(read(&bytes, encoding, vec![told]));
    }
    if bytes
        .iter()
        .take(LOOKED_AT)
        .filter(|byte| **byte == 0)
        .count()
        > LOOKED_AT / 10
    {
        return Err(Unreadable::new("this is no text"));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => {
            let told = Vec::new();
            return Ok(Decoded { text, told });
        }
        Err(error) => error.into_bytes(),
    };
    let mut detector = EncodingDetector::new();
    detector.feed(&bytes, true);
    let encoding = detector.guess(None, false);
    let told = format!("this is not UTF-8: read as {}", encoding.name());
    Ok(read(&bytes, encoding, vec![told]))
}

fn read(bytes: &[u8], encoding: &'static Encoding, mut told: Vec<String>) -> Decoded {
    let (text, wrong) = encoding.decode_without_bom_handling(bytes);
    if wrong {
        let count = text.matches('\u{fffd}').count();
        let name = if encoding == UTF_8 {
            "UTF-8"
        } else {
            encoding.name()
        };
        told.push(format!(
            "{count} characters are wrong in {name}, and are shown as `\u{fffd}`"
        ));
    }
    Decoded {
        text: text.into_owned(),
        told,
    }
}

/// UTF-16 without a mark: every other byte of a text in Latin letters is zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let looked_at = &bytes[..bytes.len().min(LOOKED_AT)];
    if looked_at.len() < 4 {
        return None;
    }
    let zeros = |odd: usize| {
        let these = looked_at.iter().skip(odd).step_by(2);
        these.filter(|byte| **byte == 0).count()
    };
    let half = looked_at.len() / 2;
    let (even, odd) = (zeros(0), zeros(1));
    if odd > half * 7 / 10 && even <= half / 10 {
        Some(UTF_16LE)
    } else if even > half * 7 / 10 && odd <= half / 10 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// What a file is that is no text, with what to do about it.
fn no_text(bytes: &[u8]) -> Option<&'static str> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    if begins(b"PK\x03\x04") {
        Some("this is an archive, or a spreadsheet such as `.xlsx` or `.ods`: save it as CSV there")
    } else if begins(b"\xd0\xcf\x11\xe0") {
        Some("this is a document of an old office program: save it as CSV there")
    } else if begins(b"%PDF-") {
        Some("this is a PDF, which holds no records")
    } else if begins(b"\x1f\x8b") {
        Some("this is compressed: unpack it first")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, usize) {
        let Decoded { text, told } = decode(bytes.to_vec()).unwrap();
        (text, told.len())
    }

    #[test]
    fn every_usual_encoding_is_read_and_what_is_assumed_is_told() {
        assert_eq!(decoded("é".as_bytes()), ("é".into(), 0));
        assert_eq!(decoded(b"\xef\xbb\xbf\xc3\xa9"), ("é".into(), 0));
        assert_eq!(decoded(b"\xff\xfe\xe9\x00a\x00"), ("éa".into(), 0));
        assert_eq!(decoded(b"\xfe\xff\x00\xe9\x00a"), ("éa".into(), 0));
        assert_eq!(decoded(b"a\x00b\x00c\x00d\x00"), ("abcd".into(), 1));
        assert_eq!(decoded(b"\x00a\x00b\x00c\x00d"), ("abcd".into(), 1));
        let text = "Date,Name\n2024,\u{201c}Caf\u{e9}\u{201d}\n";
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(text);
        assert_eq!(decoded(&bytes), (text.into(), 1));
        let text = "Дата,Название\n2024,Переговоры в Женеве\n";
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(text);
        assert_eq!(decoded(&bytes), (text.into(), 1));
        assert_eq!(decoded(b"\xef\xbb\xbfa\xffb"), ("a\u{fffd}b".into(), 1));
        assert_eq!(decoded(b""), (String::new(), 0));
    }

    #[test]
    fn what_is_no_text_is_refused_with_what_to_do() {
        let refused = decode(b"PK\x03\x04abc".to_vec()).unwrap_err();
        assert!(refused.message.contains("save it as CSV"));
        assert!(decode(vec![0; 5000]).is_err());
    }
}
