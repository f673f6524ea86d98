//! Small steps through XML that both forms of workbook need.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart};

/// The value of the attribute with this local name.
pub(super) fn attribute(element: &BytesStart<'_>, local: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == local)
        .map(
            |attribute| match attribute.normalized_value(XmlVersion::Implicit1_0) {
                Ok(value) => value.into_owned(),
                Err(_) => attribute.value.into_owned(),
            },
        )
}

/// The value of an attribute that is a number.
pub(super) fn number(element: &BytesStart<'_>, local: &str) -> Option<u32> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == local)
        .and_then(|attribute| attribute.value.trim().parse().ok())
}

/// The value of an attribute that is true or false, as `1`, `true` and their opposites.
pub(super) fn truth(element: &BytesStart<'_>, local: &str) -> bool {
    attribute(element, local).is_some_and(|value| matches!(value.trim(), "1" | "true" | "TRUE" | "on"))
}

/// What a reference such as `&amp;` or `&#38;` stands for. References to what the file itself defines stand for
/// nothing: no workbook needs them, and they can be made to grow without end.
pub(super) fn reference(reference: &BytesRef<'_>) -> Cow<'static, str> {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => Cow::Owned(c.to_string()),
        Ok(None) | Err(_) => Cow::Borrowed(resolve_predefined_entity(reference).unwrap_or_default()),
    }
}
