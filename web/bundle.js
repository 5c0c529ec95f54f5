// Writes the site: index.html with everything in it, and its service worker.
//
//   node bundle.js NODE_MODULES PACKAGE TARGET
//
// NODE_MODULES has what package.json lists, PACKAGE is the npm package helhedsplan, unpacked.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [modules, helhedsplan, target] = process.argv.slice(2).map((each) => path.resolve(each));
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const source = (name) => path.join(here, "src", name);
const esbuild = createRequire(path.join(modules, "of-the-site.cjs"))("esbuild");
const library = createRequire(import.meta.url)(path.join(helhedsplan, "dist/node.cjs"));
const sha256 = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const bundled = new Set(); // the names of packages of npm
/** A source with what it imports, as one script. */
function script(name) {
  const { outputFiles: [{ text }], metafile: { inputs } } = esbuild.buildSync({
    entryPoints: [source(name)], bundle: true, minify: true, write: false, format: "iife", target: "es2021", charset: "utf8", legalComments: "none",
    metafile: true,
    nodePaths: [modules], alias: { helhedsplan: path.join(helhedsplan, "dist/browser.mjs") }, logOverride: { "empty-import-meta": "silent" },
  });
  for (const input of Object.keys(inputs)) {
    const [, of] = input.match(/.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//) ?? [];
    if (of) bundled.add(of);
  }
  return text.trim();
}

/** The licences of all that is in the page. Each has to be part of every copy, and many packages share one. */
function licences() {
  const of = new Map();
  for (const name of [...bundled].sort()) {
    const { version } = JSON.parse(readFileSync(path.join(modules, name, "package.json"), "utf8"));
    const file = ["LICENSE", "LICENSE.md", "LICENSE.txt"].map((each) => path.join(modules, name, each)).find(existsSync);
    const text = readFileSync(file, "utf8").trim();
    of.set(text, [...(of.get(text) ?? []), `${name} ${version}`]);
  }
  const own = ["LICENSE", "NOTICE"].map((name) => readFileSync(path.join(helhedsplan, name), "utf8").trim());
  const others = [...of].map(([text, names]) => `${names.join(", ")}:\n\n${text}`);
  return [...own, "The scripts of this page contain also:", ...others].join("\n\n").replaceAll("-->", "-- >");
}

/** The drafts that `helhedsplan init` writes, by language and scheme. */
function drafts() {
  const command = path.join(helhedsplan, "bin/helhedsplan.cjs");
  const draft = (id, lang) => execFileSync(process.execPath, [command, "init", "--scheme", id, "--lang", lang], { encoding: "utf8" });
  const of = (lang) => Object.fromEntries(library.schemes().map(({ id }) => [id, draft(id, lang)]));
  return JSON.stringify({ da: of("da"), en: of("en") }).replaceAll("<", "\\u003c");
}

/** The hash of the style sheet of reports: a page in a frame must meet the policy of this page too. */
function style_of_reports() {
  const [, hash] = library.check("{}").render("html").match(/style-src ('sha256-[^']+')/);
  return hash;
}

const style = esbuild.transformSync(readFileSync(source("style.css"), "utf8"), { loader: "css", minify: true }).code.trim();
const app = script("main.js");
const parts = {
  style, app, worker: script("worker.js"), drafts: drafts(),
  wasm: readFileSync(path.join(helhedsplan, "dist/helhedsplan.wasm")).toString("base64"),
  policy: ["default-src 'none'", `script-src ${sha256(app)} 'wasm-unsafe-eval'`, "worker-src 'self' blob:",
           `style-src ${sha256(style)} ${style_of_reports()}`, "img-src data:", "base-uri 'none'", "form-action 'none'"].join("; "),
};
for (const name of ["app", "worker"])
  if (/<\/script|<!--/i.test(parts[name])) throw new Error(`${name} cannot be within a script element`);
parts.licences = licences();
const page = readFileSync(source("index.html"), "utf8").replace(/@(\w+)@/g, (_, name) => parts[name]);
const version = createHash("sha256").update(page).digest("hex").slice(0, 16);
mkdirSync(target, { recursive: true });
writeFileSync(path.join(target, "index.html"), page);
writeFileSync(path.join(target, "service-worker.js"), readFileSync(source("service-worker.js"), "utf8").replace("@version@", version));
