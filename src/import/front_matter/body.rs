//! The text under front matter: Markdown, with what site generators and note books put in.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::import::html::{link_address, to_markdown};
use crate::import::quoted;

/// The text as Markdown that has nothing else in it, and what was changed.
pub(in crate::import) fn markdown(body: &str) -> (String, Vec<String>) {
    let mut told = Vec::new();
    let body = body.replace("\r\n", "\n");
    let plain = without_codes(&body, &mut told);
    let text = without_html(&plain, &mut told);
    (without_gaps(text.trim()), told)
}

/// The text with no more than one blank line in a row, where it is not set out as code.
fn without_gaps(text: &str) -> String {
    if !text.contains("\n\n\n") || text.contains("```") || text.contains("~~~") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut blank = 0;
    for line in text.split_inclusive('\n') {
        blank = if line.trim().is_empty() { blank + 1 } else { 0 };
        if blank < 2 {
            out.push_str(line);
        }
    }
    out
}

/// Codes between marks, and what they are called.
const CODES: &[(&str, &str, &str)] = &[
    ("{{<", ">}}", "a shortcode"),
    ("{{%", "%}}", "a shortcode"),
    ("{{", "}}", "a code"),
    ("{%", "%}", "a code"),
    ("%%", "%%", "a comment"),
    ("![[", "]]", "something shown in it"),
];

/// Takes out the codes of site generators and note books, but not from what is set out as
/// code; a link between notes becomes its words.
fn without_codes(body: &str, told: &mut Vec<String>) -> String {
    let mut out = String::with_capacity(body.len());
    let mut fence: Option<&str> = None;
    // A mark that is not ended in the rest of the text is not looked for again.
    let mut unended = [false; 6];
    let mut rest = body;
    while !rest.is_empty() {
        if out.is_empty() || out.ends_with('\n') {
            let line = rest.split_inclusive('\n').next().unwrap_or_default();
            let mark = ["```", "~~~"]
                .into_iter()
                .find(|mark| line.trim_start().starts_with(mark));
            if mark.is_some() && (fence.is_none() || fence == mark) {
                fence = if fence.is_none() { mark } else { None };
                out.push_str(line);
                rest = &rest[line.len()..];
                continue;
            }
            if fence.is_some() {
                out.push_str(line);
                rest = &rest[line.len()..];
                continue;
            }
        }
        let code = CODES
            .iter()
            .enumerate()
            .find(|(at, (begin, ..))| !unended[*at] && rest.starts_with(begin));
        if let Some((at, (begin, end, what))) = code {
            let inside = &rest[begin.len()..];
            if let Some(length) = inside.find(end) {
                let whole = &rest[..begin.len() + length + end.len()];
                told.push(format!("took out {what}: {}", quoted(whole)));
                rest = &rest[whole.len()..];
            } else {
                unended[at] = true;
            }
            continue;
        }
        if let Some(inside) = rest.strip_prefix("[[")
            && let Some(end) = inside
                .find([']', '\n', '['])
                .filter(|end| inside[*end..].starts_with("]]"))
        {
            let words = words_of_note(&inside[..end]);
            told.push(format!(
                "a link to the note {} became its words",
                quoted(&inside[..end])
            ));
            out.push_str(words);
            rest = &inside[end + 2..];
            continue;
        }
        // A footnote is a text of its own: here it is only a mark.
        if rest.starts_with("[^") {
            out.push_str("\\[^");
            rest = &rest[2..];
            continue;
        }
        let Some(c) = rest.chars().next() else {
            break;
        };
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// The words that a link between notes shows: `note|words`, `note#part`.
pub(super) fn words_of_note(link: &str) -> &str {
    link.rsplit_once('|')
        .map_or(link, |(_, words)| words)
        .trim()
}

/// Markdown of which the HTML is made Markdown too, without images, and with links to pages
/// alone.
fn without_html(text: &str, told: &mut Vec<String>) -> String {
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    let mut block: Option<Range<usize>> = None;
    let mut image: Option<(usize, String)> = None;
    let mut links: Vec<Option<Place>> = Vec::new();
    let mut anchors: Vec<bool> = Vec::new();
    for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        if let Some(Some(link)) = links.last_mut()
            && !matches!(event, Event::End(TagEnd::Link))
        {
            link.words.get_or_insert(range.clone()).end = range.end;
        }
        match event {
            Event::Start(Tag::HtmlBlock) => block = Some(range),
            Event::End(TagEnd::HtmlBlock) => {
                if let Some(range) = block.take() {
                    let found = to_markdown(&text[range.clone()]);
                    told.extend(found.changed);
                    let apart = text[range.end..].starts_with('\n');
                    let end = if apart { "\n" } else { "\n\n" };
                    changes.push((range, found.markdown + end));
                }
            }
            Event::InlineHtml(_) if image.is_none() => {
                let markdown = tag(&text[range.clone()], &mut anchors, told);
                changes.push((range, markdown));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                told.push(format!("took out an image: {}", quoted(&dest_url)));
                image = Some((range.start, String::new()));
                changes.push((range, String::new()));
            }
            Event::Text(words) if image.is_some() => {
                if let Some((_, alt)) = &mut image {
                    alt.push_str(&words);
                }
            }
            Event::End(TagEnd::Image) => {
                if let Some((_, alt)) = image.take()
                    && !alt.is_empty()
                    && let Some(last) = told.last_mut()
                {
                    *last += &format!(", {}", quoted(&alt));
                }
            }
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                ..
            }) => {
                let bad = link_address(&dest_url).is_none();
                if bad {
                    told.push(format!(
                        "a link became plain words: {} is no address of a page",
                        quoted(&dest_url)
                    ));
                }
                let inline = bad && link_type == LinkType::Inline;
                links.push(inline.then_some(Place {
                    whole: range,
                    words: None,
                }));
            }
            Event::End(TagEnd::Link) => {
                if let Some(Some(Place { whole, words })) = links.pop() {
                    let words = words.unwrap_or(whole.end..whole.end);
                    changes.push((whole.start..words.start, String::new()));
                    changes.push((words.end..whole.end, String::new()));
                }
            }
            _ => {}
        }
    }
    changes.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, new) in changes {
        if range.start >= at {
            out += &text[at..range.start];
            out += &new;
            at = range.end;
        }
    }
    out + &text[at..]
}

/// A link and its words.
struct Place {
    whole: Range<usize>,
    words: Option<Range<usize>>,
}

/// A tag within a line as Markdown. Of links it is kept which of them are open, and have an
/// address.
fn tag(source: &str, anchors: &mut Vec<bool>, told: &mut Vec<String>) -> String {
    let name = source.trim_start_matches(['<', '/']);
    let name = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    let name = name.to_ascii_lowercase();
    let end = source.starts_with("</");
    // What is told of it, and of a link its address.
    let found = to_markdown(&format!("{source}x"));
    told.extend(found.changed);
    match name.as_str() {
        "b" | "strong" => "**".to_owned(),
        "i" | "em" => "*".to_owned(),
        "br" => "\\\n".to_owned(),
        "q" => if end { "”" } else { "“" }.to_owned(),
        "a" if end => {
            let link = anchors.pop() == Some(true);
            // The address stands at the end.
            if link { ")".to_owned() } else { String::new() }
        }
        "a" => {
            let url = found.links.first().map(|link| link.url.clone());
            anchors.push(false);
            // The words of a link in HTML may be anything: its address stands before them.
            url.map_or_else(String::new, |url| format!("<{url}> "))
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_markdown_is_made_markdown_or_told() {
        let (text, told) = markdown(
            "A **b** <b>c</b>{{< youtube x >}} [[Ann Lee|Ann]] ![map](m.png)\n\n\
             <div onclick='x()'>d <i>e</i></div>\n\n[f](/about) [g](https://a.example/) [^1]\n\n\
             ```\n{{ kept }} <b>\n```\n\n[^1]: note\n{% include x %}%% secret %%",
        );
        assert_eq!(
            text,
            "A **b** **c** Ann \n\nd *e*\n\nf [g](https://a.example/) \\[^1]\n\n```\n{{ kept }} <b>\n```\n\n\\[^1]: note"
        );
        assert_eq!(
            told,
            [
                "took out a shortcode: `{{< youtube x >}}`",
                "a link to the note `Ann Lee|Ann` became its words",
                "took out a code: `{% include x %}`",
                "took out a comment: `%% secret %%`",
                "took out an image: `m.png`, `map`",
                "took out a script in `onclick`: `x()`",
                "a link became plain words: `/about` is no address of a page",
            ]
        );
    }

    #[test]
    fn marks_that_do_not_end_cost_nothing() {
        for mark in [
            "{{", "{%", "%%", "[[", "![[", "<b>", "[", "![", "{{<", "```\n",
        ] {
            markdown(&mark.repeat(20_000));
        }
    }
}
