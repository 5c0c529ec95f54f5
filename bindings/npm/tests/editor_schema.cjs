/* The JSON Schema for editors in VS Code's own JSON service: completion, hover and diagnostics; and that it accepts what the schema
 * does, with ajv. From the environment: HHP_NODE_MODULES. */
"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const { complete, installed, library, read, skip, vollsmose } = require("./support.cjs");

const modules = process.env.HHP_NODE_MODULES ?? "";
let service;
let Ajv;
try {
  service = require(path.join(modules, "vscode-json-languageservice"));
  Ajv = require(path.join(modules, "ajv"));
} catch {
  skip("vscode-json-languageservice or ajv is not there");
}

function editor(lang) {
  const file = path.join(installed, `node_modules/helhedsplan/schema/helhedsplan-1.editor.${lang}.schema.json`);
  const schema = JSON.parse(fs.readFileSync(file, "utf8"));
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

test("completion", async () => {
  const da = editor("da");
  assert.ok(has(await da.labels('{|}'), "financing"));
  const kind = await da.labels('{"parties": [{"kind": |}]}');
  assert.match(JSON.stringify(has(kind, '"police"')), /politi/);
  assert.match(has(await da.labels('{"municipality_code": |}'), "461").label, /Odense/);
  const schemes = await da.labels('{"scheme": |}');
  assert.ok(library.schemes().every(({ id }) => has(schemes, id)));
  const areas = await da.labels('{"focus_areas": [{"code": |}]}');
  for (const area of library.schemes()[1].focus_areas) assert.ok(areas.some(({ label, documentation }) => label.startsWith(area.code) && documentation.includes(area.title_da)), area.code);
  for (const [text, label] of [['{"parties": [|]}', "en part"], ['{"activities": [|]}', "en aktivitet"], ['{"financing": {"contributions": [|]}}', "et bidrag"]]) {
    const item = has(await da.labels(text), label);
    assert.ok(item, label);
    const inserted = (item.textEdit?.newText ?? item.insertText).replace(/\$\{\d+:([^}]*)\}/g, "$1").replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, "$1");
    const found = JSON.parse(inserted.replace(/,\s*$/, ""));
    assert.ok(Object.keys(found).length > 2, label);
    // What is inserted is what the format has: no finding but those of references that are still to be written.
    const plan = label === "et bidrag" ? { financing: { contributions: [found] } } : { [label === "en part" ? "parties" : "activities"]: [found] };
    const rules = library.check(JSON.stringify({ format: "helhedsplan/1", id: "x", ...plan })).findings.map(({ rule }) => rule);
    assert.ok(!rules.includes("HP103") && !rules.includes("HP105"), rules.join());
  }
  assert.ok(has(await editor("en").labels('{"parties": [|]}'), "a party"));
});

test("hover in both languages", async () => {
  const text = '{"financing": {"fra|me": 46000000}}';
  const field = library.entity_info("financing").by_name.get("frame");
  for (const lang of ["da", "en"]) assert.ok((await editor(lang).hover(text)).includes(field.doc(lang)));
  assert.match(await editor("da").hover('{"parties": [{"kind": "pol|ice"}]}'), /politi/);
});

test("diagnostics: none in plans that are right, and what is wrong is found", async () => {
  for (const lang of ["da", "en"]) {
    const { problems } = editor(lang);
    assert.deepEqual(await problems(read(vollsmose).toString()), []);
    assert.deepEqual(await problems(read(complete).toString()), []);
    for (const wrong of ['{"titel": "x"}', '{"parties": [{"id": "a", "name": "b", "kind": "x"}]}', '{"financing": {"frame": "46 mio."}}'])
      assert.ok((await problems(wrong)).length > 0, wrong);
  }
  assert.deepEqual(await editor("da").problems('{"format": "helhedsplan/1", "id": "x", "title": "y", "scheme": "min-egen"}'),
                   await editor("da").problems('{"format": "helhedsplan/1", "id": "x", "title": "y", "scheme": "lbf-2015-2018"}'));
});

test("it accepts what the schema accepts", () => {
  const options = { strict: false, logger: false };
  const [plain, with_more] = [library.json_schema("plan", "draft-07"), library.editor_schema("da")].map((schema) => new (Ajv.default ?? Ajv)(options).compile(schema));
  const plan = JSON.parse(read(complete));
  const changed = [plan, { ...plan, titel: 1 }, {}, [], { ...plan, municipality_code: "46" }, { ...plan, scheme: "x" }, { ...plan, status: "begun" }];
  for (const each of changed) assert.equal(with_more(each), plain(each));
  assert.equal(plain(plan), true);
});
