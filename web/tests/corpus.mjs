// The conformance corpus through the page, in Chromium: each plan is dropped, and its findings are saved. They have to equal, byte for
// byte, those of the corpus, with which the command is compared too. Arguments: the folder of the site, and that of the corpus.
import { readFileSync } from "node:fs";
import path from "node:path";
import { drop, launch, open, saved, serve, settled } from "./support.mjs";

const [site, corpus] = process.argv.slice(2);
const read = (name) => readFileSync(path.join(corpus, name));
const cases = read("cases.tsv").toString().split("\n").filter((line) => line && !line.startsWith("#")).map((line) => {
  const [id, plan, stage, today, scheme] = line.split("\t").map((column) => (column === "-" ? "" : column));
  return { id, plan, stage, today: today.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"), scheme };
});

const server = await serve(site);
const browser = await launch();
try {
  const page = await open(browser, `${server.origin}/#lang=en`);
  await page.click("#options summary");
  const different = [];
  for (const { id, plan, stage, today, scheme } of cases) {
    const is_file = scheme.includes("/");
    if (is_file) await drop(page, [{ name: "scheme.json", content: read(scheme) }, { name: plan, content: read(plan) }]);
    else await drop(page, [{ name: plan, content: read(plan) }]);
    if (!(await page.isVisible("#options form"))) await page.click("#options summary");
    await page.selectOption("#options [name=stage]", stage);
    if (!is_file) await page.selectOption("#options [name=scheme]", scheme);
    await page.fill("#options [name=today]", today);
    await page.dispatchEvent("#options form", "change");
    await settled(page);
    const { content } = await saved(page, "json");
    if (!content.equals(read(`reports/${id}.json`))) different.push(id);
    await page.click("#documents [aria-current] + button");
  }
  console.log(`${cases.length} cases, different: ${different.join(", ") || "none"}`, page.faults);
  process.exitCode = cases.length > 60 && different.length === 0 && page.faults.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  server.close();
}
