import "server-only";
import { setImmediate } from "node:timers/promises";
import { PlannedOnce } from "@/db/planned-once";
import { listThese } from "@/lib/gallery/listing/lookups";
import type { PublicItem } from "@/lib/gallery/schema";
import { fromStoredVector } from "@/lib/search-documents/stored-vector";
import { type PublicSound, PublicSounds } from "./public-sounds";

/** What is public is compared with the database at most this often, while somebody asks. */
const FRESH_MS = 10_000;
/** Whoever asks after a longer quiet waits until that is done. */
const STALE_MS = 60_000;
/** Some milliseconds of reading, then it is somebody else's turn. */
const ROWS_AT_ONCE = 2000;
/** Of what sounds alike some may be hidden by now: so many are asked for, and more if that is not enough. */
const SPARE = 2;
const CANDIDATES_MAX = 1000;

interface Row extends PublicSound {
  sampleId: string;
}

/** Number and revisions of what is public: while they are the same, so is everything else. */
const content = new PlannedOnce<{ content: string }>(
  "content of the gallery",
  `select concat_ws(' ', count(*), sum(values_revision), max(updated_at)) as content
   from publications where state = 'public' and sample_id is not null`,
);
const rowsAfter = new PlannedOnce<Omit<Row, "revision"> & { revision: string }>(
  "public sounds",
  `select id, sample_id as "sampleId", kind, values_revision::text as revision
   from publications where state = 'public' and sample_id is not null and id > $1::uuid order by id limit $2::int`,
);
const vectors = new PlannedOnce<{ sampleId: string; vector: Buffer }>(
  "vectors of public sounds",
  `select sample_id as "sampleId", vector from search_vectors where sample_id = any($1::uuid[])`,
);

/** Follows what is public, in the process that draws pages. Nothing hangs on it but this list. */
class Follower {
  readonly sounds = new PublicSounds();
  #content: string | null = null;
  #checkedMs = Number.NEGATIVE_INFINITY;
  #checking: Promise<void> | null = null;

  async followed(): Promise<PublicSounds> {
    const ageMs = performance.now() - this.#checkedMs;
    const checking = ageMs > FRESH_MS ? this.#check() : null;
    if (ageMs > STALE_MS) await checking;
    else checking?.catch(() => {});
    return this.sounds;
  }

  #check(): Promise<void> {
    this.#checking ??= this.#read().finally(() => {
      this.#checking = null;
    });
    return this.#checking;
  }

  async #read(): Promise<void> {
    const startedMs = performance.now();
    const [now] = await content.rows();
    if (now && now.content !== this.#content) {
      await this.#readRows();
      this.#content = now.content;
    }
    this.#checkedMs = startedMs;
  }

  async #readRows(): Promise<void> {
    const present = new Set<string>();
    for (let last = "00000000-0000-0000-0000-000000000000"; ; ) {
      const rows = (await rowsAfter.rows(last, ROWS_AT_ONCE)).map((row) => ({
        ...row,
        revision: Number(row.revision),
      }));
      for (const { id } of rows) present.add(id);
      await this.#readVectors(this.sounds.unknown(rows));
      last = rows.at(-1)?.id ?? last;
      if (rows.length < ROWS_AT_ONCE) break;
      await setImmediate();
    }
    this.sounds.keepOnly(present);
  }

  async #readVectors(rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const found = await vectors.rows(rows.map(({ sampleId }) => sampleId));
    const vectorOf = new Map(found.map(({ sampleId, vector }) => [sampleId, vector]));
    for (const row of rows) this.sounds.put(row, vectorOf.get(row.sampleId) ?? null);
  }
}

const follower = new Follower();

/** Those of its kind that sound most like it, of everything that is public. What came in within seconds may be missing. */
export async function listSimilar(
  item: Pick<PublicItem, "id" | "kind"> & { sampleId: string },
  limit: number,
): Promise<PublicItem[]> {
  const [[own], sounds] = await Promise.all([vectors.rows([item.sampleId]), follower.followed()]);
  if (!own) return [];
  const wanted = { vector: fromStoredVector(own.vector), kind: item.kind, exceptId: item.id };
  for (let candidates = limit * SPARE; ; candidates *= 4) {
    const ids = await sounds.nearest({ ...wanted, limit: candidates });
    const items = await listThese(ids);
    if (items.length >= limit || ids.length < candidates || candidates > CANDIDATES_MAX) return items.slice(0, limit);
  }
}
