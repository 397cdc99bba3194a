/** What is measured. */
export const LEGS = ["text", "fuzzy", "autocomplete", "page", "vector", "hybrid"] as const;
export type LegName = (typeof LEGS)[number];

/** Milliseconds at p95, at every size of library and for every owner. */
export const TARGETS_MS: Record<LegName, number> = {
  text: 20,
  fuzzy: 30,
  autocomplete: 10,
  page: 15,
  vector: 40,
  hybrid: 60,
};
/** For an owner of up to so many samples, a question about sounds is answered faster. */
export const MIDDLE_OWNER = 50_000;
export const MIDDLE_VECTOR_MS = 5;
/** With an extension of the database instead of the index in memory. */
export const PGVECTOR_MS = 80;
export const PGVECTOR_RECALL = 0.95;
export const RECALL = 0.99;
export const CLIENTS = 8;
/** How much slower an answer may be while eight ask. */
export const TOGETHER_FACTOR = 3;
export const FINDABLE_MS = 2000;
/** The application's event loop while eight ask, at p99. */
export const LOOP_DELAY_MS = 50;
