//! What a file held, in few bytes: enough to notice that another program has written it.

use std::fmt;
use std::str::FromStr;

/// The length of a file and a checksum of its bytes.
///
/// It notices changes, no forgeries: the checksum is FNV-1a, which stays the same from one version
/// of the app to the next, as drafts keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// In bytes.
    pub length: u64,
    /// FNV-1a of all bytes.
    pub checksum: u64,
}

impl Fingerprint {
    /// The fingerprint of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        const START: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0100_0000_01b3;
        let checksum = bytes.iter().fold(START, |sum, byte| {
            (sum ^ u64::from(*byte)).wrapping_mul(PRIME)
        });
        Self {
            length: bytes.len() as u64,
            checksum,
        }
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{:016x}", self.length, self.checksum)
    }
}

impl FromStr for Fingerprint {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let read = || {
            let (length, checksum) = text.split_once('-')?;
            Some(Self {
                length: length.parse().ok()?,
                checksum: u64::from_str_radix(checksum, 16).ok()?,
            })
        };
        read().ok_or("a fingerprint is a length, a hyphen and sixteen hexadecimal digits")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one_and_reads_back() {
        assert_eq!(Fingerprint::of(b"").checksum, 0xcbf2_9ce4_8422_2325);
        assert_eq!(Fingerprint::of(b"foobar").checksum, 0x8594_4171_f739_67e8);
        let written = Fingerprint::of(b"foobar").to_string();
        assert_eq!(written.parse(), Ok(Fingerprint::of(b"foobar")));
        for broken in ["", "6", "6-", "-12", "x-12", "6-xyz"] {
            assert!(broken.parse::<Fingerprint>().is_err(), "{broken}");
        }
    }
}
