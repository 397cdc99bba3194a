import { createHash } from "node:crypto";

/**
 * An entry as the chain covers it. JSON columns and the time are the database's own text, because that text was hashed.
 */
export interface ChainedEntry {
  seq: number;
  /** Microseconds since 1970. */
  atMicros: string;
  actorKind: string;
  actorId: string | null;
  apiKeyId: string | null;
  action: string;
  targetType: string | null;
  targetId: string | null;
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
  beforeText: string | null;
  afterText: string | null;
  previousHash: string;
  hash: string;
}

/** A place in the chain that an operator wrote down. The same entry must still be there. */
export interface NotedHead {
  hash: string;
  seq: number;
}

export type ChainFault =
  | { kind: "altered"; seq: number }
  | { kind: "removed"; seq: number; lastSeq: number }
  | { kind: "unlinked"; seq: number }
  | { kind: "cut"; seq: number; headSeq: number }
  | { kind: "replaced"; seq: number };

const FIRST_PREVIOUS_HASH = "0".repeat(64);

/**
 * SHA-256 of an entry in hexadecimal, over the text that `audit_entry_hash` makes with `jsonb_build_array(…)::text`. It
 * is computed here too, so that changing the database's function does not change the check.
 */
export function entryHash(entry: ChainedEntry): string {
  const { seq, atMicros, actorKind, actorId, apiKeyId, action, targetType, targetId } = entry;
  const texts = [actorKind, actorId, apiKeyId, action, targetType, targetId];
  const facts = [entry.address, entry.userAgent, entry.requestId];
  const parts = [
    String(seq),
    atMicros,
    ...[...texts, ...facts].map((text) => JSON.stringify(text)),
    entry.beforeText ?? "null",
    entry.afterText ?? "null",
    JSON.stringify(entry.previousHash),
  ];
  return createHash("sha256")
    .update(`[${parts.join(", ")}]`)
    .digest("hex");
}

/** Walks the chain from its first entry. Its memory does not grow with the chain. */
export class ChainWalk {
  readonly #noted: NotedHead | null;
  #seq = 0;
  #hash = FIRST_PREVIOUS_HASH;
  #count = 0;

  constructor(noted: NotedHead | null = null) {
    this.#noted = noted;
  }

  /** The last entry seen. `seq` is 0 before the first. */
  get head(): NotedHead {
    return { seq: this.#seq, hash: this.#hash };
  }

  get count(): number {
    return this.#count;
  }

  /** Returns what is wrong with this entry. Entries must be pushed in order. */
  push(entry: ChainedEntry): ChainFault[] {
    const { seq, hash } = entry;
    const faults: ChainFault[] = [];
    if (seq !== this.#seq + 1) faults.push({ kind: "removed", seq: this.#seq + 1, lastSeq: seq - 1 });
    else if (entry.previousHash !== this.#hash) faults.push({ kind: "unlinked", seq });
    if (entryHash(entry) !== hash) faults.push({ kind: "altered", seq });
    if (this.#noted?.seq === seq && this.#noted.hash !== hash) faults.push({ kind: "replaced", seq });
    this.#seq = seq;
    this.#hash = hash;
    this.#count += 1;
    return faults;
  }

  /** Call at the end: finds out whether the chain stops before the noted entry. */
  finish(): ChainFault[] {
    if (!this.#noted || this.#noted.seq <= this.#seq) return [];
    return [{ kind: "cut", seq: this.#noted.seq, headSeq: this.#seq }];
  }
}
