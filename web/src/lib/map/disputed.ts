// Borders that are known to be disputed or to be a line of control: drawn dashed, never as certain.
// Names are those of world-atlas. Without a box, the whole border between the two; with one, the part of it inside
// (west, south, east, north). Where a fact can be checked stands in its line; the others: general reference.
import type { Feature, Geometry, Position } from "geojson";

interface Disputed {
  a: string;
  b: string;
  box?: [number, number, number, number];
}

export const DISPUTED: Disputed[] = [
  { a: "Morocco", b: "W. Sahara" }, // UN list of non-self-governing territories
  { a: "Israel", b: "Palestine" }, // UN: 1949 armistice line
  { a: "Israel", b: "Syria" }, // Golan: UN Security Council resolution 497
  { a: "Israel", b: "Lebanon" }, // UN Blue Line
  { a: "Lebanon", b: "Syria", box: [35.5, 33.2, 35.95, 33.45] }, // Shebaa Farms
  { a: "Russia", b: "Ukraine", box: [32, 44, 36.9, 46.3] }, // Crimea: UN General Assembly resolution 68/262
  { a: "Cyprus", b: "N. Cyprus" }, // UN Security Council resolution 541
  { a: "Serbia", b: "Kosovo" }, // UN Security Council resolution 1244
  { a: "Somalia", b: "Somaliland" },
  { a: "Ethiopia", b: "Somaliland" },
  { a: "Ethiopia", b: "Somalia" }, // provisional administrative line
  { a: "Djibouti", b: "Somaliland" },
  { a: "Sudan", b: "S. Sudan" }, // Abyei and others not settled
  { a: "Egypt", b: "Sudan", box: [33, 21.5, 37.5, 23.5] }, // Hala'ib
  { a: "Ethiopia", b: "Eritrea" },
  { a: "Ethiopia", b: "Sudan", box: [35.5, 12.5, 36.8, 14.5] }, // Fashaga
  { a: "India", b: "Pakistan", box: [73, 32.2, 78.5, 37.2] }, // Line of Control
  { a: "India", b: "China" }, // Line of Actual Control
  { a: "India", b: "Siachen Glacier" },
  { a: "Pakistan", b: "Siachen Glacier" },
  { a: "China", b: "Siachen Glacier" },
  { a: "China", b: "Pakistan" },
  { a: "China", b: "Bhutan" },
  { a: "Armenia", b: "Azerbaijan" },
  { a: "North Korea", b: "South Korea" }, // military demarcation line
  { a: "Guyana", b: "Venezuela" },
  { a: "Guyana", b: "Suriname" },
  { a: "Kenya", b: "S. Sudan" }, // Ilemi triangle
  { a: "Afghanistan", b: "Pakistan" }, // Durand line
];

/** True where the border between two countries is disputed somewhere. */
export function disputedPair(a: string, b: string): Disputed | undefined {
  return DISPUTED.find((d) => (d.a === a && d.b === b) || (d.a === b && d.b === a));
}

interface Borders {
  settled: Feature<Geometry>;
  disputed: Feature<Geometry>;
}

/** Parts the lines of one border into those inside the box, which are disputed, and the rest. */
export function partBorder(lines: Position[][], box: Disputed["box"]): { settled: Position[][]; disputed: Position[][] } {
  if (!box) return { settled: [], disputed: lines };
  const [west, south, east, north] = box;
  const inside = ([lon = 0, lat = 0]: Position) => lon >= west && lon <= east && lat >= south && lat <= north;
  const settled: Position[][] = [];
  const disputed: Position[][] = [];
  for (const line of lines) {
    for (let at = 1; at < line.length; at += 1) {
      const [from, to] = [line[at - 1], line[at]];
      if (!from || !to) continue;
      const target = inside(from) && inside(to) ? disputed : settled;
      const last = target.at(-1);
      if (last && last.at(-1) === from) last.push(to);
      else target.push([from, to]);
    }
  }
  return { settled, disputed };
}

export const multiLine = (coordinates: Position[][]): Borders["settled"] => ({
  type: "Feature",
  properties: {},
  geometry: { type: "MultiLineString", coordinates },
});
