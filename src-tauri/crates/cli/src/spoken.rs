//! Words of a query that look like options.

use std::ffi::OsString;

/// An argument as it is meant: `-tag:press` is a word of a query, not five short options. A blank before it says so to
/// the parser, and means nothing in a query.
pub(crate) fn spoken(argument: OsString) -> OsString {
    let is_negated = |text: &str| {
        let rest = text.strip_prefix('-')?;
        let (operator, _) = rest.split_once([':', '：'])?;
        // `-wC:\file` is the workspace.
        let is_word = operator.chars().count() > 1 && operator.chars().all(char::is_alphabetic);
        (is_word && !operator.starts_with('w')).then_some(())
    };
    match argument.to_str().and_then(is_negated) {
        Some(()) => {
            let mut word = OsString::from(" ");
            word.push(argument);
            word
        }
        None => argument,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negated_operator_is_a_word_and_an_option_stays_one() {
        for (said, meant) in [
            ("-tag:press", " -tag:press"),
            ("-標籤:傳媒", " -標籤:傳媒"),
            ("-has:email", " -has:email"),
            ("-wC:\\Users\\a.outreach", "-wC:\\Users\\a.outreach"),
            ("-h", "-h"),
            ("--query=tag:press", "--query=tag:press"),
            ("tag:press", "tag:press"),
        ] {
            assert_eq!(spoken(said.into()), OsString::from(meant), "{said}");
        }
    }
}
