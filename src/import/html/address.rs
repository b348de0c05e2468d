//! Addresses that may stand in a link.

use crate::text::turns_direction;
use fluent_uri::Iri;

/// The address of a page or a file, `http` or `https`, as it may stand in an event file.
/// What browsers mend is mended: blanks around it, and characters that should have been
/// written as `%20`.
pub fn web_address(text: &str) -> Option<String> {
    let address = mended(text);
    let iri = Iri::parse(address.as_str()).ok()?;
    let scheme = iri.scheme().as_str().to_ascii_lowercase();
    let authority = iri.authority()?;
    let fine = matches!(scheme.as_str(), "http" | "https")
        && !authority.host().is_empty()
        && authority.port_to_u16().is_ok();
    fine.then_some(address)
}

/// An address that a link in Markdown may have: of a page, or of mail.
pub(in crate::import) fn link_address(text: &str) -> Option<String> {
    web_address(text).or_else(|| {
        let address = mended(text);
        let iri = Iri::parse(address.as_str()).ok()?;
        let mail = iri.scheme().as_str().eq_ignore_ascii_case("mailto");
        (mail && !iri.path().as_str().is_empty()).then_some(address)
    })
}

fn mended(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_ascii_control() || c.is_whitespace());
    let mut address = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '\t' | '\n' | '\r' => {}
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                address += &format!("%{:02X}", u32::from(c));
            }
            '%' if !is_escape(&text[at..]) => address += "%25",
            c if turns_direction(c) => {}
            c => address.push(c),
        }
    }
    address
}

fn is_escape(text: &str) -> bool {
    let digits = text.as_bytes().get(1..3);
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_pages_and_no_others() {
        let same = ["https://a.example/?a=1&b=%20#c", "http://ä.example:8080/ü"];
        for address in same {
            assert_eq!(web_address(address).as_deref(), Some(address));
        }
        assert_eq!(
            web_address(" https://a.example/a b\n{c}%\u{202e} ").as_deref(),
            Some("https://a.example/a%20b%7Bc%7D%25")
        );
        for address in [
            "",
            "a",
            "www.a.example",
            "//a.example/",
            "https://",
            "http:///a",
            "https://a.example:99999/",
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,a",
            "ftp://a.example/",
            "mailto:a@b.example",
        ] {
            assert_eq!(web_address(address), None, "{address:?}");
        }
        assert!(link_address("mailto:a@b.example").is_some());
        assert!(link_address("mailto:").is_none());
    }
}
