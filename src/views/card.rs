//! An event as it stands in a list.

use super::claim::capacity;
use super::escape;
use super::page::Link;
use super::site::Site;
use crate::edtf::{Edtf, Expression, Member, Point, Precision, SetKind};
use crate::markdown::Html;
use crate::model::known_span;
use crate::schema::{ActorId, Status};
use crate::text::{first_words, one_line};
use crate::words::{Counted, Language};

/// An event as it stands in a list.
pub(super) struct Card {
    /// Its anchor on the page.
    pub anchor: String,
    /// Its number in the order of time.
    pub number: usize,
    /// Whether the page tells it: it does where what is looked for is found among the cards.
    pub numbered: bool,
    /// To its page.
    pub link: Link,
    /// Its date in words.
    pub date: String,
    /// Whether its date is one day and certain.
    pub exact: bool,
    /// What kind of event it is.
    pub kind: &'static str,
    /// Its status as it is written in a file, for the style.
    pub status: &'static str,
    /// Its status in words, unless it happened.
    pub status_words: Option<&'static str>,
    /// Who took part.
    pub actors: Vec<Link>,
    /// How many more did, where not all are named.
    pub more_actors: Option<String>,
    /// The first paragraph of its summary.
    pub summary: Html,
    /// "4 claims".
    pub claims: Option<String>,
    /// "3 reports, 2 origins".
    pub reports: String,
    /// Whether accounts of it differ.
    pub differs: bool,
    /// What somebody was and did in it, where the list is about them: "Secretary of State,
    /// visitor".
    pub part: Option<String>,
    /// What was said of it, where the list tells that.
    pub said: Vec<Said>,
}

/// In brief, so much is shown of a title, in letters.
pub(super) const TITLE: usize = 140;
/// So much of a summary.
const SUMMARY: usize = 240;
/// So much of an actor's name, or of a date.
pub(super) const NAME: usize = 60;
/// So many actors.
const ACTORS: usize = 5;

/// The first words of a text. Wide letters, such as those of Chinese, say more and count as two.
pub(super) fn brief(text: &str, most: usize) -> String {
    let mut room = most;
    let fits = |letter: &char| {
        let wide = if letter.len_utf8() > 2 { 2 } else { 1 };
        room = room.saturating_sub(wide);
        room > 0
    };
    let letters = text.chars().take_while(fits).count();
    first_words(text, letters.max(1))
}

/// What was said of an event, in a line.
pub(super) struct Said {
    /// By whom.
    pub speaker: String,
    /// What.
    pub text: String,
    /// "1 report, 1 origin".
    pub counts: String,
}

impl Card {
    /// The event with this number, on a page below `root`.
    pub(super) fn of(site: &Site<'_>, number: usize, root: &str) -> Self {
        let event = &site.timeline.events.as_slice()[number];
        let language = site.language;
        let words = site.in_words(number);
        let mut named = Vec::new();
        let actors = event
            .actors
            .iter()
            .filter(|part| {
                let new = !named.contains(&&part.who);
                named.push(&part.who);
                new
            })
            .map(|part| Link::actor(root, &part.who, site.actor_name(&part.who)))
            .collect();
        Card {
            anchor: format!("_e-{}", event.id),
            part: None,
            said: Vec::new(),
            number,
            numbered: !site.is_large(),
            link: Link::event(root, &event.id, &event.title),
            date: words.date.to_owned(),
            exact: is_exact(&event.when),
            kind: language.kind(event.kind),
            status: event.status.word(),
            status_words: (event.status != Status::Happened).then(|| language.status(event.status)),
            actors,
            more_actors: None,
            summary: words.opening(),
            claims: (!event.claims.is_empty())
                .then(|| language.count(event.claims.len(), Counted::Claims)),
            reports: words.counts.to_owned(),
            differs: (0..event.claims.len()).any(|claim| site.differs((number, claim))),
        }
    }

    /// The card where many stand on a page that has to stay small: texts are cut, and only
    /// some actors named.
    pub(super) fn in_brief(mut self, site: &Site<'_>) -> Self {
        self.link.text = brief(&self.link.text, TITLE);
        self.date = brief(&self.date, NAME);
        let text = site.in_words(self.number).text();
        let text = text.unwrap_or_default();
        let first = text.split("\n\n").next().unwrap_or_default();
        let cut = brief(first, SUMMARY);
        if cut != one_line(first) || self.summary.is_longer_than(SUMMARY * 4) {
            self.summary = Html::trusted(escape(&cut));
        }
        if self.actors.len() > ACTORS {
            let more = self.actors.split_off(ACTORS).len();
            self.more_actors = Some(site.language.and_more(more));
        }
        for actor in &mut self.actors {
            actor.text = brief(&actor.text, NAME);
        }
        self
    }

    /// The card on the page of an actor: with the office held then, and the role.
    pub(super) fn for_actor(mut self, site: &Site<'_>, number: usize, actor: &ActorId) -> Self {
        let event = &site.timeline.events.as_slice()[number];
        let office = capacity(site, actor, Some(&event.when));
        let parts = event.actors.iter().filter(|part| part.who == *actor);
        let roles = parts.filter_map(|part| part.role);
        let words: Vec<String> = office
            .into_iter()
            .chain(roles.map(|role| site.language.role(role).to_owned()))
            .collect();
        self.part = (!words.is_empty()).then(|| words.join(", "));
        self
    }

    /// The card with what was said of the event.
    pub(super) fn with_claims(mut self, site: &Site<'_>, number: usize) -> Self {
        let claims = site.timeline.events.as_slice()[number].claims.iter();
        self.said = claims
            .zip(&site.origins[number])
            .map(|(claim, origins)| Said {
                speaker: site.speaker_name(&claim.by).to_owned(),
                text: claim.text.to_string(),
                counts: site.reports_and_origins(origins.reports, origins.count),
            })
            .collect();
        self
    }

    /// Several events, in the order of time.
    pub(super) fn all(site: &Site<'_>, numbers: &[usize], root: &str) -> Vec<Self> {
        numbers
            .iter()
            .map(|number| Card::of(site, *number, root))
            .collect()
    }
}

/// Whether a date leaves no doubt on which days it was: it is one day, goes from one day to
/// another, or names several that are all meant.
pub(super) fn is_exact(date: &Edtf) -> bool {
    let is_day = |point: &Point| point.precision() == Precision::Day && !point.has_unspecified();
    let days = match date.expression() {
        Expression::Interval(interval) => [interval.start, interval.end]
            .iter()
            .all(|end| end.point().is_some_and(is_day)),
        Expression::Set(set) => {
            let open =
                |member: &Member| matches!(member, Member::OnOrBefore(_) | Member::OnOrAfter(_));
            set.kind == SetKind::AllOf
                && !set.members.iter().any(open)
                && set.members.iter().flat_map(Member::points).all(is_day)
        }
        _ => date.is_single_day().is_some(),
    };
    days && !is_doubted(date)
}

/// Whether a date is marked as uncertain or approximate.
pub(super) fn is_doubted(date: &Edtf) -> bool {
    date.is_uncertain() || date.is_approximate()
}

/// The heading under which a date stands in a list: a year, and a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The year.
    pub(super) year: i64,
    /// What of the year.
    pub(super) part: YearPart,
}

/// What of a year a heading names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum YearPart {
    /// A month, from 1 to 12.
    Month(u8),
    /// All of it: which part is not known, or it was in all of it.
    Whole,
    /// More than a month, but not the year: the month in which it begins, and all of it in
    /// words.
    Span(u8, String),
}

impl Heading {
    /// Whether what has another heading, and comes next in time, can stand under this one:
    /// a span that begins in this month needs none of its own.
    pub(super) fn takes(&self, next: &Heading) -> bool {
        let begins = match (&self.part, &next.part) {
            (YearPart::Month(month), YearPart::Span(first, _)) => month == first,
            _ => false,
        };
        self == next || (self.year == next.year && begins)
    }

    /// Of a date; `None` if it tells no year.
    pub(super) fn of(date: &Edtf, language: &dyn Language) -> Option<Self> {
        let (first, last) = known_span(date)?;
        let year = first.year();
        let part = if (year, first.month()) == (last.year(), last.month()) {
            YearPart::Month(first.month())
        } else if year == last.year()
            && (first.month(), first.day()) == (1, 1)
            && (last.month(), last.day()) == (12, 31)
        {
            YearPart::Whole
        } else {
            YearPart::Span(first.month(), language.date(date))
        };
        Some(Heading { year, part })
    }
}
