//! Two claims that do not fit together, beside one another.

use super::claim::ClaimView;
use super::site::Site;
use crate::model::Edge;
use crate::schema::RelationKind;

/// Two claims that do not fit together.
pub(super) struct Pair {
    /// The claim that speaks against the other.
    pub claim: ClaimView,
    /// How: "denies".
    pub word: &'static str,
    /// Whether the word leads from the one to the other, not also back.
    pub directed: bool,
    /// The other.
    pub other: ClaimView,
}

impl Pair {
    /// The two sides of a relation, on a page below `root`.
    pub(super) fn of(site: &Site<'_>, edge: Edge, root: &str) -> Self {
        Pair {
            claim: ClaimView::of(site, edge.from, root),
            word: site.language.relation(edge.kind),
            directed: edge.kind != RelationKind::Disputes,
            other: ClaimView::of(site, edge.to, root),
        }
    }
}
