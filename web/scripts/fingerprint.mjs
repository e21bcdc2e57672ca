// Writes dist/sources.sha256: a line for each source file, so that a test of the server can tell whether
// the committed build belongs to the committed sources. The list of sources stands in
// crates/server/tests/workbench.rs too.
import { createHash } from "node:crypto";
import { readFile, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCES = ["index.html", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", "src"];
const web = fileURLToPath(new URL("..", import.meta.url));

async function files(path) {
  if (!(await stat(join(web, path))).isDirectory()) return [path];
  const names = await readdir(join(web, path));
  return (await Promise.all(names.map((name) => files(`${path}/${name}`)))).flat();
}

const found = (await Promise.all(SOURCES.map(files))).flat();
// By bytes of the name, as Rust sorts.
found.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
let lines = "";
for (const file of found) {
  const hash = createHash("sha256").update(await readFile(join(web, file))).digest("hex");
  lines += `${hash}  ${file}\n`;
}
await writeFile(join(web, "dist/sources.sha256"), lines);
