//! Numbers that look random and are always the same (splitmix64).

pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub(crate) fn chance(&mut self, of: f64) -> bool {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64 <= of
    }

    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    pub(crate) fn weighted<'a, T>(&mut self, all: &'a [T], weight: impl Fn(&T) -> f64) -> &'a T {
        let total: f64 = all.iter().map(&weight).sum();
        let mut left = (self.next() >> 11) as f64 / (1u64 << 53) as f64 * total;
        for one in all {
            left -= weight(one);
            if left <= 0.0 {
                return one;
            }
        }
        &all[all.len() - 1]
    }
}
