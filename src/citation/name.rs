//! Who wrote it: names as they are printed, taken apart where they can be.

/// The name of an author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// A person's.
    Person {
        /// The family name.
        family: String,
        /// The given names.
        given: String,
        /// What belongs to the family name and is not sorted by: "von der".
        particle: Option<String>,
        /// What follows the name: "Jr."
        suffix: Option<String>,
    },
    /// An organisation's, or a name that cannot be taken apart.
    Literal(String),
}

/// Small words that belong to a family name.
const PARTICLES: &[&str] = &[
    "al", "ap", "bin", "bint", "d'", "da", "das", "de", "del", "della", "den", "der", "di", "do",
    "dos", "du", "el", "ibn", "la", "las", "le", "los", "ten", "ter", "van", "von", "y", "zu",
    "zum", "zur",
];

const SUFFIXES: &[&str] = &["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"];

/// Words that no person is called by. In small letters.
const OF_ORGANISATIONS: &[&str] = &[
    "agencies",
    "agency",
    "army",
    "association",
    "board",
    "broadcasting",
    "bureau",
    "center",
    "centre",
    "channel",
    "commission",
    "committee",
    "company",
    "contributors",
    "corp",
    "corporation",
    "correspondent",
    "correspondents",
    "council",
    "department",
    "desk",
    "editorial",
    "editors",
    "embassy",
    "foundation",
    "government",
    "group",
    "inc",
    "institute",
    "institution",
    "international",
    "limited",
    "llc",
    "ltd",
    "magazine",
    "media",
    "ministry",
    "network",
    "news",
    "newspaper",
    "newsroom",
    "office",
    "organisation",
    "organization",
    "parliament",
    "party",
    "radio",
    "reporter",
    "reporters",
    "reuters",
    "service",
    "services",
    "society",
    "staff",
    "team",
    "television",
    "tv",
    "union",
    "university",
    "website",
    "агентство",
    "агенція",
    "відділ",
    "департамент",
    "інститут",
    "кореспондент",
    "кореспонденти",
    "міністерство",
    "новини",
    "організація",
    "посольство",
    "пресслужба",
    "редакція",
    "рада",
    "служба",
    "управління",
    "університет",
    "уряд",
    "фонд",
    "центр",
];

/// Agencies whose names read like a person's.
const AGENCIES: &[&str] = &[
    "agence france-presse",
    "associated press",
    "canadian press",
    "press association",
    "united press",
];

/// Languages that put the family name first.
const FAMILY_FIRST: &[&str] = &["hu", "ja", "ko", "vi", "zh"];

impl Name {
    /// The name that a byline prints, in a report of this language.
    pub fn of(printed: &str, language: Option<&str>) -> Self {
        let primary = language.and_then(|tag| tag.split('-').next());
        if primary.is_some_and(|tag| FAMILY_FIRST.contains(&tag)) {
            return Name::Literal(printed.to_owned());
        }
        person(printed).unwrap_or_else(|| Name::Literal(printed.to_owned()))
    }
}

/// A person's name, taken apart; `None` where it is none, or may not be one.
fn person(printed: &str) -> Option<Name> {
    let (name, suffix) = without_suffix(printed);
    let words: Vec<&str> = name.split(' ').collect();
    let (last, others) = words.split_last()?;
    let joins = |word: &&str| matches!(&*word.to_lowercase(), "and" | "und" | "og" | "och" | "et");
    let is_name = (2..=6).contains(&words.len())
        && !words.iter().any(joins)
        && name.chars().all(is_of_names)
        && !is_organisation(name, &words);
    if !is_name {
        return None;
    }
    let small = |word: &&str| word.starts_with(char::is_lowercase);
    let first_small = others.iter().position(small).unwrap_or(others.len());
    let (given, particles) = others.split_at(first_small);
    let known = particles
        .iter()
        .all(|word| PARTICLES.contains(&word.to_lowercase().as_str()));
    if given.is_empty() || !known {
        return None;
    }
    let (article, family) = article(last);
    if family.starts_with(char::is_lowercase) {
        return None;
    }
    let mut particle = particles.join(" ");
    if let Some(article) = article {
        if !particle.is_empty() {
            particle.push(' ');
        }
        particle.push_str(article);
    }
    Some(Name::Person {
        family: family.to_owned(),
        given: given.join(" "),
        particle: Some(particle).filter(|particle| !particle.is_empty()),
        suffix: suffix.map(str::to_owned),
    })
}

fn without_suffix(printed: &str) -> (&str, Option<&str>) {
    match printed.rsplit_once(' ') {
        Some((name, last)) if SUFFIXES.contains(&last) => (name.trim_end_matches(','), Some(last)),
        _ => (printed, None),
    }
}

/// The article that is grown together with a family name: "al-", "d'".
fn article(family: &str) -> (Option<&str>, &str) {
    for article in ["al-", "el-", "d'", "d’"] {
        if let Some(rest) = family.strip_prefix(article)
            && !rest.is_empty()
        {
            return (Some(&family[..article.len()]), rest);
        }
    }
    (None, family)
}

fn is_organisation(name: &str, words: &[&str]) -> bool {
    let lower = name.to_lowercase();
    let first = words.first().copied().unwrap_or_default();
    matches!(first, "The" | "A" | "An")
        || AGENCIES.contains(&lower.as_str())
        || lower
            .split(' ')
            .any(|word| OF_ORGANISATIONS.contains(&word.trim_end_matches('.')))
}

/// Whether a letter may be one of a name that can be taken apart: of a script with
/// capitals, or a mark that names have.
fn is_of_names(letter: char) -> bool {
    let of_script = matches!(
        letter,
        '\u{41}'..='\u{24f}'
            | '\u{300}'..='\u{36f}'
            | '\u{370}'..='\u{58f}'
            | '\u{10a0}'..='\u{10ff}'
            | '\u{1c90}'..='\u{1cbf}'
            | '\u{1e00}'..='\u{1fff}'
    );
    (of_script && letter.is_alphabetic())
        || matches!(
            letter,
            ' ' | '.' | '-' | '\'' | '’' | '\u{2010}' | '\u{300}'..='\u{36f}'
        )
}

/// A family name with the particle before it, if it has one.
pub(super) fn with_particle(particle: Option<&String>, family: &str) -> String {
    particle.map_or_else(|| family.to_owned(), |particle| glued(particle, family))
}

/// A particle before its family name; an article has no space behind it.
pub(super) fn glued(particle: &str, family: &str) -> String {
    let space = if particle.ends_with(['-', '\'', '’']) {
        ""
    } else {
        " "
    };
    format!("{particle}{space}{family}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(printed: &str) -> Option<(String, String, String, String)> {
        match Name::of(printed, Some("en")) {
            Name::Literal(name) => {
                assert_eq!(name, printed);
                None
            }
            Name::Person {
                family,
                given,
                particle,
                suffix,
            } => Some((
                family,
                given,
                particle.unwrap_or_default(),
                suffix.unwrap_or_default(),
            )),
        }
    }

    #[test]
    fn people_are_taken_apart() {
        let cases = [
            ("Kateryna Denisova", ("Denisova", "Kateryna", "", "")),
            ("B. O'Example", ("O'Example", "B.", "", "")),
            ("Ursula von der Leyen", ("Leyen", "Ursula", "von der", "")),
            ("Mohammed bin Salman", ("Salman", "Mohammed", "bin", "")),
            ("Bashar al-Assad", ("Assad", "Bashar", "al-", "")),
            (
                "Martin Luther King Jr.",
                ("King", "Martin Luther", "", "Jr."),
            ),
            (
                "Martin Luther King, Jr.",
                ("King", "Martin Luther", "", "Jr."),
            ),
            (
                "Jean-Paul Mary Ann Sartre",
                ("Sartre", "Jean-Paul Mary Ann", "", ""),
            ),
            ("Катерина Денисова", ("Денисова", "Катерина", "", "")),
            // As far as a byline tells: see the module's page.
            ("Xi Jinping", ("Jinping", "Xi", "", "")),
        ];
        for (printed, (family, given, particle, suffix)) in cases {
            let expected = Some((family.into(), given.into(), particle.into(), suffix.into()));
            assert_eq!(parts(printed), expected, "{printed}");
        }
    }

    #[test]
    fn organisations_and_single_words_stay_as_printed() {
        for printed in [
            "The Kyiv Independent news desk",
            "Associated Press",
            "BBC News",
            "AFP",
            "RFE/RL’s Ukrainian Service",
            "State Department",
            "Jane Doe and John Roe",
            "Jane Doe, Reuters",
            "Newsroom 24",
            "例子",
            "محمد علي",
            "Українська редакція",
            "night shift",
        ] {
            assert_eq!(parts(printed), None, "{printed}");
        }
    }

    #[test]
    fn a_language_that_puts_the_family_first_keeps_the_name() {
        let name = Name::of("Nagy Péter", Some("hu"));
        assert_eq!(name, Name::Literal("Nagy Péter".to_owned()));
        let name = Name::of("Wang Yi", Some("zh-Hant"));
        assert_eq!(name, Name::Literal("Wang Yi".to_owned()));
    }
}
