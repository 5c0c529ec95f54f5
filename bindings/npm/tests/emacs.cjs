/* The language server in Debian's Emacs with Eglot, in batch: findings by Flymake, and the format, in a buffer. */
"use strict";
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { installed, library, skip, vollsmose } = require("./support.cjs");

if (spawnSync("emacs", ["--batch", "--eval", "(package-initialize)", "--eval", "(require 'eglot)"]).status !== 0) skip("Emacs with Eglot is not there");
if (!fs.existsSync(path.join(process.env.HHP_NODE_MODULES ?? "", "vscode-languageserver"))) skip("vscode-languageserver is not there");
const folder = fs.mkdtempSync(path.join(installed, "emacs-"));
const file = path.join(folder, "plan.helhedsplan.json");
fs.writeFileSync(file, fs.readFileSync(vollsmose, "utf8").replaceAll('"title": ', '"title":  ')); // Emacs is slow with larger differences
fs.writeFileSync(path.join(folder, "try.el"), `
(package-initialize)
(require 'eglot)
(setq eglot-sync-connect 60 eglot-autoshutdown nil eglot-send-changes-idle-time 0
      eglot-events-buffer-size 0 flymake-start-on-flymake-mode t make-backup-files nil)
(define-derived-mode helhedsplan-mode js-mode "Helhedsplan")
(add-to-list 'auto-mode-alist '("\\\\.helhedsplan\\\\.json\\\\'" . helhedsplan-mode))
(add-to-list 'eglot-server-programs
             '(helhedsplan-mode . ("helhedsplan-language-server" "--stdio"
                                   :initializationOptions (:lang "da" :stage "draft" :today "2016-04-01"))))
(find-file "plan.helhedsplan.json")
(apply #'eglot (eglot--guess-contact))
(let ((tries 0))
  (while (and (null (flymake-diagnostics)) (< tries 600))
    (accept-process-output nil 0.1)
    (flymake-start)
    (setq tries (1+ tries))))
(with-temp-file "found.txt"
  (insert (with-current-buffer (get-file-buffer "plan.helhedsplan.json")
            (mapconcat (lambda (each) (flymake-diagnostic-text each)) (flymake-diagnostics) "\\n"))))
(eglot-format-buffer)
(set-buffer-modified-p t)
(let ((require-final-newline nil) (coding-system-for-write 'utf-8-unix)) (save-buffer))
(eglot-shutdown-all)
`);
const done = spawnSync("emacs", ["--batch", "--no-init-file", "--load", "try.el"], {
  cwd: folder, encoding: "utf8", timeout: 300000,
  env: { ...process.env, HOME: folder, NODE_PATH: process.env.HHP_NODE_MODULES, PATH: `${path.join(installed, "node_modules/.bin")}:${process.env.PATH}` },
});
const found = fs.existsSync(path.join(folder, "found.txt")) ? fs.readFileSync(path.join(folder, "found.txt"), "utf8") : "";
const is_formatted = fs.readFileSync(file, "utf8") === library.Plan.load(vollsmose).dump();
console.log(found.split("\n").filter((line) => /HP4/.test(line)).join("\n"), done.stderr, { is_formatted });
process.exit(/HP401.*Den lokale medfinansiering er 11\.000\.000 kr\./.test(found) && is_formatted ? 0 : 1);
