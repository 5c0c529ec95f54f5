// Validates with ajv in strict mode: prints 1 for each valid line of the file, else 0.
//
//   node ajv.cjs NODE_MODULES DRAFT SCHEMA FILE
"use strict";

const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

const [modules, draft, schemaPath, path] = process.argv.slice(2);
const load = createRequire(`${modules}/`);
const Ajv = load(draft === "2020-12" ? "ajv/dist/2020" : "ajv").default;

const schema = JSON.parse(readFileSync(schemaPath, "utf8"));
const ajv = new Ajv({ strict: true, logger: false });
if (!ajv.validateSchema(schema)) {
  console.error(`the schema is not valid against its meta-schema: ${ajv.errorsText()}`);
  process.exit(1);
}
const validate = ajv.compile(schema);
const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
const verdicts = lines.map((line) => (validate(JSON.parse(line)) ? "1" : "0"));
process.stdout.write(verdicts.join("\n") + "\n");
