//! A compiled zone as TZif (RFC 9636), version 3, which allows the hours beyond a day that some rules need.

use super::compile::Compiled;

/// Writes a zone. The block of 32-bit times, which nobody here reads, holds nothing.
pub(super) fn write(zone: &Compiled) -> Vec<u8> {
    let mut names = Vec::new();
    let places: Vec<u8> = zone
        .kinds
        .iter()
        .map(|kind| place_of(&mut names, kind.name.as_bytes()))
        .collect();
    let mut out = Vec::with_capacity(200 + zone.changes.len() * 9);
    header(&mut out, 0, 1, 1);
    out.extend([0; 7]);
    header(&mut out, zone.changes.len(), zone.kinds.len(), names.len());
    for (at, _) in &zone.changes {
        out.extend(at.to_be_bytes());
    }
    out.extend(zone.changes.iter().map(|(_, kind)| *kind));
    for (kind, place) in zone.kinds.iter().zip(places) {
        out.extend(kind.offset_s.to_be_bytes());
        out.extend([u8::from(kind.dst), place]);
    }
    out.extend(&names);
    out.push(b'\n');
    out.extend(zone.posix.as_bytes());
    out.push(b'\n');
    out
}

fn header(out: &mut Vec<u8>, changes: usize, kinds: usize, name_bytes: usize) {
    out.extend(b"TZif3");
    out.extend([0; 15]);
    // No marks of universal and standard time, no leap seconds.
    for count in [0, 0, 0, changes, kinds, name_bytes] {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        out.extend(count.to_be_bytes());
    }
}

/// Where a name stands among the names, which it is added to if need be. There is room for 256 bytes of them; a zone
/// that had more would be refused by its reader.
fn place_of(names: &mut Vec<u8>, name: &[u8]) -> u8 {
    let mut ended = name.to_vec();
    ended.push(0);
    let there = names.windows(ended.len()).position(|window| window == ended);
    let place = there.unwrap_or_else(|| {
        names.extend(&ended);
        names.len() - ended.len()
    });
    u8::try_from(place).unwrap_or(u8::MAX)
}
