//! RIS, as reference managers exchange it: lines that end in CR LF, each with a tag.

use crate::citation::date::{Issued, Moment, Part};
use crate::citation::name::Name;
use crate::citation::name::with_particle;
use crate::citation::reference::{ItemType, Reference};

/// A file of RIS that holds these references.
pub fn ris(references: &[Reference]) -> String {
    let mut lines = Lines(String::with_capacity(references.len() * 320));
    for (number, reference) in references.iter().enumerate() {
        if number > 0 {
            lines.0.push_str("\r\n");
        }
        lines.entry(reference);
    }
    lines.0
}

impl Lines {
    fn entry(&mut self, reference: &Reference) {
        let lines = self;
        lines.add(
            "TY",
            match reference.item_type {
                ItemType::ArticleNewspaper => "NEWS",
                ItemType::Report => "RPRT",
                ItemType::Webpage => "ELEC",
                ItemType::Document => "GEN",
            },
        );
        lines.add("ID", &reference.id);
        lines.add("TI", &reference.title_field());
        for name in &reference.author {
            lines.add("AU", &author(name));
        }
        lines.maybe("T2", reference.container_title.as_deref());
        lines.maybe("PB", reference.publisher.as_deref());
        match &reference.issued {
            Some(Issued::Dated { from, .. }) => {
                lines.add("PY", &from.year.to_string());
                lines.add("DA", &date(*from, &besides(reference)));
            }
            // A year would say more than is known.
            Some(Issued::Worded(words)) => lines.add("N1", words),
            None => {}
        }
        if let Some(Issued::Dated { from, .. }) = &reference.accessed {
            lines.add("Y2", &date(*from, ""));
        }
        lines.maybe("UR", reference.url.as_deref());
        lines.maybe("LA", reference.language.as_deref());
        for note in reference.notes() {
            lines.add("N1", &note);
        }
        lines.add("ER", "");
    }
}

/// What is known of the date besides year, month and day.
fn besides(reference: &Reference) -> String {
    let words = &reference.words.interface().cite;
    let Some(Issued::Dated {
        from,
        to,
        approximate,
        uncertain,
    }) = &reference.issued
    else {
        return String::new();
    };
    let season = match from.part {
        Part::Season(season) => words.seasons.get(usize::from(season) - 1).copied(),
        _ => None,
    };
    let circa = (*approximate || *uncertain).then_some(words.circa);
    let end = to.map(|to| format!("–{}", to.iso()));
    let besides = circa.into_iter().chain(season).chain(end.as_deref());
    besides.collect::<Vec<_>>().join(" ")
}

/// "2024/04/09/", with what else is known of the date behind the last slash.
fn date(moment: Moment, besides: &str) -> String {
    let two = |number: Option<u8>| number.map_or_else(String::new, |number| format!("{number:02}"));
    let (year, month, day) = (moment.year, two(moment.month()), two(moment.day()));
    format!("{year}/{month}/{day}/{besides}")
}

/// "Family, Given, Suffix".
fn author(name: &Name) -> String {
    match name {
        Name::Literal(name) => name.clone(),
        Name::Person {
            family,
            given,
            particle,
            suffix,
        } => {
            let family = with_particle(particle.as_ref(), family);
            let suffix = suffix.as_ref().map(|suffix| format!(", {suffix}"));
            format!("{family}, {given}{}", suffix.unwrap_or_default())
        }
    }
}

/// Lines of RIS.
struct Lines(String);

impl Lines {
    fn add(&mut self, tag: &str, value: &str) {
        for part in [tag, "  - ", value, "\r\n"] {
            self.0.push_str(part);
        }
    }

    fn maybe(&mut self, tag: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.add(tag, value);
        }
    }
}
