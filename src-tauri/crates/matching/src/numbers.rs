//! Telephone numbers in the form of ITU-T E.164.

use std::fmt;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use thiserror::Error;

use crate::tables::rows;

/// A telephone number: `+`, country code, national number; 15 digits at most.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct E164(String);

impl E164 {
    /// `+85221234567`
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for E164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a text is no telephone number. Holds no part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum NumberProblem {
    /// There is nothing.
    #[error("no number was given")]
    Empty,
    /// A spreadsheet wrote it as `1.2E+10`, and its digits are lost.
    #[error("a spreadsheet shortened the number and its digits are lost")]
    Shortened,
    /// It holds letters or signs that no number has.
    #[error("there are letters or signs that no telephone number has")]
    NotANumber,
    /// It does not begin with a country code, and the country is not known.
    #[error("the country is not told")]
    NoCountry,
    /// No country has this code.
    #[error("no country has this code")]
    UnknownCountry,
    /// Too few digits for the country.
    #[error("there are too few digits for the country")]
    TooShort,
    /// Too many digits for the country.
    #[error("there are too many digits for the country")]
    TooLong,
}

impl NumberProblem {
    /// The code over the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "telephone_empty",
            Self::Shortened => "telephone_shortened",
            Self::NotANumber => "telephone_not_a_number",
            Self::NoCountry => "telephone_no_country",
            Self::UnknownCountry => "telephone_unknown_country",
            Self::TooShort => "telephone_too_short",
            Self::TooLong => "telephone_too_long",
        }
    }
}

/// The number in E.164, read as somebody in `country` (ISO 3166-1 alpha-2) would dial it, or with its country
/// code. An extension is left out; keep the text as written beside it.
///
/// Whether a number is in use is not known: only that it has a length that the country's numbers have.
///
/// ```
/// use outreach_matching::numbers::{NumberProblem, e164};
/// assert_eq!(e164("2123 4567", Some("HK")).unwrap().as_str(), "+85221234567");
/// assert_eq!(e164("+44 (0)20 7946 0958", None).unwrap().as_str(), "+442079460958");
/// assert_eq!(e164("1.2E+10", Some("HK")), Err(NumberProblem::Shortened));
/// ```
pub fn e164(raw: &str, country: Option<&str>) -> Result<E164, NumberProblem> {
    let plain = crate::fold::plain(raw);
    let text = plain.trim();
    if text.is_empty() {
        return Err(NumberProblem::Empty);
    }
    if is_shortened(text) {
        return Err(NumberProblem::Shortened);
    }
    let (digits, international) = digits(text)?;
    let home = country.and_then(|code| PLANS.by_region.get(code.trim().to_ascii_uppercase().as_str()));
    if international {
        return with_code(digits.trim_start_matches('0'));
    }
    // "00", or what the country dials instead, leads abroad.
    let abroad = home.map_or("", |plan| plan.abroad);
    for prefix in [abroad, "00"] {
        if !prefix.is_empty()
            && let Some(rest) = digits.strip_prefix(prefix)
            && let Ok(number) = with_code(rest)
        {
            return Ok(number);
        }
    }
    let Some(home) = home else {
        return Err(if country.is_some_and(|code| !code.trim().is_empty()) {
            NumberProblem::UnknownCountry
        } else {
            NumberProblem::NoCountry
        });
    };
    let national = home.national(&digits);
    match national {
        // A number that was exported without its plus sign: 85221234567.
        Err(NumberProblem::TooLong) => digits
            .strip_prefix(home.code)
            .and_then(|rest| home.national(rest).ok())
            .ok_or(NumberProblem::TooLong),
        other => other,
    }
}

/// `1.2E+10`, as spreadsheets show what they took for a number.
fn is_shortened(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let mantissa = mantissa.trim_start_matches(['+', '-']);
    let whole = mantissa
        .split_once(['.', ','])
        .map_or(digits(mantissa), |(a, b)| digits(a) && digits(b));
    whole && digits(exponent.trim_start_matches(['+', '-']))
}

/// The digits up to an extension, and whether a plus sign leads them. A trunk `(0)` after a country code goes.
fn digits(text: &str) -> Result<(String, bool), NumberProblem> {
    let lower = text.to_lowercase();
    let mut rest = lower.as_str();
    for label in [
        "tel:", "tel.", "tel", "phone:", "mobile:", "mob:", "m:", "t:", "p:", "電話:", "电话:",
    ] {
        if let Some(after) = rest.strip_prefix(label) {
            rest = after.trim_start_matches([':', ' ', '.']);
            break;
        }
    }
    for mark in ["ext", "x", "#", ";", "分機", "分机", "內線", "内线"] {
        if let Some((before, after)) = rest.split_once(mark)
            && before.bytes().filter(u8::is_ascii_digit).count() >= 3
            && after
                .chars()
                .all(|c| c.is_ascii_digit() || " .:=ension".contains(c))
        {
            rest = before;
        }
    }
    let international = rest
        .trim_start()
        .trim_start_matches('(')
        .trim_start()
        .starts_with('+');
    let trunk = if international {
        rest.replace("(0)", "")
    } else {
        rest.to_owned()
    };
    let mut digits = String::with_capacity(16);
    for (place, c) in trunk.trim().chars().enumerate() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if place <= 1 && digits.is_empty() => {}
            ' '
            | '\u{a0}'
            | '-'
            | '‐'..='―'
            | '−'
            | '.'
            | '('
            | ')'
            | '/'
            | '·'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\t' => {}
            _ => return Err(NumberProblem::NotANumber),
        }
        // The longest numbers with what is dialled before them.
        if digits.len() > 24 {
            return Err(NumberProblem::TooLong);
        }
    }
    // A workbook's number cell read as text: 21234567.0
    if let Some(whole) = trunk.trim().strip_suffix(".0")
        && whole.bytes().all(|b| b.is_ascii_digit())
    {
        digits.pop();
    }
    if digits.is_empty() {
        Err(NumberProblem::NotANumber)
    } else {
        Ok((digits, international))
    }
}

/// A number that begins with its country code.
fn with_code(digits: &str) -> Result<E164, NumberProblem> {
    for length in 1..=3.min(digits.len()) {
        let (code, rest) = digits.split_at(length);
        if let Some(plans) = PLANS.by_code.get(code) {
            // Several countries may share a code; the number is good if it is good in one of them.
            let mut problem = None;
            for plan in plans {
                match plan.national(rest) {
                    Ok(number) => return Ok(number),
                    Err(found) => problem = problem.or(Some(found)),
                }
            }
            return Err(problem.unwrap_or(NumberProblem::UnknownCountry));
        }
    }
    Err(if digits.len() < 4 {
        NumberProblem::TooShort
    } else {
        NumberProblem::UnknownCountry
    })
}

#[derive(Clone, Debug)]
struct Plan {
    code: &'static str,
    trunk: &'static str,
    abroad: &'static str,
    /// Bit n is set if a number may have n digits.
    lengths: u32,
}

impl Plan {
    fn national(&self, digits: &str) -> Result<E164, NumberProblem> {
        let fits = |digits: &str| self.lengths & (1u32 << digits.len().min(31)) != 0;
        let bare = match digits.strip_prefix(self.trunk) {
            Some(rest) if !self.trunk.is_empty() && (fits(rest) || !fits(digits)) => rest,
            _ => digits,
        };
        if fits(bare) {
            return Ok(E164(format!("+{}{bare}", self.code)));
        }
        let least = self.lengths.trailing_zeros() as usize;
        Err(if bare.len() < least {
            NumberProblem::TooShort
        } else {
            NumberProblem::TooLong
        })
    }
}

#[derive(Debug)]
struct Plans {
    by_region: FxHashMap<&'static str, Plan>,
    by_code: FxHashMap<&'static str, Vec<Plan>>,
}

static PLANS: LazyLock<Plans> = LazyLock::new(|| {
    let mut plans = Plans {
        by_region: FxHashMap::default(),
        by_code: FxHashMap::default(),
    };
    for [region, code, main, trunk, abroad, lengths, _] in
        rows(include_str!("../../../../data/names/numbers.tsv"))
    {
        let lengths = lengths
            .split(' ')
            .filter_map(|n| n.parse::<usize>().ok())
            // E.164 allows 15 digits with the country code; below four nothing is a subscriber's number.
            .filter(|n| (4..=15 - code.len()).contains(n))
            .fold(0, |bits, n| bits | 1u32 << n);
        let plan = Plan {
            code,
            trunk,
            abroad,
            lengths,
        };
        let sharing = plans.by_code.entry(code).or_default();
        if main.is_empty() {
            sharing.push(plan.clone());
        } else {
            sharing.insert(0, plan.clone());
        }
        plans.by_region.insert(region, plan);
    }
    plans
});

/// The country (ISO 3166-1 alpha-2) whose code the number bears; of several that share a code the one that
/// speaks for it (`+1` is `US`).
pub fn country(number: &E164) -> Option<&'static str> {
    let digits = number.as_str().trim_start_matches('+');
    (1..=3.min(digits.len())).find_map(|length| {
        rows(include_str!("../../../../data/names/numbers.tsv"))
            .find(|[_, code, main]: &[&str; 3]| *code == &digits[..length] && !main.is_empty())
            .map(|[region, _, _]| region)
    })
}

#[cfg(test)]
mod tests;
