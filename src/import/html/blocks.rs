//! Paragraphs, lists and quotations as lines of Markdown.

/// How deep lists and quotations may stand in one another; deeper ones are not told apart.
const DEEPEST: usize = 8;

/// What is written, and what is open.
#[derive(Default)]
pub(super) struct Blocks {
    out: String,
    open: Vec<Open>,
    shown: usize,
    /// Whether something was too deep.
    pub(super) flattened: bool,
    /// Whether a list has just ended, and with which marker: another would be one with it.
    ended: Option<bool>,
    lists: usize,
    quotes: usize,
}

/// A list, an item or a quotation that is open.
struct Open {
    what: What,
    /// Whether it can be seen in the Markdown. What is open in one that is not is not, too.
    shown: bool,
    /// Whether something of it is written.
    begun: bool,
}

enum What {
    Quote,
    List {
        /// The number of its next item.
        next: Option<u64>,
        /// Whether it has the other marker.
        other: bool,
    },
    Item {
        marker: String,
    },
}

impl Blocks {
    pub(super) fn begin_quote(&mut self) {
        self.quotes += 1;
        self.begin(What::Quote);
    }

    pub(super) fn begin_list(&mut self, first: Option<u64>) {
        self.lists += 1;
        let other = self.ended.take().is_some_and(|other| !other);
        self.begin(What::List { next: first, other });
    }

    /// Begins an item, of a list without numbers if there is no list.
    pub(super) fn begin_item(&mut self) {
        self.end_item();
        if !matches!(self.innermost(), Some(What::List { .. })) {
            self.begin_list(None);
        }
        let marker = match self.open.last_mut().map(|open| &mut open.what) {
            Some(What::List {
                next: Some(number),
                other,
            }) => {
                let marker = format!("{number}{} ", if *other { ')' } else { '.' });
                *number += 1;
                marker
            }
            Some(What::List { other: true, .. }) => "* ".to_owned(),
            _ => "- ".to_owned(),
        };
        self.begin(What::Item { marker });
    }

    fn begin(&mut self, what: What) {
        let list = matches!(what, What::List { .. });
        let item = matches!(what, What::Item { .. });
        let parent = self.open.last().is_none_or(|open| open.shown);
        let shown = if item { parent } else { self.shown < DEEPEST };
        if !item && shown {
            self.shown += 1;
        }
        self.flattened |= !shown;
        if !list && !item {
            self.ended = None;
        }
        self.open.push(Open {
            what,
            shown,
            begun: false,
        });
    }

    fn innermost(&self) -> Option<&What> {
        self.open.last().map(|open| &open.what)
    }

    /// Ends the innermost item, if it is not outside of another list or quotation.
    pub(super) fn end_item(&mut self) {
        if matches!(self.innermost(), Some(What::Item { .. })) {
            self.pop();
        }
    }

    /// Ends the innermost list, with all that is open in it.
    pub(super) fn end_list(&mut self) {
        if self.lists > 0 {
            self.end(|what| matches!(what, What::List { .. }));
        }
    }

    /// Ends the innermost quotation, with all that is open in it.
    pub(super) fn end_quote(&mut self) {
        if self.quotes > 0 {
            self.end(|what| matches!(what, What::Quote));
        }
    }

    fn end(&mut self, is_it: fn(&What) -> bool) {
        while let Some(open) = self.pop() {
            if is_it(&open.what) {
                return;
            }
        }
    }

    fn pop(&mut self) -> Option<Open> {
        let open = self.open.pop()?;
        match open.what {
            // A number without words counts all the same.
            What::Item { ref marker } if open.shown && !open.begun && marker.len() > 2 => {
                self.open.push(open);
                self.add("");
                return self.open.pop();
            }
            What::Item { .. } => {}
            What::List { other, .. } => {
                self.shown -= usize::from(open.shown);
                self.lists -= 1;
                self.ended = open.begun.then_some(other);
            }
            What::Quote => {
                self.shown -= usize::from(open.shown);
                self.quotes -= 1;
            }
        }
        Some(open)
    }

    /// Writes lines where all that is open stands.
    pub(super) fn add(&mut self, lines: &str) {
        self.separate();
        self.ended = None;
        for (number, line) in lines.split('\n').enumerate() {
            let mut whole = String::new();
            for open in self.open.iter_mut().take_while(|open| open.shown) {
                match &open.what {
                    What::Quote => whole += "> ",
                    What::List { .. } => {}
                    What::Item { marker } if number == 0 && !open.begun => whole += marker,
                    What::Item { marker } => whole += &" ".repeat(marker.len()),
                }
                open.begun = true;
            }
            whole += line;
            self.out += whole.trim_end_matches(' ');
            self.out.push('\n');
        }
    }

    /// Nothing between the items of a list, otherwise a blank line.
    fn separate(&mut self) {
        if self.out.is_empty() {
            return;
        }
        let mut blank = String::new();
        let mut of_list = false;
        for open in self.open.iter().take_while(|open| open.shown) {
            match &open.what {
                What::Item { .. } if !open.begun && of_list => return,
                _ if !open.begun => break,
                What::Quote => blank += "> ",
                What::Item { marker } => blank += &" ".repeat(marker.len()),
                What::List { .. } => {}
            }
            of_list = matches!(open.what, What::List { .. });
        }
        self.out += blank.trim_end_matches(' ');
        self.out.push('\n');
    }

    /// All of it, without the last line end.
    pub(super) fn into_markdown(mut self) -> String {
        while self.pop().is_some() {}
        self.out.truncate(self.out.trim_end_matches('\n').len());
        self.out
    }
}
