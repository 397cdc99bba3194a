import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { effectiveTags } from "./effective-values";

/**
 * The tags of a sample by its record as it is said today. Until the sweep has chosen the tags of an older record anew,
 * the page and the export say already what the lists will.
 */
export async function presentTags(
  sampleId: string,
  tags: string[],
  stored: readonly string[],
  record: AnalysisRecord | null,
): Promise<string[]> {
  if (record === null || record.tags.join() === stored.join()) return tags;
  const [row] = await db()
    .select({ tags: effectiveTags(sql`${sql.param(record.tags)}::text[]`) })
    .from(samples)
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, samples.id))
    .where(eq(samples.id, sampleId));
  return row?.tags ?? [];
}
