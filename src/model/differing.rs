//! The first of many figures that another differs from, found without comparing it with each.

use std::collections::HashMap;

use super::ClaimKey;
use crate::edtf::{Bound, Day, Edtf};
use crate::schema::{Comparator, Figure};

/// The figures of one measure that were put in, one after the other.
pub(crate) struct Differing<'f> {
    /// The days on which the times of any of them begin or end.
    days: Vec<Day>,
    /// Each figure that says something else than those before, with its number.
    sorts: HashMap<Sort<'f>, usize>,
    /// How many were put in.
    count: usize,
    /// Of each stretch of days the figures whose times begin in it.
    begun: Vec<Firsts>,
    /// Of each stretch of days the figures whose times last through all of it.
    lasting: Vec<Firsts>,
}

/// What a figure says, so that two that say the same are equal.
type Sort<'f> = (
    u64,
    Option<u64>,
    Comparator,
    Option<&'f str>,
    Option<&'f Edtf>,
);

/// A figure that was put in.
#[derive(Clone, Copy)]
struct Seen {
    number: usize,
    /// What it says.
    sort: usize,
    /// The claims with which relations join its own.
    group: Option<ClaimKey>,
}

/// A way in which one figure is like another.
type Alike = fn(&Seen, &Seen) -> bool;

impl Seen {
    fn says_the_same(&self, other: &Seen) -> bool {
        self.sort == other.sort
    }

    fn is_joined(&self, other: &Seen) -> bool {
        self.group.is_some() && self.group == other.group
    }
}

impl<'f> Differing<'f> {
    /// For these figures, which are to be put in one by one.
    pub(crate) fn among(figures: impl IntoIterator<Item = &'f Figure>) -> Self {
        let mut days: Vec<Day> = figures
            .into_iter()
            .flat_map(|figure| <[Option<Day>; 2]>::from(span(figure)))
            .flatten()
            .collect();
        days.sort_unstable();
        days.dedup();
        // Before the first day, the days, and after the last; each stretch of the tree is
        // the two below it.
        let stretches = 2 * (days.len() + 2);
        Differing {
            days,
            sorts: HashMap::new(),
            count: 0,
            begun: vec![Firsts::default(); stretches],
            lasting: vec![Firsts::default(); stretches],
        }
    }

    /// Puts in the next, of a group of claims that relations join. Gives the number of the
    /// first one before it that [differs](Figure::differs_from) from it, and whose claim is
    /// not of the same group.
    pub(crate) fn put(&mut self, figure: &'f Figure, group: Option<ClaimKey>) -> Option<usize> {
        let sorts = self.sorts.len();
        let seen = Seen {
            number: self.count,
            sort: *self.sorts.entry(sort(figure)).or_insert(sorts),
            group,
        };
        self.count += 1;
        let (from, to) = span(figure);
        let place = |day: Day| self.days.partition_point(|other| *other < day) + 1;
        let from = from.map_or(0, place);
        let to = to.map_or(self.days.len() + 1, place);
        let leaves = self.days.len() + 2;
        // Times overlap if one begins within the other, or lasts when the other begins.
        let within = covering(from, to, leaves).filter_map(|at| self.begun[at].unlike(&seen));
        let around = up(from, leaves).filter_map(|at| self.lasting[at].unlike(&seen));
        let first = within.chain(around).min();
        up(from, leaves).for_each(|at| self.begun[at].add(seen));
        covering(from, to, leaves).for_each(|at| self.lasting[at].add(seen));
        first
    }
}

/// Of figures in the order in which they were put in those that can be the first that another
/// differs from: never more than a few.
#[derive(Clone, Default)]
struct Firsts(Vec<Seen>);

impl Firsts {
    /// The first that says something else, and is not joined.
    fn unlike(&self, new: &Seen) -> Option<usize> {
        let mut all = self.0.iter();
        let unlike = all.find(|seen| !seen.says_the_same(new) && !seen.is_joined(new));
        unlike.map(|seen| seen.number)
    }

    fn add(&mut self, new: Seen) {
        if self.wants(&new) {
            self.0.push(new);
        }
    }

    /// Whether there can be a figure that is like all of these in one way or the other, and
    /// not like the new one.
    fn wants(&self, new: &Seen) -> bool {
        let Some(first) = self.0.first() else {
            return true;
        };
        let ways: [[Alike; 2]; 2] = [
            [Seen::says_the_same, Seen::is_joined],
            [Seen::is_joined, Seen::says_the_same],
        ];
        ways.iter().any(|[one, other]| {
            let mut rest = self.0.iter().filter(|seen| !one(first, seen));
            !one(first, new)
                && rest.next().is_none_or(|second| {
                    !other(second, new) && rest.all(|seen| other(second, seen))
                })
        })
    }
}

/// The stretches that hold a leaf, from the leaf upwards.
fn up(leaf: usize, leaves: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(leaf + leaves), |at| (*at > 1).then_some(at / 2))
}

/// The fewest stretches that together are the leaves from one to another.
fn covering(from: usize, to: usize, leaves: usize) -> impl Iterator<Item = usize> {
    let (mut low, mut high) = (from + leaves, to + leaves + 1);
    std::iter::from_fn(move || {
        while low < high {
            if low % 2 == 1 {
                low += 1;
                return Some(low - 1);
            }
            if high % 2 == 1 {
                high -= 1;
                return Some(high);
            }
            low /= 2;
            high /= 2;
        }
        None
    })
}

/// The first and the last day of the time that a figure is about, where it has them. One
/// without a time is about any.
fn span(figure: &Figure) -> (Option<Day>, Option<Day>) {
    let day = |bound: fn(&Edtf) -> Bound| bound(figure.period.as_deref()?).day();
    (day(Edtf::earliest), day(Edtf::latest))
}

fn sort(figure: &Figure) -> Sort<'_> {
    // There are two zeros, which are equal.
    let bits = |value: f64| (value + 0.0).to_bits();
    (
        bits(figure.value.0),
        figure.to.map(|to| bits(to.0)),
        figure.comparator,
        figure.unit.as_deref(),
        figure.period.as_deref(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Date, MeasureId, Number};

    fn figure(value: u8, period: Option<&str>) -> Figure {
        Figure {
            measure: MeasureId("share".to_owned()),
            value: Number(value.into()),
            to: None,
            comparator: Comparator::Exactly,
            unit: None,
            period: period.and_then(|period| Some(Date(period.parse().ok()?))),
        }
    }

    #[test]
    fn it_finds_what_comparing_with_each_finds() {
        const PERIODS: &[Option<&str>] = &[
            None,
            Some("2020"),
            Some("2020-03"),
            Some("2020-03-31"),
            Some("2020-04/2021-02"),
            Some("2021-02/.."),
            Some("../2020-03"),
            Some("2021"),
            Some("/2021-06-02"),
            Some("2022-05-01"),
        ];
        let mut random = 7_u64;
        let mut next = |below: usize| {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            usize::try_from(random >> 40).unwrap_or(0) % below
        };
        for (values, groups, periods) in [(2, 2, 3), (3, 3, 10), (2, 40, 10), (9, 2, 10), (1, 1, 9)]
        {
            for _ in 0..20 {
                let figures: Vec<(Figure, Option<ClaimKey>)> = (0..60)
                    .map(|_| {
                        let value = u8::try_from(next(values)).unwrap_or(0);
                        let period = PERIODS[next(periods)];
                        let group = next(groups + 1);
                        (figure(value, period), (group > 0).then_some((group, 0)))
                    })
                    .collect();
                let mut differing = Differing::among(figures.iter().map(|(figure, _)| figure));
                for (number, (figure, group)) in figures.iter().enumerate() {
                    let first = figures[..number].iter().position(|(earlier, other)| {
                        figure.differs_from(earlier) && (group.is_none() || group != other)
                    });
                    assert_eq!(differing.put(figure, *group), first);
                }
            }
        }
    }
}
