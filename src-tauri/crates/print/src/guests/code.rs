//! What a wedge scanner reads from a badge.

use qrcode::{Color, EcLevel, QrCode};

/// A QR code (ISO/IEC 18004) as SVG, with the quiet zone of four modules that scanners need; nothing for a text
/// that does not fit.
pub(crate) fn qr_svg(text: &str) -> String {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else {
        return String::new();
    };
    let width = code.width();
    let side = width + 8;
    let mut path = String::new();
    for (row, modules) in code.to_colors().chunks(width).enumerate() {
        let mut column = 0;
        while column < width {
            let run = modules[column..]
                .iter()
                .take_while(|colour| **colour == Color::Dark)
                .count();
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", column + 4, row + 4));
            }
            column += run.max(1);
        }
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_stands_within_its_quiet_zone() {
        let svg = qr_svg("HK7Q2M9X");
        assert!(
            svg.contains("viewBox=\"0 0 29 29\""),
            "version 1 is 21 modules wide"
        );
        assert!(
            svg.contains("M4 4h7v1h-7z"),
            "the first finder pattern begins at the edge of the zone"
        );
    }

    #[test]
    fn a_text_that_no_code_holds_gives_none() {
        assert_eq!(qr_svg(&"x".repeat(10_000)), "");
    }
}
