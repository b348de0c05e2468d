//! Numbers that look like chance.

/// A row of numbers that is the same for the same seed, on every machine: `SplitMix64`.
pub(super) struct Chance(u64);

impl Chance {
    /// The row of a seed.
    pub(super) fn new(seed: u64) -> Self {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        it ^ (it >> 31)
    }

    /// A number below another, each as likely; 0 below 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let wide = u128::from(self.next()) * (end as u128);
        usize::try_from(wide >> 64).unwrap_or_default()
    }

    /// A number from one to another.
    pub(super) fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last + 1 - first)
    }

    /// A number below another, the smaller the likelier: of 200 the first comes once in
    /// a dozen times, the last hardly ever.
    pub(super) fn favoured(&mut self, end: usize) -> usize {
        let some = self.below(end) + 1;
        let fewer = self.below(some) + 1;
        self.below(fewer)
    }

    /// The same, less so: of 24 the first comes once in six times.
    pub(super) fn leaning(&mut self, end: usize) -> usize {
        let some = self.below(end) + 1;
        self.below(some)
    }

    /// Whether something happens that does so often of a thousand times.
    pub(super) fn mille(&mut self, often: usize) -> bool {
        self.below(1000) < often
    }

    /// One of several, each as likely.
    pub(super) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// One of several, by how often of a thousand times each comes; the last if none did.
    pub(super) fn weighed<'a, T>(&mut self, of: &'a [(usize, T)]) -> Option<&'a T> {
        let mut left = self.below(of.iter().map(|(often, _)| often).sum());
        let found = of.iter().find(|(often, _)| {
            let hit = left < *often;
            left = left.saturating_sub(*often);
            hit
        });
        found.or(of.last()).map(|(_, one)| one)
    }
}
