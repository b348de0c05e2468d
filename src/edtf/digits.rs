//! Digits of which some may be left unspecified: `2004`, `156X`, `XX`.

use std::fmt;
use std::fmt::Write as _;

/// A number written with exactly `N` digits, any of which may be `X`: not
/// specified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Digits<const N: usize>([Option<u8>; N]);

impl<const N: usize> Digits<N> {
    /// Reads exactly `N` digits or `X`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let bytes: &[u8; N] = text.as_bytes().try_into().ok()?;
        let mut digits = [None; N];
        for (digit, byte) in digits.iter_mut().zip(bytes) {
            *digit = match byte {
                b'0'..=b'9' => Some(byte - b'0'),
                b'X' => None,
                _ => return None,
            };
        }
        Some(Self(digits))
    }

    /// The digits from the left; `None` is an `X`.
    #[must_use]
    pub fn digits(&self) -> &[Option<u8>; N] {
        &self.0
    }

    /// The number, where every digit is specified.
    #[must_use]
    pub fn value(&self) -> Option<u16> {
        (!self.has_unspecified()).then(|| self.filled_with(0))
    }

    /// Whether any digit is `X`.
    #[must_use]
    pub fn has_unspecified(&self) -> bool {
        self.0.iter().any(Option::is_none)
    }

    /// Whether every digit is `X`.
    #[must_use]
    pub fn is_unspecified(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// The least number that these digits may stand for.
    #[must_use]
    pub fn least(&self) -> u16 {
        self.filled_with(0)
    }

    /// The greatest number that these digits may stand for.
    #[must_use]
    pub fn greatest(&self) -> u16 {
        self.filled_with(9)
    }

    /// Whether these digits may stand for `number`.
    #[must_use]
    pub fn matches(&self, number: u16) -> bool {
        let mut rest = number;
        for digit in self.0.iter().rev() {
            if digit.is_some_and(|digit| u16::from(digit) != rest % 10) {
                return false;
            }
            rest /= 10;
        }
        rest == 0
    }

    /// Whether the numbers that these digits may stand for follow one another
    /// without a gap: every `X` is at the right of every digit.
    #[must_use]
    pub fn is_contiguous(&self) -> bool {
        self.0
            .iter()
            .skip_while(|digit| digit.is_some())
            .all(Option::is_none)
    }

    fn filled_with(&self, fill: u16) -> u16 {
        self.0.iter().fold(0, |number, digit| {
            number * 10 + digit.map_or(fill, u16::from)
        })
    }
}

impl<const N: usize> fmt::Display for Digits<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for digit in &self.0 {
            match digit {
                Some(digit) => write!(f, "{digit}")?,
                None => f.write_char('X')?,
            }
        }
        Ok(())
    }
}
