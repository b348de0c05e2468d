//! Single values: text, dates, addresses, codes.

use std::fmt;
use std::ops::Deref;

use super::decode::{Context, Decode, within};
use super::shape::{ScalarShape, Shape};
use crate::diagnostic::{Diagnostic, names};
use crate::edtf::Edtf;
use crate::text::{turns_direction, unclosed_direction, unfit};
use crate::words;
use crate::yaml::{Node, Path};

/// Reads a text that says something.
fn text(node: &Node, at: &Path, expected: &str, context: &mut Context<'_>) -> Option<String> {
    let Some(text) = node.as_text() else {
        context.wrong_type(node, at, expected);
        return None;
    };
    if text.trim().is_empty() {
        context.push(
            Diagnostic::new(names::EMPTY_VALUE, context.value(at), "this text is empty")
                .help("fill it in, or remove the key"),
        );
        return None;
    }
    let wrong = match (unfit(text), unclosed_direction(text)) {
        (Some(c), _) if c.is_control() => Some((c, "a control character", "remove it")),
        (Some(c), _) => Some((c, "a character that no text can hold", "remove it")),
        (_, Some(c)) => Some((
            c,
            "an unseen character that turns round the text after it",
            "remove it, or close what it opens",
        )),
        _ => None,
    };
    if let Some((c, what, help)) = wrong {
        let message = format!("{what} (U+{:04X}) in this text", u32::from(c));
        context.push(Diagnostic::new(names::BAD_VALUE, context.value(at), message).help(help));
        return None;
    }
    Some(text.trim().to_owned())
}

macro_rules! text_type {
    ($(#[doc = $doc:literal])+ $type:ident = $name:literal) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $type(pub String);

        impl Deref for $type {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl $type {
            fn scalar(pattern: Option<&'static str>) -> Shape {
                Shape::Scalar(ScalarShape {
                    name: $name,
                    doc: concat!($($doc),+).trim_ascii(),
                    types: &["string"],
                    pattern,
                })
            }
        }
    };
}

text_type! {
    /// Plain text, not empty.
    Text = "text"
}

impl Decode for Text {
    fn shape() -> Shape {
        Self::scalar(Some(r"\S"))
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        text(node, at, "text", context).map(Text)
    }
}

text_type! {
    /// Text in Markdown (CommonMark): emphasis, lists, quotes, and links that begin with `http:`, `https:` or `mailto:`. HTML is shown as it is written.
    Markdown = "Markdown"
}

impl Decode for Markdown {
    fn shape() -> Shape {
        Self::scalar(Some(r"\S"))
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        text(node, at, "text", context).map(Markdown)
    }
}

text_type! {
    /// A web address that begins with `https://` or `http://`.
    Url = "address"
}

impl Decode for Url {
    fn shape() -> Shape {
        Self::scalar(Some(r"^https?://[^\s/]"))
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let text = text(node, at, "an address", context)?;
        let reason = match fluent_uri::Iri::parse(text.as_str()) {
            // RFC 3987, 4.1: they would make an address look like another.
            _ if text.contains(turns_direction) => {
                "this address holds an unseen character that turns the text round".to_owned()
            }
            Err(_) => "this is not a web address".to_owned(),
            Ok(iri) if iri.authority().is_some_and(|a| a.port_to_u16().is_err()) => {
                "the port of this address is none".to_owned()
            }
            Ok(iri) => match iri.scheme().as_str().to_ascii_lowercase().as_str() {
                "http" | "https" if iri.authority().is_some_and(|a| !a.host().is_empty()) => {
                    return Some(Url(text));
                }
                "http" | "https" => "this address names no host".to_owned(),
                other => format!("an address cannot begin with `{other}:`"),
            },
        };
        context.push(
            Diagnostic::new(names::BAD_URL, context.value(at), reason)
                .help("write the whole address, beginning with `https://`"),
        );
        None
    }
}

text_type! {
    /// The web address under which a site stands, without `?` and `#`: pages are added to it.
    BaseUrl = "address of a site"
}

impl Decode for BaseUrl {
    fn shape() -> Shape {
        Self::scalar(Some(r"^https?://[^\s/?#][^\s?#]*$"))
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let Url(text) = Url::decode(node, at, context)?;
        if let Some(cut) = text.find(['?', '#']) {
            let message = format!("the address of a site cannot hold `{}`", &text[cut..]);
            context.push(
                Diagnostic::new(names::BAD_URL, context.value(at), message)
                    .help(format!("write `{}`", &text[..cut])),
            );
            return None;
        }
        let address = fluent_uri::Iri::parse(text.as_str()).ok()?;
        let path = address.path().as_str();
        let parts = || path.split('/');
        let wrong = if address.authority().is_some_and(|a| a.has_userinfo()) {
            Some(("a name or a password", "leave out what stands before `@`"))
        } else if path.contains("//") {
            Some(("`//` within its path", "write a single `/`"))
        } else if parts().any(|part| matches!(part, "." | "..")) {
            Some((
                "`.` or `..` as a part of its path",
                "write the path as it is",
            ))
        } else {
            None
        };
        if let Some((what, help)) = wrong {
            let message = format!("the address of a site cannot hold {what}");
            let found = Diagnostic::new(names::BAD_URL, context.value(at), message);
            context.push(found.help(help));
            return None;
        }
        Some(BaseUrl(text))
    }
}

text_type! {
    /// A country: two capital letters of ISO 3166-1, such as `UA`.
    Country = "country"
}

impl Decode for Country {
    fn shape() -> Shape {
        Self::scalar(Some("^[A-Z]{2}$"))
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let text = text(node, at, "a country code", context)?;
        if text.len() == 2 && COUNTRIES.split(' ').any(|code| code == text) {
            return Some(Country(text));
        }
        context.push(
            Diagnostic::new(
                names::BAD_VALUE,
                context.value(at),
                format!("`{text}` is not a country code"),
            )
            .help("write the two capital letters of ISO 3166-1, such as `UA` or `CN`"),
        );
        None
    }
}

/// The codes of ISO 3166-1 that are assigned, and `XK`, which is in use for Kosovo.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI \
    BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY \
    CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN \
    GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH \
    KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO \
    MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL \
    PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV \
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN \
    VU WF WS XK YE YT ZA ZM ZW";

text_type! {
    /// An item of Wikidata: `Q` and its number.
    Wikidata = "Wikidata item"
}

impl Decode for Wikidata {
    fn shape() -> Shape {
        Self::scalar(Some("^Q[1-9][0-9]*$"))
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let text = text(node, at, "a Wikidata item", context)?;
        let digits = text.strip_prefix('Q').unwrap_or_default();
        if !digits.is_empty()
            && !digits.starts_with('0')
            && digits.bytes().all(|b| b.is_ascii_digit())
        {
            return Some(Wikidata(text));
        }
        context.push(
            Diagnostic::new(
                names::BAD_VALUE,
                context.value(at),
                format!("`{text}` is not an item of Wikidata"),
            )
            .help("write `Q` and the number, such as `Q6279`"),
        );
        None
    }
}

text_type! {
    /// A language, as BCP 47 writes it: `en`, `uk`, `zh-Hant`.
    LanguageTag = "language tag"
}

impl Decode for LanguageTag {
    fn shape() -> Shape {
        Self::scalar(Some("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let tag = text(node, at, "a language", context)?;
        let mut parts = tag.split('-');
        let primary = parts.next().unwrap_or_default();
        let right = matches!(primary.len(), 2 | 3)
            && primary.bytes().all(|b| b.is_ascii_lowercase())
            && parts.all(|part| {
                matches!(part.len(), 2..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric())
            });
        if right {
            return Some(LanguageTag(tag));
        }
        context.push(
            Diagnostic::new(
                names::BAD_VALUE,
                context.value(at),
                format!("`{tag}` is not a language"),
            )
            .help("write its tag of BCP 47, such as `en`, `uk` or `zh-Hant`"),
        );
        None
    }
}

/// The language of the timeline, as BCP 47 writes it. Dates and the words around the
/// events are in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language(pub String);

impl Decode for Language {
    fn shape() -> Shape {
        Shape::OneOf {
            name: "language",
            words: words::LANGUAGES
                .iter()
                .map(|language| super::Word {
                    word: language.code(),
                    doc: language.name(),
                })
                .collect(),
        }
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let tag = text(node, at, "a language", context)?;
        if words::language(&tag).is_some() {
            return Some(Language(tag));
        }
        let known: Vec<_> = words::LANGUAGES
            .iter()
            .map(|language| language.code())
            .collect();
        context.unknown_word(&tag, at, "language that Dateline has words for", &known);
        None
    }

    fn absent() -> Option<Self> {
        Some(Language("en".to_owned()))
    }
}

/// A number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number(pub f64);

/// The whole numbers below this are kept exactly (2^53).
const LARGEST: u64 = 9_007_199_254_740_992;

impl Decode for Number {
    fn shape() -> Shape {
        Shape::Scalar(ScalarShape {
            name: "number",
            doc: "A number, without quotes and without separators: `900000000`, `2.5`.",
            types: &["number"],
            pattern: None,
        })
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "figures in reports are far below 2^53"
    )]
    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        match node {
            Node::Int(value) if value.unsigned_abs() < LARGEST => Some(Number(*value as f64)),
            Node::Float(value) if value.is_finite() && value.abs() < LARGEST as f64 => {
                Some(Number(*value))
            }
            Node::Float(value) if value.is_nan() => {
                context.push(
                    Diagnostic::new(names::BAD_VALUE, context.value(at), "this is not a number")
                        .help("write a number, or leave the figure out"),
                );
                None
            }
            Node::Int(_) | Node::Float(_) => {
                let raw = context.raw(at).unwrap_or_default();
                context.push(
                    Diagnostic::new(
                        names::BAD_VALUE,
                        context.value(at),
                        format!("`{raw}` is too large to be kept exactly"),
                    )
                    .help("write it in a larger unit, such as `unit: billion USD`"),
                );
                None
            }
            other => {
                context.wrong_type(other, at, "a number");
                if let Node::Text(text) = other
                    && let Some(complaint) = context.found.last_mut()
                {
                    let bare: String = text
                        .chars()
                        .filter(|c| !matches!(c, ',' | ' ' | '%' | '$'))
                        .collect();
                    let zeros = bare.len() - bare.trim_start_matches('0').len();
                    let whole = bare[zeros..].starts_with(|c: char| c.is_ascii_digit());
                    let bare = if whole { &bare[zeros..] } else { &bare };
                    complaint.help.push(match bare.parse::<f64>() {
                        Ok(_) if *bare == **text => format!("write `{bare}` without quotes"),
                        Ok(_) if zeros > 0 && whole => format!("write `{bare}`"),
                        Ok(_) => format!("write `{bare}`; the unit goes under `unit`"),
                        Err(_) => "write digits, such as `1200000`".to_owned(),
                    });
                }
                None
            }
        }
    }
}

/// A date as EDTF writes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Date(pub Edtf);

impl Deref for Date {
    type Target = Edtf;

    fn deref(&self) -> &Edtf {
        &self.0
    }
}

impl Decode for Date {
    fn shape() -> Shape {
        Shape::Scalar(ScalarShape {
            name: "date",
            doc: "A date of the Extended Date/Time Format (EDTF, Library of Congress, 4 February 2019), levels 0 to 2. \
                  Put it in quotes where it begins with `[`, `{` or `%`.",
            types: &["string", "integer"],
            // The characters of EDTF, one slash at the most, and no single dot: enough
            // for an editor to see that `17.04.2024` or `in April` is none.
            pattern: Some(
                r"^(?=.*[0-9X])(?!.*/.*/)(?!.*(^|[^.])[.]([^.]|$))[-0-9YESXTZ?~%.,/:+{}\[\]]+$",
            ),
        })
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        let text = match node {
            Node::Text(text) => text.clone(),
            // A year alone reads as a number. How it is written counts: `0800`.
            Node::Int(_) | Node::Float(_) => context.raw(at)?,
            Node::List(_) | Node::Map(_) => {
                context.wrong_type(node, at, "a date");
                if let (Some(raw), Some(complaint)) = (context.raw(at), context.found.last_mut()) {
                    complaint
                        .help
                        .push(format!("put the date in quotes: `\"{raw}\"`"));
                }
                return None;
            }
            other => {
                context.wrong_type(other, at, "a date");
                return None;
            }
        };
        match text.parse() {
            Ok(date) => Some(Date(date)),
            Err(error) => {
                let error: crate::edtf::Error = error;
                context.push(
                    Diagnostic::new(
                        names::BAD_DATE,
                        within(context, at, error.span()),
                        error.to_string(),
                    )
                    .maybe_help(error.help()),
                );
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::COUNTRIES;
    use crate::words::LANGUAGES;

    #[test]
    fn every_country_has_a_name_in_every_language() {
        for code in COUNTRIES.split(' ') {
            for language in LANGUAGES {
                assert_ne!(language.country(code), code, "{}", language.name());
            }
        }
    }
}
