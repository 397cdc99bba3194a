import type { SoundHit, SoundQuestion } from "@/lib/similarity/schema";
import { BestHits } from "./best-hits";
import { compileFilters, type RowFilter } from "./facet-filter";
import { rareRows } from "./rare-rows";
import type { RowStore } from "./row-store";
import { SCAN_ROWS_MAX } from "./scan-memory";
import { type OwnerRows, usedRows } from "./slots";
import { aspectCosines, innerProduct, similarityOf, type WeightedQuery, weightedQuery } from "./vectors";

/** A scan that begins anew this often, because rows moved between its steps, does not let go again until it is done. */
const RESTARTS_MAX = 2;
/** Looking at one row by itself takes as long as the scan of so many at most. */
const ROWS_LIKE_ONE = 8;

interface Found {
  sampleId: string;
  similarity: number;
  slot: number;
}

/**
 * One question, answered in steps, so that others get their turn in between. The answer is exact: the scan by upper bytes
 * says how far it may be wrong, and every row that could still be among the best is compared with both bytes at once.
 * Where a filter leaves few rows, only those are looked at.
 */
export class NearestScan {
  readonly #query: WeightedQuery;
  #best: BestHits<Found>;
  #passes: RowFilter | null = null;
  #except: ReadonlySet<number> = new Set();
  #owner: OwnerRows | undefined;
  #moves = -1;
  #run = 0;
  #offset = 0;
  /** Lists of rows to look at instead of all. */
  #rare: Uint32Array[] | null = null;
  #restarts = -1;

  constructor(
    private readonly store: RowStore,
    private readonly ownerId: string,
    private readonly question: SoundQuestion,
    private readonly hidden: ReadonlySet<string>,
  ) {
    this.#query = weightedQuery(question.vector, question.weights);
    this.#best = new BestHits(question.limit);
  }

  /** Compares about this many rows. Returns true when the answer is complete. */
  step(rows: number): boolean {
    this.#begin();
    const owner = this.#owner;
    if (!owner) return true;
    let left = this.#restarts < RESTARTS_MAX ? rows : Number.POSITIVE_INFINITY;
    if (this.#rare) return this.#lookAt(this.#rare, owner, Math.ceil(left / ROWS_LIKE_ONE));
    while (left > 0 && this.#run < owner.runs.length) {
      const used = usedRows(owner, this.#run);
      const some = Math.min(used - this.#offset, left);
      this.#compare((owner.runs[this.#run]?.start ?? 0) + this.#offset, some);
      left -= some;
      this.#offset += some;
      if (this.#offset < used) return false;
      this.#run++;
      this.#offset = 0;
    }
    return this.#run >= owner.runs.length;
  }

  /** Call it when `step` has returned true, before the store changes. */
  hits(): SoundHit[] {
    return this.#best.sorted().map(({ sampleId, similarity, slot }) => {
      const { upper, upperAt, lower, lowerAt } = this.store.vectorAt(slot);
      const aspects = aspectCosines(this.#query, upper.subarray(upperAt), lower.subarray(lowerAt));
      return { sampleId, similarity, aspects };
    });
  }

  /** Starts, or starts anew if rows moved since the last step. */
  #begin(): void {
    const owner = this.store.slots.of(this.ownerId);
    if (owner === this.#owner && owner?.moves === this.#moves) return;
    this.#owner = owner;
    this.#moves = owner?.moves ?? -1;
    this.#run = 0;
    this.#offset = 0;
    this.#restarts++;
    this.#best = new BestHits(this.question.limit);
    this.#passes = compileFilters(this.question.filters, this.hidden, this.store);
    const bounds = owner && { owner, most: owner.count / ROWS_LIKE_ONE };
    this.#rare = bounds ? rareRows(this.question.filters, this.hidden, this.store, bounds) : null;
    const slots = this.question.except.map((id) => this.store.slotOf(id));
    this.#except = new Set(slots.filter((slot) => slot >= 0));
  }

  /** Goes on in lists of rows of all owners. Returns true at the end of the last. */
  #lookAt(lists: readonly Uint32Array[], owner: OwnerRows, most: number): boolean {
    const { scale, scan, error } = this.#query;
    let left = Math.min(most, SCAN_ROWS_MAX);
    for (let list = lists[this.#run]; list; list = lists[this.#run]) {
      const some = list.subarray(this.#offset, this.#offset + left);
      const sums = this.store.scan.scanEach(scan, some);
      let enough = this.#sumThatMayCount(scale, error);
      for (let i = 0; i < some.length; i++) {
        const slot = some[i] as number;
        if ((sums[i] as number) < enough || !this.store.slots.isOf(owner, slot)) continue;
        if (this.#consider(slot)) enough = this.#sumThatMayCount(scale, error);
      }
      left -= some.length;
      this.#offset += some.length;
      if (this.#offset < list.length) return false;
      this.#run++;
      this.#offset = 0;
    }
    return true;
  }

  #compare(start: number, rows: number): void {
    const { scale, scan, error } = this.#query;
    const sums = this.store.scan.scan(scan, start, rows);
    let enough = this.#sumThatMayCount(scale, error);
    for (let i = 0; i < rows; i++) {
      if ((sums[i] as number) < enough) continue;
      if (this.#consider(start + i)) enough = this.#sumThatMayCount(scale, error);
    }
  }

  /** A row whose sum is below it cannot be among the hits. */
  #sumThatMayCount(scale: number, error: number): number {
    const least = Math.max(this.#best.threshold, this.question.minSimilarity);
    // Similarities below 0 count as 0, so all of them are equal.
    return least > 0 ? (least - error) / scale : Number.NEGATIVE_INFINITY;
  }

  #consider(slot: number): boolean {
    if (this.#passes?.(slot) === false || this.#except.has(slot)) return false;
    const { upper, upperAt, lower, lowerAt } = this.store.vectorAt(slot);
    const similarity = similarityOf(innerProduct(this.#query.weighted, upper, upperAt, lower, lowerAt));
    if (similarity < this.question.minSimilarity || similarity < this.#best.threshold) return false;
    this.#best.offer({ sampleId: this.store.ids.idAt(slot), similarity, slot });
    return true;
  }
}
