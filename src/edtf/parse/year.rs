//! Reads years with a `Y` and years with significant digits.

use super::cursor::Cursor;
use crate::edtf::day::Day;
use crate::edtf::digits::Digits;
use crate::edtf::error::{Error, ErrorKind, quoted};
use crate::edtf::qualifier::Qualifier;
use crate::edtf::year::{Year, YearForm};

/// Reads a year from its `Y` on, to the end of the cursor's part.
pub(super) fn prefixed(mut cursor: Cursor<'_>, before: Option<Qualifier>) -> Result<Year, Error> {
    let start = cursor.pos();
    cursor.eat(b'Y');
    let negative = cursor.eat(b'-');
    let mantissa = number(&mut cursor, start, "after the `Y`")?;
    let exponent = if cursor.peek() == Some(b'E') {
        let start = cursor.pos();
        cursor.eat(b'E');
        let exponent = number(&mut cursor, start, "after the `E`")?;
        if exponent == "0" {
            let message = "the power of ten after the `E` is not positive";
            return Err(Error::new(ErrorKind::Year, start..cursor.pos(), message)
                .with_help("leave `E0` out: ten to the power 0 is 1"));
        }
        Some(exponent)
    } else {
        None
    };
    let span = start..cursor.pos();
    let written = cursor.slice(span.clone());
    let too_large = || {
        let message = format!("year {} is too far away", quoted(written));
        Error::new(ErrorKind::YearTooLarge, span.clone(), message)
            .with_help("years may have up to 16 digits")
    };
    let sign = if negative { -1 } else { 1 };
    let mantissa: i64 = mantissa.parse().map_err(|_| too_large())?;
    let mantissa = mantissa * sign;
    let (value, form) = match exponent {
        None => (mantissa, YearForm::Long),
        Some(exponent) => {
            let exponent: u8 = exponent.parse().map_err(|_| too_large())?;
            let value = 10_i64
                .checked_pow(u32::from(exponent))
                .and_then(|power| mantissa.checked_mul(power))
                .ok_or_else(too_large)?;
            (value, YearForm::Exponential { mantissa, exponent })
        }
    };
    if !(-Day::MAX_YEAR..=Day::MAX_YEAR).contains(&value) {
        return Err(too_large());
    }
    if (-9999..=9999).contains(&value) {
        let message = format!("year {} has not more than four digits", quoted(written));
        let sign = if value < 0 { "-" } else { "" };
        return Err(Error::new(ErrorKind::Year, span, message)
            .with_fix(format!("{sign}{:04}", value.unsigned_abs()))
            .with_help("a year of up to four digits has no `Y`"));
    }
    let year = Year {
        value,
        form,
        significant: None,
        before,
        after: None,
    };
    finish(cursor, year)
}

/// Reads the rest of a four-digit year that has an `S`.
pub(super) fn four_digits(
    cursor: Cursor<'_>,
    before: Option<Qualifier>,
    negative: bool,
    digits: Digits<4>,
) -> Result<Year, Error> {
    let Some(number) = digits.value() else {
        let span = cursor.pos()..cursor.end();
        let message = "significant digits (`S`) and `X` do not go together";
        return Err(Error::new(ErrorKind::Significant, span, message).with_help(
            "`195X` is any year of the 1950s, `1950S2` is 1950 of which two digits count",
        ));
    };
    let number = i64::from(number);
    let year = Year {
        value: if negative { -number } else { number },
        form: YearForm::FourDigits,
        significant: None,
        before,
        after: None,
    };
    finish(cursor, year)
}

/// Reads significant digits and a qualifier, to the end of the part.
fn finish(mut cursor: Cursor<'_>, mut year: Year) -> Result<Year, Error> {
    if cursor.peek() == Some(b'S') {
        let start = cursor.pos();
        cursor.eat(b'S');
        let text = number(&mut cursor, start, "after the `S`")?;
        let most = year.digit_count();
        let significant = text
            .parse()
            .ok()
            .filter(|count: &u8| *count >= 1 && u32::from(*count) <= most);
        if significant.is_none() {
            let message = format!("{} is not a number of significant digits", quoted(text));
            let span = start + 1..cursor.pos();
            return Err(Error::new(ErrorKind::Significant, span, message)
                .with_help(format!("the year has {most} digits: `S1` to `S{most}`")));
        }
        year.significant = significant;
    }
    year.after = cursor.qualifier()?;
    if cursor.peek() == Some(b'-') {
        let message = "only a year of just four digits may have a month";
        return Err(
            Error::new(ErrorKind::Trailing, cursor.pos()..cursor.end(), message)
                .with_help("EDTF has no months for such a year"),
        );
    }
    cursor.expect_end("year")?;
    Ok(year)
}

/// Reads digits, at least one, without leading zeros.
fn number<'a>(cursor: &mut Cursor<'a>, start: usize, place: &str) -> Result<&'a str, Error> {
    let span = cursor.digits(false);
    let text = cursor.slice(span.clone());
    if text.is_empty() {
        let span = start..cursor.end();
        let message = format!("no number {place}");
        return Err(Error::new(ErrorKind::Missing, span, message)
            .with_help("these years are written `Y17000`, `Y17E7` or `1950S2`"));
    }
    if text.len() > 1 && text.starts_with('0') {
        let message = format!("number {} {place} has leading zeros", quoted(text));
        let number = text.trim_start_matches('0');
        return Err(Error::new(ErrorKind::Year, span, message)
            .with_fix(if number.is_empty() { "0" } else { number })
            .with_help("leave the zeros out"));
    }
    Ok(text)
}
