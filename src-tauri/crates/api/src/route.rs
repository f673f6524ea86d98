//! What a route is, and the macro that lists them.
//!
//! One table serves the window, the command line, the loopback server and the generated TypeScript, so that
//! none of them can know a route that another does not. The price is a macro.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

#[cfg(feature = "bindings")]
use crate::bindings::Declarations;
use crate::{Refused, Session};

/// What a route does to the workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RouteKind {
    /// Only reads.
    Read,
    /// Writes one change, or changes what is open.
    Write,
    /// May take seconds: reports progress and can be cancelled.
    Long,
}

impl RouteKind {
    /// `read`, `write` or `long`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Long => "long",
        }
    }
}

/// One thing a user can do.
pub struct Route {
    /// `events.list`: the area, a dot, the deed.
    pub name: &'static str,
    /// What it does to the workspace.
    pub kind: RouteKind,
    /// What it is for.
    pub doc: &'static str,
    /// Reads the request from JSON, does it and writes the answer as JSON.
    pub run: fn(&Session, &str) -> Result<String, Refused>,
    /// Names of the TypeScript types of request and answer, which are declared on the way.
    #[cfg(feature = "bindings")]
    pub types: fn(&mut Declarations) -> (String, String),
}

/// The request of a route that needs nothing.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[cfg_attr(feature = "bindings", ts(type = "Record<string, never>"))]
pub struct Nothing {}

/// Reads a request. A text of nothing is an empty request, so that `outreach` and a GET need not write `{}`.
pub(crate) fn read_request<T: DeserializeOwned>(route: &str, json: &str) -> Result<T, Refused> {
    let json = if matches!(json.trim(), "" | "null") {
        "{}"
    } else {
        json
    };
    serde_json::from_str(json).map_err(|error| Refused::bad_request(route, &error))
}

/// Writes an answer straight to text: ten thousand events would be slow as a tree of values. `last` holds the length
/// of the route's last answer, which this one will need about as well, so that megabytes are not moved as it grows.
pub(crate) fn write_answer<T: Serialize>(answer: &T, last: &AtomicUsize) -> Result<String, Refused> {
    let mut text = Vec::with_capacity(last.load(Ordering::Relaxed) + 256);
    serde_json::to_writer(&mut text, answer).map_err(|error| Refused::internal(&error))?;
    last.store(text.len(), Ordering::Relaxed);
    String::from_utf8(text).map_err(|error| Refused::internal(&error))
}

macro_rules! routes {
    ($($(#[doc = $doc:literal])+ $kind:ident $name:literal: $request:ty => $answer:ty, $handler:path;)*) => {
        /// Every route, by area.
        pub const ROUTES: &[$crate::route::Route] = &[$($crate::route::Route {
            name: $name,
            kind: $crate::route::RouteKind::$kind,
            doc: concat!($($doc),+),
            run: |session, json| {
                let handler: fn(&$crate::Session, &$request) -> Result<$answer, $crate::Refused> = $handler;
                let answer = handler(session, &$crate::route::read_request($name, json)?)?;
                static LAST: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
                $crate::route::write_answer(&answer, &LAST)
            },
            #[cfg(feature = "bindings")]
            types: |declarations| (declarations.declare::<$request>(), declarations.declare::<$answer>()),
        }),*];
    };
}
pub(crate) use routes;
