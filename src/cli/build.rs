use super::*;
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {}
pub(super) fn run(_: &Arguments, _: Progress<'_>) -> Outcome {
    Outcome::default()
}
