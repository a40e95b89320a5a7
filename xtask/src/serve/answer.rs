//! A request's answer: a file with its type and strict headers, or a short text that says why not.

use super::folders::{API, Folders};
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, Response, StatusCode, Uri, header};
use std::path::Path;
use std::sync::Arc;

/// Nothing inline, nothing foreign, no text that becomes code. With Trusted Types enforced, all three engines refuse
/// `new Worker(address)` unless a policy made the address: the component's, named en-face, makes only its worker's. The
/// worker's own script comes with this header too, and is held to it. Frames are those of the documentation's live
/// examples.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; \
     connect-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types en-face";

/// rustdoc's pages have a script of their own in them, and make markup of text.
const API_POLICY: &str = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; \
     connect-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'none'";

/// Where a page finds the test script.
const TEST_SCRIPT: &str = "/test-script.js";

/// What every answer is made from.
pub struct Shared {
    pub folders: Folders,
    pub policy: String,
    pub test_script: Option<Vec<u8>>,
}

/// The content-security policy, with an address that violations are reported to if one is given.
pub fn policy(report: Option<&str>) -> String {
    report.map_or_else(|| POLICY.to_owned(), |address| format!("{POLICY}; report-uri {address}"))
}

/// Answers a request.
pub async fn answer(shared: Arc<Shared>, request: Request) -> Response<Body> {
    if is_loopback(request.headers()) && shared.folders.lacks_slash(request.uri().path()) {
        return with_slash(request.uri());
    }
    let is_api = request.uri().path().starts_with(API);
    let policy = if is_api { API_POLICY.to_owned() } else { shared.policy.clone() };
    let (status, kind, body) = if !is_loopback(request.headers()) {
        // A foreign name that leads here is another site's attempt to read this machine's files.
        (StatusCode::FORBIDDEN, "text/plain; charset=utf-8", b"use http://127.0.0.1\n".to_vec())
    } else if [Method::GET, Method::HEAD].contains(request.method()) {
        let path = request.uri().path().to_owned();
        let found = tokio::task::spawn_blocking(move || look_up(&shared, &path)).await;
        found.unwrap_or_else(|error| failure(&error.to_string()))
    } else {
        (StatusCode::METHOD_NOT_ALLOWED, "text/plain; charset=utf-8", b"only GET and HEAD\n".to_vec())
    };
    let mut answer = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, kind)
        .header(header::CONTENT_LENGTH, body.len())
        .header(header::CACHE_CONTROL, "no-cache")
        .header(header::CONTENT_SECURITY_POLICY, policy)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::REFERRER_POLICY, "no-referrer");
    if status == StatusCode::METHOD_NOT_ALLOWED {
        answer = answer.header(header::ALLOW, "GET, HEAD");
    }
    answer.body(Body::from(body)).unwrap_or_else(|error| Response::new(Body::from(error.to_string())))
}

/// Sends the browser to the folder that the address means.
fn with_slash(address: &Uri) -> Response<Body> {
    let query = address.query().map_or_else(String::new, |query| format!("?{query}"));
    let answer = Response::builder()
        .status(StatusCode::MOVED_PERMANENTLY)
        .header(header::CACHE_CONTROL, "no-cache")
        .header(header::LOCATION, format!("{}/{query}", address.path()));
    answer.body(Body::empty()).unwrap_or_else(|error| Response::new(Body::from(error.to_string())))
}

fn look_up(shared: &Shared, path: &str) -> (StatusCode, &'static str, Vec<u8>) {
    if path == "/pages.json" {
        return match shared.folders.pages() {
            Ok(list) => (StatusCode::OK, "application/json", list),
            Err(error) => failure(&format!("{error:#}")),
        };
    }
    if let Some(script) = shared.test_script.as_ref().filter(|_| path == TEST_SCRIPT) {
        return (StatusCode::OK, "text/javascript; charset=utf-8", script.clone());
    }
    let Some(file) = shared.folders.file(path) else {
        if path.starts_with(API) {
            let text = b"run `cargo doc --no-deps`, and look at /docs/api/en_face/\n".to_vec();
            return (StatusCode::NOT_FOUND, "text/plain; charset=utf-8", text);
        }
        return (StatusCode::NOT_FOUND, "text/plain; charset=utf-8", b"not found\n".to_vec());
    };
    match std::fs::read(&file) {
        Ok(bytes) => {
            let kind = media_type(&file);
            let load_script = shared.test_script.is_some() && kind.starts_with("text/html");
            (StatusCode::OK, kind, if load_script { with_test_script(bytes) } else { bytes })
        }
        Err(error) => failure(&format!("cannot read {}: {error}", file.display())),
    }
}

fn failure(text: &str) -> (StatusCode, &'static str, Vec<u8>) {
    eprintln!("  serve: {text}");
    (StatusCode::INTERNAL_SERVER_ERROR, "text/plain; charset=utf-8", format!("{text}\n").into_bytes())
}

/// Puts the test script first in the page's head.
fn with_test_script(page: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&page);
    let tag = format!("<script src=\"{TEST_SCRIPT}\"></script>");
    match text.find("<head>") {
        Some(at) => [&text[..at + "<head>".len()], &tag, &text[at + "<head>".len()..]].concat().into_bytes(),
        None => page,
    }
}

fn is_loopback(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    ["127.0.0.1", "localhost"].contains(&name)
}

fn media_type(file: &Path) -> &'static str {
    let extension = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match extension.as_str() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        // `.enface` among them.
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_answered() {
        let answers = |host: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, host.parse().unwrap());
            is_loopback(&headers)
        };
        assert!(answers("127.0.0.1:8017") && answers("localhost:8017") && answers("127.0.0.1"));
        assert!(!answers("evil.example:8017") && !answers("127.0.0.1.evil.example"));
        assert!(!is_loopback(&HeaderMap::new()));
    }

    #[test]
    fn a_folder_s_address_gets_its_slash_and_keeps_what_is_asked() {
        let answer = with_slash(&"/docs?page=1".parse().unwrap());
        assert_eq!(
            (answer.status().as_u16(), &answer.headers()[header::LOCATION]),
            (301, &"/docs/?page=1".parse().unwrap())
        );
    }

    #[test]
    fn the_test_script_comes_before_the_pages_own() {
        let page = with_test_script(b"<html><head><script src=own.js></script></head></html>".to_vec());
        let page = String::from_utf8(page).unwrap();
        assert!(page.find(TEST_SCRIPT).unwrap() < page.find("own.js").unwrap());
    }

    #[test]
    fn types_that_browsers_insist_on() {
        assert_eq!(media_type(Path::new("a.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("a.JS")), "text/javascript; charset=utf-8");
        assert_eq!(media_type(Path::new("a.txt")), "text/plain; charset=utf-8");
        assert_eq!(media_type(Path::new("zh-en.enface")), "application/octet-stream");
    }
}
