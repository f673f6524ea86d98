//! Proof of what is held, what changed and which numbers go out.
