//! The year programme of 500 events as PDF.
#![allow(missing_docs, reason = "criterion makes an undocumented function")]
fn main() {}
