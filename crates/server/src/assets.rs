//! The built workbench (`web/dist`), embedded in the program.

use crate::error::ApiError;
use axum::{
    body::Body,
    http::{Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../web/dist"]
#[exclude = "*.sha256"]
struct Dist;

/// Answers with the file of that name, or with the workbench's page, which finds its view in the
/// address by itself.
pub(crate) async fn serve(method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = uri.path().trim_start_matches('/');
    match Dist::get(path) {
        Some(file) if path != "index.html" => answer(path, file.data.into_owned()),
        _ if path.starts_with("assets/") => ApiError::no_such_route(uri.path()).into_response(),
        _ => match Dist::get("index.html") {
            Some(page) => answer("index.html", page.data.into_owned()),
            None => ApiError::no_such_route(uri.path()).into_response(),
        },
    }
}

fn answer(path: &str, bytes: Vec<u8>) -> Response {
    // Names under assets/ carry a hash of their content; the page itself must always be asked for.
    let cache = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let headers = [(header::CONTENT_TYPE, content_type(path)), (header::CACHE_CONTROL, cache)];
    (headers, Body::from(bytes)).into_response()
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
