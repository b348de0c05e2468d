//! What kinds of event there are, how often, and what they are called.

use chrono::NaiveDate;

use super::cast::Cast;
use super::chance::Chance;

/// A kind of event.
pub(super) struct Kind {
    pub(super) word: &'static str,
    /// What the two sides do in it.
    pub(super) roles: (&'static str, &'static str),
    /// `{a}` and `{b}` are the sides, `{t}` is the topic, `{p}` the place.
    pub(super) titles: &'static [&'static str],
}

const fn kind(
    word: &'static str,
    one: &'static str,
    other: &'static str,
    titles: &'static [&'static str],
) -> Kind {
    Kind {
        word,
        roles: (one, other),
        titles,
    }
}

/// What people arrange to do, with how often of a thousand times it comes.
#[rustfmt::skip]
pub(super) const ARRANGED: &[(usize, Kind)] = &[
    (110, kind("call", "caller", "counterpart", &["{a} and {b} speak by telephone about {t}", "{a} calls {b} over {t}"])),
    (110, kind("visit", "visitor", "host", &["{a} travels to {p} for talks on {t}", "{a} visits {b} with {t} on the agenda"])),
    (120, kind("meeting", "participant", "participant", &["{a} meets {b} in {p} to discuss {t}", "{a} and {b} meet over {t}"])),
    (20, kind("summit", "participant", "participant", &["Leaders gather in {p} over {t}", "{a} and {b} hold a summit on {t}"])),
    (90, kind("negotiation", "participant", "participant", &["{a} and {b} open a round of talks on {t}", "Talks on {t} go on in {p}"])),
    (40, kind("agreement", "participant", "participant", &["{a} and {b} sign an accord on {t}", "{a} and {b} settle on {t}"])),
];

/// What comes without being arranged.
#[rustfmt::skip]
pub(super) const SUDDEN: &[(usize, Kind)] = &[
    (120, kind("statement", "speaker", "subject", &["{a} sets out its view of {t}", "{a} answers {b} on {t}"])),
    (25, kind("disclosure", "speaker", "subject", &["Papers show what {a} knew of {t}", "{a} makes files on {t} public"])),
    (70, kind("warning", "speaker", "addressee", &["{a} warns {b} over {t}", "{a} sees a danger in {b}’s stance on {t}"])),
    (20, kind("threat", "speaker", "addressee", &["{a} says that it will act alone on {t}", "{a} sets {b} a deadline over {t}"])),
    (20, kind("sanction-threat", "speaker", "target", &["{a} weighs sanctions on {b} over {t}", "{a} may bar officials of {b} over {t}"])),
    (50, kind("accusation", "speaker", "target", &["{a} accuses {b} of breaking its word on {t}", "{a} blames {b} for a setback over {t}"])),
    (60, kind("criticism", "speaker", "target", &["{a} finds fault with {b} over {t}", "{a} calls {b}’s plan for {t} a mistake"])),
    (20, kind("investigation", "initiator", "subject", &["{a} opens an inquiry into {t}", "{a} looks into {b}’s part in {t}"])),
    (45, kind("denial", "speaker", "subject", &["{a} denies a report about {t}", "{a} says that nothing was agreed on {t}"])),
    (30, kind("rejection", "speaker", "addressee", &["{a} turns down {b}’s offer on {t}", "{a} will not talk to {b} about {t}"])),
    (40, kind("request", "speaker", "addressee", &["{a} asks {b} for help with {t}", "{a} calls on {b} to move on {t}"])),
    (40, kind("pledge", "speaker", "beneficiary", &["{a} promises {b} support over {t}", "{a} pledges money for {t}"])),
    (25, kind("endorsement", "speaker", "beneficiary", &["{a} backs {b} on {t}", "{a} welcomes {b}’s paper on {t}"])),
    (25, kind("cooperation", "participant", "participant", &["{a} and {b} begin joint work on {t}", "Experts of {a} and {b} share data on {t}"])),
    (20, kind("aid", "initiator", "beneficiary", &["{a} sends help to {b} as {t} falters", "{a} pays for repairs after trouble over {t}"])),
    (20, kind("sanction", "initiator", "target", &["{a} imposes sanctions on {b} over {t}", "{a} bars trade with {b} in a dispute over {t}"])),
    (12, kind("easing", "initiator", "beneficiary", &["{a} lifts a ban on {b} as talks on {t} advance", "{a} loosens its rules on {t}"])),
    (12, kind("force", "initiator", "target", &["{a} puts its coast guard on alert over {t}", "{a} moves troops as the row over {t} grows"])),
    (6, kind("other", "subject", "subject", &["A court in {p} rules on {t}", "Crowds march in {p} over {t}"])),
];

/// The topics: ids, and how a title speaks of them.
#[rustfmt::skip]
pub(super) const TOPICS: &[(&str, &str)] = &[
    ("border", "the border"), ("trade", "trade"), ("grain", "grain exports"), ("gas-transit", "gas transit"),
    ("fisheries", "fishing rights"), ("water", "river water"), ("rail", "the rail link"), ("sanctions", "sanctions"),
    ("ceasefire", "the ceasefire"), ("prisoners", "an exchange of prisoners"), ("visas", "visas"), ("airspace", "airspace"),
    ("observers", "observers"), ("straits", "passage through the straits"), ("arms", "arms deliveries"), ("tariffs", "tariffs"),
    ("refugees", "refugees"), ("embassies", "closed embassies"), ("debt", "debt"), ("cables", "undersea cables"),
    ("inspections", "inspections"), ("minorities", "the rights of minorities"), ("energy", "power supply"), ("mines", "the clearing of mines"),
    ("satellites", "satellite images"), ("machine-tools", "machine tools"), ("steel", "steel quotas"), ("ports", "port fees"),
    ("extradition", "extradition"), ("elections", "observers at elections"), ("vaccines", "vaccines"), ("archives", "old archives"),
    ("forests", "forests on the frontier"), ("espionage", "charges of spying"), ("drills", "military drills"), ("reactor", "the reactor"),
    ("broadcasting", "foreign broadcasters"), ("currency", "payments in foreign money"), ("universities", "exchanges of students"), ("heritage", "stolen works of art"),
];

/// Titles of reports.
const REPORTS: &[&str] = &[
    "{a} and {b} at odds over {t}",
    "What {a} wants on {t}",
    "{b} waits for {a} on {t}",
    "Inside the talks on {t}",
    "Remarks by the spokesperson of {a} on {t}",
    "Five things that {a} said about {t}",
    "Envoys see movement on {t}",
    "{a} under pressure over {t}",
    "How {a} and {b} fell out over {t}",
];

/// A title of a report of some day.
pub(super) fn of_report(cast: &Cast, day: NaiveDate, chance: &mut Chance) -> String {
    let (one, other) = Cast::two_states(chance);
    let who = if chance.mille(300) {
        &cast.actors[cast.person(one, day, chance)].name
    } else {
        Cast::name_of_state(one)
    };
    let (_, topic) = TOPICS[chance.favoured(TOPICS.len())];
    let title = chance.pick(REPORTS).replace("{a}", who);
    title
        .replace("{b}", Cast::name_of_state(other))
        .replace("{t}", topic)
}
