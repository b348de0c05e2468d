//! How the styles set dates.

use super::Setter;
use crate::citation::date::{Issued, Moment, Part};

/// The order of a date: "12 Apr. 2024", "April 12, 2024".
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayMonthYear,
    MonthDayYear,
}

impl Setter<'_> {
    /// A date with its year at the end.
    pub(super) fn date(&self, issued: &Issued, order: Order) -> String {
        match issued {
            Issued::Worded(words) => words.clone(),
            Issued::Dated { from, to, .. } => match to {
                None => self.moment(*from, order),
                Some(to) if from.year != to.year => {
                    format!("{}–{}", self.moment(*from, order), self.moment(*to, order))
                }
                Some(to) => {
                    let in_year = self.span_in_year(*from, *to, order);
                    self.with_year(*to, &in_year, order)
                }
            },
        }
    }

    fn moment(&self, moment: Moment, order: Order) -> String {
        let in_year = self.in_year(moment, order);
        self.with_year(moment, &in_year, order)
    }

    fn with_year(&self, moment: Moment, in_year: &str, order: Order) -> String {
        let comma = moment.day().is_some() && self.month_first(order);
        match in_year {
            "" => moment.year.to_string(),
            _ if comma => format!("{in_year}, {}", moment.year),
            _ => format!("{in_year} {}", moment.year),
        }
    }

    /// What of the year: "April 12", "12 Apr.", "Spring"; nothing of a whole year.
    pub(super) fn in_year(&self, moment: Moment, order: Order) -> String {
        let month = |month| self.month(month, moment.day().is_some(), order);
        match moment.part {
            Part::Year => String::new(),
            Part::Season(season) => named(&self.words.seasons, season).to_owned(),
            Part::Month(number) => month(number),
            Part::Day(number, day) if self.month_first(order) => {
                format!("{} {day}", month(number))
            }
            Part::Day(number, day) => format!("{day} {}", month(number)),
        }
    }

    /// A span within a year: "April 12–14", "12 Apr.–3 May".
    pub(super) fn span_in_year(&self, from: Moment, to: Moment, order: Order) -> String {
        match (from.day(), to.day()) {
            (Some(first), Some(last)) if from.month() == to.month() => {
                let month = self.month(from.month().unwrap_or_default(), true, order);
                if self.month_first(order) {
                    format!("{month} {first}–{last}")
                } else {
                    format!("{first}–{last} {month}")
                }
            }
            _ => format!("{}–{}", self.in_year(from, order), self.in_year(to, order)),
        }
    }

    fn month_first(&self, order: Order) -> bool {
        order == Order::MonthDayYear && !self.words.day_first
    }

    fn month(&self, month: u8, beside_a_day: bool, order: Order) -> String {
        match order {
            Order::DayMonthYear => named(&self.words.months_short, month).to_owned(),
            Order::MonthDayYear if beside_a_day => named(&self.words.months, month).to_owned(),
            // Alone it begins the date, in a case of its own in some languages.
            Order::MonthDayYear => self.reference.words.month_name(month).to_owned(),
        }
    }
}

/// The name of a number that counts from 1.
fn named(names: &[&'static str], number: u8) -> &'static str {
    let at = usize::from(number).checked_sub(1);
    at.and_then(|at| names.get(at)).copied().unwrap_or_default()
}
