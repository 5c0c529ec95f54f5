// Builds the site from the npm package in a folder, if it was built; exit code 77 if a tool is missing.
//
//   node build.mjs FOLDER TARGET
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { required, skip, source } from "./support.mjs";

const [folder, target] = process.argv.slice(2);
rmSync(target, { recursive: true, force: true });
const file = existsSync(folder) && readdirSync(folder).find((name) => /^helhedsplan-.*\.tgz$/.test(name));
if (!file) skip("the npm package was not built");
required("esbuild");
required("@codemirror/view");
execFileSync(path.join(source, "web/build"), [path.join(folder, file), target], { stdio: "inherit" });

// The page has the licence of each package in it, and the list of what a release has (tools/sbom) names the same packages.
const [, licences] = readFileSync(path.join(target, "index.html"), "utf8").match(/<!--\n([\s\S]*?)\n-->\n<\/body>/);
const named = [...licences.matchAll(/(?:^|, )((?:@[\w-]+\/)?[\w-]+) (\d+\.\d+\.\d+)/gm)].map(([, name, version]) => `${name}@${version}`).sort();
const { packages, relationships } = JSON.parse(execFileSync(path.join(source, "tools/sbom"), { encoding: "utf8" }));
const contained = relationships.filter((each) => each.spdxElementId === "SPDXRef-web" && each.relationshipType === "CONTAINS")
  .map((each) => packages.find(({ SPDXID }) => SPDXID === each.relatedSpdxElement))
  .filter((each) => each.externalRefs?.[0].referenceLocator.startsWith("pkg:npm/")).map((each) => `${each.name}@${each.versionInfo}`).sort();
assert.deepEqual(named, contained);
for (const text of ["the libhelhedsplan authors", "Petri Lehtinen", "Rich Felker", "Marijn Haverbeke"])
  assert(licences.includes(text), `the page has no notice of ${text}`);
