//! A file's text as a tree that loses nothing but spaces: values as they are written,
//! and every comment at the entry at which it stands.

use std::borrow::Cow;

/// The whole of a file.
#[derive(Debug)]
pub(super) struct Document<'t> {
    /// What stays at its head: a note on the file as a whole.
    pub head: Vec<Line<'t>>,
    /// What it says.
    pub root: Value<'t>,
    /// The comments at its end.
    pub tail: Vec<Line<'t>>,
}

/// A line that says nothing to a machine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Line<'t> {
    /// An empty line.
    Blank,
    /// A comment on a line of its own.
    Comment {
        /// From the `#` on.
        text: &'t str,
        /// How far the `#` is indented.
        column: usize,
    },
    /// `---`, at the head of a file.
    Marker,
}

/// A comment at the end of a line.
#[derive(Clone, Debug)]
pub(super) struct Remark<'t> {
    /// From the `#` on.
    pub text: &'t str,
    /// Where it begins, in characters.
    pub column: usize,
    /// What goes on with it on the lines below, right under it.
    pub more: Vec<&'t str>,
    /// Whether more than one space stands before it. One space alone is kept as it is,
    /// since it may have cut a text in two, of which `check` warns.
    pub apart: bool,
}

/// A value.
#[derive(Debug)]
pub(super) enum Value<'t> {
    /// None at all.
    Nothing,
    /// A word, a number, or a text in quotes or without; of several lines perhaps.
    Scalar(Cow<'t, str>),
    /// A text behind `|` or `>`.
    Text(Block<'t>),
    /// A list or a mapping.
    Collection(Collection<'t>),
}

/// A text behind `|` or `>`.
#[derive(Debug)]
pub(super) struct Block<'t> {
    /// `|`, `>-`, `|2+`.
    pub header: &'t str,
    /// Its lines without their indentation.
    pub lines: Vec<&'t str>,
}

impl Block<'_> {
    /// Whether empty lines at its end belong to it.
    pub(super) fn keeps(&self) -> bool {
        self.header.contains('+')
    }

    /// How much deeper than their entry the lines stand.
    pub(super) fn indent(&self) -> usize {
        let told = self.header.bytes().find(u8::is_ascii_digit);
        told.map_or(2, |digit| usize::from(digit - b'0'))
    }
}

/// How a list or a mapping is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Form {
    /// Each part on a line of its own, told by indentation.
    Lines,
    /// In brackets on one line.
    Brackets,
    /// In brackets that stand on more than one line.
    Spread,
}

/// A list or a mapping.
#[derive(Debug)]
pub(super) struct Collection<'t> {
    /// Whether it is a list.
    pub list: bool,
    /// How it is written.
    pub form: Form,
    /// Whether it is a list of nothing but ids or fixed words.
    pub words: bool,
    /// Its items or entries.
    pub parts: Vec<Part<'t>>,
    /// Comments behind the last of them.
    pub tail: Vec<Line<'t>>,
}

/// An item of a list or an entry of a mapping.
#[derive(Debug)]
pub(super) struct Part<'t> {
    /// The lines above it.
    pub above: Vec<Line<'t>>,
    /// The key, of an entry.
    pub key: Option<Key<'t>>,
    /// The comment on the line of the key or the dash, where the value begins below.
    pub mark: Option<Remark<'t>>,
    /// Lines between the key and a value that begins below.
    pub between: Vec<Line<'t>>,
    /// Whether a single value begins on a line below.
    pub below: bool,
    /// The value.
    pub value: Value<'t>,
    /// The comment behind the value, or behind the `|` of a text.
    pub beside: Option<Remark<'t>>,
    /// Comments below a single value that are indented deeper than its key.
    pub after: Vec<Line<'t>>,
}

/// A key.
#[derive(Clone, Debug)]
pub(super) struct Key<'t> {
    /// As it is written.
    pub raw: Cow<'t, str>,
    /// What it says.
    pub name: String,
}

impl<'t> Part<'t> {
    pub(super) fn new(above: Vec<Line<'t>>) -> Self {
        Part {
            above,
            key: None,
            mark: None,
            between: Vec::new(),
            below: false,
            value: Value::Nothing,
            beside: None,
            after: Vec::new(),
        }
    }

    /// Whether a comment stands at it or inside it.
    pub(super) fn is_commented(&self) -> bool {
        let inside = match &self.value {
            Value::Collection(inside) => inside.is_commented(),
            _ => false,
        };
        let lines = || self.above.iter().chain(&self.between).chain(&self.after);
        inside
            || self.mark.is_some()
            || self.beside.is_some()
            || lines().any(|line| *line != Line::Blank)
    }
}

impl Collection<'_> {
    /// Whether it is written in brackets.
    pub(super) fn flow(&self) -> bool {
        self.form != Form::Lines
    }

    /// Whether a comment stands inside it.
    pub(super) fn is_commented(&self) -> bool {
        !self.tail.is_empty() || self.parts.iter().any(Part::is_commented)
    }
}
