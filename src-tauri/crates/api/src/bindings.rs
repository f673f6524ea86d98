//! The TypeScript side of the routes: types, the table and the client, written into `ui/src/api`.
//!
//! Everything is put into one file of types in the order of their names, so that a change shows as a small
//! difference.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

use crate::ErrorView;
use crate::ROUTES;
use crate::route::Route;
use crate::views::{Changed, Dropped, Progress};

const HEAD: &str =
    "// Generated from the route table of src-tauri/crates/api by `cargo xtask bindings`; edit there.\n\n";

/// TypeScript declarations by name.
#[derive(Default)]
pub struct Declarations {
    config: Config,
    by_name: BTreeMap<String, String>,
}

impl Declarations {
    /// Declares `T` and all it is made of; the answer is what to call it.
    pub fn declare<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        T::visit_generics(self);
        if T::output_path().is_none() {
            T::visit_dependencies(self);
            return;
        }
        let name = T::ident(&self.config);
        if self.by_name.contains_key(&name) {
            return;
        }
        let declaration = tidy(&format!(
            "{}export {}\n",
            T::docs().unwrap_or_default(),
            T::decl(&self.config)
        ));
        self.by_name.insert(name, declaration);
        T::visit_dependencies(self);
    }
}

/// The files of `ui/src/api` by name.
pub fn files() -> Vec<(&'static str, String)> {
    let mut declarations = Declarations::default();
    let routes: Vec<(&Route, String, String)> = ROUTES
        .iter()
        .map(|route| {
            let (request, answer) = (route.types)(&mut declarations);
            (route, request, answer)
        })
        .collect();
    declarations.declare::<ErrorView>();
    declarations.declare::<Changed>();
    declarations.declare::<Progress>();
    declarations.declare::<Dropped>();
    vec![
        ("types.ts", write_types(&declarations)),
        ("routes.ts", write_routes(&declarations, &routes)),
        ("client.ts", write_client(&routes)),
    ]
}

fn write_types(declarations: &Declarations) -> String {
    let mut out = HEAD.to_owned();
    out.push_str(
        &declarations
            .by_name
            .values()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n"),
    );
    out
}

fn write_routes(declarations: &Declarations, routes: &[(&Route, String, String)]) -> String {
    let mut out = HEAD.to_owned();
    let used: Vec<&str> = declarations
        .by_name
        .keys()
        .filter(|name| {
            routes
                .iter()
                .any(|(_, request, answer)| names_type(request, name) || names_type(answer, name))
        })
        .map(String::as_str)
        .collect();
    _ = writeln!(
        out,
        "import type {{\n  {},\n}} from './types'\n",
        used.join(",\n  ")
    );
    out.push_str("/** What each route takes and answers. */\nexport interface Routes {\n");
    for (route, request, answer) in routes {
        _ = writeln!(
            out,
            "  /** {} */\n  '{}': {{ request: {request}; answer: {answer} }}",
            route.doc.trim(),
            route.name
        );
    }
    out.push_str("}\n\n/** The name of a route. */\nexport type RouteName = keyof Routes\n\n");
    out.push_str("/** Every route, with what it does to the workspace. */\nexport const routeNames = {\n");
    for (route, ..) in routes {
        _ = writeln!(out, "  '{}': '{}',", route.name, route.kind.key());
    }
    out.push_str("} as const satisfies Record<RouteName, 'read' | 'write' | 'long'>\n");
    out
}

fn names_type(text: &str, name: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .any(|word| word == name)
}

fn write_client(routes: &[(&Route, String, String)]) -> String {
    let mut out = HEAD.to_owned();
    out.push_str("import { call } from '$platform'\nimport type { Routes } from './routes'\n\n");
    out.push_str(
        "/** Asks one route. */\n\
         export function ask<R extends keyof Routes>(route: R, request: Routes[R]['request']): \
         Promise<Routes[R]['answer']> {\n  \
         return call<Routes[R]['answer']>(route, request)\n\
         }\n\n\
         type Asked<R extends keyof Routes> = Routes[R]['request'] extends Record<string, never>\n  \
         ? () => Promise<Routes[R]['answer']>\n  \
         : (request: Routes[R]['request']) => Promise<Routes[R]['answer']>\n\n\
         const asks = <R extends keyof Routes>(route: R) =>\n  \
         ((request?: Routes[R]['request']) => ask(route, request ?? ({} as Routes[R]['request']))) as Asked<R>\n\n\
         /** Every route as a function: `api.events.list({ language: 'en' })`. */\n\
         export const api = {\n",
    );
    let mut area = "";
    for (route, ..) in routes {
        let (of, deed) = route.name.split_once('.').unwrap_or(("app", route.name));
        if of != area {
            if !area.is_empty() {
                out.push_str("  },\n");
            }
            _ = writeln!(out, "  {of}: {{");
            area = of;
        }
        _ = writeln!(
            out,
            "    /** {} */\n    {deed}: asks('{}'),",
            route.doc.trim(),
            route.name
        );
    }
    out.push_str("  },\n} as const\n");
    out
}

/// Lays a declaration out as a person would: comments of one line on one line, fields indented.
fn tidy(declaration: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    let mut lines = declaration
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .peekable();
    while let Some(line) = lines.next() {
        let closes = line.chars().take_while(|c| matches!(c, '}' | ')')).count();
        _ = write!(out, "{:1$}", "", 2 * depth.saturating_sub(closes));
        if line == "/**" {
            let comment: Vec<&str> = lines.by_ref().take_while(|line| *line != "*/").collect();
            let comment: Vec<&str> = comment
                .iter()
                .map(|line| line.trim_start_matches('*').trim())
                .collect();
            match comment.as_slice() {
                [only] => _ = writeln!(out, "/** {only} */"),
                several => {
                    let margin = 2 * depth;
                    out.push_str("/**\n");
                    for line in several {
                        _ = writeln!(out, "{}", format!("{:margin$} * {line}", "").trim_end());
                    }
                    _ = writeln!(out, "{:margin$} */", "");
                }
            }
            continue;
        }
        _ = writeln!(out, "{line}");
        for c in line.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    out
}
