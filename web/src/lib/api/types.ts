// Short names for the shapes that the API serves; docs/openapi.json is where they are defined.
import type { components } from "./schema";

type Schemas = components["schemas"];

export type About = Schemas["About"];
export type Facets = Schemas["Facets"];
export type Facet = Schemas["Facet"];
export type Event = Schemas["Event"];
export type EventFile = Schemas["EventFile"];
export type Figure = Schemas["Figure"];
export type Claim = Schemas["StoredClaim"];
export type Harm = Schemas["Harm"];
export type Side = Schemas["Side"];
export type Interval = Schemas["Interval"];
export type Place = Schemas["Place"];
export type ReportHead = Schemas["ReportHead"];
export type Report = Schemas["StoredReport"];
export type Passage = Schemas["StoredPassage"];
export type Hit = Schemas["Hit"];
export type SourceRow = Schemas["SourceRow"];
export type Span = Schemas["Span"];
export type Failure = Schemas["Failure"];
export type Page<T> = { total: number; offset: number; limit: number | null; items: T[] };
