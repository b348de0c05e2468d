//! The qualifiers `?`, `~` and `%`, and what they say of a component.

use std::fmt;
use std::ops::BitOr;

use super::digits::Digits;

/// A qualifier as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// `?`: the source of the value is in doubt.
    Uncertain,
    /// `~`: the value is an estimate.
    Approximate,
    /// `%`: both.
    Both,
}

impl Qualifier {
    /// The qualifier that a character stands for.
    #[must_use]
    pub fn from_symbol(symbol: char) -> Option<Self> {
        match symbol {
            '?' => Some(Self::Uncertain),
            '~' => Some(Self::Approximate),
            '%' => Some(Self::Both),
            _ => None,
        }
    }

    /// The character that stands for the qualifier.
    #[must_use]
    pub fn symbol(self) -> char {
        match self {
            Self::Uncertain => '?',
            Self::Approximate => '~',
            Self::Both => '%',
        }
    }
}

impl fmt::Display for Qualifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.symbol())
    }
}

/// What the qualifiers say of one component, taken together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Qualification {
    /// Its source is in doubt (`?` or `%`).
    pub uncertain: bool,
    /// It is an estimate (`~` or `%`).
    pub approximate: bool,
}

impl Qualification {
    /// Whether the component is qualified at all.
    #[must_use]
    pub fn is_some(self) -> bool {
        self.uncertain || self.approximate
    }
}

impl From<Option<Qualifier>> for Qualification {
    fn from(qualifier: Option<Qualifier>) -> Self {
        Self {
            uncertain: matches!(qualifier, Some(Qualifier::Uncertain | Qualifier::Both)),
            approximate: matches!(qualifier, Some(Qualifier::Approximate | Qualifier::Both)),
        }
    }
}

impl BitOr for Qualification {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self {
            uncertain: self.uncertain || other.uncertain,
            approximate: self.approximate || other.approximate,
        }
    }
}

/// One component of a date (a year, a month, a day) with its qualifiers as
/// they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Component<const N: usize> {
    /// Its digits.
    pub digits: Digits<N>,
    /// The qualifier at its left, which is said of this component only.
    pub before: Option<Qualifier>,
    /// The qualifier at its right, which is said of this component and of all
    /// those at its left.
    pub after: Option<Qualifier>,
}

impl<const N: usize> Component<N> {
    /// What the component's own two qualifiers say of it.
    pub(crate) fn own(&self) -> Qualification {
        Qualification::from(self.before) | Qualification::from(self.after)
    }
}

/// Writes an optional qualifier.
pub(crate) struct Mark(pub Option<Qualifier>);

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |qualifier| qualifier.fmt(f))
    }
}

/// How the qualifiers of an expression are placed, which decides its level.
#[derive(Clone, Copy)]
pub(crate) struct Placement {
    /// Any qualifier that stands elsewhere than at the very end.
    pub inside: bool,
    /// A qualifier at the very end.
    pub at_end: bool,
}

impl Placement {
    pub(crate) fn level(self) -> u8 {
        match self {
            Self { inside: true, .. } => 2,
            Self { at_end: true, .. } => 1,
            _ => 0,
        }
    }
}
