// Writes dist/licences.txt: the licence of everything that is built into the workbench.
import { execFileSync } from "node:child_process";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const web = fileURLToPath(new URL("..", import.meta.url));
const listed = execFileSync("npm", ["ls", "--omit=dev", "--all", "--parseable"], { cwd: web, encoding: "utf8" });
const folders = listed.split("\n").filter((folder) => folder && folder !== web.replace(/\/$/, ""));

const entries = [];
for (const folder of folders) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? await readFile(join(folder, file), "utf8") : "";
  entries.push({ title: `${name} ${version} (${license ?? "see text"})`, text: text.trim() });
}
entries.sort((a, b) => (a.title < b.title ? -1 : 1));
const rule = "-".repeat(72);
const parts = entries.map(({ title, text }) => `${rule}\n${title}\n${rule}\n\n${text}\n`);
const head = "The workbench of Ascribe is built with the work of others. Their licences:\n";
await writeFile(join(web, "dist/licences.txt"), [head, ...parts].join("\n"));
