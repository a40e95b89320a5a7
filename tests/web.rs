//! The core in a real browser: what it renders, what crosses the boundary, what it refuses.
//!
//! Run by `cargo xtask test web`, which calls `wasm-pack test` for each browser.
#![cfg(target_arch = "wasm32")]

use en_face::wasm::{Draft, JsWords, Reading, Settings, evidence, export_as};
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
    open(text.as_bytes(), &settings(&[("format", format)])).unwrap()
}

fn open(bytes: &[u8], settings: &Settings) -> Result<Reading, JsValue> {
    Draft::new(bytes.to_vec(), settings)?.read()
}

fn rendered(text: &str, format: &str) -> Element {
    in_pieces(&mut read(text, format), usize::MAX)
}

/// A page's view, rendered so many sentences at a time.
fn in_pieces(reading: &mut Reading, sentences: usize) -> Element {
    let into = element();
    reading.show(&into, &words()).unwrap();
    while [0, 1].map(|side| reading.render(side, sentences).unwrap()).contains(&true) {}
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

/// Puts a value in a place, or takes out what is there.
fn put(value: &JsValue, path: &str, new: Option<&JsValue>) {
    let (outer, key) =
        path.rsplit_once('.').map_or((value.clone(), path), |(outer, key)| (get(value, outer), key));
    match new {
        Some(new) => Reflect::set(&outer, &key.into(), new).unwrap(),
        None => Reflect::delete_property(outer.unchecked_ref::<Object>(), &key.into()).unwrap(),
    };
}

fn json(text: &str) -> JsValue {
    js_sys::JSON::parse(text).unwrap()
}

/// An alignment with everything in it that one can have.
fn full() -> JsValue {
    json(
        r#"{"version": 1, "page": {"titles": {"zh": "标题", "en": "Title"}, "source": "https://example.org/a",
        "related": [{"titles": {"en": "Other"}, "date": "2024-05-06"}, {"titles": {}, "date": null}]},
        "regime": "parallel", "sides": [
        {"lang": "zh", "blocks": [{"kind": "heading", "sentences": [0, 1]}, {"kind": "list-item", "sentences": [1, 2],
        "marker": "1."}], "sentences": [{"text": "一", "start": 0, "end": 1}, {"text": "**二**", "start": 1, "end": 6,
        "runs": [{"text": "二", "strong": true, "link": "https://example.org/b"}, {}]}]},
        {"lang": "en", "blocks": [], "sentences": [{"text": "One", "start": 7, "end": 10}]}],
        "links": [{"left": [0, 1], "right": [0], "best": [0, 0], "score": 0.5}],
        "checks": [{"left": 0, "right": 0, "kind": "money", "found": "一", "expected": "One"}], "more": 1}"#,
    )
}

fn refusal(alignment: &JsValue) -> Option<String> {
    let error = export_as(alignment.clone(), "text").err()?;
    assert_eq!(get(&error, "code").as_string().as_deref(), Some("alignment"));
    get(&error, "message").as_string()
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
fn blocks_that_are_given_are_read_and_linked() {
    // A mark at the start, characters of two units, and a landmark that is none here.
    let text = "\u{FEFF}🗼\n灯塔建于1891年。🚢\n原文\nIt was built in 1891. 🚢";
    let given = |list: &[u32]| {
        let settings = settings(&[("format", "markdown"), ("leftLang", "zh-Hans")]);
        put(&settings, "blocks", Some(&js_sys::Uint32Array::from(list)));
        open(text.as_bytes(), &settings)
    };
    let mut reading = given(&[0, 1, 1, 3, 0, 0, 4, 16, 1, 0, 20, 44]).unwrap();
    let alignment = reading.align().unwrap();
    assert_eq!(get(&alignment, "sides.0.lang").as_string().as_deref(), Some("zh-Hans"));
    assert_eq!(get(&alignment, "sides.0.blocks.0.kind").as_string().as_deref(), Some("heading"));
    assert_eq!(get(&alignment, "sides.1.sentences.0.start").as_f64(), Some(20.0));
    assert_eq!(get(&alignment, "links.0.best.0").as_f64(), Some(1.0));
    assert_eq!(all(&in_pieces(&mut reading, 1), "[part~=sentence]").len(), 3);
    let error = given(&[0, 0, 0, 1, 0, 0, 1, 2]).err().unwrap();
    assert_eq!(get(&error, "code").as_string().as_deref(), Some("settings"));
    assert_eq!(get(&error, "message").as_string().as_deref(), Some("blocks[1] cuts a character in two"));
}

#[wasm_bindgen_test]
fn evidence_tells_places_in_utf16_units() {
    let found = evidence("🚢卡塔尔的62艘船", "“🚢” Qatar’s 62 ships", "zh".to_owned(), "en".to_owned());
    let found: Vec<_> =
        found.iter().map(|entry| String::from(js_sys::JSON::stringify(&entry).unwrap())).collect();
    assert_eq!(
        found,
        [
            r#"{"kind":"name","left":[2,5],"right":[5,10]}"#,
            r#"{"kind":"number","left":[6,9],"right":[13,15]}"#
        ]
    );
}

#[wasm_bindgen_test]
fn a_finished_alignment_is_written_in_each_format() {
    for (format, part) in [
        ("tmx", "<prop type=\"x-score\">0.50</prop>\n<tuv xml:lang=\"en\"><seg>One</seg></tuv>"),
        ("html", "<strong>二</strong></a><a class=\"n\" href=\"#r0\">1</a></span>"),
        ("md", "1. 二\\[1\\]\n"),
        ("text", "标题\nTitle\n\n一二\nOne\n"),
    ] {
        let written = export_as(full(), format).unwrap();
        assert!(written.contains(part), "{written}");
    }
    assert_eq!(code(export_as(full(), "docx")).as_deref(), Some("settings"));
    let far = full();
    put(&far, "links.0.left.1", Some(&2.into()));
    assert_eq!(code(export_as(far, "tmx")).as_deref(), Some("alignment"));
}

#[wasm_bindgen_test]
fn in_pieces_all_becomes_the_same() {
    for (text, format) in [(SUMMARY, "text"), (MARKDOWN, "markdown")] {
        let (mut at_once, mut by_piece) = (read(text, format), read(text, format));
        let whole = in_pieces(&mut at_once, usize::MAX).inner_html();
        assert_eq!(in_pieces(&mut by_piece, 3).inner_html(), whole);
        let alignment = by_piece.align().unwrap();
        let json = |value| js_sys::JSON::stringify(value).unwrap().as_string();
        assert_eq!(json(&alignment), json(&at_once.align().unwrap()));
    }
}

#[wasm_bindgen_test]
fn a_piece_is_no_more_than_was_wanted() {
    let (mut reading, into) = (read(SUMMARY, "text"), element());
    reading.show(&into, &words()).unwrap();
    assert!(all(&into, "[part~=sentence]").is_empty());
    assert!(reading.render(1, 1).unwrap());
    assert_eq!(all(&into, ".block").len(), 1);
    assert!(!reading.render(1, usize::MAX).unwrap());
    assert!(all(&into, "[part~=sentence][data-side='0']").is_empty());
}

#[wasm_bindgen_test]
fn what_is_no_alignment_is_refused() {
    let refused = |value: &JsValue| code(export_as(value.clone(), "text"));
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
fn the_message_names_the_field_at_fault() {
    let text = JsValue::from("1");
    let cases = [
        ("version", None, "version is missing"),
        ("version", Some(&text), "version is not a whole number"),
        ("version", Some(&2.into()), "this alignment has another version than 1"),
        ("page", Some(&JsValue::NULL), "page is not an object"),
        ("page.titles", Some(&JsValue::NULL), "page.titles is not an object"),
        ("page.titles.en", Some(&1.into()), "page.titles.en is not a string"),
        ("page.source", Some(&1.into()), "page.source is not a string"),
        ("page.related.1", Some(&text), "page.related[1] is not an object"),
        ("page.related.0.titles", None, "page.related[0].titles is missing"),
        ("regime", Some(&text), "regime is not summary or parallel"),
        ("sides", Some(&js_sys::Array::of1(&get(&full(), "sides.0"))), "sides is not a pair"),
        ("sides.1.lang", Some(&JsValue::NULL), "sides[1].lang is not a string"),
        ("sides.0.blocks.1.kind", Some(&text), "sides[0].blocks[1].kind is not a kind of block"),
        ("sides.0.blocks.0.sentences", Some(&text), "sides[0].blocks[0].sentences is not a list"),
        ("sides.0.blocks.0.sentences.1", Some(&3.into()), "a block has sentences that its side has not"),
        ("sides.0.blocks.0.marker", Some(&1.into()), "sides[0].blocks[0].marker is not a string"),
        ("sides.0.sentences", Some(&Object::new()), "sides[0].sentences is not a list"),
        ("sides.0.sentences.1.text", Some(&1.into()), "sides[0].sentences[1].text is not a string"),
        ("sides.0.sentences.1.text", None, "sides[0].sentences[1].text is missing"),
        ("sides.0.sentences.1.start", Some(&0.5.into()), "sides[0].sentences[1].start is not a whole number"),
        (
            "sides.0.sentences.0.end",
            Some(&f64::NAN.into()),
            "sides[0].sentences[0].end is not a whole number",
        ),
        ("sides.0.sentences.1.runs", Some(&JsValue::NULL), "sides[0].sentences[1].runs is not a list"),
        (
            "sides.0.sentences.1.runs.0.code",
            Some(&1.into()),
            "sides[0].sentences[1].runs[0].code is not true or false",
        ),
        ("links", None, "links is missing"),
        ("links.0", Some(&JsValue::NULL), "links[0] is not an object"),
        ("links.0.left.1", Some(&(-1).into()), "links[0].left[1] is not a whole number"),
        ("links.0.left.1", Some(&4_294_967_296.0.into()), "links[0].left[1] is not a whole number"),
        ("links.0.left.1", Some(&text), "links[0].left[1] is not a whole number"),
        ("links.0.left.1", Some(&2.into()), "a link points at a sentence that is not there"),
        ("links.0.best.1", Some(&1.into()), "a link points at a sentence that is not there"),
        ("links.0.best", Some(&js_sys::Array::of1(&0.into())), "links[0].best is not a pair"),
        ("links.0.score", Some(&text), "links[0].score is not a number"),
        ("checks", Some(&JsValue::UNDEFINED), "checks is not a list"),
        ("checks.0.kind", Some(&text), "checks[0].kind is not a kind of check"),
        ("checks.0.right", Some(&1.into()), "a link points at a sentence that is not there"),
    ];
    assert_eq!(refusal(&full()), None);
    for (path, value, message) in cases {
        let alignment = full();
        put(&alignment, path, value);
        assert_eq!(refusal(&alignment).as_deref(), Some(message));
    }
    for no_object in [JsValue::NULL, JsValue::UNDEFINED, text, 1.into()] {
        assert_eq!(refusal(&no_object).as_deref(), Some("the alignment is not an object"));
    }
}

#[wasm_bindgen_test]
fn what_an_object_throws_is_refused_as_well() {
    let alignment = full();
    let throwing =
        js_sys::Function::new_no_args("return {get text() { throw new Error('no'); }}").call0(&JsValue::NULL);
    put(&alignment, "sides.0.sentences.1", throwing.ok().as_ref());
    assert_eq!(refusal(&alignment).as_deref(), Some("sides[0].sentences[1].text is not readable"));
}

#[wasm_bindgen_test]
fn an_alignment_may_lack_what_has_a_default() {
    let side = r#"{"lang": "en", "blocks": [], "sentences": []}"#;
    let least = [
        r#"{"version": 1, "page": {}, "regime": "summary", "sides": ["#,
        side,
        ",",
        side,
        r#"], "links": []}"#,
    ];
    assert_eq!(refusal(&json(&least.concat())), None);
}

#[wasm_bindgen_test]
fn every_kind_and_style_is_read() {
    let alignment = full();
    for kind in ["summary", "parallel"] {
        put(&alignment, "regime", Some(&kind.into()));
        assert_eq!(refusal(&alignment), None, "{kind}");
    }
    for kind in ["quantity", "percentage", "money", "date"] {
        put(&alignment, "checks.0.kind", Some(&kind.into()));
        assert_eq!(refusal(&alignment), None, "{kind}");
    }
    for kind in ["heading", "paragraph", "quote", "list-item", "byline", "comment-header", "code"] {
        put(&alignment, "sides.0.blocks.0.kind", Some(&kind.into()));
        assert_eq!(refusal(&alignment), None, "{kind}");
    }
    for (style, written) in [
        ("emphasis", "<em>"),
        ("strong", "<strong>"),
        ("code", "<code>"),
        ("struck", "<s>"),
        ("image", "<i>"),
    ] {
        let run = object(&[("text", "二")]);
        put(&run, style, Some(&JsValue::TRUE));
        put(&alignment, "sides.0.sentences.1.runs", Some(&js_sys::Array::of1(&run)));
        let page = export_as(alignment.clone(), "html").unwrap();
        assert!(page.contains(written), "{page}");
    }
}

#[wasm_bindgen_test]
fn lists_and_titles_may_be_of_another_class() {
    let alignment = full();
    put(&alignment, "links.0.left", Some(&js_sys::Uint32Array::from(&[0, 1][..])));
    put(&alignment, "links.0.right", Some(&js_sys::Set::new(&js_sys::Array::of1(&0.into()))));
    let titles = js_sys::Map::new();
    titles.set(&"zh".into(), &"标题".into());
    put(&alignment, "page.titles", Some(&titles));
    let written = export_as(alignment, "text").unwrap();
    assert!(written.starts_with("标题\n"), "{written}");
}

#[wasm_bindgen_test]
fn what_is_no_page_is_refused_with_a_code() {
    for (bytes, expected) in [
        (&b""[..], "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x89PNG\r\n\x1A\n\0\0\0", "binary"),
        ("标题\nTitle\n\n原始链接: https://example.org\n\n原文\n".as_bytes(), "no-text"),
    ] {
        assert_eq!(code(open(bytes, &settings(&[]))).as_deref(), Some(expected));
    }
    for key in ["regime", "format"] {
        let odd = settings(&[(key, "sideways")]);
        assert_eq!(code(open(SUMMARY.as_bytes(), &odd)).as_deref(), Some("settings"));
    }
}

#[wasm_bindgen_test]
fn odd_files_are_read_with_a_notice() {
    let whole = open(SUMMARY.as_bytes(), &settings(&[])).unwrap().notices().unwrap();
    assert_eq!(js_sys::Array::from(&whole).length(), 0);
    let broken = [SUMMARY.as_bytes(), b"\xFF\xFE"].concat();
    let notices = open(&broken, &settings(&[])).unwrap().notices().unwrap();
    assert_eq!(js_sys::Array::from(&notices).length(), 1);
    assert!(get(&notices, "0.message").as_string().unwrap().contains("UTF-8"));
}
