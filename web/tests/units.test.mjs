// The parts of the workbench that need no browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

let vite;
let words;
let format;
let filters;
let unwrap;
let disputed;
let matrix;

before(async () => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  vite = await createServer({ root, server: { middlewareMode: true, ws: false }, appType: "custom", logLevel: "error" });
  const load = (path) => vite.ssrLoadModule(`/src/lib/${path}`);
  words = await load("words.ts");
  format = await load("format.ts");
  filters = await load("filters.ts");
  unwrap = await load("map/unwrap.ts");
  disputed = await load("map/disputed.ts");
  matrix = await load("matrix.ts");
});

after(() => vite.close());

test("offsets count characters, not UTF-16 units", () => {
  const text = new words.Characters("🕊️ мир, said two");
  assert.equal(text.slice(3, 6), "мир");
  assert.equal(text.slice(13, 16), "two");
});

test("characters that turn the writing round are shown, one for one", () => {
  const text = new words.Characters("a\u202ecb\u2066d");
  assert.equal(text.slice(0, 6), "a\uFFFDcb\uFFFDd");
});

test("words stand in their own paragraph", () => {
  const text = new words.Characters("Before.\n\nFive men fell. More.\n\nAfter.");
  assert.deepEqual(text.context({ start: 9, end: 17 }, 100), { before: "", words: "Five men", after: " fell. More." });
});

test("runs cover the text once, under all their marks", () => {
  const marks = [
    { start: 2, end: 6, mark: "a" },
    { start: 4, end: 9, mark: "b" },
    { start: 4, end: 4, mark: "empty" },
    { start: 90, end: 99, mark: "outside" },
  ];
  assert.deepEqual(words.runs(0, 10, marks), [
    { start: 0, end: 2, marks: [] },
    { start: 2, end: 4, marks: ["a"] },
    { start: 4, end: 6, marks: ["a", "b"] },
    { start: 6, end: 9, marks: ["b"] },
    { start: 9, end: 10, marks: [] },
  ]);
});

test("counts keep their open ends", () => {
  const check = (min, max, shown) => assert.equal(format.count({ min, max }), shown);
  check(14, 14, "14");
  check(14, null, "≥ 14");
  check(null, 30, "≤ 30");
  check(24, 96, "24–96");
  check(0, 0, "none");
  check(null, null, "number not given");
});

test("only web addresses become links", () => {
  assert.equal(format.webAddress("https://example.org/a"), "https://example.org/a");
  for (const hostile of ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "/x", "", null]) {
    assert.equal(format.webAddress(hostile), undefined);
  }
});

test("filters are read from an address and nothing else is", () => {
  const query = new URLSearchParams("text=market&kind=&colour=red&page=3&bbox=1,2,3,4");
  assert.deepEqual(filters.filtersOf(query), { text: "market", bbox: "1,2,3,4" });
  assert.equal(filters.pageOf(query), 3);
  for (const page of ["0", "-1", "x", "1.5"]) {
    assert.equal(filters.pageOf(new URLSearchParams({ page })), 1);
  }
});

test("a ring over the 180th meridian is carried on, a line is cut there", () => {
  const ring = [[170, 60], [-170, 60], [-170, 50], [170, 50], [170, 60]];
  assert.deepEqual(unwrap.unwrapRing(ring), [[170, 60], [190, 60], [190, 50], [170, 50], [170, 60]]);
  const around = [[-120, -70], [0, -75], [120, -70], [-120, -70]];
  assert.deepEqual(unwrap.unwrapRing(around).slice(-3), [[240, -90], [-120, -90], [-120, -70]]);
  assert.deepEqual(unwrap.cutLine([[179, 1], [180, 1], [-180, 1], [-179, 1]]), [[[179, 1], [180, 1]], [[-180, 1], [-179, 1]]]);
});

test("a border is disputed where the table says so", () => {
  assert.ok(disputed.disputedPair("W. Sahara", "Morocco"));
  assert.equal(disputed.disputedPair("France", "Spain"), undefined);
  const line = [[0, 0], [1, 0], [2, 0], [3, 0]];
  const parted = disputed.partBorder([line], [0.5, -1, 2.5, 1]);
  assert.deepEqual(parted, { settled: [[[0, 0], [1, 0]], [[2, 0], [3, 0]]], disputed: [[[1, 0], [2, 0]]] });
});

test("claims stand side by side, one column a chain of sources", () => {
  const span = { start: 0, end: 1 };
  const claim = (id, source, effects, more = {}) => ({
    id,
    sources: source ? [{ name: source, side: "unknown" }] : [],
    outlet: "Wire",
    status: "happened",
    type: "clash",
    trigger: "clash",
    trigger_span: span,
    span,
    stance: "reported",
    actors: [],
    places: [],
    time: { text: null, from: null, to: null },
    means: [],
    responsibility: null,
    evidence: [],
    effects: effects.map(([min, max]) => ({ harm: "killed", victims: "men", side: "rebel", min, max, text: "x", span })),
    ...more,
  });
  const claims = [
    claim("a#1", "Army", [[4, 4]]),
    claim("b#1", "army", [[4, 4]]),
    claim("c#1", "Army", [[9, null]]),
    claim("d#1", null, [[2, 2]], { status: "denied" }),
  ];
  const values = [
    { source: "Army", claim: "a#1", min: 4, max: 4, superseded: true },
    { source: "Army", claim: "b#1", min: 4, max: 4, superseded: true },
    { source: "Army", claim: "c#1", min: 9, max: null, superseded: false },
  ];
  const figures = [{ harm: "killed", side: "rebel", low: 9, best: 9, high: 9, values }];
  const { columns, rows } = matrix.matrix({ contested: ["killed:rebel"], figures }, claims);
  assert.deepEqual(columns.map((c) => [c.name, c.ownVoice, c.claims.length]), [["Army", false, 3], ["Wire", true, 1]]);
  const killed = rows.find((row) => row.name === "Killed: rebel");
  assert.ok(killed.contested);
  const shown = killed.cells.map((cell) => cell.map((v) => [v.text, v.said.length, v.said[0].superseded]));
  assert.deepEqual(shown, [[["4", 2, true], ["≥ 9", 1, false]], [["2", 1, false]]]);
  const denied = matrix.matrix({ contested: [], figures: [] }, claims.slice(3)).rows.map((row) => row.name);
  assert.ok(denied.includes("Killed: rebel"), "what a denial speaks of has no figure, and is shown");
});
