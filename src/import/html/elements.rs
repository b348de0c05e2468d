//! The elements of HTML, by what becomes of them.

/// What an element is to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// What begins and ends lines of its own.
    Block,
    /// A line break.
    Break,
    /// A line across.
    Rule,
    /// A heading.
    Heading,
    /// A list.
    List { numbered: bool },
    /// An item of a list.
    Item,
    /// A quotation set apart.
    Quote,
    /// Text set out as it is written.
    Preformatted,
    /// A cell of a table.
    Cell,
    /// Words of a certain look.
    Look(Look),
    /// A link.
    Link,
    /// An image.
    Image,
    /// Something from another address, shown in the page.
    Embedded,
    /// What is not shown: a script, a style, a title.
    Hidden,
    /// Words as any other.
    Plain,
}

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Strong,
    Emphasis,
    Code,
    /// Within quotation marks.
    Quoted,
    Raised,
    Lowered,
    Struck,
}

/// The element of a name in small letters, if HTML has it.
pub(super) fn element(name: &str) -> Option<Element> {
    Some(match name {
        "br" => Element::Break,
        "hr" => Element::Rule,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Element::Heading,
        "ul" | "menu" | "dir" => Element::List { numbered: false },
        "ol" => Element::List { numbered: true },
        "li" => Element::Item,
        "blockquote" => Element::Quote,
        "pre" | "listing" | "xmp" | "plaintext" => Element::Preformatted,
        "td" | "th" => Element::Cell,
        "b" | "strong" => Element::Look(Look::Strong),
        "i" | "em" | "cite" | "var" | "dfn" => Element::Look(Look::Emphasis),
        "code" | "kbd" | "samp" | "tt" => Element::Look(Look::Code),
        "q" => Element::Look(Look::Quoted),
        "sup" => Element::Look(Look::Raised),
        "sub" => Element::Look(Look::Lowered),
        "s" | "strike" | "del" => Element::Look(Look::Struck),
        "a" => Element::Link,
        "img" | "image" => Element::Image,
        "iframe" | "embed" | "object" | "video" | "audio" | "source" | "track" | "frame" => {
            Element::Embedded
        }
        "script" | "style" | "title" | "noembed" | "noframes" => Element::Hidden,
        "address" | "article" | "aside" | "body" | "caption" | "center" | "dd" | "details"
        | "dialog" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer"
        | "form" | "header" | "hgroup" | "html" | "head" | "legend" | "main" | "nav"
        | "optgroup" | "option" | "p" | "search" | "section" | "summary" | "table" | "tbody"
        | "tfoot" | "thead" | "tr" => Element::Block,
        "abbr" | "acronym" | "applet" | "area" | "base" | "bdi" | "bdo" | "big" | "button"
        | "canvas" | "col" | "colgroup" | "data" | "datalist" | "font" | "frameset" | "input"
        | "ins" | "label" | "link" | "map" | "mark" | "math" | "meta" | "meter" | "nobr"
        | "noscript" | "output" | "param" | "picture" | "progress" | "rb" | "rp" | "rt" | "rtc"
        | "ruby" | "select" | "slot" | "small" | "span" | "svg" | "template" | "textarea"
        | "time" | "tspan" | "u" | "wbr" | "path" | "g" => Element::Plain,
        _ => return None,
    })
}

/// Whether a name that HTML does not have is one that a program made: `o:p` of a word
/// processor, `my-element` of a page.
pub(super) fn is_made_up(name: &str) -> bool {
    name.split_once([':', '-']).is_some_and(|(before, after)| {
        let word = |part: &str| {
            let mut letters = part.chars();
            letters.next().is_some_and(|c| c.is_ascii_alphabetic())
                && letters.all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        word(before) && word(after)
    })
}
