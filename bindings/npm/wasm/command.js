// Gives the command what it has natively: its code, which lies beside this file; the environment, and nothing else in it; and
// whether its streams are terminals.
Module["wasmBinary"] = require("fs").readFileSync(require("path").join(__dirname, "helhedsplan.wasm"));
Module["preRun"] = function() {
  for (const name of ["USER", "LOGNAME", "PATH", "PWD", "HOME", "LANG", "_"]) ENV[name] = undefined;
  Object.assign(ENV, process.env);
};
Module["onRuntimeInitialized"] = function() {
  for (const number of [0, 1, 2]) FS.streams[number].tty = require("tty").isatty(number);
  const open = FS.open;
  FS.open = function() {
    const stream = open.apply(FS, arguments);
    if (stream.nfd !== undefined) stream.seekable = require("fs").fstatSync(stream.nfd).isFile(); // not a pipe, as in <(...)
    return stream;
  };
};
