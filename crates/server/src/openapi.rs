//! The OpenAPI document, made from the table of routes and the types that are served.

use crate::{
    api::{self, ROUTES, Route},
    error::Failure,
};
use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

/// OpenAPI 3.1 of everything under `/api`. Committed as `docs/openapi.json`, which the workbench's types
/// are made from.
pub fn document() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut generator = SchemaGenerator::new(settings);
    let parameters = list_parameters(&mut generator);
    let failure = generator.subschema_for::<Failure>();
    let mut paths = Map::new();
    for route in ROUTES {
        let operation = operation(route, &parameters, &failure, &mut generator);
        paths.insert(format!("/api{}", route.path), json!({ "get": operation }));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Ascribe",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "One casebook of reports, claims and events: who says that what happened. Read-only."
        },
        "paths": paths,
        "components": { "schemas": generator.take_definitions(true) }
    })
}

fn operation(
    route: &Route,
    list: &[Value],
    failure: &schemars::Schema,
    generator: &mut SchemaGenerator,
) -> Value {
    let mut parameters = Vec::new();
    if route.path.contains("{id}") {
        parameters
            .push(json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }));
    }
    if route.list {
        parameters.extend(list.iter().cloned());
    }
    let answer = (route.answer)(generator);
    let content = |schema: Value| json!({ "application/json": { "schema": schema } });
    json!({
        "summary": route.about,
        "parameters": parameters,
        "responses": {
            "200": { "description": "The answer.", "content": content(answer.to_value()) },
            "default": { "description": "Why there is none.", "content": content(failure.clone().to_value()) }
        }
    })
}

fn list_parameters(generator: &mut SchemaGenerator) -> Vec<Value> {
    let schema = api::parameters(generator);
    let properties = schema.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
    properties
        .into_iter()
        .map(|(name, property)| {
            json!({
                "name": name,
                "in": "query",
                "required": false,
                "description": property.get("description").cloned().unwrap_or_default(),
                "schema": { "type": "string" }
            })
        })
        .collect()
}
