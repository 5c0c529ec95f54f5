// What the tests of the page share: a server of the site, Debian's Chromium, and the page's own controls.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";

export const source = process.env.HHP_SOURCE_DIR ?? path.resolve(import.meta.dirname, "../..");
const modules = process.env.HHP_NODE_MODULES ?? "";

export function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}

export function required(name) {
  try {
    return createRequire(path.join(modules, "of-the-test.cjs"))(name);
  } catch {
    return skip(`${name} is not there`);
  }
}

export const axe_source = () => {
  required("axe-core");
  return readFileSync(path.join(modules, "axe-core/axe.min.js"), "utf8");
};

export async function launch() {
  const executablePath = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((file) => existsSync(file));
  if (!executablePath) skip("Chromium is not there");
  return required("playwright-core").chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** Serves the site as small servers do, with gzip. `requests` has the paths that were asked for, and `sent` counts bytes. */
export async function serve(site) {
  if (!existsSync(path.join(site, "index.html"))) skip("the site was not built");
  const requests = [];
  const types = { ".html": "text/html", ".js": "text/javascript" };
  const found = { requests, sent: 0 };
  const server = createServer((request, response) => {
    requests.push(request.url);
    const name = request.url === "/" ? "index.html" : request.url.slice(1);
    const file = ["index.html", "service-worker.js"].includes(name) ? path.join(site, name) : null;
    const content = file ? gzipSync(readFileSync(file)) : Buffer.alloc(0);
    found.sent += content.length;
    response.writeHead(file ? 200 : 404, file ? { "content-type": types[path.extname(file)], "content-encoding": "gzip" } : {});
    response.end(content);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return Object.assign(found, { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() });
}

/** Opens the page, and collects what must not be: errors, messages of the console, and requests elsewhere. */
export async function open(browser, url, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => page.faults.push(message.text()));
  page.on("request", (request) => {
    const to = request.url();
    if (!to.startsWith(new URL(url).origin) && !/^(blob|data|about|file):/.test(to)) page.faults.push(`request to ${to}`);
  });
  await page.goto(url);
  await page.waitForSelector("body[data-ready]", { state: "attached" });
  return page;
}

/** Waits until an expression is true in the page. (The policy of the page forbids what waitForFunction() does.) */
export async function until(page, expression) {
  const end = Date.now() + Number(process.env.HHP_PATIENCE ?? 120000);
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`never true: ${expression}`);
    await page.waitForTimeout(15);
  }
}

export const settled = (page) => until(page, `(() => {
  const badge = document.querySelector("#documents [aria-current] .badge");
  return !document.body.hasAttribute("aria-busy") && badge !== null && badge.textContent !== "" && badge.textContent !== "…";
})()`);

/** Drops files on the page, as a user does: [{ name, content }]. */
export async function drop(page, files) {
  const given = files.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString("base64") }));
  await page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of all) transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, given);
  await page.waitForTimeout(20); // until the files are read
  await settled(page);
}

/** Opens a file by the dialog. (Dropping one, the test puts its content into the page, which blocks the page for longer than the page does.) */
export async function choose(page, name, content) {
  const folder = mkdtempSync(path.join(tmpdir(), "hhp-"));
  try {
    writeFileSync(path.join(folder, name), content);
    await page.setInputFiles("#files", path.join(folder, name));
    await page.waitForTimeout(50); // until it is read
    await settled(page);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The longest task of the page's thread during `action`, as Chromium traces them: milliseconds by the clock, and of computing. */
export async function longest_task(page, action) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "__metadata"] } });
  await action();
  await page.waitForTimeout(1000); // what is done when idle
  await Promise.all([new Promise((done) => session.on("Tracing.tracingComplete", done)), session.send("Tracing.end")]);
  await session.detach();
  const key = ({ pid, tid }) => `${pid} ${tid}`;
  const threads = new Set(events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(key));
  const tasks = events.filter((event) => event.name === "ThreadControllerImpl::RunTask" && threads.has(key(event)));
  if (tasks.length === 0) throw new Error("Chromium traced no task");
  const most = (member) => Math.round(Math.max(...tasks.map((task) => (task[member] ?? 0) / 1000)));
  return { elapsed: most("dur"), computing: most("tdur") };
}

/** The text of the report in its frame. */
export const report_text = (page) => page.evaluate(`document.querySelector("#report iframe").contentDocument.body.innerText`);

/** Clicks on a button that saves, and returns the file. */
export async function saved(page, what) {
  if (!(await page.isVisible(`[data-save=${what}]`))) await page.click("#save summary");
  const [file] = await Promise.all([page.waitForEvent("download"), page.click(`[data-save=${what}]`)]);
  await page.keyboard.press("Escape"); // closes the menu
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

export const example = (name) => ({ name, content: readFileSync(path.join(source, "examples", name)) });
export const VOLLSMOSE = "vollsmose-2016-2020.helhedsplan.json";
