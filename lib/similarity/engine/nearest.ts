import { compileFilter, type FacetFilter, type SlotTest } from "./facet-filter";
import { QUERY_ADDRESS, type RowStore, rowAddress, SCORES_ADDRESS } from "./row-store";
import type { Run } from "./slots";
import {
  ASPECT_SIZES,
  ASPECT_STARTS,
  ASPECTS,
  type Aspect,
  type AspectWeights,
  restored,
  weightedQuery,
} from "./vectors";

export interface NearestQuery {
  /** From `vectorOf`. */
  vector: Float32Array;
  weights: AspectWeights;
  /** Null searches the rows of all owners. */
  ownerId: string | null;
  filter?: FacetFilter;
  limit: number;
  /** −1 … 1. */
  leastSimilarity?: number;
  /** Ids to leave out, such as that of the query itself. */
  without?: readonly string[];
}

export interface NearestHit {
  id: string;
  /** The weighted mean of the aspects' cosines, −1 … 1. */
  similarity: number;
  aspects: Record<Aspect, number>;
}

/** High bytes alone are off by 0.4 % or so: as many more candidates are ranked again as that can confuse. */
const SPARE_CANDIDATES = 128;
const CANDIDATE_FACTOR = 4;

/** The rows most similar to the query, exact under every weighting and filter, the best first. */
export function nearest(store: RowStore, query: NearestQuery): NearestHit[] {
  const candidates = new TopSlots(query.limit * CANDIDATE_FACTOR + SPARE_CANDIDATES);
  const left = leftOut(store, query.without ?? []);
  const filter = compileFilter(store.columns, query.filter ?? {});
  const allows: SlotTest = (slot) => !left.has(slot) && (filter?.(slot) ?? true);
  new Int16Array(store.memory.buffer, QUERY_ADDRESS, 96).set(weightedQuery(query.vector, query.weights));
  const runs = query.ownerId === null ? store.allRuns() : store.runsOf(query.ownerId);
  for (const run of runs) scanRun(store, run, candidates, allows);
  return ranked(store, query, candidates.slots());
}

function scanRun(store: RowStore, run: Run, candidates: TopSlots, allows: SlotTest): void {
  store.scan(rowAddress(run.start), run.count, QUERY_ADDRESS, SCORES_ADDRESS);
  const scores = new Int32Array(store.memory.buffer, SCORES_ADDRESS, run.count);
  for (let at = 0; at < run.count; at++) {
    const score = scores[at] ?? 0;
    // The filter is asked only for rows that would be taken.
    if (score > candidates.least && allows(run.start + at)) candidates.add(score, run.start + at);
  }
}

const leftOut = (store: RowStore, ids: readonly string[]) =>
  new Set(ids.map((id) => store.slotOf(id)).filter((slot) => slot !== undefined));

function ranked(store: RowStore, query: NearestQuery, slots: readonly number[]): NearestHit[] {
  const total = ASPECTS.reduce((sum, aspect) => sum + query.weights[aspect], 0);
  const hits = slots.map((slot) => {
    const aspects = aspectSimilarities(store, slot, query.vector);
    const weighted = ASPECTS.reduce((sum, aspect) => sum + query.weights[aspect] * aspects[aspect], 0);
    return { slot, aspects, similarity: total > 0 ? weighted / total : 0 };
  });
  return hits
    .filter(({ similarity }) => similarity >= (query.leastSimilarity ?? -1))
    .sort((a, b) => b.similarity - a.similarity || a.slot - b.slot)
    .slice(0, query.limit)
    .map(({ slot, similarity, aspects }) => ({ id: store.idAt(slot), similarity, aspects }));
}

/** Cosines by aspect, from both bytes of each component. */
function aspectSimilarities(store: RowStore, slot: number, vector: Float32Array): Record<Aspect, number> {
  const high = store.highBytes(slot);
  const low = store.columns.low.of(slot);
  const cosine = (aspect: Aspect) => {
    let sum = 0;
    const end = ASPECT_STARTS[aspect] + ASPECT_SIZES[aspect];
    for (let at = ASPECT_STARTS[aspect]; at < end; at++)
      sum += restored(high[at] ?? 0, low[at] ?? 0) * (vector[at] ?? 0);
    return Math.max(-1, Math.min(1, sum));
  };
  return { timbre: cosine("timbre"), rhythm: cosine("rhythm"), harmony: cosine("harmony") };
}

/** The slots with the highest scores, in a heap whose root is the lowest of them. */
class TopSlots {
  readonly #scores: Float64Array;
  readonly #slots: Uint32Array;
  #count = 0;

  constructor(capacity: number) {
    this.#scores = new Float64Array(capacity);
    this.#slots = new Uint32Array(capacity);
  }

  /** A score must be above this to be taken. */
  get least(): number {
    return this.#count < this.#scores.length ? Number.NEGATIVE_INFINITY : (this.#scores[0] ?? 0);
  }

  add(score: number, slot: number): void {
    if (this.#count < this.#scores.length) this.#rise(this.#count++, score, slot);
    else this.#sink(score, slot);
  }

  slots(): number[] {
    return [...this.#slots.subarray(0, this.#count)];
  }

  #rise(from: number, score: number, slot: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#scores[parent] ?? 0) <= score) break;
      this.#put(at, parent);
      at = parent;
    }
    this.#scores[at] = score;
    this.#slots[at] = slot;
  }

  #sink(score: number, slot: number): void {
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= this.#count) break;
      if (child + 1 < this.#count && (this.#scores[child + 1] ?? 0) < (this.#scores[child] ?? 0)) child++;
      if ((this.#scores[child] ?? 0) >= score) break;
      this.#put(at, child);
      at = child;
    }
    this.#scores[at] = score;
    this.#slots[at] = slot;
  }

  #put(to: number, from: number): void {
    this.#scores[to] = this.#scores[from] ?? 0;
    this.#slots[to] = this.#slots[from] ?? 0;
  }
}
