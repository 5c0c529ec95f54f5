// The source of a plan, in CodeMirror. It is in a shadow tree, where style sheets are adopted, so that the page's
// Content-Security-Policy need not allow others.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json, jsonLanguage } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, foldKeymap, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, openLintPanel, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { completion_source } from "./complete.js";

const LOOK = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: ".8125rem" },
  ".cm-scroller": { fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused": { outline: "3px solid var(--link)", outlineOffset: "-3px" },
  ".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--soft)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--infobg) 55%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { backgroundColor: "color-mix(in srgb, var(--link) 30%, transparent)" },
  ".cm-panels, .cm-tooltip": { backgroundColor: "var(--panel)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--link)", color: "var(--paper)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected] .cm-completionDetail": { color: "var(--paper)" },
  ".cm-completionDetail": { color: "var(--soft)", fontStyle: "normal" },
  ".cm-diagnostic": { whiteSpace: "pre-wrap", borderLeftColor: "var(--edge)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--short)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--open)" },
  ".cm-diagnosticSource": { color: "var(--soft)", opacity: "1" },
  ".cm-panel.cm-panel-lint ul": { maxHeight: "10rem" },
  ".cm-panel.cm-panel-lint ul [aria-selected]": { backgroundColor: "var(--infobg)" },
  ".cm-panel.cm-panel-lint ul:focus [aria-selected]": { backgroundColor: "var(--infobg)", outline: "2px solid var(--link)", color: "var(--ink)" },
  ".cm-panel button, .cm-panel input": { color: "var(--ink)", backgroundColor: "var(--paper)", backgroundImage: "none", borderColor: "var(--edge)" },
  ".cm-panel [name=close]": { minWidth: "1.75rem", minHeight: "1.75rem" },
  ".cm-specialChar": { color: "var(--bad)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--rest)", color: "var(--soft)", borderColor: "var(--line)" },
});
const COLOURS = syntaxHighlighting(HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--link)" },
  { tag: tags.string, color: "var(--ink)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--ok)" },
  { tag: [tags.separator, tags.bracket], color: "var(--soft)" },
  { tag: tags.invalid, color: "var(--bad)" },
]));

/** The editor: `show(id, text)`, `mark(list)`, and so on. `on_change(id, text)` is called for each edit. */
export class Editor {
  #view;
  #words = new Compartment();
  #states = new Map(); // by the id of the document
  #scrolled = new Map(); // likewise: where each was scrolled to
  #shown = null;
  #extensions;
  #schema = null;

  constructor(parent, on_change) {
    const root = parent.attachShadow({ mode: "open" });
    const changed = EditorView.updateListener.of((update) => update.docChanged && this.#shown !== null && on_change(this.#shown));
    this.#extensions = [
      lineNumbers(), foldGutter(), lintGutter(), highlightSpecialChars(), history(), drawSelection(), indentOnInput(), bracketMatching(),
      closeBrackets(), highlightActiveLine(), highlightSelectionMatches(), search({ top: true }), json(), COLOURS, LOOK,
      autocompletion({ icons: false }), jsonLanguage.data.of({ autocomplete: completion_source(() => this.#schema) }),
      keymap.of([...closeBracketsKeymap, ...lintKeymap, ...completionKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...defaultKeymap]),
      EditorView.lineWrapping, changed,
    ];
    this.#view = new EditorView({ root, parent: root, state: EditorState.create({ doc: "" }) });
  }

  #worded(label, phrases) {
    return [EditorState.phrases.of(phrases), EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" })];
  }

  /** Shows a document: with `text` if it is new. */
  show(id, text, label, phrases) {
    if (this.#shown !== null) {
      this.#states.set(this.#shown, this.#view.state);
      this.#scrolled.set(this.#shown, this.#view.scrollSnapshot());
    }
    this.#shown = null; // so that this is no edit
    const state = text === undefined ? this.#states.get(id)
      : EditorState.create({ doc: text, extensions: [this.#extensions, this.#words.of(this.#worded(label, phrases))] });
    this.#view.scrollDOM.scrollTop = 0; // where lines have been measured: the editor would begin in the middle of others
    this.#view.setState(state);
    if (text === undefined && this.#scrolled.has(id)) this.#view.dispatch({ effects: this.#scrolled.get(id) });
    this.#shown = id;
  }

  /** The language of what the editor writes. */
  set_words(label, phrases, schema) {
    this.#schema = schema;
    const words = this.#worded(label, phrases);
    for (const [id, state] of this.#states) this.#states.set(id, state.update({ effects: this.#words.reconfigure(words) }).state);
    if (this.#shown !== null) this.#view.dispatch({ effects: this.#words.reconfigure(words) });
  }

  close(id) {
    this.#states.delete(id);
    this.#scrolled.delete(id);
    if (this.#shown === id) this.#shown = null;
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  /** Marks findings in the text, and in the gutter. */
  mark(findings) {
    const { doc } = this.#view.state;
    const diagnostics = findings.map(({ from, to, severity, message, rule }) => {
      const at = Math.min(from, doc.length);
      return { from: at, to: Math.max(at, Math.min(to, doc.lineAt(at).to)), severity, message, source: rule }; // its first line
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  /** Selects the first line of a range, and shows it. */
  select({ from, to }) {
    const { doc } = this.#view.state;
    const anchor = Math.min(from, doc.length);
    const head = Math.max(anchor, Math.min(to, doc.lineAt(anchor).to));
    this.#view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: "start", yMargin: 60 }) });
    this.#view.focus();
  }

  list_findings() {
    openLintPanel(this.#view);
  }

  focus() {
    this.#view.focus();
  }
}
