//! A timeline that is made up: as many events as are wanted, in the shape of real ones,
//! about states that do not exist. Nothing in it is random: one seed, one timeline.
//!
//! A few actors, topics and names are much in the news, most are not. Events come
//! thicker towards the end and seldom at weekends. Every third brings a report of its
//! own; the claims are carried by reports of that day and the days after, some of which
//! pass on others. What is told twice is told in relation to what was told before.
//! Nothing of it makes `dateline check` complain.

mod cast;
mod chance;
mod claims;
mod dates;
mod events;
mod names;
mod press;
mod titles;
mod wording;

use std::collections::HashSet;

use cast::Cast;
use chance::Chance;
use dates::Calendar;
use events::Desk;
use press::Press;

/// The files of a timeline: names and texts.
pub(crate) fn timeline(events: usize, seed: u64) -> Vec<(String, String)> {
    let mut chance = Chance::new(seed);
    let calendar = Calendar::of(events, &mut chance);
    let cast = Cast::of(&calendar, &mut chance);
    let press = Press::of(&calendar, &cast, &mut chance);
    let mut desk = Desk::new(&calendar, &cast, &press, chance);
    let mut files: Vec<_> = (0..events).map(|number| desk.event(number)).collect();
    let (actors, places) = desk.used();
    files.push(("actors.yaml".to_owned(), cast.actors_yaml(&actors)));
    files.push(("places.yaml".to_owned(), cast.places_yaml(&places)));
    files.push(("sources.yaml".to_owned(), press.yaml()));
    files.push(("timeline.yaml".to_owned(), about(events)));
    files
}

fn about(events: usize) -> String {
    let events = match events {
        1 => "One event".to_owned(),
        _ => format!("{events} events"),
    };
    format!(
        "title: {events} that never happened\n\
         id: synthetic\n\
         standfirst: |\n  \
         Calls, visits and denials among twenty-four states that **do not exist**, told by sixty outlets that do not exist either.\n\n  \
         It is here to see how a timeline of this size is built, looks and reads.\n\
         language: en\n\
         base_url: https://timeline.example/\n\
         credit: Made up by a program. No person, state or report in it is meant to be like a real one.\n"
    )
}

/// Of names that may come twice, the ones that are taken.
#[derive(Default)]
struct Taken(HashSet<String>);

impl Taken {
    /// The name, with a number behind it if it is taken.
    fn free(&mut self, name: &str) -> String {
        let mut free = name.to_owned();
        let mut number = 2;
        while !self.0.insert(free.clone()) {
            free = format!("{name}-{number}");
            number += 1;
        }
        free
    }
}

/// A name as an id has it.
fn slug(name: &str) -> String {
    let plain = |c| match c {
        'é' => 'e',
        'ö' => 'o',
        'š' => 's',
        'ć' => 'c',
        c => c,
    };
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| c.is_whitespace() || c == '-');
    words
        .map(|word| {
            word.chars()
                .map(plain)
                .filter(char::is_ascii_alphanumeric)
                .collect::<String>()
        })
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// A date as YAML has it: quoted where it would be taken for a list, a mapping or a number.
fn quoted(date: &str) -> String {
    if !date.bytes().all(|byte| byte.is_ascii_digit()) && !date.starts_with(['[', '{']) {
        date.to_owned()
    } else {
        format!("\"{date}\"")
    }
}
