//! `places.yaml`: where things happen.

use super::record::record;
use super::{Country, PlaceId, Text};

record! {
    /// A place where something happens.
    pub struct PlaceRecord = "place" {
        /// The id by which events refer to the place.
        id: PlaceId,
        /// The name as it is shown.
        name: Text,
        /// The place that this one lies in: a building in a city, a city in a country.
        within: Option<PlaceId>,
        /// The country.
        country: Option<Country>,
        /// Something a reader should know of the place.
        note: Option<Text>,
    }
}
