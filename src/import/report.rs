//! The loss report: in short for the terminal, and whole, for a file.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::make::Counts;
use super::{Loss, Losses, Manner, counted, quoted};
use crate::text::{is_unfit, turns_direction};

/// How many losses of a manner the short report shows.
const SHOWN: usize = 5;

/// About how long a line of the short report may be, in characters.
const WIDTH: usize = 200;

/// All that an import has to tell.
#[derive(Clone, Copy, Debug)]
pub struct Told<'t> {
    /// What the input is called.
    pub input: &'t str,
    /// What it was read as: the name of the format, and what it is.
    pub format: (&'t str, &'t str),
    /// The folder that it was imported into.
    pub into: &'t str,
    /// Whether nothing was written.
    pub is_dry: bool,
    /// How many of everything.
    pub counts: Counts,
    /// What is not as it was.
    pub losses: &'t Losses,
}

impl Manner {
    /// All of them, the gravest first.
    pub const ALL: [Manner; 8] = [
        Manner::LeftOut,
        Manner::Impossible,
        Manner::Ambiguous,
        Manner::Partly,
        Manner::NoPlace,
        Manner::Changed,
        Manner::FalsePrecision,
        Manner::Assumed,
    ];

    /// As data has it.
    pub fn word(self) -> &'static str {
        match self {
            Manner::LeftOut => "left-out",
            Manner::NoPlace => "no-place",
            Manner::Ambiguous => "ambiguous",
            Manner::Impossible => "impossible",
            Manner::Partly => "partly",
            Manner::FalsePrecision => "false-precision",
            Manner::Changed => "changed",
            Manner::Assumed => "assumed",
        }
    }

    /// As a heading.
    pub fn heading(self) -> &'static str {
        match self {
            Manner::LeftOut => "Left out",
            Manner::NoPlace => "Found no place",
            Manner::Ambiguous => "Can be read in several ways",
            Manner::Impossible => "Impossible dates",
            Manner::Partly => "Given in part",
            Manner::FalsePrecision => "Perhaps more exact than what is known",
            Manner::Changed => "Changed",
            Manner::Assumed => "Assumed",
        }
    }
}

impl Told<'_> {
    fn of(&self, manner: Manner) -> Vec<&Loss> {
        let all = self.losses.0.iter();
        let mut found: Vec<&Loss> = all.filter(|loss| loss.manner == manner).collect();
        // In the order of the input, as far as lines tell that.
        found.sort_by(|a, b| (&a.place.file, a.place.line).cmp(&(&b.place.file, b.place.line)));
        found
    }

    /// What was read, and what became of it, in two sentences.
    fn summary(&self) -> String {
        let Counts {
            records,
            events,
            there,
            left_out,
            actors,
            places,
            sources,
        } = self.counts;
        let mut made = vec![if self.is_dry {
            format!("{} would be written", counted(events, "event"))
        } else {
            format!("{} written", counted(events, "event"))
        }];
        if there > 0 {
            made.push(format!("{there} there already"));
        }
        if left_out > 0 {
            made.push(format!("{left_out} left out"));
        }
        let new = [(actors, "actor"), (places, "place"), (sources, "source")];
        let new: Vec<String> = new
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| counted(*count, what))
            .collect();
        if !new.is_empty() {
            let added = if self.is_dry {
                "would be added"
            } else {
                "added"
            };
            made.push(format!("{} {added}", new.join(", ")));
        }
        format!(
            "{}: read as {} (`{}`), {}\n{}: {}\n",
            self.input,
            self.format.1,
            self.format.0,
            counted(records, "record"),
            self.into,
            made.join(", ")
        )
    }

    /// For the terminal: how many of each manner, and the first of them.
    pub fn short(&self) -> String {
        let mut out = self.summary();
        for manner in Manner::ALL {
            let losses = self.of(manner);
            if losses.is_empty() {
                continue;
            }
            out += &format!("\n{} ({})\n", manner.heading(), losses.len());
            for loss in losses.iter().take(SHOWN) {
                let line = line(loss);
                let cut: String = line.chars().take(WIDTH).collect();
                let more = if cut.len() < line.len() { "…" } else { "" };
                out += &format!("  {cut}{more}\n");
            }
            if losses.len() > SHOWN {
                out += &format!("  and {} more\n", losses.len() - SHOWN);
            }
        }
        tame(out)
    }

    /// All of it, as Markdown.
    pub fn markdown(&self) -> String {
        let mut out = format!("# Import of {}\n\n", self.input);
        for line in self.summary().lines() {
            out += &format!("- {line}\n");
        }
        if self.losses.0.is_empty() {
            out.push_str("\nNothing was lost, doubtful or assumed.\n");
        }
        for manner in Manner::ALL {
            let losses = self.of(manner);
            if losses.is_empty() {
                continue;
            }
            out += &format!("\n## {} ({})\n", manner.heading(), losses.len());
            if manner != Manner::NoPlace {
                out.push('\n');
                for loss in losses {
                    out += &format!("- {}\n", escaped(&line(loss)));
                }
                continue;
            }
            let mut fields: BTreeMap<&str, Vec<&Loss>> = BTreeMap::new();
            for loss in losses {
                let field = loss.field.as_deref().unwrap_or_default();
                fields.entry(field).or_default().push(loss);
            }
            for (field, losses) in fields {
                let field = if field.is_empty() {
                    "Others".to_owned()
                } else {
                    quoted(field)
                };
                out += &format!("\n### {field} ({})\n\n", losses.len());
                for loss in losses {
                    out += &format!("- {}\n", escaped(&line(loss)));
                }
            }
        }
        tame(out)
    }

    /// All of it, as JSON.
    pub fn json(&self) -> String {
        let losses: Vec<Value> = self
            .losses
            .0
            .iter()
            .map(|loss| {
                json!({
                    "manner": loss.manner.word(),
                    "file": loss.place.file,
                    "line": loss.place.line,
                    "name": loss.place.name,
                    "field": loss.field,
                    "what": loss.what,
                })
            })
            .collect();
        let Counts {
            records,
            events,
            there,
            left_out,
            actors,
            places,
            sources,
        } = self.counts;
        let report = json!({
            "input": self.input,
            "format": self.format.0,
            "into": self.into,
            "dry_run": self.is_dry,
            "records": records,
            "written": {"events": events, "actors": actors, "places": places, "sources": sources},
            "there_already": there,
            "left_out": left_out,
            "losses": losses,
        });
        format!("{report:#}\n")
    }
}

/// `line 3, `Date`: …`
fn line(loss: &Loss) -> String {
    let mut parts = Vec::new();
    let place = loss.place.to_string();
    if !place.is_empty() {
        parts.push(place);
    }
    parts.extend(loss.field.as_deref().map(quoted));
    if parts.is_empty() {
        loss.what.clone()
    } else {
        format!("{}: {}", parts.join(", "), loss.what)
    }
}

/// A line of the report as Markdown: nothing outside of backticks is markup, and nothing at
/// all if these do not pair.
fn escaped(line: &str) -> String {
    let pairs = line.matches('`').count().is_multiple_of(2) && !line.contains("``");
    let mut out = String::with_capacity(line.len());
    let mut inside = false;
    for c in line.chars() {
        inside ^= pairs && c == '`';
        let is_markup = matches!(c, '<' | '[' | '*' | '_' | '&' | '\\') || c == '`' && !pairs;
        if is_markup && !inside {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A text for a terminal or a file: without what would act there.
fn tame(mut text: String) -> String {
    text.retain(|c| !is_unfit(c) && !turns_direction(c));
    text
}
