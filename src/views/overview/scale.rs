//! Where on the drawing a day stands.
//!
//! Time is stretched where much happened: the scale is a blend of the calendar and of
//! how many events there are by each day. Where events are spread evenly it is the
//! calendar's own.

/// How much of the width is given out by the calendar; the rest goes by events.
const BY_CALENDAR: f64 = 0.22;

/// An event never counts for less time than this part of the whole, lest a busy day
/// tear the scale apart.
const SMOOTH: f64 = 1.0 / 40.0;
/// Nor is it spread over more days than this for that reason alone.
const SMOOTH_DAYS: f64 = 10.0;

/// From days, numbered, to the width of the drawing, which is 1.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    /// Day and place, both growing; straight in between.
    points: Vec<(f64, f64)>,
}

impl Scale {
    /// The scale for events that begin on the one and end before the other day, both
    /// numbered. `None` without events.
    pub(super) fn of(spans: &[(f64, f64)]) -> Option<Self> {
        let first = spans.iter().map(|span| span.0).reduce(f64::min)?;
        let last = spans.iter().map(|span| span.1).reduce(f64::max)?;
        let width = last - first;
        let spread = (width * SMOOTH).clamp(1.0, SMOOTH_DAYS);
        // Each event gives its weight evenly to its days.
        let mut steps: Vec<(f64, f64)> = Vec::with_capacity(spans.len() * 2 + 2);
        for (from, to) in spans {
            let short = (spread - (to - from)).max(0.0) / 2.0;
            let (from, to) = ((from - short).max(first), (to + short).min(last));
            let weight = 1.0 / (to - from);
            steps.extend([(from, weight), (to, -weight)]);
        }
        steps.extend([(first, 0.0), (last, 0.0)]);
        steps.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut points: Vec<(f64, f64)> = Vec::new();
        let (mut rate, mut sum, mut before) = (0.0, 0.0, first);
        for (day, change) in steps {
            sum += rate * (day - before);
            rate += change;
            before = day;
            match points.last_mut() {
                Some(point) if point.0 >= day => point.1 = sum,
                _ => points.push((day, sum)),
            }
        }
        for (day, place) in &mut points {
            let calendar = (*day - first) / width;
            *place = BY_CALENDAR * calendar + (1.0 - BY_CALENDAR) * *place / sum;
        }
        Some(Scale { points })
    }

    /// The first and the last day.
    pub(super) fn ends(&self) -> (f64, f64) {
        let day = |point: Option<&(f64, f64)>| point.map_or(0.0, |point| point.0);
        (day(self.points.first()), day(self.points.last()))
    }

    /// The place of a day, from 0 to 1.
    pub(super) fn at(&self, day: f64) -> f64 {
        let after = self.points.partition_point(|point| point.0 <= day);
        let Some(next) = self.points.get(after) else {
            return 1.0;
        };
        let Some(before) = after.checked_sub(1).map(|index| self.points[index]) else {
            return 0.0;
        };
        before.1 + (next.1 - before.1) * (day - before.0) / (next.0 - before.0)
    }

    /// The day at a place.
    pub(super) fn day_at(&self, place: f64) -> f64 {
        let after = self.points.partition_point(|point| point.1 <= place);
        let (first, last) = self.ends();
        let Some(next) = self.points.get(after) else {
            return last;
        };
        let Some(before) = after.checked_sub(1).map(|index| self.points[index]) else {
            return first;
        };
        before.0 + (next.0 - before.0) * (place - before.1) / (next.1 - before.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn even_events_give_an_even_scale() {
        let spans: Vec<_> = (0..100u32)
            .map(|n| (f64::from(n), f64::from(n + 1)))
            .collect();
        let scale = Scale::of(&spans).unwrap();
        for day in [0.0, 10.0, 50.0, 99.0, 100.0] {
            assert!(
                (scale.at(day) - day / 100.0).abs() < 0.01,
                "{day}: {}",
                scale.at(day)
            );
        }
    }

    #[test]
    fn a_busy_week_is_stretched_and_nothing_turns_round() {
        let mut spans: Vec<_> = (0..30u32)
            .map(|n| (f64::from(n % 7), f64::from(n % 7 + 1)))
            .collect();
        spans.push((-1000.0, -999.0));
        let scale = Scale::of(&spans).unwrap();
        assert!(scale.at(7.0) - scale.at(0.0) > 0.5);
        let mut before = -1.0;
        for day in -1000..=7 {
            let place = scale.at(f64::from(day));
            assert!(place > before, "{day}");
            assert!((scale.day_at(place) - f64::from(day)).abs() < 1e-6);
            before = place;
        }
    }

    #[test]
    fn one_day_is_the_whole_width() {
        let scale = Scale::of(&[(5.0, 6.0)]).unwrap();
        assert!((scale.at(5.0), scale.at(6.0)) == (0.0, 1.0));
        assert!(Scale::of(&[]).is_none());
    }
}
