//! Embeds the window's configuration, icons and built screens.

fn main() {
    println!("cargo:rerun-if-changed=../ui/dist");
    tauri_build::build();
}
