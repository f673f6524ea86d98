//! A hash that is the same in every release.

/// FNV-1a with 64 bits: kept in files, so it must be the same in every release and on every machine, which the
/// standard library's hasher does not promise. Nobody gains by making two versions of an event collide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StableHash(u64);

impl StableHash {
    /// Of nothing.
    #[expect(
        clippy::new_without_default,
        reason = "the hash of nothing is no value to fall back to"
    )]
    pub fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Goes on with bytes.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
        self
    }

    /// Goes on with a text and where it ends, so that texts cannot run into one another.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes()).bytes(&[0xFF])
    }

    /// Goes on with a number.
    pub fn number(&mut self, number: i64) -> &mut Self {
        self.bytes(&number.to_le_bytes())
    }

    /// The hash of everything so far.
    pub fn value(self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_fnv_1a_so_that_files_of_other_releases_agree() {
        let of = |text: &str| StableHash::new().bytes(text.as_bytes()).value();
        assert_eq!(of(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(of("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(of("foobar"), 0x8594_4171_f739_67e8);
        assert_ne!(
            StableHash::new().text("ab").text("c"),
            StableHash::new().text("a").text("bc")
        );
    }
}
