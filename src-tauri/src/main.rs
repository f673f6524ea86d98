//! The window: it hands wishes to `outreach-api` and shows what comes back. No rule of the field lives here.
//!
//! Wishes run on blocking threads, because a key derivation or an export would stop the window from painting.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod beat;
mod host;

use std::error::Error;
use std::sync::Arc;

use outreach_api::{Options, Session, SystemClock};
use serde_json::{Value, json};
use tauri::ipc::Response;
use tauri::{App, AppHandle, DragDropEvent, Manager, RunEvent, State, Window, WindowEvent};

use crate::host::WindowHost;

/// Answers one route; a refusal is `{code, params, detail}`.
#[tauri::command]
async fn call(session: State<'_, Arc<Session>>, route: String, request: Value) -> Result<Response, Value> {
    let session = Arc::clone(&session);
    let answer =
        tauri::async_runtime::spawn_blocking(move || session.call(&route, &request.to_string())).await;
    match answer {
        Ok(Ok(answer)) => Ok(Response::new(answer)),
        Ok(Err(refusal)) => Err(serde_json::to_value(refusal).unwrap_or_else(|_| broke_off())),
        Err(_) => Err(broke_off()),
    }
}

/// The route panicked; what it said is not passed on, for it may hold people's data.
fn broke_off() -> Value {
    json!({ "code": "internal", "params": {}, "detail": "the route broke off" })
}

fn set_up(app: &mut App) -> Result<(), Box<dyn Error>> {
    let host = Arc::new(WindowHost::of(app.handle())?);
    let session = Arc::new(Session::new(host, Arc::new(SystemClock), Options::default()));
    beat::start(&session)?;
    app.manage(session);
    Ok(())
}

/// A second start shows the window that is there: two windows on one file would only refuse each other.
fn come_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        // A window system may refuse; then the planner finds the window herself.
        _ = window.unminimize();
        _ = window.show();
        _ = window.set_focus();
    }
}

/// Files were let go over the window. The screens hear of them by number; their paths stay here.
fn heard(window: &Window, event: &WindowEvent) {
    if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event
        && let Some(session) = window.try_state::<Arc<Session>>()
    {
        let (session, paths) = (Arc::clone(&session), paths.clone());
        // The session tells the screens itself; what it answers is for hosts without screens.
        tauri::async_runtime::spawn_blocking(move || drop(session.dropped(&paths)));
    }
}

fn main() {
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| come_forward(app)))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .setup(set_up)
        .on_window_event(heard)
        .invoke_handler(tauri::generate_handler![call])
        .build(tauri::generate_context!())
        .expect("the window system is there: the package depends on it")
        .run(|app, event| {
            if matches!(event, RunEvent::Exit)
                && let Some(session) = app.try_state::<Arc<Session>>()
            {
                session.close();
            }
        });
}
