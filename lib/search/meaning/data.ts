import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { pluginResults } from "@/db/schema/plugin-results";
import { searchDocuments } from "@/db/schema/search-documents";
import type { ActorId } from "@/lib/identity/actor";
import { embedWords } from "@/lib/plugins/word-embedding";
import { filtersSql } from "@/lib/search-documents/filter-sql";
import type { ParsedQuery } from "@/lib/search-query/filter";
import { spokenWords } from "./spoken-words";

/** Rows that are compared for one search, the last added first. */
const ROWS_MAX = 20_000;
const ROWS_AT_ONCE = 1000;
/** What stands out by so many deviations from the mean of all is a hit, and by so many more a clear one. */
const HIT_DEVIATIONS = 1.5;
const CLEAR_DEVIATIONS = 2.5;
/** Below so many sounds, a deviation means nothing, and all are hits. */
const SOUNDS_MIN = 20;

export interface MeaningAnswer {
  /** The most alike first. */
  hits: { sampleId: string; similarity: number }[];
  /** How many of them, from the first, stand out clearly. */
  clear: number;
  /** False if there were too many sounds to compare all. */
  isExact: boolean;
}

/**
 * Samples that sound like words, by the CLAP plug-in's embeddings: a comparison with those of the owner's rows that pass
 * the filters. Null without the plug-in, or if it does not answer in time.
 */
export async function soundsOfWords(
  owner: ActorId,
  { text, filters }: ParsedQuery,
  { hidden, limit }: { hidden: ReadonlySet<string>; limit: number },
): Promise<MeaningAnswer | null> {
  const wanted = await embedWords(spokenWords(text));
  if (!wanted) return null;
  const d = alias(searchDocuments, "d");
  const rows: { sampleId: string; similarity: number }[] = [];
  let isExact = true;
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    if (offset >= ROWS_MAX) {
      isExact = false;
      break;
    }
    const some = await db()
      .select({ sampleId: d.sampleId, embedding: sql<number[] | null>`${pluginResults.result} -> 'embedding'` })
      .from(d)
      .innerJoin(pluginResults, and(eq(pluginResults.sampleId, d.sampleId), eq(pluginResults.plugin, "clap")))
      .where(and(eq(d.ownerId, owner), eq(d.isDeleted, false), filtersSql(filters, hidden)))
      .orderBy(desc(d.addedAt), desc(d.sampleId))
      .limit(ROWS_AT_ONCE)
      .offset(offset);
    // Of another model there are other dimensions.
    for (const { sampleId, embedding } of some) {
      if (embedding?.length !== wanted.length) continue;
      rows.push({ sampleId, similarity: embedding.reduce((sum, value, i) => sum + value * (wanted[i] ?? 0), 0) });
    }
    if (some.length < ROWS_AT_ONCE) break;
  }
  return { ...standingOut(rows, limit), isExact };
}

function standingOut(rows: { sampleId: string; similarity: number }[], limit: number): Omit<MeaningAnswer, "isExact"> {
  const mean = rows.reduce((sum, { similarity }) => sum + similarity, 0) / Math.max(1, rows.length);
  const variance = rows.reduce((sum, { similarity }) => sum + (similarity - mean) ** 2, 0) / Math.max(1, rows.length);
  const least = (deviations: number) =>
    rows.length < SOUNDS_MIN ? Number.NEGATIVE_INFINITY : mean + deviations * Math.sqrt(variance);
  const hits = rows
    .filter(({ similarity }) => similarity >= least(HIT_DEVIATIONS))
    .sort((a, b) => b.similarity - a.similarity || (a.sampleId < b.sampleId ? -1 : 1))
    .slice(0, limit);
  const clear =
    rows.length < SOUNDS_MIN ? 0 : hits.filter(({ similarity }) => similarity >= least(CLEAR_DEVIATIONS)).length;
  return { hits, clear };
}
