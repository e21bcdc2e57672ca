// The base map that comes with the program: land, borders and names of countries, no network needed.
import type { Feature, FeatureCollection, Position } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json?url";
import { disputedPair, multiLine, partBorder } from "./disputed";
import { cutLine, unwrapAreas } from "./unwrap";

type World = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

export interface Basemap {
  land: FeatureCollection;
  settled: Feature;
  disputed: Feature;
  names: FeatureCollection;
}

let loaded: Promise<Basemap> | undefined;

/** The base map, read once. */
export function basemap(): Promise<Basemap> {
  loaded ??= fetch(atlas)
    .then((response) => response.json() as Promise<World>)
    .then(build);
  return loaded;
}

function build(world: World): Basemap {
  const { countries, land } = world.objects;
  const settled: Position[][] = [];
  const disputed: Position[][] = [];
  // Every border once, with the names of the two it lies between.
  const pairs = new Map<string, { a: string; b: string }>();
  mesh(world, countries as GeometryCollection, (a, b) => {
    if (a !== b) {
      const names = [nameOf(a), nameOf(b)].sort() as [string, string];
      pairs.set(names.join("|"), { a: names[0], b: names[1] });
    }
    return false;
  });
  const contested = [...pairs.values()].filter(({ a, b }) => disputedPair(a, b));
  const isContested = (a: string, b: string) => disputedPair(a, b) !== undefined;
  settled.push(...linesOf(world, (a, b) => !isContested(a, b)));
  for (const { a, b } of contested) {
    const lines = linesOf(world, (x, y) => (x === a && y === b) || (x === b && y === a));
    const parted = partBorder(lines, disputedPair(a, b)?.box);
    settled.push(...parted.settled);
    disputed.push(...parted.disputed);
  }
  return {
    land: unwrapAreas(asCollection(feature(world, land))),
    settled: multiLine(settled),
    disputed: multiLine(disputed),
    names: labels(unwrapAreas(asCollection(feature(world, countries)))),
  };
}

function linesOf(world: World, wanted: (a: string, b: string) => boolean): Position[][] {
  const { countries } = world.objects;
  return mesh(world, countries as GeometryCollection, (a, b) => a !== b && wanted(nameOf(a), nameOf(b)))
    .coordinates.flatMap(cutLine);
}

const nameOf = (geometry: { properties?: unknown }) => (geometry.properties as { name?: string } | undefined)?.name ?? "";

const asCollection = (value: FeatureCollection | Feature): FeatureCollection =>
  value.type === "FeatureCollection" ? value : { type: "FeatureCollection", features: [value] };

/** The name of each country in the middle of its largest part, the large ones first. */
function labels(countries: FeatureCollection): FeatureCollection {
  const features = countries.features.flatMap((country): Feature[] => {
    const rings =
      country.geometry.type === "Polygon"
        ? [country.geometry.coordinates[0]]
        : country.geometry.type === "MultiPolygon"
          ? country.geometry.coordinates.map((polygon) => polygon[0])
          : [];
    const largest = rings
      .filter((ring) => ring !== undefined)
      .map(middle)
      .sort((a, b) => b.area - a.area)[0];
    if (!largest) return [];
    const properties = { name: nameOf(country), size: largest.area };
    return [{ type: "Feature", properties, geometry: { type: "Point", coordinates: largest.at } }];
  });
  return { type: "FeatureCollection", features };
}

/** Centre of gravity and area of a ring, in square degrees: good enough to put a name somewhere. */
function middle(ring: Position[]): { at: Position; area: number } {
  let [twice, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i += 1) {
    const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = [ring[i - 1], ring[i]];
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return { at: twice === 0 ? (ring[0] ?? [0, 0]) : [x / (3 * twice), y / (3 * twice)], area: Math.abs(twice) / 2 };
}
