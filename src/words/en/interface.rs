//! The words around the events, in English.

use super::archive::ARCHIVE;
use super::builder::BUILDER;
use super::cite::CITE;
use super::downloads::DOWNLOADS;
use super::lessons::LESSONS;
use super::lists::LISTS;
use super::practice::PRACTICE;
use super::{English, NOTATION};
use crate::edtf::{Day, Edtf};
use crate::schema::{
    ActorKind, Comparator, CorrectionKind, Family, Figure, Hedge, Kind, RelationKind, Role,
    SourceType, Status,
};
use crate::words::number::{Scale, scaled};
use crate::words::{
    Changes, Counted, Find, Follow, Interface, Language, Overview, Share, Standing, Then, Words,
};

static INTERFACE: Interface = Interface {
    skip_to_content: "Skip to content",
    main_navigation: "Main",
    timeline: "Timeline",
    accounts: "Where accounts differ",
    actors: "Actors",
    topics: "Topics",
    sources: "Sources",
    generated: "Made with Dateline",
    years: "Years",
    date_not_given: "Date not given",
    last_report: "Last report",
    not_before: "not before",
    no_report: "no report named",
    accounts_differ: "accounts differ",
    when: "When",
    as_the_report_says: "in the report’s words",
    place: "Where",
    status: "Status",
    who: "Who",
    about: "About",
    claims: "Who says what",
    claims_lead: "Each statement with who makes it, and the reports that carry it. Reports that rest on one another count as one origin.",
    said: "said",
    day_not_given: "day not given",
    figure: "Figure",
    reported_by: "Reported by",
    which_had_it_from: "had it from",
    one_of_these: "had it from one of these",
    origin: "origin",
    origin_not_stated: "does not say where it has this from",
    in_its_own_voice: "in the report’s own voice",
    link_to_claim: "Link to this claim",
    what_is_said: "What is said",
    who_says_so: "Who says so",
    how_it_reached_us: "How it reached us",
    also_told_otherwise: "told in more than one way",
    differ_here: "Accounts that differ",
    differ_here_lead: "Each beside the other, with who says so. None of them is the timeline’s own.",
    stands_to_others: "How it relates to other claims",
    note: "Note",
    history: "How the plan changed",
    history_lead: "What was known of this, oldest first.",
    as_of: "As of",
    date_then: "Date given",
    reported_in: "Reported by",
    now: "Current entry",
    left_open: "What the reports leave open",
    corrections: "Corrections",
    reports: "Reports",
    published: "published",
    by: "by",
    previous: "Earlier",
    next: "Later",
    events: "Events",
    part_of: "Part of",
    parts: "Parts",
    roles: "Offices",
    also_called: "Also called",
    country: "Country",
    their_claims: "What they say",
    said_of_them: "What is said of them",
    said_of_them_lead: "What others say about the events above.",
    as_who: "as",
    told_first: "What it told first",
    told_first_lead: "None of the reports read for this timeline tells of these earlier.",
    outlet: "Outlet",
    outlet_not_named: "not given",
    address: "Address",
    archived: "Archived copy",
    retrieved: "retrieved",
    known_through: "Known only through",
    known_through_others: "Known only through these reports",
    relays: "Relays",
    relayed_by: "Relayed by",
    carried_claims: "What it carries",
    claims_page_lead: "Where accounts differ, each stands here beside the other, with who says so. None of them is the timeline’s own.",
    denied: "Denials",
    denied_lead: "Each denial beside what it denies.",
    disputed: "Accounts that do not fit together",
    disputed_lead: "Both stand; the reports do not settle which is right.",
    figures: "Figures told in more than one way",
    figures_lead: "The same measure, as different speakers and reports give it.",
    wordings: "Told in other words",
    wordings_lead: "The same matter with another scope, period or choice of words.",
    put_as: "Put as",
    without_qualifier: "plain figure",
    value: "Value",
    period: "Period",
    speaker: "Speaker",
    none_yet: "None.",
    page_not_found: "This page does not exist",
    page_not_found_lead: "The address may be mistyped, or the page may have moved. The timeline has everything there is.",
    wikidata: "Wikidata",
    quote_open: "“",
    quote_close: "”",
    quote_open_inside: "‘",
    quote_close_inside: "’",
    cite: CITE,
    lessons: LESSONS,
    builder: BUILDER,
    downloads: DOWNLOADS,
    lists: LISTS,
    practice: PRACTICE,
    archive: ARCHIVE,
    overview: Overview {
        label: "The events, drawn along time; the list below has them all in words",
        others: "Others",
        alone: "Events",
        planned: "planned, not yet happened",
        skip: "Skip the drawing",
        vague: "date not certain: somewhere within",
        doubted: "date uncertain or approximate",
        note: "A mark in each lane stands for an event with that actor, or what belongs to it; a thin line joins the marks of one event. Time is stretched where much happened.",
        undrawn: "Without a date that could be drawn",
    },
    standing: Standing {
        known: "What we know",
        known_lead: "Borne out by two or more independent origins, and disputed by nobody.",
        known_none: "Nothing yet is borne out by two independent origins.",
        all_known: "All that two or more origins bear out",
        disputed: "What is disputed",
        disputed_none: "No account denies or disputes another.",
        all_disputed: "Where accounts differ",
        figures_differ: "told in more than one way",
        next: "What comes next",
        next_none: "No plan is reported.",
        later: "Later",
    },
    then: Then {
        label: "What was known when",
        lead: "Only what the reports had told by the end of that day. Each title leads to the event as it is known now.",
        days: "Days on which reports appeared",
        back_to_now: "As known now",
        some: "The events that had come last by then, and those that were still to come.",
        claims: "Who said what, as reported by then",
        built: "This whole site shows only what had been reported by then.",
    },
    changes: Changes {
        title: "Changes",
        lead: "What each day’s reports added to what was known, confirmed, contradicted or moved, and what was put right here. The newest day stands first.",
        none: "Nothing has changed yet on a day that is known.",
        days: "Days",
        earlier: "Earlier changes",
        latest: "Latest changes",
        reports_of_the_day: "Reports of this day",
        first_told: "Told for the first time",
        more_told: "more told",
        added: "added",
        moved: "moved",
        turned: "status changed",
        contradicted: "contradicted",
        confirmed: "confirmed",
        corrected: "corrected",
        was: "was",
        now: "now",
        told_in: "Told in",
        other_figures: "other figures",
        second_origin: "a second, independent origin",
        new: "New since your last visit",
        since_last_visit: "since your last visit",
        more_than: "more than",
        late_since_last_visit: "Earlier days have new entries since your last visit",
        mark_new: "Mark what is new since my last visit",
        mark_new_note: "The day you last saw is kept in this browser alone. Nothing is sent.",
    },
    follow: Follow {
        follow: "Follow",
        data: "Data",
        calendar: "Calendar",
        table_of_events: "CSV of events",
        table_of_claims: "CSV of claims",
        add_to_calendar: "Add to calendar",
        date_not_certain: "date not certain",
    },
    share: Share {
        embed: "Embed this",
        embed_lead: "Paste this code into a page of your own: it shows what stands here in a frame, with links that lead back.",
        code_to_paste: "Code to paste",
        open_timeline: "Open the whole timeline",
        open_event: "Who says so, and in which reports",
        not_shown: "Not shown here:",
        from_timeline: "From the timeline",
        one_file: "The whole timeline in one file, which needs no other and no network.",
    },
    find: FIND,
};

const FIND: Find = Find {
    label: "Find events",
    open: "Filter and search",
    search: "Search",
    kind: "Kind",
    narrow: "Search in this list",
    from: "From",
    to: "To",
    span_hint: "An event whose day is not certain counts if it may lie within.",
    all: "All {total} events",
    shown: "{shown} of {total} events",
    found: "Events found",
    part: "The first {shown} of {total}, in the order of time",
    more: "Show {number} more",
    none: "No event fits all of this. Take something away above, or search for fewer words or only their beginnings.",
    clear: "Clear all",
    remove: "Remove: {filter}",
    quoted: "“{words}”",
    failed: "The data for this could not be loaded. Reload the page to try again.",
    known_now: "As known now",
    now: "now",
    known_page: "All pages as of that day",
    locale: "en-GB",
};

impl Words for English {
    fn interface(&self) -> &'static Interface {
        &INTERFACE
    }

    fn count(&self, number: usize, what: Counted) -> String {
        let (one, many) = match what {
            Counted::Events => ("event", "events"),
            Counted::Claims => ("claim", "claims"),
            Counted::Reports => ("report", "reports"),
            Counted::Origins => ("origin", "origins"),
            Counted::Actors => ("actor", "actors"),
            Counted::Sources => ("source", "sources"),
            Counted::Changes => ("change", "changes"),
            Counted::Minutes => ("minute", "minutes"),
            Counted::Figures => ("figure", "figures"),
        };
        format!(
            "{} {}",
            NOTATION.write(&number.to_string()),
            if number == 1 { one } else { many }
        )
    }

    fn number(&self, number: usize) -> String {
        NOTATION.write(&number.to_string())
    }

    fn and_more(&self, number: usize) -> String {
        format!("and {} more", self.number(number))
    }

    fn latest_of(&self, shown: usize, all: usize, what: Counted) -> String {
        let all = self.count(all, what);
        format!("The latest {} of {all}, newest first.", self.number(shown))
    }

    fn next_of(&self, shown: usize, all: usize, what: Counted) -> String {
        let all = self.count(all, what);
        format!("The next {} of {all}, soonest first.", self.number(shown))
    }

    fn kind(&self, kind: Kind) -> &'static str {
        match kind.word {
            "call" => "Call",
            "visit" => "Visit",
            "meeting" => "Meeting",
            "summit" => "Summit",
            "negotiation" => "Negotiation",
            "statement" => "Statement",
            "disclosure" => "Disclosure",
            "warning" => "Warning",
            "threat" => "Threat",
            "sanction-threat" => "Threat of sanctions",
            "accusation" => "Accusation",
            "criticism" => "Criticism",
            "investigation" => "Investigation",
            "denial" => "Denial",
            "rejection" => "Rejection",
            "request" => "Request",
            "pledge" => "Pledge",
            "agreement" => "Agreement",
            "endorsement" => "Endorsement",
            "cooperation" => "Cooperation",
            "aid" => "Aid",
            "sanction" => "Sanctions",
            "easing" => "Easing",
            "force" => "Armed force",
            "other" => "Other",
            other => other,
        }
    }

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Planned => "planned",
            Status::Confirmed => "confirmed",
            Status::Happened => "happened",
            Status::Postponed => "postponed",
            Status::Cancelled => "cancelled",
        }
    }

    fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Caller => "caller",
            Role::Counterpart => "counterpart",
            Role::Visitor => "visitor",
            Role::Host => "host",
            Role::Speaker => "speaker",
            Role::Addressee => "addressee",
            Role::Participant => "participant",
            Role::Initiator => "initiator",
            Role::Target => "target",
            Role::Beneficiary => "beneficiary",
            Role::Mediator => "mediator",
            Role::Subject => "subject",
        }
    }

    fn relation(&self, kind: RelationKind) -> &'static str {
        match kind {
            RelationKind::Denies => "denies",
            RelationKind::Disputes => "conflicts with",
            RelationKind::Restates => "says in other words",
            RelationKind::Narrows => "narrows",
            RelationKind::Broadens => "broadens",
            RelationKind::Supersedes => "takes the place of",
            RelationKind::Confirms => "confirms",
        }
    }

    fn relation_from(&self, kind: RelationKind) -> &'static str {
        match kind {
            RelationKind::Denies => "denied by",
            RelationKind::Disputes => "conflicts with",
            RelationKind::Restates => "said in other words by",
            RelationKind::Narrows => "narrowed by",
            RelationKind::Broadens => "broadened by",
            RelationKind::Supersedes => "replaced by",
            RelationKind::Confirms => "confirmed by",
        }
    }

    fn actor_kind(&self, kind: ActorKind) -> &'static str {
        match kind {
            ActorKind::Person => "Person",
            ActorKind::Government => "Government",
            ActorKind::Ministry => "Ministry or agency",
            ActorKind::Organisation => "Organisation",
            ActorKind::Company => "Company",
        }
    }

    fn actor_kinds(&self, kind: ActorKind) -> &'static str {
        match kind {
            ActorKind::Person => "People",
            ActorKind::Government => "Governments",
            ActorKind::Ministry => "Ministries and agencies",
            ActorKind::Organisation => "Organisations",
            ActorKind::Company => "Companies",
        }
    }

    fn term(&self, from: Option<&Edtf>, to: Option<&Edtf>) -> Option<String> {
        match (from, to) {
            (None, None) => None,
            (Some(from), None) => Some(format!("since {}", self.date(from))),
            (None, Some(to)) => Some(format!("until {}", self.date(to))),
            (Some(from), Some(to)) => Some(format!("{} to {}", self.date(from), self.date(to))),
        }
    }

    fn source_type(&self, source_type: SourceType) -> &'static str {
        match source_type {
            SourceType::Reportage => "Reportage",
            SourceType::Analysis => "Analysis",
            SourceType::Aggregation => "Digest of other reports",
            SourceType::Primary => "Primary source",
        }
    }

    fn correction(&self, kind: CorrectionKind) -> &'static str {
        match kind {
            CorrectionKind::Correction => "Correction",
            CorrectionKind::Update => "Update",
            CorrectionKind::Clarification => "Clarification",
        }
    }

    fn hedge(&self, hedge: Hedge) -> Option<&'static str> {
        match hedge {
            Hedge::None => None,
            Hedge::Likely => Some("put as likely, not as certain"),
            Hedge::Approximately => Some("put as approximate"),
        }
    }

    fn comparator(&self, comparator: Comparator) -> &'static str {
        match comparator {
            Comparator::Exactly => "",
            Comparator::About => "about ",
            Comparator::Nearly => "nearly ",
            Comparator::Over => "more than ",
            Comparator::Under => "less than ",
            Comparator::AtLeast => "at least ",
            Comparator::AtMost => "at most ",
        }
    }

    fn figure(&self, figure: &Figure) -> String {
        let comparator = self.comparator(figure.comparator);
        let unit = figure.unit.as_deref().unwrap_or_default();
        let value = |number: f64| amount(number, unit);
        match &figure.to {
            Some(to) => format!("{comparator}{} to {}", value(figure.value.0), value(to.0)),
            None => format!("{comparator}{}", value(figure.value.0)),
        }
    }

    fn difference(&self, values: &[String], put: &[Comparator], periods: &[String]) -> String {
        let listed = |texts: &[String]| {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            super::date::list(&texts, "and")
        };
        let mut parts = Vec::new();
        match values {
            [value] => parts.push(format!("All give {value}")),
            values => parts.push(format!("The values differ: {}", listed(values))),
        }
        if put.len() > 1 {
            let put: Vec<String> = put
                .iter()
                .map(|comparator| match comparator {
                    Comparator::Exactly => "as an exact figure".to_owned(),
                    other => format!("as “{}”", self.comparator(*other).trim_end()),
                })
                .collect();
            parts.push(format!("they are put {}", listed(&put)));
        }
        if periods.len() > 1 {
            parts.push(format!(
                "they are about different times: {}",
                listed(periods)
            ));
        }
        format!("{}.", parts.join("; "))
    }

    fn all_of(&self, total: usize) -> String {
        format!("All {}", NOTATION.write(&total.to_string()))
    }

    fn page_of(&self, number: usize, total: usize) -> String {
        format!("page {number} of {total}")
    }

    fn more(&self, number: usize) -> String {
        format!("{} more", NOTATION.write(&number.to_string()))
    }

    fn year(&self, year: i64) -> String {
        super::date::year_name(year)
    }

    fn in_year(&self, year: i64) -> String {
        format!("In {}", self.year(year))
    }

    fn month(&self, year: i64, month: u8) -> String {
        format!("{} {}", super::date::month_name(month), self.year(year))
    }

    fn weekdays(&self) -> [&'static str; 7] {
        [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ]
    }

    fn family(&self, family: Family) -> &'static str {
        match family {
            Family::Talks => "talks and visits",
            Family::Words => "statements",
            Family::Pressure => "warnings, accusations, denials",
            Family::Agreement => "agreement and help",
            Family::Force => "sanctions, inquiries, force",
            Family::Other => "other",
        }
    }

    fn events_of(&self, number: usize, whose: &str, when: &str) -> String {
        format!("{}: {whose}, {when}", self.count(number, Counted::Events))
    }

    fn as_known_on(&self, day: Day, sure: bool) -> String {
        let limit = if sure { "" } else { " at the earliest" };
        format!("As known on {}{limit}", self.day(day))
    }

    fn list(&self, names: &[&str]) -> String {
        super::date::list(names, "and")
    }
}

/// A number with its unit: "90%", "$900 million", "7.5 tons".
fn amount(number: f64, unit: &str) -> String {
    let (number, scale) = scaled(number);
    let scale = match scale {
        Scale::One => "",
        Scale::Million => " million",
        Scale::Billion => " billion",
        Scale::Trillion => " trillion",
    };
    let sign = if number < 0.0 { "−" } else { "" };
    let text = format!("{}{scale}", NOTATION.write(&number.abs().to_string()));
    match unit {
        "" => format!("{sign}{text}"),
        "percent" => format!("{sign}{text}%"),
        "USD" => format!("{sign}${text}"),
        "EUR" => format!("{sign}€{text}"),
        "GBP" => format!("{sign}£{text}"),
        other => format!("{sign}{text} {other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_in_a_newspaper() {
        assert_eq!(amount(90.0, "percent"), "90%");
        assert_eq!(amount(900_000_000.0, "USD"), "$900 million");
        assert_eq!(amount(240e9, "USD"), "$240 billion");
        assert_eq!(amount(1_234_567.0, ""), "1,234,567");
        assert_eq!(amount(2.5, "times"), "2.5 times");
        assert_eq!(amount(-900_000_000.0, "USD"), "−$900 million");
        assert_eq!(amount(-12345.5, ""), "−12,345.5");
    }

    #[test]
    fn every_kind_has_a_name() {
        for entry in crate::schema::KINDS {
            let name = English.kind(Kind::of(entry));
            assert_ne!(name, entry.word);
        }
    }
}
