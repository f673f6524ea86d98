//! Which events are meant: the plan's own filter, which every request that lists events carries.

pub use outreach_plan::EventFilter;
