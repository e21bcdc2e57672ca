// What a reader does in the workbench, in a real browser against the real server.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { browser, mapReady, open, picture, serve } from "./harness.mjs";

let server;
let chrome;
let page;

before(async () => {
  server = await serve();
  chrome = await browser();
});

after(async () => {
  await chrome?.close();
  server?.stop();
});

beforeEach(async (context) => {
  page = await open(chrome, server.address);
  context.after?.(() => page.close());
});

const visit = (path) => page.goto(server.address + path);
const search = () => new URL(page.url()).searchParams;
const quiet = () => assert.deepEqual(page.faults, []);

test("events are listed with figures, grades and what is contested", async () => {
  await visit("/");
  const market = page.locator('[data-event="e-market"]');
  await market.waitFor();
  assert.equal(await page.locator("[data-event]").count(), 5);
  const words = await market.innerText();
  assert.match(words, /17\s*killed, civilian/);
  const convoy = await page.locator('[data-event="e-convoy"]').innerText();
  assert.match(convoy, /4–29\s*\(best 4\)\s*killed, state/);
  assert.match(words, /4 independent origins, 5 claims/);
  assert.match(words, /Contested: status/);
  await mapReady(page);
  await picture(page, "events");
  quiet();
});

test("filters stand in the address and survive a reload and the way back", async () => {
  await visit("/");
  await page.getByRole("searchbox", { name: "Search" }).fill("soldiers");
  await page.waitForURL(/text=soldiers/);
  await page.getByText("1 event, newest first").waitFor();
  await page.getByText("Filters", { exact: true }).click();
  await page.getByLabel("Contested only").check();
  await page.waitForURL(/contested=true/);
  await page.reload();
  await page.getByText("1 event, newest first").waitFor();
  assert.ok(await page.getByLabel("Contested only").isChecked());
  await page.getByLabel("Type").selectOption({ label: "Talks (1)" });
  await page.getByText("No events match these filters.").waitFor();
  await page.goBack();
  await page.getByText("1 event, newest first").waitFor();
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await page.getByText("5 events, newest first").waitFor();
  assert.equal(search().toString(), "");
  quiet();
});

test("the map and the list choose the same event", async () => {
  await visit("/?country=YE");
  await mapReady(page);
  await page.waitForTimeout(1200);
  const map = page.getByRole("region", { name: "Map of events" });
  const box = await map.boundingBox();
  // The only event is in the middle of the map, which went to where it is.
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForURL(/chosen=e-police/);
  await page.locator('[data-event="e-police"].chosen').waitFor();
  await page.getByRole("button", { name: /^On the map/ }).click();
  await page.waitForURL((url) => !url.searchParams.has("chosen"));
  await page.getByLabel("List only what the map shows").check();
  await page.waitForURL(/bbox=/);
  await page.getByText("in the window of the map").waitFor();
  quiet();
});

test("an event shows its claims side by side, each value with its words", async () => {
  await visit("/");
  await page.getByRole("link", { name: "airstrike, Maarrat Misrin, 15 May 2018" }).click();
  await page.waitForURL(/\/events\/e-market$/);
  const table = page.getByRole("region", { name: "Claims side by side" });
  await table.waitFor();
  const headers = await table.locator("thead .speaker").allInnerTexts();
  assert.deepEqual(headers, ["Northern Relief Network", "State television", "military source", "Orontes Observatory"]);
  const status = table.getByRole("row", { name: /^Says that it/ });
  assert.match(await status.innerText(), /happened[\s\S]*did not happen[\s\S]*did not happen[\s\S]*happened/);
  assert.match(await status.innerText(), /contested/);

  const killed = table.getByRole("row", { name: /^Killed: civilian/ }).getByRole("button", { name: "17 civilians" });
  await killed.hover();
  const card = page.locator(".card");
  await card.locator("mark").waitFor();
  assert.equal(await card.locator("mark").innerText(), "death of 17 civilians");
  assert.match(await card.innerText(), /Orontes Observatory/);
  await killed.click();
  await page.mouse.move(5, 5);
  await page.waitForTimeout(500);
  assert.ok(await card.isVisible(), "stays after a click");
  await picture(page, "event");
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });

  await killed.click();
  await card.getByRole("link", { name: "Read it in the report" }).click();
  await page.waitForURL(/\/reports\/observatory-bulletin\?claim=/);
  await page.locator(".claim.chosen").first().waitFor();
  quiet();
});

test("an event says who contradicts whom and who knows of it independently", async () => {
  await visit("/events/e-convoy");
  const dispute = page.getByRole("group", { name: "Who contradicts whom on killed (state)" });
  await dispute.waitFor();
  const camps = await dispute.locator(".camp").allInnerTexts();
  assert.equal(camps.length, 2);
  assert.match(camps[0], /^A\s+4\s+army\s+state, in Sahel Tribune[\s\S]*against B$/);
  assert.match(camps[1], /^B\s+29\s+Banner of the Dunes\s+jihadist, in Continent Today[\s\S]*against A$/);
  const origins = await page.getByRole("list", { name: "Independent origins" }).innerText();
  assert.match(origins, /army\s+state\s+2 claims, carried by 1 report\s+Sahel Tribune, 2018-06-03\s+quotes it/);
  await picture(page, "disputes");
  await dispute.getByRole("link", { name: "army" }).first().click();
  await page.waitForURL(/\/reports\/.*claim=/);
  quiet();
});

test("values are reached and opened with the keyboard alone", async () => {
  await visit("/events/e-shelling");
  const value = page.getByRole("row", { name: /^Where/ }).getByRole("button").first();
  await value.waitFor();
  await value.focus();
  await page.keyboard.press("Enter");
  await page.locator(".card mark").waitFor();
  assert.equal(await value.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Escape");
  await page.locator(".card").waitFor({ state: "detached" });
  assert.equal(await value.getAttribute("aria-expanded"), "false");
  assert.ok(await value.evaluate((element) => element === document.activeElement), "focus stays with the value");
  quiet();
});

test("a report marks its claims in the text, at the right characters", async () => {
  await visit("/reports/observatory-bulletin");
  const claim = page.locator(".claim").first();
  await claim.waitFor();
  assert.match(await claim.innerText(), /^Warplanes struck the market .* the injury of dozens\.$/);
  await claim.click();
  await page.waitForURL(/claim=observatory-bulletin%231/);
  const parts = await page.locator(".part").allInnerTexts();
  for (const part of ["Warplanes", "struck", "Maarrat Misrin", "on 15 May", "injury of dozens"]) {
    assert.ok(parts.includes(part), `${part} is marked`);
  }
  const comment = page.locator('[data-kind="comment"]');
  assert.match(await comment.innerText(), /Reader’s comment: a reader/);
  assert.equal(await comment.locator(".claim").count(), 0);
  await picture(page, "report");
  quiet();
});

test("the text of a report is shown letter by letter", async () => {
  await visit("/reports/observatory-bulletin");
  await page.locator(".claim").first().waitFor();
  const shown = await page.locator(".passage p").evaluateAll((all) => all.map((p) => p.textContent));
  const report = await (await fetch(`${server.address}/api/reports/observatory-bulletin`)).json();
  const characters = Array.from(report.text);
  assert.deepEqual(shown, report.passages.map((p) => characters.slice(p.start, p.end).join("")));
  quiet();
});

test("hostile text stays text", async () => {
  await visit("/reports/hostile-markup");
  await page.locator(".claim").first().waitFor();
  const title = await page.title();
  assert.match(title, /^<script>/, "the headline is in the title as words");
  assert.equal(await page.locator("article iframe, article img, article b, article script").count(), 0);
  await page.getByText("About this report").click();
  assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
  await page.getByText("javascript:document.title='owned'").waitFor();
  assert.ok((await page.locator("article").innerText()).includes("\uFFFDsdrawkcab"), "no turned writing");
  await visit("/");
  await page.locator("[data-event]").first().waitFor();
  assert.equal(await page.title(), "Events · Ascribe");
  quiet();
});

test("an older version says so and leads to the newer one", async () => {
  await visit("/reports/wire-market");
  await page.getByText("This version was replaced").waitFor();
  await page.getByRole("link", { name: "read the newer one" }).click();
  await page.waitForURL(/wire-market%402$/);
  await page.getByText("at least 17 people").waitFor();
  quiet();
});

test("sources lead to what they say", async () => {
  await visit("/sources");
  const army = page.getByRole("row", { name: /^army/ });
  await army.waitFor();
  assert.match(await army.innerText(), /1 of 1[\s\S]*killed ×0.14 in 1 case \(0 higher, 1 lower\)[\s\S]*Sahel Tribune/);
  await picture(page, "sources");
  await page.getByRole("searchbox", { name: "Find a source" }).fill("dunes");
  await page.getByText("1 source, those with most claims first").waitFor();
  await page.getByRole("link", { name: "Banner of the Dunes" }).click();
  await page.getByText("1 event, newest first").waitFor();
  assert.equal(search().get("source"), "Banner of the Dunes");
  quiet();
});

test("search shows where words stand", async () => {
  await visit("/search");
  await page.getByRole("searchbox").fill("everybody here");
  await page.getByText("1 passage, best first").waitFor();
  assert.deepEqual(await page.locator("li mark").allInnerTexts(), ["everybody", "here"]);
  assert.match(await page.locator("li").innerText(), /comment/);
  await page.getByRole("searchbox").fill("zeppelin");
  await page.getByText("No passage holds these words.").waitFor();
  quiet();
});

test("what is not there is told, with a way on", async () => {
  await visit("/events/nobody");
  await page.getByRole("alert").getByText("there is no event `nobody` in this casebook").waitFor();
  await visit("/no/such/view");
  await page.getByRole("link", { name: "To the events" }).click();
  await page.locator("[data-event]").first().waitFor();
  await page.route("**/api/reports?*", (route) => route.abort());
  await page.getByRole("link", { name: "Reports" }).click();
  await page.getByRole("alert").getByText("The server does not answer.").waitFor();
  await page.unroute("**/api/reports?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("7 reports, newest first").waitFor();
  // The browser itself notes the answers that were wanted here; nothing else may be at fault.
  assert.deepEqual(page.faults.filter((fault) => !/404|ERR_FAILED/.test(fault)), []);
});

test("without WebGL the list remains", async () => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await visit("/");
  await page.getByText("This browser cannot draw the map").waitFor();
  assert.equal(await page.locator("[data-event]").count(), 5);
});

test("it reads well on a narrow screen and in the dark", async () => {
  const narrow = await open(chrome, server.address, { viewport: { width: 400, height: 800 }, colorScheme: "dark" });
  for (const path of ["/", "/events/e-market", "/reports/wire-market%402", "/sources", "/search?text=market"]) {
    await narrow.goto(server.address + path);
    await narrow.locator("main :is(article, table, li)").first().waitFor();
    const [page_, window_] = await narrow.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(page_ <= window_, `${path} is ${page_} wide in a window of ${window_}`);
  }
  await picture(narrow, "narrow");
  assert.deepEqual(narrow.faults, []);
  await narrow.close();
});

test("many events are paged", async () => {
  const many = await serve(["--generated", "140"]);
  try {
    page = await open(chrome, many.address);
    await page.goto(many.address);
    await page.getByText("120 events, newest first").waitFor();
    assert.equal(await page.locator("[data-event]").count(), 50);
    await page.getByRole("button", { name: "Next" }).click();
    await page.waitForURL(/page=2/);
    await page.getByText("Page 2 of 3").waitFor();
    quiet();
  } finally {
    many.stop();
  }
});
