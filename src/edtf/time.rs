//! The time of day of level 0.

use std::fmt;

use super::date::Date;

/// How far local time is from UTC, as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Offset {
    /// `Z`: the time is UTC.
    Utc,
    /// `±hh` or `±hh:mm`.
    Shift {
        /// Minutes ahead of UTC; negative behind it.
        minutes: i16,
        /// Whether the minutes are written.
        with_minutes: bool,
    },
}

impl Offset {
    /// Minutes ahead of UTC; negative behind it.
    #[must_use]
    pub fn minutes(self) -> i16 {
        match self {
            Self::Utc => 0,
            Self::Shift { minutes, .. } => minutes,
        }
    }
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Shift {
            minutes,
            with_minutes,
        } = *self
        else {
            return f.write_str("Z");
        };
        let sign = if minutes < 0 { '-' } else { '+' };
        let size = minutes.unsigned_abs();
        write!(f, "{sign}{:02}", size / 60)?;
        if with_minutes {
            write!(f, ":{:02}", size % 60)?;
        }
        Ok(())
    }
}

/// A time of day, to the second: `10:00:00+02:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// 0 to 23. ISO 8601-1:2019 has no hour 24.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59, or 60 in a leap second.
    pub second: u8,
    /// The offset; without one the time is local and its place is not said.
    pub offset: Option<Offset>,
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.hour, self.minute, self.second)?;
        self.offset.map_or(Ok(()), |offset| offset.fmt(f))
    }
}

/// A day and a time of day: `2024-04-02T10:00:00+02:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateTime {
    /// The day: neither qualified nor unspecified. It is the day where the
    /// time is told, not the day of UTC.
    pub date: Date,
    /// The time.
    pub time: Time,
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.date, self.time)
    }
}
