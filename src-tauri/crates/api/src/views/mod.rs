//! What crosses to the window, the command line and the tests: requests and answers, ready to be shown.
//!
//! Times are sent as wall times of a place with the offset, beside Hong Kong's wall time, so that no screen
//! does zone arithmetic. Names come in all three languages where a screen may switch, and in the one asked for
//! where there are thousands of rows.

mod answers;
mod calendars;
mod checkin;
mod event;
mod export;
mod filter;
mod guests;
mod history;
mod imports;
mod letters;
mod mission;
mod people;
mod place;
mod privacy;
mod records;
mod search;
mod seats;
mod settings;
mod time;
mod timeline;
mod visits;
mod workspace;
mod zone;

pub use answers::*;
pub use calendars::*;
pub use checkin::*;
pub use event::*;
pub use export::*;
pub use filter::*;
pub use guests::*;
pub use history::*;
pub use imports::*;
pub use letters::*;
pub use mission::*;
pub use people::*;
pub use place::*;
pub use privacy::*;
pub use records::*;
pub use search::*;
pub use seats::*;
pub use settings::*;
pub use time::*;
pub use timeline::*;
pub use visits::*;
pub use workspace::*;
pub use zone::*;
