// Renders Markdown pages: the elements, headings, items and tables that a browser gets from GitHub's Markdown, with raw
// HTML allowed, and Mermaid's model of the diagrams.
// raw HTML let through; and what Mermaid reads in the diagrams.
//
//   node page.mjs NODE_MODULES PAGES.json      an array of texts; an array of what came out is written
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import path from "node:path";

process.env.TZ = "UTC"; // Mermaid reads dates as local time

const [modules, pages] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, "of-the-test.cjs"));
const load = async (name) => import(name.endsWith("jsdom") ? pathToFileURL(require.resolve(name)) : find(name));

// Packages that have only ES modules have no entry for require.
function find(name) {
  const folder = path.resolve(modules, name);
  const { exports, main } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const entry = exports?.["."] ?? exports;
  const file = typeof entry === "string" ? entry : entry?.import?.default ?? entry?.import ?? entry?.default ?? main;
  return pathToFileURL(path.join(folder, file));
}

const { JSDOM } = await load("jsdom");
const { micromark } = await load("micromark");
const { gfm, gfmHtml } = await load("micromark-extension-gfm");
const dom = new JSDOM("<!DOCTYPE html>");
globalThis.window = dom.window;
globalThis.document = dom.window.document;
const { default: mermaid } = await load("mermaid");

const day = (date) => date.toISOString().slice(0, 10);

// One after the other: Mermaid keeps one global state for each type of diagram.
async function diagrams(sources) {
  const read = [];
  for (const source of sources) read.push(await diagram(source));
  return read;
}

async function diagram(text) {
  await mermaid.parse(text); // loads what the type of diagram needs
  const { db, type } = await mermaid.mermaidAPI.getDiagramFromText(text);
  if (type === "pie") return { type, title: db.getDiagramTitle(), slices: [...db.getSections()] };
  const tasks = db.getTasks().map((task) => [task.task.trim(), day(task.startTime), day(task.endTime), task.type]);
  return { type, title: db.getDiagramTitle(), tasks };
}

function texts(node) {
  if (node.nodeType === 3) return [node.data];
  if (node.nodeName === "CODE") return [];
  return [...node.childNodes].flatMap(texts);
}

async function look(markdown) {
  const html = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const body = new JSDOM(`<!DOCTYPE html><body>${html}`).window.document.body;
  const all = (selector, from = body) => [...from.querySelectorAll(selector)];
  const said = (selector, from) => all(selector, from).map((element) => element.textContent);
  const element = (e) => [e.localName, ...[...e.attributes].map((a) => `${a.name}=${a.value}`)].join(" ");
  return {
    elements: [...new Set(all("*").map(element))].sort(),
    headings: all("h1,h2,h3,h4,h5,h6,summary").map((e) => [e.localName, e.textContent]),
    items: said("li"),
    paragraphs: said("p"),
    tables: all("table").map((table) => all("tr", table).map((row) => said("th,td", row))),
    texts: texts(body),
    sources: said("code"),
    diagrams: await diagrams(said("code")),
  };
}

const out = [];
for (const page of JSON.parse(readFileSync(pages, "utf8"))) out.push(await look(page));
process.stdout.write(JSON.stringify(out));
