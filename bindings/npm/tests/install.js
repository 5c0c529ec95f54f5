/* Installs the package from its file into an empty folder, without a network, and runs a test file there; exit code 77 if a tool is
 * missing. From the environment: HHP_NPM, the folder of the package; HHP_NODE_MODULES.
 *
 *   install.js pack          builds the package first
 *   install.js FILE [ARG...] runs `node FILE ARG...` with the folder in HHP_INSTALLED */
"use strict";
const { execFileSync, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}

const here = path.resolve(__dirname, "..");
const folder = process.env.HHP_NPM;
const installed = path.join(folder, "installed");
const tools = ["emcc", "emcmake", "npm", "cmake"].filter((name) => spawnSync(name, ["--version"]).error);

function pack() {
  if (tools.length > 0) skip(`${tools.join(", ")} not found`);
  if (!process.env.JANSSON_PREFIX && !process.env.JANSSON_SOURCE && spawnSync("apt-get", ["--version"]).error) skip("apt-get not found");
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "helhedsplan-0.0.1.tgz"), ""); // as of another version
  const umask = process.umask(0o077); // the package does not depend on it
  execFileSync(path.join(here, "pack"), [folder], { stdio: "inherit" });
  process.umask(umask);
  const [file, ...others] = fs.readdirSync(folder).filter((name) => /^helhedsplan-.*\.tgz$/.test(name));
  if (others.length > 0) throw new Error(`there are several packages: ${[file, ...others].join(", ")}`);
  const listed = execFileSync("tar", ["-tvzf", path.join(folder, file)], { encoding: "utf8" }).trimEnd().split("\n");
  const closed = listed.filter((line) => !/^-rw(-r--r--|xr-xr-x) /.test(line));
  if (listed.length < 10 || closed.length > 0) throw new Error(`files that not everybody can read:\n${closed.join("\n")}`);
  fs.rmSync(installed, { recursive: true, force: true });
  fs.mkdirSync(installed);
  fs.writeFileSync(path.join(installed, "package.json"), "{}");
  execFileSync("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", path.join(folder, file)],
               { cwd: installed, stdio: "inherit" });
  if (!fs.existsSync(path.join(installed, "node_modules/.bin/helhedsplan"))) throw new Error("the command is not installed");
}

const [what, ...rest] = process.argv.slice(2);
if (what === "pack") {
  pack();
} else {
  if (!fs.existsSync(path.join(installed, "node_modules/helhedsplan"))) skip("the package was not built");
  const done = spawnSync(process.execPath, ["--expose-gc", path.join(__dirname, what), ...rest],
                         { stdio: "inherit", env: { ...process.env, HHP_INSTALLED: installed } });
  process.exit(done.status ?? 1);
}
