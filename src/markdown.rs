//! Markdown to HTML that can be trusted, and to plain text.
//!
//! The text is not ours: HTML in it is shown as it is written, images become their
//! description, and a link that is not `http`, `https` or `mailto` becomes its text.

mod blocks;

use crate::text;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

pub use blocks::{Block, Piece, Prose};

/// A piece of HTML that is safe to stand in a page as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// HTML that the caller has made safe.
    pub(crate) fn trusted(html: String) -> Self {
        Html(html)
    }

    /// The same with links that open a window of their own: for a page in a frame, which
    /// they would otherwise take the place of.
    #[must_use]
    pub fn opening_elsewhere(&self) -> Self {
        Html(
            self.0
                .replace("<a href=", "<a target=\"_blank\" rel=\"noopener\" href="),
        )
    }

    /// What is in its first element, if that is a paragraph.
    pub(crate) fn first_paragraph(&self) -> Option<Self> {
        let (first, _) = self.0.strip_prefix("<p>")?.split_once("</p>")?;
        Some(Html(first.trim_end().to_owned()))
    }

    /// Whether it takes more bytes than these.
    pub(crate) fn is_longer_than(&self, bytes: usize) -> bool {
        self.0.len() > bytes
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl std::fmt::Display for Html {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Html {}

/// The whole text as HTML. Headings become paragraphs: a page has headings of its own.
pub fn to_html(markdown: &str) -> Html {
    if let Some(text) = plain(markdown) {
        return Html(["<p>", text, "</p>"].concat());
    }
    parsed_html(markdown)
}

fn parsed_html(markdown: &str) -> Html {
    let mut out = String::new();
    html::push_html(&mut out, safe(markdown));
    Html(out.trim_end().to_owned())
}

/// The text, if it is a paragraph that is the same in HTML: most are, and need not be taken
/// apart.
fn plain(markdown: &str) -> Option<&str> {
    let text = markdown.trim_end_matches(['\n', ' ']);
    let mut before = '\n';
    for letter in text.chars() {
        let fits = match letter {
            '\n' => !matches!(before, '\n' | ' '),
            // Nothing that begins a block, such as a list, begins with a letter.
            _ if before == '\n' => letter.is_alphabetic(),
            ' ' => true,
            _ => letter.is_alphanumeric() || ",.;:'\"!?()%$/-–—‘’“”«»…".contains(letter),
        };
        if !fits {
            return None;
        }
        before = letter;
    }
    (before != '\n').then_some(text)
}

/// The first paragraph as HTML, without the `<p>` around it; of a text that begins with
/// something else, such as a list, the text of its first part.
pub fn first_paragraph(markdown: &str) -> Html {
    if let Some(text) = plain(markdown) {
        return Html(text.to_owned());
    }
    parsed_first_paragraph(markdown)
}

fn parsed_first_paragraph(markdown: &str) -> Html {
    let mut events = safe(markdown).peekable();
    if !matches!(events.peek(), Some(Event::Start(Tag::Paragraph))) {
        let first = to_text(markdown)
            .split("\n\n")
            .next()
            .unwrap_or_default()
            .to_owned();
        let mut out = String::new();
        html::push_html(&mut out, std::iter::once(Event::Text(first.into())));
        return Html(out);
    }
    let inside = events
        .skip(1)
        .take_while(|event| !matches!(event, Event::End(TagEnd::Paragraph)));
    let mut out = String::new();
    html::push_html(&mut out, inside);
    Html(out.trim_end().to_owned())
}

/// The text alone, paragraphs apart by a blank line.
pub fn to_text(markdown: &str) -> String {
    match plain(markdown) {
        Some(text) => text.replace('\n', " "),
        None => parsed_text(markdown),
    }
}

fn parsed_text(markdown: &str) -> String {
    let mut out = String::new();
    for event in safe(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak => out.push(' '),
            Event::HardBreak => out.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Item) => {
                out.truncate(out.trim_end().len());
                out.push_str("\n\n");
            }
            _ => {}
        }
    }
    out.trim_end().to_owned()
}

/// The events of the text without what must not reach a page.
fn safe(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    let mut dropped = Vec::new();
    let parser = Parser::new_ext(markdown, Options::empty());
    let mut events: Vec<Event<'_>> = Vec::new();
    events.extend(parser.filter_map(move |event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        // A character reference may stand for what no text may hold.
        Event::Text(text) => Some(Event::Text(clean(text))),
        Event::Code(text) => Some(Event::Code(clean(text))),
        Event::Start(Tag::HtmlBlock | Tag::Heading { .. }) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock | TagEnd::Heading(_)) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Link {
            dest_url,
            title: _,
            link_type,
            id,
        }) => {
            let keep = is_safe(&dest_url);
            dropped.push(!keep);
            keep.then_some(Event::Start(Tag::Link {
                link_type,
                dest_url,
                title: CowStr::Borrowed(""),
                id,
            }))
        }
        Event::End(TagEnd::Link) => {
            if dropped.pop() == Some(true) {
                None
            } else {
                Some(Event::End(TagEnd::Link))
            }
        }
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        other => Some(other),
    }));
    for line in events.chunk_by_mut(|one, other| is_inline(one) && is_inline(other)) {
        keep_direction(line);
    }
    events.into_iter()
}

/// Whether it stands within a line, and does not end it.
fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. }),
        Event::End(tag) => matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link),
        Event::Rule => false,
        _ => true,
    }
}

/// Takes from the text of a line what would turn the direction of what stands after it: the
/// text may come in pieces, of which one turns back what another has turned.
fn keep_direction(line: &mut [Event<'_>]) {
    let texts = line.iter().filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(&**text),
        _ => None,
    });
    if text::unclosed_direction(&texts.collect::<String>()).is_none() {
        return;
    }
    for event in line {
        if let Event::Text(text) | Event::Code(text) = event {
            *text = replaced(text, text::turns_direction);
        }
    }
}

/// The text with a replacement character for each that no text may hold.
fn clean(found: CowStr<'_>) -> CowStr<'_> {
    if text::unfit(&found).is_none() {
        return found;
    }
    replaced(&found, text::is_unfit)
}

fn replaced(found: &str, unfit: fn(char) -> bool) -> CowStr<'static> {
    let letters = found.chars().map(|c| if unfit(c) { '\u{fffd}' } else { c });
    letters.collect::<String>().into()
}

/// Whether a link may stand in a page.
fn is_safe(address: &str) -> bool {
    let lower = address.trim_start().to_ascii_lowercase();
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_no_way_round_what_a_text_may_hold() {
        assert_eq!(
            to_html("a&#1;b `c` &#xfffe; &#x202e;d &amp;").to_string(),
            "<p>a\u{fffd}b <code>c</code> \u{fffd} \u{fffd}d &amp;</p>"
        );
        assert_eq!(to_text("a&#27;b"), "a\u{fffd}b");
    }

    #[test]
    fn what_turns_the_text_may_be_turned_back_in_another_piece_of_its_line() {
        let turned = "\u{2067}b \\* *c*\nd\u{2069} e";
        assert_eq!(
            to_html(turned).to_string(),
            "<p>\u{2067}b * <em>c</em>\nd\u{2069} e</p>"
        );
        let apart = "- \u{2067}b\n- c\u{2069}";
        assert_eq!(to_text(apart), "\u{fffd}b\n\nc\u{fffd}");
    }

    #[test]
    fn html_and_dangerous_links_become_text() {
        let html = to_html("<script>alert(1)</script>\n\na <b>b</b> [x](javascript:alert(1)) [y](//host/) ![pic](http://a/b.png) [ok](https://a.example/?a=1&b=2 \"t\")").to_string();
        assert_eq!(
            html,
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n<p>a &lt;b&gt;b&lt;/b&gt; x y pic <a href=\"https://a.example/?a=1&amp;b=2\">ok</a></p>"
        );
        assert_eq!(to_html("[x](JaVaScRiPt:alert(1))").to_string(), "<p>x</p>");
        assert_eq!(to_html("[x](data:text/html,hi)").to_string(), "<p>x</p>");
        assert_eq!(
            to_html("<javascript:alert(1)>").to_string(),
            "<p>javascript:alert(1)</p>"
        );
    }

    #[test]
    fn what_is_plain_is_as_if_it_were_taken_apart() {
        for text in [
            "One",
            "One two, three.\n",
            "One  two;\nthree (four): 5% – it’s “so”.\n\n  ",
            "Її слова «так»…\nтак",
            "http://a.example/b?c www.a.example 1. 2)",
            "one.\ntwo",
        ] {
            assert!(plain(text).is_some(), "{text}");
            assert_eq!(to_html(text), parsed_html(text), "{text:?}");
            assert_eq!(to_text(text), parsed_text(text), "{text:?}");
            let first = parsed_first_paragraph(text);
            assert_eq!(first_paragraph(text), first, "{text:?}");
        }
        for text in [
            "",
            "\n",
            " a",
            "a\n\nb",
            "a  \nb",
            "- a",
            "1. a",
            "# a",
            "> a",
            "a *b*",
            "a\n===",
            "a\n- b",
            "a\n1. b",
            "a\n    b",
            "a &amp; b",
            "a <b>",
            "a \\* b",
            "a_b_c",
            "`a`",
            "[a](https://b.example)",
            "a\tb",
            "a\u{202e}b",
            "~a~",
            "a | b\n",
            "(a)\nb",
            "a\n---",
            "\u{2067}b",
            "a\u{1}b",
            "a\r\nb",
            "a!",
            "One two, 3.",
        ] {
            assert_eq!(to_html(text), parsed_html(text), "{text:?}");
            assert_eq!(to_text(text), parsed_text(text), "{text:?}");
            let first = parsed_first_paragraph(text);
            assert_eq!(first_paragraph(text), first, "{text:?}");
        }
    }

    #[test]
    fn the_first_paragraph_and_the_plain_text() {
        let text = "# One\n\nTwo *three*\nfour.\n\nFive.";
        assert_eq!(to_text(text), "One\n\nTwo three four.\n\nFive.");
        assert_eq!(
            first_paragraph("- <one>\n- two\n\nAfterthought.").to_string(),
            "&lt;one&gt;"
        );
        assert_eq!(
            first_paragraph("Two *three*\n\nFive.").to_string(),
            "Two <em>three</em>"
        );
    }
}
