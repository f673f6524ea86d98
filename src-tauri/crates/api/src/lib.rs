//! The use cases: one function per thing a user can do.

pub mod views;
