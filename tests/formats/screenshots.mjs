// Takes the pictures of tools/html-screenshots.
//
//   node screenshots.mjs NODE_MODULES CHROMIUM FOLDER TARGET
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import path from "node:path";

const [modules, executablePath, folder, target] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, "of-the-tool.cjs"));
const { chromium } = require("playwright-core");

// Page, width, theme, and the part of the page: from the element (none: the top) on, with its height in pixels.
const PICTURES = [
  ["vollsmose", 1440, "light", null, 1080, "vollsmose-wide"],
  ["vollsmose", 1440, "dark", null, 1080, "vollsmose-wide-dark"],
  ["vollsmose", 360, "light", null, 1240, "vollsmose-narrow"],
  ["vollsmose", 360, "dark", null, 1240, "vollsmose-narrow-dark"],
  ["vollsmose", 1440, "light", "#p1-findings", 900, "findings"],
  ["complete", 1440, "light", "#p1-time", 1180, "contents"],
  ["open", 1440, "light", null, 760, "open"],
  ["several", 1440, "light", null, 420, "several"],
];

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  for (const [name, width, colorScheme, element, height, out] of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    await page.goto(pathToFileURL(path.join(folder, `${name}.html`)).href);
    const top = element ? await page.evaluate(`document.querySelector(${JSON.stringify(element)}).getBoundingClientRect().top - 16`) : 0;
    const left = width > 1024 ? (width - 1024) / 2 : 0; // without the margins beside the text
    await page.screenshot({ path: path.join(target, `html-${out}.png`), fullPage: true,
                            clip: { x: left, y: Math.round(top), width: width - 2 * left, height } });
    await page.close();
  }
} finally {
  await browser.close();
}
