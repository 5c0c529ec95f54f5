// In the worker: the open documents, their reports, and where findings are in the text as the editor counts.
import { check, render, utf16_ranges } from "helhedsplan";
import { scheme_of } from "./words.js";

const MOST_MARKED = 2000;
const documents = new Map(); // by id: { name, source, text, report, options }

/** A document, or its next text. `source` is what is checked: the bytes of a file, or the text once it was edited. */
export function put({ id, name, source, text }) {
  documents.get(id)?.report?.free();
  documents.set(id, { name, source, text, report: null, options: null });
}

export function close({ id }) {
  documents.get(id)?.report?.free();
  documents.delete(id);
}

function report_of(document, options) {
  const key = JSON.stringify(options);
  if (document.report && document.options === key) return document.report;
  document.report?.free();
  document.report = null;
  document.report = check(document.source, { ...options, scheme: scheme_of(options.scheme), path: document.name, keep_plan: true });
  document.options = key;
  return document.report;
}

/** Units before which a CR of a CR LF is left out: the editor counts a line break as one. */
function without_returns(text, ranges) {
  if (!text.includes("\r\n")) return ranges;
  const returns = [];
  for (let at = text.indexOf("\r\n"); at >= 0; at = text.indexOf("\r\n", at + 2)) returns.push(at);
  const before = (unit) => {
    let [low, high] = [0, returns.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (returns[middle] < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return ranges.map((range) => range && { from: range.from - before(range.from), to: range.to - before(range.to) });
}

function marks(report, text, lang) {
  const findings = report.findings.filter(({ line }) => line !== null);
  const marked = findings.slice(0, MOST_MARKED);
  const ranges = without_returns(text, utf16_ranges(text, marked));
  return {
    all: findings.length,
    marked: marked.map((finding, i) => ({
      ...ranges[i], rule: finding.rule, severity: finding.waived ? "hint" : finding.severity,
      message: [finding.message(lang), finding.remedy(lang)].filter(Boolean).join("\n"),
    })),
  };
}

/** The report of all documents as HTML, the counts of each, and what is marked in the one that is shown. */
export function check_all({ ids, shown, options, lang, show }) {
  const reports = ids.map((id) => report_of(documents.get(id), options));
  const current = documents.get(shown);
  return {
    html: render(reports, "html", { lang, show }),
    counts: reports.map((report) => report.counts),
    marks: current ? marks(current.report, current.text, lang) : null,
  };
}

/** The range in the editor of the finding at a line and column; null if there is none. */
export function range_at({ id, line, column }) {
  const { report, text } = documents.get(id);
  const finding = report.findings.find((each) => each.line === line && each.column === column);
  return finding ? without_returns(text, utf16_ranges(text, [finding]))[0] : null;
}

/** The findings of a document as the command writes them. */
export function findings_json({ id, lang }) {
  return documents.get(id).report.render("json", { lang });
}
