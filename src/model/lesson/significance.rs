//! `significance`: the most significant of some events, chosen with reasons.

use crate::model::Event;
use crate::schema::{Criterion, SignificanceActivity};

/// Events to choose from. There is no key: the reasons count.
#[derive(Clone, Debug)]
pub struct Significance<'t> {
    /// How many are to be chosen.
    pub choose: usize,
    /// The events, in the order of time.
    pub events: Vec<&'t Event>,
    /// By what the reasons are judged; empty where the lesson has no rubric of its own.
    pub rubric: &'t [Criterion],
}

impl<'t> Significance<'t> {
    pub(super) fn of(task: &'t SignificanceActivity, events: Vec<&'t Event>) -> Self {
        Significance {
            choose: task.choose.0 as usize,
            events,
            rubric: &task.rubric,
        }
    }
}
