//! `cause-or-just-before`: whether one event led to another.

use super::Ground;
use super::order::certainly_before;
use crate::model::Event;
use crate::schema::CauseActivity;

/// Pairs of events to be weighed. There is no key, and never will be one: that one came
/// before the other does not make it the cause.
#[derive(Clone, Debug)]
pub struct Cause<'t> {
    /// The pairs, in the order of the file.
    pub pairs: Vec<CausePair<'t>>,
}

/// Two events.
#[derive(Clone, Copy, Debug)]
pub struct CausePair<'t> {
    /// The earlier one.
    pub before: &'t Event,
    /// The later one.
    pub after: &'t Event,
    /// Whether it is known that the one came before the other.
    pub certain: bool,
}

impl<'t> Cause<'t> {
    pub(super) fn of(task: &CauseActivity, ground: Ground<'_, 't>) -> Self {
        let events = &ground.timeline.events;
        let pairs = task.pairs.iter().filter_map(|pair| {
            let (before, after) = (events.get(&pair.before)?, events.get(&pair.after)?);
            Some(CausePair {
                before,
                after,
                certain: certainly_before(&before.when, &after.when),
            })
        });
        Cause {
            pairs: pairs.collect(),
        }
    }
}
