/* The package in Node.js, as installed: values, lists, errors, money, memory, hostile input. Expected amounts are those of the
 * published plan (docs/examples), calculated by hand. */
"use strict";
const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const test = require("node:test");
const { complete, installed, library, read, vollsmose } = require("./support.cjs");

const { check, cofinancing, DocumentError, HelhedsplanError, Plan, Report, Scheme } = library;
const TODAY = "2016-04-01";
const is = (status) => (error) => error instanceof HelhedsplanError && error.status_name === status;

test("one library for import and require", async () => {
  const file = path.join(installed, "one.mjs");
  fs.writeFileSync(file, 'export * from "helhedsplan"; export { default } from "helhedsplan";\n');
  const esm = await import(file);
  assert.equal(esm.Plan, Plan);
  assert.equal(esm.default, library);
  assert.deepEqual(Object.keys(esm).filter((name) => name !== "default").sort(), Object.keys(library).sort());
  await esm.init();
});

test("the example of the readme prints what it says", () => {
  const readme = fs.readFileSync(path.join(installed, "node_modules/helhedsplan/README.md"), "utf8");
  const [, program] = readme.match(/```js\n(import \{ check, cofinancing[\s\S]*?)```/);
  const [, printed] = readme.match(/This prints:\n\n```text\n([\s\S]*?)```/);
  const folder = fs.mkdtempSync(path.join(installed, "readme-"));
  fs.copyFileSync(vollsmose, path.join(folder, "plan.helhedsplan.json"));
  fs.writeFileSync(path.join(folder, "example.mjs"), program);
  assert.equal(execFileSync(process.execPath, ["example.mjs"], { cwd: folder, encoding: "utf8" }), printed);
  assert.equal(Plan.load(path.join(folder, "new.helhedsplan.json")).activities.at(-1).title, "Natcafé");
});

test("a report", () => {
  const report = check(read(vollsmose), { stage: "draft", today: TODAY, path: "plan.json" });
  assert.deepEqual([report.ok, report.is_complete, report.plan_id, report.path, report.stage], [false, true, "vollsmose-2016-2020", "plan.json", "draft"]);
  const [error] = report.errors;
  assert.deepEqual([error.rule, error.severity, error.pointer, error.waived], ["HP401", "error", "/financing/contributions", false]);
  assert.equal(error.arguments.short_by, 500000); // 25 % of 46 million is 11.5 million
  assert.equal(error.arguments.share_of_total_bp, 2391);
  const text = read(vollsmose).toString();
  const [{ from, to }] = library.utf16_ranges(text, [error]);
  assert.deepEqual(JSON.parse(text.slice(from, to)), JSON.parse(text).financing.contributions);
  assert.equal(report.to_dict().findings.length, report.findings.length);
  assert.throws(() => check("{}", { stage: "late" }), is("HHP_ERR_ENUM"));
  assert.throws(() => check("{}", { today: "1/4 2016" }), is("HHP_ERR_DATE"));
  assert.throws(() => check("{}", { scheme: "lbf" }), is("HHP_ERR_NOT_FOUND"));
  assert.throws(() => check("{}", { severities: { HP999: "off" } }), is("HHP_ERR_NOT_FOUND"));
  assert.throws(() => check(3), TypeError);
  const waived = check(read(vollsmose), { stage: "draft", waivers: [{ rule: "HP401", reason: "aftalt" }] });
  assert.deepEqual([waived.ok, waived.waived[0].waiver_reason], [true, "aftalt"]);
});

test("places are right with letters of several bytes, pairs of surrogates and invalid text", () => {
  const text = '{"format": "helhedsplan/1", "id": "x", "title": "æøå 😀", "titel": "😀"}';
  const found = check(text).findings.find(({ pointer }) => pointer === "/titel");
  const [{ from, to }] = library.utf16_ranges(text, [found]);
  assert.equal(text.slice(from, to), '"titel"');
  assert.deepEqual(check('{"title": "\ud800"}').findings.map(({ rule }) => rule), check(Buffer.from('{"title": "\xed\xa0\x80"}', "latin1")).findings.map(({ rule }) => rule));
  assert.equal(check('{"title": "\ud800"}').ok, false);
});

test("all formats of reports, and several reports as one", () => {
  const report = check(read(vollsmose), { path: "plan.json", line_hashes: true });
  for (const format of Object.keys(library.words("format")).filter((name) => name !== "csv" && name !== "tsv")) {
    assert.ok(report.render(format, { lang: "da" }).length > 100, format);
  }
  assert.doesNotMatch(report.render("html"), /id="p1-goals"/); // nothing is drawn
  const drawn = check(read(vollsmose), { stage: "draft", today: TODAY, keep_plan: true }).render("html", { lang: "da" });
  assert.match(drawn, /id="p1-goals"/);
  assert.throws(() => report.render("csv"), is("HHP_ERR_ARGUMENT"));
  assert.equal(JSON.parse(library.render([report, report], "json")).files.length, 2);
});

test("a plan is read and edited", () => {
  const plan = Plan.load(vollsmose);
  assert.equal(plan.financing.contributions[0].amount, 11000000);
  assert.equal(plan.financing.contributions[0].effective_counts_as_local, "yes");
  assert.equal(plan.vision === null, !plan.is_given("vision"));
  plan.period.start = "2016-08";
  assert.equal(plan.period.start, "2016-08");
  for (const [value, status] of [["31/10 2015", "HHP_ERR_DATE"], ["2015-02-30", "HHP_ERR_DATE"]])
    assert.throws(() => { plan.period.start = value; }, is(status));
  assert.throws(() => { plan.period.start = new Date(); }, TypeError);
  assert.throws(() => { plan.status = "begun"; }, (error) => /“status” has to be one of: draft/.test(error.message) && /skal være en af/.test(error.sentence("da")));
  assert.throws(() => { plan.titel = "x"; }, TypeError);
  assert.throws(() => { plan.title = 3; }, TypeError);
  assert.throws(() => { plan.title = "a\0b"; }, is("HHP_ERR_FORMAT"));
  assert.throws(() => { plan.title = "\udc00"; }, is("HHP_ERR_UTF8"));
  assert.throws(() => { plan.financing.frame = 46000000.5; }, is("HHP_ERR_RANGE"));
  assert.throws(() => { plan.financing.frame = "46000000"; }, TypeError);
  assert.throws(() => { plan.financing.frame = NaN; }, is("HHP_ERR_RANGE"));
  assert.throws(() => { plan.financing.frame = -(2 ** 31); }, is("HHP_ERR_RANGE"));
  assert.throws(() => { plan.financing.frame = 2 ** 53; }, is("HHP_ERR_RANGE"));
  plan.financing.frame = null;
  assert.deepEqual([plan.financing.frame, plan.is_given("period")], [null, true]);
  assert.equal(Plan.parse(plan.dump()).dump(), plan.dump());
});

test("lists", () => {
  const plan = Plan.load(vollsmose);
  const cafe = plan.activities.add({ id: "natcafe", title: "Natcafé", elements: ["a", "b"], target_group: { age_min: 13 }, "x-note": { n: 1 } });
  assert.deepEqual(cafe.to_dict(), { id: "natcafe", title: "Natcafé", target_group: { age_min: 13 }, elements: ["a", "b"], "x-note": { n: 1 } });
  assert.ok(plan.activities.get("natcafe").is_same(plan.activities.at(-1)));
  const count = plan.activities.length;
  assert.equal(plan.resolve(`/activities/${count - 1}/title`).field, "title");
  const other = Plan.new({ id: "y", title: "Y" });
  assert.deepEqual(other.activities.add(cafe).to_dict(), cafe.to_dict()); // a copy
  other.update(plan);
  assert.deepEqual(other.to_dict(), plan.to_dict());
  assert.equal(other.copy().dump(), other.dump());
  const begun = Plan.new({ id: "z", activities: [{ id: "natcafe" }], financing: { frame: 5n }, "x-note": 1 }, { kroner: "bigint" });
  assert.equal(begun.copy().dump(), begun.dump()); // which is not complete
  assert.throws(() => plan.activities.add({ id: "natcafe" }), is("HHP_ERR_DUPLICATE_ID"));
  assert.throws(() => plan.activities.add({ id: "ny", start: "x" }), is("HHP_ERR_DATE"));
  assert.throws(() => plan.activities.add({}), is("HHP_ERR_ID"));
  assert.equal(plan.activities.length, count); // nothing was added by those that failed
  assert.equal(plan.activities.has("ny"), false);
  plan.activities.move("natcafe", 0);
  assert.equal(plan.activities[0].id, "natcafe");
  assert.equal(plan.activities[0].pointer, "/activities/0");
  assert.throws(() => { cafe.goals = ["ok", "Not An Id"]; }, is("HHP_ERR_ID"));
  cafe.elements.insert(1, "c");
  assert.deepEqual([...cafe.elements], ["a", "c", "b"]);
  assert.deepEqual(cafe.elements.map((text) => text.toUpperCase()), ["A", "C", "B"]);
  cafe.elements.remove("c");
  cafe.elements = ["d"];
  assert.equal(cafe.elements.join(), "d");
  assert.throws(() => { cafe.elements[0] = "x"; }, TypeError);
  assert.throws(() => { plan.activities = 3; }, TypeError);
  plan.activities.remove("natcafe");
  assert.equal(cafe.title, "Natcafé"); // still readable
  assert.equal(cafe.pointer, null);
});

test("every field of every entity is written and read", () => {
  const plan = Plan.load(complete);
  const copy = Plan.new(plan.to_dict());
  assert.equal(copy.dump(), plan.dump());
  const of = { text: "æ", id: "et-id", reference: "en-id", code: "en-kode", cvr: "12345678", municipality_code: "461", decimal: "63.5", number: 2020,
               truth: true, date: "2016-02-29", kroner: 46000000 };
  let written = 0;
  const visit = (object) => {
    for (const field of object.constructor.info.fields) {
      if (field.type === "format") continue;
      if (field.type === "object") {
        if (!field.is_list) visit(object[field.name]);
        else visit(object[field.name].at(0) ?? object[field.name].add(library.entity_info(field.target).has_id ? { id: `ny-${++written}` } : {}));
        continue;
      }
      if (field.type === "id" && object.constructor.info.has_id) continue;
      const words = field.words && Object.keys(library.words(field.words));
      const value = field.type === "word" ? words.at(-1) : field.type === "number" ? field.maximum ?? of.number
        : field.type === "id" ? `id-${written}` : of[field.type];
      object[field.name] = field.is_list ? [value] : value;
      assert.deepEqual(field.is_list ? [...object[field.name]] : object[field.name], field.is_list ? [value] : value, field.name);
      written++;
      object.clear(field.name);
      assert.equal(object.is_given(field.name), false, field.name);
    }
  };
  visit(plan);
  assert.ok(written > 120, String(written)); // 149 fields, of which some are ids
});

test("kroner as numbers that are exact, or as BigInt", () => {
  const plan = Plan.load(vollsmose, { kroner: "bigint" });
  assert.equal(plan.financing.contributions[0].amount, 11000000n);
  assert.equal(plan.cofinancing().shortfall_at_total, 500000n);
  assert.equal(plan.rollup("year").total.given, 46000000n);
  plan.financing.frame = 47000000;
  assert.equal(plan.financing.frame, 47000000n);
  const most = 2 ** 53 - 1;
  assert.equal(cofinancing({ grant: 0, local: most }).local, most);
  assert.throws(() => cofinancing({ grant: 0, local: 2n ** 53n }), is("HHP_ERR_RANGE"));
  assert.equal(cofinancing({ grant: 0, local: 2n ** 53n, kroner: "bigint" }).local, 2n ** 53n);
  assert.equal(cofinancing({ grant: 1n, local: 2n ** 62n, kroner: "bigint" }).total, 2n ** 62n + 1n);
  assert.throws(() => cofinancing({ grant: 2n ** 62n, local: 2n ** 62n, kroner: "bigint" }), is("HHP_ERR_OVERFLOW"));
  assert.throws(() => cofinancing({ grant: -1, local: 1 }), is("HHP_ERR_RANGE"));
  assert.throws(() => cofinancing({ grant: 2n ** 63n, local: 1 }), is("HHP_ERR_RANGE"));
  assert.throws(() => Plan.new({}, { kroner: "float" }), TypeError);
});

test("the calculator", () => {
  const money = cofinancing({ grant: 35_000_000, local: 11_000_000, frame: 46_000_000 });
  assert.deepEqual([money.verdict, money.share_of_total_bp, money.shortfall_at_total, money.shortfall_at_grant, money.base],
                   ["fails", 2391, 500000, 666667, "total"]);
  assert.deepEqual(money, Plan.load(vollsmose).cofinancing());
  const open = cofinancing({ grant: 14_000_000 });
  assert.equal(open.verdict, "open"); // not stated is not 0
  assert.equal(open.local, null);
  assert.equal(open.shortfall_at_total, null);
  assert.equal(cofinancing({ grant: 34_500_000, local: 11_500_000 }).verdict, "passes");
  assert.equal(library.kroner_text(500000, "da"), "500.000 kr.");
  assert.equal(library.parse_kroner("46,5 mio. kr."), 46500000);
  assert.throws(() => library.parse_kroner("1,000"), is("HHP_ERR_AMBIGUOUS"));
  assert.equal(library.parse_date("31/10 2015"), "2015-10-31");
  assert.equal(library.share_text(11, 46, "da"), "23,91 %");
});

test("rules, schemes, schemas, municipalities, words, tables, differences", () => {
  const rule = library.rule("HP401");
  assert.equal(rule.slug, "local-share-below-minimum");
  for (const each of library.rules())
    for (const lang of ["da", "en"]) for (const text of ["title", "rationale", "remedy", "source"]) assert.ok(each[text](lang).length > 0);
  const options = { stage: rule.example_stage, today: rule.example_today };
  assert.ok(check(rule.example("failing"), options).findings.some((each) => each.rule === "HP401"));
  assert.ok(!check(rule.example("passing"), options).findings.some((each) => each.rule === "HP401"));
  assert.equal(library.rule("HP999"), undefined);
  const scheme = library.schemes().find(({ id }) => id === "lbf-2015-2018");
  assert.equal(scheme.min_local_bp, 2500);
  assert.ok(scheme.focus_areas.length > 0 && scheme.title("da"));
  assert.throws(() => Scheme.parse("{}"), (error) => error instanceof DocumentError && error.report.findings.length > 0);
  assert.equal(library.json_schema().$id, library.json_schema("plan", "2020-12").$id);
  assert.equal(Object.keys(library.municipalities()).length, 98);
  assert.equal(library.municipality_code("Odense Kommune"), "461");
  assert.deepEqual(["461", "999"].map(library.municipality_authority), ["Odense Kommune", null]);
  assert.equal(library.words("agreement_kind", "da").sub, "delaftale");
  const plan = Plan.load(vollsmose);
  assert.ok(plan.table("activities", "csv", { lang: "da" }).split("\n").length > 19);
  const after = plan.copy();
  after.financing.frame = 47_000_000;
  const difference = plan.diff(after);
  assert.deepEqual(difference.changes().map(({ field, difference: by }) => [field, by]), [["frame", 1000000]]);
  assert.equal(JSON.parse(difference.render("json")).changes.length, 1);
});

test("freed by hand, by using, and when forgotten", async () => {
  const plan = Plan.load(vollsmose);
  const { activities, period } = plan;
  plan.free();
  plan.free();
  assert.throws(() => plan.title, /was freed/);
  assert.throws(() => activities.length, /was freed/);
  assert.throws(() => { period.start = "2016"; }, /was freed/);
  const dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");
  const report = check("{}");
  const [finding] = report.findings;
  report[dispose]();
  assert.throws(() => finding.message(), /was freed/);
  const keep = Plan.load(vollsmose).activities[0]; // keeps its plan
  global.gc();
  await new Promise((done) => setTimeout(done, 10));
  assert.equal(keep.id, JSON.parse(read(vollsmose)).activities[0].id);
});

test("memory stays as it is over 10,000 checks, freed by hand or forgotten", async () => {
  const small = read(vollsmose);
  const once = () => {
    const report = check(small, { stage: "draft" });
    assert.equal(report.counts.error, 1);
    return report;
  };
  for (let i = 0; i < 50; i++) once().free();
  const before = library.memory_size();
  for (let i = 0; i < 9000; i++) once().free();
  assert.equal(library.memory_size(), before);
  for (let i = 0; i < 50; i++) {
    for (let k = 0; k < 20; k++) once(); // forgotten
    global.gc();
    await new Promise((done) => setImmediate(done));
  }
  assert.ok(library.memory_size() - before <= 16 * 1024 * 1024, `${before} to ${library.memory_size()}`);
});

test("hostile input is findings", () => {
  const deep = (levels) => `{"format": "helhedsplan/1", "id": "x", "x-deep": ${"[".repeat(levels)}1${"]".repeat(levels)}}`;
  for (const text of ["", "\ufeff{}", "[".repeat(1e6), '{"a":'.repeat(1e5), deep(200), "{\"id\": \"\\ud800\"}", "1e999", '"'.repeat(3), "\0", "null",
                      `{"a": ${"9".repeat(100000)}}`]) {
    const report = check(text);
    assert.equal(report.ok, false, text.slice(0, 20));
    for (const format of ["text", "json", "sarif", "markdown"]) report.render(format);
    assert.throws(() => Plan.parse(text), (error) => error instanceof DocumentError);
    report.free();
  }
  let levels = 64;
  while (check(deep(levels)).findings.some(({ rule }) => rule < "HP104")) levels--;
  assert.ok(levels > 50, `${levels}`);
  const plan = Plan.parse(JSON.stringify({ ...JSON.parse(read(complete)), "x-deep": JSON.parse("[".repeat(levels) + "]".repeat(levels)) }));
  assert.equal(Plan.parse(plan.dump()).dump(), plan.dump()); // on a stack of 1 MB
  plan.diff(Plan.new({ id: "y" })).render("json");
});

test("a plan of 10,000 activities", () => {
  const plan = JSON.parse(read(vollsmose));
  const [activity] = plan.activities;
  plan.activities = Array.from({ length: 10000 }, (_, i) => ({ ...activity, id: `a-${i}`, title: `Aktivitet ${i}` }));
  const report = check(JSON.stringify(plan), { stage: "draft" });
  assert.equal(report.is_complete, true);
  report.render("html" in library.words("format") ? "html" : "json");
});

test("a file that is too large is not read", () => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "hhp-npm-")), "large.json");
  fs.closeSync(fs.openSync(file, "w"));
  fs.truncateSync(file, 256 * 1024 * 1024 + 1);
  assert.throws(() => Plan.load(file), is("HHP_ERR_TOO_LARGE"));
  fs.rmSync(path.dirname(file), { recursive: true });
});

test("out of memory is an error, after which the library works", () => {
  const program = `
    const { check, memory_size } = require("helhedsplan");
    const text = '{"format": "helhedsplan/1", "id": "x", "sources": [' + '"' + "x".repeat(1000) + '",'.repeat(1) + '"y"]}';
    const large = '{"format": "helhedsplan/1", "sources": [' + ('"' + "x".repeat(100) + '",').repeat(400000) + '"y"]}';
    let status = "none";
    try { check(large); } catch (error) { status = error.status_name; }
    if (status !== "HHP_ERR_NOMEM") throw new Error(status);
    if (check(text).findings.length === 0) throw new Error("no findings");
    console.log("ok");`;
  const limit = ["--wasm-max-mem-pages=600", "--experimental-wasm-max-mem-pages=600"].find((option) => {
    try {
      return execFileSync(process.execPath, [option, "-p", "1"], { stdio: ["ignore", "pipe", "ignore"] });
    } catch {
      return false;
    }
  });
  assert.ok(limit, "Node.js has no option that limits the memory");
  assert.equal(execFileSync(process.execPath, [limit, "-e", program], { cwd: installed, encoding: "utf8" }), "ok\n");
});

test("a save that fails at any step leaves the old file, and nothing beside it", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "hhp-npm-"));
  const file = path.join(folder, "plan.json");
  const plan = Plan.load(vollsmose);
  plan.save(file);
  const before = fs.readFileSync(file, "utf8");
  plan.title = "Ny";
  for (const step of ["writeFileSync", "fsyncSync", "chmodSync", "renameSync"]) {
    const real = fs[step];
    fs[step] = () => { throw new Error(step); };
    try {
      assert.throws(() => plan.save(file), new RegExp(step));
    } finally {
      fs[step] = real;
    }
    assert.equal(fs.readFileSync(file, "utf8"), before);
    assert.deepEqual(fs.readdirSync(folder), ["plan.json"]);
  }
  // The text is on the disk before it has the name, and the name after it.
  const order = [];
  const real = { fsyncSync: fs.fsyncSync, renameSync: fs.renameSync };
  for (const [step, call] of Object.entries(real)) fs[step] = (...values) => (order.push(step), call(...values));
  try {
    plan.save(file);
  } finally {
    Object.assign(fs, real);
  }
  assert.deepEqual(order, ["fsyncSync", "renameSync", "fsyncSync"]);
  assert.equal(fs.readFileSync(file, "utf8"), plan.dump());
  fs.rmSync(folder, { recursive: true });
});

test("saving keeps owner and group, or takes the rights of a group that is lost", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "hhp-npm-"));
  const file = path.join(folder, "plan.json");
  const plan = Plan.load(vollsmose);
  plan.save(file);
  fs.chmodSync(file, 0o664);
  if (process.getuid() === 0) {
    fs.chownSync(file, 12345, 23456);
    plan.save(file);
    const { uid, gid, mode } = fs.statSync(file);
    assert.deepEqual([uid, gid, mode & 0o777], [12345, 23456, 0o664]);
    const real = fs.chownSync;
    fs.chownSync = () => { throw new Error("EPERM"); };
    try {
      plan.save(file);
    } finally {
      fs.chownSync = real;
    }
    assert.equal(fs.statSync(file).uid, 0);
    assert.equal(fs.statSync(file).mode & 0o777, 0o604);
  } else {
    plan.save(file);
    assert.equal(fs.statSync(file).mode & 0o777, 0o664);
  }
  fs.rmSync(folder, { recursive: true });
});

test("lists of objects can be assigned", () => {
  const plan = Plan.load(vollsmose);
  const { length } = plan.activities;
  const [first] = plan.activities;
  const before = first.to_dict();
  const text = plan.dump();
  plan.activities = plan.activities.slice();
  assert.equal(plan.dump(), text);
  plan.activities = plan.activities.filter((_, i) => i < 2);
  assert.equal(plan.activities.length, 2);
  assert.ok(length > 2);
  assert.deepEqual(plan.activities[0].to_dict(), before);
  plan.activities = [{ id: "ny", title: "Ny", "x-note": [1] }];
  assert.equal(plan.activities[0].title, "Ny");
  assert.deepEqual(plan.activities[0].extension("x-note"), [1]);
  const [kept] = [plan.dump()];
  for (const wrong of [[{ id: "a", title: "A" }, { id: "a", title: "B" }], [{ id: "a", titel: "A" }], [{ id: "a", start: "2016-13" }], [1], "x", 3])
    assert.throws(() => { plan.activities = wrong; });
  assert.equal(plan.dump(), kept);
  plan.activities = null;
  assert.equal(plan.activities.length, 0);
  plan.financing.update({ contributions: [{ parties: ["fab"], amount: 5 }] });
  assert.equal(plan.financing.contributions[0].amount, 5);
});

test("saving replaces a file as a whole, keeps its mode and follows links", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "hhp-npm-"));
  const file = path.join(folder, "plan.json");
  const plan = Plan.load(vollsmose);
  plan.save(file);
  fs.chmodSync(file, 0o640);
  fs.symlinkSync("plan.json", path.join(folder, "link.json"));
  plan.title = "Ny";
  plan.save(path.join(folder, "link.json"));
  assert.equal(fs.readFileSync(file, "utf8"), plan.dump());
  assert.equal(fs.statSync(file).mode & 0o777, 0o640);
  assert.ok(fs.lstatSync(path.join(folder, "link.json")).isSymbolicLink());
  assert.deepEqual(fs.readdirSync(folder).sort(), ["link.json", "plan.json"]);
  assert.throws(() => plan.save(path.join(folder, "no/plan.json")), /ENOENT/);
  assert.throws(() => plan.save(folder), ({ status_name }) => status_name === "HHP_ERR_IS_FOLDER");
  assert.deepEqual(fs.readdirSync(folder).sort(), ["link.json", "plan.json"]);
  fs.mkdirSync(path.join(folder, "real"));
  for (const [link, to] of [["away", "real/one"], ["real/one", "../real/two.json"], ["short", "real"], ["circle", "circle"]])
    fs.symlinkSync(to, path.join(folder, link));
  plan.save(path.join(folder, "away")); // to where nothing is yet
  assert.equal(fs.readFileSync(path.join(folder, "real/two.json"), "utf8"), plan.dump());
  plan.save(path.join(folder, "short/three.json"));
  assert.throws(() => plan.save(path.join(folder, "circle")), /ELOOP/);
  assert.deepEqual(fs.readdirSync(path.join(folder, "real")).sort(), ["one", "three.json", "two.json"]);
  assert.ok(["away", "real/one", "circle"].every((name) => fs.lstatSync(path.join(folder, name)).isSymbolicLink()));
  fs.rmSync(folder, { recursive: true });
});

test("what is in the package", () => {
  const folder = path.join(installed, "node_modules/helhedsplan");
  const { dependencies = {}, version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  assert.equal(version, library.version());
  for (const name of ["LICENSE", "NOTICE", "README.md", "dist/helhedsplan.wasm", "dist/browser.mjs", "command/helhedsplan.wasm"])
    assert.ok(fs.existsSync(path.join(folder, name)), name);
  assert.match(fs.readFileSync(path.join(folder, "NOTICE"), "utf8"), /Petri Lehtinen/);
  assert.ok(report_has_no_scripts(folder));
  assert.equal(typeof dependencies, "object");
  assert.ok(new Report() instanceof Report);
});

function report_has_no_scripts(folder) {
  return JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")).scripts === undefined;
}
