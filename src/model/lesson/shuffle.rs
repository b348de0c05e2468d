//! Shuffling that gives the same order on every machine, for ever.
//!
//! The numbers come from `SplitMix64` (Steele, Lea and Flood, 2014), whose whole state is 64
//! bits. It begins at the lesson's seed, changed by an exclusive or with the FNV-1a hash
//! (64 bits) of what is shuffled: the activity's kind and how many of that kind come before
//! it, as in `sequence/0`. A lesson without a seed has the FNV-1a hash of its id.
//!
//! A number below `n` is the upper half of the product of `n` and the next 64 bits. The
//! order is that of Fisher and Yates: from the last place to the second, each is exchanged
//! with one at or before it.
//!
//! These are promises: cards that are printed today have to fit a key that is printed in
//! ten years.

/// A source of chance that is none.
#[derive(Clone, Debug)]
pub struct Shuffle {
    state: u64,
}

/// The seed of a lesson that gives none.
pub fn seed_of(lesson: &str) -> u64 {
    fnv1a(lesson)
}

fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

impl Shuffle {
    /// For one purpose of a lesson with this seed.
    pub fn new(seed: u64, purpose: &str) -> Self {
        Shuffle {
            state: seed ^ fnv1a(purpose),
        }
    }

    /// The next 64 bits.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number below `limit`, which is not 0.
    fn below(&mut self, limit: usize) -> usize {
        let product = u128::from(self.next()) * limit as u128;
        #[allow(clippy::cast_possible_truncation, reason = "it is below the limit")]
        let number = (product >> 64) as usize;
        number
    }

    /// Puts items into another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// The numbers below `count` in an order that gives nothing away: never their own.
    ///
    /// If chance hands out the right order, the first two are exchanged.
    pub fn deal(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        self.shuffle(&mut order);
        if count > 1 && order.is_sorted() {
            order.swap(0, 1);
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_splitmix64() {
        let mut shuffle = Shuffle { state: 1_234_567 };
        let numbers: Vec<u64> = (0..5).map(|_| shuffle.next()).collect();
        assert_eq!(
            numbers,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ]
        );
        assert_eq!(fnv1a(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a("a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn the_order_of_a_seed_is_a_promise() {
        assert_eq!(Shuffle::new(7, "sequence/0").deal(8), PROMISED);
        assert_ne!(Shuffle::new(8, "sequence/0").deal(8), PROMISED);
        assert_ne!(Shuffle::new(7, "sequence/1").deal(8), PROMISED);
    }

    const PROMISED: [usize; 8] = [6, 0, 7, 2, 3, 1, 5, 4];

    #[test]
    fn no_seed_gives_the_right_order_and_all_others_come() {
        assert_eq!(Shuffle::new(1, "x").deal(0), [0; 0]);
        assert_eq!(Shuffle::new(1, "x").deal(1), [0]);
        let mut seen = std::collections::BTreeSet::new();
        for seed in 0..500 {
            for count in 2..5 {
                let order = Shuffle::new(seed, "x").deal(count);
                assert!(!order.is_sorted(), "{seed}");
                seen.insert(order);
            }
        }
        assert_eq!(seen.len(), 1 + 5 + 23);
    }
}
