/* The entry of Node.js: the module is compiled when the package is loaded, and files are read and written. */
import { API, prepare } from "./api.js";
import { failure } from "./errors.js";
import { start } from "./memory.js";
import { Plan } from "./plan.js";
import { Scheme } from "./scheme.js";

const fs = require("node:fs");
const path = require("node:path");

start(new WebAssembly.Module(fs.readFileSync(path.join(__dirname, "helhedsplan.wasm"))), require("node:crypto").webcrypto);
prepare();

const MAX_SIZE = 256 * 1024 * 1024; // as in hhp_plan_load()

function read_file(file) {
  if (fs.statSync(file).size > MAX_SIZE) throw failure(-16, String(file));
  return fs.readFileSync(file);
}

/** Reads a plan from a file. */
Plan.load = (file, options) => Plan.parse(read_file(file), options);

/** Reads a scheme from a file. */
Scheme.load = (file) => Scheme.parse(read_file(file));

/** Writes the plan to a file, which is replaced at once: it never holds half of a plan. */
Plan.prototype.save = function (file) {
  const text = this.dump();
  const name = file instanceof URL ? require("node:url").fileURLToPath(file) : file;
  const target = fs.existsSync(name) ? fs.realpathSync(name) : path.resolve(name);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const mode = fs.existsSync(target) ? fs.statSync(target).mode & 0o777 : 0o666;
    fs.writeFileSync(temporary, text, { flag: "wx", mode });
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
};

/** As in browsers, where the module has to be loaded first; here it is already. */
API.init = async () => {};
