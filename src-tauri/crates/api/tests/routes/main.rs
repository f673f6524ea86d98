//! Journeys through the routes, as a planner takes them: a folder of one's own, a clock that stands, the store real.

mod backups;
mod bad_input;
mod changes;
mod clocks;
mod journey;
mod locking;
mod missions;
mod openings;
mod planner;
mod reading;
mod rules_change;
mod table;
mod times;
