// The atlas lets rings and lines jump from 180° east to 180° west. A flat map would draw a band across
// the whole world there: rings are carried on past the edge instead, and lines are cut.
import type { Feature, FeatureCollection, Position } from "geojson";

const lonOf = (position: Position) => position[0] ?? 0;
const latOf = (position: Position) => position[1] ?? 0;

/** A ring without jumps; it may reach past 180°. One around a pole is closed along the map's edge. */
export function unwrapRing(ring: Position[]): Position[] {
  const first = ring[0];
  if (!first) return ring;
  const found: Position[] = [first];
  let shift = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const step = lonOf(ring[at] as Position) - lonOf(ring[at - 1] as Position);
    if (step > 180) shift -= 360;
    else if (step < -180) shift += 360;
    found.push([lonOf(ring[at] as Position) + shift, latOf(ring[at] as Position)]);
  }
  if (shift !== 0) {
    const pole = ring.reduce((sum, p) => sum + latOf(p), 0) < 0 ? -90 : 90;
    found.push([lonOf(first) + shift, pole], [lonOf(first), pole], first);
  }
  return found;
}

/** A line as its parts between jumps. */
export function cutLine(line: Position[]): Position[][] {
  const parts: Position[][] = [[]];
  for (const [at, position] of line.entries()) {
    const before = line[at - 1];
    if (before && Math.abs(lonOf(position) - lonOf(before)) > 180) parts.push([]);
    parts.at(-1)?.push(position);
  }
  return parts.filter((part) => part.length > 1);
}

export function unwrapAreas(areas: FeatureCollection): FeatureCollection {
  const features = areas.features.map((feature): Feature => {
    const { geometry } = feature;
    if (geometry.type === "Polygon") {
      return { ...feature, geometry: { ...geometry, coordinates: geometry.coordinates.map(unwrapRing) } };
    }
    if (geometry.type === "MultiPolygon") {
      const coordinates = geometry.coordinates.map((polygon) => polygon.map(unwrapRing));
      return { ...feature, geometry: { ...geometry, coordinates } };
    }
    return feature;
  });
  return { ...areas, features };
}
