// How the map is drawn: layers over the base map and the events, in colours of the page's scheme.
import type { FeatureCollection } from "geojson";
import type { StyleSpecification } from "maplibre-gl";
import type { Basemap } from "./basemap";

export interface Palette {
  sea: string;
  land: string;
  border: string;
  name: string;
  event: string;
  contested: string;
  halo: string;
}

/** The colours of the page, so that the map follows its scheme. */
export function palette(element: Element): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--map-${name}`).trim();
  return {
    sea: colour("sea"),
    land: colour("land"),
    border: colour("border"),
    name: colour("name"),
    event: colour("event"),
    contested: colour("contested"),
    halo: colour("halo"),
  };
}

const FONT = ["Noto Sans, DejaVu Sans, system-ui, sans-serif"];
const CHOSEN = ["==", ["get", "id"], ["global-state", "chosen"]] as const;

/** Points are clustered, shapes are not: two sources. */
export function parted(events: FeatureCollection): { points: FeatureCollection; shapes: FeatureCollection } {
  const only = (part: string): FeatureCollection => ({
    type: "FeatureCollection",
    features: events.features.filter((feature) => feature.properties?.part === part),
  });
  return { points: only("point"), shapes: only("shape") };
}

export function style(base: Basemap, events: FeatureCollection, chosen: string, colours: Palette): StyleSpecification {
  const { points, shapes } = parted(events);
  const mark = ["case", ["get", "contested"], colours.contested, colours.event];
  return {
    version: 8,
    state: { chosen: { default: chosen } },
    sources: {
      land: { type: "geojson", data: base.land },
      settled: { type: "geojson", data: base.settled },
      disputed: { type: "geojson", data: base.disputed },
      names: { type: "geojson", data: base.names },
      shapes: { type: "geojson", data: shapes },
      points: {
        type: "geojson",
        data: points,
        cluster: true,
        clusterRadius: 44,
        clusterMaxZoom: 11,
        clusterProperties: { contested: ["+", ["case", ["get", "contested"], 1, 0]] },
      },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colours.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colours.land } },
      { id: "settled", type: "line", source: "settled", paint: { "line-color": colours.border, "line-width": 1 } },
      {
        id: "disputed",
        type: "line",
        source: "disputed",
        paint: { "line-color": colours.border, "line-width": 1.2, "line-dasharray": [2, 2.5] },
      },
      {
        id: "names",
        type: "symbol",
        source: "names",
        layout: {
          "text-field": ["get", "name"],
          "text-font": FONT,
          "text-size": ["interpolate", ["linear"], ["zoom"], 1, 10, 6, 15],
          "symbol-sort-key": ["-", 0, ["get", "size"]],
          "text-max-width": 7,
        },
        paint: { "text-color": colours.name, "text-halo-color": colours.land, "text-halo-width": 1.2 },
      },
      {
        id: "areas",
        type: "fill",
        source: "shapes",
        filter: ["!=", ["geometry-type"], "LineString"],
        paint: { "fill-color": mark, "fill-opacity": ["case", CHOSEN, 0.32, 0.1] } as never,
      },
      {
        id: "edges",
        type: "line",
        source: "shapes",
        filter: ["!=", ["geometry-type"], "LineString"],
        paint: { "line-color": mark, "line-opacity": ["case", CHOSEN, 0.9, 0.35], "line-width": 1 } as never,
      },
      {
        id: "corridors",
        type: "line",
        source: "shapes",
        filter: ["==", ["geometry-type"], "LineString"],
        layout: { "line-cap": "round", "line-join": "round" },
        paint: { "line-color": mark, "line-opacity": ["case", CHOSEN, 0.6, 0.25], "line-width": 7 } as never,
      },
      {
        id: "clusters",
        type: "circle",
        source: "points",
        filter: ["has", "point_count"],
        paint: {
          "circle-color": colours.event,
          "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "point_count"]], 1, 11, 20, 34],
          "circle-stroke-width": 2.5,
          "circle-stroke-color": ["case", [">", ["get", "contested"], 0], colours.contested, colours.halo],
        } as never,
      },
      {
        id: "cluster-numbers",
        type: "symbol",
        source: "points",
        filter: ["has", "point_count"],
        layout: {
          "text-field": ["get", "point_count_abbreviated"],
          "text-font": FONT,
          "text-size": 12,
          "text-allow-overlap": true,
        },
        paint: { "text-color": colours.halo },
      },
      {
        id: "events",
        type: "circle",
        source: "points",
        filter: ["!", ["has", "point_count"]],
        paint: {
          "circle-color": ["case", ["get", "contested"], colours.contested, colours.event],
          "circle-radius": ["case", CHOSEN, 9, 6],
          "circle-stroke-width": ["case", CHOSEN, 3, 1.5],
          "circle-stroke-color": colours.halo,
        } as never,
      },
    ],
  };
}
