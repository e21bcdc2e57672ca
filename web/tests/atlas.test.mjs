// The table of disputed borders names countries as the atlas does, and each pair does share a border.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { mesh } from "topojson-client";

test("every disputed border is in the atlas", () => {
  const world = JSON.parse(readFileSync(new URL("../node_modules/world-atlas/countries-50m.json", import.meta.url), "utf8"));
  const source = readFileSync(new URL("../src/lib/map/disputed.ts", import.meta.url), "utf8");
  const pairs = [...source.matchAll(/\{ a: "([^"]+)", b: "([^"]+)"/g)].map(([, a, b]) => [a, b]);
  assert.ok(pairs.length > 20);
  for (const [a, b] of pairs) {
    const found = mesh(world, world.objects.countries, (x, y) => {
      const names = [x.properties.name, y.properties.name];
      return x !== y && names.includes(a) && names.includes(b);
    });
    assert.ok(found.coordinates.length > 0, `${a} and ${b} share no border in the atlas`);
  }
});
