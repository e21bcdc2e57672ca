// Starts the real server over a small casebook and a browser that looks at it.
// CHROMIUM names the browser; without it, one of the usual names is looked for.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pictures = fileURLToPath(new URL("../test-results", import.meta.url));
const CHROMIUM =
  process.env.CHROMIUM ??
  ["chromium", "chromium-browser", "google-chrome"]
    .flatMap((name) => (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name)))
    .find(existsSync);

/** Builds the example programs; EXAMPLES names a folder that holds them already. */
function examples() {
  if (process.env.EXAMPLES) return (name) => join(process.env.EXAMPLES, name);
  const crates = ["-p", "ascribe-casebook", "-p", "ascribe-server"];
  execFileSync("cargo", ["build", "--release", "--quiet", ...crates, "--examples"], { cwd: root, stdio: "inherit" });
  const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
  return (name) => join(target, "release/examples", name);
}

/** A server over a fresh casebook; `fill` are the arguments of the sample program after the file. */
export async function serve(fill = []) {
  const program = examples();
  const folder = mkdtempSync(join(tmpdir(), "ascribe-web-"));
  const casebook = join(folder, "sample.db");
  execFileSync(program("sample"), [casebook, ...fill]);
  const server = spawn(program("serve"), [casebook], { stdio: ["ignore", "pipe", "inherit"] });
  const [address] = await new Promise((found, failed) => {
    createInterface(server.stdout).once("line", (line) => found([line]));
    server.once("exit", (code) => failed(new Error(`the server ended with ${code}`)));
  });
  return {
    address,
    stop() {
      server.kill("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function browser() {
  assert.ok(CHROMIUM && existsSync(CHROMIUM), "no Chromium: apt-get install chromium, or set CHROMIUM to its path");
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      "--no-sandbox",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--ignore-gpu-blocklist",
    ],
  });
}

/**
 * A page that keeps what went wrong in it. `page.faults` lists errors, breaches of the content policy and
 * requests to other hosts; every test ends by finding it empty.
 */
export async function open(chrome, address, options = {}) {
  const page = await chrome.newPage({ viewport: { width: 1280, height: 860 }, ...options });
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") page.faults.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!["data:", "blob:"].includes(url.protocol) && url.origin !== new URL(address).origin) {
      page.faults.push(`request to ${url.origin}`);
    }
  });
  page.setDefaultTimeout(20_000);
  return page;
}

/** Waits for the map, once it has drawn. */
export async function mapReady(page) {
  await page.locator('[data-state="ready"] canvas').first().waitFor();
}

/** Keeps a picture of the page where PICTURES is set. */
export async function picture(page, name) {
  if (!process.env.PICTURES) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
