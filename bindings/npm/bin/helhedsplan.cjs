#!/usr/bin/env node
// The command helhedsplan, in WebAssembly.
require("../command/helhedsplan.js");
