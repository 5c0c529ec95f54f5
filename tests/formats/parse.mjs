// Parse errors of HTML pages, by parse5, which follows the HTML standard as browsers do.
//
//   node parse.mjs NODE_MODULES PAGES.json      an array of texts; an array with the errors of each is written
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import path from "node:path";

const [modules, pages] = process.argv.slice(2);
const require = createRequire(path.resolve(modules, "of-the-test.cjs"));
const { parse } = await import(pathToFileURL(require.resolve("parse5")));

const errors = (text) => {
  const found = [];
  parse(text, { sourceCodeLocationInfo: true, onParseError: ({ code, startLine }) => found.push(`${startLine}: ${code}`) });
  return found;
};
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(pages, "utf8")).map(errors)));
