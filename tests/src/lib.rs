//! What journeys are made with: the built programs, the command line, a driver for the real window.
//!
//! Programs are run as a planner gets them, from outside, so a journey can only see what she would see. The price
//! is that they must be built first; `cargo xtask test window` does that. Where thousands of wishes are needed, they
//! are asked of the routes directly.

mod cli;
mod driver;
pub mod frames;
mod http;
mod planner;
mod process;
mod programs;
mod window;

pub use cli::{Cli, Ran};
pub use driver::{Element, Key, until};
pub use planner::Planner;
pub use programs::{Program, built, skip};
pub use window::Window;
