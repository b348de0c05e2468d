//! `compare-reports`: how two or more reports put the same thing.

use super::{Ground, Told};
use crate::schema::{
    Attribution, Column, Comparator, CompareReportsActivity, Date, Figure, Hedge, MeasureId,
    RelationKind, Reported, Speaker, Text,
};

/// A table to be filled in.
#[derive(Clone, Debug)]
pub struct CompareReports<'t> {
    /// The claims, in the order of the file.
    pub claims: Vec<Told<'t>>,
    /// What is compared.
    pub columns: Vec<Column>,
    /// A row for each report of each claim.
    pub rows: Vec<Row<'t>>,
    /// How the claims stand to one another, as far as the files say.
    pub relations: Vec<RowRelation>,
}

/// A row: a claim as one report has it.
#[derive(Clone, Debug)]
pub struct Row<'t> {
    /// The number of the claim among the [`claims`](CompareReports::claims).
    pub number: usize,
    /// The claim.
    pub told: Told<'t>,
    /// The report that carries it.
    pub report: &'t Reported,
}

/// How one of the claims stands to another, both by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowRelation {
    /// The claim in which it stands.
    pub from: usize,
    /// How.
    pub kind: RelationKind,
    /// The other.
    pub to: usize,
}

/// What belongs into a cell.
#[derive(Clone, Copy, Debug)]
pub enum Cell<'t> {
    /// A figure, of which value, upper end and unit count here.
    Value(&'t Figure),
    /// How the figure is put.
    PutAs(Comparator),
    /// The time that the figure is about.
    Period(&'t Date),
    /// Who says it.
    Speaker(&'t Speaker),
    /// How firmly it is put.
    Hedge(Hedge),
    /// The verb that the report uses.
    Verb(&'t Text),
    /// Nothing: the report does not say.
    Unsaid,
}

impl<'t> CompareReports<'t> {
    pub(super) fn of(task: &'t CompareReportsActivity, ground: Ground<'_, 't>) -> Self {
        let claims = ground.claims(&task.claims);
        let mut rows = Vec::new();
        for (number, told) in claims.iter().enumerate() {
            let reports: &'t [Attribution] = &told.claim.reported_by;
            rows.extend(reports.iter().map(|report| Row {
                number,
                told: *told,
                report: &report.0,
            }));
        }
        let columns = match task.columns.as_slice() {
            [] => told_columns(&rows),
            columns => columns.to_vec(),
        };
        let number_of = |key| claims.iter().position(|told| told.key == key);
        let mut relations = Vec::new();
        for edge in ground.relations.edges() {
            if let (Some(from), Some(to)) = (number_of(edge.from), number_of(edge.to)) {
                relations.push(RowRelation {
                    from,
                    kind: edge.kind,
                    to,
                });
            }
        }
        CompareReports {
            claims,
            columns,
            rows,
            relations,
        }
    }

    /// Whether a row about the same thing has another answer than this one in a column.
    /// Two figures are about the same thing where they have the same measure; a claim
    /// without a figure goes with all.
    pub fn differs(&self, row: &Row<'t>, column: Column) -> bool {
        let cell = row.cell(column);
        let rows = self.rows.iter();
        rows.filter(|other| other.goes_with(row))
            .any(|other| !other.cell(column).says_the_same(&cell))
    }
}

/// The columns in which any row says something. Of the hedge: in which any has one.
fn told_columns(rows: &[Row<'_>]) -> Vec<Column> {
    let says = |column: &Column| {
        rows.iter().any(|row| {
            let cell = row.cell(*column);
            !matches!(cell, Cell::Unsaid | Cell::Hedge(Hedge::None))
        })
    };
    Column::ALL.iter().copied().filter(says).collect()
}

impl<'t> Row<'t> {
    fn measure(&self) -> Option<&'t MeasureId> {
        let figure = self.told.claim.figure.as_deref();
        figure.map(|figure| &figure.measure)
    }

    fn goes_with(&self, other: &Row<'_>) -> bool {
        let (one, other) = (self.measure(), other.measure());
        one.is_none() || other.is_none() || one == other
    }

    /// The key to one of its cells.
    pub fn cell(&self, column: Column) -> Cell<'t> {
        let claim = self.told.claim;
        let figure = claim.figure.as_deref();
        let cell = match column {
            Column::Value => figure.map(Cell::Value),
            Column::PutAs => figure.map(|figure| Cell::PutAs(figure.comparator)),
            Column::Period => figure
                .and_then(|figure| figure.period.as_ref())
                .map(Cell::Period),
            Column::Speaker => Some(Cell::Speaker(&claim.by)),
            Column::Hedge => Some(Cell::Hedge(claim.hedge)),
            Column::Verb => claim.wording.as_ref().map(Cell::Verb),
        };
        cell.unwrap_or(Cell::Unsaid)
    }
}

impl Cell<'_> {
    /// Whether the report says anything of this.
    pub fn is_said(&self) -> bool {
        !matches!(self, Cell::Unsaid)
    }

    /// Whether two cells of a column say the same.
    pub fn says_the_same(&self, other: &Cell<'_>) -> bool {
        match (self, other) {
            (Cell::Value(a), Cell::Value(b)) => {
                (a.value, a.to, &a.unit) == (b.value, b.to, &b.unit)
            }
            (Cell::PutAs(a), Cell::PutAs(b)) => a == b,
            (Cell::Period(a), Cell::Period(b)) => a == b,
            (Cell::Speaker(a), Cell::Speaker(b)) => a == b,
            (Cell::Hedge(a), Cell::Hedge(b)) => a == b,
            (Cell::Verb(a), Cell::Verb(b)) => a == b,
            (Cell::Unsaid, Cell::Unsaid) => true,
            _ => false,
        }
    }
}
