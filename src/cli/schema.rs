//! `dateline schema`: the file format, for editors and other programs.

use clap::Args;

use super::Outcome;
use crate::schema::{FILES, json_schema};

/// Prints the JSON Schema (draft-07) of a kind of file, for editors and other programs
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  dateline schema event > event.schema.json")]
pub(super) struct Arguments {
    /// The kind of file
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(FILES.iter().map(|file| file.name)))]
    kind: String,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    match FILES.iter().find(|file| file.name == arguments.kind) {
        Some(file) => Outcome {
            out: json_schema(file),
            ..Outcome::default()
        },
        None => Outcome::fault("there is no such kind of file"),
    }
}
