/**
 * Loads the WebAssembly module, once: from where this module is, or from a URL, bytes, a Response or a compiled module. Until then,
 * everything else throws.
 */
export function init(source?: string | URL | BufferSource | Response | WebAssembly.Module | Promise<Response | BufferSource>): Promise<void>;

export const Plan: PlanConstructor;
export const Scheme: SchemeConstructor;
