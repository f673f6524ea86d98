//! E-mail addresses as they stand in cells: several, with names around them, with whatever between them.

/// Letters of an address (RFC 5321 section 4.5.3.1).
const LONGEST: usize = 254;

/// Whether a text is a bare address that can be written to. Letters of any script are allowed (RFC 6531); quoted
/// local parts and addresses without a domain's point are not, for nobody has one who is invited.
pub(crate) fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let atom = |c: char| c.is_alphanumeric() && !c.is_control() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= LONGEST
        && !local.is_empty()
        && local.len() <= 64
        && local.chars().all(atom)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && domain.contains('.')
        && domain.split('.').all(label)
}

/// What a cell holds of addresses.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The bare addresses, each once.
    pub(super) addresses: Vec<String>,
    /// Pieces that were to be addresses and are none.
    pub(super) bad: Vec<String>,
    /// Whether names stood around them.
    pub(super) had_names: bool,
}

/// Reads a cell.
pub(super) fn read(text: &str) -> Found {
    let mut found = Found::default();
    let text = text.replace('＠', "@").replace(['\u{200B}', '\u{FEFF}'], "");
    for piece in text
        .split([';', '；', '\n', '、', '|', ',', '，'])
        .flat_map(|piece| piece.split(" ::: "))
    {
        piece_of(piece, &mut found);
    }
    found
}

fn piece_of(piece: &str, found: &mut Found) {
    let piece = piece.trim().trim_end_matches(':');
    if piece.is_empty() || is_placeholder(piece) {
        return;
    }
    // `Chan Tai Man <taiman@example.org>`
    if let Some((name, rest)) = piece.rsplit_once('<') {
        found.had_names |= !name.trim().trim_matches('"').is_empty();
        add(rest.split('>').next().unwrap_or(rest), found);
        return;
    }
    if !piece.contains('@') {
        // A comma within a name that stands before an address: `"Chan, Tai Man" <…>`.
        if piece.starts_with('"') || piece.ends_with('"') {
            found.had_names = true;
        } else {
            found.bad.push(piece.to_owned());
        }
        return;
    }
    for word in piece.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '（' | '）'))
    {
        if word.contains('@') {
            for address in word.split('/') {
                add(address, found);
            }
        } else if !word.trim_matches(|c: char| !c.is_alphanumeric()).is_empty() {
            found.had_names = true;
        }
    }
}

fn add(text: &str, found: &mut Found) {
    let text = text.trim().trim_matches(['"', '\'', '<', '>', '.', ':']);
    let scheme = text
        .get(..7)
        .filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
    let bare = scheme.map_or(text, |_| &text[7..]);
    let bare = bare.split('?').next().unwrap_or(bare);
    if bare.is_empty() {
        return;
    }
    if !is_address(bare) {
        found.bad.push(bare.to_owned());
    } else if !found
        .addresses
        .iter()
        .any(|known| known.eq_ignore_ascii_case(bare))
    {
        found.addresses.push(bare.to_owned());
    }
}

/// Whether a cell says that there is nothing.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    text.chars()
        .all(|c| matches!(c, '-' | '–' | '—' | '/' | '.' | '?' | '_' | '*' | '－'))
        || matches!(
            text.to_lowercase().as_str(),
            "n/a"
                | "na"
                | "n.a."
                | "nil"
                | "none"
                | "null"
                | "#n/a"
                | "tbc"
                | "tbd"
                | "無"
                | "无"
                | "沒有"
                | "没有"
                | "不詳"
                | "不详"
                | "待定"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(text: &str) -> Vec<String> {
        let found = read(text);
        assert_eq!(found.bad, Vec::<String>::new(), "{text}");
        found.addresses
    }

    #[test]
    fn addresses_are_found_whatever_stands_around_them() {
        for text in [
            "taiman@example.org",
            " <taiman@example.org> ",
            "Chan Tai Man <taiman@example.org>",
            "\"Chan, Tai Man\" <taiman@example.org>",
            "mailto:taiman@example.org",
            "MAILTO:taiman@example.org?subject=x",
            "taiman＠example.org",
            "taiman@example.org.",
            "taiman@example.org (Chan Tai Man)",
            "taiman@example.org; TAIMAN@example.org",
            "-; taiman@example.org",
        ] {
            assert_eq!(addresses(text), ["taiman@example.org"], "{text}");
        }
        for text in [
            "a@example.org; b@example.org",
            "a@example.org,b@example.org",
            "a@example.org\nb@example.org",
            "a@example.org / b@example.org",
            "A <a@example.org>, B <b@example.org>",
            "a@example.org ::: b@example.org",
            "a@example.org b@example.org",
        ] {
            assert_eq!(addresses(text), ["a@example.org", "b@example.org"], "{text}");
        }
        for text in ["", "n/a", "-", "無", "#N/A"] {
            assert!(addresses(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_is_no_address_is_said_and_never_kept() {
        for text in [
            "taiman",
            "taiman@",
            "@example.org",
            "a@b",
            "a..b@example.org",
            "a@exa mple.org",
            "a@-x.org",
        ] {
            assert!(!read(text).bad.is_empty(), "{text}");
        }
        assert!(!is_address("a@b.org\r\nBcc: c@d.org"));
        assert!(!is_address("a b@c.org"));
        assert!(is_address("陳@例子.香港"));
    }
}
