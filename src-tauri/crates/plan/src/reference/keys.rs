//! The two keys by which records point into the reference data.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A city's GeoNames number. It stays the same when the reference data is made anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct CityId(pub u32);

impl fmt::Display for CityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A country's or territory's ISO 3166-1 alpha-2 code, such as `MY` or `HK`: two capital letters.
///
/// Any two letters are accepted, for a record may be older or newer than the list of countries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(type = "string"))]
pub struct CountryCode([u8; 2]);

/// The text is not two letters from A to Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a country code is two letters, such as MY")]
pub struct NotACountryCode;

impl CountryCode {
    /// Hong Kong, where the office is.
    pub const HONG_KONG: Self = Self(*b"HK");

    /// Reads two letters of either case.
    pub fn new(text: &str) -> Result<Self, NotACountryCode> {
        match *text.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Ok(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => Err(NotACountryCode),
        }
    }

    /// The two capital letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("only ASCII letters are ever stored")
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CountryCode({})", self.as_str())
    }
}

impl FromStr for CountryCode {
    type Err = NotACountryCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl TryFrom<&str> for CountryCode {
    type Error = NotACountryCode;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        Self::new(text)
    }
}

impl Serialize for CountryCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        Self::new(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_code_is_two_letters_in_capitals() {
        assert_eq!(CountryCode::new("my").unwrap().as_str(), "MY");
        for wrong in ["", "M", "MYS", "M1", "馬", "é"] {
            assert_eq!(CountryCode::new(wrong), Err(NotACountryCode), "{wrong}");
        }
    }

    #[test]
    fn keys_are_plain_values_in_json() {
        let json = serde_json::to_string(&(CityId(1_819_729), CountryCode::HONG_KONG)).unwrap();
        assert_eq!(json, r#"[1819729,"HK"]"#);
        assert_eq!(
            serde_json::from_str::<(CityId, CountryCode)>(&json).unwrap(),
            (CityId(1_819_729), CountryCode::HONG_KONG)
        );
        assert!(serde_json::from_str::<CountryCode>(r#""Malaysia""#).is_err());
    }
}
