// Opens every page of the site in Chromium at the width of a phone: site_widths.cjs FOLDER. Prints the pages that are wider, with
// the first element that is, commas at the start of a line, errors of scripts, what is wrong on paper, and what the search does not
// find; the last line has the counts.
"use strict";

const fs = require("fs");
const path = require("path");
const { chromium } = require(path.join(process.env.HHP_NODE_MODULES, "playwright-core"));

const WIDTH = 360;
const SCROLLS = "pre, div.fragment, div.wide, .memproto, table";

function widest([width, scrolls]) {
  const first = [...document.querySelectorAll("body *")]
    .find((each) => each.getBoundingClientRect().right > width && !each.closest(scrolls));
  return [document.documentElement.scrollWidth, first ? first.outerHTML.slice(0, 120) : ""];
}

// Code from which the comma or bracket after it is broken off, to the start of the next line; and names in cells, and options, that
// are broken themselves.
function parted() {
  const found = [...document.querySelectorAll(".contents :is(p, li) > code")].filter((code) => {
    const next = code.nextSibling;
    if (!next || next.nodeType !== Node.TEXT_NODE || !/^[,.;:)]/.test(next.data)) return false;
    const mark = document.createRange();
    mark.setStart(next, 0);
    mark.setEnd(next, 1);
    return mark.getBoundingClientRect().top > [...code.getClientRects()].at(-1).bottom - 2;
  });
  const words = [...document.querySelectorAll("td > code, code.option")]
    .filter((code) => /^-*\w+$/.test(code.textContent) && code.getClientRects().length > 1);
  return [...found.map((code) => code.textContent + code.nextSibling.data[0]), ...words.map((code) => code.textContent)];
}

// Paper is light, whatever the screen of the reader, and has no scroll bars.
async function print(page, folder) {
  await page.goto(`file://${path.resolve(folder)}/cofinancing.html`);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize({ width: 680, height: 1000 }); // A4 less 15 mm on each side
  const [colour, cut] = await page.evaluate(() => [getComputedStyle(document.querySelector(".contents p")).color,
    [...document.querySelectorAll("pre")].filter((each) => each.scrollWidth > each.clientWidth).length]);
  if (colour !== "rgb(28, 39, 51)") console.log(`on paper, the text is ${colour}`);
  if (cut > 0) console.log(`on paper, ${cut} blocks of code are cut`);
}

// What is typed, and a title and a place that one of the results has to have.
const SEARCHES = [
  ["cofin", "cofinancing.h", "C API"], ["hp401", "HP401", "Rules"], ["cofin", "Co-financing, step by step", "Guide"],
  ["step co-fin", "Co-financing, step by step", "Guide"],
  ["hhp_plan_l", "hhp_plan_load", "Plans"], ["medfin", "Sådan regnes den lokale medfinansiering", "økonom"],
  ["below share", "HP401 local-share-below-minimum", "Rules"], ["agreem", "Agreements (agreement.h)", "C API"],
];

async function search(page, folder, [typed, title, place]) {
  await page.goto(`file://${path.resolve(folder)}/index.html`);
  await page.click("#search input");
  await page.keyboard.type(typed, { delay: 20 });
  const result = page.locator("#search li", { hasText: title }).filter({ hasText: place }).first();
  await result.waitFor({ timeout: 20000 }).catch(() => console.log(`the search for ${typed} does not find ${title} in ${place}`));
  const [width] = await page.evaluate(widest, [WIDTH, SCROLLS]);
  if (width > WIDTH) console.log(`the results for ${typed} are ${width} pixels wide`);
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
    const small = await page.evaluate(() => [...document.querySelectorAll("td")]
      .filter((each) => each.querySelector("img") && each.getBoundingClientRect().width < 150).length);
    if (small > 0) console.log(`${name}: ${small} pictures are narrower than 150 pixels`);
    for (const text of await page.evaluate(parted)) console.log(`${name}: a line ends within ${text}`);
  }
  for (const each of SEARCHES) await search(page, folder, each);
  await print(page, folder);
  await browser.close();
  console.log(`${names.length} pages fit in ${WIDTH} pixels`);
}

main(process.argv[2]).catch((error) => {
  console.error(error);
  process.exit(1);
});
