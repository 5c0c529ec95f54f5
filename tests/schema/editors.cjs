/* What `helhedsplan schema --lang` prints in VS Code's own JSON service: completion, hover and diagnostics, in both languages and drafts;
 * and that it accepts what the schema without --lang does, with ajv. From the environment: HHP_NODE_MODULES, HHP_COMMAND. */
"use strict";
const assert = require("node:assert/strict");
const { execFileSync, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");

const source = process.env.HHP_SOURCE_DIR;
const modules = process.env.HHP_NODE_MODULES ?? "";
let service;
let Ajv;
let Ajv2020;
try {
  service = require(path.join(modules, "vscode-json-languageservice"));
  [Ajv, Ajv2020] = ["ajv", "ajv/dist/2020"].map((name) => require(path.join(modules, name)).default);
} catch {
  console.log("skipped: vscode-json-languageservice or ajv is not there");
  process.exit(77);
}

const command = (...words) => execFileSync(process.env.HHP_COMMAND, words, { encoding: "utf8" });
const schema_of = (...words) => JSON.parse(command("schema", ...words));
const plain = schema_of("--draft-07");
const example = (name) => fs.readFileSync(path.join(source, "examples", name), "utf8");
const [vollsmose, complete] = ["vollsmose-2016-2020.helhedsplan.json", "complete.helhedsplan.json"].map(example);
const schemes = ["lbf-2011-2014", "lbf-2015-2018", "lbf-2019-2026"];

/** The rules that the command reports of an object in a list of a plan. */
function rules_of(plan) {
  const words = ["validate", "--format", "json", "--fail-on", "never", "--today", "2026-01-01", "-"];
  const { stdout } = spawnSync(process.env.HHP_COMMAND, words, { input: JSON.stringify(plan), encoding: "utf8" });
  return JSON.parse(stdout).files[0].findings.filter(({ pointer }) => /\/0\b/.test(pointer)).map(({ rule }) => rule);
}

function editor(lang, ...words) {
  const schema = schema_of("--lang", lang, ...words);
  const made = service.getLanguageService({ clientCapabilities: service.ClientCapabilities.LATEST });
  made.configure({ validate: true, schemas: [{ uri: "hhp://plan", fileMatch: ["*"], schema }] });
  const opened = (text) => {
    const at = text.indexOf("|");
    const document = service.TextDocument.create("file:///a.helhedsplan.json", "json", 1, at < 0 ? text : text.slice(0, at) + text.slice(at + 1));
    return { document, tree: made.parseJSONDocument(document), position: document.positionAt(Math.max(at, 0)) };
  };
  return {
    async labels(text) {
      const { document, tree, position } = opened(text);
      return (await made.doComplete(document, position, tree)).items;
    },
    async hover(text) {
      const { document, tree, position } = opened(text);
      return JSON.stringify((await made.doHover(document, position, tree))?.contents ?? "").replaceAll("\\\\", ""); // which Markdown needs before brackets
    },
    async problems(text) {
      const { document, tree } = opened(text);
      return (await made.doValidation(document, tree)).map(({ message }) => message);
    },
  };
}
const has = (items, label) => items.find((item) => item.label.startsWith(label));


for (const [lang, words, texts] of [
  ["da", ["--draft-07"], { police: "politi", area: "Kriminalpræventiv indsats", party: "en part", activity: "en aktivitet", contribution: "et bidrag", frame: "ramme" }],
  ["en", ["--draft-07"], { police: "police", area: "Crime prevention", party: "a party", activity: "an activity", contribution: "a contribution", frame: "ceiling" }],
  ["da", [], { police: "politi", area: "Kriminalpræventiv indsats", party: "en part", activity: "en aktivitet", contribution: "et bidrag", frame: "ramme" }],
]) {
  const made = editor(lang, ...words);
  const named = (what) => `${what}: ${lang} ${words.join(" ")}`;

  test(named("completion of names, words and codes"), async () => {
    assert.ok(has(await made.labels("{|}"), "financing"));
    const police = has(await made.labels('{"parties": [{"kind": |}]}'), '"police"');
    assert.match(JSON.stringify(police.documentation), new RegExp(texts.police));
    const municipality = has(await made.labels('{"municipality_code": |}'), "461");
    assert.equal(municipality.label, "461 · Odense");
    assert.equal(municipality.textEdit.newText, '"461"');
    const listed = await made.labels('{"scheme": |}');
    for (const id of schemes) assert.equal(has(listed, id).textEdit.newText, `"${id}"`);
    const area = has(await made.labels('{"focus_areas": [{"code": |}]}'), "kriminalpraeventiv-indsats");
    assert.ok(area.documentation.includes(`${texts.area} (lbf-2015-2018)`), area.documentation);
  });

  test(named("snippets"), async () => {
    for (const [text, name, within] of [
      ['{"parties": [|]}', "party", (each) => ({ parties: [each] })],
      ['{"activities": [|]}', "activity", (each) => ({ activities: [each] })],
      ['{"financing": {"contributions": [|]}}', "contribution", (each) => ({ financing: { contributions: [each] } })],
    ]) {
      const item = has(await made.labels(text), texts[name]);
      assert.ok(item, texts[name]);
      const body = item.textEdit?.newText ?? item.insertText;
      if (name === "contribution") assert.match(body, /"amount": \$3/); // no number that could be left as it is
      const written = body.replace(/\$\{\d+:[åy]{4}-mm\}/g, "2026-01").replace(/\$\{\d+:([^}]*)\}/g, "$1")
        .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1").replace(/\$\d/, "1000");
      const found = JSON.parse(written.replace(/,\s*$/, ""));
      assert.ok(Object.keys(found).length > 2, name);
      const rules = rules_of({ format: "helhedsplan/1", id: "x", ...within(found) });
      for (const of_the_form of ["HP103", "HP104", "HP105", "HP109"])
        assert.ok(!rules.includes(of_the_form), `${name}: ${rules}`);
    }
  });

  test(named("hover"), async () => {
    assert.match(await made.hover('{"financing": {"fra|me": 46000000}}'), new RegExp(texts.frame));
    assert.match(await made.hover('{"parties": [{"kind": "pol|ice"}]}'), new RegExp(texts.police));
  });

  test(named("diagnostics"), async () => {
    for (const right of [vollsmose, complete]) assert.deepEqual(await made.problems(right), []);
    for (const wrong of ['{"titel": "x"}', '{"parties": [{"id": "a", "name": "b", "kind": "x"}]}', '{"financing": {"frame": "46 mio."}}'])
      assert.ok((await made.problems(wrong)).length > 0, wrong);
    const of = (scheme) => made.problems(JSON.stringify({ format: "helhedsplan/1", id: "x", title: "y", scheme }));
    assert.deepEqual(await of("min-egen"), await of("lbf-2015-2018")); // other codes are as valid
  });
}

test("every description is in the language", () => {
  const texts = (value) => Object.entries(value).flatMap(([name, each]) => (name === "description" && typeof each === "string" ? [each] : typeof each === "object" && each !== null ? texts(each) : []));
  const [da, en, english] = [schema_of("--lang", "da"), schema_of("--lang", "en"), schema_of()].map(({ properties, $defs, description }) => texts({ properties, $defs, description }));
  assert.equal(english.length > 100 && english.every((text) => en.includes(text)), true);
  assert.deepEqual(da.filter((text) => english.includes(text)), []);
});

test("it accepts what the schema without --lang accepts", () => {
  const options = { strict: false, logger: false };
  const plan = JSON.parse(complete);
  const changed = [plan, { ...plan, titel: 1 }, {}, [], { ...plan, municipality_code: "46" }, { ...plan, scheme: "x" }, { ...plan, status: "begun" }];
  for (const [Validator, words] of [[Ajv, ["--draft-07"]], [Ajv2020, []]]) {
    const [without, ...others] = [words, [...words, "--lang", "da"], [...words, "--lang", "en"]].map((each) => new Validator(options).compile(schema_of(...each)));
    for (const other of others) assert.deepEqual(changed.map((each) => other(each)), changed.map((each) => without(each)));
    assert.deepEqual(changed.map((each) => without(each)), [true, false, false, false, false, true, false]);
  }
});

test("without --lang there is nothing that strict validators refuse, whatever the language of the environment", () => {
  new Ajv({ strict: true }).compile(plain);
  const danish = execFileSync(process.env.HHP_COMMAND, ["schema", "--draft-07"], { encoding: "utf8", env: { ...process.env, LC_ALL: "da_DK.UTF-8" } });
  assert.deepEqual(JSON.parse(danish), plain);
  assert.throws(() => new Ajv({ strict: true, logger: false }).compile(schema_of("--draft-07", "--lang", "da")), /unknown keyword/);
});

test("schemes have descriptions; the schema of reports is the same in every language", () => {
  assert.equal(schema_of("scheme", "--lang", "da").properties.min_local_bp.description === schema_of("scheme").properties.min_local_bp.description, false);
  assert.deepEqual(schema_of("report", "--lang", "da"), schema_of("report"));
});
