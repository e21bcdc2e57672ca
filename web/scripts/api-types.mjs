// Makes src/lib/api/schema.d.ts from docs/openapi.json, which the server's own tests keep up to date.
// With --check, says whether the file is up to date and changes nothing.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const source = new URL("../../docs/openapi.json", import.meta.url);
const target = new URL("../src/lib/api/schema.d.ts", import.meta.url);

const head = "// Made from docs/openapi.json by `npm run types`. Do not edit.\n\n";
const document = JSON.parse(await readFile(source, "utf8"));
const fresh = head + astToString(await openapiTS(document, { alphabetize: true }));

if (process.argv.includes("--check")) {
  const committed = await readFile(target, "utf8").catch(() => "");
  if (committed !== fresh) {
    console.error(`${fileURLToPath(target)} is not up to date: run \`npm --prefix web run types\`.`);
    process.exit(1);
  }
} else {
  await writeFile(target, fresh);
}
