//! A file as an address that holds all of it (RFC 2397).

/// Of what is no letter and no digit, what stands in an address as it is. The rest of ASCII is
/// written otherwise; beyond it nothing has to be, as addresses in HTML may hold it.
const PLAIN: &[u8] = b"!$'()*+,-./:;=?@_~";

/// Of every byte whether it stands in an address as it is.
const KEPT: [bool; 256] = {
    let mut kept = [false; 256];
    let mut byte = 0_u8;
    loop {
        kept[byte as usize] = byte.is_ascii_alphanumeric() || !byte.is_ascii();
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    let mut at = 0;
    while at < PLAIN.len() {
        kept[PLAIN[at] as usize] = true;
        at += 1;
    }
    kept
};

const DIGITS: [char; 16] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
];

/// The address that holds this text. It can stand in an attribute of HTML, in double quotes,
/// as it is.
pub fn data_link(media_type: &str, text: &str) -> String {
    let mut link = String::with_capacity(media_type.len() + text.len() * 2);
    link.push_str("data:");
    link.push_str(media_type);
    link.push(',');
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        if KEPT[usize::from(byte)] {
            continue;
        }
        link.push_str(&text[start..at]);
        link.push('%');
        link.push(DIGITS[usize::from(byte >> 4)]);
        link.push(DIGITS[usize::from(byte & 15)]);
        start = at + 1;
    }
    link.push_str(&text[start..]);
    link
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_must_be_is_written_otherwise() {
        assert_eq!(
            data_link(
                "a/b",
                "Müller, \"A & B\": 100 %\r\n<#1>; it's https://a.example/?b=c"
            ),
            "data:a/b,Müller,%20%22A%20%26%20B%22:%20100%20%25%0D%0A%3C%231%3E;%20it's%20https://a.example/?b=c"
        );
    }
}
