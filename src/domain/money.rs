//! Amounts in minor units; no floating point anywhere.

use std::fmt;

/// An ISO 4217 code: three capital letters. Amounts always have two decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// US dollars, the currency of all published figures.
    pub const USD: Self = Self(*b"USD");

    /// The currency with this code; none unless it is three letters A–Z (lower case is lifted).
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.trim().as_bytes().try_into().ok()?;
        bytes
            .iter()
            .all(u8::is_ascii_alphabetic)
            .then(|| Self(bytes.map(|byte| byte.to_ascii_uppercase())))
    }

    /// The code, as `USD`.
    pub fn code(&self) -> &str {
        // Only ASCII letters are ever stored.
        std::str::from_utf8(&self.0).unwrap_or("???")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// An amount in hundredths of a currency's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    /// Hundredths of the unit.
    pub minor_units: i128,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// The largest unit price that is accepted: 1,000,000,000.00.
    pub const MAX_UNIT_PRICE_MINOR_UNITS: i128 = 100_000_000_000;

    /// A price for each of `quantity` things.
    #[must_use]
    pub fn times(self, quantity: u64) -> Self {
        Self {
            minor_units: self.minor_units.saturating_mul(i128::from(quantity)),
            ..self
        }
    }

    /// A price for `quantity` of what it is stated for `per` of, half a minor unit rounded up.
    #[must_use]
    pub fn share(self, quantity: u64, per: u64) -> Self {
        let per = i128::from(per.max(1));
        let whole = self.minor_units.saturating_mul(i128::from(quantity));
        let rounded = whole.saturating_add(per / 2).div_euclid(per);
        Self {
            minor_units: rounded,
            ..self
        }
    }

    /// The amount with a point and two decimals, without a currency, as in files: `14500.00`.
    pub fn decimal(&self) -> String {
        let sign = if self.minor_units < 0 { "-" } else { "" };
        let absolute = self.minor_units.unsigned_abs();
        format!("{sign}{}.{:02}", absolute / 100, absolute % 100)
    }

    /// Reads a price typed by a person or written in a file: digits, then at most two decimals
    /// after a point or comma; spaces between thousands are skipped.
    ///
    /// # Errors
    /// Says in one word what is wrong; the caller names the place.
    pub fn parse_minor_units(text: &str) -> Result<i128, AmountError> {
        let mut whole: i128 = 0;
        let mut decimals: Option<(i128, u32)> = None;
        let mut digits = 0;
        for character in text.trim().chars() {
            match (character, &mut decimals) {
                ('0'..='9', slot) => {
                    let digit = i128::from(character.to_digit(10).unwrap_or(0));
                    digits += 1;
                    match slot {
                        None => whole = whole.saturating_mul(10).saturating_add(digit),
                        Some((value, count)) if *count < 2 => {
                            *value = *value * 10 + digit;
                            *count += 1;
                        }
                        Some(_) => return Err(AmountError::TooManyDecimals),
                    }
                }
                ('.' | ',', slot @ None) => *slot = Some((0, 0)),
                (' ' | '\u{a0}' | '\u{202f}', None) => {}
                ('-', None) if digits == 0 => return Err(AmountError::Negative),
                _ => return Err(AmountError::NotANumber),
            }
        }
        if digits == 0 {
            return Err(AmountError::NotANumber);
        }
        let cents = match decimals {
            None | Some((_, 0)) => 0,
            Some((value, 1)) => value * 10,
            Some((value, _)) => value,
        };
        let minor_units = whole.saturating_mul(100).saturating_add(cents);
        if minor_units > Self::MAX_UNIT_PRICE_MINOR_UNITS {
            return Err(AmountError::TooLarge);
        }
        Ok(minor_units)
    }
}

/// What is wrong with a typed amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Not digits with at most one point or comma.
    #[error("not an amount; write it like 50 or 50.00")]
    NotANumber,
    /// Below zero.
    #[error("an amount can't be negative")]
    Negative,
    /// More than two decimals.
    #[error("an amount has at most two decimals")]
    TooManyDecimals,
    /// Above [`Money::MAX_UNIT_PRICE_MINOR_UNITS`].
    #[error("the amount is larger than 1,000,000,000")]
    TooLarge,
}

/// What a price rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
pub enum PriceBasis {
    /// The organisation's own quote.
    Quote,
    /// A figure that press and resellers reported; Microsoft published none.
    Press,
    /// A published list price.
    Published,
    /// Free under a promotion.
    Promotion,
}

impl PriceBasis {
    /// The id used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Press => "press",
            Self::Published => "published",
            Self::Promotion => "promotion",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, minor_units) in [
            ("50", 5_000),
            ("50.5", 5_050),
            ("50,25", 5_025),
            ("1 234,00", 123_400),
            ("0", 0),
        ] {
            assert_eq!(Money::parse_minor_units(text), Ok(minor_units), "{text}");
        }
        for text in [
            "",
            "abc",
            "-1",
            "1.234",
            "1e9",
            "1.2.3",
            "99999999999999999999",
        ] {
            assert!(Money::parse_minor_units(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_decimal_keeps_both_digits() {
        let money = Money {
            minor_units: 1_450_005,
            currency: Currency::USD,
        };
        assert_eq!(money.decimal(), "14500.05");
    }
}
