//! The window: it hands a wish to `outreach-api` and shows what comes back. No rule of the field lives here.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use serde_json::Value;

/// Answers one route.
#[tauri::command]
async fn call(route: String, request: Value) -> Result<Value, Value> {
    let _ = (route, request);
    Ok(Value::Null)
}

fn main() {
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|_, _, _| {}))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .invoke_handler(tauri::generate_handler![call])
        .run(tauri::generate_context!())
        .expect("the window system is there: setup installs it");
}
