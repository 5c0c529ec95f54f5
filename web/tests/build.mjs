// Builds the site from the npm package in a folder, if it was built; exit code 77 if a tool is missing.
//
//   node build.mjs FOLDER TARGET
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { required, skip, source } from "./support.mjs";

const [folder, target] = process.argv.slice(2);
rmSync(target, { recursive: true, force: true });
const file = existsSync(folder) && readdirSync(folder).find((name) => /^helhedsplan-.*\.tgz$/.test(name));
if (!file) skip("the npm package was not built");
required("esbuild");
required("@codemirror/view");
execFileSync(path.join(source, "web/build"), [path.join(folder, file), target], { stdio: "inherit" });
