// Opens pages in Chromium, as readers do: without a network, in both themes, on narrow and wide screens, and in print.
//
//   node browser.mjs NODE_MODULES CHROMIUM JOB.json     writes an array of what was found, one item per page
//
// JOB.json: [{"path": FILE, "themes": ["light", "dark"], "widths": [360, 1440], "axe": true, "pdf": FILE or null}]
// An item has `requests` other than of the page itself, `messages` of the console, `overflow` (elements that stick out at
// the right), `violations` of axe-core, `texts` cut off in pictures, `broken` figures, and `errors` of scripts.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import path from "node:path";

const [modules, executablePath, job] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, "of-the-test.cjs"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const overflow = `(() => {
  const wide = document.documentElement.clientWidth, found = [];
  if (document.documentElement.scrollWidth > wide) found.push("page: " + document.documentElement.scrollWidth);
  for (const e of document.querySelectorAll("body *")) {
    const box = e.getBoundingClientRect();
    if (box.right > wide + 0.5 && box.width > 1 && !e.closest(".scroll, svg, .vh")) found.push(e.tagName + " " + box.right);
  }
  return found.slice(0, 5);
})()`;

// Texts of pictures that reach beyond the picture. Labels are cut by the library, so that they fit unless all letters are wide.
const cutTexts = `[...document.querySelectorAll("svg.pic")].flatMap((svg) => {
  const outer = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.width > 0 && (box.right > outer.right + 2 || box.left < outer.left - 2 || box.bottom > outer.bottom + 2);
  }).map((text) => text.textContent);
}).slice(0, 5)`;

// Figures that are broken over two lines, such as 500.0 and 00: a reader takes the first for the amount.
const brokenFigures = `(() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.checkVisibility()) continue;
    for (const { index, 0: figure } of walker.currentNode.data.matchAll(/(?<!\\S)(DKK\u00a0)?\\d[\\d.,]*(\u00a0kr\\.)?(?!\\S)/g)) {
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + figure.length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) found.push(figure);
    }
  }
  return found.slice(0, 5);
})()`;

async function look(browser, { path: file, themes, widths, axe: wanted, pdf }) {
  const found = { requests: [], messages: [], overflow: [], violations: [], texts: [], broken: [], errors: [] };
  const url = pathToFileURL(file).href;
  for (const colorScheme of themes) {
    for (const width of widths) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      page.on("request", (request) => request.url() === url || found.requests.push(request.url()));
      page.on("console", (message) => found.messages.push(message.text()));
      page.on("pageerror", (error) => found.errors.push(String(error)));
      await page.goto(url);
      const where = `${width} ${colorScheme}: `;
      found.overflow.push(...(await page.evaluate(overflow)).map((text) => where + text));
      found.texts.push(...(await page.evaluate(cutTexts)).map((text) => where + text));
      await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
      found.overflow.push(...(await page.evaluate(overflow)).map((text) => where + "open: " + text));
      found.broken.push(...(await page.evaluate(brokenFigures)).map((text) => where + text));
      if (wanted) {
        await page.evaluate(axe);
        const { violations } = await page.evaluate(`axe.run(document, {runOnly: ${JSON.stringify(RULES)}})`);
        found.violations.push(...violations.map((v) => `${where}${v.id}: ${v.help}: ${v.nodes[0].html.slice(0, 200)} ${v.nodes[0].failureSummary}`));
      }
      await page.close();
    }
  }
  if (pdf) {
    const page = await browser.newPage();
    await page.goto(url);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 680, height: 1009 }); // A4 less 15 mm on each side
    found.overflow.push(...(await page.evaluate(overflow)).map((text) => "print: " + text));
    found.texts.push(...(await page.evaluate(cutTexts)).map((text) => "print: " + text));
    found.broken.push(...(await page.evaluate(brokenFigures)).map((text) => "print: " + text));
    found.tallest = await page.evaluate(`Math.max(0, ...[...document.querySelectorAll("svg.pic, .verdict")].map((e) => e.getBoundingClientRect().height))`);
    found.widest = await page.evaluate(`Math.max(0, ...[...document.querySelectorAll("table")].map((e) => e.getBoundingClientRect().width))`);
    await page.pdf({ path: pdf, format: "A4", preferCSSPageSize: true, printBackground: true });
    await page.close();
  }
  return found;
}

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  const found = [];
  for (const one of JSON.parse(readFileSync(job, "utf8"))) found.push(await look(browser, one));
  process.stdout.write(JSON.stringify(found));
} finally {
  await browser.close();
}
