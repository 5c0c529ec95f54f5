/** As in browsers, where the module has to be loaded first. In Node.js it is loaded already. */
export function init(): Promise<void>;

/** A URL of a file. */
export interface FileUrl {
  readonly href: string;
}

export const Plan: PlanConstructor & {
  /** Reads a plan from a file. */
  load<K extends KronerMode = "number">(file: string | FileUrl, options?: { kroner?: K }): Plan<KronerOf<K>>;
};
export const Scheme: SchemeConstructor & {
  /** Reads a scheme from a file. */
  load(file: string | FileUrl): Scheme;
};
export interface PlanMethods<K extends Kroner = number> {
  /** Writes the plan to a file, which is replaced at once. */
  save(file: string | FileUrl): void;
}
