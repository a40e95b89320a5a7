//! What the tables are made of, and where they are put.

use super::*;

fn element() -> Element {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    Element::from_file(&root.join(MANIFEST)).unwrap()
}

#[test]
fn what_stands_between_markers_is_made_anew_and_the_rest_is_kept() {
    let page = "before\n\n<!-- table: methods -->\n| old |\n<!-- end of table -->\n\nafter\n";
    let filled = element().fill(page).unwrap();
    assert!(filled.starts_with(
        "before\n\n<!-- table: methods -->\n\n| method | what it does |\n| --- | --- |\n| `reload()` |"
    ));
    assert!(filled.ends_with(" |\n\n<!-- end of table -->\n\nafter\n"), "{filled}");
    assert_eq!(element().fill(&filled).unwrap(), filled);
}

#[test]
fn markers_that_mean_nothing_are_errors() {
    assert!(element().fill("<!-- table: nothing -->\n<!-- end of table -->\n").is_err());
    assert!(element().fill("<!-- table: keys -->\n| old |\n").is_err());
}

#[test]
fn keys_are_named_as_on_keyboards() {
    let name = |json: &str| serde_json::from_str::<Key>(json).unwrap().name();
    assert_eq!(name(r#"{"key": "ArrowUp"}"#), "↑");
    assert_eq!(name(r#"{"key": "w"}"#), "`w`");
    assert_eq!(name(r#"{"key": "c", "shift": true}"#), "`C`");
    assert_eq!(name(r#"{"key": "z", "command": true, "shift": true}"#), "`Ctrl Shift Z`");
}

#[test]
fn a_stroke_in_a_type_ends_no_cell() {
    let table = element().table("properties").unwrap();
    assert!(table.contains(r"`string \| Uint8Array \| null`"), "{table}");
}
