//! What the tables are made of, and where they are put.

use super::manifest::MANIFEST;
use super::*;
use std::path::Path;

fn element() -> Element {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    Element::from_file(&root.join(MANIFEST)).unwrap()
}

#[test]
fn what_stands_between_markers_is_made_anew_and_the_rest_is_kept() {
    let page = "before\n\n<!-- table: methods -->\n| old |\n<!-- end of table -->\n\nafter\n";
    let filled = fill(&element(), page).unwrap();
    assert!(filled.starts_with(
        "before\n\n<!-- table: methods -->\n\n| method | what it does |\n| --- | --- |\n| `reload()` |"
    ));
    assert!(filled.ends_with(" |\n\n<!-- end of table -->\n\nafter\n"), "{filled}");
    assert_eq!(fill(&element(), &filled).unwrap(), filled);
}

#[test]
fn markers_that_mean_nothing_are_errors() {
    assert!(fill(&element(), "<!-- table: nothing -->\n<!-- end of table -->\n").is_err());
    assert!(fill(&element(), "<!-- table: keys -->\n| old |\n").is_err());
}

#[test]
fn a_stroke_in_a_type_ends_no_cell() {
    let table = element().table("properties").unwrap();
    assert!(table.contains(r"`string \| Uint8Array \| null`"), "{table}");
}
