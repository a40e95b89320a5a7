//! wasm-pack.toml agrees with Cargo.toml, Cargo.lock and the npm packages of the tests.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;
use toml::{Table, Value};

/// A top-level file of the repository.
fn text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn table(name: &str) -> Table {
    text(name).parse().unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What stands under these keys, one below the other.
fn at<'a>(table: &'a Table, keys: &[&str]) -> &'a Value {
    let mut value = table.get(keys[0]);
    for key in &keys[1..] {
        value = value.and_then(|value| value.get(key));
    }
    value.unwrap_or_else(|| panic!("{} is missing", keys.join(".")))
}

fn string<'a>(table: &'a Table, keys: &[&str]) -> &'a str {
    at(table, keys).as_str().unwrap_or_else(|| panic!("{} is not a string", keys.join(".")))
}

/// wasm-bindgen and the crates that are released with it: name and version in wasm-pack.toml.
fn crates(pins: &Table) -> Vec<(String, String)> {
    let mut crates = vec![("wasm-bindgen".to_owned(), string(pins, &["tools", "wasm-bindgen"]).to_owned())];
    for (name, version) in at(pins, &["crates"]).as_table().expect("a table") {
        crates.push((name.clone(), version.as_str().expect("a version").to_owned()));
    }
    assert!(crates.len() > 1, "wasm-pack.toml names no crates");
    crates
}

#[test]
fn cargo_toml_asks_for_exactly_the_pinned_crates() {
    let (pins, manifest) = (table("wasm-pack.toml"), table("Cargo.toml"));
    let wasm = at(&manifest, &["target", r#"cfg(target_arch = "wasm32")"#]);
    for (name, version) in crates(&pins) {
        let named = ["dependencies", "dev-dependencies"].iter().find_map(|kind| wasm.get(kind)?.get(&name));
        let asked = named.and_then(|entry| entry.as_str().or_else(|| entry.get("version")?.as_str()));
        assert_eq!(asked, Some(format!("={version}").as_str()), "{name} in Cargo.toml");
    }
}

#[test]
fn cargo_lock_has_the_pinned_crates() {
    let (pins, lock) = (table("wasm-pack.toml"), table("Cargo.lock"));
    let packages = at(&lock, &["package"]).as_array().expect("an array");
    for (name, version) in crates(&pins) {
        let is_named = |package: &&Value| package.get("name").and_then(Value::as_str) == Some(&name);
        let locked: Vec<_> =
            packages.iter().filter(is_named).filter_map(|package| package.get("version")?.as_str()).collect();
        assert_eq!(locked, [version.as_str()], "{name} in Cargo.lock");
    }
}

#[test]
fn cargo_toml_has_the_profile_and_its_wasm_opt_flags() {
    let (pins, manifest) = (table("wasm-pack.toml"), table("Cargo.toml"));
    let profile = string(&pins, &["wasm", "profile"]);
    assert_eq!(string(&manifest, &["profile", profile, "inherits"]), "release");
    // wasm-pack has one entry for all profiles that it does not know by name.
    assert!(!["dev", "release", "profiling"].contains(&profile), "{profile} is not a custom profile");
    let flags = at(&manifest, &["package", "metadata", "wasm-pack", "profile", "custom", "wasm-opt"]);
    assert_eq!(flags, at(&pins, &["wasm", "wasm-opt"]));
}

#[test]
fn the_browser_tests_ask_for_exactly_the_pinned_packages() {
    let pins = table("wasm-pack.toml");
    let manifest: serde_json::Value =
        serde_json::from_str(&text("tests/browser/package.json")).expect("package.json");
    let lock: serde_json::Value =
        serde_json::from_str(&text("tests/browser/package-lock.json")).expect("package-lock.json");
    for (name, version) in at(&pins, &["packages"]).as_table().expect("a table") {
        let version = version.as_str();
        assert_eq!(
            manifest["devDependencies"][name].as_str(),
            version,
            "{name} in tests/browser/package.json"
        );
        let locked = &lock["packages"][format!("node_modules/{name}")]["version"];
        assert_eq!(locked.as_str(), version, "{name} in tests/browser/package-lock.json");
    }
}

/// The same for the projects that use the npm package.
#[test]
fn the_trials_ask_for_exactly_the_pinned_packages() {
    let pins = table("wasm-pack.toml");
    let manifest: serde_json::Value =
        serde_json::from_str(&text("tests/packages/package.json")).expect("package.json");
    let lock: serde_json::Value =
        serde_json::from_str(&text("tests/packages/package-lock.json")).expect("package-lock.json");
    let asked = manifest["devDependencies"].as_object().expect("an object");
    let pinned = at(&pins, &["trials"]).as_table().expect("a table");
    assert_eq!(asked.keys().collect::<Vec<_>>(), pinned.keys().collect::<Vec<_>>());
    for (name, version) in pinned {
        assert_eq!(asked[name].as_str(), version.as_str(), "{name} in tests/packages/package.json");
        let locked = &lock["packages"][format!("node_modules/{name}")]["version"];
        assert_eq!(locked.as_str(), version.as_str(), "{name} in tests/packages/package-lock.json");
    }
}

/// Whose registry a package comes from is each machine's own business.
#[test]
fn the_lock_files_name_no_registry() {
    for folder in ["browser", "packages"] {
        assert!(!text(&format!("tests/{folder}/package-lock.json")).contains("\"resolved\""), "{folder}");
    }
}

/// The core has Cargo.toml's version, and the scripts ask it for theirs.
#[test]
fn the_scripts_have_the_crates_version() {
    let parts: Vec<u32> =
        env!("CARGO_PKG_VERSION").split('.').map(|part| part.parse().expect("a number")).collect();
    let line = format!("export const VERSION = {};", (parts[0] * 1000 + parts[1]) * 1000 + parts[2]);
    assert!(text("www/component/version.js").contains(&line), "www/component/version.js has no `{line}`");
}
