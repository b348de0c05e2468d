//! Many years, gathered in spans of a hundred, a thousand or more.

use super::archive::year_folder;

/// The most years or spans that stand below one another.
pub(super) const ROWS: usize = 60;

/// A year or a span of them, and how many events it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span<'y> {
    /// The first year.
    pub first: i64,
    /// The last year.
    pub last: i64,
    /// The years in it that have events, each with how many.
    pub years: &'y [(i64, usize)],
}

impl Span<'_> {
    /// Whether it is one year.
    pub fn is_year(&self) -> bool {
        self.first == self.last
    }

    /// How many events it has.
    pub fn events(&self) -> usize {
        self.years.iter().map(|(_, events)| events).sum()
    }

    /// Its folder: "2024", "1900-to-1999".
    pub fn folder(&self) -> String {
        if self.is_year() {
            return year_folder(self.first);
        }
        format!("{}-to-{}", year_folder(self.first), year_folder(self.last))
    }
}

/// The years as they stand below one another: each alone, or in spans where there are too
/// many. A span that would have one year is that year.
pub(super) fn spans(years: &[(i64, usize)]) -> Vec<Span<'_>> {
    let step = step(years);
    let same = |a: &(i64, usize), b: &(i64, usize)| a.0.div_euclid(step) == b.0.div_euclid(step);
    let mut spans = Vec::new();
    for years in years.chunk_by(same) {
        spans.extend(
            match years {
                [] => None,
                [(year, _)] => Some((*year, *year)),
                [(year, _), ..] => {
                    let first = year.div_euclid(step).saturating_mul(step);
                    Some((first, first.saturating_add(step - 1)))
                }
            }
            .map(|(first, last)| Span { first, last, years }),
        );
    }
    spans
}

/// How many years a span has: one where there are few years, or all are of one century.
fn step(years: &[(i64, usize)]) -> i64 {
    let number = |step: i64| {
        let same =
            |a: &(i64, usize), b: &(i64, usize)| a.0.div_euclid(step) == b.0.div_euclid(step);
        years.chunk_by(same).count()
    };
    if years.len() <= ROWS || number(100) == 1 {
        return 1;
    }
    (2..19)
        .map(|power| 10_i64.pow(power))
        .find(|step| number(*step) <= ROWS)
        .unwrap_or(i64::MAX)
}

/// All spans that need a page of their own: those that are longer than a year, and those in
/// them.
pub(super) fn all(years: &[(i64, usize)]) -> Vec<Span<'_>> {
    let mut found = Vec::new();
    let mut open = spans(years);
    while let Some(span) = open.pop() {
        if !span.is_year() {
            open.extend(spans(span.years));
            found.push(span);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(years: &[(i64, usize)]) -> Vec<(i64, i64, usize)> {
        let spans = spans(years);
        spans
            .iter()
            .map(|it| (it.first, it.last, it.events()))
            .collect()
    }

    #[test]
    fn few_years_stand_alone() {
        let years = [(-17_000_000, 1), (-44, 2), (17_000_000, 3)];
        let expected = years.map(|(year, events)| (year, year, events));
        assert_eq!(shown(&years), expected);
        assert!(all(&years).is_empty());
        let folders: Vec<_> = spans(&years).iter().map(Span::folder).collect();
        assert_eq!(folders, ["bc-17000001", "bc-45", "17000000"]);
    }

    #[test]
    fn a_hundred_years_of_one_century_stand_alone() {
        let years: Vec<_> = (1900..2000).map(|year| (year, 1)).collect();
        assert_eq!(spans(&years).len(), 100);
    }

    #[test]
    fn many_years_stand_in_spans_and_each_of_them_is_reached() {
        let mut years: Vec<_> = (-3000..3000).map(|year| (year, 2)).collect();
        years.push((17_000_000, 1));
        let top = shown(&years);
        assert!(top.len() <= ROWS, "{}", top.len());
        assert_eq!(top[0], (-3000, -2001, 2000));
        assert_eq!(top.last(), Some(&(17_000_000, 17_000_000, 1)));
        let pages = all(&years);
        let reached: usize = pages
            .iter()
            .map(|page| spans(page.years))
            .chain([spans(&years)])
            .flatten()
            .filter(Span::is_year)
            .count();
        assert_eq!(reached, years.len());
        assert!(pages.iter().all(|page| spans(page.years).len() <= 100));
        assert_eq!(pages.iter().filter(|page| page.first == -100).count(), 1);
        let century = pages.iter().find(|page| page.first == -100).unwrap();
        assert_eq!(century.folder(), "bc-101-to-bc-2");
    }

    #[test]
    fn no_year_is_too_far() {
        let years: Vec<_> = (0..62).map(|power| (1_i64 << power, 1)).collect();
        assert!(spans(&years).len() <= ROWS);
        let far: Vec<_> = (0..61).map(|it| (i64::MIN + it * (1 << 57), 1)).collect();
        assert!(spans(&far).len() <= ROWS);
    }
}
