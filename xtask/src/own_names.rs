//! The names of properties that become a letter or two in the scripts that load nothing.
//!
//! They are our scripts' among themselves: none is one of the browser's, of the contract's, or is ever made of a string. A name
//! that is missing here costs some bytes, one too many breaks the scripts; the test looks for the latter.

/// What is worth it: long or frequent.
const OWN: [&str; 46] = [
    "bars",
    "begin",
    "bench",
    "beside",
    "byMeaning",
    "card",
    "companion",
    "confidence",
    "counts",
    "crossing",
    "desk",
    "docks",
    "element",
    "emptyRemedy",
    "fitting",
    "focused",
    "goTo",
    "hovered",
    "inSight",
    "isShown",
    "letGo",
    "original",
    "others",
    "painter",
    "parts",
    "passages",
    "pointerRests",
    "reach",
    "relations",
    "reveal",
    "revise",
    "selection",
    "settle",
    "sight",
    "spans",
    "speechless",
    "surface",
    "tell",
    "togglePin",
    "turnTo",
    "uncover",
    "unlink",
    "unsure",
    "wanted",
    "whenGone",
    "words",
];

/// Terser's option for them. Its own list of the browser's names has words like `words` in it, for interfaces that we have
/// nothing to do with.
pub fn option() -> String {
    format!("regex=/^({})$/,builtins", OWN.join("|"))
}

#[cfg(test)]
mod tests {
    use super::OWN;
    use crate::site;
    use std::path::Path;

    #[test]
    fn no_name_is_known_outside_or_made_of_a_string() {
        let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www");
        let read = |file: &str| std::fs::read_to_string(www.join(file)).unwrap_or_default();
        let types = read("en-face.d.ts") + &read("component/types.js");
        let scripts: Vec<_> = site::files(&www.join("component")).expect("www/component is there");
        let scripts: Vec<_> = scripts
            .iter()
            .filter(|file| file.extension().is_some_and(|ending| ending == "js"))
            // The tools are in none of these scripts.
            .filter(|file| !file.to_string_lossy().contains("tools"))
            .map(|file| (file, read(&format!("component/{}", file.display()))))
            .collect();
        assert!(types.len() > 1000 && scripts.len() > 50);
        for name in OWN {
            for typed in [format!("{name}:"), format!("{name}?:"), format!("{name}(")] {
                let is_typed =
                    types.match_indices(&typed).any(|(at, _)| !types[..at].ends_with(char::is_alphanumeric));
                assert!(!is_typed, "{typed} is in the types");
            }
            for (file, script) in &scripts {
                let is_code = |line: &&str| !["/", "*"].iter().any(|sign| line.trim().starts_with(sign));
                for string in [format!("'{name}'"), format!("dataset.{name}")] {
                    let line = script.lines().filter(is_code).find(|line| line.contains(&string));
                    assert_eq!(line, None, "{string} is in {}", file.display());
                }
            }
        }
    }
}
