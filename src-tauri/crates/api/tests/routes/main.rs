//! Journeys through the routes, as a planner takes them: a folder of one's own, a clock that stands, the store real.
#![allow(
    clippy::unwrap_used,
    reason = "what a test looks for must be there, or the test fails"
)]
#![allow(clippy::print_stderr, reason = "a test that cannot run here says so")]
#![allow(
    clippy::needless_pass_by_value,
    reason = "requests are written where they are asked"
)]

mod backups;
mod bad_input;
mod calendars;
mod calendars_bad_input;
mod calendars_given;
mod calendars_paper;
mod calendars_rules;
mod changes;
mod checkin;
mod clocks;
mod erasing;
mod exports;
mod guests;
mod import_sheets;
mod imports;
mod imports_again;
mod journey;
mod letters;
mod locking;
mod missions;
mod openings;
mod people;
mod people_imports;
mod people_many;
mod planner;
mod privacy;
mod reading;
mod replies;
mod rules_change;
mod table;
mod times;
mod visits;
