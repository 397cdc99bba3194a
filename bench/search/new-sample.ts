import { randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { asSystem } from "@/lib/audit/sources";
import type { FlagHolder } from "@/lib/flags/data";
import { searchWords } from "@/lib/search/words/data";
import { parseQuery } from "@/lib/search-query/parse";
import { nearestSamples } from "@/lib/similarity/data";
import { EVEN_WEIGHTS } from "@/lib/similarity/schema";
import { inTransaction } from "@/lib/work/unit-of-work";

const LONGEST_MS = 30_000;

/**
 * Copies an analysed sample under a name that no other has, and asks for it until it is found. Milliseconds from the
 * commit.
 */
export async function findableAfter(owner: FlagHolder, original: string): Promise<{ words: number; sound: number }> {
  const id = uuidv7();
  const name = `q${randomBytes(6).toString("hex")}`;
  const sha256 = randomBytes(32).toString("hex");
  const vector = Float32Array.from({ length: 96 }, () => Math.random() - 0.5);
  const parts = { timbre: vector.slice(0, 40), rhythm: vector.slice(40, 72), harmony: vector.slice(72) };
  const embedding = JSON.stringify(Object.fromEntries(Object.entries(parts).map(([part, v]) => [part, Array.from(v)])));
  await inTransaction(asSystem(), async ({ tx }) => {
    await tx.execute(sql`
      insert into samples (id, owner_id, file_name, folder_path, status, size_bytes, sha256, declared_type)
      values (${id}::uuid, ${owner.id}::uuid, ${`${name}.wav`}, 'New', 'completed', 1000, ${sha256}, 'audio/wav')`);
    await tx.execute(sql`
      insert into analyses (sample_id, sha256, analyser_version, record, duration_seconds, tags, peaks_key,
        spectrogram_key, analysis_seconds)
      select ${id}::uuid, ${sha256}, analyser_version,
        jsonb_set(record, '{embedding}', ${embedding}::jsonb), duration_seconds, tags, peaks_key, spectrogram_key, 0.1
      from analyses where sample_id = ${original}::uuid`);
  });
  const startedAt = performance.now();
  const query = parseQuery(name);
  const words = untilTrue(startedAt, async () => {
    const { hits } = await searchWords(owner, query, { limit: 1, isTyping: false });
    return hits.some(({ sampleId }) => sampleId === id);
  });
  const sound = untilTrue(startedAt, async () => {
    const question = { vector, weights: EVEN_WEIGHTS, filters: [], limit: 1, minSimilarity: 0, except: [] };
    const { hits } = await nearestSamples(owner.id, question);
    return hits.some(({ sampleId }) => sampleId === id);
  });
  const found = { words: await words, sound: await sound };
  await inTransaction(asSystem(), ({ tx }) => tx.execute(sql`delete from samples where id = ${id}::uuid`));
  return found;
}

async function untilTrue(startedAt: number, holds: () => Promise<boolean>): Promise<number> {
  for (;;) {
    if (await holds()) return performance.now() - startedAt;
    if (performance.now() - startedAt > LONGEST_MS) return Number.POSITIVE_INFINITY;
    await delay(20);
  }
}
