// Opens every page of the site in Chromium at the width of a phone: site_widths.cjs FOLDER. Prints the pages that are wider, with
// the first element that is, and the errors of scripts; the last line has the counts.
"use strict";

const fs = require("fs");
const path = require("path");
const { chromium } = require(path.join(process.env.HHP_NODE_MODULES, "playwright-core"));

const WIDTH = 360;
const SCROLLS = "pre, div.fragment, div.wide, .memproto, table, #MSearchSelectWindow, #MSearchResultsWindow";

function widest([width, scrolls]) {
  const first = [...document.querySelectorAll("body *")]
    .find((each) => each.getBoundingClientRect().right > width && !each.closest(scrolls));
  return [document.documentElement.scrollWidth, first ? first.outerHTML.slice(0, 120) : ""];
}

async function main(folder) {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 800 } });
  page.on("pageerror", (error) => console.log(`${page.url()}: ${error}`));
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
  for (const name of names) {
    await page.goto(`file://${path.resolve(folder)}/${name}`);
    const [width, element] = await page.evaluate(widest, [WIDTH, SCROLLS]);
    if (width > WIDTH) console.log(`${name} is ${width} pixels wide: ${element}`);
  }
  await browser.close();
  console.log(`${names.length} pages fit in ${WIDTH} pixels`);
}

main(process.argv[2]).catch((error) => {
  console.error(error);
  process.exit(1);
});
