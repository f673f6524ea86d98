//! Figures as paper writes them.

/// `920,000`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `HK$920,000`.
pub(crate) fn dollars(sum: u64) -> String {
    format!("HK${}", grouped(sum))
}

/// `HK$1,234.50`.
pub(crate) fn dollars_and_cents(cents: i64) -> String {
    let sign = if cents < 0 { "−" } else { "" };
    let all = cents.unsigned_abs();
    format!("{sign}{}.{:02}", dollars(all / 100), all % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_grouped_and_keep_their_cents() {
        assert_eq!(dollars(999), "HK$999");
        assert_eq!(dollars(920_000), "HK$920,000");
        assert_eq!(dollars_and_cents(123_456_750), "HK$1,234,567.50");
        assert_eq!(dollars_and_cents(-5), "−HK$0.05");
    }
}
