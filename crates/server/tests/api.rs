//! Every route of the API, asked without a network.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../../casebook/examples/sample/incidents.rs"]
mod incidents;
#[path = "../../casebook/examples/sample/linking.rs"]
mod linking;
#[path = "../../casebook/examples/sample/maker.rs"]
mod maker;

use ascribe_casebook::{Casebook, Names};
use ascribe_server::{ServerError, openapi_document, router};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode},
};
use serde_json::Value;
use std::{fs, path::Path};
use tempfile::TempDir;
use tower::ServiceExt;

struct Fixture {
    _folder: TempDir,
    routes: Router,
}

fn fixture() -> Fixture {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join("sample.db");
    let mut book = Casebook::open(&path).expect("a new casebook");
    for (report, claims) in incidents::all() {
        book.add_report(&report, &claims, "test").expect("filed");
    }
    book.relink(linking::link).expect("linked");
    let routes = router(&path, Names::Public).expect("routes");
    Fixture { _folder: folder, routes }
}

impl Fixture {
    async fn ask(&self, method: &str, host: &str, uri: &str) -> (StatusCode, HeaderMap, Vec<u8>) {
        let request = Request::builder().method(method).uri(uri).header("host", host);
        let request = request.body(Body::empty()).expect("a request");
        let response = self.routes.clone().oneshot(request).await.expect("an answer");
        let (head, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 24).await.expect("a body");
        (head.status, head.headers, bytes.to_vec())
    }

    async fn get(&self, uri: &str) -> (StatusCode, Value) {
        let (status, headers, body) = self.ask("GET", "127.0.0.1:7878", uri).await;
        assert!(headers["content-type"].to_str().unwrap().contains("json"), "{uri}");
        (status, serde_json::from_slice(&body).unwrap_or_else(|e| panic!("{uri}: {e}")))
    }

    async fn ok(&self, uri: &str) -> Value {
        let (status, value) = self.get(uri).await;
        assert_eq!(status, StatusCode::OK, "{uri}: {value}");
        value
    }
}

#[tokio::test]
async fn every_documented_route_answers() {
    let f = fixture();
    let document = openapi_document();
    assert_eq!(f.ok("/api/openapi.json").await, document);
    for path in document["paths"].as_object().unwrap().keys() {
        let id = match path {
            p if p.contains("/reports/") => "wire-market",
            p if p.contains("/claims/") => "wire-market%402%231",
            _ => "e-market",
        };
        f.ok(&path.replace("{id}", id)).await;
    }
}

#[tokio::test]
async fn document_in_docs_is_the_one_served() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    let fresh = serde_json::to_string_pretty(&openapi_document()).unwrap() + "\n";
    if std::env::var_os("ASCRIBE_BLESS").is_some() {
        fs::write(&path, &fresh).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == fresh,
        "docs/openapi.json is not up to date: run\n  \
         ASCRIBE_BLESS=1 cargo test --release -p ascribe-server --test api\n  npm --prefix web run types"
    );
}

#[tokio::test]
async fn event_shows_its_claims_with_their_words() {
    let f = fixture();
    let event = f.ok("/api/events/e-market").await;
    assert_eq!(event["contested"], serde_json::json!(["status"]));
    let records = event["claim_records"].as_array().unwrap();
    assert_eq!(records.len(), event["claims"].as_array().unwrap().len());
    for record in records {
        let report = f.ok(&format!("/api/reports/{}", record["report"].as_str().unwrap())).await;
        let text: Vec<char> = report["text"].as_str().unwrap().chars().collect();
        let words = |span: &Value| -> String {
            let end = |key: &str| span[key].as_u64().unwrap() as usize;
            text[end("start")..end("end")].iter().collect()
        };
        assert_eq!(words(&record["span"]), record["quote"].as_str().unwrap());
        for effect in record["effects"].as_array().unwrap() {
            assert_eq!(words(&effect["span"]), effect["text"].as_str().unwrap());
        }
    }
}

#[tokio::test]
async fn filters_and_pages() {
    let f = fixture();
    let ids = |page: &Value| -> Vec<String> {
        page["items"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap().to_owned()).collect()
    };
    let page = f.ok("/api/events?text=market&status=denied&from=&bbox=35,35,38,37").await;
    assert_eq!(ids(&page), ["e-market"]);
    let page = f.ok("/api/events?limit=2&offset=1").await;
    assert_eq!((page["total"].as_u64(), ids(&page).len()), (Some(5), 2));
    let found = f.ok("/api/search?text=%22everybody+here%22").await;
    assert_eq!(found["items"][0]["kind"], "comment");
    let reports = f.ok("/api/reports?versions=true").await;
    assert_eq!(reports["total"], 8);
}

#[tokio::test]
async fn wrong_questions_are_told_what_is_wrong() {
    let f = fixture();
    for (uri, status, part) in [
        ("/api/events?from=yesterday", 400, "yesterday"),
        ("/api/events?colour=red", 400, "colour"),
        ("/api/events?bbox=1,2,3", 400, "bbox"),
        ("/api/claims?side=blue", 400, "blue"),
        ("/api/events/nobody", 404, "nobody"),
        ("/api/reports/x%2F..%2Fy", 404, "x/../y"),
        ("/api/nothing", 404, "/api/nothing"),
    ] {
        let (found, failure) = f.get(uri).await;
        assert_eq!(found.as_u16(), status, "{uri}");
        assert!(failure["message"].as_str().unwrap().contains(part), "{uri}: {failure}");
        assert!(!failure["remedy"].as_str().unwrap().is_empty());
    }
    assert_eq!(f.ask("POST", "localhost", "/api/events").await.0, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(f.ask("DELETE", "localhost", "/").await.0, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn map_has_points_and_shapes() {
    let f = fixture();
    let map = f.ok("/api/events.geojson").await;
    let of = |id: &str, part: &str| {
        map["features"]
            .as_array()
            .unwrap()
            .iter()
            .find(|x| x["properties"]["id"] == id && x["properties"]["part"] == part)
            .map(|x| x["geometry"]["type"].as_str().unwrap().to_owned())
    };
    assert_eq!(of("e-shelling", "point").as_deref(), Some("Point"));
    assert_eq!(of("e-shelling", "shape").as_deref(), Some("MultiPolygon"));
    assert_eq!(of("e-convoy", "shape").as_deref(), Some("LineString"));
    assert_eq!(of("e-market", "shape"), None, "a town is its point");
    let one = f.ok("/api/events/e-convoy/geojson").await;
    let ids: Vec<&Value> =
        one["features"].as_array().unwrap().iter().map(|x| &x["properties"]["id"]).collect();
    assert_eq!(ids, ["e-convoy", "e-convoy"]);
}

#[tokio::test]
async fn hostile_text_travels_as_json_under_a_strict_policy() {
    let f = fixture();
    let (_, headers, body) = f.ask("GET", "localhost:1", "/api/reports/hostile-markup").await;
    assert_eq!(headers["content-type"], "application/json");
    assert_eq!(headers["x-content-type-options"], "nosniff");
    let policy = headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("script-src 'self';") && !policy.contains("unsafe"), "{policy}");
    let report: Value = serde_json::from_slice(&body).unwrap();
    assert!(report["text"].as_str().unwrap().contains("<script>"), "kept as it was written");
}

#[tokio::test]
async fn other_hosts_are_refused() {
    let f = fixture();
    let (status, headers, _) = f.ask("GET", "evil.example", "/api/events").await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(headers.contains_key("content-security-policy"));
    assert_eq!(f.ask("GET", "evil.example", "/").await.0, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn workbench_is_served_for_every_view() {
    let f = fixture();
    for uri in ["/", "/events/e-market", "/reports/wire-market%402?claim=1", "/anything.html"] {
        let (status, headers, body) = f.ask("GET", "localhost", uri).await;
        assert_eq!(status, StatusCode::OK, "{uri}");
        assert_eq!(headers["content-type"], "text/html; charset=utf-8");
        assert_eq!(headers["cache-control"], "no-cache");
        let page = String::from_utf8(body).unwrap();
        assert!(page.contains("<title>Ascribe"), "{uri}");
        assert!(!page.contains("<script>"), "no inline script");
        for script in page.split("src=\"/").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            let (status, headers, _) = f.ask("GET", "localhost", &format!("/{script}")).await;
            assert_eq!(status, StatusCode::OK, "{script}");
            assert!(headers["cache-control"].to_str().unwrap().contains("immutable"));
        }
    }
    assert_eq!(f.ask("GET", "localhost", "/assets/gone.js").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn server_stays_on_this_computer() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("x.db");
    drop(Casebook::open(&path).unwrap());
    let open = tokio::net::TcpListener::bind("0.0.0.0:0").await.unwrap();
    let refused = ascribe_server::serve(&path, Names::Public, open, std::future::pending()).await;
    assert!(matches!(refused, Err(ServerError::NotLoopback { .. })));

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let missing =
        ascribe_server::serve(folder.path().join("no.db"), Names::Public, listener, std::future::pending())
            .await;
    assert!(matches!(missing, Err(ServerError::Casebook(_))));

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    ascribe_server::serve(&path, Names::Public, listener, std::future::ready(()))
        .await
        .expect("stops when it is told to");
}
