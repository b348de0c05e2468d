//! Places.

use super::Site;
use super::node::Node;
use crate::model::Place;
use crate::schema::PlaceId;

/// A place, in all that it lies in.
pub(super) fn place(site: &Site<'_>, id: &PlaceId) -> Option<Node> {
    let mut chain = Vec::new();
    let mut next = Some(id);
    while let Some(place) = next.and_then(|id| site.timeline.places.get(id))
        && chain.iter().all(|seen: &&Place| seen.id != place.id)
    {
        chain.push(place);
        next = place.within.as_ref();
    }
    chain.into_iter().rev().fold(None, |around, place| {
        let address = place
            .country
            .as_ref()
            .map(|country| Node::of("PostalAddress").with("addressCountry", &**country));
        Some(
            Node::of("Place")
                .with("name", &*place.name)
                .maybe("address", address)
                .maybe("containedInPlace", around),
        )
    })
}
