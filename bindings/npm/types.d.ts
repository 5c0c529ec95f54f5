/* The types of the npm package helhedsplan. The names are those of the file format, the report and the Python package. */

declare global {
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
}

/** Whole kroner: a number, which is refused unless it is exact, or a BigInt. */
export type Kroner = number | bigint;
export type KronerMode = "number" | "bigint";
export type KronerOf<M extends KronerMode> = M extends "bigint" ? bigint : number;
type ModeOf<K extends Kroner> = K extends bigint ? "bigint" : "number";

/** JSON, as text or as bytes in UTF-8. */
export type Source = string | Uint8Array | ArrayBuffer | ArrayBufferView;

/** The version of the library. */
export function version(): string;

/** How many bytes of memory the library has. It grows, and does not shrink. */
export function memory_size(): number;

/** An error of the library. */
export class HelhedsplanError extends Error {
  /** The number of the status. */
  readonly status: number;
  /** Its name in C, such as "HHP_ERR_DATE". */
  readonly status_name: string;
  /** A sentence that names the field and what it takes. */
  sentence(lang?: LangWord): string;
}

/** A document cannot be read without loss. */
export class DocumentError extends HelhedsplanError {
  readonly report: Report;
}

/** What is freed by `using`, by free(), or some time after its last use. */
export interface Freed {
  readonly is_freed: boolean;
  free(): void;
  [Symbol.dispose](): void;
}

export interface ExtraWaiver {
  rule: string;
  reason: string;
  target?: string | null;
  until?: string | null;
}

export interface CheckOptions<M extends KronerMode = "number"> {
  /** By default the stage of the plan's status. */
  stage?: StageWord | null;
  /** "2016-04-01". The clock is never read: without a day, rules that need one are not checked. */
  today?: string | null;
  /** A scheme, or the id of a built-in one; by default the one that the plan names. */
  scheme?: Scheme | string | null;
  /** Severities of rules, such as { HP215: "off" }. */
  severities?: Record<string, SeverityWord>;
  waivers?: Iterable<ExtraWaiver>;
  /** Whether the waivers of the plan apply. */
  plan_waivers?: boolean;
  /** The path in the report. */
  path?: string | null;
  sha256?: boolean;
  line_hashes?: boolean;
  /** Whether the report keeps the plan, which `render("html")` draws. */
  keep_plan?: boolean;
  kroner?: M;
}

export interface RenderOptions {
  lang?: LangWord;
  show?: SeverityWord;
  colour?: boolean;
  fail_on?: SeverityWord;
  root?: string;
}

/** Checks the text of a plan, with the place of every finding. Errors in the text are findings. */
export function check<M extends KronerMode = "number">(source: Source, options?: CheckOptions<M>): Report<KronerOf<M>>;

/** A related place of a finding. Line and column are null for a plan in memory. */
export interface Place {
  readonly pointer: string;
  readonly line: number | null;
  readonly column: number | null;
}

export class Finding<K extends Kroner = number> {
  private constructor();
  /** Such as "HP401". */
  readonly rule: string;
  /** Such as "local-share-below-minimum". */
  readonly slug: string;
  readonly severity: SeverityWord;
  readonly waived: boolean;
  readonly waiver_reason: string | null;
  /** JSON Pointer to the value; "" is the whole document. */
  readonly pointer: string;
  readonly entity: string | null;
  /** From 1; null for a plan in memory. */
  readonly line: number | null;
  /** From 1, in characters; null for a plan in memory. */
  readonly column: number | null;
  readonly end_line: number | null;
  readonly end_column: number | null;
  /** In bytes of UTF-8. utf16_ranges() has the places as JavaScript counts. */
  readonly offset: number | null;
  readonly length: number | null;
  readonly line_hash: string | null;
  message(lang?: LangWord): string;
  remedy(lang?: LangWord): string;
  /** Its amounts and texts: kroner, shares in basis points, dates as text; null if not computable. */
  readonly arguments: Record<string, K | number | string | null>;
  readonly related: Place[];
  to_record(lang?: LangWord): Record<string, string | number | boolean | null>;
}

export class Report<K extends Kroner = number> implements Freed, Iterable<Finding<K>> {
  private constructor();
  readonly findings: Finding<K>[];
  [Symbol.iterator](): Iterator<Finding<K>>;
  readonly errors: Finding<K>[];
  readonly warnings: Finding<K>[];
  readonly infos: Finding<K>[];
  readonly waived: Finding<K>[];
  readonly counts: { error: number; warning: number; info: number; waived: number; omitted: number };
  /** Whether there are no errors that are not waived. */
  readonly ok: boolean;
  /** Whether all rules were checked; false if the document itself has errors. */
  readonly is_complete: boolean;
  readonly plan_id: string | null;
  readonly scheme_id: string | null;
  readonly stage: StageWord | null;
  readonly sha256: string | null;
  readonly path: string | null;
  render(format?: FormatWord, options?: RenderOptions): string;
  to_dict(): Record<string, unknown>;
  to_records(lang?: LangWord): Record<string, string | number | boolean | null>[];
  readonly is_freed: boolean;
  free(): void;
  [Symbol.dispose](): void;
}

/** Several reports as one document. */
export function render(reports: Iterable<Report<Kroner>>, format?: FormatWord, options?: RenderOptions): string;

/** Where findings are in a text, in UTF-16 units; null for a finding without a place. */
export function utf16_ranges(source: string, findings: Iterable<{ readonly offset: number | null; readonly length: number | null }>):
  ({ from: number; to: number } | null)[];

/** An object of a plan or a scheme. */
export interface Entity {
  is_given(name: string): boolean;
  clear(name: string): void;
  is_same(other: unknown): boolean;
  /** Its JSON Pointer; null if it was removed from its plan. */
  readonly pointer: string | null;
  pointer_to(name: string, index?: number): string | null;
  /** Sets fields; those before one that is refused keep their new values. */
  update(values: Record<string, unknown>): this;
  /** What is given in it, as JSON.parse() would return it. */
  to_dict(): Record<string, unknown>;
  /** The names of its x- members. */
  readonly extensions: string[];
  extension(name: string): unknown;
  set_extension(name: string, value: unknown): void;
}

/** Reading, as of an array. */
interface Reading<T> extends Iterable<T> {
  readonly length: number;
  readonly [index: number]: T;
  at(index: number): T | undefined;
  map<U>(call: (value: T, index: number) => U): U[];
  filter(call: (value: T, index: number) => boolean): T[];
  find(call: (value: T, index: number) => boolean): T | undefined;
  findIndex(call: (value: T, index: number) => boolean): number;
  forEach(call: (value: T, index: number) => void): void;
  some(call: (value: T, index: number) => boolean): boolean;
  every(call: (value: T, index: number) => boolean): boolean;
  reduce<U>(call: (sum: U, value: T, index: number) => U, initial: U): U;
  flatMap<U>(call: (value: T, index: number) => U | U[]): U[];
  includes(value: T): boolean;
  indexOf(value: T): number;
  slice(from?: number, to?: number): T[];
  join(separator?: string): string;
  entries(): IterableIterator<[number, T]>;
  keys(): IterableIterator<number>;
  clear(): void;
}

export interface TextList extends Reading<string> {
  insert(index: number, value: string): void;
  /** Appends all, or none if one is refused. */
  add(...values: string[]): void;
  move(which: number | string, to: number): void;
  remove(which: number | string): void;
  replace(values: Iterable<string>): void;
}

export interface EntityList<E, N> extends Reading<E> {
  get(id: string): E | undefined;
  has(id: string): boolean;
  /** Inserts a new object; nothing, if one of its fields is refused. */
  insert(index: number, fields?: N): E;
  add(fields?: N): E;
  move(which: number | string | E, to: number): void;
  remove(which: number | string | E): void;
  /** Replaces all by new ones. */
  replace(values: Iterable<N | E>): void;
}

export interface PlanMethods<K extends Kroner = number> extends Freed {
  readonly kroner: KronerMode;
  /** The plan as JSON in canonical form. */
  dump(): string;
  /** An independent copy, also of a plan that is not complete yet. */
  copy(): Plan<K>;
  /** What a JSON Pointer leads to. */
  resolve(pointer: string): { object: Entity; field: string | null; position: number | null };
  /** Checks the plan in memory: findings have pointers, but no lines. */
  validate<M extends KronerMode = ModeOf<K>>(options?: CheckOptions<M>): Report<KronerOf<M>>;
  /** Checks the plan as the text that it is written as. */
  check<M extends KronerMode = ModeOf<K>>(options?: CheckOptions<M>): { report: Report<KronerOf<M>>; text: string };
  cofinancing(scheme?: Scheme | string | null): Cofinancing<K>;
  rollup(by: RollupByWord, lang?: LangWord): Rollup<K>;
  diff(after: Plan<Kroner>): Diff<K>;
  suggest_id(title: string): string;
  /** A table, such as "activities": "csv", "tsv", "json" or "markdown". */
  table(name: string, format?: FormatWord, options?: { lang?: LangWord; bom?: boolean }): string;
}

export interface PlanConstructor {
  readonly prototype: Plan<Kroner>;
  [Symbol.hasInstance](value: unknown): boolean;
  readonly fields: Record<string, Field>;
  /** Reads a plan. Throws DocumentError if it cannot be read without loss. */
  parse<M extends KronerMode = "number">(source: Source, options?: { kroner?: M }): Plan<KronerOf<M>>;
  "new"<M extends KronerMode = "number">(fields?: NewPlan, options?: { kroner?: M }): Plan<KronerOf<M>>;
}

export interface SchemeMethods {
  /** Frees the memory of a custom scheme. */
  free(): void;
  title(lang?: LangWord): string;
}

export interface SchemeConstructor {
  readonly prototype: Scheme;
  readonly fields: Record<string, Field>;
  /** Reads a custom scheme. Throws DocumentError if it cannot be read. */
  parse(source: Source): Scheme;
}

export interface ContributionMethods {
  /** As stated, else by the kinds of its parties. */
  readonly effective_counts_as_local: "yes" | "no" | "unclear";
}

export interface RollupRow<K extends Kroner = number> {
  kind: RollupRowWord;
  key: string | null;
  title: string | null;
  parties: string[];
  grant: K | null;
  contributed: K | null;
  given: K | null;
  local: K | null;
  budgeted: K | null;
  not_stated: number | null;
  activities: number | null;
  all_activities: number | null;
}

export interface Rollup<K extends Kroner = number> {
  by: RollupByWord;
  rows: RollupRow<K>[];
  total: RollupRow<K>;
}

interface BeforeAfter<T> {
  before: T | null;
  after: T | null;
}

export interface Change<K extends Kroner = number> {
  kind: ChangeWord;
  entity: string;
  id: string | null;
  name: string;
  field: string | null;
  meaning: string | null;
  pointer: BeforeAfter<string>;
  value: BeforeAfter<string>;
  kroner: BeforeAfter<K>;
  difference: K | null;
}

export class Diff<K extends Kroner = number> implements Freed {
  private constructor();
  readonly length: number;
  changes(lang?: LangWord): Change<K>[];
  cofinancing(side: SideWord): Cofinancing<K>;
  render(format?: "text" | "json" | "markdown", options?: RenderOptions): string;
  readonly is_freed: boolean;
  free(): void;
  [Symbol.dispose](): void;
}

export function diff<K extends Kroner>(before: Plan<K>, after: Plan<Kroner>): Diff<K>;

/** Calculates co-financing from bare numbers. Without grant or local money the verdict is "open". */
export function cofinancing<M extends KronerMode = "number">(amounts: {
  grant?: Kroner | null;
  local?: Kroner | null;
  third_party?: Kroner;
  frame?: Kroner | null;
  /** In basis points; 2500 by default. */
  min_share_bp?: number;
  base?: ShareBaseWord;
  kroner?: M;
}): Cofinancing<KronerOf<M>>;

export function cofinancing_figures(): {
  name: string;
  kind: string;
  words: string | null;
  may_be_absent: boolean;
  doc: { da: string; en: string };
}[];

/** "46.000.000 kr.", or "DKK 46,000,000" in English. */
export function kroner_text(amount: Kroner, lang?: LangWord): string;
export function share_text(part: Kroner, whole: Kroner, lang?: LangWord, options?: { min_bp?: number }): string;
/** Whole kroner from an amount as people write it. */
export function parse_kroner<M extends KronerMode = "number">(text: string, options?: { kroner?: M }): KronerOf<M>;
/** A date as people write it, as the file has it. */
export function parse_date(text: string): string;

export class Rule {
  private constructor();
  readonly id: string;
  readonly slug: string;
  severity(stage: StageWord): SeverityWord;
  title(lang?: LangWord): string;
  rationale(lang?: LangWord): string;
  remedy(lang?: LangWord): string;
  source(lang?: LangWord): string;
  example(which?: ExampleWord): string;
  readonly example_stage: StageWord;
  readonly example_today: string | null;
}

export function rules(): Rule[];
/** The rule with that id or slug. */
export function rule(id: string): Rule | undefined;
/** The built-in schemes, oldest first. */
export function schemes(): Scheme[];
/** The JSON Schema of a format. */
export function json_schema(of?: SchemaWord, draft?: JsonSchemaWord): Record<string, unknown>;
/** The JSON Schema of plans for editors, in draft-07, with what VS Code's JSON service shows. */
export function editor_schema(lang?: LangWord): Record<string, unknown>;
/** What the municipality with that code calls itself: "Odense Kommune"; null if unknown. */
export function municipality_authority(code: string): string | null;
/** The municipalities, name by code. */
export function municipalities(): Record<string, string>;
export function municipality_code(name: string): string | null;
/** The words of an enumeration, with their titles. */
export function words(name: string, lang?: LangWord): Record<string, string>;
/** The names of the tables of a plan. */
export function table_names(): string[];

export class Field {
  private constructor();
  readonly name: string;
  readonly json_name: string;
  readonly type: FieldWord;
  readonly is_list: boolean;
  readonly is_required: boolean;
  readonly target: string | null;
  readonly words: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly pattern: string | null;
  readonly since: string;
  doc(lang?: LangWord): string;
}

export interface EntityInfo {
  readonly name: string;
  readonly class_name: string;
  readonly has_id: boolean;
  readonly is_editable: boolean;
  readonly fields: Field[];
  doc(lang?: LangWord): string;
}

export function entities(): EntityInfo[];
export function entity_info(name: string): EntityInfo;
