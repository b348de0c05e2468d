//! How numbers are written.

/// The marks with which a language writes numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Notation {
    /// Between groups of three digits.
    pub(super) group: &'static str,
    /// Before decimals.
    pub(super) point: &'static str,
}

impl Notation {
    /// Digits as Rust writes them, in groups of three from five on, with this language's
    /// mark before decimals. Of a negative number the minus is a minus.
    pub(super) fn write(self, digits: &str) -> String {
        let (sign, digits) = digits
            .strip_prefix('-')
            .map_or(("", digits), |digits| ("−", digits));
        let (whole, decimals) = digits
            .split_once('.')
            .map_or((digits, None), |(whole, decimals)| (whole, Some(decimals)));
        let whole = if whole.len() < 5 || !whole.bytes().all(|b| b.is_ascii_digit()) {
            whole.to_owned()
        } else {
            self.in_threes(whole)
        };
        let decimals = decimals.map_or_else(String::new, |rest| format!("{}{rest}", self.point));
        format!("{sign}{whole}{decimals}")
    }

    fn in_threes(self, digits: &str) -> String {
        let mut groups = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                groups.push_str(self.group);
            }
            groups.push(digit);
        }
        groups
    }
}

/// What a large number is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    One,
    Million,
    Billion,
    Trillion,
}

/// A number by the largest scale that it reaches: scaled only where nothing is lost by it,
/// 1,234,567 stays as it is.
pub(super) fn scaled(number: f64) -> (f64, Scale) {
    let scales = [
        (1e12, Scale::Trillion),
        (1e9, Scale::Billion),
        (1e6, Scale::Million),
    ];
    match scales.into_iter().find(|(size, _)| number.abs() >= *size) {
        Some((size, scale)) if (number / size * 1e3).fract() == 0.0 => (number / size, scale),
        _ => (number, Scale::One),
    }
}
