import { setImmediate } from "node:timers/promises";
import { NearestScan } from "@/lib/similarity/engine/nearest";
import { InvalidRow, RowStore } from "@/lib/similarity/engine/row-store";
import { problemOf } from "@/lib/similarity/question-check";
import { EVEN_WEIGHTS, type SoundQuestion } from "@/lib/similarity/schema";

export type SoundKind = string | null;

/** A publication as it is compared. */
export interface PublicSound {
  id: string;
  kind: SoundKind;
  /** Of its values: another one says that kind or sound may be others. */
  revision: number;
}

/** About half a millisecond of comparing, then it is somebody else's turn. */
const ROWS_A_TURN = 16_384;
const NOTHING_HIDDEN: ReadonlySet<string> = new Set();
const NO_NUMBERS = { bpm: null, seconds: null, lufs: null, addedAt: null };
/** Those of one kind lie together in the store, as an owner's samples do. */
const placeOf = (kind: SoundKind) => `kind ${kind ?? ""}`;

/** How everything sounds that is public, in memory. It is told what there is, and asks nobody. */
export class PublicSounds {
  readonly #store = new RowStore();
  readonly #revisions = new Map<string, number>();

  get count(): number {
    return this.#revisions.size;
  }

  /** Those of these that it does not know, or knows by another revision. */
  unknown<Sound extends PublicSound>(sounds: readonly Sound[]): Sound[] {
    return sounds.filter(({ id, revision }) => this.#revisions.get(id) !== revision);
  }

  /** One without a vector is known and never found. */
  put({ id, kind, revision }: PublicSound, vector: Uint8Array | null): void {
    this.#revisions.set(id, revision);
    if (!vector || !this.#putRow(id, kind, vector)) this.#store.remove(id);
  }

  #putRow(sampleId: string, kind: SoundKind, vector: Uint8Array): boolean {
    try {
      this.#store.put({ sampleId, ownerId: placeOf(kind), vector, facets: [], ...NO_NUMBERS, revision: 0 });
      return true;
    } catch (error) {
      if (error instanceof InvalidRow) return false;
      throw error;
    }
  }

  /** Forgets what is not among these. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of [...this.#revisions.keys()].filter((known) => !ids.has(known))) {
      this.#revisions.delete(id);
      this.#store.remove(id);
    }
  }

  /** The ids of those of a kind that sound most like it, the most similar first. */
  async nearest(wanted: { vector: Float32Array; kind: SoundKind; exceptId: string; limit: number }): Promise<string[]> {
    const { vector, kind, exceptId, limit } = wanted;
    const question: SoundQuestion = {
      ...{ vector, weights: EVEN_WEIGHTS, filters: [], limit, minSimilarity: 0, except: [exceptId] },
    };
    if (problemOf(question)) return [];
    const scan = new NearestScan(this.#store, placeOf(kind), question, NOTHING_HIDDEN);
    while (!scan.step(ROWS_A_TURN)) await setImmediate();
    return scan.hits().map(({ sampleId }) => sampleId);
  }
}
