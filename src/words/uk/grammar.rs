//! What Ukrainian asks of words: cases, plural forms, and the prepositions that change
//! with the sound that follows.

/// The case in which words stand; also whether they stand as an adverb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// «квітень»: alone.
    Nominative,
    /// «до квітня».
    Genitive,
    /// «між квітнем та травнем».
    Instrumental,
    /// «у квітні» without its preposition.
    Locative,
    /// As an adverb that answers "when?": «у квітні», «навесні», «2 квітня».
    When,
}

impl Case {
    /// Whether words stand by themselves, and may be a phrase that has no case: «між 12 та
    /// 30 квітня».
    pub(super) fn is_free(self) -> bool {
        matches!(self, Self::Nominative | Self::When)
    }
}

/// The nominative, genitive, instrumental and locative of a word.
pub(super) type Forms = [&'static str; 4];

/// Words in a case; as an adverb, the locative after «у».
pub(super) fn declined(words: &[Forms], case: Case) -> String {
    let index = match case {
        Case::Nominative => 0,
        Case::Genitive => 1,
        Case::Instrumental => 2,
        Case::Locative | Case::When => 3,
    };
    let words: Vec<&str> = words.iter().map(|forms| forms[index]).collect();
    let words = words.join(" ");
    if case == Case::When {
        within(&words)
    } else {
        words
    }
}

pub(super) const YEAR: Forms = ["рік", "року", "роком", "році"];
pub(super) const YEARS: Forms = ["роки", "років", "роками", "роках"];
pub(super) const QUARTER: Forms = ["квартал", "кварталу", "кварталом", "кварталі"];
pub(super) const THIRD: Forms = ["третина", "третини", "третиною", "третині"];
pub(super) const HALF: Forms = ["половина", "половини", "половиною", "половині"];
pub(super) const NUMBER: Forms = ["число", "числа", "числом", "числі"];
pub(super) const UNKNOWN: Forms = ["невідомий", "невідомого", "невідомим", "невідомому"];

pub(super) const MONTHS: [Forms; 12] = [
    ["січень", "січня", "січнем", "січні"],
    ["лютий", "лютого", "лютим", "лютому"],
    ["березень", "березня", "березнем", "березні"],
    ["квітень", "квітня", "квітнем", "квітні"],
    ["травень", "травня", "травнем", "травні"],
    ["червень", "червня", "червнем", "червні"],
    ["липень", "липня", "липнем", "липні"],
    ["серпень", "серпня", "серпнем", "серпні"],
    ["вересень", "вересня", "вереснем", "вересні"],
    ["жовтень", "жовтня", "жовтнем", "жовтні"],
    ["листопад", "листопада", "листопадом", "листопаді"],
    ["грудень", "грудня", "груднем", "грудні"],
];

/// The month of a number from 1 to 12; nothing for any other.
pub(super) fn month(number: u8, case: Case) -> String {
    usize::from(number)
        .checked_sub(1)
        .and_then(|index| MONTHS.get(index))
        .map(|forms| declined(&[*forms], case))
        .unwrap_or_default()
}

/// Which of four, of what is masculine: a quarter.
pub(super) fn masculine(number: u8) -> Forms {
    match number {
        1 => ["перший", "першого", "першим", "першому"],
        2 => ["другий", "другого", "другим", "другому"],
        3 => ["третій", "третього", "третім", "третьому"],
        _ => ["четвертий", "четвертого", "четвертим", "четвертому"],
    }
}

/// Which of two or three, of what is feminine: a half, a third.
pub(super) fn feminine(number: u8) -> Forms {
    match number {
        1 => ["перша", "першої", "першою", "першій"],
        2 => ["друга", "другої", "другою", "другій"],
        _ => ["третя", "третьої", "третьою", "третій"],
    }
}

/// «один із днів»: one of several, which stand in the genitive.
pub(super) fn one_of(several: &str, case: Case) -> String {
    let one = match case {
        Case::Nominative => "один із",
        Case::Genitive => "одного з",
        Case::Instrumental => "одним із",
        Case::Locative => "одному з",
        // Of a day it is the genitive that tells when.
        Case::When if several.starts_with("днів") => "одного з",
        Case::When => "в одному з",
    };
    format!("{one} {several}")
}

/// «у» before what follows, «в» before a vowel.
pub(super) fn within(words: &str) -> String {
    let vowel = words.starts_with(['а', 'е', 'є', 'и', 'і', 'ї', 'о', 'у', 'ю', 'я']);
    format!("{} {words}", if vowel { "в" } else { "у" })
}

/// «з» before what follows, «із» before a sibilant: «з 12 квітня», «із 7 квітня», «із
/// січня».
pub(super) fn since(words: &str) -> String {
    let sibilant = words.starts_with(['з', 'с', 'ц', 'ч', 'ш', 'щ'])
        || first_number(words).is_some_and(begins_with_sibilant);
    format!("{} {words}", if sibilant { "із" } else { "з" })
}

/// The number that is spoken first: of 2024 the two of its thousands.
fn first_number(words: &str) -> Option<usize> {
    let digits: &str = words.split(|c: char| !c.is_ascii_digit()).next()?;
    let thousands = digits.len().checked_sub(3).filter(|end| *end > 0);
    digits
        .get(..thousands.unwrap_or(digits.len()))?
        .parse()
        .ok()
}

/// Whether a number below 1000 is spoken with a sibilant first: «чотири», «шість», «сім»,
/// «сорок», «сто» and what begins with them.
fn begins_with_sibilant(number: usize) -> bool {
    match number {
        0..=19 => matches!(number, 4 | 6 | 7 | 14 | 16 | 17),
        20..=99 => matches!(number / 10, 4 | 6 | 7),
        _ => matches!(number / 100, 1 | 4 | 6 | 7),
    }
}

/// The form of a noun after a whole number: 1 подія, 2 події, 5 подій.
pub(super) fn counted(number: usize, [one, few, many]: [&'static str; 3]) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

/// What follows a vowel has «в», unless that would not be heard: «або в грудні», «або у
/// вересні».
pub(super) fn after_vowel(words: &str) -> String {
    match words.strip_prefix("у ") {
        Some(rest)
            if !rest.starts_with(['в', 'ф'])
                && !rest.starts_with("кв")
                && !first_number(rest).is_some_and(|number| number.to_string().contains('8')) =>
        {
            format!("в {rest}")
        }
        _ => words.to_owned(),
    }
}

/// «12, 19 або 26»; no comma before the conjunction, which ends in a vowel.
pub(super) fn list(words: &[impl AsRef<str>], conjunction: &str) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => {
            let last = after_vowel(last);
            format!("{} {conjunction} {last}", rest.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plural_forms_follow_the_last_digits() {
        let form = |number| counted(number, ["подія", "події", "подій"]);
        for number in [1, 21, 101, 1001, 121] {
            assert_eq!(form(number), "подія", "{number}");
        }
        for number in [2, 3, 4, 22, 34, 102, 1004] {
            assert_eq!(form(number), "події", "{number}");
        }
        for number in [
            0, 5, 9, 10, 11, 12, 13, 14, 15, 20, 25, 100, 111, 112, 214, 1011,
        ] {
            assert_eq!(form(number), "подій", "{number}");
        }
    }

    #[test]
    fn prepositions_follow_the_sound() {
        for words in [
            "12 квітня",
            "2 квітня",
            "квітня",
            "1985 року",
            "2024 року",
            "11 000",
        ] {
            assert_eq!(since(words), format!("з {words}"));
        }
        for words in [
            "7 квітня",
            "4 травня",
            "17 травня",
            "січня",
            "червня",
            "44 року",
            "156 року",
        ] {
            assert_eq!(since(words), format!("із {words}"));
        }
        assert_eq!(within("квітні"), "у квітні");
        assert_eq!(within("одному з років"), "в одному з років");
        assert_eq!(after_vowel("у грудні"), "в грудні");
        assert_eq!(after_vowel("у 2024 році"), "в 2024 році");
        for words in ["у вересні", "у квітні", "у 820 році", "грудень"] {
            assert_eq!(after_vowel(words), words);
        }
    }
}
