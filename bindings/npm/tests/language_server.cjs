/* The language server over stdio, with the client of npm's vscode-languageserver-protocol. From the environment: HHP_NODE_MODULES,
 * where vscode-languageserver is. */
"use strict";
const assert = require("node:assert/strict");
const { spawn } = require("node:child_process");
const { createRequire } = require("node:module");
const path = require("node:path");
const node_test = require("node:test");
const { installed, library, read, skip, vollsmose } = require("./support.cjs");

let rpc;
try {
  const of_modules = createRequire(path.join(process.env.HHP_NODE_MODULES ?? "", "x.js"));
  rpc = of_modules("vscode-languageserver-protocol/node");
  of_modules.resolve("vscode-languageserver/node");
} catch {
  skip("vscode-languageserver and its client are not there");
}

const URI = "file:///plan.helhedsplan.json";
const PLAN = `{
  "format": "helhedsplan/1",
  "id": "lindparken",
  "title": "Æblehaven 😀 og Åen",
  "parties": [
    { "id": "kommunen", "name": "😀 Kommune", "kind": "municipalty" }
  ],
  "goals": [
    { "id": "tryghed", "title": "Større tryghed 😀" }
  ],
  "activities": [
    { "id": "cafe", "title": "😀", "goals": ["tryghd"], "lead": "kommunen" },
    { "id": "natravne", "title": "Natravne", "goals": ["tryghed"], "start": "1/8 2016", "lead": "kommunen" }
  ],
  "financing": {
    "frame": "46 mio. kr."
  }
}
`;

const servers = new Set();

/** A test whose servers end with it, also if it fails: this program would wait for them. */
const test = (name, run) => node_test(name, async () => {
  try {
    await run();
  } finally {
    for (const each of servers) each.kill();
    servers.clear();
  }
});

/** A client of a new server: requests by method, and the diagnostics of the last change. */
async function connected(text, options = { lang: "da", today: "2016-04-01", stage: "draft" }) {
  const program = path.join(installed, "node_modules/helhedsplan/bin/helhedsplan-language-server.cjs");
  const server = spawn(process.execPath, [program, "--stdio"], { env: { ...process.env, NODE_PATH: process.env.HHP_NODE_MODULES } });
  servers.add(server);
  let complaints = "";
  server.stderr.on("data", (part) => { complaints += part; });
  const connection = rpc.createProtocolConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
  let arrived;
  const next = () => new Promise((done) => { arrived = done; });
  connection.onNotification("textDocument/publishDiagnostics", (params) => arrived?.(params));
  connection.listen();
  const { capabilities } = await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {}, initializationOptions: options });
  await connection.sendNotification("initialized", {});
  const first = next();
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri: URI, languageId: "json", version: 1, text } });
  let version = 1;
  let current = text;
  return {
    capabilities,
    diagnostics: (await first).diagnostics,
    get text() { return current; },
    async change(replaced) {
      current = replaced;
      const published = next();
      await connection.sendNotification("textDocument/didChange", { textDocument: { uri: URI, version: ++version }, contentChanges: [{ text: replaced }] });
      return (await published).diagnostics;
    },
    ask: (method, params = {}) => connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: URI }, ...params }),
    async end() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      const code = await new Promise((done) => server.on("exit", done));
      connection.dispose();
      assert.equal(complaints, "");
      assert.equal(code, 0);
    },
  };
}

test("completion of ids, codes and words", async () => {
  const client = await connected(PLAN);
  assert.ok(client.capabilities.completionProvider);
  const at = async (text) => {
    const offset = text.indexOf("|");
    const plain = text.slice(0, offset) + text.slice(offset + 1);
    await client.change(plain);
    const before = plain.slice(0, offset).split("\n");
    const items = await client.ask("completion", { position: { line: before.length - 1, character: before.at(-1).length } });
    const applied = items.map(({ textEdit: { range, newText } }) => {
      const lines = plain.split("\n");
      const to_offset = ({ line, character }) => lines.slice(0, line).join("\n").length + (line > 0 ? 1 : 0) + character;
      return plain.slice(0, to_offset(range.start)) + newText + plain.slice(to_offset(range.end));
    });
    return { items, labels: items.map(({ label }) => label), applied };
  };
  // References: ids that are there, with their titles, and none that the list has.
  const goal = await at(PLAN.replace('"tryghd"', '"try|"'));
  assert.deepEqual(goal.items.map(({ label, detail }) => [label, detail]), [["tryghed", "Større tryghed 😀"]]);
  assert.equal(goal.applied[0], PLAN.replace('"tryghd"', '"tryghed"'));
  assert.deepEqual((await at(PLAN.replace('["tryghed"]', '["tryghed", "|"]'))).labels, []);
  const list = await at(PLAN.replace('["tryghed"]', "[|]"));
  assert.equal(list.applied[0], PLAN);
  const lead = await at(PLAN.replace('"goals": ["tryghd"], "lead": "kommunen"', '"lead": |'));
  assert.deepEqual(lead.labels, ["kommunen"]);
  assert.match(lead.applied[0], /"lead": "kommunen" \}/);
  const open = await at(PLAN.replace('"lead": "kommunen" },\n', '"lead": "kom|\n')); // while it is typed
  assert.deepEqual(open.labels, ["kommunen"]);
  // Codes with their names, and words with theirs.
  const town = await at(PLAN.replace('"parties"', '"municipality_code": "|",\n  "parties"'));
  assert.deepEqual(town.items.filter(({ label }) => label === "461").map(({ detail, filterText }) => [detail, filterText]), [["Odense", "461 Odense"]]);
  assert.deepEqual((await at(PLAN.replace('"parties"', '"scheme": |,\n  "parties"'))).labels, library.schemes().map(({ id }) => id));
  const area = await at(PLAN.replace('"parties"', '"focus_areas": [{ "id": "x", "code": "|" }],\n  "parties"'));
  assert.ok(area.items.some(({ label, detail }) => label === "kriminalpraeventiv-indsats" && detail === "Kriminalpræventiv indsats"));
  assert.equal(new Set(area.labels).size, area.labels.length);
  const kind = await at(PLAN.replace('"municipalty"', '"mun|"'));
  assert.deepEqual(kind.items.filter(({ label }) => label === "municipality").map(({ detail }) => detail), ["kommune"]);
  // Nothing where the JSON Schema completes, and nothing in free texts.
  for (const elsewhere of ['"fra|me"', '"title": "Natra|vne"', '|"financing"']) {
    const [plain] = [elsewhere.replace("|", "")];
    assert.deepEqual((await at(PLAN.replace(plain, elsewhere))).labels, [], elsewhere);
  }
  await client.end();
});

/** The position of a text in a document, in lines and UTF-16 units. */
function place(text, part, after = 0, nth = 0) {
  let offset = -1;
  for (let i = 0; i <= nth; i++) offset = text.indexOf(part, offset + 1);
  assert.ok(offset >= 0, part);
  const before = text.slice(0, offset + after).split("\n");
  return { line: before.length - 1, character: before.at(-1).length };
}
function taken(text, { start, end }) {
  const lines = text.split("\n");
  const offset = ({ line, character }) => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return text.slice(offset(start), offset(end));
}
function applied(text, edits) {
  const lines = text.split("\n");
  const offset = ({ line, character }) => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce((made, { range, newText }) => made.slice(0, offset(range.start)) + newText + made.slice(offset(range.end)), text);
}

test("findings, with the same places as the library, beside letters of several units", async () => {
  const client = await connected(PLAN);
  const found = client.diagnostics.map((each) => each.code + taken(PLAN, each.range));
  for (const expected of ['HP106"municipalty"', 'HP108"tryghd"', 'HP106"1/8 2016"', 'HP105"46 mio. kr."']) assert.ok(found.includes(expected), found.join());
  const [first] = client.diagnostics;
  assert.deepEqual([first.source, first.severity], ["helhedsplan", 1]);
  assert.match(first.message, /\n/);
  assert.deepEqual((await client.change("{")).map(({ code }) => code), library.check("{").findings.map(({ rule }) => rule));
  const plan = read(vollsmose).toString();
  const money = (await client.change(plan)).find(({ code }) => code === "HP401");
  assert.match(money.message, /^Den lokale medfinansiering er 11\.000\.000 kr\./);
  assert.deepEqual(money.relatedInformation.map(({ location }) => taken(plan, location.range)), ["35000000", "11000000"]);
  await client.end();
});

test("quick fixes: what was meant, dates and amounts, and a waiver", async () => {
  const client = await connected(PLAN);
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  let text = PLAN;
  for (let i = 0; i < 6; i++) {
    const actions = await client.ask("codeAction", { range: whole, context: { diagnostics: [] } });
    const preferred = actions.filter(({ isPreferred }) => isPreferred);
    if (preferred.length === 0) break;
    text = applied(text, preferred.map(({ edit }) => edit.changes[URI][0]));
    await client.change(text);
  }
  const fixed = JSON.parse(text);
  assert.equal(fixed.parties[0].kind, "municipality");
  assert.deepEqual(fixed.activities[0].goals, ["tryghed"]);
  assert.equal(fixed.activities[1].start, "2016-08-01");
  assert.equal(fixed.financing.frame, 46000000);

  const plan = read(vollsmose).toString();
  await client.change(plan);
  const start = place(plan, '"contributions"', 18);
  const [waive] = (await client.ask("codeAction", { range: { start, end: start }, context: { diagnostics: [] } })).filter(({ title }) => /HP401/.test(title));
  assert.match(waive.title, /fordi …$/);
  const waived = applied(plan, waive.edit.changes[URI]);
  assert.ok(JSON.parse(waived).waivers.some(({ rule }) => rule === "HP401"));
  const codes = (await client.change(waived)).map(({ code }) => code);
  assert.ok(!codes.includes("HP401"));
  assert.ok(codes.includes("HP116"), "the reason is still to be written"); // a placeholder is a finding
  await client.end();
});

test("hover, definition, references and renaming of ids", async () => {
  const client = await connected(PLAN);
  const at = (part, after, nth) => ({ position: place(PLAN, part, after, nth) });
  const shown = (await client.ask("hover", at('"lead": "kommunen"', 12))).contents.value;
  assert.match(shown, /😀 Kommune/);
  const rule = (await client.ask("hover", at('"tryghd"', 3))).contents.value;
  assert.match(rule, /HP108/);
  for (const name of ["constructor", "toString", "__proto__"]) { // which every object of JavaScript has
    const odd = PLAN.replace("municipalty", name).replace("😀 Kommune", name);
    const town = await connected(odd);
    const what = (await town.ask("hover", { position: place(odd, '"lead": "kommunen"', 12) })).contents.value;
    assert.equal(what.split(`: ${name}`).length, 3, what);
    const kind = (await town.ask("hover", { position: place(odd, `"kind": "${name}"`, 11) })).contents.value;
    assert.doesNotMatch(kind, /native code|\[object/);
    await town.end();
  }
  const english = await connected(PLAN, { lang: "en" });
  assert.match((await english.ask("hover", { position: place(PLAN, '"goals"', 2) })).contents.value, /goals/);
  await english.end();

  const defined = await client.ask("definition", at('"goals": ["tryghed"]', 13));
  assert.deepEqual(defined.range.start, place(PLAN, '"id": "tryghed"', 7));
  const leads = await client.ask("references", { ...at('"id": "kommunen"', 9), context: { includeDeclaration: true } });
  assert.deepEqual(leads.map(({ range }) => taken(PLAN, range)), ["kommunen", "kommunen", "kommunen"]);
  assert.equal((await client.ask("references", { ...at('"id": "kommunen"', 9), context: { includeDeclaration: false } })).length, 2);
  assert.deepEqual(await client.ask("references", { ...at('"title"', 3), context: { includeDeclaration: true } }), []);

  assert.equal((await client.ask("prepareRename", at('"lead": "kommunen"', 12))).placeholder, "kommunen");
  assert.equal(await client.ask("prepareRename", at('"title"', 3)), null);
  const { changes } = await client.ask("rename", { ...at('"lead": "kommunen"', 12), newName: "odense" });
  assert.equal(applied(PLAN, changes[URI]), PLAN.replaceAll('"kommunen"', '"odense"'));
  await assert.rejects(client.ask("rename", { ...at('"lead": "kommunen"', 12), newName: "Odense Kommune" }), /a-z/);
  await assert.rejects(client.ask("rename", { ...at('"lead": "kommunen"', 12), newName: "cafe" }), /cafe/);
  await client.end();
});

test("outline, and the format of fmt", async () => {
  const plan = read(vollsmose).toString();
  const client = await connected(plan);
  const symbols = await client.ask("documentSymbol");
  const activities = symbols.find(({ name }) => name === "activities");
  assert.deepEqual(activities.children.map(({ name }) => name), JSON.parse(plan).activities.map(({ title }) => title));
  for (const { range, selectionRange } of activities.children)
    assert.ok(range.start.line <= selectionRange.start.line && range.end.line >= selectionRange.end.line);
  const minified = JSON.stringify(JSON.parse(plan));
  await client.change(minified);
  const [edit] = await client.ask("formatting", { options: { tabSize: 2, insertSpaces: true } });
  assert.equal(edit.newText, library.Plan.parse(plan).dump());
  await client.change(edit.newText);
  assert.deepEqual(await client.ask("formatting", { options: { tabSize: 2, insertSpaces: true } }), []);
  await client.change("{");
  assert.deepEqual(await client.ask("formatting", { options: { tabSize: 2, insertSpaces: true } }), []);
  await client.end();
});

test("text of every length, as it is typed", async () => {
  const client = await connected("");
  for (let length = 0; length < PLAN.length; length += 37) {
    await client.change(PLAN.slice(0, length));
    const position = place(`${PLAN.slice(0, length)}$`, "$");
    for (const method of ["hover", "definition", "prepareRename"]) await client.ask(method, { position });
    await client.ask("codeAction", { range: { start: position, end: position }, context: { diagnostics: [] } });
    await client.ask("documentSymbol");
  }
  for (const text of ["[".repeat(100000), '{"a":'.repeat(1000), "\ufeff{}", '{"id": "\ud800"}']) {
    await client.change(text);
    await client.ask("documentSymbol");
  }
  await client.end();
});

test("10,000 activities", async () => {
  const plan = JSON.parse(read(vollsmose));
  const [activity] = plan.activities;
  plan.activities = Array.from({ length: 10000 }, (_, i) => ({ ...activity, id: `a-${i}` }));
  const text = JSON.stringify(plan, null, 2);
  const client = await connected(text);
  assert.ok(client.diagnostics.length > 0);
  const goal = plan.goals[0].id;
  await client.ask("references", { position: place(text, `"id": "${goal}"`, 9), context: { includeDeclaration: true } });
  await client.end();
});
