//! Figures in Ukrainian, as newspapers write them.
//!
//! «90%» stands without a space, as in the press and in the Unicode locale data; of
//! currencies that have a sign it stands before the number, «$900 млн», and «доларів» need
//! not be declined. Scales are abbreviated without a full stop: «млн», «млрд», «трлн».

use super::NOTATION;
use super::grammar::{counted, list};
use crate::schema::{Comparator, Figure};
use crate::words::number::{Scale, scaled};

/// A figure's value with its comparator and unit: «майже 70%», «3–5 тонн».
pub(super) fn figure(figure: &Figure) -> String {
    let unit = figure.unit.as_deref().unwrap_or_default();
    let from = Amount::of(figure.value.0, unit);
    let words = match figure.to {
        Some(to) => from.to(&Amount::of(to.0, unit)),
        None => from.written(),
    };
    format!("{}{words}", comparator(figure.comparator))
}

/// How a figure's value is put, before the value.
pub(super) fn comparator(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Exactly => "",
        Comparator::About => "близько ",
        Comparator::Nearly => "майже ",
        Comparator::Over => "понад ",
        Comparator::Under => "менш ніж ",
        Comparator::AtLeast => "щонайменше ",
        Comparator::AtMost => "щонайбільше ",
    }
}

/// In what figures of one measure differ.
pub(super) fn difference(values: &[String], put: &[Comparator], periods: &[String]) -> String {
    let mut parts = Vec::new();
    match values {
        [value] => parts.push(format!("Усі наводять {value}")),
        values => parts.push(format!("Значення різняться: {}", list(values, "та"))),
    }
    if put.len() > 1 {
        let put: Vec<String> = put
            .iter()
            .map(|word| match word {
                Comparator::Exactly => "як точне число".to_owned(),
                word => format!("як «{}»", comparator(*word).trim_end()),
            })
            .collect();
        parts.push(format!("подано по-різному: {}", list(&put, "та")));
    }
    if periods.len() > 1 {
        parts.push(format!("періоди різні: {}", list(periods, "та")));
    }
    format!("{}.", parts.join("; "))
}

/// A number of things: «3 публікації».
pub(super) fn count(number: usize, forms: [&'static str; 3]) -> String {
    let digits = NOTATION.write(&number.to_string());
    format!("{digits}\u{a0}{}", counted(number, forms))
}

/// A number with its unit, in the parts that are put together.
struct Amount {
    negative: bool,
    sign: &'static str,
    digits: String,
    scale: Scale,
    unit: String,
}

impl Amount {
    fn of(number: f64, unit: &str) -> Self {
        let (scaled, scale) = scaled(number);
        let digits = scaled.abs().to_string();
        let (sign, unit) = match unit {
            "" => ("", String::new()),
            "percent" => ("", "%".to_owned()),
            "USD" => ("$", String::new()),
            "EUR" => ("€", String::new()),
            "GBP" => ("£", String::new()),
            "UAH" => ("", "\u{a0}грн".to_owned()),
            "times" => ("", format!("\u{a0}{}", times(&digits, scale))),
            other => ("", format!("\u{a0}{other}")),
        };
        Amount {
            negative: number < 0.0,
            sign,
            digits: NOTATION.write(&digits),
            scale,
            unit,
        }
    }

    fn written(&self) -> String {
        let minus = if self.negative { "−" } else { "" };
        let scale = self.scale_name();
        format!("{minus}{}{}{scale}{}", self.sign, self.digits, self.unit)
    }

    /// A range from this one: the unit is said once, and so is the scale if it is one.
    fn to(&self, to: &Amount) -> String {
        if self.negative || to.negative {
            return format!("від {} до {}", self.written(), to.written());
        }
        if self.scale == to.scale {
            return format!(
                "{}{}–{}{}{}",
                self.sign,
                self.digits,
                to.digits,
                to.scale_name(),
                to.unit
            );
        }
        let from = format!("{}{}{}", self.sign, self.digits, self.scale_name());
        format!("{from} – {}", to.written())
    }

    fn scale_name(&self) -> &'static str {
        match self.scale {
            Scale::One => "",
            Scale::Million => "\u{a0}млн",
            Scale::Billion => "\u{a0}млрд",
            Scale::Trillion => "\u{a0}трлн",
        }
    }
}

/// «раз» after a number: 2 рази, 5 разів, 1,5 раза.
fn times(digits: &str, scale: Scale) -> &'static str {
    match (scale, digits.parse()) {
        (Scale::One, Ok(number)) => counted(number, ["раз", "рази", "разів"]),
        (Scale::One, Err(_)) => "раза",
        _ => "разів",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(number: f64, unit: &str) -> String {
        Amount::of(number, unit).written().replace('\u{a0}', "_")
    }

    fn range(from: f64, to: f64, unit: &str) -> String {
        let range = Amount::of(from, unit).to(&Amount::of(to, unit));
        range.replace('\u{a0}', "_")
    }

    #[test]
    fn amounts_read_as_in_a_newspaper() {
        assert_eq!(amount(90.0, "percent"), "90%");
        assert_eq!(amount(900_000_000.0, "USD"), "$900_млн");
        assert_eq!(amount(1.5e9, "UAH"), "1,5_млрд_грн");
        assert_eq!(amount(240e9, "EUR"), "€240_млрд");
        assert_eq!(amount(1_234_567.0, ""), "1_234_567");
        assert_eq!(amount(1234.0, ""), "1234");
        assert_eq!(amount(7.5, "тонни"), "7,5_тонни");
        assert_eq!(amount(-900_000_000.0, "USD"), "−$900_млн");
        assert_eq!(amount(-12345.5, ""), "−12_345,5");
    }

    #[test]
    fn times_take_the_form_of_their_number() {
        assert_eq!(amount(1.0, "times"), "1_раз");
        assert_eq!(amount(2.0, "times"), "2_рази");
        assert_eq!(amount(5.0, "times"), "5_разів");
        assert_eq!(amount(11.0, "times"), "11_разів");
        assert_eq!(amount(21.0, "times"), "21_раз");
        assert_eq!(amount(1.5, "times"), "1,5_раза");
        assert_eq!(amount(2e6, "times"), "2_млн_разів");
    }

    #[test]
    fn ranges_say_their_unit_once() {
        assert_eq!(range(3.0, 5.0, "років"), "3–5_років");
        assert_eq!(range(2.0, 2.5, "times"), "2–2,5_раза");
        assert_eq!(range(1e9, 1.5e9, "USD"), "$1–1,5_млрд");
        assert_eq!(range(900_000.0, 2e6, "USD"), "$900_000 – $2_млн");
        assert_eq!(range(-3.0, 5.0, "percent"), "від −3% до 5%");
    }
}
