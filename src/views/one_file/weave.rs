//! Makes a part of one long page of what stands on a page of its own: its headings move
//! down, its anchors get its name before them, and its links lead to anchors.
//!
//! What it reads is our own: every `<` in it begins a tag, and every value is in quotes.

/// Where the pages of the site are in the file: their anchors.
pub(super) trait Anchors {
    /// The anchor that stands for the page at this path below the root; `None` if it is not
    /// in the file.
    fn of(&self, path: &str) -> Option<String>;
}

/// A page that becomes a part of another.
pub(super) struct Piece<'p> {
    /// The path of its folder below the root: `events/<id>/`.
    pub folder: &'p str,
    /// Its name among the anchors, which stands before its own; nothing leaves them as
    /// they are.
    pub anchor: &'p str,
    /// By how much its headings move down.
    pub down: u8,
}

/// The page's HTML as it stands in the file.
pub(super) fn weave(html: &str, piece: &Piece<'_>, anchors: &impl Anchors) -> String {
    let mut woven = String::with_capacity(html.len() + html.len() / 8);
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        woven += &rest[..start];
        let end = end_of_tag(&rest[start..]) + start;
        woven += &piece.tag(&rest[start..end], anchors);
        rest = &rest[end..];
    }
    woven + rest
}

/// The length of the tag at the beginning of a text.
fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    text.len()
}

impl Piece<'_> {
    /// A tag as it stands in the file.
    fn tag(&self, tag: &str, anchors: &impl Anchors) -> String {
        let inside = tag.trim_start_matches(['<', '/']);
        let length = inside
            .find(|c: char| !c.is_ascii_alphanumeric())
            .unwrap_or(inside.len());
        let (name, mut rest) = inside.split_at(length);
        let mut made = tag[..tag.len() - inside.len()].to_owned();
        made += &self.element(name);
        // A part of the page is no landmark: there would be one of each name per piece.
        let is_part = name == "section" && !rest.contains("role=");
        while let Some((before, name, value, after)) = attribute(rest) {
            rest = after;
            let kept = match name {
                "id" => Some(self.anchor(value)),
                "for" | "aria-describedby" | "aria-controls" => Some(self.all(value)),
                "aria-labelledby" => (!is_part).then(|| self.all(value)),
                "role" if value == "region" => Some("group".to_owned()),
                "href" => self.link(value, anchors),
                _ => Some(value.to_owned()),
            };
            if let Some(value) = kept {
                made += &format!("{before}{name}=\"{value}\"");
            }
        }
        made + rest
    }

    fn element(&self, name: &str) -> String {
        match name.as_bytes() {
            [b'h', level @ b'1'..=b'6'] => format!("h{}", (level - b'0' + self.down).min(6)),
            _ => name.to_owned(),
        }
    }

    fn anchor(&self, id: &str) -> String {
        within(self.anchor, id)
    }

    fn all(&self, ids: &str) -> String {
        let ids: Vec<String> = ids.split(' ').map(|id| self.anchor(id)).collect();
        ids.join(" ")
    }

    /// Where a link leads to in the file; `None` if what it led to is not there.
    fn link(&self, href: &str, anchors: &impl Anchors) -> Option<String> {
        if let Some(id) = href.strip_prefix('#') {
            return Some(format!("#{}", self.anchor(id)));
        }
        let outside = href.find(':').is_some_and(|colon| {
            let scheme = &href[..colon];
            !scheme.contains(['/', '#'])
        });
        if outside {
            return Some(href.to_owned());
        }
        let (path, id) = href.split_once('#').unwrap_or((href, ""));
        let anchor = anchors.of(&self.below_root(path))?;
        Some(match id {
            "" => format!("#{anchor}"),
            id => format!("#{}", within(&anchor, id)),
        })
    }

    /// A path as it is below the root.
    fn below_root(&self, path: &str) -> String {
        let mut parts: Vec<&str> = self.folder.split_terminator('/').collect();
        for part in path.split('/') {
            match part {
                ".." => {
                    parts.pop();
                }
                "." | "" => {}
                part => parts.push(part),
            }
        }
        parts.join("/")
    }
}

/// An anchor of a piece.
pub(super) fn within(anchor: &str, id: &str) -> String {
    match anchor {
        "" | TOP => id.to_owned(),
        anchor => format!("{anchor}/{id}"),
    }
}

/// The anchor of the first page, whose own anchors stay as they are.
pub(super) const TOP: &str = "_timeline";

/// The first attribute with a value: what stands before it, its name, its value, and the rest.
fn attribute(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (head, rest) = text.split_once("=\"")?;
    let (value, rest) = rest.split_once('"')?;
    let start = head.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    Some((&head[..start], &head[start..], value, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Site;

    impl Anchors for Site {
        fn of(&self, path: &str) -> Option<String> {
            match path {
                "index.html" => Some(TOP.to_owned()),
                "actors/a/index.html" => Some("actor-a".to_owned()),
                "events/e/index.html" => Some("event-e".to_owned()),
                _ => None,
            }
        }
    }

    fn woven(html: &str) -> String {
        let piece = Piece {
            folder: "events/e/",
            anchor: "event-e",
            down: 2,
        };
        weave(html, &piece, &Site)
    }

    #[test]
    fn headings_move_down_and_anchors_get_a_name() {
        assert_eq!(
            woven("<h1 dir=\"auto\">A &lt; b</h1><hr><h5 id=\"_x\"></h5>"),
            "<h3 dir=\"auto\">A &lt; b</h3><hr><h6 id=\"event-e/_x\"></h6>"
        );
        assert_eq!(
            woven("<label for=\"a\"><p aria-describedby=\"a b\" hidden>"),
            "<label for=\"event-e/a\"><p aria-describedby=\"event-e/a event-e/b\" hidden>"
        );
    }

    #[test]
    fn links_lead_to_anchors_or_nowhere() {
        for (href, led) in [
            ("#c", " href=\"#event-e/c\""),
            ("../../actors/a/index.html", " href=\"#actor-a\""),
            ("../../events/e/index.html#c", " href=\"#event-e/c\""),
            ("../../index.html", " href=\"#_timeline\""),
            ("../../index.html#y2024", " href=\"#y2024\""),
            ("../../events.json", ""),
            ("https://a.example/b#c", " href=\"https://a.example/b#c\""),
            ("mailto:a@b.example", " href=\"mailto:a@b.example\""),
        ] {
            let html = format!("<a class=\"x\" href=\"{href}\" title=\"1 > 0\">b</a>");
            let expected = format!("<a class=\"x\"{led} title=\"1 > 0\">b</a>");
            assert_eq!(woven(&html), expected);
        }
    }

    #[test]
    fn parts_of_a_piece_are_no_landmarks() {
        assert_eq!(
            woven(
                "<section aria-labelledby=\"a\"><div role=\"region\" aria-labelledby=\"a\" tabindex=\"0\">"
            ),
            "<section><div role=\"group\" aria-labelledby=\"event-e/a\" tabindex=\"0\">"
        );
    }
}
