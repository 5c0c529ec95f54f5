// The texts of the page itself, in Danish and English. Reports, findings and words come from the library.
const TEXTS = {
  title: ["Boligsocial helhedsplan", "Social development plan"],
  views: ["Visninger", "Views"],
  view_plan: ["Plan", "Plan"],
  view_money: ["Medfinansiering", "Co-financing"],
  choose: ["Vælg filer …", "Choose files …"],
  write: ["Indsæt tekst", "Paste text"],
  new_plan: ["Ny plan", "New plan"],
  area: ["Boligområdets navn", "Name of the housing area"],
  municipality: ["Kommune", "Municipality"],
  not_chosen: ["Ikke valgt", "Not chosen"],
  scheme: ["Ordning", "Scheme"],
  scheme_of_plan: ["Planens egen", "The plan’s own"],
  start: ["Planens første dag", "First day of the plan"],
  housing_organisation: ["Boligorganisationens navn", "Name of the housing organisation"],
  secretariat: ["Sekretariatets navn", "Name of the secretariat"],
  new_note: ["Af budgetrammen følger et forslag til tilskud og bidrag. Udkastet har tekster, der begynder med »Udfyld:«.", "The budget ceiling gives a proposal for grant and contributions. The draft has texts that begin with “Fill in:”."],
  create: ["Opret", "Create"],
  options: ["Kontrol", "Checking"],
  stage: ["Trin", "Stage"],
  stage_of_plan: ["Efter planens status", "By the plan’s status"],
  today: ["Kontrolleret pr.", "Check as on"],
  show_info: ["Vis også oplysninger", "Show infos too"],
  save: ["Gem", "Save"],
  save_plan: ["Planen (JSON)", "The plan (JSON)"],
  save_html: ["Rapporten (HTML)", "The report (HTML)"],
  save_json: ["Bemærkningerne (JSON)", "The findings (JSON)"],
  table: ["Tabel", "Table"],
  save_csv: ["Tabellen (CSV)", "The table (CSV)"],
  documents: ["Åbne filer", "Open files"],
  close: ["Luk {0}", "Close {0}"],
  close_unsaved: ["»{0}« er ændret og ikke gemt. Luk den alligevel?", "“{0}” has changes that were not saved. Close it anyway?"],
  drop_here: ["Træk filer hertil, vælg dem, indsæt en plans tekst, eller begynd en ny plan.",
              "Drop files here, choose them, paste the text of a plan, or start a new one."],
  privacy: ["Alt sker i denne browser. Siden sender intet og gemmer intet.", "All of it happens in this browser. The page sends nothing and keeps nothing."],
  report: ["Rapport", "Report"],
  source: ["Kilde", "Source"],
  findings: ["Bemærkninger i kilden", "Findings in the source"],
  cut: ["De første {0} af {1} bemærkninger er markeret i kilden.", "The first {0} of {1} findings are marked in the source."],
  unnamed: ["plan.helhedsplan.json", "plan.helhedsplan.json"],
  loading: ["Indlæser …", "Loading …"],
  checking: ["Kontrollerer …", "Checking …"],
  counts: ["{0}: {1} fejl, {2} advarsler.", "{0}: {1} errors, {2} warnings."],
  error_badge: ["{0} fejl", "{0} errors"],
  ok_badge: ["ingen fejl", "no errors"],
  scheme_read: ["Ordningen »{0}« er indlæst.", "The scheme “{0}” was read."],
  failed: ["Det lykkedes ikke: {0}", "That failed: {0}"],
  not_read: ["{0} kunne ikke læses: {1}", "{0} could not be read: {1}"],
  money_note: ["Beløb i hele kroner. Et tomt felt er ikke oplyst, og det er ikke det samme som 0.",
               "Amounts in whole kroner. An empty field is not stated, which is not the same as 0."],
  grant: ["Tilskud", "Grant"],
  local: ["Lokal medfinansiering", "Local co-financing"],
  third_party: ["Andre bidrag", "Other contributions"],
  frame: ["Budgetramme", "Budget ceiling"],
  slider: ["{0}: skyder", "{0}: slider"],
  not_stated: ["ikke oplyst", "not stated"],
  from_plan: ["Hent planens beløb", "Take the plan’s amounts"],
  language_name: ["English", "Dansk"],
  local_party: ["Lokale parter", "Local parties"],
  other_party: ["Andre parter", "Other parties"],
  calculation: ["Beregning", "Calculation"],
  plan_title: ["Boligsocial helhedsplan for {0}", "Social development plan for {0}"],
};

/** What CodeMirror writes, in Danish. */
const PHRASES = {
  "Diagnostics": "Bemærkninger", "No diagnostics": "Ingen bemærkninger", "close": "luk", "Find": "Søg", "Replace": "Erstat",
  "next": "næste", "previous": "forrige", "all": "alle", "match case": "store og små bogstaver", "regexp": "regulært udtryk",
  "by word": "hele ord", "replace": "erstat", "replace all": "erstat alle", "Completions": "Forslag", "Go to line": "Gå til linje", "go": "gå",
  "Folded lines": "Foldede linjer", "Unfolded lines": "Udfoldede linjer", "Fold line": "Fold linje", "Unfold line": "Fold ud",
  "folded code": "foldet tekst", "unfold": "fold ud", "to": "til", "current match": "aktuelt fund", "on line": "på linje",
  "Control character": "Kontroltegn", "replaced $ matches": "erstattede $", "replaced match on line $": "erstattet i linje $",
};

let current = "da";

export const lang = () => current;
export const set_lang = (wanted) => { current = wanted === "en" ? "en" : "da"; };
export const phrases = () => (current === "da" ? PHRASES : {});

/** The text of that name in the current language, with {0}, {1} replaced. */
export function text(name, ...values) {
  return TEXTS[name][current === "da" ? 0 : 1].replace(/\{(\d)\}/g, (_, i) => values[i]);
}

/** Writes the texts of all elements of the page that have data-text or data-label. */
export function write_texts(root) {
  document.documentElement.lang = current;
  for (const each of root.querySelectorAll("[data-text]")) each.textContent = text(each.dataset.text);
  for (const each of root.querySelectorAll("[data-label]")) each.setAttribute("aria-label", text(each.dataset.label));
}
