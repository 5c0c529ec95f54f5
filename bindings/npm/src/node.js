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

/** Writes a file, and returns once the text is on the disk. */
function write_synced(file, text, mode) {
  const opened = fs.openSync(file, "wx", mode);
  try {
    fs.writeFileSync(opened, text);
    fs.fsyncSync(opened);
  } finally {
    fs.closeSync(opened);
  }
}

/** The name of the file is on the disk too. Not all systems open folders; then it is there a little later. */
function sync_folder(folder) {
  let opened = null;
  try {
    opened = fs.openSync(folder, "r");
    fs.fsyncSync(opened);
  } catch {
    // The file itself is whole in any case.
  } finally {
    if (opened !== null) fs.closeSync(opened);
  }
}

/** Gives the new file owner, group and mode of the old one. A group that this process may not give gets no rights. */
function keep_rights(file, old) {
  const is_given = (uid, gid) => {
    try {
      fs.chownSync(file, uid, gid);
      return true;
    } catch {
      return false;
    }
  };
  const now = fs.statSync(file);
  const has_group = is_given(old.uid, old.gid) || old.gid === now.gid || is_given(now.uid, old.gid);
  fs.chmodSync(file, old.mode & (has_group ? 0o777 : 0o707)); // whatever the umask
}

/** Where a path leads: by symbolic links, also to a file that is not there yet. */
function target_of(name) {
  try {
    return fs.realpathSync(name);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  if (!fs.lstatSync(name, { throwIfNoEntry: false })?.isSymbolicLink()) return path.resolve(name);
  return target_of(path.resolve(fs.realpathSync(path.dirname(name)), fs.readlinkSync(name)));
}

/** Writes the plan to a file, which is replaced at once: also after a power cut it is the whole old one, or the whole new one. */
Plan.prototype.save = function (file) {
  const text = this.dump();
  const name = file instanceof URL ? require("node:url").fileURLToPath(file) : file;
  const target = target_of(name);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}-${require("node:crypto").randomUUID()}.tmp`);
  const old = fs.existsSync(target) ? fs.statSync(target) : null;
  if (old && !old.isFile()) throw failure(old.isDirectory() ? -14 : -17, String(file));
  try {
    write_synced(temporary, text, old ? 0o600 : 0o666);
    if (old) keep_rights(temporary, old);
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
  sync_folder(path.dirname(target));
};

/** As in browsers, where the module has to be loaded first; here it is already. */
API.init = async () => {};
