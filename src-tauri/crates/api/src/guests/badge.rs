//! The code of a badge: random, so that it tells nothing of its bearer and cannot be guessed from another.

use crate::Refused;

/// Letters and digits that are not mistaken for each other when somebody reads the code aloud.
const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// So many signs: 50 bits, far more than there are guests.
const LENGTH: usize = 10;

/// A fresh code.
pub(crate) fn fresh() -> Result<String, Refused> {
    let mut bytes = [0_u8; LENGTH];
    getrandom::fill(&mut bytes).map_err(|error| Refused::internal(&error))?;
    Ok(bytes
        .iter()
        .map(|byte| char::from(SIGNS[usize::from(byte & 31)]))
        .collect())
}

/// What somebody typed or a scanner read as a code; none if it is none.
pub(crate) fn read(text: &str) -> Option<String> {
    let code: String = text
        .trim()
        .chars()
        .filter(|c| !matches!(c, '-' | ' '))
        .map(|c| c.to_ascii_uppercase())
        .collect();
    let is_code = code.len() == LENGTH && code.bytes().all(|byte| SIGNS.contains(&byte));
    is_code.then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_they_are_written_and_names_are_none() {
        let code = fresh().unwrap();
        assert_eq!(read(&code), Some(code.clone()));
        assert_eq!(
            read(&format!(" {}-{} ", &code[..5].to_lowercase(), &code[5..])),
            Some(code.clone())
        );
        assert_ne!(fresh().unwrap(), code);
        assert_eq!(read("Chan Tai M"), None, "eleven signs or a name's");
        assert_eq!(read("陳大文"), None);
    }
}
