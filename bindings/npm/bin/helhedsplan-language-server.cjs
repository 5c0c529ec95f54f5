#!/usr/bin/env node
// The language server, over standard input and output; editors start it with --stdio.
"use strict";
let protocol;
try {
  protocol = require("vscode-languageserver/node");
} catch {
  console.error("helhedsplan-language-server needs the npm package vscode-languageserver: npm install vscode-languageserver");
  process.exit(1);
}
if (!process.argv.some((word) => word === "--stdio" || word === "--node-ipc" || word.startsWith("--socket") || word.startsWith("--pipe")))
  process.argv.push("--stdio");
const connection = protocol.createConnection(protocol.ProposedFeatures.all);
require("../server/server.cjs").serve(connection, protocol);
