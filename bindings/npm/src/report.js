/* Reports and their findings. */
import { failure, must } from "./errors.js";
import { ABSENT, ABSENT_KRONER, c, document_bytes, given, Owned, read_pointer, taken, text, with_scratch } from "./memory.js";
import { scheme_handle } from "./scheme.js";
import { date_in, date_text, kroner_mode, kroner_out } from "./values.js";
import { lang_number, word_number, word_of } from "./words.js";

export class Finding {
  #report;
  #handle;

  constructor(report, handle) {
    this.#report = report;
    this.#handle = handle;
  }

  get handle() {
    void this.#report.handle; // throws if it was freed
    return this.#handle;
  }

  get rule() {
    return given(c.hhp_finding_rule(this.handle));
  }

  get slug() {
    return given(c.hhp_finding_slug(this.handle));
  }

  get severity() {
    return word_of("severity", c.hhp_finding_severity(this.handle));
  }

  get waived() {
    return c.hhp_finding_is_waived(this.handle) === 1;
  }

  get waiver_reason() {
    return text(c.hhp_finding_waiver_reason(this.handle));
  }

  get pointer() {
    return given(c.hhp_finding_pointer(this.handle));
  }

  get entity() {
    return text(c.hhp_finding_entity(this.handle));
  }

  get line() {
    return c.hhp_finding_line(this.handle) >>> 0 || null;
  }

  get column() {
    return c.hhp_finding_column(this.handle) >>> 0 || null;
  }

  get end_line() {
    return c.hhp_finding_end_line(this.handle) >>> 0 || null;
  }

  get end_column() {
    return c.hhp_finding_end_column(this.handle) >>> 0 || null;
  }

  get offset() {
    return this.line === null ? null : c.hhp_finding_offset(this.handle) >>> 0;
  }

  get length() {
    return this.line === null ? null : c.hhp_finding_length(this.handle) >>> 0;
  }

  get line_hash() {
    return text(c.hhp_finding_line_hash(this.handle));
  }

  message(lang = "en") {
    return given(c.hhp_finding_message(this.handle, lang_number(lang)));
  }

  remedy(lang = "en") {
    return given(c.hhp_finding_remedy(this.handle, lang_number(lang)));
  }

  /** Its amounts and texts, by name: kroner, shares in basis points, dates as text; null if not computable. */
  get arguments() {
    const found = {};
    for (let i = 0; i < c.hhp_finding_argument_count(this.handle); i++) {
      const name = given(c.hhp_finding_argument_name(this.handle, i));
      const kind = word_of("argument", c.hhp_finding_argument_kind(this.handle, i));
      const number = c.hhp_finding_argument_number(this.handle, i);
      if (kind === "text") found[name] = text(c.hhp_finding_argument_text(this.handle, i));
      else if (kind === "date") found[name] = number > 0n ? date_text(Number(number)) : null;
      else if (kind === "kroner") found[name] = kroner_out(number, this.#report.kroner, name);
      else found[name] = number === ABSENT_KRONER ? null : Number(number);
    }
    return found;
  }

  /** The places that it is about too: the amounts that were added up, the other of two duplicates. */
  get related() {
    return Array.from({ length: c.hhp_finding_related_count(this.handle) }, (_, i) => ({
      pointer: given(c.hhp_finding_related_pointer(this.handle, i)),
      line: c.hhp_finding_related_line(this.handle, i) >>> 0 || null,
      column: c.hhp_finding_related_column(this.handle, i) >>> 0 || null,
    }));
  }

  /** A flat object with all of it. */
  to_record(lang = "en") {
    const found = {};
    for (const name of ["rule", "slug", "severity", "waived", "waiver_reason", "entity", "pointer", "line", "column", "end_line",
                        "end_column", "offset", "length"])
      found[name] = this[name];
    return { ...found, message: this.message(lang), remedy: this.remedy(lang) };
  }

  toString() {
    return `${this.severity}: ${this.message()} [${this.rule} ${this.slug}]`;
  }
}

/** The result of a check: the findings, in the order of the file, or of the rules for a plan in memory. */
export class Report extends Owned {
  #findings = null;
  #kroner = "number";

  static empty(kroner = "number") {
    return with_scratch((scratch) => {
      const out = scratch.out();
      must(c.hhp_report_new(out));
      const report = new Report().own(read_pointer(out), (memory) => c.hhp_report_free(memory));
      report.#kroner = kroner_mode(kroner);
      return report;
    });
  }

  get kroner() {
    return this.#kroner;
  }

  get findings() {
    return (this.#findings ??= Array.from({ length: c.hhp_report_count(this.handle) >>> 0 }, (_, i) =>
      new Finding(this, c.hhp_report_at(this.handle, i) >>> 0)));
  }

  [Symbol.iterator]() {
    return this.findings[Symbol.iterator]();
  }

  #standing(severity) {
    return this.findings.filter((each) => each.severity === severity && !each.waived);
  }

  /** The errors that are not waived. */
  get errors() {
    return this.#standing("error");
  }

  get warnings() {
    return this.#standing("warning");
  }

  get infos() {
    return this.#standing("info");
  }

  get waived() {
    return this.findings.filter((each) => each.waived);
  }

  /** How many are not waived, by severity; how many are waived, and how many were not kept. */
  get counts() {
    return {
      error: c.hhp_report_error_count(this.handle) >>> 0,
      warning: c.hhp_report_warning_count(this.handle) >>> 0,
      info: c.hhp_report_info_count(this.handle) >>> 0,
      waived: c.hhp_report_waived_count(this.handle) >>> 0,
      omitted: c.hhp_report_omitted_count(this.handle) >>> 0,
    };
  }

  /** Whether there are no errors that are not waived. */
  get ok() {
    return c.hhp_report_error_count(this.handle) === 0;
  }

  /** Whether all rules were checked; false if the document itself has errors. */
  get is_complete() {
    return c.hhp_report_is_complete(this.handle) === 1;
  }

  get plan_id() {
    return text(c.hhp_report_plan_id(this.handle));
  }

  get scheme_id() {
    return text(c.hhp_report_scheme_id(this.handle));
  }

  get stage() {
    const number = c.hhp_report_stage(this.handle);
    return number ? word_of("stage", number) : null;
  }

  get sha256() {
    return text(c.hhp_report_sha256(this.handle));
  }

  get path() {
    return text(c.hhp_report_path(this.handle));
  }

  /** The report in a format: words("format") lists them. */
  render(format = "text", options = {}) {
    return render([this], format, options);
  }

  /** The object of the file in "helhedsplan-report/1". */
  to_dict() {
    return JSON.parse(this.render("json")).files[0];
  }

  to_records(lang = "en") {
    return this.findings.map((each) => ({ path: this.path, plan: this.plan_id, ...each.to_record(lang) }));
  }

  toJSON() {
    return this.to_dict();
  }

  toString() {
    return this.render();
  }
}

/** Calls use(options) with the options of a rendering, and frees them. */
export function with_render_options({ lang = "en", show, colour = false, fail_on, root }, use) {
  return with_scratch((scratch) => {
    const out = scratch.out();
    must(c.hhp_render_options_new(out));
    const options = read_pointer(out);
    try {
      must(c.hhp_render_options_set_lang(options, lang_number(lang)), "lang");
      must(c.hhp_render_options_set_colour(options, colour ? 1 : 0), "colour");
      if (show !== undefined) must(c.hhp_render_options_set_show(options, word_number("severity", show, "show")), "show");
      if (fail_on !== undefined) must(c.hhp_render_options_set_fail_on(options, word_number("severity", fail_on, "fail_on")), "fail_on");
      if (root !== undefined) must(c.hhp_render_options_set_root(options, scratch.text(root, "root")), "root");
      return use(options, scratch);
    } finally {
      c.hhp_render_options_free(options);
    }
  });
}

/** Several reports as one document. */
export function render(reports, format = "text", options = {}) {
  const handles = Array.from(reports, (each) => {
    if (!(each instanceof Report)) throw new TypeError("render() takes a list of reports");
    return each.handle;
  });
  const number = word_number("format", format);
  return with_render_options(options, (held, scratch) => {
    const [out, length] = [scratch.out(), scratch.out()];
    must(c.hhp_reports_render(scratch.pointers(handles), handles.length, number, held, out, length), `format ${format}`);
    return taken(out, length);
  });
}

function check_rule(status, about, id) {
  if (status === -10) throw failure(status, `${about}: “${id}” is no rule that allows this`);
  must(status, about);
}

/** Calls use(options, scratch) with the options of a check, and frees them. */
export function with_check_options(given_options, use) {
  const { stage, today, scheme, severities = {}, waivers = [], plan_waivers = true, sha256 = true, line_hashes = false,
          keep_plan = false } = given_options;
  const held = scheme_handle(scheme);
  return with_scratch((scratch) => {
    const out = scratch.out();
    must(c.hhp_check_options_new(out));
    const options = read_pointer(out);
    try {
      must(c.hhp_check_options_set_scheme(options, held), "scheme");
      must(c.hhp_check_options_set_waivers(options, plan_waivers ? 1 : 0), "plan_waivers");
      must(c.hhp_check_options_set_sha256(options, sha256 ? 1 : 0), "sha256");
      must(c.hhp_check_options_set_line_hashes(options, line_hashes ? 1 : 0), "line_hashes");
      must(c.hhp_check_options_set_keep_plan(options, keep_plan ? 1 : 0), "keep_plan");
      if (stage !== undefined && stage !== null) must(c.hhp_check_options_set_stage(options, word_number("stage", stage)), "stage");
      if (today !== undefined && today !== null)
        must(c.hhp_check_options_set_today(options, date_in(today, "today")), `today is ${today}`);
      for (const [id, severity] of Object.entries(severities)) {
        const number = word_number("severity", severity, `severity of ${id}`);
        check_rule(c.hhp_check_options_set_severity(options, scratch.text(id), number), "severities", id);
      }
      for (const { rule: id, reason, target, until } of waivers) {
        const day = until === undefined || until === null ? 0 : date_in(until, "until");
        check_rule(c.hhp_check_options_add_waiver(options, scratch.text(id, "a rule"), scratch.text(target, "a target"),
                                                  scratch.text(reason, "a reason"), day), "waivers", id);
      }
      return use(options, scratch);
    } finally {
      c.hhp_check_options_free(options);
    }
  });
}

/** Checks the text of a plan, with the place of every finding. */
export function check(source, options = {}) {
  const content = document_bytes(source);
  return with_check_options(options, (held, scratch) => {
    const report = Report.empty(options.kroner);
    try {
      must(c.hhp_report_set_path(report.handle, scratch.text(options.path, "path")), "path");
      must(c.hhp_check(scratch.bytes(content), content.length, held, report.handle));
    } catch (error) {
      report.free();
      throw error;
    }
    return report;
  });
}

/** Where the findings are in a text, as JavaScript and editors count: pairs of UTF-16 units, from and to. */
export function utf16_ranges(source, findings) {
  const wanted = [...new Set(Array.from(findings).flatMap(({ offset, length }) => (offset === null ? [] : [offset, offset + length])))];
  wanted.sort((a, b) => a - b);
  const units = new Map();
  let [bytes, at, next] = [0, 0, 0];
  while (next < wanted.length) {
    while (next < wanted.length && wanted[next] <= bytes) units.set(wanted[next++], at);
    if (at >= source.length) break;
    const code = source.codePointAt(at);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += code < 0x10000 ? 1 : 2;
  }
  return Array.from(findings, ({ offset, length }) =>
    offset === null ? null : { from: units.get(offset) ?? source.length, to: units.get(offset + length) ?? source.length });
}

export { ABSENT };
