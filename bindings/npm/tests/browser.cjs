/* The installed package in Debian's Chromium, over HTTP, in a page and in a worker: the conformance corpus, whose folder is the
 * argument, byte by byte, and no request but for the files. From the environment: HHP_NODE_MODULES. */
"use strict";
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const { cases, installed, skip } = require("./support.cjs");

const corpus = process.argv[2];
const chromium = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((file) => fs.existsSync(file));
if (!chromium) skip("Chromium is not there");
let playwright;
try {
  playwright = require(path.join(process.env.HHP_NODE_MODULES ?? "", "playwright-core"));
} catch {
  skip("playwright-core is not there");
}

const PACKAGE = path.join(installed, "node_modules/helhedsplan/dist");
const TYPES = { ".mjs": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const WORKER = `
import { check, init, Plan } from "/package/browser.mjs";
onmessage = async ({ data: { wasm, text } }) => {
  await init(wasm);
  const plan = Plan.parse(text);
  postMessage({ report: check(text, { stage: "draft" }).render("json"), title: plan.title });
};`;

const server = http.createServer((request, response) => {
  const [, kind, name] = request.url.match(/^\/(package|corpus)\/(.*)$/) ?? [];
  const file = kind && path.join(kind === "package" ? PACKAGE : corpus, name);
  const content = request.url === "/" ? "<!doctype html><meta charset=utf-8><title>test</title><link rel=icon href=data:,>"
    : request.url === "/worker.mjs" ? WORKER : file && fs.existsSync(file) ? fs.readFileSync(file) : null;
  response.writeHead(content === null ? 404 : 200, { "content-type": TYPES[path.extname(file ?? ".html")] ?? "text/javascript" });
  response.end(content ?? "");
});

async function in_page(all) {
  const helhedsplan = await import("/package/browser.mjs");
  const bytes_of = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
  let early = "";
  try {
    helhedsplan.check("{}");
  } catch (error) {
    early = error.message;
  }
  const failed = await helhedsplan.init("/package/no.wasm").catch((error) => error.message);
  await helhedsplan.init();
  const faults = [];
  for (const { id, plan, stage, today, scheme } of all) {
    const own = scheme?.includes("/") ? helhedsplan.Scheme.parse(await bytes_of(`/corpus/${scheme}`)) : scheme;
    const report = helhedsplan.check(await bytes_of(`/corpus/${plan}`), { path: plan, stage, today, scheme: own });
    const expected = await bytes_of(`/corpus/reports/${id}.json`);
    const found = new TextEncoder().encode(report.render("json"));
    if (found.length !== expected.length || found.some((byte, i) => byte !== expected[i])) faults.push(id);
    report.free();
  }
  const text = await (await fetch("/corpus/" + all.find(({ id }) => id.includes("vollsmose")).plan)).text();
  const worker = new Worker("/worker.mjs", { type: "module" });
  const answer = new Promise((done, fail) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = ({ message }) => fail(new Error(message));
  });
  worker.postMessage({ wasm: await bytes_of("/package/helhedsplan.wasm"), text });
  const { report, title } = await answer;
  return { early, failed, faults, title, is_same: report === helhedsplan.check(text, { stage: "draft" }).render("json"), has_load: "load" in helhedsplan.Plan };
}

async function main() {
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await playwright.chromium.launch({ executablePath: chromium, args: ["--no-sandbox"] });
  const requests = [];
  try {
    const page = await browser.newPage();
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(`${origin}/`);
    const all = cases(corpus);
    const found = await page.evaluate(in_page, all);
    const strange = requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith("data:"));
    console.log(`${all.length} cases in ${await browser.version()}`, found, strange);
    const is_right = found.faults.length === 0 && all.length > 0 && found.is_same && /Vollsmose/.test(found.title) && strange.length === 0
      && /init\(\)/.test(found.early) && /404/.test(found.failed) && !found.has_load;
    process.exitCode = is_right ? 0 : 1;
  } finally {
    await browser.close();
    server.close();
  }
}
main();
