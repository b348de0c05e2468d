//! XML as a tree, which `quick-xml` writes.

use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::text;

/// An element.
#[derive(Clone, Debug)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Node>,
}

/// What stands in an element.
#[derive(Clone, Debug)]
enum Node {
    Element(Element),
    Text(String),
}

/// An element without anything in it.
pub(super) fn element(name: &'static str) -> Element {
    Element {
        name,
        attributes: Vec::new(),
        inside: Vec::new(),
    }
}

impl Element {
    /// With an attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute, where it has a value.
    pub(super) fn with_some(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// With an element in it.
    pub(super) fn add(mut self, child: Element) -> Self {
        self.inside.push(Node::Element(child));
        self
    }

    /// With elements in it.
    pub(super) fn add_all(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        self.inside.extend(children.into_iter().map(Node::Element));
        self
    }

    /// With a text in it.
    pub(super) fn say(mut self, text: impl Into<String>) -> Self {
        self.inside.push(Node::Text(text.into()));
        self
    }

    /// As a document, in UTF-8.
    pub(super) fn document(&self) -> Vec<u8> {
        let mut writer = Writer::new(Vec::new());
        // Memory takes whatever is written to it.
        let _ = writer
            .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
            .and_then(|()| writer.write_event(Event::Text(BytesText::from_escaped("\n"))))
            .and_then(|()| self.write(&mut writer));
        let mut bytes = writer.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            // Line feeds and tabs are written by number: they would be read as blanks.
            start.push_attribute((*name, clean(value).as_str()));
        }
        if self.inside.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for node in &self.inside {
            match node {
                Node::Element(element) => element.write(writer)?,
                Node::Text(text) => {
                    let text = clean(text);
                    let text = BytesText::from_escaped(partial_escape(text.as_str()));
                    writer.write_event(Event::Text(text))?;
                }
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// The text with a replacement character for each that XML does not allow.
fn clean(text: &str) -> String {
    let fit = |c| if text::is_unfit(c) { '\u{fffd}' } else { c };
    text.chars().map(fit).collect()
}

#[cfg(test)]
mod tests {
    use super::element;

    #[test]
    fn nothing_in_a_text_is_markup() {
        let document = element("a")
            .with("b", "\"<&>'\n")
            .with_some("c", None)
            .say("<i> & ]]> \u{1} \u{ffff}")
            .add(element("d"))
            .document();
        assert_eq!(
            String::from_utf8(document).unwrap(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <a b=\"&quot;&lt;&amp;&gt;&apos;&#10;\">&lt;i&gt; &amp; ]]&gt; \u{fffd} \u{fffd}<d/></a>\n"
        );
    }
}
