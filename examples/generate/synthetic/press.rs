//! The reports: sixty outlets, a report for every third event, and some that pass on what
//! others told.

use chrono::NaiveDate;

use super::cast::Cast;
use super::chance::Chance;
use super::dates::{Calendar, days};
use super::{Taken, names, quoted, slug, titles};

const OUTLETS: usize = 60;
/// Even a short timeline has so many reports.
const LEAST: usize = 60;

/// A report.
pub(super) struct Report {
    pub(super) id: String,
    outlet: usize,
    title: String,
    kind: &'static str,
    byline: Option<String>,
    /// The day on which it was published.
    pub(super) day: NaiveDate,
    published: Option<String>,
    /// The reports that it passes on.
    pub(super) relays: Vec<usize>,
    via: Option<usize>,
}

impl Report {
    /// Whether it is surely an origin of its own.
    pub(super) fn is_origin(&self) -> bool {
        self.relays.is_empty() && self.via.is_none() && self.kind != "aggregation"
    }
}

/// All reports.
pub(super) struct Press {
    outlets: Vec<String>,
    pub(super) reports: Vec<Report>,
    /// The event of whose day each is, in order.
    anchors: Vec<usize>,
}

impl Press {
    pub(super) fn of(calendar: &Calendar, cast: &Cast, chance: &mut Chance) -> Self {
        let events = calendar.days.len();
        let count = LEAST.max(events / 3);
        let mut press = Press {
            outlets: (0..OUTLETS)
                .map(|number| names::of_outlet(number, chance))
                .collect(),
            reports: Vec::new(),
            anchors: (0..count)
                .map(|number| events - 1 - (count - 1 - number) * events / count)
                .collect(),
        };
        let mut taken = Taken::default();
        for number in 0..count {
            let day = calendar.days[press.anchors[number]];
            let day = (day + days(chance.favoured(4))).min(calendar.last);
            let report = press.report(number, day, cast, &mut taken, chance);
            press.reports.push(report);
        }
        press
    }

    fn report(
        &mut self,
        number: usize,
        day: NaiveDate,
        cast: &Cast,
        taken: &mut Taken,
        chance: &mut Chance,
    ) -> Report {
        let outlet = chance.favoured(OUTLETS);
        let kind = match chance.below(20) {
            0..14 => "reportage",
            14..16 => "analysis",
            16..18 => "aggregation",
            _ => "primary",
        };
        let passes_on = match kind {
            "aggregation" => chance.between(1, 3),
            "primary" => 0,
            _ => usize::from(chance.mille(200)),
        };
        let mut relays: Vec<usize> = (0..passes_on.min(number))
            .map(|_| number - 1 - chance.favoured(number.min(12)))
            .collect();
        relays.sort_unstable();
        relays.dedup();
        if let Some(first) = relays.first()
            && chance.mille(150)
        {
            self.reports[*first].via.get_or_insert(number);
        }
        let published = match chance.below(100) {
            0..92 => Some(day.to_string()),
            92..95 => Some(day.format("%Y-%m").to_string()),
            95..98 => Some(format!("[{day}..{}]", day + days(2))),
            98 => Some(format!("{day}~")),
            _ => None,
        };
        let id = format!("{}-{day}", slug(&self.outlets[outlet]));
        Report {
            id: taken.free(&id),
            outlet,
            title: titles::of_report(cast, day, chance),
            kind,
            byline: chance.mille(500).then(|| names::of_person(chance)),
            day,
            published,
            relays,
            via: None,
        }
    }

    /// The reports that first tell of an event.
    pub(super) fn own(&self, event: usize) -> std::ops::Range<usize> {
        self.from(event)..self.from(event + 1)
    }

    /// The first report of this event's day or later.
    pub(super) fn from(&self, event: usize) -> usize {
        self.anchors.partition_point(|anchor| *anchor < event)
    }

    /// A report of an event: of that day or soon after, seldom much later.
    pub(super) fn on(&self, event: usize, chance: &mut Chance) -> usize {
        let first = self.from(event).min(self.reports.len() - 1);
        let left = self.reports.len() - first;
        first
            + if chance.mille(15) {
                chance.below(left)
            } else {
                chance.favoured(left.min(6))
            }
    }

    /// `sources.yaml`.
    pub(super) fn yaml(&self) -> String {
        let mut yaml = String::new();
        for report in &self.reports {
            let day = report.day;
            yaml += &format!(
                "- {{id: {}, outlet: {}, title: {}",
                report.id, self.outlets[report.outlet], report.title
            );
            if let Some(byline) = &report.byline {
                yaml += &format!(", byline: [{byline}]");
            }
            match &report.published {
                Some(date) => yaml += &format!(", published: {}", quoted(date)),
                None => yaml += ", published_note: It bears no date.",
            }
            let path = &report.id;
            yaml += &format!(", url: \"https://reports.example/{path}\"");
            if report.id.len() % 4 == 0 {
                yaml += &format!(", retrieved: {day}");
            }
            yaml += &format!(", type: {}", report.kind);
            if let Some(via) = report.via {
                yaml += &format!(", via: {}", self.reports[via].id);
            }
            if !report.relays.is_empty() {
                let ids: Vec<&str> = report
                    .relays
                    .iter()
                    .map(|n| &*self.reports[*n].id)
                    .collect();
                yaml += &format!(", relays: [{}]", ids.join(", "));
            }
            yaml += "}\n";
        }
        yaml
    }
}
