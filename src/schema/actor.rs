//! `actors.yaml`: who acts and speaks.

use super::record::record;
use super::vocabulary::vocabulary;
use super::{ActorId, Country, Date, Text, Wikidata};

record! {
    /// Somebody who acts or speaks: a person, a government or a part of it, an organisation, a company.
    pub struct ActorRecord = "actor" {
        /// The id by which events refer to the actor.
        id: ActorId,
        /// The name as it is shown.
        name: Text,
        /// What kind of actor it is.
        kind: ActorKind,
        /// The actor that this one belongs to: a ministry to its government, a minister to the ministry.
        of: Option<ActorId>,
        /// The offices that a person held, with their time where it is known.
        roles: Vec<Term>,
        /// Other names under which reports speak of the actor.
        also: Vec<Text>,
        /// The country.
        country: Option<Country>,
        /// The actor's item in Wikidata.
        wikidata: Option<Wikidata>,
        /// Something a reader should know of the actor.
        note: Option<Text>,
    }
}

record! {
    /// An office that a person held.
    pub struct Term = "office" {
        /// What it is called.
        title: Text,
        /// Since when it was held; open if left out.
        from: Option<Date>,
        /// Until when it was held; open if left out.
        to: Option<Date>,
    }
}

vocabulary! {
    /// What kind of actor somebody is.
    pub enum ActorKind = "kind of actor" {
        /// A human being.
        Person = "person",
        /// A government as a whole.
        Government = "government",
        /// A ministry, department or agency of a government.
        Ministry = "ministry",
        /// Any other body: an alliance, a foundation, an army.
        Organisation = "organisation",
        /// A business.
        Company = "company",
    }
}
