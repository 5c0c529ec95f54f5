/* The language server in Debian's Neovim, headless: findings, a rename and the format, in a buffer. */
"use strict";
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { installed, library, skip, vollsmose } = require("./support.cjs");

if (spawnSync("nvim", ["--version"]).error) skip("Neovim is not there");
if (!fs.existsSync(path.join(process.env.HHP_NODE_MODULES ?? "", "vscode-languageserver"))) skip("vscode-languageserver is not there");
const folder = fs.mkdtempSync(path.join(installed, "neovim-"));
const file = path.join(folder, "plan.helhedsplan.json");
fs.writeFileSync(file, JSON.stringify(JSON.parse(fs.readFileSync(vollsmose, "utf8"))));
fs.writeFileSync(path.join(folder, "try.lua"), `
local client = vim.lsp.start_client({
  name = "helhedsplan",
  cmd = { "helhedsplan-language-server", "--stdio" },
  init_options = { lang = "da", stage = "draft", today = "2016-04-01" },
})
vim.lsp.buf_attach_client(0, client)
local is_there = vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end)
local lines = { tostring(is_there) }
for _, each in ipairs(vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR })) do
  table.insert(lines, each.code .. " " .. each.message)
end
vim.lsp.buf_request_sync(0, "textDocument/documentSymbol", { textDocument = vim.lsp.util.make_text_document_params() }, 60000)
vim.lsp.buf.formatting_sync(nil, 60000)
vim.fn.writefile(lines, "found.txt")
vim.cmd("silent write")
vim.cmd("quitall!")
`);
const done = spawnSync("nvim", ["--headless", "--clean", "-c", "set nofixendofline", file, "-c", "luafile try.lua"], {
  cwd: folder, encoding: "utf8", timeout: 300000,
  env: { ...process.env, NODE_PATH: process.env.HHP_NODE_MODULES, PATH: `${path.join(installed, "node_modules/.bin")}:${process.env.PATH}`,
         XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder },
});
const found = fs.existsSync(path.join(folder, "found.txt")) ? fs.readFileSync(path.join(folder, "found.txt"), "utf8") : "";
const is_formatted = fs.readFileSync(file, "utf8") === library.Plan.load(vollsmose).dump();
console.log(found, done.stderr, { is_formatted });
process.exit(found.startsWith("true") && /^HP401 Den lokale medfinansiering er 11\.000\.000 kr\./m.test(found) && is_formatted ? 0 : 1);
