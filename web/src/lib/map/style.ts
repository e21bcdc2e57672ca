// How the map is drawn: layers over the base map and the events, in colours of the page's scheme.
import type { Feature, FeatureCollection } from "geojson";
import type { LayerSpecification, StyleSpecification } from "maplibre-gl";
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

/** A disc wider than this says no more than "somewhere in that country": shown for the chosen event alone. */
export const WIDE_KM = 100;

/** What the sources hold: points to cluster; shapes, each place once however many events it has; and the
 * shape of the chosen event. */
export function parted(events: FeatureCollection, chosen: string) {
  const only = (features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });
  const of = (part: string) => events.features.filter((feature) => feature.properties?.part === part);
  const places = new Map<string, Feature>();
  for (const shape of of("shape")) {
    if (Number(shape.properties?.radius_km) > WIDE_KM) continue;
    const place = JSON.stringify(shape.geometry);
    const before = places.get(place);
    const alone = before === undefined;
    const contested = Boolean(shape.properties?.contested || before?.properties?.contested);
    places.set(place, { ...shape, properties: { ...shape.properties, contested, alone } });
  }
  return {
    points: only(of("point")),
    shapes: only([...places.values()]),
    chosen: only(of("shape").filter((shape) => shape.properties?.id === chosen)),
  };
}

export function style(base: Basemap, events: FeatureCollection, chosen: string, colours: Palette): StyleSpecification {
  const { points, shapes, chosen: shape } = parted(events, chosen);
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
      chosen: { type: "geojson", data: shape },
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
      ...shapeLayers("shapes", mark, { fill: 0.1, edge: 0.35, corridor: 0.25 }),
      ...shapeLayers("chosen", mark, { fill: 0.3, edge: 0.9, corridor: 0.6 }),
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

/** Areas with their edges, and corridors, of one source. */
function shapeLayers(
  source: string,
  mark: unknown,
  opacity: { fill: number; edge: number; corridor: number },
): LayerSpecification[] {
  const colour = mark as string;
  return [
    {
      id: `${source}-areas`,
      type: "fill",
      source,
      filter: ["!=", ["geometry-type"], "LineString"],
      paint: { "fill-color": colour, "fill-opacity": opacity.fill },
    },
    {
      id: `${source}-edges`,
      type: "line",
      source,
      filter: ["!=", ["geometry-type"], "LineString"],
      paint: { "line-color": colour, "line-opacity": opacity.edge, "line-width": 1 },
    },
    {
      id: `${source}-corridors`,
      type: "line",
      source,
      filter: ["==", ["geometry-type"], "LineString"],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": colour, "line-opacity": opacity.corridor, "line-width": 7 },
    },
  ];
}
