//! What crosses to the window, the command line and the tests: requests and answers, ready to be shown.
//!
//! Times are sent as wall times of a place with the offset, beside Hong Kong's wall time, so that no screen
//! does zone arithmetic. Names come in all three languages where a screen may switch, and in the one asked for
//! where there are thousands of rows.

mod calendars;
mod event;
mod export;
mod filter;
mod history;
mod imports;
mod mission;
mod place;
mod records;
mod search;
mod settings;
mod time;
mod timeline;
mod workspace;
mod zone;

pub use calendars::*;
pub use event::*;
pub use export::*;
pub use filter::*;
pub use history::*;
pub use imports::*;
pub use mission::*;
pub use place::*;
pub use records::*;
pub use search::*;
pub use settings::*;
pub use time::*;
pub use timeline::*;
pub use workspace::*;
pub use zone::*;
