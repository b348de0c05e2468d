//! Sentences: of summaries, claims, quotes and corrections. `{a}` and `{b}` are the two
//! sides, `{t}` is the topic, `{p}` the place, `{n}` and `{m}` are names of something, `{x}` a
//! small number.

use super::chance::Chance;
use super::names::Register;

/// What the holes in a sentence are filled with.
pub(super) struct Holes<'a> {
    pub(super) one: &'a str,
    pub(super) other: &'a str,
    pub(super) topic: &'a str,
    pub(super) place: &'a str,
    pub(super) register: &'a Register,
}

const ORDINALS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh",
];

impl Holes<'_> {
    /// A sentence with its holes filled.
    pub(super) fn fill(&self, sentence: &str, chance: &mut Chance) -> String {
        let mut filled = String::with_capacity(sentence.len() * 2);
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            filled += before;
            let (hole, after) = after.split_once('}').unwrap_or_default();
            filled += match hole {
                "a" => self.one,
                "b" => self.other,
                "t" => self.topic,
                "p" => self.place,
                "x" => chance.pick(ORDINALS),
                _ => self.register.one(chance),
            };
            rest = after;
        }
        filled + rest
    }

    /// Some sentences of a list, none of them twice, as a paragraph.
    pub(super) fn paragraph(&self, of: &[&str], sentences: usize, chance: &mut Chance) -> String {
        let first = chance.below(of.len());
        // A step that has no divisor in common with the list's length.
        let step = chance.pick(&[1, 7, 11, 13]);
        (0..sentences)
            .map(|n| self.fill(of[(first + n * step) % of.len()], chance))
            .collect::<Vec<_>>()
            .join(" ")
    }
}

pub(super) const SUMMARY: &[&str] = &[
    "{a} and {b} spoke about {t} for the {x} time since the {n} accord was signed, according to two reports that do not agree on how long they spoke.",
    "The talks in {p} followed weeks of letters between the two sides, in which {b} had asked for more time.",
    "Officials of {a} said that the question of {t} could not be put off any longer, and named the {n} commission as the place for it.",
    "{b} did not comment at first; a spokesperson later said that the paper on {t} was still being read.",
    "Reports differ on whether the {n} protocol was mentioned at all.",
    "One report gives a list of the points on which both had agreed, another speaks of a *draft* that nobody had signed.",
    "The meeting was held behind closed doors in {p}, and no joint statement came of it.",
    "Since the closing of the {n} terminal the matter has come up in each round, and each time it was left to experts.",
    "{a} wants {t} to be settled before the {x} session of the council; {b} has said that it sees no hurry.",
    "Two days before, delegates had visited the {n} crossing, where lorries had been waiting since the spring.",
    "Neither side has published the text, and what is known of it comes from people who have read parts of it.",
    "The {n} fund is to pay for the work, though {b} has not said how much it will put in.",
    "An annex on the {n} corridor, which had been left out of the {x} draft, was back on the table.",
    "Diplomats from the region spoke of a **small step**, and warned against making more of it than it was.",
    "{b} had turned down a similar plan by {a} in the {n} talks, saying that it left the ports out.",
    "A group of lawmakers in {p} has asked for a hearing on {t}, for which no day has been set.",
    "What {a} offers in return was not told; the report speaks of guarantees, and leaves open by whom.",
    "Observers of the {n} mission were let in for an afternoon and counted fewer vehicles than before.",
    "The question of who pays for the repairs at {m} stays open, as do the dates of the next visit.",
];

pub(super) const CLAIMS: &[&str] = &[
    "{a} had raised {t} with {b} more than once.",
    "The two sides agreed to take up {t} in the {n} commission.",
    "{b} asked for guarantees before it would sign the {n} paper.",
    "No decision on {t} was made in {p}.",
    "{a} would not accept a solution that leaves the {n} corridor out.",
    "The {x} draft had been sent to {b} a week before.",
    "{b} has begun to move equipment away from {m}.",
    "Talks on {t} were to go on within a month.",
    "Both sides see a chance for an accord on {t} before the winter.",
    "{a} has told its allies that it expects little from the {n} talks.",
    "A list of names was handed over in {p}.",
    "{b} has kept to what it promised on {t}.",
    "The {n} terminal could open again if the inspectors are let in.",
    "Money for the work at {m} has been put aside.",
    "{a} was not asked before the plan was published.",
    "There had been contacts over {t} that neither side made public.",
    "The delegation of {b} left {p} earlier than planned.",
    "An answer to the proposal of {a} is on its way.",
];

pub(super) const DENIALS: &[&str] = &[
    "There was no such talk about {t}.",
    "Nothing of the kind was said in {p}.",
    "{a} never agreed to the {n} paper.",
    "The account of the {x} round is wrong.",
];

pub(super) const FIGURES: &[&str] = &[
    "The volume at {m} came to the figure that the {n} office gives.",
    "So much passed through the {n} terminal in that quarter.",
    "Deliveries under the {n} accord reached this level.",
];

pub(super) const QUOTES: &[&str] = &[
    "we have made ourselves clear on {t}",
    "a matter for the {n} commission and nobody else",
    "there is still time, but not much",
    "discussed {t} in a frank and open way",
    "the paper from {p} is no basis for talks",
    "is ready to take up {t} at any time",
    "nothing has been decided, and nothing is off the table",
    "expects {b} to keep its word on {t}",
    "sent the {x} draft back with remarks",
    "the situation at {m} remains tense",
    "a constructive exchange, with differences",
    "would welcome a visit in the coming weeks",
    "agreed in principle, while details remain open",
    "has seen no evidence of that",
];

pub(super) const VERBS: &[&str] = &["said", "told", "confirmed", "noted", "stressed", "added"];

pub(super) const UNNAMED: &[&str] = &[
    "two officials",
    "a person familiar with the talks",
    "a senior diplomat",
    "people who have read the draft",
    "an aide to the minister",
];

pub(super) const OPEN: &[&str] = &[
    "Who asked for the talks.",
    "Whether the {n} protocol was signed.",
    "How long it lasted. The reports give no hours.",
    "What {b} answered.",
];

pub(super) const CORRECTIONS: &[(&str, &str)] = &[
    ("correction", "The place was given wrongly; it is {p}."),
    ("correction", "A quote was credited to the wrong side."),
    ("update", "A second report has been added."),
    ("update", "{b} has since commented on {t}."),
    (
        "clarification",
        "The {n} protocol is not the accord of the same name.",
    ),
];
