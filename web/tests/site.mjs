// The page in Chromium. The argument is the folder of the site; another one selects tests by a part of their names.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { axe_source, choose, drop, example, launch, longest_task, open, report_text, saved, serve, settled, until, VOLLSMOSE } from "./support.mjs";
import { hostile, many_activities } from "./plans.mjs";

const [site, only = ""] = process.argv.slice(2);
const server = await serve(site);
const browser = await launch();
const url = `${server.origin}/`;
const axe = axe_source();
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const editor_of = (page) => page.locator("#editor .cm-content");
const editor_text = (page) => page.evaluate(`document.querySelector("#editor").shadowRoot.querySelector(".cm-content").innerText`);
const status = (page) => page.textContent("#status");
const overflow = (page) => page.evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);
const opened = async (options) => {
  const page = await open(browser, url, options);
  await drop(page, [example(VOLLSMOSE)]);
  return page;
};
/** The report, as it is in the page, in a frame that allows scripts: axe-core is one. */
const allow_scripts = (page) => page.evaluate(`Promise.all([...document.querySelectorAll("iframe[sandbox]")].map((frame) => new Promise((done) => {
  const { outerHTML } = frame.contentDocument.documentElement;
  frame.removeAttribute("sandbox");
  frame.addEventListener("load", done, { once: true });
  frame.srcdoc = "<!DOCTYPE html>" + outerHTML;
})))`);

/** What axe-core finds in the page and in the frames of reports within it. */
async function violations(page) {
  await allow_scripts(page);
  for (const frame of page.frames()) await frame.evaluate(axe);
  const found = await page.evaluate(`axe.run(document, {runOnly: ${JSON.stringify(RULES)}})`);
  const looked_into = await page.evaluate(`[...document.querySelectorAll("iframe")].filter((frame) => frame.checkVisibility({ visibilityProperty: true })).length`);
  const framed = found.passes.flatMap(({ nodes }) => nodes).filter(({ target }) => target.length > 1); // targets within frames have two parts
  assert.equal(framed.length > 0, looked_into > 0);
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
}

const TESTS = {
  async "a dropped file is shown, in Danish and English"() {
    const page = await open(browser, url);
    const started = Date.now();
    await drop(page, [example(VOLLSMOSE)]);
    console.log(`  first report visible ${Date.now() - started} ms after the drop`);
    assert.match(await report_text(page), /Kravet om lokal medfinansiering er ikke opfyldt/);
    assert.match(await report_text(page), /666\.667 kr\./); // 46 - 35 of 46 million: 11.5 million are required at the total
    assert.match(await status(page), /1 fejl, 6 advarsler/);
    await page.click("#language");
    await until(page, `document.querySelector("#status").textContent.includes("1 errors")`);
    await settled(page);
    assert.equal(page.url(), `${url}#lang=en`);
    assert.equal(await page.evaluate("document.documentElement.lang"), "en");
    assert.match(await report_text(page), /requirement .*is not met/);
    assert.deepEqual(await page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]"), ["", 0, 0]);
    return page;
  },

  async "an edit changes the report"() {
    const page = await opened();
    await page.evaluate(`document.querySelector("#report iframe").contentWindow.scrollTo(0, 700)`);
    await editor_of(page).click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("x");
    await until(page, `/^vollsmose.*: 1 fejl, 0/.test(document.querySelector("#status").textContent)`);
    await settled(page);
    assert.match(await report_text(page), /ikke kontrolleret/);
    await page.keyboard.press("Backspace");
    await until(page, `/1 fejl, 6 advarsler/.test(document.querySelector("#status").textContent)`);
    await settled(page);
    assert.equal(await page.locator("#editor .cm-lint-marker").count() > 0, true);
    return page;
  },

  async "findings are at their places, in the editor's units"() {
    const page = await open(browser, url);
    const plan = JSON.parse(example(VOLLSMOSE).content);
    plan.title = "😀 Æøå";
    plan.status = "begun";
    const text = JSON.stringify(plan, null, 2).replaceAll("\n", "\r\n");
    await drop(page, [{ name: "x.json", content: text }]);
    const marked = await page.locator("#editor .cm-lintRange-error").first().innerText();
    assert.equal(marked, '"begun"');
    return page;
  },

  async "many files are shown together, and a file of that name is replaced"() {
    const page = await open(browser, url);
    await drop(page, [example(VOLLSMOSE), example("complete.helhedsplan.json")]);
    assert.equal(await page.locator("#documents li").count(), 2);
    assert.match(await report_text(page), /Boligsocial helhedsplan i Vollsmose 2016-2020[^]*complete|complete[^]*Vollsmose/i);
    await drop(page, [example("complete.helhedsplan.json")]);
    assert.equal(await page.locator("#documents li").count(), 2);
    await page.click("#documents li:first-child button:last-child");
    await settled(page);
    assert.equal(await page.locator("#documents li").count(), 1);
    return page;
  },

  async "no file hides another one of its name, and no edit is lost"() {
    const page = await open(browser, url);
    const names = () => page.locator("#documents li bdi").allInnerTexts();
    await drop(page, [{ ...example(VOLLSMOSE), name: "plan.json" }, { ...example("complete.helhedsplan.json"), name: "plan.json" }]);
    assert.deepEqual(await names(), ["plan.json", "plan-2.json"]);
    await drop(page, [{ ...example(VOLLSMOSE), name: "plan-2.json" }]); // the same file, read again
    assert.deepEqual(await names(), ["plan.json", "plan-2.json"]);
    await editor_of(page).click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("x");
    await until(page, `/^plan-2.json: 1 fejl, 0/.test(document.querySelector("#status").textContent)`);
    await drop(page, [{ ...example(VOLLSMOSE), name: "plan-2.json" }]);
    assert.deepEqual(await names(), ["plan.json", "plan-2.json", "plan-2-2.json"]);
    await page.click("#documents li:nth-child(2) button");
    await settled(page);
    assert.match(await report_text(page), /ikke kontrolleret/);
    const asked = [];
    page.on("dialog", (dialog) => asked.push(dialog.message()) && (asked.length === 1 ? dialog.dismiss() : dialog.accept()));
    const close = () => page.click("#documents li:nth-child(2) button:last-child");
    await close();
    assert.deepEqual(await names(), ["plan.json", "plan-2.json", "plan-2-2.json"]);
    await close();
    assert.deepEqual(await names(), ["plan.json", "plan-2-2.json"]);
    assert.deepEqual(asked, Array(2).fill("»plan-2.json« er ændret og ikke gemt. Luk den alligevel?"));
    await close();
    assert.deepEqual(await names(), ["plan.json"]); // the file has it
    assert.equal(asked.length, 2);
    return page;
  },

  async "what could not be read is said, whatever else is open"() {
    const page = await opened();
    await drop(page, [example(VOLLSMOSE), { name: "egen.json", content: '{ "format": "helhedsplan-scheme/1" }' }]);
    await until(page, `/^egen.json kunne ikke læses: ./.test(document.querySelector("#status").textContent)`);
    return page;
  },

  async "pasted text is checked"() {
    const page = await open(browser, url);
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, example(VOLLSMOSE).content.toString());
    await settled(page);
    assert.match(await status(page), /1 fejl, 6 advarsler/);
    return page;
  },

  async "a new plan of each scheme, saved as canonical JSON, HTML and CSV"() {
    const page = await open(browser, url);
    const schemes = await page.evaluate(`[...document.querySelector("#new-plan [name=scheme]").options].map(({ value }) => value)`);
    assert.equal(schemes.length > 1, true);
    for (const scheme of schemes) {
      await page.click("#new-plan summary");
      await page.fill("#new-plan [name=area]", `Lindparken ${scheme.slice(-2)}`);
      await page.selectOption("#new-plan [name=municipality]", "461");
      await page.selectOption("#new-plan [name=scheme]", scheme);
      await page.click("#new-plan [type=submit]");
      await settled(page);
      const plan = JSON.parse((await saved(page, "plan")).content);
      assert.equal(plan.scheme, scheme);
      assert.equal(plan.municipality_code, "461");
      assert.match(plan.title, /^Boligsocial helhedsplan for Lindparken/);
      assert.match(await status(page), / 0 fejl/);
    }
    const { name, content } = await saved(page, "html");
    assert.match(name, /^lindparken.*\.html$/);
    assert.match(content.toString(), /^<!DOCTYPE html>[^]*Lindparken/);
    await page.click("#save summary");
    await page.selectOption("#save [name=table]", "activities");
    const csv = await saved(page, "csv");
    assert.match(csv.name, /\.activities\.csv$/);
    assert.deepEqual([...csv.content.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    return page;
  },

  async "a new plan is that of the command"() {
    const page = await open(browser, url);
    for (const [lang, scheme, start, frame, kroner] of [["da", "lbf-2019-2026", "2027-03-15", "46 mio.", "46000000"], ["en", "lbf-2011-2014", "2028-02-29", "10.000.001", "10000001"]]) {
      if (lang === "en") await page.click("#language");
      await until(page, `document.documentElement.lang === "${lang}"`);
      await page.click("#new-plan summary");
      for (const [name, value] of Object.entries({ area: `Lindparken ${lang}`, start, frame })) await page.fill(`#new-plan [name=${name}]`, value);
      await page.selectOption("#new-plan [name=municipality]", "461");
      await page.selectOption("#new-plan [name=scheme]", scheme);
      await page.click("#new-plan [type=submit]");
      await settled(page);
      const made = (await saved(page, "plan")).content.toString();
      if (process.env.HHP_COMMAND)
        assert.equal(made, execFileSync(process.env.HHP_COMMAND, ["init", "--lang", lang, "--area", `Lindparken ${lang}`, "--municipality", "461", "--start", start,
                                                                  "--frame", kroner, "--scheme", scheme], { encoding: "utf8" }));
    }
    await page.click("#new-plan summary");
    await page.fill("#new-plan [name=housing_organisation]", "Lindby Boligforening");
    await page.fill("#new-plan [name=secretariat]", "Sekretariatet");
    await page.fill("#new-plan [name=frame]", "46 mia mio");
    await page.click("#new-plan [type=submit]");
    await until(page, `/^That failed: ./.test(document.querySelector("#status").textContent)`);
    await page.fill("#new-plan [name=frame]", "");
    await page.fill("#new-plan [name=area]", "Nye");
    await page.click("#new-plan [type=submit]");
    await settled(page);
    const { parties, financing } = JSON.parse((await saved(page, "plan")).content);
    assert.deepEqual(parties.map(({ name }) => name), ["Odense Kommune", "Lindby Boligforening", "Landsbyggefonden", "Sekretariatet"]);
    assert.equal(financing.frame, undefined); // what is not stated is absent
    assert.equal(financing.grant.applied, undefined);
    return page;
  },

  async "canonical JSON is that of the command"() {
    const page = await opened();
    assert.deepEqual((await saved(page, "plan")).content.equals(example(VOLLSMOSE).content), true); // the examples are canonical
    return page;
  },

  async "completion is from the JSON Schema"() {
    const page = await opened();
    const at = example(VOLLSMOSE).content.toString().split("\n").findIndex((line) => line.includes('"status"'));
    await editor_of(page).click();
    await page.keyboard.press("Control+Home");
    for (let i = 0; i < at; i++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+Space");
    await page.waitForSelector("#editor .cm-tooltip-autocomplete");
    const words = await page.locator("#editor .cm-tooltip-autocomplete li").allInnerTexts();
    assert.equal(words.length > 0 && words.every((word) => /[a-z]/.test(word)), true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type('"conti');
    await page.waitForSelector("#editor .cm-tooltip-autocomplete");
    assert.match((await page.locator("#editor .cm-tooltip-autocomplete li").allInnerTexts()).join(), /continues/);
    return page;
  },

  async "the calculator shows what the library calculates"() {
    const page = await open(browser, url);
    await page.click("[data-view=money]");
    const text = () => page.evaluate(`document.querySelector("#result iframe").contentDocument.body.innerText`);
    const verdict = (pattern) => until(page, `${pattern}.test(document.querySelector("#result [role=status]").textContent)`);
    await page.fill("#amount-grant", "34 mio.");
    await verdict(/11\.333\.334\skr\./); // 34 / 0.75 - 34
    await page.fill("#amount-local", "8.000.000");
    await page.fill("#amount-frame", "46.000.000");
    await verdict(/er ikke opfyldt: der mangler 2\.500\.000\skr\./);
    assert.match(await text(), /19,05\s%[^]*2\.500\.000\skr\.[^]*3\.333\.334\skr\./); // 25 % of 42 million - 8 million; 34 / 0.75 - 34 - 8
    await page.focus("#slider-local");
    await page.fill("#slider-local", "11400000");
    await verdict(/er opfyldt/);
    assert.equal(await page.getAttribute("#slider-local", "aria-valuetext"), "11.400.000 kr.");
    await page.fill("#amount-local", "-1");
    await until(page, `document.querySelector("#error-local").textContent !== ""`);
    await page.fill("#amount-local", "1000000000001");
    await until(page, `/1\\.000\\.000\\.000\\.000/.test(document.querySelector("#error-local").textContent)`);
    await page.fill("#amount-local", "999999999999");
    await page.dispatchEvent("#amount-local", "change");
    await until(page, `document.querySelector("#amount-local").value.replace(/\\s/g, " ") === "999.999.999.999 kr."`);
    assert.equal(await page.inputValue("#slider-local"), "1000000000000"); // the nearest step, which changes nothing
    assert.equal(await page.getAttribute("#slider-third_party", "aria-valuetext"), "ikke oplyst");
    return page;
  },

  async "what the calculator announces is what it shows"() {
    const page = await open(browser, url);
    await page.evaluate(`(() => {
      window.announced = [];
      const status = document.querySelector("#result [role=status]");
      new MutationObserver(() => {
        const shown = document.querySelector("#result iframe:not(.next)")?.contentDocument.body.textContent ?? "";
        window.announced.push(shown.includes(status.textContent));
      }).observe(status, { childList: true });
    })()`);
    await page.click("[data-view=money]");
    for (const local of ["1", "8.000.000", "12.000.000"]) {
      const before = await page.evaluate("announced.length");
      await page.fill("#amount-grant", "34 mio.");
      await page.fill("#amount-local", local);
      await until(page, `announced.length > ${before}`);
    }
    assert.equal((await page.evaluate("announced")).includes(false), false);
    return page;
  },

  async "a language chosen while the calculator calculates is that of the report, too"() {
    const page = await opened();
    await page.click("[data-view=money]");
    await page.fill("#amount-grant", "34 mio.");
    await until(page, `document.querySelector("#result iframe:not(.next)") !== null`);
    await page.evaluate(`(() => {
      let left = 3;
      new MutationObserver(() => { // a page is to be shown, and another one is asked for
        if (document.querySelector("#result iframe.next") === null || left-- <= 0) return;
        document.querySelector("#amount-local").value = String(left);
        document.querySelector("#amount-local").dispatchEvent(new Event("input", { bubbles: true }));
      }).observe(document.querySelector("#result .frame"), { childList: true });
      location.hash = "#lang=en";
    })()`);
    await until(page, `document.querySelector("#report iframe:not(.next)").contentDocument.documentElement.lang === "en"`);
    return page;
  },

  async "the calculator takes a plan's amounts, none that it does not state"() {
    const page = await opened();
    await page.click("[data-view=money]");
    await page.click("#from-plan");
    await until(page, `document.querySelector("#amount-grant").value !== ""`);
    assert.equal(await page.inputValue("#amount-grant"), "35.000.000 kr.");
    assert.equal(await page.inputValue("#amount-local"), "11.000.000 kr.");
    assert.equal(await page.inputValue("#amount-scheme"), "lbf-2015-2018");
    await until(page, `/mangler 500\\.000\\skr\\./.test(document.querySelector("#result [role=status]").textContent)`);
    const plan = JSON.parse(example(VOLLSMOSE).content);
    plan.financing.contributions.push({ parties: ["fab"] }); // an amount that is not stated: the plan is open, and so is this
    await page.click("[data-view=plan]");
    await drop(page, [{ name: "open.json", content: JSON.stringify(plan) }]);
    await page.click("[data-view=money]");
    await page.click("#from-plan");
    await until(page, `document.querySelector("#amount-local").value === ""`);
    assert.equal(await page.inputValue("#amount-grant"), "35.000.000 kr.");
    await until(page, `/endnu/.test(document.querySelector("#result [role=status]").textContent)`);
    return page;
  },

  async "by keyboard alone"() {
    const page = await open(browser, url);
    const focused = () => page.evaluate(`document.activeElement.id || document.activeElement.parentElement.id`);
    const tab_to = async (id) => {
      for (let i = 0; i < 60 && (await focused()) !== id; i++) await page.keyboard.press("Tab");
      assert.equal(await focused(), id);
    };
    await tab_to("new-plan");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Lindparken");
    await page.keyboard.press("Enter");
    await settled(page);
    await until(page, `document.querySelector("#editor").shadowRoot.activeElement !== null`);
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("x");
    await until(page, `/ 1 fejl/.test(document.querySelector("#status").textContent)`);
    await page.keyboard.press("Shift+Tab"); // Tab leaves the editor
    assert.equal(await focused(), "findings");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#editor .cm-panel-lint");
    await tab_to("save");
    await page.keyboard.press("Enter");
    assert.equal(await page.isVisible("[data-save=html]"), true);
    await page.keyboard.press("Escape");
    assert.equal(await page.isVisible("[data-save=html]"), false);
    assert.equal(await focused(), "save");
    return page;
  },

  async "readable at both widths and in both themes, and clean for axe-core"() {
    for (const width of [360, 1440])
      for (const colorScheme of ["light", "dark"]) {
        const page = await open(browser, url, { viewport: { width, height: 800 }, colorScheme });
        const where = `${width} ${colorScheme}`;
        const look = async (what) => {
          assert.equal(await overflow(page), 0, `${where}: ${what}`);
          assert.deepEqual(await violations(page), [], `${where}: ${what}`);
        };
        await look("empty");
        await drop(page, [example(VOLLSMOSE)]);
        await look("report");
        if (width === 360) await page.click(".switch [data-pane=source]");
        await page.click("#findings");
        await look("source");
        for (const menu of ["new-plan", "options", "save"]) {
          await page.click(`#${menu} summary`);
          await look(menu);
        }
        await page.keyboard.press("Escape");
        await page.click("[data-view=money]");
        await page.fill("#amount-grant", "34000000");
        await until(page, `/11\\.333\\.334\\skr\\./.test(document.querySelector("#result [role=status]").textContent)`);
        await page.waitForSelector("#result iframe:not(.next)");
        await look("money");
        assert.deepEqual(page.faults, []);
        await page.close();
      }
  },

  async "10,000 activities do not freeze the page"() {
    const spent = ({ elapsed, computing }) => `${computing} ms of computing, ${elapsed} ms by the clock`;
    for (const [what, content, pattern] of [["in order", many_activities(10000), /10\.000/],
                                            ["each with an unknown goal", many_activities(10000, "ukendt"), /10\.000/]]) {
      const page = await open(browser, url);
      const started = Date.now();
      let shown = 0;
      const opening = await longest_task(page, async () => {
        await choose(page, "many.json", content);
        shown = Date.now() - started;
      });
      const editing = await longest_task(page, async () => {
        await editor_of(page).click();
        await page.keyboard.press("Control+Home");
        await page.keyboard.type("   ");
        await page.waitForTimeout(400);
        await settled(page);
      });
      console.log(`  ${content.length} bytes, ${what}: shown after ${shown} ms; longest task: ${spent(opening)}; in an edit: ${spent(editing)}`);
      assert.match(await report_text(page), pattern);
      assert.deepEqual(page.faults, []);
      await page.close();
    }
  },

  async "a check runs while the page answers"() {
    const page = await open(browser, url);
    const content = many_activities(10000);
    await drop(page, [{ name: "many.json", content }]);
    // A check of the worker and a turn of the page at the same time: the turn is first.
    const order = await page.evaluate(`new Promise((done) => {
      const seen = [];
      const busy = new MutationObserver(() => {
        if (document.body.hasAttribute("aria-busy")) setTimeout(() => seen.push("turn"), 0);
        else { seen.push("checked"); done(seen); }
      });
      busy.observe(document.body, { attributeFilter: ["aria-busy"] });
      document.querySelector("#options form").dispatchEvent(new Event("change"));
    })`);
    assert.deepEqual(order, ["turn", "checked"]);
    return page;
  },

  async "a place in the report leads to the source"() {
    const page = await open(browser, url);
    const other = JSON.parse(example(VOLLSMOSE).content);
    other.title = "😀 En anden plan";
    other.status = "begun";
    await drop(page, [example(VOLLSMOSE), { name: "other.json", content: JSON.stringify(other, null, 1).replaceAll("\n", "\r\n") }]);
    const selected = () => page.evaluate(`document.querySelector("#editor").shadowRoot.getSelection?.().toString() ?? ""`);
    const current = () => page.textContent("#documents [aria-current] bdi");
    const lines = example(VOLLSMOSE).content.toString().split("\n");
    const link = (text) => page.frameLocator("#report iframe").locator(".place a", { hasText: text });
    assert.equal(await current(), "other.json");
    await link("/financing").first().click();
    await until(page, `document.querySelector("#documents [aria-current] bdi").textContent === "${VOLLSMOSE}"`);
    await until(page, `document.querySelector("#editor").shadowRoot.activeElement !== null`);
    const place = await page.evaluate(`document.querySelector("#report iframe").contentDocument.querySelector('[data-report="1"] .place[data-line] a[href^="#/financing"]').textContent`);
    const [, line] = place.match(/Linje (\d+):/);
    assert.ok(lines[line - 1].includes(await selected().then((text) => text.split("\n")[0])), place);
    assert.notEqual(await selected(), "");
    await settled(page);
    await link("/status").first().press("Enter"); // by the keyboard
    await until(page, `document.querySelector("#documents [aria-current] bdi").textContent === "other.json"`);
    await until(page, `document.querySelector("#editor").shadowRoot.activeElement !== null`);
    assert.equal(await selected(), '"begun"');
    assert.equal(page.url(), url); // and nowhere else
    assert.doesNotMatch((await saved(page, "html")).content.toString(), /class="place"[^>]*><a/);
    return page;
  },

  async "a hostile file does nothing"() {
    const page = await open(browser, url);
    await drop(page, [{ name: "<img src=x onerror=hacked=1>.json", content: hostile() }]);
    await editor_of(page).click();
    await page.click("#findings");
    const found = await page.evaluate(`({ hacked: window.hacked, title: document.title, images: document.querySelectorAll("img").length,
      scripts: document.querySelector("#report iframe").contentDocument.querySelectorAll("script, img, a[href^=http]").length })`);
    assert.deepEqual(found, { title: "Boligsocial helhedsplan", images: 0, scripts: 0, hacked: undefined });
    await drop(page, [{ name: "bytes.json", content: Buffer.from([0xff, 0xfe, 0, 1, 2, 0xc3]) }, { name: "empty.json", content: "" },
                      { name: "deep.json", content: "[".repeat(200000) }, { name: "nul.json", content: '{"a":"\0"}' }]);
    assert.equal(await page.locator("#documents .badge.bad").count(), 5);
    return page;
  },

  async "no request but to the site's own files, and none after it was loaded"() {
    server.requests.length = server.sent = 0;
    const page = await open(browser, url);
    await page.evaluate("navigator.serviceWorker.ready.then(() => new Promise((done) => setTimeout(done, 500)))");
    const loaded = [...server.requests];
    assert.deepEqual([...new Set(loaded)].sort(), ["/", "/service-worker.js"]);
    console.log(`  ${server.sent} bytes were transferred with gzip, twice the page: once for the service worker`);
    const asked = [];
    page.on("request", (request) => /^(blob|data|about):/.test(request.url()) || asked.push(request.url()));
    await drop(page, [example(VOLLSMOSE), { name: "h.json", content: hostile() }]);
    await page.click("[data-view=money]");
    await page.fill("#amount-grant", "1");
    await page.waitForSelector("#result iframe");
    await page.click("#language");
    await until(page, `document.documentElement.lang === "en"`);
    await saved_in(page);
    assert.deepEqual(asked, []);
    assert.deepEqual(server.requests, loaded);
    assert.equal(await page.evaluate(`fetch("/").then(() => "sent", () => "refused")`), "refused");
    page.faults = page.faults.filter((text) => !/Content Security Policy|Refused to connect|Fetch API/.test(text)); // of that fetch
    return page;
  },

  async "without a network, from the service worker"() {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate("navigator.serviceWorker.ready.then(() => new Promise((done) => setTimeout(done, 500)))");
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector("body[data-ready]", { state: "attached" });
    await drop(page, [example(VOLLSMOSE)]);
    assert.match(await report_text(page), /Kravet om lokal medfinansiering er ikke opfyldt/);
    await context.close();
  },

  async "from a file"() {
    const page = await open(browser, pathToFileURL(path.join(site, "index.html")).href);
    await drop(page, [example(VOLLSMOSE)]);
    assert.match(await report_text(page), /Kravet om lokal medfinansiering er ikke opfyldt/);
    return page;
  },

  async "the policy of the page allows nothing from elsewhere"() {
    const page = readFileSync(path.join(site, "index.html"), "utf8");
    const [, policy] = page.match(/Content-Security-Policy" content="([^"]*)"/);
    assert.match(policy, /^default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'sha256-[^']+' 'sha256-[^']+'; img-src data:;/);
    assert.equal(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:/.test(policy), false);
    console.log(`  index.html has ${statSync(path.join(site, "index.html")).size} bytes`);
  },
};

async function saved_in(page) {
  await page.click("[data-view=plan]");
  await settled(page);
  await saved(page, "json");
}

let failed = 0;
for (const [name, run] of Object.entries(TESTS)) {
  if (!name.includes(only)) continue;
  try {
    const page = await run();
    if (page) assert.deepEqual(page.faults, []);
    await page?.close();
    console.log(`ok      ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}\n${error.stack.slice(0, 1500)}`);
  }
}
await browser.close();
server.close();
process.exitCode = failed === 0 ? 0 : 1;
