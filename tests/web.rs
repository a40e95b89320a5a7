//! The core in a real browser: what it renders, what crosses the boundary, what it refuses.
//!
//! Run by `cargo xtask test web`, which calls `wasm-pack test` for each browser.
#![cfg(target_arch = "wasm32")]

use en_face::wasm::{JsWords, Reading, Settings, render_alignment};
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

wasm_bindgen_test_configure!(run_in_browser);

const SUMMARY: &str = include_str!("../seeds/ceasefire.txt");
const PARALLEL: &str = include_str!("../seeds/night-trains.txt");
const MARKDOWN: &str = include_str!("../seeds/tidal-lab.md");

fn object(entries: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for (key, value) in entries {
        Reflect::set(&object, &(*key).into(), &(*value).into()).unwrap();
    }
    object.into()
}

fn settings(entries: &[(&str, &str)]) -> Settings {
    object(entries).unchecked_into()
}

fn words() -> JsWords {
    object(&[("related", "Related"), ("source", "Source:"), ("lang", "en")]).unchecked_into()
}

fn element() -> Element {
    web_sys::window().unwrap().document().unwrap().create_element("div").unwrap()
}

fn read(text: &str, format: &str) -> Reading {
    Reading::new(text.as_bytes().to_vec(), &settings(&[("format", format)])).unwrap()
}

fn rendered(text: &str, format: &str) -> Element {
    let into = element();
    read(text, format).render(&into, &words()).unwrap();
    into
}

fn all(root: &Element, selector: &str) -> Vec<Element> {
    let found = root.query_selector_all(selector).unwrap();
    (0..found.length()).map(|at| found.item(at).unwrap().unchecked_into()).collect()
}

fn text(root: &Element, selector: &str) -> String {
    all(root, selector).first().and_then(|element| element.text_content()).unwrap_or_default()
}

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| match key.parse::<u32>() {
        Ok(index) => Reflect::get_u32(&value, index).unwrap(),
        Err(_) => Reflect::get(&value, &key.into()).unwrap(),
    })
}

fn length(value: &JsValue, path: &str) -> u32 {
    js_sys::Array::from(&get(value, path)).length()
}

fn code<T>(result: Result<T, JsValue>) -> Option<String> {
    get(&result.err()?, "code").as_string()
}

#[wasm_bindgen_test]
fn a_page_becomes_two_sides_of_numbered_sentences() {
    let page = rendered(SUMMARY, "text");
    let sides = all(&page, "section[part~=side]");
    assert_eq!(
        sides.iter().map(|side| side.get_attribute("lang").unwrap()).collect::<Vec<_>>(),
        ["zh", "en"]
    );
    for (side, section) in sides.iter().enumerate() {
        let sentences = all(section, "[part~=sentence]");
        assert!(sentences.len() > 8);
        for (index, sentence) in sentences.iter().enumerate() {
            assert_eq!(sentence.get_attribute("data-side"), Some(side.to_string()));
            assert_eq!(sentence.get_attribute("data-index"), Some(index.to_string()));
        }
        assert!(!text(section, "h2[part~=title]").is_empty());
    }
    assert_eq!(text(&page, "a[part~=source-link]"), "example.org");
    assert_eq!(all(&page, "[part~=related] li").len(), 2);
    assert_eq!(all(&page, "[data-kind=byline]").len(), 1);
    assert_eq!(page.get_attribute("data-balance").as_deref(), Some("short-long"));
    assert_eq!(rendered(PARALLEL, "text").get_attribute("data-balance").as_deref(), Some("even"));
}

#[wasm_bindgen_test]
fn markdown_keeps_its_marks_and_raw_html_stays_text() {
    let page = rendered(MARKDOWN, "markdown");
    for selector in ["strong", "em", "code", "h3", "blockquote", "ul li", "a[part~=link]", "[part~=image]"] {
        assert!(!all(&page, selector).is_empty(), "{selector}");
    }
    assert!(all(&page, "b").is_empty());
    assert!(page.text_content().unwrap().contains("<b>"));
}

#[wasm_bindgen_test]
fn hostile_text_is_only_text() {
    let hostile = "标题\nTitle\n\n原始链接: javascript:alert(1)\n\n<img src=x onerror=alert(1)>他走了。</script>\n\n\
                   原文\n\n<script>alert(1)</script> He left. [x](javascript:alert(1)) [y](https://example.org/\"onclick=\"x) \
                   \u{202E}reversed\u{202C} zero\u{200B}\u{200D}width.\n";
    for format in ["text", "markdown"] {
        let page = rendered(hostile, format);
        assert!(all(&page, "script, img, [onerror], [onclick]").is_empty());
        for link in all(&page, "a") {
            assert!(link.get_attribute("href").unwrap().starts_with("https://"));
        }
        assert!(page.text_content().unwrap().contains("<script>alert(1)</script>"));
    }
}

#[wasm_bindgen_test]
fn an_alignment_has_the_shape_of_the_contract() {
    for (text, regime) in [(SUMMARY, "summary"), (PARALLEL, "parallel")] {
        let alignment = read(text, "text").align().unwrap();
        assert_eq!(get(&alignment, "version").as_f64(), Some(1.0));
        assert_eq!(get(&alignment, "regime").as_string().as_deref(), Some(regime));
        assert_eq!(get(&alignment, "sides.0.lang").as_string().as_deref(), Some("zh"));
        assert!(get(&alignment, "page.titles.en").is_string());
        assert!(length(&alignment, "links") > 0);
        for key in ["left", "right", "best", "score"] {
            assert!(!get(&alignment, &format!("links.0.{key}")).is_undefined(), "{key}");
        }
        let whole = js_sys::JsString::from(text);
        for side in ["sides.0", "sides.1"] {
            for index in 0..length(&alignment, &format!("{side}.sentences")) {
                let sentence = get(&alignment, &format!("{side}.sentences.{index}"));
                let [start, end] = ["start", "end"].map(|key| get(&sentence, key).as_f64().unwrap() as u32);
                assert_eq!(whole.slice(start, end).as_string(), get(&sentence, "text").as_string());
            }
        }
    }
}

#[wasm_bindgen_test]
fn a_finished_alignment_renders_like_its_page() {
    for (text, format) in [(SUMMARY, "text"), (MARKDOWN, "markdown")] {
        let reading = read(text, format);
        let (from_page, from_json) = (element(), element());
        reading.render(&from_page, &words()).unwrap();
        render_alignment(reading.align().unwrap(), &from_json, &words()).unwrap();
        assert_eq!(from_page.inner_html(), from_json.inner_html());
    }
}

#[wasm_bindgen_test]
fn what_is_no_alignment_is_refused() {
    let refused = |value: &JsValue| code(render_alignment(value.clone(), &element(), &words()));
    let alignment = read(SUMMARY, "text").align().unwrap();
    assert_eq!(refused(&JsValue::NULL).as_deref(), Some("alignment"));
    assert_eq!(refused(&object(&[("version", "1")])).as_deref(), Some("alignment"));
    let far = js_sys::Array::of2(&0.into(), &9999.into());
    Reflect::set(&get(&alignment, "links.0"), &"best".into(), &far).unwrap();
    assert_eq!(refused(&alignment).as_deref(), Some("alignment"));
    let other = read(SUMMARY, "text").align().unwrap();
    Reflect::set(&other, &"version".into(), &2.into()).unwrap();
    assert_eq!(refused(&other).as_deref(), Some("alignment"));
}

#[wasm_bindgen_test]
fn what_is_no_page_is_refused_with_a_code() {
    for (bytes, expected) in [
        (&b""[..], "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x89PNG\r\n\x1A\n\0\0\0", "binary"),
        ("标题\nTitle\n\n原始链接: https://example.org\n\n原文\n".as_bytes(), "no-text"),
    ] {
        assert_eq!(code(Reading::new(bytes.to_vec(), &settings(&[]))).as_deref(), Some(expected));
    }
    for key in ["regime", "format"] {
        let odd = settings(&[(key, "sideways")]);
        assert_eq!(code(Reading::new(SUMMARY.into(), &odd)).as_deref(), Some("settings"));
    }
}

#[wasm_bindgen_test]
fn odd_files_are_read_with_a_notice() {
    let whole = Reading::new(SUMMARY.into(), &settings(&[])).unwrap().notices().unwrap();
    assert_eq!(js_sys::Array::from(&whole).length(), 0);
    let broken = [SUMMARY.as_bytes(), b"\xFF\xFE"].concat();
    let notices = Reading::new(broken, &settings(&[])).unwrap().notices().unwrap();
    assert_eq!(js_sys::Array::from(&notices).length(), 1);
    assert!(get(&notices, "0.message").as_string().unwrap().contains("UTF-8"));
}
