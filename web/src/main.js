// The page: which documents are open, when they are checked, and what the buttons do.
import { Calculator } from "./calculator.js";
import { Editor } from "./editor.js";
import { call, start } from "./engine.js";
import { download, listen, name_with, read_file } from "./files.js";
import { show_page } from "./frame.js";
import { fill_select, options_of, this_day } from "./forms.js";
import { lang, phrases, set_lang, text, write_texts } from "./texts.js";

const PAUSE = 250; // milliseconds without an edit, after which the text is checked
const $ = (selector) => document.querySelector(selector);

const documents = []; // { id, name, source, edited, counts, is_unsaved }
const schemas = {};
let shown = null;
let last = 0;
let result = null;
let lists = null;

const editor = new Editor($("#editor"), edited);
const calculator = new Calculator($("#amounts"), $("#result"));

function say(message) {
  $("#status").textContent = message;
}

/** Calls what may fail, and says so. */
async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    say(text("failed", error.message));
    return undefined;
  }
}

/* --- Checking --- */

let timer = null;
let running = null;
let is_stale = false;

function edited(id) {
  Object.assign(documents.find((each) => each.id === id), { edited: true, is_unsaved: true });
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
}

/** Sends the text of the document that is shown, if it was edited. Until then it is the bytes of its file. */
function send(plan) {
  if (!plan.edited) return;
  plan.source = plan.text = editor.text;
  plan.edited = false;
  call("put", { id: plan.id, name: plan.name, source: plan.source, text: plan.text });
}

/** Checks all, once at a time; what changed meanwhile is checked after that. */
function check() {
  clearTimeout(timer);
  is_stale = true;
  running ??= check_until_done().finally(() => { running = null; });
  return running;
}

async function check_until_done() {
  document.body.setAttribute("aria-busy", "true");
  while (is_stale) {
    is_stale = false;
    await attempt(check_once);
  }
  document.body.removeAttribute("aria-busy");
}

async function check_once() {
  if (shown === null) return show_nothing();
  const checked = [...documents];
  const at = shown;
  send(at);
  const options = options_of($("#options form"));
  const found = await call("check_all", { ids: checked.map(({ id }) => id), shown: at.id, lang: lang(), ...options });
  if (shown === null || checked.some((each) => !documents.includes(each))) {
    is_stale = true;
    return undefined;
  }
  checked.forEach((each, i) => { each.counts = found.counts[i]; });
  result = found;
  if (shown === at && !at.edited) mark(found.marks);
  else is_stale ||= shown !== at;
  list_documents();
  say(text("counts", at.name, at.counts.error, at.counts.warning));
  const go_to = ({ report, line, column }) => attempt(() => go_to_source(checked[report], line, column));
  return show_page($("#report .frame"), found.html, text("report"), { go_to });
}

/** Shows a place of a finding in the source. */
async function go_to_source(plan, line, column) {
  if (plan !== shown) {
    select(plan);
    await check();
  }
  const range = await call("range_at", { id: plan.id, line, column });
  show_pane("source");
  if (range) editor.select(range);
}

function mark({ all, marked }) {
  editor.mark(marked);
  $("#cut").hidden = all === marked.length;
  $("#cut").textContent = all === marked.length ? "" : text("cut", marked.length, all);
}

/* --- Documents --- */

function show_nothing() {
  result = null;
  $("#panes").hidden = $("#save").hidden = $("#from-plan").hidden = true;
  $("#empty").hidden = false;
  list_documents();
}

function select(plan, is_new = false) {
  if (shown !== null) send(shown);
  shown = plan;
  editor.show(plan.id, is_new ? plan.text : undefined, text("source"), phrases());
  $("#panes").hidden = $("#save").hidden = $("#from-plan").hidden = false;
  $("#empty").hidden = true;
  list_documents();
}

/** The name, or a similar one that no open document has. */
function free_name(name) {
  const names = new Set(documents.map((each) => each.name));
  const [, stem, ending] = name.match(/^(.*?)((?:\.helhedsplan)?\.[^.]*|)$/);
  let free = name;
  for (let i = 2; names.has(free); i++) free = `${stem}-${i}${ending}`;
  return free;
}

/** Opens a document. One of that name is replaced, since it is the same file read again; but not if it has edits that were not saved,
 * or was opened together with it. */
function open({ name, source, text: content }, together = []) {
  const old = documents.find((each) => each.name === name && !each.is_unsaved && !together.includes(each));
  const plan = old ?? { id: ++last, name: free_name(name) };
  if (shown !== null && shown !== plan) send(shown);
  Object.assign(plan, { source, text: content, edited: false, is_unsaved: false, counts: null });
  if (!old) documents.push(plan);
  call("put", { id: plan.id, name: plan.name, source, text: content });
  select(plan, true);
  return plan;
}

function close(plan) {
  if (plan.is_unsaved && !confirm(text("close_unsaved", plan.name))) return;
  const at = documents.indexOf(plan);
  documents.splice(at, 1);
  editor.close(plan.id);
  call("close", { id: plan.id });
  if (shown === plan) {
    shown = null;
    if (documents.length > 0) select(documents[Math.min(at, documents.length - 1)]);
  }
  check();
  (documents.length > 0 ? $("#documents [aria-current]") : $("#choose")).focus();
}

function badge({ counts }) {
  const element = document.createElement("span");
  const is_bad = counts?.error > 0;
  element.className = `badge ${counts === null ? "" : is_bad ? "bad" : "ok"}`;
  element.textContent = counts === null ? "…" : is_bad ? text("error_badge", counts.error) : text("ok_badge");
  return element;
}

function item(each) {
  const [line, choose, closes] = ["li", "button", "button"].map((tag) => document.createElement(tag));
  choose.type = closes.type = "button";
  choose.append(Object.assign(document.createElement("bdi"), { textContent: each.name }), " ", badge(each));
  if (each === shown) choose.setAttribute("aria-current", "true");
  choose.dataset.id = closes.dataset.id = String(each.id);
  choose.onclick = () => {
    select(each);
    check();
  };
  closes.textContent = "×";
  closes.setAttribute("aria-label", text("close", each.name));
  closes.onclick = () => close(each);
  line.append(choose, closes);
  return line;
}

function list_documents() {
  const focused = document.activeElement.closest?.("#documents button");
  const which = focused && [focused.dataset.id, focused.hasAttribute("aria-label")];
  $("#documents").replaceChildren(...documents.map(item));
  if (which) $(`#documents [data-id="${which[0]}"]${which[1] ? "[aria-label]" : ""}`)?.focus();
}

const is_scheme = (content) => /^\s*\{\s*"format"\s*:\s*"helhedsplan-scheme\//.test(content.replace(/^\uFEFF/, ""));

async function take_scheme({ bytes, name }) {
  const { id } = await call("custom_scheme", { source: bytes, lang: lang() });
  lists = await call("lists", { lang: lang() });
  fill_options();
  $("#options [name=scheme]").value = id;
  for (const each of documents) each.counts = null;
  return text("scheme_read", id || name);
}

async function take(files) {
  const messages = []; // said last, or the counts of the check would take their place
  const opened = [];
  for (const file of files) {
    try {
      const { name, bytes, text: content } = await read_file(file);
      if (is_scheme(content)) messages.push(await take_scheme({ bytes, name }));
      else opened.push(open({ name, source: bytes, text: content }, opened));
    } catch (error) {
      messages.push(text("not_read", file.name, error.message));
    }
  }
  show_view("plan");
  await check();
  if (messages.length > 0) say(messages.join(" "));
}

/** Opens a text that is in no file yet. */
function open_unsaved(name, content) {
  open({ name: free_name(name), source: content, text: content }).is_unsaved = content !== "";
}

function take_text(content) {
  open_unsaved(text("unnamed"), content);
  show_view("plan");
  return check();
}

/* --- Forms --- */

function fill_options() {
  const none = ["", text("not_chosen")];
  fill_select($("#options [name=stage]"), [["", text("stage_of_plan")], ...lists.stages]);
  fill_select($("#options [name=scheme]"), [["", text("scheme_of_plan")], ...lists.schemes]);
  fill_select($("#new-plan [name=scheme]"), [...lists.built_in].reverse());
  fill_select($("#new-plan [name=municipality]"), [none, ...lists.municipalities]);
  fill_select(calculator.scheme, [...lists.schemes].reverse());
  fill_select($("#save [name=table]"), lists.tables.map((name) => [name, name]));
}

async function make_plan(form) {
  const { area, municipality, scheme, start, frame, housing_organisation, secretariat } = Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, value.trim()]));
  const drafts = JSON.parse($("#drafts").textContent);
  const title = text("plan_title", area);
  const made = await call("draft", { source: drafts[lang()][scheme], area, municipality, title, start, frame,
                                     names: { housing_organisation, secretariat }, lang: lang() });
  open_unsaved(`${made.id}.helhedsplan.json`, made.text);
  form.closest("details").open = false;
  show_pane("source");
  await check();
  editor.focus();
}

const SAVES = {
  plan: async (plan) => {
    download(name_with(plan.name, ".helhedsplan.json"), "application/json", await call("canonical", { source: plan.source, lang: lang() }));
    plan.is_unsaved = false;
  },
  html: async ({ name }) => download(name_with(name, ".html"), "text/html", result.html),
  json: async ({ id, name }) => download(name_with(name, ".report.json"), "application/json", await call("findings_json", { id, lang: lang() })),
  csv: async ({ name, source }) => {
    const table = $("#save [name=table]").value;
    download(name_with(name, `.${table}.csv`), "text/csv", await call("table", { source, name: table, lang: lang() }));
  },
};

async function save(what) {
  await check(); // of the last edit
  await attempt(() => SAVES[what](shown));
}

/* --- Views and language --- */

function show_view(view) {
  for (const each of document.querySelectorAll("[data-view]")) each.setAttribute("aria-pressed", String(each.dataset.view === view));
  $("#plan").hidden = view !== "plan";
  $("#money").hidden = view !== "money";
  if (view !== "money") return;
  attempt(() => calculator.update());
}

function show_pane(pane) {
  document.body.dataset.shown = pane;
  for (const each of document.querySelectorAll("[data-pane]")) each.setAttribute("aria-pressed", String(each.dataset.pane === pane));
}

async function take_plan_money() {
  if (shown === null) return;
  send(shown);
  await calculator.fill(await call("money_of", { source: shown.source, lang: lang() }));
}

async function use_language() {
  set_lang(/(?:^#|&)lang=en\b/.test(location.hash) ? "en" : "da");
  write_texts(document);
  const other = lang() === "da" ? "en" : "da";
  Object.assign($("#language"), { textContent: text("language_name"), href: `#lang=${other}`, lang: other, hreflang: other });
  document.title = text("title");
  lists = await call("lists", { lang: lang() });
  fill_options();
  calculator.write_texts();
  schemas[lang()] ??= await call("schema", { lang: lang() });
  editor.set_words(text("source"), phrases(), schemas[lang()]);
  if (!$("#money").hidden) await calculator.update();
  if (shown !== null) await check();
}

function listen_to_buttons() {
  $("#choose").onclick = () => $("#files").click();
  $("#files").onchange = ({ target }) => take([...target.files]).then(() => { target.value = ""; });
  $("#write").onclick = () => {
    take_text("");
    show_pane("source");
    editor.focus();
  };
  $("#findings").onclick = () => editor.list_findings();
  $("#new-plan form").onsubmit = (event) => {
    event.preventDefault();
    attempt(() => make_plan(event.target));
  };
  $("#options form").onchange = () => check();
  for (const form of document.querySelectorAll("#options form, #save form")) form.onsubmit = (event) => event.preventDefault();
  for (const each of document.querySelectorAll("[data-save]")) each.onclick = () => save(each.dataset.save);
  for (const each of document.querySelectorAll("[data-view]")) each.onclick = () => show_view(each.dataset.view);
  for (const each of document.querySelectorAll(".switch [data-pane]")) each.onclick = () => show_pane(each.dataset.pane);
  $("#from-plan").onclick = () => attempt(take_plan_money);
}

/** A menu closes by Escape, or when something else is used. */
function listen_to_menus() {
  const menus = [...document.querySelectorAll("details.menu")];
  addEventListener("keydown", ({ key, target }) => {
    const menu = key === "Escape" && target.closest?.("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  addEventListener("pointerdown", ({ target }) => menus.forEach((menu) => { menu.open &&= menu.contains(target); }));
  for (const menu of menus) menu.addEventListener("toggle", () => menu.open && menus.forEach((each) => { each.open &&= each === menu; }));
}

async function begin() {
  const from_plan = Object.assign(document.createElement("button"), { type: "button", id: "from-plan" });
  from_plan.dataset.text = "from_plan";
  from_plan.hidden = true;
  $("#amounts").append(from_plan);
  set_lang(/(?:^#|&)lang=en\b/.test(location.hash) ? "en" : "da");
  write_texts(document);
  say(text("loading"));
  $("#options [name=today]").value = this_day();
  show_pane("report");
  show_view("plan");
  await start();
  await use_language();
  listen_to_buttons();
  listen_to_menus();
  listen(take, take_text);
  addEventListener("beforeunload", (event) => documents.some(({ is_unsaved }) => is_unsaved) && event.preventDefault());
  addEventListener("hashchange", () => attempt(use_language));
  say("");
  document.body.dataset.ready = "";
  if (location.protocol.startsWith("http") && navigator.serviceWorker) await navigator.serviceWorker.register("service-worker.js");
}

attempt(begin);
