//! What protects the reader: headers on every answer, and the refusal of requests from elsewhere.

use crate::error::ApiError;
use axum::{
    Router,
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use tower_http::{compression::CompressionLayer, set_header::SetResponseHeaderLayer};

/// No script but our own files, nothing inline, nothing from elsewhere. Pictures may be `data:`, which
/// the map's buttons are drawn with, and `blob:`, which the map decodes pictures through.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

const HEADERS: &[(&str, &str)] = &[
    ("content-security-policy", CONTENT_POLICY),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
];

pub(crate) fn apply(routes: Router) -> Router {
    let mut routes = routes.layer(CompressionLayer::new()).layer(middleware::from_fn(only_loopback_names));
    for (name, value) in HEADERS {
        let name = HeaderName::from_static(name);
        routes = routes.layer(SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value)));
    }
    routes
}

/// A page on the web can point its own name at 127.0.0.1 and so have the browser talk to us; its
/// requests still carry its name.
async fn only_loopback_names(request: Request, next: Next) -> Response {
    if names_loopback(request.headers()) {
        return next.run(request).await;
    }
    let remedy = "Open http://127.0.0.1 or http://localhost with the port that was printed.";
    ApiError::not_allowed("This server answers to names of this computer only.", remedy).into_response()
}

fn names_loopback(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(header::HOST).and_then(|h| h.to_str().ok()) else { return false };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost")
        || bare.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts() {
        let check = |host: &'static str, expected: bool| {
            let headers = HeaderMap::from_iter([(header::HOST, HeaderValue::from_static(host))]);
            assert_eq!(names_loopback(&headers), expected, "{host}");
        };
        for host in ["127.0.0.1:7878", "localhost", "LOCALHOST:80", "[::1]:7878", "127.8.8.8"] {
            check(host, true);
        }
        for host in
            ["example.org", "localhost.example.org:7878", "127.0.0.1.example.org", "10.0.0.1:7878", ""]
        {
            check(host, false);
        }
        assert!(!names_loopback(&HeaderMap::new()));
    }
}
