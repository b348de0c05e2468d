//! Numbers as letters, of which a script can read very many in a short time, and which become
//! small on the wire.

/// Writes a number to the base of 26. A capital says that it goes on: 27 is `Bb`.
pub(super) fn number(out: &mut String, number: u64) {
    if number >= 26 {
        capitals(out, number / 26);
    }
    out.push(letter(b'a', number));
}

fn capitals(out: &mut String, number: u64) {
    if number >= 26 {
        capitals(out, number / 26);
    }
    out.push(letter(b'A', number));
}

#[allow(clippy::cast_possible_truncation, reason = "less than 26")]
fn letter(first: u8, number: u64) -> char {
    char::from(first + (number % 26) as u8)
}

/// Writes numbers that grow: of each, how many are left out between it and the one before it.
pub(super) fn steps(out: &mut String, numbers: impl Iterator<Item = usize>) {
    let mut next = 0;
    for one in numbers {
        number(out, (one - next) as u64);
        next = one + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_letters() {
        let of = |one| {
            let mut out = String::new();
            number(&mut out, one);
            out
        };
        assert_eq!(
            [0, 25, 26, 27, 675, 676, 17_575, 17_576].map(of),
            ["a", "z", "Ba", "Bb", "Zz", "BAa", "ZZz", "BAAa"]
        );
        let mut out = String::new();
        steps(&mut out, [0, 1, 2, 5, 40].into_iter());
        assert_eq!(out, "aaacBi");
    }
}
