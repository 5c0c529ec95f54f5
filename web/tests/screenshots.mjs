// Takes the pictures of tools/web-screenshots. Arguments: the folder of the site, and that of the pictures.
import path from "node:path";
import { drop, example, launch, open, serve, until, VOLLSMOSE } from "./support.mjs";

const [site, target] = process.argv.slice(2);
const server = await serve(site);
const browser = await launch();

async function money(page) {
  await page.click("[data-view=money]");
  for (const [name, amount] of [["grant", "34.000.000"], ["local", "8.000.000"], ["frame", "46.000.000"]]) await page.fill(`#amount-${name}`, amount);
  await page.dispatchEvent("#amount-frame", "change");
  await until(page, `/2\\.500\\.000/.test(document.querySelector("#result [role=status]").textContent)`);
}

async function plan(page) {
  await drop(page, [example(VOLLSMOSE)]);
}

async function source(page) {
  await plan(page);
  await page.click(".switch [data-pane=source]");
  await page.click("#findings");
}

const PICTURES = [
  ["plan-wide", 1440, 900, "light", plan], ["plan-wide-dark", 1440, 900, "dark", plan],
  ["plan-narrow", 360, 800, "light", plan], ["plan-narrow-dark", 360, 800, "dark", plan],
  ["source-narrow", 360, 800, "light", source], ["money-wide", 1440, 900, "light", money], ["money-narrow", 360, 800, "light", money],
];
try {
  for (const [name, width, height, colorScheme, prepare] of PICTURES) {
    const page = await open(browser, `${server.origin}/`, { viewport: { width, height }, colorScheme });
    await prepare(page);
    await page.waitForTimeout(300); // until the cursor and the gutter are drawn
    await page.screenshot({ path: path.join(target, `web-${name}.png`), caret: "hide" });
    await page.close();
  }
} finally {
  await browser.close();
  server.close();
}
