//! BibTeX, in UTF-8; what biblatex alone knows (`urldate`) does not trouble the older one.

use crate::citation::date::{Issued, Moment, Part};
use crate::citation::name::Name;
use crate::citation::name::glued;
use crate::citation::reference::{ItemType, Reference};

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// A file of BibTeX that holds these references. Their ids are the keys.
pub fn bibtex(references: &[Reference]) -> String {
    let mut fields = Fields(String::with_capacity(references.len() * 320));
    for (number, reference) in references.iter().enumerate() {
        if number > 0 {
            fields.0.push('\n');
        }
        fields.entry(reference);
    }
    fields.0
}

impl Fields {
    fn entry(&mut self, reference: &Reference) {
        let outlet = reference
            .container_title
            .as_ref()
            .or(reference.publisher.as_ref());
        // An entry that lacks a field that its type demands is no such entry.
        let (kind, outlet_field) = match (reference.item_type, outlet) {
            (ItemType::ArticleNewspaper, Some(_)) => ("article", "journal"),
            (ItemType::Report, Some(_)) => ("techreport", "institution"),
            _ => ("misc", "howpublished"),
        };
        let fields = self;
        for part in ["@", kind, "{", &reference.id, ",\n"] {
            fields.0.push_str(part);
        }
        if !reference.author.is_empty() {
            let names: Vec<String> = reference.author.iter().map(author).collect();
            fields.add("author", &names.join(" and "));
        }
        fields.add(
            "title",
            &title(&reference.title_field(), reference.is_english()),
        );
        if let Some(outlet) = outlet {
            fields.add(outlet_field, &escaped(outlet));
        }
        match &reference.issued {
            Some(Issued::Dated { from, to, .. }) => fields.date(*from, *to),
            Some(Issued::Worded(words)) => fields.add("year", &format!("{{{}}}", escaped(words))),
            None => {}
        }
        if let Some(url) = &reference.url {
            fields.add("url", &address(url));
            if let Some(Issued::Dated { from, .. }) = &reference.accessed {
                fields.add("urldate", &from.iso());
            }
        }
        if let Some(language) = &reference.language {
            fields.add("language", &escaped(language));
        }
        let mut notes = reference.notes();
        notes.extend(besides(reference));
        if !notes.is_empty() {
            fields.add("note", &escaped(&notes.join(". ")));
        }
        fields.0.push_str("}\n");
    }
}

/// What is known of the date besides year, month and day.
fn besides(reference: &Reference) -> Option<String> {
    let words = &reference.words.interface().cite;
    let Some(Issued::Dated {
        from,
        approximate,
        uncertain,
        ..
    }) = &reference.issued
    else {
        return None;
    };
    let season = match from.part {
        Part::Season(season) => words.seasons.get(usize::from(season) - 1).copied(),
        _ => None,
    };
    let circa = (*approximate || *uncertain).then_some(words.circa);
    let besides: Vec<&str> = circa.into_iter().chain(season).collect();
    (!besides.is_empty()).then(|| format!("{} {}", besides.join(" "), from.year))
}

/// The fields of entries.
struct Fields(String);

impl Fields {
    fn date(&mut self, from: Moment, to: Option<Moment>) {
        let to = to.unwrap_or(from);
        let span = |first: i64, last: i64| {
            if first == last {
                first.to_string()
            } else {
                format!("{first}--{last}")
            }
        };
        self.add("year", &span(from.year, to.year));
        let month = |moment: Moment| MONTHS.get(usize::from(moment.month()?) - 1);
        // Of a span over several months the older of the two can say no more than the year.
        if from.year == to.year && from.month() == to.month() {
            if let Some(month) = month(from) {
                self.bare("month", month);
            }
            if let (Some(first), Some(last)) = (from.day(), to.day()) {
                self.add("day", &span(first.into(), last.into()));
            }
        }
    }

    fn add(&mut self, name: &str, value: &str) {
        for part in ["  ", name, " = {", value, "},\n"] {
            self.0.push_str(part);
        }
    }

    fn bare(&mut self, name: &str, value: &str) {
        for part in ["  ", name, " = ", value, ",\n"] {
            self.0.push_str(part);
        }
    }
}

/// "von der Leyen, Ursula", "King, Jr., Martin Luther"; in braces what is not to be taken
/// apart.
fn author(name: &Name) -> String {
    match name {
        Name::Literal(name) => format!("{{{}}}", escaped(name)),
        Name::Person {
            family,
            given,
            particle,
            suffix,
        } => {
            let suffix = suffix
                .as_ref()
                .map(|suffix| format!(", {}", escaped(suffix)));
            let family = match particle {
                // Grown together with the name, the article is no word of its own.
                Some(article) if article.ends_with(['-', '\'', '’']) => {
                    format!("{{{}}}", escaped(&glued(article, family)))
                }
                Some(particle) => escaped(&glued(particle, family)),
                None => escaped(family),
            };
            format!("{family}{}, {}", suffix.unwrap_or_default(), escaped(given))
        }
    }
}

/// A title in which words keep the capitals that they have; one that is not English keeps
/// all.
fn title(title: &str, english: bool) -> String {
    if !english {
        return format!("{{{}}}", escaped(title));
    }
    let mut first = true;
    let mut out = String::with_capacity(title.len() + 16);
    for (number, word) in title.split(' ').enumerate() {
        if number > 0 {
            out.push(' ');
        }
        let core = word.trim_matches(|c: char| !c.is_alphanumeric());
        // The capital of the title's first word comes by itself.
        let skipped = usize::from(first && !core.is_empty());
        first &= core.is_empty();
        let kept = core.chars().skip(skipped).any(char::is_uppercase);
        match word.split_once(core).filter(|_| kept) {
            Some((before, behind)) => {
                escape_into(&mut out, before);
                out.push('{');
                escape_into(&mut out, core);
                out.push('}');
                escape_into(&mut out, behind);
            }
            None => escape_into(&mut out, word),
        }
    }
    out
}

/// A text without what TeX would act on.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(&mut out, text);
    out
}

fn escape_into(out: &mut String, text: &str) {
    let mut last = ' ';
    for letter in text.chars() {
        // TeX would set two of them as one.
        if letter == last && matches!(letter, '-' | '\'' | '`') {
            out.push_str("{}");
        }
        last = letter;
        match letter {
            // BibTeX counts braces that are escaped, too.
            '{' => out.push_str("{\\textbraceleft}"),
            '}' => out.push_str("{\\textbraceright}"),
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(letter);
            }
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            other => out.push(other),
        }
    }
}

/// An address, which stands as it is: only what would end the field is written otherwise.
fn address(url: &str) -> String {
    url.replace('{', "%7B")
        .replace('}', "%7D")
        .replace('\\', "%5C")
}
